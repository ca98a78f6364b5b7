//! The map of a delimitation: areas in pale colours with strong borders, units with thin ones, names, legend, scale.
//!
//! What is drawn comes in as plain outlines in degrees (WGS 84); nothing is computed here but where things stand on the
//! paper. Borders are the outlines that were given: an area is drawn as its own outline, not as the sum of its units.

use std::collections::BTreeSet;

use geo_types::{Coord, MultiPolygon, Rect};
use miedza_texts::{Language, Message, key};

use super::colouring::{COLOURS, colours, touching};
use super::furniture::Furniture;
use super::grid::{Grid, Outline, pixels};
use super::labels::{Label, Wish, place, place_or_number};
use super::paint::{AREAS, BORDER, INK, Pen, path_data, stroke};
use super::plate::{self, Plate};
use crate::markup::{escape, put};

/// Width of the drawing in pixels.
pub const WIDTH: f64 = 640.0;

/// The largest height of what is mapped in pixels, so that the map with legend and caption fits a page of A4.
pub(super) const HIGHEST: f64 = 580.0;

/// Room between the frame and what is mapped, in pixels.
pub(super) const PADDING: f64 = 10.0;

/// How a unit stands to the areas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// In an area.
    #[default]
    Inside,
    /// In an area, but almost as strongly tied to another: marked with a diamond.
    Edge,
    /// A core of its area: marked by a thick outline.
    Core,
    /// In no area: hatched.
    Unassigned,
}

/// A unit to be drawn.
#[derive(Clone, Debug)]
pub struct MapUnit<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its outline, longitude and latitude in degrees.
    pub shape: &'a MultiPolygon<f64>,
    /// How it stands to the areas.
    pub standing: Standing,
}

/// An area to be drawn.
#[derive(Clone, Debug)]
pub struct MapArea<'a> {
    /// The name that stands on the map; may be empty.
    pub label: &'a str,
    /// Its outline, dissolved from its units, longitude and latitude in degrees.
    pub shape: &'a MultiPolygon<f64>,
    /// Where its seat lies, longitude and latitude in degrees; a dot is drawn there.
    pub seat: Option<Coord<f64>>,
    /// How important its name is, for instance its employed residents: where room is short, the greater weight wins.
    pub weight: f64,
}

/// All that a map shows.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// Title above the map.
    pub title: &'a str,
    /// Who published the figures and outlines, and of when.
    pub source: &'a str,
    /// Language of legend and description.
    pub language: Language,
    /// Whether the outlines are cells made for drawing and no administrative boundaries.
    pub is_schematic: bool,
    /// The areas.
    pub areas: &'a [MapArea<'a>],
    /// The units, in any order.
    pub units: &'a [MapUnit<'a>],
    /// Pairs of areas that touch, by position in `areas`; `None` to find them by the corners that they share.
    pub neighbours: Option<&'a [(usize, usize)]>,
}

impl Map<'_> {
    /// The map as SVG, 640 pixels wide and at most some 900 high.
    ///
    /// Positions are whole quarters of a pixel; the same map gives the same bytes. A shape without extent on paper is left
    /// out. The drawing bears a title and a description and needs no colour to be read. Text names the font Lato.
    pub fn svg(&self) -> String {
        plate::svg(self)
    }

    /// Begins the drawing, with what it shows for those who do not see it.
    pub(super) fn open(&self, height: f64, description: &str, out: &mut String) {
        let language = self.language.code();
        put(
            out,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" \
                 role=\"img\" aria-labelledby=\"map-title map-description\" xml:lang=\"{language}\" \
                 font-family=\"Lato, 'Segoe UI', 'Noto Sans', sans-serif\">\n"
            ),
        );
        put(out, format_args!("<title id=\"map-title\">{}</title>\n", escape(self.title)));
        put(out, format_args!("<desc id=\"map-description\">{}</desc>\n", escape(description)));
        put(
            out,
            format_args!(
                "<defs><pattern id=\"map-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#eceeec\"/>\
                 <path d=\"M1 0V5\" stroke=\"#8d9890\" stroke-width=\"1.3\"/></pattern></defs>\n"
            ),
        );
        put(out, format_args!("<rect width=\"{WIDTH}\" height=\"{height:.0}\" fill=\"#ffffff\"/>\n"));
    }

    /// What the map shows, for those who do not see it.
    pub fn description(&self) -> String {
        let count = |key, count: usize| Message::new(key).with("count", count);
        let mut text = self.language.say(
            &Message::new(key::MAP_DESCRIPTION)
                .with("areas", count(key::COUNT_AREAS, self.areas.len()))
                .with("units", count(key::COUNT_UNITS, self.units.len())),
        );
        let unassigned = self.count(Standing::Unassigned);
        if unassigned > 0 {
            text.push(' ');
            text.push_str(
                &self
                    .language
                    .say(&Message::new(key::MAP_DESCRIPTION_UNASSIGNED).with("units", count(key::COUNT_UNITS, unassigned))),
            );
        }
        if self.is_schematic {
            text.push(' ');
            text.push_str(&self.language.say(&Message::new(key::MAP_SCHEMATIC)));
            text.push('.');
        }
        text
    }

    /// How many units stand so.
    pub(super) fn count(&self, standing: Standing) -> usize {
        self.units.iter().filter(|unit| unit.standing == standing).count()
    }

    /// The smallest frame, in degrees, around all that is drawn; `None` if nothing is.
    pub(super) fn frame(&self) -> Option<Rect<f64>> {
        let shapes = self.units.iter().map(|unit| unit.shape).chain(self.areas.iter().map(|area| area.shape));
        let seats = self.areas.iter().filter_map(|area| area.seat).map(|seat| Rect::new(seat, seat));
        frame_of(shapes)
            .into_iter()
            .chain(seats.filter(|seat| seat.min().x.is_finite() && seat.min().y.is_finite()))
            .reduce(around)
    }
}

impl Plate for Map<'_> {
    const GROUND: &'static str = "#f6f8f4";

    fn map(&self) -> &Map<'_> {
        self
    }

    fn told(&self) -> String {
        self.description()
    }

    fn draw_cells(&self, sheet: &Sheet, out: &mut String) {
        sheet.draw_unassigned(self, out);
        sheet.draw_areas(out);
        sheet.draw_units(self, out);
        sheet.draw_borders(self, out);
    }

    fn draw_signs(&self, sheet: &Sheet, out: &mut String) {
        sheet.draw_edges(self, out);
    }

    fn draw_legend(&self, furniture: &Furniture<'_>, top: f64, out: &mut String) -> f64 {
        furniture.draw_legend(top, out)
    }
}

/// The smallest frame, in degrees, around shapes; `None` if there is nothing to frame.
pub(super) fn frame_of<'a>(shapes: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Option<Rect<f64>> {
    let places = shapes.flat_map(|shape| shape.0.iter().flat_map(|polygon| polygon.exterior().0.iter().copied()));
    places.filter(|place| place.x.is_finite() && place.y.is_finite()).map(|place| Rect::new(place, place)).reduce(around)
}

fn around(one: Rect<f64>, other: Rect<f64>) -> Rect<f64> {
    let (low, high) = (one.min(), one.max());
    Rect::new(
        Coord { x: low.x.min(other.min().x), y: low.y.min(other.min().y) },
        Coord { x: high.x.max(other.max().x), y: high.y.max(other.max().y) },
    )
}

/// Outlines on the grid, hatched; nothing where there are none.
pub(super) fn draw_hatched(data: &str, out: &mut String) {
    if data.is_empty() {
        return;
    }
    // The hatch is drawn in pixels, so the grid is undone for it.
    put(out, format_args!("<path d=\"{data}\" fill=\"#eceeec\"/>\n"));
    put(out, format_args!("<path d=\"{data}\" fill=\"url(#map-hatch-grid)\"/>\n"));
    out.push_str(
        "<defs><pattern id=\"map-hatch-grid\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><path d=\"M4 0V20\" stroke=\"#8d9890\" stroke-width=\"5\"/></pattern></defs>\n",
    );
}

/// A map on its grid, with colours and names found.
pub(super) struct Sheet {
    /// Where degrees stand on paper.
    pub grid: Grid,
    /// Outlines of the areas.
    pub areas: Vec<Outline>,
    /// Outlines of the units.
    pub units: Vec<Outline>,
    colours: Vec<usize>,
    labels: Vec<Label>,
    /// Names of the numbers that stand for names, from 1 on.
    pub numbered: Vec<String>,
    /// Names that found no room.
    pub left_out: usize,
}

/// Whose names stand on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Those of the areas.
    Areas,
    /// Those of the units, on a map without areas.
    Units,
}

impl Sheet {
    /// Puts a map on a grid.
    pub fn new(map: &Map<'_>, grid: Grid, named: Named) -> Self {
        let areas: Vec<Outline> = map.areas.iter().map(|area| grid.outline(area.shape)).collect();
        let units: Vec<Outline> = map.units.iter().map(|unit| grid.outline(unit.shape)).collect();
        let neighbours: BTreeSet<(usize, usize)> = match map.neighbours {
            Some(pairs) => pairs.iter().copied().collect(),
            None => touching(&areas),
        };
        let frame = (WIDTH - 2.0 * PADDING, grid.height);
        let (wanted, (labels, numbered)) = if named == Named::Units && areas.is_empty() {
            let wishes: Vec<Wish> = map.units.iter().zip(&units).filter_map(|(unit, outline)| unit_wish(unit, outline)).collect();
            (wishes.len(), place_or_number(wishes, frame))
        } else {
            let wishes: Vec<Wish> =
                map.areas.iter().zip(&areas).filter_map(|(area, outline)| wish(area, outline, &grid)).collect();
            (wishes.len(), (place(wishes, frame), Vec::new()))
        };
        let colours = colours(areas.len(), &neighbours);
        Self { left_out: wanted - labels.len(), grid, areas, units, colours, labels, numbered }
    }

    /// All units of one standing as a single path.
    fn together(&self, map: &Map<'_>, standing: Standing) -> String {
        let mut data = String::new();
        for (unit, outline) in map.units.iter().zip(&self.units) {
            if unit.standing == standing {
                path_data(outline, &mut data);
            }
        }
        data
    }

    /// Units of no area, hatched.
    pub fn draw_unassigned(&self, map: &Map<'_>, out: &mut String) {
        draw_hatched(&self.together(map, Standing::Unassigned), out);
    }

    fn draw_areas(&self, out: &mut String) {
        out.push_str("<defs>\n");
        for colour in 0..COLOURS {
            put(out, format_args!("<path id=\"map-colour-{colour}\" d=\""));
            for (outline, _) in self.areas.iter().zip(&self.colours).filter(|(_, of)| **of == colour) {
                path_data(outline, out);
            }
            out.push_str("\"/>\n");
        }
        out.push_str("</defs>\n");
        for (colour, fill) in AREAS.iter().enumerate() {
            put(out, format_args!("<use href=\"#map-colour-{colour}\" fill=\"{fill}\" fill-rule=\"evenodd\"/>\n"));
        }
    }

    /// Borders of the units, with their names for a pointer.
    pub fn draw_units(&self, map: &Map<'_>, out: &mut String) {
        let dashes = if map.is_schematic { " stroke-dasharray=\"10 8\"" } else { "" };
        let width = stroke(if self.units.len() > 800 { 0.25 } else { 0.5 });
        put(out, format_args!("<g fill=\"none\" pointer-events=\"all\" stroke=\"#5d6b62\" stroke-width=\"{width}\"{dashes}>\n"));
        for (unit, outline) in map.units.iter().zip(&self.units) {
            if outline.rings.is_empty() {
                continue;
            }
            out.push_str("<path d=\"");
            path_data(outline, out);
            put(out, format_args!("\"><title>{} ({})</title></path>\n", escape(unit.name), escape(unit.code)));
        }
        out.push_str("</g>\n");
    }

    fn draw_borders(&self, map: &Map<'_>, out: &mut String) {
        let width = stroke(if self.areas.len() > 150 { 0.9 } else { 1.5 });
        put(out, format_args!("<g fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"{width}\">\n"));
        for colour in 0..COLOURS {
            put(out, format_args!("<use href=\"#map-colour-{colour}\"/>\n"));
        }
        out.push_str("</g>\n");
        let cores = self.together(map, Standing::Core);
        if !cores.is_empty() {
            let width = stroke(2.6);
            put(out, format_args!("<path d=\"{cores}\" fill=\"none\" stroke=\"{BORDER}\" stroke-width=\"{width}\"/>\n"));
        }
    }

    fn draw_edges(&self, map: &Map<'_>, out: &mut String) {
        for (unit, outline) in map.units.iter().zip(&self.units) {
            let Some((middle, _)) = outline.middle().filter(|_| unit.standing == Standing::Edge) else { continue };
            diamond(middle, if self.units.len() > 800 { 2.2 } else { 3.6 }, out);
        }
    }

    /// Dots and names of the seats.
    pub fn draw_names(&self, map: &Map<'_>, out: &mut String) {
        for seat in map.areas.iter().filter_map(|area| area.seat) {
            let at = pixels(self.grid.snap(seat));
            let radius = if self.areas.len() > 150 { 1.5 } else { 2.8 };
            put(
                out,
                format_args!("<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius}\" fill=\"{INK}\" stroke=\"#fff\"/>\n", at.x, at.y),
            );
        }
        out.push_str(
            "<g stroke=\"#ffffff\" stroke-width=\"2.6\" stroke-opacity=\".85\" paint-order=\"stroke\" stroke-linejoin=\"round\">\n",
        );
        for label in &self.labels {
            Pen::new(label.size, INK).bold().anchored("middle").write(&label.text, label.at, out);
        }
        out.push_str("</g>\n");
    }
}

fn wish(area: &MapArea<'_>, outline: &Outline, grid: &Grid) -> Option<Wish> {
    let (middle, extent) = outline.middle()?;
    let seat = area.seat.map(|seat| pixels(grid.snap(seat)));
    let text = area.label.trim();
    (!text.is_empty()).then(|| Wish {
        text: text.to_owned(),
        at: seat.unwrap_or(middle),
        has_dot: seat.is_some(),
        extent,
        weight: area.weight,
    })
}

fn unit_wish(unit: &MapUnit<'_>, outline: &Outline) -> Option<Wish> {
    let (middle, extent) = outline.middle()?;
    let text = unit.name.trim();
    (!text.is_empty()).then(|| Wish { text: text.to_owned(), at: middle, has_dot: false, extent, weight: 0.0 })
}

/// Appends the mark that the outlines are no boundaries, in the corner of the frame.
pub(super) fn draw_schematic_mark(language: Language, out: &mut String) {
    let text = language.say(&Message::new(key::MAP_SCHEMATIC));
    let width = super::labels::width(&text, 10.0) + 10.0;
    put(
        out,
        format_args!(
            "<rect x=\"-4\" y=\"-4\" width=\"{width:.1}\" height=\"18\" fill=\"#fbf2dd\" stroke=\"#8a5300\" stroke-width=\"0.8\"/>\n"
        ),
    );
    Pen::new(10.0, "#6b4100").bold().write(&text, Coord { x: 2.0, y: 8.8 }, out);
}

/// Appends the mark of a unit on the edge between two areas.
pub(super) fn diamond(at: Coord<f64>, radius: f64, out: &mut String) {
    put(
        out,
        format_args!(
            "<path d=\"M{:.1} {:.1}l{radius} {radius}-{radius} {radius}-{radius}-{radius}z\" fill=\"#fff\" stroke=\"{INK}\" \
             stroke-width=\"1.1\"/>\n",
            at.x,
            at.y - radius
        ),
    );
}
