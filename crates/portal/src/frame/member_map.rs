//! The map of a partnership as a figure of a page: members by ground, its legend, and in words what it shows.

use std::collections::BTreeSet;

use miedza_planning::partnership::membership::Ground;
use miedza_planning::partnership::{Member, MemberRole, MembersOn};
use miedza_territory::{Boundaries, Level, UnitCode};
use miedza_texts::{Key, Message, key};
use miedza_workflows::partnership::{Land, MapSheet, Marked};

use super::address::Address;
use super::asker::Asker;
use super::parts::{Entry, MapFigure, Sign};
use super::units::unit_name;

/// Names of so many units stand on small maps too.
const FOREMOST: usize = 6;

/// The signs of a map, in the order of its legend.
const SIGNS: [(&str, Key); 7] = [
    ("member leader", key::PAGE_MAP_LEADER),
    ("member", key::PAGE_MAP_MEMBER),
    ("member ground-core", key::PAGE_MAP_CORE),
    ("member ground-marginalisation-risk", key::PAGE_MAP_MARGINALISATION),
    ("member ground-functionally-linked", key::PAGE_MAP_LINKED),
    ("beside", key::PAGE_MAP_BESIDE),
    ("missing", key::PAGE_MAP_POSSIBLE),
];

/// The units of those who take part, each with its sign; counties are not drawn over their municipalities.
#[must_use]
pub fn marked(asker: &Asker, land: &Land, members: &MembersOn) -> Vec<Marked> {
    let certain = members.certain.iter().map(|member| (member, certain_class(member)));
    let possible = members.possible.iter().map(|member| (member, "missing".to_owned()));
    let beside = members.beside.iter().map(|member| (member, "beside".to_owned()));
    let all = certain.chain(possible).chain(beside);
    let mut marked: Vec<Marked> = all.filter_map(|(member, class)| mark(asker, land, member, class)).collect();
    let mut by_size: Vec<(usize, f64)> = marked.iter().enumerate().map(|(number, one)| (number, weight(land, one))).collect();
    by_size.sort_by(|one, two| two.1.total_cmp(&one.1));
    for (number, _) in by_size.into_iter().take(FOREMOST) {
        marked[number].is_foremost = true;
    }
    marked
}

fn certain_class(member: &Member) -> String {
    let ground = member.ground.map(|ground| match ground {
        Ground::Core => " ground-core",
        Ground::MarginalisationRisk => " ground-marginalisation-risk",
        Ground::FunctionallyLinked => " ground-functionally-linked",
        Ground::Other => " ground-other",
    });
    let leader = if member.is(MemberRole::Leader) { " leader" } else { "" };
    format!("member{}{leader}", ground.unwrap_or_default())
}

fn mark(asker: &Asker, land: &Land, member: &Member, class: String) -> Option<Marked> {
    let code = member.party.unit().filter(|code| !matches!(land.level(code), Some(Level::County | Level::Region)))?;
    let name = unit_name(asker, land, code);
    let signs = SIGNS.iter().filter(|(sign, _)| sign.split(' ').all(|part| class.split(' ').any(|other| other == part)));
    let told: Vec<String> = signs.map(|(_, key)| asker.say(*key)).collect();
    Some(Marked {
        code: code.as_str().to_owned(),
        class,
        href: Address::unit(asker.language, code.as_str()).into(),
        told: format!("{name}: {}", told.join(", ")),
        name: land.name(code).to_owned(),
        is_foremost: false,
    })
}

/// Leaders first, then the most populous.
fn weight(land: &Land, marked: &Marked) -> f64 {
    let unit = UnitCode::parse(&marked.code).ok();
    let inhabitants = unit.and_then(|code| land.unit(&code)?.population.last().map(|counted| counted.value));
    let lead = if marked.class.contains("leader") { 1e12 } else { 0.0 };
    lead + inhabitants.unwrap_or_default()
}

/// The figure; its list names every unit, also one that has no shape.
#[must_use]
pub fn figure(
    asker: &Asker,
    land: &Land,
    marked: &[Marked],
    shapes: Option<&Boundaries>,
    (what, when): (&str, &str),
) -> MapFigure {
    let legend = legend(asker, marked);
    let signs = legend.iter().map(|sign| sign.label.clone()).collect::<Vec<_>>().join(", ");
    let description = Message::new(key::PAGE_MAP_DESCRIPTION).with("count", marked.len()).with("signs", signs);
    let description = asker.tell(&description);
    let svg = shapes.map(|shapes| MapSheet { id: "members-map", title: what, description: &description, marked, shapes }.svg());
    let mut units: Vec<Entry> = marked.iter().map(|unit| Entry::new(unit.href.clone(), unit.told.clone())).collect();
    units.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
    let missing: BTreeSet<&str> = missing(marked, shapes);
    let schematic = shapes.filter(|shapes| shapes.schematic).map(|_| asker.say(key::MAP_SCHEMATIC)).unwrap_or_default();
    MapFigure {
        id: "map".to_owned(),
        svg: svg.unwrap_or_default(),
        what: what.to_owned(),
        when: when.to_owned(),
        source: source(asker, shapes, &missing, land),
        schematic,
        list_label: asker.tell(&Message::new(key::PAGE_MAP_LIST).with("count", marked.len())),
        units,
        legend,
    }
}

fn legend(asker: &Asker, marked: &[Marked]) -> Vec<Sign> {
    let is_drawn = |sign: &str| {
        // A leader with a ground has the sign of both; the plain member stands for those without a ground.
        let parts: Vec<&str> = sign.split(' ').collect();
        marked.iter().any(|unit| {
            let has: Vec<&str> = unit.class.split(' ').collect();
            let is_plain = sign == "member" && has.iter().any(|part| part.starts_with("ground-"));
            parts.iter().all(|part| has.contains(part)) && !is_plain
        })
    };
    let drawn = SIGNS.iter().filter(|(sign, _)| is_drawn(sign));
    drawn.map(|(class, key)| Sign { class, label: asker.say(*key) }).collect()
}

fn missing<'a>(marked: &'a [Marked], shapes: Option<&Boundaries>) -> BTreeSet<&'a str> {
    let has_shape = |code: &str| {
        let code = UnitCode::parse(code).ok();
        shapes.zip(code).is_some_and(|(shapes, code)| shapes.units.find(&code).is_some())
    };
    marked.iter().map(|unit| unit.code.as_str()).filter(|code| !has_shape(code)).collect()
}

/// Which units are missing on the map.
fn source(asker: &Asker, shapes: Option<&Boundaries>, missing: &BTreeSet<&str>, land: &Land) -> String {
    if shapes.is_none() || missing.is_empty() {
        return String::new();
    }
    let names: Vec<String> =
        (missing.iter()).filter_map(|code| UnitCode::parse(code).ok()).map(|code| unit_name(asker, land, &code)).collect();
    asker.tell(&Message::new(key::PAGE_MAP_WITHOUT).with("count", names.len()).with("names", names.join(", ")))
}
