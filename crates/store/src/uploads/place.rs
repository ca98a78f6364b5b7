//! Where files lie: a folder, or a store of objects that understands S3.

use std::collections::BTreeSet;
use std::error::Error as Cause;
use std::fs::File;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{Error as Fault, ObjectStore, PutPayload, RetryConfig};

use crate::{Error, Uploads};

/// How often and how long a store of objects that does not answer is asked again; somebody waits for the page.
fn patience() -> RetryConfig {
    RetryConfig { max_retries: 3, retry_timeout: Duration::from_secs(10), ..RetryConfig::default() }
}

/// Where files lie.
#[derive(Clone, Debug)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
    /// The folder, if it is one: what is written there is pushed to the disk.
    folder: Option<PathBuf>,
}

impl Files {
    /// Opens the place; a folder is made if there is none.
    pub fn open(uploads: &Uploads) -> Result<Self, Error> {
        match uploads {
            Uploads::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|fault| match known(&fault) {
                    Some(told) => told,
                    None => Error::NoFolder { folder: folder.display().to_string(), source: fault },
                })?;
                let objects = LocalFileSystem::new_with_prefix(folder).map_err(told)?;
                Ok(Self { objects: Arc::new(objects), folder: Some(folder.clone()) })
            }
            Uploads::ObjectStore { url } => {
                let bucket = AmazonS3Builder::from_env().with_url(url).with_retry(patience()).build().map_err(refused)?;
                let prefix = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, prefix)| prefix);
                let prefix = Path::parse(prefix.trim_matches('/')).map_err(|fault| Error::Files(Box::new(fault)))?;
                Ok(Self { objects: Arc::new(PrefixStore::new(bucket, prefix)), folder: None })
            }
        }
    }

    /// Keeps a file under its hash, unless it is there.
    pub async fn keep(&self, sha256: &str, bytes: Bytes) -> Result<(), Error> {
        let path = path(sha256);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if self.objects.head(&path).await.is_ok_and(|there| there.size == length) {
            return Ok(());
        }
        self.objects.put(&path, PutPayload::from_bytes(bytes)).await.map_err(|fault| self.told(fault))?;
        let Some(folder) = self.folder.clone() else {
            return Ok(());
        };
        let pushed = tokio::task::spawn_blocking(move || push(&folder.join(path.as_ref())));
        pushed.await.map_err(|fault| Error::Files(Box::new(fault)))?.map_err(told_by_system)
    }

    /// The content under a hash.
    pub async fn read(&self, sha256: &str) -> Result<Option<Bytes>, Error> {
        match self.objects.get(&path(sha256)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(|fault| self.told(fault))?)),
            Err(Fault::NotFound { .. }) => Ok(None),
            Err(fault) => Err(self.told(fault)),
        }
    }

    /// Takes a file away; one that is not there is gone already.
    pub async fn remove(&self, sha256: &str) -> Result<(), Error> {
        match self.objects.delete(&path(sha256)).await {
            Ok(()) | Err(Fault::NotFound { .. }) => Ok(()),
            Err(fault) => Err(self.told(fault)),
        }
    }

    /// The hashes of all files that are here, in order.
    pub async fn all(&self) -> Result<BTreeSet<String>, Error> {
        let files: Vec<_> = self.objects.list(None).try_collect().await.map_err(|fault| self.told(fault))?;
        Ok(files.iter().map(|file| file.location.as_ref().replace('/', "")).collect())
    }

    fn told(&self, fault: Fault) -> Error {
        if self.folder.is_some() { told(fault) } else { refused(fault) }
    }
}

/// A folder for each of the first two digits, so that none grows too long.
fn path(sha256: &str) -> Path {
    let (folder, name) = sha256.split_at(2);
    Path::from_iter([folder, name])
}

/// Pushes a file, its name and the name of its folder to the disk.
fn push(file: &std::path::Path) -> std::io::Result<()> {
    for path in file.ancestors().take(3) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}

/// A store of objects that does not answer, or does not let the program in.
fn refused(fault: Fault) -> Error {
    Error::FilesUnreachable { source: Box::new(fault) }
}

fn told(fault: Fault) -> Error {
    let mut cause: Option<&(dyn Cause + 'static)> = Some(&fault);
    while let Some(error) = cause {
        if let Some(told) = error.downcast_ref::<std::io::Error>().and_then(known) {
            return told;
        }
        cause = error.source();
    }
    Error::Files(Box::new(fault))
}

/// What the system says, as the store tells it.
pub fn told_by_system(fault: std::io::Error) -> Error {
    known(&fault).unwrap_or_else(|| Error::Files(Box::new(fault)))
}

fn known(fault: &std::io::Error) -> Option<Error> {
    match fault.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(Error::NoSpace),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Some(Error::ReadOnly),
        _ => None,
    }
}
