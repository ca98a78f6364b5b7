//! An office at work: the demonstration, somebody who signed in, and requests in their name.

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

/// The workbench of the partnership that the tests work in.
pub const DESK: &str = "/en/work/partnerships/aglomeracja-kalisko-ostrowska";
const LIMIT: usize = 8 << 20;

/// A portal with the demonstration, and a cookie of somebody who signed in.
pub struct Office {
    pub sample: Sample,
    pub router: Router,
    pub cookie: String,
    accounts: Vec<demo::ShownAccount>,
}

/// What a door answered.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub text: String,
}

impl Office {
    /// The portal, entered by one of the accounts of the demonstration; a stranger without one.
    pub async fn of(email: Option<&str>) -> Self {
        let sample = Engines::sqlite().await;
        let shown = demo::show(&sample.store).await.expect("the demonstration loads");
        let app = App::new(sample.store.clone(), Portal::default());
        let mut office = Self { sample, router: routes::router(&app), cookie: String::new(), accounts: shown.accounts };
        if let Some(email) = email {
            office.enter(email).await;
        }
        office
    }

    /// The password of an account of the demonstration.
    pub fn password(&self, email: &str) -> String {
        let account = self.accounts.iter().find(|account| account.email == email).expect("an account");
        account.password.clone().expect("a new password")
    }

    /// Signs in with an account of the demonstration.
    pub async fn enter(&mut self, email: &str) {
        let password = self.password(email);
        self.sign_in(email, &password).await;
    }

    /// The same portal after its program was started anew.
    pub fn start_anew(&mut self) {
        self.router = routes::router(&App::new(self.sample.store.clone(), Portal::default()));
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) {
        let form = format!("email={}&password={password}", email.replace('@', "%40"));
        let request = Request::post("/en/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.call(request.body(Body::from(form)).expect("a request")).await;
        let cookies = answer.headers().get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let mut sessions =
            cookies.filter_map(|cookie| cookie.split(';').next()).filter(|cookie| cookie.starts_with("miedza_session="));
        self.cookie = sessions.next().expect("a session").to_owned();
    }

    pub async fn call(&self, mut request: Request<Body>) -> axum::response::Response {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
        if !self.cookie.is_empty() {
            request.headers_mut().insert(header::COOKIE, self.cookie.parse().expect("a cookie"));
        }
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    pub async fn read(&self, request: Request<Body>) -> Answer {
        let answer = self.call(request).await;
        let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap_or_default().to_owned()).unwrap_or_default();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), LIMIT).await.expect("a body");
        Answer { status, to, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.read(Request::get(address).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, address: &str, form: &[(&str, &str)]) -> Answer {
        self.send(address, form, "text/html").await
    }

    /// Sends a form as its island does in the background.
    pub async fn post_for_json(&self, address: &str, form: &[(&str, &str)]) -> Answer {
        self.send(address, form, "application/json").await
    }

    async fn send(&self, address: &str, form: &[(&str, &str)], accepts: &str) -> Answer {
        let request = Request::builder().method(Method::POST).uri(address).header(header::ACCEPT, accepts);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.read(request.body(Body::from(urlencoded(form))).expect("a request")).await
    }

    pub async fn send_file(&self, address: &str, content: &str, further: &[(&str, &str)]) -> Answer {
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

    pub async fn records(&self, kind: Kind) -> Vec<Record> {
        let slug = "aglomeracja-kalisko-ostrowska";
        let partnership = self.sample.store.by_slug(Kind::Partnerships, slug).await.expect("an answer").expect("it is there");
        self.sample.store.records(&Question::of(kind).in_partnership(partnership.id)).await.expect("records")
    }
}

/// A form as browsers send it.
pub fn urlencoded(form: &[(&str, &str)]) -> String {
    form.iter().map(|(name, text)| format!("{}={}", escaped(name), escaped(text))).collect::<Vec<_>>().join("&")
}

/// A text as forms send it.
pub fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// The value of a hidden entry of a page.
pub fn hidden(page: &str, name: &str) -> String {
    let start = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name} is not there: {page}"));
    page[start..].split('"').nth(3).expect("a value").to_owned()
}
