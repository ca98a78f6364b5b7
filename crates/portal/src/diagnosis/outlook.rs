//! The population of an area to 2040: a course with its band, ages, municipalities, scenarios, and everything that is assumed.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use miedza_planning::diagnosis::projection::{AtYear, Course, Figure, Outlook, OutlookError, PlaceCourse};
use miedza_territory::UnitCode;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::charts::{self, Chart};
use miedza_workflows::diagnosis::{export, outlook};

use super::area::Area;
use crate::frame::attachment::attachment;
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, KeyFigure, Title};
use crate::frame::{Answer, Asker};

/// What the table of years shows, with its decimals.
const SHOWN: [(Figure, Key, usize); 10] = [
    (Figure::Persons, key::DIAGNOSIS_FIGURE_PERSONS, 0),
    (Figure::Aged3To6, key::DIAGNOSIS_FIGURE_AGED_3_TO_6, 0),
    (Figure::Aged7To14, key::DIAGNOSIS_FIGURE_AGED_7_TO_14, 0),
    (Figure::Aged15To18, key::DIAGNOSIS_FIGURE_AGED_15_TO_18, 0),
    (Figure::Aged65AndOver, key::DIAGNOSIS_FIGURE_AGED_65_AND_OVER, 0),
    (Figure::Aged80AndOver, key::DIAGNOSIS_FIGURE_AGED_80_AND_OVER, 0),
    (Figure::YouthDependency, key::DIAGNOSIS_FIGURE_YOUTH_DEPENDENCY, 1),
    (Figure::OldAgeDependency, key::DIAGNOSIS_FIGURE_OLD_AGE_DEPENDENCY, 1),
    (Figure::Dependency, key::DIAGNOSIS_FIGURE_DEPENDENCY, 1),
    (Figure::MedianAge, key::DIAGNOSIS_FIGURE_MEDIAN_AGE, 1),
];
/// Years of the table of municipalities.
const MILESTONES: [u16; 2] = [2030, 2040];

/// A figure with its band below; the band is empty where there is none.
struct Cell {
    value: String,
    band: String,
}

/// A year of the area.
struct YearRow {
    year: String,
    cells: Vec<Cell>,
}

/// A municipality.
struct UnitRow {
    unit: Entry,
    cells: Vec<Cell>,
    note: String,
}

/// A scenario.
struct ScenarioRow {
    name: String,
    cells: Vec<String>,
}

/// All that is shown where ages are known.
#[derive(Default)]
struct Projected {
    figures: Vec<KeyFigure>,
    future: Chart,
    pyramid: Chart,
    years: Vec<YearRow>,
    unit_headings: Vec<Heading>,
    units: Vec<UnitRow>,
    scenario_headings: Vec<Heading>,
    scenarios: Vec<ScenarioRow>,
    assumed: Vec<String>,
    limits: Vec<String>,
    files: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "diagnosis/outlook.html")]
struct OutlookPage {
    page: Page,
    title: Title,
    missing: Vec<String>,
    projected: Projected,
    band_note: String,
    years_caption: Caption,
    year_headings: Vec<Heading>,
    units_heading: String,
    units_caption: Caption,
    scenarios_heading: String,
    scenarios_caption: Caption,
    assumed_heading: String,
    limits_heading: String,
    files_label: String,
}

/// The population to 2040.
pub async fn show(asker: Asker) -> Answer {
    let area = Area::open(asker).await?;
    let found = area.asker.app.diagnoses().outlook(&area.ground).await?;
    let (missing, projected) = match found.as_ref() {
        Ok(outlook) => (Vec::new(), projected(&area, outlook)),
        Err(error) => (missing(&area, error)?, Projected::default()),
    };
    let heading = area.say(key::DIAGNOSIS_OUTLOOK);
    page::answer(&OutlookPage {
        page: area.page(&heading, false).wide(),
        title: Title { kind: area.name(), heading, lead: area.say(key::DIAGNOSIS_OUTLOOK_LEAD), ..Title::default() },
        missing,
        projected,
        band_note: area.say(key::DIAGNOSIS_OUTLOOK_BAND),
        years_caption: Caption::new("years", area.say(key::DIAGNOSIS_OUTLOOK_YEARS)),
        year_headings: year_headings(&area),
        units_heading: area.say(key::DIAGNOSIS_MEMBERS),
        units_caption: Caption::new("units", area.say(key::DIAGNOSIS_OUTLOOK_UNITS)),
        scenarios_heading: area.say(key::DIAGNOSIS_OUTLOOK_SCENARIOS),
        scenarios_caption: Caption::new("scenarios", area.say(key::DIAGNOSIS_OUTLOOK_SCENARIOS_CAPTION)),
        assumed_heading: area.say(key::DIAGNOSIS_OUTLOOK_ASSUMED),
        limits_heading: area.say(key::DIAGNOSIS_OUTLOOK_LIMITS),
        files_label: area.say(key::LIST_FILES),
    })
}

/// The population to 2040 as a table for programs.
pub async fn file(asker: Asker, Path(path): Path<BTreeMap<String, String>>) -> Answer {
    if path.get("ending").is_none_or(|ending| ending != "csv") {
        return Err(unknown_address().into());
    }
    let area = Area::open(asker).await?;
    let found = area.asker.app.diagnoses().outlook(&area.ground).await?;
    let outlook = found.as_ref().as_ref().map_err(|_| unknown_address())?;
    Ok(attachment("text/csv; charset=utf-8", "population.csv", export::outlook_csv(&area.ground, outlook)))
}

/// Which figures would be needed.
fn missing(area: &Area, error: &OutlookError) -> Result<Vec<String>, Failure> {
    let mut told = Vec::new();
    if let OutlookError::Incomplete { year, units, named } = error {
        let names: Vec<String> = named.split(", ").map(|code| name(area, code)).collect();
        let message = Message::new(key::DIAGNOSIS_OUTLOOK_MISSING)
            .with("count", *units)
            .with("year", year.to_string())
            .with("names", names.join(", "));
        told.push(area.tell(&message));
    }
    told.push(area.tell(&Message::new(key::DIAGNOSIS_OUTLOOK_NEEDED).with("variables", outlook::needed()?.join(", "))));
    Ok(told)
}

/// The name of a code as far as there is one.
fn name(area: &Area, code: &str) -> String {
    UnitCode::parse(code).map_or_else(|_| code.to_owned(), |code| area.ground.name(&code))
}

fn projected(area: &Area, found: &Outlook) -> Projected {
    let language = area.language();
    let population = outlook::population(&area.ground, found, language);
    Projected {
        figures: figures(area, found),
        future: charts::future(&population, language),
        pyramid: charts::pyramid(&population, language),
        years: found.area.years.iter().map(|at| year_row(area, at)).collect(),
        unit_headings: unit_headings(area, found),
        units: found.units.iter().filter_map(|place| unit_row(area, found, place)).collect(),
        scenario_headings: scenario_headings(area),
        scenarios: found.courses.iter().map(|course| scenario_row(area, found, course)).collect(),
        assumed: population.assumptions,
        limits: limits(area, found),
        files: vec![Entry::new(area.below(&["outlook", "export", "csv"]), "CSV")],
    }
}

fn figures(area: &Area, found: &Outlook) -> Vec<KeyFigure> {
    let (Some(first), Some(last)) = (found.area.years.first(), found.area.years.last()) else { return Vec::new() };
    let shown = [(Figure::Persons, 0), (Figure::Aged80AndOver, 0), (Figure::Dependency, 1), (Figure::MedianAge, 1)];
    let figure = |(figure, decimals): (Figure, usize)| {
        let (_, word, _) = SHOWN.iter().find(|(shown, _, _)| *shown == figure)?;
        let told = |at: &AtYear| at.figures.get(&figure).map(|value| area.language().number(*value, decimals));
        let since = Message::new(key::DIAGNOSIS_OUTLOOK_FROM).with("value", told(first)?).with("from", first.year.to_string());
        Some(KeyFigure {
            label: area.say(*word),
            value: told(last)?,
            unit: String::new(),
            note: area.tell(&since.with("until", last.year.to_string())),
        })
    };
    shown.into_iter().filter_map(figure).collect()
}

fn cell(area: &Area, at: Option<&AtYear>, figure: Figure, decimals: usize) -> Cell {
    let number = |value: f64| area.language().number(value, decimals);
    let value = at.and_then(|at| at.figures.get(&figure)).copied();
    let band = at.and_then(|at| at.band.get(&figure));
    Cell {
        value: area.language().optional(value, decimals),
        band: band.map(|band| format!("{} – {}", number(band.low), number(band.high))).unwrap_or_default(),
    }
}

fn year_headings(area: &Area) -> Vec<Heading> {
    let figures = SHOWN.iter().map(|(_, word, _)| Heading::number(area.say(*word), ""));
    std::iter::once(Heading::words(area.say(key::DIAGNOSIS_COLUMN_YEAR))).chain(figures).collect()
}

fn year_row(area: &Area, at: &AtYear) -> YearRow {
    let cells = SHOWN.iter().map(|(figure, _, decimals)| cell(area, Some(at), *figure, *decimals)).collect();
    YearRow { year: at.year.to_string(), cells }
}

fn unit_headings(area: &Area, found: &Outlook) -> Vec<Heading> {
    let years = std::iter::once(found.from).chain(MILESTONES);
    let mut headings = vec![Heading::words(area.say(key::DIAGNOSIS_COLUMN_MUNICIPALITY))];
    headings.extend(years.map(|year| Heading::number(year.to_string(), area.say(key::REPORT_UNIT_PERSONS))));
    headings.push(Heading::number(area.say(key::DIAGNOSIS_COLUMN_CHANGE), "%"));
    headings.push(Heading::words(area.say(key::DIAGNOSIS_COLUMN_NOTE)));
    headings
}

fn unit_row(area: &Area, found: &Outlook, place: &PlaceCourse) -> Option<UnitRow> {
    let code = place.unit.as_ref()?;
    let at = |year: u16| place.years.iter().find(|at| at.year == year);
    let persons = |year: u16| at(year).and_then(|at| at.figures.get(&Figure::Persons)).copied();
    let years = std::iter::once(found.from).chain(MILESTONES);
    let mut cells: Vec<Cell> = years.map(|year| cell(area, at(year), Figure::Persons, 0)).collect();
    let change = persons(found.from).filter(|before| *before > 0.0).zip(persons(found.parameters.until));
    let change = change.map(|(before, after)| 100.0 * (after - before) / before);
    cells.push(Cell { value: area.language().optional(change, 1), band: String::new() });
    let notes = [
        (found.small.contains(code), key::DIAGNOSIS_OUTLOOK_SMALL),
        (found.without_migration.contains(code), key::DIAGNOSIS_OUTLOOK_NO_MIGRATION),
        (place.withheld > 0.0, key::DIAGNOSIS_OUTLOOK_WITHHELD),
    ];
    let notes: Vec<String> = notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| area.say(note)).collect();
    Some(UnitRow { unit: area.unit(code), cells, note: notes.join(" ") })
}

fn scenario_headings(area: &Area) -> Vec<Heading> {
    let mut headings = vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_SCENARIO)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_FERTILITY), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_LIFE), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_MIGRATION), "‰"),
    ];
    headings.extend(MILESTONES.map(|year| Heading::number(year.to_string(), area.say(key::REPORT_UNIT_PERSONS))));
    headings
}

fn scenario_row(area: &Area, found: &Outlook, course: &Course) -> ScenarioRow {
    let language = area.language();
    let persons = |year: u16| {
        let at = found.area.years.iter().find(|at| at.year == year)?;
        at.scenarios.get(&course.name)?.get(&Figure::Persons).copied()
    };
    let named = key::find(&format!("diagnosis-scenario-{}", course.name));
    let assumed = [course.fertility_factor, course.life_expectancy_gain, course.net_migration_added];
    let assumed = [(assumed[0], 2), (assumed[1], 1), (assumed[2], 1)];
    ScenarioRow {
        name: named.map_or_else(|| course.name.clone(), |key| area.say(key)),
        cells: assumed
            .into_iter()
            .map(|(value, decimals)| language.number(value, decimals))
            .chain(MILESTONES.map(|year| language.optional(persons(year), 0)))
            .collect(),
    }
}

/// What the projection does not know.
fn limits(area: &Area, found: &Outlook) -> Vec<String> {
    let language = area.language();
    let band = Message::new(key::DIAGNOSIS_OUTLOOK_DRAWN)
        .with("draws", language.number(found.parameters.replicates.into(), 0))
        .with("fertility", language.share(found.deviations.fertility, 0))
        .with("life", language.number(found.deviations.life_expectancy, 1))
        .with("migration", language.number(found.deviations.net_migration, 1));
    let mut told = vec![area.say(key::DIAGNOSIS_OUTLOOK_LIMIT), area.tell(&band)];
    let lists = [
        (&found.small, key::DIAGNOSIS_OUTLOOK_SMALL_UNITS),
        (&found.without_migration, key::DIAGNOSIS_OUTLOOK_WITHOUT_MIGRATION),
    ];
    for (units, sentence) in lists.into_iter().filter(|(units, _)| !units.is_empty()) {
        let names: Vec<String> = units.iter().map(|code| area.ground.name(code)).collect();
        told.push(area.tell(&Message::new(sentence).with("names", names.join(", "))));
    }
    told
}
