//! Three age groups and two steps, worked by hand.

use miedza_statistics::projection::{AgeGroups, Splitting};
use miedza_statistics::projection::{
    Assumption, BySex, Fertility, Migration, Population, Rates, RogersCastro, Scenario, Sex, Start, Survivorship, Total, Whose,
    WorkingAges, areas, control, median_age, project, span, structure,
};
use miedza_territory::{AreaIx, AreaVec, Partition, UnitIx};

use crate::lands::{WOMEN_YEARS, code, given, land, lives, near, people, rates};

/// Women live on by 0.9, 0.8 and 0.25, men by 0.8, 0.75 and 0.25; one boy per girl.
fn three_groups(migration: Migration) -> Start {
    let survivorship = BySex {
        female: lives(Sex::Female, &[450.0, 360.0, 120.0], 100.0),
        male: lives(Sex::Male, &[400.0, 300.0, 100.0], 100.0),
    };
    let fertility = Fertility::new(&code("1"), &given(&[0.0, 0.1, 0.05]), 1.0).expect("rates");
    let rates = Rates { survivorship, fertility, migration };
    land(2023, vec![(people(&[100.0, 80.0, 40.0], &[100.0, 60.0, 40.0]), rates)])
}

fn assert_people(found: &Population, women: [f64; 3], men: [f64; 3], when: &str) {
    for (sex, expected) in [(Sex::Female, women), (Sex::Male, men)] {
        for (group, (found, expected)) in found.of(sex).iter().zip(expected).enumerate() {
            assert!(near(*found, expected, 1e-6), "{when}, {sex}, group {group}: {found} {expected}");
        }
    }
}

#[test]
fn two_steps_of_three_groups_are_those_worked_by_hand() {
    let projection = project(&three_groups(Migration::Closed), &Scenario::constant(), 2033).expect("a land");

    // Births: 5 (0.1 (80 + 80) / 2 + 0.05 (40 + 30) / 2) = 48.75, half of them girls; then 5 (0.1 (80 + 17.55) / 2 + 0.05
    // (30 + 27.5) / 2) = 31.575.
    assert_people(&projection.steps[1][UnitIx::new(0)], [21.9375, 80.0, 30.0], [19.5, 75.0, 25.0], "2028");
    assert_people(&projection.steps[2][UnitIx::new(0)], [14.208_75, 17.55, 27.5], [12.63, 14.625, 25.0], "2033");
    assert!(near(projection.births[0][UnitIx::new(0)].female, 24.375, 1e-9));
    assert!(near(projection.births[1][UnitIx::new(0)].male, 15.7875, 1e-6));
}

#[test]
fn a_year_between_two_steps_lies_on_a_straight_line() {
    let projection = project(&three_groups(Migration::Closed), &Scenario::constant(), 2025).expect("a land");

    let found = projection.at(2025).expect("a projected year");
    assert_people(&found[UnitIx::new(0)], [68.775, 80.0, 36.0], [67.8, 66.0, 34.0], "2025");
}

#[test]
fn half_of_the_migrants_come_at_the_start_and_live_on_and_half_come_at_the_end() {
    let shares = BySex { female: vec![0.0, 1.0, 0.0], male: vec![0.0; 3] };
    let start = three_groups(Migration::total(4.0, shares).expect("shares"));

    let projection = project(&start, &Scenario::constant(), 2028).expect("a land");

    // 20 women of 5–9: 10 at the start, so 90 there; open (90 + 40) / 4; births 0.5 (90 + 80) / 2 + 0.25 (40 + 32.5) / 2.
    assert_people(&projection.steps[1][UnitIx::new(0)], [23.203_125, 90.0, 32.5], [20.625, 75.0, 25.0], "2028");
}

#[test]
fn rates_of_migration_are_of_the_residents_at_the_beginning() {
    let net = BySex { female: &given(&[0.0, 0.05, 0.0])[..], male: &given(&[0.0; 3])[..] };
    let start = three_groups(Migration::rates(&code("1"), net).expect("rates"));

    let projection = project(&start, &Scenario::constant(), 2028).expect("a land");

    // 0.05 a year of 80 women over five years are the 20 of the test before.
    assert_people(&projection.steps[1][UnitIx::new(0)], [23.203_125, 90.0, 32.5], [20.625, 75.0, 25.0], "2028");
}

#[test]
fn nobody_leaves_who_is_not_there_and_what_is_missing_is_told() {
    let shares = BySex { female: vec![0.0, 0.0, 0.0], male: vec![0.0, 0.0, 1.0] };
    let start = three_groups(Migration::total(-20.0, shares).expect("shares"));

    let projection = project(&start, &Scenario::constant(), 2028).expect("a land");

    // Half of 100: 40 of 40 leave at the start, (60 + 0) / 4 = 15 are left at the end, and 15 of 50 leave then: 10 and 35 lack.
    assert!(near(projection.steps[1][UnitIx::new(0)].of(Sex::Male)[2], 0.0, 1e-12));
    assert!(near(projection.withheld[UnitIx::new(0)], 45.0, 1e-9));
}

#[test]
fn mortality_rates_give_the_ratios_worked_by_hand() {
    let whose = Whose { unit: &code("1"), sex: Sex::Male };
    let ratios = Survivorship::from_mortality_rates(whose, &given(&[0.01, 0.02, 0.1])).expect("rates");

    // q0 = 0.05 / 1.044, L0 = 5 − 4.4 q0 = 5 / 1.044, which is 0.957854 of 5; l5 = 0.994 / 1.044, d5 = 0.1 l5 / 1.05 and
    // L5 = 5 l5 − 2.5 d5 = 4.761905 l5, so L5 / L0 = 0.994 · 4.761905 / 5; T10 = 10 (l5 − d5), T10 / (T10 + L5) = 0.655172.
    for (found, expected) in ratios.ratios().iter().zip([0.957_854_4, 0.946_666_7, 0.655_172_4]) {
        assert!(near(*found, expected, 1e-6), "{found} {expected}");
    }
}

#[test]
fn a_life_expectancy_that_is_asked_for_is_reached() {
    let whose = Whose { unit: &code("1"), sex: Sex::Female };
    let now = lives(Sex::Female, &WOMEN_YEARS, 100_000.0);
    let years = now.life_expectancy().expect("people die");
    assert!(near(years, WOMEN_YEARS.iter().sum::<f64>() / 100_000.0, 1e-9), "{years}");

    for wanted in [years - 20.0, years, years + 0.5, years + 8.0] {
        let found = now.with_life_expectancy(whose, wanted).expect("within reach").life_expectancy().expect("people die");
        assert!(near(found, wanted, 1e-8), "{found} {wanted}");
    }
}

#[test]
fn the_schedule_of_rogers_and_castro_has_its_peak_in_the_early_twenties() {
    let shares = RogersCastro::default().shares(AgeGroups::new(18).expect("groups"), 0.5).expect("a schedule");

    // At age 20: 0.02 e^−2 + 0.06 e^−1 + 0.003 = 0.0277794.
    assert!(near(RogersCastro::default().at(20.0), 0.027_779_4, 1e-7));
    let largest = (0..18).max_by(|left, right| shares.female[*left].total_cmp(&shares.female[*right]));
    assert_eq!(largest, Some(4));
    // The sums over single years up to age 99, in Python 3.11.
    assert!(near(shares.female[4], 0.085_506_412, 1e-9) && near(shares.male[17], 0.021_911_833, 1e-9), "{shares:?}");
    assert!(near(shares.female.iter().chain(&shares.male).sum::<f64>(), 1.0, 1e-12));
}

#[test]
fn assumptions_act_in_their_direction() {
    let start = land(2023, vec![(people(&[1000.0; 18], &[1000.0; 18]), rates(1.05, Migration::Closed))]);
    let total = |assumption: Assumption| {
        let scenario = Scenario { name: "one".to_owned(), steps: vec![assumption] };
        project(&start, &scenario, 2043).expect("a land").at(2043).expect("a year")[UnitIx::new(0)].clone()
    };
    let still = total(Assumption::default());
    let children = total(Assumption { fertility_factor: 1.3, ..Assumption::default() });
    let lives = total(Assumption { life_expectancy_gain: 3.0, ..Assumption::default() });
    let comers = total(Assumption { net_migration_added: 2.0, ..Assumption::default() });

    assert!(near(children.of(Sex::Female)[0] / still.of(Sex::Female)[0], 1.3, 0.05));
    assert!(near(children.of(Sex::Female)[10], still.of(Sex::Female)[10], 1e-9));
    assert!(lives.of(Sex::Male)[17] > 1.1 * still.of(Sex::Male)[17]);
    assert!(comers.total() - still.total() > 0.002 * 20.0 * 30_000.0 && comers.of(Sex::Male)[5] > still.of(Sex::Male)[5]);
}

#[test]
#[expect(clippy::float_cmp, reason = "sums of areas and totals are exact")]
fn municipalities_sum_to_their_area_and_are_scaled_to_its_total() {
    let units = [1.0, 3.0, 7.0].map(|size| (people(&[100.3 * size; 18], &[99.7 * size; 18]), rates(1.05, Migration::Closed)));
    let start = land(2023, units.to_vec());
    let partition = Partition::from_labels([Some("a"), Some("b"), Some("a")]);
    let projected = project(&start, &Scenario::constant(), 2040).expect("a land").at(2040).expect("a year");
    let before = areas(&projected, &partition, start.groups).expect("the same units");
    assert_eq!(
        before[AreaIx::new(0)].of(Sex::Male)[3],
        projected[UnitIx::new(0)].of(Sex::Male)[3] + projected[UnitIx::new(2)].of(Sex::Male)[3]
    );

    for (total, persons) in
        [(Total::Persons(30_011.0), 30_011.0), (Total::ByAge(before[AreaIx::new(1)].clone()), before[AreaIx::new(1)].total())]
    {
        let totals = AreaVec::new(vec![total, Total::Free]);
        let scaled = control(&projected, (&start.units, &partition), &totals).expect("people to scale");
        let after = areas(&scaled, &partition, start.groups).expect("the same units");

        assert_eq!(after[AreaIx::new(0)].total(), persons);
        assert_eq!(after[AreaIx::new(1)], before[AreaIx::new(1)]);
        let share = |of: &Population, whole: &Population| of.of(Sex::Female)[6] / whole.of(Sex::Female)[6];
        let shares = [(&scaled, &after), (&projected, &before)]
            .map(|(units, areas)| share(&units[UnitIx::new(2)], &areas[AreaIx::new(0)]));
        assert!(near(shares[0], shares[1], 1e-8), "{shares:?}");
    }
}

#[test]
fn the_structure_of_an_even_population_is_worked_by_hand() {
    let even = people(&[100.0; 18], &[100.0; 18]);
    let cases = [("Polish", WorkingAges::POLISH, 720.0, 840.0 + 940.0), ("European", WorkingAges::EUROPEAN, 600.0, 2000.0)];
    for (name, ages, before, working) in cases {
        for splitting in [Splitting::Uniform, Splitting::Sprague] {
            let found = structure(&even, ages, splitting).expect("ages");
            let dependency = found.dependency.expect("workers");

            assert!(near(found.before_working_age, before, 1e-4), "{name} {splitting:?}: {found:?}");
            assert!(near(found.working_age, working, 1e-4), "{name} {splitting:?}: {found:?}");
            assert!(near(found.before_working_age + found.working_age + found.after_working_age, 3600.0, 1e-9), "{name}");
            assert!(near(dependency.total, 100.0 * (3600.0 - working) / working, 1e-4), "{name} {splitting:?}");
            let spans =
                [found.aged_3_to_6, found.aged_7_to_14, found.aged_15_to_18, found.aged_65_and_over, found.aged_80_and_over];
            for (found, expected) in spans.into_iter().zip([160.0, 320.0, 160.0, 1000.0, 400.0]) {
                assert!(near(found, expected, 1e-4), "{name} {splitting:?}: {found} {expected}");
            }
        }
    }
    assert_eq!(median_age(&people(&[0.0; 3], &[0.0; 3])), None);
    assert_eq!(median_age(&people(&[1.0, 1.0, 9.0], &[0.0; 3])), None);
    assert_eq!(median_age(&people(&[1.0, 3.0, 1.0], &[0.0; 3])), Some(7.5));
}

#[test]
fn scenarios_span_what_the_lowest_and_the_highest_of_them_say() {
    let start = land(2023, vec![(people(&[1000.0; 18], &[1000.0; 18]), rates(1.05, Migration::Closed))]);
    let scenario = |name: &str, fertility_factor: f64| {
        Scenario::gradual(name, Assumption { fertility_factor, ..Assumption::default() }, 3).expect("in range")
    };
    let scenarios = [scenario("medium", 1.1), scenario("high", 1.4), scenario("low", 0.8)];
    let children = |scenario: &Scenario| {
        project(&start, scenario, 2043).expect("a land").at(2043).expect("a year")[UnitIx::new(0)].of(Sex::Male)[1]
    };
    let figures = |found: &miedza_territory::UnitVec<Population>| Ok(vec![found[UnitIx::new(0)].of(Sex::Male)[1]]);

    let found = span(&start, (&scenarios, 2043), figures).expect("scenarios")[0];

    assert!(near(found.low, children(&scenarios[2]), 1e-12) && near(found.high, children(&scenarios[1]), 1e-12), "{found:?}");
    assert!(span(&start, (&[], 2043), figures).is_err());
}

#[test]
fn a_scenario_is_data_and_what_it_does_not_name_stays_as_today() {
    let text = r#"{"name": "low", "steps": [{"fertility_factor": 0.9}, {"fertility_factor": 0.8, "net_migration_added": -1}]}"#;
    let low: Scenario = serde_json::from_str(text).expect("a scenario");

    assert_eq!(low.of_step(0), Assumption { fertility_factor: 0.9, ..Assumption::default() });
    assert_eq!(low.of_step(5), Assumption { fertility_factor: 0.8, net_migration_added: -1.0, life_expectancy_gain: 0.0 });
    assert!(serde_json::from_str::<Scenario>(r#"{"name": "low", "steps": [{"fertilty_factor": 0.9}]}"#).is_err());
    assert_eq!(Scenario::constant().of_step(3), Assumption::default());
}

#[test]
fn each_age_and_sex_is_scaled_by_its_own_factor() {
    let counted = [people(&[1.0, 2.0, 3.0], &[4.0, 0.0, 6.0]), people(&[3.0, 2.0, 0.0], &[1.0, 5.0, 2.0])];
    let start =
        land(2023, counted.map(|counted| (counted, three_groups(Migration::Closed).rates[UnitIx::new(0)].clone())).to_vec());
    let partition = Partition::from_labels([Some(1), Some(1)]);
    let total = people(&[8.0, 2.0, 9.0], &[10.0, 7.0, 4.0]);

    let scaled =
        control(&start.population, (&start.units, &partition), &AreaVec::new(vec![Total::ByAge(total)])).expect("people");

    assert_people(&scaled[UnitIx::new(0)], [2.0, 1.0, 9.0], [8.0, 0.0, 3.0], "the first");
    assert_people(&scaled[UnitIx::new(1)], [6.0, 1.0, 0.0], [2.0, 7.0, 1.0], "the second");

    let nobody = people(&[0.0; 3], &[0.0; 3]);
    let nobody = miedza_territory::UnitVec::new(vec![nobody.clone(), nobody]);
    let total = people(&[0.0; 3], &[0.0, 7.0, 0.0]);
    let refusal = control(&nobody, (&start.units, &partition), &AreaVec::new(vec![Total::ByAge(total)])).expect_err("nobody");
    assert!(refusal.to_string().contains("7 men aged 5–9"), "{refusal}");
}
