//! The 80 % bands of all members and of the area: futures drawn for some members after the other, so that their figures fit
//! into memory, and for all years at once.

use std::collections::BTreeMap;
use std::ops::Range;

use miedza_statistics::projection::{
    self as statistics, BySex, Population, Projection, Scenario, Sex, Splitting, Start, Uncertainty, bands_of, draws,
};
use miedza_territory::{UnitCode, UnitVec, Units};

use super::figures::{COUNTS, Counts, Figures};
use super::{Assumptions, Figure, Interval, Parameters};

/// Bands of all members and, last, of the area.
pub(super) type Intervals = Vec<BTreeMap<Figure, Interval>>;

/// So many members are drawn at once; a thousand futures of them in four years take some sixty megabytes.
const AT_ONCE: usize = 100;

/// What is drawn: from where, around which scenario, and how.
pub(super) struct Drawing<'a> {
    /// The start of all members.
    pub start: &'a Start,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The years, in their order.
    pub years: &'a [u16],
    /// How often the future is drawn, and how groups of age are split.
    pub parameters: &'a Parameters,
}

impl Drawing<'_> {
    /// The bands of each year; none where no future is drawn.
    pub fn intervals(&self, assumptions: &Assumptions) -> Result<BTreeMap<u16, Intervals>, statistics::Error> {
        let Some(last) = self.years.last().filter(|_| self.parameters.replicates > 0) else { return Ok(BTreeMap::new()) };
        let uncertainty = assumptions.deviations.uncertainty(self.parameters.replicates, self.parameters.seed);
        let mut found: Vec<Intervals> = vec![Vec::new(); self.years.len()];
        let mut area: Vec<Vec<f64>> = Vec::new();
        let members = self.start.units.len();
        for from in (0..members).step_by(AT_ONCE) {
            let part = part_of(self.start, from..members.min(from + AT_ONCE));
            let drawn = self.drawn(&part, *last, &uncertainty)?;
            let (figures, all) = (part.units.len() * Figure::ALL.len(), self.of_year(&part));
            for (year, bands) in found.iter_mut().enumerate() {
                let of_units = bands_of(&drawn, year * all..year * all + figures);
                bands.extend(of_units.chunks(Figure::ALL.len()).map(of_place));
            }
            area.resize_with(drawn.len(), || vec![0.0; self.years.len() * self.of_area()]);
            for (area, drawn) in area.iter_mut().zip(&drawn) {
                let parts = drawn.chunks(all).flat_map(|year| &year[figures..]);
                area.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
        }
        let of_area = self.figures_of_area(&area)?;
        for (year, bands) in found.iter_mut().enumerate() {
            let figures = Figure::ALL.len();
            bands.push(of_place(&bands_of(&of_area, year * figures..(year + 1) * figures)));
        }
        Ok(self.years.iter().copied().zip(found).collect())
    }

    /// How many numbers of the area stand behind the figures of a year: its counts and its ages.
    fn of_area(&self) -> usize {
        COUNTS + 2 * self.start.groups.count()
    }

    /// How many numbers a future of some members has in a year.
    fn of_year(&self, part: &Start) -> usize {
        part.units.len() * Figure::ALL.len() + self.of_area()
    }

    /// Futures of some members: year by year their figures, then what the area has of them.
    fn drawn(&self, part: &Start, last: u16, uncertainty: &Uncertainty) -> Result<Vec<Vec<f64>>, statistics::Error> {
        let splitting = self.parameters.splitting;
        let numbers = |found: &Projection| {
            let mut numbers = Vec::with_capacity(self.years.len() * self.of_year(part));
            for year in self.years {
                push(&mut numbers, &found.at(*year)?, (part, splitting))?;
            }
            Ok(numbers)
        };
        draws(part, (self.scenario, last), uncertainty, numbers)
    }

    /// The figures of the area in each future, from its counts and ages.
    fn figures_of_area(&self, area: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, statistics::Error> {
        let Some(unit) = self.start.units.codes().first() else { return Ok(Vec::new()) };
        let of_future = |future: &Vec<f64>| {
            let years = future.chunks(self.of_area()).map(|year| figures_of(unit, year));
            years.collect::<Result<Vec<Vec<f64>>, _>>().map(|years| years.concat())
        };
        area.iter().map(of_future).collect()
    }
}

/// The figures of units, then the counts and ages of all of them together: exact sums, which add up to those of the area.
fn push(
    numbers: &mut Vec<f64>,
    population: &UnitVec<Population>,
    (part, splitting): (&Start, Splitting),
) -> Result<(), statistics::Error> {
    let mut sum = Counts::default();
    for persons in population {
        let counts = Counts::of(persons, splitting)?;
        numbers.extend(Figures::of(&counts, persons).numbers());
        sum = Counts::sum([&sum, &counts]);
    }
    numbers.extend(sum.numbers());
    let ages = Population::sum(part.groups, population);
    Sex::BOTH.iter().for_each(|sex| numbers.extend_from_slice(ages.of(*sex)));
    Ok(())
}

/// The figures of an area from its counts and ages.
fn figures_of(unit: &UnitCode, numbers: &[f64]) -> Result<Vec<f64>, statistics::Error> {
    let (counts, ages) = numbers.split_at(COUNTS);
    let ages: Vec<Option<f64>> = ages.iter().copied().map(Some).collect();
    let (female, male) = ages.split_at(ages.len() / 2);
    let population = Population::counted(unit, BySex { female, male })?;
    Ok(Figures::of(&Counts::from_numbers(counts), &population).numbers().collect())
}

/// Some members of a start.
fn part_of(start: &Start, members: Range<usize>) -> Start {
    Start {
        year: start.year,
        units: Units::new(start.units.codes()[members.clone()].to_vec()),
        groups: start.groups,
        population: start.population.as_slice()[members.clone()].iter().cloned().collect(),
        rates: start.rates.as_slice()[members].iter().cloned().collect(),
    }
}

/// The bands of a place; what does not exist in some drawn future has none.
fn of_place(bands: &[statistics::Band]) -> BTreeMap<Figure, Interval> {
    let known = Figure::ALL.into_iter().zip(bands).filter(|(_, band)| band.low.is_finite() && band.high.is_finite());
    known.map(|(figure, band)| (figure, Interval { low: band.low, high: band.high })).collect()
}
