//! A node of the portal as a process of its own, and what is asked of it.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a node may take until it answers.
const START: Duration = Duration::from_secs(20);
/// What the parts of a form with a file are cut by.
const CUT: &str = "miedza-cut";

/// A node; it is killed at the end.
pub struct Node {
    process: Child,
    listen: SocketAddr,
}

/// What a node answered.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header; the names are in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim()).next()
    }

    /// The cookie of the session that was begun.
    pub fn session(&self) -> String {
        let mut begun = self.head.lines().filter_map(|line| line.strip_prefix("set-cookie: ")?.split(';').next());
        begun.rfind(|cookie| cookie.starts_with("miedza_session=")).expect("a session").to_owned()
    }
}

impl Node {
    /// Starts a node on a database and waits until it answers.
    pub fn start(data: &Path, database: &str, more: &[&str], environment: &[(&str, String)]) -> Self {
        let listen = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
        command.arg("serve").arg("--data").arg(data).args(["--database", database, "--listen", &listen.to_string(), "--quiet"]);
        command.args(more).envs(environment.iter().cloned());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let node = Self { process: command.spawn().expect("the program starts"), listen };
        let since = Instant::now();
        while node.try_ask("GET", "/health", "", None).is_none_or(|answer| answer.status != 200) {
            assert!(since.elapsed() < START, "the node never answers");
            std::thread::sleep(Duration::from_millis(10));
        }
        node
    }

    /// Reads a page.
    pub fn get(&self, path: &str, session: &str) -> Answer {
        self.try_ask("GET", path, session, None).expect("an answer")
    }

    /// Sends a form.
    pub fn post(&self, path: &str, session: &str, form: &[(&str, &str)]) -> Answer {
        let entries: Vec<String> = form.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let body = ("application/x-www-form-urlencoded", entries.join("&").into_bytes());
        self.try_ask("POST", path, session, Some(body)).expect("an answer")
    }

    /// Sends a file with the words of its form.
    pub fn send(&self, path: &str, session: &str, file: (&str, &[u8]), form: &[(&str, &str)]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in form {
            let part = format!("--{CUT}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(part.as_bytes());
        }
        let head = format!("--{CUT}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
        body.extend(head.as_bytes());
        body.extend(file.1);
        body.extend(format!("\r\n--{CUT}--\r\n").as_bytes());
        let body = ("multipart/form-data; boundary=miedza-cut", body);
        self.try_ask("POST", path, session, Some(body)).expect("an answer")
    }

    /// Ends the node as a failing machine would.
    pub fn kill(&mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("ended");
    }

    /// HTTP 1.0, so that the answer comes in one piece and ends with the connection.
    fn try_ask(&self, method: &str, path: &str, session: &str, body: Option<(&str, Vec<u8>)>) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.listen).ok()?;
        let (kind, body) = body.unwrap_or(("text/plain", Vec::new()));
        let head = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nCookie: {session}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.listen,
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let cut = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&answer[..cut]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer { status, head, body: answer[cut + 4..].to_vec() })
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[expect(clippy::print_stdout, reason = "a test says what it left out")]
pub fn skipped(why: &str) {
    println!("skipped: {why}");
}
