//! From a block and assumptions to where a projection starts: who lives in each municipality, and what moves its population.

use std::collections::BTreeMap;

use miedza_statistics::projection::{
    AgeGroups, BySex, Error, Fertility, Migration, Population, Rates, RogersCastro, Sex, Start, Survivorship, Whose,
};
use miedza_territory::{Country, UnitCode, UnitIx, UnitVec, Units, count};

use super::assumptions::{AGE_GROUPS, AGES_OF_MOTHERS, Assumptions, OfCountry};
use super::{MigrationFrom, OutlookError, Parameters};
use crate::diagnosis::Block;

/// The oldest age that the open group is taken to reach, as in [`RogersCastro::shares`].
const OLDEST: u8 = 100;

/// Where it starts, with what was observed of migration.
pub(super) struct Known {
    pub start: Start,
    /// Net migrants per resident and year; `None` where nothing was observed or asked for.
    pub observed: UnitVec<Option<f64>>,
}

pub(super) fn known(
    block: &Block,
    members: &[UnitCode],
    assumptions: &Assumptions,
    parameters: &Parameters,
) -> Result<Known, OutlookError> {
    let units = Units::new(members.to_vec());
    if units.codes().is_empty() {
        return Err(OutlookError::NoMembers);
    }
    let year = start_year(block, &units, assumptions, parameters.start)?;
    let groups = AgeGroups::new(AGE_GROUPS)?;
    let countries = Countries::of(&units, assumptions)?;
    let (mut population, mut rates, mut observed) = (Vec::new(), Vec::new(), Vec::new());
    for code in units.codes() {
        let (of, survivorship, fertility) = countries.rates(code)?;
        let persons = split(code, &by_age(block, code, year, assumptions), of)?;
        let net = observed_migration(block, code, (year, persons.total()), (assumptions, parameters));
        let migration = net.map_or(Ok(Migration::Closed), |net| migration(code, &persons, net))?;
        rates.push(Rates { survivorship: survivorship.clone(), fertility: fertility.clone(), migration });
        population.push(persons);
        observed.push(net);
    }
    let start = Start { year, units, groups, population: UnitVec::new(population), rates: UnitVec::new(rates) };
    Ok(Known { start, observed: UnitVec::new(observed) })
}

/// Mortality and fertility of each country that has a member, made once for all of them.
struct Countries<'a>(BTreeMap<Country, (&'a OfCountry, BySex<Survivorship>, Fertility)>);

impl<'a> Countries<'a> {
    fn of(units: &Units, assumptions: &'a Assumptions) -> Result<Self, OutlookError> {
        let mut countries = BTreeMap::new();
        for code in units.codes() {
            let country = Country::of_municipality(code);
            if countries.contains_key(&country) {
                continue;
            }
            let of = assumptions.of(country).ok_or(OutlookError::NoAssumptions { country: country.word() })?;
            countries.insert(country, (of, survivorship(code, of)?, fertility(code, of)?));
        }
        Ok(Self(countries))
    }

    fn rates(&self, code: &UnitCode) -> Result<&(&'a OfCountry, BySex<Survivorship>, Fertility), OutlookError> {
        let country = Country::of_municipality(code);
        self.0.get(&country).ok_or(OutlookError::NoAssumptions { country: country.word() })
    }
}

/// The year that is asked for, or the last one in which the fewest members lack an age group; refused if any does.
fn start_year(block: &Block, units: &Units, assumptions: &Assumptions, asked: Option<u16>) -> Result<u16, OutlookError> {
    let lacking = |year: u16| -> Vec<String> {
        let lacks = |code: &&UnitCode| by_age(block, code, year, assumptions).iter().any(Option::is_none);
        units.codes().iter().filter(lacks).map(ToString::to_string).collect()
    };
    let years = block.years();
    let fullest = years.iter().rev().min_by_key(|year| lacking(*year).len());
    let year = asked.or(fullest).unwrap_or(years.last);
    match lacking(year) {
        lacking if lacking.is_empty() => Ok(year),
        lacking => {
            let named = lacking.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
            Err(OutlookError::Incomplete { year, units: lacking.len(), named })
        }
    }
}

fn by_age(block: &Block, code: &UnitCode, year: u16, assumptions: &Assumptions) -> Vec<Option<f64>> {
    let unit = block.units().find(code);
    assumptions.ages.iter().map(|variable| unit.and_then(|unit| block.number(variable, unit, year))).collect()
}

/// Both sexes together split by the shares of the country at each age.
fn split(code: &UnitCode, by_age: &[Option<f64>], of: &OfCountry) -> Result<Population, Error> {
    let sexes = of.sexes.by_sex();
    let of_sex = |sex: Sex| -> Vec<Option<f64>> {
        let shares = sexes.female.iter().zip(&sexes.male).zip(sexes.of(sex)).map(|((women, men), own)| own / (women + men));
        by_age.iter().zip(shares).map(|(persons, share)| persons.map(|persons| persons * share)).collect()
    };
    let (female, male) = (of_sex(Sex::Female), of_sex(Sex::Male));
    Population::counted(code, BySex { female: &female, male: &male })
}

/// Survivorship of the country: the pattern of mortality by age, brought to the life expectancy.
fn survivorship(unit: &UnitCode, of: &OfCountry) -> Result<BySex<Survivorship>, Error> {
    let (mortality, years) = (of.mortality.by_sex(), of.life_expectancy.by_sex());
    BySex::try_make(|sex| {
        let whose = Whose { unit, sex };
        let person_years: Vec<Option<f64>> = person_years(mortality.of(sex), sex).into_iter().map(Some).collect();
        Survivorship::from_person_years(whose, &person_years, 1.0)?.with_life_expectancy(whose, *years.of(sex))
    })
}

/// Person-years lived by one newborn in each age group of five years, 85 and more in the last, from deaths per person and
/// year at the ages 0, 1–4, 5–9, …, 100 and more.
///
/// # Source
/// Preston, Heuveline & Guillot (2001), section 3.2 and table 3.3 (years lived under five by those who die, after Coale &
/// Demeny, for mortality below 0.107 at age 0); those who die later die in the middle of their age group on average.
pub(super) fn person_years(rates: &[f64], sex: Sex) -> Vec<f64> {
    let infants = rates.first().copied().unwrap_or_default();
    let (under_1, under_5) = match sex {
        Sex::Female => (0.053 + 2.800 * infants, 1.522 - 1.518 * infants),
        Sex::Male => (0.045 + 2.684 * infants, 1.651 - 2.816 * infants),
    };
    let (mut alive, mut lived) = (1.0, vec![0.0; AGE_GROUPS]);
    for (age, rate) in rates.iter().enumerate() {
        let (years, of_dying) = match age {
            0 => (1.0, under_1),
            1 => (4.0, under_5),
            _ => (5.0, 2.5),
        };
        // The ages 0 and 1–4 share a group, and all from 85 on do.
        let group = age.saturating_sub(1).min(AGE_GROUPS - 1);
        if age + 1 == rates.len() {
            lived[group] += alive / rate;
            break;
        }
        let dying = alive * years * rate / (1.0 + (years - of_dying) * rate);
        lived[group] += years * (alive - dying) + of_dying * dying;
        alive -= dying;
    }
    lived
}

/// Fertility of the country: shares by age, brought to the total.
fn fertility(unit: &UnitCode, of: &OfCountry) -> Result<Fertility, Error> {
    let mut rates = vec![Some(0.0); AGE_GROUPS];
    for (rate, share) in rates.iter_mut().skip(2).take(AGES_OF_MOTHERS).zip(&of.fertility.shares) {
        *rate = Some(of.total_fertility.value * share / 100.0 / 5.0);
    }
    Fertility::new(unit, &rates, of.boys_per_girl.value)
}

/// Mean net migrants per resident and year over the last years that were observed; `None` if none was.
fn observed_migration(
    block: &Block,
    code: &UnitCode,
    (year, residents): (u16, f64),
    (assumptions, parameters): (&Assumptions, &Parameters),
) -> Option<f64> {
    let MigrationFrom::Observed { years } = parameters.migration else {
        return None;
    };
    let unit: UnitIx = block.units().find(code)?;
    let of_year = |year: u16| {
        let persons = block.number(&assumptions.net_migrants, unit, year).filter(|_| residents > 0.0);
        let per_1000 = || block.number(&assumptions.net_migrants_per_1000, unit, year).map(|per_1000| per_1000 / 1000.0);
        persons.map(|persons| persons / residents).or_else(per_1000)
    };
    let since = year.saturating_sub(u16::from(years).saturating_sub(1));
    let observed: Vec<f64> = (since..=year).filter_map(of_year).collect();
    let sum = observed.iter().fold(0.0, |sum, rate| sum + rate);
    (!observed.is_empty()).then(|| sum / count(observed.len()))
}

/// Rates by age that are in proportion to the standard schedule of Rogers & Castro and give the net migrants in all.
fn migration(code: &UnitCode, persons: &Population, net: f64) -> Result<Migration, Error> {
    let schedule = RogersCastro::default();
    let level = |group: u8| {
        let from = group * AgeGroups::YEARS;
        let to = if usize::from(group) + 1 < AGE_GROUPS { from + AgeGroups::YEARS } else { OLDEST };
        (from..to).fold(0.0, |sum, age| sum + schedule.at(f64::from(age) + 0.5)) / f64::from(to - from)
    };
    let levels: Vec<f64> = (0..).take(AGE_GROUPS).map(level).collect();
    let expected = Sex::BOTH.iter().flat_map(|sex| persons.of(*sex).iter().zip(&levels));
    let expected = expected.fold(0.0, |sum, (persons, level)| sum + persons * level);
    if expected <= 0.0 {
        return Ok(Migration::Closed);
    }
    let scale = net * persons.total() / expected;
    let rates: Vec<Option<f64>> = levels.iter().map(|level| Some(scale * level)).collect();
    Migration::rates(code, BySex { female: &rates, male: &rates })
}
