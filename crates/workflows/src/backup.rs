//! Backups: one file made while the work goes on, taken in elsewhere, checked at any time.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use miedza_store::{AuditVerdict, BackupFault, Error, How, Manifest, Misfit, Place, Progress, Store, StoreVerdict, Uploads};
use miedza_texts::{Key, Language, Message, key};
use serde::Serialize;

use crate::failure::{Failure, Kind};
use crate::{Tell, listing, opening};

/// How many things that do not fit the trail are named.
const NAMED: usize = 20;

/// A backup that was made, taken in or checked.
#[derive(Debug)]
pub struct BackupDone {
    /// What it holds.
    pub summary: BackupSummary,
    /// What a reader should know.
    pub notes: Vec<Message>,
    told: Message,
}

/// What a backup holds.
#[derive(Debug, Serialize)]
pub struct BackupSummary {
    /// The file.
    pub file: PathBuf,
    /// When it was made.
    pub made_at: String,
    /// The engine that it was made from.
    pub engine: String,
    /// Last step of the form of the database.
    pub schema: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many uploads.
    pub uploads: usize,
    /// Bytes of the uploads.
    pub upload_bytes: u64,
    /// Uploads that were lost before it was made, by their hashes.
    pub lost: Vec<String>,
    /// Number of the newest entry of the trail.
    pub changes: i64,
    /// Hash of that entry; equal hashes, equal history.
    pub newest_change: String,
}

impl BackupDone {
    fn of(file: &Path, manifest: Manifest, told: Key) -> Self {
        let summary = BackupSummary {
            file: file.to_owned(),
            made_at: manifest.made_at.clone(),
            engine: manifest.engine.clone(),
            schema: manifest.schema.clone(),
            rows: manifest.rows(),
            uploads: manifest.uploads.len(),
            upload_bytes: manifest.bytes(),
            changes: manifest.audit_seq,
            newest_change: manifest.audit_hash,
            lost: manifest.lost,
        };
        let told = Message::new(told)
            .with("file", file.display().to_string())
            .with("rows", summary.rows.to_string())
            .with("uploads", summary.uploads)
            .with("changes", summary.changes.to_string())
            .with("moment", summary.made_at.clone());
        let notes = listing::note(key::BACKUP_NOTE_LOST, &summary.lost).into_iter().collect();
        Self { summary, notes, told }
    }

    /// The answer in words.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        language.say(&self.told)
    }
}

/// Writes everything that is kept into one file; the file is there when it is whole, and not before.
///
/// # Errors
/// [`Failure`] if the file is there already, cannot be written, or the store not be read.
pub async fn backup(store: &Store, file: &Path, overwrite: bool, tell: Tell<'_>) -> Result<BackupDone, Failure> {
    if file.exists() && !overwrite {
        return Err(Failure::exists(file));
    }
    let not_written = |error: io::Error| Failure::not_written(file, &error);
    let (part, opened) = begin(file).map_err(not_written)?;
    let manifest = match store.backup(opened, &|progress| tell(&said(&progress))).await {
        Ok(manifest) => manifest,
        Err(error) => {
            // What was begun is of no use; if it cannot be removed, the next backup writes over it.
            let _ = fs::remove_file(&part);
            return Err(error.into());
        }
    };
    fs::rename(&part, file).and_then(|()| File::open(folder(file))?.sync_all()).map_err(not_written)?;
    Ok(BackupDone::of(file, manifest, key::BACKUP_TOLD))
}

/// Opens the file beside the target that is written first; only its owner may read it, and one process write it.
fn begin(file: &Path) -> io::Result<(PathBuf, File)> {
    let name = file.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let part = folder(file).join(format!(".{}.part", name.to_string_lossy()));
    let mut options = File::options();
    options.read(true).write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let opened = options.open(&part)?;
    opened.try_lock()?;
    opened.set_len(0)?;
    Ok((part, opened))
}

fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Takes a backup in, into an empty place.
///
/// # Errors
/// [`Failure`] if the backup is damaged or of a newer program, or the place not empty.
pub async fn restore(file: &Path, place: &Place, tell: Tell<'_>) -> Result<BackupDone, Failure> {
    there(file)?;
    refuse_unless_empty(place)?;
    let manifest = miedza_store::restore(file, place, &|progress| tell(&said(&progress))).await?;
    Ok(BackupDone::of(file, manifest, key::BACKUP_RESTORED))
}

/// Refuses a data folder with anything in it but a store, which is looked into later, and a folder of uploads with other files.
fn refuse_unless_empty(place: &Place) -> Result<(), Failure> {
    let file = place.database.strip_prefix("sqlite://").map(Path::new);
    let data = file.filter(|file| file.file_name().is_some_and(|name| name == opening::DATABASE)).and_then(Path::parent);
    let mut what = match data {
        Some(data) if data.is_dir() => opening::others_in(data)?,
        _ => Vec::new(),
    };
    if let Uploads::Folder(folder) = &place.uploads
        && folder.is_dir()
    {
        what.extend(opening::names_in(folder)?.into_iter().filter(|name| !opening::is_of_uploads(name)));
    }
    if what.is_empty() { Ok(()) } else { Err(Error::Backup(BackupFault::NotEmpty { what }).into()) }
}

/// Checks every byte of a backup, its rows, its uploads and its trail.
///
/// # Errors
/// [`Failure`] with what does not fit.
pub fn verify(file: &Path, tell: Tell<'_>) -> Result<BackupDone, Failure> {
    there(file)?;
    let manifest = miedza_store::verify_backup(file, &|progress| tell(&said(&progress)))?;
    Ok(BackupDone::of(file, manifest, key::BACKUP_VERIFIED))
}

fn there(file: &Path) -> Result<(), Failure> {
    match fs::metadata(file) {
        Ok(about) if about.is_file() => Ok(()),
        Ok(_) => {
            let told = Message::new(key::BACKUP_NO_FILE).with("file", file.display().to_string());
            Err(Failure::invalid(told, key::BACKUP_NO_FILE_HINT))
        }
        Err(error) => Err(Failure::missing(file, &error)),
    }
}

/// What the check of what is kept found, where nothing is wrong.
#[derive(Debug, Serialize)]
pub struct StoreWhole {
    /// Number of the newest entry of the trail.
    pub changes: i64,
    /// Hash of that entry.
    pub newest_change: String,
    /// How many records were read.
    pub records: u64,
    /// How many uploads were read.
    pub uploads: u64,
}

impl StoreWhole {
    /// The answer in words.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let told = Message::new(key::BACKUP_STORE_WHOLE).with("records", self.records.to_string());
        language.say(&told.with("uploads", self.uploads.to_string()).with("changes", self.changes.to_string()))
    }
}

/// Checks what is kept here: the trail, every record, every upload, the file of the database.
///
/// # Errors
/// [`Failure`] with all that was found.
pub async fn verify_store(store: &Store, tell: Tell<'_>) -> Result<StoreWhole, Failure> {
    let verdict = store.verify(&|progress| tell(&said(&progress))).await?;
    match &verdict.trail {
        AuditVerdict::Whole { entries, head } if verdict.is_whole() => {
            Ok(StoreWhole { changes: *entries, newest_change: head.clone(), records: verdict.records, uploads: verdict.uploads })
        }
        _ => Err(found(&verdict)),
    }
}

/// What was found wrong.
fn found(verdict: &StoreVerdict) -> Failure {
    let mut causes = Vec::new();
    if let AuditVerdict::Broken { seq } = verdict.trail {
        causes.push(Message::new(key::BACKUP_FOUND_TRAIL).with("number", seq.to_string()));
    }
    let engine = verdict.engine.iter().map(|line| Message::new(key::BACKUP_FOUND_DATABASE).with("words", line.clone()));
    causes.extend(engine);
    let kinds = verdict.unreadable.iter().map(|kind| Message::new(key::BACKUP_FOUND_RECORD).with("kind", kind.name()));
    causes.extend(kinds);
    let lost = verdict.lost.iter().map(|sha256| Message::new(key::BACKUP_FOUND_UPLOAD).with("hash", sha256.clone()));
    causes.extend(lost);
    let guards = verdict.guards.iter().map(|guard| Message::new(key::BACKUP_FOUND_GUARD).with("guard", guard.clone()));
    causes.extend(guards);
    causes.extend(verdict.misfits.iter().take(NAMED).map(misfit));
    if verdict.misfits.len() > NAMED {
        causes.push(Message::new(key::BACKUP_FOUND_MORE).with("count", (verdict.misfits.len() - NAMED).to_string()));
    }
    Failure { causes, ..Failure::invalid(key::BACKUP_STORE_DAMAGED, key::BACKUP_STORE_DAMAGED_HINT) }
}

/// Something that does not fit the trail, in words.
fn misfit(misfit: &Misfit) -> Message {
    let about = |key: Key| Message::new(key).with("kind", misfit.kind.clone()).with("id", misfit.id.clone());
    match misfit.how {
        How::Changed => about(key::BACKUP_FOUND_CHANGED),
        How::Version { kept, told } => {
            about(key::BACKUP_FOUND_VERSION).with("kept", kept.to_string()).with("told", told.to_string())
        }
        How::NoLine => about(key::BACKUP_FOUND_NO_LINE),
        How::NoRow => about(key::BACKUP_FOUND_NO_ROW),
        How::Gap => about(key::BACKUP_FOUND_GAP),
    }
}

fn said(progress: &Progress) -> Message {
    match progress {
        Progress::Reading => Message::new(key::BACKUP_READING),
        Progress::Table(name) => Message::new(key::BACKUP_TABLE).with("table", name.clone()),
        Progress::Uploads { done, of } => {
            Message::new(key::BACKUP_UPLOADS).with("done", done.to_string()).with("of", of.to_string())
        }
        Progress::Trail => Message::new(key::BACKUP_TRAIL),
    }
}

/// What a person is told when a backup or a place for it refuses; `None` for other errors of the store.
pub(crate) fn refusal(error: &Error) -> Option<(Kind, Message, Key)> {
    use miedza_store::BackupFault::{Damaged, NewerFormat, NoBackup, NotEmpty, OtherForm};

    let say = Message::new;
    Some(match error {
        Error::UnfinishedRestore { .. } => (Kind::Conflict, say(key::BACKUP_UNFINISHED), key::BACKUP_UNFINISHED_HINT),
        Error::Backup(NoBackup) => (Kind::Invalid, say(key::BACKUP_NONE), key::BACKUP_NONE_HINT),
        Error::Backup(Damaged { what }) => {
            (Kind::Invalid, say(key::BACKUP_DAMAGED).with("what", what.clone()), key::BACKUP_DAMAGED_HINT)
        }
        Error::Backup(NewerFormat { .. }) => (Kind::Conflict, say(key::BACKUP_NEWER), key::BACKUP_NEWER_HINT),
        Error::Backup(NotEmpty { what }) => (
            Kind::Conflict,
            say(key::BACKUP_NOT_EMPTY).with("what", listing::examples(what.iter().cloned())),
            key::BACKUP_NOT_EMPTY_HINT,
        ),
        Error::Backup(OtherForm { .. }) => (Kind::Conflict, say(key::BACKUP_OTHER_FORM), key::BACKUP_OTHER_FORM_HINT),
        _ => return None,
    })
}
