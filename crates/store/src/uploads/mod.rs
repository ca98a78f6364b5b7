//! Files that people upload: kept once under the SHA-256 of their content, in a folder or in a store of objects.
//!
//! What a file is follows from its content and never from its name ([`content`]); what is not on the list is not kept.
//! The file is written and on the disk before its row is, so a row never speaks of a file that is not there. Reading checks
//! the hash again: a file that was changed behind the store is told, not served. How far a packed file may unfold is the
//! matter of those who open it.

mod content;
mod place;

use bytes::Bytes;
use sha2::{Digest, Sha256};

pub use content::UploadRefusal;
pub use place::{Files, told_by_system};

use crate::audit::hexadecimal;
use crate::sql::{Columns, Sql};
use crate::{Error, Moment, Store};

/// Most bytes of an upload: boundaries of a whole country fit.
pub const LARGEST_UPLOAD: usize = 256 * 1024 * 1024;

/// A kept upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadKept {
    /// SHA-256 of its content, 64 hexadecimal digits; its name here.
    pub sha256: String,
    /// How long it is.
    pub bytes: u64,
    /// What it is, as told by its content.
    pub media_type: String,
}

impl Store {
    /// Keeps a file; one that is kept already is kept once.
    ///
    /// # Errors
    /// [`Error::Upload`] if it is empty, too large, of no type on the list or damaged; [`Error::NoSpace`],
    /// [`Error::ReadOnly`], [`Error::Files`], or what the engine says.
    pub async fn keep_upload(&self, bytes: Bytes) -> Result<UploadKept, Error> {
        if bytes.len() > LARGEST_UPLOAD {
            return Err(UploadRefusal::TooLarge { bytes: bytes.len(), most: LARGEST_UPLOAD }.into());
        }
        let content = bytes.clone();
        let looked_at = tokio::task::spawn_blocking(move || {
            content::media_type(&content).map(|media_type| (media_type, hexadecimal(&Sha256::digest(&content))))
        });
        let (media_type, sha256) = looked_at.await.map_err(|fault| Error::Files(Box::new(fault)))??;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.files().keep(&sha256, bytes).await?;
        let text = "INSERT INTO uploads (sha256, bytes, media_type, created_at) VALUES ($1, $2, $3, $4) \
                    ON CONFLICT (sha256) DO NOTHING";
        let sql = Sql::new(text).with(sha256.as_str()).with(i64::try_from(length).unwrap_or(i64::MAX));
        sql.with(media_type).with(Moment::now().to_string()).run(self.writer()).await?;
        Ok(UploadKept { sha256, bytes: length, media_type: media_type.to_owned() })
    }

    /// The content of an upload; `None` if none has this hash.
    ///
    /// # Errors
    /// [`Error::DamagedFile`] if the content does not fit its hash any more, [`Error::Files`].
    pub async fn upload(&self, sha256: &str) -> Result<Option<Bytes>, Error> {
        if !is_hash(sha256) {
            return Ok(None);
        }
        let Some(bytes) = self.files().read(sha256).await? else {
            return Ok(None);
        };
        let content = bytes.clone();
        let hash = tokio::task::spawn_blocking(move || hexadecimal(&Sha256::digest(&content)));
        if hash.await.map_err(|fault| Error::Files(Box::new(fault)))? == sha256 {
            return Ok(Some(bytes));
        }
        Err(Error::DamagedFile { sha256: sha256.to_owned() })
    }

    /// What is known of an upload without reading it; `None` if none has this hash.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn upload_kept(&self, sha256: &str) -> Result<Option<UploadKept>, Error> {
        let sql = Sql::new("SELECT sha256, bytes, media_type FROM uploads WHERE sha256 = $1").with(sha256);
        sql.one(self.reader()).await?.map(|row| kept(&row)).transpose()
    }

    /// All uploads, in the order of their hashes.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn uploads(&self) -> Result<Vec<UploadKept>, Error> {
        let rows = Sql::new("SELECT sha256, bytes, media_type FROM uploads").all(self.reader()).await?;
        let mut uploads = rows.iter().map(kept).collect::<Result<Vec<_>, _>>()?;
        uploads.sort_unstable_by(|one, other| one.sha256.cmp(&other.sha256));
        Ok(uploads)
    }
}

fn kept(row: &sea_orm::QueryResult) -> Result<UploadKept, Error> {
    let mut columns = Columns::of(row);
    let sha256 = columns.take()?;
    let bytes = u64::try_from(columns.take::<i64>()?).unwrap_or(0);
    Ok(UploadKept { sha256, bytes, media_type: columns.take()? })
}

/// Whether a text is a hash, so that it may become part of a path.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
