//! A barrier that somebody reports: a letter to the office, kept until the server of mail has taken it.
//!
//! No account is needed, and nothing is kept of whoever writes but what they wrote.

use miedza_planning::account::REPORTS_OF_PLACE;
use miedza_planning::portal::Office;
use miedza_store::MailDraft;
use miedza_texts::{Language, Message, key};

use crate::account::Visit;
use crate::account::limits::{self, Counter};
use crate::account::secret::hash_of;
use crate::failure::Failure;

/// Most signs of a report, of the address of a page and of a way to answer.
pub const LONGEST: [usize; 3] = [4000, 500, 200];

/// What somebody reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Barrier {
    /// The page, as it was typed.
    pub page: String,
    /// What is wrong.
    pub what: String,
    /// How to answer; may be empty.
    pub answer_to: String,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// The letter waits to be sent.
    Sent,
    /// Nothing was said.
    Empty,
    /// It is longer than a letter should be.
    TooLong,
    /// This place reported too often; seconds to wait.
    TooOften(i64),
}

/// Writes the letter to the office; the same report on one day is one letter.
///
/// # Errors
/// [`Failure`] if the office gave no address, or what the store says.
pub async fn report(visit: &Visit<'_>, office: &Office, barrier: &Barrier, language: Language) -> Result<Reported, Failure> {
    let Some(recipient) = office.email.clone() else {
        return Err(Failure::invalid(key::BARRIER_NO_OFFICE, key::BARRIER_NO_OFFICE_HINT));
    };
    if barrier.what.trim().is_empty() {
        return Ok(Reported::Empty);
    }
    let parts = [&barrier.what, &barrier.page, &barrier.answer_to];
    if parts.iter().zip(LONGEST).any(|(part, most)| part.chars().count() > most) {
        return Ok(Reported::TooLong);
    }
    let counter = Counter::of("report-of-place", &visit.network, REPORTS_OF_PLACE);
    if let Some(seconds) = limits::count(visit, &[counter]).await? {
        return Ok(Reported::TooOften(seconds));
    }
    let day = visit.now.to_string().get(..10).unwrap_or_default().to_owned();
    let said = |text: &str| if text.trim().is_empty() { "–".to_owned() } else { text.trim().to_owned() };
    let body = Message::new(key::LETTER_BARRIER_BODY).with("page", said(&barrier.page)).with("what", said(&barrier.what));
    let letter = MailDraft {
        key: format!("barrier:{day}:{}", hash_of(&format!("{}\n{}\n{}", barrier.page, barrier.what, barrier.answer_to))),
        recipient,
        subject: language.say(&key::LETTER_BARRIER.into()),
        body: language.say(&body.with("answer", said(&barrier.answer_to))),
        language: language.code().to_owned(),
    };
    visit.store.queue_mail(&letter).await?;
    Ok(Reported::Sent)
}
