//! The start page, the choice of a language for those who name none, and addresses that lead nowhere.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Object, Room, Visitor};
use miedza_store::Question;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::partnership::{Ahead, All, Listed, shapes};

use crate::frame::cards::Card;
use crate::frame::door::Form;
use crate::frame::failure::{self, unknown_address, wanted_language};
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{DateEntry, Entry, KeyFigure, MapFigure, Search, Title};
use crate::frame::{About, Address, Answer, App, Asker, Doors, Row, Told, cards, land, moments};

/// The doors of the start.
pub fn doors(app: &App, doors: Doors) -> Doors {
    doors.open(app, Row::page("/", Room::Portal, About::Public), choose_language).open(
        app,
        Row::page("/{lang}", Room::Portal, About::Public),
        start,
    )
}

async fn choose_language(headers: HeaderMap) -> Redirect {
    Redirect::temporary(&format!("/{}", wanted_language(&headers)))
}

/// Cards, dates and news on the start page.
const CARDS: usize = 12;
const DATES: usize = 5;
const NEWS: usize = 4;

/// A news item of a partnership.
struct Fresh {
    link: Entry,
    iso: String,
    date: String,
    partnership: String,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage {
    page: Page,
    title: Title,
    figures: Vec<KeyFigure>,
    search: Search,
    search_button: String,
    map: MapFigure,
    partnerships_heading: String,
    cards: Vec<Card>,
    all: Entry,
    empty: String,
    dates_heading: String,
    dates: Vec<DateEntry>,
    no_dates: String,
    news_heading: String,
    news: Vec<Fresh>,
}

async fn start(asker: Asker) -> Answer {
    let sees = |record: &Record, partnership: Option<&Record>| match record.kind() {
        Kind::Partnerships => asker.sees_partnership(record),
        _ => asker.sees(record, partnership),
    };
    let all = All::read(asker.app.store(), asker.today(), sees).await?;
    let rows: Vec<&Listed> = all.rows.iter().collect();
    let shapes = shapes(asker.app.store(), &cards::codes(&rows), &BTreeSet::new(), None).await?;
    let news = news(&asker, &rows).await?;
    let name = asker.say(key::PORTAL_NAME);
    let title = Title { heading: asker.say(key::PAGE_START_HEADING), lead: asker.say(key::PAGE_START_LEAD), ..Title::default() };
    let page = Page::of(&asker, &name).described(asker.say(key::PORTAL_LEAD));
    let map = cards::map(&asker, &rows, shapes.as_ref()).of(land::source(&asker, shapes.as_ref(), None).await?);
    let place = Address::page(asker.language).step("partnerships");
    page::answer(&StartPage {
        search: Search { label: asker.say(key::PAGE_START_SEARCH), ..page.search.clone() },
        search_button: asker.say(key::PORTAL_SEARCH),
        page,
        title,
        figures: figures(&asker, &all),
        map,
        partnerships_heading: asker.say(key::PORTAL_MENU_PARTNERSHIPS),
        cards: shown(&asker, &rows).into_iter().map(|row| cards::card(&asker, row, &all.land, shapes.as_ref())).collect(),
        all: Entry::new(place, asker.tell(&Message::new(key::PAGE_ALL_PARTNERSHIPS).with("count", rows.len()))),
        empty: asker.say(key::PAGE_PARTNERSHIPS_NONE),
        dates_heading: asker.say(key::PAGE_NEXT_DATES),
        dates: dates(&asker, &rows),
        no_dates: asker.say(key::PAGE_NO_DATES),
        news_heading: asker.say(key::PAGE_NEWS),
        news,
    })
}

/// How much is here: partnerships, their municipalities, and inhabitants where those of every municipality are known.
fn figures(asker: &Asker, all: &All) -> Vec<KeyFigure> {
    if all.rows.is_empty() {
        return Vec::new();
    }
    let municipalities: BTreeSet<_> = all.rows.iter().flat_map(|row| &row.municipalities).collect();
    let population = all.land.sum(municipalities.iter().copied(), |unit| unit.population.last());
    let figure = |key, value| KeyFigure { label: asker.say(key), value, ..KeyFigure::default() };
    let count = |count: usize| asker.language.integer(f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
    let mut figures = vec![
        figure(key::PORTAL_MENU_PARTNERSHIPS, count(all.rows.len())),
        figure(key::PAGE_MUNICIPALITIES, count(municipalities.len())),
    ];
    if population.is_whole() {
        figures.push(figure(key::PAGE_POPULATION, asker.language.integer(population.value)));
    }
    figures
}

/// By name; of many those that were changed last.
fn shown<'a>(asker: &Asker, rows: &[&'a Listed]) -> Vec<&'a Listed> {
    let mut rows = rows.to_vec();
    if rows.len() > CARDS {
        rows.sort_by(|one, two| two.partnership.updated_at.cmp(&one.partnership.updated_at));
        rows.truncate(CARDS);
    }
    let name = |row: &Listed| asker.words(&row.partnership, "short_name");
    rows.sort_by(|one, two| asker.language.compare(&name(one), &name(two)));
    rows
}

fn dates(asker: &Asker, rows: &[&Listed]) -> Vec<DateEntry> {
    let mut coming: Vec<_> = rows.iter().flat_map(|row| row.ahead.iter().map(|ahead| (*row, ahead))).collect();
    coming.sort_by(|one, two| one.1.date.cmp(&two.1.date).then_with(|| one.1.what.id.cmp(&two.1.what.id)));
    coming.dedup_by(|one, two| one.1.what.id == two.1.what.id);
    coming.truncate(DATES);
    let entry = |(row, ahead): (&Listed, &Ahead)| {
        let partnership = cards::address(asker, &row.partnership);
        let href = match ahead.what.kind() {
            Kind::Meetings => partnership.step("meetings").step(&ahead.what.id),
            Kind::Calls => Address::page(asker.language).step("calls").step(ahead.what.text("slug").unwrap_or_default()),
            _ => partnership.step("stages"),
        };
        DateEntry {
            iso: moments::iso(ahead.date),
            date: asker.date(ahead.date),
            href: href.into(),
            label: cards::about(asker, ahead),
            place: asker.words(&row.partnership, "short_name"),
        }
    };
    coming.into_iter().map(entry).collect()
}

async fn news(asker: &Asker, rows: &[&Listed]) -> Result<Vec<Fresh>, Told> {
    let of = |record: &Record| rows.iter().find(|row| record.content.partnership.as_deref() == Some(&row.partnership.id));
    let mut records = asker.app.store().records(&Question::of(Kind::News)).await?;
    records.retain(|record| of(record).is_some_and(|row| asker.sees(record, Some(&row.partnership))));
    records.sort_by(|one, two| two.date("date").cmp(&one.date("date")).then_with(|| one.id.cmp(&two.id)));
    records.truncate(NEWS);
    let fresh = |record: &Record| {
        let row = of(record)?;
        Some(Fresh {
            link: Entry::said(
                cards::address(asker, &row.partnership).step("news").step(&record.id),
                &Said::of(asker, record, "title"),
            ),
            iso: record.date("date").map(moments::iso).unwrap_or_default(),
            date: record.date("date").map(|date| asker.date(date)).unwrap_or_default(),
            partnership: asker.words(&row.partnership, "short_name"),
        })
    };
    Ok(records.iter().filter_map(fresh).collect())
}

/// An address that no door has; one with a slash at its end leads to the one without.
pub async fn nowhere(State(app): State<App>, request: Request) -> Response {
    if let Some(address) = without_slash(request.uri()) {
        return Redirect::permanent(&address).into_response();
    }
    tell_stranger(app, &request, unknown_address())
}

/// An address that is asked in a way that none of its doors takes.
pub async fn wrong_way(State(app): State<App>, request: Request) -> Response {
    tell_stranger(app, &request, failure::wrong_method())
}

/// The address without the slash at its end; never one of another host.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?.trim_end_matches('/');
    let is_own = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    is_own.then(|| format!("{path}{query}"))
}

fn tell_stranger(app: App, request: &Request, told: Failure) -> Response {
    let first = request.uri().path().split('/').nth(1).and_then(|code| code.parse().ok());
    let form = if request.uri().path().starts_with("/api/") { Form::Program } else { Form::Page };
    let asker = Asker {
        language: first.unwrap_or_else(|| failure::language_of(request.uri(), request.headers())),
        uri: request.uri().clone(),
        visitor: Visitor::default(),
        signed_in: None,
        partnership: None,
        record: None,
        kind: None,
        own: std::sync::Arc::default(),
        object: Object::public(),
        app,
    };
    failure::render(&asker, form, Told(told).into_response())
}
