//! The answer as tables.

use super::answer::{BestMatch, Changed, Compared};
use crate::delimitation::outputs::csv;

/// One row per area of either partition: the area of the other that it is most like.
pub(super) fn matches(compared: &Compared) -> Vec<u8> {
    let header = ["partition", "area", "name", "best_match", "jaccard", "moved_out", "moved_in", "same_area"];
    let first = compared.best_matches.iter().map(|found| row(("first", &found.first, &found.second), found));
    let second = compared.best_matches_of_second.iter().map(|found| row(("second", &found.second, &found.first), found));
    csv(header, first.chain(second))
}

fn row((partition, area, other): (&str, &str, &str), found: &BestMatch) -> [String; 8] {
    [
        partition.to_owned(),
        area.to_owned(),
        found.name.clone(),
        other.to_owned(),
        found.jaccard.to_string(),
        found.moved_out.to_string(),
        found.moved_in.to_string(),
        found.assigned.to_string(),
    ]
}

/// One row per unit that changes its area.
pub(super) fn moves(compared: &Compared) -> Vec<u8> {
    let header = ["unit", "name", "from", "to", "from_name", "to_name", "employed_residents", "jobs", "population"];
    csv(header, compared.changed.iter().map(move_row))
}

fn move_row(changed: &Changed) -> [String; 9] {
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
    ]
}
