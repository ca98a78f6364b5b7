//! What holds for any population.
#![expect(clippy::float_cmp, reason = "sums and totals are exact")]

use miedza_statistics::projection::{
    Assumption, BySex, Fertility, Migration, Population, Projection, Rates, Scenario, Sex, SingleYears, Splitting, Survivorship,
    Total, Uncertainty, Whose, areas, bands, control, project,
};
use miedza_territory::{AreaIx, AreaVec, Partition, UnitIx};
use proptest::prelude::*;

use crate::lands::{code, given, land, people, rates};

fn ages() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0_u32..5000).prop_map(f64::from), 18)
}

fn population() -> impl Strategy<Value = Population> {
    (ages(), ages()).prop_map(|(women, men)| people(&women, &men))
}

fn childless(mortality: &[f64]) -> Rates {
    let lives = |sex| Survivorship::from_mortality_rates(Whose { unit: &code("1"), sex }, &given(mortality)).expect("rates");
    let fertility = Fertility::new(&code("1"), &given(&[0.0; 18]), 1.05).expect("rates");
    Rates { survivorship: BySex { female: lives(Sex::Female), male: lives(Sex::Male) }, fertility, migration: Migration::Closed }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn without_births_and_migration_a_population_never_grows(
        population in population(), mortality in prop::collection::vec(0.0..0.3_f64, 18),
    ) {
        let start = land(2020, vec![(population, childless(&mortality))]);
        let projection = project(&start, &Scenario::constant(), 2050).expect("a land");

        for pair in projection.steps.windows(2) {
            prop_assert!(pair[1][UnitIx::new(0)].total() <= pair[0][UnitIx::new(0)].total() + 1e-4);
        }
    }

    #[test]
    fn where_nobody_dies_moves_or_is_born_cohorts_only_grow_older(population in population()) {
        let start = land(2020, vec![(population.clone(), childless(&[0.0; 18]))]);
        let found = project(&start, &Scenario::constant(), 2030).expect("a land").at(2030).expect("a year");

        for sex in Sex::BOTH {
            let (then, now) = (population.of(sex), found[UnitIx::new(0)].of(sex));
            prop_assert_eq!(&now[2..17], &then[..15]);
            prop_assert_eq!(now[17], then[15] + then[16] + then[17]);
            prop_assert_eq!(&now[..2], &[0.0, 0.0]);
        }
    }

    #[test]
    fn where_nobody_dies_or_is_born_only_those_who_come_are_added(population in population(), added in 0_u32..20) {
        let start = land(2020, vec![(population.clone(), childless(&[0.0; 18]))]);
        let net_migration_added = f64::from(added);
        let steps = vec![Assumption { net_migration_added, ..Assumption::default() }];
        let come = Scenario { name: "come".to_owned(), steps };
        let found = project(&start, &come, 2025).expect("a land").at(2025).expect("a year");

        let expected = population.total() * (1.0 + 0.005 * net_migration_added);
        prop_assert!((found[UnitIx::new(0)].total() - expected).abs() < 1e-4);
    }

    #[test]
    fn areas_are_the_exact_sums_of_their_units_in_any_order(
        units in prop::collection::vec(population(), 1..8), year in 2020_u16..2045,
    ) {
        let start = land(2020, units.into_iter().map(|population| (population, rates(1.05, Migration::Closed))).collect());
        let found = project(&start, &Scenario::constant(), 2045).expect("a land").at(year).expect("a year");
        let partition = Partition::from_labels(start.units.indices().map(|_| Some(0)));
        let whole = areas(&found, &partition, start.groups).expect("the same units");

        let backwards = found.as_slice().iter().rev().map(Population::total).fold(0.0, |sum, total| sum + total);
        prop_assert_eq!(whole[AreaIx::new(0)].total(), backwards);
    }

    #[test]
    fn an_area_projected_as_one_is_the_sum_of_its_units_where_rates_are_the_same(
        left in population(), right in population(),
    ) {
        let both = Population::sum(left.groups().expect("groups"), [&left, &right]);
        let start = land(2020, [left, right, both].map(|population| (population, rates(1.05, Migration::Closed))).to_vec());
        let found = project(&start, &Scenario::constant(), 2038).expect("a land").at(2038).expect("a year");

        let sum = found[UnitIx::new(0)].total() + found[UnitIx::new(1)].total();
        prop_assert!((sum - found[UnitIx::new(2)].total()).abs() < 1e-3);
    }

    #[test]
    fn a_population_times_a_number_is_projected_to_as_many_times(population in population(), times in 2_u32..20) {
        let times = f64::from(times);
        let grown = |sex: Sex| population.of(sex).iter().map(|persons| persons * times).collect::<Vec<_>>();
        let more = people(&grown(Sex::Female), &grown(Sex::Male));
        let start = land(2020, [population, more].map(|population| (population, rates(1.05, Migration::Closed))).to_vec());
        let scenario = Scenario::gradual("high", Assumption { fertility_factor: 1.2, life_expectancy_gain: 2.0, net_migration_added: 3.0 }, 3);
        let found = project(&start, &scenario.expect("in range"), 2047).expect("a land").at(2047).expect("a year");

        prop_assert!((found[UnitIx::new(0)].total() * times - found[UnitIx::new(1)].total()).abs() < 0.01);
    }

    #[test]
    fn units_scaled_to_a_total_sum_to_it_exactly(
        units in prop::collection::vec(population(), 1..8), total in 1_u32..2_000_000,
    ) {
        let total = f64::from(total);
        let start = land(2020, units.into_iter().map(|population| (population, rates(1.05, Migration::Closed))).collect());
        prop_assume!(start.population.iter().any(|population| population.total() > 0.0));
        let partition = Partition::from_labels(start.units.indices().map(|_| Some(0)));
        let totals = AreaVec::new(vec![Total::Persons(total)]);
        let scaled = control(&start.population, (&start.units, &partition), &totals).expect("people to scale");

        prop_assert_eq!(areas(&scaled, &partition, start.groups).expect("the same units")[AreaIx::new(0)].total(), total);
    }

    #[test]
    fn single_years_sum_to_their_group_exactly_and_are_never_below_nobody(population in population(), even in any::<bool>()) {
        let splitting = if even { Splitting::Uniform } else { Splitting::Sprague };
        let years = SingleYears::of(&population, splitting).expect("enough groups");

        for sex in Sex::BOTH {
            for (group, years) in years.years(sex).chunks(5).enumerate() {
                prop_assert_eq!(years.iter().sum::<f64>(), population.of(sex)[group]);
                prop_assert!(years.iter().all(|persons| *persons >= 0.0));
            }
        }
    }
}

#[test]
fn a_band_is_the_same_with_any_number_of_threads_and_holds_the_scenario() {
    let units = [800.0, 2500.0].map(|size| (people(&[size; 18], &[size; 18]), rates(1.05, Migration::Closed)));
    let start = land(2023, units.to_vec());
    let uncertainty = Uncertainty { fertility: 0.15, life_expectancy: 1.5, net_migration: 2.0, replicates: 200, seed: 11 };
    let scenario = Scenario::constant();
    let run = |threads: usize, uncertainty: &Uncertainty| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let figures = |found: &Projection| Ok(found.at(2040)?.iter().map(Population::total).collect());
        pool.install(|| bands(&start, (&scenario, 2040), uncertainty, figures)).expect("bands")
    };

    let found = run(1, &uncertainty);

    assert_eq!(found, run(2, &uncertainty));
    assert_eq!(found, run(16, &uncertainty));
    assert_ne!(found, run(1, &Uncertainty { seed: 12, ..uncertainty }));
    let central = project(&start, &scenario, 2040).expect("a land").at(2040).expect("a year");
    for (band, central) in found.iter().zip(&central) {
        assert!(band.low < band.median && band.median < band.high, "{band:?}");
        assert!(band.low < central.total() && central.total() < band.high, "{band:?} {}", central.total());
    }
    let still = run(1, &Uncertainty { fertility: 0.0, life_expectancy: 0.0, net_migration: 0.0, ..uncertainty });
    for (band, central) in still.iter().zip(&central) {
        assert!((band.high - central.total()).abs() < 1e-9 && (band.low - central.total()).abs() < 1e-9, "{band:?}");
    }
}
