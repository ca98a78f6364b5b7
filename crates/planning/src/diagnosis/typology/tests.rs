//! Two plain kinds of units, and what is told of gaps.

use super::*;
use crate::diagnosis::toys::{block, catalogue, unit, units};

/// Two kinds of units: three poor villages and two rich ones; the sixth lacks `b`, and `c` is known of one unit alone.
fn found(parameters: Parameters) -> Result<Typology, TypologyError> {
    let codes = ["1", "2", "3", "4", "5", "6"];
    let block = block(
        &codes,
        2022,
        &[
            ("a", &[1.0, 2.0, 3.0, 9.0, 11.0, 2.0].map(Some)),
            ("b", &[Some(5.0), Some(6.0), Some(5.5), Some(1.0), Some(1.0), None]),
            ("c", &[Some(1.0), None, None, None, None, None]),
            ("d", &[Some(4.0); 6]),
        ],
    );
    let catalogue = catalogue(&[("a", "neutral"), ("b", "neutral"), ("c", "neutral"), ("d", "neutral")]);
    typology((&["a", "b", "c", "d"], &catalogue), Snapshot { block: &block, year: 2022 }, &units(&codes), parameters)
}

#[test]
fn two_kinds_are_found_and_what_makes_them_is_told() {
    for by in [By::KMeans, By::Ward] {
        let found = found(Parameters { by, ..Parameters::default() }).expect("types");

        let kinds: Vec<Option<usize>> = found.units.iter().map(|unit| unit.kind).collect();
        assert_eq!(kinds, [Some(1), Some(1), Some(1), Some(2), Some(2), None], "{by:?}");
        assert_eq!(found.suggested, 2, "{by:?}");
        assert_eq!(found.silhouettes.iter().map(|of| of.types).collect::<Vec<_>>(), [2, 3, 4, 5], "as many as differ");
        let (poor, rich) = (&found.kinds[0], &found.kinds[1]);
        assert_eq!((poor.size, rich.size), (3, 2));
        // Means of a: (1 + 2 + 3) / 3 and (9 + 11) / 2 against 28 / 6; of b: 5.5 and 1 against 18.5 / 5.
        let mean = |kind: &Kind, code: &str| kind.means.iter().find(|mean| mean.indicator == code).cloned().expect("a mean");
        assert!((mean(poor, "a").of_kind - 2.0).abs() < 1e-12 && (mean(rich, "a").of_kind - 10.0).abs() < 1e-12);
        assert!((mean(poor, "a").of_all - 28.0 / 6.0).abs() < 1e-12 && (mean(rich, "b").of_all - 3.7).abs() < 1e-12);
        // Scores are over those that have the figure: a lies 10 - 28/6 above in deviations of sqrt(220/6 - (28/6)²).
        let deviation = (220.0_f64 / 6.0 - (28.0 / 6.0) * (28.0 / 6.0)).sqrt();
        assert!((mean(rich, "a").apart - (10.0 - 28.0 / 6.0) / deviation).abs() < 1e-12);
        assert!(rich.means[0].apart.abs() >= rich.means[1].apart.abs(), "what makes the type comes first");
        assert_eq!(rich.medoid, unit("4"), "of two equally near ones the first");
    }
}

#[test]
fn what_is_missing_or_equal_is_left_out_and_told() {
    let found = found(Parameters::default()).expect("types");

    assert_eq!(found.indicators, ["a", "b"]);
    let left_out: Vec<(&str, bool)> = found.left_out.iter().map(|out| (out.indicator.as_str(), out.is_equal)).collect();
    assert_eq!(left_out, [("c", true), ("d", true)], "one value alone is equal to itself");
    assert!((found.left_out[0].known_share - 1.0 / 6.0).abs() < 1e-12);
    assert_eq!(found.units[5].lacks, ["b"]);
}

#[test]
fn a_chosen_number_is_kept_and_impossible_ones_are_refused() {
    let chosen = found(Parameters { types: Some(3), ..Parameters::default() }).expect("types");
    assert_eq!((chosen.kinds.len(), chosen.suggested), (3, 2));

    let too_many = found(Parameters { types: Some(6), ..Parameters::default() }).expect_err("five differ");
    assert!(too_many.to_string().contains("has 5 known values, and 6 are needed"), "{too_many}");
    let nothing = found(Parameters { least_known: 1.1, ..Parameters::default() });
    assert_eq!(nothing, Err(TypologyError::NoIndicator { asked: 4, year: 2022 }));
}
