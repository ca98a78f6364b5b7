//! The list of surveys.

use askama::Template;
use miedza_planning::diagnosis::protect::THRESHOLD;
use miedza_planning::record::{Kind, Record};
use miedza_texts::key;

use crate::frame::desk::Desk;
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// A survey in the list.
struct Row {
    link: Entry,
    group: String,
    state: String,
    period: String,
    answers: String,
}

#[derive(Template)]
#[template(path = "evidence/surveys.html")]
struct SurveysPage {
    page: Page,
    title: Title,
    filter: Filter,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    foot: Foot,
    empty: String,
}

/// How many answers a closed survey has; few are not told, nor those of an open one.
fn answers(desk: &Desk, record: &Record) -> Option<u64> {
    let units = desk.book.dossier.answers_by_unit.get(&record.id)?;
    let count: u64 = units.values().sum();
    (record.text("survey_state") == Some("closed") && count >= THRESHOLD).then_some(count)
}

/// The list, the latest first.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let heading = desk.say(key::PAGE_SURVEYS);
    let field = |name| desk.field(Kind::Surveys, name);
    let count = |record: &Record| answers(&desk, record).and_then(|count| u32::try_from(count).ok());
    let listing = Listing::of(&desk.asker, "-from")
        .column("title", Heading::words(field("title")), |record: &&Record| SortKey::from(desk.words(record, "title")))
        .column("group", Heading::words(field("target_group")), |record| SortKey::from(desk.choice(record, "target_group")))
        .column("state", Heading::words(field("survey_state")), |record| SortKey::from(desk.choice(record, "survey_state")))
        .column("from", Heading::words(desk.say(key::SURVEY_PERIOD)), |record| SortKey::from(record.date("valid_from")))
        .unseen("to", field("valid_to"), |record| record.date("valid_to").map(|date| date.to_string()))
        .column("answers", Heading::number(desk.say(key::SURVEY_ANSWER_COUNT), ""), |record| {
            count(record).map_or(SortKey::Missing, |count| SortKey::from(f64::from(count)))
        })
        .as_files(format!("surveys-{}", desk.asker.slug()));
    let records = listing.view(desk.book.of(Kind::Surveys).iter().collect(), |record| desk.words(record, "title"));
    if let Some(file) = listing.file(&records).await? {
        return Ok(file);
    }
    let row = |record: &Record| Row {
        link: desk.entry(desk.address(Place::Surveys).step(&record.id), record, "title"),
        group: desk.choice(record, "target_group"),
        state: desk.choice(record, "survey_state"),
        period: desk.period(record.date("valid_from"), record.date("valid_to")),
        answers: count(record).map(|count| desk.asker.language.integer(f64::from(count))).unwrap_or_default(),
    };
    let list = listing.cut(records);
    let shown = SurveysPage {
        page: desk.page(Place::Surveys, &heading),
        title: Title { kind: desk.name(), heading: heading.clone(), lead: desk.say(key::SURVEYS_LEAD), ..Title::default() },
        caption: desk.caption("surveys", heading, ""),
        rows: list.rows.into_iter().map(row).collect(),
        filter: list.filter,
        headings: list.headings,
        foot: list.foot,
        empty: desk.say(key::SURVEYS_NONE),
    };
    page::answer(&shown)
}
