//! What programs can read, for people who look for it.

use askama::Template;
use miedza_texts::key;

use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, Title};
use crate::frame::{Answer, Asker};

/// Lists with their address in the interface for programs and the word on this page.
const LISTS: [(&str, miedza_texts::Key); 5] = [
    ("partnerships", key::PORTAL_MENU_PARTNERSHIPS),
    ("members", key::API_MEMBERS_EVERYWHERE),
    ("units", key::PORTAL_MENU_UNITS),
    ("calls", key::PORTAL_MENU_CALLS),
    ("themes", key::DATA_THEMES),
];

struct Listed {
    name: String,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "search/data.html")]
struct DataPage {
    page: Page,
    title: Title,
    lists: Vec<Listed>,
    notes: Vec<String>,
    description: Entry,
}

/// The lists, their files, and the description of the interface.
pub async fn show(asker: Asker) -> Answer {
    let heading = asker.say(key::PORTAL_MENU_DATA);
    let lists = LISTS.iter().map(|(name, word)| {
        let file = |ending: &str, label: &str| Entry::new(format!("/api/v1/{name}{ending}?lang={}", asker.language), label);
        Listed { name: asker.say(*word), files: vec![file("", "JSON"), file(".csv", "CSV"), file(".xlsx", "XLSX")] }
    });
    let notes = [key::DATA_PARTNERSHIP, key::DATA_RIGHTS, key::DATA_CITE];
    page::answer(&DataPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading),
        title: Title { heading, lead: asker.say(key::DATA_LEAD), ..Title::default() },
        lists: lists.collect(),
        notes: notes.iter().map(|note| asker.say(*note)).collect(),
        description: Entry::new("/api/v1/openapi.json", asker.say(key::DATA_DESCRIPTION)),
    })
}
