//! Outlines on the fine grid of the drawing: a quarter of a pixel wide, so what falls together there is drawn once.
//!
//! Each corner snaps by itself and only repeated and straight-through corners are dropped. Two neighbours that share a
//! border in the data therefore share it in the drawing, to the last digit, without any look at each other.

use geo_types::{Coord, LineString, MultiPolygon, Rect};

use super::projection::Projection;

/// Cells of the grid per pixel.
pub const CELLS: f64 = 4.0;

/// A corner on the grid.
pub type Corner = (i32, i32);

/// From degrees to the grid.
pub struct Grid {
    projection: Projection,
    west: f64,
    north: f64,
    /// Pixels of the drawing per kilometre at the centre.
    pub pixels_per_km: f64,
    /// Height of what is drawn in pixels.
    pub height: f64,
}

impl Grid {
    /// A grid on which the frame, in degrees, fits into a width and a height in pixels, in the middle of the width.
    pub fn fit(frame: Rect<f64>, width: f64, highest: f64) -> Self {
        let projection = Projection::around(frame);
        let (mut low, mut high) = (Coord { x: f64::MAX, y: f64::MAX }, Coord { x: f64::MIN, y: f64::MIN });
        for point in rim(frame) {
            let point = projection.project(point);
            low = Coord { x: low.x.min(point.x), y: low.y.min(point.y) };
            high = Coord { x: high.x.max(point.x), y: high.y.max(point.y) };
        }
        let (wide, tall) = ((high.x - low.x).max(0.1), (high.y - low.y).max(0.1));
        let pixels_per_km = (width / wide).min(highest / tall);
        let margin = (width / pixels_per_km - wide) / 2.0;
        Self { projection, west: low.x - margin, north: low.y, pixels_per_km, height: tall * pixels_per_km }
    }

    /// The cell of a place in degrees.
    pub fn snap(&self, degrees: Coord<f64>) -> Corner {
        let km = self.projection.project(degrees);
        let scale = self.pixels_per_km * CELLS;
        (cell((km.x - self.west) * scale), cell((km.y - self.north) * scale))
    }

    /// The rings of an outline on the grid; what has no extent there is left out.
    pub fn outline(&self, shape: &MultiPolygon<f64>) -> Outline {
        let mut rings = Vec::new();
        for polygon in &shape.0 {
            rings.extend(self.ring(polygon.exterior()));
            rings.extend(polygon.interiors().iter().filter_map(|ring| self.ring(ring)));
        }
        Outline { rings }
    }

    fn ring(&self, ring: &LineString<f64>) -> Option<Vec<Corner>> {
        let mut corners: Vec<Corner> = Vec::with_capacity(ring.0.len());
        for place in &ring.0 {
            let corner = self.snap(*place);
            if corners.last() != Some(&corner) {
                corners.push(corner);
            }
        }
        if corners.len() > 1 && corners.first() == corners.last() {
            corners.pop();
        }
        let corners = without_straight_corners(&corners);
        (corners.len() >= 3).then_some(corners)
    }
}

/// Places on the rim of a frame: the bent edges of the frame decide how much room it takes.
fn rim(frame: Rect<f64>) -> impl Iterator<Item = Coord<f64>> {
    let (low, high) = (frame.min(), frame.max());
    (0_i32..=8).flat_map(move |step| {
        let part = f64::from(step) / 8.0;
        let (x, y) = (low.x + (high.x - low.x) * part, low.y + (high.y - low.y) * part);
        [Coord { x, y: low.y }, Coord { x, y: high.y }, Coord { x: low.x, y }, Coord { x: high.x, y }]
    })
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a drawing is some thousand cells wide")]
fn cell(position: f64) -> i32 {
    libm::round(position.clamp(-1e6, 1e6)) as i32
}

/// Drops corners that lie exactly on the line between the last corner kept and the next.
fn without_straight_corners(corners: &[Corner]) -> Vec<Corner> {
    let mut kept: Vec<Corner> = Vec::with_capacity(corners.len());
    for (position, corner) in corners.iter().enumerate() {
        let next = corners[(position + 1) % corners.len()];
        let is_straight = kept.last().is_some_and(|last| lies_between(*last, *corner, next));
        if !is_straight {
            kept.push(*corner);
        }
    }
    kept
}

fn lies_between(from: Corner, middle: Corner, to: Corner) -> bool {
    let (first, second) = (step(from, middle), step(middle, to));
    first.0 * second.1 == first.1 * second.0 && first.0 * second.0 + first.1 * second.1 > 0
}

fn step(from: Corner, to: Corner) -> (i64, i64) {
    (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1))
}

/// The rings of a shape on the grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Outer and inner rings, not closed by a repeated corner.
    pub rings: Vec<Vec<Corner>>,
}

impl Outline {
    /// The largest ring's middle in pixels and its extent in square pixels; `None` for a shape without extent.
    pub fn middle(&self) -> Option<(Coord<f64>, f64)> {
        self.rings.iter().map(|ring| middle(ring)).max_by(|one, other| one.1.total_cmp(&other.1)).filter(|found| found.1 > 0.0)
    }

    /// All corners, in order.
    pub fn corners(&self) -> impl Iterator<Item = Corner> + '_ {
        self.rings.iter().flatten().copied()
    }
}

/// Centre of gravity in pixels and extent in square pixels.
fn middle(ring: &[Corner]) -> (Coord<f64>, f64) {
    let origin = ring[0];
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for (position, corner) in ring.iter().enumerate() {
        let from = step(origin, *corner);
        let to = step(origin, ring[(position + 1) % ring.len()]);
        let from = Coord { x: whole(from.0), y: whole(from.1) };
        let to = Coord { x: whole(to.0), y: whole(to.1) };
        let cross = from.x * to.y - to.x * from.y;
        twice += cross;
        x += (from.x + to.x) * cross;
        y += (from.y + to.y) * cross;
    }
    if twice == 0.0 {
        return (pixels(origin), 0.0);
    }
    let centre = pixels(origin);
    let middle = Coord { x: centre.x + x / (3.0 * twice) / CELLS, y: centre.y + y / (3.0 * twice) / CELLS };
    (middle, twice.abs() / (2.0 * CELLS * CELLS))
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "a drawing is some thousand cells wide")]
fn whole(number: i64) -> f64 {
    number as f64
}

/// A corner in pixels.
pub fn pixels(corner: Corner) -> Coord<f64> {
    Coord { x: f64::from(corner.0) / CELLS, y: f64::from(corner.1) / CELLS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_corners_that_go_straight_on_are_dropped() {
        let corners = [(0, 0), (2, 0), (4, 0), (4, 4), (2, 2)];

        assert_eq!(without_straight_corners(&corners), [(0, 0), (4, 0), (4, 4)]);
    }

    #[test]
    fn a_spike_back_on_itself_is_no_straight_corner() {
        assert!(!lies_between((0, 0), (4, 0), (1, 0)));
    }

    #[test]
    fn the_middle_of_a_square_is_its_middle() {
        let (middle, extent) = middle(&[(40, 40), (80, 40), (80, 80), (40, 80)]);

        assert_eq!((middle.x, middle.y, extent), (15.0, 15.0, 100.0));
    }
}
