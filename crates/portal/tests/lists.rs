//! Lists through HTTP: each goes out as the view that is shown, no text of it becomes a formula, and the sheets of the
//! registers come back without a change.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use miedza_planning::record::{Kind, Visibility};
use miedza_planning::rights::{Grant, Role};
use miedza_planning::values::{Tongue, Translated};
use miedza_portal::{App, Portal, routes};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{AccountChange, Author, Moment, NewAccount, Question, SessionDraft, Store};
use miedza_workflows::account::secret::hash_of;
use serde_json::{Value, json};
use tower::ServiceExt as _;

const LIMIT: usize = 64 << 20;
const DESK: &str = "/en/work/partnerships/aglomeracja-kalisko-ostrowska";

/// A portal with the demonstration, and somebody of the office of all partnerships.
struct Office {
    sample: Sample,
    router: Router,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl Office {
    async fn open() -> Self {
        let sample = Engines::sqlite().await;
        miedza_workflows::demo::load(&sample.store).await.expect("the demonstration loads");
        sign_in(&sample.store).await;
        let router = routes::router(&App::new(sample.store.clone(), Portal::default()));
        Self { sample, router }
    }

    async fn call(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, LIMIT).await.expect("a body").to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// As a stranger.
    async fn get(&self, address: &str) -> Answer {
        self.call(Request::get(address).body(Body::empty()).expect("a request")).await
    }

    /// As somebody of the office.
    async fn work(&self, address: &str) -> Answer {
        let request = Request::get(address).header(header::COOKIE, "miedza_session=office");
        self.call(request.body(Body::empty()).expect("a request")).await
    }

    async fn send_sheet(&self, address: &str, name: &str, content: &[u8]) -> Answer {
        let head = format!("--miedza\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        let body = [head.as_bytes(), content, b"\r\n--miedza--\r\n"].concat();
        let request = Request::post(address)
            .header(header::COOKIE, "miedza_session=office")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=miedza");
        self.call(request.body(Body::from(body)).expect("a request")).await
    }
}

async fn sign_in(store: &Store) {
    let grant = Grant { role: Role::Secretary, partnership: None, unit: None, valid_from: None, valid_to: None };
    let new = NewAccount {
        id: "office".to_owned(),
        email: "office@example.org".to_owned(),
        name: "Office".to_owned(),
        language: "en".to_owned(),
        grants: vec![grant],
        changes: vec![AccountChange::Enabled],
        invitation: None,
    };
    store.create_account(&new, &Author::Program("test")).await.expect("an account");
    let now = Moment::now();
    let session = SessionDraft {
        hash: hash_of("office"),
        account: Some(new.id),
        data: json!({}),
        now,
        expires_at: now.plus(std::time::Duration::from_hours(1)),
    };
    store.begin_session(&session).await.expect("a session");
}

/// The address of a file of the view, as the page links it.
fn link(page: &str, ending: &str) -> Option<String> {
    let mark = format!("file={ending}\"");
    let end = page.find(&mark)? + mark.len() - 1;
    let begin = page[..end].rfind("href=\"")? + "href=\"".len();
    Some(page[begin..end].replace("&amp;", "&").replace("&#38;", "&"))
}

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let lines = records(csv.trim_start_matches('\u{feff}'));
    let headings = lines.first().cloned().unwrap_or_default();
    lines.iter().skip(1).map(|line| headings.iter().cloned().zip(line.iter().cloned()).collect()).collect()
}

/// The cells of a text with commas, as RFC 4180 has them.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut all, mut line, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\n' if !is_quoted => {
                line.push(std::mem::take(&mut cell).trim_end_matches('\r').to_owned());
                all.push(std::mem::take(&mut line));
            }
            _ => cell.push(sign),
        }
    }
    all
}

/// Lists with the column by which a row is known.
const LISTS: [(&str, &str); 9] = [
    ("/pl/partnerships", "name"),
    ("/pl/units", "name"),
    ("/cs/calls", "subject"),
    ("/pl/partnerships/aglomeracja-walbrzyska/members", "name"),
    ("/pl/partnerships/aglomeracja-walbrzyska/history", "title"),
    ("/cs/partnerships/opole-olomouc/documents", "title"),
    ("/en/partnerships/aglomeracja-kalisko-ostrowska/bodies", "name"),
    ("/en/partnerships/aglomeracja-beskidzka/news", "title"),
    ("/pl/search", "name"),
];

#[tokio::test]
async fn every_list_goes_out_as_the_view_that_is_shown() {
    let office = Office::open().await;

    for (address, column) in LISTS {
        let ask = if address.ends_with("/search") { "?q=aglomeracja" } else { "" };
        let page = office.get(&format!("{address}{ask}")).await.text();
        let json = link(&page, "json").unwrap_or_else(|| panic!("{address} links no file"));
        let whole: Value = serde_json::from_slice(&office.get(&json).await.bytes).expect("JSON");
        let csv = office.get(&link(&page, "csv").expect("a link")).await;
        let xlsx = office.get(&link(&page, "xlsx").expect("a link")).await;
        let listed = whole["data"].as_array().expect("rows");

        assert!(!listed.is_empty(), "{address}");
        assert_eq!(rows(&csv.text()).len(), listed.len(), "{address}");
        assert!(xlsx.bytes.starts_with(b"PK"), "{address}");
        for (answer, kind) in
            [(&csv, "text/csv; charset=utf-8"), (&xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
        {
            assert_eq!(answer.headers[header::CONTENT_TYPE], kind, "{address}");
            assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().expect("text").starts_with("attachment"), "{address}");
        }
        stands_in_order(address, &page, listed, column);
    }
}

/// The rows stand on the page in the order of the file, as far as the page goes.
fn stands_in_order(address: &str, page: &str, listed: &[Value], column: &str) {
    let mut from = page.find("<main").expect("a main part");
    for row in listed.iter().take(20) {
        let name = row[column].as_str().unwrap_or_else(|| panic!("{address}: {row} has no {column}"));
        let shown =
            name.replace('&', "&#38;").replace('"', "&#34;").replace('\'', "&#39;").replace('<', "&#60;").replace('>', "&#62;");
        let place = page[from..].find(&shown).unwrap_or_else(|| panic!("{address}: {name} does not follow"));
        from += place;
    }
}

#[tokio::test]
async fn filter_and_order_of_the_view_go_into_the_file() {
    let office = Office::open().await;
    let cases = [
        ("/pl/partnerships/aglomeracja-walbrzyska/members?on=2020-10-19&sort=-name&q=gmina", "name"),
        ("/pl/partnerships?sort=-members&stage=governance", "name"),
        ("/pl/units?q=wal&sort=-code", "code"),
        ("/pl/partnerships/aglomeracja-walbrzyska/history?kind=accession&sort=-date", "title"),
        ("/pl/search?q=aglomeracja&kind=partnerships&sort=-name", "name"),
    ];
    for (address, column) in cases {
        let page = office.get(address).await.text();
        let Some(json) = link(&page, "json") else { continue };
        let whole: Value = serde_json::from_slice(&office.get(&json).await.bytes).expect("JSON");

        let question = address.split_once('?').expect("a question").1;
        for part in question.split('&') {
            assert!(json.contains(part), "{json} lacks {part}");
        }
        stands_in_order(address, &page, whole["data"].as_array().expect("rows"), column);
    }
}

#[tokio::test]
async fn the_members_of_a_date_are_a_file_as_long_as_the_list() {
    let office = Office::open().await;

    for (day, members) in [("2015-12-22", 22), ("2020-10-19", 28)] {
        let address = format!("/pl/partnerships/aglomeracja-walbrzyska/members?on={day}&file=csv");
        let certain = rows(&office.get(&address).await.text()).iter().filter(|row| row["certainty"] == "certain").count();
        assert_eq!(certain, members, "{day}");

        let everywhere = office.get(&format!("/api/v1/members.csv?on={day}&certainty=certain")).await.text();
        let here = rows(&everywhere).iter().filter(|row| row["partnership.name"] == "Aglomeracja Wałbrzyska").count();
        assert_eq!(here, members, "{day}");
    }
}

/// Texts that spreadsheets have taken for formulas.
const PAYLOADS: [&str; 40] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "=IMPORTXML(\"https://example.org\",\"//a\")",
    "=WEBSERVICE(\"https://example.org\")",
    "=DDE(\"soffice\";\"x\";\"y\")",
    "=SUM(A1:A9)",
    "=A1",
    "==1",
    "= 1",
    "=\"x\"",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "+48 74 665 51 00",
    "+",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "-",
    "- one",
    "@SUM(1+1)",
    "@example",
    "@",
    "a;=1+1",
    "a;+1;-1;@x",
    "a;;=1",
    "a\";=1+1",
    "\",=1+1",
    "\"=1+1\"",
    "a,=1+1",
    "a,b",
    "\"",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "'=1+1",
    "''=1",
    "'quoted'",
    "'",
];

async fn keep_payloads(store: &Store) -> Vec<String> {
    let like = store.by_slug(Kind::Partnerships, "aglomeracja-kalisko-ostrowska").await.expect("an answer").expect("it is there");
    let mut ids = Vec::new();
    for text in PAYLOADS {
        let values = json!({
            "event_kind": "other", "date": "2019-05-01",
            "title": Translated::new(Tongue::En, text),
            "description": Translated::new(Tongue::En, format!("{text}\n{text}")),
        });
        let draft = miedza_planning::record::Draft {
            kind: Kind::TimelineEvents,
            partnership: Some(like.id.clone()),
            visibility: Visibility::Public,
            origin: miedza_planning::record::Origin::Invented,
            source: Some(text.to_owned()),
            values: values.as_object().cloned().expect("an object"),
        };
        ids.push(store.create(draft, &Author::Program("test")).await.expect("it is kept").id);
    }
    ids
}

#[tokio::test]
async fn no_text_becomes_a_formula_and_a_sheet_comes_back_as_it_went() {
    let office = Office::open().await;
    let ids = keep_payloads(&office.sample.store).await;
    let files = [
        format!("{DESK}/timeline_events/sheet/csv"),
        "/en/partnerships/aglomeracja-kalisko-ostrowska/history?file=csv".to_owned(),
        "/api/v1/partnerships/aglomeracja-kalisko-ostrowska/timeline.csv".to_owned(),
    ];

    for file in &files {
        let csv = office.work(file).await.text();
        let lines = records(csv.trim_start_matches('\u{feff}'));
        assert!(lines.len() > PAYLOADS.len(), "{file}");
        for cell in lines.iter().flatten() {
            let is_number = cell.parse::<f64>().is_ok();
            let begins = cell.chars().next().is_some_and(|sign| "=+-@\t\r＝＋－＠".contains(sign));
            assert!(is_number || !begins, "{file}: {cell:?}");
        }
    }

    let before = office.sample.store.revision().await.expect("a revision");
    for ending in ["csv", "xlsx"] {
        let sheet = office.work(&format!("{DESK}/timeline_events/sheet/{ending}")).await;
        let shown = office.send_sheet(&format!("{DESK}/timeline_events/import"), &format!("sheet.{ending}"), &sheet.bytes).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
        assert!(!shown.text().contains("<del>"), "{ending}: {}", shown.text());
    }
    assert_eq!(office.sample.store.revision().await.expect("a revision"), before);
    assert_eq!(ids.len(), PAYLOADS.len());
}

#[tokio::test]
async fn every_register_comes_back_as_it_went() {
    let office = Office::open().await;
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.may_be_of_partnership());

    for kind in kinds {
        for ending in ["csv", "xlsx"] {
            let sheet = office.work(&format!("{DESK}/{kind}/sheet/{ending}")).await;
            assert_eq!(sheet.status, StatusCode::OK, "{kind} {ending}");
            let shown = office.send_sheet(&format!("{DESK}/{kind}/import"), &format!("sheet.{ending}"), &sheet.bytes).await;
            assert_eq!(shown.status, StatusCode::OK, "{kind} {ending}: {}", shown.text());
            assert!(!shown.text().contains("<ins>"), "{kind} {ending}: {}", shown.text());
        }
    }
}

#[tokio::test]
async fn the_sheet_of_a_register_is_the_view_that_is_shown() {
    let office = Office::open().await;
    let question = "q=go%C5%82uch%C3%B3w&sort=-name";

    let page = office.work(&format!("{DESK}/memberships?{question}")).await.text();
    let sheet = office.work(&format!("{DESK}/memberships/sheet/csv?{question}")).await.text();

    assert!(
        page.contains("/memberships/sheet/csv?sort=-name&amp;q=go%C5%82uch%C3%B3w")
            || page.contains("/memberships/sheet/csv?sort=-name&#38;q=go%C5%82uch%C3%B3w"),
        "{page}"
    );
    let all = office.sample.store.count(&Question::of(Kind::Memberships)).await.expect("a count");
    let rows = records(sheet.trim_start_matches('\u{feff}')).len() - 1;
    assert!(rows > 0 && u64::try_from(rows).expect("a count") < all, "{rows} of {all}");
}
