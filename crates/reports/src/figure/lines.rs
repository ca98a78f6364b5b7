//! Lines between places on a page map: slim wedges that bend aside and end in a point, so that both directions of a pair can
//! be told apart without colour and without arrow heads.
//!
//! The width is a matter of the class, as colours are; here the wedge is drawn as wide as its class says.

use geo_types::Coord;

use crate::markup::{escape, put};

/// A line from one place to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it begins, in degrees.
    pub from: Coord<f64>,
    /// Where it ends in a point, in degrees.
    pub to: Coord<f64>,
    /// How strong it is: `flow-1` to `flow-5`.
    pub class: &'static str,
    /// What it is, for a pointer that rests on it.
    pub told: String,
}

/// How far a line bends aside, as a part of its length.
const BEND: f64 = 0.12;
/// Half the width at the beginning of the strongest line, in units of the drawing.
const WIDEST: f64 = 5.5;

/// Half the width of a class at its beginning.
fn half_width(class: &str) -> f64 {
    let step: f64 = class.strip_prefix("flow-").and_then(|step| step.parse().ok()).unwrap_or(1.0);
    WIDEST * (step / 5.0).clamp(0.2, 1.0)
}

/// Writes a line whose ends stand in units of the drawing; one without length is left out.
pub(super) fn write_line(line: &Line, [from, to]: [Coord<f64>; 2], out: &mut String) {
    let (along, length) = ((to.x - from.x, to.y - from.y), (to.x - from.x).hypot(to.y - from.y));
    if length.is_nan() || length <= 1.0 {
        return;
    }
    let aside = (-along.1 / length, along.0 / length);
    let half = half_width(line.class);
    let middle = Coord { x: from.x + along.0 / 2.0 + along.1 * -BEND, y: from.y + along.1 / 2.0 + along.0 * BEND };
    let at = |of: Coord<f64>, width: f64| Coord { x: of.x + aside.0 * width, y: of.y + aside.1 * width };
    let (left, right) = (at(from, half), at(from, -half));
    let (near, far) = (at(middle, half / 2.0), at(middle, -half / 2.0));
    put(out, format_args!("<path class=\"flow {}\" d=\"M{:.1} {:.1}", escape(line.class), left.x, left.y));
    put(out, format_args!("Q{:.1} {:.1} {:.1} {:.1}", near.x, near.y, to.x, to.y));
    put(out, format_args!("Q{:.1} {:.1} {:.1} {:.1}z\">", far.x, far.y, right.x, right.y));
    put(out, format_args!("<title>{}</title></path>\n", escape(&line.told)));
}
