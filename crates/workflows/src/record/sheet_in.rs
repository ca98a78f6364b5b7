//! A sheet that comes back: which records it changes, field by field, and saving that.
//!
//! A row with an id changes that record, if its version is still the one of the sheet; a row without one makes a new
//! record. Columns that the sheet lacks keep their values. Nothing is saved unless every row can be. A published list of
//! flagged units needs no ids.

use std::collections::BTreeMap;

use miedza_planning::partnership::{Membership, membership};
use miedza_planning::record::{Draft, Fault, FaultKind, Kind, Record, Values, check_course, is_made_by_a_file};
use miedza_sources::table::{Input, Lack, Table};
use miedza_store::{Author, Change, Question, Store, Write};
use miedza_texts::Language;

use super::around::{circle, settled};
use super::changes::{FieldChange, changes};
use super::entered::Entered;
use super::flag_list::{self, Listed};
use super::names::{Names, tongue};
use super::save::draft_of;
use super::sheet::columns;
use super::units::Checked;
use crate::failure::{Failure, Table as Told};
use crate::spreadsheet::unguarded;

/// Most rows of a sheet.
const MOST_ROWS: usize = 20_000;

/// What a row of a sheet means.
#[derive(Clone, Debug)]
pub struct SheetChange {
    /// Row of the sheet, counted as people see it.
    pub row: u64,
    /// The record that it changes; `None` for a new one.
    pub before: Option<Record>,
    /// As it should be.
    pub draft: Draft,
    /// What differs.
    pub changes: Vec<FieldChange>,
    /// Fields to correct.
    pub faults: Vec<Fault>,
    /// Whether somebody else changed the record since the sheet was made.
    pub is_stale: bool,
}

/// A sheet, read.
#[derive(Clone, Debug, Default)]
pub struct SheetRead {
    /// Rows that change something.
    pub changes: Vec<SheetChange>,
    /// How many rows change nothing.
    pub unchanged: usize,
    /// Columns of the sheet that the kind does not have.
    pub unknown_columns: Vec<String>,
}

impl SheetRead {
    /// Whether it can be saved.
    pub fn is_clean(&self) -> bool {
        self.changes.iter().all(|change| change.faults.is_empty() && !change.is_stale)
    }
}

/// The name in brackets of a heading, or the heading itself.
fn column(heading: &str) -> &str {
    let bracketed = heading.rsplit_once('[').and_then(|(_, rest)| rest.trim_end().strip_suffix(']'));
    bracketed.unwrap_or(heading).trim()
}

struct Row {
    number: u64,
    id: String,
    version: Option<i64>,
    entered: Entered,
}

#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    columns: Vec<String>,
    unknown_columns: Vec<String>,
}

fn rows(kind: Kind, name: &str, bytes: Vec<u8>) -> Result<Rows, Failure> {
    let failed = |error: &miedza_sources::Error| Failure::table(Told::Records, std::path::Path::new(name), error);
    let known = columns(kind);
    // In a workbook a text is a text; only what is written with commas has its guards.
    let is_workbook = bytes.starts_with(b"PK");
    let text = |text: &str| if is_workbook { text.to_owned() } else { unguarded(text) };
    let found = Table::find(Input::new(name, bytes), None, |headings| {
        let names: Vec<String> = headings.iter().map(|heading| flag_list::column(kind, column(heading)).to_owned()).collect();
        let found = names.iter().filter(|name| known.contains(name)).count();
        let is_sheet = found * 2 > known.len() || (found > 1 && names.iter().any(|name| name == "id"));
        if is_sheet || flag_list::is_list(kind, &names) {
            Ok(names)
        } else {
            Err(Lack::Missing { role: "id", option: String::new(), found })
        }
    });
    let (mut table, headings) = match found {
        Ok(found) => found,
        // The sheet of an empty register has only its heading; it changes nothing.
        Err(miedza_sources::Error::NoRows { .. }) => return Ok(Rows::default()),
        Err(error) => return Err(failed(&error)),
    };
    let unknown_columns = headings.iter().filter(|name| !name.is_empty() && !known.contains(name)).cloned().collect();
    let mut rows = Vec::new();
    while table.advance().map_err(|error| failed(&error))? && rows.len() < MOST_ROWS {
        let cells = headings.iter().enumerate().filter(|(_, name)| known.contains(name));
        let entered = Entered::new(cells.map(|(cell, name)| (name.clone(), text(table.row().field(cell)))));
        rows.push(Row {
            number: table.row().number(),
            id: entered.one("id").unwrap_or_default().to_owned(),
            version: entered.one("version").and_then(|version| version.parse().ok()),
            entered,
        });
    }
    Ok(Rows { rows, columns: headings, unknown_columns })
}

/// Reads a sheet and says what it would change; nothing is saved.
///
/// # Errors
/// [`Failure`] if the file is no sheet of this kind, or names a record that is not there.
pub async fn read_sheet(
    store: &Store,
    question: &Question,
    file: (&str, Vec<u8>),
    language: Language,
) -> Result<SheetRead, Failure> {
    let kind = question.kind;
    let sheet = rows(kind, file.0, file.1)?;
    let kept = store.records(question).await?;
    let names = Names::around(store, &kept, language).await?;
    let kept: BTreeMap<&str, &Record> = kept.iter().map(|record| (record.id.as_str(), record)).collect();
    let mut read = SheetRead { unknown_columns: sheet.unknown_columns, ..SheetRead::default() };
    let mut drafts = Vec::new();
    let mut listed = flag_list::is_list(kind, &sheet.columns).then(|| Listed::of(kept.values().copied()));
    let made = |row: &Row, before| draft_of(kind, question.partnership.as_deref(), &row.entered, before, tongue(language));
    for row in sheet.rows {
        let mut before = kept.get(row.id.as_str()).copied();
        if before.is_none() && !row.id.is_empty() {
            return Err(Failure::unknown_row(row.number, &row.id));
        }
        let mut draft = made(&row, before);
        if let Some(listed) = &mut listed {
            before = listed.entry(&draft);
            if before.is_none() && !listed.is_first(&draft) {
                read.unchanged += 1;
                continue;
            }
            draft = if before.is_some() { made(&row, before) } else { flag_list::published(draft, &sheet.columns) };
        }
        drafts.push((row, before, draft));
    }
    let asked = drafts.iter().map(|(_, before, draft)| (draft, before.map(|record| &record.content.values)));
    let units = Checked::of(store, asked).await?;
    for (row, before, draft) in drafts {
        let mut settled = settled(draft, before, &units);
        settled.faults.extend(circle(store, &settled.draft, before).await?);
        let draft = settled.draft;
        let mut faults = settled.faults;
        if before.is_none() && is_made_by_a_file(kind) {
            faults.extend(check_course(kind, &Values::new(), &draft.values));
        }
        if before.is_some_and(|record| record.content == draft) {
            read.unchanged += 1;
            continue;
        }
        read.changes.push(SheetChange {
            row: row.number,
            changes: changes(before.map(|record| &record.content), Some(&draft), &names, language),
            faults,
            is_stale: before.is_some_and(|record| row.version.is_some_and(|version| version != record.version)),
            before: before.cloned(),
            draft,
        });
    }
    if kind == Kind::Memberships {
        tell_twins(&mut read.changes, kept.values().copied());
    }
    Ok(read)
}

/// New rows that say a membership a second time: a row above has it, or the register.
fn tell_twins<'r>(changes: &mut [SheetChange], kept: impl Iterator<Item = &'r Record>) {
    let typed = |draft: &Draft| serde_json::from_value(serde_json::Value::Object(draft.values.clone())).ok();
    let overwritten: Vec<String> =
        changes.iter().filter_map(|change| change.before.as_ref()).map(|record| record.id.clone()).collect();
    let kept = kept.filter(|record| !overwritten.contains(&record.id)).filter_map(|record| typed(&record.content));
    let mut there: Vec<(Option<u64>, Membership)> = kept.map(|membership| (None, membership)).collect();
    for change in changes {
        let Some(membership) = typed(&change.draft) else { continue };
        let twin = there.iter().find(|(_, other)| membership::collision(other, &membership).is_some());
        if let Some((row, _)) = twin.filter(|_| change.before.is_none()) {
            change.faults.push(Fault { field: "unit".to_owned(), kind: FaultKind::ThereAlready { row: *row } });
        }
        there.push((Some(change.row), membership));
    }
}

/// Saves what a sheet changes, all of it or nothing.
///
/// # Errors
/// [`Failure`] if a row has faults or somebody else changed a record meanwhile.
pub async fn save_sheet(store: &Store, read: SheetRead, author: &Author) -> Result<Vec<Record>, Failure> {
    let writes = read.changes.into_iter().map(|change| match change.before {
        None => Write::Create { id: None, draft: change.draft },
        Some(record) => {
            Write::Update(Change { kind: record.kind(), id: record.id, seen_version: record.version, draft: change.draft })
        }
    });
    Ok(store.save_all(writes.collect(), author).await?)
}
