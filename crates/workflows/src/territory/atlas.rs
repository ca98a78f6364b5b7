//! What pages about units ask for again and again, held in memory: where each municipality lies, and flow tables as read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use geo_types::{Coord, Rect};
use miedza_planning::record::Record;
use miedza_sources::boundary;
use miedza_sources::commuting::Reading;
use miedza_store::{BoundarySet, KeptUnit, Store, UnitQuestion};
use miedza_territory::{Country, Level, UnitCode};
use miedza_texts::Language;

use crate::failure::Failure;
use crate::lab::{Kept, Lab, aside, stamp};

/// Flow tables kept in memory.
const READINGS: usize = 4;
/// Ordered lists of units kept in memory.
const LISTS: usize = 8;
/// Units whose frames are so near are neighbours on a map, in degrees.
const NEAR: f64 = 0.002;

/// The atlas of one portal; cheap to clone, all clones share what is in memory.
#[derive(Clone, Debug)]
pub struct Atlas {
    store: Store,
    lab: Lab,
    frames: Arc<Kept<String, Frames>>,
    readings: Arc<Kept<String, Reading>>,
    lists: Arc<Kept<String, Vec<KeptUnit>>>,
}

/// Where municipalities lie, in degrees, by the code that they have now.
#[derive(Debug, Default)]
pub struct Frames(BTreeMap<UnitCode, Rect<f64>>);

impl Frames {
    /// The middle of the frame of a unit.
    #[must_use]
    pub fn middle(&self, code: &UnitCode) -> Option<Coord<f64>> {
        self.of(code).map(|frame| frame.center())
    }

    fn of(&self, code: &UnitCode) -> Option<&Rect<f64>> {
        code.whatever_kind().iter().find_map(|name| self.0.get(name))
    }

    /// The units whose frames meet those of these units, which are among them.
    #[must_use]
    pub fn near(&self, codes: &[UnitCode]) -> BTreeSet<UnitCode> {
        let frames: Vec<&Rect<f64>> = codes.iter().filter_map(|code| self.of(code)).collect();
        let meets = |other: &Rect<f64>| frames.iter().any(|frame| meet(frame, other));
        self.0.iter().filter(|(_, other)| meets(other)).map(|(code, _)| code.clone()).collect()
    }
}

fn meet(one: &Rect<f64>, two: &Rect<f64>) -> bool {
    let apart = |low: f64, high: f64| low > high + NEAR;
    !(apart(one.min().x, two.max().x)
        || apart(two.min().x, one.max().x)
        || apart(one.min().y, two.max().y)
        || apart(two.min().y, one.max().y))
}

impl Atlas {
    /// An atlas of what a store keeps.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let (frames, readings) = (Arc::new(Kept::at_most(1)), Arc::new(Kept::at_most(READINGS)));
        let lists = Arc::new(Kept::at_most(LISTS));
        Self { lab: Lab::new(store.clone()), store, frames, readings, lists }
    }

    /// Where the municipalities of both countries lie: by their newest boundaries, else by drawn cells.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn frames(&self) -> Result<Arc<Frames>, Failure> {
        let stamp = stamp(&self.store).await?;
        if let Some(frames) = self.frames.get(&stamp) {
            return Ok(frames);
        }
        let mut frames = BTreeMap::new();
        for set in sets(self.store.boundary_sets().await?) {
            let shapes = self.store.shapes_of_set(&set.id).await?;
            let found = aside(move || {
                let frame = |shape: miedza_store::Shape| Some((shape.code, frame(&shape.wkb)?));
                Ok(shapes.into_iter().filter_map(frame).collect::<Vec<_>>())
            });
            frames.extend(found.await?);
        }
        let frames = self.called_now(frames).await?;
        self.frames.get_or_make(&stamp, || Ok(Frames(frames)))
    }

    /// The same frames by the codes that the newest register has: boundaries of an earlier year know a village that became a
    /// town by another kind.
    async fn called_now(&self, frames: BTreeMap<UnitCode, Rect<f64>>) -> Result<BTreeMap<UnitCode, Rect<f64>>, Failure> {
        let names: Vec<UnitCode> = frames.keys().flat_map(UnitCode::whatever_kind).collect();
        let register = self.store.units_by_code(&names).await?;
        let is_there = |code: &UnitCode| register.get(code).is_some_and(|kept| kept.valid_to.is_none());
        let now = |code: UnitCode| code.whatever_kind().into_iter().find(is_there).unwrap_or(code);
        Ok(frames.into_iter().map(|(code, frame)| (now(code), frame)).collect())
    }

    /// Units by their names, as a language sorts them; the whole list, whatever part of it the question wants.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn by_name(&self, question: &UnitQuestion, language: Language) -> Result<Arc<Vec<KeptUnit>>, Failure> {
        let whole = UnitQuestion { limit: 0, offset: 0, ..question.clone() };
        let name = format!("{} {language} {whole:?}", stamp(&self.store).await?);
        if let Some(list) = self.lists.get(&name) {
            return Ok(list);
        }
        let mut units = self.store.units(&whole).await?;
        let list = aside(move || {
            units.sort_by(|one, two| {
                language.compare(&one.unit.name, &two.unit.name).then_with(|| one.unit.code.cmp(&two.unit.code))
            });
            Ok(units)
        });
        let list = list.await?;
        self.lists.get_or_make(&name, || Ok(list))
    }

    /// A flow table, read once for all who ask.
    ///
    /// # Errors
    /// [`Failure`] if its file is not there or cannot be read.
    pub async fn reading(&self, table: &Record) -> Result<Arc<Reading>, Failure> {
        let name = format!("{} {}", table.id, table.version);
        if let Some(reading) = self.readings.get(&name) {
            return Ok(reading);
        }
        let file = self.lab.table_file(table).await?;
        let reading = aside(move || file.read()).await?;
        self.readings.get_or_make(&name, || Ok(reading))
    }
}

/// The newest boundaries of municipalities of each country, or all its drawn cells where it has none.
fn sets(all: Vec<BoundarySet>) -> Vec<BoundarySet> {
    let municipal: Vec<BoundarySet> = all.into_iter().filter(|set| set.level == Level::Municipality).collect();
    let mut chosen = Vec::new();
    for country in [Country::Poland, Country::Czechia] {
        let of_country = || municipal.iter().filter(move |set| set.country == country);
        match of_country().filter(|set| !set.is_schematic).max_by_key(|set| set.year) {
            Some(set) => chosen.push(set.clone()),
            None => chosen.extend(of_country().cloned()),
        }
    }
    chosen
}

fn frame(wkb: &[u8]) -> Option<Rect<f64>> {
    let land = boundary::from_wkb(wkb).ok()?;
    let mut corners = land.iter().flat_map(|polygon| polygon.exterior().0.iter().copied());
    let first = corners.next()?;
    Some(corners.fold(Rect::new(first, first), |frame, corner| {
        let (low, high) = (frame.min(), frame.max());
        Rect::new(
            Coord { x: low.x.min(corner.x), y: low.y.min(corner.y) },
            Coord { x: high.x.max(corner.x), y: high.y.max(corner.y) },
        )
    }))
}
