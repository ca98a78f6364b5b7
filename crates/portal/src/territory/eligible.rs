//! Whether a unit is a small county town in a year, with the values that decide it.

use axum::extract::Query;
use miedza_planning::partnership::call::{SMALL_COUNTY_TOWN, small_county_town};
use miedza_planning::partnership::flag::{Flag, UnitFlag, county_seat};
use miedza_planning::partnership::places::Population;
use miedza_planning::partnership::{Kept, read_all};
use miedza_planning::record::Kind;
use miedza_planning::values::Day;
use miedza_store::{KeptUnit, Question};
use miedza_territory::{Country, Figure, Level, UnitCode};
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use serde::Deserialize;

use crate::frame::judged::{self, Judgement};
use crate::frame::parts::{Choice, FormField};
use crate::frame::{Address, Asker, Told};

/// Of which year.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    year: String,
}

/// The verdict and the years that can be asked for.
pub struct Eligible {
    /// Heading of the section.
    pub heading: String,
    /// What it means.
    pub lead: String,
    /// How it came out.
    pub judged: Judgement,
    /// Where the form is sent.
    pub action: String,
    /// The field of the year.
    pub year: FormField,
    /// Years with a number of inhabitants, the newest first; one or none needs no form.
    pub years: Vec<Choice>,
    /// The word on the button.
    pub show: String,
}

/// The verdict; `None` for what is no Polish municipality.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn of(asker: &Asker, kept: &KeptUnit, Query(asked): &Query<Asked>) -> Result<Option<Eligible>, Told> {
    if kept.unit.country != Country::Poland || kept.unit.level != Level::Municipality {
        return Ok(None);
    }
    let counted = populations(asker, &kept.unit.code).await?;
    let wanted = counted.iter().find(|population| population.year.to_string() == asked.year);
    let population = wanted.or(counted.first()).copied();
    let on = population.and_then(|population| Day::new(population.year, 12, 31)).unwrap_or_else(|| asker.today());
    let seat = is_county_seat(asker, kept, on).await?;
    let judged = small_county_town(population, seat, SMALL_COUNTY_TOWN);
    let choice = |counted: &Population| Choice {
        value: counted.year.to_string(),
        label: counted.year.to_string(),
        is_chosen: population.is_some_and(|population| population.year == counted.year),
        ..Choice::default()
    };
    let code = kept.unit.code.as_str();
    Ok(Some(Eligible {
        heading: asker.say(key::UNIT_SMALL_COUNTY_TOWN),
        lead: asker.tell(&Message::new(key::UNIT_SMALL_COUNTY_TOWN_LEAD).with("limit", 20_000.0)),
        judged: judged::told(asker, &judged, &|party| party.id().to_owned()),
        action: format!("{}#small-county-town", Address::unit(asker.language, code)),
        year: FormField {
            name: "year".to_owned(),
            label: asker.say(key::UNIT_SMALL_COUNTY_TOWN_YEAR),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        years: counted.iter().map(choice).collect(),
        show: asker.say(key::UNIT_SMALL_COUNTY_TOWN_SHOW),
    }))
}

/// Inhabitants by year, the newest first.
async fn populations(asker: &Asker, code: &UnitCode) -> Result<Vec<Population>, Told> {
    let mut counted: Vec<Population> = Vec::new();
    for figure in asker.app.store().figures(std::slice::from_ref(code), Figure::Population).await? {
        let year = figure.period.to_string().get(..4).and_then(|year| year.parse().ok());
        let inhabitants = figure.value.number().and_then(|value| format!("{value:.0}").parse().ok());
        counted.extend(year.zip(inhabitants).map(|(year, inhabitants)| Population { inhabitants, year }));
    }
    counted.sort_by_key(|population| std::cmp::Reverse(population.year));
    counted.dedup_by_key(|population| population.year);
    Ok(counted)
}

/// By the register, else by lists of county seats that were known by then, else by the code.
async fn is_county_seat(asker: &Asker, kept: &KeptUnit, on: Day) -> Result<Option<bool>, Told> {
    let seats = Question::of(Kind::UnitFlags).with("flag", Flag::CountySeat.name());
    let mut records = asker.app.store().records(&seats).await?;
    records.retain(|record| asker.sees(record, None));
    let flags: Vec<Kept<UnitFlag>> = read_all(&records).map_err(|error| Failure::fault(&error))?;
    Ok(kept.unit.is_county_seat.or_else(|| county_seat(&flags, &kept.unit.code, on)))
}
