//! News: the list, and one item with its picture.

use askama::Template;
use miedza_planning::record::{Kind, Record};
use miedza_texts::key;

use super::desk::Desk;
use crate::frame::marks::{Mark, Said};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, Title};
use crate::frame::rail::Place;
use crate::frame::{Answer, Asker};

/// An item in the list.
struct Row {
    link: Entry,
    iso: String,
    date: String,
    beginning: Said,
}

#[derive(Template)]
#[template(path = "partnership/news_list.html")]
struct NewsListPage {
    page: Page,
    title: Title,
    news: Vec<Row>,
    empty: String,
}

/// A picture with its text alternative.
struct Picture {
    address: String,
    alt: String,
}

#[derive(Template)]
#[template(path = "partnership/news.html")]
struct NewsPage {
    page: Page,
    title: Title,
    body: Said,
    picture: Option<Picture>,
    website: Option<Fact>,
    mark: Mark,
}

/// The list of news, the newest first.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let heading = desk.say(key::PAGE_NEWS);
    let mut records: Vec<&Record> = desk.book.of(Kind::News).iter().collect();
    records.sort_by_key(|item| std::cmp::Reverse(item.date("date")));
    let row = |item: &Record| {
        let mut beginning = desk.said(item, "body");
        beginning.text = beginning.paragraphs.first().cloned().unwrap_or_default();
        Row {
            link: Entry::new(desk.address_of("news", &item.id), desk.words(item, "title")),
            iso: item.date("date").map(iso).unwrap_or_default(),
            date: desk.date(item.date("date")),
            beginning,
        }
    };
    let shown = NewsListPage {
        page: desk.page(Place::News, &heading),
        title: Title { kind: desk.name(), heading, ..Title::default() },
        news: records.into_iter().map(row).collect(),
        empty: desk.say(key::PAGE_NEWS_NONE),
    };
    page::answer(&shown)
}

/// One item.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    let heading = desk.words(&record, "title");
    let picture = record.text("picture").and_then(|id| desk.book.find(Kind::Attachments, id));
    let picture =
        picture.map(|file| Picture { address: desk.address_of("files", &file.id).into(), alt: desk.words(file, "alt") });
    let shown = NewsPage {
        page: desk.page_below(Place::News, Vec::new(), &heading),
        title: Title { kind: desk.date(record.date("date")), heading, ..Title::default() },
        body: desk.said(&record, "body"),
        picture,
        website: desk.website(&record),
        mark: desk.mark(&record),
    };
    page::answer(&shown)
}
