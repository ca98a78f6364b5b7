//! News: the list, and one item with its picture.

use askama::Template;
use miedza_planning::record::{Kind, Record};
use miedza_texts::key;

use super::desk::Desk;
use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::marks::{Mark, Said};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Fact, Heading, Title};
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
    filter: Filter,
    orders_label: String,
    orders: Vec<Heading>,
    news: Vec<Row>,
    foot: Foot,
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
    themes: Vec<Entry>,
    mark: Mark,
}

/// The list of news, the newest first.
pub async fn list(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let heading = desk.say(key::PAGE_NEWS);
    let field = |name| desk.field(Kind::News, name);
    let listing = Listing::of(&desk.asker, "-date")
        .column("date", Heading::words(field("date")), |item: &&Record| SortKey::from(item.date("date")))
        .column("title", Heading::words(field("title")), |item: &&Record| SortKey::from(desk.words(item, "title")))
        .unseen("body", field("body"), |item| desk.words(item, "body"))
        .unseen("website", field("website"), |item| item.text("website"))
        .unseen("source", desk.say(key::PAGE_SOURCE), |item| item.content.source.as_deref())
        .as_files(format!("news-{}", desk.asker.slug()));
    let words = |item: &&Record| format!("{} {}", desk.words(item, "title"), desk.words(item, "body"));
    let records = listing.view(desk.book.of(Kind::News).iter().collect(), words);
    if let Some(file) = listing.file(&records).await? {
        return Ok(file);
    }
    let row = |item: &Record| {
        let mut beginning = desk.said(item, "body");
        beginning.text = beginning.paragraphs.first().cloned().unwrap_or_default();
        Row {
            link: desk.entry(desk.address_of("news", &item.id), item, "title"),
            iso: item.date("date").map(iso).unwrap_or_default(),
            date: desk.date(item.date("date")),
            beginning,
        }
    };
    let list = listing.cut(records);
    let shown = NewsListPage {
        page: desk.page(Place::News, &heading),
        title: Title { kind: desk.name(), heading, ..Title::default() },
        news: list.rows.into_iter().map(row).collect(),
        filter: list.filter,
        orders_label: desk.say(key::PAGE_ORDER),
        orders: list.headings,
        foot: list.foot,
        empty: desk.say(key::PAGE_NEWS_NONE),
    };
    page::answer(&shown)
}

/// One item.
pub async fn show(asker: Asker) -> Answer {
    let desk = Desk::open(asker).await?;
    let record = desk.asker.the_record().clone();
    let heading = desk.said(&record, "title");
    let picture = record.text("picture").and_then(|id| desk.book.find(Kind::Attachments, id));
    let picture =
        picture.map(|file| Picture { address: desk.address_of("files", &file.id).into(), alt: desk.words(file, "alt") });
    let shown = NewsPage {
        page: desk.page_of(Place::News, Vec::new(), &heading),
        title: Title { kind: desk.date(record.date("date")), ..Title::said(&heading) },
        body: desk.said(&record, "body"),
        picture,
        website: desk.website(&record),
        themes: desk.themes(&record),
        mark: desk.mark(&record),
    };
    page::answer(&shown)
}
