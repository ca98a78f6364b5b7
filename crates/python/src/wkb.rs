//! Polygons out of well-known binary and out of GeoJSON geometries.
//!
//! Polygons and multipolygons only, in the forms of ISO and of PostGIS, either byte order; heights and measures are dropped.
//! What else a geometry can be is no land of a unit.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};

use crate::fault::Fault;
use crate::said::Said;

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;
/// Flags of the extended form: height, measure, reference system.
const EXTENDED: [u32; 3] = [0x8000_0000, 0x4000_0000, 0x2000_0000];

/// The polygons of a geometry in well-known binary.
pub fn read(bytes: &[u8]) -> Result<MultiPolygon, Fault> {
    let mut reader = Reader { bytes, is_little: true };
    let mut polygons = Vec::new();
    reader.geometry(&mut polygons)?;
    Ok(MultiPolygon(polygons))
}

struct Reader<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Fault> {
        let (taken, rest) = self.bytes.split_first_chunk().ok_or_else(|| Fault::input("a geometry ends too early"))?;
        self.bytes = rest;
        Ok(*taken)
    }

    fn number(&mut self) -> Result<u32, Fault> {
        let bytes = self.take()?;
        Ok(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn ordinate(&mut self) -> Result<f64, Fault> {
        let bytes = self.take()?;
        Ok(if self.is_little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    fn geometry(&mut self, polygons: &mut Vec<Polygon>) -> Result<(), Fault> {
        let [order] = self.take()?;
        self.is_little = order == 1;
        let kind = self.number()?;
        let [height, measure, system] = EXTENDED.map(|flag| kind & flag != 0);
        let plain = kind & 0x0fff_ffff;
        if system {
            self.number()?;
        }
        // The ISO form adds 1000 for a height, 2000 for a measure, 3000 for both.
        let more = usize::from(height)
            + usize::from(measure)
            + [0, 1, 1, 2].get(usize::try_from(plain / 1000).unwrap_or(9)).copied().unwrap_or(0);
        match plain % 1000 {
            POLYGON => polygons.push(self.polygon(more)?),
            MULTI_POLYGON => {
                for _ in 0..self.number()? {
                    self.geometry(polygons)?;
                }
            }
            other => {
                return Err(Fault::input(format!(
                    "a geometry is of kind {other}, and the land of a unit is a polygon or a multipolygon"
                )));
            }
        }
        Ok(())
    }

    fn polygon(&mut self, more: usize) -> Result<Polygon, Fault> {
        let mut rings = (0..self.number()?).map(|_| self.ring(more)).collect::<Result<Vec<_>, _>>()?.into_iter();
        Ok(Polygon::new(rings.next().unwrap_or_else(|| LineString(Vec::new())), rings.collect()))
    }

    fn ring(&mut self, more: usize) -> Result<LineString, Fault> {
        let mut points = Vec::new();
        for _ in 0..self.number()? {
            points.push(Coord { x: self.ordinate()?, y: self.ordinate()? });
            for _ in 0..more {
                self.ordinate()?;
            }
        }
        Ok(LineString(points))
    }
}

/// The polygons of a GeoJSON geometry, or of a feature with one.
pub fn read_json(text: &str) -> Result<MultiPolygon, Fault> {
    let said: Said = serde_json::from_str(text).map_err(|error| Fault::input(format!("a geometry is no GeoJSON: {error}")))?;
    geometry(&said)
}

fn geometry(said: &Said) -> Result<MultiPolygon, Fault> {
    if let Some(inner @ Said::Record(_)) = field(said, "geometry") {
        return geometry(inner);
    }
    let polygons = match (field(said, "type"), field(said, "coordinates")) {
        (Some(Said::Text(kind)), Some(rings)) if kind == "Polygon" => vec![polygon(rings)?],
        (Some(Said::Text(kind)), Some(Said::List(polygons))) if kind == "MultiPolygon" => {
            polygons.iter().map(polygon).collect::<Result<_, _>>()?
        }
        _ => return Err(Fault::input("a geometry is neither a polygon nor a multipolygon")),
    };
    Ok(MultiPolygon(polygons))
}

fn field<'a>(said: &'a Said, name: &str) -> Option<&'a Said> {
    let Said::Record(fields) = said else { return None };
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn polygon(rings: &Said) -> Result<Polygon, Fault> {
    let mut rings = list(rings)?.iter().map(ring).collect::<Result<Vec<_>, _>>()?.into_iter();
    Ok(Polygon::new(rings.next().unwrap_or_else(|| LineString(Vec::new())), rings.collect()))
}

fn ring(points: &Said) -> Result<LineString, Fault> {
    list(points)?.iter().map(point).collect::<Result<Vec<_>, _>>().map(LineString)
}

fn point(ordinates: &Said) -> Result<Coord, Fault> {
    match list(ordinates)? {
        [x, y, ..] => Ok(Coord { x: ordinate(x)?, y: ordinate(y)? }),
        _ => Err(Fault::input("a vertex has no two coordinates")),
    }
}

fn list(said: &Said) -> Result<&[Said], Fault> {
    if let Said::List(values) = said { Ok(values) } else { Err(Fault::input("coordinates are no list")) }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a whole degree is a small number")]
fn ordinate(said: &Said) -> Result<f64, Fault> {
    match said {
        Said::Number(number) => Ok(*number),
        Said::Count(count) => Ok(*count as f64),
        _ => Err(Fault::input("a coordinate is no number")),
    }
}
