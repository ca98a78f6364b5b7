//! Maps for pages: shapes with classes, which the sheet of the portal colours in light, dark and on paper.
//!
//! Unlike [`super::Map`], which is a document of its own, this drawing has no legend, no scale and no colour; the page
//! around it brings what it shows in words. No attribute carries style, as pages forbid it. The same pieces give the same
//! bytes. Names are placed so that none lies on another on a wide page, nor the foremost ones on a phone, where the sheet
//! makes letters larger and leaves the others out.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use geo_types::{Coord, MultiPolygon, Rect};

use super::grid::{CELLS, Corner, Grid, Outline, pixels};
use super::labels::width;
use super::lines::{Line, write_line};
use crate::markup::{escape, put};

/// Width of the drawing in its own units.
const WIDTH: f64 = 640.0;
/// The drawing goes no higher.
const HIGHEST: f64 = 560.0;
/// Room around what must be seen.
const PADDING: f64 = 14.0;
/// Cells of the grid are tenths of a unit.
const FINE: f64 = 10.0 / CELLS;
/// Size of the foremost names, as large as the sheet makes them on a phone.
const FOREMOST: f64 = 28.0;
/// Size of the other names, as large as the sheet makes them where they are shown.
const OTHERS: f64 = 20.0;

/// How a name stands on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prominence {
    /// Shown wherever it finds room.
    Foremost,
    /// Left out on a phone.
    Other,
}

/// A name on the map.
#[derive(Clone, Debug)]
pub struct Name<'a> {
    /// The name.
    pub text: &'a str,
    /// How it stands.
    pub prominence: Prominence,
}

/// One shape.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// Classes beside `unit`.
    pub class: &'a str,
    /// Its outline, longitude and latitude in degrees.
    pub shape: &'a MultiPolygon<f64>,
    /// Where it leads; empty for nowhere.
    pub href: String,
    /// What it is, for a pointer that rests on it.
    pub told: String,
    /// Its name on the map; the pieces that come first are served first.
    pub name: Option<Name<'a>>,
    /// Where its seat lies, in degrees; a dot is drawn there and the name stands beside it.
    pub seat: Option<Coord<f64>>,
    /// Whether the map is as large as to show it whole; others are cut off at its rim.
    pub is_framed: bool,
}

/// A map for a page.
#[derive(Clone, Debug)]
pub struct PageMap<'a> {
    /// Id of the drawing, unique on its page.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// What it shows, in sentences.
    pub description: &'a str,
    /// The shapes, those below first.
    pub pieces: &'a [Piece<'a>],
}

impl PageMap<'_> {
    /// The drawing; empty if there is nothing to be framed.
    #[must_use]
    pub fn svg(&self) -> String {
        self.svg_with_lines(&[])
    }

    /// The drawing with lines between places, over the shapes and under the names.
    #[must_use]
    pub fn svg_with_lines(&self, lines: &[Line]) -> String {
        let Some(sheet) = Sheet::of(self.pieces) else { return String::new() };
        let mut out = String::new();
        let (id, height) = (escape(self.id), sheet.height);
        put(&mut out, format_args!("<svg class=\"map\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"group\" "));
        put(&mut out, format_args!("aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-told\">"));
        put(&mut out, format_args!("<title id=\"{id}-title\">{}</title>", escape(self.title)));
        put(&mut out, format_args!("<desc id=\"{id}-told\">{}</desc>\n", escape(self.description)));
        for (piece, outline) in self.pieces.iter().zip(&sheet.outlines) {
            write_piece(piece, outline, &mut out);
        }
        for line in lines {
            write_line(line, [line.from, line.to].map(|end| units(shift(sheet.grid.snap(end)))), &mut out);
        }
        sheet.write_seats(&mut out);
        sheet.write_names(self.pieces, &mut out);
        out.push_str("</svg>");
        out
    }

    /// The same small and mute, for a list where words stand beside it: no names, no links, one path per class.
    #[must_use]
    pub fn sketch(&self) -> String {
        let Some(sheet) = Sheet::of(self.pieces) else { return String::new() };
        let mut out = String::new();
        put(&mut out, format_args!("<svg class=\"map\" viewBox=\"0 0 {WIDTH} {:.0}\">", sheet.height));
        let mut drawn: Vec<(&str, String)> = Vec::new();
        for (piece, outline) in self.pieces.iter().zip(&sheet.outlines) {
            match drawn.last_mut() {
                Some((class, data)) if *class == piece.class => write_path(outline, data),
                _ => {
                    let mut data = String::new();
                    write_path(outline, &mut data);
                    drawn.push((piece.class, data));
                }
            }
        }
        for (class, data) in drawn.iter().filter(|(_, data)| !data.is_empty()) {
            put(&mut out, format_args!("<path class=\"unit {}\" d=\"{data}\"/>", escape(class)));
        }
        out.push_str("</svg>");
        out
    }
}

fn write_piece(piece: &Piece<'_>, outline: &Outline, out: &mut String) {
    if outline.rings.is_empty() {
        return;
    }
    if !piece.href.is_empty() {
        // The list beside the map has the same links for the keyboard.
        put(out, format_args!("<a href=\"{}\" tabindex=\"-1\">", escape(&piece.href)));
    }
    put(out, format_args!("<path class=\"unit {}\" d=\"", escape(piece.class)));
    write_path(outline, out);
    out.push_str("\">");
    if !piece.told.is_empty() {
        put(out, format_args!("<title>{}</title>", escape(&piece.told)));
    }
    out.push_str("</path>");
    if !piece.href.is_empty() {
        out.push_str("</a>");
    }
    out.push('\n');
}

/// Appends the rings, each step relative to the last corner, in tenths of a unit.
fn write_path(outline: &Outline, out: &mut String) {
    for ring in &outline.rings {
        let mut last: Corner = (0, 0);
        for (position, corner) in ring.iter().enumerate() {
            out.push(if position == 0 { 'M' } else { 'l' });
            write_tenths(corner.0 - last.0, out);
            if corner.1 >= last.1 {
                out.push(' ');
            }
            write_tenths(corner.1 - last.1, out);
            last = *corner;
        }
        out.push('z');
    }
}

/// A number of tenths as a decimal number: `-0.5` is `-.5`.
fn write_tenths(tenths: i32, out: &mut String) {
    let (whole, rest) = ((tenths / 10).unsigned_abs(), (tenths % 10).unsigned_abs());
    if tenths < 0 {
        out.push('-');
    }
    // Writing into a string cannot fail.
    if whole > 0 || rest == 0 {
        let _ = write!(out, "{whole}");
    }
    if rest > 0 {
        let _ = write!(out, ".{rest}");
    }
}

/// The pieces on the paper.
struct Sheet {
    grid: Grid,
    outlines: Vec<Outline>,
    seats: Vec<Option<Coord<f64>>>,
    height: f64,
}

impl Sheet {
    fn of(pieces: &[Piece<'_>]) -> Option<Self> {
        let frame = frame(pieces)?;
        let inner = |length: f64| (length - 2.0 * PADDING) * FINE;
        let grid = Grid::fit(frame, inner(WIDTH), inner(HIGHEST));
        let outlines = pieces.iter().map(|piece| shifted(grid.outline(piece.shape))).collect();
        let seat = |piece: &Piece<'_>| piece.seat.map(|seat| units(shift(grid.snap(seat))));
        let (seats, height) = (pieces.iter().map(seat).collect(), grid.height / FINE + 2.0 * PADDING);
        Some(Self { grid, outlines, seats, height })
    }

    fn write_seats(&self, out: &mut String) {
        for seat in self.seats.iter().flatten() {
            put(out, format_args!("<circle class=\"seat\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>", seat.x, seat.y));
        }
    }

    fn write_names(&self, pieces: &[Piece<'_>], out: &mut String) {
        let mut taken: Vec<Room> = Vec::new();
        // A town and the municipality around it often share a name: one is enough where they lie together.
        let mut written: BTreeSet<&str> = BTreeSet::new();
        for (prominence, size, class) in [(Prominence::Foremost, FOREMOST, ""), (Prominence::Other, OTHERS, " class=\"minor\"")] {
            if prominence == Prominence::Other {
                // On pages where the others are shown, the foremost are smaller too.
                taken.iter_mut().for_each(|room| room.shrink(OTHERS / FOREMOST));
            }
            for (number, piece) in pieces.iter().enumerate() {
                let Some(name) = piece.name.as_ref().filter(|name| name.prominence == prominence) else { continue };
                if written.contains(name.text) {
                    continue;
                }
                if let Some(at) = self.free(number, name.text, size, &taken) {
                    taken.push(Room::of(name.text, at, size));
                    written.insert(name.text);
                    put(out, format_args!("<text{class} x=\"{:.1}\" y=\"{:.1}\">{}</text>", at.x, at.y, escape(name.text)));
                }
            }
        }
    }

    /// A place for a name, the middle of its base line; `None` if there is none.
    fn free(&self, number: usize, text: &str, size: f64, taken: &[Room]) -> Option<Coord<f64>> {
        let places = match self.seats[number] {
            Some(seat) => beside(seat, text, size),
            None => inside(self.outlines[number].middle().map(|(middle, _)| pixels_to_units(middle))?, size),
        };
        let fits = |at: &Coord<f64>| {
            let room = Room::of(text, *at, size);
            room.is_within(WIDTH, self.height) && !taken.iter().any(|other| other.meets(&room))
        };
        places.into_iter().find(fits)
    }
}

fn beside(seat: Coord<f64>, text: &str, size: f64) -> Vec<Coord<f64>> {
    let aside = width(text, size) / 2.0 + 9.0;
    let (above, below, level) = (seat.y - 9.0, seat.y + size * 0.75 + 9.0, seat.y + size * 0.34);
    vec![
        Coord { x: seat.x, y: above },
        Coord { x: seat.x, y: below },
        Coord { x: seat.x + aside, y: level },
        Coord { x: seat.x - aside, y: level },
    ]
}

fn inside(middle: Coord<f64>, size: f64) -> Vec<Coord<f64>> {
    [0.34, -0.5, 1.2, -1.4, 2.1, -2.3, 3.0].map(|shift| Coord { x: middle.x, y: middle.y + size * shift }).to_vec()
}

/// The smallest frame, in degrees, around what must be seen whole.
fn frame(pieces: &[Piece<'_>]) -> Option<Rect<f64>> {
    let framed = pieces.iter().filter(|piece| piece.is_framed);
    let corners = framed.flat_map(|piece| piece.shape.0.iter().flat_map(|polygon| polygon.exterior().0.iter().copied()));
    corners.filter(|corner| corner.x.is_finite() && corner.y.is_finite()).fold(None, |frame: Option<Rect<f64>>, corner| {
        let Some(frame) = frame else { return Some(Rect::new(corner, corner)) };
        let (low, high) = (frame.min(), frame.max());
        Some(Rect::new(
            Coord { x: low.x.min(corner.x), y: low.y.min(corner.y) },
            Coord { x: high.x.max(corner.x), y: high.y.max(corner.y) },
        ))
    })
}

fn shifted(mut outline: Outline) -> Outline {
    outline.rings.iter_mut().flatten().for_each(|corner| *corner = shift(*corner));
    outline
}

/// Room at the rim, in tenths.
fn shift(corner: Corner) -> Corner {
    const RIM: i32 = 140;
    (corner.0 + RIM, corner.1 + RIM)
}

/// A corner in units of the drawing.
fn units(corner: Corner) -> Coord<f64> {
    pixels_to_units(pixels(corner))
}

fn pixels_to_units(pixels: Coord<f64>) -> Coord<f64> {
    Coord { x: pixels.x / FINE, y: pixels.y / FINE }
}

/// The room that a name takes.
struct Room {
    at: Coord<f64>,
    half: f64,
    above: f64,
    below: f64,
}

impl Room {
    fn of(text: &str, at: Coord<f64>, size: f64) -> Self {
        Self { at, half: width(text, size) / 2.0 + 2.0, above: size * 0.8 + 1.0, below: size * 0.24 + 1.0 }
    }

    fn shrink(&mut self, factor: f64) {
        self.half *= factor;
        self.above *= factor;
        self.below *= factor;
    }

    fn meets(&self, other: &Self) -> bool {
        let is_beside = (self.at.x - other.at.x).abs() >= self.half + other.half;
        let is_over = self.at.y + self.below <= other.at.y - other.above || other.at.y + other.below <= self.at.y - self.above;
        !is_beside && !is_over
    }

    fn is_within(&self, width: f64, height: f64) -> bool {
        self.at.x >= self.half && self.at.x + self.half <= width && self.at.y >= self.above && self.at.y + self.below <= height
    }
}

#[cfg(test)]
mod tests {
    use geo_types::{LineString, Polygon};

    use super::*;

    fn square(x: f64, y: f64) -> MultiPolygon<f64> {
        let corners = [(x, y), (x + 0.1, y), (x + 0.1, y + 0.1), (x, y + 0.1), (x, y)];
        MultiPolygon(vec![Polygon::new(LineString::from(corners.to_vec()), Vec::new())])
    }

    fn piece<'a>(shape: &'a MultiPolygon<f64>, class: &'a str, name: Option<(&'a str, Prominence)>) -> Piece<'a> {
        let name = name.map(|(text, prominence)| Name { text, prominence });
        Piece { class, shape, href: "/pl/units/1".to_owned(), told: "A & B".to_owned(), name, seat: None, is_framed: true }
    }

    #[test]
    fn a_page_map_carries_classes_and_no_style() {
        let (one, two) = (square(16.0, 50.0), square(16.1, 50.0));
        let pieces = [piece(&one, "member leader", Some(("Wałbrzych", Prominence::Foremost))), piece(&two, "outside", None)];

        let svg = PageMap { id: "map", title: "Members", description: "Two units.", pieces: &pieces }.svg();

        assert!(svg.contains("class=\"unit member leader\"") && svg.contains(">Wałbrzych</text>"), "{svg}");
        assert!(svg.contains("A &amp; B") && svg.contains("href=\"/pl/units/1\""), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains("fill="), "{svg}");
    }

    #[test]
    fn a_line_leads_from_place_to_place_and_tells_what_it_is() {
        let shape = square(16.0, 50.0);
        let line = |from: (f64, f64), to: (f64, f64)| Line {
            from: from.into(),
            to: to.into(),
            class: "flow-3",
            told: "A → B: 1 200".to_owned(),
        };
        let lines = [line((16.02, 50.02), (16.08, 50.08)), line((16.05, 50.05), (16.05, 50.05))];

        let svg = PageMap { id: "map", title: "Flows", description: "Two units.", pieces: &[piece(&shape, "member", None)] }
            .svg_with_lines(&lines);

        // A line from a place to itself has nowhere to go.
        assert_eq!(svg.matches("class=\"flow flow-3\"").count(), 1, "{svg}");
        assert!(svg.contains("<title>A → B: 1 200</title>") && !svg.contains("NaN"), "{svg}");
    }

    #[test]
    fn a_sketch_joins_pieces_of_one_class() {
        let (one, two, three) = (square(16.0, 50.0), square(16.1, 50.0), square(16.2, 50.0));
        let pieces = [piece(&one, "member", None), piece(&two, "member", None), piece(&three, "member leader", None)];

        let svg = PageMap { id: "map", title: "", description: "", pieces: &pieces }.sketch();

        assert_eq!(svg.matches("<path").count(), 2, "{svg}");
        assert!(!svg.contains("<a "), "{svg}");
    }

    #[test]
    fn nothing_framed_draws_nothing() {
        let shape = square(16.0, 50.0);
        let pieces = [Piece { is_framed: false, ..piece(&shape, "outside", None) }];

        assert_eq!(PageMap { id: "map", title: "", description: "", pieces: &pieces }.svg(), "");
    }

    #[test]
    fn no_name_lies_on_another() {
        let shape = square(16.0, 50.0);
        let pieces: Vec<Piece> = ["Jawor", "Męcinka", "Radków", "Walim", "Lubawka", "Żarów"]
            .map(|name| piece(&shape, "member", Some((name, Prominence::Other))))
            .to_vec();

        let svg = PageMap { id: "map", title: "", description: "", pieces: &pieces }.svg();

        assert!((1..6).contains(&svg.matches("<text").count()), "{svg}");
    }

    #[test]
    fn a_town_and_the_municipality_around_it_are_named_once() {
        let (one, two) = (square(16.0, 50.0), square(16.1, 50.0));
        let pieces = [&one, &two].map(|shape| piece(shape, "member", Some(("Wałcz", Prominence::Foremost))));

        let svg = PageMap { id: "map", title: "Members", description: "Two units.", pieces: &pieces }.svg();

        assert_eq!(svg.matches(">Wałcz</text>").count(), 1, "{svg}");
    }

    #[test]
    fn tenths_are_written_short() {
        let cases = [(0, "0"), (5, ".5"), (-5, "-.5"), (10, "1"), (-123, "-12.3"), (1200, "120")];
        for (tenths, expected) in cases {
            let mut out = String::new();
            write_tenths(tenths, &mut out);

            assert_eq!(out, expected);
        }
    }
}
