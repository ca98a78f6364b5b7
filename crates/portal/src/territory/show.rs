//! A unit: what it is, how it came to be so, its figures, lists that name it, partnerships that it belongs to.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse as _, Redirect};
use miedza_store::{KeptUnit, UnitQuestion};
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Message, key};

use super::around;
use super::eligible::{self, Asked, Eligible};
use super::figures::{self, FigureRow};
use super::flows::{self, TableFlows};
use super::part::{self, FlagRow, PartRow};
use super::words;
use super::years::{self, YearRow};
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, MapFigure, Title};
use crate::frame::{Address, Answer, Asker, Told};

/// A part of the page that is a table.
pub struct Section<R> {
    /// Its heading.
    pub heading: String,
    /// Of the table.
    pub caption: Caption,
    /// Of the columns.
    pub headings: Vec<Heading>,
    /// The rows.
    pub rows: Vec<R>,
    /// What is said where there are none.
    pub none: String,
}

#[derive(Template)]
#[template(path = "territory/show.html")]
struct UnitPage {
    page: Page,
    title: Title,
    facts: Vec<Fact>,
    map: MapFigure,
    explore: Entry,
    flows_heading: String,
    flows: Vec<TableFlows>,
    figures: Section<FigureRow>,
    partnerships: Section<PartRow>,
    flags: Section<FlagRow>,
    eligible: Option<Eligible>,
    years: Section<YearRow>,
    below_heading: String,
    below: Vec<Entry>,
}

/// A code whose last digit no register has leads to the unit as registers have it.
async fn of_other_kind(asker: &Asker, code: &UnitCode) -> Answer {
    let found = asker.app.store().units_by_code(&code.whatever_kind()).await?;
    let now = found.into_values().max_by_key(|kept| kept.valid_from).ok_or_else(unknown_address)?;
    Ok(Redirect::to(&Address::unit(asker.language, now.unit.code.as_str()).to_string()).into_response())
}

/// The unit with this code.
pub async fn show(asker: Asker, Path((_, text)): Path<(String, String)>, asked: Query<Asked>) -> Answer {
    let code = words::code(&text).ok_or_else(unknown_address)?;
    let states = asker.app.store().unit_states(&code).await?;
    let Some(last) = states.last() else { return of_other_kind(&asker, &code).await };
    let above = above(&asker, last).await?;
    let below = below(&asker, last).await?;
    let units = Entry::new(Address::page(asker.language).step("units"), asker.say(key::PORTAL_MENU_UNITS));
    let way = [units].into_iter().chain(above.iter().rev().cloned()).collect();
    let name = words::named(&asker, last);
    page::answer(&UnitPage {
        page: Page::of(&asker, &name).under(way, &name),
        title: title(&asker, last),
        facts: facts(&asker, last, &above),
        map: around::map(&asker, last).await?,
        explore: explore(&asker, last),
        flows_heading: asker.say(key::UNIT_FLOWS),
        flows: flows::of(&asker, &code).await?,
        figures: figures::of(&asker, &code).await?,
        partnerships: part::partnerships(&asker, &code).await?,
        flags: part::flags(&asker, &code).await?,
        eligible: eligible::of(&asker, last, &asked).await?,
        years: years::of(&asker, &code, &states).await?,
        below_heading: asker.say(key::UNIT_BELOW),
        below,
    })
}

/// The map to explore, with the flows of a municipality or the units of what is above it.
fn explore(asker: &Asker, kept: &KeptUnit) -> Entry {
    let map = Address::page(asker.language).step("explore");
    let map = match kept.unit.level {
        Level::Municipality => map.ask("show", "flows-out").ask("unit", kept.unit.code.as_str()),
        _ => map.ask("place", kept.unit.code.as_str()),
    };
    Entry::new(map, asker.say(key::UNIT_EXPLORE))
}

fn title(asker: &Asker, kept: &KeptUnit) -> Title {
    let lead = match kept.valid_to {
        Some(day) => asker.tell(&Message::new(key::UNIT_GONE_BY).with("day", words::day(asker, day))),
        None => String::new(),
    };
    let heading = words::named(asker, kept);
    // The name of a county says that it is one.
    let kind = if heading == kept.unit.name { words::kind(asker, kept) } else { String::new() };
    Title { kind, heading, lead, ..Title::default() }
}

/// The units above, the nearest first.
async fn above(asker: &Asker, kept: &KeptUnit) -> Result<Vec<Entry>, Told> {
    let mut above = Vec::new();
    let mut next = kept.unit.parent.clone();
    // No register has more levels than this.
    for _ in Level::ALL {
        let Some(code) = next else { break };
        let Some(parent) = asker.app.store().unit(&code).await? else { break };
        above.push(Entry::new(Address::unit(asker.language, code.as_str()), words::named(asker, &parent)));
        next = parent.unit.parent;
    }
    Ok(above)
}

/// The units directly below.
async fn below(asker: &Asker, kept: &KeptUnit) -> Result<Vec<Entry>, Told> {
    let parent = Some(kept.unit.code.clone());
    let units = asker.app.store().units(&UnitQuestion { parent, ..UnitQuestion::default() }).await?;
    let names = words::apart(asker, units.iter());
    let mut entries: Vec<Entry> =
        names.into_iter().map(|(code, name)| Entry::new(Address::unit(asker.language, code.as_str()), name)).collect();
    entries.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
    Ok(entries)
}

fn facts(asker: &Asker, kept: &KeptUnit, above: &[Entry]) -> Vec<Fact> {
    let fact = |label, value: String, href: String| Fact { label: asker.say(label), value, href };
    let mut facts = vec![fact(key::UNIT_CODE, kept.unit.code.to_string(), String::new())];
    facts.extend(above.iter().map(|entry| fact(key::UNIT_ABOVE, entry.label.clone(), entry.href.clone())));
    facts.push(fact(key::UNIT_COUNTRY, asker.say(words::country(kept.unit.country)), String::new()));
    if kept.unit.is_county_seat == Some(true) {
        facts.push(fact(key::UNIT_COUNTY_SEAT, asker.say(key::WORD_YES), String::new()));
    }
    facts
}
