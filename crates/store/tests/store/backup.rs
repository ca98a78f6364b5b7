//! Backups: what was kept on one engine is the same on the other, and no changed byte stays unseen.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use miedza_planning::record::Kind;
use miedza_planning::rights::{Grant, Role};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{
    AccountChange, AuditVerdict, BackupFault, BoundarySet, Error, FormName, JobDraft, Manifest, Moment, NewAccount, Place,
    Progress, Question, SearchQuestion, SessionDraft, Sight, Store, Typed, Uploads, restore, verify_backup,
};
use miedza_territory::{Country, Level, UnitCode};
use serde_json::json;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::sample::{author, full, theme};

const QUIET: &(dyn Fn(Progress) + Sync) = &|_| ();
/// Hash of the token of a session.
const SESSION: &str = "5e55";
const WORDS: &str = "miedza backup, sha256 of every byte before: ";

/// One record of each kind, a deleted one, settings, a job, units with shapes, two uploads, somebody who is signed in.
async fn fill(store: &Store) {
    let mut ids = BTreeMap::new();
    for kind in Kind::ALL {
        let record = store.create(full(kind, &ids), &author()).await.expect("a full record is kept");
        ids.insert(kind, record.id.clone());
    }
    let gone = store.create(theme("gone", "Znikający"), &author()).await.expect("kept");
    store.delete(Kind::Themes, &gone.id, gone.version, &author()).await.expect("deleted");
    store.set_setting("name", &json!({"pl": "Miedza – „żółć”"}), &author()).await.expect("set");
    let job = JobDraft { kind: "delimit".to_owned(), input: json!({"share": 0.1}), account: None, partnership: None };
    store.queue_job(&job).await.expect("a job");
    let edition = crate::territory::edition("2020-01-01", &[("0221042", "Czarny Bór"), ("0221011", "Boguszów-Gorce")]);
    store.save_edition(&edition, "TERC", &author()).await.expect("units");
    let shapes = [(UnitCode::parse("0221042").expect("a code"), (0..=255).collect::<Vec<u8>>())];
    store.save_boundaries(&boundary_set(), &shapes, &author()).await.expect("shapes");
    sign_in(store).await;
    for upload in ["kod;nazwa\n0221042;Czarny Bór\n", "Zażółć gęślą jaźń.\n"] {
        store.keep_upload(Bytes::from(upload)).await.expect("an upload");
    }
}

/// Somebody with a role, signed in.
async fn sign_in(store: &Store) {
    let text = |text: &str| text.to_owned();
    let admin = Grant { role: Role::Secretary, partnership: None, unit: None, valid_from: None, valid_to: None };
    let new = NewAccount {
        id: text("0190-anna"),
        email: text("anna@example.org"),
        name: text("Anna"),
        language: text("pl"),
        grants: vec![admin],
        changes: vec![AccountChange::Enabled],
        invitation: None,
    };
    store.create_account(&new, &author()).await.expect("an account");
    let now = Moment::now();
    let (account, expires_at) = (Some(new.id), now.plus(Duration::from_hours(1)));
    let session = SessionDraft { hash: text(SESSION), account, data: json!({}), now, expires_at };
    store.begin_session(&session).await.expect("a session");
    let name = FormName { form: text("themes/-/new"), partnership: None, kind: text("themes"), record_id: None };
    let entries = BTreeMap::from([(text("name.pl"), vec![text("Woda „żółć”")])]);
    let typed = Typed { name, seen_version: 0, entries, now, expires_at: now.plus(Duration::from_hours(1)) };
    store.keep_form_draft("0190-anna", &typed).await.expect("a draft");
}

fn boundary_set() -> BoundarySet {
    BoundarySet {
        id: "pl-municipality-2020".to_owned(),
        country: Country::Poland,
        level: Level::Municipality,
        year: 2020,
        name: "Gminy 2020".to_owned(),
        source: "PRG".to_owned(),
        licence: None,
        is_schematic: false,
    }
}

async fn back_up(sample: &Sample) -> (PathBuf, Manifest) {
    let path = sample.folder.path().join("backup.zip");
    let file = File::options().read(true).write(true).create(true).truncate(true).open(&path).expect("a file");
    let manifest = sample.store.backup(file, QUIET).await.expect("a backup");
    (path, manifest)
}

/// A place where nothing was ever kept, beside a sample.
fn new_place(sample: &Sample) -> Place {
    let folder = sample.folder.path().join("elsewhere");
    let database = format!("sqlite://{}", folder.join("miedza.db").display());
    Place { database, uploads: Uploads::Folder(folder.join("uploads")) }
}

async fn engines() -> Vec<Sample> {
    Engines::all().await
}

#[tokio::test]
async fn a_backup_of_either_engine_is_the_same_on_either_engine() {
    for source in engines().await {
        fill(&source.store).await;
        let (file, kept) = back_up(&source).await;
        assert_eq!(verify_backup(&file, QUIET).expect("a whole backup"), kept);
        assert!(kept.lost.is_empty() && kept.uploads.len() == 2, "{kept:?}");
        assert!(kept.tables.iter().all(|table| table.name != "sessions" && table.name != "one_time_tokens"));
        for target in engines().await {
            let restored = restore(&file, &target.place, QUIET).await.expect("restored");

            assert_eq!(restored, kept);
            let (_, again) = back_up(&target).await;
            assert_eq!((again.tables, again.uploads), (kept.tables.clone(), kept.uploads.clone()));
            assert_eq!((again.audit_seq, again.audit_hash), (kept.audit_seq, kept.audit_hash.clone()));
            let verdict = target.store.verify(QUIET).await.expect("a verdict");
            // The attachment among the records of the test names a file that was never kept.
            assert!(matches!(verdict.trail, AuditVerdict::Whole { .. }) && verdict.engine.is_empty(), "{verdict:?}");
            assert_eq!((verdict.uploads, verdict.unreadable.len()), (2, 0));
            let question = SearchQuestion { words: "czarny".to_owned(), sight: Sight::Everything, ..SearchQuestion::default() };
            let found = target.store.search(&question).await.expect("found");
            assert!(!found.is_empty(), "what was restored is found");
            let account = target.store.account_by_email("anna@example.org").await.expect("an answer").expect("the account");
            assert_eq!(target.store.grants_of(&account.id).await.expect("roles").len(), 1);
            let caller = target.store.caller_of_session(SESSION, Moment::now()).await.expect("an answer");
            assert!(caller.is_none(), "nobody is signed in where a backup was restored");
            let drafts = target.store.form_drafts_of(&account.id, Moment::now()).await.expect("drafts");
            assert_eq!(drafts.len(), 1, "what was typed and not saved is there");
            target.store.create(theme("next", "Następny"), &author()).await.expect("work goes on");
        }
    }
}

#[tokio::test]
async fn two_nodes_on_one_database_share_sessions_jobs_and_settings() {
    for Sample { store, place, .. } in engines().await {
        let other = Store::open(&place).await.expect("a second node");
        sign_in(&store).await;
        store.set_setting("name", &json!("Miedza"), &author()).await.expect("set");
        let job = JobDraft { kind: "delimit".to_owned(), input: json!({}), account: None, partnership: None };
        let job = store.queue_job(&job).await.expect("a job");

        let caller = other.caller_of_session(SESSION, Moment::now()).await.expect("an answer").expect("signed in here too");
        assert_eq!(caller.account, "0190-anna");
        assert_eq!(other.setting("name").await.expect("an answer"), Some(json!("Miedza")));
        let taken = other.take_job("two", Duration::from_mins(1)).await.expect("an answer").expect("the job");
        assert_eq!(taken.id, job);
        assert_eq!(store.take_job("one", Duration::from_mins(1)).await.expect("an answer"), None, "a job is done once");
        other.end_session(SESSION).await.expect("signed out");
        assert_eq!(store.caller_of_session(SESSION, Moment::now()).await.expect("an answer"), None, "signed out everywhere");
    }
}

#[tokio::test]
async fn a_backup_is_consistent_while_others_write() {
    for sample in engines().await {
        fill(&sample.store).await;
        let stop = std::sync::Arc::new(AtomicBool::new(false));
        let writer = tokio::spawn({
            let (store, stop) = (sample.store.clone(), stop.clone());
            async move {
                let mut count = 0;
                while !stop.load(Ordering::Relaxed) {
                    count += 1;
                    store.create(theme(&format!("t{count}"), "Temat"), &author()).await.expect("kept");
                }
                count
            }
        });
        for _ in 0..5 {
            let (file, kept) = back_up(&sample).await;
            verify_backup(&file, QUIET).expect("a whole backup");
            let rows = |name: &str| kept.tables.iter().find(|table| table.name == name).expect("a table").rows;
            // Every theme is found and has its line, and no line is without its theme.
            assert_eq!(i64::try_from(rows("audit_entries")), Ok(kept.audit_seq));
            assert_eq!(rows("search_entries") + 1, rows("themes") + others(&kept), "{kept:?}");
        }
        stop.store(true, Ordering::Relaxed);
        assert!(writer.await.expect("the writer ends") > 0);
    }
}

/// Entries of the search that are no themes: one of each other kind, and the units; the deleted theme has none.
fn others(kept: &Manifest) -> u64 {
    let units = kept.tables.iter().find(|table| table.name == "units").expect("units").rows;
    u64::try_from(Kind::ALL.len()).expect("few kinds") - 1 + units
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }
}

#[tokio::test]
async fn every_changed_byte_and_every_missing_end_is_found() {
    let sample = Engines::sqlite().await;
    fill(&sample.store).await;
    let (file, _) = back_up(&sample).await;
    let whole = std::fs::read(&file).expect("the backup");
    let (mut dice, broken) = (Dice(7), sample.folder.path().join("broken.zip"));
    let is_found = |bytes: &[u8], what: &str| {
        std::fs::write(&broken, bytes).expect("written");
        let told = verify_backup(&broken, QUIET).expect_err(what);
        assert!(matches!(told, Error::Backup(BackupFault::NoBackup | BackupFault::Damaged { .. })), "{what}: {told}");
    };
    for _ in 0..300 {
        let (at, bit) = (dice.below(whole.len()), dice.below(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        is_found(&bytes, &format!("bit {bit} of byte {at}"));
    }
    for _ in 0..50 {
        let end = dice.below(whole.len());
        is_found(&whole[..end], &format!("cut at {end}"));
    }
    is_found(&[&whole[..], b"\n"].concat(), "a byte too much");
    verify_backup(&file, QUIET).expect("the backup itself is whole");
}

/// The same backup with other words in one of its files, sealed again as an attacker would.
fn rewritten(file: &Path, entry: &str, from: &str, to: &str) -> PathBuf {
    let mut archive = ZipArchive::new(File::open(file).expect("the backup")).expect("an archive");
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut bytes = Vec::new();
        let mut read = archive.by_index(at).expect("an entry");
        let name = read.name().expect("a name").into_owned();
        read.read_to_end(&mut bytes).expect("read");
        if name == entry {
            let text = String::from_utf8(bytes).expect("a text");
            assert!(text.contains(from), "{text}");
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        copy.start_file(name, SimpleFileOptions::default()).expect("an entry");
        copy.write_all(&bytes).expect("written");
    }
    copy.set_comment(format!("{WORDS}{}", "-".repeat(64))).expect("a comment");
    let mut bytes = copy.finish().expect("an archive").into_inner();
    bytes.truncate(bytes.len() - 64);
    let seal = format!("{:x}", Sha256::digest(&bytes));
    bytes.extend(seal.bytes());
    let path = file.with_extension("rewritten");
    std::fs::write(&path, bytes).expect("written");
    path
}

#[tokio::test]
async fn a_backup_that_was_changed_and_sealed_again_is_found_by_its_hashes() {
    let sample = Engines::sqlite().await;
    fill(&sample.store).await;
    let (file, manifest) = back_up(&sample).await;
    let cases = [
        ("tables/themes.jsonl", "Znikający", "Znikająca", "rows of themes"),
        ("tables/audit_entries.jsonl", "\"created\"", "\"updated\"", "rows of audit_entries"),
        ("manifest.json", &*manifest.audit_hash, &"0".repeat(64), "end of the trail"),
        (&*format!("uploads/{}", manifest.uploads[0].sha256), "a", "b", "hash"),
    ];
    for (entry, from, to, words) in cases {
        let told = verify_backup(&rewritten(&file, entry, from, to), QUIET).expect_err(entry).to_string();
        assert!(told.contains(words), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_backup_onto_a_full_disk_is_told_once() {
    let sample = Engines::sqlite().await;
    let full = std::fs::File::options().read(true).write(true).open("/dev/full").expect("a disk that is always full");

    let refused = sample.store.backup(full, QUIET).await;

    assert!(matches!(refused, Err(Error::NoSpace)), "{refused:?}");
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused() {
    let sample = Engines::sqlite().await;
    let (file, manifest) = back_up(&sample).await;
    let newer = rewritten(&file, "manifest.json", &manifest.schema, "209901010000_later");
    let told = restore(&newer, &new_place(&sample), QUIET).await.expect_err("a newer schema");
    assert!(matches!(&told, Error::NewerSchema { step } if step == "209901010000_later"), "{told}");
    let newer = rewritten(&file, "manifest.json", "\"format\": 1", "\"format\": 2");
    let told = restore(&newer, &new_place(&sample), QUIET).await.expect_err("a newer form");
    assert!(matches!(told, Error::Backup(BackupFault::NewerFormat { format: 2 })), "{told}");
}

#[tokio::test]
async fn nothing_is_restored_over_what_is_there() {
    let source = Engines::sqlite().await;
    fill(&source.store).await;
    let (file, _) = back_up(&source).await;
    for target in engines().await {
        target.store.create(theme("mine", "Mój"), &author()).await.expect("kept");
        let told = restore(&file, &target.place, QUIET).await.expect_err("a place in use");
        let Error::Backup(BackupFault::NotEmpty { what }) = &told else { panic!("{told}") };
        assert!(what.contains(&"themes (1)".to_owned()), "{what:?}");
        assert_eq!(target.store.count(&Question::of(Kind::Themes)).await.expect("a number"), 1);
    }
    let target = Engines::sqlite().await;
    target.store.keep_upload(Bytes::from("own;file\n")).await.expect("an upload");
    let told = restore(&file, &target.place, QUIET).await.expect_err("an upload in the way").to_string();
    assert!(told.contains("uploads (1)"), "{told}");
}

#[tokio::test]
async fn a_restore_that_was_interrupted_says_so_and_can_be_begun_again() {
    let source = Engines::sqlite().await;
    fill(&source.store).await;
    let (file, kept) = back_up(&source).await;
    for target in engines().await {
        for stop in [Progress::Uploads { done: 1, of: 2 }, Progress::Table("seats".to_owned())] {
            let (file, place) = (file.clone(), target.place.clone());
            let killed = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
                let told = |progress| assert!(progress != stop, "interrupted as the test wants it");
                runtime.block_on(restore(&file, &place, &told)).map(drop)
            });
            assert!(killed.join().is_err(), "it was interrupted");
            let told = Store::open(&target.place).await.expect_err("half restored");
            assert!(matches!(told, Error::UnfinishedRestore { .. }), "{told}");
        }
        restore(&file, &target.place, QUIET).await.expect("begun again");
        let again = Store::open(&target.place).await.expect("whole");
        assert_eq!(again.revision().await.expect("a number"), kept.audit_seq);
    }
}

#[tokio::test]
async fn an_upload_that_is_lost_is_told_and_keeps_nothing_else_from_being_saved() {
    let sample = Engines::sqlite().await;
    let lost = sample.store.keep_upload(Bytes::from("lost;file\n")).await.expect("kept").sha256;
    sample.store.keep_upload(Bytes::from("whole;file\n")).await.expect("kept");
    let path = sample.folder.path().join("uploads").join(&lost[..2]).join(&lost[2..]);
    std::fs::write(path, "lost;FILE\n").expect("damaged");

    let (file, manifest) = back_up(&sample).await;

    assert_eq!((manifest.lost.as_slice(), manifest.uploads.len()), (&[lost.clone()][..], 1));
    verify_backup(&file, QUIET).expect("the backup is as it was written");
    let verdict = sample.store.verify(QUIET).await.expect("a verdict");
    assert_eq!((verdict.is_whole(), verdict.lost), (false, vec![lost]));
}
