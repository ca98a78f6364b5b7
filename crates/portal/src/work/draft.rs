//! Drafts of forms on screen: what is told above a form that was begun, where drafts are sent, and what is answered.
//!
//! Without scripts a button keeps the draft and one throws it away; the island sends the same form in the background whenever
//! somebody rests, asks for JSON and says aloud what it is told.

use axum::Json;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect};
use miedza_planning::values::Day;
use miedza_store::{FormDraft, FormName, Moment};
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::record::{AtForm, Entered};
use serde_json::json;

use super::edit::VERSION;
use crate::frame::parts::{Entry, Notice};
use crate::frame::{Address, Answer, Asker};

/// Where a form sends its drafts, and what its island tells.
pub struct DraftDoor {
    /// Where they are sent.
    pub action: String,
    /// The word on the button.
    pub keep: String,
    /// Told if the session has ended.
    pub ended: String,
    /// The way to sign in again.
    pub sign_in: Entry,
    /// Told if it cannot be kept.
    pub not_saved: String,
}

impl DraftDoor {
    /// The door of a form with this address.
    pub fn of(asker: &Asker, form: &Address) -> Self {
        let back = Address::work(asker.language).to_string();
        let sign_in = Address::page(asker.language).step("sign-in").ask("to", &back);
        Self {
            action: form.clone().step("draft").into(),
            keep: asker.say(key::DRAFT_KEEP),
            ended: asker.say(key::DRAFT_ENDED),
            sign_in: Entry::new(sign_in, asker.say(key::DRAFT_SIGN_IN)),
            not_saved: asker.say(key::DRAFT_NOT_SAVED),
        }
    }
}

/// What is told above a form that shows a draft.
pub struct DraftNote {
    /// Since when.
    pub title: String,
    /// What will become of it.
    pub text: String,
    /// The word of the way into the form.
    pub go_on: String,
    /// Where it is thrown away.
    pub action: String,
    /// The word on that button.
    pub discard: String,
}

impl DraftNote {
    /// The note on a draft of a form with this address; `kept` is the version of the record now.
    pub fn of(asker: &Asker, draft: &FormDraft, kept: Option<i64>, form: &Address) -> Self {
        let is_stale = kept.is_some_and(|kept| kept != draft.seen_version);
        let text = if is_stale { key::DRAFT_TEXT_STALE } else { key::DRAFT_TEXT };
        Self {
            title: asker.tell(&Message::new(key::DRAFT_OF).with("when", asker.moment(&draft.saved_at))),
            text: asker.tell(&Message::new(text).with("until", until(asker, draft))),
            go_on: asker.say(key::DRAFT_CONTINUE),
            action: form.clone().step("draft").into(),
            discard: asker.say(key::DRAFT_DISCARD),
        }
    }
}

/// Until when a draft is kept, in words.
pub fn until(asker: &Asker, draft: &FormDraft) -> String {
    let day = Moment::at_unix_seconds(draft.expires_at).to_string();
    let day: Option<Day> = day.get(..10).and_then(|day| day.parse().ok());
    day.map(|day| labels::day(asker.language, day)).unwrap_or_default()
}

/// A form at work for the asker; `None` for a stranger.
pub fn at(asker: &Asker, name: FormName) -> Option<AtForm<'_>> {
    let account = asker.visitor.account.as_deref()?;
    Some(AtForm { store: asker.app.store(), account, name, now: Moment::from(asker.app.now()) })
}

/// Keeps the draft that was sent, or throws it away, and answers in the form that was asked for.
pub async fn take(asker: &Asker, headers: &HeaderMap, name: FormName, (form, entered): (Address, Entered)) -> Answer {
    let Some(at) = at(asker, name) else { return Err(crate::frame::failure::unknown_address().into()) };
    if entered.has("discard") {
        at.end().await?;
        return Ok(Redirect::to(&form.ask("done", "discarded").to_string()).into_response());
    }
    let seen = entered.one(VERSION).and_then(|version| version.parse().ok()).unwrap_or(0);
    at.keep(&entered, seen).await?;
    let accepts = headers.get(header::ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    if accepts.contains("application/json") {
        let when = asker.moment(&at.now.to_string());
        let told = asker.tell(&Message::new(key::DRAFT_SAVED).with("when", when));
        return Ok(Json(json!({ "told": told })).into_response());
    }
    Ok(Redirect::to(&form.ask("done", "draft").to_string()).into_response())
}

/// What was just done with a draft, told once above the form.
pub fn done(asker: &Asker, done: &str) -> Option<Notice> {
    let (title, text) = match done {
        "draft" => (key::DRAFT_KEPT, Some(key::DRAFT_KEPT_TEXT)),
        "discarded" => (key::DRAFT_DISCARDED, None),
        _ => return None,
    };
    let text = text.map(|text| asker.say(text)).unwrap_or_default();
    Some(Notice { kind: "success", title: asker.say(title), text, ways: Vec::new() })
}
