//! Layers as GeoJSON (RFC 7946): coordinates to seven decimals, a centimetre, members always in the same order.

use std::io::{self, Write};

use geo_types::{Coord, LineString, Polygon};

use super::{Cell, Extent, Layer, Row};

/// Writes a layer as a feature collection, one feature per line.
///
/// # Errors
/// What the writer says.
pub fn write_geojson(mut writer: impl Write, layer: &Layer<'_>) -> io::Result<()> {
    writer.write_all(&geojson(layer))
}

/// A layer as a feature collection, one feature per line.
#[must_use]
pub fn geojson(layer: &Layer<'_>) -> Vec<u8> {
    let points: usize =
        layer.rows.iter().filter_map(|row| row.geometry).flatten().map(|polygon| polygon.exterior().0.len()).sum();
    let mut text = Text(Vec::with_capacity(256 + points * 24 + layer.rows.len() * 256));
    text.put("{\"type\":\"FeatureCollection\",\"name\":");
    text.quoted(layer.name);
    if let Some(Extent { low, high }) = Extent::of(layer.rows.iter().filter_map(|row| row.geometry)) {
        text.put(",\"bbox\":[");
        text.list([low.x, low.y, high.x, high.y], Text::coordinate);
        text.put("]");
    }
    text.put(",\"features\":[\n");
    for (number, row) in layer.rows.iter().enumerate() {
        text.put(if number == 0 { "" } else { ",\n" });
        text.feature(layer, row);
    }
    text.put("\n]}\n");
    text.0
}

struct Text(Vec<u8>);

impl Text {
    fn put(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    fn quoted(&mut self, text: &str) {
        self.put("\"");
        for character in text.chars() {
            match character {
                '"' => self.put("\\\""),
                '\\' => self.put("\\\\"),
                '\u{0}'..='\u{1f}' => self.put(&format!("\\u{:04x}", u32::from(character))),
                other => self.put(other.encode_utf8(&mut [0; 4])),
            }
        }
        self.put("\"");
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Self, T)) {
        for (number, item) in items.into_iter().enumerate() {
            if number > 0 {
                self.put(",");
            }
            each(self, item);
        }
    }

    fn feature(&mut self, layer: &Layer<'_>, row: &Row<'_>) {
        self.put("{\"type\":\"Feature\",\"properties\":{");
        let missing = std::iter::repeat(&Cell::Missing);
        self.list(layer.columns.iter().zip(row.values.iter().chain(missing)), |text, (column, value)| {
            text.quoted(column.name);
            text.put(":");
            text.value(value);
        });
        self.put("},\"geometry\":");
        match row.geometry.map(|shape| shape.0.as_slice()) {
            None | Some([]) => self.put("null"),
            Some([single]) => {
                self.put("{\"type\":\"Polygon\",\"coordinates\":");
                self.polygon(single);
                self.put("}");
            }
            Some(several) => {
                self.put("{\"type\":\"MultiPolygon\",\"coordinates\":[");
                self.list(several, Self::polygon);
                self.put("]}");
            }
        }
        self.put("}");
    }

    fn value(&mut self, value: &Cell) {
        match value {
            Cell::Text(text) => self.quoted(text),
            Cell::Whole(number) => self.put(&number.to_string()),
            Cell::Real(number) if number.is_finite() => self.put(&number.to_string()),
            Cell::Real(_) | Cell::Missing => self.put("null"),
            Cell::Flag(flag) => self.put(if *flag { "true" } else { "false" }),
        }
    }

    fn polygon(&mut self, polygon: &Polygon<f64>) {
        self.put("[");
        self.list(std::iter::once(polygon.exterior()).chain(polygon.interiors()), Self::ring);
        self.put("]");
    }

    fn ring(&mut self, ring: &LineString<f64>) {
        self.put("[");
        self.list(&ring.0, |text, point: &Coord<f64>| {
            text.put("[");
            text.coordinate(point.x);
            text.put(",");
            text.coordinate(point.y);
            text.put("]");
        });
        self.put("]");
    }

    /// Degrees to seven decimals, without zeros at the end.
    #[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "degrees times 10^7 are far below 2^63")]
    fn coordinate(&mut self, degrees: f64) {
        let scaled = (degrees * 1e7).round() as i64;
        if scaled < 0 {
            self.put("-");
        }
        let (whole, mut fraction) = (scaled.unsigned_abs() / 10_000_000, scaled.unsigned_abs() % 10_000_000);
        self.digits(whole, 1);
        if fraction == 0 {
            return;
        }
        let mut places = 7;
        while fraction % 10 == 0 {
            fraction /= 10;
            places -= 1;
        }
        self.put(".");
        self.digits(fraction, places);
    }

    fn digits(&mut self, mut number: u64, at_least: usize) {
        let start = self.0.len();
        while number > 0 || self.0.len() < start + at_least {
            self.0.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
            number /= 10;
        }
        self.0[start..].reverse();
    }
}

/// The land of a shape as GeoJSON would have it, for snapshots and tests of callers.
#[cfg(test)]
pub(super) fn shape_text(shape: &geo_types::MultiPolygon<f64>) -> String {
    let row = Row { geometry: Some(shape), values: Vec::new() };
    let layer = Layer { name: "shape", columns: Vec::new(), rows: vec![row] };
    String::from_utf8(geojson(&layer)).expect("GeoJSON is UTF-8")
}
