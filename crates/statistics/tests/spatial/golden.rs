//! Moran's I and local Moran against esda; see `tests/golden/spatial/ORIGIN.md`.

use std::path::{Path, PathBuf};

use miedza_statistics::spatial::local::{self, Local, LocalMoran, Quadrant};
use miedza_statistics::spatial::moran::{self, Moran};
use miedza_statistics::spatial::significance::Correction;
use miedza_statistics::spatial::{Permutations, Places, Reach, Standardisation, Weights};
use miedza_territory::{Neighbours, Seat, UnitIx, UnitVec};

pub fn golden(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/spatial").join(file)
}

pub fn rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect()
}

pub fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

/// All figures of esda's `Moran`, to ten digits.
pub fn assert_global(found: &Moran, row: &[String]) {
    let case = &row[0];
    assert_eq!(found.units.to_string(), row[1], "{case}");
    assert_eq!(found.islands.len().to_string(), row[2], "{case}");
    let of = |spread: moran::Spread| [spread.variance, spread.z.expect("it varies"), spread.p.expect("it varies")];
    let figures = [vec![found.i, found.expectation], of(found.normality).to_vec(), of(found.randomisation).to_vec()].concat();
    for (figure, expected) in figures.iter().zip(&row[3..]) {
        let expected = number(expected);
        assert!((figure - expected).abs() < 1e-10 * expected.abs().max(1.0), "{case}: {figure} instead of {expected}");
    }
}

/// I and quadrant of a unit, and its p up to what chance does on both sides.
pub fn assert_local(found: &Local, row: &[String], (ours, theirs): (f64, f64)) {
    let (what, expected, p) = (format!("{} unit {}", row[0], row[1]), number(&row[2]), number(&row[4]));
    assert!((found.i - expected).abs() < 1e-10 * expected.abs().max(1.0), "{what}: {} instead of {expected}", found.i);
    let quadrant = match found.quadrant {
        Quadrant::HighHigh => "high-high",
        Quadrant::LowLow => "low-low",
        Quadrant::HighLow => "high-low",
        Quadrant::LowHigh => "low-high",
    };
    assert_eq!(quadrant, row[3], "{what}");
    let deviation = (p * (1.0 - p) * (1.0 / ours + 1.0 / theirs)).sqrt();
    assert!((found.p - p).abs() < 5.0 * deviation + 2.0 / ours, "{what}: p {} instead of {p}", found.p);
}

/// Without a correction, so that each p is seen.
pub fn associate(values: &UnitVec<Option<f64>>, weights: &Weights) -> LocalMoran {
    let permutations = Permutations { seed: 4, ..Permutations::default() };
    local::local(values, weights, local::Parameters { permutations, level: 0.05, correction: Correction::None }).expect("figures")
}

fn assert_case(folder: &str, case: &str, values: &UnitVec<Option<f64>>, weights: &Weights) {
    let global = rows(&golden(&format!("{folder}/global.csv")));
    let expected = global.iter().find(|row| row[0] == case).expect("a case");
    assert_global(&moran::global(values, weights, None).expect("figures"), expected);

    let found = associate(values, weights);
    let local = rows(&golden(&format!("{folder}/local.csv")));
    let expected: Vec<_> = local.iter().filter(|row| row[0] == case).collect();
    assert_eq!(found.figures.iter().flatten().count(), expected.len(), "{case}");
    for row in expected {
        let unit = UnitIx::new(row[1].parse().expect("a unit"));
        assert_local(&found.figures[unit].expect("figures of the unit"), row, (9_999.0, 99_999.0));
    }
}

#[test]
fn homes_of_columbus_have_the_figures_of_esda() {
    let values: UnitVec<_> = rows(&golden("columbus/values.csv")).iter().map(|row| Some(number(&row[1]))).collect();
    let unit = |text: &str| UnitIx::new(text.parse().expect("a unit"));
    let pairs = rows(&golden("columbus/pairs.csv")).into_iter().map(|row| (unit(&row[0]), unit(&row[1]), None));
    let neighbours = Neighbours::from_pairs(values.len(), pairs);

    for (case, standardisation) in [("columbus", Standardisation::Row), ("columbus_binary", Standardisation::None)] {
        assert_case("columbus", case, &values, &Weights::contiguity(&neighbours, standardisation));
    }
}

#[test]
fn places_with_missing_values_and_islands_have_the_figures_of_esda() {
    let rows = rows(&golden("made/values.csv"));
    let values: UnitVec<_> = rows.iter().map(|row| (!row[3].is_empty()).then(|| number(&row[3]))).collect();
    let degrees: UnitVec<_> = rows.iter().map(|row| Seat { x: number(&row[1]), y: number(&row[2]) }).collect();
    let km = degrees.iter().map(|seat| Seat { x: 100.0 * seat.x, y: 100.0 * seat.y }).collect();
    let (earth, plane) = (Places::great_circle(&degrees).expect("places"), Places::plane(&km).expect("places"));
    let (row, raw) = (Standardisation::Row, Standardisation::None);
    let cases = [
        ("band", &plane, Reach::Band { km: 15.0 }, row),
        ("nearest", &plane, Reach::Nearest { neighbours: 5 }, row),
        ("inverse", &plane, Reach::Inverse { km: 25.0, power: 1.0 }, raw),
        ("inverse_row", &plane, Reach::Inverse { km: 25.0, power: 2.0 }, row),
        ("earth_nearest", &earth, Reach::Nearest { neighbours: 5 }, row),
        ("earth_band", &earth, Reach::Band { km: 13.0 }, raw),
    ];

    for (case, places, reach, standardisation) in cases {
        assert_case("made", case, &values, &Weights::near(places, reach, standardisation).expect("neighbours"));
    }
}
