//! How long a projection takes: a country of municipalities to 2043, and bands of an area by a thousand drawn futures.

use divan::Bencher;
use miedza_statistics::projection::{
    AgeGroups, Assumption, BySex, Fertility, Migration, Population, Projection, Rates, RogersCastro, Scenario, Sex, Start,
    Survivorship, Uncertainty, Whose, bands, project,
};
use miedza_territory::{UnitCode, UnitVec, Units};

fn main() {
    divan::main();
}

fn code(number: usize) -> UnitCode {
    UnitCode::parse(&format!("{number:07}")).expect("a code")
}

/// Made-up municipalities, all alike.
fn land(units: usize) -> Start {
    let groups = AgeGroups::new(18).expect("groups");
    let ages = [Some(500.0); 18];
    let population = Population::counted(&code(1), BySex { female: &ages, male: &ages }).expect("counts");
    let deaths: Vec<Option<f64>> = (0..18_u32).map(|group| Some(0.0002 * f64::from(1_u32 << (group / 2)) + 0.0001)).collect();
    let lives = |sex| Survivorship::from_mortality_rates(Whose { unit: &code(1), sex }, &deaths).expect("rates");
    let births: Vec<Option<f64>> = (0..18).map(|group| Some(if (3..9).contains(&group) { 0.05 } else { 0.0 })).collect();
    let shares = RogersCastro::default().shares(groups, 0.5).expect("a schedule");
    let rates = Rates {
        survivorship: BySex { female: lives(Sex::Female), male: lives(Sex::Male) },
        fertility: Fertility::new(&code(1), &births, 1.05).expect("rates"),
        migration: Migration::total(-40.0, shares).expect("shares"),
    };
    Start {
        year: 2023,
        units: Units::new((1..=units).map(code).collect()),
        groups,
        population: UnitVec::filled(units, population),
        rates: UnitVec::filled(units, rates),
    }
}

fn gradual() -> Scenario {
    let reached = Assumption { fertility_factor: 1.1, life_expectancy_gain: 2.0, net_migration_added: 1.0 };
    Scenario::gradual("medium", reached, 4).expect("in range")
}

#[divan::bench(args = [50, 2477])]
fn to_2043(bencher: Bencher, units: usize) {
    let (start, scenario) = (land(units), gradual());
    bencher.bench_local(|| project(&start, &scenario, 2043).expect("a land"));
}

#[divan::bench(args = [20, 100], sample_count = 3)]
fn bands_of_1000_replicates(bencher: Bencher, units: usize) {
    let (start, scenario) = (land(units), gradual());
    let uncertainty = Uncertainty { fertility: 0.1, life_expectancy: 1.0, net_migration: 1.0, replicates: 1000, seed: 1 };
    let totals = |found: &Projection| Ok(found.at(2043)?.iter().map(Population::total).collect());
    bencher.bench_local(|| bands(&start, (&scenario, 2043), &uncertainty, totals).expect("bands"));
}
