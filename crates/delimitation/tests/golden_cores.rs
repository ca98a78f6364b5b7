//! `criteria`, `dominant_flow` and the population grid of `functional_urban_area` on cases that another program answered.

mod shared_data;

use std::collections::BTreeMap;
use std::path::Path;

use miedza_delimitation::method::criteria::{Judged, Verdict};
use miedza_delimitation::method::functional_urban_area::grid::{Grid, Part};
use miedza_delimitation::method::{self, Action, Indicator, Input, Method, Outcome, Settings};
use miedza_territory::{Flows, UnitVec};
use shared_data::{code, column, flows, golden, number, rows};

/// A column of the table of units; `None` where it is empty.
fn figure(folder: &Path, flows: &Flows, name: &str) -> UnitVec<Option<f64>> {
    let table = folder.join("units.csv");
    let of: BTreeMap<String, String> = column(&table, "unit").into_iter().zip(column(&table, name)).collect();
    let value = |text: &String| (!text.is_empty()).then(|| number(text));
    flows.units().codes().iter().map(|code| of.get(code.as_str()).and_then(value)).collect()
}

fn run(input: &Input<'_>, method: Method, values: &[(&str, &str)]) -> Outcome {
    let mut settings = Settings::new(method);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    method::run(input, &settings).expect("fitting settings")
}

/// A line per unit, in the order of the units.
fn lines(flows: &Flows, line: impl Fn(miedza_territory::UnitIx) -> Vec<String>) -> Vec<Vec<String>> {
    let own = |unit| vec![flows.units().code(unit).to_string()];
    flows.units().indices().map(|unit| [own(unit), line(unit)].concat()).collect()
}

#[test]
fn dominant_flow_gives_the_terminals_of_the_independent_program() {
    let folder = golden("dominant_flow/random_60");
    let flows = flows(&folder.join("flows.csv"));
    let rank = figure(&folder, &flows, "rank");
    let indicators = [Indicator { name: "rank", values: &rank }];
    let input = Input { indicators: &indicators, ..Input::new(&flows) };
    let cases: [(&str, &[(&str, &str)]); 4] = [
        ("plain", &[]),
        ("in_commuters", &[("importance", "in_commuters")]),
        ("filtered", &[("min_flow", "10"), ("min_share", "0.1")]),
        ("ranked", &[("rank", "rank")]),
    ];
    for (case, values) in cases {
        let outcome = run(&input, Method::DominantFlow, values);

        let head = |unit| {
            let area = outcome.partition.area_of(unit);
            vec![area.map_or_else(String::new, |area| flows.units().code(outcome.cores[area][0]).to_string())]
        };
        assert_eq!(lines(&flows, head), rows(&folder.join(format!("heads_{case}.csv"))), "{case}");
    }
}

#[test]
fn the_cities_of_a_grid_are_those_of_the_independent_program() {
    let folder = golden("functional_urban_area/grid_40");
    let flows = flows(&folder.join("flows.csv"));
    let part = |row: &Vec<String>| Part {
        column: row[0].parse().expect("a column"),
        row: row[1].parse().expect("a row"),
        inhabitants: number(&row[2]),
        unit: flows.units().find(&code(&row[3])),
    };
    let grid = Grid::new(rows(&folder.join("grid.csv")).iter().map(part).collect()).expect("inhabitants");

    let outcome = run(&Input { grid: Some(&grid), ..Input::new(&flows) }, Method::FunctionalUrbanArea, &[]);

    let text = |unit| flows.units().code(unit).to_string();
    let city = outcome.log.iter().filter(|step| step.action == Action::Core).map(|step| {
        let share = step.figures.share.expect("it decides");
        vec![text(step.unit), text(step.to.expect("a city")), format!("{share:.6}")]
    });
    let mut found: Vec<Vec<String>> = city.collect();
    found.sort();
    assert_eq!(found, rows(&folder.join("cities.csv")));
}

const CRITERIA: &str = "commuters_per_1000_working_age >= 20 group functional weight 2; \
                        commuters_per_employed >= 5% group functional; \
                        firms >= 90% of region group economic; \
                        dwellings > 50% of country group building; \
                        population <= 4000 mandatory";

#[test]
fn criteria_give_the_verdicts_of_the_independent_program() {
    let folder = golden("criteria/random_60");
    let flows = flows(&folder.join("flows.csv"));
    let [population, working_age, firms, dwellings] =
        ["population", "working_age", "firms", "dwellings"].map(|name| figure(&folder, &flows, name));
    let indicators = [("firms", &firms), ("dwellings", &dwellings)].map(|(name, values)| Indicator { name, values });
    let input =
        Input { population: Some(&population), working_age: Some(&working_age), indicators: &indicators, ..Input::new(&flows) };
    for mean in ["of_units", "by_population"] {
        let asked = [("cores", "008,029+045"), ("criteria", CRITERIA), ("min_criteria", "3"), ("min_groups", "2")];
        let outcome = run(&input, Method::Criteria, &[&asked[..], &[("min_weight", "3"), ("mean", mean)]].concat());

        let label = |unit| {
            let area = outcome.partition.area_of(unit);
            vec![area.map_or_else(String::new, |area| outcome.partition.label(area, flows.units()).to_string())]
        };
        assert_eq!(lines(&flows, label), rows(&folder.join(format!("expected_{mean}.csv"))), "{mean}");
        let judgements = outcome.judgements.as_ref().expect("criteria are judged");
        let table = rows(&folder.join(format!("verdicts_{mean}.csv")));
        assert_eq!(table.len(), judgements.units.iter().flatten().count(), "{mean}");
        for row in table {
            let unit = flows.units().find(&code(&row[0])).expect("a unit");
            let verdict = judgements.units[unit].as_ref().expect("no core");
            assert_eq!(told(verdict), row[1..], "{mean}, unit {}", row[0]);
        }
    }
}

fn told(verdict: &Verdict) -> Vec<String> {
    let word = |judged: &Judged| match judged.passed {
        Some(true) => "passed",
        Some(false) => "failed",
        None => "unknown",
    };
    let words = verdict.results.iter().map(|judged| word(judged).to_owned());
    let figures = [verdict.weight.to_string(), verdict.groups.to_string(), verdict.qualifies.to_string()];
    words.chain(figures).collect()
}
