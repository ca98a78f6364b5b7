//! What stands below a map: scale bar, north, legend with counts, projection and source.

use geo_types::Coord;
use miedza_texts::{Key, Language, Message, key};

use super::map::{Map, Standing, WIDTH, diamond};
use super::paint::{AREAS, BORDER, INK, Pen, QUIET, wrap};
use crate::markup::put;

/// Size of the letters of the legend in pixels.
pub const LETTERS: f64 = 10.5;

/// Height of a line of the legend in pixels.
pub const LINE: f64 = 14.0;

/// The scale bar is at most so wide, in pixels.
const WIDEST_BAR: f64 = 170.0;

/// Everything below a map.
pub struct Furniture<'a> {
    /// The map that is explained.
    pub map: &'a Map<'a>,
    /// Where the map ends, in pixels from above.
    pub top: f64,
    /// Names of the numbers on the map, from 1 on.
    pub numbered: &'a [String],
    /// How many names found no room.
    pub left_out: usize,
    /// The scale at the centre; `None` if nothing is drawn.
    pub pixels_per_km: Option<f64>,
}

/// A sign of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Colours,
    AreaBorder,
    UnitBorder,
    Hatch,
    Diamond,
    Core,
    Dot,
}

impl Furniture<'_> {
    /// Scale bar and north, where anything is drawn; gives where the legend begins.
    pub fn draw_scale_and_north(&self, out: &mut String) -> f64 {
        let y = self.top + 8.0;
        let Some(pixels_per_km) = self.pixels_per_km else { return y };
        draw_scale(pixels_per_km, (y, self.map.language), out);
        self.draw_north(y, out);
        y + 34.0
    }

    fn draw_north(&self, y: f64, out: &mut String) {
        let x = WIDTH - 14.0;
        put(out, format_args!("<path d=\"M{x} {:.1}l5 14-5-3.5-5 3.5z\" fill=\"{INK}\"/>\n", y - 2.0));
        let north = self.map.language.say(&Message::new(key::MAP_NORTH));
        Pen::new(10.0, INK).bold().anchored("middle").write(&north, Coord { x, y: y + 22.0 }, out);
    }

    fn signs(&self) -> Vec<(Sign, String)> {
        let map = self.map;
        let counted = |key: Key, count: Key, number: usize| {
            map.language.say(&Message::new(key).with("count", Message::new(count).with("count", number)))
        };
        let mut signs = vec![
            (Sign::Colours, counted(key::MAP_LEGEND_AREAS, key::COUNT_AREAS, map.areas.len())),
            (Sign::AreaBorder, map.language.say(&Message::new(key::MAP_LEGEND_AREA_BORDER))),
            (Sign::UnitBorder, counted(key::MAP_LEGEND_UNIT_BORDER, key::COUNT_UNITS, map.units.len())),
        ];
        if map.areas.iter().any(|area| area.seat.is_some()) {
            signs.push((Sign::Dot, map.language.say(&Message::new(key::MAP_LEGEND_SEAT))));
        }
        let standings = [
            (Standing::Unassigned, Sign::Hatch, key::MAP_LEGEND_UNASSIGNED),
            (Standing::Edge, Sign::Diamond, key::MAP_LEGEND_EDGE),
            (Standing::Core, Sign::Core, key::MAP_LEGEND_CORE),
        ];
        for (standing, sign, key) in standings {
            let number = map.count(standing);
            if number > 0 {
                signs.push((sign, counted(key, key::COUNT_UNITS, number)));
            }
        }
        signs
    }

    /// The legend in two columns, filled row by row.
    /// The legend of a delimitation; gives where it ends.
    pub fn draw_legend(&self, top: f64, out: &mut String) -> f64 {
        let mut y = top;
        for pair in self.signs().chunks(2) {
            let mut lines = 0;
            for ((sign, text), x) in pair.iter().zip([2.0, WIDTH / 2.0 + 6.0]) {
                draw_sign(*sign, x, y, out);
                let text = wrap(text, LETTERS, WIDTH / 2.0 - 60.0);
                for (line, words) in text.iter().enumerate() {
                    let below = (0..line).fold(y + 10.0, |y, _| y + LINE);
                    Pen::new(LETTERS, INK).write(words, Coord { x: x + 46.0, y: below }, out);
                }
                lines = lines.max(text.len());
            }
            y = (0..lines).fold(y + 4.0, |y, _| y + LINE);
        }
        y
    }

    /// Names without room, source and projection; gives where they end.
    pub fn draw_source(&self, top: f64, out: &mut String) -> f64 {
        let language = self.map.language;
        let numbered: Vec<String> =
            (1..).zip(self.numbered).map(|(number, name): (usize, _)| format!("{number}\u{a0}{name}")).collect();
        let mut sentences: Vec<String> =
            (!numbered.is_empty()).then(|| format!("{}.", numbered.join(", "))).into_iter().collect();
        if self.left_out > 0 {
            sentences.push(language.say(&Message::new(key::MAP_LABELS_LEFT_OUT).with("count", self.left_out)));
        }
        if !self.map.source.is_empty() {
            sentences.push(language.say(&Message::new(key::MAP_SOURCE).with("source", self.map.source.trim_end_matches('.'))));
        }
        sentences.push(language.say(&Message::new(key::MAP_PROJECTION)));
        let mut y = top;
        for (line, text) in wrap(&sentences.join(" "), 9.5, WIDTH * 0.9).iter().enumerate() {
            y = (0..=line).fold(top, |y, _| y + 12.5);
            Pen::new(9.5, QUIET).write(text, Coord { x: 2.0, y }, out);
        }
        y
    }
}

/// A scale bar at the left edge, so far from above; 20 pixels high with its numbers.
pub(super) fn draw_scale(pixels_per_km: f64, (y, language): (f64, Language), out: &mut String) {
    let km = round_length(WIDEST_BAR / pixels_per_km);
    let width = km * pixels_per_km;
    put(out, format_args!("<g stroke=\"{INK}\" stroke-width=\"0.8\">"));
    for (part, fill) in [(0.0, INK), (0.5, "#ffffff")] {
        let x = 2.0 + width * part;
        put(out, format_args!("<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"4\" fill=\"{fill}\"/>", width / 2.0));
    }
    out.push_str("</g>\n");
    let label = |km: f64| language.number(km, usize::from(km.fract() > 0.0));
    let pen = Pen::new(10.0, INK).anchored("middle");
    let below = y + 16.0;
    Pen::new(10.0, INK).write("0", Coord { x: 2.0, y: below }, out);
    if km > 0.1 {
        pen.write(&label(km / 2.0), Coord { x: 2.0 + width / 2.0, y: below }, out);
    }
    pen.write(&format!("{}\u{a0}km", label(km)), Coord { x: 2.0 + width, y: below }, out);
}

/// The largest of 1, 2, 5 times a power of ten that is not above a length.
fn round_length(longest: f64) -> f64 {
    let mut length = 0.1;
    for power in 0..6 {
        for step in [1.0, 2.0, 5.0] {
            let candidate = step * (0..power).fold(0.1, |value, _| value * 10.0);
            if candidate <= longest {
                length = candidate;
            }
        }
    }
    libm::round(length * 10.0) / 10.0
}

fn draw_sign(sign: Sign, x: f64, y: f64, out: &mut String) {
    let middle = y + 6.5;
    match sign {
        Sign::Colours => {
            let mut left = x;
            for fill in AREAS {
                put(
                    out,
                    format_args!("<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"6.3\" height=\"11\" fill=\"{fill}\"/>", y + 1.0),
                );
                left += 6.3;
            }
            put(
                out,
                format_args!(
                    "<rect x=\"{x}\" y=\"{:.1}\" width=\"37.8\" height=\"11\" fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"0.8\"/>\n",
                    y + 1.0
                ),
            );
        }
        Sign::AreaBorder => line(x, middle, (BORDER, 1.5), out),
        Sign::UnitBorder => line(x, middle, ("#5d6b62", 0.5), out),
        Sign::Core => line(x, middle, (BORDER, 2.6), out),
        Sign::Hatch => put(
            out,
            format_args!(
                "<rect x=\"{x}\" y=\"{:.1}\" width=\"37.8\" height=\"11\" fill=\"url(#map-hatch)\" stroke=\"#5d6b62\" stroke-width=\"0.5\"/>\n",
                y + 1.0
            ),
        ),
        Sign::Diamond => diamond(Coord { x: x + 19.0, y: middle }, 3.6, out),
        Sign::Dot => put(out, format_args!("<circle cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"2.8\" fill=\"{INK}\"/>\n", x + 19.0)),
    }
}

fn line(x: f64, y: f64, pen: (&str, f64), out: &mut String) {
    put(out, format_args!("<path d=\"M{x} {y:.1}h37.8\" stroke=\"{}\" stroke-width=\"{}\"/>\n", pen.0, pen.1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_bars_have_round_lengths() {
        let cases = [(0.05, 0.1), (0.7, 0.5), (1.0, 1.0), (37.0, 20.0), (140.0, 100.0), (999.0, 500.0)];
        for (longest, expected) in cases {
            assert!((round_length(longest) - expected).abs() < 1e-9, "{longest}: {}", round_length(longest));
        }
    }
}
