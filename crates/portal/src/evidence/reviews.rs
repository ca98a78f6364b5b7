//! The register of conclusions from planning documents, with the proposals for the spatial plan of the voivodeship.

use askama::Template;
use miedza_planning::record::{Kind, Record};
use miedza_texts::key;
use serde_json::Value;

use crate::frame::desk::Desk;
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// A conclusion in the register.
struct Row {
    id: String,
    title: Entry,
    unit: Entry,
    date: String,
    conclusion: Said,
    relevance: String,
    for_plan: String,
    justification: Said,
    themes: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "evidence/reviews.html")]
struct ReviewsPage {
    page: Page,
    title: Title,
    filter: Filter,
    plan: FormField,
    plans: Vec<Choice>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    foot: Foot,
    empty: String,
}

fn is_for_plan(record: &Record) -> bool {
    record.value("for_spatial_plan").and_then(Value::as_bool) == Some(true)
}

/// The register, the newest document first.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let listing = listing(&desk);
    let only_plan = listing.asked().value("plan") == Some("yes");
    let wanted = desk.book.of(Kind::DocumentReviews).iter().filter(|record| !only_plan || is_for_plan(record));
    let words = |record: &&Record| {
        let parts = ["document_title", "conclusion", "justification"].map(|name| desk.words(record, name));
        format!("{} {}", parts.join(" "), desk.party_of(record).label)
    };
    let records = listing.view(wanted.collect(), words);
    if let Some(file) = listing.file(&records).await? {
        return Ok(file);
    }
    let heading = desk.say(key::PAGE_REVIEWS);
    let choice = |value: &str, label, is_chosen| Choice {
        value: value.to_owned(),
        label: desk.say(label),
        is_chosen,
        ..Choice::default()
    };
    let list = listing.cut(records);
    let shown = ReviewsPage {
        page: desk.page(Place::Reviews, &heading),
        title: Title { kind: desk.name(), heading: heading.clone(), lead: desk.say(key::REVIEWS_LEAD), ..Title::default() },
        plan: FormField {
            name: "plan".to_owned(),
            label: desk.say(key::REVIEWS_SHOWN),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        plans: vec![choice("", key::REVIEWS_ALL, !only_plan), choice("yes", key::REVIEWS_FOR_PLAN, only_plan)],
        caption: desk.caption("reviews", heading, ""),
        rows: list.rows.into_iter().map(|record| row(&desk, record)).collect(),
        filter: list.filter,
        headings: list.headings,
        foot: list.foot,
        empty: desk.say(key::REVIEWS_NONE),
    };
    page::answer(&shown)
}

fn listing(desk: &Desk) -> Listing<'_, &Record> {
    let field = |name| desk.field(Kind::DocumentReviews, name);
    Listing::of(&desk.asker, "-date")
        .column("document_title", Heading::words(field("document_title")), |record: &&Record| {
            SortKey::from(desk.words(record, "document_title"))
        })
        .column("unit", Heading::words(field("unit")), |record| SortKey::from(desk.party_of(record).label))
        .unseen("unit_code", desk.say(key::REVIEWS_UNIT_CODE), |record| record.text("unit"))
        .column("date", Heading::words(field("date")), |record| SortKey::from(record.date("date")))
        .plain(Heading::words(field("conclusion")))
        .unseen("conclusion", field("conclusion"), |record| desk.words(record, "conclusion"))
        .column("relevance", Heading::words(field("relevance")), |record| SortKey::from(desk.choice(record, "relevance")))
        .plain(Heading::words(field("for_spatial_plan")))
        .unseen("for_spatial_plan", field("for_spatial_plan"), |record| is_for_plan(record).then_some("yes"))
        .unseen("justification", field("justification"), |record| desk.words(record, "justification"))
        .unseen("themes", field("themes"), |record| {
            desk.themes(record).into_iter().map(|theme| theme.label).collect::<Vec<_>>().join("; ")
        })
        .unseen("website", field("website"), |record| record.text("website"))
        .unseen("source", desk.say(key::PAGE_SOURCE), |record| record.content.source.as_deref())
        .filtered_by(&["plan"])
        .as_files(format!("reviews-{}", desk.asker.slug()))
}

fn row(desk: &Desk, record: &Record) -> Row {
    let kept = record.text("document").map(|id| desk.document(Some(id)).href).unwrap_or_default();
    let href = if kept.is_empty() { record.text("website").unwrap_or_default().to_owned() } else { kept };
    Row {
        id: record.id.clone(),
        title: desk.entry(href, record, "document_title"),
        unit: desk.party_of(record),
        date: desk.date(record.date("date")),
        conclusion: desk.said(record, "conclusion"),
        relevance: desk.choice(record, "relevance"),
        for_plan: if is_for_plan(record) { desk.say(key::WORD_YES) } else { String::new() },
        justification: desk.said(record, "justification"),
        themes: desk.themes(record),
    }
}
