//! Polygons as well-known binary, with or without a third and fourth dimension, in either byte order.
//!
//! Counts are checked against the bytes that are there before anything is allocated. Points and lines are no land:
//! they come out as their kind's name. Curves are not understood and say so.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};

use super::feature::Rings;

const DEEPEST: u8 = 4;

/// What a blob of well-known binary holds.
#[derive(Debug, PartialEq)]
pub(super) enum Land {
    /// Polygons.
    Polygons(Rings),
    /// Something without land.
    Other(&'static str),
}

/// Bytes with a position that never runs over the end.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    little: bool,
}

impl<'a> Bytes<'a> {
    pub const fn new(rest: &'a [u8], little: bool) -> Self {
        Self { rest, little }
    }

    pub const fn left(&self) -> usize {
        self.rest.len()
    }

    pub fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or_else(|| format!("it ends {N} bytes too early"))?;
        self.rest = rest;
        Ok(*taken)
    }

    pub fn u32(&mut self) -> Result<u32, String> {
        let bytes = self.take()?;
        Ok(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    pub fn f64(&mut self) -> Result<f64, String> {
        let bytes = self.take()?;
        Ok(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// A count of things that take at least `each` bytes.
    pub fn count(&mut self, each: usize) -> Result<usize, String> {
        let count = self.u32()?;
        let counted = usize::try_from(count).unwrap_or(usize::MAX);
        if counted.saturating_mul(each) > self.left() {
            return Err(format!("it claims {count} parts of {each} bytes where {} bytes are left", self.left()));
        }
        Ok(counted)
    }
}

/// The land of a well-known binary that this house has kept; no mending, no other coordinates.
///
/// # Errors
/// In words what is wrong with the bytes, or what they hold in place of land.
pub fn from_wkb(bytes: &[u8]) -> Result<MultiPolygon<f64>, String> {
    match parse(bytes)? {
        Land::Polygons(polygons) => Ok(MultiPolygon(polygons.into_iter().filter_map(polygon_of).collect())),
        Land::Other(kind) => Err(format!("it is a {kind}, not land")),
    }
}

fn polygon_of(rings: Vec<LineString<f64>>) -> Option<Polygon<f64>> {
    let mut rings = rings.into_iter();
    Some(Polygon::new(rings.next()?, rings.collect()))
}

/// Reads one geometry.
pub(super) fn parse(bytes: &[u8]) -> Result<Land, String> {
    geometry(&mut Bytes::new(bytes, true), DEEPEST)
}

fn geometry(bytes: &mut Bytes<'_>, depth: u8) -> Result<Land, String> {
    let [order] = bytes.take()?;
    bytes.little = order == 1;
    let raw = bytes.u32()?;
    let (kind, dimensions) = kind_and_dimensions(raw);
    if raw & 0x2000_0000 != 0 {
        bytes.u32()?;
    }
    match kind {
        1 => {
            let [_, _] = [bytes.f64()?, bytes.f64()?];
            (2..dimensions).try_for_each(|_| bytes.f64().map(drop))?;
            Ok(Land::Other("Point"))
        }
        2 => lines(bytes, dimensions).map(|_| Land::Other("LineString")),
        3 => polygon(bytes, dimensions).map(|rings| Land::Polygons(vec![rings])),
        4..=7 if depth > 0 => collection(bytes, kind, depth - 1),
        8..=12 => Err("it is a curve; turn curves into straight lines first".to_owned()),
        _ => Err(format!("it is of the unknown kind {raw}")),
    }
}

const fn kind_and_dimensions(raw: u32) -> (u32, usize) {
    let plain = raw & 0x0fff_ffff;
    let (kind, thousand) = (plain % 1000, plain / 1000);
    let extended = (raw >> 31) + ((raw >> 30) & 1);
    let more = match (thousand, extended) {
        (3, _) | (_, 2) => 2,
        (1 | 2, _) | (_, 1) => 1,
        _ => 0,
    };
    (kind, 2 + more)
}

fn collection(bytes: &mut Bytes<'_>, kind: u32, depth: u8) -> Result<Land, String> {
    let parts = bytes.count(5)?;
    let mut rings = Rings::new();
    for _ in 0..parts {
        if let Land::Polygons(more) = geometry(bytes, depth)? {
            rings.extend(more);
        }
    }
    let name = ["MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"];
    let position = usize::try_from(kind.saturating_sub(4)).unwrap_or(0).min(3);
    if rings.is_empty() && kind != 6 { Ok(Land::Other(name[position])) } else { Ok(Land::Polygons(rings)) }
}

fn polygon(bytes: &mut Bytes<'_>, dimensions: usize) -> Result<Vec<LineString<f64>>, String> {
    let rings = bytes.count(4)?;
    (0..rings).map(|_| lines(bytes, dimensions)).collect()
}

fn lines(bytes: &mut Bytes<'_>, dimensions: usize) -> Result<LineString<f64>, String> {
    let points = bytes.count(dimensions * 8)?;
    let mut line = Vec::with_capacity(points);
    for _ in 0..points {
        line.push(Coord { x: bytes.f64()?, y: bytes.f64()? });
        for _ in 2..dimensions {
            bytes.f64()?;
        }
    }
    Ok(LineString(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(kind: u32, dimensions: usize, little: bool) -> Vec<u8> {
        let number = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let mut bytes = vec![u8::from(little)];
        bytes.extend(number(kind));
        bytes.extend([number(1), number(4)].concat());
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)] {
            for value in [x, y, 7.0, 8.0].iter().take(dimensions) {
                let value: f64 = *value;
                bytes.extend(if little { value.to_le_bytes() } else { value.to_be_bytes() });
            }
        }
        bytes
    }

    #[test]
    fn a_polygon_is_read_in_every_dress() {
        let plain = parse(&square(3, 2, true)).expect("a polygon");
        for (kind, dimensions) in [(1003, 3), (2003, 3), (3003, 4), (0x8000_0003, 3), (0x4000_0003, 3), (0xc000_0003, 4)] {
            for little in [true, false] {
                assert_eq!(parse(&square(kind, dimensions, little)).as_ref(), Ok(&plain), "{kind} {little}");
            }
        }
    }

    #[test]
    fn kept_land_is_given_back_and_a_point_is_no_land() {
        let land = from_wkb(&square(3, 2, true)).expect("a polygon");
        let mut point = vec![1];
        point.extend([1_u32.to_le_bytes().to_vec(), 18.0_f64.to_le_bytes().to_vec(), 51.0_f64.to_le_bytes().to_vec()].concat());

        assert_eq!((land.0.len(), land.0[0].exterior().0.len()), (1, 4));
        assert_eq!(from_wkb(&point), Err("it is a Point, not land".to_owned()));
    }

    #[test]
    fn cut_off_bytes_and_wild_counts_are_refused_without_allocating() {
        let whole = square(3, 2, true);
        for length in 0..whole.len() {
            assert!(parse(&whole[..length]).is_err(), "{length}");
        }
        let mut wild = whole.clone();
        wild[5..9].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(parse(&wild).is_err());
        let mut deep = Vec::new();
        for _ in 0..100 {
            deep.extend([1, 7, 0, 0, 0, 1, 0, 0, 0]);
        }
        assert!(parse(&deep).is_err());
    }
}
