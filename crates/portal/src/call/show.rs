//! One call: dates, conditions, counts, the answers of partnerships, and whether the members of one meet the conditions.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query};
use miedza_planning::partnership::call::CallCondition;
use miedza_planning::partnership::{Kept, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_store::Question;
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::eligible::{self, Eligibility};
use crate::frame::failure::unknown_address;
use crate::frame::marks::{Mark, Said};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Fact, FormField, Heading, KeyFigure, Title};
use crate::frame::{Address, Answer, Asker, Told, cards};

/// Of which partnership the members are checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    partnership: String,
}

/// A condition in words.
struct ConditionRow {
    text: Said,
    kind: String,
    limit: String,
    mark: Mark,
}

/// The answer of a partnership.
struct AnswerRow {
    link: Entry,
    check: Entry,
    title: Entry,
    state: String,
    date: String,
    mark: Mark,
}

#[derive(Template)]
#[template(path = "call/show.html")]
struct ShowPage {
    page: Page,
    title: Title,
    description: Said,
    mark: Mark,
    figures: Vec<KeyFigure>,
    facts: Vec<Fact>,
    conditions_heading: String,
    conditions: Vec<ConditionRow>,
    answers_heading: String,
    answers_caption: Caption,
    answers_headings: Vec<Heading>,
    answers: Vec<AnswerRow>,
    no_answers: String,
    eligibility: Option<Eligibility>,
    action: String,
    choice: FormField,
    choices: Vec<Choice>,
    check: String,
}

/// A call with all that is shown of it.
struct Call {
    record: Record,
    conditions: Vec<Record>,
    answers: Vec<(Record, Record)>,
    /// Those documents of the answers that the asker may see.
    documents: BTreeSet<String>,
    issuer: String,
}

/// One call, by its slug or its id.
pub async fn show(asker: Asker, Path((_, name)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let call = call(&asker, &name).await?;
    let partnerships = partnerships(&asker).await?;
    let wanted = partnerships.iter().find(|partnership| partnership.text("slug") == Some(&asked.partnership));
    let chosen = wanted.or_else(|| call.answers.first().map(|(_, partnership)| partnership));
    let conditions: Vec<Kept<CallCondition>> = read_all(&call.conditions).map_err(|error| Failure::fault(&error))?;
    let eligibility = match chosen {
        Some(partnership) if !conditions.is_empty() => {
            let answer = call.answers.iter().find(|(_, answering)| answering.id == partnership.id).map(|(answer, _)| answer);
            Some(eligible::of(&asker, (answer, partnership), &call.conditions, &conditions).await?)
        }
        _ => None,
    };
    let mut shown = show_page(&asker, &call, eligibility);
    if !conditions.is_empty() {
        shown.choices = choices(&asker, &partnerships, chosen);
    }
    page::answer(&shown)
}

/// The partnerships whose members can be held against the conditions, by name.
async fn partnerships(asker: &Asker) -> Result<Vec<Record>, Told> {
    let mut found = asker.app.store().records(&Question::of(Kind::Partnerships)).await?;
    found.retain(|partnership| asker.sees_partnership(partnership));
    found.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    Ok(found)
}

fn choices(asker: &Asker, partnerships: &[Record], chosen: Option<&Record>) -> Vec<Choice> {
    let choice = |partnership: &Record| Choice {
        value: partnership.text("slug").unwrap_or_default().to_owned(),
        label: asker.words(partnership, "short_name"),
        is_chosen: chosen.is_some_and(|chosen| chosen.id == partnership.id),
        ..Choice::default()
    };
    partnerships.iter().map(choice).collect()
}

async fn call(asker: &Asker, name: &str) -> Result<Call, Told> {
    let store = asker.app.store();
    let record = match store.by_slug(Kind::Calls, name).await? {
        Some(record) => record,
        None => store.record(Kind::Calls, name).await?.ok_or_else(unknown_address)?,
    };
    if !asker.sees(&record, None) {
        return Err(unknown_address().into());
    }
    let mut conditions = store.records(&Question::of(Kind::CallConditions).with("call", &record.id)).await?;
    conditions.retain(|condition| asker.sees(condition, None));
    let issuer = match record.text("issuer") {
        Some(id) => store.record(Kind::Organisations, id).await?.filter(|found| asker.sees(found, None)),
        None => None,
    };
    let issuer = issuer.map(|found| asker.words(&found, "name"));
    let answers = answers(asker, &record).await?;
    Ok(Call { documents: documents(asker, &answers).await?, answers, record, conditions, issuer: issuer.unwrap_or_default() })
}

async fn documents(asker: &Asker, answers: &[(Record, Record)]) -> Result<BTreeSet<String>, Told> {
    let ids = answers.iter().filter_map(|(answer, _)| answer.text("document").map(ToOwned::to_owned));
    let mut found = asker.app.store().records(&Question::of(Kind::Documents).with_ids(ids)).await?;
    found.retain(|document| {
        let owner = answers.iter().find(|(answer, _)| answer.text("document") == Some(&document.id));
        owner.is_some_and(|(_, partnership)| asker.sees(document, Some(partnership)))
    });
    Ok(found.into_iter().map(|document| document.id).collect())
}

/// Answers with their partnerships, by name.
async fn answers(asker: &Asker, call: &Record) -> Result<Vec<(Record, Record)>, Told> {
    let store = asker.app.store();
    let found = store.records(&Question::of(Kind::CallAnswers).with("call", &call.id)).await?;
    let ids = found.iter().filter_map(|answer| answer.content.partnership.clone());
    let partnerships = store.records(&Question::of(Kind::Partnerships).with_ids(ids)).await?;
    let mut answers = Vec::new();
    for answer in found {
        let partnership = partnerships.iter().find(|one| answer.content.partnership.as_deref() == Some(&one.id));
        if let Some(partnership) = partnership.filter(|partnership| asker.sees(&answer, Some(partnership))) {
            answers.push((answer, partnership.clone()));
        }
    }
    let name = |(_, partnership): &(Record, Record)| asker.words(partnership, "short_name");
    answers.sort_by(|one, two| asker.language.compare(&name(one), &name(two)));
    Ok(answers)
}

fn show_page(asker: &Asker, call: &Call, eligibility: Option<Eligibility>) -> ShowPage {
    let record = &call.record;
    let heading = Said::of(asker, record, "subject");
    let above = Entry::new(Address::page(asker.language).step("calls"), asker.say(key::PORTAL_MENU_CALLS));
    let answers = asker.say(key::PAGE_ANSWERS_TO_CALL);
    ShowPage {
        page: Page::of(asker, &heading.text).under(vec![above], &heading.text),
        title: Title {
            kind: asker.tell(&labels::kind_one(Kind::Calls)),
            lead: asker.words(record, "programme"),
            ..Title::said(&heading)
        },
        description: Said::of(asker, record, "description"),
        mark: Mark::of(asker, record),
        figures: figures(asker, call),
        facts: facts(asker, call),
        conditions_heading: asker.say(key::PAGE_CALL_CONDITIONS),
        conditions: call.conditions.iter().map(|condition| condition_row(asker, condition)).collect(),
        answers_caption: Caption::new("answers", answers.clone()),
        answers_heading: answers,
        answers_headings: answer_headings(asker),
        answers: call.answers.iter().map(|answer| answer_row(asker, call, answer)).collect(),
        no_answers: asker.say(key::PAGE_ANSWERS_NONE),
        eligibility,
        action: format!("{}#members", asker.uri.path()),
        choice: FormField {
            name: "partnership".to_owned(),
            label: asker.say(key::PAGE_CHECK_WHOSE),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        choices: Vec::new(),
        check: asker.say(key::PAGE_CHECK_MEMBERS),
    }
}

fn answer_headings(asker: &Asker) -> Vec<Heading> {
    let field = |name| Heading::words(asker.tell(&labels::field(Kind::CallAnswers, name)));
    let partnership = Heading::words(asker.say(key::PAGE_PARTNERSHIP));
    vec![partnership, field("title"), field("state"), field("date"), Heading::words(asker.say(key::PAGE_SOURCE))]
}

fn figures(asker: &Asker, call: &Call) -> Vec<KeyFigure> {
    let figure = |field| {
        let value = call.record.number(field)?.to_string();
        Some(KeyFigure { label: asker.tell(&labels::field(Kind::Calls, field)), value, ..KeyFigure::default() })
    };
    let label = asker.say(key::PAGE_ANSWERS_TO_CALL);
    let answers = KeyFigure { label, value: call.answers.len().to_string(), ..KeyFigure::default() };
    [figure("submitted_count"), figure("recommended_count"), Some(answers)].into_iter().flatten().collect()
}

fn facts(asker: &Asker, call: &Call) -> Vec<Fact> {
    let fact = |field: &str, value: String| {
        let label = asker.tell(&labels::field(Kind::Calls, field));
        (!value.is_empty()).then(|| Fact { label, value, href: String::new() })
    };
    let date = |field: &str| fact(field, call.record.date(field).map(|date| asker.date(date)).unwrap_or_default());
    let website = call.record.text("website").map(|href| Fact {
        label: asker.tell(&labels::field(Kind::Calls, "website")),
        value: href.trim_start_matches("https://").to_owned(),
        href: href.to_owned(),
    });
    let dates = ["announced", "opens", "closes", "decided"].into_iter().map(date);
    [fact("issuer", call.issuer.clone())].into_iter().chain(dates).chain([website]).flatten().collect()
}

fn condition_row(asker: &Asker, condition: &Record) -> ConditionRow {
    let limit = condition.number("limit").and_then(|count| i32::try_from(count).ok()).map(f64::from);
    let limit = limit.map(|limit| asker.tell(&Message::new(key::PAGE_LIMIT).with("limit", limit)));
    ConditionRow {
        text: Said::of(asker, condition, "text"),
        kind: cards::choice(asker, condition, "condition"),
        limit: limit.unwrap_or_default(),
        mark: Mark::of(asker, condition),
    }
}

fn answer_row(asker: &Asker, call: &Call, (answer, partnership): &(Record, Record)) -> AnswerRow {
    let slug = partnership.text("slug").unwrap_or_default();
    let check = Address::page(asker.language).step("calls").step(call.record.text("slug").unwrap_or_default());
    let page = Address::partnership(asker.language, slug).step("documents");
    let document = answer.text("document").filter(|id| call.documents.contains(*id));
    let document = document.map(|id| page.step(id).to_string()).unwrap_or_default();
    let check = Entry::new(format!("{}#members", check.ask("partnership", slug)), asker.say(key::PAGE_CHECK_MEMBERS));
    AnswerRow {
        link: Entry::new(cards::address(asker, partnership), asker.words(partnership, "short_name")),
        check: if call.conditions.is_empty() { Entry::default() } else { check },
        title: Entry::new(document, asker.words(answer, "title")),
        state: cards::choice(asker, answer, "state"),
        date: answer.date("date").map(|date| asker.date(date)).unwrap_or_default(),
        mark: Mark::of(asker, answer),
    }
}
