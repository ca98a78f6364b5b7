//! The answer in words.

use miedza_texts::{Argument, Key, Language, Message, key};

use super::CompareDone;
use super::answer::{BestMatch, Changed, Compared, Measures, MovedFigure, Pieces};
use crate::delimitation::outputs::aligned;
use crate::listing;

/// Areas that the terminal lists.
const SHOWN: usize = 12;

impl CompareDone {
    /// The comparison in words.
    pub fn told(&self, language: Language) -> String {
        let compared = &self.compared;
        let mut lines = vec![language.say(&Message::new(key::COMPARE_HEAD).with("units", compared.common_units))];
        let marks = compared.marks.words(language).join(", ");
        if !marks.is_empty() {
            lines.push(language.say(&Message::new(key::COMPARE_MARKS).with("marks", marks)));
        }
        lines.push(String::new());
        lines.extend(measures(compared, language));
        lines.push(String::new());
        lines.extend(compared.moved.iter().map(|figure| language.say(&moved(figure))));
        lines.extend(contiguity(compared).map(|told| language.say(&told)));
        lines.extend(matches(compared, language));
        lines.extend(units(compared, language));
        if let Some(folder) = &self.folder {
            lines.push(language.say(&Message::new(key::DONE_FOLDER).with("folder", folder)));
        }
        lines.join("\n")
    }
}

fn measures(compared: &Compared, language: Language) -> Vec<String> {
    let word = |key: Key| language.say(&key.into());
    let by_weight = |figure: fn(&Measures) -> Option<f64>| language.optional(compared.weighted.as_ref().and_then(figure), 4);
    let row = |key: Key, figure: fn(&Measures) -> Option<f64>| {
        [word(key), language.optional(figure(&compared.units), 4), by_weight(figure)]
    };
    let weighed_by =
        if compared.weight == Some("out_commuters") { key::COMPARE_BY_OUT_COMMUTERS } else { key::COMPARE_BY_RESIDENTS };
    aligned(&[
        [word(key::COMPARE_MEASURE), word(key::COMPARE_BY_UNITS), word(weighed_by)],
        row(key::COMPARE_ADJUSTED_RAND, |measures| measures.adjusted_rand),
        row(key::COMPARE_NMI, |measures| Some(measures.normalised_mutual_information)),
        row(key::COMPARE_VI, |measures| Some(measures.variation_of_information)),
    ])
}

fn moved(figure: &MovedFigure) -> Message {
    let told = match figure.figure {
        "units" => key::COMPARE_MOVED_UNITS,
        "employed_residents" => key::COMPARE_MOVED_RESIDENTS,
        "out_commuters" => key::COMPARE_MOVED_OUT_COMMUTERS,
        "in_commuters" => key::COMPARE_MOVED_IN_COMMUTERS,
        "population" => key::COMPARE_MOVED_POPULATION,
        _ => key::COMPARE_MOVED_JOBS,
    };
    let sums = &figure.sums;
    let told = Message::new(told).with("moved", Argument::Number(sums.moved, 0)).with("all", Argument::Number(sums.all, 0));
    told.with("share", Argument::Share(sums.share.unwrap_or(0.0), 1))
}

/// The units that change their area, leave all areas or join one, by name; what those who leave and join hold.
fn units(compared: &Compared, language: Language) -> Vec<String> {
    let lists =
        [(key::COMPARE_CHANGED, &compared.changed), (key::COMPARE_LEFT, &compared.left), (key::COMPARE_JOINED, &compared.joined)];
    let note = |(key, units): (Key, &Vec<Changed>)| listing::note(key, &units.iter().map(named).collect::<Vec<_>>());
    let mut lines: Vec<String> = lines_of(lists.into_iter().filter_map(note), language);
    if !compared.left.is_empty() || !compared.joined.is_empty() {
        lines.extend(lines_of(compared.moved.iter().filter_map(left_and_joined), language));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

fn lines_of(told: impl Iterator<Item = Message>, language: Language) -> Vec<String> {
    told.map(|told| language.say(&told)).collect()
}

fn named(changed: &Changed) -> String {
    let name = changed.name.as_ref().map_or_else(|| changed.unit.to_string(), |name| format!("{name} ({})", changed.unit));
    let area = |name: &str| if name.is_empty() { "–".to_owned() } else { name.to_owned() };
    format!("{name}: {} → {}", area(&changed.from_name), area(&changed.to_name))
}

/// A figure of the units that leave all areas and of those that join one.
fn left_and_joined(figure: &MovedFigure) -> Option<Message> {
    let told = match figure.figure {
        "units" => return None,
        "employed_residents" => key::COMPARE_LEFT_RESIDENTS,
        "out_commuters" => key::COMPARE_LEFT_OUT_COMMUTERS,
        "in_commuters" => key::COMPARE_LEFT_IN_COMMUTERS,
        "population" => key::COMPARE_LEFT_POPULATION,
        _ => key::COMPARE_LEFT_JOBS,
    };
    let number = |figure: f64| Argument::Number(figure, 0);
    Some(Message::new(told).with("left", number(figure.sums.left)).with("joined", number(figure.sums.joined)))
}

fn contiguity(compared: &Compared) -> Option<Message> {
    let [first, second] = compared.contiguity.as_ref()?;
    let told = |pieces: &Pieces| pieces.violations;
    Some(Message::new(key::COMPARE_CONTIGUITY).with("first", told(first)).with("second", told(second)))
}

/// The areas of the first partition that are least like any of the second.
fn matches(compared: &Compared, language: Language) -> Vec<String> {
    let mut unlike: Vec<&BestMatch> = compared.best_matches.iter().filter(|found| found.jaccard < 1.0).collect();
    unlike.sort_by(|one, other| one.jaccard.total_cmp(&other.jaccard));
    if unlike.is_empty() {
        return Vec::new();
    }
    let word = |key: Key| language.say(&key.into());
    let mut rows = vec![[
        word(key::COMPARE_AREA),
        word(key::COMPARE_BEST_MATCH),
        word(key::COMPARE_JACCARD),
        word(key::COMPARE_MOVED_OUT),
        word(key::COMPARE_MOVED_IN),
    ]];
    rows.extend(unlike.iter().take(SHOWN).map(|found| {
        let area = if found.name == found.first { found.first.clone() } else { format!("{} ({})", found.name, found.first) };
        let share = |share: f64| language.share(share, 1);
        [area, found.second.clone(), language.number(found.jaccard, 3), share(found.moved_out), share(found.moved_in)]
    }));
    let mut lines = vec![String::new()];
    lines.extend(aligned(&rows));
    if unlike.len() > SHOWN {
        lines.push(language.say(&Message::new(key::COMPARE_MORE).with("count", unlike.len() - SHOWN)));
    }
    lines
}
