//! Rows of units whose association is worked out by hand, or plain to see.

use miedza_territory::UnitIx;

use super::*;
use crate::diagnosis::toys::{block, catalogue, units};

fn in_a_row(count: usize, reach: usize) -> Neighbours {
    let pairs = (0..count).flat_map(|one| (one + 1..count.min(one + reach + 1)).map(move |other| (one, other)));
    Neighbours::from_pairs(count, pairs.map(|(one, other)| (UnitIx::new(one), UnitIx::new(other), None)))
}

fn found(codes: &[&str], values: &[Option<f64>], neighbours: Neighbourhood<'_>) -> Result<Association, Error> {
    let catalogue = catalogue(&[("a", "neutral")]);
    let block = block(codes, 2022, &[("a", values)]);
    let now = Snapshot { block: &block, year: 2022 };
    let indicator = catalogue.indicator("a").expect("an indicator");
    let parameters = Parameters { permutations: 999, ..Parameters::default() };
    association((indicator, now), &Units::new(units(codes)), neighbours, parameters)
}

#[test]
fn four_in_a_row_are_as_worked_out_by_hand() {
    let neighbours = in_a_row(4, 1);

    let found =
        found(&["1", "2", "3", "4"], &[1.0, 2.0, 4.0, 9.0].map(Some), Neighbourhood::Contacts(&neighbours)).expect("four");

    // The example of docs/methods/spatial.md: I = 9/38, and I_i = 3/38 times 6, 3, 0 and 0.
    assert!((found.global.i - 9.0 / 38.0).abs() < 1e-12 && (found.global.expectation + 1.0 / 3.0).abs() < 1e-12);
    for (row, expected) in found.units.iter().zip([18.0 / 38.0, 9.0 / 38.0, 0.0, 0.0]) {
        assert!((row.i.expect("a figure") - expected).abs() < 1e-12, "{row:?}");
        assert_eq!(row.class, Class::NotSignificant, "four are too few to be significant");
    }
}

#[test]
fn a_rich_end_is_a_cluster_and_missing_and_lonely_units_are_told() {
    let codes: Vec<String> = (1..=40).map(|code| code.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let mut values: Vec<Option<f64>> = (1..=40).map(|unit| Some(if unit > 28 { 9.0 } else { 1.0 })).collect();
    values[0] = None;
    values[32] = Some(0.5);
    let pairs = (0..39_usize).flat_map(|one| (one + 1..39.min(one + 4)).map(move |other| (one, other)));
    let pairs = pairs.map(|(one, other)| (UnitIx::new(one), UnitIx::new(other), None));
    let neighbours = Neighbours::from_pairs(40, pairs);

    let found = found(&codes, &values, Neighbourhood::Contacts(&neighbours)).expect("figures");

    let class = |code: usize| found.units[code - 1].class;
    assert_eq!((class(1), class(40)), (Class::Missing, Class::Island));
    assert_eq!((class(37), class(33), class(10)), (Class::HighHigh, Class::LowHigh, Class::NotSignificant));
    assert_eq!((found.missing, found.islands, found.global.units), (1, units(&["40"]), 39));
    assert!(found.units[0].value.is_none() && found.units[0].i.is_none(), "missing is not 0");
    for row in found.units.iter().filter(|row| row.p.is_some()) {
        let is_called = !matches!(row.class, Class::NotSignificant);
        let adjusted = row.adjusted_p.expect("wherever there is a p");
        assert_eq!(is_called, adjusted <= 0.05, "the class is that of the false discovery rate: {row:?}");
    }
}

#[test]
fn seats_in_a_line_are_neighbours_by_distance_and_by_number() {
    let seats: UnitVec<Seat> = (0..6).map(|place| Seat { x: 16.0 + 0.1 * f64::from(place), y: 53.0 }).collect();
    let codes = ["1", "2", "3", "4", "5", "6"];
    let values = [1.0, 2.0, 4.0, 9.0, 9.0, 8.0].map(Some);
    // A tenth of a degree at 53° north is 6.7 km, so that 7 km reaches the next one only.
    let band = Neighbourhood::Near { seats: &seats, reach: Reach::Band { km: 7.0 } };
    let contacts = in_a_row(6, 1);

    let (near, touching) = (found(&codes, &values, band), found(&codes, &values, Neighbourhood::Contacts(&contacts)));

    assert_eq!(near, touching);
    let nearest = Neighbourhood::Near { seats: &seats, reach: Reach::Nearest { neighbours: 2 } };
    assert!(found(&codes, &values, nearest).expect("figures").global.i > 0.0);
}

#[test]
fn the_same_seed_gives_the_same_and_what_cannot_be_told_is_refused() {
    let neighbours = in_a_row(6, 1);
    let codes = ["1", "2", "3", "4", "5", "6"];
    let values = [1.0, 2.0, 4.0, 9.0, 9.0, 8.0].map(Some);
    let contacts = Neighbourhood::Contacts(&neighbours);

    assert_eq!(found(&codes, &values, contacts), found(&codes, &values, contacts));
    assert_eq!(found(&codes, &[Some(1.0); 6], contacts), Err(Error::Constant { units: 6, value: 1.0 }));
    assert_eq!(found(&codes, &[None; 6], contacts), Err(Error::TooFew { units: 0, least: 4 }));
}

#[test]
fn neighbours_of_other_units_are_refused() {
    let neighbours = in_a_row(5, 1);

    let refused = found(&["1", "2", "3", "4"], &[1.0, 2.0, 4.0, 9.0].map(Some), Neighbourhood::Contacts(&neighbours));

    assert_eq!(refused, Err(Error::WrongLength { given: 4, units: 5 }));
}
