//! Outlines of drawn and real maps.

use geo_types::{Coord, MultiPolygon};
use miedza_territory::{AreaIx, Boundaries, Rule, UnitIx, UnitVec, ring};

use super::*;
use crate::contiguity::tests::{block, map, polygon, real};
use crate::contiguity::{Parameters, neighbours};

fn total_km2(shapes: &[MultiPolygon<f64>]) -> f64 {
    shapes.iter().map(area_km2).sum()
}

fn all_in_one(map: &Boundaries) -> MultiPolygon<f64> {
    let areas = UnitVec::filled(map.shapes.len(), Some(AreaIx::new(0)));
    dissolve(map, &areas, 1).expect("a good map").into_inner().remove(0)
}

#[test]
fn units_around_a_lake_become_one_shape_with_a_hole() {
    let around = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.0), (0.2, 0.1), (0.2, 0.2), (0.1, 0.2), (0.0, 0.2), (0.0, 0.1)];
    let board = map(around.iter().map(|&(x, y)| block(x, y, 0.1, 0.1)).collect());

    let joined = all_in_one(&board);

    assert_eq!((joined.0.len(), joined.0[0].interiors().len()), (1, 1));
    assert!((area_km2(&joined) - total_km2(board.shapes.as_slice())).abs() < 1e-6);
    assert!(ring::doubled_area(&joined.0[0].exterior().0) > 0.0 && ring::doubled_area(&joined.0[0].interiors()[0].0) < 0.0);
}

#[test]
fn units_that_meet_in_a_corner_stay_two_pieces_of_one_area() {
    let board = map(vec![block(0.0, 0.0, 0.1, 0.1), block(0.1, 0.1, 0.1, 0.1)]);

    assert_eq!(all_in_one(&board).0.len(), 2);
}

#[test]
fn units_whose_vertices_do_not_match_are_joined_all_the_same() {
    let board = map(vec![block(0.0, 0.0, 0.1, 0.2), block(0.1, 0.0, 0.1, 0.1), block(0.1, 0.1, 0.1, 0.1)]);

    let joined = all_in_one(&board);

    assert_eq!(joined.0.len(), 1);
    assert!((area_km2(&joined) - total_km2(board.shapes.as_slice())).abs() < 1e-3);
}

#[test]
fn units_without_an_area_are_left_out() {
    let board = map(vec![block(0.0, 0.0, 0.1, 0.1), block(0.1, 0.0, 0.1, 0.1)]);

    let shapes = dissolve(&board, &UnitVec::new(vec![None, Some(AreaIx::new(1))]), 2).expect("a good map");

    assert!(shapes.as_slice()[0].0.is_empty());
    assert_eq!(shapes.as_slice()[1], board.shapes[UnitIx::new(1)]);
}

#[test]
fn a_square_degree_at_fifty_degrees_has_the_area_of_the_tables() {
    // Between 50 and 51 degrees north: 7,894.1 km² on WGS 84 (authalic latitudes, Snyder's equation 3-12).
    assert!((area_km2(&block(0.0, 0.0, 1.0, 1.0)) - 7_894.1).abs() < 15.0, "{}", area_km2(&block(0.0, 0.0, 1.0, 1.0)));
    assert!(area_km2(&MultiPolygon(Vec::new())).abs() < f64::EPSILON);
}

#[test]
fn a_label_stands_inside_the_broad_part_of_a_shape() {
    let bottle = polygon(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.55, 1.0), (0.55, 3.0), (0.45, 3.0), (0.45, 1.0), (0.0, 1.0)]);

    let at = label_point(&bottle).expect("a place");

    assert!((at.x - 20.5).abs() < 0.3 && (50.2..50.95).contains(&at.y), "{at:?}");
    assert_eq!(label_point(&MultiPolygon(Vec::new())), None);
}

#[test]
fn a_lighter_map_keeps_its_neighbours() {
    let Some(poland) = real("pl-boundaries/gminas.geojson.gz") else { return };
    let points = |map: &Boundaries| map.shapes.iter().flatten().map(|polygon| polygon.exterior().0.len()).sum::<usize>();

    let light = simplify(&poland, 1500.0).expect("a good map");

    let rook = Parameters { rule: Rule::Rook, gap_m: 0.0 };
    let pairs = neighbours(&light, &rook).expect("a good map").neighbours.pair_count();
    assert_eq!(pairs, 7050);
    assert!(points(&light) * 10 < points(&poland) * 9, "{} of {}", points(&light), points(&poland));
    eprintln!("{} of {} points", points(&light), points(&poland));
    assert!(light.shapes.iter().all(|shape| ring::first_crossing(&MultiPolygon(vec![shape.0[0].clone()])).is_none()));
    assert_eq!(simplify(&poland, 0.0).expect("a good map").shapes.len(), poland.shapes.len());
}

#[test]
fn a_country_dissolves_to_one_shape_of_the_same_area() {
    let Some(poland) = real("pl-boundaries/gminas.geojson.gz") else { return };

    let country = all_in_one(&poland);

    let (whole, parts) = (area_km2(&country), total_km2(poland.shapes.as_slice()));
    eprintln!("{whole} km², {} parts", country.0.len());
    assert!((whole - parts).abs() < 1e-3, "{whole} {parts}");
    assert!((whole - 312_700.0).abs() < 2_000.0, "{whole}");
}

#[test]
fn schematic_cells_fit_together_and_lie_around_their_seats() {
    let seats: Vec<Coord<f64>> = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.0), (0.0, 0.1), (0.1, 0.1), (0.2, 0.1), (0.11, 0.23)]
        .iter()
        .map(|&(x, y)| Coord { x: 20.0 + x, y: 50.0 + y })
        .collect();
    let units = map(vec![MultiPolygon(Vec::new()); seats.len()]).units;

    let cells = schematic(&units, &UnitVec::new(seats.clone())).expect("seats apart");

    assert!(cells.schematic);
    for (unit, shape) in cells.shapes.enumerate() {
        assert_eq!(ring::first_crossing(shape), None, "{unit:?}");
        assert!(ring::doubled_area(&shape.0[0].exterior().0) > 0.0, "{unit:?}");
        assert!(ring::encloses(&shape.0[0].exterior().0, seats[unit.get()]), "{unit:?}");
    }
    let found = neighbours(&cells, &Parameters { rule: Rule::Rook, gap_m: 0.0 }).expect("a good map");
    let rook = |one: usize, other: usize| found.neighbours.touch(UnitIx::new(one), UnitIx::new(other));
    assert!(rook(0, 1) && rook(0, 3) && rook(4, 6) && !rook(0, 4) && !rook(0, 6));
    assert!((area_km2(&all_in_one(&cells)) - total_km2(cells.shapes.as_slice())).abs() < 1e-3);
}

#[test]
fn seats_at_one_place_are_refused_with_their_units() {
    let units = map(vec![MultiPolygon(Vec::new()); 2]).units;
    let seat = Coord { x: 20.0, y: 50.0 };

    let error = schematic(&units, &UnitVec::new(vec![seat, seat])).expect_err("two seats at one place");

    assert_eq!(error.to_string(), "the seats of units 000001 and 000002 lie at the same place");
}

#[test]
fn a_single_seat_gets_a_round_cell() {
    let units = map(vec![MultiPolygon(Vec::new())]).units;

    let cells = schematic(&units, &UnitVec::new(vec![Coord { x: 20.0, y: 50.0 }])).expect("one seat");

    assert!(cells.shapes.as_slice()[0].0[0].exterior().0.len() > 40);
}
