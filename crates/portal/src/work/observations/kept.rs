//! The page: variables that are kept, the form that reads a file in, and the files that came in so far.

use askama::Template;
use miedza_store::{KeptVariable, ObservationImport};
use miedza_texts::{Message, key};
use miedza_workflows::spreadsheet::Cell;

use super::{about, count, withdraw};
use crate::frame::list::{List, Listing, SortKey};
use crate::frame::moments;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// Files that are shown, the last ones.
const IMPORTS: usize = 50;

/// A variable in words.
struct VariableRow {
    key: String,
    label: String,
    measure: String,
    years: String,
    first_year: u16,
    units: u64,
    units_told: String,
    values: u64,
    values_told: String,
}

/// A file in words.
struct ImportRow {
    number: u32,
    file: String,
    /// The way to withdraw it; `None` where that is done.
    withdraw: Option<Entry>,
    state: String,
    publisher: String,
    iso: String,
    day: String,
    values: String,
    new: String,
    revised: String,
    sha256: String,
}

/// The form that reads a file in.
struct Upload {
    heading: String,
    file_label: String,
    file_hint: String,
    fields: Vec<FormField>,
    check: FormField,
    further: String,
    button: String,
}

#[derive(Template)]
#[template(path = "work/observations/kept.html")]
struct KeptPage {
    page: Page,
    title: Title,
    upload: Upload,
    variables_heading: String,
    list: List<VariableRow>,
    caption: Caption,
    none: String,
    imports_heading: String,
    imports_caption: Caption,
    import_headings: Vec<Heading>,
    imports: Vec<ImportRow>,
    imports_none: String,
}

/// The page.
pub async fn show(asker: Asker) -> Answer {
    let store = asker.app.store();
    let variables = store.observation_variables().await?;
    let imports = store.observation_imports().await?;
    let heading = asker.say(key::OBSERVATIONS);
    let work = Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK));
    let rows = variables.iter().map(|kept| variable_row(&asker, kept)).collect();
    let shown =
        Message::new(key::OBSERVATIONS_IMPORTS_SHOWN).with("shown", imports.len().min(IMPORTS)).with("all", imports.len());
    let mut page = Page::of(&asker, &heading).unlisted().wide().under(vec![work], &heading);
    if asker.uri.query().is_some_and(|query| query.split('&').any(|pair| pair == withdraw::DONE)) {
        page = page.telling(Notice { kind: "success", title: asker.say(key::OBSERVATIONS_WITHDRAWN), ..Notice::default() });
    }
    page::answer(&KeptPage {
        page,
        title: Title { heading, lead: asker.say(key::OBSERVATIONS_LEAD), ..Title::default() },
        upload: upload(&asker),
        variables_heading: asker.say(key::OBSERVATIONS_VARIABLES),
        list: list(&asker, rows),
        caption: Caption::new("variables", asker.say(key::OBSERVATIONS_VARIABLES)),
        none: asker.say(key::OBSERVATIONS_NONE),
        imports_heading: asker.say(key::OBSERVATIONS_IMPORTS),
        imports_caption: Caption::new("imports", asker.say(key::OBSERVATIONS_IMPORTS)).at(asker.tell(&shown)),
        import_headings: import_headings(&asker),
        imports: imports.iter().take(IMPORTS).map(|import| import_row(&asker, import)).collect(),
        imports_none: asker.say(key::OBSERVATIONS_IMPORTS_NONE),
    })
}

fn upload(asker: &Asker) -> Upload {
    Upload {
        heading: asker.say(key::OBSERVATIONS_UPLOAD),
        file_label: asker.say(key::OBSERVATIONS_FILE),
        file_hint: asker.say(key::OBSERVATIONS_FILE_HINT),
        fields: about::fields(asker),
        check: FormField {
            name: "check".to_owned(),
            label: asker.say(key::OBSERVATIONS_CHECK),
            hint: asker.say(key::OBSERVATIONS_CHECK_HINT),
            ..FormField::default()
        },
        further: asker.say(key::OBSERVATIONS_FURTHER),
        button: asker.say(key::OBSERVATIONS_READ),
    }
}

fn variable_row(asker: &Asker, kept: &KeptVariable) -> VariableRow {
    VariableRow {
        key: format!("{}:{}", kept.variable.source, kept.variable.id),
        label: kept.label.clone(),
        measure: kept.measure.clone().unwrap_or_default(),
        years: kept.years.map(moments::years).unwrap_or_default(),
        first_year: kept.years.map_or(0, |years| years.first),
        units: kept.units,
        units_told: count(asker, kept.units),
        values: kept.values,
        values_told: count(asker, kept.values),
    }
}

/// A count to sort by; more than four thousand million are all the same.
fn sorted(count: u64) -> SortKey {
    SortKey::Number(u32::try_from(count).unwrap_or(u32::MAX).into())
}

fn list(asker: &Asker, rows: Vec<VariableRow>) -> List<VariableRow> {
    let words = |label| Heading::words(asker.say(label));
    let number = |label| Heading::number(asker.say(label), "");
    let told = |text: &String| -> Cell { text.as_str().into() };
    Listing::of(asker, "variable")
        .column("variable", words(key::OBSERVATIONS_VARIABLE), |row: &VariableRow| SortKey::from(&row.key))
        .column("label", words(key::OBSERVATIONS_LABEL), |row: &VariableRow| SortKey::from(&row.label))
        .column("measure", words(key::OBSERVATIONS_MEASURE), |row: &VariableRow| SortKey::from(&row.measure))
        .column("years", words(key::OBSERVATIONS_YEARS), |row: &VariableRow| SortKey::Number(row.first_year.into()))
        .told(move |row: &VariableRow| told(&row.years))
        .column("units", number(key::OBSERVATIONS_UNITS), |row: &VariableRow| sorted(row.units))
        .column("values", number(key::OBSERVATIONS_VALUES), |row: &VariableRow| sorted(row.values))
        .show(rows, |row| format!("{} {} {} {}", row.key, row.label, row.measure, row.years))
}

fn import_headings(asker: &Asker) -> Vec<Heading> {
    let words = |label| Heading::words(asker.say(label));
    let number = |label| Heading::number(asker.say(label), "");
    vec![
        number(key::OBSERVATIONS_NUMBER),
        words(key::OBSERVATIONS_FILE),
        words(key::OBSERVATIONS_PUBLISHER),
        words(key::OBSERVATIONS_RETRIEVED),
        number(key::OBSERVATIONS_VALUES),
        number(key::OBSERVATIONS_NEW),
        number(key::OBSERVATIONS_REVISED),
        words(key::OBSERVATIONS_SHA256),
        words(key::OBSERVATIONS_STATE),
    ]
}

fn import_row(asker: &Asker, import: &ObservationImport) -> ImportRow {
    let iso = import.retrieved.to_string();
    let holds = import.withdrawn_at.is_none();
    let label = Message::new(key::OBSERVATIONS_WITHDRAW_OF).with("file", import.file.as_str());
    ImportRow {
        number: import.id,
        withdraw: holds.then(|| Entry::new(withdraw::address_of(asker, import.id), asker.tell(&label))),
        state: asker.say(if holds { key::OBSERVATIONS_HOLDS } else { key::OBSERVATIONS_IS_WITHDRAWN }),
        file: import.file.clone(),
        publisher: import.publisher.clone(),
        day: asker.period(&iso),
        iso,
        values: count(asker, import.values),
        new: count(asker, import.changed.saturating_sub(import.revised)),
        revised: count(asker, import.revised),
        sha256: import.sha256.clone(),
    }
}
