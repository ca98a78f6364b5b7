//! Who comes and goes: net migration by age, as rates or as a total that a schedule spreads over ages.

use serde::{Deserialize, Serialize};

use super::Error;
use super::population::Wanted;
use super::population::{AgeGroups, BySex, Population, Sex, Whose};

/// Net migration of a unit over time.
#[derive(Clone, Debug, PartialEq)]
pub enum Migration {
    /// Nobody comes or goes, or as many as leave come.
    Closed,
    /// Net migrants per resident and year by sex and age, of the residents at the beginning of a step; below 0 where more leave.
    Rates(BySex<Vec<f64>>),
    /// Net migrants per year, all ages and both sexes, and how they are spread.
    Total {
        /// Persons per year, below 0 where more leave.
        persons_per_year: f64,
        /// Shares by sex and age that sum to 1.
        shares: BySex<Vec<f64>>,
    },
}

impl Migration {
    /// Rates of both sexes of a unit.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::OutOfRange`] outside −0.2 to 1, [`Error::Groups`].
    pub fn rates(unit: &miedza_territory::UnitCode, rates: BySex<&[Option<f64>]>) -> Result<Self, Error> {
        let wanted = Wanted { from: -0.2, to: 1.0, words: "from -0.2 to 1 net migrants per resident and year" };
        BySex::try_make(|sex| Whose { unit, sex }.read("net migration rate", rates.of(sex), &wanted)).map(Self::Rates)
    }

    /// A total, spread by shares of sexes and ages that are 0 or more and sum to 1.
    ///
    /// # Errors
    /// [`Error::Parameter`] if the total is no number or the shares do not sum to 1.
    pub fn total(persons_per_year: f64, shares: BySex<Vec<f64>>) -> Result<Self, Error> {
        if !persons_per_year.is_finite() {
            return Err(Error::Parameter { parameter: "net migrants per year", value: persons_per_year, wanted: "a number" });
        }
        let all = || Sex::BOTH.iter().flat_map(|sex| shares.of(*sex));
        if let Some(&value) = all().find(|share| !(0.0..=1.0).contains(*share)) {
            return Err(Error::Parameter { parameter: "share of net migrants", value, wanted: "from 0 to 1" });
        }
        let sum = all().fold(0.0, |sum, share| sum + share);
        if (sum - 1.0).abs() > 1e-9 {
            return Err(Error::Parameter { parameter: "sum of shares of net migrants", value: sum, wanted: "1" });
        }
        Ok(Self::Total { persons_per_year, shares })
    }

    pub(super) fn check(&self, groups: AgeGroups) -> Result<(), Error> {
        let lists = match self {
            Self::Closed => return Ok(()),
            Self::Rates(lists) | Self::Total { shares: lists, .. } => lists,
        };
        let given = Sex::BOTH.map(|sex| lists.of(sex).len());
        match given.into_iter().find(|given| *given != groups.count()) {
            Some(given) => Err(Error::WrongLength { what: "net migration by age", given, wanted: groups.count() }),
            None => Ok(()),
        }
    }

    /// Net migrants over five years by sex and age.
    pub(super) fn persons(&self, residents: &Population) -> BySex<Vec<f64>> {
        BySex::make(|sex| match self {
            Self::Closed => vec![0.0; residents.of(sex).len()],
            Self::Rates(rates) => {
                residents.of(sex).iter().zip(rates.of(sex)).map(|(persons, rate)| 5.0 * persons * rate).collect()
            }
            Self::Total { persons_per_year, shares } => {
                shares.of(sex).iter().map(|share| 5.0 * persons_per_year * share).collect()
            }
        })
    }
}

/// The model schedule of Rogers & Castro with seven parameters: children, the labour force, and a constant.
///
/// `m(x) = a1 e^(−α1 x) + a2 e^(−α2 (x − μ2) − e^(−λ2 (x − μ2))) + c`
///
/// # Source
/// Rogers & Castro (1981), *Model Migration Schedules*, IIASA RR-81-30; the default is their standard schedule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RogersCastro {
    /// `a1`: level of children.
    pub children: f64,
    /// `α1`: how fast it falls with age.
    pub children_fall: f64,
    /// `a2`: level of the labour force.
    pub workers: f64,
    /// `α2`: how fast it falls after the peak.
    pub workers_fall: f64,
    /// `μ2`: age of the peak in years, about.
    pub workers_age: f64,
    /// `λ2`: how fast it rises before the peak.
    pub workers_rise: f64,
    /// `c`: what is the same at all ages.
    pub constant: f64,
}

impl Default for RogersCastro {
    fn default() -> Self {
        Self {
            children: 0.02,
            children_fall: 0.10,
            workers: 0.06,
            workers_fall: 0.10,
            workers_age: 20.0,
            workers_rise: 0.40,
            constant: 0.003,
        }
    }
}

impl RogersCastro {
    /// The schedule at an exact age in years.
    #[must_use]
    pub fn at(&self, age: f64) -> f64 {
        let after = age - self.workers_age;
        let workers = libm::exp(-self.workers_fall * after - libm::exp(-self.workers_rise * after));
        self.children * libm::exp(-self.children_fall * age) + self.workers * workers + self.constant
    }

    /// Shares of migrants by sex and age, which sum to 1: the schedule at the middle of each year of age, the open group up
    /// to age 99 (one year at least), women with their share.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a share outside 0 to 1, or a schedule that is below 0 somewhere or 0 everywhere.
    pub fn shares(&self, groups: AgeGroups, female_share: f64) -> Result<BySex<Vec<f64>>, Error> {
        if !(0.0..=1.0).contains(&female_share) {
            return Err(Error::Parameter { parameter: "share of women", value: female_share, wanted: "from 0 to 1" });
        }
        let ages = |group: u8| {
            let from = group * AgeGroups::YEARS;
            if from < groups.open_from() { from..from + AgeGroups::YEARS } else { from..100.max(from + 1) }
        };
        let of_group = |group: u8| ages(group).fold(0.0, |sum, age| sum + self.at(f64::from(age) + 0.5));
        let levels: Vec<f64> = (0..=groups.open_from() / AgeGroups::YEARS).map(of_group).collect();
        let sum = levels.iter().fold(0.0, |sum, level| sum + level);
        if let Some(&value) = levels.iter().chain([&sum]).find(|level| !(**level >= 0.0 && level.is_finite() && sum > 0.0)) {
            return Err(Error::Parameter { parameter: "migration schedule", value, wanted: "0 or more, and not 0 everywhere" });
        }
        let of_sex = |sex: Sex| if sex == Sex::Female { female_share } else { 1.0 - female_share };
        Ok(BySex::make(|sex| levels.iter().map(|level| of_sex(sex) * level / sum).collect()))
    }
}
