//! What programs can read, for people who look for it.

use std::collections::BTreeMap;

use askama::Template;
use miedza_store::KeptVariable;
use miedza_texts::key;

use crate::api::observations::Terms;
use crate::frame::list::{List, Listing, SortKey};
use crate::frame::moments;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// Lists with their address in the interface for programs and the word on this page.
const LISTS: [(&str, miedza_texts::Key); 5] = [
    ("partnerships", key::PORTAL_MENU_PARTNERSHIPS),
    ("members", key::API_MEMBERS_EVERYWHERE),
    ("units", key::PORTAL_MENU_UNITS),
    ("calls", key::PORTAL_MENU_CALLS),
    ("themes", key::DATA_THEMES),
];

struct Listed {
    name: String,
    files: Vec<Entry>,
}

/// A variable with where it came from.
struct Variable {
    key: String,
    label: String,
    measure: String,
    years: String,
    first_year: u16,
    publisher: String,
    licence: String,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "search/data.html")]
struct DataPage {
    page: Page,
    title: Title,
    lists: Vec<Listed>,
    notes: Vec<String>,
    description: Entry,
    observations_heading: String,
    observations_lead: String,
    caption: Caption,
    variables: List<Variable>,
    none: String,
}

/// The lists, their files, and the description of the interface.
pub async fn show(asker: Asker) -> Answer {
    let heading = asker.say(key::PORTAL_MENU_DATA);
    let lists = LISTS.iter().map(|(name, word)| {
        let file = |ending: &str, label: &str| Entry::new(format!("/api/v1/{name}{ending}?lang={}", asker.language), label);
        Listed { name: asker.say(*word), files: vec![file("", "JSON"), file(".csv", "CSV"), file(".xlsx", "XLSX")] }
    });
    let store = asker.app.store();
    let terms = Terms::of(&store.observation_imports().await?);
    let variables = store.observation_variables().await?.iter().map(|kept| variable(&asker, kept, &terms)).collect();
    let notes = [key::DATA_PARTNERSHIP, key::DATA_RIGHTS, key::DATA_CITE];
    page::answer(&DataPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading),
        title: Title { heading, lead: asker.say(key::DATA_LEAD), ..Title::default() },
        lists: lists.collect(),
        notes: notes.iter().map(|note| asker.say(*note)).collect(),
        description: Entry::new("/api/v1/openapi.json", asker.say(key::DATA_DESCRIPTION)),
        observations_heading: asker.say(key::DATA_OBSERVATIONS),
        observations_lead: asker.say(key::DATA_OBSERVATIONS_LEAD),
        caption: Caption::new("observations", asker.say(key::DATA_OBSERVATIONS)),
        variables: listed(&asker, variables),
        none: asker.say(key::DATA_OBSERVATIONS_NONE),
    })
}

fn variable(asker: &Asker, kept: &KeptVariable, terms: &BTreeMap<String, Terms>) -> Variable {
    let terms = terms.get(&kept.variable.source);
    let file = |ending: &str, label: &str| {
        let step = format!("{}{ending}", kept.variable.id);
        let address = Address::at("/api/v1/observations").step(&kept.variable.source).step(&step);
        Entry::new(address.ask("lang", asker.language.code()), label)
    };
    Variable {
        key: kept.variable.to_string(),
        label: kept.label.clone(),
        measure: kept.measure.clone().unwrap_or_default(),
        years: kept.years.map(moments::years).unwrap_or_default(),
        first_year: kept.years.map_or(0, |years| years.first),
        publisher: terms.map(Terms::publishers).unwrap_or_default(),
        licence: terms.map(Terms::licences).unwrap_or_default(),
        files: vec![file("", "JSON"), file(".csv", "CSV"), file(".xlsx", "XLSX")],
    }
}

fn listed(asker: &Asker, rows: Vec<Variable>) -> List<Variable> {
    let words = |label| Heading::words(asker.say(label));
    Listing::of(asker, "variable")
        .column("variable", words(key::OBSERVATIONS_VARIABLE), |row: &Variable| SortKey::from(&row.key))
        .column("label", words(key::OBSERVATIONS_LABEL), |row: &Variable| SortKey::from(&row.label))
        .column("measure", words(key::OBSERVATIONS_MEASURE), |row: &Variable| SortKey::from(&row.measure))
        .column("years", words(key::OBSERVATIONS_YEARS), |row: &Variable| SortKey::Number(row.first_year.into()))
        .column("publisher", words(key::OBSERVATIONS_PUBLISHER), |row: &Variable| SortKey::from(&row.publisher))
        .column("licence", words(key::OBSERVATIONS_LICENCE), |row: &Variable| SortKey::from(&row.licence))
        .plain(words(key::DATA_OBSERVATIONS_FILES))
        .show(rows, |row| format!("{} {} {} {} {}", row.key, row.label, row.measure, row.years, row.publisher))
}
