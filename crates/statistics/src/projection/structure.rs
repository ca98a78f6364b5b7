//! What a population by age means for those who plan: dependency, places in schools, seniors, median age.

use serde::{Deserialize, Serialize};

use super::Error;
use super::population::{Population, Sex};
use super::single_years::{SingleYears, Splitting};

/// Which ages are of working age; bounds in completed years, both with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingAges {
    /// First year of both sexes, 1 or more.
    pub from: u8,
    /// Last year of women.
    pub women_to: u8,
    /// Last year of men.
    pub men_to: u8,
}

impl WorkingAges {
    /// 18–59 for women, 18–64 for men, as Statistics Poland counts.
    pub const POLISH: Self = Self { from: 18, women_to: 59, men_to: 64 };
    /// 15–64, as Eurostat counts.
    pub const EUROPEAN: Self = Self { from: 15, women_to: 64, men_to: 64 };
}

/// Persons before and after working age per 100 of working age.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Dependency {
    /// Before working age.
    pub youth: f64,
    /// After working age.
    pub old_age: f64,
    /// Both.
    pub total: f64,
}

/// Figures of a population that plans rest on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Structure {
    /// All persons.
    pub persons: f64,
    /// Before working age.
    pub before_working_age: f64,
    /// Of working age.
    pub working_age: f64,
    /// After working age.
    pub after_working_age: f64,
    /// `None` if nobody is of working age.
    pub dependency: Option<Dependency>,
    /// Aged 3–6, who need a place in kindergarten.
    pub aged_3_to_6: f64,
    /// Aged 7–14, of primary school.
    pub aged_7_to_14: f64,
    /// Aged 15–18, of secondary school.
    pub aged_15_to_18: f64,
    /// Aged 65 or more.
    pub aged_65_and_over: f64,
    /// Aged 80 or more.
    pub aged_80_and_over: f64,
    /// The age that half of all persons have not reached, in years; `None` if nobody is there, or if it lies in the open group.
    pub median_age: Option<f64>,
}

/// The figures of a population.
///
/// # Errors
/// [`Error::Parameter`] for working ages that begin at 0 or end before they begin; [`Error::InsideOpenGroup`] if a span needs
/// more ages than there are (80+ needs an open group at 80 or later); [`Error::TooFewGroups`].
///
/// # Examples
/// ```
/// use miedza_statistics::projection::{BySex, Population, Splitting, WorkingAges, structure};
/// use miedza_territory::UnitCode;
///
/// let unit = UnitCode::parse("0201011")?;
/// let ages = [Some(100.0); 18];
/// let population = Population::counted(&unit, BySex { female: &ages, male: &ages })?;
///
/// let found = structure(&population, WorkingAges::EUROPEAN, Splitting::Uniform)?;
/// assert_eq!((found.aged_7_to_14, found.working_age, found.median_age), (320.0, 2000.0, Some(45.0)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn structure(population: &Population, ages: WorkingAges, splitting: Splitting) -> Result<Structure, Error> {
    let Some(last_before) = ages.from.checked_sub(1) else {
        return Err(Error::Parameter { parameter: "first year of working age", value: 0.0, wanted: "1 or more" });
    };
    if let Some(to) = [ages.women_to, ages.men_to].into_iter().find(|to| *to < ages.from) {
        let wanted = "not before the first year";
        return Err(Error::Parameter { parameter: "last year of working age", value: f64::from(to), wanted });
    }
    let years = SingleYears::of(population, splitting)?;
    let both = |from: u8, to: Option<u8>| Ok(years.between(Sex::Female, from, to)? + years.between(Sex::Male, from, to)?);
    let split_by_sex = |women: (u8, Option<u8>), men: (u8, Option<u8>)| {
        Ok::<f64, Error>(years.between(Sex::Female, women.0, women.1)? + years.between(Sex::Male, men.0, men.1)?)
    };
    let before = both(0, Some(last_before))?;
    let working = split_by_sex((ages.from, Some(ages.women_to)), (ages.from, Some(ages.men_to)))?;
    let after = split_by_sex((ages.women_to.saturating_add(1), None), (ages.men_to.saturating_add(1), None))?;
    let per_100 = |persons: f64| 100.0 * persons / working;
    let dependency = Dependency { youth: per_100(before), old_age: per_100(after), total: per_100(before + after) };
    Ok(Structure {
        persons: population.total(),
        before_working_age: before,
        working_age: working,
        after_working_age: after,
        dependency: (working > 0.0).then_some(dependency),
        aged_3_to_6: both(3, Some(6))?,
        aged_7_to_14: both(7, Some(14))?,
        aged_15_to_18: both(15, Some(18))?,
        aged_65_and_over: both(65, None)?,
        aged_80_and_over: both(80, None)?,
        median_age: median_age(population),
    })
}

/// The age that half of all persons have not reached, in years, in a straight line within its group; `None` if nobody is there,
/// or if it lies in the open group.
#[must_use]
pub fn median_age(population: &Population) -> Option<f64> {
    let half = population.total() / 2.0;
    let both = population.of(Sex::Female).iter().zip(population.of(Sex::Male)).map(|(women, men)| women + men);
    let (mut from, mut younger) = (0.0, 0.0);
    for persons in both.take(population.of(Sex::Female).len() - 1) {
        if persons > 0.0 && younger + persons >= half {
            return Some(from + 5.0 * (half - younger) / persons);
        }
        from += 5.0;
        younger += persons;
    }
    None
}
