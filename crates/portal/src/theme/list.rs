//! All themes as a tree, each with how much is about it.

use askama::Template;
use miedza_planning::partnership::themes::{Placed, tree, within};
use miedza_planning::record::Kind;
use miedza_texts::key;
use miedza_workflows::labels;

use super::{ABOUT, Shelf, address, name};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// A theme in the table.
struct Row {
    theme: Entry,
    depth: usize,
    counts: Vec<String>,
}

#[derive(Template)]
#[template(path = "theme/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    empty: String,
    partnerships: Entry,
}

pub async fn show(asker: Asker) -> Answer {
    let shelf = Shelf::of(&asker).await?;
    let heading = asker.say(key::THEME_ALL);
    let of_kind = |kind: &Kind| Heading::number(asker.tell(&labels::kind(*kind)), "");
    page::answer(&ListPage {
        page: Page::of(&asker, &heading).under(vec![partnerships(&asker)], &heading),
        caption: Caption::new("themes", asker.say(key::THEME_CAPTION)),
        headings: [Heading::words(asker.say(key::PAGE_THEME))].into_iter().chain(ABOUT.iter().map(of_kind)).collect(),
        rows: tree(&shelf.themes).iter().map(|placed| row(&asker, &shelf, placed)).collect(),
        empty: asker.say(key::THEME_NONE),
        partnerships: partnerships(&asker),
        title: Title { heading, lead: asker.say(key::THEME_LEAD), ..Title::default() },
    })
}

/// The way to all partnerships.
pub fn partnerships(asker: &Asker) -> Entry {
    Entry::new(Address::page(asker.language).step("partnerships"), asker.say(key::PORTAL_MENU_PARTNERSHIPS))
}

fn row(asker: &Asker, shelf: &Shelf, placed: &Placed<'_>) -> Row {
    let ids = within(&shelf.themes, &placed.theme.id);
    let count = |kind: &Kind| match shelf.naming(*kind, &ids).count() {
        0 => "–".to_owned(),
        count => count.to_string(),
    };
    Row {
        theme: Entry::new(address(asker, placed.theme), name(asker, placed.theme)),
        depth: placed.depth.min(3),
        counts: ABOUT.iter().map(count).collect(),
    }
}
