//! `functional_urban_area` and `threshold` on matrices that can be checked by hand.

use miedza_delimitation::method::cores::{CoreRule, parse_list};
use miedza_delimitation::method::functional_urban_area::grid::{Grid, Part};
use miedza_delimitation::method::threshold::Denominator;
use miedza_delimitation::method::{
    Action, Input, Method, Note, Outcome, Reason, Settings, functional_urban_area, needs_diagonal, threshold,
};
use miedza_territory::{Flows, Neighbours, UnitIx, UnitVec, samples};

fn set(method: Method, values: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::new(method);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    settings
}

fn run(input: &Input<'_>, method: Method, values: &[(&str, &str)]) -> Outcome {
    miedza_delimitation::method::run(input, &set(method, values)).expect("fitting settings")
}

/// Codes of the units of each area, the core units first by mark: `1*,2,3`.
fn areas(flows: &Flows, outcome: &Outcome) -> Vec<String> {
    let code = |unit| flows.units().code(unit).as_str();
    let area = |area| {
        let mark = |unit| if outcome.cores[area].contains(&unit) { "*" } else { "" };
        let members = outcome.partition.members(area).iter();
        members.map(|&unit| format!("{}{}", code(unit), mark(unit))).collect::<Vec<_>>().join(",")
    };
    outcome.partition.areas().map(area).collect()
}

fn neighbours(flows: &Flows, pairs: &[(&str, &str, f64)]) -> Neighbours {
    let find = |text: &str| flows.units().find(&samples::code(text)).expect("a unit of the sample");
    Neighbours::from_pairs(flows.units().len(), pairs.iter().map(|&(a, b, metres)| (find(a), find(b), Some(metres))))
}

#[test]
fn zones_go_to_the_city_with_the_largest_share() {
    let flows = samples::two_towns();

    let found = run(&Input::new(&flows), Method::FunctionalUrbanArea, &[("cores", "1,4")]);

    assert_eq!(areas(&flows, &found), ["1*,2,3,6", "4*,5"]);
    assert_eq!(found.notes, [Note::NeighboursUnknown]);
    let six = found.profile.as_ref().expect("cores make a profile").as_slice()[5].expect("tied to both towns");
    assert!((six.share - 40.0 / 120.0).abs() < 1e-12);
}

#[test]
fn cities_are_found_by_rule_where_none_is_listed() {
    let flows = samples::two_towns();

    let found = run(&Input::new(&flows), Method::FunctionalUrbanArea, &[("core_min_jobs", "500")]);

    assert_eq!(areas(&flows, &found), ["1*,2,3,6", "4*,5"]);
    assert!(found.log.iter().filter(|step| step.action == Action::Core).all(|step| step.reason == Reason::MeetsCoreRule));
}

#[test]
fn a_density_needs_population_and_area() {
    let flows = samples::two_towns();
    let settings = set(Method::FunctionalUrbanArea, &[("core_min_density", "1500"), ("core_min_jobs", "500")]);

    let refusal = miedza_delimitation::method::run(&Input::new(&flows), &settings).expect_err("no figures");
    assert_eq!(refusal.to_string(), "core_min_density needs the population and area of the units, and it is not given");

    let population = UnitVec::new([9000.0, 400.0, 300.0, 800.0, 400.0, 200.0].map(Some).to_vec());
    let area_km2 = UnitVec::filled(6, Some(2.0));
    let input = Input { population: Some(&population), area_km2: Some(&area_km2), ..Input::new(&flows) };
    let found = miedza_delimitation::method::run(&input, &settings).expect("figures are there");
    assert_eq!(areas(&flows, &found), ["1*,2,3,6"]);
}

#[test]
fn cities_are_found_on_a_population_grid_unless_they_are_listed() {
    let flows = samples::two_towns();
    // Unit 1 has two cells of 30,000 side by side; unit 4 has 40,000 in one, below the size; unit 2 has a third of its
    // 15,000 in a cell beside those of unit 1.
    let part = |column, inhabitants, unit| Part { column, row: 7, inhabitants, unit: Some(UnitIx::new(unit)) };
    let cells = [part(1, 30_000.0, 0), part(2, 30_000.0, 0), part(3, 5_000.0, 1), part(5, 10_000.0, 1), part(9, 40_000.0, 3)];
    let grid = Grid::new(cells.to_vec()).expect("inhabitants");
    let input = Input { grid: Some(&grid), ..Input::new(&flows) };
    let expect = |values: &[(&str, &str)], expected: &[&str]| {
        let found = run(&input, Method::FunctionalUrbanArea, values);
        assert_eq!(areas(&flows, &found), expected, "{values:?}");
    };

    expect(&[], &["1*,2,3,6"]);
    expect(&[("grid_population", "40000")], &["1*,2,3,6", "4*,5"]);
    expect(&[("city_share", "0.3")], &["1*,2*,3,6"]);
    expect(&[("cores", "4")], &["4*,5,6"]);
    let settings = set(Method::FunctionalUrbanArea, &[("grid_population", "90000")]);
    let refusal = miedza_delimitation::method::run(&input, &settings).expect_err("no centre").to_string();
    assert!(refusal.starts_with("the grid has 0 urban centres of 90000 inhabitants"), "{refusal}");
}

#[test]
fn a_grid_of_other_units_is_refused() {
    let flows = samples::two_towns();
    let grid = Grid::new(vec![Part { column: 0, row: 0, inhabitants: 1.0, unit: Some(UnitIx::new(6)) }]).expect("inhabitants");

    let settings = Settings::new(Method::FunctionalUrbanArea);
    let refusal = miedza_delimitation::method::run(&Input { grid: Some(&grid), ..Input::new(&flows) }, &settings);

    assert_eq!(refusal.expect_err("7 units").to_string(), "the population grid has 7 entries for 6 units");
    let negative = Grid::new(vec![Part { column: 0, row: 0, inhabitants: -1.0, unit: None }]).expect_err("below 0");
    assert_eq!(negative.to_string(), "grid is -1, and it must be 0 inhabitants or more in each cell");
}

#[test]
fn dense_units_that_touch_are_one_core_if_they_reach_the_size_together() {
    let flows = samples::two_towns();
    // 1 and 2 touch and have 1,600 and 1,500 inhabitants to the square kilometre, 3 has 1,499; 4 is dense, small and alone.
    let population = UnitVec::new([32_000.0, 18_000.0, 14_990.0, 20_000.0, 400.0, 200.0].map(Some).to_vec());
    let area_km2 = UnitVec::new([20.0, 12.0, 10.0, 10.0, 4.0, 4.0].map(Some).to_vec());
    let touching = neighbours(&flows, &[("1", "2", 5.0), ("2", "3", 5.0), ("3", "4", 5.0), ("4", "5", 5.0), ("5", "6", 5.0)]);
    let bare = Input { population: Some(&population), area_km2: Some(&area_km2), ..Input::new(&flows) };
    let input = Input { neighbours: Some(&touching), ..bare };
    let rule =
        [("core_min_density", "1500"), ("core_min_population", "50000"), ("core_min_jobs", "0"), ("core_min_job_ratio", "0")];
    let joined = [&rule[..], &[("core_clusters", "true")]].concat();

    let found = run(&input, Method::FunctionalUrbanArea, &joined);
    let cores: Vec<String> = areas(&flows, &found).into_iter().filter(|area| area.contains('*')).collect();
    assert_eq!(cores, ["1*,2*,3"], "6 does not touch the area and is dropped");

    let refused = |input: &Input<'_>, values: &[(&str, &str)]| {
        let settings = set(Method::FunctionalUrbanArea, values);
        miedza_delimitation::method::run(input, &settings).expect_err("refused").to_string()
    };
    assert!(refused(&input, &rule).starts_with("no unit has at least"), "one by one none reaches 50,000");
    assert_eq!(refused(&bare, &joined), "core_clusters needs the neighbours of the units, and it is not given");
    let everywhere = refused(&input, &[("core_clusters", "true")]);
    assert_eq!(everywhere, "core_min_density is 0, and it must be above 0 where core_clusters is true");
}

#[test]
fn the_rule_of_canada_asks_for_half_or_a_quarter_the_other_way_and_for_a_hundred() {
    // Of 1,000 residents of 2 500 work in the core; of 400 jobs in 3 100 are held from there; in 4 half go, but only 99.
    let flows = samples::flows(&[
        ("1", "1", 5000.0),
        ("2", "1", 500.0),
        ("2", "2", 500.0),
        ("1", "3", 100.0),
        ("3", "3", 300.0),
        ("4", "1", 99.0),
        ("4", "4", 99.0),
        ("5", "1", 499.0),
        ("5", "5", 501.0),
    ]);

    let found = run(&Input::new(&flows), Method::Threshold, &[("cores", "1"), ("preset", "cma_canada")]);
    assert_eq!(areas(&flows, &found), ["1*,2,3"]);

    let fewer = run(&Input::new(&flows), Method::Threshold, &[("preset", "cma_canada"), ("cores", "1"), ("min_commuters", "99")]);
    assert_eq!(areas(&flows, &fewer), ["1*,2,3,4"]);
}

#[test]
fn tied_cities_are_one_once_or_until_nothing_changes() {
    // 3 sends a fifth of its residents to 2; 1 and 2 are tied; 4 sends a tenth to each of 1 and 2.
    let flows = samples::flows(&[
        ("1", "1", 80.0),
        ("1", "2", 20.0),
        ("2", "2", 100.0),
        ("4", "4", 80.0),
        ("4", "1", 10.0),
        ("4", "2", 10.0),
    ]);

    let once = run(&Input::new(&flows), Method::FunctionalUrbanArea, &[("cores", "1,2,4")]);
    assert_eq!(areas(&flows, &once), ["1*,2*", "4*"]);

    let iterated = run(&Input::new(&flows), Method::FunctionalUrbanArea, &[("cores", "1,2,4"), ("merge_iterated", "true")]);
    assert_eq!(areas(&flows, &iterated), ["1*,2*,4*"]);
}

#[test]
fn exclaves_are_dropped_and_enclaves_added() {
    // 2 and 4 work in 1; 3 does not, and lies between 1, 2 and 5; 4 touches only 5.
    let flows = samples::flows(&[
        ("1", "1", 90.0),
        ("2", "1", 50.0),
        ("2", "2", 50.0),
        ("3", "3", 99.0),
        ("3", "1", 1.0),
        ("4", "1", 30.0),
        ("4", "4", 70.0),
        ("5", "5", 40.0),
    ]);
    let touching = neighbours(&flows, &[("1", "2", 5.0), ("1", "3", 4.0), ("2", "3", 5.0), ("3", "5", 1.0), ("4", "5", 9.0)]);
    let input = Input { neighbours: Some(&touching), ..Input::new(&flows) };

    let whole_border = run(&input, Method::FunctionalUrbanArea, &[("cores", "1")]);
    assert_eq!(areas(&flows, &whole_border), ["1*,2"]);

    let most_of_it = run(&input, Method::FunctionalUrbanArea, &[("cores", "1"), ("enclave_border_share", "0.9")]);
    assert_eq!(areas(&flows, &most_of_it), ["1*,2,3"]);
    let last = most_of_it.log.last().expect("the enclave came last");
    assert_eq!((last.action, last.figures.share), (Action::AddedEnclave, Some(0.9)));

    let neither = run(&input, Method::FunctionalUrbanArea, &[("cores", "1"), ("enclaves", "false"), ("exclaves", "false")]);
    assert_eq!(areas(&flows, &neither), ["1*,2,4"]);
}

#[test]
fn a_coast_counts_as_border() {
    let flows = samples::flows(&[("1", "1", 90.0), ("2", "2", 50.0), ("3", "3", 50.0)]);
    let touching = neighbours(&flows, &[("1", "2", 5.0), ("1", "3", 5.0)]);
    let coast = touching.with_outer_border(UnitVec::new(vec![0.0, 0.0, 7.0]));
    let input = Input { neighbours: Some(&coast), ..Input::new(&flows) };

    let found = run(&input, Method::FunctionalUrbanArea, &[("cores", "1")]);

    assert_eq!(areas(&flows, &found), ["1*,2"]);
}

#[test]
fn shares_of_each_denominator_are_as_worked_out_by_hand() {
    let flows = samples::two_towns();
    let working_age = UnitVec::new([1500.0, 400.0, 250.0, 1200.0, 500.0, 200.0].map(Some).to_vec());
    let input = Input { working_age: Some(&working_age), ..Input::new(&flows) };
    let cases = [
        ("employed_residents", [140.0 / 200.0, 100.0 / 160.0, 120.0 / 200.0, 40.0 / 120.0]),
        ("out_commuters", [1.0, 100.0 / 110.0, 1.0, 40.0 / 75.0]),
        ("interchange", [140.0 / 200.0, 100.0 / 160.0, 120.0 / 200.0, 40.0 / 120.0]),
        ("working_age", [140.0 / 400.0, 100.0 / 250.0, 120.0 / 500.0, 40.0 / 200.0]),
    ];
    for (denominator, expected) in cases {
        let found = run(&input, Method::Threshold, &[("cores", "1,4"), ("denominator", denominator)]);
        let profile = found.profile.expect("cores make a profile");
        let shares = [1, 2, 4, 5].map(|position: usize| profile.as_slice()[position].expect("tied").share);
        for (share, expected) in shares.into_iter().zip(expected) {
            assert!((share - expected).abs() < 1e-12, "{denominator}: {share}, not {expected}");
        }
    }
}

#[test]
fn the_reverse_share_is_enough_if_enough_persons_make_it() {
    // 2 sends few to 1 but a third of its jobs are held from there.
    let flows = samples::flows(&[("1", "1", 900.0), ("1", "2", 50.0), ("2", "2", 100.0), ("2", "1", 5.0)]);
    let values = [("cores", "1"), ("denominator", "two_sided"), ("share", "0.5")];

    let found = run(&Input::new(&flows), Method::Threshold, &values);
    assert_eq!(areas(&flows, &found), ["1*,2"]);
    assert_eq!(found.log.last().expect("2 joined").reason, Reason::ReverseShareReached);

    let more = [&values[..], &[("min_commuters", "51")]].concat();
    assert_eq!(areas(&flows, &run(&Input::new(&flows), Method::Threshold, &more)), ["1*"]);
}

#[test]
fn with_cascading_the_ring_draws_a_further_ring() {
    let flows = samples::flows(&[
        ("1", "1", 90.0),
        ("2", "1", 30.0),
        ("2", "2", 70.0),
        ("3", "2", 30.0),
        ("3", "3", 70.0),
        ("4", "4", 10.0),
    ]);

    let one_step = run(&Input::new(&flows), Method::Threshold, &[("cores", "1")]);
    assert_eq!(areas(&flows, &one_step), ["1*,2"]);
    assert_eq!(one_step.unassigned.len(), 2);

    let cascading = run(&Input::new(&flows), Method::Threshold, &[("cores", "1"), ("cascading", "true")]);
    assert_eq!(areas(&flows, &cascading), ["1*,2,3"]);
    assert_eq!(cascading.profile.expect("cores make a profile").as_slice()[2], None, "the profile is of the core itself");
}

#[test]
fn equal_shares_go_to_the_larger_flow_then_to_the_smaller_core() {
    let flows = samples::flows(&[("1", "1", 90.0), ("2", "2", 90.0), ("3", "1", 20.0), ("3", "2", 20.0), ("3", "3", 60.0)]);

    let found = run(&Input::new(&flows), Method::Threshold, &[("cores", "2,1")]);

    assert_eq!(areas(&flows, &found), ["1*,3", "2*"]);
}

#[test]
fn flows_without_a_diagonal_work_with_out_commuters() {
    let all = samples::two_towns();
    let rows = all.iter().filter(|flow| flow.from != flow.to).collect();
    let flows = Flows::new(all.units().clone(), rows).expect("the same pairs");
    let values = [("denominator", "out_commuters"), ("core_min_jobs", "100")];

    let found = run(&Input::new(&flows), Method::Threshold, &values);

    assert_eq!(areas(&flows, &found), ["1*,2,3,6", "4*,5"]);
    assert!(!needs_diagonal(&set(Method::Threshold, &values)));
    assert!(needs_diagonal(&Settings::new(Method::Threshold)));
    assert!(needs_diagonal(&Settings::new(Method::TravelToWork)));
}

#[test]
fn wrong_cores_are_refused_by_name() {
    let flows = samples::two_towns();
    let refused = |cores: &str| {
        let parameters = threshold::Parameters { cores: parse_list(cores).expect("codes"), ..Default::default() };
        threshold::run(&Input::new(&flows), &parameters).expect_err(cores).to_string()
    };

    assert_eq!(refused("1,9"), "cores names unit 9, which the flows do not hold");
    assert_eq!(refused("1,2+1"), "cores names unit 1 twice");
    let parameters = functional_urban_area::Parameters {
        core_rule: CoreRule { min_jobs: 5000.0, ..CoreRule::default() },
        ..Default::default()
    };
    assert_eq!(
        functional_urban_area::run(&Input::new(&flows), &parameters).expect_err("too many").to_string(),
        "no unit has at least 5000 jobs and 1 jobs for each employed resident, so there is no core"
    );
    assert!(Denominator::default() == Denominator::EmployedResidents);
}
