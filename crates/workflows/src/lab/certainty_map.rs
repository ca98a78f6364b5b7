//! The map of certainty: classes of the share of replicates, and units on the edge hatched above them.

use miedza_reports::figure::{Name, PageMap, Piece, Prominence};
use miedza_texts::{Argument, Language, Message, key};

use super::certainty::{Sure, SureUnit};
use super::desk::Desk;
use super::map::Picture;

/// The least certainty of each class with its sign on the map, the surest first.
pub const CLASSES: [(f64, &str); 5] = [(0.95, "class-1"), (0.8, "class-2"), (0.6, "class-3"), (0.4, "class-4"), (0.0, "class-5")];
/// The class of what is drawn above units on the edge.
pub const EDGE: &str = "edge";

/// The class of a certainty.
#[must_use]
pub fn class_of(certainty: f64) -> &'static str {
    CLASSES.iter().find(|(least, _)| certainty >= *least).map_or(CLASSES[4].1, |(_, class)| *class)
}

impl Sure {
    /// The map; each unit leads to `#unit-CODE`. Empty where no shape is known.
    #[must_use]
    pub fn map(&self, desk: &Desk, title: &str, language: Language) -> Picture {
        let names: Vec<String> = self.units.iter().map(|unit| name(desk, &unit.unit)).collect();
        let drawn = self.units.iter().zip(&names);
        let mut pieces: Vec<Piece> = drawn.clone().filter_map(|(unit, name)| piece(desk, unit, name, language)).collect();
        pieces.extend(self.units.iter().filter(|unit| unit.is_edge).filter_map(|unit| hatch(desk, unit)));
        let outline = desk.outline();
        pieces.extend(outline.iter().map(|shape| over(shape, "area-border")));
        let told = Message::new(key::LAB_CERTAINTY_MAP)
            .with("units", self.units.len())
            .with("edges", self.edges().len())
            .with("limit", Argument::Share(self.limit, 0));
        let description = language.say(&told);
        let map = PageMap { id: "certainty-map", title, description: &description, pieces: &pieces };
        Picture { svg: map.svg(), is_schematic: desk.ground.land.is_schematic(), description }
    }
}

/// Name of a unit; its code where it is not known.
#[must_use]
pub fn name(desk: &Desk, code: &str) -> String {
    desk.ground.find(code).map_or_else(|| code.to_owned(), |unit| desk.ground.names().short(unit))
}

fn piece<'a>(desk: &'a Desk, unit: &SureUnit, name: &'a str, language: Language) -> Option<Piece<'a>> {
    let found = desk.ground.find(&unit.unit)?;
    let is_in = desk.is_in[found];
    let prominence = if unit.is_edge { Prominence::Foremost } else { Prominence::Other };
    Some(Piece {
        class: class_of(unit.certainty),
        shape: desk.ground.land.unit_shape(found)?,
        href: format!("#unit-{}", unit.unit),
        told: format!("{name}: {}", language.share(unit.certainty, 0)),
        name: (is_in || unit.is_edge).then_some(Name { text: name, prominence }),
        seat: None,
        is_framed: is_in || unit.is_own,
    })
}

fn hatch<'a>(desk: &'a Desk, unit: &SureUnit) -> Option<Piece<'a>> {
    let found = desk.ground.find(&unit.unit)?;
    Some(over(desk.ground.land.unit_shape(found)?, EDGE))
}

/// A shape above the units that leads nowhere.
fn over<'a>(shape: &'a geo_types::MultiPolygon<f64>, class: &'a str) -> Piece<'a> {
    Piece { class, shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: false }
}
