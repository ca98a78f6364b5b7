//! A unit through the years: how the editions of its register show it, and what happened between them.

use miedza_store::KeptUnit;
use miedza_territory::succession::Reason;
use miedza_territory::{UnitCode, UnitSuccession};
use miedza_texts::{Message, key};

use super::show::Section;
use super::words;
use crate::frame::parts::{Caption, Entry, Heading};
use crate::frame::{Address, Asker, Told};

/// A state, or something that happened.
pub struct YearRow {
    /// Since which edition, or by which.
    pub when: String,
    /// What it says.
    pub what: String,
    /// Another unit that it leads to.
    pub other: Entry,
}

/// The states of a unit and what happened to it, the oldest first.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn of(asker: &Asker, code: &UnitCode, states: &[KeptUnit]) -> Result<Section<YearRow>, Told> {
    let mut dated: Vec<(miedza_territory::Day, u8, YearRow)> = Vec::new();
    dated.extend(states.iter().map(|kept| (kept.valid_from, 1, state(asker, kept))));
    let successions = asker.app.store().successions(code).await?;
    dated.extend(successions.iter().map(|succession| (succession.by, 0, happened(asker, code, succession))));
    dated.sort_by_key(|(day, rank, _)| (*day, *rank));
    Ok(Section {
        heading: asker.say(key::UNIT_YEARS),
        caption: Caption::new("years", asker.say(key::UNIT_YEARS_CAPTION)),
        headings: vec![Heading::words(asker.say(key::UNIT_WHEN)), Heading::words(asker.say(key::UNIT_WHAT))],
        rows: dated.into_iter().map(|(_, _, row)| row).collect(),
        none: String::new(),
    })
}

fn state(asker: &Asker, kept: &KeptUnit) -> YearRow {
    let what = Message::new(key::UNIT_STATE).with("name", kept.unit.name.clone()).with("kind", words::kind(asker, kept));
    let from = words::day(asker, kept.valid_from);
    let when = match kept.valid_to {
        Some(to) => Message::new(key::UNIT_FROM_TO).with("from", from).with("to", words::day(asker, to)),
        None => Message::new(key::UNIT_SINCE).with("from", from),
    };
    YearRow { when: asker.tell(&when), what: asker.tell(&what), other: Entry::default() }
}

fn happened(asker: &Asker, code: &UnitCode, succession: &UnitSuccession) -> YearRow {
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let key = match succession.reason {
        Reason::KindChanged => key::UNIT_KIND_CHANGED,
        Reason::Renamed => key::UNIT_RENAMED,
        Reason::Moved => key::UNIT_MOVED,
        Reason::New => key::UNIT_NEW,
        Reason::Gone => key::UNIT_GONE,
    };
    let told = Message::new(key).with("old", name(&succession.old_name)).with("new", name(&succession.new_name));
    let codes = [&succession.old_code, &succession.new_code];
    let other = codes.into_iter().flatten().find(|other| *other != code);
    let other = other.map(|other| Entry::new(Address::unit(asker.language, other.as_str()), other.as_str()));
    let when = Message::new(key::UNIT_BETWEEN)
        .with("after", words::day(asker, succession.after))
        .with("by", words::day(asker, succession.by));
    YearRow { when: asker.tell(&when), what: asker.tell(&told), other: other.unwrap_or_default() }
}
