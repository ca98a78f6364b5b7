//! A portal with its people and their browsers.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use miedza_portal::{App, Portal, routes};
use miedza_store::Mail;
use miedza_store::samples::{Engines, Sample};
use miedza_texts::Language;
use miedza_workflows::account::terminal::{Asked, add_user};
use time::{Duration, OffsetDateTime};
use tower::ServiceExt as _;

const LIMIT: usize = 8 << 20;
/// Address of the portal in letters.
pub const SITE: &str = "https://partnership.example";
/// A password that will do.
pub const PASSWORD: &str = "zielona miedza nad rzeką";
/// Another one.
pub const OTHER: &str = "miedza po drugiej stronie";
/// The administrator of every portal here.
pub const KEEPER: &str = "office@partnership.example";
/// Somebody else.
pub const ANNA: &str = "anna@gmina.example";

thread_local! {
    // Each test has a thread of its own, and its portal works on it.
    static AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// The clock of the portal, as far ahead as it was moved.
pub fn clock() -> OffsetDateTime {
    OffsetDateTime::now_utc() + Duration::seconds(AHEAD.get())
}

/// Lets time pass.
pub fn after(duration: std::time::Duration) {
    AHEAD.set(AHEAD.get() + i64::try_from(duration.as_secs()).expect("some days"));
}

/// A portal.
pub struct House {
    pub sample: Sample,
    pub app: App,
    read: RefCell<BTreeMap<String, usize>>,
}

impl House {
    /// A portal on each engine, with one administrator.
    pub async fn on_each() -> impl Iterator<Item = Self> {
        let mut houses = Vec::new();
        for sample in Engines::all().await {
            houses.push(Self::on(sample).await);
        }
        // What one of them has waited for is not the time of the next.
        houses.into_iter().inspect(|_| AHEAD.set(0))
    }

    /// A portal on a file.
    pub async fn on_a_file() -> Self {
        Self::on(Engines::sqlite().await).await
    }

    async fn on(sample: Sample) -> Self {
        Self::with(sample, portal()).await
    }

    /// A portal that is set up in a way of its own.
    pub async fn with(sample: Sample, portal: Portal) -> Self {
        AHEAD.set(0);
        let app = App::new(sample.store.clone(), portal);
        let house = Self { sample, app, read: RefCell::default() };
        house.add(KEEPER, Some("administrator"), Some(PASSWORD)).await;
        house
    }

    /// Makes an account on the terminal; gives the link of the invitation, if there is no password.
    pub async fn add(&self, email: &str, role: Option<&str>, password: Option<&str>) -> String {
        let text = |text: &str| text.to_owned();
        let asked = Asked {
            email: text(email),
            name: Some(text(if email == ANNA { "Anna Kowal" } else { "The office" })),
            language: Language::En,
            roles: role.map(text).into_iter().collect(),
            partnership: None,
            unit: None,
            password: password.map(text),
        };
        add_user(&self.sample.store, &asked, SITE).await.expect("an account").link.unwrap_or_default()
    }

    /// A browser at an ordinary place.
    pub fn browser(&self) -> Browser {
        Browser::of(&self.app)
    }

    /// A browser in which somebody has signed in.
    pub async fn browser_of(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser.sign_in(email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{email}: {}", answer.text);
        browser
    }

    /// Letters that wait, the newest first, once no more come: a letter for a new password is made after the answer was given.
    pub async fn letters(&self) -> Vec<Mail> {
        let mut letters = self.sample.store.waiting_mails("").await.expect("letters");
        let mut quiet = 0;
        while quiet < 3 {
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            let now = self.sample.store.waiting_mails("").await.expect("letters");
            quiet = if now == letters { quiet + 1 } else { 0 };
            letters = now;
        }
        letters
    }

    /// The path of the link in the newest letter to somebody that has one; waits for one that was not read yet.
    pub async fn link_to(&self, email: &str) -> String {
        for _ in 0..200 {
            let mut letters = self.letters().await;
            letters.retain(|letter| letter.draft.recipient == email && letter.draft.body.contains(SITE));
            let mut read = self.read.borrow_mut();
            if read.get(email).is_none_or(|read| *read < letters.len()) && !letters.is_empty() {
                read.insert(email.to_owned(), letters.len());
                return path(&letters[0].draft.body);
            }
        }
        panic!("no new letter to {email}");
    }

    /// How many letters wait for somebody.
    pub async fn count_to(&self, email: &str) -> usize {
        self.letters().await.iter().filter(|letter| letter.draft.recipient == email).count()
    }

    /// Whether the database holds this text anywhere.
    pub async fn holds(&self, text: &str) -> bool {
        let tables = ["accounts", "sessions", "one_time_tokens", "api_tokens", "identities", "mails", "audit_entries", "grants"];
        for table in tables {
            let rows = self.sample.texts(&rows_of(&self.sample, table)).await.expect("rows");
            if rows.iter().any(|row| row.contains(text)) {
                return true;
            }
        }
        false
    }
}

/// All rows of a table as texts.
fn rows_of(sample: &Sample, table: &str) -> String {
    if sample.place.database.starts_with("postgres") {
        return format!("SELECT t::text FROM {table} t");
    }
    let columns = match table {
        "accounts" => "id || coalesce(email, '') || name || coalesce(password_hash, '') || coalesce(totp_secret, '')",
        "sessions" => "id || data",
        "one_time_tokens" => "hash || coalesce(data, '')",
        "api_tokens" => "name || hash || scopes",
        "identities" => "issuer || subject",
        "mails" => "\"key\" || recipient || subject || body",
        "grants" => "id || role || coalesce(unit, '')",
        _ => "coalesce(\"before\", '') || coalesce(\"after\", '')",
    };
    format!("SELECT {columns} FROM {table}")
}

/// How every portal here is set up.
pub fn portal() -> Portal {
    Portal { public_address: SITE.to_owned(), clock, ..Portal::default() }
}

/// The path of the first link of a letter.
pub fn path(body: &str) -> String {
    let link = body.lines().map(str::trim).find(|line| line.starts_with(SITE) && line.len() > SITE.len() + 20);
    link.expect("a link").trim_start_matches(SITE).to_owned()
}

/// What a door answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub to: String,
    pub text: String,
}

/// A browser: its cookies, and where it is in the network.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub from: IpAddr,
}

impl Browser {
    pub fn of(app: &App) -> Self {
        Self { router: routes::router(app), cookies: BTreeMap::new(), from: IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)) }
    }

    pub fn from(mut self, address: [u8; 4]) -> Self {
        self.from = IpAddr::from(address);
        self
    }

    pub async fn get(&mut self, address: &str) -> Answer {
        self.send(Request::get(address).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&mut self, address: &str, form: &[(&str, &str)]) -> Answer {
        let sent: Vec<String> = form.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text))).collect();
        let request = Request::builder().method(Method::POST).uri(address);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(sent.join("&"))).expect("a request")).await
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/en/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Whether the own account is open here.
    pub async fn is_in(&mut self) -> bool {
        self.get("/en/account").await.status == StatusCode::OK
    }

    pub async fn send(&mut self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.from, 4000)));
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("en-GB,en;q=0.8"));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().expect("cookies"));
        }
        let answer = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = to_bytes(body, LIMIT).await.expect("a body");
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap_or_default().to_owned());
        Answer {
            status: parts.status,
            to: to.unwrap_or_default(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            headers: parts.headers,
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()) {
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

pub fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The value of a hidden field.
pub fn hidden(page: &str, name: &str) -> String {
    let start = page.find(&format!("name=\"{name}\" value=\"")).expect("the field is there");
    page[start..].split('"').nth(3).expect("a value").to_owned()
}
