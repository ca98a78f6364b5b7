//! What a projection assumes where a municipality has no figures of its own: data with sources, read from a sheet.

use miedza_statistics::projection::{Assumption, BySex, Scenario, Uncertainty};
use miedza_territory::Country;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::diagnosis::Variable;

/// The assumptions of this program, for Poland and Czechia.
const BUILT_IN: &str = include_str!("assumptions.toml");

/// Age groups of five years, the last one 85 and more.
pub const AGE_GROUPS: usize = 18;
/// Ages of the mortality rates: 0, 1–4, 5–9, …, 95–99, 100 and more.
pub const MORTALITY_AGES: usize = 22;
/// Ages of mothers: 10–14, …, 50–54.
pub const AGES_OF_MOTHERS: usize = 9;

/// Whether somebody published it or it is a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Published by the source named.
    Published,
    /// A choice of this program or of the office that brought the sheet.
    Own,
    /// Reckoned from the values of the diagnosis.
    Observed,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cited {
    /// Whether it is published.
    pub origin: Origin,
    /// Who published it, and where.
    pub source: String,
    /// Of which year or years it is.
    pub year: String,
}

/// A list by sex with its source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct BySexCited<T> {
    /// Its source.
    #[serde(flatten)]
    pub cited: Cited,
    /// Of women.
    pub women: T,
    /// Of men.
    pub men: T,
}

impl<T: Clone> BySexCited<T> {
    /// The same without its source.
    #[must_use]
    pub fn by_sex(&self) -> BySex<T> {
        BySex { female: self.women.clone(), male: self.men.clone() }
    }
}

/// A number with its source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NumberCited {
    /// Its source.
    #[serde(flatten)]
    pub cited: Cited,
    /// The number.
    pub value: f64,
}

/// Shares of fertility by age with their source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SharesCited {
    /// Their source.
    #[serde(flatten)]
    pub cited: Cited,
    /// Per cent of the total, [`AGES_OF_MOTHERS`] of them.
    pub shares: Vec<f64>,
}

/// A course of the future as written in the sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub origin: Origin,
    /// Total fertility as a multiple of today's.
    pub fertility_factor: f64,
    /// Years of life expectancy gained by both sexes.
    pub life_expectancy_gain: f64,
    /// Net migrants per 1,000 residents and year on top of those observed.
    pub net_migration_added: f64,
    /// Steps of five years over which it is reached.
    pub steps: u8,
}

impl Course {
    /// As the projection takes it.
    pub(super) fn scenario(&self) -> Result<Scenario, miedza_statistics::projection::Error> {
        let Self { fertility_factor, life_expectancy_gain, net_migration_added, .. } = *self;
        Scenario::gradual(&self.name, Assumption { fertility_factor, life_expectancy_gain, net_migration_added }, self.steps)
    }
}

/// Standard deviations of drawn futures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deviations {
    /// Whose they are.
    pub origin: Origin,
    /// Of total fertility, a share.
    pub fertility: f64,
    /// Of life expectancy, years.
    pub life_expectancy: f64,
    /// Of net migrants per 1,000 residents and year.
    pub net_migration: f64,
}

impl Deviations {
    pub(super) const fn uncertainty(self, replicates: u32, seed: u64) -> Uncertainty {
        let Self { fertility, life_expectancy, net_migration, .. } = self;
        Uncertainty { fertility, life_expectancy, net_migration, replicates, seed }
    }
}

/// What is assumed of the municipalities of a country.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfCountry {
    /// The country.
    pub country: Country,
    /// Its population by sex and age, by which both sexes together are split.
    pub sexes: BySexCited<Vec<f64>>,
    /// Deaths per person and year, [`MORTALITY_AGES`] of them.
    pub mortality: BySexCited<Vec<f64>>,
    /// Life expectancy at birth that mortality is brought to, years.
    pub life_expectancy: BySexCited<f64>,
    /// Shares of fertility by age.
    pub fertility: SharesCited,
    /// Children per woman.
    pub total_fertility: NumberCited,
    /// Boys born per girl.
    pub boys_per_girl: NumberCited,
}

/// All that is assumed.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// Variables of the population by age, both sexes together, [`AGE_GROUPS`] of them.
    pub ages: Vec<Variable>,
    /// Net migrants a year.
    pub net_migrants: Variable,
    /// Net migrants per 1,000 inhabitants and year.
    pub net_migrants_per_1000: Variable,
    /// By country, each once.
    pub countries: Vec<OfCountry>,
    /// Courses of the future.
    pub courses: Vec<Course>,
    /// How uncertain they are.
    pub deviations: Deviations,
}

/// Why a sheet of assumptions cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AssumptionsError {
    /// The text is no such sheet.
    #[error("the sheet of assumptions cannot be read: {0}")]
    Unreadable(String),
    /// A list is not as long as it must be.
    #[error("{what} has {given} entries in the sheet of assumptions, and it must have {wanted}")]
    WrongLength {
        /// Which list.
        what: &'static str,
        /// How many it has.
        given: usize,
        /// How many are needed.
        wanted: usize,
    },
    /// A variable without a source or an identifier.
    #[error("the sheet of assumptions names {text:?}, and a variable is SOURCE:ID such as bdl:72306")]
    Variable {
        /// What stands there.
        text: String,
    },
    /// The shares of fertility are no shares of a whole.
    #[error("the shares of fertility by age add up to {sum} per cent, and they must add up to 100")]
    Shares {
        /// What they add up to, rounded.
        sum: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    ages: AgesEntry,
    migration: MigrationEntry,
    countries: Vec<OfCountry>,
    scenarios: Vec<Course>,
    uncertainty: Deviations,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgesEntry {
    variables: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MigrationEntry {
    persons: String,
    per_1000: String,
}

impl Assumptions {
    /// Those of this program, for Poland and Czechia.
    ///
    /// # Errors
    /// [`AssumptionsError`] never, as the tests see to.
    pub fn built_in() -> Result<Self, AssumptionsError> {
        Self::read(BUILT_IN)
    }

    /// Reads a sheet in TOML.
    ///
    /// # Errors
    /// [`AssumptionsError`] with what is at fault; ranges of numbers are checked when they are used.
    pub fn read(text: &str) -> Result<Self, AssumptionsError> {
        let sheet: Sheet = toml::from_str(text).map_err(|error| AssumptionsError::Unreadable(error.to_string()))?;
        of_length("the variables by age", sheet.ages.variables.len(), AGE_GROUPS)?;
        sheet.countries.iter().try_for_each(OfCountry::check)?;
        Ok(Self {
            ages: sheet.ages.variables.iter().map(|text| variable(text)).collect::<Result<_, _>>()?,
            net_migrants: variable(&sheet.migration.persons)?,
            net_migrants_per_1000: variable(&sheet.migration.per_1000)?,
            countries: sheet.countries,
            courses: sheet.scenarios,
            deviations: sheet.uncertainty,
        })
    }

    /// What is assumed of a country; `None` if the sheet has nothing of it.
    #[must_use]
    pub fn of(&self, country: Country) -> Option<&OfCountry> {
        self.countries.iter().find(|of| of.country == country)
    }

    /// Every variable that a block needs for a projection.
    pub fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.ages.iter().chain([&self.net_migrants, &self.net_migrants_per_1000])
    }
}

impl OfCountry {
    fn check(&self) -> Result<(), AssumptionsError> {
        of_length("women by age", self.sexes.women.len(), AGE_GROUPS)?;
        of_length("men by age", self.sexes.men.len(), AGE_GROUPS)?;
        of_length("mortality of women", self.mortality.women.len(), MORTALITY_AGES)?;
        of_length("mortality of men", self.mortality.men.len(), MORTALITY_AGES)?;
        of_length("fertility by age", self.fertility.shares.len(), AGES_OF_MOTHERS)?;
        let sum = self.fertility.shares.iter().fold(0.0, |sum, share| sum + share);
        if (sum - 100.0).abs() > 0.01 || sum.is_nan() {
            return Err(AssumptionsError::Shares { sum: format!("{sum:.3}") });
        }
        Ok(())
    }
}

fn of_length(what: &'static str, given: usize, wanted: usize) -> Result<(), AssumptionsError> {
    if given == wanted { Ok(()) } else { Err(AssumptionsError::WrongLength { what, given, wanted }) }
}

fn variable(text: &str) -> Result<Variable, AssumptionsError> {
    Variable::parse(text).ok_or_else(|| AssumptionsError::Variable { text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_of_the_program_is_whole_and_cites_its_sources() {
        let found = Assumptions::built_in().expect("it is whole");

        assert_eq!(found.variables().count(), 20);
        let names: Vec<&str> = found.courses.iter().map(|course| course.name.as_str()).collect();
        assert_eq!(names, ["low", "medium", "high"]);
        for country in [Country::Poland, Country::Czechia] {
            let of = found.of(country).expect("both are there");
            for cited in [&of.mortality.cited, &of.fertility.cited, &of.boys_per_girl.cited] {
                assert!(cited.origin == Origin::Published && cited.source.contains("United Nations"), "{cited:?}");
            }
        }
    }

    #[test]
    fn what_is_wrong_in_a_sheet_is_named() {
        let refused = |from: &str, to: &str| {
            let text = BUILT_IN.replacen(from, to, 1);
            assert_ne!(text, BUILT_IN, "something is changed");
            Assumptions::read(&text).expect_err("it is refused").to_string()
        };
        let cases = [
            ("\"bdl:72306\", ", "", "the variables by age has 17 entries"),
            ("\"bdl:72306\"", "\"72306\"", "the sheet of assumptions names \"72306\""),
            ("35.125141", "36.125141", "the shares of fertility by age add up to 101.000 per cent"),
            ("country = \"cz\"", "country = \"xx\"", "the sheet of assumptions cannot be read"),
        ];
        for (from, to, expected) in cases {
            let error = refused(from, to);
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
