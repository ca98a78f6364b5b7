//! The register of units, filtered, ordered and paged by the store, as it was on any day.

use std::collections::BTreeMap;

use askama::Template;
use miedza_planning::values::PartialDate;
use miedza_store::{KeptUnit, UnitOrder, UnitQuestion};
use miedza_territory::{Country, Day, Level, UnitCode};
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, labels};

use super::words;
use crate::frame::list::{AskedList, List, Listing};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// Filters beside the words.
const FILTERS: [&str; 4] = ["country", "level", "county", "on"];

/// A unit in the list.
struct UnitRow {
    name: Entry,
    kind: String,
    code: String,
    county: Entry,
    country: String,
}

/// A choice in the filter.
struct Select {
    field: FormField,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "territory/list.html")]
struct UnitsPage {
    page: Page,
    title: Title,
    selects: Vec<Select>,
    on: FormField,
    caption: Caption,
    list: List<UnitRow>,
    empty: String,
}

/// The units that the address asks for.
pub async fn list(asker: Asker) -> Answer {
    let listing = Listing::of(&asker, "name")
        .column("name", Heading::words(asker.say(key::UNIT_NAME)), |row: &UnitRow| row.name.label.as_str().into())
        .column("code", Heading::words(asker.say(key::UNIT_CODE)), |row: &UnitRow| row.code.as_str().into())
        .plain(Heading::words(asker.say(key::UNIT_KIND)))
        .plain(Heading::words(asker.say(key::UNIT_COUNTY)))
        .plain(Heading::words(asker.say(key::UNIT_COUNTRY)))
        .unseen("kind", asker.say(key::UNIT_KIND), |row| row.kind.clone())
        .unseen("county", asker.say(key::UNIT_COUNTY), |row| row.county.label.clone())
        .unseen("country", asker.say(key::UNIT_COUNTRY), |row| row.country.clone())
        .filtered_by(&FILTERS)
        .as_files("units");
    let asked = listing.asked();
    let store = asker.app.store();
    let on = asked.value("on").map(str::parse::<PartialDate>);
    let mut question = question(asked, on.as_ref().and_then(|on| on.as_ref().ok()));
    let total = usize::try_from(store.count_units(&question).await?).unwrap_or(usize::MAX);
    if asked.file.is_none() {
        let (first, most) = listing.window(total);
        (question.offset, question.limit) = (u32::try_from(first).unwrap_or(u32::MAX), u32::try_from(most).unwrap_or(u32::MAX));
    }
    let units = in_order(&asker, &question, asked).await?;
    let counties = parents(&asker, &units).await?;
    let selects = selects(&asker, asked, question.on).await?;
    let field = day_field(&asker, asked.value("on"), on.is_some_and(|on| on.is_err()));
    let rows: Vec<UnitRow> = units.iter().map(|kept| row(&asker, kept, &counties)).collect();
    if let Some(file) = listing.file(&rows).await? {
        return Ok(file);
    }
    let heading = asker.say(key::PORTAL_MENU_UNITS);
    page::answer(&UnitsPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading),
        title: Title { heading, lead: asker.say(key::UNIT_LIST_LEAD), ..Title::default() },
        selects,
        on: field,
        caption: caption(&asker, question.on).await?,
        list: listing.show_page(rows, total),
        empty: asker.say(key::UNIT_LIST_NONE),
    })
}

fn question(asked: &AskedList, on: Option<&PartialDate>) -> UnitQuestion {
    UnitQuestion {
        country: asked.value("country").and_then(Country::from_word),
        level: asked.value("level").and_then(Level::from_word),
        parent: asked.value("county").and_then(words::code),
        name: Some(asked.words.clone()).filter(|words| !words.is_empty()),
        on: on.and_then(|on| on.last_day().to_string().parse().ok()),
        ..UnitQuestion::default()
    }
}

/// The part of the list that is asked for: codes in the order of the store, names as the language of the page sorts them.
async fn in_order(asker: &Asker, question: &UnitQuestion, asked: &AskedList) -> Result<Vec<KeptUnit>, Failure> {
    let is_descending = asked.order.is_descending;
    if asked.order.name == "code" {
        let order = if is_descending { UnitOrder::CodeDown } else { UnitOrder::Code };
        return Ok(asker.app.store().units_in_order(question, order).await?);
    }
    let all = asker.app.atlas().by_name(question, asker.language).await?;
    let part = |number: u32, none: usize| if number == 0 { none } else { usize::try_from(number).unwrap_or(usize::MAX) };
    let (first, most) = (part(question.offset, 0), part(question.limit, usize::MAX));
    let ordered: Box<dyn Iterator<Item = &KeptUnit> + Send> =
        if is_descending { Box::new(all.iter().rev()) } else { Box::new(all.iter()) };
    Ok(ordered.skip(first).take(most).cloned().collect())
}

async fn parents(asker: &Asker, units: &[KeptUnit]) -> Result<BTreeMap<UnitCode, KeptUnit>, Failure> {
    let codes: Vec<UnitCode> = units.iter().filter_map(|kept| kept.unit.parent.clone()).collect();
    Ok(asker.app.store().units_by_code(&codes).await?)
}

fn row(asker: &Asker, kept: &KeptUnit, counties: &BTreeMap<UnitCode, KeptUnit>) -> UnitRow {
    let unit = &kept.unit;
    let page = |code: &UnitCode| Address::unit(asker.language, code.as_str());
    let county = unit.parent.as_ref().and_then(|code| counties.get(code));
    UnitRow {
        name: Entry::new(page(&unit.code), unit.name.clone()),
        kind: words::kind(asker, kept),
        code: unit.code.to_string(),
        county: county.map(|county| Entry::new(page(&county.unit.code), county.unit.name.clone())).unwrap_or_default(),
        country: asker.say(words::country(unit.country)),
    }
}

async fn selects(asker: &Asker, asked: &AskedList, on: Option<Day>) -> Result<Vec<Select>, Failure> {
    let chosen = |name: &str, value: &str| asked.value(name) == Some(value);
    let all = || Choice { label: asker.say(key::UNIT_ALL), ..Choice::default() };
    let choice = |name: &str, value: &str, label: String| Choice {
        value: value.to_owned(),
        is_chosen: chosen(name, value),
        label,
        ..Choice::default()
    };
    let countries = words::COUNTRIES.map(|country| choice("country", country.word(), asker.say(words::country(country))));
    let country = asked.value("country").and_then(Country::from_word);
    let levels = words::LEVELS.map(|level| {
        let label = match country {
            Some(country) => asker.tell(&labels::level(country, level)),
            None => asker.say(words::level(level)),
        };
        choice("level", level.word(), label)
    });
    let of_level = |level| UnitQuestion { country, level: Some(level), on, ..UnitQuestion::default() };
    let counties = asker.app.store().units(&of_level(Level::County)).await?;
    let regions = asker.app.store().units(&of_level(Level::Region)).await?;
    let names = words::apart_by_region(&counties, &regions);
    let counties = counties.iter().zip(names).map(|(kept, name)| choice("county", kept.unit.code.as_str(), name));
    let field = |name: &str, label| FormField { name: name.to_owned(), label, ..FormField::default() };
    let select = |name, label, choices: Vec<Choice>| Select {
        field: field(name, label),
        choices: [all()].into_iter().chain(choices).collect(),
    };
    Ok(vec![
        select("country", asker.say(key::UNIT_COUNTRY), countries.to_vec()),
        select("level", asker.say(key::UNIT_LEVEL), levels.to_vec()),
        select("county", asker.say(key::UNIT_COUNTY), counties.collect()),
    ])
}

fn day_field(asker: &Asker, value: Option<&str>, is_wrong: bool) -> FormField {
    FormField {
        name: "on".to_owned(),
        label: asker.say(key::UNIT_ON),
        hint: asker.say(key::UNIT_ON_HINT),
        error: if is_wrong { asker.say(key::UNIT_ON_WRONG) } else { String::new() },
        value: value.unwrap_or_default().to_owned(),
        optional: " ".to_owned(),
    }
}

/// Which editions the rows come from.
async fn caption(asker: &Asker, on: Option<Day>) -> Result<Caption, Failure> {
    let editions = asker.app.store().editions().await?;
    let mut told = Vec::new();
    for country in words::COUNTRIES {
        let mut of_country = editions.iter().filter(|edition| edition.country == country);
        let first = of_country.clone().next();
        let held = of_country.rfind(|edition| on.is_none_or(|on| edition.day <= on)).or(first);
        if let Some(edition) = held {
            let name = asker.say(words::country(country));
            let message = Message::new(key::UNIT_EDITION).with("country", name).with("day", words::day(asker, edition.day));
            told.push(asker.tell(&message.with("source", edition.source.clone())));
        }
    }
    Ok(Caption { id: "units".to_owned(), what: asker.say(key::UNIT_LIST_CAPTION), when: String::new(), source: told.join(" ") })
}
