//! What was found, in the form that was asked for, with what every answer says of itself: licence, revision, language.

use std::fmt::Write as _;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use miedza_planning::portal::Licence;
use miedza_texts::{Message, key};
use miedza_workflows::spreadsheet::{self, Spreadsheet};
use miedza_workflows::{Failure, Kind};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::column::{Cell, Column, Holds, object, parts};
use super::endpoint::{Asked, Endpoint, Written};
use super::paging::Cursor;
use super::table::Table;
use crate::frame::{Answer, Asker, Told, licence};

/// Rows in one answer where the question does not say how many.
const USUAL_LIMIT: u32 = 100;

/// What a question found.
pub enum Found {
    /// All rows of a list; the answer cuts them.
    All(Table, Asked),
    /// One page of a list, cut where it was read.
    Page {
        /// The rows of the page.
        table: Table,
        /// Rows on all pages.
        total: u64,
        /// The question.
        asked: Asked,
    },
    /// All rows of a list with something said about the whole.
    Told {
        /// The rows.
        table: Table,
        /// The question.
        asked: Asked,
        /// What is said about the whole, by name.
        about: Map<String, Value>,
    },
    /// One thing.
    One(Vec<Cell>),
    /// A document of its own form, as it stands.
    Document(Value),
    /// A document of its own form that says of itself what every answer does.
    Said(Map<String, Value>),
}

/// Where a page of a list begins and how many rows it holds.
///
/// # Errors
/// [`Told`] if the list has changed since the place was given out, or if the store cannot be read.
pub async fn page(asker: &Asker, asked: &Asked) -> Result<(u32, u32), Told> {
    let limit = asked.number("limit").unwrap_or(USUAL_LIMIT);
    let Some(cursor) = asked.text("cursor").and_then(Cursor::parse) else { return Ok((0, limit)) };
    if cursor.revision != asker.app.store().revision().await? {
        let told = Failure::invalid(key::API_LIST_CHANGED, key::API_LIST_CHANGED_HINT);
        return Err(Failure { kind: Kind::Conflict, ..told }.into());
    }
    Ok((cursor.offset, limit))
}

/// The answer in its form.
///
/// # Errors
/// [`Told`] if the place in the list is gone, or if a sheet cannot be written.
pub async fn answer(asker: &Asker, endpoint: &Endpoint, written: Written, found: Found) -> Answer {
    let revision = asker.app.store().revision().await?;
    let licence = licence::chosen(asker).await?;
    let said = Said { licence, revision };
    let body = match (found, written) {
        (Found::Document(document), _) => document.to_string().into_bytes(),
        (Found::Said(document), _) => said_of_all(document, &said).to_string().into_bytes(),
        (Found::One(cells), _) => said_of_all(one(endpoint, &cells), &said).to_string().into_bytes(),
        (Found::All(table, asked), Written::Json) => {
            said_of_all(whole(asker, (table, asked), (Map::new(), revision)).await?, &said).to_string().into_bytes()
        }
        (Found::Told { table, asked, about }, Written::Json) => {
            said_of_all(whole(asker, (table, asked), (about, revision)).await?, &said).to_string().into_bytes()
        }
        (Found::Page { table, total, asked }, Written::Json) => {
            let (offset, limit) = page(asker, &asked).await?;
            let answer =
                list(&table, Turned { path: asker.uri.path().to_owned(), asked, offset, limit, total, revision }, Map::new());
            said_of_all(answer, &said).to_string().into_bytes()
        }
        (Found::All(table, _) | Found::Told { table, .. } | Found::Page { table, .. }, written) => {
            let sheet = sheet(asker, endpoint, written, &table);
            if written == Written::Xlsx { sheet.xlsx()? } else { sheet.csv()? }
        }
    };
    let mut response = body.into_response();
    dress(asker, endpoint, written, &said, &mut response);
    Ok(response)
}

/// Where a page of a list stands in it.
struct Turned {
    path: String,
    asked: Asked,
    offset: u32,
    limit: u32,
    total: u64,
    revision: i64,
}

async fn whole(
    asker: &Asker,
    (mut table, asked): (Table, Asked),
    (about, revision): (Map<String, Value>, i64),
) -> Result<Map<String, Value>, Told> {
    let (offset, limit) = page(asker, &asked).await?;
    let total = u64::try_from(table.rows.len()).unwrap_or(u64::MAX);
    let (first, most) = (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(limit).unwrap_or(usize::MAX));
    table.rows = table.rows.into_iter().skip(first).take(most).collect();
    Ok(list(&table, Turned { path: asker.uri.path().to_owned(), asked, offset, limit, total, revision }, about))
}

fn list(table: &Table, turned: Turned, about: Map<String, Value>) -> Map<String, Value> {
    let rows: Vec<Value> = table.rows.iter().map(|row| object(&table.columns, row)).collect();
    let next = turned.offset.saturating_add(turned.limit);
    let next = (u64::from(next) < turned.total).then(|| {
        let cursor = Cursor { revision: turned.revision, offset: next }.to_string();
        turned.asked.at(&turned.path, &cursor)
    });
    let mut answer = about;
    answer.insert("data".to_owned(), json!(rows));
    answer.insert("total".to_owned(), json!(turned.total));
    answer.insert("next".to_owned(), json!(next));
    answer
}

fn one(endpoint: &Endpoint, cells: &[Cell]) -> Map<String, Value> {
    Map::from_iter([("data".to_owned(), object(&(endpoint.columns)(), cells))])
}

/// What every answer says of itself.
struct Said {
    licence: Option<Licence>,
    revision: i64,
}

fn said_of_all(mut answer: Map<String, Value>, said: &Said) -> Value {
    answer.insert("licence".to_owned(), licence::written(said.licence));
    answer.insert("revision".to_owned(), json!(said.revision));
    Value::Object(answer)
}

/// The rows as a sheet: programs read the names of columns in text, people read their labels in a workbook.
fn sheet(asker: &Asker, endpoint: &Endpoint, written: Written, table: &Table) -> Spreadsheet {
    let headings = table.columns.iter().flat_map(|column| {
        let label = asker.tell(&column.label);
        flat_names(column).into_iter().map(move |name| if written == Written::Xlsx { format!("{label} [{name}]") } else { name })
    });
    let rows = table.rows.iter();
    Spreadsheet {
        name: asker.tell(&Message::new(endpoint.summary)),
        headings: headings.collect(),
        rows: rows
            .map(|row| table.columns.iter().zip(row).flat_map(|(column, cell)| flat(column.holds, cell)).collect())
            .collect(),
        fixed: 1,
    }
}

/// The names of the columns of a sheet that a column of an answer takes.
fn flat_names(column: &Column) -> Vec<String> {
    let with = |ending: &str| format!("{}.{ending}", column.name);
    match column.holds {
        Holds::Words => ["pl", "cs", "en"].map(with).to_vec(),
        Holds::Choice(_) | Holds::Unit | Holds::Link(_) => {
            let [_, name] = parts(column.holds);
            vec![column.name.to_owned(), with(name)]
        }
        Holds::Data => Vec::new(),
        _ => vec![column.name.to_owned()],
    }
}

/// What stands in these columns.
fn flat(holds: Holds, cell: &Cell) -> Vec<spreadsheet::Cell> {
    use spreadsheet::Cell::{Empty, Number, Text};

    match (holds, cell) {
        (Holds::Data, _) => Vec::new(),
        (Holds::Words, Cell::Words(words)) => {
            let text = |tongue| words.text(tongue).unwrap_or_default().to_owned().into();
            miedza_planning::values::Tongue::ALL.map(text).to_vec()
        }
        (Holds::Words, _) => vec![Empty; 3],
        (_, Cell::Named(named)) => vec![Text(named.id.clone()), named.name.clone().unwrap_or_default().into()],
        (Holds::Choice(_) | Holds::Unit | Holds::Link(_), _) => vec![Empty; 2],
        (_, Cell::Several(list)) => {
            vec![list.iter().map(|named| named.id.as_str()).collect::<Vec<_>>().join("; ").into()]
        }
        (_, Cell::Text(text)) => vec![text.clone().into()],
        (_, Cell::Whole(number)) => {
            vec![i32::try_from(*number).map_or_else(|_| Text(number.to_string()), |whole| Number(whole.into()))]
        }
        (_, Cell::Decimal(number)) => vec![Number(*number)],
        (_, Cell::Flag(flag)) => vec![Text(if *flag { "yes" } else { "no" }.to_owned())],
        _ => vec![Empty],
    }
}

/// The headers of an answer.
fn dress(asker: &Asker, endpoint: &Endpoint, written: Written, said: &Said, response: &mut Response) {
    licence::told(response, said.licence);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(written.media_type()));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, authorization, cookie"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(asker.language.code()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag(asker, said.revision)) {
        headers.insert(header::ETAG, tag);
    }
    if asker.signed_in.is_none() {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    let ending = match written {
        Written::Csv => "csv",
        Written::Xlsx => "xlsx",
        Written::GeoJson => "geojson",
        Written::Json => return,
    };
    let name = format!("attachment; filename=\"{}.{ending}\"", endpoint.name);
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
}

/// Mark of what an asker sees at a revision: the same mark, the same answer.
fn tag(asker: &Asker, revision: i64) -> String {
    let seen = format!("{} {revision} {} {} {:?}", env!("CARGO_PKG_VERSION"), asker.today(), asker.language, asker.visitor);
    let hash = Sha256::digest(seen.as_bytes());
    let mut tag = format!("W/\"{revision:x}-");
    for byte in hash.iter().take(8) {
        // Writing into a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}
