//! Figures of a diagnosis in words: names of indicators, numbers with their unit, how each is reckoned, where it comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use miedza_planning::diagnosis::{BoundaryChanges, Breaks, Equivalents, Form, Indicator, Measure, Part, Reckoned, Variable};
use miedza_planning::values::Tongue;
use miedza_sources::bdl::label::Labels;
use miedza_store::{KeptVariable, ObservationImport};
use miedza_texts::{Key, Language, Message, key};

use super::cited;
use super::ground::Ground;
use crate::labels;

/// The name of an indicator in a language.
#[must_use]
pub fn name(indicator: &Indicator, language: Language) -> String {
    indicator.names.get(&labels::tongue(language)).cloned().unwrap_or_else(|| indicator.code.clone())
}

/// The unit of measure in the head of a column; empty for counts without one.
#[must_use]
pub fn unit(unit: &str, language: Language) -> String {
    let found = key::find(&format!("measure-{}", unit.replace('_', "-")));
    found.map_or_else(|| unit.to_owned(), |key| language.say(&Message::new(key)))
}

/// The name of an area of the development monitor.
#[must_use]
pub fn area(area: &str, language: Language) -> String {
    let found = key::find(&format!("monitor-area-{}", area.replace('_', "-")));
    found.map_or_else(|| area.to_owned(), |key| language.say(&Message::new(key)))
}

/// The name of a dimension of the development monitor.
#[must_use]
pub fn dimension(dimension: &str, language: Language) -> String {
    let found = key::find(&format!("monitor-dimension-{}", dimension.replace('_', "-")));
    found.map_or_else(|| dimension.to_owned(), |key| language.say(&Message::new(key)))
}

/// A figure as it is shown, without its unit.
#[must_use]
pub fn number(measure: &Measure, value: f64, language: Language) -> String {
    language.number(measure.rounded(value), usize::from(measure.decimals()))
}

/// A figure with its unit.
#[must_use]
pub fn measured(measure: &Measure, value: f64, language: Language) -> String {
    with_unit(measure, number(measure, value, language), language)
}

fn with_unit(measure: &Measure, number: String, language: Language) -> String {
    // The sign of per cent stands where the language puts it.
    let key: Option<Key> = key::find(&format!("measured-{}", measure.unit.replace('_', "-")));
    match key {
        Some(key) => language.say(&Message::new(key).with("value", number)),
        None => format!("{number}\u{a0}{}", unit(&measure.unit, language)),
    }
}

/// A difference of two figures with its unit: of shares in points.
#[must_use]
pub fn difference(measure: &Measure, value: f64, language: Language) -> String {
    // A difference that a whole number hides is told with a decimal; counts of persons need none else.
    let is_told = measure.form == Form::Sum && value.abs() >= 0.5;
    let shown = language.number(value, usize::from(measure.decimals()).max(usize::from(!is_told)));
    if matches!(measure.unit.as_str(), "per_cent" | "per_mille") {
        return language.say(&Message::new(key::MEASURED_POINTS).with("value", shown));
    }
    with_unit(measure, shown, language)
}

/// How an indicator is reckoned, with the names that the sources give to its variables.
#[must_use]
pub fn formula(indicator: &Indicator, kept: &[KeptVariable], language: Language) -> String {
    let variable = |variable: &Variable| labelled(variable, kept, language);
    let sum = |parts: &[Part]| {
        let signed = |(at, part): (usize, &Part)| match (at, part.is_taken_away) {
            (0, false) => variable(&part.variable),
            (_, true) => format!("− {}", variable(&part.variable)),
            (_, false) => format!("+ {}", variable(&part.variable)),
        };
        parts.iter().enumerate().map(signed).collect::<Vec<_>>().join(" ")
    };
    match &indicator.reckoned {
        Reckoned::Sum(parts) => sum(parts),
        Reckoned::Ratio { above, below, times } => {
            let bracketed = |parts: &[Part]| if parts.len() > 1 { format!("({})", sum(parts)) } else { sum(parts) };
            let ratio = format!("{} ÷ {}", bracketed(above), bracketed(below));
            let is_one = (times - 1.0).abs() < f64::EPSILON;
            if is_one { ratio } else { format!("{ratio} × {}", language.number(*times, 0)) }
        }
        Reckoned::Published { variable: own, weight: Some(weight) } => {
            let told = Message::new(key::DIAGNOSIS_FORMULA_WEIGHTED);
            language.say(&told.with("variable", variable(own)).with("weight", variable(weight)))
        }
        Reckoned::Published { variable: own, weight: None } => {
            language.say(&Message::new(key::DIAGNOSIS_FORMULA_PUBLISHED).with("variable", variable(own)))
        }
    }
}

/// What a reader has to know before comparing by an indicator: across the border, and over a break in its series.
#[must_use]
pub fn differences(ground: &Ground, indicator: &Indicator, language: Language) -> Vec<String> {
    let (countries, tongue) = (ground.countries(), labels::tongue(language));
    let breaks = ground.own.row(&indicator.code).is_ok_and(|row| !row.breaks.is_empty());
    let broken = if breaks { Breaks::held().notes(indicator, &countries, tongue) } else { Vec::new() };
    let former: Vec<&str> = ground.former.iter().map(miedza_territory::UnitCode::as_str).collect();
    let told = Message::new(key::DIAGNOSIS_FORMER).with("codes", former.join(", "));
    let former = (!former.is_empty()).then(|| language.say(&told));
    let changes = changed_boundaries(ground, language);
    Equivalents::held().notes(indicator, &countries, tongue).into_iter().chain(broken).chain(former).chain(changes).collect()
}

/// Changes of boundaries between municipalities of the area within its years.
#[must_use]
pub fn changed_boundaries(ground: &Ground, language: Language) -> Vec<String> {
    BoundaryChanges::held().notes(&ground.subject.members, ground.own.years(), labels::tongue(language))
}

/// The label that the list of variables of the Local Data Bank expects.
fn expected(variable: &Variable) -> Option<String> {
    static LABELS: LazyLock<Option<Labels>> = LazyLock::new(|| Labels::built_in().ok());
    let id = variable.id.parse().ok().filter(|_| variable.source == "bdl")?;
    LABELS.as_ref()?.get(id).map(|expected| expected.label.clone())
}

/// The name of a variable at its source, in quotation marks, with its identifier.
fn labelled(variable: &Variable, kept: &[KeptVariable], language: Language) -> String {
    let named = expected(variable).or_else(|| {
        let known = kept.iter().find(|kept| kept.variable == *variable)?;
        Some(known.label.clone()).filter(|label| *label != variable.to_string())
    });
    let quoted = |label: String| language.say(&Message::new(key::CITED_LABEL).with("label", label));
    named.map_or_else(|| format!("[{variable}]"), |label| format!("{} [{variable}]", quoted(label)))
}

/// Where a figure of the area comes from, in one line: publisher, title, year, day of retrieval.
#[must_use]
pub fn sources(ground: &Ground, code: &str, year: u16, language: Language) -> Vec<String> {
    ground.imports_of(code, year).into_iter().map(|import| source(import, year, language)).collect()
}

/// The same of imports by their numbers, each once; those that are not known any more are left out.
#[must_use]
pub fn sources_of(ground: &Ground, imports: &BTreeSet<u32>, year: u16, language: Language) -> Vec<String> {
    let mut told: Vec<String> =
        imports.iter().filter_map(|import| ground.imports.get(import)).map(|import| source(import, year, language)).collect();
    told.sort();
    told.dedup();
    told
}

/// The name of a content of the program's own tables in a language.
#[must_use]
pub fn named(names: &BTreeMap<Tongue, String>, language: Language) -> String {
    names.get(&labels::tongue(language)).cloned().unwrap_or_default()
}

fn source(import: &ObservationImport, year: u16, language: Language) -> String {
    let day = import.retrieved;
    let known = cited::source(import, [year], language);
    let parts = [known.publisher, known.dataset];
    let told = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let told = Message::new(key::DIAGNOSIS_SOURCE)
        .with("publisher", told)
        .with("year", year.to_string())
        .with("day", language.date(day.year().into(), day.month(), day.of_month()));
    language.say(&told)
}
