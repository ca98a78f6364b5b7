//! The answer as tables.

use miedza_texts::Language;

use super::answer::{BestMatch, Changed, Compared};
use crate::delimitation::outputs::csv;

/// One row per area of either partition: the area of the other that it is most like.
pub(super) fn matches(compared: &Compared, language: Language) -> Vec<u8> {
    let header = ["partition", "area", "name", "best_match", "jaccard", "moved_out", "moved_in", "same_area", "marks"];
    let marks = compared.marks.words(language).join(", ");
    let first = compared.best_matches.iter().map(|found| row(("first", &found.first, &found.second), found, &marks));
    let second = compared.best_matches_of_second.iter().map(|found| row(("second", &found.second, &found.first), found, &marks));
    csv(header, first.chain(second))
}

fn row((partition, area, other): (&str, &str, &str), found: &BestMatch, marks: &str) -> [String; 9] {
    [
        partition.to_owned(),
        area.to_owned(),
        found.name.clone(),
        other.to_owned(),
        found.jaccard.to_string(),
        found.moved_out.to_string(),
        found.moved_in.to_string(),
        found.assigned.to_string(),
        marks.to_owned(),
    ]
}

/// One row per unit that changes its area, leaves all areas or joins one.
pub(super) fn moves(compared: &Compared, language: Language) -> Vec<u8> {
    let header =
        ["unit", "name", "from", "to", "from_name", "to_name", "employed_residents", "jobs", "population", "change", "marks"];
    let marks = compared.marks.words(language).join(", ");
    let marks = marks.as_str();
    let kinds = [(&compared.changed, "moves"), (&compared.left, "leaves"), (&compared.joined, "joins")];
    csv(header, kinds.into_iter().flat_map(|(units, change)| units.iter().map(move |unit| move_row(unit, change, marks))))
}

fn move_row(changed: &Changed, change: &str, marks: &str) -> [String; 11] {
    let figure = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    [
        changed.unit.to_string(),
        changed.name.clone().unwrap_or_default(),
        changed.from.clone(),
        changed.to.clone(),
        changed.from_name.clone(),
        changed.to_name.clone(),
        figure(changed.employed_residents),
        figure(changed.jobs),
        figure(changed.population),
        change.to_owned(),
        marks.to_owned(),
    ]
}
