//! Strokes of the pen: paths on the grid, text, and the colours of all maps.

use geo_types::Coord;

use super::grid::{CELLS, Corner, Outline};
use crate::markup::{escape_into, put};

/// Six pale colours that differ in hue and in lightness, also for eyes that do not tell red from green. The number of a
/// colour means nothing; the borders say the same.
pub const AREAS: [&str; super::colouring::COLOURS] = ["#9fc9e6", "#f6e7a0", "#d98f6f", "#a5cf94", "#9585b5", "#bdb9ae"];

/// Text and strong lines.
pub const INK: &str = "#1c2621";
/// Secondary text.
pub const QUIET: &str = "#4c5a52";
/// Borders of areas.
pub const BORDER: &str = "#26352c";

/// Appends the data of a path: whole cells of the grid, each step relative to the last corner.
pub fn path_data(outline: &Outline, out: &mut String) {
    for ring in &outline.rings {
        let mut last = ring[0];
        put(out, format_args!("M{} {}l", last.0, last.1));
        for (position, corner) in ring.iter().enumerate().skip(1) {
            push_step(last, *corner, position > 1, out);
            last = *corner;
        }
        out.push('z');
    }
}

fn push_step(from: Corner, to: Corner, is_apart: bool, out: &mut String) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    if is_apart && x >= 0 {
        out.push(' ');
    }
    put(out, format_args!("{x}"));
    if y >= 0 {
        out.push(' ');
    }
    put(out, format_args!("{y}"));
}

/// A width in pixels as a width in cells, for strokes inside the group that is scaled from the grid.
pub fn stroke(pixels: f64) -> String {
    let cells = pixels * CELLS;
    format!("{cells:.1}")
}

/// How a line of text is set.
#[derive(Clone, Copy)]
pub struct Pen {
    /// Size in pixels.
    pub size: f64,
    /// Colour.
    pub fill: &'static str,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Whether the letters are bold.
    pub is_bold: bool,
}

impl Pen {
    /// A pen for text that starts at a place.
    pub const fn new(size: f64, fill: &'static str) -> Self {
        Self { size, fill, anchor: "start", is_bold: false }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    /// The same, centred on its place or ending there.
    pub const fn anchored(self, anchor: &'static str) -> Self {
        Self { anchor, ..self }
    }

    /// Appends a line of text with the base line at a place.
    pub fn write(self, text: &str, at: Coord<f64>, out: &mut String) {
        put(out, format_args!(r#"<text x="{:.1}" y="{:.1}" font-size="{:.1}" fill="{}""#, at.x, at.y, self.size, self.fill));
        if self.anchor != "start" {
            put(out, format_args!(r#" text-anchor="{}""#, self.anchor));
        }
        if self.is_bold {
            out.push_str(r#" font-weight="bold""#);
        }
        out.push('>');
        escape_into(text, out);
        out.push_str("</text>\n");
    }
}

/// Letters of a font that stands in for Lato are wider, bold ones most: so much of the room is used.
const NARROWER: f64 = 0.88;

/// Breaks text into lines no wider than so many pixels; a word that is wider stands alone.
pub fn wrap(text: &str, size: f64, widest: f64) -> Vec<String> {
    let widest = widest * NARROWER;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if super::labels::width(line, size) + super::labels::width(word, size) + size * 0.3 <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_room_for_the_letters_of_another_font() {
        // 60 letters of 0.56 take 504 pixels of 15: they fit into 640 with a tenth and more to spare, 70 do not.
        let line = |letters: usize| format!("{} {}", "a".repeat(letters / 2), "a".repeat(letters / 2));

        assert_eq!(wrap(&line(60), 15.0, 614.0).len(), 1);
        assert_eq!(wrap(&line(70), 15.0, 614.0).len(), 2);
    }

    #[test]
    fn a_path_is_written_in_short_steps() {
        let outline = Outline { rings: vec![vec![(10, 20), (14, 20), (11, 25), (11, 22)]] };
        let mut data = String::new();

        path_data(&outline, &mut data);

        assert_eq!(data, "M10 20l4 0-3 5 0-3z");
    }

    #[test]
    fn long_text_is_broken_between_words() {
        assert_eq!(wrap("a bb ccc", 10.0, 24.0), ["a bb", "ccc"]);
    }
}
