//! What is done on the page of a meeting: saving all of it, keeping it as a draft, adding the file of the minutes.

use axum::Form;
use axum::extract::Multipart;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect};
use miedza_planning::record::{Kind, Record};
use miedza_texts::{Message, key};
use miedza_workflows::partnership::resolution::NotVoted;
use miedza_workflows::partnership::sentences;
use miedza_workflows::partnership::sitting::{self, NotSat};
use miedza_workflows::record::Entered;

use super::address;
use super::page::{Shown, answer, form};
use crate::frame::parts::{Entry, Notice};
use crate::frame::{Answer, Asker};
use crate::work::register::{Register, author};
use crate::work::{decision, draft, file};

/// Saves what was typed; votes that are refused are told, the rest is saved.
pub async fn save(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let typed = Entered::new(pairs);
    if typed.has("fill") {
        let notices = vec![Notice { kind: "info", title: asker.say(key::SITTING_ALL_SET), ..Notice::default() }];
        return answer(&asker, Shown { typed: filled(&typed), notices, ..Shown::default() }).await;
    }
    let of = (asker.the_partnership(), asker.the_record());
    let outcome = sitting::save(asker.app.store(), of, (&typed, asker.tongue()), &author(&asker)).await;
    let refused = match outcome {
        Ok(refused) => refused,
        Err(reason) => return not_saved(&asker, typed, reason).await,
    };
    if let Some(at) = draft::at(&asker, form(&asker)) {
        at.end().await?;
    }
    if refused.is_empty() {
        return Ok(Redirect::to(&address(&asker, &asker.the_record().id).ask("done", "saved").to_string()).into_response());
    }
    let lacking = refused.iter().filter(|(_, reason)| matches!(reason, NotVoted::Lacks(_))).map(|(found, _)| found.id.clone());
    let lacking = lacking.collect();
    let mut notices = vec![Notice { kind: "success", title: asker.say(key::SITTING_SAVED), ..Notice::default() }];
    for (resolution, reason) in refused {
        notices.push(not_voted(&asker, &resolution, reason)?);
    }
    answer(&asker, Shown { notices, lacking, status: Some(StatusCode::CONFLICT), ..Shown::default() }).await
}

/// What was typed, with everybody present whose attendance is not recorded.
fn filled(typed: &Entered) -> Entered {
    let open =
        typed.pairs().filter(|(name, text)| name.starts_with("presence-") && !name.ends_with("-version") && text.is_empty());
    let open: Vec<String> = open.map(|(name, _)| name.to_owned()).collect();
    open.iter().fold(typed.clone(), |typed, name| typed.with(name, "present"))
}

async fn not_saved(asker: &Asker, typed: Entered, reason: NotSat) -> Answer {
    let shown = match reason {
        NotSat::Failure(failure) => return Err(failure.into()),
        NotSat::Faults(faults) => Shown { typed, faults, status: Some(StatusCode::UNPROCESSABLE_ENTITY), ..Shown::default() },
        NotSat::Conflicts(conflicts) => {
            let (title, text) = (asker.say(key::SITTING_CONFLICT), asker.say(key::SITTING_CONFLICT_HINT));
            let notices = vec![Notice { kind: "refusal", title, text, ways: Vec::new() }];
            let now = |conflict: &sitting::Conflict| conflict.now.version.to_string();
            // Both are on screen by now, so the next save is made from what is there.
            let itself = conflicts.iter().find(|conflict| conflict.prefix.is_empty()).map(now);
            let typed = itself.into_iter().fold(typed, |typed, version| typed.with("seen-version", &version));
            Shown { typed, conflicts, notices, status: Some(StatusCode::CONFLICT), ..Shown::default() }
        }
    };
    answer(asker, shown).await
}

/// Why a vote is not recorded, with the way to the resolution.
fn not_voted(asker: &Asker, resolution: &Record, reason: NotVoted) -> Result<Notice, miedza_workflows::Failure> {
    let number = resolution.text("number").unwrap_or_default();
    let text = match reason {
        NotVoted::Failure(failure) => return Err(failure),
        NotVoted::Stale => asker.say(key::STORE_STALE),
        NotVoted::Refused(refused) => asker.tell(&sentences::resolution_refusal(refused).told),
        NotVoted::Faults(faults) => {
            let told = faults.iter().map(|fault| asker.tell(&miedza_workflows::labels::fault(Kind::Resolutions, fault)));
            told.collect::<Vec<_>>().join(" ")
        }
        NotVoted::Lacks(decision) => {
            let reasons = decision.reasons.iter().map(|reason| asker.tell(&sentences::vote(*reason)));
            reasons.chain([asker.say(key::DECISION_LACKS_HINT)]).collect::<Vec<_>>().join(" ")
        }
    };
    let way = Entry::new(decision::address(asker, &resolution.id), asker.say(key::DECISION));
    let title = asker.tell(&Message::new(key::SITTING_VOTE_REFUSED).with("number", number));
    Ok(Notice { kind: "refusal", title, text, ways: vec![way] })
}

/// Keeps what was typed.
pub async fn keep_draft(asker: Asker, headers: HeaderMap, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let here = address(&asker, &asker.the_record().id);
    draft::take(&asker, &headers, form(&asker), (here, Entered::new(pairs))).await
}

/// Adds a file and makes it the minutes of the meeting.
pub async fn minutes(asker: Asker, parts: Multipart) -> Answer {
    let sent = file::sent(parts).await?;
    let (draft, _) = file::described(&Register { asker: &asker, kind: Kind::Attachments }, sent).await?;
    sitting::take_minutes_file(asker.app.store(), asker.the_record(), draft, &author(&asker)).await?;
    Ok(Redirect::to(&address(&asker, &asker.the_record().id).ask("done", "file").to_string()).into_response())
}
