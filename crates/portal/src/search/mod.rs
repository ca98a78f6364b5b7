//! Search over everything that the asker may see, and the page that says what programs can read.

mod data;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Query;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_store::{Hit, Question, SearchQuestion, Sight, Subject};
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use miedza_workflows::record::Names;
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{About, Address, Answer, App, Asker, Doors, Row};

/// Hits on one page.
const HITS: u32 = 30;

/// What has a page of its own, or stands on one.
const KINDS: [Kind; 9] = [
    Kind::Partnerships,
    Kind::Documents,
    Kind::Bodies,
    Kind::Meetings,
    Kind::Resolutions,
    Kind::News,
    Kind::TimelineEvents,
    Kind::Variants,
    Kind::Calls,
];

/// The doors of the search.
pub fn doors(app: &App, doors: Doors) -> Doors {
    doors.open(app, Row::page("/{lang}/search", Room::Portal, About::Public), show).open(
        app,
        Row::page("/{lang}/data", Room::Portal, About::Public),
        data::show,
    )
}

/// What is searched for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    page: u32,
}

/// Something that was found.
struct Found {
    link: Entry,
    kind: String,
}

#[derive(Template)]
#[template(path = "search/show.html")]
struct SearchPage {
    page: Page,
    title: Title,
    words: String,
    label: String,
    button: String,
    found: Vec<Found>,
    none: String,
    further: Option<Entry>,
}

/// What fits the words, the best first.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let words: String = asked.q.chars().take(200).collect();
    let hits = hits(&asker, &words, asked.page).await?;
    let is_full = hits.len() == usize::try_from(HITS).unwrap_or(usize::MAX);
    let found = found(&asker, &hits).await?;
    let heading = asker.say(key::PORTAL_SEARCH);
    let next = asked.page.saturating_add(1).to_string();
    let further = Address::page(asker.language).step("search").ask("q", &words).ask("page", &next);
    let mut page = Page::of(&asker, &heading).unlisted().under(Vec::new(), &heading);
    page.search.value.clone_from(&words);
    page::answer(&SearchPage {
        page,
        title: Title { heading, lead: asker.say(key::SEARCH_LEAD), ..Title::default() },
        label: asker.say(key::SEARCH_WORDS),
        button: asker.say(key::PORTAL_SEARCH),
        none: none(&asker, &words),
        further: is_full.then(|| Entry::new(further, asker.say(key::SEARCH_FURTHER))),
        words,
        found,
    })
}

fn none(asker: &Asker, words: &str) -> String {
    if words.trim().is_empty() {
        return asker.say(key::SEARCH_EMPTY);
    }
    asker.tell(&Message::new(key::SEARCH_NONE).with("words", words))
}

async fn hits(asker: &Asker, words: &str, page: u32) -> Result<Vec<Hit>, Failure> {
    let own = asker.visitor.grants.iter().filter_map(|grant| grant.partnership.clone()).collect();
    let is_everywhere = asker.visitor.grants.iter().any(|grant| grant.partnership.is_none());
    let question = SearchQuestion {
        words: words.to_owned(),
        subjects: KINDS.iter().copied().map(Subject::Record).chain([Subject::Unit]).collect(),
        partnership: None,
        sight: if is_everywhere { Sight::Everything } else { Sight::PublicAnd(own) },
        limit: HITS,
        offset: page.saturating_mul(HITS),
    };
    Ok(asker.app.store().search(&question).await?)
}

/// The records behind the hits, by id.
async fn records(asker: &Asker, hits: &[Hit]) -> Result<BTreeMap<String, Record>, Failure> {
    let mut wanted: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for hit in hits {
        if let Subject::Record(kind) = hit.subject {
            wanted.entry(kind).or_default().push(&hit.id);
        }
        wanted.entry(Kind::Partnerships).or_default().extend(hit.partnership.as_deref());
    }
    let mut records = BTreeMap::new();
    for (kind, ids) in wanted {
        let found = asker.app.store().records(&Question::of(kind).with_ids(ids)).await?;
        records.extend(found.into_iter().map(|record| (record.id.clone(), record)));
    }
    Ok(records)
}

async fn found(asker: &Asker, hits: &[Hit]) -> Result<Vec<Found>, Failure> {
    let records = records(asker, hits).await?;
    let all: Vec<Record> = records.values().cloned().collect();
    let names = Names::around(asker.app.store(), &all, asker.language).await?;
    let codes: Vec<UnitCode> =
        hits.iter().filter(|hit| hit.subject == Subject::Unit).filter_map(|hit| UnitCode::parse(&hit.id).ok()).collect();
    let units = asker.app.store().units_by_code(&codes).await?;
    let mut found = Vec::new();
    for hit in hits {
        if hit.subject == Subject::Unit {
            let unit = units.iter().find(|(code, _)| code.as_str() == hit.id).map(|(_, kept)| &kept.unit);
            found.extend(unit.map(|unit| Found {
                link: Entry::new(Address::unit(asker.language, &hit.id), unit.name.clone()),
                kind: format!("{}, {}", asker.tell(&labels::level(unit.country, unit.level)), hit.id),
            }));
        } else if let Some(record) = records.get(&hit.id) {
            let partnership = hit.partnership.as_ref().and_then(|id| records.get(id));
            found.extend(of_record(asker, record, partnership, &names));
        }
    }
    Ok(found)
}

fn of_record(asker: &Asker, record: &Record, partnership: Option<&Record>, names: &Names) -> Option<Found> {
    let is_seen = match record.kind() {
        Kind::Partnerships => asker.sees_partnership(record),
        _ => partnership.is_none_or(|partnership| asker.sees_partnership(partnership)) && asker.sees(record, partnership),
    };
    let address = address(asker, record, partnership).filter(|_| is_seen)?;
    let kind = asker.tell(&labels::kind_one(record.kind()));
    let place = partnership.map(|partnership| asker.words(partnership, "short_name"));
    Some(Found {
        link: Entry::new(address, names.name(record, asker.language)),
        kind: place.map_or_else(|| kind.clone(), |place| format!("{kind}, {place}")),
    })
}

fn address(asker: &Asker, record: &Record, partnership: Option<&Record>) -> Option<Address> {
    let language = asker.language;
    let home = |record: &Record| record.text("slug").map(|slug| Address::partnership(language, slug));
    match record.kind() {
        Kind::Partnerships => home(record),
        Kind::Calls => Some(Address::page(language).step("calls").step(record.text("slug")?)),
        Kind::TimelineEvents => Some(home(partnership?)?.step("history")),
        Kind::Variants => Some(home(partnership?)?.step("area")),
        kind => Some(home(partnership?)?.step(kind.name()).step(&record.id)),
    }
}
