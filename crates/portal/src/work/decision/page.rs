//! The page itself: what the body decided, the verdict under its rules, and the forms around it.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use miedza_planning::partnership::Kept;
use miedza_planning::partnership::body::{Decision, Majority};
use miedza_planning::partnership::resolution::{Resolution, ResolutionEvent, ResolutionState, judge};
use miedza_planning::record::{Fault, Kind, Record};
use miedza_planning::rights::Verb;
use miedza_texts::{Key, Message, key};
use miedza_workflows::partnership::resolution::consequences;
use miedza_workflows::partnership::sentences;
use miedza_workflows::partnership::{Book, Naming};
use miedza_workflows::record::Entered;
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::effects::{self, EffectsPart};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, FormField, KeyFigure, Notice, Title};
use crate::frame::{Address, Answer, Asker, Told};
use crate::work::register::{address, may_in};

/// The form of the vote.
struct VoteForm {
    action: String,
    version: String,
    numbers: Vec<FormField>,
    date: FormField,
    adopt: String,
    reject: String,
    anyway: String,
}

/// The form of the repeal, and what it takes along.
struct RepealForm {
    heading: String,
    lead: String,
    takes_along: Vec<String>,
    members: String,
    action: String,
    version: String,
    act: String,
}

#[derive(Template)]
#[template(path = "work/decision.html")]
struct DecisionPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    errors_title: String,
    errors: Vec<Entry>,
    vote_heading: String,
    facts: Vec<Fact>,
    votes: Vec<KeyFigure>,
    verdict: Vec<Notice>,
    vote: Option<VoteForm>,
    repeal: Option<RepealForm>,
    effects: EffectsPart,
}

/// What is shown beside what is kept: what was refused, and what was typed.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Told above the page.
    pub notice: Option<Notice>,
    /// Status of the answer; 200 where none is set.
    pub status: Option<StatusCode>,
    /// What was typed into one of the forms.
    pub typed: Entered,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Whether the vote is to be confirmed although it did not carry.
    pub asks_to_confirm: bool,
}

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
    count: usize,
}

/// A resolution with all that is known around it.
pub struct Desk<'a> {
    pub asker: &'a Asker,
    pub book: Book,
    pub resolution: Kept<Resolution>,
}

impl<'a> Desk<'a> {
    /// Opens the resolution that the address names.
    pub async fn open(asker: &'a Asker) -> Result<Self, Told> {
        let partnership = asker.the_partnership();
        let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
        let book = Book::open(asker.app.store(), partnership, sees).await?;
        let id = &asker.the_record().id;
        let resolution = book.dossier.resolutions.iter().find(|found| found.id == *id).cloned();
        let resolution = resolution.ok_or_else(crate::frame::failure::unknown_address)?;
        Ok(Self { asker, book, resolution })
    }

    /// How things are called here.
    pub fn naming(&self) -> Naming<'_> {
        Naming { book: &self.book, language: self.asker.language }
    }

    /// The record of the resolution as it was read.
    pub fn record(&self) -> &Record {
        self.asker.the_record()
    }

    /// Whether the asker may do this with resolutions here.
    pub fn may(&self, verb: Verb) -> bool {
        may_in(self.asker, verb, Kind::Resolutions)
    }

    /// The label of a field.
    pub fn field(&self, kind: Kind, name: &str) -> String {
        self.asker.tell(&labels::field(kind, name))
    }
}

/// The page of a resolution.
pub async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    answer(&asker, Shown { notice: done(&asker, &after), ..Shown::default() }).await
}

/// The page with what is to be told and what was typed.
pub async fn answer(asker: &Asker, shown: Shown) -> Answer {
    let desk = Desk::open(asker).await?;
    let status = shown.status.unwrap_or(StatusCode::OK);
    Ok((status, page::answer(&decision_page(&desk, shown).await?)?).into_response())
}

fn done(asker: &Asker, after: &After) -> Option<Notice> {
    let told: Message = match after.done.as_str() {
        "adopted" => key::DECISION_ADOPTED.into(),
        "rejected" => key::DECISION_REJECTED.into(),
        "repealed" => key::DECISION_REPEALED.into(),
        "added" => key::DECISION_ADDED.into(),
        "taken-back" => key::DECISION_TAKEN_BACK.into(),
        "carried-out" => Message::new(key::DECISION_CARRIED_OUT).with("count", after.count),
        _ => return None,
    };
    Some(Notice { kind: "success", title: asker.tell(&told), ..Notice::default() })
}

async fn decision_page(desk: &Desk<'_>, shown: Shown) -> Result<DecisionPage, Failure> {
    let asker = desk.asker;
    let register = crate::work::register::Register { asker, kind: Kind::Resolutions };
    let heading = asker.words(desk.record(), "title");
    let kind = Message::new(key::PAGE_RESOLUTION_NUMBER).with("number", &desk.resolution.number);
    let mut page = register.page(&heading, Vec::new()).await?;
    page.notices.extend(shown.notice.clone());
    Ok(DecisionPage {
        page,
        title: Title { kind: asker.tell(&kind), lead: asker.say(key::DECISION_LEAD), heading, ..Title::default() },
        ways: ways(desk),
        errors_title: asker.say(key::WORK_ERRORS),
        errors: shown.faults.iter().map(|fault| error(desk, fault)).collect(),
        vote_heading: asker.say(key::DECISION_VOTE),
        facts: facts(desk),
        votes: votes(desk),
        verdict: judge(&desk.resolution, desk.book.dossier.chamber()).map(|found| verdict(desk, &found)).into_iter().collect(),
        vote: vote_form(desk, &shown),
        repeal: repeal_form(desk),
        effects: effects::part(desk, &shown),
    })
}

/// A fault of one of the two forms with a link to its field.
fn error(desk: &Desk, fault: &Fault) -> Entry {
    let kind =
        if Kind::Effects.field(&fault.field).is_some() && !is_of_vote(&fault.field) { Kind::Effects } else { Kind::Resolutions };
    let told = desk.asker.tell(&labels::fault(kind, fault));
    Entry::new(format!("#{}", fault.field), format!("{}: {told}", desk.field(kind, &fault.field)))
}

fn is_of_vote(field: &str) -> bool {
    matches!(field, "votes_for" | "votes_against" | "votes_abstained" | "date")
}

fn ways(desk: &Desk) -> Vec<Entry> {
    let asker = desk.asker;
    let record = address(asker, Kind::Resolutions).step(&desk.resolution.id);
    let public = Address::partnership(asker.language, asker.slug()).step("resolutions").step(&desk.resolution.id);
    let meeting = desk
        .resolution
        .meeting
        .as_ref()
        .map(|id| Entry::new(address(asker, Kind::Meetings).step(id), desk.field(Kind::Resolutions, "meeting")));
    let mut ways = vec![Entry::new(record, asker.say(key::DECISION_RECORD)), Entry::new(public, asker.say(key::DECISION_PUBLIC))];
    ways.extend(meeting);
    ways
}

fn facts(desk: &Desk) -> Vec<Fact> {
    let asker = desk.asker;
    let naming = desk.naming();
    let resolution = &desk.resolution;
    let fact = |label: String, value: String| Fact { label, value, href: String::new() };
    let state = asker.tell(&labels::choice(ResolutionState::CHOICES, resolution.state.name()));
    let mut facts = vec![fact(desk.field(Kind::Resolutions, "state"), state)];
    if let Some(date) = resolution.decided_on(&desk.book.dossier.meetings) {
        facts.push(fact(desk.field(Kind::Resolutions, "date"), asker.date(date)));
    }
    facts.push(Fact {
        label: desk.field(Kind::Resolutions, "body"),
        value: naming.title(Kind::Bodies, &resolution.body),
        href: address(asker, Kind::Bodies).step(&resolution.body).into(),
    });
    let body = desk.book.dossier.bodies.iter().find(|body| body.id == resolution.body);
    let not_stated = || asker.say(key::PAGE_RULE_NOT_STATED);
    let quorum = body.and_then(|body| body.quorum_percent);
    let quorum = quorum.map(|percent| asker.tell(&Message::new(key::PAGE_QUORUM).with("percent", f64::from(percent))));
    let majority = body.and_then(|body| body.majority);
    let majority = majority.map(|majority| asker.tell(&labels::choice(Majority::CHOICES, majority.name())));
    facts.push(fact(asker.say(key::PAGE_QUORUM_LABEL), quorum.unwrap_or_else(not_stated)));
    facts.push(fact(desk.field(Kind::Bodies, "majority"), majority.unwrap_or_else(not_stated)));
    facts
}

fn votes(desk: &Desk) -> Vec<KeyFigure> {
    let figure = |field| {
        let value = desk.record().number(field)?.to_string();
        Some(KeyFigure { label: desk.field(Kind::Resolutions, field), value, ..KeyFigure::default() })
    };
    ["votes_for", "votes_against", "votes_abstained"].into_iter().filter_map(figure).collect()
}

/// Quorum and majority, with what shows that they were reached, missed, or cannot be told.
pub fn verdict(desk: &Desk, decision: &Decision) -> Notice {
    let asker = desk.asker;
    let kind = match (decision.has_quorum, decision.has_majority) {
        (Some(true), Some(true)) => "success",
        (Some(false), _) | (_, Some(false)) => "attention",
        _ => "info",
    };
    let said = |label: String, key: Key| format!("{label}: {}", asker.say(key));
    let quorum = said(asker.say(key::PAGE_QUORUM_LABEL), sentences::quorum(decision.has_quorum));
    let majority = said(desk.field(Kind::Bodies, "majority"), sentences::majority(decision.has_majority));
    let reasons: Vec<String> = decision.reasons.iter().map(|reason| asker.tell(&sentences::vote(*reason))).collect();
    Notice { kind, title: format!("{quorum} · {majority}"), text: reasons.join(" "), ways: Vec::new() }
}

/// A field of one of the forms, with what was typed or is kept.
pub fn form_field(desk: &Desk, shown: &Shown, (kind, name): (Kind, &str), (kept, hint): (&str, &str)) -> FormField {
    let asker = desk.asker;
    let fault = shown.faults.iter().find(|fault| fault.field == name);
    FormField {
        name: name.to_owned(),
        label: desk.field(kind, name),
        hint: hint.to_owned(),
        error: fault.map(|fault| asker.tell(&labels::fault(kind, fault))).unwrap_or_default(),
        value: shown.typed.one(name).unwrap_or(kept).to_owned(),
        optional: asker.say(key::WORK_OPTIONAL),
    }
}

fn vote_form(desk: &Desk, shown: &Shown) -> Option<VoteForm> {
    if !desk.may(Verb::Edit) || desk.resolution.state.next(ResolutionEvent::Adopt).is_err() {
        return None;
    }
    let asker = desk.asker;
    let number = |name: &str| {
        let kept = desk.record().number(name).map(|number| number.to_string()).unwrap_or_default();
        form_field(desk, shown, (Kind::Resolutions, name), (&kept, ""))
    };
    let hint = asker.tell(&Message::new(key::DECISION_DATE_HINT).with("date", asker.say(key::WORK_HINT_DATE)));
    let kept = desk.record().text("date").unwrap_or_default();
    Some(VoteForm {
        action: address(asker, Kind::Resolutions).step(&desk.resolution.id).step("vote").into(),
        version: desk.record().version.to_string(),
        numbers: ["votes_for", "votes_against", "votes_abstained"].map(number).to_vec(),
        date: form_field(desk, shown, (Kind::Resolutions, "date"), (kept, &hint)),
        adopt: asker.say(key::DECISION_ADOPT),
        reject: asker.say(key::DECISION_REJECT),
        anyway: if shown.asks_to_confirm { asker.say(key::DECISION_ADOPT_ANYWAY) } else { String::new() },
    })
}

fn repeal_form(desk: &Desk) -> Option<RepealForm> {
    if !desk.may(Verb::Edit) || desk.resolution.state.next(ResolutionEvent::Repeal).is_err() {
        return None;
    }
    let asker = desk.asker;
    let changes = consequences(&desk.book, &desk.resolution.id, ResolutionEvent::Repeal);
    let (dossier, number) = (&desk.book.dossier, &desk.resolution.number);
    let told = desk.naming().telling(|teller| {
        let told = changes.iter().filter_map(|found| sentences::change(found, dossier, number, teller));
        told.map(|message| asker.tell(&message)).collect::<Vec<_>>()
    });
    let lead = if told.is_empty() { key::DECISION_REPEAL_NOTHING } else { key::DECISION_REPEAL_LEAD };
    let state = asker.tell(&labels::choice(ResolutionState::CHOICES, ResolutionState::Repealed.name()));
    Some(RepealForm {
        heading: state,
        lead: asker.say(lead),
        takes_along: told,
        members: asker.say(key::DECISION_REPEAL_MEMBERS),
        action: address(asker, Kind::Resolutions).step(&desk.resolution.id).step("vote").into(),
        version: desk.record().version.to_string(),
        act: asker.say(key::DECISION_REPEAL),
    })
}
