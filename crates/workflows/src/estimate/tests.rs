//! From a table of units to a table that says it is modelled, and back.

use std::fs;
use std::path::{Path, PathBuf};

use miedza_sources::commuting;
use miedza_texts::Language;

use super::{EstimateRequest, Form, Model, estimate};
use crate::delimitation::{BoundaryRequest, FlowRequest, Format, Reckoning, Request, delimit};

const UNITS: &str = "code,name,lon,lat,employed,jobs,population\n\
    1,A,18.00,51.70,940,1210,2000\n2,B,18.10,51.70,200,70,500\n3,C,18.20,51.75,160,50,400\n\
    4,D,18.60,51.70,730,895,1700\n5,E,18.70,51.72,200,80,450\n6,F,18.40,51.60,120,45,\n";

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("miedza-estimate-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("units.csv"), UNITS).expect("a file");
    folder
}

fn request(folder: &Path, model: Model) -> EstimateRequest {
    EstimateRequest {
        units: folder.join("units.csv"),
        model,
        employed: None,
        jobs: None,
        population: None,
        mass_is_jobs: false,
        calibrate: None,
        form: Form::Exponential,
        beta: None,
        alpha: None,
        seed_flows: None,
        self_share: None,
        own: None,
        min_flow: 0.0,
        out: folder.join(format!("{}.csv", model.name())),
        overwrite: true,
    }
}

#[test]
fn what_is_modelled_says_so_when_it_is_read_again() {
    let folder = folder("again");
    let gravity = EstimateRequest { beta: Some(0.05), ..request(&folder, Model::Gravity) };
    let radiation = EstimateRequest { self_share: Some(0.5), ..request(&folder, Model::Radiation) };
    for request in [gravity, radiation] {
        let done = estimate(&request, &|_| {}).expect("figures fit");

        let reading = commuting::open(&request.out, &commuting::Options::default()).expect("a flow table");
        assert!(reading.is_modelled(), "{:?}", request.model);
        assert_eq!(reading.report.modelled_rows, reading.report.rows);
        assert!((reading.flows.total() - done.summary.totals.persons).abs() < 1e-3, "{:?}", request.model);
    }
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn a_unit_without_a_figure_that_the_model_needs_is_left_out_and_told() {
    let folder = folder("left-out");

    let radiated = estimate(&request(&folder, Model::Radiation), &|_| {}).expect("figures fit");
    let attracted = estimate(&EstimateRequest { beta: Some(0.05), ..request(&folder, Model::Gravity) }, &|_| {}).expect("fits");

    let codes: Vec<&str> = radiated.summary.left_out.iter().map(miedza_territory::UnitCode::as_str).collect();
    assert_eq!((codes, radiated.summary.units), (vec!["6"], 5));
    assert!(attracted.summary.left_out.is_empty(), "population is not asked for");
    assert!(radiated.notes.iter().any(|note| Language::En.say(note).contains("1 unit lacks")), "{:?}", radiated.notes);
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn gravity_learns_from_counted_flows_and_is_held_against_them() {
    let folder = folder("learns");
    let made = EstimateRequest { beta: Some(0.07), ..request(&folder, Model::Gravity) };
    estimate(&made, &|_| {}).expect("figures fit");
    let counted = folder.join("counted.csv");
    fs::rename(&made.out, &counted).expect("our file");

    let again = EstimateRequest { calibrate: Some(counted), ..request(&folder, Model::Gravity) };
    let done = estimate(&again, &|_| {}).expect("the flows have a reach");

    let beta = done.summary.deterrence.as_ref().expect("gravity has one").beta;
    assert!((beta - 0.07).abs() < 1e-5, "{beta}");
    assert!(done.summary.fit.as_ref().and_then(|fit| fit.common_part).expect("persons") > 0.999_99);
    assert!(done.notes.iter().any(|note| Language::En.say(note).contains("themselves modelled")), "{:?}", done.notes);
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn how_well_a_model_fits_does_not_hang_on_what_is_written() {
    let folder = folder("whole");
    fs::write(folder.join("counted.csv"), "from,to,persons\n1,4,40\n2,1,140\n3,1,100\n3,2,10\n4,1,30\n5,4,120\n")
        .expect("a file");
    let fit = |min_flow: f64| {
        let calibrate = Some(folder.join("counted.csv"));
        let request = EstimateRequest { calibrate, self_share: Some(0.5), min_flow, ..request(&folder, Model::Radiation) };
        let summary = estimate(&request, &|_| {}).expect("figures fit").summary;
        (summary.totals.pairs, summary.fit.expect("counted flows are given"))
    };

    let ((all, whole), (few, cut)) = (fit(0.0), fit(5.0));

    assert!(few < all, "{few} of {all} pairs are written");
    assert_eq!(whole, cut);
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn what_is_lacking_is_refused_with_the_way_out() {
    let folder = folder("refused");
    fs::write(folder.join("bare.csv"), "code,name\n1,A\n2,B\n").expect("a file");
    let large = "code,lon,lat,employed,jobs\n1,18,51,900,900\n2,18.1,51,10,10\n3,18.2,51,10,10\n";
    fs::write(folder.join("large.csv"), large).expect("a file");
    let plain = |model| request(&folder, model);
    let cases = [
        ("no deterrence", plain(Model::Gravity), "--beta"),
        ("no old matrix", plain(Model::Furness), "--seed-flows"),
        ("half of a deterrence", EstimateRequest { alpha: Some(1.0), beta: Some(0.1), ..plain(Model::Gravity) }, "--alpha"),
        ("a share above 1", EstimateRequest { self_share: Some(1.5), ..plain(Model::Radiation) }, "from 0 to 1"),
        ("a pull that grows", EstimateRequest { beta: Some(-1.0), ..plain(Model::Gravity) }, "0 or more"),
        ("a pull too small", EstimateRequest { beta: Some(1000.0), ..plain(Model::Gravity) }, "smaller"),
        ("no figures", EstimateRequest { units: folder.join("bare.csv"), ..plain(Model::Radiation) }, ""),
        (
            "no diagonal for a town too large",
            EstimateRequest { units: folder.join("large.csv"), self_share: Some(0.0), beta: Some(0.1), ..plain(Model::Gravity) },
            "--self-share",
        ),
    ];
    for (name, request, hint) in cases {
        let failure = estimate(&request, &|_| {}).map(|_| ()).expect_err(name);

        let told = failure.hint.as_ref().map(|hint| Language::En.say(hint)).unwrap_or_default();
        assert!(told.contains(hint) && !told.is_empty(), "{name}: {told}");
        assert!(!request.out.exists(), "{name}");
    }
    fs::remove_dir_all(folder).expect("our folder");
}

#[test]
fn areas_of_modelled_flows_say_so_in_map_summary_log_and_report() {
    let folder = folder("everywhere");
    let modelled = EstimateRequest { beta: Some(0.1), ..request(&folder, Model::Gravity) };
    estimate(&modelled, &|_| {}).expect("figures fit");
    let out = folder.join("result");
    let request = Request {
        flows: FlowRequest { file: modelled.out, diagonal: "auto".to_owned(), ..FlowRequest::default() },
        method: None,
        settings: vec!["min_size=100".to_owned(), "target_size=500".to_owned()],
        criteria: None,
        grid: None,
        units: Some(folder.join("units.csv")),
        register: None,
        boundaries: BoundaryRequest { rule: "queen".to_owned(), ..BoundaryRequest::default() },
        repair: "auto".to_owned(),
        moves: None,
        moves_totals: Reckoning::default(),
        reports: vec![Format::Html],
        title: None,
        sources: Vec::new(),
        date: None,
        language: Language::En,
        out: out.clone(),
        overwrite: false,
    };

    let done = delimit(&request, &|_| {}).expect("a matrix");

    let read = |name: &str| fs::read_to_string(out.join(name)).expect(name);
    assert!(read("map.svg").contains("(modelled, schematic cells)"));
    assert!(read("summary.json").contains("\"modelled\": true"));
    let log = read("log.csv");
    assert!(log.lines().skip(1).all(|row| row.contains("modelled")) && log.lines().count() > 1, "{log}");
    let report = read("report.html");
    assert!(report.contains("Modelled flows") && report.contains("(modelled)"), "the report says it above and at each table");
    assert!(read("areas.geojson").contains("modelled"));
    assert!(done.told(Language::En).contains("modelled"));
    assert!(done.notes.iter().any(|note| Language::En.say(note).contains("are modelled and were never counted")));
    fs::remove_dir_all(folder).expect("our folder");
}
