//! The workbench through HTTP: registers, forms, merge pages, sheets, deletions, on the demonstration.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use miedza_planning::record::{Kind, Record};
use miedza_portal::{App, Portal, routes};
use miedza_store::Question;
use miedza_store::samples::{Engines, Sample};
use miedza_workflows::demo;
use tower::ServiceExt as _;

const DESK: &str = "/en/work/partnerships/aglomeracja-kalisko-ostrowska";
const LIMIT: usize = 8 << 20;

/// A portal with the demonstration, and a cookie of somebody who signed in.
struct Office {
    sample: Sample,
    router: Router,
    cookie: String,
}

/// What a door answered.
struct Answer {
    status: StatusCode,
    to: String,
    text: String,
}

impl Office {
    /// The portal, entered by one of the accounts of the demonstration; a stranger without one.
    async fn of(email: Option<&str>) -> Self {
        let sample = Engines::sqlite().await;
        let shown = demo::show(&sample.store).await.expect("the demonstration loads");
        let app = App::new(sample.store.clone(), Portal::default());
        let mut office = Self { sample, router: routes::router(&app), cookie: String::new() };
        if let Some(email) = email {
            let account = shown.accounts.iter().find(|account| account.email == email).expect("an account");
            let password = account.password.clone().expect("a new password");
            office.sign_in(email, &password).await;
        }
        office
    }

    async fn sign_in(&mut self, email: &str, password: &str) {
        let form = format!("email={}&password={password}", email.replace('@', "%40"));
        let request = Request::post("/en/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.call(request.body(Body::from(form)).expect("a request")).await;
        let cookies = answer.headers().get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let mut sessions =
            cookies.filter_map(|cookie| cookie.split(';').next()).filter(|cookie| cookie.starts_with("miedza_session="));
        self.cookie = sessions.next().expect("a session").to_owned();
    }

    async fn call(&self, mut request: Request<Body>) -> axum::response::Response {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
        if !self.cookie.is_empty() {
            request.headers_mut().insert(header::COOKIE, self.cookie.parse().expect("a cookie"));
        }
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    async fn read(&self, request: Request<Body>) -> Answer {
        let answer = self.call(request).await;
        let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap_or_default().to_owned()).unwrap_or_default();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), LIMIT).await.expect("a body");
        Answer { status, to, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, address: &str) -> Answer {
        self.read(Request::get(address).body(Body::empty()).expect("a request")).await
    }

    async fn post(&self, address: &str, form: &[(&str, &str)]) -> Answer {
        let sent: Vec<String> = form.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text))).collect();
        let request = Request::builder().method(Method::POST).uri(address);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.read(request.body(Body::from(sent.join("&"))).expect("a request")).await
    }

    async fn send_file(&self, address: &str, content: &str, further: &[(&str, &str)]) -> Answer {
        let mut body = String::new();
        for (name, text) in further {
            body.push_str(&format!("--miedza\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n"));
        }
        if !content.is_empty() {
            body.push_str("--miedza\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.csv\"\r\n\r\n");
            body.push_str(content);
            body.push_str("\r\n");
        }
        body.push_str("--miedza--\r\n");
        let request = Request::post(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=miedza");
        self.read(request.body(Body::from(body)).expect("a request")).await
    }

    async fn records(&self, kind: Kind) -> Vec<Record> {
        let slug = "aglomeracja-kalisko-ostrowska";
        let partnership = self.sample.store.by_slug(Kind::Partnerships, slug).await.expect("an answer").expect("it is there");
        self.sample.store.records(&Question::of(kind).in_partnership(partnership.id)).await.expect("records")
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn hidden(page: &str, name: &str) -> String {
    let start = page.find(&format!("name=\"{name}\" value=\"")).expect("the field is there");
    page[start..].split('"').nth(3).expect("a value").to_owned()
}

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_and_another_office_is_refused() {
    let stranger = Office::of(None).await;
    let other = Office::of(Some("secretary.walbrzych@example.org")).await;

    let asked = stranger.get(DESK).await;
    let refused = other.get(&format!("{DESK}/memberships")).await;

    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.text.contains("/en/sign-in?to="), "{}", asked.text);
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn somebody_who_saw_an_older_version_chooses_field_by_field() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let body = office.records(Kind::Bodies).await.remove(0);
    let address = format!("{DESK}/bodies/{}", body.id);
    let seen = body.version.to_string();

    let first = office.post(&address, &[("seen-version", &seen), ("quorum_percent", "60"), ("majority", "absolute")]).await;
    let merge = office.post(&address, &[("seen-version", &seen), ("quorum_percent", "70"), ("majority", "unanimous")]).await;

    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(merge.status, StatusCode::CONFLICT);
    assert!(merge.text.contains("choose:quorum_percent") && merge.text.contains("choose:majority"), "{}", merge.text);

    let now = hidden(&merge.text, "seen-version");
    let form = [
        ("seen-version", now.as_str()),
        ("quorum_percent", "70"),
        ("majority", "unanimous"),
        ("choose:quorum_percent", "yours"),
        ("choose:majority", "theirs"),
    ];
    let chosen = office.post(&address, &form).await;
    let kept = office.sample.store.record(Kind::Bodies, &body.id).await.expect("an answer").expect("it is there");

    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text);
    assert_eq!((kept.number("quorum_percent"), kept.text("majority")), (Some(70), Some("absolute")));
}

#[tokio::test]
async fn a_sheet_with_three_changed_cells_changes_three_cells_and_can_be_undone() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let before = office.records(Kind::Memberships).await;
    let sheet = office.get(&format!("{DESK}/memberships/sheet/csv")).await.text;
    let changed: Vec<String> = sheet
        .lines()
        .map(|line| {
            let is_one = ["3007012", "3007022", "3007032"].iter().any(|code| line.contains(code));
            if is_one { line.replacen(",member,", ",observer,", 1) } else { line.to_owned() }
        })
        .collect();

    let shown = office.send_file(&format!("{DESK}/memberships/import"), &changed.join("\r\n"), &[]).await;

    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    assert_eq!(shown.text.matches("<del>").count(), 3, "{}", shown.text);
    assert_eq!(office.records(Kind::Memberships).await, before);

    let kept = hidden(&shown.text, "kept");
    let saved = office.send_file(&format!("{DESK}/memberships/import"), "", &[("kept", &kept), ("confirm", "yes")]).await;
    let after = office.records(Kind::Memberships).await;
    let differing = after.iter().zip(&before).filter(|(after, before)| after.content != before.content).count();

    assert_eq!((saved.status, differing), (StatusCode::OK, 3), "{}", saved.text);

    let undo = hidden(&saved.text, "undo");
    let undone = office.send_file(&format!("{DESK}/memberships/import"), "", &[("undo", &undo)]).await;
    let again = office.records(Kind::Memberships).await;

    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    assert!(again.iter().zip(&before).all(|(again, before)| again.content == before.content));
}

#[tokio::test]
async fn a_deleted_entry_is_brought_back() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let partner = office.records(Kind::TimelineEvents).await.remove(0);
    let address = format!("{DESK}/timeline_events/{}", partner.id);

    let deleted = office.post(&format!("{address}/delete"), &[("seen-version", &partner.version.to_string())]).await;
    let gone = office.get(&address).await;
    let list = office.get(&format!("{DESK}/timeline_events?deleted=true")).await;
    let back = office.post(&format!("{DESK}/timeline_events/undelete/{}", partner.id), &[]).await;

    assert_eq!((deleted.status, gone.status), (StatusCode::SEE_OTHER, StatusCode::NOT_FOUND));
    assert!(list.text.contains(&format!("undelete/{}", partner.id)), "{}", list.text);
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    assert_eq!(office.get(&address).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_typed_stays_when_a_field_is_wrong() {
    let office = Office::of(Some("coordinator.kalisz@example.org")).await;
    let form = [
        ("date", "spring"),
        ("event_kind", "other"),
        ("title.en", "A walk <script>alert(1)</script>"),
        ("visibility", "partners"),
    ];

    let refused = office.post(&format!("{DESK}/timeline_events/new"), &form).await;
    let saved = office.post(&format!("{DESK}/timeline_events/new"), &[("date", "2024-04"), form[1], form[2], form[3]]).await;
    let list = office.get(&format!("{DESK}/timeline_events")).await;

    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"spring\"") && refused.text.contains("date-error"), "{}", refused.text);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(saved.to.contains("/timeline_events/"), "{}", saved.to);
    assert!(list.text.contains("A walk") && !list.text.contains("<script>alert"), "{}", list.text);
}

#[tokio::test]
async fn an_editor_of_a_municipality_writes_for_the_own_one_and_publishes_nothing() {
    let office = Office::of(Some("goluchow@example.org")).await;
    let form = |unit: &'static str, visibility: &'static str| [("unit", unit), ("role", "observer"), ("visibility", visibility)];

    let own = office.post(&format!("{DESK}/memberships/new"), &form("3020052", "partners")).await;
    let other = office.post(&format!("{DESK}/memberships/new"), &form("3007012", "partners")).await;
    let public = office.post(&format!("{DESK}/memberships/new"), &form("3020052", "public")).await;

    assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text);
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    assert_eq!(public.status, StatusCode::FORBIDDEN);
}
