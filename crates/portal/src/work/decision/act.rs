//! What is done on the page of a resolution; what is refused is told on the same page, and what was typed stays.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::partnership::resolution::{ResolutionEvent, Votes};
use miedza_planning::record::{Fault, FaultKind, Kind};
use miedza_planning::values::PartialDate;
use miedza_texts::{Key, key};
use miedza_workflows::partnership::resolution::{
    NotCarried, NotTakenBack, NotVoted, Vote, carry_out as carry, take_back as bring_back, vote as record_vote,
};
use miedza_workflows::partnership::sentences;
use miedza_workflows::record::{self as records, Entered, NotSaved, Saving};

use super::address;
use super::effects::sentence;
use super::page::{Desk, Shown, answer, verdict};
use crate::frame::parts::Notice;
use crate::frame::{Answer, Asker};
use crate::work::edit::VERSION;
use crate::work::register::author;

fn refusal(asker: &Asker, title: Key, text: Key) -> Notice {
    Notice { kind: "refusal", title: asker.say(title), text: asker.say(text), ways: Vec::new() }
}

fn conflict(notice: Notice) -> Shown {
    Shown { notice: Some(notice), status: Some(StatusCode::CONFLICT), ..Shown::default() }
}

fn back(asker: &Asker, done: &str) -> Response {
    Redirect::to(&address(asker, &asker.the_record().id).ask("done", done).to_string()).into_response()
}

/// Records the vote, or the repeal.
pub async fn vote(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let typed = Entered::new(pairs);
    let (event, is_confirmed, done) = match typed.one("event") {
        Some("adopt") => (ResolutionEvent::Adopt, false, "adopted"),
        Some("adopt-anyway") => (ResolutionEvent::Adopt, true, "adopted"),
        Some("repeal") => (ResolutionEvent::Repeal, false, "repealed"),
        _ => (ResolutionEvent::Reject, false, "rejected"),
    };
    let (votes, date) = match (votes(&typed), date(&typed)) {
        (Ok(votes), Ok(date)) => (votes, date),
        (votes, date) => return faulty(&asker, typed, votes.err().into_iter().chain(date.err()).collect()).await,
    };
    let mut seen = asker.the_record().clone();
    // Without a version nobody has seen the page that this form belongs to.
    seen.version = typed.one(VERSION).and_then(|version| version.parse().ok()).unwrap_or(0);
    let wanted = Vote { event, votes, date, is_confirmed };
    let outcome = record_vote(asker.app.store(), (asker.the_partnership(), &seen), &wanted, &author(&asker)).await;
    match outcome {
        Ok(_) => Ok(back(&asker, done)),
        Err(reason) => not_voted(&asker, typed, reason).await,
    }
}

async fn faulty(asker: &Asker, typed: Entered, faults: Vec<Fault>) -> Answer {
    let status = Some(StatusCode::UNPROCESSABLE_ENTITY);
    answer(asker, Shown { status, typed, faults, ..Shown::default() }).await
}

async fn not_voted(asker: &Asker, typed: Entered, reason: NotVoted) -> Answer {
    let notice = match reason {
        NotVoted::Failure(failure) => return Err(failure.into()),
        NotVoted::Faults(faults) => return faulty(asker, typed, faults).await,
        NotVoted::Stale => refusal(asker, key::STORE_STALE, key::DECISION_OTHER_HINT),
        NotVoted::Refused(refused) => {
            let told = sentences::resolution_refusal(refused);
            let (title, text) = (sentence(&asker.tell(&told.told)), sentence(&asker.say(told.hint)));
            Notice { kind: "refusal", title, text, ways: Vec::new() }
        }
        NotVoted::Lacks(decision) => {
            let desk = Desk::open(asker).await?;
            let reasons = verdict(&desk, &decision).text;
            let text = format!("{reasons} {}", asker.say(key::DECISION_LACKS_HINT));
            let notice = Notice { kind: "refusal", title: asker.say(key::DECISION_LACKS), text, ways: Vec::new() };
            return answer(asker, Shown { typed, asks_to_confirm: true, ..conflict(notice) }).await;
        }
    };
    answer(asker, Shown { typed, ..conflict(notice) }).await
}

/// The votes that were typed; an entry without a number was not counted.
fn votes(typed: &Entered) -> Result<Votes, Fault> {
    let number = |field: &str| {
        let text = typed.one(field).filter(|text| !text.is_empty());
        let fault = |_| Fault { field: field.to_owned(), kind: FaultKind::NoNumber };
        text.map(|text| text.parse::<u32>().map_err(fault)).transpose()
    };
    Ok(Votes { for_: number("votes_for")?, against: number("votes_against")?, abstained: number("votes_abstained")? })
}

fn date(typed: &Entered) -> Result<Option<PartialDate>, Fault> {
    let text = typed.one("date").filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| Fault { field: "date".to_owned(), kind: FaultKind::NoDate })).transpose()
}

/// Adds an effect to the resolution; it is as visible as that.
pub async fn add(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let mut typed = Entered::new(pairs.into_iter().filter(|(name, _)| name != "resolution" && name != "applied_on"));
    let resolution = asker.the_record();
    typed.add("resolution".to_owned(), resolution.id.clone());
    let mut draft = records::draft_of(Kind::Effects, Some(&asker.the_partnership().id), &typed, None, asker.tongue());
    draft.visibility = resolution.content.visibility;
    match records::save(asker.app.store(), Saving { before: None, draft }, &author(&asker)).await {
        Ok(_) => Ok(back(&asker, "added")),
        Err(NotSaved::Faults(faults)) => faulty(&asker, typed, faults).await,
        Err(NotSaved::Failure(failure)) => Err(failure.into()),
        Err(NotSaved::Stale(_)) => Err(crate::frame::failure::unknown_address().into()),
    }
}

/// Carries out what was shown.
pub async fn carry_out(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let typed = Entered::new(pairs);
    let of = (asker.the_partnership(), asker.the_record().id.as_str());
    let shown = typed.one("shown").unwrap_or_default();
    let outcome = carry(asker.app.store(), of, shown, (&author(&asker), asker.today())).await;
    let notice = match outcome {
        Ok(saved) => {
            let count = saved.iter().filter(|record| record.kind() == Kind::Effects).count();
            let done = address(&asker, &asker.the_record().id).ask("done", "carried-out").ask("count", &count.to_string());
            return Ok(Redirect::to(&done.to_string()).into_response());
        }
        Err(NotCarried::Failure(failure)) => return Err(failure.into()),
        Err(NotCarried::NothingWaits) => refusal(&asker, key::DECISION_NOTHING_WAITS, key::DECISION_NOTHING_WAITS_HINT),
        // A refusal stands beside its effect on the page that comes.
        Err(NotCarried::OtherThanShown | NotCarried::Refused(_)) => {
            refusal(&asker, key::DECISION_OTHER, key::DECISION_OTHER_HINT)
        }
    };
    answer(&asker, conflict(notice)).await
}

/// Takes an effect back that was carried out by mistake.
pub async fn take_back(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let typed = Entered::new(pairs);
    let desk = Desk::open(&asker).await?;
    let id = typed.one("effect").unwrap_or_default();
    let is_ours = desk.book.dossier.effects.iter().any(|effect| effect.id == id && effect.resolution == desk.resolution.id);
    if !is_ours {
        return Err(crate::frame::failure::unknown_address().into());
    }
    let text = match bring_back(asker.app.store(), asker.the_partnership(), id, &author(&asker)).await {
        Ok(()) => return Ok(back(&asker, "taken-back")),
        Err(NotTakenBack::Failure(failure)) => return Err(failure.into()),
        Err(reason) => desk.naming().telling(|teller| sentences::not_taken_back(&reason, teller)),
    };
    let text = text.map(|text| asker.tell(&text)).unwrap_or_default();
    answer(&asker, conflict(Notice { kind: "refusal", title: asker.say(key::DECISION_NOT_TAKEN_BACK), text, ways: Vec::new() }))
        .await
}
