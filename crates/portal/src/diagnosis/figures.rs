//! Figures of indicators as rows of tables.

use miedza_planning::diagnosis::Form;
use miedza_planning::diagnosis::claims::Claim;
use miedza_texts::{Message, key};
use miedza_workflows::diagnosis::chapters::Said;
use miedza_workflows::diagnosis::words;

use super::area::Area;
use crate::frame::parts::{Entry, Heading, KeyFigure};

/// An indicator in a list.
pub struct IndicatorRow {
    /// Its page.
    pub link: Entry,
    /// The figure of the area with its unit.
    pub value: String,
    /// Whether the area has none.
    pub is_missing: bool,
    /// Of which year.
    pub year: String,
    /// How it changed over five years.
    pub change: String,
    /// The middle of the peers.
    pub median: String,
    /// Its place among them.
    pub place: String,
    /// `better`, `worse` or empty.
    pub tone: &'static str,
    /// The tone in words.
    pub tone_word: String,
}

/// Headings of such a list.
pub fn headings(area: &Area) -> Vec<Heading> {
    vec![
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_INDICATOR)),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_AREA), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_YEAR), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_CHANGE), ""),
        Heading::number(area.say(key::DIAGNOSIS_COLUMN_MEDIAN), ""),
        Heading::words(area.say(key::DIAGNOSIS_COLUMN_PLACE)),
    ]
}

/// A row of such a list.
pub fn row(area: &Area, said: &Said<'_>) -> IndicatorRow {
    let (measure, language) = (said.indicator.measure(), area.language());
    let newest = area.ground.own.row(&measure.code).ok().and_then(|row| row.newest);
    let value = newest.and_then(|newest| area.ground.own.row(&measure.code).ok()?.area_value(newest.year));
    let compared = said.position.as_ref().filter(|_| measure.form != Form::Sum);
    let median = compared.and_then(|position| position.group.median);
    let is_older = compared.zip(newest).is_some_and(|(position, newest)| position.year != newest.year);
    let of_year = |told: String| match compared.filter(|_| is_older) {
        Some(position) => format!("{told} ({})", position.year),
        None => told,
    };
    let missing = language.optional(None, 0);
    let mut row = IndicatorRow {
        link: Entry::new(area.indicator(&measure.code), area.named(said.indicator)),
        value: value.map_or_else(|| missing.clone(), |value| words::measured(&measure, value, language)),
        is_missing: value.is_none(),
        year: newest.map(|newest| newest.year.to_string()).unwrap_or_default(),
        change: String::new(),
        median: median.map_or_else(|| missing.clone(), |median| of_year(words::measured(&measure, median, language))),
        place: String::new(),
        tone: "",
        tone_word: String::new(),
    };
    for claim in &said.claims {
        if let Claim::Change { from_year, from, to, relative, .. } = claim {
            row.change = change(area, said, (*from_year, *from, *to, *relative));
        }
    }
    if let Some((place, median)) = compared.and_then(|position| position.area).zip(median) {
        let told = Message::new(key::DIAGNOSIS_PLACE).with("rank", place.rank.to_string()).with("of", place.of.to_string());
        row.place = area.tell(&told);
        let (tone, word) = match measure.direction.is_better(measure.rounded(place.value), measure.rounded(median)) {
            Some(true) => ("better", Some(key::DIAGNOSIS_BETTER)),
            Some(false) => ("worse", Some(key::DIAGNOSIS_WORSE)),
            None => ("", None),
        };
        row.tone = tone;
        row.tone_word = word.map(|word| area.say(word)).unwrap_or_default();
    }
    row
}

/// How much a figure changed since a year.
fn change(area: &Area, said: &Said<'_>, (year, from, to, relative): (u16, f64, f64, Option<f64>)) -> String {
    let (measure, language) = (said.indicator.measure(), area.language());
    let sign = if to < from { "−" } else { "+" };
    let by = match relative {
        Some(relative) => language.share(relative.abs(), 1),
        None => words::difference(&measure, (to - from).abs(), language),
    };
    let told = Message::new(key::DIAGNOSIS_CHANGE_SINCE).with("change", format!("{sign}{by}")).with("year", year.to_string());
    area.tell(&told)
}

/// The figures that say it at a glance.
pub fn key_figures(area: &Area, all: &[&Said<'_>]) -> Vec<KeyFigure> {
    const SHOWN: [&str; 6] = [
        "population",
        "seniors_share",
        "children_share",
        "unemployed_per_1000",
        "own_revenue_per_inhabitant",
        "net_migration_per_1000",
    ];
    let figure = |code: &&str| {
        let said = all.iter().find(|said| said.indicator.code == **code)?;
        let level = said.claims.iter().find_map(|claim| match claim {
            Claim::Level { year, value } => Some((*year, *value)),
            _ => None,
        })?;
        let measure = said.indicator.measure();
        Some(KeyFigure {
            label: area.named(said.indicator),
            value: words::number(&measure, level.1, area.language()),
            unit: words::unit(&measure.unit, area.language()),
            note: level.0.to_string(),
        })
    };
    SHOWN.iter().filter_map(figure).collect()
}
