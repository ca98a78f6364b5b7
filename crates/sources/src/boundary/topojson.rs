//! TopoJSON: arcs that several shapes share, joined to rings again.
//!
//! Every arc is decoded once, so a border that two units share keeps the same coordinates in both.

use std::fmt;

use geo_types::{Coord, LineString};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::Options;
use super::error::Error;
use super::feature::{Features, Rings, choose};
use super::json::Geometry;
use super::nested::{ArcNumbers, Positions, parts};

/// Most vertices that joined arcs may have together; a small file can name the same long arc many times.
const MOST_VERTICES: usize = 8_000_000;

#[derive(Deserialize)]
pub(super) struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

/// The named objects of a topology, in the order of the file.
#[derive(Default)]
pub(super) struct Objects(Vec<(String, Geometry)>);

/// Decoded arcs.
pub(super) struct Arcs(Positions);

impl Arcs {
    /// Undoes the quantisation, if there is one: each position is then the difference to the one before.
    pub fn new(mut arcs: Positions, transform: Option<&Transform>) -> Self {
        if let Some(&Transform { scale, translate }) = transform {
            let mut from = 0;
            for &to in &arcs.lines {
                let mut sum = Coord { x: 0.0, y: 0.0 };
                for point in &mut arcs.points[from..to] {
                    sum = sum + *point;
                    *point = Coord { x: sum.x * scale[0] + translate[0], y: sum.y * scale[1] + translate[1] };
                }
                from = to;
            }
        }
        Self(arcs)
    }

    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the bounds are checked in the line before")]
    fn append(&self, number: f64, ring: &mut Vec<Coord<f64>>) -> Result<(), String> {
        if number.fract() != 0.0 || number.abs() > 1e15 {
            return Err(format!("{number} is no number of an arc"));
        }
        let signed = number as i64;
        let wanted = usize::try_from(if signed < 0 { !signed } else { signed }).unwrap_or(usize::MAX);
        let missing = || format!("arc {wanted} does not exist, there are {}", self.0.lines.len());
        let arc = self.0.line(wanted).ok_or_else(missing)?;
        let skip = usize::from(!ring.is_empty());
        if signed < 0 {
            ring.extend(arc.iter().rev().skip(skip));
        } else {
            ring.extend(arc.iter().skip(skip));
        }
        Ok(())
    }

    fn rings(&self, numbers: &ArcNumbers, left: &mut usize) -> Result<Rings, String> {
        let mut rings = Vec::with_capacity(numbers.rings.len());
        let mut from = 0;
        for &to in &numbers.rings {
            let mut ring = Vec::new();
            for &number in &numbers.numbers[from..to] {
                self.append(number, &mut ring)?;
                if ring.len() > *left {
                    return Err(format!("its arcs join to more than {MOST_VERTICES} vertices"));
                }
            }
            *left -= ring.len();
            rings.push(std::cell::Cell::new(ring));
            from = to;
        }
        Ok(parts(&numbers.polygons, |number| LineString(rings[number].take())))
    }
}

/// The features of one object: the one that was named, else the one with polygons.
pub(super) fn features(file: &str, objects: Objects, arcs: &Arcs, options: &Options<'_>) -> Result<Features, Error> {
    let sizes: Vec<_> = objects.0.iter().map(|(name, object)| (name.clone(), polygons_in(object))).collect();
    let wanted = options.match_codes.map(miedza_territory::Units::len);
    let chosen = choose(&sizes, options.layer, wanted)
        .map_err(|known| Error::NoLayer { file: file.to_owned(), layer: options.layer.unwrap_or_default().to_owned(), known })?
        .map(ToOwned::to_owned);
    let mut found = Features { layer: chosen.clone(), ..Features::default() };
    let mut left = MOST_VERTICES;
    for (name, object) in objects.0 {
        if chosen.as_ref().is_none_or(|chosen| *chosen == name) {
            take(object, arcs, &mut found, &mut left).map_err(|detail| Error::Feature {
                file: file.to_owned(),
                feature: found.count,
                detail,
            })?;
        }
    }
    Ok(found)
}

fn take(object: Geometry, arcs: &Arcs, found: &mut Features, left: &mut usize) -> Result<(), String> {
    if let Some(members) = object.geometries {
        return members.into_iter().try_for_each(|member| take(member, arcs, found, left));
    }
    found.count += 1;
    match (object.r#type.0.as_str(), object.arcs) {
        ("Polygon", Some(mut numbers)) => {
            numbers.0.polygons = vec![numbers.0.rings.len()];
            let land = arcs.rings(&numbers.0, left)?;
            found.add(land, object.properties, object.id);
        }
        ("MultiPolygon", Some(numbers)) => {
            let land = arcs.rings(&numbers.0, left)?;
            found.add(land, object.properties, object.id);
        }
        (kind, _) => found.note_other(kind),
    }
    Ok(())
}

fn polygons_in(object: &Geometry) -> usize {
    let members = object.geometries.as_deref().unwrap_or_default();
    let own = usize::from(matches!(object.r#type.0.as_str(), "Polygon" | "MultiPolygon"));
    own + members.iter().map(polygons_in).sum::<usize>()
}

impl<'de> Deserialize<'de> for Objects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Objects;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the objects of a topology")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Objects, A::Error> {
                let mut objects = Vec::new();
                while let Some(entry) = map.next_entry::<String, Geometry>()? {
                    objects.push(entry);
                }
                Ok(Objects(objects))
            }
        }
        deserializer.deserialize_map(Map)
    }
}
