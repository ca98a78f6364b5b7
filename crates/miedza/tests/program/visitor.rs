//! A browser without a window, and a server of mail that takes every letter: enough to meet a portal that is served.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::support::Place;

const PATIENCE: Duration = Duration::from_secs(20);

/// A portal that is served until it is dropped.
pub struct Served {
    pub listen: SocketAddr,
    child: Child,
    said: Arc<Mutex<String>>,
    listening: thread::JoinHandle<()>,
}

impl Served {
    /// Serves the folder of a place, with further arguments and variables.
    pub fn start(place: &Place, further: &[&str], variables: &[(&str, &str)]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let listen = free.expect("a free port");
        let mut command = Command::new(env!("CARGO_BIN_EXE_miedza"));
        command.args(["serve", "--data"]).arg(place.path("data")).args(["--listen", &listen.to_string()]);
        command.args(further).env_remove("RUST_LOG").envs(variables.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let pipe = child.stderr.take().expect("it talks");
        let said: Arc<Mutex<String>> = Arc::default();
        let heard = said.clone();
        let listening = thread::spawn(move || {
            for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                let mut heard = heard.lock().expect("no fault");
                heard.push_str(&line);
                heard.push('\n');
            }
        });
        let since = Instant::now();
        while TcpStream::connect(listen).is_err() {
            assert!(since.elapsed() < PATIENCE, "the portal does not listen");
            thread::sleep(Duration::from_millis(10));
        }
        Self { listen, child, said, listening }
    }

    /// Ends it as a power cut does; gives what it said.
    pub fn end(mut self) -> String {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
        self.listening.join().expect("it talked");
        let said = self.said.lock().expect("no fault");
        said.clone()
    }

    /// Ends it as a terminal does; gives what it said.
    pub fn interrupt(mut self, within: Duration) -> String {
        let told = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(told.expect("a system with signals").success());
        let since = Instant::now();
        while self.child.try_wait().expect("its state").is_none() {
            assert!(since.elapsed() < within, "the portal does not end within {within:?}");
            thread::sleep(Duration::from_millis(10));
        }
        self.listening.join().expect("it talked");
        let said = self.said.lock().expect("no fault");
        said.clone()
    }

    /// Waits until it has said something.
    pub fn wait_for(&self, words: &str) {
        let since = Instant::now();
        while !self.said.lock().expect("no fault").contains(words) {
            assert!(since.elapsed() < PATIENCE, "it does not say {words}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn visitor(&self) -> Visitor {
        Visitor { listen: self.listen, cookies: BTreeMap::new() }
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Answered {
    pub status: u16,
    pub to: String,
    pub text: String,
}

/// A browser.
pub struct Visitor {
    listen: SocketAddr,
    pub cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// The same browser before a portal that was started anew.
    pub fn at(mut self, served: &Served) -> Self {
        self.listen = served.listen;
        self
    }

    pub fn get(&mut self, path: &str) -> Answered {
        self.ask("GET", path, "", "")
    }

    pub fn get_with(&mut self, path: &str, token: &str) -> Answered {
        self.ask("GET", path, &format!("Authorization: Bearer {token}\r\n"), "")
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answered {
        let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let sent: Vec<String> = form.iter().map(|(name, text)| format!("{name}={}", escaped(text))).collect();
        self.ask("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", &sent.join("&"))
    }

    fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Answered {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut stream = TcpStream::connect(self.listen).expect("the portal listens");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {}\r\nContent-Length: {}\r\n{headers}\r\n",
            self.listen,
            cookies.join("; "),
            body.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, text) = answer.split_once("\r\n\r\n").expect("a head");
        let values = |name: &'static str| {
            head.lines().filter_map(move |line| line.split_once(": ").filter(|(found, _)| found.eq_ignore_ascii_case(name)))
        };
        for (_, cookie) in values("set-cookie") {
            let (name, rest) = cookie.split_once('=').expect("a cookie");
            self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap_or_default().to_owned());
        }
        self.cookies.retain(|_, value| !value.is_empty());
        Answered {
            status: head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status"),
            to: values("location").next().map(|(_, to)| to.to_owned()).unwrap_or_default(),
            text: text.to_owned(),
        }
    }
}

/// A server of mail.
pub struct Mailbox {
    pub address: SocketAddr,
    letters: Arc<Mutex<Vec<String>>>,
}

impl Mailbox {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let letters: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = letters.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = kept.clone();
                // A program that ends breaks off.
                thread::spawn(move || drop(converse(stream, &kept)));
            }
        });
        Self { address, letters }
    }

    /// Waits for a letter to somebody about something; gives its text with soft line breaks taken out.
    pub fn letter(&self, to: &str, about: &str) -> String {
        let since = Instant::now();
        loop {
            let letters = self.letters.lock().expect("no fault").clone();
            let found = letters.iter().rev().find(|letter| letter.contains(&format!("To: {to}")) && letter.contains(about));
            if let Some(letter) = found {
                return letter.clone();
            }
            assert!(since.elapsed() < PATIENCE, "no letter to {to} about {about}: {letters:?}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The path of the link in a letter to somebody.
    pub fn link(&self, to: &str, about: &str) -> String {
        let letter = self.letter(to, about);
        let line = letter.lines().find(|line| line.starts_with("http") && line.contains(about)).expect("a link");
        let path = line.trim().splitn(4, '/').nth(3).expect("a path");
        format!("/{path}")
    }
}

fn converse(mut stream: TcpStream, letters: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    stream.write_all(b"220 mailbox.example\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            "EHLO" => b"250-mailbox.example\r\n250 AUTH PLAIN\r\n",
            "AUTH" => b"235 welcome\r\n",
            "QUIT" => return stream.write_all(b"221 farewell\r\n"),
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let letter = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".");
                let letter = letter.collect::<Vec<_>>().join("\n").replace("=\n", "").replace("=3D", "=");
                letters.lock().expect("no fault").push(letter);
                b"250 taken\r\n"
            }
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer)?;
    }
    Ok(())
}
