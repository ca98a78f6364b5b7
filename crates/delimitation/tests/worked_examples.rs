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
fn intramax_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::Intramax, &[("stop", "areas"), ("areas", "2")]);

    assert_eq!(
        told(&flows, &found),
        [
            "1 fused 3 -> 2 linkage 2.0982 share 0.7851",
            "2 fused 5 -> 4 linkage 1.5754 share 0.8362",
            "3 fused 2 -> 1 linkage 1.2948 share 0.9383",
            "4 fused 6 -> 4 linkage 0.7030 share 0.9532",
        ]
    );
    let tree = found.fusions.iter().map(|fusion| {
        let code = |unit| flows.units().code(unit).as_str();
        format!("{} + {} {:.4} {:.4}", code(fusion.first), code(fusion.second), fusion.strength, fusion.internal_share)
    });
    assert_eq!(
        tree.collect::<Vec<_>>(),
        ["2 + 3 2.0982 0.7851", "4 + 5 1.5754 0.8362", "1 + 2 1.2948 0.9383", "4 + 6 0.7030 0.9532", "1 + 4 0.1887 1.0000",]
    );
}

#[test]
fn self_contained_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::SelfContained, &[("large_size", "1000")]);

    assert_eq!(
        told(&flows, &found),
        [
            "1 fused 2 -> 1 linkage 0.0810 share 0.5700",
            "2 fused 3 -> 1 linkage 0.0525 share 0.5442",
            "3 fused 6 -> 4 linkage 0.0114 share 0.5070",
            "4 fused 5 -> 4 linkage 0.0766 share 0.4700",
        ]
    );
}

#[test]
fn dominant_flow_on_six_municipalities() {
    let flows = samples::two_towns();

    let found = run(&flows, Method::DominantFlow, &[]);
    assert_eq!(
        told(&flows, &found),
        [
            "1 core 1 -> 4 share 1.0000",
            "2 joined 2 -> 1 share 1.0000",
            "3 joined 3 -> 1 share 0.9091",
            "4 joined 4 -> 1 share 1.0000",
            "5 joined 5 -> 4 share 1.0000",
            "6 joined 6 -> 1 share 0.5333",
        ]
    );

    let filtered = run(&flows, Method::DominantFlow, &[("min_flow", "35")]);
    assert_eq!(
        told(&flows, &filtered),
        [
            "1 core 1 -> 4 share 1.0000",
            "2 joined 2 -> 1 share 1.0000",
            "3 joined 3 -> 1 share 0.9091",
            "4 core 4",
            "5 joined 5 -> 4 share 1.0000",
            "6 joined 6 -> 1 share 0.5333",
        ]
    );
}

#[test]
fn criteria_on_six_municipalities() {
    let flows = samples::two_towns();
    let list = "commuters_per_employed >= 0.5 group functional; commuters_per_out_commuter >= 0.6 group functional; \
                jobs_per_employed >= 75% of country group economic";

    let found = run(&flows, Method::Criteria, &[("cores", "1,4"), ("criteria", list), ("min_criteria", "2")]);

    assert_eq!(
        told(&flows, &found),
        [
            "1 core 1 -> 1",
            "2 core 4 -> 4",
            "3 joined 2 -> 1 share 0.6667",
            "4 joined 3 -> 1 share 0.6667",
            "5 joined 5 -> 4 share 0.6667",
            "6 unassigned 6 -> 1 share 0.0000",
        ]
    );
    let judgements = found.judgements.expect("criteria are judged");
    let shown = judgements.units.enumerate().filter_map(|(unit, verdict)| verdict.as_ref().map(|verdict| (unit, verdict)));
    let lines = shown.map(|(unit, verdict)| {
        let results = verdict.results.iter().map(|judged| {
            let figure = |number: Option<f64>| number.map_or_else(|| "?".to_owned(), |number| format!("{number:.4}"));
            format!(" {}/{} {}", figure(judged.value), figure(judged.threshold), judged.passed == Some(true))
        });
        format!("{}:{} | {} {}", flows.units().code(unit), results.collect::<String>(), verdict.passed, verdict.qualifies)
    });
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "2: 0.7000/0.5000 true 1.0000/0.6000 true 0.3500/0.4938 false | 2 true",
            "3: 0.6250/0.5000 true 0.9091/0.6000 true 0.3125/0.4938 false | 2 true",
            "5: 0.6000/0.5000 true 1.0000/0.6000 true 0.4000/0.4938 false | 2 true",
            "6: 0.3333/0.5000 false 0.5333/0.6000 false 0.3750/0.4938 false | 0 false",
        ]
    );
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
