//! A variant as a file.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use miedza_planning::record::{Kind, Record};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Cover, Export, Opened, export as made, file_name};

use super::form::{for_asker, name, opened};
use crate::frame::failure::unknown_address;
use crate::frame::{Answer, Asker};

/// The file of the ending that the address names.
pub async fn export(asker: Asker, Path((.., ending)): Path<(String, String, String, String)>) -> Answer {
    let format = Export::of_ending(&ending).ok_or_else(unknown_address)?;
    let opened = for_asker(&asker, opened(&asker).await?);
    let cover = cover(&asker, &opened).await?;
    let (desk, language, title) = (opened.desk, asker.language, cover.title.clone());
    let bytes = tokio::task::spawn_blocking(move || made(&desk, format, &cover, language)).await;
    let bytes = bytes.map_err(|broken| Failure::fault(&broken))??;
    let disposition = format!("attachment; filename=\"{}\"", file_name(&title, format));
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

/// What stands around a variant on paper.
async fn cover(asker: &Asker, opened: &Opened) -> Result<Cover, Failure> {
    let partnership = asker.words(asker.the_partnership(), "short_name");
    let sha256 = match opened.table.as_ref().and_then(|table| table.text("file")) {
        Some(id) => asker.app.store().record(Kind::Attachments, id).await?,
        None => None,
    };
    Ok(Cover {
        title: format!("{partnership} – {}", name(asker, &opened.variant)),
        author: Some(asker.words(asker.the_partnership(), "formal_name")).filter(|name| !name.is_empty()),
        day: Some(asker.today()),
        resolution: opened.resolution.as_ref().and_then(|resolution| resolution.text("number")).map(ToOwned::to_owned),
        sources: opened.table.as_ref().map(|table| source(asker, table)).into_iter().collect(),
        sha256: sha256.and_then(|file| file.text("sha256").map(ToOwned::to_owned)),
    })
}

fn source(asker: &Asker, table: &Record) -> String {
    table.text("publisher").map_or_else(|| asker.words(table, "name"), ToOwned::to_owned)
}
