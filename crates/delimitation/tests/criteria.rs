//! `criteria` and `dominant_flow` on matrices that can be checked by hand.

use geo_types::Point;
use miedza_delimitation::Error;
use miedza_delimitation::method::criteria::{Judged, Parameters, Verdict, read, run};
use miedza_delimitation::method::{Indicator, Input, Method, Note, Outcome, Reason, Settings, dominant_flow};
use miedza_territory::{Flows, Neighbours, UnitIx, UnitVec, samples};

/// Two regions, `1` and `2` by the first digit of the code; 11 and 21 are towns.
fn country() -> Flows {
    samples::flows(&[
        ("11", "11", 900.0),
        ("12", "12", 50.0),
        ("12", "11", 50.0),
        ("13", "13", 90.0),
        ("13", "11", 10.0),
        ("21", "21", 500.0),
        ("22", "22", 70.0),
        ("22", "21", 20.0),
        ("22", "11", 10.0),
        ("23", "23", 100.0),
    ])
}

fn parameters(criteria: &str) -> Parameters {
    let cores = vec![vec![samples::code("11")], vec![samples::code("21")]];
    Parameters { cores, criteria: read(criteria).expect("a list"), region_digits: 1, ..Parameters::default() }
}

fn members(flows: &Flows, outcome: &Outcome) -> Vec<String> {
    let codes = |area| {
        let units = outcome.partition.members(area).iter();
        units.map(|&unit| flows.units().code(unit).as_str()).collect::<Vec<_>>().join(",")
    };
    outcome.partition.areas().map(codes).collect()
}

fn verdict<'a>(flows: &Flows, outcome: &'a Outcome, code: &str) -> &'a Verdict {
    let unit = flows.units().find(&samples::code(code)).expect("a unit");
    outcome.judgements.as_ref().expect("criteria are judged").units[unit].as_ref().expect("no core")
}

#[test]
fn a_threshold_may_be_a_part_of_the_mean_of_region_or_country() {
    let flows = country();
    let firms = UnitVec::new(vec![Some(100.0), Some(40.0), Some(10.0), Some(20.0), Some(10.0), None]);
    let indicators = [Indicator { name: "firms", values: &firms }];
    let input = Input { indicators: &indicators, ..Input::new(&flows) };
    // Means: region 1 (100 + 40 + 10) / 3 = 50, region 2 (20 + 10) / 2 = 15, country 180 / 5 = 36.
    let cases = [
        ("firms >= 60% of region", "12", (40.0, 30.0)),
        ("firms >= 60% of region", "22", (10.0, 9.0)),
        ("firms >= 0.5 of country", "13", (10.0, 18.0)),
        ("firms <= 10", "13", (10.0, 10.0)),
    ];
    for (list, unit, (value, threshold)) in cases {
        let outcome = run(&input, &parameters(list)).expect("figures are there");
        let judged = verdict(&flows, &outcome, unit).results[0];
        assert_eq!((judged.value, judged.threshold), (Some(value), Some(threshold)), "{list} {unit}");
    }

    let population = UnitVec::new([400.0, 100.0, 500.0, 1.0, 1.0, 1.0].map(Some).to_vec());
    let input = Input { population: Some(&population), ..input };
    let weighted =
        Parameters { mean: miedza_delimitation::method::criteria::Mean::ByPopulation, ..parameters("firms >= 1 of region") };
    let outcome = run(&input, &weighted).expect("figures are there");
    // (400 · 100 + 100 · 40 + 500 · 10) / 1000 = 49
    assert_eq!(verdict(&flows, &outcome, "12").results[0].threshold, Some(49.0));
}

#[test]
fn a_missing_figure_is_never_passed_and_is_told() {
    let flows = country();
    let debt = UnitVec::new(vec![Some(1.0), Some(2.0), Some(3.0), Some(4.0), None, Some(9.0)]);
    let indicators = [Indicator { name: "debt", values: &debt }];
    let input = Input { indicators: &indicators, ..Input::new(&flows) };

    let outcome = run(&input, &parameters("debt < 5; commuters_to_core >= 10")).expect("figures are there");

    let unknown = Judged { value: None, threshold: Some(5.0), passed: None, margin: None };
    let found = verdict(&flows, &outcome, "22");
    assert_eq!((found.results[0], found.passed, found.qualifies), (unknown, 1, false));
    assert!(outcome.notes.contains(&Note::CriteriaUnknown { units: 1 }), "{:?}", outcome.notes);
    assert_eq!(members(&flows, &outcome), ["11,12,13", "21"]);
    assert_eq!(outcome.log.last().expect("23 came last").reason, Reason::CriteriaNotMet);
}

#[test]
fn a_figure_that_no_unit_has_is_refused_and_each_known_name_is_said_once() {
    let flows = country();
    let nowhere = UnitVec::filled(flows.units().len(), None);
    let population = UnitVec::filled(flows.units().len(), Some(1.0));
    let indicators = [Indicator { name: "population", values: &population }];
    let input = Input { indicators: &indicators, seats: Some(&nowhere), ..Input::new(&flows) };

    let refused = run(&input, &parameters("distance_to_core_km <= 30")).expect_err("no seats are known");
    let unknown = run(&input, &parameters("debt < 5")).expect_err("no such figure").to_string();

    assert_eq!(refused, Error::NeedsFigures { parameter: "criteria", figures: "the seats" });
    assert_eq!(unknown.matches("population").count(), 1, "{unknown}");
}

#[test]
fn what_is_enough_is_a_count_a_number_of_groups_a_weight_or_all() {
    let flows = country();
    let list = "commuters_to_core >= 50 group ties weight 3; commuters_per_employed >= 10% group ties; jobs >= 90 group work";
    // 12 passes 2 of 3, its one group, weight 4; 13 passes 2 in both groups, weight 2; 22 passes 1, weight 1.
    let cases = [
        ("all of them", Parameters::default(), vec!["11", "21"]),
        ("two", Parameters { min_criteria: 2, ..Parameters::default() }, vec!["11,12,13", "21"]),
        ("two groups", Parameters { min_groups: 2, ..Parameters::default() }, vec!["11,13", "21"]),
        ("two of a group", Parameters { min_groups: 1, group_criteria: 2, ..Parameters::default() }, vec!["11,12", "21"]),
        ("a weight", Parameters { min_weight: 3.0, ..Parameters::default() }, vec!["11,12", "21"]),
        ("one", Parameters { min_criteria: 1, ..Parameters::default() }, vec!["11,12,13", "21,22"]),
    ];
    for (name, enough, expected) in cases {
        let Parameters { cores, criteria, .. } = parameters(list);
        let outcome = run(&Input::new(&flows), &Parameters { cores, criteria, ..enough }).expect(name);
        assert_eq!(members(&flows, &outcome), expected, "{name}");
    }
    let mandatory = format!("{list} mandatory");
    let outcome = run(&Input::new(&flows), &Parameters { min_criteria: 2, ..parameters(&mandatory) }).expect("a list");
    assert_eq!(members(&flows, &outcome), ["11,13", "21"], "jobs are mandatory");
}

#[test]
fn a_unit_that_qualifies_but_does_not_touch_its_area_is_dropped() {
    let flows = country();
    let at = UnitIx::new;
    let neighbours = Neighbours::from_pairs(6, [(at(0), at(1), None), (at(2), at(5), None), (at(3), at(4), None)]);
    let input = Input { neighbours: Some(&neighbours), ..Input::new(&flows) };

    let outcome = run(&input, &parameters("commuters_to_core >= 10")).expect("a list");
    assert_eq!(members(&flows, &outcome), ["11,12", "21,22"]);
    assert!(verdict(&flows, &outcome, "13").qualifies, "it met the criteria all the same");

    let apart = Parameters { exclaves: false, ..parameters("commuters_to_core >= 10") };
    assert_eq!(members(&flows, &run(&input, &apart).expect("a list")), ["11,12,13", "21,22"]);
}

#[test]
fn the_nearest_core_judges_where_it_is_asked_for() {
    let flows = country();
    let seats = [(18.0, 52.0), (18.1, 52.0), (19.9, 52.0), (20.0, 52.0), (20.1, 52.0), (18.2, 52.0)];
    let seats: UnitVec<_> = seats.iter().map(|&(east, north)| Some(Point::new(east, north))).collect();
    let input = Input { seats: Some(&seats), ..Input::new(&flows) };
    let nearest = Parameters { nearest_core: true, ..parameters("distance_to_core_km <= 14") };

    let outcome = run(&input, &nearest).expect("seats are there");

    assert_eq!(members(&flows, &outcome), ["11,12,23", "13,21,22"]);
    let refused = run(&Input::new(&flows), &nearest).expect_err("no seats").to_string();
    assert_eq!(refused, "core_choice needs the seats of the units, and it is not given");
}

#[test]
fn what_cannot_be_judged_is_refused_by_name() {
    let flows = country();
    let refused = |parameters: Parameters| run(&Input::new(&flows), &parameters).expect_err("refused").to_string();

    assert_eq!(refused(parameters("")), "criteria is empty, and nothing can be judged without a list of criteria");
    assert!(refused(parameters("firms > 1")).starts_with("there is no figure firms; known are commuters_to_core, "));
    assert_eq!(refused(parameters("density > 1")), "criteria needs the population and area of the units, and it is not given");
    let three = Parameters { min_criteria: 3, ..parameters("jobs > 1; jobs < 9") };
    assert_eq!(refused(three), "min_criteria asks for 3, and the list has 2");
    let mut settings = Settings::new(Method::Criteria);
    let told = settings.set("criteria", "jobs > 1; jobs < many").expect_err("no number").to_string();
    assert_eq!(told, "criteria: criterion 2, \"jobs < many\": \"many\" is no number such as 50, 0.5 or 75%");
}

fn dominant(input: &Input<'_>, parameters: &dominant_flow::Parameters) -> Vec<String> {
    members(input.flows, &dominant_flow::run(input, parameters).expect("ranks are there"))
}

#[test]
fn chains_of_dominant_flows_end_at_a_terminal() {
    // 4 goes to 3, 3 to 2, 2 to 1; 1 sends most to the less important 5; 6 and 7 exchange equally, and 6 is smaller.
    let flows = samples::flows(&[
        ("1", "1", 500.0),
        ("1", "5", 30.0),
        ("2", "2", 100.0),
        ("2", "1", 60.0),
        ("3", "3", 50.0),
        ("3", "2", 40.0),
        ("3", "1", 10.0),
        ("4", "3", 5.0),
        ("4", "4", 5.0),
        ("5", "5", 10.0),
        ("6", "7", 8.0),
        ("7", "6", 8.0),
        ("8", "8", 0.0),
    ]);
    let input = Input::new(&flows);
    let usual = dominant_flow::Parameters::default();

    assert_eq!(dominant(&input, &usual), ["1,2,3,4", "5", "6,7"]);
    let large = dominant_flow::Parameters { min_flow: 10.0, ..usual.clone() };
    assert_eq!(dominant(&input, &large), ["1,2,3", "4", "5", "6", "7"]);
    let clear = dominant_flow::Parameters { min_share: 0.9, ..usual };
    assert_eq!(dominant(&input, &clear), ["1,2", "3,4", "5", "6,7"]);
}

#[test]
fn with_ranks_only_flows_to_a_higher_rank_count() {
    let flows = samples::flows(&[("1", "1", 500.0), ("2", "2", 90.0), ("3", "3", 50.0), ("3", "2", 40.0), ("3", "1", 10.0)]);
    let rank = UnitVec::new(vec![Some(3.0), Some(1.0), Some(1.0)]);
    let indicators = [Indicator { name: "rank", values: &rank }];
    let input = Input { indicators: &indicators, ..Input::new(&flows) };

    assert_eq!(dominant(&input, &dominant_flow::Parameters::default()), ["1", "2,3"]);
    let ranked = dominant_flow::Parameters { rank: "rank".to_owned(), ..Default::default() };
    assert_eq!(dominant(&input, &ranked), ["1,3", "2"]);
    let unknown = dominant_flow::Parameters { rank: "level".to_owned(), ..Default::default() };
    let refused = dominant_flow::run(&input, &unknown).expect_err("no such figure").to_string();
    assert_eq!(refused, "there is no figure level; known are rank");
}
