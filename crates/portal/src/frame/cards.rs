//! Partnerships as cards with a small map, and all of them on one map.

use std::collections::BTreeSet;

use miedza_planning::partnership::MemberRole;
use miedza_planning::record::{Kind, Record};
use miedza_territory::{Boundaries, UnitCode};
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::{Ahead, Group, Land, Listed, MapSheet, overview};

use super::address::Address;
use super::asker::Asker;
use super::marks::Said;
use super::member_map;
use super::parts::{Entry, Fact, MapFigure};

/// A partnership to choose.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// Its page.
    pub href: String,
    /// Its name.
    pub heading: String,
    /// Language of the name where that is not the one of the page; else empty.
    pub heading_language: &'static str,
    /// One sentence.
    pub text: String,
    /// Language of the sentence where that is not the one of the page; else empty.
    pub text_language: &'static str,
    /// A small map; may be empty.
    pub svg: String,
    /// A word on its state; may be empty.
    pub state: String,
    /// Sign of that word.
    pub sign: &'static str,
    /// Tone of that word.
    pub tone: &'static str,
    /// What says it at a glance.
    pub facts: Vec<Fact>,
}

/// The address of a partnership.
#[must_use]
pub fn address(asker: &Asker, partnership: &Record) -> Address {
    Address::partnership(asker.language, partnership.text("slug").unwrap_or_default())
}

/// A word of a closed list that a record has; empty if it has none.
#[must_use]
pub fn choice(asker: &Asker, record: &Record, field: &str) -> String {
    let choices = record.kind().field(field).and_then(|field| field.shape.choices());
    choices.zip(record.text(field)).map(|(choices, word)| asker.tell(&labels::choice(choices, word))).unwrap_or_default()
}

/// What a date ahead is about.
#[must_use]
pub fn about(asker: &Asker, ahead: &Ahead) -> String {
    match ahead.what.kind() {
        Kind::Meetings => asker.words(&ahead.what, "title"),
        Kind::Calls => asker.words(&ahead.what, "subject"),
        _ => choice(asker, &ahead.what, "stage"),
    }
}

/// A partnership as a card.
#[must_use]
pub fn card(asker: &Asker, listed: &Listed, land: &Land, shapes: Option<&Boundaries>) -> Card {
    let marked = member_map::marked(asker, land, &listed.members);
    let sketch = |shapes| MapSheet { id: "", title: "", description: "", marked: &marked, shapes }.sketch();
    let fact = |label: String, value: String| Fact { label, value, href: String::new() };
    let members = listed.members.certain.len().to_string();
    let mut facts = vec![
        fact(asker.say(key::PAGE_STAGE), choice(asker, &listed.partnership, "stage")),
        fact(asker.say(key::PAGE_MEMBERS), members),
    ];
    if listed.population.is_whole() {
        facts.push(fact(asker.say(key::PAGE_POPULATION), asker.language.integer(listed.population.value)));
    }
    let name = Said::of(asker, &listed.partnership, "short_name");
    let purpose = Said::of(asker, &listed.partnership, "purpose");
    Card {
        href: address(asker, &listed.partnership).into(),
        heading: name.text,
        heading_language: name.language,
        text: first_sentence(&purpose.text),
        text_language: purpose.language,
        svg: shapes.map(sketch).unwrap_or_default(),
        facts,
        ..Card::default()
    }
}

/// The first sentence of a text, for a card.
fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default().trim();
    match paragraph.find(". ") {
        Some(end) => paragraph[..=end].to_owned(),
        None => paragraph.to_owned(),
    }
}

/// All partnerships on one map, each leading to its page.
#[must_use]
pub fn map(asker: &Asker, rows: &[&Listed], shapes: Option<&Boundaries>) -> MapFigure {
    let groups: Vec<Group> = rows.iter().map(|row| group(asker, row)).collect();
    let title = asker.say(key::PAGE_MAP_ALL);
    let description = asker.tell(&Message::new(key::PAGE_MAP_ALL_DESCRIPTION).with("count", groups.len()));
    let svg = shapes.map(|shapes| overview(shapes, ("partnerships-map", &title, &description), &groups));
    let mut units: Vec<Entry> = groups.iter().map(|group| Entry::new(group.href.clone(), group.told.clone())).collect();
    units.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
    MapFigure {
        id: "map".to_owned(),
        svg: svg.unwrap_or_default(),
        what: title,
        when: asker.date(asker.today().into()),
        source: if shapes.is_some() { asker.say(key::PAGE_MAP_COUNTRIES) } else { String::new() },
        schematic: shapes.filter(|shapes| shapes.schematic).map(|_| asker.say(key::MAP_SCHEMATIC)).unwrap_or_default(),
        list_label: asker.tell(&Message::new(key::PAGE_MAP_ALL_LIST).with("count", groups.len())),
        units,
        ..MapFigure::default()
    }
}

fn group(asker: &Asker, row: &Listed) -> Group {
    let name = asker.words(&row.partnership, "short_name");
    let members = Message::new(key::PAGE_COUNT_MEMBERS).with("count", row.members.certain.len());
    let next = row.ahead.first().map(|ahead| {
        let told = Message::new(key::PAGE_MAP_NEXT).with("date", asker.date(ahead.date));
        asker.tell(&told.with("what", about(asker, ahead)))
    });
    let standing = [choice(asker, &row.partnership, "stage"), asker.tell(&members)].into_iter().chain(next);
    let standing: Vec<String> = standing.filter(|part| !part.is_empty()).collect();
    let leader = row.members.certain.iter().find(|member| member.is(MemberRole::Leader)).and_then(|member| member.party.unit());
    let seat = row.partnership.text("seat_unit").and_then(|code| UnitCode::parse(code).ok());
    Group {
        units: drawn(row),
        seat: leader.cloned().filter(|code| row.municipalities.contains(code)).or(seat),
        href: address(asker, &row.partnership).into(),
        told: format!("{name}: {}", standing.join(", ")),
        name,
    }
}

/// Municipalities that are members, or, where none is, those that take part beside.
fn drawn(row: &Listed) -> BTreeSet<UnitCode> {
    let beside = row.members.beside.iter().filter_map(|member| member.party.unit().cloned());
    row.municipalities.iter().cloned().chain(beside).collect()
}

/// Codes of all units on the maps of these partnerships.
#[must_use]
pub fn codes(rows: &[&Listed]) -> BTreeSet<UnitCode> {
    rows.iter().flat_map(|row| drawn(row)).collect()
}
