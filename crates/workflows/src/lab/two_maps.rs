//! Two variants of one area on two maps of the same frame: what both have, and what only one of them has.

use std::collections::BTreeMap;

use miedza_reports::figure::{Name, PageMap, Piece, Prominence};
use miedza_territory::UnitIx;
use miedza_texts::{Key, Language, Message, key};

use super::desk::Desk;
use super::map::Picture;

type Shape = geo_types::MultiPolygon<f64>;

/// How a unit stands on the map of one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// In this one alone.
    OnlyHere,
    /// In the other one alone.
    OnlyThere,
    /// In neither.
    Neither,
}

impl Side {
    /// Its class on the map and in the legend.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Both => "member",
            Self::OnlyHere => "added",
            Self::OnlyThere => "removed",
            Self::Neither => "outside",
        }
    }

    /// What it is called.
    pub const fn word(self) -> Key {
        match self {
            Self::Both => key::LAB_SIDE_BOTH,
            Self::OnlyHere => key::LAB_SIDE_ONLY_HERE,
            Self::OnlyThere => key::LAB_SIDE_ONLY_THERE,
            Self::Neither => key::LAB_PLACE_OUTSIDE,
        }
    }
}

/// A unit of either variant, or one beside them.
struct Drawn<'a> {
    desk: &'a Desk,
    unit: UnitIx,
    name: String,
    is_in: [bool; 2],
}

impl<'a> Drawn<'a> {
    fn of(desk: &'a Desk, unit: UnitIx) -> Self {
        Self { desk, unit, name: desk.ground.names().short(unit), is_in: [false; 2] }
    }

    const fn side(&self, of: usize) -> Side {
        match (self.is_in[of], self.is_in[1 - of]) {
            (true, true) => Side::Both,
            (true, false) => Side::OnlyHere,
            (false, true) => Side::OnlyThere,
            (false, false) => Side::Neither,
        }
    }
}

/// A map of each of two variants, both of the same frame; empty drawings where no shape is known.
pub fn two_maps(desks: [&Desk; 2], titles: [&str; 2], language: Language) -> [Picture; 2] {
    let drawn = drawn(desks);
    let outlines = desks.map(Desk::outline);
    [0, 1].map(|of| {
        let mut shown: Vec<(Side, Piece)> = drawn.values().filter_map(|unit| piece(unit, of, language)).collect();
        // The names of units that differ are served first.
        shown.sort_by_key(|(side, _)| (*side == Side::Both, *side == Side::Neither));
        let mut pieces: Vec<Piece> = shown.into_iter().map(|(_, piece)| piece).collect();
        pieces.extend(outlines[of].as_ref().map(border));
        let count = |wanted: Side| drawn.values().filter(|unit| unit.side(of) == wanted).count();
        let told = Message::new(key::LAB_MAP_TWO)
            .with("both", count(Side::Both))
            .with("here", count(Side::OnlyHere))
            .with("there", count(Side::OnlyThere));
        let description = language.say(&told);
        let id = if of == 0 { "map-one" } else { "map-other" };
        let map = PageMap { id, title: titles[of], description: &description, pieces: &pieces };
        Picture { svg: map.svg(), is_schematic: desks[of].ground.land.is_schematic(), description }
    })
}

/// All units of either by their codes, and those that touch them.
fn drawn(desks: [&Desk; 2]) -> BTreeMap<String, Drawn<'_>> {
    let mut drawn: BTreeMap<String, Drawn> = BTreeMap::new();
    for (of, desk) in desks.into_iter().enumerate() {
        for &unit in &desk.members {
            let entry = drawn.entry(desk.code(unit).to_owned());
            entry.or_insert_with(|| Drawn::of(desk, unit)).is_in[of] = true;
        }
    }
    for desk in desks {
        let around = desk.ground.units().indices().filter(|&unit| !desk.is_in[unit] && desk.touches(unit) == Some(true));
        for unit in around {
            drawn.entry(desk.code(unit).to_owned()).or_insert_with(|| Drawn::of(desk, unit));
        }
    }
    drawn
}

fn piece<'a>(drawn: &'a Drawn<'a>, of: usize, language: Language) -> Option<(Side, Piece<'a>)> {
    let (desk, side) = (drawn.desk, drawn.side(of));
    let prominence = if side == Side::Both { Prominence::Other } else { Prominence::Foremost };
    let piece = Piece {
        class: side.class(),
        shape: desk.ground.land.unit_shape(drawn.unit)?,
        href: String::new(),
        told: format!("{}: {}", drawn.name, language.say(&side.word().into())),
        name: (side != Side::Neither).then_some(Name { text: &drawn.name, prominence }),
        seat: None,
        is_framed: side != Side::Neither,
    };
    Some((side, piece))
}

fn border(shape: &Shape) -> Piece<'_> {
    Piece { class: "area-border", shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: false }
}
