//! What was received from services of offices: a line of the trail for each answer that something was taken from.
//!
//! The trail is the proof, since none of its lines can be changed unseen: where an answer came from, what exactly it was, on
//! which day. There is no table beside it.

use miedza_territory::Day;
use serde::Serialize;
use serde_json::json;

use crate::{Author, Error, Store};

/// An answer of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Retrieval {
    /// What was asked.
    pub address: String,
    /// SHA-256 of the bytes that were taken, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes there were.
    pub bytes: u64,
    /// The day on which they were received.
    pub retrieved: Day,
    /// The mark by which the service tells versions apart; `None` if it offers none.
    pub etag: Option<String>,
}

impl Store {
    /// Says in the trail that something was taken from an answer.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn note_retrieval(&self, retrieval: &Retrieval, author: &Author) -> Result<(), Error> {
        let mut writing = self.begin_content(author).await?;
        let Retrieval { address, sha256, bytes, retrieved, etag } = retrieval;
        let what = json!({
            "address": address, "sha256": sha256, "bytes": bytes, "retrieved": retrieved.to_string(), "etag": etag,
        });
        writing.imported("retrievals", sha256.clone(), what);
        writing.commit().await
    }
}
