//! One indicator of an area: through the years beside the peers, its municipalities as bars, map and table, how it is reckoned.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::{Direction, Form, Indicator};
use miedza_territory::Missing;
use miedza_texts::{Key, Message, key};
use miedza_workflows::diagnosis::chapters::{Said, said};
use miedza_workflows::diagnosis::charts::{self, Chart, years};
use miedza_workflows::diagnosis::{Sentences, words};
use miedza_workflows::partnership::shapes;

use super::area::Area;
use super::class_map::Classed;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, MapFigure, Title};
use crate::frame::{Answer, Asker, Told};

/// A year of the area.
struct YearRow {
    year: String,
    value: String,
    is_missing: bool,
    lower: String,
    median: String,
    upper: String,
    note: String,
}

/// A municipality.
struct MemberRow {
    unit: Entry,
    code: String,
    value: String,
    is_missing: bool,
    place: String,
    decile: String,
    note: String,
}

#[derive(Template)]
#[template(path = "diagnosis/indicator.html")]
struct IndicatorPage {
    page: Page,
    title: Title,
    empty: String,
    sentences: Vec<String>,
    line: Chart,
    has_group: bool,
    years_caption: Caption,
    year_headings: Vec<Heading>,
    years: Vec<YearRow>,
    members_heading: String,
    bars: Chart,
    map: MapFigure,
    members_caption: Caption,
    member_headings: Vec<Heading>,
    members: Vec<MemberRow>,
    facts_heading: String,
    facts: Vec<Fact>,
    sources_heading: String,
    sources: Vec<String>,
    ways: Vec<Entry>,
    files_label: String,
    files: Vec<Entry>,
}

/// One indicator.
pub async fn show(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    let area = Area::open(asker).await?;
    let code = path.get("code").map(String::as_str).unwrap_or_default();
    let indicator = area.ground.indicator(code).ok_or_else(unknown_address)?;
    let said = said(&area.ground, indicator)?;
    let map = map(&area, indicator).await?;
    page::answer(&indicator_page(&area, &said, map))
}

fn indicator_page(area: &Area, said: &Said<'_>, map: MapFigure) -> IndicatorPage {
    let (indicator, language) = (said.indicator, area.language());
    let heading = area.named(indicator);
    let newest = area.ground.own.row(&indicator.code).ok().and_then(|row| row.newest);
    let year = newest.map(|newest| newest.year);
    let sentences = Sentences::of(&area.ground, indicator, language);
    let name = area.name();
    let sources = year.map(|year| words::sources(&area.ground, &indicator.code, year, language)).unwrap_or_default();
    let unit = words::unit(&indicator.unit, language);
    let has_group = indicator.measure().form != Form::Sum;
    IndicatorPage {
        page: area.page(&heading, false).wide(),
        title: Title {
            kind: name.clone(),
            heading: heading.clone(),
            lead: words::area(&indicator.area, language),
            ..Title::default()
        },
        empty: if year.is_none() { area.say(key::DIAGNOSIS_NO_FIGURE) } else { String::new() },
        sentences: said.claims.iter().map(|claim| sentences.told(claim)).collect(),
        line: charts::line(&area.ground, indicator, (&name, language)),
        has_group,
        years_caption: Caption::new("years", heading.clone()),
        year_headings: year_headings(area, &unit, has_group),
        years: year_rows(area, indicator),
        members_heading: area.say(key::DIAGNOSIS_MEMBERS),
        bars: year.map(|year| charts::bars(&area.ground, indicator, year, (&name, language))).unwrap_or_default(),
        map,
        members_caption: Caption::new("members", heading).at(year.map(|year| year.to_string()).unwrap_or_default()),
        member_headings: vec![
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY)),
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_CODE)),
            Heading::number(area.say(key::DIAGNOSIS_COLUMN_VALUE), unit),
            Heading::words(in_year(area.say(key::DIAGNOSIS_COLUMN_PLACE), said)),
            Heading::number(in_year(area.say(key::DIAGNOSIS_COLUMN_DECILE), said), ""),
            Heading::words(area.say(key::DIAGNOSIS_COLUMN_NOTE)),
        ],
        members: year.map(|year| member_rows(area, said, year)).unwrap_or_default(),
        facts_heading: area.say(key::DIAGNOSIS_HOW),
        facts: facts(area, indicator),
        sources_heading: area.say(key::DIAGNOSIS_SOURCES),
        sources,
        ways: ways(area, indicator),
        files_label: area.say(key::LIST_FILES),
        files: ["csv", "json"].map(|ending| Entry::new(area.export(&indicator.code, ending), ending.to_uppercase())).to_vec(),
    }
}

/// A heading with the year in which the members are compared, which may lie before the newest.
fn in_year(heading: String, said: &Said<'_>) -> String {
    said.position.as_ref().map_or_else(|| heading.clone(), |position| format!("{heading} ({})", position.year))
}

fn ways(area: &Area, indicator: &Indicator) -> Vec<Entry> {
    let mut ways = vec![Entry::new(area.space(&indicator.code, None), area.say(key::DIAGNOSIS_SPACE))];
    if indicator.area == "demography" {
        ways.push(Entry::new(area.below(&["outlook"]), area.say(key::DIAGNOSIS_OUTLOOK)));
    }
    ways
}

fn year_headings(area: &Area, unit: &str, has_group: bool) -> Vec<Heading> {
    let number = |key: Key| Heading::number(area.say(key), unit);
    let mut headings = vec![Heading::words(area.say(key::DIAGNOSIS_COLUMN_YEAR)), number(key::DIAGNOSIS_COLUMN_AREA)];
    if has_group {
        headings.extend([key::DIAGNOSIS_COLUMN_LOWER, key::DIAGNOSIS_COLUMN_MEDIAN, key::DIAGNOSIS_COLUMN_UPPER].map(number));
    }
    headings.push(Heading::words(area.say(key::DIAGNOSIS_COLUMN_NOTE)));
    headings
}

fn year_rows(area: &Area, indicator: &Indicator) -> Vec<YearRow> {
    let row = area.ground.own.row(&indicator.code).ok();
    let shown = |one: charts::InYear| {
        let of_group = |value: fn(&miedza_planning::diagnosis::Group) -> Option<f64>| {
            area.number(indicator, one.group.as_ref().and_then(value))
        };
        let figure = row.and_then(|row| row.area_in(one.year)).map(|area| &area.figure);
        let mut notes = Vec::new();
        if let Some(figure) = figure.filter(|figure| figure.value.is_none() && figure.missing > 0) {
            let told = Message::new(key::DIAGNOSIS_MISSING).with("missing", figure.missing.to_string());
            notes.push(area.tell(&told.with("share", miedza_texts::Argument::Share(figure.missing_share, 1))));
        }
        if row.is_some_and(|row| row.breaks.contains(&one.year)) {
            notes.push(area.say(key::DIAGNOSIS_BREAK));
        }
        YearRow {
            year: one.year.to_string(),
            value: area.number(indicator, one.value),
            is_missing: one.value.is_none(),
            lower: of_group(|group| group.lower_quartile),
            median: of_group(|group| group.median),
            upper: of_group(|group| group.upper_quartile),
            note: notes.join(" "),
        }
    };
    years(&area.ground, indicator).into_iter().rev().map(shown).collect()
}

fn member_rows(area: &Area, said: &Said<'_>, year: u16) -> Vec<MemberRow> {
    let Ok(row) = area.ground.own.row(&said.indicator.code) else { return Vec::new() };
    let mut rows: Vec<(Option<f64>, MemberRow)> = Vec::new();
    for (place, code) in area.ground.own.members().iter().enumerate() {
        let figure = row.member_in(place, year);
        let value = figure.and_then(|figure| figure.value);
        let of_member = said.position.as_ref().and_then(|position| position.members.get(place)).and_then(|member| member.place);
        let told = of_member.map(|place| {
            area.tell(&Message::new(key::DIAGNOSIS_PLACE).with("rank", place.rank.to_string()).with("of", place.of.to_string()))
        });
        let why = figure.filter(|figure| figure.value.is_none()).map(|figure| why(area, figure.why_missing));
        rows.push((
            value,
            MemberRow {
                unit: area.unit(code),
                code: code.to_string(),
                value: area.number(said.indicator, value),
                is_missing: value.is_none(),
                place: told.unwrap_or_default(),
                decile: of_member.map(|place| place.decile.to_string()).unwrap_or_default(),
                note: why.unwrap_or_default(),
            },
        ));
    }
    rows.sort_by(|one, other| {
        let known = |value: Option<f64>| value.unwrap_or(f64::NEG_INFINITY);
        known(other.0).total_cmp(&known(one.0)).then_with(|| one.1.code.cmp(&other.1.code))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

fn why(area: &Area, missing: Option<Missing>) -> String {
    area.say(match missing {
        Some(Missing::Suppressed) => key::DIAGNOSIS_SUPPRESSED,
        Some(Missing::NotApplicable) => key::DIAGNOSIS_NOT_APPLICABLE,
        Some(Missing::NotGiven) | None => key::DIAGNOSIS_NOT_GIVEN,
    })
}

fn facts(area: &Area, indicator: &Indicator) -> Vec<Fact> {
    let fact = |label: Key, value: String| Fact { label: area.say(label), value, href: String::new() };
    let direction = match indicator.direction {
        Direction::Stimulant => key::DIAGNOSIS_MORE_IS_BETTER,
        Direction::Destimulant => key::DIAGNOSIS_LESS_IS_BETTER,
        Direction::Neutral => key::DIAGNOSIS_NEITHER,
    };
    let rule = match indicator.measure().form {
        Form::Sum => key::DIAGNOSIS_RULE_SUM,
        Form::Ratio => key::DIAGNOSIS_RULE_RATIO,
        Form::Weighted | Form::NotAddable => key::DIAGNOSIS_RULE_PUBLISHED,
    };
    let mut facts = vec![
        fact(key::DIAGNOSIS_FACT_FORMULA, words::formula(indicator, &area.ground.variables, area.language())),
        fact(key::DIAGNOSIS_FACT_UNIT, words::unit(&indicator.unit, area.language())),
        fact(key::DIAGNOSIS_FACT_DIRECTION, area.say(direction)),
        fact(key::DIAGNOSIS_FACT_RULE, area.say(rule)),
        fact(key::DIAGNOSIS_FACT_CODE, indicator.code.clone()),
    ];
    let differences = words::differences(&area.ground, indicator, area.language());
    facts.extend(differences.into_iter().map(|difference| fact(key::DIAGNOSIS_FACT_COMPARABILITY, difference)));
    facts
}

/// The municipalities in classes.
async fn map(area: &Area, indicator: &Indicator) -> Result<MapFigure, Told> {
    let Some(row) = area.ground.own.row(&indicator.code).ok() else { return Ok(MapFigure::default()) };
    let Some(newest) = row.newest else { return Ok(MapFigure::default()) };
    let members: BTreeSet<_> = area.ground.subject.members.iter().cloned().collect();
    let ground = shapes(area.asker.app.store(), &members, &BTreeSet::new(), None).await?;
    let measure = indicator.measure();
    let classed = Classed {
        id: "indicator-map",
        what: area.named(indicator),
        year: newest.year,
        values: area.ground.own.members().iter().cloned().zip(row.member_values(newest.year)).collect(),
        told: &|value| words::number(&measure, value, area.language()),
    };
    classed.map(area, ground.as_ref()).await
}
