//! `miedza fetch` against services on this machine: what comes goes the way of files, faults are told with the next step.

use std::path::Path;

use serde_json::Value;

use super::service::{Reply, Service};
use super::support::{Place, Run};

/// A register of one county, with its county and voivodeship.
const TERC: &str = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA
32;;;;ZACHODNIOPOMORSKIE;województwo;2025-01-01
32;17;;;wałecki;powiat;2025-01-01
32;17;01;1;Wałcz;gmina miejska;2025-01-01
32;17;05;2;Wałcz;gmina wiejska;2025-01-01
";

fn recorded(name: &str) -> Reply {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sources/tests/recorded").join(name);
    Reply::ok(std::fs::read_to_string(path).expect("a recorded answer"))
}

/// All services on a good day.
fn good(path: &str) -> Reply {
    match path {
        path if path.contains("/made_up?") => recorded("eurostat/population.json").with("ETag", "\"cube\""),
        path if path.contains("/api/dotaz/") => recorded("czso/data_stat.json"),
        path if path.contains("/distribuce/csv") => recorded("czso/130149.csv"),
        path if path.contains("LAU_RG_01M_2021") => recorded("gisco/lau_2021.geojson"),
        path if path.contains("STARTINDEX=0") => recorded("prg/page-0.gml"),
        path if path.contains("STARTINDEX=") => recorded("prg/page-1.gml"),
        path if path.contains("/15/query") => recorded("ruian/districts.json"),
        path if path.contains("resultOffset=0") => recorded("ruian/page-0.json"),
        path if path.contains("/12/query") => recorded("ruian/page-1.json"),
        "/TERC.csv" => Reply::ok(TERC.into()),
        "/page" => Reply::ok("<!DOCTYPE html><html></html>".into()),
        "/flows.csv" => Reply::ok(super::support::TWO_TOWNS.into()),
        "/moved.csv" => Reply::status(301).with("Location", "/TERC.csv"),
        "/elsewhere.csv" => Reply::status(301).with("Location", "https://example.org/TERC.csv"),
        _ => Reply::status(404),
    }
}

fn fetch(place: &Place, further: &[&str]) -> Run {
    place.run(&[&["fetch"][..], further, &["--data", "data"]].concat())
}

fn json(run: Run) -> Value {
    serde_json::from_str(&run.succeeded().answer).expect("the answer is JSON")
}

#[test]
fn figures_boundaries_and_files_come_from_services_into_the_store() {
    let (place, service) = (Place::new(), Service::start(|path, _, _| good(path)));
    let at = format!("http://{}", service.host());
    let with = |further: &[&str]| json(fetch(&place, &[further, &["--json"]].concat()));
    let from = |further: &[&str]| with(&[further, &["--service", &at]].concat());

    let eurostat = from(&["eurostat", "made_up", "--geo", "PL524,CZ071", "--filter", "sex=T,sex=F", "--since", "2021"]);
    let cube = from(&["datastat", "OBY01A"]);
    let open_data = from(&["datastat", "130149", "--part", "open-data"]);
    let gisco = from(&["gisco", "--year", "2021", "--country", "PL,CZ"]);
    let prg = from(&["prg", "--units", "3217", "--year", "2026"]);
    let ruian = from(&["ruian", "--year", "2026"]);
    let districts = from(&["ruian", "--level", "county", "--year", "2026"]);
    let register = with(&["file", &format!("{at}/moved.csv"), "--as", "register"]);
    let flows = with(&["file", &format!("{at}/flows.csv"), "--as", "flows", "--name", "Dojazdy", "--year", "2021"]);

    for (name, answer, units) in [
        ("eurostat", &eurostat, 2),
        ("datastat", &cube, 2),
        ("open data", &open_data, 1),
        ("gisco", &gisco, 4),
        ("prg", &prg, 3),
        ("ruian", &ruian, 3),
        ("districts", &districts, 2),
        ("register", &register, 4),
        ("flows", &flows, 6),
    ] {
        assert!(answer["units"].as_u64().is_some_and(|found| found >= units), "{name}: {answer}");
        assert!(answer["changed"].as_u64() > Some(0), "{name}: {answer}");
        let received = &answer["answers"][0];
        assert!(received["address"].as_str().is_some_and(|address| address.starts_with(&at)), "{name}: {answer}");
        assert_eq!(received["sha256"].as_str().map(str::len), Some(64), "{name}: {answer}");
    }
    assert_eq!(eurostat["answers"][0]["etag"], "\"cube\"");
    let left: Vec<_> = std::fs::read_dir(place.path("data/fetched/eurostat")).expect("the folder").flatten().collect();
    assert_eq!(left.len(), 1, "only when it was asked stays");
    place.run(&["verify", "--store", "--data", "data"]).succeeded();
}

#[test]
fn what_is_asked_twice_changes_nothing_and_with_a_cache_is_not_asked_twice() {
    let (place, service) = (Place::new(), Service::start(|path, _, _| good(path)));
    let at = format!("http://{}", service.host());
    let asked = ["eurostat", "made_up", "--service", &at, "--cache", "kept", "--json"];

    let first = json(fetch(&place, &asked));
    let second = json(fetch(&place, &asked));

    assert_eq!((second["changed"].as_u64(), service.asked().len()), (Some(0), 1));
    assert_eq!(first["answers"], second["answers"]);
    assert!(service.told("user-agent")[0].as_deref().is_some_and(|agent| agent.starts_with("Miedza/")));
}

fn refused(run: &Run, code: i32, words: &[&str]) {
    assert_eq!(run.code, code, "{}\n{}", run.answer, run.talk);
    for word in words {
        assert!(run.talk.contains(word), "{word:?} is not in:\n{}", run.talk);
    }
}

#[test]
fn faults_of_services_are_told_with_the_next_step() {
    let (place, service) = (Place::new(), Service::start(|path, _, _| good(path)));
    let at = |path: &str| format!("http://{}{path}", service.host());
    let file = |address: &str, further: &[&str]| fetch(&place, &[&["file", address, "--as", "register"][..], further].concat());

    refused(&file(&at("/page"), &[]), 6, &["a web page in place of data", "of the file itself"]);
    refused(&file(&at("/page"), &["--lang", "pl"]), 6, &["otwórz adres w przeglądarce"]);
    refused(&file(&at("/page"), &["--lang", "cs"]), 6, &["otevřete adresu v prohlížeči"]);
    refused(&file(&at("/none"), &[]), 2, &["refused with 404", "hint:"]);
    refused(&file(&at("/elsewhere.csv"), &[]), 2, &["https://example.org/TERC.csv", "new address"]);
    refused(&file("http://stat.gov.pl/a.csv", &[]), 2, &["https://"]);
    refused(&file(&at("/TERC.csv"), &["--most", "0"]), 2, &["from 1 to 2048"]);
    refused(&fetch(&place, &["eurostat", "x", "--filter", "sex"]), 2, &["sex=T"]);
    refused(&fetch(&place, &["eurostat", "x", "--since", "soon"]), 2, &["2015-Q1"]);
    refused(&fetch(&place, &["gisco", "--year", "1999", "--service", &at("")]), 2, &["2011"]);
    let flows = fetch(&place, &["file", &at("/flows.csv"), "--as", "flows"]);
    refused(&flows, 2, &["--name", "--year"]);
}

#[test]
fn a_variable_that_is_called_otherwise_than_before_waits_for_a_person() {
    let place = Place::new();
    let mut service = Service::start(|path, _, _| good(path));
    let at = format!("http://{}", service.host());
    let asked = ["eurostat", "made_up", "--service", &at];
    fetch(&place, &asked).succeeded();
    service.behave(|path, _, _| match good(path) {
        Reply::Full { status, headers, body } => {
            Reply::Full { status, headers, body: body.replace("Population on 1 January", "Households").replace("950000", "7") }
        }
        other => other,
    });

    let stopped = fetch(&place, &asked);
    let confirmed = fetch(&place, &[&asked[..], &["--confirm-labels", "--json"]].concat());

    refused(&stopped, 5, &["Population on 1 January (made up)", "Households (made up)", "--confirm-labels"]);
    assert!(json(confirmed)["changed"].as_u64() > Some(0));
}

#[test]
fn a_part_of_a_country_does_not_take_the_place_of_more_unasked() {
    let place = Place::new();
    let mut service = Service::start(|path, _, _| good(path));
    let at = format!("http://{}", service.host());
    let all = ["prg", "--year", "2026", "--service", &at];
    fetch(&place, &all).succeeded();
    service.behave(|_, _, _| match recorded("prg/page-1.gml") {
        Reply::Full { status, headers, body } => {
            Reply::Full { status, headers, body: body.replace("numberMatched=\"3\"", "numberMatched=\"1\"") }
        }
        other => other,
    });
    let part = [&all[..], &["--units", "321705"]].concat();

    let stopped = fetch(&place, &part);

    refused(&stopped, 5, &["hold 3 units", "--replace"]);
    fetch(&place, &[&part[..], &["--replace"]].concat()).succeeded();
}
