//! A server of mail that listens on this machine: it speaks as much SMTP as is needed and keeps what arrives.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use miedza_workflows::post::Server;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes every letter.
    Takes,
    /// Takes the letter and does not say so.
    TakesAndFallsSilent,
    /// Asks to come again.
    IsBusy,
    /// Lets nobody in without a password.
    WantsAPassword,
    /// Knows no mailbox.
    KnowsNobody,
}

/// A letter as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub from: String,
    pub to: String,
    pub text: String,
}

impl Arrived {
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.text.split("\r\n\r\n").next()?;
        let mut lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
        lines.find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body, unpacked.
    pub fn body(&self) -> String {
        let packed = self.text.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        match self.header("Content-Transfer-Encoding") {
            Some("quoted-printable") => quoted(packed),
            _ => packed.to_owned(),
        }
    }
}

/// Unpacks "quoted-printable".
fn quoted(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut parts = text.split('=');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        if let Some(rest) = part.strip_prefix("\r\n") {
            bytes.extend(rest.bytes());
        } else {
            let (code, rest) = part.split_at(2);
            bytes.push(u8::from_str_radix(code, 16).expect("a code"));
            bytes.extend(rest.bytes());
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[derive(Debug)]
struct Desk {
    manner: watch::Sender<Manner>,
    arrived: Mutex<Vec<Arrived>>,
}

/// The server.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    desk: Arc<Desk>,
    listening: JoinHandle<()>,
}

impl Receiver {
    pub async fn listen(manner: Manner) -> Self {
        Self::listen_on(SocketAddr::from(([127, 0, 0, 1], 0)), manner).await
    }

    pub async fn listen_on(address: SocketAddr, manner: Manner) -> Self {
        let listener = TcpListener::bind(address).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let desk = Arc::new(Desk { manner: watch::Sender::new(manner), arrived: Mutex::default() });
        let at_desk = desk.clone();
        let listening = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.expect("a connection");
                let desk = at_desk.clone();
                tokio::spawn(async move {
                    // A carrier that is killed breaks off.
                    let _ = converse(stream, &desk).await;
                });
            }
        });
        Self { address, desk, listening }
    }

    /// The way to it.
    pub fn server(&self) -> Server {
        Server::new(&format!("smtp://{}", self.address), "Miedza <office@partnership.example>").expect("an address")
    }

    pub fn behave(&self, manner: Manner) {
        self.desk.manner.send_replace(manner);
    }

    pub fn answer_again(&self) {
        self.behave(Manner::Takes);
    }

    /// Everything that arrived, copies too.
    pub fn arrived(&self) -> Vec<Arrived> {
        self.desk.arrived.lock().expect("no fault").clone()
    }

    /// What a mailbox shows that knows letters by their Message-ID.
    pub fn mailbox(&self, owner: &str) -> Vec<Arrived> {
        let mut letters = BTreeMap::new();
        for letter in self.arrived().into_iter().filter(|letter| letter.to == owner) {
            letters.entry(letter.header("Message-ID").expect("a name").to_owned()).or_insert(letter);
        }
        letters.into_values().collect()
    }

    pub async fn wait_for(&self, count: usize) {
        for _ in 0..1500 {
            if self.arrived().len() >= count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{} of {count} letters arrived", self.arrived().len());
    }

    /// Listens no more; gives its address.
    pub async fn end(self) -> SocketAddr {
        self.listening.abort();
        drop(self.listening.await);
        self.address
    }
}

async fn converse(stream: TcpStream, desk: &Desk) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    say(&mut stream, "220 receiver.example ready").await?;
    let (mut from, mut to) = (String::new(), String::new());
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let manner = *desk.manner.borrow();
        let command = line.trim_end();
        match command.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => say(&mut stream, "250-receiver.example\r\n250 8BITMIME").await?,
            "MAIL" if manner == Manner::IsBusy => say(&mut stream, "451 come again").await?,
            "MAIL" if manner == Manner::WantsAPassword => say(&mut stream, "530 5.7.0 who are you").await?,
            "MAIL" => {
                from = between(command);
                say(&mut stream, "250 ok").await?;
            }
            "RCPT" if manner == Manner::KnowsNobody => say(&mut stream, "550 5.1.1 no such mailbox").await?,
            "RCPT" => {
                to = between(command);
                say(&mut stream, "250 ok").await?;
            }
            "DATA" => {
                say(&mut stream, "354 go on").await?;
                let text = take(&mut stream).await?;
                desk.arrived.lock().expect("no fault").push(Arrived { from: from.clone(), to: to.clone(), text });
                if manner == Manner::TakesAndFallsSilent {
                    // Until it behaves otherwise; by then nobody listens.
                    let mut manners = desk.manner.subscribe();
                    drop(manners.wait_for(|manner| *manner == Manner::Takes).await);
                }
                say(&mut stream, "250 taken").await?;
            }
            "QUIT" => return say(&mut stream, "221 farewell").await,
            _ => say(&mut stream, "250 ok").await?,
        }
    }
}

/// The lines of a letter up to the lonely full stop.
async fn take(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> std::io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await
}

fn between(command: &str) -> String {
    command.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}
