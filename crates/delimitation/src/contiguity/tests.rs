//! Neighbours of drawn, random and real maps.

use std::path::{Path, PathBuf};

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_territory::UnitCode;
use proptest::prelude::*;

use super::*;

/// Units named by their place in the list, with one polygon each.
pub(crate) fn map(shapes: Vec<MultiPolygon<f64>>) -> Boundaries {
    let codes = (0..shapes.len()).map(|number| UnitCode::parse(&format!("{:06}", number + 1)).expect("a code"));
    let names = UnitVec::filled(shapes.len(), None);
    Boundaries { units: Units::new(codes.collect()), shapes: UnitVec::new(shapes), names, schematic: false }
}

pub(crate) fn polygon(points: &[(f64, f64)]) -> MultiPolygon<f64> {
    let ring = points.iter().map(|&(x, y)| Coord { x: 20.0 + x, y: 50.0 + y }).collect();
    MultiPolygon(vec![Polygon::new(LineString(ring), Vec::new())])
}

pub(crate) fn block(x: f64, y: f64, width: f64, height: f64) -> MultiPolygon<f64> {
    polygon(&[(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
}

/// Boundaries of the shared data, if it is there; codes are only numbers in the order of the file.
pub(crate) fn real(file: &str) -> Option<Boundaries> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let beside =
        || Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/data")).find(|path| path.is_dir());
    let path = given.or_else(beside).map(|folder| folder.join(file)).filter(|path| path.exists());
    let Some(path) = path else {
        eprintln!("skipped: no shared data");
        return None;
    };
    #[expect(clippy::disallowed_methods, reason = "a test may read its data")]
    let bytes = std::fs::read(path).expect("a file that exists");
    let json: serde_json::Value = serde_json::from_reader(flate2::read::GzDecoder::new(bytes.as_slice())).expect("GeoJSON");
    Some(map(json["features"].as_array().expect("features").iter().map(|feature| land(&feature["geometry"])).collect()))
}

fn land(geometry: &serde_json::Value) -> MultiPolygon<f64> {
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let ring = |ring: &serde_json::Value| {
        let at = |point: &serde_json::Value| Coord { x: point[0].as_f64().expect("x"), y: point[1].as_f64().expect("y") };
        LineString(list(ring).iter().map(at).collect())
    };
    let polygon = |polygon: &serde_json::Value| {
        let mut rings = list(polygon).iter().map(ring).collect::<Vec<_>>().into_iter();
        geo::Orient::orient(&Polygon::new(rings.next().expect("an outer ring"), rings.collect()), geo::orient::Direction::Default)
    };
    let several = geometry["type"] == "MultiPolygon";
    let polygons = if several { list(&geometry["coordinates"]) } else { vec![geometry["coordinates"].clone()] };
    MultiPolygon(polygons.iter().map(polygon).collect())
}

fn found(map: &Boundaries, rule: Rule, gap_m: f64) -> Found {
    neighbours(map, &Parameters { rule, gap_m }).expect("a good map")
}

fn pairs(found: &Found) -> Vec<(usize, usize)> {
    let units = (0..found.neighbours.unit_count()).map(UnitIx::new);
    let of = |unit: UnitIx| found.neighbours.of(unit).iter().map(move |contact| (unit.get(), contact.unit.get()));
    units.flat_map(of).filter(|(one, other)| one < other).collect()
}

#[test]
fn a_corner_is_a_contact_for_the_queen_only() {
    let board =
        map(vec![block(0.0, 0.0, 0.1, 0.1), block(0.1, 0.0, 0.1, 0.1), block(0.1, 0.1, 0.1, 0.1), block(0.5, 0.5, 0.1, 0.1)]);

    let (queen, rook) = (found(&board, Rule::Queen, 20.0), found(&board, Rule::Rook, 20.0));

    assert_eq!(pairs(&queen), [(0, 1), (0, 2), (1, 2)]);
    assert_eq!(pairs(&rook), [(0, 1), (1, 2)]);
    assert_eq!(queen.islands, [UnitIx::new(3)]);
    assert!(queen.only_near.is_empty());
    let border = rook.neighbours.of(UnitIx::new(0))[0].border_m.expect("a length");
    assert!((border - 11_119.5).abs() < 1.0, "a tenth of a degree of latitude is 11.1 km: {border}");
}

#[test]
fn borders_whose_vertices_do_not_match_are_found_by_the_tolerance() {
    let one_beside_two = vec![block(0.0, 0.0, 0.1, 0.2), block(0.1, 0.0, 0.1, 0.1), block(0.1, 0.1, 0.1, 0.1)];
    let gap = 10.0 / 71_500.0;
    let with_a_gap = vec![block(0.0, 0.0, 0.1, 0.1), block(0.1 + gap, 0.0, 0.1, 0.1)];
    let too_wide = vec![block(0.0, 0.0, 0.1, 0.1), block(0.1 + 4.0 * gap, 0.0, 0.1, 0.1)];
    let cases = [
        ("one beside two", one_beside_two, vec![(0, 1), (0, 2), (1, 2)]),
        ("10 m apart", with_a_gap, vec![(0, 1)]),
        ("40 m apart", too_wide, vec![]),
    ];
    for (name, shapes, expected) in cases {
        let found = found(&map(shapes), Rule::Rook, 20.0);

        assert_eq!(pairs(&found), expected, "{name}");
    }
}

#[test]
fn outer_border_and_shared_border_add_up_to_the_way_around() {
    let board = map(vec![block(0.0, 0.0, 0.1, 0.1), block(0.1, 0.0, 0.1, 0.1)]);

    let found = found(&board, Rule::Rook, 0.0);

    let unit = UnitIx::new(0);
    let shared = found.neighbours.of(unit)[0].border_m.expect("a length");
    let around = board.shapes[unit].0[0].exterior().0.windows(2).map(|edge| length_m(edge[0], edge[1])).sum::<f64>();
    assert!((shared + found.neighbours.outer_border_m(unit).expect("a length") - around).abs() < 1e-6);
}

#[test]
fn a_gap_that_is_no_length_and_a_vertex_off_the_earth_are_refused() {
    let board = map(vec![block(0.0, 0.0, 0.1, 0.1), block(0.0, 80.0, 0.1, 0.1)]);

    assert!(matches!(neighbours(&board, &Parameters { gap_m: -1.0, ..Parameters::default() }), Err(Error::Gap { .. })));
    assert!(matches!(neighbours(&board, &Parameters { gap_m: f64::NAN, ..Parameters::default() }), Err(Error::Gap { .. })));
    assert!(matches!(neighbours(&board, &Parameters::default()), Err(Error::Vertex { unit }) if unit.as_str() == "000002"));
}

#[test]
fn polish_municipalities_have_the_neighbours_that_a_full_comparison_finds() {
    let Some(poland) = real("pl-boundaries/gminas.geojson.gz") else { return };

    for (gap_m, what) in [(0.0, "exact"), (20.0, "tolerant")] {
        let (rook, queen) = (found(&poland, Rule::Rook, gap_m), found(&poland, Rule::Queen, gap_m));

        assert_eq!((rook.neighbours.pair_count(), queen.neighbours.pair_count()), (7050, 7065), "{what} {:?}", queen.only_near);
        assert!(queen.islands.is_empty(), "{what}: {:?}", queen.islands);
    }
}

#[test]
fn the_tolerance_adds_little_to_other_real_maps() {
    for file in ["it-sardinia/municipalities.geojson.gz", "us-kansas-2000/zones.geojson.gz", "fr-herault-2020/zones.geojson.gz"] {
        let Some(map) = real(file) else { return };
        for gap_m in [0.0, 1.0, 5.0, 20.0, 50.0, 100.0] {
            let (rook, queen) = (found(&map, Rule::Rook, gap_m), found(&map, Rule::Queen, gap_m));

            eprintln!(
                "{file} gap {gap_m}: rook {} queen {} only near {} islands {}",
                rook.neighbours.pair_count(),
                queen.neighbours.pair_count(),
                queen.only_near.len(),
                queen.islands.len()
            );
            assert!(queen.only_near.len() * 50 <= queen.neighbours.pair_count() || gap_m > 20.0, "{file} {gap_m}");
        }
    }
}

/// Pairs of units by comparing all edges and vertices with all others.
fn slow_pairs(map: &Boundaries, rule: Rule) -> Vec<(usize, usize)> {
    let rings = |unit: UnitIx| {
        map.shapes[unit].iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors())).collect::<Vec<_>>()
    };
    let equal = |a: Coord<f64>, b: Coord<f64>| (a.x - b.x).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9;
    let edges = |unit| rings(unit).iter().flat_map(|ring| ring.0.windows(2).map(|edge| (edge[0], edge[1]))).collect::<Vec<_>>();
    let touch = |one, other| {
        let (mine, theirs) = (edges(one), edges(other));
        mine.iter().any(|a| {
            theirs.iter().any(|b| match rule {
                Rule::Rook => (equal(a.0, b.0) && equal(a.1, b.1)) || (equal(a.0, b.1) && equal(a.1, b.0)),
                Rule::Queen => equal(a.0, b.0) || equal(a.0, b.1),
            })
        })
    };
    let units: Vec<_> = map.units.indices().collect();
    let both = units.iter().flat_map(|&one| units.iter().map(move |&other| (one, other)));
    both.filter(|&(one, other)| one < other && touch(one, other)).map(|(one, other)| (one.get(), other.get())).collect()
}

/// A board of squares, each given to one of some units: units of squares that may fall into pieces.
fn random_board() -> impl Strategy<Value = Boundaries> {
    (2_usize..6, 2_usize..6).prop_flat_map(|(wide, high)| {
        proptest::collection::vec(proptest::option::weighted(0.8, 0_usize..8), wide * high).prop_map(move |owners| {
            let mut shapes = vec![MultiPolygon(Vec::new()); 8];
            let (mut column, mut row) = (0.0, 0.0);
            for (number, owner) in owners.iter().enumerate() {
                if let Some(owner) = owner {
                    shapes[*owner].0.extend(block(column * 0.1, row * 0.1, 0.1, 0.1).0);
                }
                column += 1.0;
                if (number + 1) % wide == 0 {
                    (column, row) = (0.0, row + 1.0);
                }
            }
            map(shapes)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn random_maps_have_the_neighbours_that_a_slow_comparison_finds(board in random_board()) {
        for rule in [Rule::Queen, Rule::Rook] {
            for gap_m in [0.0, 20.0] {
                prop_assert_eq!(pairs(&found(&board, rule, gap_m)), slow_pairs(&board, rule));
            }
        }
    }
}

proptest! {
    #[test]
    fn another_order_of_units_gives_the_same_neighbours(board in random_board(), shift in 1_usize..8) {
        let moved = |unit: usize| (unit + shift) % 8;
        let mut shapes = vec![MultiPolygon(Vec::new()); 8];
        for (unit, shape) in board.shapes.enumerate() {
            shapes[moved(unit.get())] = shape.clone();
        }

        let (here, there) = (found(&board, Rule::Queen, 20.0), found(&map(shapes), Rule::Queen, 20.0));

        let place = |unit: UnitIx| UnitIx::new(moved(unit.get()));
        for unit in board.units.indices() {
            let mut contacts: Vec<_> = here.neighbours.of(unit).iter().map(|contact| (place(contact.unit), contact.border_m)).collect();
            contacts.sort_by_key(|contact| contact.0);
            let others: Vec<_> = there.neighbours.of(place(unit)).iter().map(|contact| (contact.unit, contact.border_m)).collect();
            prop_assert_eq!(contacts.len(), others.len());
            for (one, other) in contacts.iter().zip(&others) {
                prop_assert_eq!(one.0, other.0);
                prop_assert!((one.1.unwrap_or(0.0) - other.1.unwrap_or(0.0)).abs() < 1e-6);
            }
        }
    }
}
