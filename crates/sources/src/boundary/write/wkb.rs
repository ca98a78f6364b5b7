//! A multipolygon as well-known binary, little endian, and as the blob that a GeoPackage holds: header with envelope, then
//! the same.

use geo_types::{LineString, MultiPolygon, Polygon};

use super::Extent;

const MULTI_POLYGON: u32 = 6;
const POLYGON: u32 = 3;
/// Little endian, envelope of two dimensions.
const FLAGS: u8 = 0b0000_0011;
/// Little endian, no envelope, empty.
const EMPTY: u8 = 0b0001_0001;

/// Puts the blob of a shape, in longitude and latitude, behind what the buffer holds.
pub(super) fn append_blob(blob: &mut Vec<u8>, shape: &MultiPolygon<f64>) {
    blob.extend_from_slice(b"GP\0");
    let extent = Extent::of([shape]);
    blob.push(if extent.is_some() { FLAGS } else { EMPTY });
    blob.extend_from_slice(&4326_i32.to_le_bytes());
    if let Some(Extent { low, high }) = extent {
        for end in [low.x, high.x, low.y, high.y] {
            blob.extend_from_slice(&end.to_le_bytes());
        }
    }
    append_shape(blob, shape);
}

/// The well-known binary of a shape.
#[must_use]
pub fn to_wkb(shape: &MultiPolygon<f64>) -> Vec<u8> {
    let mut bytes = Vec::new();
    append_shape(&mut bytes, shape);
    bytes
}

fn append_shape(blob: &mut Vec<u8>, shape: &MultiPolygon<f64>) {
    kind(blob, MULTI_POLYGON);
    length(blob, shape.0.len());
    for polygon in shape {
        append_polygon(blob, polygon);
    }
}

fn append_polygon(blob: &mut Vec<u8>, polygon: &Polygon<f64>) {
    kind(blob, POLYGON);
    length(blob, polygon.interiors().len() + 1);
    append_ring(blob, polygon.exterior());
    for hole in polygon.interiors() {
        append_ring(blob, hole);
    }
}

fn append_ring(blob: &mut Vec<u8>, ring: &LineString<f64>) {
    length(blob, ring.0.len());
    for point in &ring.0 {
        blob.extend_from_slice(&point.x.to_le_bytes());
        blob.extend_from_slice(&point.y.to_le_bytes());
    }
}

fn kind(blob: &mut Vec<u8>, kind: u32) {
    blob.push(1);
    blob.extend_from_slice(&kind.to_le_bytes());
}

fn length(blob: &mut Vec<u8>, items: usize) {
    blob.extend_from_slice(&u32::try_from(items).unwrap_or(u32::MAX).to_le_bytes());
}
