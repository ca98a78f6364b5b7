//! A profile worked out by hand, and what keeps it apart from the published list.

use super::*;
use crate::diagnosis::toys::{block, catalogue, units};

const CODES: [&str; 5] = ["1", "2", "3", "4", "5"];

fn asked(indicators: &[(&str, Option<Worse>, f64)]) -> Parameters {
    let one = |(code, worse, weight): &(&str, Option<Worse>, f64)| Phenomenon {
        indicator: (*code).to_owned(),
        worse: *worse,
        weight: *weight,
    };
    Parameters { phenomena: indicators.iter().map(one).collect(), least_coverage: 2.0 / 3.0 }
}

/// The reference are the first four; the fifth is not in it and lacks `tax`.
fn found(parameters: &Parameters) -> Result<OwnWork<Profile>, MarginalisationError> {
    let block = block(
        &CODES,
        2022,
        &[
            ("jobless", &[2.0, 4.0, 6.0, 8.0, 10.0].map(Some)),
            ("tax", &[Some(10.0), Some(30.0), Some(10.0), Some(30.0), None]),
            ("same", &[Some(1.0); 5]),
            ("area", &[1.0, 2.0, 3.0, 4.0, 5.0].map(Some)),
        ],
    );
    let kinds = [("jobless", "destimulant"), ("tax", "stimulant"), ("same", "stimulant"), ("area", "neutral")];
    let now = Snapshot { block: &block, year: 2022 };
    profile((parameters, &catalogue(&kinds)), now, &units(&CODES), &units(&CODES[..4]))
}

#[test]
fn the_profile_is_as_worked_out_by_hand() {
    let found = found(&asked(&[("jobless", None, 1.0), ("tax", None, 1.0)])).expect("a profile");

    assert_eq!(found.origin, Origin::OwnWork);
    // Jobless: mean 5, deviation sqrt(5); tax: mean 20, deviation 10, less is worse.
    let root = 5.0_f64.sqrt();
    let expected = [(-3.0 / root, 1.0), (-1.0 / root, -1.0), (1.0 / root, 1.0), (3.0 / root, -1.0)];
    for (row, expected) in found.content.units.iter().zip(expected) {
        let expected = f64::midpoint(expected.0, expected.1);
        assert!((row.index.expect("an index") - expected).abs() < 1e-12, "{row:?} instead of {expected}");
    }
    let ranks: Vec<Option<f64>> = found.content.units.iter().map(|row| row.rank).collect();
    // -0.17, -0.72, 0.72, 0.17; the fifth has half of the weights only.
    assert_eq!(ranks, [Some(3.0), Some(4.0), Some(1.0), Some(2.0), None]);
    assert_eq!((found.content.units[4].coverage, found.content.ranked), (0.5, 4));
    assert!((found.content.units[4].scores[0].worse_by.expect("known") - root).abs() < 1e-12, "its scores are told");
}

#[test]
fn weights_and_sides_can_be_chosen_and_what_tells_nothing_counts_against_coverage() {
    let chosen = asked(&[("jobless", None, 3.0), ("area", Some(Worse::High), 1.0), ("same", None, 1.0)]);
    let found = found(&chosen).expect("a profile").content;

    assert_eq!(found.left_out, ["same"]);
    // (10 - 5) / sqrt(5) by three and (5 - 2.5) / sqrt(1.25) by one are both sqrt(5).
    let fifth = &found.units[4];
    assert!((fifth.index.expect("an index") - 5.0_f64.sqrt()).abs() < 1e-12 && (fifth.coverage - 0.8).abs() < 1e-12);
    assert_eq!(fifth.rank, Some(1.0), "a unit outside of the reference has a place too");
}

#[test]
fn what_is_not_said_or_not_known_is_refused() {
    let cases = [
        ("unknown", asked(&[("z", None, 1.0)]), "the catalogue has no indicator z"),
        ("neutral", asked(&[("area", None, 1.0)]), "the catalogue does not say whether more of area is worse"),
        ("weight", asked(&[("tax", None, -1.0)]), "the weight of tax is -1"),
        ("coverage", Parameters { least_coverage: 0.0, ..asked(&[("tax", None, 1.0)]) }, "the coverage is 0"),
        ("equal", asked(&[("same", None, 1.0)]), "no indicator of the profile differs"),
    ];
    for (name, parameters, expected) in cases {
        let error = found(&parameters).expect_err(name).to_string();
        assert!(error.starts_with(expected), "{name}: {error}");
    }
}

#[test]
fn the_default_profile_knows_its_indicators_and_their_negative_side() {
    let catalogue = Catalogue::built_in().expect("it is well formed");
    for code in DEFAULT_INDICATORS {
        let indicator = catalogue.indicator(code).unwrap_or_else(|| panic!("no {code}"));
        assert_ne!(indicator.direction, Direction::Neutral, "{code}");
    }
}

#[test]
fn own_work_says_so_wherever_it_is_written() {
    let written = serde_json::to_value(OwnWork::new(7)).expect("JSON");

    assert_eq!(written, serde_json::json!({"origin": "own_work", "content": 7}));
}
