//! Files that are sent and given out: kept by their content, checked for their kind, never shown inside the portal.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use axum::response::{IntoResponse, Redirect};
use bytes::{Bytes, BytesMut};
use miedza_planning::record::{Draft, Kind};
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::record::{self as records, Entered, NotSaved, Saving};

use super::LARGEST_FILE;
use super::register::{Register, author};
use super::subject::Subject;
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::{Answer, Asker};

/// A form with a file.
pub struct Sent {
    /// Name and content of the file.
    pub file: Option<(String, Bytes)>,
    /// The other entries.
    pub words: Vec<(String, String)>,
}

fn cut_off() -> Failure {
    Failure::invalid(key::WORK_UPLOAD_CUT, key::WORK_UPLOAD_CUT_HINT)
}

/// Reads a form with a file.
///
/// # Errors
/// [`Failure`] if it is cut off or larger than the door allows.
pub async fn sent(mut parts: Multipart) -> Result<Sent, Failure> {
    let mut sent = Sent { file: None, words: Vec::new() };
    while let Some(part) = parts.next_field().await.map_err(|_| cut_off())? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(ToOwned::to_owned) {
            Some(file_name) => sent.file = Some((file_name, content(part).await?)),
            None => sent.words.push((name, part.text().await.map_err(|_| cut_off())?)),
        }
    }
    Ok(sent)
}

/// The content of a file, in one place from the start: a buffer that grows would hold it twice.
async fn content(mut part: Field<'_>) -> Result<Bytes, Failure> {
    let mut bytes = BytesMut::with_capacity(LARGEST_FILE);
    while let Some(chunk) = part.chunk().await.map_err(|_| cut_off())? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

/// Keeps the content of a file that was sent, and gives what is to be recorded about it, with what was typed.
///
/// # Errors
/// [`Failure`] if there is no file, or if it may not be kept.
pub async fn described(register: &Register<'_>, sent: Sent) -> Result<(Draft, Entered), Failure> {
    let asker = register.asker;
    let entered = kept(asker, sent).await?;
    let draft = records::draft_of(Kind::Attachments, register.partnership(), &entered, None, asker.tongue());
    register.may_save(None, &draft)?;
    Ok((draft, entered))
}

/// What was typed about a file, and what the file itself says.
async fn kept(asker: &Asker, sent: Sent) -> Result<Entered, Failure> {
    let Some((name, bytes)) = sent.file.filter(|(_, bytes)| !bytes.is_empty()) else {
        return Err(Failure::invalid(key::WORK_UPLOAD_NONE, key::WORK_UPLOAD_NONE_HINT));
    };
    let kept = asker.app.store().keep_upload(bytes).await?;
    let is_of_file = |name: &str| matches!(name, "file_name" | "sha256" | "media_type" | "bytes");
    let mut entered = Entered::new(sent.words.into_iter().filter(|(name, _)| !is_of_file(name)));
    let file_name: String =
        name.rsplit(['/', '\\']).next().unwrap_or("file").chars().filter(|sign| !sign.is_control()).take(200).collect();
    entered.add("file_name".to_owned(), file_name);
    entered.add("sha256".to_owned(), kept.sha256.clone());
    entered.add("media_type".to_owned(), kept.media_type.clone());
    entered.add("bytes".to_owned(), kept.bytes.to_string());
    Ok(entered)
}

/// Keeps a file with its description; the form comes back with what was typed where that does not fit.
pub async fn upload(asker: Asker, parts: Multipart) -> Answer {
    let register = Register { asker: &asker, kind: Kind::Attachments };
    let (draft, entered) = described(&register, sent(parts).await?).await?;
    let saving = Saving { before: None, draft: draft.clone() };
    match records::save(asker.app.store(), saving, &author(&asker)).await {
        Ok(record) => Ok(Redirect::to(&register.record(&record.id).ask("done", "saved").to_string()).into_response()),
        Err(NotSaved::Faults(faults)) => Subject::new(register).again(&draft, &entered, &faults).await,
        Err(NotSaved::Failure(failure)) => Err(failure.into()),
        Err(NotSaved::Stale(_)) => Err(Failure::invalid(key::WORK_UPLOAD_CUT, key::WORK_UPLOAD_CUT_HINT).into()),
    }
}

/// Gives a file out, as something to be saved.
pub async fn download(asker: Asker) -> Answer {
    let record = asker.the_record();
    let bytes = asker.app.store().upload(record.text("sha256").unwrap_or_default()).await?.ok_or_else(unknown_address)?;
    let media_type = record.text("media_type").unwrap_or("application/octet-stream");
    Ok(attachment(media_type, record.text("file_name").unwrap_or("file"), bytes))
}
