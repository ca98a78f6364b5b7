//! Every cell: each visitor at each door, in each state, in the own partnership and in another one.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use axum::http::StatusCode;
use miedza_portal::routes;

use crate::asked::{Ask, Sent, ask};
use crate::domain::{Expected, Thing, expected};
use crate::places::{SELF, asks, is_of_partnership};
use crate::visitors::{self, Visitor};
use crate::world::World;

/// Fewest requests that count as every cell.
const FEWEST: usize = 20_000;
/// Faults that are told one by one.
const TOLD: usize = 60;
/// Requests at once.
const HANDS: usize = 4;

/// All questions: those to doors of a partnership once for each of them.
fn questions(world: &World) -> Vec<Ask> {
    let doors = routes::doors(&world.app);
    let mut all = Vec::new();
    for row in doors.rows() {
        let scenes = if is_of_partnership(row) { world.scenes.as_slice() } else { &world.scenes[..1] };
        for scene in scenes {
            all.extend(asks(world, row, scene));
        }
    }
    all
}

/// What must come of a question.
fn wanted(visitor: &Visitor, ask: &Ask) -> Expected {
    let maker = ask.thing.maker.clone();
    let maker = if maker.as_deref() == Some(SELF) { visitor.somebody.account.clone() } else { maker };
    expected(&visitor.somebody, (ask.verb, ask.room), &Thing { maker, ..ask.thing.clone() })
}

fn is_as_expected(ask: &Ask, expected: Expected, status: StatusCode) -> bool {
    match expected {
        Expected::SignIn => status == StatusCode::UNAUTHORIZED,
        Expected::Refused => status == StatusCode::FORBIDDEN,
        Expected::Allowed => {
            let is_answered = status.is_success()
                || status.is_redirection()
                || matches!(status, StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS);
            is_answered || (ask.may_be_missing && status == StatusCode::NOT_FOUND)
        }
    }
}

/// Asks one question; gives what was wrong.
async fn put(world: &World, visitor: &Visitor, question: &Ask) -> Option<(bool, Option<String>)> {
    let expected = wanted(visitor, question);
    if question.only_refused && expected == Expected::Allowed {
        return None;
    }
    let nobody = Visitor { header: None, ..visitor.clone() };
    let who = if question.is_nameless { &nobody } else { visitor };
    let sent: &Sent = if expected == Expected::Allowed { &question.idle } else { &question.telling };
    let answer = ask(&world.router, who, (question.method, &question.address), sent).await;
    let is_right = is_as_expected(question, expected, answer.status);
    let told = (!is_right).then(|| {
        let thing = &question.thing;
        format!(
            "{} {} by {}: {expected:?}, but {} ({:?} {:?}, {:?} {:?}{})",
            question.method,
            question.address,
            visitor.name,
            answer.status.as_u16(),
            question.verb,
            question.room,
            thing.openness,
            thing.seen_by,
            if thing.is_decided { ", decided" } else { "" },
        )
    });
    Some((expected == Expected::Allowed, told))
}

/// What is kept, counted: changes of content, letters, jobs, files.
async fn counted(world: &World) -> Vec<String> {
    let tables = ["audit_entries", "mails", "jobs", "uploads", "one_time_tokens", "accounts", "grants", "api_tokens"];
    let mut counted = Vec::new();
    for table in tables {
        let sql = format!("SELECT '{table} ' || COUNT(*) FROM {table}");
        counted.extend(world.sample.texts(&sql).await.expect("a count"));
    }
    counted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_door_answers_as_the_table_of_roles_says() {
    let began = Instant::now();
    let world = World::build().await;
    crate::visitors::somebody(&world).await;
    let visitors = visitors::all(&world).await;
    let questions = questions(&world);
    let before = counted(&world).await;
    let built = began.elapsed();

    let shared = Arc::new((world, visitors, questions));
    let mut hands = tokio::task::JoinSet::new();
    for hand in 0..HANDS {
        hands.spawn(one_hand(Arc::clone(&shared), hand));
    }
    let (mut count, mut allowed, mut faults) = (0, 0, Vec::new());
    while let Some(heard) = hands.join_next().await {
        let heard = heard.expect("a hand asks to the end");
        count += heard.count;
        allowed += heard.allowed;
        faults.extend(heard.faults);
    }
    let (world, visitors, questions) = &*shared;

    say(&format!(
        "{count} requests, {allowed} allowed: {} visitors at {} places, built in {built:?}, all in {:?}",
        visitors.len(),
        questions.len(),
        began.elapsed()
    ));
    assert!(faults.is_empty(), "{}", told(&faults));
    assert!(count >= FEWEST, "{count}");
    assert_eq!(counted(world).await, before, "what was refused, or let in and idle, changed something");
}

/// What one of those who ask at once heard.
#[derive(Default)]
struct Heard {
    count: usize,
    allowed: usize,
    faults: Vec<(&'static str, String)>,
}

/// Asks every so manieth question of every visitor.
async fn one_hand(shared: Arc<(World, Vec<Visitor>, Vec<Ask>)>, hand: usize) -> Heard {
    let (world, visitors, questions) = &*shared;
    let mut heard = Heard::default();
    for number in (hand..visitors.len() * questions.len()).step_by(HANDS) {
        let (visitor, question) = (&visitors[number / questions.len()], &questions[number % questions.len()]);
        if let Some((is_allowed, fault)) = put(world, visitor, question).await {
            heard.count += 1;
            heard.allowed += usize::from(is_allowed);
            heard.faults.extend(fault.map(|fault| (question.path, fault)));
        }
    }
    heard
}

fn told(faults: &[(&str, String)]) -> String {
    let mut by_path: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (path, fault) in faults {
        by_path.entry(path).or_default().push(fault);
    }
    let most = (TOLD / by_path.len().max(1)).max(2);
    let lines = by_path.iter().map(|(path, faults)| {
        let some: Vec<String> = faults.iter().take(most).map(|fault| format!("    {fault}")).collect();
        format!("  {path}: {}\n{}", faults.len(), some.join("\n"))
    });
    format!("{} answers are other than the table says:\n{}", faults.len(), lines.collect::<Vec<_>>().join("\n"))
}

#[expect(clippy::print_stdout, reason = "a test says how much it asked")]
pub fn say(text: &str) {
    println!("{text}");
}
