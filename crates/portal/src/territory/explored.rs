//! What the map to explore shows: which units, which figure of them, in which classes.

use std::collections::BTreeMap;

use miedza_planning::partnership::{Membership, members_on, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_store::{KeptUnit, Question, UnitQuestion};
use miedza_territory::{Figure, Level, UnitCode};
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::territory::{Class, class_of, classes};
use serde::Deserialize;

use super::{around, figures, flows, words};
use crate::frame::{Asker, Told};

/// Classes of a map by their number.
pub const CLASSES: [&str; 8] = ["missing", "class-1", "class-2", "class-3", "class-4", "class-5", "class-6", "class-7"];

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Slug of a partnership, or code of a county, voivodeship or region.
    pub place: String,
    /// Which figure, or flows out of or into a unit.
    pub show: String,
    /// The unit whose flows are shown.
    pub unit: String,
    /// The table of flows.
    pub table: String,
}

/// What is shown of each unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Inhabitants per square kilometre.
    Density,
    /// A figure.
    Figure(Figure),
    /// Where people of the unit go.
    FlowsOut,
    /// Where people come from into the unit.
    FlowsIn,
}

impl Show {
    /// All, in the order of the list.
    pub const ALL: [Self; 7] = [
        Self::Density,
        Self::Figure(Figure::Population),
        Self::Figure(Figure::AreaKm2),
        Self::Figure(Figure::Employed),
        Self::Figure(Figure::Jobs),
        Self::FlowsOut,
        Self::FlowsIn,
    ];

    /// What the address calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Density => "density",
            Self::Figure(figure) => figure.word(),
            Self::FlowsOut => "flows-out",
            Self::FlowsIn => "flows-in",
        }
    }

    /// Its name.
    pub const fn name(self) -> miedza_texts::Key {
        match self {
            Self::Density => key::UNIT_DENSITY,
            Self::Figure(figure) => figures::name(figure),
            Self::FlowsOut => key::UNIT_FLOWS_OUT,
            Self::FlowsIn => key::UNIT_FLOWS_IN,
        }
    }

    /// Whether it is about flows of one unit.
    pub const fn is_flows(self) -> bool {
        matches!(self, Self::FlowsOut | Self::FlowsIn)
    }

    /// A value in words.
    pub fn told(self, asker: &Asker, value: f64) -> String {
        match self {
            Self::Density => asker.language.number(value, 1),
            Self::Figure(figure) => figures::number(asker, figure, value),
            Self::FlowsOut | Self::FlowsIn => asker.language.integer(value),
        }
    }
}

/// A unit with its value.
pub struct Explored {
    /// The unit.
    pub kept: KeptUnit,
    /// Its value; `None` if it is missing.
    pub value: Option<f64>,
    /// Its class, counted from 1; 0 if the value is missing.
    pub class: usize,
}

/// All that the map shows.
pub struct Map {
    /// The place: a partnership.
    pub partnership: Option<Record>,
    /// The place: a unit that comprises others.
    pub above: Option<KeptUnit>,
    /// What is shown.
    pub show: Show,
    /// The units, by name.
    pub units: Vec<Explored>,
    /// The classes.
    pub classes: Vec<Class>,
    /// The unit whose flows are shown.
    pub selected: Option<KeptUnit>,
    /// The table of flows.
    pub table: Option<Record>,
    /// Times of the figures.
    pub periods: Vec<String>,
}

impl Map {
    /// Finds what is asked for; what cannot be understood is as if it were not asked for.
    ///
    /// # Errors
    /// [`Told`] if the store cannot be read.
    pub async fn of(asker: &Asker, asked: &Asked) -> Result<Self, Told> {
        let store = asker.app.store();
        let selected = match words::code(&asked.unit) {
            Some(code) => store.unit(&code).await?,
            None => None,
        };
        let show = Show::ALL.into_iter().find(|show| show.word() == asked.show).unwrap_or(Show::Density);
        let (partnership, above) = place(asker, asked, selected.as_ref()).await?;
        let codes = match (&partnership, &above) {
            (Some(partnership), _) => members(asker, partnership).await?,
            (None, Some(above)) => around::municipalities(asker, above).await?,
            (None, None) => Vec::new(),
        };
        let kept: Vec<KeptUnit> = store.units_by_code(&codes).await?.into_values().collect();
        let mut map =
            Self { partnership, above, show, units: Vec::new(), classes: Vec::new(), selected, table: None, periods: Vec::new() };
        if map.show.is_flows() && map.selected.is_none() {
            map.selected = map.foremost(asker, &kept).await?;
        }
        let values = map.values(asker, asked, &codes).await?;
        map.classes = classes(values.values().copied());
        let names = words::apart(asker, &kept);
        map.units = kept.into_iter().map(|kept| explored(kept, &values, &map.classes)).collect();
        // From here on a unit is named so that it cannot be taken for another.
        for unit in &mut map.units {
            if let Some(name) = names.get(&unit.kept.unit.code) {
                unit.kept.unit.name.clone_from(name);
            }
        }
        map.units.sort_by(|one, two| asker.language.compare(&one.kept.unit.name, &two.kept.unit.name));
        Ok(map)
    }

    /// The unit whose flows are shown where none is chosen: the seat of the partnership, else the one with most inhabitants.
    async fn foremost(&mut self, asker: &Asker, kept: &[KeptUnit]) -> Result<Option<KeptUnit>, Told> {
        let seat = self.partnership.as_ref().and_then(|partnership| partnership.text("seat_unit"));
        let find = |code: &str| kept.iter().find(|kept| kept.unit.code.as_str() == code).cloned();
        if let Some(unit) = seat.and_then(find) {
            return Ok(Some(unit));
        }
        let codes: Vec<UnitCode> = kept.iter().map(|kept| kept.unit.code.clone()).collect();
        let population = self.figure(asker, &codes, Figure::Population).await?;
        // Of equals the smaller code.
        let most = population.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
        Ok(most.and_then(|(code, _)| find(code.as_str())))
    }

    async fn values(&mut self, asker: &Asker, asked: &Asked, codes: &[UnitCode]) -> Result<BTreeMap<UnitCode, f64>, Told> {
        match self.show {
            Show::Figure(figure) => self.figure(asker, codes, figure).await,
            Show::Density => {
                let area = self.figure(asker, codes, Figure::AreaKm2).await?;
                let population = self.figure(asker, codes, Figure::Population).await?;
                let area_of = |code: &UnitCode| area.get(code).copied().filter(|area| *area > 0.0);
                let density = |(code, persons): (UnitCode, f64)| Some((code.clone(), persons / area_of(&code)?));
                Ok(population.into_iter().filter_map(density).collect())
            }
            Show::FlowsOut | Show::FlowsIn => self.flows(asker, asked).await,
        }
    }

    /// The newest value of a figure for each unit.
    async fn figure(&mut self, asker: &Asker, codes: &[UnitCode], figure: Figure) -> Result<BTreeMap<UnitCode, f64>, Told> {
        let mut newest: BTreeMap<UnitCode, (String, f64)> = BTreeMap::new();
        for kept in asker.app.store().figures(codes, figure).await? {
            let (period, Some(number)) = (kept.period.to_string(), kept.value.number()) else { continue };
            if newest.get(&kept.code).is_none_or(|(held, _)| *held <= period) {
                newest.insert(kept.code, (period, number));
            }
        }
        self.periods = newest.values().map(|(period, _)| period.clone()).collect();
        self.periods.sort();
        self.periods.dedup();
        Ok(newest.into_iter().map(|(code, (_, number))| (code, number)).collect())
    }

    async fn flows(&mut self, asker: &Asker, asked: &Asked) -> Result<BTreeMap<UnitCode, f64>, Told> {
        let Some(selected) = &self.selected else { return Ok(BTreeMap::new()) };
        let tables = flows::tables(asker).await?;
        let chosen = tables.iter().filter(|table| asked.table.is_empty() || table.id == asked.table);
        let Some((table, found)) = flows::first_of(asker, chosen, &selected.unit.code).await? else { return Ok(BTreeMap::new()) };
        self.periods = table.number("year").map(|year| year.to_string()).into_iter().collect();
        self.table = Some(table.clone());
        let ends = if self.show == Show::FlowsOut { found.out } else { found.into };
        Ok(ends.into_iter().map(|end| (end.code, end.persons)).collect())
    }
}

fn explored(kept: KeptUnit, values: &BTreeMap<UnitCode, f64>, classes: &[Class]) -> Explored {
    let value = values.get(&kept.unit.code).copied();
    let class = value.and_then(|value| class_of(classes, value)).unwrap_or(0);
    Explored { kept, value, class }
}

/// The place that is asked for: a partnership by its slug, a unit by its code; else what the selected unit lies in, else the
/// first partnership.
async fn place(asker: &Asker, asked: &Asked, selected: Option<&KeptUnit>) -> Result<(Option<Record>, Option<KeptUnit>), Told> {
    let store = asker.app.store();
    if let Some(code) = words::code(&asked.place)
        && let Some(unit) = store.unit(&code).await?
    {
        return Ok((None, Some(unit)));
    }
    let partnerships = partnerships(asker).await?;
    let named = partnerships.iter().find(|record| record.text("slug") == Some(asked.place.as_str()));
    if let Some(partnership) = named {
        return Ok((Some(partnership.clone()), None));
    }
    if let Some(county) = selected.and_then(|kept| kept.unit.parent.clone())
        && let Some(county) = store.unit(&county).await?
    {
        let region = match &county.unit.parent {
            Some(region) => store.unit(region).await?,
            None => None,
        };
        return Ok((None, Some(region.unwrap_or(county))));
    }
    Ok((partnerships.into_iter().next(), None))
}

/// The partnerships that the asker may see, by name.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn partnerships(asker: &Asker) -> Result<Vec<Record>, Told> {
    let mut found = asker.app.store().records(&Question::of(Kind::Partnerships)).await?;
    found.retain(|record| asker.sees_partnership(record));
    found.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    Ok(found)
}

/// The municipalities of those who take part in a partnership today, beside its members too; of counties, all below them.
async fn members(asker: &Asker, partnership: &Record) -> Result<Vec<UnitCode>, Told> {
    let store = asker.app.store();
    let mut records = store.records(&Question::of(Kind::Memberships).in_partnership(&*partnership.id)).await?;
    records.retain(|record| asker.sees(record, Some(partnership)));
    let memberships = read_all::<Membership>(&records).map_err(|error| Failure::fault(&error))?;
    let on = members_on(&memberships, asker.today());
    let mut codes = Vec::new();
    for code in on.certain.iter().chain(&on.beside).filter_map(|member| member.party.unit()) {
        match store.unit(code).await? {
            Some(unit) if unit.unit.level != Level::Municipality => codes.extend(around::municipalities(asker, &unit).await?),
            Some(_) => codes.push(code.clone()),
            None => codes.push(registered(store, code).await?),
        }
    }
    codes.sort();
    codes.dedup();
    Ok(codes)
}

/// The code that registers have for a unit that is kept under another kind or without one; its own if they have none.
async fn registered(store: &miedza_store::Store, code: &UnitCode) -> Result<UnitCode, Told> {
    let known = store.units_by_code(&code.whatever_kind()).await?;
    let newest = known.into_values().max_by_key(|kept| (kept.valid_to.is_none(), kept.valid_from));
    Ok(newest.map_or_else(|| code.clone(), |kept| kept.unit.code))
}

/// Voivodeships and regions, by country and name.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn regions(asker: &Asker) -> Result<Vec<KeptUnit>, Told> {
    let mut found = Vec::new();
    for country in words::COUNTRIES {
        let question = UnitQuestion { country: Some(country), level: Some(Level::Region), ..UnitQuestion::default() };
        found.extend(asker.app.store().units(&question).await?);
    }
    Ok(found)
}
