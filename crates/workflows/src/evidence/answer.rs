//! An answer is taken: from the web by anybody while the survey is open, from paper by those who edit the diagnosis.

use miedza_planning::account::ANSWERS_OF_PLACE;
use miedza_planning::diagnosis::survey::{AnswerFault, AnswerFaultKind, answered};
use miedza_planning::values::Day;
use miedza_store::{AnswerDraft, Author, Store};
use miedza_texts::key;

use super::Questionnaire;
use crate::account::Visit;
use crate::account::limits::{self, Counter};
use crate::account::secret::Secret;
use crate::failure::{Failure, Kind};

/// Longest mark of a form; a longer one was not made here.
const LONGEST_KEY: usize = 80;

/// What a form sent.
#[derive(Clone, Debug, Default)]
pub struct TypedAnswer {
    /// Mark of the form.
    pub form_key: String,
    /// Code of the municipality; empty if it was not said.
    pub unit: String,
    /// Ids of questions with what was ticked or written, in the order of the form.
    pub entries: Vec<(String, String)>,
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is kept, or was kept before from the same form.
    Kept,
    /// What must be corrected.
    Faults(Vec<AnswerFault>),
    /// This place answered too often; seconds to wait.
    TooOften(i64),
}

/// Keeps an answer from the web.
///
/// # Errors
/// [`Failure`] if the survey is not open, or what the store says.
pub async fn answer(visit: &Visit<'_>, asked: &Questionnaire, typed: &TypedAnswer, today: Day) -> Result<Answered, Failure> {
    if !asked.is_open() {
        let failure = Failure::invalid(key::SURVEY_NOT_OPEN, key::SURVEY_NOT_OPEN_HINT);
        return Err(Failure { kind: Kind::Conflict, ..failure });
    }
    let draft = match draft(asked, typed, today)? {
        Ok(draft) => draft,
        Err(faults) => return Ok(Answered::Faults(faults)),
    };
    let counter = Counter::of("answer-of-place", &visit.network, ANSWERS_OF_PLACE);
    if let Some(seconds) = limits::count(visit, &[counter]).await? {
        return Ok(Answered::TooOften(seconds));
    }
    visit.store.keep_answer(&asked.record, &draft).await?;
    Ok(Answered::Kept)
}

/// Keeps an answer from paper, also of a survey that is closed already.
///
/// # Errors
/// [`Failure`] with what the store says.
pub async fn enter(
    store: &Store,
    asked: &Questionnaire,
    typed: &TypedAnswer,
    (author, today): (&Author, Day),
) -> Result<Answered, Failure> {
    match draft(asked, typed, today)? {
        Ok(draft) => {
            store.enter_answer(&asked.record, &draft, author).await?;
            Ok(Answered::Kept)
        }
        Err(faults) => Ok(Answered::Faults(faults)),
    }
}

/// Takes an answer from paper away.
///
/// # Errors
/// [`Failure`] if there is none of this id, or what the store says.
pub async fn remove(store: &Store, asked: &Questionnaire, id: &str, author: &Author) -> Result<(), Failure> {
    if store.remove_answer(&asked.record, id, author).await? {
        return Ok(());
    }
    let failure = Failure::invalid(key::SURVEY_NO_ANSWER, key::SURVEY_NO_ANSWER_HINT);
    Err(Failure { kind: Kind::Conflict, ..failure })
}

/// What is kept of a form, or why it is not taken.
fn draft(asked: &Questionnaire, typed: &TypedAnswer, day: Day) -> Result<Result<AnswerDraft, Vec<AnswerFault>>, Failure> {
    let of = |id: &str| typed.entries.iter().filter(|(name, _)| name == id).map(|(_, text)| text.clone()).collect();
    let mut faults = Vec::new();
    let unit = Some(typed.unit.trim()).filter(|unit| !unit.is_empty()).map(ToOwned::to_owned);
    if unit.as_ref().is_some_and(|unit| !asked.units.iter().any(|known| known.as_str() == unit)) {
        faults.push(AnswerFault { question: "unit".to_owned(), kind: AnswerFaultKind::NoSuchOption });
    }
    let answers = answered(&asked.asked, of).unwrap_or_else(|found| {
        faults.extend(found);
        std::collections::BTreeMap::new()
    });
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let is_ours = (1..=LONGEST_KEY).contains(&typed.form_key.len());
    let form_key = if is_ours { typed.form_key.clone() } else { Secret::new()?.text };
    Ok(Ok(AnswerDraft { form_key, unit, day, answers }))
}
