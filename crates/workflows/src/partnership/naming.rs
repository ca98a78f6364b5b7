//! How the records and units of one partnership are called in a language, put together from its book without a further question.

use miedza_planning::partnership::Party;
use miedza_planning::record::{Kind, Record, Shape};
use miedza_planning::values::Wording;
use miedza_territory::{Kind as UnitKind, Level, UnitCode};
use miedza_texts::{Language, Message, key};

use super::book::Book;
use super::land::Land;
use super::sentences::Teller;
use crate::labels;

/// The names of a book.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The book.
    pub book: &'a Book,
    /// The language.
    pub language: Language,
}

impl Naming<'_> {
    /// The name of a record; its id where it has no name or is not in the book.
    #[must_use]
    pub fn title(&self, kind: Kind, id: &str) -> String {
        self.book.find(kind, id).map_or_else(|| id.to_owned(), |record| self.name(record))
    }

    /// The name of a record of the book, put together from its naming fields.
    #[must_use]
    pub fn name(&self, record: &Record) -> String {
        let parts = record.kind().naming_fields().iter().filter_map(|field| self.part(record, field));
        let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        if name.is_empty() { record.id.clone() } else { name }
    }

    fn part(&self, record: &Record, field: &str) -> Option<String> {
        Some(match record.kind().field(field)?.shape {
            Shape::Words | Shape::Prose => {
                record.words(field)?.wording(labels::tongue(self.language)).map(Wording::text)?.to_owned()
            }
            Shape::Choice(choices) => self.language.say(&labels::choice(choices, record.text(field)?)),
            Shape::Link(target) => self.title(target, record.text(field)?),
            Shape::Unit => UnitCode::parse(record.text(field)?).ok().map(|code| self.unit(&code))?,
            _ => record.text(field)?.to_owned(),
        })
    }

    /// The name of a unit, told apart from others of that name.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> String {
        unit(&self.book.land, code, self.language)
    }

    /// The name of a unit or an organisation.
    #[must_use]
    pub fn party(&self, party: &Party) -> String {
        match party {
            Party::Unit(code) => self.unit(code),
            Party::Organisation(id) => self.title(Kind::Organisations, id),
        }
    }

    /// Does something with what sentences ask for names.
    pub fn telling<T>(&self, told: impl FnOnce(&Teller) -> T) -> T {
        let (name, title) = (|party: &Party| self.party(party), |kind, id: &str| self.title(kind, id));
        told(&Teller { language: self.language, name: &name, title: &title })
    }
}

/// The name of a unit, told apart from others of that name by kind and code; the code where no register names it.
#[must_use]
pub fn unit(land: &Land, code: &UnitCode, language: Language) -> String {
    let name = land.name(code);
    if name == code.as_str() {
        return name.to_owned();
    }
    if land.level(code) == Some(Level::County) {
        // Districts of Czechia bear codes of NUTS, counties of Poland are numbers.
        let named = if code.is_numeric() { key::UNIT_NAMED_PL_COUNTY } else { key::UNIT_NAMED_CZ_COUNTY };
        return language.say(&Message::new(named).with("name", name));
    }
    if !land.has_namesake(code) {
        return name.to_owned();
    }
    let kind = unit_kind(land, code, language);
    language.say(&Message::new(key::PAGE_UNIT_APART).with("name", name).with("kind", kind).with("code", code.as_str()))
}

/// The kind of a unit in words: of a Polish municipality from its code, else its level; empty where neither is known.
#[must_use]
pub fn unit_kind(land: &Land, code: &UnitCode, language: Language) -> String {
    let key = match (code.kind(), land.level(code)) {
        (_, Some(Level::County)) => key::PAGE_UNIT_COUNTY,
        (_, Some(Level::Region)) => key::PAGE_UNIT_REGION,
        (Some(UnitKind::Urban), _) => key::PAGE_UNIT_URBAN,
        (Some(UnitKind::Rural), _) => key::PAGE_UNIT_RURAL,
        (Some(UnitKind::UrbanRural), _) => key::PAGE_UNIT_URBAN_RURAL,
        (_, Some(Level::Municipality)) => key::PAGE_UNIT_MUNICIPALITY,
        _ => return String::new(),
    };
    language.say(&Message::new(key))
}
