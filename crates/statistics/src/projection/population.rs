//! Persons by sex and age: what is projected, and how a table of figures becomes one.

use std::fmt;

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::Error;
use super::grid;

/// Sex, as registers of population count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
}

impl Sex {
    /// Both, women first.
    pub const BOTH: [Self; 2] = [Self::Female, Self::Male];
}

impl fmt::Display for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Female => "women",
            Self::Male => "men",
        })
    }
}

/// The same thing for women and for men.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct BySex<T> {
    /// Of women.
    pub female: T,
    /// Of men.
    pub male: T,
}

impl<T> BySex<T> {
    /// That of one sex.
    #[must_use]
    pub const fn of(&self, sex: Sex) -> &T {
        match sex {
            Sex::Female => &self.female,
            Sex::Male => &self.male,
        }
    }

    /// What a function makes for each sex, women first.
    pub fn make(mut function: impl FnMut(Sex) -> T) -> Self {
        Self { female: function(Sex::Female), male: function(Sex::Male) }
    }

    /// What a function makes for each sex, or its first refusal.
    ///
    /// # Errors
    /// What the function refuses.
    pub fn try_make<E>(mut function: impl FnMut(Sex) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self { female: function(Sex::Female)?, male: function(Sex::Male)? })
    }
}

/// Age groups of five years from 0–4 on; the last one has no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeGroups {
    groups: u8,
}

impl AgeGroups {
    /// Years in a closed group, and in a step of the projection.
    pub const YEARS: u8 = 5;

    /// So many groups, 18 for 0–4 … 85+.
    ///
    /// # Errors
    /// [`Error::Groups`] for fewer than 3 or more than 25.
    pub fn new(groups: usize) -> Result<Self, Error> {
        let allowed = u8::try_from(groups).ok().filter(|groups| (3..=25).contains(groups));
        allowed.map(|groups| Self { groups }).ok_or(Error::Groups { given: groups })
    }

    /// How many there are, the open one with them.
    #[must_use]
    pub fn count(self) -> usize {
        usize::from(self.groups)
    }

    /// The age at which the open group begins, in years.
    #[must_use]
    pub const fn open_from(self) -> u8 {
        (self.groups - 1) * Self::YEARS
    }

    /// A group by its ages: `0–4`, `85+`.
    #[must_use]
    pub fn label(self, group: usize) -> String {
        let from = group * usize::from(Self::YEARS);
        if group + 1 < self.count() { format!("{from}–{}", from + 4) } else { format!("{from}+") }
    }
}

/// Whose figures are read: one sex of one unit.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The unit.
    pub unit: &'a UnitCode,
    /// The sex.
    pub sex: Sex,
}

impl Whose<'_> {
    /// The figures of all ages, if none is missing and all are as they must be.
    pub(super) fn read(self, what: &'static str, figures: &[Option<f64>], wanted: &Wanted) -> Result<Vec<f64>, Error> {
        let groups = AgeGroups::new(figures.len())?;
        let one = |(group, figure): (usize, &Option<f64>)| match *figure {
            None => Err(Error::Missing { what, unit: self.unit.clone(), sex: self.sex, age: groups.label(group) }),
            Some(value) if !(wanted.from..=wanted.to).contains(&value) => {
                Err(self.refuse((what, wanted.words), value, groups.label(group)))
            }
            Some(value) => Ok(value),
        };
        figures.iter().enumerate().map(one).collect()
    }

    pub(super) fn refuse(self, (what, wanted): (&'static str, &'static str), value: f64, age: String) -> Error {
        Error::OutOfRange { what, unit: self.unit.clone(), sex: self.sex, age, value, wanted }
    }
}

/// The range of a figure, and how it is told; ends belong to it, and no range holds a number that is none.
pub(super) struct Wanted {
    pub from: f64,
    pub to: f64,
    pub words: &'static str,
}

/// Persons that one cell may hold: sums of these stay exact.
const MOST_PERSONS: f64 = 1e9;

/// Persons of one unit or area by sex and five-year age, in multiples of 2⁻²⁰ persons so that sums are exact in any order.
#[derive(Clone, Debug, PartialEq)]
pub struct Population {
    persons: BySex<Vec<f64>>,
}

impl Population {
    /// The population of a unit as counted, youngest first, the last group open.
    ///
    /// # Errors
    /// [`Error::Missing`] for the first age and sex without a figure, [`Error::OutOfRange`] for one that is no count,
    /// [`Error::Groups`], [`Error::WrongLength`] if women and men have different groups.
    ///
    /// # Examples
    /// ```
    /// use miedza_statistics::projection::{BySex, Population, Sex};
    /// use miedza_territory::UnitCode;
    ///
    /// let unit = UnitCode::parse("0201011")?;
    /// let women = [Some(10.0), Some(12.0), Some(30.0)];
    /// let men = [Some(11.0), None, Some(20.0)];
    ///
    /// let refusal = Population::counted(&unit, BySex { female: &women, male: &men }).unwrap_err();
    /// assert!(refusal.to_string().starts_with("unit 0201011 has no population of men aged 5–9"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn counted(unit: &UnitCode, figures: BySex<&[Option<f64>]>) -> Result<Self, Error> {
        let (female, male) = (figures.female.len(), figures.male.len());
        if female != male {
            return Err(Error::WrongLength { what: "population of men", given: male, wanted: female });
        }
        let wanted = Wanted { from: 0.0, to: MOST_PERSONS, words: "a count of persons from 0 to 1000000000" };
        let persons = BySex::try_make(|sex| Whose { unit, sex }.read("population", figures.of(sex), &wanted))?;
        Ok(Self::on_grid(persons))
    }

    /// Figures made here, brought to the grid.
    pub(super) fn on_grid(persons: BySex<Vec<f64>>) -> Self {
        Self { persons: BySex::make(|sex| persons.of(sex).iter().map(|persons| grid::nearest(*persons)).collect()) }
    }

    /// Nobody, in so many age groups.
    #[must_use]
    pub fn nobody(groups: AgeGroups) -> Self {
        Self { persons: BySex::make(|_| vec![0.0; groups.count()]) }
    }

    /// Persons of one sex by age group, youngest first.
    #[must_use]
    pub fn of(&self, sex: Sex) -> &[f64] {
        self.persons.of(sex)
    }

    /// Its age groups.
    ///
    /// # Errors
    /// Never for a population made here: [`Error::Groups`] otherwise.
    pub fn groups(&self) -> Result<AgeGroups, Error> {
        AgeGroups::new(self.persons.female.len())
    }

    /// All persons.
    #[must_use]
    pub fn total(&self) -> f64 {
        Sex::BOTH.iter().flat_map(|sex| self.of(*sex)).fold(0.0, |sum, persons| sum + persons)
    }

    /// The sum of populations, age by age; nobody where there is none.
    pub fn sum<'a>(groups: AgeGroups, populations: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::nobody(groups);
        for population in populations {
            for sex in Sex::BOTH {
                let cells = match sex {
                    Sex::Female => &mut sum.persons.female,
                    Sex::Male => &mut sum.persons.male,
                };
                cells.iter_mut().zip(population.of(sex)).for_each(|(sum, persons)| *sum += persons);
            }
        }
        sum
    }

    /// A share of the way from here to another population, 0 to 1, age by age in a straight line.
    pub(super) fn toward(&self, other: &Self, share: f64) -> Self {
        let between = |sex: Sex| self.of(sex).iter().zip(other.of(sex)).map(|(a, b)| a + share * (b - a)).collect();
        Self::on_grid(BySex::make(between))
    }
}
