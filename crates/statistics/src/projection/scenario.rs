//! What is assumed of the future, as data: changes against the rates of today, step by step.

use serde::{Deserialize, Serialize};

use super::Error;

/// What is assumed of one step of five years, against the rates of the unit today.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Assumption {
    /// Total fertility as a multiple of today's, 0 to 5; 1 if it stays.
    pub fertility_factor: f64,
    /// Years of life expectancy at birth gained by both sexes, −30 to 30; 0 if it stays.
    pub life_expectancy_gain: f64,
    /// Net migrants per 1,000 residents and year on top of today's, −100 to 100; 0 if it stays.
    pub net_migration_added: f64,
}

impl Default for Assumption {
    fn default() -> Self {
        Self { fertility_factor: 1.0, life_expectancy_gain: 0.0, net_migration_added: 0.0 }
    }
}

impl Assumption {
    fn check(&self) -> Result<(), Error> {
        let figures = [
            ("fertility_factor", self.fertility_factor, 0.0..=5.0, "from 0 to 5"),
            ("life_expectancy_gain", self.life_expectancy_gain, -30.0..=30.0, "from -30 to 30 years"),
            ("net_migration_added", self.net_migration_added, -100.0..=100.0, "from -100 to 100 per 1,000 residents"),
        ];
        match figures.into_iter().find(|(_, value, range, _)| !range.contains(value)) {
            Some((parameter, value, _, wanted)) => Err(Error::Parameter { parameter, value, wanted }),
            None => Ok(()),
        }
    }

    /// A share of the way from no change to this one.
    fn partly(&self, share: f64) -> Self {
        Self {
            fertility_factor: 1.0 + share * (self.fertility_factor - 1.0),
            life_expectancy_gain: share * self.life_expectancy_gain,
            net_migration_added: share * self.net_migration_added,
        }
    }
}

/// A course of the future: a name such as `low`, and what is assumed of each step; the last one holds on.
///
/// # Examples
/// ```
/// use miedza_statistics::projection::{Assumption, Scenario};
///
/// let high = Assumption { fertility_factor: 1.2, life_expectancy_gain: 4.0, ..Assumption::default() };
/// let high = Scenario::gradual("high", high, 4)?;
///
/// assert_eq!(high.of_step(0).life_expectancy_gain, 1.0);
/// assert_eq!(high.of_step(9).life_expectancy_gain, 4.0);
/// # Ok::<(), miedza_statistics::projection::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// By step, the first one from the start; no step at all means that nothing changes.
    pub steps: Vec<Assumption>,
}

impl Scenario {
    /// Today's rates for ever.
    #[must_use]
    pub fn constant() -> Self {
        Self { name: "constant".to_owned(), steps: Vec::new() }
    }

    /// A change that is reached in equal parts over a number of steps and then stays.
    ///
    /// # Errors
    /// [`Error::Parameter`] if an assumption is out of its range.
    pub fn gradual(name: &str, reached: Assumption, steps: u8) -> Result<Self, Error> {
        reached.check()?;
        let steps = (1..=steps).map(|step| reached.partly(f64::from(step) / f64::from(steps))).collect();
        Ok(Self { name: name.to_owned(), steps })
    }

    /// What is assumed of a step, counted from 0.
    #[must_use]
    pub fn of_step(&self, step: usize) -> Assumption {
        self.steps.get(step).or(self.steps.last()).copied().unwrap_or_default()
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        self.steps.iter().try_for_each(Assumption::check)
    }
}
