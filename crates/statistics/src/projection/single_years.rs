//! Five-year groups split into single years of age, so that spans such as 7–14 or 18–59 can be counted.

use serde::{Deserialize, Serialize};

use super::population::{Population, Sex};
use super::{Error, grid};

/// How a five-year group is split into single years of age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Splitting {
    /// A fifth for each year.
    Uniform,
    /// Sprague's fifth-difference osculatory multipliers; a group in which a year would fall below 0 is split uniformly.
    #[default]
    Sprague,
}

/// Years of a group.
const YEARS: usize = 5;

/// Multipliers of the first group, from the first four groups; the last one mirrors them.
const FIRST: [[f64; 4]; 5] = [
    [0.3616, -0.2768, 0.1488, -0.0336],
    [0.2640, -0.0960, 0.0400, -0.0080],
    [0.1840, 0.0400, -0.0320, 0.0080],
    [0.1200, 0.1360, -0.0720, 0.0160],
    [0.0704, 0.1968, -0.0848, 0.0176],
];
/// Of the second group, from the first four groups; the last but one mirrors them.
const SECOND: [[f64; 4]; 5] = [
    [0.0336, 0.2272, -0.0752, 0.0144],
    [0.0080, 0.2320, -0.0480, 0.0080],
    [-0.0080, 0.2160, -0.0080, 0.0000],
    [-0.0160, 0.1840, 0.0400, -0.0080],
    [-0.0176, 0.1408, 0.0912, -0.0144],
];
/// Of any other group, from two groups before it to two after it.
const MIDDLE: [[f64; 5]; 5] = [
    [-0.0128, 0.0848, 0.1504, -0.0240, 0.0016],
    [-0.0016, 0.0144, 0.2224, -0.0416, 0.0064],
    [0.0064, -0.0336, 0.2544, -0.0336, 0.0064],
    [0.0064, -0.0416, 0.2224, 0.0144, -0.0016],
    [0.0016, -0.0240, 0.1504, 0.0848, -0.0128],
];

/// Persons of each year of age below the open group, from 0 on, and all of the open group. A group is split when it is asked
/// for in part: most spans begin and end with whole groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SingleYears<'a> {
    population: &'a Population,
    splitting: Splitting,
    /// How many groups lie below the open one.
    closed: usize,
}

impl<'a> SingleYears<'a> {
    /// Splits a population; the five years of a group sum to the group exactly.
    ///
    /// # Errors
    /// [`Error::TooFewGroups`] for Sprague's multipliers with fewer than five closed groups.
    ///
    /// # Source
    /// Sprague (1880), *Explanation of a new formula for interpolation*; multipliers as in Shryock & Siegel (1976), appendix C.
    pub fn of(population: &'a Population, splitting: Splitting) -> Result<Self, Error> {
        let closed = population.groups()?.count() - 1;
        if splitting == Splitting::Sprague && closed < 5 {
            return Err(Error::TooFewGroups { closed });
        }
        Ok(Self { population, splitting, closed })
    }

    /// Persons of one sex by year of age, from 0 to the last one below the open group.
    #[must_use]
    pub fn years(&self, sex: Sex) -> Vec<f64> {
        let groups = self.groups(sex);
        (0..self.closed).flat_map(|group| split(groups, group, self.splitting)).collect()
    }

    fn groups(&self, sex: Sex) -> &'a [f64] {
        &self.population.of(sex)[..self.closed]
    }

    /// Persons of one sex from one age to another, both with them; without an upper end if there is none.
    ///
    /// # Errors
    /// [`Error::InsideOpenGroup`] if a bound lies inside the open group.
    pub fn between(&self, sex: Sex, from: u8, to: Option<u8>) -> Result<f64, Error> {
        let all = self.closed * YEARS;
        let open_from = u8::try_from(all).unwrap_or(u8::MAX);
        let outside = [Some(from), to.map(|to| to.saturating_add(1))].into_iter().flatten().find(|age| *age > open_from);
        if let Some(age) = outside {
            return Err(Error::InsideOpenGroup { age, open_from });
        }
        let (groups, from) = (self.groups(sex), usize::from(from));
        let end = to.map_or(all, |to| usize::from(to) + 1);
        let in_group = |group: usize| {
            let begins = group * YEARS;
            let (first, last) = (from.saturating_sub(begins), (end - begins).min(YEARS));
            match (first, last) {
                (0, YEARS) => groups[group],
                _ => split(groups, group, self.splitting)[first..last].iter().fold(0.0, |sum, persons| sum + persons),
            }
        };
        let closed = (from / YEARS..end.div_ceil(YEARS)).filter(|group| from < end && *group < self.closed);
        let closed = closed.map(in_group).fold(0.0, |sum, persons| sum + persons);
        Ok(if to.is_none() { closed + self.population.of(sex)[self.closed] } else { closed })
    }
}

/// The five years of one group.
fn split(groups: &[f64], group: usize, splitting: Splitting) -> [f64; YEARS] {
    let fifth = [groups[group] / 5.0; YEARS];
    let wished = match splitting {
        Splitting::Uniform => fifth,
        Splitting::Sprague => sprague(groups, group),
    };
    let wished = if wished.iter().all(|persons| *persons >= 0.0) { wished } else { fifth };
    grid::share_out(wished, groups[group]).unwrap_or_default()
}

/// The five years of a group by Sprague's multipliers, of five groups or more; years may come out below 0.
fn sprague(groups: &[f64], group: usize) -> [f64; YEARS] {
    let last = groups.len() - 1;
    let from_end = last - group;
    let weighted = |multipliers: &[f64], groups: &mut dyn Iterator<Item = &f64>| {
        multipliers.iter().zip(groups).fold(0.0, |sum, (multiplier, persons)| sum + multiplier * persons)
    };
    let end = |near: usize| if near == 0 { &FIRST } else { &SECOND };
    std::array::from_fn(|year| match (group, from_end) {
        (0 | 1, _) => weighted(&end(group)[year], &mut groups.iter()),
        (_, 0 | 1) => weighted(&end(from_end)[4 - year], &mut groups.iter().rev()),
        _ => weighted(&MIDDLE[year], &mut groups[group - 2..].iter()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::population::BySex;
    use super::*;

    /// Persons under an age if each exact age x has 1 + x + x² + x³ of them per year.
    fn under(age: f64) -> f64 {
        age + age * age / 2.0 + age * age * age / 3.0 + age * age * age * age / 4.0
    }

    #[test]
    fn multipliers_give_back_a_cubic_curve_year_by_year() {
        let age = |group: usize| 5.0 * miedza_territory::count(group);
        let groups: Vec<f64> = (0..8).map(|group| under(age(group + 1)) - under(age(group))).collect();

        let years = (0..groups.len()).flat_map(|group| split(&groups, group, Splitting::Sprague));

        for (year, found) in years.enumerate() {
            let from = miedza_territory::count(year);
            let expected = under(from + 1.0) - under(from);
            assert!((found - expected).abs() < 1e-4, "age {year}: {found} {expected}");
        }
    }

    #[test]
    fn a_span_is_the_sum_of_its_years_wherever_it_begins_and_ends() {
        let of = |sex: f64| (0..18).map(|group| Some(100.0 + sex * 7.0 * miedza_territory::count(group))).collect::<Vec<_>>();
        let (female, male) = (of(1.0), of(2.0));
        let unit = miedza_territory::UnitCode::parse("0201011").expect("a code");
        let population = Population::counted(&unit, BySex { female: &female, male: &male }).expect("counts");
        let single = SingleYears::of(&population, Splitting::Sprague).expect("enough groups");
        let years = single.years(Sex::Male);

        for from in 0..=85_u8 {
            for to in from..85 {
                let expected = years[usize::from(from)..=usize::from(to)].iter().sum::<f64>();
                assert_eq!(single.between(Sex::Male, from, Some(to)), Ok(expected), "{from} {to}");
            }
            let expected = years[usize::from(from)..].iter().sum::<f64>() + population.of(Sex::Male)[17];
            assert_eq!(single.between(Sex::Male, from, None), Ok(expected), "{from}");
        }
        assert!(single.between(Sex::Male, 3, Some(85)).is_err());
    }

    #[test]
    fn a_group_where_a_year_would_fall_below_nobody_is_split_uniformly() {
        let years = split(&[0.0, 0.0, 100.0, 0.0, 0.0], 2, Splitting::Sprague);

        assert!(years.iter().all(|persons| *persons >= 0.0));
        assert!((years.iter().sum::<f64>() - 100.0).abs() < 1e-12);
    }
}
