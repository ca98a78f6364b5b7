//! The map of a variant: its units and those around, each tied to its row in the table.

use miedza_delimitation::outline;
use miedza_planning::delimitation::Place;
use miedza_reports::figure::{Name, PageMap, Piece, Prominence};
use miedza_territory::{AreaIx, Boundaries, UnitIx, UnitVec, Units};
use miedza_texts::{Argument, Language, Message, key};

use super::desk::Desk;
use super::figures::UnitRow;

type Shape = geo_types::MultiPolygon<f64>;

/// A drawing with the words that stand around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The drawing; empty where nothing can be drawn.
    pub svg: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Whether cells around seats stand for the land.
    pub is_schematic: bool,
}

impl Desk {
    /// The map of the variant; each unit leads to `#unit-CODE`.
    pub fn map(&self, title: &str, language: Language) -> Picture {
        let (inside, around) = self.rows();
        let mut pieces: Vec<Piece> = around.iter().chain(&inside).filter_map(|row| self.piece(row, language)).collect();
        // The most important names are served first, and lie above.
        pieces.sort_by(|a, b| b.name.is_some().cmp(&a.name.is_some()).then(a.class.cmp(b.class)));
        let outline = self.outline();
        pieces.extend(outline.as_ref().map(border));
        let description = self.description(language);
        let map = PageMap { id: "area-map", title, description: &description, pieces: &pieces };
        Picture { svg: map.svg(), is_schematic: self.ground.land.is_schematic(), description }
    }

    fn piece<'a>(&'a self, row: &'a UnitRow, language: Language) -> Option<Piece<'a>> {
        let name = row
            .place
            .is_in()
            .then(|| Name { text: &row.name, prominence: if row.is_core { Prominence::Foremost } else { Prominence::Other } });
        Some(Piece {
            class: class(row),
            shape: self.ground.land.unit_shape(row.unit)?,
            href: format!("#unit-{}", row.code),
            told: told(row, language),
            name,
            seat: None,
            is_framed: row.place != Place::Outside || row.touches == Some(true) || row.is_member,
        })
    }

    /// The outline of all units that are in; `None` where none of them has a shape.
    pub fn outline(&self) -> Option<Shape> {
        dissolved(&self.ground.land, self.ground.units(), &self.members)
    }

    fn description(&self, language: Language) -> String {
        let (figures, names) = (self.figures(), self.ground.names());
        let core: Vec<String> = self.core.iter().map(|&unit| names.short(unit)).collect();
        let mut parts = vec![Message::new(key::LAB_MAP_DESCRIPTION).with("count", figures.units)];
        if !core.is_empty() {
            parts.push(Message::new(key::LAB_MAP_CORE).with("core", core.join(", ")));
        }
        match figures.pieces.as_ref().map(Vec::len) {
            Some(1) => parts.push(key::LAB_MAP_ONE_PIECE.into()),
            Some(pieces) if pieces > 1 => parts.push(Message::new(key::LAB_MAP_PIECES).with("count", pieces)),
            _ => {}
        }
        if self.ground.land.is_schematic() {
            parts.push(key::LAB_MAP_SCHEMATIC.into());
        }
        parts.iter().map(|part| language.say(part)).collect::<Vec<_>>().join(" ")
    }
}

/// The border of the area, above its units.
fn border(shape: &Shape) -> Piece<'_> {
    Piece { class: "area-border", shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: false }
}

/// The class of a unit on the map and in its legend.
pub const fn class(row: &UnitRow) -> &'static str {
    match (row.place, row.is_core) {
        (Place::Begun, true) => "member core",
        (Place::Added, true) => "added core",
        (Place::Begun, false) => "member",
        (Place::Added, false) => "added",
        (Place::Removed, _) => "removed",
        (Place::Outside, _) => "outside",
    }
}

/// Name, standing and share, for whoever points at a unit.
fn told(row: &UnitRow, language: Language) -> String {
    let standing = match (row.place, row.is_core) {
        (Place::Begun | Place::Added, true) => key::LAB_PLACE_CORE,
        (Place::Begun, false) => key::LAB_PLACE_BEGUN,
        (Place::Added, false) => key::LAB_PLACE_ADDED,
        (Place::Removed, _) => key::LAB_PLACE_REMOVED,
        (Place::Outside, _) => key::LAB_PLACE_OUTSIDE,
    };
    let mut told = format!("{}: {}", row.name, language.say(&standing.into()));
    if let Some(share) = row.share_to_area {
        let share = Message::new(key::LAB_TOLD_SHARE).with("share", Argument::Share(share, 0));
        told.push_str("; ");
        told.push_str(&language.say(&share));
    }
    told
}

/// The outline of some units together. Only their own shapes are looked at, so that it takes little time.
pub fn dissolved(land: &crate::delimitation::land::Land, units: &Units, members: &[UnitIx]) -> Option<Shape> {
    let shaped: Vec<(UnitIx, &Shape)> = members.iter().filter_map(|&unit| Some((unit, land.unit_shape(unit)?))).collect();
    if shaped.is_empty() {
        return None;
    }
    let own = Boundaries {
        units: Units::new(shaped.iter().map(|&(unit, _)| units.code(unit).clone()).collect()),
        shapes: UnitVec::new(shaped.iter().map(|&(_, shape)| shape.clone()).collect()),
        names: UnitVec::filled(shaped.len(), None),
        schematic: land.is_schematic(),
    };
    let all = UnitVec::filled(shaped.len(), Some(AreaIx::new(0)));
    outline::dissolve(&own, &all, 1).ok()?.into_inner().pop()
}
