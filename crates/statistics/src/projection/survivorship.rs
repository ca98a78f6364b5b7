//! Who lives on: survivorship ratios between age groups, from a life table or from mortality rates, and their change.

use super::Error;
use super::population::{AgeGroups, Wanted, Whose};

/// Years that a child who dies under five has lived on average, where rates are given: four deaths in five fall into the
/// first year, after a tenth of it, the others after two and a half years.
const YEARS_OF_CHILDREN_WHO_DIE: f64 = 0.6;

/// Rounds of the search for a life expectancy; it needs about ten.
const ROUNDS: u32 = 200;

/// Shares of persons who live on into the next age group over five years, 0 to 1.
///
/// One per age group: from birth into 0–4, from 0–4 into 5–9 and so on; the last is the share of the last two groups together
/// who are in the open group five years later.
#[derive(Clone, Debug, PartialEq)]
pub struct Survivorship {
    ratios: Vec<f64>,
}

impl Survivorship {
    /// From person-years lived in each age group (`nLx`; the last is `T` of the open group) by `radix` newborn.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::OutOfRange`] if person-years are not above 0 or grow with age, [`Error::Groups`].
    ///
    /// # Source
    /// Preston, Heuveline & Guillot (2001), section 6.3.
    pub fn from_person_years(whose: Whose<'_>, person_years: &[Option<f64>], radix: f64) -> Result<Self, Error> {
        let what = "person-years of the life table";
        if !(radix > 0.0 && radix.is_finite()) {
            return Err(Error::Parameter { parameter: "radix", value: radix, wanted: "above 0" });
        }
        let words = "above 0 and not more than in the age group before";
        let years = whose.read(what, person_years, &Wanted { from: f64::MIN_POSITIVE, to: f64::MAX, words })?;
        let groups = AgeGroups::new(years.len())?;
        let last = groups.count() - 1;
        let of_five = [5.0 * radix];
        let before = of_five.iter().chain(&years);
        let ratio = |(group, (before, years)): (usize, (&f64, &f64))| match years / before {
            _ if group == last => Ok(years / (before + years)),
            ratio if ratio > 1.0 => Err(whose.refuse((what, words), *years, groups.label(group))),
            ratio => Ok(ratio),
        };
        let ratios = before.zip(&years).enumerate().map(ratio).collect::<Result<_, _>>()?;
        Ok(Self { ratios })
    }

    /// From deaths per person and year by age group (`nMx`).
    ///
    /// Deaths fall in the middle of a group on average, under five after 0.6 years; in the open group the rate holds for ever.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::OutOfRange`] outside 0 to 2, or above 0.4 in a closed group from 5 on (1.66 under
    /// five), [`Error::Groups`].
    ///
    /// # Source
    /// Preston, Heuveline & Guillot (2001), section 3.2: `q = 5 M / (1 + (5 − a) M)`, `L = 5 (l − d) + a d`.
    pub fn from_mortality_rates(whose: Whose<'_>, rates: &[Option<f64>]) -> Result<Self, Error> {
        let what = "mortality rate";
        let wanted = Wanted { from: 0.0, to: 2.0, words: "from 0 to 2 deaths per person and year" };
        let rates = whose.read(what, rates, &wanted)?;
        let groups = AgeGroups::new(rates.len())?;
        let (mut alive, mut before) = (1.0, 5.0);
        let mut ratios = Vec::with_capacity(rates.len());
        for (group, rate) in rates.iter().enumerate() {
            if group + 1 == groups.count() {
                ratios.push(if alive > 0.0 { alive / (alive + rate * before) } else { 0.0 });
                break;
            }
            let lived = if group == 0 { YEARS_OF_CHILDREN_WHO_DIE } else { 2.5 };
            let dying = alive * 5.0 * rate / (1.0 + (5.0 - lived) * rate);
            if dying > alive {
                return Err(whose.refuse(
                    (what, "at most so high that not all die within five years"),
                    *rate,
                    groups.label(group),
                ));
            }
            let years = 5.0 * (alive - dying) + lived * dying;
            ratios.push(if before > 0.0 { (years / before).min(1.0) } else { 0.0 });
            (alive, before) = (alive - dying, years);
        }
        Ok(Self { ratios })
    }

    /// The ratios themselves, one per age group.
    #[must_use]
    pub fn ratios(&self) -> &[f64] {
        &self.ratios
    }

    /// Life expectancy at birth in years; `None` if nobody in the open group ever dies.
    #[must_use]
    pub fn life_expectancy(&self) -> Option<f64> {
        self.powered_life_expectancy(1.0)
    }

    /// All chances of dying changed in one proportion, such that the life expectancy at birth becomes that many years: each
    /// ratio is raised to the same power. The search is the Illinois variant of false position.
    ///
    /// # Errors
    /// [`Error::LifeExpectancy`] if there is none now, or no power from 0.05 to 20 leads there.
    pub fn with_life_expectancy(&self, whose: Whose<'_>, years: f64) -> Result<Self, Error> {
        let refused = || Error::LifeExpectancy { unit: whose.unit.clone(), sex: whose.sex, wanted: years };
        let miss = |exponent: f64| self.powered_life_expectancy(libm::exp(exponent)).map(|found| found - years);
        let (mut low, mut high) = (-3.0, 3.0);
        let mut low_miss = miss(low).ok_or_else(refused)?;
        let mut high_miss = miss(high).ok_or_else(refused)?;
        if !(low_miss >= 0.0 && high_miss <= 0.0) {
            return Err(refused());
        }
        let mut side = 0;
        for _ in 0..ROUNDS {
            let middle = if low_miss > high_miss { (low * high_miss - high * low_miss) / (high_miss - low_miss) } else { low };
            let missed = miss(middle).ok_or_else(refused)?;
            if missed.abs() < 1e-9 || high - low < 1e-13 {
                return Ok(self.powered(libm::exp(middle)));
            }
            if missed > 0.0 {
                (low, low_miss) = (middle, missed);
                high_miss = if side == 1 { high_miss / 2.0 } else { high_miss };
                side = 1;
            } else {
                (high, high_miss) = (middle, missed);
                low_miss = if side == -1 { low_miss / 2.0 } else { low_miss };
                side = -1;
            }
        }
        Err(refused())
    }

    fn powered(&self, power: f64) -> Self {
        Self { ratios: self.ratios.iter().map(|ratio| libm::pow(*ratio, power)).collect() }
    }

    fn powered_life_expectancy(&self, power: f64) -> Option<f64> {
        let (open, closed) = self.ratios.split_last()?;
        let open = libm::pow(*open, power);
        let (mut years, mut sum) = (5.0, 0.0);
        for ratio in closed {
            years *= libm::pow(*ratio, power);
            sum += years;
        }
        (open < 1.0).then(|| sum + years * open / (1.0 - open))
    }
}
