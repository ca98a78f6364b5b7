//! Nested lists of numbers in JSON, read straight into flat vectors, without a tree between.
//!
//! GeoJSON nests positions in rings in polygons, TopoJSON numbers of arcs the same way. The depth is known only from the
//! innermost list, for `type` may stand behind `coordinates`.

use std::fmt;

use geo_types::{Coord, LineString};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};

use super::feature::Rings;

/// What becomes of numbers and of the ends of lists.
pub(super) trait Sink: Default {
    /// A number was read.
    fn number(&mut self, value: f64);
    /// A list ended; 1 for a list of numbers, 2 for a list of those, and so on.
    fn close(&mut self, height: u8) -> Result<(), &'static str>;
}

/// Reads any nested list into a sink.
#[derive(Default, Debug)]
pub(super) struct Nested<S>(pub S);

impl<'de, S: Sink> Deserialize<'de> for Nested<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut sink = S::default();
        Level(&mut sink).deserialize(deserializer)?;
        Ok(Self(sink))
    }
}

struct Level<'a, S>(&'a mut S);

impl<'de, S: Sink> DeserializeSeed<'de> for Level<'_, S> {
    type Value = u8;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u8, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, S: Sink> Visitor<'de> for Level<'_, S> {
    type Value = u8;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates: a number or a list")
    }

    fn visit_f64<E>(self, value: f64) -> Result<u8, E> {
        self.0.number(value);
        Ok(0)
    }

    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "coordinates and arc numbers are far below 2^53")]
    fn visit_u64<E>(self, value: u64) -> Result<u8, E> {
        self.0.number(value as f64);
        Ok(0)
    }

    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "coordinates and arc numbers are far below 2^53")]
    fn visit_i64<E>(self, value: i64) -> Result<u8, E> {
        self.0.number(value as f64);
        Ok(0)
    }

    fn visit_unit<E>(self) -> Result<u8, E> {
        Ok(0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<u8, A::Error> {
        let mut inner = None;
        while let Some(height) = list.next_element_seed(Level(&mut *self.0))? {
            if *inner.get_or_insert(height) != height {
                return Err(A::Error::custom("coordinates mix numbers and lists"));
            }
        }
        let height = inner.unwrap_or(0) + 1;
        if height > 5 {
            return Err(A::Error::custom("coordinates are nested too deep"));
        }
        if inner.is_some() {
            self.0.close(height).map_err(A::Error::custom)?;
        }
        Ok(height)
    }
}

/// Positions, and where lines and polygons of them end.
#[derive(Default, Debug)]
pub(super) struct Positions {
    /// All positions, in order.
    pub points: Vec<Coord<f64>>,
    /// Ends of lines in `points`.
    pub lines: Vec<usize>,
    /// Ends of polygons in `lines`.
    pub polygons: Vec<usize>,
    /// How deep the lists were.
    pub height: u8,
    pending: Coord<f64>,
    numbers: u8,
}

impl Sink for Positions {
    fn number(&mut self, value: f64) {
        match self.numbers {
            0 => self.pending.x = value,
            1 => self.pending.y = value,
            _ => {}
        }
        self.numbers = self.numbers.saturating_add(1);
    }

    fn close(&mut self, height: u8) -> Result<(), &'static str> {
        self.height = self.height.max(height);
        match height {
            1 if self.numbers < 2 => return Err("a position has fewer than two numbers"),
            1 => {
                self.points.push(self.pending);
                self.numbers = 0;
            }
            2 => self.lines.push(self.points.len()),
            3 => self.polygons.push(self.lines.len()),
            _ => {}
        }
        Ok(())
    }
}

impl Positions {
    /// One of the lines, counted from 0.
    pub fn line(&self, number: usize) -> Option<&[Coord<f64>]> {
        let from = if number == 0 { 0 } else { *self.lines.get(number - 1)? };
        self.points.get(from..*self.lines.get(number)?)
    }

    /// The polygons, a single one if the lists were only three deep.
    pub fn into_rings(self) -> Rings {
        parts(&self.polygons, |number| LineString(self.line(number).unwrap_or_default().to_vec()))
    }
}

/// Numbers of arcs, and where rings and polygons of them end.
#[derive(Default, Debug)]
pub(super) struct ArcNumbers {
    /// All numbers, in order; negative ones name an arc run backwards.
    pub numbers: Vec<f64>,
    /// Ends of rings in `numbers`.
    pub rings: Vec<usize>,
    /// Ends of polygons in `rings`.
    pub polygons: Vec<usize>,
}

impl Sink for ArcNumbers {
    fn number(&mut self, value: f64) {
        self.numbers.push(value);
    }

    fn close(&mut self, height: u8) -> Result<(), &'static str> {
        match height {
            1 => self.rings.push(self.numbers.len()),
            2 => self.polygons.push(self.rings.len()),
            _ => {}
        }
        Ok(())
    }
}

/// Polygons of the rings between the given ends.
pub(super) fn parts(polygons: &[usize], ring: impl Fn(usize) -> LineString<f64>) -> Rings {
    let mut from = 0;
    let mut found = Vec::with_capacity(polygons.len());
    for &to in polygons {
        found.push((from..to).map(&ring).collect());
        from = to;
    }
    found
}
