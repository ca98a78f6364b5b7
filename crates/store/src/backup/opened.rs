//! A backup that is read: its seal, its list of contents, each row, each upload, the chain of the trail.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::{BackupFault, FORMAT, MANIFEST, Manifest, Progress, TableKept, Told, rows, seal, table_entry, upload_entry};
use crate::audit::{Head, hexadecimal};
use crate::uploads::{LARGEST_UPLOAD, told_by_system};
use crate::{Error, migrations};

/// Most bytes of the list of contents.
const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;
/// Most bytes of a line: a shape in hexadecimal digits.
const LONGEST_LINE: u64 = 1024 * 1024 * 1024;

/// A backup whose seal holds.
pub struct Opened {
    archive: ZipArchive<BufReader<File>>,
    pub manifest: Manifest,
}

/// Checks a backup: every byte, every row, every upload, the chain of the trail; gives what it holds.
///
/// # Errors
/// [`Error::Backup`] with what is wrong, [`Error::NewerSchema`], [`Error::Files`] if it cannot be read.
pub fn verify_backup(file: &Path, told: Told<'_>) -> Result<Manifest, Error> {
    let mut opened = Opened::open(file, told)?;
    let manifest = opened.manifest.clone();
    opened.check_names()?;
    for table in &manifest.tables {
        told(Progress::Table(table.name.clone()));
        opened.check_table(table)?;
    }
    for (done, upload) in manifest.uploads.iter().enumerate() {
        told(Progress::Uploads { done, of: manifest.uploads.len() });
        let length = u64::try_from(opened.upload(&upload.sha256)?.len()).unwrap_or(u64::MAX);
        if length != upload.bytes {
            return Err(BackupFault::damaged(format!("the upload {} is too short or too long", upload.sha256)).into());
        }
    }
    told(Progress::Trail);
    opened.check_trail()?;
    Ok(manifest)
}

/// [`verify_backup`] beside other work.
pub async fn verified(file: PathBuf) -> Result<Opened, Error> {
    let opened = tokio::task::spawn_blocking(move || {
        verify_backup(&file, &|_| ())?;
        Opened::open(&file, &|_| ())
    });
    opened.await.map_err(|fault| Error::Files(Box::new(fault)))?
}

impl Opened {
    /// Opens a file, if every byte is as it was sealed and its form is known.
    pub fn open(file: &Path, told: Told<'_>) -> Result<Self, Error> {
        told(Progress::Reading);
        let mut file = File::open(file).map_err(|fault| Error::Files(Box::new(fault)))?;
        seal::check(&mut file)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(zip_fault)?;
        let mut text = Vec::new();
        let entry = archive.by_name(MANIFEST).map_err(zip_fault)?;
        entry.take(LARGEST_MANIFEST).read_to_end(&mut text).map_err(read_fault)?;
        let manifest = manifest(&text)?;
        Ok(Self { archive, manifest })
    }

    /// The lines of a table.
    pub fn lines(&mut self, table: &str) -> Result<Lines<'_>, Error> {
        let entry = self.archive.by_name(&table_entry(table)).map_err(zip_fault)?;
        Ok(Lines { reader: BufReader::new(entry) })
    }

    /// The content of an upload, which fits its hash.
    pub fn upload(&mut self, sha256: &str) -> Result<Bytes, Error> {
        let most = u64::try_from(LARGEST_UPLOAD).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let entry = self.archive.by_name(&upload_entry(sha256)).map_err(zip_fault)?;
        entry.take(most + 1).read_to_end(&mut bytes).map_err(read_fault)?;
        if hexadecimal(&Sha256::digest(&bytes)) == sha256 {
            return Ok(bytes.into());
        }
        Err(BackupFault::damaged(format!("the upload {sha256} does not fit its hash")).into())
    }

    /// Whether exactly what the list names is there, and each upload that a row names is in the list.
    fn check_names(&mut self) -> Result<(), Error> {
        let there: BTreeSet<String> = self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let tables = self.manifest.tables.iter().map(|table| table_entry(&table.name));
        let uploads = self.manifest.uploads.iter().map(|upload| upload_entry(&upload.sha256));
        let named: BTreeSet<String> = tables.chain(uploads).chain([MANIFEST.to_owned()]).collect();
        if let Some(name) = there.symmetric_difference(&named).next() {
            return Err(BackupFault::damaged(format!("{name} is missing or too much")).into());
        }
        let listed = self.manifest.uploads.iter().map(|upload| &upload.sha256).chain(&self.manifest.lost);
        let mut left: BTreeSet<String> = listed.cloned().collect();
        let mut lines = self.lines("uploads")?;
        while let Some((_, row)) = lines.next()? {
            let sha256 = row.get("sha256").and_then(Value::as_str).unwrap_or_default();
            if !left.remove(sha256) {
                return Err(BackupFault::damaged(format!("the upload {sha256} is missing")).into());
            }
        }
        match left.first() {
            Some(sha256) => Err(BackupFault::damaged(format!("the upload {sha256} is too much")).into()),
            None => Ok(()),
        }
    }

    fn check_table(&mut self, table: &TableKept) -> Result<(), Error> {
        let (mut sum, mut lines) = (rows::Sum::default(), self.lines(&table.name)?);
        while let Some((line, _)) = lines.next()? {
            sum.add(&line);
        }
        if sum.of(&table.name) == *table {
            return Ok(());
        }
        Err(BackupFault::damaged(format!("the rows of {} are not those that were written", table.name)).into())
    }

    fn check_trail(&mut self) -> Result<(), Error> {
        let named = Head { seq: self.manifest.audit_seq, hash: self.manifest.audit_hash.clone() };
        let mut head = Head::beginning();
        let mut lines = self.lines("audit_entries")?;
        while let Some((_, row)) = lines.next()? {
            let broken = || BackupFault::damaged(format!("the trail of changes is broken at {}", head.seq + 1));
            head = head.after(&row).ok_or_else(broken)?;
        }
        drop(lines);
        let mut lines = self.lines("audit_head")?;
        let kept = lines.next()?.and_then(|(_, row)| Head::of(&row));
        if head == named && kept.as_ref() == Some(&named) {
            return Ok(());
        }
        Err(BackupFault::damaged("the end of the trail of changes is missing").into())
    }
}

/// A line with its end, and the row that it is.
type Line = (String, Map<String, Value>);

/// The lines of a table.
pub struct Lines<'a> {
    reader: BufReader<ZipFile<'a, BufReader<File>>>,
}

impl Lines<'_> {
    /// The next line and its row.
    pub fn next(&mut self) -> Result<Option<Line>, Error> {
        let mut line = String::new();
        if self.reader.by_ref().take(LONGEST_LINE).read_line(&mut line).map_err(read_fault)? == 0 {
            return Ok(None);
        }
        let row = serde_json::from_str(&line).map_err(|fault| BackupFault::damaged(format!("a row cannot be read: {fault}")))?;
        Ok(Some((line, row)))
    }
}

fn manifest(text: &[u8]) -> Result<Manifest, Error> {
    let damaged = |fault: serde_json::Error| BackupFault::damaged(format!("{MANIFEST}: {fault}"));
    let value: Value = serde_json::from_slice(text).map_err(damaged)?;
    let format = value.get("format").and_then(Value::as_u64).and_then(|format| u32::try_from(format).ok());
    if let Some(format) = format.filter(|format| *format > FORMAT) {
        return Err(BackupFault::NewerFormat { format }.into());
    }
    let manifest: Manifest = serde_json::from_value(value).map_err(damaged)?;
    if !migrations::knows(&manifest.schema) {
        return Err(Error::NewerSchema { step: manifest.schema });
    }
    Ok(manifest)
}

/// What the archive says: the system's fault, or damage.
pub fn zip_fault(fault: ZipError) -> Error {
    match fault {
        ZipError::Io(fault) => read_fault(fault),
        other => BackupFault::damaged(other.to_string()).into(),
    }
}

/// Bytes that cannot be unpacked are damage, not a fault of the system.
fn read_fault(fault: std::io::Error) -> Error {
    match fault.kind() {
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof => BackupFault::damaged(fault.to_string()).into(),
        _ => told_by_system(fault),
    }
}
