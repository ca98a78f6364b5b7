//! All calls: who issued them, when, how many applications came and were recommended, and who answered.

use std::collections::BTreeMap;

use askama::Template;
use miedza_planning::record::{Kind, Record};
use miedza_store::Question;
use miedza_texts::key;
use miedza_workflows::labels;

use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Title};
use crate::frame::{Address, Answer, Asker, Told};

/// A call in the table.
struct Row {
    link: Entry,
    programme: String,
    issuer: String,
    closes: String,
    decided: String,
    submitted: String,
    recommended: String,
    answers: String,
}

#[derive(Template)]
#[template(path = "call/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    filter: Filter,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    foot: Foot,
    empty: String,
}

/// A call with what is counted about it.
struct Call {
    record: Record,
    issuer: String,
    answers: usize,
}

/// All calls.
pub async fn show(asker: Asker) -> Answer {
    let calls = calls(&asker).await?;
    let said = |call: &Call, field| asker.words(&call.record, field);
    let words = |call: &&Call| [said(call, "subject"), said(call, "programme"), call.issuer.clone()].join(" ");
    let label = |name| asker.tell(&labels::field(Kind::Calls, name));
    let date = |name: &'static str| move |call: &&Call| SortKey::from(call.record.date(name));
    let count = |name: &'static str| move |call: &&Call| SortKey::from(count(&call.record, name));
    let listing = Listing::of(&asker, "-closes")
        .column("subject", Heading::words(label("subject")), |call: &&Call| SortKey::from(said(call, "subject")))
        .unseen("slug", label("slug"), |call: &&Call| call.record.text("slug"))
        .unseen("programme", label("programme"), |call| said(call, "programme"))
        .column("issuer", Heading::words(label("issuer")), |call: &&Call| SortKey::from(call.issuer.clone()))
        .column("closes", Heading::words(label("closes")), date("closes"))
        .column("decided", Heading::words(label("decided")), date("decided"))
        .column("submitted", Heading::number(label("submitted_count"), ""), count("submitted_count"))
        .column("recommended", Heading::number(label("recommended_count"), ""), count("recommended_count"))
        .column("answers", Heading::number(asker.say(key::PAGE_CALL_ANSWERS), ""), |call: &&Call| SortKey::from(call.answers))
        .as_files("calls");
    let rows = listing.view(calls.iter().collect(), words);
    if let Some(file) = listing.file(&rows).await? {
        return Ok(file);
    }
    let shown = listing.cut(rows);
    let heading = asker.say(key::PORTAL_MENU_CALLS);
    let rows = shown.rows.iter().map(|call| row(&asker, call)).collect();
    page::answer(&ListPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading),
        title: Title { lead: asker.say(key::PAGE_CALLS_LEAD), heading: heading.clone(), ..Title::default() },
        caption: Caption::new("calls", heading),
        filter: shown.filter,
        headings: shown.headings,
        rows,
        foot: shown.foot,
        empty: asker.say(key::PAGE_CALLS_NONE),
    })
}

fn count(record: &Record, field: &str) -> Option<usize> {
    record.number(field).and_then(|count| usize::try_from(count).ok())
}

async fn calls(asker: &Asker) -> Result<Vec<Call>, Told> {
    let store = asker.app.store();
    let mut records = store.records(&Question::of(Kind::Calls)).await?;
    records.retain(|record| asker.sees(record, None));
    let partnerships = store.records(&Question::of(Kind::Partnerships)).await?;
    let partnerships: BTreeMap<&str, &Record> = partnerships.iter().map(|record| (record.id.as_str(), record)).collect();
    let mut answers = store.records(&Question::of(Kind::CallAnswers)).await?;
    answers.retain(|answer| {
        let partnership = answer.content.partnership.as_deref().and_then(|id| partnerships.get(id));
        partnership.is_some_and(|partnership| asker.sees(answer, Some(partnership)))
    });
    let mut organisations = store.records(&Question::of(Kind::Organisations)).await?;
    organisations.retain(|organisation| asker.sees(organisation, None));
    let issuer = |record: &Record| {
        let found = organisations.iter().find(|organisation| Some(organisation.id.as_str()) == record.text("issuer"));
        found.map(|organisation| asker.words(organisation, "name")).unwrap_or_default()
    };
    let call = |record: Record| Call {
        issuer: issuer(&record),
        answers: answers.iter().filter(|answer| answer.text("call") == Some(&record.id)).count(),
        record,
    };
    Ok(records.into_iter().map(call).collect())
}

fn row(asker: &Asker, call: &Call) -> Row {
    let record = &call.record;
    let date = |field| record.date(field).map(|date| asker.date(date)).unwrap_or_default();
    let number = |field| record.number(field).map(|count| count.to_string()).unwrap_or_default();
    let address = Address::page(asker.language).step("calls").step(record.text("slug").unwrap_or_default());
    Row {
        link: Entry::said(address, &Said::of(asker, record, "subject")),
        programme: asker.words(record, "programme"),
        issuer: call.issuer.clone(),
        closes: date("closes"),
        decided: date("decided"),
        submitted: number("submitted_count"),
        recommended: number("recommended_count"),
        answers: call.answers.to_string(),
    }
}
