//! What every map of a page has in common: title, ground, what is mapped with its names, and what stands below.

use geo_types::Coord;

use super::furniture::Furniture;
use super::grid::Grid;
use super::map::{HIGHEST, Map, Named, PADDING, Sheet, WIDTH, draw_schematic_mark};
use super::paint::{INK, Pen, wrap};
use crate::markup::put;

/// A map that differs from others in what fills the units and in its legend.
pub(super) trait Plate {
    /// Colour behind what is mapped.
    const GROUND: &'static str = "#ffffff";

    /// Whose names stand on it.
    const NAMED: Named = Named::Areas;

    /// The largest height of what is mapped in pixels.
    const HIGHEST: f64 = HIGHEST;

    /// Areas and units.
    fn map(&self) -> &Map<'_>;

    /// What is told to those who do not see it.
    fn told(&self) -> String;

    /// Patterns that the drawing refers to.
    fn draw_patterns(&self, _out: &mut String) {}

    /// All that lies on the grid, in quarters of a pixel.
    fn draw_cells(&self, sheet: &Sheet, out: &mut String);

    /// Signs over it, below the names, in pixels.
    fn draw_signs(&self, _sheet: &Sheet, _out: &mut String) {}

    /// The legend from `top` down; gives where it ends.
    fn draw_legend(&self, furniture: &Furniture<'_>, top: f64, out: &mut String) -> f64;
}

/// The drawing as SVG, 640 pixels wide and at most some 900 high; the same map gives the same bytes.
pub(super) fn svg<P: Plate>(plate: &P) -> String {
    let map = plate.map();
    let grid = map.frame().map(|frame| Grid::fit(frame, WIDTH - 2.0 * PADDING, P::HIGHEST - 2.0 * PADDING));
    let sheet = grid.map(|grid| Sheet::new(map, grid, P::NAMED));
    let title = wrap(map.title, 15.0, WIDTH * 0.96);
    let top = title.iter().fold(10.0, |top, _| top + 20.0);
    let height = sheet.as_ref().map_or(40.0, |sheet| sheet.grid.height + 2.0 * PADDING);
    let (below, bottom) = below(plate, sheet.as_ref(), top + height);
    let mut out = String::new();
    map.open(bottom, &plate.told(), &mut out);
    plate.draw_patterns(&mut out);
    for (line, text) in title.iter().enumerate() {
        let y = (0..line).fold(17.0, |y, _| y + 20.0);
        Pen::new(15.0, INK).bold().write(text, Coord { x: 2.0, y }, &mut out);
    }
    put(&mut out, format_args!("<g transform=\"translate(0 {top:.1})\">\n"));
    put(&mut out, format_args!("<rect width=\"{WIDTH}\" height=\"{height:.1}\" fill=\"{}\"/>\n", P::GROUND));
    if let Some(sheet) = &sheet {
        draw(plate, sheet, &mut out);
    }
    out.push_str("</g>\n");
    out.push_str(&below);
    out.push_str("</svg>\n");
    out
}

fn draw(plate: &impl Plate, sheet: &Sheet, out: &mut String) {
    let map = plate.map();
    put(out, format_args!("<g transform=\"translate({PADDING} {PADDING})\" stroke-linejoin=\"round\">\n"));
    out.push_str("<g transform=\"scale(.25)\">\n");
    plate.draw_cells(sheet, out);
    out.push_str("</g>\n");
    plate.draw_signs(sheet, out);
    sheet.draw_names(map, out);
    if map.is_schematic {
        draw_schematic_mark(map.language, out);
    }
    out.push_str("</g>\n");
}

/// Scale, north, legend and source, and where they end.
fn below(plate: &impl Plate, sheet: Option<&Sheet>, top: f64) -> (String, f64) {
    let furniture = Furniture {
        map: plate.map(),
        top,
        numbered: sheet.map_or(&[], |sheet| &sheet.numbered),
        left_out: sheet.map_or(0, |sheet| sheet.left_out),
        pixels_per_km: sheet.map(|sheet| sheet.grid.pixels_per_km),
    };
    let mut out = String::new();
    let legend = furniture.draw_scale_and_north(&mut out);
    let source = plate.draw_legend(&furniture, legend, &mut out);
    let bottom = furniture.draw_source(source + 6.0, &mut out);
    (out, bottom + 4.0)
}
