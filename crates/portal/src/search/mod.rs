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

use crate::frame::list::{Listing, SortKey};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, FormField, Heading, Title};
use crate::frame::{About, Address, Answer, App, Asker, Doors, Row};

/// Hits on one page.
const HITS: u32 = 30;
/// Hits that are put in another order or into a file.
const MOST: u32 = 1000;
/// The order of the search itself.
const BEST: &str = "best";

/// What has a page of its own, or stands on one.
const KINDS: [Kind; 13] = [
    Kind::Partnerships,
    Kind::Documents,
    Kind::Bodies,
    Kind::Meetings,
    Kind::Resolutions,
    Kind::News,
    Kind::TimelineEvents,
    Kind::Variants,
    Kind::Calls,
    Kind::Findings,
    Kind::Challenges,
    Kind::DocumentReviews,
    Kind::Surveys,
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
    kind: String,
    page: u32,
}

impl Asked {
    fn words(&self) -> String {
        self.q.chars().take(200).collect()
    }

    /// What is looked for: all that has a page, or one kind of it.
    fn subjects(&self) -> Vec<Subject> {
        let all: Vec<Subject> = KINDS.iter().copied().map(Subject::Record).chain([Subject::Unit]).collect();
        let one = Subject::parse(&self.kind).filter(|subject| all.contains(subject));
        one.map_or(all, |subject| vec![subject])
    }
}

/// Something that was found.
struct Found {
    link: Entry,
    kind: String,
    place: String,
    code: String,
}

#[derive(Template)]
#[template(path = "search/show.html")]
struct SearchPage {
    page: Page,
    title: Title,
    words: String,
    label: String,
    button: String,
    kind: FormField,
    kinds: Vec<Choice>,
    order: Vec<(String, String)>,
    orders_label: String,
    orders: Vec<Entry>,
    found: Vec<Found>,
    none: String,
    further: Option<Entry>,
    files_label: String,
    files: Vec<Entry>,
}

/// What fits the words, the best first unless another order is asked for.
pub async fn show(asker: Asker, Query(asked): Query<Asked>) -> Answer {
    let words = asked.words();
    let listing = listing(&asker);
    let is_best = listing.asked().order.name == BEST;
    let is_page = is_best && listing.asked().file.is_none();
    let (limit, offset) = if is_page { (HITS, asked.page.saturating_mul(HITS)) } else { (MOST, 0) };
    let hits = hits(&asker, &asked, (limit, offset)).await?;
    let is_full = is_page && hits.len() == usize::try_from(HITS).unwrap_or(usize::MAX);
    let found = listing.in_order(found(&asker, &hits).await?);
    if let Some(file) = listing.file(&found).await? {
        return Ok(file);
    }
    let heading = asker.say(key::PORTAL_SEARCH);
    let next = asked.page.saturating_add(1).to_string();
    let further = view(&listing, &["page"]).ask("page", &next);
    let mut page = Page::of(&asker, &heading).unlisted().under(Vec::new(), &heading);
    page.search.value.clone_from(&words);
    page::answer(&SearchPage {
        page,
        title: Title { heading, lead: asker.say(key::SEARCH_LEAD), ..Title::default() },
        label: asker.say(key::SEARCH_WORDS),
        button: asker.say(key::PORTAL_SEARCH),
        kind: FormField {
            name: "kind".to_owned(),
            label: asker.say(key::SEARCH_KIND),
            optional: " ".to_owned(),
            ..FormField::default()
        },
        kinds: kinds(&asker, &asked.kind),
        order: listing.asked().but(&["q", "kind"]),
        orders_label: asker.say(key::PAGE_ORDER),
        orders: if found.is_empty() { Vec::new() } else { orders(&listing, is_best) },
        none: none(&asker, &words),
        further: is_full.then(|| Entry::new(further, asker.say(key::SEARCH_FURTHER))),
        files_label: asker.say(key::LIST_FILES),
        files: if found.is_empty() { Vec::new() } else { listing.files() },
        words,
        found,
    })
}

/// The list with its columns; the words are looked for by the store and not here.
fn listing(asker: &Asker) -> Listing<'_, Found> {
    Listing::of(asker, BEST)
        .column("name", Heading::words(asker.say(key::WORK_NAME)), |found: &Found| SortKey::from(&found.link.label))
        .column("kind", Heading::words(asker.say(key::SEARCH_KIND)), |found: &Found| SortKey::from(&found.kind))
        .unseen("place", asker.say(key::PAGE_PARTNERSHIP), |found| found.place.clone())
        .unseen("code", asker.say(key::UNIT_CODE), |found| found.code.clone())
        .unseen("page", asker.say(key::API_COLUMN_PAGE), |found| {
            format!("{}{}", asker.app.portal().public_address, found.link.href)
        })
        .filtered_by(&["kind"])
        .as_files("search")
}

/// The address of the list with all that was asked but these.
fn view(listing: &Listing<Found>, but: &[&str]) -> Address {
    let start = Address::at(&listing.asked().path);
    listing.asked().but(but).iter().fold(start, |address, (name, value)| address.ask(name, value))
}

fn orders(listing: &Listing<Found>, is_best: bool) -> Vec<Entry> {
    let best = Entry::new(view(listing, &["sort"]), listing.say(key::SEARCH_BEST)).current_if(is_best);
    let others = listing
        .headings()
        .into_iter()
        .map(|heading| Entry::new(heading.sort_href, heading.label).current_if(heading.sort != "none"));
    std::iter::once(best).chain(others).collect()
}

fn kinds(asker: &Asker, chosen: &str) -> Vec<Choice> {
    let all = Choice { label: asker.say(key::PAGE_ALL_KINDS), is_chosen: chosen.is_empty(), ..Choice::default() };
    let of_records = KINDS.iter().map(|kind| (kind.name(), asker.tell(&labels::kind(*kind))));
    let of_units = [(Subject::Unit.name(), asker.say(key::PORTAL_MENU_UNITS))];
    let choice = |(value, label): (&str, String)| Choice {
        value: value.to_owned(),
        is_chosen: value == chosen,
        label,
        ..Choice::default()
    };
    std::iter::once(all).chain(of_records.chain(of_units).map(choice)).collect()
}

fn none(asker: &Asker, words: &str) -> String {
    if words.trim().is_empty() {
        return asker.say(key::SEARCH_EMPTY);
    }
    asker.tell(&Message::new(key::SEARCH_NONE).with("words", words))
}

async fn hits(asker: &Asker, asked: &Asked, (limit, offset): (u32, u32)) -> Result<Vec<Hit>, Failure> {
    let own = asker.visitor.grants.iter().filter_map(|grant| grant.partnership.clone()).collect();
    let is_everywhere = asker.visitor.grants.iter().any(|grant| grant.partnership.is_none());
    let question = SearchQuestion {
        words: asked.words(),
        subjects: asked.subjects(),
        partnership: None,
        sight: if is_everywhere { Sight::Everything } else { Sight::PublicAnd(own) },
        limit,
        offset,
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
                kind: asker.tell(&labels::level(unit.country, unit.level)),
                place: String::new(),
                code: hit.id.clone(),
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
    Some(Found {
        link: Entry::new(address, names.name(record, asker.language)),
        kind: asker.tell(&labels::kind_one(record.kind())),
        place: partnership.map(|partnership| asker.words(partnership, "short_name")).unwrap_or_default(),
        code: String::new(),
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
        Kind::Findings | Kind::Challenges => Some(home(partnership?)?.step("findings")),
        Kind::DocumentReviews => Some(home(partnership?)?.step("reviews")),
        kind => Some(home(partnership?)?.step(kind.name()).step(&record.id)),
    }
}
