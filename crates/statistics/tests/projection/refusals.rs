//! What is refused, and how it is told.

use miedza_statistics::projection::{
    AgeGroups, Assumption, BySex, Error, Fertility, Migration, Population, RogersCastro, Scenario, Sex, SingleYears, Splitting,
    Survivorship, Total, Uncertainty, Whose, WorkingAges, bands, control, project, structure,
};
use miedza_territory::{AreaVec, Partition};

use crate::lands::{code, given, land, people, rates};

#[test]
fn a_missing_figure_names_unit_age_and_sex() {
    let mut men = given(&[5.0; 18]);
    men[17] = None;
    let unit = code("0201011");
    let women = given(&[5.0; 18]);
    let whose = Whose { unit: &unit, sex: Sex::Male };
    let cases = [
        ("population", Population::counted(&unit, BySex { female: &women, male: &men }).err()),
        (
            "mortality rate",
            Survivorship::from_mortality_rates(whose, &men.iter().map(|rate| rate.map(|_| 0.01)).collect::<Vec<_>>()).err(),
        ),
        ("person-years of the life table", Survivorship::from_person_years(whose, &men, 1.0).err()),
    ];
    for (what, refusal) in cases {
        let expected = Error::Missing { what, unit: unit.clone(), sex: Sex::Male, age: "85+".to_owned() };
        assert_eq!(refusal, Some(expected), "{what}");
    }
    let fertility = Fertility::new(&unit, &[Some(0.0), None, Some(0.0)], 1.05).expect_err("a rate is missing");
    assert_eq!(
        fertility.to_string(),
        "unit 0201011 has no fertility rate of women aged 5–9: give the figure, or leave the unit out"
    );
}

#[test]
fn figures_out_of_range_are_refused() {
    let unit = code("1");
    let whose = Whose { unit: &unit, sex: Sex::Female };
    let cases = [
        (
            "nobody is negative",
            Population::counted(&unit, BySex { female: &given(&[1.0, -1.0, 1.0]), male: &given(&[1.0; 3]) }).err(),
        ),
        (
            "a number is one",
            Population::counted(&unit, BySex { female: &given(&[1.0, f64::NAN, 1.0]), male: &given(&[1.0; 3]) }).err(),
        ),
        ("person-years do not grow", Survivorship::from_person_years(whose, &given(&[4.0, 4.5, 1.0]), 1.0).err()),
        ("not all die at once", Survivorship::from_mortality_rates(whose, &given(&[0.1, 1.9, 1.0])).err()),
        ("children have no children", Fertility::new(&unit, &given(&[0.1, 0.1, 0.1]), 1.05).err()),
    ];
    for (name, refusal) in cases {
        assert!(matches!(refusal, Some(Error::OutOfRange { .. })), "{name}: {refusal:?}");
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let start = land(2023, vec![(people(&[9.0; 18], &[9.0; 18]), rates(1.05, Migration::Closed))]);
    let wild =
        Scenario { name: "wild".to_owned(), steps: vec![Assumption { fertility_factor: f64::NAN, ..Assumption::default() }] };
    let mut short = start.clone();
    short.population = miedza_territory::UnitVec::new(vec![people(&[9.0; 3], &[9.0; 3])]);
    let projection = project(&start, &Scenario::constant(), 2030).expect("a land");
    let wide = Uncertainty { fertility: 2.0, life_expectancy: 0.0, net_migration: 0.0, replicates: 9, seed: 1 };
    let three = people(&[1.0; 3], &[1.0; 3]);
    let groups = AgeGroups::new(18).expect("groups");
    let one = Partition::from_labels([Some(1)]);
    let nobody = miedza_territory::UnitVec::new(vec![Population::nobody(groups)]);
    let totals = AreaVec::new(vec![Total::Persons(5.0)]);
    let cases: [(&str, Option<Error>, &str); 10] = [
        ("two groups", AgeGroups::new(2).err(), "from 3 to 25 groups"),
        ("the past", project(&start, &Scenario::constant(), 2022).err(), "year 2022 is not projected: choose one from 2023"),
        ("beyond", projection.at(2031).err(), "from 2023 to 2030"),
        ("wild", project(&start, &wild, 2030).err(), "fertility_factor is NaN"),
        ("short", project(&short, &Scenario::constant(), 2030).err(), "population by age has 3 entries"),
        ("wide", bands(&start, (&Scenario::constant(), 2030), &wide, |_| Ok(vec![])).err(), "from 0 to 1"),
        ("few groups", SingleYears::of(&three, Splitting::Sprague).err(), "split uniformly"),
        ("open group", structure(&three, WorkingAges::EUROPEAN, Splitting::Uniform).err(), "lies inside the open group 10+"),
        ("women", RogersCastro::default().shares(groups, 1.5).err(), "share of women is 1.5"),
        ("nobody", control(&nobody, (&start.units, &one), &totals).err(), "the area of unit 0001 shall have 5 persons"),
    ];
    for (name, refusal, told) in cases {
        let refusal = refusal.unwrap_or_else(|| panic!("{name} was not refused"));
        assert!(refusal.to_string().contains(told), "{name}: {refusal}");
    }
}

#[test]
fn a_scenario_without_deaths_cannot_gain_years() {
    let mut kept = rates(1.05, Migration::Closed);
    let whose = Whose { unit: &code("1"), sex: Sex::Female };
    kept.survivorship.female = Survivorship::from_mortality_rates(whose, &given(&[0.0; 18])).expect("rates");
    let start = land(2023, vec![(people(&[9.0; 18], &[9.0; 18]), kept)]);
    let gain =
        Scenario { name: "gain".to_owned(), steps: vec![Assumption { life_expectancy_gain: 1.0, ..Assumption::default() }] };

    assert!(matches!(project(&start, &gain, 2028), Err(Error::LifeExpectancy { sex: Sex::Female, .. })));
}
