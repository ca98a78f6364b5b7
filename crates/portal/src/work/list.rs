//! The list of a register: filtered, sorted, page by page, all in the address.

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::{Kind, Record, Shape};
use miedza_planning::rights::Verb;
use miedza_texts::{Message, key};
use miedza_workflows::record::{Names, changes};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::register::Register;
use crate::frame::Address;
use crate::frame::list::{AskedList, List, Listing, SortKey};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Notice, Title};
use crate::frame::{Answer, Asker};

/// Columns of fields beside the name.
const COLUMNS: usize = 4;

/// Where the list stands, beside words, order and page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct View {
    /// The deleted ones.
    pub deleted: bool,
    /// What was just done.
    pub done: String,
}

/// A record in the list.
pub struct ListRow {
    /// The record.
    pub record: Record,
    link: Entry,
    /// What the filter looks into.
    pub words: String,
    cells: Vec<String>,
    seen_by: String,
    changed: String,
    updated_at: String,
    bring_back: String,
}

#[derive(Template)]
#[template(path = "work/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    caption: Caption,
    list: List<ListRow>,
    bring_back: String,
    empty: String,
    is_deleted: bool,
}

/// Fields shown as columns: the first that are short and not part of the name.
fn columns(kind: Kind) -> Vec<&'static str> {
    let named = kind.naming_fields();
    let is_short = |shape: Shape| {
        !matches!(shape, Shape::Prose | Shape::Data | Shape::Units | Shape::Address | Shape::Links(_) | Shape::Indicators)
    };
    let fields = kind.fields().iter().filter(|field| is_short(field.shape) && !named.contains(&field.name));
    fields.map(|field| field.name).take(COLUMNS).collect()
}

/// The words of every field of a record, by the name of its entry.
fn said(asker: &Asker, record: &Record, names: &Names) -> Vec<(String, String)> {
    let all = changes(None, Some(&record.content), names, asker.language);
    all.into_iter().map(|change| (change.entry, change.after)).collect()
}

fn cell(asker: &Asker, said: &[(String, String)], column: &str) -> String {
    let own = format!("{column}.{}", asker.language);
    let entry = |name: &str| said.iter().find(|(entry, _)| entry == name).map(|(_, words)| words.clone());
    let other = || said.iter().find(|(entry, _)| entry.split('.').next() == Some(column)).map(|(_, words)| words.clone());
    entry(&own).or_else(|| entry(column)).or_else(other).unwrap_or_default()
}

/// The list of a register.
pub async fn show(asker: Asker, Query(view): Query<View>) -> Answer {
    let register = Register::of(&asker);
    let rows = rows(&register, &view).await?;
    page::answer(&list_page(&register, view, rows).await?)
}

/// All rows that the asker may see, in no order.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn rows(register: &Register<'_>, view: &View) -> Result<Vec<ListRow>, Failure> {
    let mut question = register.question();
    question.deleted = view.deleted;
    let mut records = register.asker.app.store().records(&question).await?;
    records.retain(|record| record.content.partnership.as_deref() == register.partnership());
    records.retain(|record| register.may(Verb::Read, Some(record)));
    let names = register.names(&records).await?;
    Ok(records.iter().map(|record| list_row(register, view, record, &names)).collect())
}

fn list_row(register: &Register, view: &View, record: &Record, names: &Names) -> ListRow {
    let asker = register.asker;
    let said = said(asker, record, names);
    let name = names.name(record, asker.language);
    let may_bring_back = view.deleted && register.may(Verb::Edit, Some(record));
    let href = if view.deleted { String::new() } else { register.record(&record.id).into() };
    ListRow {
        record: record.clone(),
        words: format!("{name} {}", said.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" ")),
        cells: columns(register.kind).iter().map(|column| cell(asker, &said, column)).collect(),
        link: Entry::new(href, name),
        seen_by: asker.tell(&labels::visibility(record.content.visibility)),
        changed: asker.moment(&record.updated_at),
        updated_at: record.updated_at.clone(),
        bring_back: if may_bring_back { register.address().step("undelete").step(&record.id).into() } else { String::new() },
    }
}

/// The list with its columns.
pub fn listing<'a>(register: &'a Register, view: &View) -> Listing<'a, ListRow> {
    let (asker, kind) = (register.asker, register.kind);
    let mut listing = Listing::of(asker, "name")
        .column("name", Heading::words(asker.say(key::WORK_NAME)), |row: &ListRow| SortKey::from(&row.link.label));
    for (position, column) in columns(kind).into_iter().enumerate() {
        let heading = Heading::words(asker.tell(&labels::field(kind, column)));
        listing = listing.column(column, heading, move |row: &ListRow| SortKey::from(&row.cells[position]));
    }
    listing = listing.plain(Heading::words(asker.say(key::WORK_SEEN_BY))).column(
        "changed",
        Heading::words(asker.say(key::WORK_CHANGED_ON)),
        |row: &ListRow| SortKey::from(&row.updated_at),
    );
    if view.deleted { listing.plain(Heading::words(asker.say(key::WORK_UNDELETE))) } else { listing }
}

async fn list_page(register: &Register<'_>, view: View, rows: Vec<ListRow>) -> Result<ListPage, Failure> {
    let asker = register.asker;
    let name = register.name();
    let page = register.page(&name, Vec::new()).await?;
    let listing = listing(register, &view);
    let files = files(register, &view, listing.asked());
    let mut list = listing.show(rows, |row| row.words.clone());
    list.foot.files = files;
    Ok(ListPage {
        page: done(asker, &view.done).into_iter().fold(page, Page::telling),
        title: Title { heading: name.clone(), ..Title::default() },
        ways: ways(register, &view),
        caption: Caption::new("list", name),
        list,
        bring_back: asker.say(key::WORK_UNDELETE),
        empty: asker.tell(&Message::new(key::WORK_EMPTY).with("kind", labels::kind(register.kind))),
        is_deleted: view.deleted,
    })
}

fn ways(register: &Register, view: &View) -> Vec<Entry> {
    let (asker, kind) = (register.asker, register.kind);
    let mut ways = Vec::new();
    if register.may(Verb::Create, None) {
        ways.push(Entry::new(register.address().step("new"), asker.tell(&labels::create(kind))));
    }
    if register.may(Verb::Edit, None) {
        ways.push(Entry::new(register.address().step("import"), asker.say(key::WORK_SHEET_IN)));
    }
    if kind == Kind::Diagnoses && asker.partnership.is_some() {
        let chapters = Address::partnership_work(asker.language, asker.slug()).step("diagnosis");
        ways.push(Entry::new(chapters, asker.say(key::DIAGNOSIS_CHAPTERS)));
    }
    let other = if view.deleted { register.address() } else { register.address().ask("deleted", "true") };
    ways.push(Entry::new(other, asker.say(if view.deleted { key::WORK_LIVE_LIST } else { key::WORK_DELETED_LIST })));
    ways
}

/// The same view as sheets that can come back.
fn files(register: &Register, view: &View, asked: &AskedList) -> Vec<Entry> {
    if view.deleted {
        return Vec::new();
    }
    let sheet = |ending: &str| {
        let said = asked.but(&["deleted", "done"]);
        said.iter().fold(register.address().step("sheet").step(ending), |address, (name, value)| address.ask(name, value))
    };
    ["csv", "xlsx"].iter().map(|ending| Entry::new(sheet(ending), ending.to_uppercase())).collect()
}

/// What was just done, told once above the list.
pub fn done(asker: &Asker, done: &str) -> Option<Notice> {
    let (title, text) = match done {
        "saved" => (key::WORK_SAVED, None),
        "saved-unasked" => (key::WORK_SAVED, Some(key::WORK_SAVED_UNASKED)),
        "deleted" => (key::WORK_WAS_DELETED, Some(key::WORK_DELETED_TEXT)),
        "undeleted" => (key::WORK_UNDELETED, None),
        "sheet-undone" => (key::WORK_SHEET_UNDONE, None),
        _ => return None,
    };
    Some(Notice {
        kind: "success",
        title: asker.say(title),
        text: text.map(|text| asker.say(text)).unwrap_or_default(),
        ways: Vec::new(),
    })
}
