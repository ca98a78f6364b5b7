//! Certainty on the worked example of its page, and on the Polish matrix of 2016.

mod shared_data;

use std::path::Path;

use miedza_delimitation::certainty::sweep::{Axis, sweep};
use miedza_delimitation::certainty::{Consensus, Draw, Parameters, Staying, Watch, run};
use miedza_delimitation::diagonal::{Basis, Diagonal, Share};
use miedza_delimitation::method::{self, Input, Method, Settings};
use miedza_territory::{AreaIx, Flow, Flows, Observations, UnitIx, Units, Value, samples};
use shared_data::{code, number, rows};

fn settings(values: &[(&str, &str)]) -> Settings {
    let mut settings = Settings::new(Method::TravelToWork);
    for (name, value) in values {
        settings.set(name, value).expect("a fitting value");
    }
    settings
}

#[test]
fn certainty_of_six_municipalities() {
    let flows = samples::two_towns();
    let settings = settings(&[("min_size", "100"), ("target_size", "500")]);
    let label = |area: AreaIx, of: &miedza_territory::Partition| of.label(area, flows.units()).as_str().to_owned();
    let rows = |draw| {
        let found = run(&Input::new(&flows), &settings, &Parameters { draw, ..Parameters::default() }).expect("fits");
        let row = found.units.enumerate().map(|(unit, certainty)| {
            let second = certainty.second.map(|(area, share)| format!(" {} {share:.3}", label(area, &found.base)));
            let mark = if certainty.is_edge { " edge" } else { "" };
            let area = certainty.area.map(|area| label(area, &found.base)).expect("all are in an area");
            format!("{} {area} {:.3}{}{mark}", flows.units().code(unit), certainty.certainty, second.unwrap_or_default())
        });
        (row.collect::<Vec<_>>(), found)
    };

    let (poisson, found) = rows(Draw::Poisson);
    let (multinomial, _) = rows(Draw::Multinomial);

    // By hand 6 stays with 4 in about 61 of 100 draws, see the page; the standard error of 1,000 is 0.016.
    assert_eq!(poisson, ["1 1 1.000", "2 1 1.000", "3 1 1.000", "4 4 1.000", "5 4 1.000", "6 4 0.592 1 0.408 edge"]);
    assert_eq!(multinomial, ["1 1 1.000", "2 1 1.000", "3 1 1.000", "4 4 1.000", "5 4 1.000", "6 4 0.586 1 0.414 edge"]);
    let areas = found.areas.iter().map(|area| {
        let residents = area.certain_residents.expect("residents");
        format!("{} {:.3} {:.3} {}", flows.units().code(area.seat), area.mean_certainty, residents, area.found_again)
    });
    // Of the second area 930 of 1050 employed residents live in 4 and 5.
    assert_eq!(areas.collect::<Vec<_>>(), ["1 1.000 1.000 1000", "4 0.864 0.886 1000"]);
    assert_eq!(found.consensus, found.base);
}

#[test]
fn a_sweep_of_six_municipalities() {
    let flows = samples::two_towns();
    let settings = settings(&[("min_size", "100"), ("target_size", "500")]);
    let delimit = |settings: &Settings| method::run(&Input::new(&flows), settings).map(|outcome| outcome.partition);
    let base = delimit(&settings).expect("fits");
    let axis = Axis::parse(&settings, "target_size", "500:2500:500").expect("a range");

    let found = sweep(&flows, &base, (&settings, vec![axis]), &delimit, &Watch::nobody()).expect("fits").expect("not stopped");

    let rows = found.cells.iter().map(|cell| {
        let made = cell.made.as_ref().expect("sizes above min_size");
        format!("{} {} {:.3} {:?}", cell.values[0], made.labels.areas(), made.inside_share.expect("flows"), cell.plateau)
    });
    let expected = ["500", "1000", "1500", "2000", "2500"].map(|size| format!("{size} 2 0.953 Some(1)"));
    assert_eq!(rows.collect::<Vec<_>>(), expected);
    assert_eq!(found.same_seat.as_slice(), [5; 6]);
}

/// The Polish matrix of 2016 with the diagonal that 27 % of the population leave, and what is known of that diagonal.
fn poland(data: &Path) -> (Flows, miedza_territory::UnitVec<Staying>) {
    let table = rows(&data.join("pl-commuting-2016/flows.csv.gz"));
    let units = Units::new(table.iter().flat_map(|row| [code(&row[0]), code(&row[1])]).collect());
    let find = |text: &str| -> UnitIx { units.find(&code(text)).expect("listed") };
    let flow = |row: &Vec<String>| Flow { from: find(&row[0]), to: find(&row[1]), persons: number(&row[2]) };
    let commuters: Vec<Flow> = table.iter().map(flow).filter(|flow| flow.from != flow.to).collect();
    let commuters = Flows::new(units.clone(), commuters).expect("a matrix");
    let mut population = Observations::new();
    for row in rows(&data.join("pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz")) {
        if let Some(unit) = row[0].get(..6).filter(|_| row[0].ends_with(['1', '2', '3'])) {
            population.insert(code(unit), Value::Known(number(&row[2])));
        }
    }
    let diagonal = Diagonal::work_out(&commuters, Basis::Estimated { population: &population, share: Share::Same(0.27) });
    let filled = diagonal.fill(&commuters);
    let staying = Staying::of(&diagonal, &filled);
    (filled, staying)
}

#[test]
fn poland_is_as_certain_on_two_threads_as_on_one() {
    let Some(data) = shared_data::folder() else { return };
    let (flows, staying) = poland(&data);
    let settings = settings(&[("min_size", "3500"), ("target_size", "25000")]);
    for (draw, consensus) in [(Draw::Poisson, Consensus::Medoid), (Draw::Multinomial, Consensus::CoAssignment)] {
        let parameters = Parameters { replicates: 60, draw, consensus, staying: Some(staying.clone()), ..Parameters::default() };
        let in_threads = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| run(&Input::new(&flows), &settings, &parameters).expect("fits"))
        };

        let (alone, together) = (in_threads(1), in_threads(2));

        assert_eq!(alone, together, "{draw:?}");
        let edges = alone.edges().count();
        assert!((50..1200).contains(&edges), "{draw:?}: {edges} of 2,478 units on the edge");
    }
}
