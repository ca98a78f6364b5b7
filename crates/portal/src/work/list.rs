//! The list of a register: filtered, sorted, page by page, all in the address.

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::{Kind, Record, Shape};
use miedza_planning::rights::Verb;
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::record::{Names, changes};
use serde::Deserialize;

use super::register::Register;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Notice, Title, Turn};
use crate::frame::{Answer, Asker};

/// Rows of a page.
const ROWS: usize = 50;
/// Columns of fields beside the name.
const COLUMNS: usize = 4;

/// Where the list stands.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct View {
    /// Words that a row must hold.
    pub q: String,
    /// Column to sort by; `-name` the other way round.
    pub sort: String,
    /// Page from 1.
    pub page: usize,
    /// The deleted ones.
    pub deleted: bool,
    /// What was just done.
    pub done: String,
}

struct ListRow {
    link: Entry,
    cells: Vec<String>,
    seen_by: String,
    changed: String,
    bring_back: String,
}

#[derive(Template)]
#[template(path = "work/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    view: View,
    filter_label: String,
    apply: String,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<ListRow>,
    bring_back: String,
    empty: String,
    shown: String,
    pages_label: String,
    pages: Vec<Turn>,
    files_label: String,
    files: Vec<Entry>,
}

/// Fields shown as columns: the first that are short and not part of the name.
fn columns(kind: Kind) -> Vec<&'static str> {
    let named = kind.naming_fields();
    let is_short = |shape: Shape| !matches!(shape, Shape::Prose | Shape::Data | Shape::Units | Shape::Address | Shape::Links(_));
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
    let mut question = register.question();
    question.deleted = view.deleted;
    let mut records = asker.app.store().records(&question).await?;
    if register.partnership().is_none() {
        records.retain(|record| record.content.partnership.is_none());
    }
    records.retain(|record| register.may(Verb::Read, Some(record)));
    let names = Names::around(asker.app.store(), &records, asker.language).await?;
    let columns = columns(register.kind);
    let mut rows: Vec<(Record, String, Vec<String>)> = Vec::new();
    for record in records {
        let said = said(&asker, &record, &names);
        let name = names.name(&record, asker.language);
        let words = format!("{name} {}", said.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" "));
        if view.q.split_whitespace().all(|word| fold(&words).contains(&fold(word))) {
            let cells = columns.iter().map(|column| cell(&asker, &said, column)).collect();
            rows.push((record, name, cells));
        }
    }
    sort(&asker, &mut rows, &view.sort, &columns);
    page::answer(&list_page(&register, view, &columns, &rows))
}

fn fold(text: &str) -> String {
    miedza_store::fold(text)
}

fn sort(asker: &Asker, rows: &mut [(Record, String, Vec<String>)], by: &str, columns: &[&str]) {
    let (column, is_reverse) = by.strip_prefix('-').map_or((by, false), |column| (column, true));
    let position = columns.iter().position(|name| *name == column);
    rows.sort_by(|one, two| {
        let order = match (column, position) {
            ("updated_at", _) => one.0.updated_at.cmp(&two.0.updated_at),
            (_, Some(position)) => asker.language.compare(&one.2[position], &two.2[position]),
            _ => asker.language.compare(&one.1, &two.1),
        };
        let order = order.then_with(|| one.0.id.cmp(&two.0.id));
        if is_reverse { order.reverse() } else { order }
    });
}

fn list_page(register: &Register, view: View, columns: &[&str], rows: &[(Record, String, Vec<String>)]) -> ListPage {
    let asker = register.asker;
    let pages = rows.len().div_ceil(ROWS).max(1);
    let current = view.page.clamp(1, pages);
    let first = (current - 1) * ROWS;
    let shown: Vec<ListRow> = rows.iter().skip(first).take(ROWS).map(|row| list_row(register, &view, row)).collect();
    let name = register.name();
    let count = |number: usize| asker.language.integer(f64::from(u32::try_from(number).unwrap_or(u32::MAX)));
    let told = Message::new(key::WORK_SHOWN)
        .with("from", count(first + 1))
        .with("to", count(first + shown.len()))
        .with("all", count(rows.len()));
    let notice = done(asker, &view.done);
    let page = register.page(&name, Vec::new());
    ListPage {
        page: notice.into_iter().fold(page, Page::telling),
        title: Title { heading: name.clone(), ..Title::default() },
        ways: ways(register, &view),
        filter_label: asker.say(key::WORK_FILTER),
        apply: asker.say(key::WORK_APPLY),
        caption: Caption { id: "list".to_owned(), what: name, ..Caption::default() },
        headings: headings(register, &view, columns),
        bring_back: asker.say(key::WORK_UNDELETE),
        empty: asker.tell(&Message::new(key::WORK_EMPTY).with("kind", labels::kind(register.kind))),
        shown: if rows.is_empty() { asker.say(key::WORK_NONE_SHOWN) } else { asker.tell(&told) },
        pages_label: asker.say(key::WORK_PAGES),
        pages: if pages > 1 { turns(register, &view, pages, current) } else { Vec::new() },
        files_label: asker.say(key::WORK_SHEET_OUT),
        files: files(register, &view),
        rows: shown,
        view,
    }
}

fn list_row(register: &Register, view: &View, (record, name, cells): &(Record, String, Vec<String>)) -> ListRow {
    let asker = register.asker;
    let may_edit = register.may(Verb::Edit, Some(record));
    let bring_back =
        if view.deleted && may_edit { register.address().step("undelete").step(&record.id).into() } else { String::new() };
    let href = if view.deleted { String::new() } else { register.record(&record.id).into() };
    ListRow {
        link: Entry::new(href, name.clone()),
        cells: cells.clone(),
        seen_by: asker.tell(&labels::visibility(record.content.visibility)),
        changed: asker.moment(&record.updated_at),
        bring_back,
    }
}

fn headings(register: &Register, view: &View, columns: &[&str]) -> Vec<Heading> {
    let asker = register.asker;
    let heading = |column: &str, label: String, may_sort: bool| {
        let is_up = view.sort == column || (view.sort.is_empty() && column == "name");
        let is_down = view.sort.strip_prefix('-') == Some(column);
        let next = if is_up { format!("-{column}") } else { column.to_owned() };
        Heading {
            label,
            sort_href: if may_sort { register.address().ask("q", &view.q).ask("sort", &next).into() } else { String::new() },
            sort: if is_up {
                "ascending"
            } else if is_down {
                "descending"
            } else if may_sort {
                "none"
            } else {
                ""
            },
            ..Heading::default()
        }
    };
    let mut headings = vec![heading("name", asker.say(key::WORK_NAME), true)];
    headings.extend(columns.iter().map(|column| heading(column, asker.tell(&labels::field(register.kind, column)), true)));
    headings.push(heading("visibility", asker.say(key::WORK_SEEN_BY), false));
    headings.push(heading("updated_at", asker.say(key::WORK_CHANGED_ON), true));
    if view.deleted {
        headings.push(heading("undelete", asker.say(key::WORK_UNDELETE), false));
    }
    headings
}

fn ways(register: &Register, view: &View) -> Vec<Entry> {
    let (asker, kind) = (register.asker, register.kind);
    let mut ways = Vec::new();
    if register.may(Verb::Create, None) {
        let told = Message::new(key::WORK_CREATE).with("kind", labels::kind_one(kind));
        ways.push(Entry::new(register.address().step("new"), asker.tell(&told)));
    }
    if register.may(Verb::Edit, None) {
        ways.push(Entry::new(register.address().step("import"), asker.say(key::WORK_SHEET_IN)));
    }
    let other = if view.deleted { register.address() } else { register.address().ask("deleted", "true") };
    ways.push(Entry::new(other, asker.say(if view.deleted { key::WORK_LIVE_LIST } else { key::WORK_DELETED_LIST })));
    ways
}

fn files(register: &Register, view: &View) -> Vec<Entry> {
    if view.deleted {
        return Vec::new();
    }
    let sheet = register.address().step("sheet");
    ["csv", "xlsx"].iter().map(|ending| Entry::new(sheet.clone().step(ending), ending.to_uppercase())).collect()
}

fn turns(register: &Register, view: &View, pages: usize, current: usize) -> Vec<Turn> {
    let asker = register.asker;
    let turn = |page: usize| Turn {
        href: register.address().ask("q", &view.q).ask("sort", &view.sort).ask("page", &page.to_string()).into(),
        label: page.to_string(),
        name: asker.tell(&Message::new(key::WORK_PAGE).with("page", page.to_string())),
        is_current: page == current,
        is_gap: false,
    };
    (1..=pages).map(turn).collect()
}

/// What was just done, told once above the list.
pub fn done(asker: &Asker, done: &str) -> Option<Notice> {
    let (title, text) = match done {
        "saved" => (key::WORK_SAVED, None),
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
