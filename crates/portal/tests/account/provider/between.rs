//! A real provider on this machine, and what lies between it and the portal: a way that passes everything on, or does harm.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use miedza_workflows::account::provider::{Labels, Provider, Settings};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::house::SITE;

/// What becomes of the token of identity on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Everything is passed on.
    Honest,
    /// Somebody else's name is written into it.
    Forges,
    /// It says that it needs no signature.
    Unsigns,
    /// It is left out.
    Withholds,
    /// Answers without end.
    Floods,
    /// The provider is down.
    IsDown,
}

struct Way {
    manner: Mutex<Manner>,
    to: Mutex<Option<SocketAddr>>,
    calls: reqwest::Client,
}

/// The provider, and the way to it.
pub struct Between {
    pub issuer: String,
    way: Arc<Way>,
    people: Value,
    seconds: u32,
    running: Option<Child>,
    said: Option<BufReader<ChildStdout>>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/provider")
}

/// Whether the provider can be started here; says so if not.
pub fn is_there() -> bool {
    let has_node = Command::new("node").arg("--version").output().is_ok_and(|answer| answer.status.success());
    let is_there = has_node && folder().join("node_modules/oidc-provider").is_dir();
    if !is_there {
        say("skipped: no Node.js, or its packages are not in e2e/provider (npm ci)");
    }
    is_there
}

#[expect(clippy::print_stdout, reason = "a test says what it left out")]
fn say(text: &str) {
    println!("{text}");
}

impl Between {
    /// A provider with these people, whose tokens hold for so long.
    pub async fn start(people: Value, seconds: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let calls = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().expect("a client");
        let way = Arc::new(Way { manner: Mutex::new(Manner::Honest), to: Mutex::default(), calls });
        let router = Router::new().fallback(pass).with_state(way.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let mut between = Self { issuer, way, people, seconds, running: None, said: None };
        between.restart();
        between
    }

    /// Starts the provider anew: with other keys, and without a memory.
    pub fn restart(&mut self) {
        self.end();
        let client = json!({
            "client_id": "miedza", "client_secret": "tajne haslo: 100%+",
            "redirect_uris": [format!("{SITE}/sign-in/provider")], "post_logout_redirect_uris": [format!("{SITE}/")],
        });
        let settings =
            json!({"issuer": self.issuer, "port": 0, "client": client, "people": self.people, "seconds": self.seconds});
        let mut command = Command::new("node");
        command.arg("provider.mjs").arg(settings.to_string()).current_dir(folder());
        let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut running = started.expect("the provider starts");
        let mut said = BufReader::new(running.stdout.take().expect("it talks"));
        let mut line = String::new();
        while !line.contains("listening on ") {
            line.clear();
            assert!(said.read_line(&mut line).expect("it talks") > 0, "the provider ended");
        }
        let port = line.trim().rsplit(' ').next().and_then(|port| port.parse().ok()).expect("a port");
        *self.way.to.lock().expect("no fault") = Some(SocketAddr::from(([127, 0, 0, 1], port)));
        (self.running, self.said) = (Some(running), Some(said));
    }

    fn end(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.kill().expect("ended");
            running.wait().expect("ended");
        }
        self.said = None;
    }

    pub fn behave(&self, manner: Manner) {
        *self.way.manner.lock().expect("no fault") = manner;
    }

    /// The provider as the portal is told of it.
    pub fn provider(&self, labels: &[&str]) -> Provider {
        provider(&self.issuer, labels)
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        self.end();
    }
}

/// A provider at this address.
pub fn provider(issuer: &str, labels: &[&str]) -> Provider {
    let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
    let settings = Settings {
        issuer: issuer.to_owned(),
        client: "miedza".to_owned(),
        secret: Some("tajne haslo: 100%+".to_owned()),
        labels: Labels::parse(&labels).expect("labels"),
        public_address: SITE.to_owned(),
    };
    Provider::new(settings).expect("an address")
}

async fn pass(State(way): State<Arc<Way>>, request: Request) -> Response {
    let manner = *way.manner.lock().expect("no fault");
    let to = way.to.lock().expect("no fault").expect("the provider runs");
    if manner == Manner::IsDown {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let (parts, body) = request.into_parts();
    let is_token = parts.uri.path() == "/token";
    let body = to_bytes(body, 1 << 20).await.expect("a body");
    let address = format!("http://{to}{}", parts.uri);
    // The name of the host is passed on, so that the provider speaks of itself as the portal knows it.
    let passed = way.calls.request(parts.method, address).headers(parts.headers).body(body).send().await;
    let answer = passed.expect("the provider answers");
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.expect("an answer");
    let body = if is_token && status == StatusCode::OK { changed(&body, manner) } else { Body::from(body) };
    let mut kept = HeaderMap::new();
    for (name, value) in &headers {
        if name != "content-length" && name != "transfer-encoding" {
            kept.append(name, value.clone());
        }
    }
    (status, kept, body).into_response()
}

/// The answer with the tokens, changed.
fn changed(body: &Bytes, manner: Manner) -> Body {
    let mut answer: Value = serde_json::from_slice(body).expect("JSON");
    let token = answer["id_token"].as_str().expect("a token").to_owned();
    let parts: Vec<&str> = token.split('.').collect();
    match manner {
        Manner::Forges => answer["id_token"] = json!([parts[0], &forged(parts[1]), parts[2]].join(".")),
        // {"alg":"none","typ":"JWT"}
        Manner::Unsigns => answer["id_token"] = json!(format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", parts[1])),
        Manner::Withholds => drop(answer.as_object_mut().expect("an object").remove("id_token")),
        Manner::Floods => return Body::from(vec![b' '; 4 << 20]),
        Manner::Honest | Manner::IsDown => {}
    }
    Body::from(answer.to_string())
}

/// The content of a token with another name in it.
fn forged(content: &str) -> String {
    let text = String::from_utf8(unpacked(content)).expect("JSON");
    let changed = text.replace("\"sub\":\"anna\"", "\"sub\":\"ewa\"");
    assert_ne!(changed, text, "the name was found");
    packed(changed.as_bytes())
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base 64 for addresses, as tokens are written in.
fn packed(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            let sign = usize::try_from(bits >> (18 - 6 * place) & 63).expect("six bits");
            text.push(char::from(SIGNS[sign]));
        }
    }
    text
}

fn unpacked(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let sign = |byte: &u8| SIGNS.iter().position(|sign| sign == byte).and_then(|place| u32::try_from(place).ok());
        let bits = four.iter().fold(0, |bits, byte| bits << 6 | sign(byte).expect("a sign")) << (6 * (4 - four.len()));
        let [_, three @ ..] = bits.to_be_bytes();
        bytes.extend_from_slice(&three[..four.len() - 1]);
    }
    bytes
}
