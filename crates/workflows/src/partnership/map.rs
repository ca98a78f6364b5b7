//! Maps of partnerships for pages: members by ground, units around them faint.
//!
//! Boundaries are drawn where some are imported; else cells around seats, and the drawing says so. A unit without either is
//! on no map, only in the table beside it.

use std::collections::BTreeSet;

use geo_types::MultiPolygon;
use miedza_delimitation::outline;
use miedza_reports::figure::{Name, PageMap, Piece, Prominence};
use miedza_store::Store;
use miedza_territory::{Boundaries, Country, UnitCode};

use crate::failure::Failure;
use crate::territory::{self, country};

/// Metres on the map that nobody sees: the land is this much, in degrees, across for one unit of the drawing.
const FINEST: f64 = 111_320.0 / 640.0;

/// The shapes of units in a year, and of the other municipalities of their counties: boundaries, else cells around seats;
/// `None` where neither is known.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn shapes(
    store: &Store,
    codes: &BTreeSet<UnitCode>,
    around: &BTreeSet<UnitCode>,
    year: Option<u16>,
) -> Result<Option<Boundaries>, Failure> {
    let wanted: Vec<UnitCode> = codes.union(around).cloned().collect();
    let Some(land) = territory::shapes(store, &wanted, year).await? else { return Ok(None) };
    if land.schematic {
        return Ok(Some(land));
    }
    outline::simplify(&land, extent(&land) * FINEST * 0.6).map(Some).map_err(|error| Failure::outline(&error))
}

/// The greater of width and height, in degrees.
fn extent(land: &Boundaries) -> f64 {
    let corners = land.shapes.iter().flat_map(|shape| shape.0.iter().flat_map(|polygon| polygon.exterior().0.iter()));
    let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
    for corner in corners {
        low = (low.0.min(corner.x), low.1.min(corner.y));
        high = (high.0.max(corner.x), high.1.max(corner.y));
    }
    (high.0 - low.0).max(high.1 - low.1).max(0.0)
}

/// A unit that the map is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    /// Its code.
    pub code: String,
    /// How it stands: `member ground-core leader`.
    pub class: String,
    /// Where it leads; may be empty.
    pub href: String,
    /// Its name and standing.
    pub told: String,
    /// Its name on the map; may be empty.
    pub name: String,
    /// Whether its name stands on small maps too.
    pub is_foremost: bool,
}

/// A partnership on the map of several: all its units as one piece.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Codes of its units.
    pub units: BTreeSet<UnitCode>,
    /// Code of the unit on which its name stands; `None` for the largest piece of its land.
    pub seat: Option<UnitCode>,
    /// Where it leads.
    pub href: String,
    /// What it is.
    pub told: String,
    /// Its name on the map.
    pub name: String,
}

/// The map of several partnerships on the outlines of their countries; empty if no unit has a shape. Whose land lies under
/// that of another is drawn first.
#[must_use]
pub fn overview(shapes: &Boundaries, (id, title, description): (&str, &str, &str), groups: &[Group]) -> String {
    let joined: Vec<MultiPolygon<f64>> = groups.iter().map(|group| joined(shapes, group)).collect();
    let drawn: Vec<Piece> = groups.iter().zip(&joined).filter(|(_, shape)| !shape.0.is_empty()).map(group_piece).collect();
    if drawn.is_empty() {
        return String::new();
    }
    let countries: BTreeSet<Country> = groups.iter().flat_map(|group| &group.units).map(Country::of_municipality).collect();
    let below = countries.into_iter().map(|word| Piece { class: "country", is_framed: true, ..outside(country(word)) });
    let pieces: Vec<Piece> = below.chain(drawn).collect();
    PageMap { id, title, description, pieces: &pieces }.svg()
}

/// The land of a partnership, that of its seat first, so that its name stands there.
fn joined(shapes: &Boundaries, group: &Group) -> MultiPolygon<f64> {
    let seat = group.seat.iter().filter(|seat| group.units.contains(seat));
    let others = group.units.iter().filter(|code| Some(*code) != group.seat.as_ref());
    let polygons = seat.chain(others).filter_map(|code| shape(shapes, code.as_str())).flat_map(|shape| shape.0.clone());
    MultiPolygon(polygons.collect())
}

fn group_piece<'a>((group, shape): (&'a Group, &'a MultiPolygon<f64>)) -> Piece<'a> {
    Piece {
        class: "member",
        shape,
        href: group.href.clone(),
        told: group.told.clone(),
        name: Some(Name { text: &group.name, prominence: Prominence::Foremost }),
        seat: None,
        is_framed: true,
    }
}

/// A map and the words that go with it.
#[derive(Clone, Debug)]
pub struct MapSheet<'a> {
    /// Id of the drawing on its page.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// What it shows, in sentences.
    pub description: &'a str,
    /// The units that it is about.
    pub marked: &'a [Marked],
    /// Boundaries or cells of these units and of those around.
    pub shapes: &'a Boundaries,
}

impl MapSheet<'_> {
    /// The drawing with names and links; empty if no unit has a shape.
    #[must_use]
    pub fn svg(&self) -> String {
        let pieces = self.pieces();
        PageMap { id: self.id, title: self.title, description: self.description, pieces: &pieces }.svg()
    }

    /// The drawing without words; empty if no unit has a shape.
    #[must_use]
    pub fn sketch(&self) -> String {
        let mut pieces = self.pieces();
        pieces.retain(|piece| piece.is_framed);
        PageMap { id: self.id, title: self.title, description: self.description, pieces: &pieces }.sketch()
    }

    /// The units around first, so that strong borders of the others lie over theirs.
    fn pieces(&self) -> Vec<Piece<'_>> {
        let is_marked = |code: &UnitCode| self.marked.iter().any(|marked| marked.code == code.as_str());
        let around = self.shapes.units.codes().iter().filter(|code| !is_marked(code));
        let mut pieces: Vec<Piece> = around.filter_map(|code| Some(outside(shape(self.shapes, code.as_str())?))).collect();
        let mut marked: Vec<&Marked> = self.marked.iter().collect();
        marked.sort_by_key(|marked| (marked.is_foremost, marked.class.len(), &marked.class));
        pieces.extend(marked.into_iter().filter_map(|marked| Some(piece(marked, shape(self.shapes, &marked.code)?))));
        pieces
    }
}

fn shape<'a>(shapes: &'a Boundaries, code: &str) -> Option<&'a MultiPolygon<f64>> {
    let code = UnitCode::parse(code).ok()?;
    Some(&shapes.shapes[shapes.units.find(&code)?])
}

fn outside(shape: &MultiPolygon<f64>) -> Piece<'_> {
    Piece { class: "outside", shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: false }
}

fn piece<'a>(marked: &'a Marked, shape: &'a MultiPolygon<f64>) -> Piece<'a> {
    let prominence = if marked.is_foremost { Prominence::Foremost } else { Prominence::Other };
    Piece {
        class: &marked.class,
        shape,
        href: marked.href.clone(),
        told: marked.told.clone(),
        name: (!marked.name.is_empty()).then_some(Name { text: &marked.name, prominence }),
        seat: None,
        is_framed: true,
    }
}
