//! From the population of today to that of a year: steps of five years, and a straight line between two of them.

use miedza_territory::{UnitIx, UnitVec, Units};

use super::population::{AgeGroups, BySex, Population, Sex};
use super::rates::{Rates, longer};
use super::scenario::{Assumption, Scenario};
use super::step::{Stepped, step};
use super::survivorship::Survivorship;
use super::{Error, RogersCastro};

/// Years that are projected at most.
pub const MOST_YEARS: u16 = 100;

/// Where a projection starts: who lives in each unit, and what moves its population.
#[derive(Clone, Debug)]
pub struct Start {
    /// The year of the population; a projected year is counted on the same day.
    pub year: u16,
    /// The units, in the order of both lists.
    pub units: Units,
    /// Age groups of all units.
    pub groups: AgeGroups,
    /// Who lives there.
    pub population: UnitVec<Population>,
    /// What moves it.
    pub rates: UnitVec<Rates>,
}

/// The population of all units every five years.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The scenario that it follows.
    pub scenario: String,
    /// The first year.
    pub from: u16,
    /// The last year that was asked for.
    pub until: u16,
    /// At the start and after each step of five years, the last one not before `until`.
    pub steps: Vec<UnitVec<Population>>,
    /// Births over each step by unit.
    pub births: Vec<UnitVec<BySex<f64>>>,
    /// Persons who should have left each unit and were not there to leave, over all steps.
    pub withheld: UnitVec<f64>,
}

impl Start {
    /// Refuses lists that do not fit each other.
    ///
    /// # Errors
    /// [`Error::WrongLength`].
    pub fn check(&self) -> Result<(), Error> {
        let units = self.units.len();
        for (what, given) in [("population of units", self.population.len()), ("rates of units", self.rates.len())] {
            if given != units {
                return Err(Error::WrongLength { what, given, wanted: units });
            }
        }
        let wanted = self.groups.count();
        if let Some(given) = self.population.iter().map(|persons| persons.of(Sex::Female).len()).find(|given| *given != wanted) {
            return Err(Error::WrongLength { what: "population by age", given, wanted });
        }
        self.rates.iter().try_for_each(|rates| rates.check(self.groups))
    }

    fn years(&self, until: u16) -> Result<u16, Error> {
        let last = self.year.saturating_add(MOST_YEARS);
        let refusal = Error::Year { year: until, from: self.year, until: last };
        if (self.year..=last).contains(&until) { Ok(until - self.year) } else { Err(refusal) }
    }
}

/// Projects each unit by itself to a year, under a scenario.
///
/// # Errors
/// [`Error::WrongLength`] if lists do not fit, [`Error::Year`] for a year before the start or more than a hundred after it,
/// [`Error::Parameter`] for an assumption out of its range, [`Error::LifeExpectancy`] if it cannot be reached.
///
/// # Source
/// Preston, Heuveline & Guillot (2001), *Demography*, chapter 6.
pub fn project(start: &Start, scenario: &Scenario, until: u16) -> Result<Projection, Error> {
    start.check()?;
    scenario.check()?;
    let steps = usize::from(start.years(until)?.div_ceil(u16::from(AgeGroups::YEARS)));
    let assumptions: Vec<Assumption> = (0..steps).map(|step| scenario.of_step(step)).collect();
    let added = RogersCastro::default().shares(start.groups, 0.5)?;
    let mut lives: Option<Lives<'_>> = None;
    let mut courses: Vec<Vec<Stepped>> = Vec::with_capacity(start.units.len());
    for unit in start.units.indices() {
        let known = lives.take().filter(|lives| *lives.of == start.rates[unit].survivorship);
        let of_unit = known.map_or_else(|| Lives::of(start, unit, &assumptions), Ok)?;
        courses.push(course(start, unit, (&assumptions, &of_unit.steps), &added));
        lives = Some(of_unit);
    }
    let mut projection = Projection {
        scenario: scenario.name.clone(),
        from: start.year,
        until,
        steps: vec![start.population.clone()],
        births: Vec::with_capacity(steps),
        withheld: courses.iter().map(|course| course.iter().fold(0.0, |sum, stepped| sum + stepped.withheld)).collect(),
    };
    for step in 0..steps {
        projection.births.push(courses.iter().map(|course| course[step].births.clone()).collect());
        projection.steps.push(courses.iter().map(|course| course[step].population.clone()).collect());
    }
    Ok(projection)
}

/// How long people live in each step, for one unit and those after it that begin alike: all of a country often do, and the
/// search for a life expectancy is most of the work.
struct Lives<'a> {
    of: &'a BySex<Survivorship>,
    steps: Vec<BySex<Survivorship>>,
}

impl<'a> Lives<'a> {
    fn of(start: &'a Start, unit: UnitIx, assumptions: &[Assumption]) -> Result<Self, Error> {
        let of = &start.rates[unit].survivorship;
        let mut steps: Vec<BySex<Survivorship>> = Vec::with_capacity(assumptions.len());
        for (step, assumption) in assumptions.iter().enumerate() {
            let gain = assumption.life_expectancy_gain;
            let same = step.checked_sub(1).filter(|before| (assumptions[*before].life_expectancy_gain - gain).abs() <= 0.0);
            steps.push(match same {
                Some(before) => steps[before].clone(),
                None => longer(of, start.units.code(unit), gain)?,
            });
        }
        Ok(Self { of, steps })
    }
}

/// All steps of one unit.
fn course(
    start: &Start,
    unit: UnitIx,
    (assumptions, lives): (&[Assumption], &[BySex<Survivorship>]),
    added: &BySex<Vec<f64>>,
) -> Vec<Stepped> {
    let mut course: Vec<Stepped> = Vec::with_capacity(assumptions.len());
    for (assumption, lives) in assumptions.iter().zip(lives) {
        let rates = start.rates[unit].bent(assumption, lives.clone());
        let now = course.last().map_or(&start.population[unit], |stepped| &stepped.population);
        let more = 5.0 * now.total() * assumption.net_migration_added / 1000.0;
        let migrants = rates.migration.persons(now);
        let sum = |sex: Sex| migrants.of(sex).iter().zip(added.of(sex)).map(|(persons, share)| persons + more * share).collect();
        course.push(step(now, &rates, &BySex::make(sum)));
    }
    course
}

impl Projection {
    /// The population of all units in a year, in the order of units.
    ///
    /// Between two steps each age and sex goes in a straight line from one to the other, so that sums of units do so too.
    ///
    /// # Errors
    /// [`Error::Year`] for a year that was not projected.
    pub fn at(&self, year: u16) -> Result<UnitVec<Population>, Error> {
        let refusal = || Error::Year { year, from: self.from, until: self.until };
        if !(self.from..=self.until).contains(&year) {
            return Err(refusal());
        }
        let (step, years) = ((year - self.from) / 5, (year - self.from) % 5);
        let before = self.steps.get(usize::from(step)).ok_or_else(refusal)?;
        if years == 0 {
            return Ok(before.clone());
        }
        let after = self.steps.get(usize::from(step) + 1).ok_or_else(refusal)?;
        let share = f64::from(years) / 5.0;
        Ok(before.iter().zip(after).map(|(before, after)| before.toward(after, share)).collect())
    }
}
