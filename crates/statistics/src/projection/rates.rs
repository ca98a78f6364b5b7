//! What moves the population of a unit: survivorship, fertility and migration, and how a scenario bends them.

use miedza_territory::UnitCode;

use super::population::{AgeGroups, BySex, Sex, Wanted, Whose};
use super::scenario::Assumption;
use super::survivorship::Survivorship;
use super::{Error, Migration};

/// Boys born per girl where nothing else is known (Preston, Heuveline & Guillot 2001, page 125).
pub const BOYS_PER_GIRL: f64 = 1.05;

/// Births per woman and year by age.
#[derive(Clone, Debug, PartialEq)]
pub struct Fertility {
    rates: Vec<f64>,
    boys_per_girl: f64,
}

impl Fertility {
    /// Births, boys and girls, per woman and year by age group of the mother, 0 under five; and boys born per girl.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::OutOfRange`] outside 0 to 1 or for births under five, [`Error::Groups`],
    /// [`Error::Parameter`] for a sex ratio outside 0.5 to 2.
    pub fn new(unit: &UnitCode, rates: &[Option<f64>], boys_per_girl: f64) -> Result<Self, Error> {
        if !(0.5..=2.0).contains(&boys_per_girl) {
            return Err(Error::Parameter { parameter: "boys born per girl", value: boys_per_girl, wanted: "from 0.5 to 2" });
        }
        let (what, whose) = ("fertility rate", Whose { unit, sex: Sex::Female });
        let rates = whose.read(what, rates, &Wanted { from: 0.0, to: 1.0, words: "from 0 to 1 births per woman and year" })?;
        match rates.first() {
            Some(&rate) if rate > 0.0 => Err(whose.refuse((what, "0, as no child has children"), rate, "0–4".to_owned())),
            _ => Ok(Self { rates, boys_per_girl }),
        }
    }

    /// Total fertility: children per woman who lives through five years of each age group under these rates.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.rates.iter().fold(0.0, |sum, rate| sum + 5.0 * rate)
    }

    /// Births over five years: each rate on the mean of the women of its age at both ends, then boys and girls apart.
    pub(super) fn births(&self, women_at_start: &[f64], women_at_end: &[f64]) -> BySex<f64> {
        let women = women_at_start.iter().zip(women_at_end).map(|(start, end)| f64::midpoint(*start, *end));
        let births = women.zip(&self.rates).fold(0.0, |sum, (women, rate)| sum + 5.0 * women * rate);
        let girls = births / (1.0 + self.boys_per_girl);
        BySex { female: girls, male: births - girls }
    }
}

/// What moves the population of a unit over the next five years.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// Who lives on.
    pub survivorship: BySex<Survivorship>,
    /// Who is born.
    pub fertility: Fertility,
    /// Who comes and goes.
    pub migration: Migration,
}

impl Rates {
    pub(super) fn check(&self, groups: AgeGroups) -> Result<(), Error> {
        let wanted = groups.count();
        let lengths = [
            ("survivorship of women", self.survivorship.female.ratios().len()),
            ("survivorship of men", self.survivorship.male.ratios().len()),
            ("fertility", self.fertility.rates.len()),
        ];
        if let Some(&(what, given)) = lengths.iter().find(|(_, given)| *given != wanted) {
            return Err(Error::WrongLength { what, given, wanted });
        }
        self.migration.check(groups)
    }

    /// The rates of a unit as a scenario bends them, migration but for what is added to it; `longer` is the survivorship that
    /// the same assumption makes.
    pub(super) fn bent(&self, assumption: &Assumption, longer: BySex<Survivorship>) -> Self {
        let rates = self.fertility.rates.iter().map(|rate| rate * assumption.fertility_factor).collect();
        Self {
            survivorship: longer,
            fertility: Fertility { rates, boys_per_girl: self.fertility.boys_per_girl },
            migration: self.migration.clone(),
        }
    }
}

/// Survivorship with so many years of life expectancy gained by both sexes.
pub(super) fn longer(now: &BySex<Survivorship>, unit: &UnitCode, gain: f64) -> Result<BySex<Survivorship>, Error> {
    BySex::try_make(|sex: Sex| {
        let (whose, now) = (Whose { unit, sex }, now.of(sex));
        match now.life_expectancy() {
            _ if gain.abs() <= 0.0 => Ok(now.clone()),
            None => Err(Error::LifeExpectancy { unit: unit.clone(), sex, wanted: f64::INFINITY }),
            Some(years) => now.with_life_expectancy(whose, years + gain),
        }
    })
}
