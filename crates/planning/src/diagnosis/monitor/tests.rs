//! The monitor against figures by hand, and what holds whatever the values are.

use proptest::prelude::*;

use super::*;
use crate::diagnosis::Catalogue;
use crate::diagnosis::samples::{block_of, catalogue_of, code};

fn catalogue() -> Catalogue {
    catalogue_of(&[
        ("unemployment", "labour_market", "work", "destimulant"),
        ("jobs", "labour_market", "work", "stimulant"),
        ("places_in_school", "education", "schools", "stimulant"),
        ("density", "demography", "people", "neutral"),
        ("waste", "environment", "waste", "destimulant"),
    ])
}

type Cells = Vec<(&'static str, &'static str, u16, f64)>;

fn land() -> Cells {
    let mut cells: Cells = vec![("people", "1", 2022, 1_000.0), ("people", "2", 2022, 3_000.0)];
    let unemployment = [("1", 2022, 4.0), ("2", 2022, 12.0), ("3", 2022, 8.0), ("1", 2021, 4.0), ("2", 2021, 12.0)];
    cells.extend(unemployment.map(|(unit, year, value)| ("unemployment", unit, year, value)));
    cells.extend([("jobs", "1", 2022, 10.0), ("jobs", "2", 2022, 20.0)]);
    for year in [2021, 2022] {
        cells.extend([("waste", "1", year, 100.0), ("waste", "2", year, 300.0), ("waste", "3", year, 200.0)]);
    }
    cells
}

fn group(cells: &Cells) -> AreaTable {
    let catalogue = catalogue();
    let units = ["3", "1", "2"].map(code);
    AreaTable::new(&catalogue, &block_of(&catalogue, cells), &units).expect("sound values")
}

fn part<'a>(rating: &'a Rating, path: &[&str]) -> &'a Rating {
    path.iter().fold(rating, |rating, name| rating.parts.iter().find(|part| part.name == *name).expect("a part"))
}

fn assert_near(found: &[Option<f64>], expected: &[Option<f64>], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        let is_near = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
            (found, expected) => found.is_none() && expected.is_none(),
        };
        assert!(is_near, "{what}: {found:?} instead of {expected:?}");
    }
}

fn values(rating: &Rating) -> Vec<Option<f64>> {
    rating.scores.iter().map(|score| score.value).collect()
}

#[test]
fn every_step_is_as_worked_out_by_hand() {
    let parameters = Parameters { over: 1, ..Parameters::of_year(2022) };

    let found = monitor(&group(&land()), &[code("1"), code("2")], &parameters).expect("known");

    // Unemployment 1, 0, 1/2; jobs 0, 1, missing; waste 1, 0, 1/2; places in schools missing everywhere.
    let general = &found.general;
    let work = part(general, &["economic", "labour_market", "work"]);
    assert_near(&values(work), &[Some(0.5), Some(0.5), Some(0.5)], "work");
    assert_near(
        &work.scores.iter().map(|score| Some(score.coverage)).collect::<Vec<_>>(),
        &[Some(1.0), Some(1.0), Some(0.5)],
        "work",
    );
    assert_near(&values(part(general, &["social", "education", "schools"])), &[None; 3], "schools");
    assert_near(&values(part(general, &["environmental_spatial"])), &[Some(1.0), Some(0.0), Some(0.5)], "environment");
    assert_near(&values(general), &[Some(0.75), Some(0.25), Some(0.5)], "general");
    // In 2021 jobs are missing everywhere, so work has half coverage: 1, 0; the third has environment only.
    assert_near(&general.change, &[Some(-0.25), Some(0.25), None], "change");
    let partnership = &general.partnership;
    assert_near(&[partnership.score.value, partnership.change.value], &[Some(0.375), Some(0.125)], "by inhabitants");
    let end = |end: &Option<UnitValue>| end.as_ref().map(|end| end.unit.to_string());
    assert_eq!((end(&partnership.strongest), end(&partnership.weakest)), (Some("1".to_owned()), Some("2".to_owned())));
    let why = |code: &str| found.left_out.iter().find(|left| left.indicator == code).map(|left| left.why);
    assert_eq!(why("places_in_school"), Some(WhyLeftOut::NoValues));
    assert_eq!(why("density"), Some(WhyLeftOut::Neutral));
    assert_eq!(why("places"), Some(WhyLeftOut::Count));
    assert_eq!(found.used.len(), 3);
}

#[test]
fn an_older_value_is_taken_only_within_the_lag_and_its_year_is_told() {
    let mut cells = land();
    cells.extend([("places_in_school", "1", 2021, 5.0), ("places_in_school", "2", 2021, 9.0)]);
    let with_lag = |lag| {
        let parameters = Parameters { lag, ..Parameters::of_year(2022) };
        monitor(&group(&cells), &[code("1")], &parameters).expect("known")
    };

    let (without, with) = (with_lag(0), with_lag(1));

    assert_near(&values(part(&without.general, &["social"])), &[None; 3], "without");
    assert_near(&values(part(&with.general, &["social"])), &[Some(0.0), Some(1.0), None], "with");
    assert!(with.used.contains(&Used { indicator: "places_in_school".to_owned(), year: 2021 }));
}

#[test]
fn equal_values_tell_nobody_apart_and_lower_no_coverage() {
    let mut cells = land();
    cells.retain(|cell| cell.0 != "jobs");
    cells.extend([("jobs", "1", 2022, 7.0), ("jobs", "2", 2022, 7.0)]);

    let found = monitor(&group(&cells), &[], &Parameters::of_year(2022)).expect("known");

    let work = part(&found.general, &["economic"]);
    assert_near(&values(work), &[Some(1.0), Some(0.0), Some(0.5)], "work");
    assert!(work.scores.iter().all(|score| score.coverage > 0.999));
    assert!(found.left_out.contains(&LeftOut { indicator: "jobs".to_owned(), why: WhyLeftOut::AllEqual }));
    assert_eq!(found.general.partnership.strongest, None, "nobody is a member");
}

#[test]
fn cutting_off_keeps_one_wild_value_from_stretching_the_scale() {
    let mut cells = land();
    cells.push(("waste", "3", 2022, 1e9));
    let parameters = Parameters { clipped_at: Some((0.0, 0.5)), ..Parameters::of_year(2022) };

    let found = monitor(&group(&cells), &[], &parameters).expect("known");

    // The median of 100, 300 and a thousand million is 300.
    assert_near(&values(part(&found.general, &["environmental_spatial"])), &[Some(1.0), Some(0.0), Some(0.0)], "waste");
}

#[test]
fn what_is_not_in_the_table_is_refused_by_name() {
    let refused = |members: &[UnitCode], parameters| monitor(&group(&land()), members, &parameters).expect_err("refused");

    let stranger = refused(&[code("9")], Parameters::of_year(2022));
    assert_eq!(stranger, DiagnosisError::NotInGroup { unit: "9".to_owned() });
    assert!(matches!(refused(&[], Parameters::of_year(1990)), DiagnosisError::NoYear { .. }));
    let weight = Parameters { weight: "nothing".to_owned(), ..Parameters::of_year(2022) };
    assert!(matches!(refused(&[], weight), DiagnosisError::NoIndicator { .. }));
    let clipped = Parameters { clipped_at: Some((0.9, 0.1)), ..Parameters::of_year(2022) };
    assert!(matches!(refused(&[], clipped), DiagnosisError::Index(_)));
}

#[test]
fn every_area_belongs_to_one_dimension_and_there_are_three_to_five_in_each() {
    for area in AREAS {
        let in_it = DIMENSIONS.iter().filter(|(_, areas)| areas.contains(&area)).count();
        assert!(in_it == 1 && dimension(area).is_some(), "{area}");
    }
    assert!(DIMENSIONS.iter().all(|(_, areas)| (3..=5).contains(&areas.len())));
    assert_eq!(dimension("nothing"), None);
}

proptest! {
    #[test]
    fn scores_stay_between_0_and_1_and_do_not_hang_on_the_unit_of_measure(
        values in proptest::collection::vec(proptest::option::weighted(0.8, 0.0..100.0_f64), 12),
        factor in 0.01..100.0,
    ) {
        let names = ["unemployment", "jobs", "places_in_school", "waste"];
        let cells = |factor: f64| -> Cells {
            let at = |(at, value): (usize, &Option<f64>)| {
                value.map(|value| (names[at / 3], ["1", "2", "3"][at % 3], 2022, value * factor))
            };
            values.iter().enumerate().filter_map(at).chain([("people", "1", 2022, 10.0)]).collect()
        };
        let of = |factor| monitor(&group(&cells(factor)), &[code("1"), code("3")], &Parameters::of_year(2022));

        let (one, other) = (of(1.0)?, of(factor)?);

        let alone = monitor(&group(&cells(1.0)), &[code("1")], &Parameters::of_year(2022))?.general;
        prop_assert_eq!(alone.partnership.score.value.is_some(), alone.scores[0].value.is_some());
        let apart = alone.partnership.score.value.zip(alone.scores[0].value).map_or(0.0, |(all, own)| (all - own).abs());
        prop_assert!(apart < 1e-12, "a partnership of one is its member");
        for (one, other) in one.general.scores.iter().zip(&other.general.scores) {
            prop_assert!(one.value.is_none_or(|value| (0.0..=1.0).contains(&value)));
            prop_assert!(one.value.is_none() || one.coverage > 0.499);
            let apart = one.value.zip(other.value).map_or(0.0, |(one, other)| (one - other).abs());
            prop_assert!(one.value.is_some() == other.value.is_some() && apart < 1e-9);
        }
    }
}
