//! What Eurostat answered: a cube, a refusal, or the notice that it is still at work.
//!
//! The service tells refusals in three shapes: `{"error": [{"status", "id", "label"}]}`, `{"warning": {"status", "label"}}`
//! with status 413 although HTTP says 200, and a fault of SOAP in XML. Both an answer that takes time and one that is too
//! large have the status 413; the first word of the label tells them apart.

use serde::Deserialize;

use super::Error;
use crate::json_stat::{self, Dataset};

/// First word of the label of an answer that is being made.
const LATER: &str = "ASYNCHRONOUS_RESPONSE";
/// First word of the label of an answer that will not be given.
const TOO_LARGE: &str = "EXTRACTION_TOO_BIG";

#[derive(Deserialize)]
struct Refusal {
    error: Option<Notices>,
    warning: Option<Notices>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Notices {
    Several(Vec<Notice>),
    One(Notice),
}

#[derive(Deserialize)]
struct Notice {
    #[serde(default)]
    status: u64,
    #[serde(default)]
    label: String,
}

/// Reads the cube of an answer; `file` is the name that errors give it.
///
/// # Errors
/// [`Error::Later`] if the answer is still being made, [`Error::TooLarge`] or [`Error::Refused`] if there will be none,
/// [`Error::Cube`] if the bytes are neither a cube nor a refusal.
pub fn parse(file: &str, bytes: &[u8]) -> Result<Dataset, Error> {
    match json_stat::parse(file, bytes) {
        Ok(dataset) => Ok(dataset),
        Err(refused @ (json_stat::Error::NotADataset { .. } | json_stat::Error::Json { .. })) => {
            Err(notice(bytes).map_or(Error::Cube(refused), |notice| told(file, &notice)))
        }
        Err(refused) => Err(Error::Cube(refused)),
    }
}

fn notice(bytes: &[u8]) -> Option<Notice> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return fault(&String::from_utf8_lossy(bytes));
    }
    let refusal: Refusal = serde_json::from_slice(bytes).ok()?;
    match refusal.error.or(refusal.warning)? {
        Notices::Several(notices) => notices.into_iter().next(),
        Notices::One(notice) => Some(notice),
    }
}

/// The fault of a SOAP envelope.
fn fault(text: &str) -> Option<Notice> {
    let inside = |name: &str| {
        let (_, rest) = text.split_once(&format!("<{name}>"))?;
        rest.split_once(&format!("</{name}>")).map(|(inside, _)| inside.trim())
    };
    let status = inside("faultcode").and_then(|code| code.parse().ok()).unwrap_or_default();
    Some(Notice { status, label: inside("faultstring")?.to_owned() })
}

fn told(file: &str, notice: &Notice) -> Error {
    let (file, label) = (file.into(), notice.label.chars().take(300).collect::<String>().into());
    match notice.label.trim_start() {
        text if text.starts_with(LATER) => Error::Later { file, label },
        text if text.starts_with(TOO_LARGE) => Error::TooLarge { file, label },
        _ => Error::Refused { file, status: notice.status, label },
    }
}
