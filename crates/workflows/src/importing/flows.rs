//! A table of flows for the area lab: the file is kept as it came, with how it is read.

use std::fs;
use std::path::PathBuf;

use bytes::Bytes;
use miedza_planning::record::{Draft, Kind, Origin, Record, Values, Visibility};
use miedza_planning::values::{Tongue, Translated};
use miedza_store::{Question, Store, Write};
use miedza_texts::{Message, key};
use serde_json::json;

use super::{AUTHOR, Imported};
use crate::failure::Failure;
use crate::lab::{How, TableFile};

/// A file with flows.
#[derive(Clone, Debug)]
pub struct FlowsFile {
    /// The file.
    pub file: PathBuf,
    /// What people call it.
    pub name: String,
    /// The year that it speaks of.
    pub year: u16,
    /// `commuting`, `school`, `migration`, `service`.
    pub kind: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// How it is read.
    pub how: How,
}

fn draft(kind: Kind, source: Option<&String>, values: serde_json::Value) -> Draft {
    let values: Values = values.as_object().cloned().unwrap_or_default();
    let visibility = Visibility::Public;
    Draft { kind, partnership: None, visibility, origin: Origin::External, source: source.cloned(), values }
}

/// Imports a table of flows.
///
/// # Errors
/// [`Failure`] with the row and column that cannot be read, or if the store cannot keep it.
pub async fn flows(store: &Store, file: &FlowsFile) -> Result<Imported, Failure> {
    let bytes = fs::read(&file.file).map_err(|error| Failure::not_read(&file.file, &error))?;
    let name = file.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let table = TableFile { name: name.clone(), bytes: bytes.clone(), how: file.how.clone() };
    let units = table.read()?.flows.units().len();
    let told = Message::new(key::IMPORT_FLOWS).with("name", file.name.clone()).with("units", units);
    let kept = store.keep_upload(Bytes::from(bytes)).await?;
    let known = store.records(&Question::of(Kind::Attachments).with("sha256", kept.sha256.clone())).await?;
    if let Some(known) = known.first()
        && !tables_of(store, known).await?.is_empty()
    {
        return Ok(Imported { told: vec![told], units, changed: 0 });
    }
    let attachment = draft(
        Kind::Attachments,
        file.publisher.as_ref(),
        json!({ "file_name": name, "sha256": kept.sha256, "media_type": kept.media_type, "bytes": kept.bytes, "licence": file.licence }),
    );
    let attachment = store.create(without_missing(attachment), &AUTHOR).await?;
    let table = draft(
        Kind::FlowTables,
        file.publisher.as_ref(),
        json!({
            "name": Translated::new(Tongue::Pl, file.name.clone()), "flow_kind": file.kind, "year": file.year,
            "publisher": file.publisher, "licence": file.licence, "file": attachment.id,
            "reading": (file.how != How::default()).then_some(&file.how),
        }),
    );
    store.save_all(vec![Write::Create { id: None, draft: without_missing(table) }], &AUTHOR).await?;
    Ok(Imported { told: vec![told], units, changed: 1 })
}

async fn tables_of(store: &Store, attachment: &Record) -> Result<Vec<Record>, Failure> {
    Ok(store.records(&Question::of(Kind::FlowTables).with("file", attachment.id.clone())).await?)
}

fn without_missing(mut draft: Draft) -> Draft {
    draft.values.retain(|_, value| !value.is_null());
    draft
}
