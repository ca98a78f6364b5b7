//! Which unit a place lies in.

use geo::{BoundingRect, Intersects};
use geo_types::{Point, Rect};
use miedza_territory::{Boundaries, UnitIx};

/// Boundaries that can be asked where places lie.
///
/// Each place costs a look at the rectangle of every unit and at the vertices of those it lies in.
#[derive(Debug)]
pub struct Locator<'a> {
    boundaries: &'a Boundaries,
    rectangles: Vec<(UnitIx, Rect<f64>)>,
}

impl<'a> Locator<'a> {
    /// For the units of these boundaries; units without land hold no place.
    #[must_use]
    pub fn new(boundaries: &'a Boundaries) -> Self {
        let rectangles = boundaries.shapes.enumerate().filter_map(|(unit, shape)| Some((unit, shape.bounding_rect()?))).collect();
        Self { boundaries, rectangles }
    }

    /// The unit of a place in degrees east and north; the smallest one where borders meet, `None` off all land.
    #[must_use]
    pub fn unit_at(&self, place: Point) -> Option<UnitIx> {
        let mut near = self.rectangles.iter().filter(|(_, rectangle)| rectangle.intersects(&place)).map(|&(unit, _)| unit);
        near.find(|&unit| self.boundaries.shapes[unit].intersects(&place))
    }
}

#[cfg(test)]
mod tests {
    use geo_types::polygon;
    use miedza_territory::{UnitVec, Units, samples};

    use super::*;

    #[test]
    fn a_place_lies_in_its_unit_and_on_a_border_in_the_smaller_one() {
        let west = polygon![(x: 20.0, y: 50.0), (x: 20.2, y: 50.0), (x: 20.1, y: 50.1), (x: 20.0, y: 50.1)];
        let east = polygon![(x: 20.2, y: 50.0), (x: 20.2, y: 50.1), (x: 20.1, y: 50.1)];
        let boundaries = Boundaries {
            units: Units::new(["1", "2"].map(samples::code).to_vec()),
            shapes: UnitVec::new(vec![west.into(), east.into()]),
            names: UnitVec::filled(2, None),
            schematic: false,
        };
        let locator = Locator::new(&boundaries);
        let cases = [
            ("inside the first", (20.05, 50.05), Some(0)),
            ("in the rectangle of both, inside the second", (20.19, 50.09), Some(1)),
            ("on the border", (20.1, 50.1), Some(0)),
            ("outside", (20.3, 50.05), None),
        ];
        for (name, place, expected) in cases {
            assert_eq!(locator.unit_at(place.into()).map(UnitIx::get), expected, "{name}");
        }
    }
}
