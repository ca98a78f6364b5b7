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
        life_expectancy(self.ratios.iter().copied())
    }

    /// All chances of dying changed in one proportion, such that the life expectancy at birth becomes that many years: each
    /// ratio is raised to the same power. The search is the Illinois variant of false position.
    ///
    /// # Errors
    /// [`Error::LifeExpectancy`] if there is none now, or no power from 0.05 to 20 leads there.
    pub fn with_life_expectancy(&self, whose: Whose<'_>, years: f64) -> Result<Self, Error> {
        let refused = || Error::LifeExpectancy { unit: whose.unit.clone(), sex: whose.sex, wanted: years };
        let logarithms: Vec<f64> = self.ratios.iter().map(|ratio| libm::log(*ratio)).collect();
        let powered = |exponent: f64| {
            let power = libm::exp(exponent);
            logarithms.iter().map(move |logarithm| libm::exp(power * logarithm))
        };
        let miss = |exponent: f64| life_expectancy(powered(exponent)).map(|found| found - years).ok_or_else(refused);
        let exponent = root(miss)?.ok_or_else(refused)?;
        Ok(Self { ratios: powered(exponent).collect() })
    }
}

/// Life expectancy at birth in years by survivorship ratios, the last of the open group; `None` if nobody there ever dies.
fn life_expectancy(ratios: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let last = ratios.len().checked_sub(1)?;
    let (mut years, mut sum) = (5.0, 0.0);
    for (group, ratio) in ratios.enumerate() {
        if group == last {
            return (ratio < 1.0).then(|| sum + years * ratio / (1.0 - ratio));
        }
        years *= ratio;
        sum += years;
    }
    None
}

/// Where a falling function meets 0, by the Illinois variant of false position; `None` if it does not from −3 to 3.
fn root(function: impl Fn(f64) -> Result<f64, Error>) -> Result<Option<f64>, Error> {
    let bracket = |reach: f64| Ok((function(-reach)?, function(reach)?, reach));
    let (mut at_low, mut at_high, reach) = match bracket(0.25)? {
        near @ (at_low, at_high, _) if at_low >= 0.0 && at_high <= 0.0 => near,
        _ => bracket(3.0)?,
    };
    if !(at_low >= 0.0 && at_high <= 0.0) {
        return Ok(None);
    }
    let (mut low, mut high) = (-reach, reach);
    let mut was_above = None;
    for _ in 0..ROUNDS {
        let middle = if at_low > at_high { (low * at_high - high * at_low) / (at_high - at_low) } else { low };
        let found = function(middle)?;
        if found.abs() < 1e-9 || high - low < 1e-13 {
            return Ok(Some(middle));
        }
        let is_above = found > 0.0;
        if is_above {
            (low, at_low) = (middle, found);
            at_high = if was_above == Some(true) { at_high / 2.0 } else { at_high };
        } else {
            (high, at_high) = (middle, found);
            at_low = if was_above == Some(false) { at_low / 2.0 } else { at_low };
        }
        was_above = Some(is_above);
    }
    Ok(None)
}
