//! What the pages of one partnership share: its book, names of who takes part, marks, the frame around a page.

use miedza_planning::partnership::Party;
use miedza_planning::record::{Choices, Kind, Record, Shape};
use miedza_planning::values::PartialDate;
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::Book;

use super::marks::{Mark, Said};
use super::parts::{Caption, Entry, Fact};
use super::rail::{self, Place};
use super::units::unit_name;
use super::{Address, Asker, Page, Told, moments};

/// A page at work: who asks, and the book of the partnership.
pub struct Desk {
    /// Who asks.
    pub asker: Asker,
    /// All that the asker may see of the partnership.
    pub book: Book,
}

impl Desk {
    /// Opens the book of the partnership that the address names.
    pub async fn open(asker: Asker) -> Result<Self, Told> {
        let partnership = asker.the_partnership();
        let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
        let book = Book::open(asker.app.store(), partnership, sees).await?;
        Ok(Self { asker, book })
    }

    /// A sentence without arguments.
    pub fn say(&self, key: Key) -> String {
        self.asker.say(key)
    }

    /// A sentence.
    pub fn tell(&self, message: &Message) -> String {
        self.asker.tell(message)
    }

    /// A sentence on a number of things.
    pub fn count(&self, key: Key, count: usize) -> String {
        self.tell(&Message::new(key).with("count", count))
    }

    /// The address of a page of the partnership.
    pub fn address(&self, place: Place) -> Address {
        place.address(&self.asker)
    }

    /// The address of a record with a page of its own.
    pub fn address_of(&self, step: &str, id: &str) -> Address {
        self.address(Place::Overview).step(step).step(id)
    }

    /// The frame of a page with this title.
    pub fn page(&self, here: Place, title: &str) -> Page {
        rail::page(&self.asker, &self.book, Some(here), (title, Vec::new()))
    }

    /// The frame of a page below another.
    pub fn page_below(&self, here: Place, above: Vec<Entry>, title: &str) -> Page {
        let mut way = vec![Entry::new(self.address(here), self.say(here.label()))];
        way.extend(above);
        rail::page(&self.asker, &self.book, Some(here), (title, way))
    }

    /// The frame of a page below another, whose title is content.
    pub fn page_of(&self, here: Place, above: Vec<Entry>, title: &Said) -> Page {
        let mut page = self.page_below(here, above, &title.text);
        page.breadcrumbs.iter_mut().filter(|entry| entry.is_current).for_each(|entry| entry.language = title.language);
        page
    }

    /// The short name of the partnership.
    pub fn name(&self) -> String {
        self.words(&self.book.partnership, "short_name")
    }

    /// A text of a record for a heading or a list.
    pub fn words(&self, record: &Record, field: &str) -> String {
        self.asker.words(record, field)
    }

    /// A link whose words are a text of a record, in whichever language it is there.
    pub fn entry(&self, address: impl Into<String>, record: &Record, field: &str) -> Entry {
        Entry::said(address, &self.said(record, field))
    }

    /// A text of a record with its mark.
    pub fn said(&self, record: &Record, field: &str) -> Said {
        Said::of(&self.asker, record, field)
    }

    /// Where the fact of a record comes from.
    pub fn mark(&self, record: &Record) -> Mark {
        Mark::of(&self.asker, record)
    }

    /// The words of a closed list that a record has, in one line; empty if it has none.
    pub fn choice(&self, record: &Record, field: &str) -> String {
        let Some(choices) = record.kind().field(field).and_then(|field| field.shape.choices()) else { return String::new() };
        let several = record.list(field).into_iter().chain(record.text(field));
        several.map(|word| self.word(choices, word)).collect::<Vec<_>>().join(", ")
    }

    /// The label of a word.
    pub fn word(&self, choices: Choices, word: &str) -> String {
        self.tell(&labels::choice(choices, word))
    }

    /// The label of a field.
    pub fn field(&self, kind: Kind, name: &str) -> String {
        self.tell(&labels::field(kind, name))
    }

    /// A date in words; empty if there is none.
    pub fn date(&self, date: Option<PartialDate>) -> String {
        date.map(|date| self.asker.date(date)).unwrap_or_default()
    }

    /// From one date to another, as far as they are known; empty if neither is.
    pub fn period(&self, from: Option<PartialDate>, to: Option<PartialDate>) -> String {
        let (key, from, to) = match (from, to) {
            (Some(from), Some(to)) if from == to => return self.asker.date(from),
            (Some(from), Some(to)) => (key::PAGE_PERIOD, self.asker.date(from), self.asker.date(to)),
            (Some(from), None) => (moments::since(from), self.asker.date(from), String::new()),
            (None, Some(to)) => (moments::until(to), String::new(), self.asker.date(to)),
            (None, None) => return String::new(),
        };
        self.tell(&Message::new(key).with("from", from).with("to", to))
    }

    /// A link to a unit, its name told apart from others of that name.
    pub fn unit(&self, code: &UnitCode) -> Entry {
        Entry::new(Address::unit(self.asker.language, code.as_str()), unit_name(&self.asker, &self.book.land, code))
    }

    /// Who takes part, as a link; an organisation has no page of its own.
    pub fn party(&self, party: &Party) -> Entry {
        match party {
            Party::Unit(code) => self.unit(code),
            Party::Organisation(id) => Entry::new("", self.organisation(id)),
        }
    }

    /// The name of an organisation.
    pub fn organisation(&self, id: &str) -> String {
        self.book.find(Kind::Organisations, id).map(|organisation| self.words(organisation, "name")).unwrap_or_default()
    }

    /// Who a record is about, by its fields `unit` and `organisation`.
    pub fn party_of(&self, record: &Record) -> Entry {
        let unit = record.text("unit").and_then(|code| UnitCode::parse(code).ok());
        match (unit, record.text("organisation")) {
            (Some(code), _) => self.unit(&code),
            (None, Some(id)) => Entry::new("", self.organisation(id)),
            (None, None) => Entry::default(),
        }
    }

    /// A document as a link; empty if the asker may not see it.
    pub fn document(&self, id: Option<&str>) -> Entry {
        let found = id.and_then(|id| self.book.find(Kind::Documents, id));
        found.map_or_else(Entry::default, |document| self.entry(self.address_of("documents", &document.id), document, "title"))
    }

    /// The themes that a record names, the wider ones first, each with its page.
    pub fn themes(&self, record: &Record) -> Vec<Entry> {
        let mut themes: Vec<&Record> = record.list("themes").iter().filter_map(|id| self.book.find(Kind::Themes, id)).collect();
        themes.sort_by_key(|theme| theme.number("position"));
        let all = Address::page(self.asker.language).step("themes");
        let entry =
            |theme: &Record| Entry::new(all.clone().step(theme.text("slug").unwrap_or_default()), self.words(theme, "name"));
        themes.into_iter().map(entry).collect()
    }

    /// A fact; `None` without a value.
    #[expect(clippy::unused_self, reason = "reads as the others of the desk do")]
    pub fn fact(&self, label: impl Into<String>, value: impl Into<String>) -> Option<Fact> {
        let value = value.into();
        (!value.is_empty()).then(|| Fact { label: label.into(), value, href: String::new() })
    }

    /// A fact from a field of a record: a text, a line, a date, a number or words of a list.
    pub fn fact_of(&self, record: &Record, field: &str) -> Option<Fact> {
        let value = match record.kind().field(field)?.shape {
            Shape::Choice(_) | Shape::Several(_) => self.choice(record, field),
            Shape::Date | Shape::Day => self.date(record.date(field)),
            Shape::Number(..) => record.number(field).map(|number| number.to_string()).unwrap_or_default(),
            Shape::Words | Shape::Prose => self.words(record, field),
            _ => record.text(field).unwrap_or_default().to_owned(),
        };
        self.fact(self.field(record.kind(), field), value)
    }

    /// A fact that leads to another site.
    pub fn website(&self, record: &Record) -> Option<Fact> {
        let href = record.text("website")?.to_owned();
        let shown = href.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned();
        Some(Fact { label: self.field(record.kind(), "website"), value: shown, href })
    }

    /// Caption of a table.
    #[expect(clippy::unused_self, reason = "reads as the others of the desk do")]
    pub fn caption(&self, id: &str, what: impl Into<String>, when: impl Into<String>) -> Caption {
        Caption { id: id.to_owned(), what: what.into(), when: when.into(), source: String::new() }
    }
}
