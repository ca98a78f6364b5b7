//! All partnerships side by side: stage, members, extent, deadlines and answers to calls, in a few questions for any number.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::call::AnswerState;
use miedza_planning::partnership::counties::counties;
use miedza_planning::partnership::identity::Theme;
use miedza_planning::partnership::stage::Stage;
use miedza_planning::partnership::themes::{Placed, tree, within};
use miedza_planning::partnership::{Kept, MembersOn, Membership, Reading, members_on, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::{Day, PartialDate};
use miedza_store::{Question, Store};
use miedza_territory::{Level, UnitCode};

use super::book::units;
use super::land::{Land, Sum};
use crate::failure::Failure;

/// A date ahead, and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahead {
    /// The date.
    pub date: PartialDate,
    /// A step that is to end, a meeting that is planned, a call that closes.
    pub what: Record,
}

/// A partnership in the list of all.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The partnership.
    pub partnership: Record,
    /// Its place in its life; `None` for a word that is none.
    pub stage: Option<Stage>,
    /// Who takes part today.
    pub members: MembersOn,
    /// The municipalities among the members that are certain.
    pub municipalities: BTreeSet<UnitCode>,
    /// The counties that the members lie in, as far as they are known.
    pub counties: BTreeSet<UnitCode>,
    /// The voivodeships or regions that they lie in.
    pub regions: BTreeSet<UnitCode>,
    /// Inhabitants of the municipalities.
    pub population: Sum,
    /// Area of the municipalities in square kilometres.
    pub area_km2: Sum,
    /// Dates ahead, the nearest first.
    pub ahead: Vec<Ahead>,
    /// Answers to calls: the call, how far the answer came, and when.
    pub answers: Vec<Answered>,
}

/// All partnerships that somebody may see.
#[derive(Clone, Debug)]
pub struct All {
    /// One row per partnership, in the order of their ids.
    pub rows: Vec<Listed>,
    /// What is known of their units.
    pub land: Land,
    /// The themes that they name.
    pub themes: Vec<Kept<Theme>>,
}

/// Which of them are wanted; an empty word asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only in this stage.
    pub stage: String,
    /// Only with members in this voivodeship or region, by its code.
    pub region: String,
    /// Only with this theme, by its slug.
    pub theme: String,
}

impl All {
    /// Reads all partnerships that `sees` lets through, with the records of theirs that it lets through.
    ///
    /// `sees` is asked for each record with the partnership that it belongs to, for each partnership with itself, and for what
    /// belongs to the whole portal without one.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn read(store: &Store, today: Day, sees: impl Fn(&Record, Option<&Record>) -> bool) -> Result<Self, Failure> {
        let mut partnerships = store.records(&Question::of(Kind::Partnerships)).await?;
        partnerships.retain(|partnership| sees(partnership, Some(partnership)));
        let by_id: BTreeMap<&str, &Record> = partnerships.iter().map(|record| (record.id.as_str(), record)).collect();
        let mut theirs: BTreeMap<Kind, Vec<Record>> = BTreeMap::new();
        for kind in [Kind::Memberships, Kind::Steps, Kind::Meetings, Kind::CallAnswers] {
            let mut found = store.records(&Question::of(kind)).await?;
            let of = |record: &Record| record.content.partnership.as_deref().and_then(|id| by_id.get(id).copied());
            found.retain(|record| of(record).is_some_and(|partnership| sees(record, Some(partnership))));
            theirs.insert(kind, found);
        }
        let mut calls = store.records(&Question::of(Kind::Calls)).await?;
        let mut themes = store.records(&Question::of(Kind::Themes)).await?;
        for shared in [&mut calls, &mut themes] {
            shared.retain(|record| sees(record, None));
        }
        let themes = read_all(&themes).map_err(|error| Failure::fault(&error))?;
        let land = Land::of(store, &units(theirs.values().flatten())).await?;
        let shelf = Shelf::of(&theirs, &calls, today)?;
        let rows = partnerships.iter().map(|partnership| shelf.row(partnership, &land)).collect();
        Ok(Self { rows, land, themes })
    }

    /// Those that are wanted.
    #[must_use]
    pub fn wanted(&self, wanted: &Wanted) -> Vec<&Listed> {
        let theme = self.themes.iter().find(|theme| theme.slug == wanted.theme);
        let wider = theme.map(|theme| within(&self.themes, &theme.id)).unwrap_or_default();
        let fits = |row: &&Listed| {
            let named = row.partnership.list("themes");
            let is_of_stage = wanted.stage.is_empty() || row.partnership.text("stage") == Some(&wanted.stage);
            let is_of_region = wanted.region.is_empty() || row.regions.iter().any(|region| region.as_str() == wanted.region);
            let is_of_theme = wanted.theme.is_empty() || named.iter().any(|theme| wider.contains(*theme));
            is_of_stage && is_of_region && is_of_theme
        };
        self.rows.iter().filter(fits).collect()
    }

    /// The stages and regions that occur, and the themes that are named or lie above one that is, in the order of the tree.
    #[must_use]
    pub fn occurring(&self) -> (BTreeSet<Stage>, BTreeSet<UnitCode>, Vec<Placed<'_>>) {
        let stages = self.rows.iter().filter_map(|row| row.stage).collect();
        let regions = self.rows.iter().flat_map(|row| row.regions.iter().cloned()).collect();
        let named: BTreeSet<&str> = self.rows.iter().flat_map(|row| row.partnership.list("themes")).collect();
        let is_named = |placed: &Placed<'_>| within(&self.themes, &placed.theme.id).iter().any(|id| named.contains(id.as_str()));
        (stages, regions, tree(&self.themes).into_iter().filter(is_named).collect())
    }
}

/// An answer to a call: the call, how far it came, and when.
pub type Answered = (Record, AnswerState, Option<PartialDate>);

/// The records of all partnerships, by partnership.
struct Shelf<'a> {
    memberships: BTreeMap<&'a str, Vec<Kept<Membership>>>,
    ahead: BTreeMap<&'a str, Vec<Ahead>>,
    answers: BTreeMap<&'a str, Vec<Answered>>,
    today: Day,
}

impl<'a> Shelf<'a> {
    fn of(theirs: &'a BTreeMap<Kind, Vec<Record>>, calls: &[Record], today: Day) -> Result<Self, Failure> {
        let mut shelf = Self { memberships: BTreeMap::new(), ahead: BTreeMap::new(), answers: BTreeMap::new(), today };
        for (kind, records) in theirs {
            for record in records {
                let Some(partnership) = record.content.partnership.as_deref() else { continue };
                match kind {
                    Kind::Memberships => shelf.memberships.entry(partnership).or_default().extend(readings(record)?),
                    Kind::CallAnswers => shelf.put_answer(partnership, record, calls),
                    _ => shelf.ahead.entry(partnership).or_default().extend(ahead(record, today)),
                }
            }
        }
        for dates in shelf.ahead.values_mut() {
            dates.sort_by(|one, two| one.date.cmp(&two.date).then_with(|| one.what.id.cmp(&two.what.id)));
        }
        Ok(shelf)
    }

    fn put_answer(&mut self, partnership: &'a str, record: &Record, calls: &[Record]) {
        let Some(call) = calls.iter().find(|call| Some(call.id.as_str()) == record.text("call")) else { return };
        self.ahead.entry(partnership).or_default().extend(ahead(call, self.today));
        let state = AnswerState::ALL.iter().find(|state| Some(state.name()) == record.text("state"));
        if let Some(state) = state {
            self.answers.entry(partnership).or_default().push((call.clone(), *state, record.date("date")));
        }
    }

    fn row(&self, partnership: &Record, land: &Land) -> Listed {
        let memberships = self.memberships.get(partnership.id.as_str()).map_or(&[][..], Vec::as_slice);
        let members = members_on(memberships, self.today);
        let units: BTreeSet<UnitCode> = members.units().cloned().collect();
        let is_municipality = |code: &&UnitCode| land.level(code) == Some(Level::Municipality);
        let municipalities: BTreeSet<UnitCode> = units.iter().filter(is_municipality).cloned().collect();
        Listed {
            stage: Stage::ALL.iter().copied().find(|stage| Some(stage.name()) == partnership.text("stage")),
            counties: counties(&units, land.places()).into_keys().flatten().collect(),
            regions: units.iter().filter_map(|code| land.region(code)).collect(),
            population: land.sum(&municipalities, |unit| unit.population.last()),
            area_km2: land.sum(&municipalities, |unit| unit.area_km2.as_ref()),
            ahead: self.ahead.get(partnership.id.as_str()).cloned().unwrap_or_default(),
            answers: self.answers.get(partnership.id.as_str()).cloned().unwrap_or_default(),
            partnership: partnership.clone(),
            municipalities,
            members,
        }
    }
}

fn readings<T: Reading>(record: &Record) -> Result<Vec<Kept<T>>, Failure> {
    read_all(std::slice::from_ref(record)).map_err(|error| Failure::fault(&error))
}

/// The date ahead that a step, a meeting or a call has, if it has one.
#[must_use]
pub fn ahead(record: &Record, today: Day) -> Option<Ahead> {
    let state = record.text("state");
    let field = match record.kind() {
        Kind::Steps if matches!(state, Some("planned" | "in_progress")) => "valid_to",
        Kind::Meetings if state == Some("planned") => "date",
        Kind::Calls => "closes",
        _ => return None,
    };
    let date = record.date(field).filter(|date| date.last_day() >= today)?;
    Some(Ahead { date, what: record.clone() })
}
