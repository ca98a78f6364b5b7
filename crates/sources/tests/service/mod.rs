//! A server on this machine that answers as a test wants, counts what it was asked, and can break off.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What the server does with a request.
pub enum Reply {
    /// An answer with status, headers and body.
    Full {
        /// Status.
        status: u16,
        /// Headers beside the length.
        headers: Vec<(String, String)>,
        /// Body.
        body: String,
    },
    /// The connection ends in the midst of the body.
    Cut,
    /// The same after so many bytes of an answer that would be whole.
    CutAfter(usize, Box<Self>),
    /// A body without end.
    Endless,
}

impl Reply {
    /// A good answer.
    pub fn ok(body: String) -> Self {
        Self::Full { status: 200, headers: Vec::new(), body }
    }

    /// An answer without a body.
    pub fn status(status: u16) -> Self {
        Self::Full { status, headers: Vec::new(), body: String::new() }
    }

    /// The same with one more header; none for an empty value.
    pub fn with(self, name: &str, value: &str) -> Self {
        match self {
            Self::Full { status, mut headers, body } if !value.is_empty() => {
                headers.push((name.into(), value.into()));
                Self::Full { status, headers, body }
            }
            other => other,
        }
    }

    /// An answer whose connection ends after so many bytes of its body.
    pub fn cut_after(self, bytes: usize) -> Self {
        Self::CutAfter(bytes, Box::new(self))
    }

    /// How the service writes it, and how much of that it sends.
    fn written(self) -> Option<(String, usize)> {
        match self {
            Self::Full { status, headers, body } => {
                let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
                let length = body.len();
                let head = format!("HTTP/1.1 {status} x\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
                Some((format!("{head}{body}"), head.len() + length))
            }
            Self::CutAfter(bytes, whole) => {
                let (text, length) = whole.written()?;
                let head = text.find("\r\n\r\n").map_or(0, |end| end + 4);
                Some((text, length.min(head + bytes)))
            }
            Self::Cut => Self::ok(" ".repeat(1000)).cut_after(7).written(),
            Self::Endless => None,
        }
    }
}

/// Path of a request and the key that came along.
type Asked = (String, Option<String>);
/// Path of a request and its headers, their names in small letters.
type Request = (String, Vec<(String, String)>);
type Behaviour = Box<dyn Fn(&str, usize, &Service) -> Reply + Send + Sync>;

struct State {
    host: String,
    behaviour: Mutex<Arc<Behaviour>>,
    asked: Mutex<Vec<Request>>,
    ends: AtomicBool,
}

/// The server; it ends with its last owner.
pub struct Service {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

impl Service {
    /// Starts it; the behaviour is given the path, how many requests came before, and the server.
    pub fn start(behaviour: impl Fn(&str, usize, &Self) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let host = listener.local_addr().expect("an address").to_string();
        let behaviour: Behaviour = Box::new(behaviour);
        let behaviour = Mutex::new(Arc::new(behaviour));
        let state = Arc::new(State { host, behaviour, asked: Mutex::default(), ends: AtomicBool::new(false) });
        let inside = Self { state: Arc::clone(&state), thread: None };
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if inside.state.ends.load(Ordering::SeqCst) {
                    return;
                }
                // A client that goes away is its own business.
                let _ = stream.and_then(|stream| inside.answer(stream));
            }
        });
        Self { state, thread: Some(thread) }
    }

    /// Behaves otherwise from now on.
    pub fn behave(&mut self, behaviour: impl Fn(&str, usize, &Self) -> Reply + Send + Sync + 'static) {
        *self.state.behaviour.lock().expect("no panic") = Arc::new(Box::new(behaviour));
    }

    /// Host and port.
    pub fn host(&self) -> &str {
        &self.state.host
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        let keys = self.told("x-clientid");
        self.state.asked.lock().expect("no panic").iter().map(|(path, _)| path.clone()).zip(keys).collect()
    }

    /// What each request so far said in a header.
    pub fn told(&self, header: &str) -> Vec<Option<String>> {
        let value = |(_, headers): &Request| headers.iter().find(|(name, _)| name == header).map(|(_, value)| value.clone());
        self.state.asked.lock().expect("no panic").iter().map(value).collect()
    }

    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let Some((path, headers)) = read(&stream)? else { return Ok(()) };
        let count = {
            let mut asked = self.state.asked.lock().expect("no panic");
            asked.push((path.clone(), headers));
            asked.len() - 1
        };
        let behaviour = Arc::clone(&self.state.behaviour.lock().expect("no panic"));
        if let Some((text, length)) = behaviour(&path, count, self).written() {
            return stream.write_all(&text.as_bytes()[..length]);
        }
        // A client that has read enough does not hold up the test.
        stream.set_write_timeout(Some(Duration::from_millis(500)))?;
        write!(stream, "HTTP/1.1 200 x\r\nConnection: close\r\n\r\n")?;
        let spaces = vec![b' '; 1 << 16];
        loop {
            stream.write_all(&spaces)?;
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.state.ends.store(true, Ordering::SeqCst);
            // Wakes the listener; where that fails there is none any more.
            let _ = TcpStream::connect(&self.state.host);
            let _ = thread.join();
        }
    }
}

/// Path and headers of a request without a body.
fn read(stream: &TcpStream) -> std::io::Result<Option<Request>> {
    let mut lines = BufReader::new(stream).lines();
    let Some(first) = lines.next() else { return Ok(None) };
    let path = first?.split(' ').nth(1).unwrap_or_default().to_string();
    let mut headers = Vec::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            return Ok(Some((path, headers)));
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.push((name.to_ascii_lowercase(), value.trim().to_string()));
        }
    }
    Ok(None)
}
