//! The municipalities of an area side by side: one area of the monitor at a time, each figure with its tenth among the peers,
//! and how unequal the municipalities are.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::catalogue::AREAS;
use miedza_planning::diagnosis::spread::Among;
use miedza_planning::diagnosis::{Indicator, NoSpread, Position, Spread, spread};
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::chapters::said;
use miedza_workflows::diagnosis::{Grouping, export, words};

use super::area::Area;
use super::chosen::asked_of;
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Title};
use crate::frame::{Answer, Asker};

/// Shades of tenths 1 to 10; the number of the tenth stands in the cell.
const SHADES: [&str; 10] =
    ["class-1", "class-1", "class-2", "class-3", "class-3", "class-4", "class-5", "class-5", "class-6", "class-7"];

/// A figure with its tenth.
struct Cell {
    value: String,
    decile: String,
    shade: &'static str,
}

/// A municipality, or the area.
struct PlaceRow {
    name: Entry,
    cells: Vec<Cell>,
}

/// How unequal the municipalities are by one indicator, or why nothing is said.
struct SpreadRow {
    link: Entry,
    year: String,
    measures: Vec<String>,
    among: String,
    why: String,
}

#[derive(Template)]
#[template(path = "diagnosis/compare.html")]
struct ComparePage {
    page: Page,
    title: Title,
    empty: String,
    action: String,
    carried: Vec<(String, String)>,
    part: FormField,
    parts: Vec<Choice>,
    chosen_part: &'static str,
    chosen_groups: &'static str,
    show: String,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<PlaceRow>,
    sum: PlaceRow,
    note: String,
    spread_heading: String,
    spread_lead: String,
    spread_action: String,
    grouping: FormField,
    groupings: Vec<Choice>,
    spread_caption: Caption,
    spread_headings: Vec<Heading>,
    spreads: Vec<SpreadRow>,
    files_label: String,
    files: Vec<Entry>,
}

/// An indicator of the chosen part with the places in the newest year in which it can be compared.
struct Column<'a> {
    indicator: &'a Indicator,
    position: Position,
}

/// The parts of the monitor that have figures.
fn parts_with_figures(area: &Area) -> Vec<&'static str> {
    AREAS.into_iter().filter(|part| area.ground.with_figures(part).next().is_some()).collect()
}

/// The part that the address names, else the first one with figures.
fn part_of(area: &Area) -> Result<&'static str, Failure> {
    let parts = parts_with_figures(area);
    let named = asked_of(&area.asker.uri, "part", &parts)?.into_iter().next().unwrap_or_default();
    Ok(parts.iter().find(|part| **part == named).or(parts.first()).copied().unwrap_or_default())
}

fn columns<'a>(area: &'a Area, part: &'a str) -> Result<Vec<Column<'a>>, Failure> {
    let mut columns = Vec::new();
    for indicator in area.ground.with_figures(part) {
        columns.extend(said(&area.ground, indicator)?.position.map(|position| Column { indicator, position }));
    }
    Ok(columns)
}

/// Municipalities side by side.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let part = part_of(&area)?;
    let columns = columns(&area, part)?;
    let heading = area.say(key::DIAGNOSIS_BESIDE);
    let grouping = grouping_of(&area)?;
    let groups = area.ground.grouped(grouping);
    let members = area.ground.own.members().iter().enumerate();
    page::answer(&ComparePage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_BESIDE_LEAD), ..Title::default() },
        empty: if columns.is_empty() { area.say(key::DIAGNOSIS_NO_FIGURES) } else { String::new() },
        action: area.asker.uri.path().to_owned(),
        carried: area.chosen.pairs(),
        part: select(&area, "part", key::DIAGNOSIS_COLUMN_PART),
        chosen_part: part,
        chosen_groups: grouping.word(),
        parts: parts_with_figures(&area).into_iter().map(|one| choice(&area, one, part)).collect(),
        show: area.say(key::DIAGNOSIS_SHOW),
        caption: Caption::new("beside", words::area(part, area.language())),
        headings: headings(&area, &columns),
        rows: members.map(|(place, code)| member_row(&area, (place, code), &columns)).collect(),
        sum: area_row(&area, &columns),
        note: area.say(key::DIAGNOSIS_BESIDE_NOTE),
        spread_heading: area.say(key::DIAGNOSIS_SPREAD),
        spread_lead: area.say(key::DIAGNOSIS_SPREAD_LEAD),
        spread_action: format!("{}#spread-heading", area.asker.uri.path()),
        grouping: select(&area, "groups", key::DIAGNOSIS_SPREAD_GROUPS),
        groupings: Grouping::ALL.map(|one| grouping_choice(&area, one, grouping)).to_vec(),
        spread_caption: Caption::new("spread", area.say(key::DIAGNOSIS_SPREAD_CAPTION)).at(groups_told(&area, &groups)),
        spread_headings: spread_headings(&area),
        spreads: columns.iter().map(|column| spread_row(&area, column, &groups)).collect(),
        files_label: area.say(key::LIST_FILES),
        files: vec![Entry::new(area.below(&["compare", "export", "csv"]).ask("part", part), "CSV")],
    })
}

/// The same as a table for programs.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    if path.get("ending").is_none_or(|ending| ending != "csv") {
        return Err(unknown_address().into());
    }
    let area = Area::open(asker).await?;
    let part = part_of(&area)?;
    let indicators: Vec<&Indicator> = area.ground.with_figures(part).collect();
    let table = export::comparison_csv(&area.ground, &indicators)?;
    Ok(attachment("text/csv; charset=utf-8", &format!("municipalities-{part}.csv"), table))
}

fn select(area: &Area, name: &str, label: Key) -> FormField {
    FormField { name: name.to_owned(), label: area.say(label), optional: " ".to_owned(), ..FormField::default() }
}

/// The groups that the address names, else the usual ones.
fn grouping_of(area: &Area) -> Result<Grouping, Failure> {
    let named = asked_of(&area.asker.uri, "groups", &Grouping::ALL.map(Grouping::word))?;
    Ok(named.first().and_then(|word| Grouping::parse(word)).unwrap_or_default())
}

fn grouping_choice(area: &Area, one: Grouping, chosen: Grouping) -> Choice {
    let label = match one {
        Grouping::County => key::DIAGNOSIS_GROUPING_COUNTY,
        Grouping::Region => key::DIAGNOSIS_GROUPING_REGION,
        Grouping::Country => key::DIAGNOSIS_GROUPING_COUNTRY,
        Grouping::Kind => key::DIAGNOSIS_GROUPING_KIND,
    };
    Choice { value: one.word().to_owned(), label: area.say(label), is_chosen: one == chosen, ..Choice::default() }
}

/// How many groups there are.
fn groups_told(area: &Area, groups: &BTreeMap<UnitCode, String>) -> String {
    let count = groups.values().collect::<BTreeSet<_>>().len();
    area.tell(&Message::new(key::DIAGNOSIS_SPREAD_COUNT).with("count", count))
}

fn choice(area: &Area, part: &str, chosen: &str) -> Choice {
    Choice { value: part.to_owned(), label: words::area(part, area.language()), is_chosen: part == chosen, ..Choice::default() }
}

fn headings(area: &Area, columns: &[Column<'_>]) -> Vec<Heading> {
    let column = |column: &Column<'_>| {
        let unit = words::unit(&column.indicator.unit, area.language());
        let unit = if unit.is_empty() { column.position.year.to_string() } else { format!("{unit}, {}", column.position.year) };
        Heading::number(area.named(column.indicator), unit)
    };
    std::iter::once(Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY))).chain(columns.iter().map(column)).collect()
}

fn cell(area: &Area, column: &Column<'_>, value: Option<f64>, decile: Option<u8>) -> Cell {
    let shade = decile.and_then(|decile| SHADES.get(usize::from(decile).checked_sub(1)?)).copied();
    let told = |decile: u8| area.tell(&Message::new(key::DIAGNOSIS_TENTH).with("decile", decile.to_string()));
    Cell {
        value: area.number(column.indicator, value),
        decile: decile.map(told).unwrap_or_default(),
        shade: shade.unwrap_or(if value.is_none() { "missing" } else { "" }),
    }
}

fn member_row(area: &Area, (place, code): (usize, &UnitCode), columns: &[Column<'_>]) -> PlaceRow {
    let of_column = |column: &Column<'_>| {
        let row = area.ground.own.row(&column.indicator.code).ok();
        let value = row.and_then(|row| row.member_in(place, column.position.year)).and_then(|figure| figure.value);
        let of_member = column.position.members.get(place).and_then(|member| member.place);
        cell(area, column, value, of_member.map(|place| place.decile))
    };
    PlaceRow { name: area.unit(code), cells: columns.iter().map(of_column).collect() }
}

fn area_row(area: &Area, columns: &[Column<'_>]) -> PlaceRow {
    let of_column = |column: &Column<'_>| {
        let value = area.ground.own.row(&column.indicator.code).ok().and_then(|row| row.area_value(column.position.year));
        cell(area, column, value, column.position.area.map(|place| place.decile))
    };
    PlaceRow { name: Entry::here(area.say(key::DIAGNOSIS_COLUMN_AREA)), cells: columns.iter().map(of_column).collect() }
}

fn spread_headings(area: &Area) -> Vec<Heading> {
    let number = |key: Key| Heading::number(area.say(key), "");
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_INDICATOR)),
        number(key::DIAGNOSIS_COLUMN_YEAR),
        number(key::DIAGNOSIS_COLUMN_GINI),
        number(key::DIAGNOSIS_COLUMN_THEIL),
        number(key::DIAGNOSIS_COLUMN_BETWEEN),
        number(key::DIAGNOSIS_COLUMN_WITHIN),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_AMONG)),
    ]
}

fn spread_row(area: &Area, column: &Column<'_>, groups: &BTreeMap<UnitCode, String>) -> SpreadRow {
    let code = column.indicator.code.as_str();
    let found = spread(&area.ground.own, code, "population", column.position.year, groups);
    let (measures, among, why) = match found {
        Ok(found) => (measures(area, &found), area.say(among(found.among)), String::new()),
        Err(why) => (Vec::new(), String::new(), why_not(area, &why)),
    };
    let link = Entry::new(area.indicator(code), area.named(column.indicator));
    SpreadRow { link, year: column.position.year.to_string(), measures, among, why }
}

/// Gini, Theil, between groups, within them.
fn measures(area: &Area, found: &Spread) -> Vec<String> {
    let of_group = found.inequality.by_group.as_ref();
    let values = [
        Some(found.inequality.gini),
        Some(found.inequality.theil),
        of_group.map(|of_group| of_group.between),
        of_group.map(|of_group| of_group.within),
    ];
    values.map(|value| area.language().optional(value, 3)).to_vec()
}

const fn among(among: Among) -> Key {
    match among {
        Among::Inhabitants => key::DIAGNOSIS_AMONG_INHABITANTS,
        Among::Members => key::DIAGNOSIS_AMONG_MEMBERS,
    }
}

fn why_not(area: &Area, why: &NoSpread) -> String {
    match why {
        NoSpread::NotAddable { .. } => area.say(key::DIAGNOSIS_SPREAD_NOT_ADDABLE),
        NoSpread::Balance { .. } => area.say(key::DIAGNOSIS_SPREAD_BALANCE),
        NoSpread::BelowZero { unit, .. } => {
            area.tell(&Message::new(key::DIAGNOSIS_SPREAD_BELOW_ZERO).with("unit", area.ground.name(unit)))
        }
        NoSpread::TooFew { known, .. } => area.tell(&Message::new(key::DIAGNOSIS_SPREAD_TOO_FEW).with("count", *known)),
        NoSpread::AllZero { .. } => area.say(key::DIAGNOSIS_SPREAD_ALL_ZERO),
        _ => area.say(key::DIAGNOSIS_SPREAD_UNFIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_tenth_is_never_lighter() {
        assert!(SHADES.is_sorted(), "{SHADES:?}");
        assert_eq!((SHADES.first(), SHADES.last()), (Some(&"class-1"), Some(&"class-7")));
    }
}
