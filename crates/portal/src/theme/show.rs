//! One theme: where it lies among the others, and what is about it or about a theme within it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use miedza_planning::partnership::themes::{above, tree, within};
use miedza_planning::record::{Kind, Record};
use miedza_texts::key;
use miedza_workflows::labels;

use super::list::partnerships;
use super::{ABOUT, Shelf, address, name};
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{Address, Answer, Asker, cards};

/// Something that names the theme.
struct Item {
    link: Entry,
    about: String,
}

/// What of one kind names it.
struct Section {
    heading: String,
    list: Vec<Item>,
}

#[derive(Template)]
#[template(path = "theme/show.html")]
struct ThemePage {
    page: Page,
    title: Title,
    inside_heading: String,
    inside: Vec<Entry>,
    sections: Vec<Section>,
    none: String,
}

pub async fn show(asker: Asker, Path((_, slug)): Path<(String, String)>) -> Answer {
    let shelf = Shelf::of(&asker).await?;
    let theme = shelf.themes.iter().find(|theme| theme.slug == slug).ok_or_else(unknown_address)?;
    let ids = within(&shelf.themes, &theme.id);
    let heading = name(&asker, theme);
    let entry = |theme: &miedza_planning::partnership::identity::Theme| Entry::new(address(&asker, theme), name(&asker, theme));
    let all = Entry::new(Address::page(asker.language).step("themes"), asker.say(key::THEME_ALL));
    let mut way = vec![partnerships(&asker), all];
    way.extend(above(&shelf.themes, theme).into_iter().rev().map(|wider| entry(wider)));
    let inside = tree(&shelf.themes).into_iter().filter(|placed| placed.theme.parent_theme.as_ref() == Some(&theme.id));
    page::answer(&ThemePage {
        page: Page::of(&asker, &heading).under(way, &heading),
        inside_heading: asker.say(key::THEME_INSIDE),
        inside: inside.map(|placed| entry(placed.theme)).collect(),
        sections: ABOUT.iter().map(|kind| section(&asker, &shelf, *kind, &ids)).filter(|part| !part.list.is_empty()).collect(),
        none: asker.say(key::THEME_NOTHING),
        title: Title { kind: asker.say(key::PAGE_THEME), heading, ..Title::default() },
    })
}

fn section(asker: &Asker, shelf: &Shelf, kind: Kind, ids: &BTreeSet<String>) -> Section {
    let mut list: Vec<Item> = shelf.naming(kind, ids).filter_map(|record| item(asker, shelf, record)).collect();
    list.sort_by(|one, two| {
        asker.language.compare(&one.link.label, &two.link.label).then_with(|| one.link.href.cmp(&two.link.href))
    });
    Section { heading: asker.tell(&labels::kind(kind)), list }
}

/// A record with its page, and the partnership that it belongs to.
fn item(asker: &Asker, shelf: &Shelf, record: &Record) -> Option<Item> {
    if record.kind() == Kind::Partnerships {
        let link = Entry::new(cards::address(asker, record), asker.words(record, "short_name"));
        return Some(Item { link, about: cards::choice(asker, record, "stage") });
    }
    let partnership = shelf.partnerships.get(record.content.partnership.as_deref()?)?;
    let home = cards::address(asker, partnership);
    let page = match record.kind() {
        Kind::Bodies => home.step("bodies").step(&record.id),
        Kind::Meetings => home.step("meetings").step(&record.id),
        Kind::News => home.step("news").step(&record.id),
        _ => home.step("history"),
    };
    let words = asker.words(record, if record.kind() == Kind::Bodies { "name" } else { "title" });
    let date = record.date("date").map(|date| asker.date(date)).unwrap_or_default();
    let about = [date, asker.words(partnership, "short_name")];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Some(Item { link: Entry::new(page, words), about })
}
