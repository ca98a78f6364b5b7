//! Pages that were received, by their address, and when requests were sent: a folder of small files.
//!
//! An entry is a line of JSON (address, day, hash) and below it the bytes as received. One whose hash does not fit, as after a
//! crash, counts as absent and is asked for again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use miedza_territory::Day;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::bdl::Error;

/// The file in which requests are counted, one time in milliseconds per line.
const SENT: &str = "sent.txt";

/// The folder.
#[derive(Clone, Debug)]
pub(super) struct Cache(PathBuf);

/// What stands above the bytes.
#[derive(Serialize, Deserialize)]
struct Head {
    address: String,
    retrieved: Day,
    sha256: String,
}

impl Cache {
    pub(super) async fn open(folder: &Path) -> Result<Self, Error> {
        let cache = Self(folder.to_owned());
        tokio::fs::create_dir_all(folder).await.map_err(|source| cache.failed("", source))?;
        Ok(cache)
    }

    fn failed(&self, file: &str, source: std::io::Error) -> Error {
        Error::Cache { path: self.0.join(file), source }
    }

    /// The bytes of an address and the day on which they were received.
    pub(super) async fn get(&self, address: &str) -> Result<Option<(Vec<u8>, Day)>, Error> {
        let file = file(address);
        match tokio::fs::read(self.0.join(&file)).await {
            Ok(entry) => Ok(read(&entry, address)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(self.failed(&file, source)),
        }
    }

    /// Keeps the bytes of an address; the file is there as a whole or not at all.
    pub(super) async fn put(&self, address: &str, bytes: &[u8], retrieved: Day) -> Result<(), Error> {
        let head = Head { address: address.into(), retrieved, sha256: hash(bytes) };
        let mut entry = serde_json::to_vec(&head).map_err(|error| self.failed("", error.into()))?;
        entry.push(b'\n');
        entry.extend_from_slice(bytes);
        let (file, half) = (file(address), format!("{}.half", file(address)));
        tokio::fs::write(self.0.join(&half), entry).await.map_err(|source| self.failed(&half, source))?;
        let renamed = tokio::fs::rename(self.0.join(&half), self.0.join(&file)).await;
        renamed.map_err(|source| self.failed(&file, source))
    }

    /// Takes all pages away; when requests were sent stays.
    pub(super) async fn clear(&self) -> Result<(), Error> {
        let failed = |source| self.failed("", source);
        let mut entries = tokio::fs::read_dir(&self.0).await.map_err(failed)?;
        while let Some(entry) = entries.next_entry().await.map_err(failed)? {
            if entry.path().extension().is_some_and(|ending| ending == "page") {
                tokio::fs::remove_file(entry.path()).await.map_err(failed)?;
            }
        }
        Ok(())
    }

    /// When requests were sent; lines that are no time are passed over.
    pub(super) async fn sent(&self) -> Result<Vec<Duration>, Error> {
        match tokio::fs::read(self.0.join(SENT)).await {
            Ok(text) => Ok(String::from_utf8_lossy(&text)
                .lines()
                .filter_map(|line| line.parse().ok())
                .map(Duration::from_millis)
                .collect()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(source) => Err(self.failed(SENT, source)),
        }
    }

    /// Writes anew when requests were sent.
    pub(super) async fn keep_sent(&self, sent: impl Iterator<Item = Duration>) -> Result<(), Error> {
        let text: String = sent.map(|time| format!("{}\n", time.as_millis())).collect();
        tokio::fs::write(self.0.join(SENT), text).await.map_err(|source| self.failed(SENT, source))
    }

    /// Adds a request that is sent now.
    pub(super) async fn add_sent(&self, time: Duration) -> Result<(), Error> {
        use tokio::io::AsyncWriteExt as _;
        let failed = |source| self.failed(SENT, source);
        let mut file = tokio::fs::OpenOptions::new().create(true).append(true).open(self.0.join(SENT)).await.map_err(failed)?;
        file.write_all(format!("{}\n", time.as_millis()).as_bytes()).await.map_err(failed)?;
        file.flush().await.map_err(failed)
    }
}

fn read(entry: &[u8], address: &str) -> Option<(Vec<u8>, Day)> {
    let end = entry.iter().position(|byte| *byte == b'\n')?;
    let head: Head = serde_json::from_slice(entry.get(..end)?).ok()?;
    let bytes = entry.get(end + 1..)?;
    (head.address == address && head.sha256 == hash(bytes)).then(|| (bytes.to_vec(), head.retrieved))
}

fn file(address: &str) -> String {
    format!("{}.page", hash(address.as_bytes()))
}

/// SHA-256, 64 hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// SHA-256 of several byte strings one after the other.
pub(super) fn hash_of_all<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    parts.for_each(|part| digest.update(part));
    written(&digest.finalize())
}

fn written(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
