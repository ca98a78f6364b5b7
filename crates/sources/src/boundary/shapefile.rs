//! Polygons of a Shapefile, joined to the attributes of its table (`dbase`).
//!
//! The parts lie in files beside each other or in one archive; `container` finds them. Counts are checked against the
//! bytes that are there. Rings run clockwise around land here; they are turned later.

use geo_types::{Coord, LineString};
use miedza_territory::ring;

use super::dbase;
use super::error::Error;
use super::feature::{Feature, Features, Rings};
use super::wkb::Bytes;

/// The files that make one Shapefile.
pub(super) struct Parts {
    /// The geometry, `.shp`.
    pub shp: Vec<u8>,
    /// The attributes, `.dbf`.
    pub dbf: Option<Vec<u8>>,
    /// The coordinate system as text, `.prj`.
    pub prj: Option<Vec<u8>>,
    /// The name of the encoding, `.cpg`.
    pub cpg: Option<Vec<u8>>,
}

/// Reads polygons and their attributes.
pub(super) fn read(file: &str, parts: &Parts) -> Result<Features, Error> {
    let damaged = |detail: &str| Error::Damaged { file: file.to_owned(), detail: detail.to_owned() };
    let table = parts.dbf.as_deref().ok_or_else(|| damaged("the .dbf file with the attributes is missing beside it"))?;
    let table = dbase::read(table, parts.cpg.as_deref()).map_err(|detail| damaged(&format!("its .dbf file: {detail}")))?;
    let mut found = Features { columns: table.columns, ..Features::default() };
    found.declared =
        parts.prj.as_deref().map(|prj| String::from_utf8_lossy(prj).into_owned()).filter(|text| !text.trim().is_empty());
    let mut attributes = table.rows.into_iter();
    let mut rest = parts.shp.get(100..).ok_or_else(|| damaged("the .shp file ends inside its header"))?;
    while !rest.is_empty() {
        found.count += 1;
        let feature = found.count;
        let refused = |detail: String| Error::Feature { file: file.to_owned(), feature, detail };
        let (content, after) = record(rest).map_err(refused)?;
        rest = after;
        let cells = attributes.next().ok_or_else(|| damaged("the .dbf file has fewer rows than the .shp file shapes"))?;
        match land(content).map_err(refused)? {
            Ok(land) => {
                if let Some(cells) = cells {
                    found.rows.push(Feature { number: feature, cells, land });
                }
            }
            Err(kind) => found.note_other(kind),
        }
    }
    Ok(found)
}

/// The content of the next record and what follows it.
fn record(bytes: &[u8]) -> Result<(&[u8], &[u8]), String> {
    let mut header = Bytes::new(bytes, false);
    header.u32()?;
    let words = usize::try_from(header.u32()?).unwrap_or(usize::MAX);
    let rest = &bytes[8..];
    let length = words.saturating_mul(2);
    if length > rest.len() {
        return Err(format!("the record claims {length} bytes where {} are left", rest.len()));
    }
    Ok(rest.split_at(length))
}

fn land(content: &[u8]) -> Result<Result<Rings, &'static str>, String> {
    let mut bytes = Bytes::new(content, true);
    match bytes.u32()? {
        5 | 15 | 25 => {}
        0 => return Ok(Err("no geometry")),
        1 | 11 | 21 => return Ok(Err("Point")),
        3 | 13 | 23 => return Ok(Err("LineString")),
        8 | 18 | 28 => return Ok(Err("MultiPoint")),
        other => return Err(format!("it is of the unknown kind {other}")),
    }
    bytes.take::<32>()?;
    let rings = bytes.count(4)?;
    let points = bytes.count(16)?;
    let mut starts = Vec::with_capacity(rings);
    for _ in 0..rings {
        starts.push(usize::try_from(bytes.u32()?).unwrap_or(usize::MAX));
    }
    if points.saturating_mul(16) > bytes.left() {
        return Err(format!("it claims {points} points where {} bytes are left", bytes.left()));
    }
    let mut line = Vec::with_capacity(points);
    for _ in 0..points {
        line.push(Coord { x: bytes.f64()?, y: bytes.f64()? });
    }
    starts.push(points);
    let cut = |pair: &[usize]| line.get(pair[0]..pair[1]).map(|ring| LineString(ring.to_vec()));
    let rings: Option<Vec<_>> = starts.windows(2).map(cut).collect();
    let rings = rings.ok_or("its parts do not follow each other")?;
    Ok(Ok(polygons(rings)))
}

/// Land runs clockwise in this format: turned around, the rings sort into polygons as everywhere.
fn polygons(mut rings: Vec<LineString<f64>>) -> Rings {
    if rings.len() == 1 {
        return vec![rings];
    }
    for line in &mut rings {
        line.close();
        line.0.reverse();
    }
    let bare = rings.iter().all(|line| ring::doubled_area(&line.0) <= 0.0);
    if bare {
        for line in &mut rings {
            line.0.reverse();
        }
    }
    ring::polygons_of(rings)
        .into_iter()
        .map(|polygon| {
            let (outer, holes) = polygon.into_inner();
            std::iter::once(outer).chain(holes).collect()
        })
        .collect()
}
