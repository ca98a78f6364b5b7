//! What each source asks, page by page, and what it takes for an answer, against a server on this machine.

#[expect(dead_code, reason = "the faults of services are tried in `service_faults`")]
mod service;

use std::path::{Path, PathBuf};
use std::time::Duration;

use miedza_sources::boundary::{self, Options};
use miedza_sources::czso::data_stat::{self, Question};
use miedza_sources::eurostat::{self, Query, Times};
use miedza_sources::service::{Client, Settings, Window};
use miedza_sources::{gisco, prg, ruian};
use miedza_territory::Day;
use service::{Reply, Service};

fn recorded(name: &str) -> Reply {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded").join(name);
    Reply::ok(std::fs::read_to_string(path).expect("a recorded answer"))
}

/// A fresh folder of answers.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of the test")
}

async fn client(folder: &Path) -> Client {
    let settings = Settings {
        limits: vec![Window { length: Duration::from_hours(1), most: 1000 }],
        attempts: 2,
        first_pause: Duration::from_millis(1),
        ..Settings::new(folder.to_owned(), Day::new(2026, 1, 5).expect("a day of the test"))
    };
    Client::open(settings).await.expect("a client")
}

fn address(service: &Service) -> String {
    format!("http://{}/service", service.host())
}

fn paths(service: &Service) -> Vec<String> {
    service.asked().into_iter().map(|(path, _)| path).collect()
}

fn population() -> Query {
    let pair = |dimension: &str, category: &str| (dimension.to_owned(), category.to_owned());
    Query {
        filters: vec![pair("geo", "PL524"), pair("geo", "CZ071"), pair("sex", "T"), pair("sex", "F")],
        times: Times::Between("2021".parse().ok(), None),
        ..Query::new("made_up")
    }
}

#[tokio::test]
async fn eurostat_is_asked_once_for_all_units() {
    let (service, folder) = (Service::start(|_, _, _| recorded("eurostat/population.json")), folder());

    let answer = eurostat::fetch(&client(folder.path()).await, &address(&service), &population()).await.expect("an answer");

    assert_eq!(paths(&service), ["/service/made_up?format=JSON&lang=EN&geo=PL524&geo=CZ071&sex=T&sex=F&sinceTimePeriod=2021"]);
    let dataset = eurostat::parse("answer", &answer.read().await.expect("bytes")).expect("a cube");
    assert_eq!(dataset.dimensions().len(), 5);
}

#[tokio::test]
async fn an_answer_of_eurostat_to_another_question_is_told_and_not_kept() {
    type Expected = fn(&eurostat::Error) -> bool;
    let cases: [(&str, Query, Expected); 4] = [
        ("another dataset", Query::new("demo_r_d2jan"), |error| matches!(error, eurostat::Error::OtherDataset { .. })),
        (
            "a dimension that is gone",
            Query { filters: vec![("age".into(), "TOTAL".into())], ..Query::new("made_up") },
            |error| matches!(error, eurostat::Error::NoDimension { dimension, .. } if &**dimension == "age"),
        ),
        (
            "a filter that was not applied",
            Query { filters: vec![("sex".into(), "T".into())], ..Query::new("made_up") },
            |error| matches!(error, eurostat::Error::OtherCategory { found, .. } if &**found == "F"),
        ),
        ("no code", Query::new("../x"), |error| matches!(error, eurostat::Error::Question { .. })),
    ];
    for (name, query, expected) in cases {
        let (service, folder) = (Service::start(|_, _, _| recorded("eurostat/population.json")), folder());
        let client = client(folder.path()).await;

        let error = eurostat::fetch(&client, &address(&service), &query).await.expect_err(name);
        let asked = service.asked().len();
        drop(eurostat::fetch(&client, &address(&service), &query).await);

        assert!(expected(&error), "{name}: {error:?}");
        assert_eq!(service.asked().len(), asked * 2, "{name}: it is asked for again");
    }
}

#[tokio::test]
async fn a_refusal_of_eurostat_is_told_in_its_words_whatever_its_status() {
    type Expected = fn(&eurostat::Error) -> bool;
    let cases: [(&str, u16, Expected); 5] = [
        ("not_found.json", 404, |error| matches!(error, eurostat::Error::Refused { .. })),
        ("too_large.json", 200, |error| matches!(error, eurostat::Error::TooLarge { .. })),
        ("too_large.xml", 413, |error| matches!(error, eurostat::Error::TooLarge { .. })),
        ("later.json", 413, |error| matches!(error, eurostat::Error::Later { .. })),
        ("later.json", 200, |error| matches!(error, eurostat::Error::Later { .. })),
    ];
    for (file, status, expected) in cases {
        let folder = folder();
        let service = Service::start(move |_, _, _| match recorded(&format!("eurostat/{file}")) {
            Reply::Full { headers, body, .. } => Reply::Full { status, headers, body },
            other => other,
        });

        let error = eurostat::fetch(&client(folder.path()).await, &address(&service), &population()).await.expect_err(file);

        assert!(expected(&error), "{file} {status}: {error:?}");
    }
}

#[tokio::test]
async fn data_stat_gives_a_cube_or_the_file_of_its_open_data() {
    let folder = folder();
    let service = Service::start(|path, _, _| match path {
        path if path.ends_with("/distribuce/csv") => recorded("czso/130149.csv"),
        path if path.contains("/sady/OBY01A") => recorded("czso/data_stat.json"),
        _ => Reply::ok(r#"{"zprava": "neznámá sada"}"#.into()),
    });
    let client = client(folder.path()).await;

    let at = address(&service);
    data_stat::fetch(&client, &at, Question::Dataset("OBY01A")).await.expect("a cube");
    data_stat::fetch(&client, &at, Question::OpenData("130149")).await.expect("a file");
    let none = data_stat::fetch(&client, &at, Question::Selection("OBY02")).await;

    assert!(matches!(none, Err(data_stat::Error::Cube(_))), "{none:?}");
    assert_eq!(
        paths(&service),
        [
            "/service/api/dotaz/v1/data/sady/OBY01A?format=JSON_STAT",
            "/service/opendata/sady/130149/distribuce/csv",
            "/service/api/dotaz/v1/data/vybery/OBY02?format=JSON_STAT",
        ]
    );
}

#[tokio::test]
async fn the_file_of_gisco_goes_on_after_a_cut_and_a_country_is_cut_out_of_it() {
    let folder = folder();
    let service = Service::start(|_, count, service| {
        let Reply::Full { status, headers, body } = recorded("gisco/lau_2021.geojson") else { return Reply::Cut };
        if count == 0 {
            return Reply::Full { status, headers, body }.with("ETag", "\"lau\"").cut_after(300);
        }
        let range = service.told("range")[count].clone().unwrap_or_default();
        assert_eq!(range, "bytes=300-");
        let whole = body.len();
        let rest = Reply::Full { status: 206, headers, body: body[300..].into() };
        rest.with("Content-Range", &format!("bytes 300-{}/{whole}", whole - 1))
    });

    let answer = gisco::fetch(&client(folder.path()).await, &address(&service), 2021).await.expect("a file");
    let part = folder.path().join("cz.geojson");
    let units = gisco::cut_out("CZ", &answer.file, &part).expect("a part");

    assert_eq!(paths(&service)[0], "/service/LAU_RG_01M_2021_4326.geojson");
    let found = boundary::read(&part, &Options { code: Some("LAU_ID"), ..Options::default() }).expect("boundaries");
    let codes: Vec<&str> = found.boundaries.units.codes().iter().map(miedza_territory::UnitCode::as_str).collect();
    assert_eq!((units, codes), (2, vec!["500496", "589250"]));
}

fn question() -> prg::Question {
    prg::Question { layer: prg::Layer::Municipalities, beginnings: vec!["3217".into()] }
}

fn files(pages: &[miedza_sources::service::Answer]) -> Vec<PathBuf> {
    pages.iter().map(|page| page.file.clone()).collect()
}

#[tokio::test]
async fn the_pages_of_the_register_of_borders_become_one_document() {
    let folder = folder();
    let service =
        Service::start(|path, _, _| recorded(if path.ends_with("STARTINDEX=0") { "prg/page-0.gml" } else { "prg/page-1.gml" }));

    let client = client(folder.path()).await;
    let told = std::sync::Mutex::new(Vec::new());
    let tell = |found, matched| told.lock().expect("no panic").push((found, matched));
    let pages = prg::fetch(&client, (&address(&service), &question()), &tell).await.expect("pages");
    let all = folder.path().join("all.gml");
    let members = prg::join(files(&pages).iter().map(PathBuf::as_path), &all).expect("a document");

    let asked = paths(&service);
    assert!(asked[0].contains("TYPENAMES=ms%3AA03_Granice_gmin") && asked[0].contains("3217*"), "{asked:?}");
    assert!(asked[1].ends_with("STARTINDEX=2"), "the next page begins where this one ends: {asked:?}");
    assert_eq!(*told.lock().expect("no panic"), [(2, Some(3)), (3, Some(3))]);
    let found = boundary::read(&all, &Options::default()).expect("boundaries");
    let codes: Vec<&str> = found.boundaries.units.codes().iter().map(miedza_territory::UnitCode::as_str).collect();
    assert_eq!((members, codes), (3, vec!["3217011", "3217042", "3217052"]));
    assert_eq!(found.report.code_column, "JPT_KOD_JE");
}

#[tokio::test]
async fn a_register_of_borders_that_does_not_keep_to_its_pages_is_told() {
    type Expected = fn(&prg::Error) -> bool;
    type Page = fn(usize) -> Reply;
    let cases: [(&str, Page, Expected); 5] = [
        ("the same page again", |_| recorded("prg/page-0.gml"), |error| matches!(error, prg::Error::Repeated { page: 2, .. })),
        (
            "fewer than there are",
            |count| {
                if count == 0 { recorded("prg/page-0.gml") } else { Reply::ok("<a:FeatureCollection numberMatched='3'/>".into()) }
            },
            |error| matches!(error, prg::Error::Incomplete { matched: 3, found: 2 }),
        ),
        (
            "a report",
            |_| recorded("prg/report.xml"),
            |error| matches!(error, prg::Error::Report { said } if said.contains("TYPENAME")),
        ),
        (
            "nothing",
            |_| Reply::ok("<a:FeatureCollection numberMatched='0'/>".into()),
            |error| matches!(error, prg::Error::Nothing),
        ),
        ("a cut page", |_| Reply::ok("<a:FeatureCollection>".into()), |error| matches!(error, prg::Error::NotAPage { .. })),
    ];
    for (name, page, expected) in cases {
        let (service, folder) = (Service::start(move |_, count, _| page(count)), folder());
        let client = client(folder.path()).await;

        let error = prg::fetch(&client, (&address(&service), &question()), &|_, _| ()).await.expect_err(name);

        assert!(expected(&error), "{name}: {error:?}");
    }
}

#[tokio::test]
async fn the_pages_of_ruian_become_one_file() {
    let folder = folder();
    let service = Service::start(|path, _, _| {
        recorded(if path.contains("resultOffset=0") { "ruian/page-0.json" } else { "ruian/page-1.json" })
    });

    let client = client(folder.path()).await;
    let layer = ruian::Layer::Municipalities;
    let pages = ruian::fetch(&client, (&address(&service), layer), &|_| ()).await.expect("pages");
    let all = folder.path().join("all.geojson");
    let features = ruian::join(files(&pages).iter().map(PathBuf::as_path), &all).expect("a file");

    let asked = paths(&service);
    assert!(asked[1].contains("resultOffset=2&"), "the next page begins where this one ends: {asked:?}");
    let found = boundary::read(&all, &Options { code: Some("kod"), ..Options::default() }).expect("boundaries");
    let codes: Vec<&str> = found.boundaries.units.codes().iter().map(miedza_territory::UnitCode::as_str).collect();
    assert_eq!((features, codes), (3, vec!["500496", "552356", "589250"]));
}

#[tokio::test]
async fn a_service_of_ruian_that_refuses_or_does_not_page_is_told() {
    type Expected = fn(&ruian::Error) -> bool;
    let more = r#"{"exceededTransferLimit":true,"features":[]}"#;
    let cases: [(&str, Reply, Expected); 5] = [
        ("a refusal", recorded("ruian/refused.json"), |error| matches!(error, ruian::Error::Report { .. })),
        ("the same page again", recorded("ruian/page-0.json"), |error| matches!(error, ruian::Error::Repeated { page: 2 })),
        ("empty pages", Reply::ok(more.into()), |error| matches!(error, ruian::Error::Repeated { page: 1 })),
        ("nothing", Reply::ok(r#"{"features":[]}"#.into()), |error| matches!(error, ruian::Error::Nothing)),
        ("no features", Reply::ok("[1]".into()), |error| matches!(error, ruian::Error::NotAPage(_))),
    ];
    for (name, reply, expected) in cases {
        let Reply::Full { body, .. } = reply else { panic!("{name}") };
        let (service, folder) = (Service::start(move |_, _, _| Reply::ok(body.clone())), folder());
        let client = client(folder.path()).await;

        let asked = (address(&service), ruian::Layer::Municipalities);
        let error = ruian::fetch(&client, (&asked.0, asked.1), &|_| ()).await.expect_err(name);

        assert!(expected(&error), "{name}: {error:?}");
    }
}

#[tokio::test]
async fn pages_that_came_before_a_fault_are_not_asked_for_again() {
    let folder = folder();
    let mut service =
        Service::start(
            |path, _, _| {
                if path.contains("resultOffset=0") { recorded("ruian/page-0.json") } else { Reply::status(503) }
            },
        );
    let (client, layer) = (client(folder.path()).await, ruian::Layer::Municipalities);
    let stopped = ruian::fetch(&client, (&address(&service), layer), &|_| ()).await;
    let before = service.asked().len();

    service.behave(|_, _, _| recorded("ruian/page-1.json"));
    let pages = ruian::fetch(&client, (&address(&service), layer), &|_| ()).await.expect("pages");

    assert!(matches!(stopped, Err(ruian::Error::Service(_))), "{stopped:?}");
    assert_eq!((pages.len(), service.asked().len() - before), (2, 1));
}
