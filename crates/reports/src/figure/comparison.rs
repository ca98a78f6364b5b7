//! Two partitions of one land side by side: the same units twice, each with its own areas and the borders of the other.
//!
//! Areas that belong together have one number and one colour on both sides. What differs is told without colour: units that
//! move are hatched, those in an area on one side alone are dotted, the borders of the other partition are dashed, and a numbered list says how many units each area has
//! left and right.

use std::collections::BTreeSet;

use geo_types::{Coord, MultiPolygon, Rect};
use miedza_texts::{Key, Language, Message, key};

use super::colouring::{COLOURS, colours, touching};
use super::comparison_legend::Legend;
use super::grid::{Grid, Outline};
use super::labels::{Label, Wish, place};
use super::map::frame_of;
use super::paint::{AREAS, BORDER, INK, Pen, QUIET, path_data, stroke, wrap};
use crate::markup::{escape, put};

/// Width of the drawing in pixels.
pub const WIDE: f64 = 1000.0;
/// Room between the two maps.
const GAP: f64 = 16.0;
/// Width of one map.
const PANEL: f64 = (WIDE - GAP) / 2.0;
/// The largest height of what is mapped.
const HIGHEST: f64 = 560.0;
/// Room between a frame and what is mapped.
const PADDING: f64 = 10.0;

/// An area of one side.
#[derive(Clone, Debug)]
pub struct ComparedArea<'a> {
    /// Its number from 1; an area of the other side with the same number is what became of it.
    pub number: usize,
    /// Its outline, longitude and latitude in degrees.
    pub shape: &'a MultiPolygon<f64>,
}

/// One partition.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// What it is called, above its map.
    pub name: &'a str,
    /// Its areas.
    pub areas: &'a [ComparedArea<'a>],
}

/// A unit of the land.
#[derive(Clone, Debug)]
pub struct ComparedUnit<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its name; may be the code.
    pub name: &'a str,
    /// Its outline, longitude and latitude in degrees.
    pub shape: &'a MultiPolygon<f64>,
    /// Whether it is in another area on the other side.
    pub is_moved: bool,
    /// Whether it is in an area left and right.
    pub is_in: [bool; 2],
}

impl ComparedUnit<'_> {
    /// Whether it is in an area on one side alone.
    const fn is_only_on_one(&self) -> bool {
        self.is_in[0] != self.is_in[1]
    }
}

/// A line of the numbered list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number on the maps.
    pub number: usize,
    /// What the area is called.
    pub name: String,
    /// Units on the left; `None` where only the right has it.
    pub first: Option<usize>,
    /// Units on the right; `None` where only the left has it.
    pub second: Option<usize>,
    /// Whether it has other units left than right.
    pub is_changed: bool,
}

/// All that the drawing shows.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// Title above both maps.
    pub title: &'a str,
    /// Where the outlines come from.
    pub source: &'a str,
    /// Language of legend and description.
    pub language: Language,
    /// Whether the outlines are cells made for drawing.
    pub is_schematic: bool,
    /// Left and right.
    pub sides: [Side<'a>; 2],
    /// The units, in any order.
    pub units: &'a [ComparedUnit<'a>],
    /// The numbered list, in the order of numbers.
    pub rows: &'a [Row],
}

impl Comparison<'_> {
    /// The drawing as SVG, 1000 pixels wide; the same comparison gives the same bytes.
    pub fn svg(&self) -> String {
        let title = wrap(self.title, 15.0, WIDE * 0.96);
        let top = title.iter().fold(10.0, |top, _| top + 20.0);
        let frame = frame_of(self.units.iter().map(|unit| unit.shape));
        let sheet = frame.map(|frame| Sheet::new(self, frame));
        let height = sheet.as_ref().map_or(40.0, |sheet| sheet.grid.height + 2.0 * PADDING);
        let (below, bottom) = {
            let pixels_per_km = sheet.as_ref().map(|sheet| sheet.grid.pixels_per_km);
            Legend { comparison: self, top: top + 22.0 + height, pixels_per_km }.draw()
        };
        let mut out = String::new();
        self.open(bottom, &mut out);
        for (line, text) in title.iter().enumerate() {
            let y = (0..line).fold(17.0, |y, _| y + 20.0);
            Pen::new(15.0, INK).bold().write(text, Coord { x: 2.0, y }, &mut out);
        }
        for (side, left) in [0.0, PANEL + GAP].into_iter().enumerate() {
            let name = self.sides[side].name;
            Pen::new(12.0, QUIET).bold().write(name, Coord { x: left + 2.0, y: top + 12.0 }, &mut out);
            put(&mut out, format_args!("<g transform=\"translate({left:.1} {:.1})\">\n", top + 20.0));
            put(&mut out, format_args!("<rect width=\"{PANEL:.1}\" height=\"{height:.1}\" fill=\"#f6f8f4\"/>\n"));
            if let Some(sheet) = &sheet {
                sheet.draw(self, side, &mut out);
            }
            out.push_str("</g>\n");
        }
        out.push_str(&below);
        out.push_str("</svg>\n");
        out
    }

    fn open(&self, height: f64, out: &mut String) {
        let language = self.language.code();
        put(
            out,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {height:.0}\" width=\"{WIDE}\" height=\"{height:.0}\" \
                 role=\"img\" aria-labelledby=\"map-title map-description\" xml:lang=\"{language}\" \
                 font-family=\"Lato, 'Segoe UI', 'Noto Sans', sans-serif\">\n"
            ),
        );
        put(out, format_args!("<title id=\"map-title\">{}</title>\n", escape(self.title)));
        put(out, format_args!("<desc id=\"map-description\">{}</desc>\n", escape(&self.description())));
        out.push_str(
            "<defs><pattern id=\"moved\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path d=\"M1 0V6\" stroke=\"#1c2621\" stroke-width=\"1.5\"/></pattern>\
             <pattern id=\"moved-grid\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <path d=\"M4 0V24\" stroke=\"#1c2621\" stroke-width=\"5\"/></pattern>\
             <pattern id=\"only\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
             <circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" fill=\"#1c2621\"/></pattern>\
             <pattern id=\"only-grid\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\">\
             <circle cx=\"10\" cy=\"10\" r=\"4.8\" fill=\"#1c2621\"/></pattern></defs>\n",
        );
        put(out, format_args!("<rect width=\"{WIDE}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n"));
    }

    /// What the drawing shows, for those who do not see it.
    pub fn description(&self) -> String {
        let count = |key: Key, count: usize| Message::new(key).with("count", count);
        let told = Message::new(key::MAP_COMPARISON_DESCRIPTION)
            .with("first", count(key::COUNT_AREAS, self.sides[0].areas.len()))
            .with("second", count(key::COUNT_AREAS, self.sides[1].areas.len()))
            .with("units", count(key::COUNT_UNITS, self.units.len()))
            .with("moved", count(key::COUNT_UNITS, self.moved()));
        let only = self.only_on_one();
        let told = self.language.say(&told);
        if only == 0 {
            return told;
        }
        let only = Message::new(key::MAP_COMPARISON_DESCRIPTION_ONLY).with("units", count(key::COUNT_UNITS, only));
        format!("{told} {}", self.language.say(&only))
    }

    /// How many units that are drawn are in an area on one side alone.
    pub(super) fn only_on_one(&self) -> usize {
        self.units.iter().filter(|unit| unit.is_only_on_one()).count()
    }

    /// How many units that are drawn move.
    pub(super) fn moved(&self) -> usize {
        self.units.iter().filter(|unit| unit.is_moved).count()
    }
}

/// Both maps on one grid.
struct Sheet {
    grid: Grid,
    units: Vec<Outline>,
    areas: [Vec<Outline>; 2],
    /// Colour of each number.
    colours: Vec<usize>,
    labels: [Vec<Label>; 2],
}

impl Sheet {
    fn new(comparison: &Comparison<'_>, frame: Rect<f64>) -> Self {
        let grid = Grid::fit(frame, PANEL - 2.0 * PADDING, HIGHEST - 2.0 * PADDING);
        let outlines =
            |side: usize| -> Vec<Outline> { comparison.sides[side].areas.iter().map(|area| grid.outline(area.shape)).collect() };
        let areas = [outlines(0), outlines(1)];
        let numbers = |side: usize, at: usize| comparison.sides[side].areas[at].number;
        let mut pairs = BTreeSet::new();
        for (side, areas) in areas.iter().enumerate() {
            for (one, other) in touching(areas) {
                let (one, other) = (numbers(side, one), numbers(side, other));
                pairs.insert((one.min(other), one.max(other)));
            }
        }
        let most = comparison.sides.iter().flat_map(|side| side.areas.iter().map(|area| area.number)).max().unwrap_or(0);
        let labels = [0, 1].map(|side| labels(&comparison.sides[side], &areas[side], grid.height));
        let units = comparison.units.iter().map(|unit| grid.outline(unit.shape)).collect();
        Self { colours: colours(most + 1, &pairs), grid, units, areas, labels }
    }

    fn draw(&self, comparison: &Comparison<'_>, side: usize, out: &mut String) {
        put(out, format_args!("<g transform=\"translate({PADDING} {PADDING})\" stroke-linejoin=\"round\">\n"));
        out.push_str("<g transform=\"scale(.25)\">\n");
        self.draw_land(out);
        self.draw_areas(comparison, side, out);
        self.draw_pattern(comparison, ("moved-grid", |unit| unit.is_moved), out);
        self.draw_pattern(comparison, ("only-grid", |unit| unit.is_only_on_one()), out);
        self.draw_units(comparison, out);
        self.draw_borders(side, out);
        out.push_str("</g>\n");
        self.draw_numbers(side, out);
        out.push_str("</g>\n");
    }

    /// Units in no area keep this white ground.
    fn draw_land(&self, out: &mut String) {
        out.push_str("<path d=\"");
        self.units.iter().for_each(|outline| path_data(outline, out));
        out.push_str("\" fill=\"#ffffff\"/>\n");
    }

    fn draw_areas(&self, comparison: &Comparison<'_>, side: usize, out: &mut String) {
        for (colour, fill) in AREAS.iter().enumerate().take(COLOURS) {
            put(out, format_args!("<path fill=\"{fill}\" fill-rule=\"evenodd\" d=\""));
            for (area, outline) in comparison.sides[side].areas.iter().zip(&self.areas[side]) {
                if self.colours[area.number] == colour {
                    path_data(outline, out);
                }
            }
            out.push_str("\"/>\n");
        }
    }

    fn draw_pattern(
        &self,
        comparison: &Comparison<'_>,
        (pattern, bears): (&str, fn(&ComparedUnit<'_>) -> bool),
        out: &mut String,
    ) {
        put(out, format_args!("<path fill=\"url(#{pattern})\" d=\""));
        for (unit, outline) in comparison.units.iter().zip(&self.units) {
            if bears(unit) {
                path_data(outline, out);
            }
        }
        out.push_str("\"/>\n");
    }

    fn draw_units(&self, comparison: &Comparison<'_>, out: &mut String) {
        let dashes = if comparison.is_schematic { " stroke-dasharray=\"10 8\"" } else { "" };
        let width = stroke(if self.units.len() > 800 { 0.2 } else { 0.4 });
        put(out, format_args!("<g fill=\"none\" pointer-events=\"all\" stroke=\"#5d6b62\" stroke-width=\"{width}\"{dashes}>\n"));
        for (unit, outline) in comparison.units.iter().zip(&self.units).filter(|(_, outline)| !outline.rings.is_empty()) {
            out.push_str("<path d=\"");
            path_data(outline, out);
            put(out, format_args!("\"><title>{} ({})</title></path>\n", escape(unit.name), escape(unit.code)));
        }
        out.push_str("</g>\n");
    }

    /// The other side's borders dashed on white, then the own ones, so that a dash shows only where they differ.
    fn draw_borders(&self, side: usize, out: &mut String) {
        let many = self.areas[side].len() > 150;
        let (own, other) = if many { (1.1, 0.9) } else { (2.2, 1.4) };
        let dashes = if many { "10 8" } else { "18 12" };
        for (outlines, colour, width, dashes) in [
            (&self.areas[1 - side], "#ffffff", other + 1.6, ""),
            (&self.areas[1 - side], INK, other, dashes),
            (&self.areas[side], BORDER, own, ""),
        ] {
            let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
            put(out, format_args!("<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"{dashes} d=\"", stroke(width)));
            outlines.iter().for_each(|outline| path_data(outline, out));
            out.push_str("\"/>\n");
        }
    }

    fn draw_numbers(&self, side: usize, out: &mut String) {
        out.push_str(
            "<g stroke=\"#ffffff\" stroke-width=\"3.2\" stroke-opacity=\".92\" paint-order=\"stroke\" stroke-linejoin=\"round\">\n",
        );
        for label in &self.labels[side] {
            Pen::new(label.size, INK).bold().anchored("middle").write(&label.text, label.at, out);
        }
        out.push_str("</g>\n");
    }
}

fn labels(side: &Side<'_>, outlines: &[Outline], height: f64) -> Vec<Label> {
    let wish = |(area, outline): (&ComparedArea<'_>, &Outline)| {
        let (at, extent) = outline.middle()?;
        Some(Wish { text: area.number.to_string(), at, has_dot: false, extent, weight: extent })
    };
    place(side.areas.iter().zip(outlines).filter_map(wish).collect(), (PANEL - 2.0 * PADDING, height))
}
