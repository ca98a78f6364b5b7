//! How far a projection may be off: the future drawn many times around a scenario.

use std::ops::Range;

use miedza_territory::{UnitVec, count};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Error;
use super::population::Population;
use super::project::{Projection, Start, project};
use super::scenario::{Assumption, Scenario};
use crate::chance::Chance;

/// How uncertain the assumptions are, and how often the future is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uncertainty {
    /// Standard deviation of total fertility as a share of the scenario's, 0 to 1.
    pub fertility: f64,
    /// Standard deviation of life expectancy at birth, years, 0 to 10.
    pub life_expectancy: f64,
    /// Standard deviation of net migrants per 1,000 residents and year, 0 to 30.
    pub net_migration: f64,
    /// How often the future is drawn, 1 to 100,000.
    pub replicates: u32,
    /// Same seed, same bytes, with any number of threads.
    pub seed: u64,
}

impl Uncertainty {
    fn check(&self) -> Result<(), Error> {
        let figures = [
            ("standard deviation of fertility", self.fertility, 0.0..=1.0, "from 0 to 1"),
            ("standard deviation of life expectancy", self.life_expectancy, 0.0..=10.0, "from 0 to 10 years"),
            ("standard deviation of net migration", self.net_migration, 0.0..=30.0, "from 0 to 30 per 1,000 residents"),
            ("number of replicates", f64::from(self.replicates), 1.0..=100_000.0, "from 1 to 100000"),
        ];
        match figures.into_iter().find(|(_, value, range, _)| !range.contains(value)) {
            Some((parameter, value, _, wanted)) => Err(Error::Parameter { parameter, value, wanted }),
            None => Ok(()),
        }
    }

    /// The scenario of one replicate: three deviates, which hold for all units and all steps.
    fn drawn(&self, scenario: &Scenario, replicate: u32) -> Scenario {
        let deviate = |which: u64| Chance::new(self.seed).normal(u64::from(replicate), which);
        let (fertility, years, migrants) = (deviate(0), deviate(1), deviate(2));
        let shifted = |assumption: &Assumption| Assumption {
            fertility_factor: (assumption.fertility_factor * (1.0 + self.fertility * fertility)).clamp(0.0, 5.0),
            life_expectancy_gain: (assumption.life_expectancy_gain + self.life_expectancy * years).clamp(-30.0, 30.0),
            net_migration_added: (assumption.net_migration_added + self.net_migration * migrants).clamp(-100.0, 100.0),
        };
        let steps = if scenario.steps.is_empty() { vec![Assumption::default()] } else { scenario.steps.clone() };
        Scenario { name: scenario.name.clone(), steps: steps.iter().map(shifted).collect() }
    }
}

/// What eight in ten drawn futures lie between.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Band {
    /// A tenth of the replicates lie below (10th percentile).
    pub low: f64,
    /// Half of them lie below.
    pub median: f64,
    /// A tenth of them lie above (90th percentile).
    pub high: f64,
}

impl Band {
    /// Of values in any order, at least one; a value that lies between two is in a straight line between them. The values are
    /// put into another order.
    #[must_use]
    pub fn of(values: &mut [f64]) -> Self {
        Self { low: percentile(values, 1), median: percentile(values, 5), high: percentile(values, 9) }
    }
}

/// A percentile in tenths of values (Hyndman & Fan 1996, type 7).
fn percentile(values: &mut [f64], tenths: usize) -> f64 {
    let (steps, rest) = ((values.len() - 1) * tenths / 10, (values.len() - 1) * tenths % 10);
    let (_, below, above) = values.select_nth_unstable_by(steps, f64::total_cmp);
    let below = *below;
    let above = above.iter().copied().min_by(f64::total_cmp).unwrap_or(below);
    below + count(rest) / 10.0 * (above - below)
}

/// Draws the future many times around a scenario, and tells the band of each figure that is made of its populations.
///
/// `figures` gets a projection until `year` and answers with a list, always as long: totals of units, sums of areas, persons of
/// 80 and more, in one year or several. One band per entry. The band does not know what nobody has thought of.
///
/// # Errors
/// What [`draws`] refuses.
pub fn bands(
    start: &Start,
    (scenario, year): (&Scenario, u16),
    uncertainty: &Uncertainty,
    figures: impl Fn(&Projection) -> Result<Vec<f64>, Error> + Sync,
) -> Result<Vec<Band>, Error> {
    let drawn = draws(start, (scenario, year), uncertainty, figures)?;
    Ok(bands_of(&drawn, 0..drawn.first().map_or(0, Vec::len)))
}

/// The bands of some places in lists of drawn figures, a list for each replicate, all of the same length.
#[must_use]
pub fn bands_of(drawn: &[Vec<f64>], places: Range<usize>) -> Vec<Band> {
    let band = |values: &mut Vec<f64>, place: usize| {
        values.clear();
        values.extend(drawn.iter().map(|list| list[place]));
        Band::of(values)
    };
    places.into_par_iter().map_init(Vec::new, band).collect()
}

/// Draws the future many times around a scenario: a list of figures for each replicate, in their order.
///
/// `figures` is as for [`bands`]. A future of some units is the same whichever others are drawn with them.
///
/// # Errors
/// [`Error::Parameter`] for a standard deviation or number out of its range; what [`project`] refuses; [`Error::WrongLength`]
/// if `figures` answers with lists of different lengths; whatever `figures` refuses.
pub fn draws(
    start: &Start,
    (scenario, year): (&Scenario, u16),
    uncertainty: &Uncertainty,
    figures: impl Fn(&Projection) -> Result<Vec<f64>, Error> + Sync,
) -> Result<Vec<Vec<f64>>, Error> {
    uncertainty.check()?;
    start.check()?;
    scenario.check()?;
    let one = |replicate: u32| figures(&project(start, &uncertainty.drawn(scenario, replicate), year)?);
    let drawn: Vec<Result<Vec<f64>, Error>> = (0..uncertainty.replicates).into_par_iter().map(one).collect();
    let drawn: Vec<Vec<f64>> = drawn.into_iter().collect::<Result<_, _>>()?;
    same_lengths(&drawn, drawn.first().map_or(0, Vec::len))?;
    Ok(drawn)
}

/// The least and the most that a set of scenarios says of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

/// What lies between scenarios such as low, medium and high: the least and the most of each figure of a year. It is a choice
/// of those who wrote the scenarios and has no probability.
///
/// # Errors
/// [`Error::Parameter`] if there is no scenario; what [`project`] refuses; [`Error::WrongLength`] if `figures` answers with
/// lists of different lengths; whatever `figures` refuses.
pub fn span(
    start: &Start,
    (scenarios, year): (&[Scenario], u16),
    figures: impl Fn(&UnitVec<Population>) -> Result<Vec<f64>, Error>,
) -> Result<Vec<Span>, Error> {
    let one = |scenario: &Scenario| figures(&project(start, scenario, year)?.at(year)?);
    let lists: Vec<Vec<f64>> = scenarios.iter().map(one).collect::<Result<_, _>>()?;
    let Some(wanted) = lists.first().map(Vec::len) else {
        return Err(Error::Parameter { parameter: "number of scenarios", value: 0.0, wanted: "1 or more" });
    };
    same_lengths(&lists, wanted)?;
    let of = |figure: usize| {
        let none = Span { low: f64::INFINITY, high: f64::NEG_INFINITY };
        let widened = |span: Span, value: f64| Span { low: span.low.min(value), high: span.high.max(value) };
        lists.iter().map(|list| list[figure]).fold(none, widened)
    };
    Ok((0..wanted).map(of).collect())
}

fn same_lengths(lists: &[Vec<f64>], wanted: usize) -> Result<(), Error> {
    match lists.iter().find(|list| list.len() != wanted) {
        Some(odd) => Err(Error::WrongLength { what: "list of figures", given: odd.len(), wanted }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_lie_in_a_straight_line_between_two_values() {
        let band = Band::of(&mut [50.0, 10.0, 30.0, 20.0, 40.0]);

        assert!((band.low - 14.0).abs() < 1e-12 && (band.median - 30.0).abs() < 1e-12 && (band.high - 46.0).abs() < 1e-12);
    }

    #[test]
    fn deviates_have_a_mean_of_none_and_a_deviation_of_one() {
        let deviates: Vec<f64> = (0..20_000).map(|row| Chance::new(7).normal(row, 1)).collect();
        let mean = deviates.iter().sum::<f64>() / 20_000.0;
        let square = deviates.iter().map(|deviate| deviate * deviate).sum::<f64>() / 20_000.0;

        assert!(mean.abs() < 0.03 && (square - 1.0).abs() < 0.05, "{mean} {square}");
    }

    #[test]
    fn fertility_lives_and_migration_are_drawn_apart() {
        let uncertainty = Uncertainty { fertility: 0.1, life_expectancy: 2.0, net_migration: 3.0, replicates: 1, seed: 5 };
        let drawn = (0..4000).map(|replicate| uncertainty.drawn(&Scenario::constant(), replicate).of_step(2));
        let deviates = drawn.map(|drawn| {
            [(drawn.fertility_factor - 1.0) / 0.1, drawn.life_expectancy_gain / 2.0, drawn.net_migration_added / 3.0]
        });
        let deviates: Vec<[f64; 3]> = deviates.collect();

        for (left, right, expected) in [(0, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0), (0, 1, 0.0), (0, 2, 0.0), (1, 2, 0.0)] {
            let product = deviates.iter().map(|deviates| deviates[left] * deviates[right]).sum::<f64>() / 4000.0;
            assert!((product - expected).abs() < 0.1, "{left} {right}: {product}");
        }
    }
}
