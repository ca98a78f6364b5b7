//! Answers that were received, by their address, and when requests were sent: a folder of files.
//!
//! An answer is a file of bytes as received (`.page`) and a line of JSON beside it (`.head`: address, day, hash, `ETag`). One
//! whose hash does not fit, as after a crash, counts as absent. An answer that broke off lies there too (`.half`), with what
//! is needed to go on with it (`.mark`).

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use miedza_territory::Day;
use serde::{Deserialize, Serialize};
use tokio::fs;

use super::{Error, digest};

/// The file in which requests are counted, one time in milliseconds per line.
const SENT: &str = "sent.txt";

/// Endings of the files of answers.
const ENDINGS: [&str; 4] = ["page", "head", "half", "mark"];

/// The folder.
#[derive(Clone, Debug)]
pub(super) struct Cache(PathBuf);

/// What is known of an answer beside its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub address: String,
    pub retrieved: Day,
    pub sha256: String,
    pub bytes: u64,
    pub etag: Option<String>,
}

/// What is needed to go on with an answer that broke off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    address: String,
    /// `ETag` or `Last-Modified`, by which the service tells that it is still the same.
    pub validator: String,
}

/// An answer that broke off.
pub(super) struct Begun {
    pub validator: String,
    pub bytes: u64,
}

impl Cache {
    pub(super) async fn open(folder: &Path) -> Result<Self, Error> {
        let cache = Self(folder.to_owned());
        fs::create_dir_all(folder).await.map_err(|source| failed(folder, source))?;
        Ok(cache)
    }

    /// The file of an address with an ending.
    fn file(&self, address: &str, ending: &str) -> PathBuf {
        self.0.join(format!("{}.{ending}", digest::of(address.as_bytes())))
    }

    /// The file with the bytes of an address.
    pub(super) fn page(&self, address: &str) -> PathBuf {
        self.file(address, "page")
    }

    /// The file into which the bytes of an address are received.
    pub(super) fn half(&self, address: &str) -> PathBuf {
        self.file(address, "half")
    }

    /// What is known of the answer that is kept for an address, if its bytes are what was received.
    pub(super) async fn kept(&self, address: &str) -> Result<Option<Head>, Error> {
        let Some(head): Option<Head> = self.line(&self.file(address, "head")).await? else { return Ok(None) };
        let found = hashed(self.page(address)).await?;
        let is_whole = head.address == address && found.is_some_and(|found| found == (head.sha256.clone(), head.bytes));
        Ok(is_whole.then_some(head))
    }

    /// Keeps what was received for an address; it is there as a whole or not at all.
    pub(super) async fn keep(&self, address: &str, retrieved: Day, etag: Option<String>) -> Result<Head, Error> {
        let half = self.half(address);
        let (sha256, bytes) = hashed(half.clone()).await?.unwrap_or_default();
        let head = Head { address: address.into(), retrieved, sha256, bytes, etag };
        self.keep_head(&head).await?;
        let page = self.page(address);
        fs::rename(&half, &page).await.map_err(|source| failed(&page, source))?;
        remove(&self.file(address, "mark")).await?;
        Ok(head)
    }

    /// Writes anew what is known of an answer.
    pub(super) async fn keep_head(&self, head: &Head) -> Result<(), Error> {
        write_line(&self.file(&head.address, "head"), head).await
    }

    /// An answer for an address that broke off and can be gone on with.
    pub(super) async fn begun(&self, address: &str) -> Result<Option<Begun>, Error> {
        let Some(mark): Option<Mark> = self.line(&self.file(address, "mark")).await? else { return Ok(None) };
        let half = self.half(address);
        let bytes = match fs::metadata(&half).await {
            Ok(found) => found.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => 0,
            Err(source) => return Err(failed(&half, source)),
        };
        Ok((mark.address == address && bytes > 0).then_some(Begun { validator: mark.validator, bytes }))
    }

    /// Notes how an answer can be gone on with, if the service offers it.
    pub(super) async fn mark(&self, address: &str, validator: Option<String>) -> Result<(), Error> {
        let file = self.file(address, "mark");
        match validator {
            Some(validator) => write_line(&file, &Mark { address: address.into(), validator }).await,
            None => remove(&file).await,
        }
    }

    /// Takes away what broke off.
    pub(super) async fn drop_half(&self, address: &str) -> Result<(), Error> {
        remove(&self.file(address, "mark")).await?;
        remove(&self.half(address)).await
    }

    /// Takes away all of an address.
    pub(super) async fn forget(&self, address: &str) -> Result<(), Error> {
        for ending in ENDINGS {
            remove(&self.file(address, ending)).await?;
        }
        Ok(())
    }

    /// Takes all answers away; when requests were sent stays.
    pub(super) async fn clear(&self) -> Result<(), Error> {
        let told = |source| failed(&self.0, source);
        let mut entries = fs::read_dir(&self.0).await.map_err(told)?;
        while let Some(entry) = entries.next_entry().await.map_err(told)? {
            let path = entry.path();
            if path.extension().is_some_and(|found| ENDINGS.iter().any(|ending| found == *ending)) {
                remove(&path).await?;
            }
        }
        Ok(())
    }

    async fn line<T: serde::de::DeserializeOwned>(&self, file: &Path) -> Result<Option<T>, Error> {
        match fs::read(file).await {
            Ok(line) => Ok(serde_json::from_slice(&line).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(failed(file, source)),
        }
    }

    /// When requests were sent; lines that are no time are passed over.
    pub(super) async fn sent(&self) -> Result<Vec<Duration>, Error> {
        let file = self.0.join(SENT);
        match fs::read(&file).await {
            Ok(text) => Ok(String::from_utf8_lossy(&text)
                .lines()
                .filter_map(|line| line.parse().ok())
                .map(Duration::from_millis)
                .collect()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(source) => Err(failed(&file, source)),
        }
    }

    /// Writes anew when requests were sent.
    pub(super) async fn keep_sent(&self, sent: impl Iterator<Item = Duration>) -> Result<(), Error> {
        let (file, text) = (self.0.join(SENT), sent.map(|time| format!("{}\n", time.as_millis())).collect::<String>());
        fs::write(&file, text).await.map_err(|source| failed(&file, source))
    }

    /// Adds a request that is sent now.
    pub(super) async fn add_sent(&self, time: Duration) -> Result<(), Error> {
        use tokio::io::AsyncWriteExt as _;
        let path = self.0.join(SENT);
        let told = |source| failed(&path, source);
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&path).await.map_err(told)?;
        file.write_all(format!("{}\n", time.as_millis()).as_bytes()).await.map_err(told)?;
        file.flush().await.map_err(told)
    }
}

/// What the system refused.
pub(super) fn failed(path: &Path, source: std::io::Error) -> Error {
    Error::Folder { path: path.to_owned(), source }
}

/// Hash and length of a file; `None` if there is none.
pub(super) async fn hashed(path: PathBuf) -> Result<Option<(String, u64)>, Error> {
    let told = path.clone();
    let work = tokio::task::spawn_blocking(move || digest::of_file(&path)).await;
    match work.map_err(std::io::Error::other).flatten() {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(failed(&told, source)),
    }
}

async fn write_line(file: &Path, line: &impl Serialize) -> Result<(), Error> {
    let text = serde_json::to_vec(line).map_err(|error| failed(file, error.into()))?;
    fs::write(file, text).await.map_err(|source| failed(file, source))
}

async fn remove(file: &Path) -> Result<(), Error> {
    match fs::remove_file(file).await {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(failed(file, source)),
        _ => Ok(()),
    }
}
