//! Two runs of methods over the same units side by side: which area became which, and which units change theirs.

use std::collections::BTreeSet;

use miedza_delimitation::compare::{self as comparison, Comparison};
use miedza_reports::figure::{PageMap, Piece, colours};
use miedza_territory::{AreaIx, Partition, UnitIx};
use miedza_texts::{Language, Message, key};
use serde::Serialize;

use super::compare::{Measures, Moved, Weights};
use super::desk::Desk;
use super::made::Made;
use super::map::{Picture, dissolved};
use crate::delimitation::work::area_names;

type Shape = geo_types::MultiPolygon<f64>;

/// Two partitions of all units side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// How many units both put into an area.
    pub compared: usize,
    /// How many areas each has.
    pub areas: [usize; 2],
    /// Measures, each unit counting 1.
    pub by_units: Measures,
    /// Measures, each unit counting its employed residents; missing where these are not known.
    pub by_residents: Option<Measures>,
    /// What changes its area.
    pub moved: Moved,
    /// Each unit that does, with its areas.
    pub changed: Vec<Changed>,
    /// For each area of the first the one of the second that it is most like.
    pub matches: Vec<Matched>,
    /// Codes of units that only the first puts into an area.
    pub only_first: Vec<String>,
    /// Codes of units that only the second puts into an area.
    pub only_second: Vec<String>,
}

/// A unit that changes its area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its code.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Name of its area in the first.
    pub from: String,
    /// Name of its area in the second.
    pub to: String,
}

/// An area and the one of the other partition that it is most like.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Matched {
    /// Its name.
    pub first: String,
    /// The name of the other.
    pub second: String,
    /// What both hold over what either holds, 0 to 1.
    pub jaccard: f64,
    /// Share of the first that is outside the second, 0 to 1.
    pub moved_out: f64,
    /// Share of the second that is outside the first, 0 to 1.
    pub moved_in: f64,
}

/// Two variants whose methods divided the same units.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    desks: [&'a Desk; 2],
    made: [&'a Made; 2],
}

impl<'a> Pair<'a> {
    /// The runs of two variants; `None` unless both rest on a method that is in memory, over the same units.
    pub fn of(first: &'a Desk, second: &'a Desk) -> Option<Self> {
        let made = [first.made.as_deref()?, second.made.as_deref()?];
        (first.ground.units() == second.ground.units()).then_some(Self { desks: [first, second], made })
    }

    fn partitions(&self) -> [&'a Partition; 2] {
        self.made.map(|made| &made.run.partition)
    }

    fn compared(&self) -> Option<Comparison> {
        let [first, second] = self.partitions();
        comparison::compare(first, second, self.desks[0].residents().as_ref()).ok().filter(|found| found.compared > 0)
    }

    /// How far they agree; `None` if they have no unit in common.
    pub fn whole(&self) -> Option<Whole> {
        let (found, desk) = (self.compared()?, self.desks[0]);
        let names = self.made.map(|made| area_names(&made.run, &desk.ground.names()));
        let [first, second] = self.partitions();
        let name = |side: usize, area: Option<AreaIx>| area.map_or_else(String::new, |area| names[side][area.get()].clone());
        let changed = found.changed.iter().map(|&unit| Changed {
            unit: desk.code(unit).to_owned(),
            name: desk.ground.names().apart(unit),
            from: name(0, first.area_of(unit)),
            to: name(1, second.area_of(unit)),
        });
        let matches = found.best_matches.iter().map(|found| Matched {
            first: name(0, Some(found.first)),
            second: name(1, Some(found.second)),
            jaccard: found.jaccard,
            moved_out: found.moved_out,
            moved_in: found.moved_in,
        });
        Some(Whole {
            compared: found.compared,
            areas: [first.len(), second.len()],
            by_units: (&found.by_units).into(),
            by_residents: found.by_weight.as_ref().map(Into::into),
            moved: self.moved(&found),
            changed: changed.collect(),
            matches: matches.collect(),
            only_first: desk.codes(&found.only_first),
            only_second: desk.codes(&found.only_second),
        })
    }

    fn moved(&self, found: &Comparison) -> Moved {
        let (desk, [first, second]) = (self.desks[0], self.partitions());
        let is_compared = |unit: &UnitIx| first.area_of(*unit).is_some() && second.area_of(*unit).is_some();
        let all: Vec<UnitIx> = first.units().filter(is_compared).collect();
        let (moved, all) = (desk.codes(&found.changed), desk.codes(&all));
        let of =
            |figure: fn(&Desk, UnitIx) -> Option<f64>, code: &str| desk.ground.find(code).and_then(|unit| figure(desk, unit));
        let (population, jobs) = (|code: &str| of(Desk::population, code), |code: &str| of(Desk::jobs, code));
        Moved::of(&moved, &all.iter().collect::<Vec<_>>(), &Weights { population: &population, jobs: &jobs })
    }

    /// A map of each. Areas that correspond bear the same colour on both; units that change their area are hatched.
    pub fn maps(&self, titles: [&str; 2], language: Language) -> [Picture; 2] {
        let Some(found) = self.compared() else { return [Picture::default(), Picture::default()] };
        let outlines = [0, 1].map(|side| self.outlines(side));
        let first = self.colours();
        let of_second = |area: AreaIx| {
            let pair = found.assignment.iter().find(|(_, second)| *second == area);
            pair.map_or(LAST, |(one, _)| first[one.get()])
        };
        let second: Vec<usize> = self.partitions()[1].areas().map(of_second).collect();
        let names = self.made.map(|made| area_names(&made.run, &self.desks[0].ground.names()));
        let draw = |side: usize, colours: &[usize]| {
            let mut pieces: Vec<Piece> = outlines[side]
                .iter()
                .filter_map(|(area, shape)| Some(area_piece(shape.as_ref()?, colours[area.get()])))
                .collect();
            pieces.extend(found.changed.iter().filter_map(|&unit| self.changed_piece(side, unit, &names[side])));
            pieces.extend(outlines[side].iter().filter_map(|(_, shape)| Some(border(shape.as_ref()?))));
            let told = Message::new(key::LAB_MAP_WHOLE)
                .with("areas", self.partitions()[side].len())
                .with("changed", found.changed.len());
            let description = language.say(&told);
            let id = if side == 0 { "all-one" } else { "all-other" };
            let map = PageMap { id, title: titles[side], description: &description, pieces: &pieces };
            Picture { svg: map.svg(), is_schematic: self.desks[side].ground.land.is_schematic(), description }
        };
        [draw(0, &first), draw(1, &second)]
    }

    fn outlines(&self, side: usize) -> Vec<(AreaIx, Option<Shape>)> {
        let (ground, partition) = (&self.desks[side].ground, self.partitions()[side]);
        partition.areas().map(|area| (area, dissolved(&ground.land, ground.units(), partition.members(area)))).collect()
    }

    /// A colour for each area of the first, such that areas that touch differ where that is known.
    fn colours(&self) -> Vec<usize> {
        let partition = self.partitions()[0];
        let mut touching = BTreeSet::new();
        if let Some(neighbours) = &self.desks[0].ground.touching {
            for unit in partition.units() {
                let Some(one) = partition.area_of(unit) else { continue };
                let others = neighbours.of(unit).iter().filter_map(|contact| partition.area_of(contact.unit));
                touching.extend(others.filter(|other| *other > one).map(|other| (one.get(), other.get())));
            }
        }
        colours(partition.len(), &touching)
    }

    fn changed_piece(&self, side: usize, unit: UnitIx, names: &[String]) -> Option<Piece<'a>> {
        let desk = self.desks[side];
        let area = self.partitions()[side].area_of(unit).map_or_else(String::new, |area| names[area.get()].clone());
        Some(Piece {
            class: "edge",
            shape: desk.ground.land.unit_shape(unit)?,
            href: String::new(),
            told: format!("{}: {area}", desk.ground.names().apart(unit)),
            name: None,
            seat: None,
            is_framed: false,
        })
    }
}

/// Classes of areas on the map.
const CLASSES: [&str; 6] = ["area-0", "area-1", "area-2", "area-3", "area-4", "area-5"];
/// The colour of an area of the second that corresponds to none of the first.
const LAST: usize = 5;

fn area_piece(shape: &Shape, colour: usize) -> Piece<'_> {
    let class = CLASSES.get(colour).copied().unwrap_or(CLASSES[LAST]);
    Piece { class, shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: true }
}

fn border(shape: &Shape) -> Piece<'_> {
    Piece { class: "area-border", shape, href: String::new(), told: String::new(), name: None, seat: None, is_framed: false }
}
