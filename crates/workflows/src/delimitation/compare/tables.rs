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

/// One row per unit that changes its area, leaves all areas or joins one.
pub(super) fn moves(compared: &Compared) -> Vec<u8> {
    let header =
        ["unit", "name", "from", "to", "from_name", "to_name", "employed_residents", "jobs", "population", "change"];
    let kinds = [(&compared.changed, "moves"), (&compared.left, "leaves"), (&compared.joined, "joins")];
    csv(header, kinds.into_iter().flat_map(|(units, change)| units.iter().map(move |unit| move_row(unit, change))))
}

fn move_row(changed: &Changed, change: &str) -> [String; 10] {
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
    ]
}
