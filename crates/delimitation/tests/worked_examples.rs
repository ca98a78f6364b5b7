//! The worked examples of the method pages: the figures there are those that the program gives.

use miedza_delimitation::method::{Input, Method, Outcome, Settings, map_equation, travel_to_work, travel_to_work::validity};
use miedza_delimitation::quality;
use miedza_territory::{Flows, Partition, samples};

fn run(flows: &Flows, method: Method, values: &[(&str, &str)]) -> Outcome {
    let mut settings = Settings::new(method);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    miedza_delimitation::method::run(&Input::new(flows), &settings).expect("fitting settings")
}

/// The log as lines, as the pages show it: `1 merged 2 -> 1 linkage 0.0810 …`.
fn told(flows: &Flows, outcome: &Outcome) -> Vec<String> {
    let code = |unit| flows.units().code(unit).as_str();
    let line = outcome.log.iter().map(|step| {
        let target = step.to.map(|unit| format!(" -> {}", code(unit))).unwrap_or_default();
        let figure = |name: &str, value: Option<f64>| value.map(|value| format!(" {name} {value:.4}")).unwrap_or_default();
        let figures = [
            figure("linkage", step.figures.linkage),
            figure("share", step.figures.share),
            figure("before", step.figures.validity_before),
            figure("after", step.figures.validity_after),
        ];
        format!("{} {} {}{target}{}", step.number, step.action.key(), code(step.unit), figures.concat())
    });
    line.collect()
}

#[test]
fn travel_to_work_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::TravelToWork, &[("min_size", "100"), ("target_size", "500")]);

    assert_eq!(
        told(&flows, &found),
        [
            "1 merged 2 -> 1 linkage 0.0810 before 1.1156 after 1.1249",
            "2 merged 3 -> 1 linkage 0.0591 before 1.1249 after 1.1249",
            "3 merged 6 -> 4 linkage 0.0114 before 1.1249 after 1.1249",
            "4 merged 5 -> 4 linkage 0.0766 before 1.1249 after 1.1249",
        ]
    );
    let parameters = travel_to_work::Parameters { min_size: 100.0, target_size: 500.0, ..travel_to_work::Parameters::default() };
    let standard = validity::Standard::new(&parameters);
    let alone = flows.units().indices().map(|unit| {
        let (residents, jobs, internal) = (flows.residents(unit), flows.jobs(unit), flows.internal(unit));
        format!("{residents} {jobs} {:.4}", standard.of(validity::Totals { residents, jobs, internal }))
    });
    let page = ["940 1210 1.1156", "200 70 0.4125", "160 50 0.4245", "730 895 1.1249", "200 80 0.5500", "120 45 0.5031"];
    assert_eq!(alone.collect::<Vec<_>>(), page);

    let areas = quality::areas(&flows, &found.partition, None, Some(&standard)).expect("same units");
    let shown = areas.iter().map(|area| {
        let validity::Totals { residents, jobs, internal } = area.totals;
        let supply = area.supply_self_containment.expect("residents");
        let demand = area.demand_self_containment.expect("jobs");
        format!("{residents} {jobs} {internal} {supply:.3} {demand:.3}")
    });
    assert_eq!(shown.collect::<Vec<_>>(), ["1300 1330 1260 0.969 0.947", "1050 1020 980 0.933 0.961"]);
    let whole = quality::partition(&flows, &areas);
    assert_eq!(format!("{:.3} {:.3}", whole.inside_share.expect("flows"), whole.modularity.expect("flows")), "0.953 0.446");

    let edges = quality::edge_units(&flows, &found.partition, 0.9);
    assert_eq!(edges.len(), 1);
    assert_eq!(flows.units().code(edges[0].unit).as_str(), "6");
    assert_eq!(
        format!("{:.4} {:.4} {:.2}", edges[0].own_linkage, edges[0].other_linkage, edges[0].ratio.expect("linked")),
        "0.0105 0.0100 0.96"
    );
}

#[test]
fn functional_urban_area_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::FunctionalUrbanArea, &[("cores", "1,4")]);

    assert_eq!(
        told(&flows, &found),
        [
            "1 core 1 -> 1",
            "2 core 4 -> 4",
            "3 joined 2 -> 1 share 0.7000",
            "4 joined 3 -> 1 share 0.6250",
            "5 joined 5 -> 4 share 0.6000",
            "6 joined 6 -> 1 share 0.3333",
        ]
    );
}

#[test]
fn threshold_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::Threshold, &[("core_min_jobs", "500"), ("share", "0.5")]);
    assert_eq!(
        told(&flows, &found),
        [
            "1 core 1 -> 1",
            "2 core 4 -> 4",
            "3 joined 2 -> 1 share 0.7000",
            "4 joined 3 -> 1 share 0.6250",
            "5 joined 5 -> 4 share 0.6000",
            "6 unassigned 6 -> 1 share 0.3333",
        ]
    );

    let of_commuters = run(&flows, Method::Threshold, &[("cores", "1,4"), ("share", "0.5"), ("denominator", "out_commuters")]);
    assert_eq!(told(&flows, &of_commuters)[5], "6 joined 6 -> 1 share 0.5333");
}

#[test]
fn leiden_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::Leiden, &[]);
    assert_eq!(
        told(&flows, &found),
        [
            "1 grouped 1 -> 1 share 0.4000",
            "2 grouped 2 -> 1 share 0.9333",
            "3 grouped 3 -> 3 share 0.0000",
            "4 grouped 4 -> 4 share 0.5333",
            "5 grouped 5 -> 4 share 1.0000",
            "6 grouped 6 -> 6 share 0.0000",
        ]
    );
    assert_eq!(format!("{:.4}", found.quality.expect("searched").value), "0.4606");

    let coarse = run(&flows, Method::Leiden, &[("resolution", "0.5")]);
    assert_eq!(
        told(&flows, &coarse),
        [
            "1 grouped 1 -> 1 share 0.6857",
            "2 grouped 2 -> 1 share 1.0000",
            "3 grouped 3 -> 1 share 1.0000",
            "4 grouped 4 -> 4 share 0.6889",
            "5 grouped 5 -> 4 share 1.0000",
            "6 grouped 6 -> 4 share 0.4667",
        ]
    );
    assert_eq!(format!("{:.4}", coarse.quality.expect("searched").value), "0.6997");
    let runner_up = coarse.log[5].figures.runner_up.map(|unit| flows.units().code(unit).as_str());
    assert_eq!((runner_up, coarse.log[5].figures.runner_up_share), (Some("1"), Some(40.0 / 75.0)));
}

#[test]
fn map_equation_on_six_municipalities() {
    let flows = samples::two_towns();
    let areas = |found: &Outcome| -> Vec<String> {
        let codes = |area| found.partition.members(area).iter().map(|&unit| flows.units().code(unit).as_str()).collect();
        found.partition.areas().map(codes).collect()
    };
    let bits = |found: &Outcome| format!("{:.4}", found.quality.expect("searched").value);

    let away = run(&flows, Method::MapEquation, &[]);
    assert_eq!((areas(&away), bits(&away)), (vec!["123456".to_owned()], "2.3946".to_owned()));

    let with_self = run(&flows, Method::MapEquation, &[("self_flows", "true")]);
    assert_eq!(areas(&with_self), ["123", "45", "6"]);
    assert_eq!(bits(&with_self), "1.4417");

    let towns = Partition::from_labels([1, 1, 1, 4, 4, 4].map(Some));
    let parameters = map_equation::Parameters::default();
    let of_towns = map_equation::code_length(&Input::new(&flows), &towns, &parameters).expect("fits");
    assert_eq!(format!("{of_towns:.4}"), "2.4431");
}
