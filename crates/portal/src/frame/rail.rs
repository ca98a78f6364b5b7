//! The rail beside every page of a partnership: its pages in one order, with how much stands on each; only what exists.

use miedza_planning::record::Kind;
use miedza_texts::{Key, Message, key};
use miedza_workflows::partnership::Book;

use super::address::Address;
use super::asker::Asker;
use super::marks::Said;
use super::page::Page;
use super::parts::{Entry, Funder, Rail, RailEntry};
use super::supporters;

/// A page of a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first screen.
    Overview,
    /// Members on a date.
    Members,
    /// The functional area and its variants.
    Area,
    /// Flows between the municipalities.
    Flows,
    /// What public statistics say of the area.
    Diagnosis,
    /// Findings of the diagnosis with what rests on them.
    Findings,
    /// Conclusions from planning documents.
    Reviews,
    /// Surveys.
    Surveys,
    /// The time line.
    History,
    /// Documents.
    Documents,
    /// Bodies with meetings and resolutions.
    Bodies,
    /// The life cycle.
    Stages,
    /// News.
    News,
}

impl Place {
    /// All, in the order of the rail.
    pub const ALL: [Self; 13] = [
        Self::Overview,
        Self::Members,
        Self::Area,
        Self::Flows,
        Self::Diagnosis,
        Self::Findings,
        Self::Reviews,
        Self::Surveys,
        Self::History,
        Self::Documents,
        Self::Bodies,
        Self::Stages,
        Self::News,
    ];

    /// The step in addresses; empty for the first screen.
    #[must_use]
    pub const fn step(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Members => "members",
            Self::Area => "area",
            Self::Flows => "flows",
            Self::Diagnosis => "diagnosis",
            Self::Findings => "findings",
            Self::Reviews => "reviews",
            Self::Surveys => "surveys",
            Self::History => "history",
            Self::Documents => "documents",
            Self::Bodies => "bodies",
            Self::Stages => "stages",
            Self::News => "news",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn label(self) -> Key {
        match self {
            Self::Overview => key::PAGE_OVERVIEW,
            Self::Members => key::PAGE_MEMBERS,
            Self::Area => key::LAB_AREA,
            Self::Flows => key::PAGE_FLOWS,
            Self::Diagnosis => key::DIAGNOSIS,
            Self::Findings => key::PAGE_FINDINGS,
            Self::Reviews => key::PAGE_REVIEWS,
            Self::Surveys => key::PAGE_SURVEYS,
            Self::History => key::PAGE_HISTORY,
            Self::Documents => key::PAGE_DOCUMENTS,
            Self::Bodies => key::PAGE_BODIES,
            Self::Stages => key::PAGE_STAGES,
            Self::News => key::PAGE_NEWS,
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(self, asker: &Asker) -> Address {
        let start = Address::partnership(asker.language, asker.slug());
        if self == Self::Overview { start } else { start.step(self.step()) }
    }

    /// How much stands on it; `None` for a page that is always there and counts nothing.
    fn count(self, asker: &Asker, book: &Book) -> Option<usize> {
        Some(match self {
            Self::Overview | Self::Stages | Self::Diagnosis => return None,
            Self::Members => book.dossier.members_on(asker.today()).certain.len(),
            Self::Area => book.of(Kind::Variants).len(),
            Self::Flows => book.of(Kind::FlowTables).len(),
            Self::Findings => book.of(Kind::Findings).len(),
            Self::Reviews => book.of(Kind::DocumentReviews).len(),
            Self::Surveys => book.of(Kind::Surveys).len(),
            Self::History => book.dossier.timeline().len(),
            Self::Documents => book.of(Kind::Documents).len(),
            Self::Bodies => book.of(Kind::Bodies).len(),
            Self::News => book.of(Kind::News).len(),
        })
    }
}

/// The rail of a partnership.
#[must_use]
pub fn rail(asker: &Asker, book: &Book, here: Option<Place>) -> Rail {
    let name = Said::of(asker, &book.partnership, "short_name");
    let path = asker.uri.path();
    let entries = Place::ALL.into_iter().filter_map(|place| {
        let count = place.count(asker, book);
        let is_always_there = matches!(place, Place::Overview | Place::Members | Place::Diagnosis | Place::Stages);
        if count == Some(0) && !is_always_there && here != Some(place) {
            return None;
        }
        let href = place.address(asker).to_string();
        Some(RailEntry {
            is_current: here == Some(place) && path == href,
            label: asker.say(place.label()),
            count: count.map(|count| count.to_string()).unwrap_or_default(),
            entries: Vec::new(),
            href,
        })
    });
    let present = here.map_or_else(String::new, |place| asker.say(place.label()));
    Rail {
        label: asker.say(key::PORTAL_STAGES),
        summary: asker.tell(&Message::new(key::PAGE_RAIL_SUMMARY).with("page", present).with("name", name.text.clone())),
        title: Entry::said(Place::Overview.address(asker), &name),
        entries: entries.collect(),
    }
}

/// A page of a partnership with its way back, its rail and those who pay; `above` stands between the partnership and it.
#[must_use]
pub fn page(asker: &Asker, book: &Book, here: Option<Place>, (title, above): (&str, Vec<Entry>)) -> Page {
    let name = Said::of(asker, &book.partnership, "short_name");
    let all = Entry::new(Address::page(asker.language).step("partnerships"), asker.say(key::PORTAL_MENU_PARTNERSHIPS));
    let is_overview = here == Some(Place::Overview);
    let mut way = vec![all];
    if !is_overview {
        way.push(Entry::said(Place::Overview.address(asker), &name));
    }
    way.extend(above);
    let mut page = Page::of(asker, title).under(way, title).beside(rail(asker, book, here));
    page.funders.splice(0..0, funders(asker, book));
    page
}

/// Logos of those who pay; lines without a logo stand on the first screen as words.
fn funders(asker: &Asker, book: &Book) -> Vec<Funder> {
    let mut lines: Vec<_> = book.of(Kind::FunderLines).iter().collect();
    lines.sort_by_key(|line| line.number("position"));
    let funder = |line: &&miedza_planning::record::Record| {
        let logo = book.find(Kind::Attachments, line.text("logo")?)?;
        // A logo of the whole portal lies apart from those of partnerships.
        let folder = match &logo.content.partnership {
            Some(_) => Address::partnership(asker.language, asker.slug()),
            None => Address::page(asker.language),
        };
        Some(supporters::funder(asker, line, Some((logo, folder.step("files").step(&logo.id).into()))))
    };
    lines.iter().filter_map(funder).collect()
}
