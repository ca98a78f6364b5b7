//! One matrix drawn anew again and again: which counts are drawn, from what, and what follows from them.
//!
//! Every number drawn has its own place in the chance of (seed, replicate, pair), so no replicate and no thread knows of
//! another. Pairs without a flow stay without one, unless the source hides what is there.

use miedza_territory::{Beyond, Flow, Flows, UnitIx, UnitVec};
use serde::Serialize;

use super::Parameters;
use super::draw::{Poisson, binomial};
use crate::chance::{Chance, Row, scramble};
use crate::diagonal::{Diagonal, Origin};
use crate::error::Error;

/// How counted flows are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Draw {
    /// Each flow by itself, with the counted persons as its mean: totals vary.
    #[default]
    Poisson,
    /// The employed residents of each unit over its destinations, with the counted shares as chances: residents stay.
    Multinomial,
}

/// A flow that the source hides: whole persons, each number of the range equally likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Unit of residence.
    pub from: UnitIx,
    /// Unit of work.
    pub to: UnitIx,
    /// Fewest persons that may be there.
    pub low: u32,
    /// Most persons that may be there.
    pub high: u32,
}

/// What is known of those who live and work in the same unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Staying {
    /// They were counted, and are drawn as every flow is.
    #[default]
    Counted,
    /// They are what is left of so many employed residents when those who leave are taken off, never below 0.
    RestOfResidents(f64),
    /// They are what is left of so many jobs when those who arrive are taken off, never below 0.
    RestOfJobs(f64),
}

impl Staying {
    /// How each unit's diagonal follows from the flows of a matrix that [`Diagonal::fill`] made.
    #[must_use]
    pub fn of(diagonal: &Diagonal, filled: &Flows) -> UnitVec<Self> {
        let short = |unit: UnitIx| {
            let cut = diagonal.cut.binary_search_by_key(&unit, |cut| cut.unit).ok()?;
            Some(diagonal.cut[cut].given - diagonal.cut[cut].moving)
        };
        let staying = diagonal.persons.enumerate().map(|(unit, persons)| match persons {
            None => Self::Counted,
            Some((persons, origin)) => {
                let rest = short(unit).unwrap_or(*persons) - filled.internal(unit);
                match origin {
                    Origin::Jobs => Self::RestOfJobs(rest + filled.jobs(unit)),
                    Origin::Employed | Origin::Population => Self::RestOfResidents(rest + filled.residents(unit)),
                }
            }
        });
        staying.collect()
    }
}

/// A matrix made ready to be drawn many times.
#[derive(Clone, Debug)]
pub struct Sample {
    /// All pairs that may have a flow.
    pattern: Flows,
    seed: u64,
    draw: Draw,
    /// Persons to be drawn of each pair; 0 where they follow from others.
    means: Vec<f64>,
    laws: Vec<Poisson>,
    /// Where the pairs of each unit begin, and one place behind the last.
    starts: Vec<usize>,
    hidden: Vec<(usize, Hidden)>,
    following: Vec<(usize, UnitIx, Staying)>,
}

impl Sample {
    /// Makes the matrix of an input ready.
    ///
    /// # Errors
    /// [`Error`] if hidden flows have no range or what is known of the diagonals is not one entry per unit.
    pub fn of(flows: &Flows, parameters: &Parameters) -> Result<Self, Error> {
        check(flows, parameters)?;
        let staying = |unit: UnitIx| parameters.staying.as_ref().map_or(Staying::Counted, |staying| staying[unit]);
        let pattern = pattern(flows, parameters);
        let mut starts = Vec::with_capacity(flows.units().len() + 1);
        let (mut means, mut following) = (Vec::with_capacity(pattern.len()), Vec::new());
        for from in flows.units().indices() {
            starts.push(means.len());
            for (to, _) in pattern.leaving(from) {
                let stays = if from == to { staying(from) } else { Staying::Counted };
                if stays != Staying::Counted {
                    following.push((means.len(), from, stays));
                }
                means.push(if is_drawn(stays, parameters.draw) { flows.between(from, to) } else { 0.0 });
            }
        }
        starts.push(means.len());
        let place = |hidden: &Hidden| {
            let row = pattern.leaving(hidden.from).position(|(to, _)| to == hidden.to).expect("the pattern holds the pair");
            (starts[hidden.from.get()] + row, *hidden)
        };
        Ok(Self {
            hidden: parameters.hidden.iter().map(place).collect(),
            laws: means.iter().map(|&mean| Poisson::new(mean)).collect(),
            seed: parameters.seed,
            draw: parameters.draw,
            pattern,
            means,
            starts,
            following,
        })
    }

    /// The matrix of a replicate, the same for the same seed and number.
    #[must_use]
    pub fn replicate(&self, number: u64) -> Flows {
        let chance = Chance::new(scramble(self.seed ^ scramble(number)));
        let mut beyond = self.pattern.all_beyond().clone();
        let mut persons = match self.draw {
            Draw::Poisson => self.poisson(&chance, &mut beyond),
            Draw::Multinomial => self.multinomial(&chance, &mut beyond),
        };
        for (place, (position, hidden)) in self.hidden.iter().enumerate() {
            persons[*position] += uniform(hidden, &mut chance.row(row_of(Part::Hidden, place)));
        }
        self.follow(&mut persons, &beyond);
        let drawn = self.pattern.with_persons(&persons).and_then(|drawn| drawn.with_beyond(beyond));
        drawn.expect("drawn numbers are counts")
    }

    fn poisson(&self, chance: &Chance, beyond: &mut UnitVec<Beyond>) -> Vec<f64> {
        for unit in beyond.indices() {
            let draw = |part, mean: f64| Poisson::new(mean).draw(&mut chance.row(row_of(part, unit.get())));
            let Beyond { leaving, arriving } = beyond[unit];
            beyond[unit] = Beyond { leaving: draw(Part::Leaving, leaving), arriving: draw(Part::Arriving, arriving) };
        }
        let draw = |(pair, law): (usize, &Poisson)| law.draw(&mut chance.row(row_of(Part::Pair, pair)));
        self.laws.iter().enumerate().map(draw).collect()
    }

    /// Unit by unit: each destination takes its share of those who are left, the places beyond the units last.
    fn multinomial(&self, chance: &Chance, beyond: &mut UnitVec<Beyond>) -> Vec<f64> {
        let mut persons = vec![0.0; self.means.len()];
        for unit in beyond.indices() {
            let pairs = self.starts[unit.get()]..self.starts[unit.get() + 1];
            let Beyond { leaving, arriving } = beyond[unit];
            let last = pairs.clone().rev().find(|&pair| self.means[pair] > 0.0).filter(|_| leaving <= 0.0);
            let mut weight = self.means[pairs.clone()].iter().fold(leaving, |sum, mean| sum + mean);
            let mut left = weight.round();
            for pair in pairs.filter(|&pair| self.means[pair] > 0.0) {
                let share = if Some(pair) == last { 1.0 } else { self.means[pair] / weight };
                persons[pair] = binomial(left, share, &mut chance.row(row_of(Part::Pair, pair)));
                left -= persons[pair];
                weight -= self.means[pair];
            }
            let arriving = Poisson::new(arriving).draw(&mut chance.row(row_of(Part::Arriving, unit.get())));
            beyond[unit] = Beyond { leaving: left, arriving };
        }
        persons
    }

    /// Works the diagonals out again that follow from who leaves or arrives.
    fn follow(&self, persons: &mut [f64], beyond: &UnitVec<Beyond>) {
        let arriving = self.arriving(persons);
        for &(position, unit, staying) in &self.following {
            // Persons on the diagonal so far do not count among those who leave or arrive.
            let here = persons[position];
            let pairs = self.starts[unit.get()]..self.starts[unit.get() + 1];
            persons[position] = match staying {
                Staying::Counted => here,
                Staying::RestOfResidents(residents) => {
                    let leaving = persons[pairs].iter().sum::<f64>() - here + beyond[unit].leaving;
                    (residents - leaving).max(0.0)
                }
                Staying::RestOfJobs(jobs) => (jobs - (arriving[unit] - here) - beyond[unit].arriving).max(0.0),
            };
        }
    }

    /// Persons who arrive in each unit; nothing is counted where no diagonal follows from it.
    fn arriving(&self, persons: &[f64]) -> UnitVec<f64> {
        let mut arriving = UnitVec::filled(self.pattern.units().len(), 0.0);
        if self.following.iter().any(|(.., staying)| matches!(staying, Staying::RestOfJobs(_))) {
            for (flow, persons) in self.pattern.iter().zip(persons) {
                arriving[flow.to] += persons;
            }
        }
        arriving
    }
}

/// Whether those who stay are drawn at all. With the residents of a unit given, those who stay take part in the draw.
fn is_drawn(staying: Staying, draw: Draw) -> bool {
    match staying {
        Staying::Counted => true,
        Staying::RestOfResidents(_) => draw == Draw::Multinomial,
        Staying::RestOfJobs(_) => false,
    }
}

/// All pairs that may have a flow: those counted, those hidden, and each diagonal that is worked out.
fn pattern(flows: &Flows, parameters: &Parameters) -> Flows {
    let mut pairs: Vec<Flow> = flows.iter().map(|flow| Flow { persons: 1.0, ..flow }).collect();
    pairs.extend(parameters.hidden.iter().map(|hidden| Flow { from: hidden.from, to: hidden.to, persons: 1.0 }));
    let worked_out = parameters.staying.iter().flat_map(|staying| staying.enumerate());
    let worked_out = worked_out.filter(|(_, staying)| **staying != Staying::Counted);
    pairs.extend(worked_out.map(|(unit, _)| Flow { from: unit, to: unit, persons: 1.0 }));
    pairs.sort_unstable_by_key(|pair| (pair.from, pair.to));
    pairs.dedup_by_key(|pair| (pair.from, pair.to));
    let pattern = Flows::new(flows.units().clone(), pairs);
    pattern.and_then(|pattern| pattern.with_beyond(flows.all_beyond().clone())).expect("each pair stands once")
}

fn uniform(hidden: &Hidden, row: &mut Row) -> f64 {
    let (low, numbers) = (f64::from(hidden.low), f64::from(hidden.high - hidden.low) + 1.0);
    low + libm::floor(row.draw() * numbers)
}

/// What a row of chance is for.
#[derive(Clone, Copy)]
enum Part {
    Pair,
    Leaving,
    Arriving,
    Hidden,
}

fn row_of(part: Part, place: usize) -> u64 {
    let beginning = match part {
        Part::Pair => 0_u64,
        Part::Leaving => 1,
        Part::Arriving => 2,
        Part::Hidden => 3,
    };
    (beginning << 60) + u64::try_from(place).expect("a place fits 64 bits")
}

fn check(flows: &Flows, parameters: &Parameters) -> Result<(), Error> {
    let units = flows.units().len();
    let out_of_range = |parameter, value, wanted: &str| Err(Error::OutOfRange { parameter, value, wanted: wanted.to_owned() });
    if let Some(hidden) = parameters.hidden.iter().find(|hidden| hidden.low > hidden.high) {
        return out_of_range("suppressed", f64::from(hidden.high), "at least as large as where the range begins");
    }
    if let Some(hidden) = parameters.hidden.iter().find(|hidden| hidden.from.get().max(hidden.to.get()) >= units) {
        return Err(Error::WrongLength { what: "suppressed flows", given: hidden.from.get().max(hidden.to.get()) + 1, units });
    }
    match parameters.staying.as_ref().map(UnitVec::len).filter(|&given| given != units) {
        Some(given) => Err(Error::WrongLength { what: "what is known of the diagonals", given, units }),
        None => Ok(()),
    }
}
