//! `kill -9` in the middle of mixed writes, again and again.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use miedza_planning::record::Kind;
use miedza_store::{AuditVerdict, Question, Store};

use crate::writer;

/// Rounds where the environment names no other number.
const ROUNDS: usize = 50;
/// Rounds in one folder; then a new one is begun, so that late rounds do not check the work of all.
const IN_ONE_FOLDER: usize = 50;
/// The longest start after a kill.
const START: Duration = Duration::from_secs(2);

/// What the writer was told is kept.
#[derive(Default)]
struct Acknowledged {
    /// Records with the newest version that was acknowledged.
    records: BTreeMap<String, i64>,
    uploads: Vec<String>,
    changes: usize,
}

impl Acknowledged {
    fn take(&mut self, line: &str) {
        let Some(words) = line.strip_prefix(writer::KEPT) else { return };
        match *words.split(' ').collect::<Vec<_>>() {
            ["record", id, version] => {
                self.records.insert(id.to_owned(), version.parse().expect("a number"));
            }
            ["upload", sha256] => self.uploads.push(sha256.to_owned()),
            _ => panic!("{line}"),
        }
        self.changes += 1;
    }
}

fn rounds() -> usize {
    std::env::var("MIEDZA_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

/// Lets the writer write for a while, kills it, and gives all that it was told is kept.
fn killed_after(mut child: Child, after: Duration) -> Acknowledged {
    let mut lines = BufReader::new(child.stdout.take().expect("its stdout")).lines();
    let mut kept = Acknowledged::default();
    // The clock runs from the first change on: opening takes longer on some machines than all the rest.
    let since = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with(writer::KEPT)).map(|line| {
        kept.take(&line);
        Instant::now()
    });
    let since = since.expect("the writer writes");
    let killer = std::thread::spawn(move || {
        std::thread::sleep(after.saturating_sub(since.elapsed()));
        child.kill().expect("killed");
        child.wait().expect("it has ended");
    });
    // A last line may be cut in its middle; what was cut was not heard.
    let heard: Vec<String> = lines.map_while(Result::ok).collect();
    killer.join().expect("killed");
    let whole = heard.iter().filter(|line| is_whole(line));
    whole.for_each(|line| kept.take(line));
    kept
}

fn is_whole(line: &str) -> bool {
    match *line.strip_prefix(writer::KEPT).unwrap_or_default().split(' ').collect::<Vec<_>>() {
        ["record", id, version] => id.len() == 36 && version.len() == 1,
        ["upload", sha256] => sha256.len() == 64,
        // The newest setting is told by nothing else, so a cut line could not be known.
        _ => false,
    }
}

/// Everything acknowledged is there, nothing is there by half.
async fn check(store: &Store, round: usize, kept: &Acknowledged) {
    for (id, version) in &kept.records {
        let live = store.record(Kind::Themes, id).await.expect("an answer");
        let history = store.history(Kind::Themes, id).await.expect("its history");
        let newest = history.first().map_or(0, |entry| entry.version);
        assert!(newest >= *version, "round {round}: {id} was acknowledged as {version} and is {newest}");
        let is_deleted = history.first().is_some_and(|entry| entry.after.is_none());
        assert_eq!(live.map(|record| record.version), (!is_deleted).then_some(newest), "round {round}: {id} and its trail");
        assert_eq!(i64::try_from(history.len()), Ok(newest), "round {round}: one line per version");
    }
    for sha256 in &kept.uploads {
        assert!(store.upload(sha256).await.expect("an answer").is_some(), "round {round}: the upload {sha256}");
    }
    let of_round = format!("r{round}-");
    let (mut parts, mut all) = (0, store.records(&Question::of(Kind::Themes)).await.expect("the live ones"));
    all.extend(store.records(&Question::of(Kind::Themes).deleted()).await.expect("the deleted ones"));
    for record in &all {
        let slug = record.text("slug").unwrap_or_default();
        parts += usize::from(slug.starts_with(&of_round) && slug.contains("-part-"));
    }
    assert_eq!(parts % writer::TOGETHER, 0, "round {round}: what is made together is made whole");
    let verdict = store.verify(&|_| ()).await.expect("a verdict");
    assert!(verdict.is_whole(), "round {round}: {verdict:?}");
    assert!(matches!(verdict.trail, AuditVerdict::Whole { entries, .. } if entries > 0));
}

#[tokio::test]
async fn every_acknowledged_change_outlives_a_kill_and_none_is_half_done() {
    let (mut folder, mut slowest, mut changes) = (None, Duration::ZERO, 0);
    for round in 0..rounds() {
        if round % IN_ONE_FOLDER == 0 {
            folder = Some(tempfile::tempdir().expect("a folder"));
        }
        let folder: &Path = folder.as_ref().expect("made in the first round").path();
        // From 5 to 154 ms, in an order that looks random.
        let after = Duration::from_millis(5 + u64::try_from(round * 97 % 150).expect("small"));
        let kept = killed_after(writer::start(folder, round), after);
        changes += kept.changes;
        let since = Instant::now();
        let store = Store::open(&writer::place(folder)).await.expect("it starts again");
        store.count(&Question::of(Kind::Themes)).await.expect("it answers");
        slowest = slowest.max(since.elapsed());
        assert!(slowest <= START, "round {round}: the start took {slowest:?}");
        check(&store, round, &kept).await;
        store.close().await;
    }
    assert!(changes > rounds(), "the writers wrote");
    say(&format!("{} kills, {changes} acknowledged changes, all there; slowest start {slowest:?}", rounds()));
}

#[expect(clippy::print_stdout, reason = "a bench says what it found")]
fn say(text: &str) {
    println!("{text}");
}
