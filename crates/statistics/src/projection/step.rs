//! One step of five years for one unit.

use super::population::{BySex, Population, Sex};
use super::rates::Rates;

/// What a step of five years made of a population.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stepped {
    pub population: Population,
    /// Births over the five years.
    pub births: BySex<f64>,
    /// Persons that should have left and were not there to leave.
    pub withheld: f64,
}

/// Five years on: half of the net migrants come at the start and live on as the residents do, half come at the end.
///
/// Women who are there from the start, and those who come then, bear children on the mean of their numbers at both ends.
/// Nobody leaves who is not there: what is missing is told.
///
/// # Source
/// Preston, Heuveline & Guillot (2001), section 6.3.
pub(super) fn step(now: &Population, rates: &Rates, migrants: &BySex<Vec<f64>>) -> Stepped {
    let mut withheld = 0.0;
    let mut half_moved = |persons: &[f64], migrants: &[f64]| -> Vec<f64> {
        let moved = persons.iter().zip(migrants).map(|(persons, migrants)| persons + migrants / 2.0);
        moved
            .map(|persons| {
                withheld += (-persons).max(0.0);
                persons.max(0.0)
            })
            .collect()
    };
    let start = BySex::make(|sex| half_moved(now.of(sex), migrants.of(sex)));
    let mut end = BySex::make(|sex| survivors(start.of(sex), rates.survivorship.of(sex).ratios()));
    let births = rates.fertility.births(&start.female, &end.female);
    end.female[0] = births.female * rates.survivorship.female.ratios()[0];
    end.male[0] = births.male * rates.survivorship.male.ratios()[0];
    let moved = BySex::make(|sex: Sex| half_moved(end.of(sex), migrants.of(sex)));
    Stepped { population: Population::on_grid(moved), births, withheld }
}

/// Those who live on, one group older; nobody in the first, the last two together in the open one.
fn survivors(persons: &[f64], ratios: &[f64]) -> Vec<f64> {
    let mut older = vec![0.0; persons.len()];
    for group in 1..persons.len() {
        older[group] = persons[group - 1] * ratios[group];
    }
    let last = persons.len() - 1;
    older[last] += persons[last] * ratios[last];
    older
}
