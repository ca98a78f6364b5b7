//! Whom each rule takes, and distances worked out by hand.

use miedza_territory::{Notes, Value};
use proptest::prelude::*;

use super::*;
use crate::diagnosis::toys::{block, catalogue, unit, units, variable};
use crate::diagnosis::{Block, Catalogue, Cell, Years};

fn candidate(code: &str, county: &str, kind: Kind, inhabitants: Option<f64>) -> Candidate {
    let county = Some(unit(county));
    Candidate { unit: unit(code), kind: Some(kind), county, inhabitants, functional_type: None }
}

/// Two counties: a town and two villages in one, a town and a village in the other, and one of which nothing is known.
fn candidates() -> Vec<Candidate> {
    let nothing = Candidate { unit: unit("6"), kind: None, county: None, inhabitants: None, functional_type: None };
    vec![
        nothing,
        candidate("5", "92", Kind::Rural, None),
        candidate("4", "92", Kind::Urban, Some(24_000.0)),
        candidate("3", "91", Kind::Rural, Some(4_999.0)),
        candidate("2", "91", Kind::Rural, Some(5_000.0)),
        candidate("1", "91", Kind::Urban, Some(30_000.0)),
    ]
}

fn codes(group: &PeerGroup) -> Vec<&str> {
    group.units.iter().map(|peer| peer.unit.as_str()).collect()
}

#[test]
fn each_rule_takes_whom_it_says_by_code() {
    let candidates = candidates();
    let members = units(&["1"]);
    let field = Field { candidates: &candidates, members: &members, with: Members::KeptOut };
    let small = SizeClass::of(4_999.0);
    let cases = [
        ("all", Rule::All { named: "Poland".into() }, vec!["2", "3", "4", "5", "6"], vec![], vec!["1"]),
        ("counties", Rule::Counties { counties: [unit("91")].into() }, vec!["2", "3"], vec!["6"], vec!["1"]),
        ("kind", Rule::SameKind { kind: Kind::Rural, size: None }, vec!["2", "3", "5"], vec!["6"], vec![]),
        ("kind and size", Rule::SameKind { kind: Kind::Rural, size: small }, vec!["3"], vec!["5", "6"], vec![]),
        (
            "own",
            Rule::Own { named: "ours".into(), units: units(&["9", "4", "2"]).into_iter().collect() },
            vec!["2", "4"],
            vec![],
            vec![],
        ),
    ];
    for (name, rule, expected, undecided, kept_out) in cases {
        let found = group(rule, field).expect(name);
        assert_eq!(codes(&found), expected, "{name}");
        assert_eq!(found.told.undecided, units(&undecided), "{name}");
        assert_eq!(found.told.members_kept_out, units(&kept_out), "{name}");
        assert_eq!(found.told.unknown, if name == "own" { units(&["9"]) } else { vec![] }, "{name}");
    }
}

#[test]
fn members_take_part_where_they_are_asked_for_and_nobody_is_refused() {
    let candidates = candidates();
    let members = units(&["1"]);
    let field = Field { candidates: &candidates, members: &members, with: Members::TakePart };

    let found = group(Rule::SameKind { kind: Kind::Urban, size: None }, field).expect("two towns");

    assert_eq!(codes(&found), ["1", "4"]);
    let types = Rule::FunctionalTypes { list: "types 2016".into(), types: [of_any_size("A")].into() };
    assert_eq!(group(types, field), Err(PeersError::Nobody { candidates: 6 }));
}

fn of_any_size(name: &str) -> TypeOfSize {
    TypeOfSize { functional_type: name.to_owned(), size: None }
}

#[test]
fn a_type_may_be_held_to_a_class_of_sizes() {
    let candidate = |code: &str, functional_type: Option<&str>, inhabitants: Option<f64>| Candidate {
        unit: unit(code),
        kind: None,
        county: None,
        inhabitants,
        functional_type: functional_type.map(ToOwned::to_owned),
    };
    let candidates = [
        candidate("1", Some("F"), Some(4_999.0)),
        candidate("2", Some("F"), Some(5_000.0)),
        candidate("3", Some("F"), None),
        candidate("4", Some("G"), None),
        candidate("5", None, Some(4_000.0)),
        candidate("6", Some("H"), Some(90_000.0)),
    ];
    let small = TypeOfSize { size: SizeClass::of(4_000.0), ..of_any_size("F") };
    let types = Rule::FunctionalTypes { list: "types 2016".into(), types: [small, of_any_size("H")].into() };

    let found = group(types, Field { candidates: &candidates, members: &[], with: Members::KeptOut }).expect("two");

    assert_eq!(codes(&found), ["1", "6"]);
    assert_eq!(found.told.undecided, units(&["3", "5"]), "inhabitants of one, the type of the other are not known");
}

#[test]
fn functional_types_come_from_the_list_that_was_handed_over() {
    let mut candidates = candidates();
    candidates[3].functional_type = Some("F".into());
    candidates[4].functional_type = Some("G".into());
    let field = Field { candidates: &candidates, members: &[], with: Members::KeptOut };

    let types = Rule::FunctionalTypes { list: "types 2016".into(), types: [of_any_size("F")].into() };
    let found = group(types, field).expect("one");

    assert_eq!(codes(&found), ["3"]);
    assert_eq!(found.told.undecided, units(&["1", "4", "5", "6"]), "their type is in no list");
}

/// Five units; `c` is unknown to the first, `d` is the same everywhere, `e` is known of the fourth alone.
fn figures() -> (Block, Catalogue) {
    let some = |values: [f64; 5]| values.map(Some);
    let block = block(
        &["1", "2", "3", "4", "5"],
        2022,
        &[
            ("a", &some([1.0, 1.0, 5.0, 5.0, 3.0])),
            ("b", &[Some(8.0), Some(4.0), None, Some(8.0), Some(6.0)]),
            ("c", &[None, Some(1.0), Some(2.0), Some(3.0), Some(4.0)]),
            ("d", &some([7.0; 5])),
            ("e", &[Some(1.0), None, None, None, None]),
        ],
    );
    (block, catalogue(&[("a", "neutral"), ("b", "neutral"), ("c", "neutral"), ("d", "neutral"), ("e", "neutral")]))
}

fn asked(of: Subject, indicators: &[(&str, f64)], most: usize) -> Nearest {
    let weighed = |(code, weight): &(&str, f64)| Weighed { indicator: (*code).to_owned(), weight: *weight };
    Nearest { of, indicators: indicators.iter().map(weighed).collect(), most }
}

fn five() -> Vec<Candidate> {
    ["5", "4", "3", "2", "1"].map(|code| candidate(code, "91", Kind::Rural, None)).to_vec()
}

#[test]
fn the_nearest_are_as_worked_out_by_hand() {
    let (block, catalogue) = figures();
    let (candidates, members) = (five(), units(&["1"]));
    let field = Field { candidates: &candidates, members: &members, with: Members::KeptOut };
    let all = [("a", 3.0), ("b", 1.0), ("d", 1.0), ("e", 1.0)];

    let found = nearest(asked(Subject::Unit(unit("1")), &all, 3), field, &block, &catalogue).expect("figures fit");

    // a: mean 3, deviation sqrt(16/5); b of four: mean 6.5, deviation sqrt(11/4). Squared differences from unit 1 in
    // deviations: a is 0, 5, 5, 1.25; b is 64/11, –, 0, 16/11. Weighted means over weights 3 and 1:
    // 2: (0 + 64/11)/4 = 1.4545; 3: 5 by a alone; 4: 15/4 = 3.75; 5: (3.75 + 16/11)/4 = 1.3011.
    let expected = [("5", 1.301_136_363_636_363_6_f64, 1.0), ("2", 16.0 / 11.0, 1.0), ("4", 3.75, 1.0)];
    assert_eq!(codes(&found), expected.map(|(code, _, _)| code));
    for (peer, (code, squared, coverage)) in found.units.iter().zip(expected) {
        assert!((peer.distance.expect("a distance") - squared.sqrt()).abs() < 1e-12, "{code}: {peer:?}");
        assert_eq!(peer.coverage, Some(coverage), "{code}");
    }
    let left_out = [("d".to_owned(), WhyLeftOut::AllEqual), ("e".to_owned(), WhyLeftOut::TooFewKnown)];
    assert_eq!(found.told.left_out, left_out.into());
    let farther = nearest(asked(Subject::Unit(unit("1")), &all[..2], 9), field, &block, &catalogue).expect("figures fit");
    assert_eq!(farther.units[3].lacks, ["b"], "the third lacks it, and says so");
}

#[test]
fn each_indicator_speaks_of_the_newest_year_that_enough_tell() {
    let (_, catalogue) = figures();
    let codes = units(&["1", "2", "3", "4", "5"]);
    let mut block = Block::new([variable("a"), variable("b")], Units::new(codes.clone()), Years { first: 2020, last: 2022 });
    let mut put = |id: &str, year: u16, values: &[(usize, f64)]| {
        for (place, value) in values {
            let cell = Cell { value: Value::Known(*value), notes: Notes::NONE, import: 1 };
            block.put(&variable(id), &codes[*place], year, cell);
        }
    };
    put("a", 2020, &[(0, 1.0), (1, 2.0), (2, 3.0), (3, 4.0), (4, 5.0)]);
    put("a", 2021, &[(0, 1.0), (1, 2.0), (2, 9.0), (3, 4.0), (4, 5.0)]);
    put("a", 2022, &[(0, 1.0), (4, 1.0)]);
    put("b", 2020, &[(0, 1.0), (1, 2.0), (2, 3.0), (3, 4.0), (4, 5.0)]);
    put("b", 2022, &[(1, 2.0), (2, 3.0), (3, 4.0), (4, 5.0)]);
    let candidates = five();
    let field = Field { candidates: &candidates, members: &[codes[0].clone()], with: Members::KeptOut };

    let found =
        nearest(asked(Subject::Unit(unit("1")), &[("a", 1.0), ("b", 1.0)], 4), field, &block, &catalogue).expect("figures");

    // In 2022 only two tell a, and the first does not tell b.
    assert_eq!(found.told.years, [("a".to_owned(), 2021), ("b".to_owned(), 2020)].into());
    assert_eq!(self::codes(&found), ["2", "4", "5", "3"], "the third is far by the figure of 2021");
}

#[test]
fn the_area_is_compared_by_the_figures_of_its_members_together() {
    let (block, catalogue) = figures();
    let (candidates, members) = (five(), units(&["1", "2"]));
    let field = Field { candidates: &candidates, members: &members, with: Members::KeptOut };

    // The sum of a is 2 for the area, so the one with 3 is nearer than those with 5, which are told by code.
    let found = nearest(asked(Subject::Area, &[("a", 1.0)], 3), field, &block, &catalogue).expect("figures fit");

    assert_eq!(codes(&found), ["5", "3", "4"]);
    assert_eq!(found.told.members_kept_out, units(&["1", "2"]));
    let nobody = Field { members: &[], ..field };
    assert_eq!(nearest(asked(Subject::Area, &[("a", 1.0)], 3), nobody, &block, &catalogue), Err(PeersError::NoMembers));
}

#[test]
fn what_cannot_be_measured_is_refused() {
    let (block, catalogue) = figures();
    let candidates = five();
    let field = Field { candidates: &candidates, members: &[], with: Members::KeptOut };
    let cases = [
        ("no such", [("a", 1.0), ("z", 1.0)], "the catalogue has no indicator z"),
        ("unknown to it", [("a", 1.0), ("c", 1.5)], "less than half of the weights is left once c are left out"),
        ("no weight", [("a", 0.0), ("b", 0.0)], "the weights of indicators add up to 0"),
    ];
    for (name, indicators, expected) in cases {
        let refused = nearest(asked(Subject::Unit(unit("1")), &indicators, 3), field, &block, &catalogue);
        let error = refused.expect_err(name).to_string();
        assert!(error.starts_with(expected), "{name}: {error}");
    }
}

proptest! {
    #[test]
    fn neither_the_order_of_candidates_nor_the_unit_of_measure_changes_the_nearest(
        values in proptest::collection::vec((0..40_i32, proptest::option::of(0..40_i32)), 4..14),
        turn in 0..20_usize,
        factor in 1..9_i32,
    ) {
        let codes: Vec<String> = (1..=values.len()).map(|code| code.to_string()).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let found = |by: i32, turn: usize| {
            let a: Vec<Option<f64>> = values.iter().map(|(a, _)| Some(f64::from(by * a))).collect();
            let b: Vec<Option<f64>> = values.iter().map(|(_, b)| b.map(f64::from)).collect();
            let block = block(&codes, 2022, &[("a", &a), ("b", &b)]);
            let mut candidates: Vec<Candidate> =
                codes.iter().map(|code| candidate(code, "91", Kind::Rural, None)).collect();
            candidates.rotate_left(turn % codes.len());
            let field = Field { candidates: &candidates, members: &[], with: Members::KeptOut };
            let asked = asked(Subject::Unit(unit("1")), &[("a", 1.0), ("b", 1.0)], 5);
            let catalogue = catalogue(&[("a", "neutral"), ("b", "neutral")]);
            nearest(asked, field, &block, &catalogue)
        };

        prop_assert_eq!(found(1, 0), found(1, turn));
        if let (Ok(one), Ok(scaled)) = (found(1, 0), found(factor, 0)) {
            let distances = |group: &PeerGroup| group.units.iter().filter_map(|peer| peer.distance).collect::<Vec<f64>>();
            for (one, scaled) in distances(&one).into_iter().zip(distances(&scaled)) {
                prop_assert!((one - scaled).abs() < 1e-9);
            }
        }
    }
}
