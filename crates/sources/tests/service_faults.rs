//! The room that speaks with the network, against a server on this machine that fails in every way a service can.

mod service;

use std::path::Path;
use std::time::Duration;

use miedza_sources::service::{Answer, Client, Error, Redirects, Settings, Window, address};
use miedza_territory::Day;
use service::{Reply, Service};

/// What the service answers on a good day.
const BODY: &str = "kod;nazwa\n0299011;Przykładowo\n0299023;Wzorcowe\n";

/// One way of a service to fail.
type Fault = fn() -> Reply;

fn day(number: u8) -> Day {
    Day::new(2026, 1, number).expect("a day of the test")
}

fn settings(folder: &Path) -> Settings {
    Settings {
        limits: vec![Window { length: Duration::from_hours(1), most: 1000 }],
        attempts: 3,
        first_pause: Duration::from_millis(1),
        patience: Duration::from_secs(5),
        ..Settings::new(folder.to_owned(), day(5))
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder of the test")
}

async fn get(service: &Service, settings: Settings) -> Result<Answer, Error> {
    let client = Client::open(settings).await?;
    client.get(&address(&format!("http://{}/list.csv", service.host()))?).await
}

fn text(answer: &Answer) -> String {
    std::fs::read_to_string(&answer.file).expect("the file of the answer")
}

fn good() -> Reply {
    Reply::ok(BODY.into()).with("ETag", "\"one\"")
}

/// The rest of the answer from a byte on, as it was asked for.
fn rest(service: &Service, count: usize) -> Reply {
    let range = service.told("range")[count].clone().expect("a range");
    let first: usize = range.trim_start_matches("bytes=").trim_end_matches('-').parse().expect("a number");
    let reply = Reply::Full { status: 206, headers: Vec::new(), body: BODY[first..].into() };
    reply.with("Content-Range", &format!("bytes {first}-{}/{}", BODY.len() - 1, BODY.len()))
}

#[tokio::test]
async fn an_answer_comes_with_its_hash_day_and_mark_and_the_program_says_who_asks() {
    let (service, folder) = (Service::start(|_, _, _| good()), folder());

    let answer = get(&service, settings(folder.path())).await.expect("an answer");

    assert_eq!((text(&answer).as_str(), answer.retrieved, answer.etag.as_deref()), (BODY, day(5), Some("\"one\"")));
    assert_eq!((answer.sha256.len(), answer.bytes), (64, u64::try_from(BODY.len()).expect("small")));
    assert_eq!(service.told("user-agent"), [Some(concat!("Miedza/", env!("CARGO_PKG_VERSION")).to_owned())]);
}

#[tokio::test]
async fn faults_of_the_moment_are_tried_again() {
    let faults: [(&str, Fault); 4] = [
        ("500", || Reply::status(500)),
        ("429 for no time", || Reply::status(429).with("Retry-After", "0")),
        ("a cut connection", || Reply::Cut),
        ("a range that is none", || Reply::status(416)),
    ];
    for (name, fault) in faults {
        let folder = folder();
        let service = Service::start(move |_, count, _| if count < 2 { fault() } else { good() });

        let answer = get(&service, settings(folder.path())).await.expect(name);

        assert_eq!((text(&answer).as_str(), service.asked().len()), (BODY, 3), "{name}");
    }
}

#[tokio::test]
async fn retry_after_is_kept_as_far_as_patience_goes() {
    let folder = folder();
    let service = Service::start(|_, count, _| match count {
        0 => Reply::status(429).with("Retry-After", "1"),
        1 => good(),
        _ => Reply::status(503).with("Retry-After", "3600"),
    });
    let begin = std::time::Instant::now();

    get(&service, settings(folder.path())).await.expect("an answer");
    let elapsed = begin.elapsed();
    let later = Settings { today: day(6), ..settings(folder.path()) };
    let error = get(&service, later).await.expect_err("an hour is too long");

    assert!(elapsed >= Duration::from_millis(990), "{elapsed:?}");
    assert!(matches!(error, Error::LimitReached { wait } if wait.as_secs() == 3600), "{error:?}");
}

#[tokio::test]
async fn a_connection_that_was_cut_goes_on_where_it_stopped() {
    let folder = folder();
    let service = Service::start(|_, count, service| match count {
        0 => good().cut_after(10),
        1 => rest(service, count).cut_after(10),
        _ => rest(service, count),
    });

    let answer = get(&service, settings(folder.path())).await.expect("an answer");

    assert_eq!(text(&answer), BODY);
    let ranges = service.told("range");
    assert_eq!(ranges, [None, Some("bytes=10-".to_owned()), Some("bytes=20-".to_owned())]);
    assert_eq!(service.told("if-range"), [None, Some("\"one\"".to_owned()), Some("\"one\"".to_owned())]);
}

#[tokio::test]
async fn what_broke_off_is_gone_on_with_by_the_next_run_too() {
    let folder = folder();
    let mut service = Service::start(|_, _, _| good().cut_after(12));
    let stopped = get(&service, Settings { attempts: 1, ..settings(folder.path()) }).await;
    assert!(matches!(stopped, Err(Error::NoAnswer { attempts: 1, .. })), "{stopped:?}");

    service.behave(|_, count, service| rest(service, count));
    let answer = get(&service, settings(folder.path())).await.expect("an answer");

    assert_eq!(text(&answer), BODY);
    assert_eq!(service.told("range"), [None, Some("bytes=12-".to_owned())]);
}

#[tokio::test]
async fn a_file_that_changed_meanwhile_or_has_no_mark_begins_anew() {
    let replies: [(&str, Fault); 2] = [("changed", || good()), ("without a mark", || Reply::ok(BODY.into()))];
    for (name, whole) in replies {
        let folder = folder();
        let service = Service::start(move |_, count, _| if count == 0 { whole().cut_after(9) } else { Reply::ok(BODY.into()) });

        let answer = get(&service, settings(folder.path())).await.expect(name);

        assert_eq!(text(&answer), BODY, "{name}");
        assert_eq!(service.told("range")[1].is_some(), name == "changed", "{name}");
    }
}

#[tokio::test]
async fn a_part_that_begins_elsewhere_is_not_put_behind_what_came() {
    let folder = folder();
    let service = Service::start(|_, count, _| match count {
        0 => good().cut_after(10),
        1 => Reply::Full { status: 206, headers: vec![("Content-Range".into(), "bytes 3-9/52".into())], body: "x".repeat(7) },
        _ => good(),
    });

    let error = get(&service, settings(folder.path())).await.expect_err("another part");
    let answer = get(&service, settings(folder.path())).await.expect("an answer");

    assert!(matches!(error, Error::Broken { status: 206, .. }), "{error:?}");
    assert_eq!(text(&answer), BODY);
}

#[tokio::test]
async fn an_answer_of_today_is_taken_and_an_older_one_is_held_against_the_service() {
    let folder = folder();
    let service = Service::start(|_, count, service| {
        if service.told("if-none-match")[count].as_deref() == Some("\"one\"") { Reply::status(304) } else { good() }
    });

    let first = get(&service, settings(folder.path())).await.expect("an answer");
    let same_day = get(&service, settings(folder.path())).await.expect("an answer");
    let next_day = get(&service, Settings { today: day(6), ..settings(folder.path()) }).await.expect("an answer");

    assert_eq!(same_day, first);
    assert_eq!((next_day.retrieved, &next_day.sha256), (day(6), &first.sha256));
    assert_eq!(service.told("if-none-match"), [None, Some("\"one\"".to_owned())], "nothing is asked twice on one day");
    assert_eq!(text(&next_day), BODY);
}

#[tokio::test]
async fn an_older_answer_that_changed_or_has_no_mark_is_replaced() {
    for mark in ["\"one\"", ""] {
        let folder = folder();
        let service =
            Service::start(
                move |_, count, _| {
                    if count == 0 { Reply::ok(BODY.into()).with("ETag", mark) } else { Reply::ok("kod;nazwa\n".into()) }
                },
            );

        get(&service, settings(folder.path())).await.expect("an answer");
        let later = get(&service, Settings { today: day(6), ..settings(folder.path()) }).await.expect("an answer");

        assert_eq!(text(&later), "kod;nazwa\n", "{mark}");
    }
}

#[tokio::test]
async fn a_kept_answer_that_was_damaged_is_asked_for_again() {
    let (service, folder) = (Service::start(|_, _, _| good()), folder());
    let first = get(&service, settings(folder.path())).await.expect("an answer");
    std::fs::write(&first.file, &BODY[..20]).expect("written");

    let second = get(&service, settings(folder.path())).await.expect("an answer");

    assert_eq!((text(&second).as_str(), service.asked().len()), (BODY, 2));
}

#[tokio::test]
async fn a_body_without_end_or_longer_than_allowed_is_left() {
    for reply in [|| Reply::Endless, || Reply::ok("x".repeat(5000)), || Reply::ok("x".repeat(5000)).cut_after(4990)] {
        let (service, folder) = (Service::start(move |_, _, _| reply()), folder());

        let error = get(&service, Settings { most_bytes: 4096, ..settings(folder.path()) }).await.expect_err("too long");

        assert!(matches!(error, Error::TooLarge { most: 4096, .. }), "{error:?}");
        let left: Vec<_> =
            std::fs::read_dir(folder.path()).expect("the folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["sent.txt"], "nothing of it stays");
    }
}

#[tokio::test]
async fn a_web_page_in_place_of_data_is_refused_and_not_kept() {
    let folder = folder();
    let page = "<!DOCTYPE html><html><body>Przerwa techniczna</body></html>";
    let service = Service::start(move |_, count, _| if count == 0 { Reply::ok(page.into()) } else { good() });

    let error = get(&service, settings(folder.path())).await.expect_err("a page");
    let answer = get(&service, settings(folder.path())).await.expect("an answer");

    assert!(matches!(error, Error::WebPage { .. }), "{error:?}");
    assert!(error.to_string().contains("open it in a browser"), "{error}");
    assert_eq!(text(&answer), BODY);
}

#[tokio::test]
async fn redirects_are_followed_within_the_host_only_and_only_where_allowed() {
    let stranger = Service::start(|_, _, _| good());
    let elsewhere = format!("http://{}/list.csv", stranger.host());
    let cases = [("/new.csv", true), (elsewhere.as_str(), false), ("https://127.0.0.1/list.csv", false), ("/list.csv", false)];
    for (target, is_followed) in cases {
        let target = target.to_owned();
        let service = Service::start(
            move |path, _, _| {
                if path == "/new.csv" { good() } else { Reply::status(302).with("Location", &target) }
            },
        );
        let (one, two) = (folder(), folder());

        let followed = get(&service, Settings { redirects: Redirects::WithinHost, ..settings(one.path()) }).await;
        let refused = get(&service, settings(two.path())).await;

        assert_eq!(followed.is_ok(), is_followed, "{followed:?}");
        assert!(is_followed || matches!(followed, Err(Error::Redirected { .. })), "{followed:?}");
        assert!(matches!(refused, Err(Error::Redirected { .. })), "{refused:?}");
    }
    assert_eq!(stranger.asked(), []);
}

#[tokio::test]
async fn a_refusal_keeps_what_the_service_says_as_far_as_it_is_short() {
    let folder = folder();
    let service = Service::start(|_, _, _| Reply::Full { status: 404, headers: Vec::new(), body: "no such list".repeat(5000) });

    let error = get(&service, settings(folder.path())).await.expect_err("a refusal");

    let Error::Refused { status: 404, body, .. } = error else { panic!("{error:?}") };
    assert!(body.starts_with(b"no such list") && body.len() == 16 << 10, "{}", body.len());
    assert_eq!(service.asked().len(), 1, "what is refused is not asked again");
}

#[tokio::test]
async fn a_silent_service_is_left_in_time() {
    let folder = folder();
    let service = Service::start(|_, _, _| {
        std::thread::sleep(Duration::from_millis(300));
        good()
    });
    let settings = Settings { silence: Duration::from_millis(100), attempts: 2, ..settings(folder.path()) };

    let error = get(&service, settings).await.expect_err("silence");

    assert!(matches!(error, Error::NoAnswer { attempts: 2, .. }), "{error:?}");
}
