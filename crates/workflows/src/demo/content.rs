//! Reads the texts of the demonstration as records.
//!
//! A text holds tables of records, each named by its kind. A record has a `key`, by which others of its partnership name it
//! and from which its id follows, so that the same text gives the same ids everywhere. `source` names an entry of the
//! text's `[sources]`, whose origin holds unless the record says another; `like` takes from `[same.NAME]` what the record
//! does not say itself. All this is checked here with the rules that hold for what people type.

use std::collections::BTreeMap;

use miedza_planning::record::{self, Draft, Kind, Origin, Values, Visibility};
use miedza_sources::table::Input;
use serde::Deserialize;
use serde_json::{Value, json};
use toml::Table as Fields;
use uuid::Uuid;

use super::embedded::{FILES, File, TABLES, Table};
use super::error::{ContentError, Spot};
use super::value::{self, ValueFault};

/// From this and a record's place in the texts its id follows.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d1e_d2a0_5eed_4c0d_8a11_0f2f_7a65_11d5);
/// Place in the names of ids of what the whole portal shares.
const PORTAL: &str = "portal";
/// What a record says beside the fields of its kind.
const OWN_WORDS: [&str; 6] = ["key", "like", "source", "origin", "visibility", "content"];

/// A record of the texts.
#[derive(Clone, Debug)]
pub struct Item {
    /// The same in every store.
    pub id: String,
    /// What is kept.
    pub draft: Draft,
    /// The table that it has as its file.
    pub table: Option<Table>,
}

/// Where facts come from.
#[derive(Clone, Debug, Deserialize)]
struct Source {
    origin: Origin,
    name: String,
}

/// What the records of one text share.
struct Text {
    file: File,
    sources: BTreeMap<String, Source>,
}

/// A record as the text has it, patterns taken over.
struct Raw {
    text: usize,
    spot: Spot,
    fields: Fields,
}

/// Ids by partnership, kind and key.
type Ids = BTreeMap<(Option<&'static str>, Kind, String), String>;

/// All records of the demonstration, in the order of the texts.
///
/// # Errors
/// [`ContentError`] with the file and the record at fault.
pub fn read() -> Result<Vec<Item>, ContentError> {
    read_files(FILES)
}

pub(super) fn read_files(files: &[File]) -> Result<Vec<Item>, ContentError> {
    let mut texts = Vec::new();
    let mut raws = Vec::new();
    let mut ids = Ids::new();
    for file in files {
        let (text, records) = parse(*file, texts.len())?;
        for raw in &records {
            let place = (scope(text.file, raw.spot.kind), raw.spot.kind, raw.spot.key.clone());
            let id = id(file.partnership, raw.spot.kind, &raw.spot.key);
            if ids.insert(place, id).is_some() {
                return Err(ContentError::Twice { spot: raw.spot.clone() });
            }
        }
        texts.push(text);
        raws.extend(records);
    }
    raws.into_iter().map(|raw| item(&texts[raw.text], &raw, &ids)).collect()
}

/// The partnership within which a key is unique; partnerships themselves are known everywhere.
fn scope(file: File, kind: Kind) -> Option<&'static str> {
    file.partnership.filter(|_| kind != Kind::Partnerships)
}

fn id(partnership: Option<&str>, kind: Kind, key: &str) -> String {
    let name = format!("{}/{kind}/{key}", partnership.unwrap_or(PORTAL));
    Uuid::new_v5(&NAMESPACE, name.as_bytes()).to_string()
}

fn parse(file: File, number: usize) -> Result<(Text, Vec<Raw>), ContentError> {
    let not_toml = |source| ContentError::NotToml { file: file.path, source };
    let mut tables: Fields = toml::from_str(file.text).map_err(not_toml)?;
    let sources = tables.remove("sources").map_or_else(|| Ok(BTreeMap::new()), toml::Value::try_into).map_err(not_toml)?;
    let same = tables.remove("same").map_or_else(|| Ok(BTreeMap::new()), toml::Value::try_into).map_err(not_toml)?;
    let mut raws = Vec::new();
    for (name, records) in tables {
        let kind = Kind::parse(&name).ok_or(ContentError::UnknownKind { file: file.path, name })?;
        let records: Vec<Fields> = records.try_into().map_err(not_toml)?;
        for fields in records {
            raws.push(Raw { text: number, ..raw(file, kind, fields, &same)? });
        }
    }
    Ok((Text { file, sources }, raws))
}

fn raw(file: File, kind: Kind, mut fields: Fields, same: &BTreeMap<String, Fields>) -> Result<Raw, ContentError> {
    let key = fields.get("key").and_then(toml::Value::as_str).filter(|key| !key.is_empty());
    let key = key.ok_or(ContentError::NoKey { file: file.path, kind })?.to_owned();
    let spot = Spot { file: file.path, kind, key };
    if let Some(name) = said(&fields, "like") {
        let pattern = same.get(name).ok_or_else(|| unknown(&spot, "pattern", name))?;
        for (field, value) in pattern {
            fields.entry(field.clone()).or_insert_with(|| value.clone());
        }
    }
    Ok(Raw { text: 0, spot, fields })
}

fn said<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.get(name).and_then(toml::Value::as_str)
}

fn unknown(spot: &Spot, what: &'static str, name: &str) -> ContentError {
    ContentError::Unknown { spot: spot.clone(), what, name: name.to_owned() }
}

fn item(text: &Text, raw: &Raw, ids: &Ids) -> Result<Item, ContentError> {
    let spot = &raw.spot;
    let kind = spot.kind;
    let name = said(&raw.fields, "source").unwrap_or_default();
    let source = text.sources.get(name).ok_or_else(|| unknown(spot, "source", name))?;
    let origin = word(raw, "origin", Origin::parse)?.unwrap_or(source.origin);
    let visibility = word(raw, "visibility", Visibility::parse)?.unwrap_or(Visibility::Public);
    let table = said(&raw.fields, "content").map(|path| table(spot, path)).transpose()?;
    let mut values = values(text, raw, ids)?;
    if let Some(table) = table {
        values.extend(file_values(table));
    }
    let faults = record::check(kind, &values);
    if !faults.is_empty() {
        return Err(ContentError::Faults { spot: spot.clone(), faults });
    }
    let partnership = text.file.partnership.filter(|_| kind.may_be_of_partnership());
    let partnership = partnership.map(|slug| id(Some(slug), Kind::Partnerships, slug));
    let draft = Draft { kind, partnership, visibility, origin, source: Some(source.name.clone()), values };
    Ok(Item { id: id(text.file.partnership, kind, &spot.key), draft, table })
}

fn word<T>(raw: &Raw, name: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ContentError> {
    let Some(said) = said(&raw.fields, name) else { return Ok(None) };
    parse(said).map(Some).ok_or_else(|| unknown(&raw.spot, name, said))
}

fn table(spot: &Spot, path: &str) -> Result<Table, ContentError> {
    TABLES.iter().copied().find(|table| table.path == path).ok_or_else(|| unknown(spot, "table", path))
}

fn values(text: &Text, raw: &Raw, ids: &Ids) -> Result<Values, ContentError> {
    let find = |kind: Kind, key: &str| {
        let at = |partnership| ids.get(&(partnership, kind, key.to_owned())).cloned();
        at(text.file.partnership).or_else(|| at(None))
    };
    let mut values = Values::new();
    for (name, value) in raw.fields.iter().filter(|(name, _)| is_field(raw.spot.kind, name)) {
        let form = || ContentError::Form { spot: raw.spot.clone(), field: name.clone() };
        let field = raw.spot.kind.field(name).ok_or_else(form)?;
        let value = value::read(field.shape, value, &find).map_err(|fault| match fault {
            ValueFault::Form => form(),
            ValueFault::NoTarget { target, name: key } => {
                ContentError::NoTarget { spot: raw.spot.clone(), field: name.clone(), target, name: key }
            }
        })?;
        values.insert(name.clone(), value);
    }
    Ok(values)
}

/// A word of every record is no field, unless the kind has a field of that name.
fn is_field(kind: Kind, name: &str) -> bool {
    kind.field(name).is_some() || !OWN_WORDS.contains(&name)
}

fn file_values(table: Table) -> [(String, Value); 3] {
    let file = Input::new(table.path, table.whole()).provenance("file");
    let value = |name: &str, value: Value| (name.to_owned(), value);
    [value("sha256", json!(file.sha256)), value("bytes", json!(file.bytes)), value("media_type", json!("text/csv"))]
}
