//! The client of the Local Data Bank against a server on this machine that fails in every way a service can.

mod service;

use std::path::Path;
use std::time::Duration;

use miedza_sources::bdl::Error;
use miedza_sources::bdl::fetch::{Client, Imported, Key, Request, Settings};
use miedza_sources::bdl::label::Labels;
use miedza_sources::service::{Error as Unanswered, Window};
use miedza_territory::{Day, Period, UnitCode, Value};
use service::{Reply, Service};

const VARIABLE: u32 = 990_001;
/// One way of a service to fail.
type Fault = fn() -> Reply;
/// Pages that never end, by the number of the request and the host.
type Loop = Box<dyn Fn(usize, &str) -> Reply + Send + Sync>;
/// Status, `Retry-After`, and whether an error is the expected one.
type Lasting = (u16, &'static str, fn(&Error) -> bool);

const KEY: &str = "0a1b2c3d-made-up-key";

fn recorded(name: &str, service: &Service) -> Reply {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/bdl").join(name).with_extension("json");
    let text = std::fs::read_to_string(path).expect("a recorded answer");
    Reply::ok(text.replace("SERVICE", service.host()))
}

/// The service as it is on a good day.
fn good(path: &str, service: &Service) -> Reply {
    match path {
        path if path.starts_with("/api/v1/variables/990001") => recorded("variable", service),
        path if path.contains("page=1") => recorded("by-variable-1", service),
        _ => recorded("by-variable-0", service),
    }
}

fn settings(service: &Service, folder: &Path) -> Settings {
    let day = Day::new(2026, 1, 5).expect("a day of the test");
    let key = Key::parse(KEY).expect("a key of the test");
    let mut settings = Settings::new(folder.to_owned(), day, Some(key));
    settings.service = format!("http://{}/api/v1", service.host());
    settings.asking.limits = vec![Window { length: Duration::from_hours(1), most: 1000 }];
    settings.asking.attempts = 3;
    settings.asking.first_pause = Duration::from_millis(1);
    settings.asking.patience = Duration::from_secs(5);
    settings
}

fn labels() -> Labels {
    Labels::parse(&format!("{VARIABLE};ogółem, kobiety;person;6;2026-01-05")).expect("labels of the test")
}

fn request() -> Request {
    Request::by_variable(VARIABLE).in_years(&[2023, 2024])
}

async fn import(settings: Settings) -> Result<Imported, Error> {
    Client::open(settings).await?.import(VARIABLE, &request(), &labels()).await
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of the test")
}

#[tokio::test]
async fn a_variable_is_imported_page_by_page_and_the_next_time_from_the_folder() {
    let (service, folder) = (Service::start(|path, _, service| good(path, service)), folder());

    let first = import(settings(&service, folder.path())).await.expect("an import");
    let asked = service.asked();
    let second = import(settings(&service, folder.path())).await.expect("an import");

    assert_eq!((first.series.len(), first.warnings.len()), (8, 5));
    let unit = UnitCode::parse("0299011").expect("a code");
    assert_eq!(first.series.get(&unit, Period::Year(2023)).map(|(value, _)| value), Some(Value::Known(10_500.0)));
    let paths: Vec<&str> = asked.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/api/v1/variables/990001?format=json&lang=pl",
            "/api/v1/data/by-variable/990001?format=json&lang=pl&page-size=100&year=2023&year=2024",
            "/api/v1/data/by-variable/990001?page=1",
        ]
    );
    assert!(asked.iter().all(|(_, key)| key.as_deref() == Some(KEY)), "the key goes along in its header");
    assert_eq!(service.asked().len(), 3, "nothing is asked twice");
    assert_eq!(first, second);
}

#[tokio::test]
async fn an_interrupted_retrieval_goes_on_where_it_stopped() {
    let folder = folder();
    let broken = |path: &str, _: usize, service: &Service| {
        if path.contains("page=1") { Reply::status(500) } else { good(path, service) }
    };
    let mut service = Service::start(broken);
    let stopped = import(settings(&service, folder.path())).await;
    assert!(matches!(stopped, Err(Error::Service(Unanswered::Broken { status: 500, attempts: 3, .. }))), "{stopped:?}");
    assert_eq!(service.asked().len(), 2 + 3);

    service.behave(|path, _, service| good(path, service));
    let imported = import(settings(&service, folder.path())).await.expect("an import");

    assert_eq!(imported.series.len(), 8);
    assert_eq!(service.asked().len(), 2 + 3 + 1, "only the page that was missing is asked for");
}

#[tokio::test]
async fn faults_of_the_moment_are_tried_again() {
    let faults: [(&str, Fault); 5] = [
        ("500", || Reply::status(500)),
        ("503 for no time", || Reply::status(503).with("Retry-After", "0")),
        ("429 for no time", || Reply::status(429).with("Retry-After", "0")),
        ("429 with a date", || Reply::status(429).with("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")),
        ("a cut connection", || Reply::Cut),
    ];
    for (name, fault) in faults {
        let folder = folder();
        let service = Service::start(move |path, count, service| if count < 2 { fault() } else { good(path, service) });

        let imported = import(settings(&service, folder.path())).await;

        assert_eq!(imported.expect(name).series.len(), 8, "{name}");
        assert_eq!(service.asked().len(), 5, "{name}");
    }
}

#[tokio::test]
async fn faults_that_last_end_the_retrieval_with_their_name() {
    let (service, folder) = (Service::start(|_, _, _| Reply::Cut), folder());
    let cut = import(settings(&service, folder.path())).await;
    assert!(matches!(cut, Err(Error::Service(Unanswered::NoAnswer { attempts: 3, .. }))), "{cut:?}");

    let cases: [Lasting; 4] = [
        (502, "", |error| matches!(error, Error::Service(Unanswered::Broken { status: 502, attempts: 3, .. }))),
        (404, "", |error| matches!(error, Error::Service(Unanswered::Refused { status: 404, .. }))),
        (429, "86400", |error| matches!(error, Error::Service(Unanswered::LimitReached { wait }) if wait.as_secs() == 86_400)),
        (429, "0", |error| matches!(error, Error::Service(Unanswered::LimitReached { .. }))),
    ];
    for (status, retry, expected) in cases {
        let folder = self::folder();
        let service = Service::start(move |_, _, _| Reply::status(status).with("Retry-After", retry));

        let error = import(settings(&service, folder.path())).await.expect_err("a fault");

        assert!(expected(&error), "{status} {retry}: {error:?}");
    }
}

#[tokio::test]
async fn retry_after_is_kept() {
    let folder = folder();
    let service = Service::start(
        |path, count, service| {
            if count == 0 { Reply::status(429).with("Retry-After", "1") } else { good(path, service) }
        },
    );
    let begin = std::time::Instant::now();

    import(settings(&service, folder.path())).await.expect("an import");

    assert!(begin.elapsed() >= Duration::from_millis(990), "{:?}", begin.elapsed());
}

#[tokio::test]
async fn a_variable_with_another_label_is_not_asked_for_its_values() {
    let folder = folder();
    let service = Service::start(|path, _, service| match good(path, service) {
        Reply::Full { status, headers, body } => Reply::Full { status, headers, body: body.replace("kobiety", "0-4") },
        other => other,
    });

    let error = import(settings(&service, folder.path())).await.expect_err("another label");

    assert_eq!(
        error.to_string(),
        "variable 990001 is \"ogółem; 0-4\" at the service, not \"ogółem, kobiety\" as expected; compare both and confirm the label before it is imported"
    );
    assert_eq!(service.asked().len(), 1);
}

#[tokio::test]
async fn pages_that_never_end_are_left() {
    let page = |link: String, results: &str, total: &str| {
        Reply::ok(format!(r#"{{"variableId":990001,{total}"links":{{"next":"{link}"}},"results":[{results}]}}"#))
    };
    let unit = r#"{"id":"030210199011","values":[]}"#;
    let loops: [(&str, usize, Loop); 3] = [
        ("the same page again", 2, Box::new(move |_, host| page(format!("http://{host}/api/v1/data?page=1"), unit, ""))),
        ("empty pages", 1, Box::new(move |count, host| page(format!("http://{host}/api/v1/data?page={count}"), "", ""))),
        (
            "more than there are",
            3,
            Box::new(move |count, host| page(format!("http://{host}/api/v1/data?page={count}"), unit, r#""totalRecords":3,"#)),
        ),
    ];
    for (name, pages, make) in loops {
        let folder = folder();
        let service = Service::start(move |_, count, service| make(count, service.host()));
        let client = Client::open(settings(&service, folder.path())).await.expect("a client");

        let error = client.all(&request()).await.expect_err(name);

        assert!(matches!(error, Error::PagingLoop { pages: found, .. } if found == pages), "{name}: {error:?}");
        assert_eq!(service.asked().len(), pages, "{name}");
    }
}

#[tokio::test]
async fn neither_link_nor_redirect_leads_to_another_host_and_the_key_is_told_to_nobody() {
    let stranger = Service::start(|_, _, _| Reply::ok("{}".into()));
    let host = stranger.host().to_string();
    let target = format!("http://{host}/api/v1/data");
    let redirect = {
        let target = target.clone();
        Service::start(move |_, _, _| Reply::status(302).with("Location", &target))
    };
    let link = Service::start(move |_, _, _| {
        Reply::ok(format!(r#"{{"links":{{"next":"{target}"}},"results":[{{"id":"000000000000"}}]}}"#))
    });
    let (one, two) = (folder(), folder());

    let redirected = Client::open(settings(&redirect, one.path())).await.expect("a client").all(&request()).await;
    let linked = Client::open(settings(&link, two.path())).await.expect("a client").all(&request()).await;

    assert!(matches!(redirected, Err(Error::Service(Unanswered::Redirected { .. }))), "{redirected:?}");
    assert!(matches!(linked, Err(Error::ForeignLink { .. })), "{linked:?}");
    assert_eq!(stranger.asked(), []);
    let told = format!("{redirected:?} {linked:?} {:?}", settings(&link, two.path()));
    assert!(!told.contains(KEY), "{told}");
    let refused = Key::parse("geheim\u{0}").expect_err("no key");
    assert!(!format!("{refused} {refused:?}").contains("geheim"));
}

#[tokio::test]
async fn no_error_tells_the_key() {
    for reply in [|| Reply::Cut, || Reply::status(500), || Reply::status(403), || Reply::ok("<html>".into()), || Reply::Endless] {
        let (service, folder) = (Service::start(move |_, _, _| reply()), folder());

        let error = import(settings(&service, folder.path())).await.expect_err("a fault");

        let mut told = format!("{error} {error:?}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            told.push_str(&format!(" {cause} {cause:?}"));
            source = cause.source();
        }
        assert!(!told.contains(KEY), "{told}");
    }
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off_and_a_message_in_place_of_an_answer_is_not_kept() {
    let (endless, one) = (Service::start(|_, _, _| Reply::Endless), folder());
    let error = import(settings(&endless, one.path())).await.expect_err("no end");
    assert!(matches!(error, Error::Service(Unanswered::TooLarge { .. })), "{error:?}");

    let two = folder();
    let service =
        Service::start(|path, count, service| if count == 0 { Reply::ok("<html>".into()) } else { good(path, service) });
    let error = import(settings(&service, two.path())).await.expect_err("no answer");
    assert!(matches!(error, Error::Service(Unanswered::WebPage { .. })), "{error:?}");
    assert!(import(settings(&service, two.path())).await.is_ok());

    let three = folder();
    let service = Service::start(|path, count, service| if count == 0 { Reply::ok("[]".into()) } else { good(path, service) });
    let error = import(settings(&service, three.path())).await.expect_err("no answer");
    assert!(matches!(error, Error::Shape { .. }), "{error:?}");
    assert!(import(settings(&service, three.path())).await.is_ok());
}

#[tokio::test]
async fn a_page_that_was_damaged_in_the_folder_is_asked_for_again() {
    let (service, folder) = (Service::start(|path, _, service| good(path, service)), folder());
    let first = import(settings(&service, folder.path())).await.expect("an import");
    for entry in std::fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|ending| ending == "page") {
            let bytes = std::fs::read(&path).expect("a page");
            std::fs::write(&path, &bytes[..bytes.len() - 5]).expect("a shorter page");
        }
    }

    let second = import(settings(&service, folder.path())).await.expect("an import");

    assert_eq!(first, second);
    assert_eq!(service.asked().len(), 6);
}

#[tokio::test]
async fn the_limit_outlives_the_process() {
    let (service, folder) = (Service::start(|path, _, service| good(path, service)), folder());
    let narrow = |most: usize| {
        let mut settings = settings(&service, folder.path());
        settings.asking.limits = vec![Window { length: Duration::from_hours(1), most }];
        settings
    };

    let first = import(narrow(2)).await.expect_err("two requests are too few");
    let second = import(narrow(2)).await.expect_err("the hour is not over");

    for error in [first, second] {
        assert!(matches!(error, Error::Service(Unanswered::LimitReached { wait }) if wait.as_secs() > 3500), "{error:?}");
    }
    assert_eq!(service.asked().len(), 2);
    assert!(import(narrow(3)).await.is_ok());
    assert_eq!(service.asked().len(), 3);
}

#[tokio::test]
async fn requests_keep_their_distance() {
    let (service, folder) = (Service::start(|path, _, service| good(path, service)), folder());
    let mut settings = settings(&service, folder.path());
    settings.asking.limits = vec![Window { length: Duration::from_millis(300), most: 1 }];
    let begin = std::time::Instant::now();

    import(settings).await.expect("an import");

    assert!(begin.elapsed() >= Duration::from_millis(590), "three requests, two waits: {:?}", begin.elapsed());
}

#[tokio::test]
async fn an_address_that_is_none_and_a_folder_that_cannot_be_are_refused() {
    let (service, folder) = (Service::start(|path, _, service| good(path, service)), folder());
    for address in ["", "bdl.stat.gov.pl", "ftp://bdl.stat.gov.pl", "https://name@bdl.stat.gov.pl", "https://bdl.stat.gov.pl?a=b"]
    {
        let settings = Settings { service: address.into(), ..settings(&service, folder.path()) };

        assert!(matches!(Client::open(settings).await, Err(Error::Service(Unanswered::NotAnAddress { .. }))), "{address}");
    }
    let file = folder.path().join("file");
    std::fs::write(&file, "x").expect("a file");
    assert!(matches!(Client::open(settings(&service, &file)).await, Err(Error::Service(Unanswered::Folder { .. }))));
}
