//! Small lands to project: known figures, and rates that are made up and said to be so.

use miedza_statistics::projection::{AgeGroups, BySex, Fertility, Migration, Population, Rates, Sex, Start, Survivorship, Whose};
use miedza_territory::{UnitCode, UnitVec, Units};

pub fn code(text: &str) -> UnitCode {
    UnitCode::parse(text).expect("a code")
}

pub fn given(figures: &[f64]) -> Vec<Option<f64>> {
    figures.iter().copied().map(Some).collect()
}

pub fn people(women: &[f64], men: &[f64]) -> Population {
    Population::counted(&code("1"), BySex { female: &given(women), male: &given(men) }).expect("counts")
}

/// Person-years of 100,000 women, Sweden 1993 (Preston, Heuveline & Guillot 2001, box 6.1).
pub const WOMEN_YEARS: [f64; 18] = [
    497_487.0, 497_138.0, 496_901.0, 496_531.0, 495_902.0, 495_168.0, 494_213.0, 492_760.0, 490_447.0, 486_613.0, 480_665.0,
    471_786.0, 457_852.0, 436_153.0, 402_775.0, 350_358.0, 271_512.0, 291_707.0,
];

/// Births per woman and year, Sweden 1993 (the same box).
pub const BIRTHS: [f64; 18] =
    [0.0, 0.0, 0.0, 0.0120, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

/// Person-years of men, made up from those of women: less by 0.15 % for each year of age, by 40 % in the open group.
pub fn men_years() -> Vec<f64> {
    let closed = |(group, years): (usize, &f64)| years * (1.0 - 0.0015 * 5.0 * miedza_territory::count(group));
    let mut men: Vec<f64> = WOMEN_YEARS.iter().enumerate().map(closed).collect();
    men[17] = 0.6 * WOMEN_YEARS[17];
    men
}

pub fn lives(sex: Sex, person_years: &[f64], radix: f64) -> Survivorship {
    Survivorship::from_person_years(Whose { unit: &code("1"), sex }, &given(person_years), radix).expect("a life table")
}

pub fn rates(boys_per_girl: f64, migration: Migration) -> Rates {
    Rates {
        survivorship: BySex {
            female: lives(Sex::Female, &WOMEN_YEARS, 100_000.0),
            male: lives(Sex::Male, &men_years(), 100_000.0),
        },
        fertility: Fertility::new(&code("1"), &given(&BIRTHS), boys_per_girl).expect("rates"),
        migration,
    }
}

/// Units numbered from 1, each with its population and rates.
pub fn land(year: u16, units: Vec<(Population, Rates)>) -> Start {
    let codes = (1..=units.len()).map(|number| code(&format!("{number:04}"))).collect();
    let groups = AgeGroups::new(units[0].0.of(Sex::Female).len()).expect("groups");
    let (population, rates): (Vec<_>, Vec<_>) = units.into_iter().unzip();
    Start { year, units: Units::new(codes), groups, population: UnitVec::new(population), rates: UnitVec::new(rates) }
}

pub fn near(found: f64, expected: f64, by: f64) -> bool {
    (found - expected).abs() <= by
}
