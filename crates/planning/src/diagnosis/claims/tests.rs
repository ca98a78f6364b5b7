//! Claims against what a careful reader would say of the figures.

use miedza_territory::{Note, Notes};
use proptest::prelude::*;

use super::*;
use crate::diagnosis::samples::{block_of, catalogue_of, code, known, variable};
use crate::diagnosis::{Block, Catalogue, Cell, Fingerprint, position};

fn catalogue() -> Catalogue {
    catalogue_of(&[
        ("income", "economy", "income", "stimulant"),
        ("waste", "environment", "waste", "destimulant"),
        ("density", "demography", "people", "neutral"),
    ])
}

type Cells = Vec<(&'static str, &'static str, u16, f64)>;

/// Two members with as many people each, and three peers.
fn land(id: &'static str, members: [f64; 2], peers: [f64; 3]) -> Cells {
    let mut cells: Cells = vec![("people", "1", 2022, 10.0), ("people", "2", 2022, 10.0)];
    cells.extend([(id, "1", 2022, members[0]), (id, "2", 2022, members[1])]);
    cells.extend(["5", "6", "7"].into_iter().zip(peers).map(|(unit, value)| (id, unit, 2022, value)));
    cells
}

fn told(block: &Block, id: &str) -> Vec<Claim> {
    let own = AreaTable::new(&catalogue(), block, &[code("1"), code("2")]).expect("sound values");
    let peers = AreaTable::new(&catalogue(), block, &["5", "6", "7"].map(code)).expect("sound values");
    let year = own.row(id).expect("an indicator").newest.map_or(2022, |newest| newest.year);
    let position = position(&own, &peers, id, year).expect("known");
    claims(&own, id, Some(&position)).expect("an indicator")
}

fn of(cells: &Cells, id: &str) -> Vec<Claim> {
    told(&block_of(&catalogue(), cells), id)
}

#[test]
fn level_place_and_ends_are_told_with_their_figures() {
    let found = of(&land("waste", [2.0, 6.0], [3.0, 5.0, 9.0]), "waste");

    let value = |unit: &str, value| UnitValue { unit: code(unit), value };
    let expected = [
        Claim::Level { year: 2022, value: 4.0 },
        Claim::AgainstGroup { year: 2022, value: 4.0, median: 5.0, stands: Stands::Below, rank: 2, of: 4, better: Some(true) },
        Claim::Spread { year: 2022, strongest: value("1", 2.0), weakest: value("2", 6.0) },
    ];
    assert_eq!(found, expected);
}

#[test]
fn neutral_figures_are_never_better_and_what_rounds_to_the_same_is_the_same() {
    let neutral = of(&land("density", [2.0, 6.0], [3.0, 5.0, 9.0]), "density");
    let near = of(&land("income", [5.02, 4.98], [3.0, 5.04, 9.0]), "income");

    let place = |claims: &[Claim]| {
        claims.iter().find_map(|claim| match claim {
            Claim::AgainstGroup { stands, better, .. } => Some((*stands, *better)),
            _ => None,
        })
    };
    assert_eq!(place(&neutral), Some((Stands::Below, None)));
    assert_eq!(place(&near), Some((Stands::As, None)), "5.0 and 5.0");
    assert!(!near.iter().any(|claim| matches!(claim, Claim::Spread { .. })), "both members show 5.0");
}

#[test]
fn a_large_change_comes_before_a_middling_place_and_an_uttermost_place_before_any_change() {
    let with_past = |peers, past| {
        let mut cells = land("income", [4.0, 4.0], peers);
        for (unit, year) in [("1", 2018), ("2", 2018)] {
            cells.extend([("people", unit, year, 10.0), ("income", unit, year, past)]);
        }
        of(&cells, "income")
    };

    let middling = with_past([3.0, 5.0, 9.0], 2.0);
    let small = with_past([3.0, 5.0, 9.0], 3.9);
    let uttermost = with_past([5.0, 6.0, 9.0], 2.0);

    let change = Claim::Change {
        from_year: 2018,
        from: 2.0,
        to_year: 2022,
        to: 4.0,
        relative: Some(1.0),
        stands: Stands::Above,
        better: Some(true),
    };
    assert_eq!(middling[1], change);
    assert!(matches!(small[1], Claim::AgainstGroup { .. }) && matches!(small[2], Claim::Change { .. }));
    assert!(matches!(uttermost[1], Claim::AgainstGroup { .. }) && uttermost[2] == change);
}

#[test]
fn a_break_in_the_series_is_said_instead_of_a_change() {
    let mut cells = land("income", [4.0, 4.0], [3.0, 5.0, 9.0]);
    for unit in ["1", "2"] {
        cells.extend([("people", unit, 2019, 10.0), ("income", unit, 2019, 2.0)]);
    }
    let mut block = block_of(&catalogue(), &cells);
    let cell = Cell { notes: Notes::of(&[Note::BreakInSeries]), ..known(4.0) };
    block.put(&variable("income"), &code("1"), 2022, cell);

    let found = told(&block, "income");

    let broken = Claim::NotComparable { year: 2022, from_year: 2019, to_year: 2022, reason: WhyNot::BreakInSeries };
    assert!(found.contains(&broken) && !found.iter().any(|claim| matches!(claim, Claim::Change { .. })), "{found:?}");
}

#[test]
fn what_is_missing_is_said_with_its_share_and_nothing_is_made_up() {
    let mut cells = land("income", [4.0, 4.0], [3.0, 5.0, 9.0]);
    cells.retain(|cell| (cell.0, cell.1) != ("income", "2"));

    let found = of(&cells, "income");

    let alike = Claim::Alike { year: 2022, value: 4.0, known: 1, of: 2 };
    assert_eq!(found, [Claim::Missing { year: 2022, missing: 1, of: 2, share: 0.5 }, alike]);
    assert_eq!(of(&cells, "waste"), [Claim::NoData]);
}

#[test]
fn a_lasting_change_is_told_where_nothing_else_takes_its_place() {
    let cells: Cells = (2012..=2022)
        .flat_map(|year| {
            let value = f64::from(year - 2012) + if year % 2 == 0 { 0.2 } else { 0.0 };
            ["1", "2"].into_iter().flat_map(move |unit| [("people", unit, year, 10.0), ("waste", unit, year, value)])
        })
        .collect();

    let found = of(&cells, "waste");

    let is_worse = |claim: &Claim| matches!(claim, Claim::Trend { from_year: 2012, to_year: 2022, better: Some(false), .. });
    assert!(found.len() <= MOST && found.iter().any(is_worse), "{found:?}");
}

proptest! {
    #[test]
    fn there_are_one_to_four_claims_and_they_survive_being_kept(
        values in proptest::collection::vec(proptest::option::weighted(0.8, -5.0..50.0_f64), 40),
        which in 0..3_usize,
    ) {
        let id = ["income", "waste", "density"][which];
        let units = ["1", "2", "5", "6", "7"];
        let mut cells: Cells = vec![("people", "1", 2015, 10.0), ("people", "1", 2022, 10.0), ("people", "2", 2022, 30.0)];
        let years = (2015..=2022).cycle();
        cells.extend(values.iter().zip(years).enumerate().filter_map(|(at, (value, year))| {
            value.map(|value| (id, units[at / 8], year, value))
        }));

        let found = of(&cells, id);

        prop_assert!((1..=MOST).contains(&found.len()));
        for claim in &found {
            // Text keeps all but the last bit of a number: what is shown is the same.
            let back: Claim = serde_json::from_str(&serde_json::to_string(claim)?)?;
            let shown = |claim: &Claim| {
                let measure = catalogue().indicator(id).map(crate::diagnosis::Indicator::measure).expect("an indicator");
                Fingerprint::of([(&measure, std::slice::from_ref(claim))])
            };
            prop_assert_eq!(shown(&back), shown(claim));
        }
    }
}
