//! Sheets of a register: out, and in again with a look at what changes and a way back.

use askama::Template;
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect};
use miedza_planning::record::Record;
use miedza_planning::rights::Verb;
use miedza_store::{Change as Rewrite, Write};
use miedza_texts::{Message, key};
use miedza_workflows::record::{Names, SheetChange, SheetFormat, SheetRead, read_sheet, save_sheet, sheet};
use miedza_workflows::{Failure, labels};

use super::file::{Sent, sent};
use super::list::{self, View};
use super::register::{Register, author};
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Changed, Entry, Notice, Title};
use crate::frame::{Answer, Asker};

/// What a row of the sheet changes, in words.
struct RowChange {
    row: String,
    name: String,
    faults: Vec<String>,
    fields: Vec<Changed>,
}

#[derive(Template)]
#[template(path = "work/sheet.html")]
struct SheetPage {
    page: Page,
    title: Title,
    file_label: String,
    read: String,
    rows: Vec<RowChange>,
    before_label: String,
    after_label: String,
    save: String,
    kept: String,
    undo: Vec<(String, String)>,
    undo_label: String,
    back: Entry,
}

/// A sheet of the records that the asker may see and that fit the address, in its order.
pub async fn export(asker: Asker, Path(path): Path<std::collections::BTreeMap<String, String>>) -> Answer {
    let register = Register::of(&asker);
    let ending = path.get("ending").map(String::as_str).unwrap_or_default();
    let format = SheetFormat::parse(ending).ok_or_else(unknown_address)?;
    let view = View::default();
    let rows = list::rows(&register, &view).await?;
    let rows = list::listing(&register, &view).view(rows, |row| row.words.clone());
    let records: Vec<Record> = rows.into_iter().map(|row| row.record).collect();
    let bytes = sheet(register.kind, &records, format, asker.language)?;
    Ok(attachment(format.media_type(), &format!("{}.{ending}", register.kind), bytes))
}

async fn shown(register: &Register<'_>) -> Result<SheetPage, Failure> {
    let asker = register.asker;
    let heading = asker.say(key::WORK_SHEET_IN);
    Ok(SheetPage {
        page: register.page(&heading, Vec::new()).await?,
        title: Title { kind: register.name(), heading, lead: asker.say(key::WORK_SHEET_HINT), ..Title::default() },
        file_label: asker.say(key::WORK_SHEET_FILE),
        read: asker.say(key::WORK_SHEET_READ),
        rows: Vec::new(),
        before_label: asker.say(key::WORK_BEFORE),
        after_label: asker.say(key::WORK_AFTER),
        save: String::new(),
        kept: String::new(),
        undo: Vec::new(),
        undo_label: asker.say(key::WORK_SHEET_UNDO),
        back: Entry::new(register.address(), asker.say(key::WORK_BACK)),
    })
}

/// Asks for a sheet.
pub async fn ask(asker: Asker) -> Answer {
    page::answer(&shown(&Register::of(&asker)).await?)
}

fn row_change(register: &Register, change: &SheetChange, names: &Names) -> RowChange {
    let asker = register.asker;
    let mut faults: Vec<String> = change
        .faults
        .iter()
        .map(|fault| {
            let label = asker.tell(&labels::field(register.kind, &fault.field));
            format!("{label}: {}", asker.tell(&labels::fault(register.kind, fault)))
        })
        .collect();
    if change.is_stale {
        faults.push(asker.say(key::WORK_SHEET_STALE));
    }
    let fields = change.changes.iter();
    RowChange {
        row: asker.tell(&Message::new(key::WORK_SHEET_ROW).with("row", change.row.to_string())),
        name: change.before.as_ref().map_or_else(|| asker.say(key::WORK_SHEET_NEW), |record| names.name(record, asker.language)),
        faults,
        fields: fields
            .map(|field| Changed { label: field.label.clone(), before: field.before.clone(), after: field.after.clone() })
            .collect(),
    }
}

/// Reads a sheet and shows what it changes; with `confirm` it saves.
pub async fn import(asker: Asker, parts: Multipart) -> Answer {
    let register = Register::of(&asker);
    let Sent { file, words } = sent(parts).await?;
    let mut page = shown(&register).await?;
    if let Some((_, confirmed)) = words.iter().find(|(name, _)| name == "undo") {
        return undo(&register, confirmed).await;
    }
    let bytes = match (&file, words.iter().find(|(name, _)| name == "kept")) {
        (Some((name, bytes)), _) if !bytes.is_empty() => (name.clone(), bytes.to_vec()),
        (_, Some((_, sha256))) => {
            let bytes = asker.app.store().upload(sha256).await?.ok_or_else(unknown_address)?;
            ("sheet".to_owned(), bytes.to_vec())
        }
        _ => return Err(Failure::invalid(key::WORK_UPLOAD_NONE, key::WORK_UPLOAD_NONE_HINT).into()),
    };
    let read = read_sheet(asker.app.store(), &register.question(), (&bytes.0, bytes.1.clone()), asker.language).await?;
    may_save(&register, &read)?;
    if words.iter().any(|(name, _)| name == "confirm") && read.is_clean() {
        return saved(&register, page, read).await;
    }
    let before: Vec<Record> = read.changes.iter().filter_map(|change| change.before.clone()).collect();
    let names = register.names(&before).await?;
    page.rows = read.changes.iter().map(|change| row_change(&register, change, &names)).collect();
    page.page.notices.push(told(&asker, &read));
    if read.is_clean() && !read.changes.is_empty() {
        page.save = asker.say(key::WORK_SHEET_SAVE);
        page.kept = asker.app.store().keep_upload(bytes.1.into()).await?.sha256;
    }
    page::answer(&page)
}

/// Every change must be within the asker's rights, as if it were typed into a form.
fn may_save(register: &Register, read: &SheetRead) -> Result<(), Failure> {
    read.changes.iter().try_for_each(|change| register.may_save(change.before.as_ref(), &change.draft))
}

fn told(asker: &Asker, read: &SheetRead) -> Notice {
    let title = if read.changes.is_empty() {
        asker.say(key::WORK_SHEET_NONE)
    } else {
        asker.tell(&Message::new(key::WORK_SHEET_FOUND).with("count", read.changes.len()))
    };
    let unknown = Message::new(key::WORK_SHEET_UNKNOWN_COLUMNS).with("columns", read.unknown_columns.join(", "));
    let mut text = if read.is_clean() { String::new() } else { asker.say(key::WORK_SHEET_UNCLEAN) };
    if !read.unknown_columns.is_empty() {
        text = format!("{text} {}", asker.tell(&unknown));
    }
    let kind = if read.is_clean() { "info" } else { "attention" };
    Notice { kind, title, text: text.trim().to_owned(), ways: Vec::new() }
}

async fn saved(register: &Register<'_>, mut page: SheetPage, read: SheetRead) -> Answer {
    let asker = register.asker;
    let records = save_sheet(asker.app.store(), read, &author(asker)).await?;
    let lines: Vec<String> = records.iter().map(|record| format!("{}:{}", record.id, record.version)).collect();
    page.undo = vec![("undo".to_owned(), lines.join(" "))];
    page.page.notices.push(Notice { kind: "success", title: asker.say(key::WORK_SHEET_SAVED), ..Notice::default() });
    page::answer(&page)
}

/// Takes the changes of a sheet back, all of them or none: changed records get their former content, new ones are deleted.
async fn undo(register: &Register<'_>, lines: &str) -> Answer {
    let asker = register.asker;
    let mut writes = Vec::new();
    for (id, version) in lines.split_whitespace().filter_map(|line| line.split_once(':')) {
        let version: i64 = version.parse().map_err(|_| unknown_address())?;
        let record = asker.app.store().record(register.kind, id).await?.ok_or_else(unknown_address)?;
        if !register.may(Verb::Edit, Some(&record)) || record.content.partnership.as_deref() != register.partnership() {
            return Err(unknown_address().into());
        }
        let kind = register.kind;
        let former = asker.app.store().version(kind, id, version - 1).await?;
        former.as_ref().map_or(Ok(()), |former| register.may_save(Some(&record), former))?;
        writes.push(match former {
            Some(draft) => Write::Update(Rewrite { kind, id: id.to_owned(), seen_version: version, draft }),
            None => Write::Delete { kind, id: id.to_owned(), seen_version: version },
        });
    }
    asker.app.store().save_all(writes, &author(asker)).await?;
    Ok(Redirect::to(&register.address().ask("done", "sheet-undone").to_string()).into_response())
}
