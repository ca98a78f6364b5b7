//! The form of a record: new, changed, kept as a draft, deleted, brought back; a stale form becomes a merge page.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::record::{Draft, Fault, Record, is_made_by_a_file};
use miedza_planning::rights::Verb;
use miedza_store::Author;
use miedza_texts::{Key, key};
use miedza_workflows::Failure;
use miedza_workflows::record::{self as records, Checked, Entered, NotSaved, Saving};
use serde::Deserialize;

use super::blocks::{Filled, copied};
use super::form_page::Begun;
use super::register::{Register, author};
use super::subject::Subject;
use super::{draft, list, merge};
use crate::frame::page;
use crate::frame::parts::Notice;
use crate::frame::{Address, Answer, Asker};

/// The name of the entry that carries the version on screen.
pub const VERSION: &str = "seen-version";

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

fn seen(entered: &Entered) -> Option<i64> {
    entered.one(VERSION).and_then(|version| version.parse().ok())
}

impl Subject<'_> {
    /// The form, with the draft that the asker has begun, if there is one.
    async fn show(&self, after: &After) -> Answer {
        let asker = self.register.asker;
        let at = draft::at(asker, self.form()).filter(|_| self.may_edit());
        let begun = match &at {
            Some(at) => at.begun().await?,
            None => None,
        };
        let kept = self.before.map_or_else(|| self.empty(), |record| record.content.clone());
        let mut shown = match &begun {
            Some(draft) => {
                let entered = Entered::from(draft.entries.clone());
                let typed = self.draft_of(&entered);
                // What was saved in another way meanwhile is no draft any more.
                let begun = Begun {
                    draft: (typed != kept).then_some(draft),
                    seen_version: (typed != kept).then_some(draft.seen_version),
                };
                self.page(&Filled::typed(&typed, &entered, &[]), begun).await?
            }
            None => self.page(&Filled::of(&kept), Begun::default()).await?,
        };
        shown.page.notices.extend(list::done(asker, &after.done).or_else(|| draft::done(asker, &after.done)));
        page::answer(&shown)
    }

    /// The form as it was typed, with its faults; nothing that was typed is lost.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn again(&self, draft: &Draft, entered: &Entered, faults: &[Fault]) -> Answer {
        let begun = Begun { draft: None, seen_version: seen(entered) };
        let shown = self.page(&Filled::typed(draft, entered, faults), begun).await?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page::answer(&shown)?).into_response())
    }

    /// The form as it was typed, not saved: a text was copied, or somebody signed in again on the way.
    async fn typed(&self, entered: &Entered, told: Key) -> Answer {
        let begun = Begun { draft: None, seen_version: seen(entered) };
        let typed = self.draft_of(entered);
        let mut shown = self.page(&Filled::typed(&typed, entered, &[]), begun).await?;
        shown.page.notices.push(Notice { kind: "info", title: self.register.asker.say(told), ..Notice::default() });
        page::answer(&shown)
    }

    async fn save(self, entered: Entered) -> Answer {
        let asker = self.register.asker;
        if let Some(entry) = entered.one("copy") {
            let copied = copied(self.register.kind, &entered, (entry, self.before), asker.tongue());
            return self.typed(&copied, key::DRAFT_COPIED).await;
        }
        if entered.has("again") {
            return self.typed(&entered, key::DRAFT_AGAIN).await;
        }
        let entered = self.before.map_or_else(|| entered.clone(), |current| merge::settled(&entered, current));
        let draft = self.draft_of(&entered);
        self.may_save(&draft)?;
        if self.before.is_none() && is_made_by_a_file(self.register.kind) {
            return Err(Failure::invalid(key::WORK_UPLOAD_NONE, key::WORK_UPLOAD_NONE_HINT).into());
        }
        let before = self.before.map(|record| (record.clone(), seen(&entered).unwrap_or(0)));
        let saved = records::save(asker.app.store(), Saving { before, draft: draft.clone() }, &author(asker)).await;
        match saved {
            Ok(record) => {
                if let Some(at) = draft::at(asker, self.form()) {
                    at.end().await?;
                }
                let kept = self.before.map(|record| &record.content.values);
                let units = Checked::of(asker.app.store(), [(&record.content, kept)]).await?;
                Ok(self.answer_saved(&record, if units.leaves_open() { "saved-unasked" } else { "saved" }))
            }
            Err(NotSaved::Faults(faults)) => self.again(&draft, &entered, &faults).await,
            Err(NotSaved::Stale(current)) => merge::show(&self.register, &current, &draft).await,
            Err(NotSaved::Failure(failure)) => Err(failure.into()),
        }
    }

    fn answer_saved(&self, record: &Record, done: &str) -> Response {
        let asker = self.register.asker;
        let to = if self.is_profile() {
            Address::partnership_work(asker.language, record.text("slug").unwrap_or_default())
        } else {
            self.register.record(&record.id)
        };
        Redirect::to(&to.ask("done", done).to_string()).into_response()
    }

    async fn take_draft(&self, headers: &HeaderMap, entered: Entered) -> Answer {
        draft::take(self.register.asker, headers, self.form(), (self.address(), entered)).await
    }
}

/// The form of a record, new or kept.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    Subject::of(&asker).show(&after).await
}

/// Saves a record, new or changed.
pub async fn save(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::of(&asker).save(Entered::new(pairs)).await
}

/// Keeps what was typed into the form of a record.
pub async fn keep_draft(asker: Asker, headers: HeaderMap, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::of(&asker).take_draft(&headers, Entered::new(pairs)).await
}

/// The form of the partnership itself, or of one to be founded.
pub async fn profile(asker: Asker, Query(after): Query<After>) -> Answer {
    Subject::profile(&asker).show(&after).await
}

/// Saves the partnership itself, or founds it.
pub async fn save_profile(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::profile(&asker).save(Entered::new(pairs)).await
}

/// Keeps what was typed into the form of the partnership.
pub async fn keep_profile_draft(asker: Asker, headers: HeaderMap, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    Subject::profile(&asker).take_draft(&headers, Entered::new(pairs)).await
}

/// The version that was on screen when something was asked for.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// The version.
    #[serde(rename = "seen-version")]
    pub version: i64,
}

/// Deletes a record; it can be brought back.
pub async fn delete(asker: Asker, Form(seen): Form<Seen>) -> Answer {
    let register = Register::of(&asker);
    records::delete(asker.app.store(), asker.the_record(), seen.version, &author(&asker)).await?;
    Ok(Redirect::to(&register.address().ask("done", "deleted").to_string()).into_response())
}

/// Brings a deleted record back.
pub async fn undelete(asker: Asker, Path(path): Path<std::collections::BTreeMap<String, String>>) -> Answer {
    let register = Register::of(&asker);
    let id = path.get("id").map(String::as_str).unwrap_or_default();
    let who: Author = author(&asker);
    let deleted = asker.app.store().records(&register.question().deleted().with_ids([id])).await?;
    let here = deleted.iter().find(|record| record.content.partnership.as_deref() == register.partnership());
    let record = here.ok_or_else(crate::frame::failure::unknown_address)?;
    asker.may(Verb::Edit, register.kind.room(), &register.object(record)).map_err(crate::frame::failure::refused)?;
    asker.app.store().undelete(register.kind, id, &who).await?;
    Ok(Redirect::to(&register.record(id).ask("done", "undeleted").to_string()).into_response())
}
