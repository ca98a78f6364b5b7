//! What plans read from a projected population, with names that a page can show.

use std::collections::BTreeMap;

use miedza_statistics::projection::{Error, Population, Sex, SingleYears, Splitting, median_age};
use serde::Serialize;

/// How many counts stand at the beginning of [`Figure::ALL`].
pub(super) const COUNTS: usize = 12;
/// How many figures there are.
const FIGURES: usize = 19;

/// A figure of a population. Working age is 18–59 for women and 18–64 for men, as Statistics Poland counts, or 15–64 as Eurostat
/// counts; dependency is persons per 100 of working age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// All persons.
    Persons,
    /// Before working age.
    BeforeWorkingAge,
    /// Of working age.
    WorkingAge,
    /// After working age.
    AfterWorkingAge,
    /// Aged 0–14.
    EuropeanBeforeWorkingAge,
    /// Aged 15–64.
    EuropeanWorkingAge,
    /// Aged 65 or more.
    EuropeanAfterWorkingAge,
    /// Aged 3–6: kindergarten.
    #[serde(rename = "aged_3_to_6")]
    Aged3To6,
    /// Aged 7–14: primary school.
    #[serde(rename = "aged_7_to_14")]
    Aged7To14,
    /// Aged 15–18: secondary school.
    #[serde(rename = "aged_15_to_18")]
    Aged15To18,
    /// Aged 65 or more.
    #[serde(rename = "aged_65_and_over")]
    Aged65AndOver,
    /// Aged 80 or more.
    #[serde(rename = "aged_80_and_over")]
    Aged80AndOver,
    /// Before working age per 100 of it.
    YouthDependency,
    /// After working age per 100 of it.
    OldAgeDependency,
    /// Both per 100 of working age.
    Dependency,
    /// Aged 0–14 per 100 aged 15–64.
    EuropeanYouthDependency,
    /// Aged 65 or more per 100 aged 15–64.
    EuropeanOldAgeDependency,
    /// Both per 100 aged 15–64.
    EuropeanDependency,
    /// The age that half of all persons have not reached, years.
    MedianAge,
}

impl Figure {
    /// All, counts first.
    pub const ALL: [Self; FIGURES] = [
        Self::Persons,
        Self::BeforeWorkingAge,
        Self::WorkingAge,
        Self::AfterWorkingAge,
        Self::EuropeanBeforeWorkingAge,
        Self::EuropeanWorkingAge,
        Self::EuropeanAfterWorkingAge,
        Self::Aged3To6,
        Self::Aged7To14,
        Self::Aged15To18,
        Self::Aged65AndOver,
        Self::Aged80AndOver,
        Self::YouthDependency,
        Self::OldAgeDependency,
        Self::Dependency,
        Self::EuropeanYouthDependency,
        Self::EuropeanOldAgeDependency,
        Self::EuropeanDependency,
        Self::MedianAge,
    ];
}

/// Counts of persons in the order of [`Figure::ALL`]; those of an area are the exact sums of its units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Counts([f64; COUNTS]);

impl Counts {
    pub fn of(population: &Population, splitting: Splitting) -> Result<Self, Error> {
        let years = SingleYears::of(population, splitting)?;
        let both = |from: u8, to: Option<u8>| Ok(years.between(Sex::Female, from, to)? + years.between(Sex::Male, from, to)?);
        let apart = |women: (u8, Option<u8>), men: (u8, Option<u8>)| {
            Ok::<f64, Error>(years.between(Sex::Female, women.0, women.1)? + years.between(Sex::Male, men.0, men.1)?)
        };
        let (young, old) = (both(0, Some(14))?, both(65, None)?);
        Ok(Self([
            population.total(),
            both(0, Some(17))?,
            apart((18, Some(59)), (18, Some(64)))?,
            apart((60, None), (65, None))?,
            young,
            both(15, Some(64))?,
            old,
            both(3, Some(6))?,
            both(7, Some(14))?,
            both(15, Some(18))?,
            old,
            both(80, None)?,
        ]))
    }

    /// The counts as numbers.
    pub fn numbers(&self) -> [f64; COUNTS] {
        self.0
    }

    /// The counts of their numbers; one that is not there is 0.
    pub fn from_numbers(numbers: &[f64]) -> Self {
        Self(std::array::from_fn(|count| numbers.get(count).copied().unwrap_or_default()))
    }

    pub fn sum<'a>(counts: impl IntoIterator<Item = &'a Self>) -> Self {
        counts.into_iter().fold(Self::default(), |mut sum, counts| {
            sum.0.iter_mut().zip(counts.0).for_each(|(sum, count)| *sum += count);
            sum
        })
    }
}

/// Figures of one population in the order of [`Figure::ALL`]; `None` where nobody is of working age, or the median is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures([Option<f64>; FIGURES]);

impl Figures {
    pub fn of(counts: &Counts, population: &Population) -> Self {
        let Counts([_, before, working, after, young, adult, old, ..]) = *counts;
        let per_100 = |persons: f64, of: f64| (of > 0.0).then(|| 100.0 * persons / of);
        let ratios = [
            per_100(before, working),
            per_100(after, working),
            per_100(before + after, working),
            per_100(young, adult),
            per_100(old, adult),
            per_100(young + old, adult),
            median_age(population),
        ];
        let mut figures = [None; FIGURES];
        let all = counts.0.iter().copied().map(Some).chain(ratios);
        figures.iter_mut().zip(all).for_each(|(figure, value)| *figure = value);
        Self(figures)
    }

    /// As numbers, what is missing as no number: a band in which it turns up is none.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        self.0.into_iter().map(|figure| figure.unwrap_or(f64::NAN))
    }

    pub fn named(&self) -> BTreeMap<Figure, f64> {
        Figure::ALL.into_iter().zip(self.0).filter_map(|(figure, value)| Some((figure, value?))).collect()
    }
}
