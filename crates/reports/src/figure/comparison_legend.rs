//! What stands below two maps that are compared: the signs, the numbered list, the source.

use geo_types::Coord;
use miedza_texts::{Key, Message, key};

use super::comparison::{Comparison, Row, WIDE};
use super::furniture::draw_scale;
use super::labels::width;
use super::paint::{BORDER, INK, Pen, QUIET, wrap};
use crate::markup::put;

/// Size of letters in pixels.
const LETTERS: f64 = 10.5;
/// Height of a line.
const LINE: f64 = 15.0;
/// Letters of another font may be so much wider than those of Lato.
const WIDER: f64 = 1.2;
/// Columns of the list.
const COLUMNS: usize = 3;
/// Most areas that are listed.
const LISTED: usize = 60;

/// Everything below the maps.
pub(super) struct Legend<'a> {
    pub comparison: &'a Comparison<'a>,
    /// Where the maps end, in pixels from above.
    pub top: f64,
    /// The scale of both maps at the centre; `None` if nothing is drawn.
    pub pixels_per_km: Option<f64>,
}

impl Legend<'_> {
    /// The drawing, and where it ends in pixels from above.
    pub fn draw(&self) -> (String, f64) {
        let mut out = String::new();
        let mut y = self.top + 10.0;
        if let Some(pixels_per_km) = self.pixels_per_km {
            draw_scale(pixels_per_km, (y, self.comparison.language), &mut out);
            y += 26.0;
        }
        y = self.draw_signs(y, &mut out);
        y = self.draw_list(y + 10.0, &mut out);
        y = self.draw_source(y + 4.0, &mut out);
        (out, y + 6.0)
    }

    fn signs(&self) -> Vec<(Sign, String)> {
        let (comparison, language) = (self.comparison, self.comparison.language);
        let say = |key| language.say(&Message::new(key));
        let counted = |key: Key, units: usize| {
            language.say(&Message::new(key).with("count", Message::new(key::COUNT_UNITS).with("count", units)))
        };
        let mut signs = vec![
            (Sign::Own, say(key::MAP_COMPARISON_OWN)),
            (Sign::Other, say(key::MAP_COMPARISON_OTHER)),
            (Sign::Moved, counted(key::MAP_COMPARISON_MOVED, comparison.moved())),
        ];
        if comparison.only_on_one() > 0 {
            signs.push((Sign::OnlyOnOne, counted(key::MAP_COMPARISON_ONLY, comparison.only_on_one())));
        }
        if comparison.units.iter().any(|unit| unit.is_in.contains(&false)) {
            signs.push((Sign::InNone, say(key::MAP_COMPARISON_NONE)));
        }
        signs
    }

    /// The signs one after the other, on a new line where one finds no room.
    fn draw_signs(&self, top: f64, out: &mut String) -> f64 {
        let mut at = Coord { x: 2.0, y: top };
        for (sign, text) in self.signs() {
            let wide = 46.0 + width(&text, LETTERS) * WIDER;
            if at.x > 2.0 && at.x + wide > WIDE {
                at = Coord { x: 2.0, y: at.y + LINE };
            }
            draw_sign(sign, at, out);
            Pen::new(LETTERS, INK).write(&text, Coord { x: at.x + 46.0, y: at.y + 10.0 }, out);
            at.x += wide + 26.0;
        }
        at.y + LINE
    }

    /// Areas that change, in columns read downwards; those that do not are only counted.
    fn draw_list(&self, top: f64, out: &mut String) -> f64 {
        let language = self.comparison.language;
        let changed: Vec<&Row> = self.comparison.rows.iter().filter(|row| row.is_changed).collect();
        let same = self.comparison.rows.len() - changed.len();
        let unlisted = changed.len().saturating_sub(LISTED);
        let head = Message::new(key::MAP_COMPARISON_LIST).with("same", Message::new(key::COUNT_AREAS).with("count", same));
        Pen::new(LETTERS, INK).bold().write(&language.say(&head), Coord { x: 2.0, y: top + 10.0 }, out);
        let listed = &changed[..changed.len().min(LISTED)];
        let lines = listed.len().div_ceil(COLUMNS).max(1);
        for (column, rows) in listed.chunks(lines).enumerate() {
            let x = (0..column).fold(2.0, |x, _| x + WIDE / 3.0);
            for (line, row) in rows.iter().enumerate() {
                let y = (0..=line).fold(top + 10.0, |y, _| y + LINE);
                self.draw_row(row, Coord { x, y }, out);
            }
        }
        let bottom = (0..listed.len().div_ceil(COLUMNS)).fold(top + LINE, |y, _| y + LINE);
        if unlisted == 0 {
            return bottom;
        }
        let more = language.say(&Message::new(key::MAP_COMPARISON_UNLISTED).with("count", unlisted));
        Pen::new(LETTERS, QUIET).write(&more, Coord { x: 2.0, y: bottom + 10.0 }, out);
        bottom + LINE
    }

    fn draw_row(&self, row: &Row, at: Coord<f64>, out: &mut String) {
        let language = self.comparison.language;
        let units = |count: Option<usize>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let told = Message::new(key::MAP_COMPARISON_ROW)
            .with("name", &row.name)
            .with("first", units(row.first))
            .with("second", units(row.second));
        let number = Coord { x: at.x + 20.0, y: at.y };
        Pen::new(LETTERS, INK).bold().anchored("end").write(&row.number.to_string(), number, out);
        let text = language.say(&told);
        let line = wrap(&text, LETTERS, WIDE / 3.0 - 40.0);
        let first = line.first().cloned().unwrap_or_default();
        let text = if line.len() > 1 { format!("{first} …") } else { first };
        Pen::new(LETTERS, INK).write(&text, Coord { x: at.x + 27.0, y: at.y }, out);
    }

    fn draw_source(&self, top: f64, out: &mut String) -> f64 {
        let language = self.comparison.language;
        let mut sentences = Vec::new();
        if self.comparison.is_schematic {
            sentences.push(format!("{}.", language.say(&Message::new(key::MAP_SCHEMATIC))));
        }
        sentences.push(language.say(&Message::new(key::MAP_COMPARISON_COLOURS)));
        if !self.comparison.source.is_empty() {
            sentences
                .push(language.say(&Message::new(key::MAP_SOURCE).with("source", self.comparison.source.trim_end_matches('.'))));
        }
        sentences.push(language.say(&Message::new(key::MAP_PROJECTION)));
        let mut y = top;
        for (line, text) in wrap(&sentences.join(" "), 9.5, WIDE * 0.9).iter().enumerate() {
            y = (0..=line).fold(top, |y, _| y + 12.5);
            Pen::new(9.5, QUIET).write(text, Coord { x: 2.0, y }, out);
        }
        y
    }
}

/// A sign of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Own,
    Other,
    Moved,
    OnlyOnOne,
    InNone,
}

fn draw_sign(sign: Sign, at: Coord<f64>, out: &mut String) {
    let (x, y, middle) = (at.x, at.y + 0.5, at.y + 6.5);
    match sign {
        Sign::Own => put(out, format_args!("<path d=\"M{x:.1} {middle:.1}h38\" stroke=\"{BORDER}\" stroke-width=\"2.2\"/>\n")),
        Sign::Other => put(
            out,
            format_args!(
                "<path d=\"M{x:.1} {middle:.1}h38\" stroke=\"{INK}\" stroke-width=\"1.4\" stroke-dasharray=\"4.5 3\"/>\n"
            ),
        ),
        Sign::Moved => draw_box("url(#moved)", Coord { x, y }, out),
        Sign::OnlyOnOne => draw_box("url(#only)", Coord { x, y }, out),
        Sign::InNone => draw_box("#ffffff", Coord { x, y }, out),
    }
}

fn draw_box(fill: &str, Coord { x, y }: Coord<f64>, out: &mut String) {
    put(
        out,
        format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"38\" height=\"12\" fill=\"{fill}\" stroke=\"#5d6b62\" stroke-width=\"0.5\"/>\n"
        ),
    );
}
