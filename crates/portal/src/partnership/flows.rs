//! Flows between the municipalities of a partnership: as a map, as a matrix in classes, and the strongest of them as a list.
//!
//! What no table states stays missing: a flow below the threshold of its publisher is no zero, and who stays within a
//! municipality is a number only where the table says it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::{Kind, Record};
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Key, Message, key};
use miedza_workflows::territory::{Among, Class, FlowMatrix, class_of, classes};
use serde::Deserialize;

use super::desk::Desk;
use super::flow_map;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, KeyFigure, MapFigure, Sign, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// Flows in the list of the strongest.
const STRONGEST: usize = 20;
/// Municipalities in the matrix; of more, those with the most flows stand in it.
const MOST_UNITS: usize = 60;
/// Classes of cells by their number; the first is for cells without one.
pub const CLASSES: [&str; 8] = ["", "class-1", "class-2", "class-3", "class-4", "class-5", "class-6", "class-7"];

/// Which table, and how small a flow the map still draws.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    table: String,
    least: String,
}

/// A cell of the matrix.
struct Cell {
    class: &'static str,
    told: String,
    title: String,
}

/// A municipality with where its people go.
struct Row {
    unit: Entry,
    cells: Vec<Cell>,
    sums: Vec<String>,
}

/// One of the strongest flows.
struct Strong {
    from: Entry,
    to: Entry,
    persons: String,
    share: String,
    bar: f64,
}

#[derive(Template)]
#[template(path = "partnership/flows.html")]
struct FlowsPage {
    page: Page,
    title: Title,
    action: String,
    table: FormField,
    tables: Vec<Choice>,
    least: FormField,
    show: String,
    empty: String,
    figures: Vec<KeyFigure>,
    notes: Vec<String>,
    map: MapFigure,
    matrix_heading: String,
    matrix_lead: String,
    caption: Caption,
    corner: String,
    columns: Vec<Entry>,
    sums: Vec<String>,
    rows: Vec<Row>,
    foot: String,
    totals: Vec<String>,
    scale: Vec<Sign>,
    strongest_heading: String,
    strongest_caption: Caption,
    strongest_headings: Vec<Heading>,
    strongest: Vec<Strong>,
}

/// A matrix with what its words need: municipalities in the order of their names.
pub struct Sheet<'a> {
    pub desk: &'a Desk,
    pub table: &'a Record,
    pub matrix: &'a FlowMatrix,
    pub order: Vec<usize>,
}

impl Sheet<'_> {
    /// A municipality as a link.
    pub fn unit(&self, place: usize) -> Entry {
        self.desk.unit(&self.matrix.units[place])
    }

    /// A number of persons.
    pub fn persons(&self, persons: f64) -> String {
        self.desk.asker.language.integer(persons)
    }

    /// A flow in one sentence.
    pub fn told(&self, flow: &Among) -> String {
        let told =
            Message::new(key::PAGE_FLOW_TOLD).with("from", self.unit(flow.from).label).with("to", self.unit(flow.to).label);
        self.desk.tell(&told.with("count", self.persons(flow.persons)))
    }
}

/// The flows of the table that is asked for, else of the newest.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let desk = Desk::open(asker).await?;
    let mut tables: Vec<&Record> = desk.book.of(Kind::FlowTables).iter().collect();
    tables.sort_by_key(|table| (table.content.partnership.is_none(), std::cmp::Reverse(table.number("year")), &table.id));
    let chosen = tables.iter().find(|table| table.id == asked.table).or(tables.first()).copied();
    let matrix = match chosen {
        Some(table) => desk.asker.app.atlas().reading(table).await.ok().map(|reading| FlowMatrix::of(&reading, &units(&desk))),
        None => None,
    };
    let mut shown = framed(&desk, &asked, &tables, chosen);
    let known = chosen.zip(matrix.as_ref()).filter(|(_, matrix)| !matrix.units.is_empty());
    let Some((table, matrix)) = known else {
        shown.empty = desk.say(if chosen.is_some() { key::PAGE_FLOWS_SILENT } else { key::PAGE_FLOWS_NONE });
        return page::answer(&shown);
    };
    let sheet = Sheet { desk: &desk, table, matrix, order: order(&desk, matrix) };
    shown.map = flow_map::figure(&sheet, asked.least.trim().parse().ok()).await?;
    fill(&mut shown, &sheet);
    page::answer(&shown)
}

/// The municipalities that take part today, beside the members too.
fn units(desk: &Desk) -> BTreeSet<UnitCode> {
    let members = desk.book.dossier.members_on(desk.asker.today());
    let all = members.certain.iter().chain(&members.possible).chain(&members.beside);
    let codes = all.filter_map(|member| member.party.unit());
    codes.filter(|code| desk.book.land.level(code) == Some(Level::Municipality)).cloned().collect()
}

fn order(desk: &Desk, matrix: &FlowMatrix) -> Vec<usize> {
    let mut order: Vec<usize> = (0..matrix.units.len()).collect();
    if order.len() > MOST_UNITS {
        let busy = |place: usize| matrix.out_among(place) + matrix.in_among(place);
        order.sort_by(|one, two| busy(*two).total_cmp(&busy(*one)));
        order.truncate(MOST_UNITS);
    }
    let name = |place: usize| desk.unit(&matrix.units[place]).label;
    order.sort_by(|one, two| desk.asker.language.compare(&name(*one), &name(*two)));
    order
}

/// The page before anything is counted.
fn framed(desk: &Desk, asked: &Asked, tables: &[&Record], chosen: Option<&Record>) -> FlowsPage {
    let heading = desk.say(key::PAGE_FLOWS);
    let lead = chosen.map(|table| table_name(desk, table)).unwrap_or_default();
    let choice = |table: &&Record| Choice {
        value: table.id.clone(),
        label: table_name(desk, table),
        is_chosen: chosen.is_some_and(|chosen| chosen.id == table.id),
        ..Choice::default()
    };
    let field = |name: &str, label: Key, hint: Option<Key>, value: &str| FormField {
        name: name.to_owned(),
        label: desk.say(label),
        hint: hint.map(|hint| desk.say(hint)).unwrap_or_default(),
        value: value.to_owned(),
        optional: " ".to_owned(),
        ..FormField::default()
    };
    FlowsPage {
        page: desk.page(Place::Flows, &heading).wide(),
        title: Title { kind: desk.name(), heading, lead, ..Title::default() },
        action: desk.address(Place::Flows).into(),
        table: field("table", key::UNIT_EXPLORE_TABLE, None, ""),
        tables: tables.iter().map(choice).collect(),
        least: field("least", key::PAGE_FLOWS_LEAST, Some(key::PAGE_FLOWS_LEAST_HINT), asked.least.trim()),
        show: desk.say(key::LIST_FILTER),
        empty: String::new(),
        figures: Vec::new(),
        notes: Vec::new(),
        map: MapFigure::default(),
        matrix_heading: desk.say(key::PAGE_FLOWS_MATRIX),
        matrix_lead: desk.say(key::PAGE_FLOWS_MATRIX_LEAD),
        caption: desk.caption("matrix", "", ""),
        corner: desk.say(key::PAGE_FLOWS_CORNER),
        columns: Vec::new(),
        sums: Vec::new(),
        rows: Vec::new(),
        foot: desk.say(key::PAGE_FLOWS_FROM_OTHERS),
        totals: Vec::new(),
        scale: Vec::new(),
        strongest_heading: desk.say(key::PAGE_FLOWS_STRONGEST),
        strongest_caption: desk.caption("strongest", "", ""),
        strongest_headings: Vec::new(),
        strongest: Vec::new(),
    }
}

fn table_name(desk: &Desk, table: &Record) -> String {
    let year = table.number("year").map(|year| year.to_string()).unwrap_or_default();
    desk.tell(&Message::new(key::UNIT_FLOWS_TABLE).with("name", desk.words(table, "name")).with("year", year))
}

fn fill(shown: &mut FlowsPage, sheet: &Sheet<'_>) {
    let (desk, matrix) = (sheet.desk, sheet.matrix);
    let year = sheet.table.number("year").map(|year| year.to_string()).unwrap_or_default();
    let source = sheet.table.text("publisher").unwrap_or_default();
    let captioned = |id: &str, what: Key| Caption { source: source.to_owned(), ..desk.caption(id, desk.say(what), year.clone()) };
    let strongest = matrix.strongest();
    let scale = classes(strongest.iter().map(|flow| flow.persons));
    shown.figures = figures(sheet);
    shown.notes = notes(sheet);
    shown.caption = captioned("matrix", key::PAGE_FLOWS_MATRIX_CAPTION);
    shown.columns = sheet.order.iter().map(|place| sheet.unit(*place)).collect();
    shown.sums = [key::PAGE_FLOWS_TO_OTHERS, key::PAGE_FLOWS_OUTSIDE].map(|key| desk.say(key)).to_vec();
    shown.rows = sheet.order.iter().map(|place| row(sheet, *place, &scale)).collect();
    shown.totals = totals(sheet);
    shown.scale = legend(sheet, &scale);
    shown.strongest_caption = captioned("strongest", key::PAGE_FLOWS_STRONGEST);
    shown.strongest_headings = vec![
        Heading::words(desk.say(key::PAGE_FLOWS_FROM)),
        Heading::words(desk.say(key::PAGE_FLOWS_TO)),
        Heading::number(desk.say(key::UNIT_FLOWS_PERSONS), ""),
        Heading::number(desk.say(key::PAGE_FLOWS_SHARE), ""),
    ];
    let most = strongest.first().map_or(1.0, |flow| flow.persons);
    shown.strongest = strongest.iter().take(STRONGEST).map(|flow| strong(sheet, flow, most)).collect();
}

fn figures(sheet: &Sheet<'_>) -> Vec<KeyFigure> {
    let (desk, matrix) = (sheet.desk, sheet.matrix);
    let figure = |label: Key, value: String| KeyFigure { label: desk.say(label), value, ..KeyFigure::default() };
    let sum = |list: &[f64]| sheet.persons(list.iter().sum());
    let internal = matrix.internal().map(|persons| sheet.persons(persons));
    vec![
        figure(key::PAGE_FLOWS_AMONG, sheet.persons(matrix.among())),
        figure(key::PAGE_FLOWS_OUT, sum(&matrix.leaving)),
        figure(key::PAGE_FLOWS_IN, sum(&matrix.arriving)),
        figure(key::PAGE_FLOWS_KEPT, desk.asker.language.optional_share(matrix.kept_share(), 1)),
        figure(key::PAGE_FLOWS_INTERNAL, internal.unwrap_or_else(|| desk.say(key::PAGE_NOT_KNOWN))),
    ]
}

/// What the table keeps to itself.
fn notes(sheet: &Sheet<'_>) -> Vec<String> {
    let (desk, matrix) = (sheet.desk, sheet.matrix);
    let mut notes = Vec::new();
    if let Some(least) = sheet.table.value("suppressed_below").and_then(serde_json::Value::as_f64) {
        notes.push(desk.tell(&Message::new(key::UNIT_FLOWS_THRESHOLD).with("least", sheet.persons(least))));
    }
    if !matrix.hidden.is_empty() {
        notes.push(desk.count(key::PAGE_FLOWS_HIDDEN, matrix.hidden.len()));
    }
    if !matrix.has_internal {
        notes.push(desk.say(key::UNIT_FLOWS_NO_INTERNAL));
    }
    if matrix.between_parts > 0.0 {
        let told = Message::new(key::PAGE_FLOWS_PARTS).with("count", sheet.persons(matrix.between_parts));
        notes.push(desk.tell(&told));
    }
    if matrix.units.len() > sheet.order.len() {
        let told = Message::new(key::PAGE_FLOWS_LARGEST).with("shown", sheet.order.len()).with("all", matrix.units.len());
        notes.push(desk.tell(&told));
    }
    if !matrix.silent.is_empty() {
        let names: Vec<String> = matrix.silent.iter().map(|code| desk.unit(code).label).collect();
        notes.push(desk.tell(&Message::new(key::PAGE_FLOWS_UNITS_SILENT).with("names", names.join(", "))));
    }
    notes
}

fn row(sheet: &Sheet<'_>, from: usize, scale: &[Class]) -> Row {
    let matrix = sheet.matrix;
    let sums = [matrix.out_among(from), matrix.leaving[from]].map(|sum| sheet.persons(sum));
    Row {
        unit: sheet.unit(from),
        cells: sheet.order.iter().map(|to| cell(sheet, (from, *to), scale)).collect(),
        sums: sums.to_vec(),
    }
}

fn cell(sheet: &Sheet<'_>, (from, to): (usize, usize), scale: &[Class]) -> Cell {
    let (matrix, desk) = (sheet.matrix, sheet.desk);
    let persons = matrix.persons[from][to];
    if from == to {
        let told = persons.map(|persons| sheet.persons(persons));
        let title = desk.tell(&Message::new(key::PAGE_FLOWS_STAY).with("name", sheet.unit(from).label));
        return Cell { class: "within", told: told.unwrap_or_else(|| "–".to_owned()), title };
    }
    match persons {
        Some(persons) => Cell {
            class: CLASSES[class_of(scale, persons).unwrap_or(0).min(CLASSES.len() - 1)],
            told: sheet.persons(persons),
            title: sheet.told(&Among { from, to, persons }),
        },
        None if matrix.hidden.contains(&(from, to)) => {
            Cell { class: "missing", told: desk.say(key::PAGE_FLOWS_SECRET), title: desk.say(key::UNIT_SUPPRESSED) }
        }
        None => Cell { class: "missing", told: "·".to_owned(), title: desk.say(key::PAGE_FLOWS_NOT_STATED) },
    }
}

/// Sums of the columns, then of those sums that stand beside the rows.
fn totals(sheet: &Sheet<'_>) -> Vec<String> {
    let matrix = sheet.matrix;
    let columns = sheet.order.iter().map(|to| sheet.persons(matrix.in_among(*to)));
    let rest = [matrix.among(), matrix.leaving.iter().sum()].map(|sum: f64| sheet.persons(sum));
    columns.chain(rest).collect()
}

fn legend(sheet: &Sheet<'_>, scale: &[Class]) -> Vec<Sign> {
    let sign = |(number, class): (usize, &Class)| {
        let [least, greatest] = [class.least, class.greatest].map(|persons| sheet.persons(persons));
        Sign { class: CLASSES[number + 1], label: if least == greatest { least } else { format!("{least} – {greatest}") } }
    };
    scale.iter().enumerate().map(sign).collect()
}

fn strong(sheet: &Sheet<'_>, flow: &Among, most: f64) -> Strong {
    let all = sheet.matrix.out_among(flow.from) + sheet.matrix.leaving[flow.from];
    Strong {
        from: sheet.unit(flow.from),
        to: sheet.unit(flow.to),
        persons: sheet.persons(flow.persons),
        share: sheet.desk.asker.language.share(flow.persons / all, 1),
        bar: (flow.persons / most * 100.0).round(),
    }
}
