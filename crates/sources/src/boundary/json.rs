//! GeoJSON and TopoJSON, told apart by what the top object holds.
//!
//! One pass, typed: coordinates go straight into vectors. What a feature means is for the rooms beside; arcs are joined
//! in `topojson`.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::Error;
use super::feature::{Cell, Feature, Features, Rings};
use super::nested::{ArcNumbers, Nested, Positions};
use super::{Options, topojson};

#[derive(Deserialize, Default)]
#[serde(default)]
struct Root {
    r#type: Kind,
    crs: Option<Crs>,
    features: Option<FeatureList>,
    geometry: Option<Geometry>,
    properties: Option<Properties>,
    coordinates: Option<Nested<Positions>>,
    geometries: Option<Vec<Geometry>>,
    arcs: Option<Nested<Positions>>,
    transform: Option<topojson::Transform>,
    objects: Option<topojson::Objects>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Crs {
    properties: CrsName,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CrsName {
    name: Option<String>,
}

/// The `type` member; anything but a text counts as none.
#[derive(Default)]
pub(super) struct Kind(pub String);

/// A geometry of GeoJSON or TopoJSON.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Geometry {
    pub r#type: Kind,
    coordinates: Option<Nested<Positions>>,
    pub geometries: Option<Vec<Geometry>>,
    pub arcs: Option<Nested<ArcNumbers>>,
    pub properties: Option<Properties>,
    pub id: Attribute,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Item {
    geometry: Option<Geometry>,
    properties: Option<Properties>,
    id: Attribute,
}

/// Attributes in the order of the file.
#[derive(Default)]
pub(super) struct Properties(pub Vec<(String, Option<Cell>)>);

/// One attribute; `None` for null, lists and objects.
#[derive(Default)]
pub(super) struct Attribute(pub Option<Cell>);

#[derive(Default)]
struct FeatureList(Features);

/// Reads GeoJSON or TopoJSON.
pub(super) fn read(file: &str, bytes: &[u8], options: &Options<'_>) -> Result<Features, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let root: Root = serde_json::from_slice(bytes).map_err(|source| Error::Json { file: file.to_owned(), source })?;
    let declared = root.crs.and_then(|crs| crs.properties.name);
    let mut found = if let Some(objects) = root.objects {
        let arcs = root.arcs.map(|arcs| arcs.0).unwrap_or_default();
        topojson::features(file, objects, &topojson::Arcs::new(arcs, root.transform.as_ref()), options)?
    } else if let Some(list) = root.features {
        list.0
    } else if let Some(geometry) = root.geometry {
        let item = Item { geometry: Some(geometry), properties: root.properties, id: Attribute::default() };
        let mut single = Features::default();
        single.take(item);
        single
    } else if root.coordinates.is_some() || root.geometries.is_some() {
        bare(Geometry { r#type: root.r#type, coordinates: root.coordinates, geometries: root.geometries, ..Geometry::default() })
    } else {
        return Err(Error::UnknownKind { file: file.to_owned(), found: "JSON without features".to_owned() });
    };
    found.declared = declared;
    found.degrees_by_rule = true;
    Ok(found)
}

fn bare(geometry: Geometry) -> Features {
    let mut single = Features::default();
    single.take(Item { geometry: Some(geometry), ..Item::default() });
    single
}

impl Geometry {
    fn into_land(self) -> Rings {
        match self.r#type.0.as_str() {
            "Polygon" | "MultiPolygon" => self.coordinates.map(|nested| nested.0.into_rings()).unwrap_or_default(),
            "GeometryCollection" => self.geometries.unwrap_or_default().into_iter().flat_map(Self::into_land).collect(),
            _ => Rings::new(),
        }
    }
}

impl Features {
    fn take(&mut self, item: Item) {
        self.count += 1;
        let kind = item.geometry.as_ref().map_or_else(|| "no geometry".to_owned(), |geometry| geometry.r#type.0.clone());
        let land = item.geometry.map(Geometry::into_land).unwrap_or_default();
        if land.is_empty() {
            self.note_other(&kind);
            return;
        }
        self.add(land, item.properties, item.id);
    }

    /// Adds a feature with land; its number is the count so far.
    pub(super) fn add(&mut self, land: Rings, properties: Option<Properties>, id: Attribute) {
        let mut cells = Vec::new();
        for (name, cell) in properties.unwrap_or_default().0 {
            self.set(&mut cells, &name, cell);
        }
        if let Some(id) = id.0 {
            let taken =
                self.columns.iter().position(|name| name == "id").is_some_and(|at| cells.get(at).is_some_and(Option::is_some));
            self.set(&mut cells, if taken { "@id" } else { "id" }, Some(id));
        }
        self.rows.push(Feature { number: self.count, cells, land });
    }

    fn set(&mut self, cells: &mut Vec<Option<Cell>>, name: &str, cell: Option<Cell>) {
        let column = if self.columns.get(cells.len()).is_some_and(|next| next == name) { cells.len() } else { self.column(name) };
        if cells.len() <= column {
            cells.resize(column + 1, None);
        }
        cells[column] = cell;
    }
}

impl<'de> Deserialize<'de> for FeatureList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = FeatureList;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of features")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<FeatureList, A::Error> {
                let mut features = Features::default();
                loop {
                    let number = features.count + 1;
                    match list.next_element::<Item>() {
                        Ok(Some(item)) => features.take(item),
                        Ok(None) => return Ok(FeatureList(features)),
                        Err(cause) => return Err(A::Error::custom(format_args!("feature {number}: {cause}"))),
                    }
                }
            }
        }
        deserializer.deserialize_seq(List)
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Properties;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of properties")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
                let mut found = Vec::new();
                while let Some((name, Attribute(cell))) = map.next_entry::<Cow<'de, str>, Attribute>()? {
                    found.push((name.into_owned(), cell));
                }
                Ok(Properties(found))
            }
        }
        deserializer.deserialize_map(Map)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Attribute(cell) = Attribute::deserialize(deserializer)?;
        Ok(Self(cell.map(|cell| cell.text()).unwrap_or_default()))
    }
}

impl<'de> Deserialize<'de> for Attribute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyCell)
    }
}

struct AnyCell;

impl<'de> Visitor<'de> for AnyCell {
    type Value = Attribute;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property")
    }

    fn visit_str<E>(self, text: &str) -> Result<Attribute, E> {
        Ok(Attribute(Some(Cell::Text(text.to_owned()))))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Attribute, E> {
        Ok(Attribute(Some(Cell::Text(value.to_string()))))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Attribute, E> {
        Ok(Attribute(Some(Cell::Real(value))))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Attribute, E> {
        Ok(Attribute(Some(Cell::Whole(value))))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Attribute, E> {
        Ok(Attribute(Some(i64::try_from(value).map_or_else(|_| Cell::Text(value.to_string()), Cell::Whole))))
    }

    fn visit_unit<E>(self) -> Result<Attribute, E> {
        Ok(Attribute(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Attribute, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Attribute(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Attribute, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Attribute(None))
    }
}
