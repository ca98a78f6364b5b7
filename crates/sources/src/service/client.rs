//! The client: one request after the other, each within the limits, each answer bounded, faults of the moment tried again.
//!
//! Tried again are connections that fail or break off, answers 5xx and 429, with pauses that double; `Retry-After` is kept.
//! A wait that is longer than the caller's patience ends the retrieval with [`Error::LimitReached`], to go on later.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use miedza_territory::Day;
use reqwest::header::{ETAG, HeaderMap, IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE, RETRY_AFTER};
use reqwest::redirect::Policy;
use reqwest::{Response, StatusCode, Url};
use tokio::sync::Mutex;

use super::cache::{Cache, Head, failed, hashed};
use super::receiving::{header, receive, refusal};
use super::{Error, Limiter, Redirects, Settings, Trust};

/// As whom the program asks.
const AGENT: &str = concat!("Miedza/", env!("CARGO_PKG_VERSION"));

/// How often an answer may send on.
const MOST_REDIRECTS: usize = 5;

/// An answer as it lies in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub address: String,
    /// The file with the bytes as they were received.
    pub file: PathBuf,
    /// The day on which they were received, or on which the service said that they still are its answer.
    pub retrieved: Day,
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes there are.
    pub bytes: u64,
    /// The mark by which the service tells versions apart; `None` if it offers none.
    pub etag: Option<String>,
}

impl Answer {
    /// An answer that lies in a file made of several, with the address of the first.
    ///
    /// # Errors
    /// [`Error::Folder`] if the file cannot be read.
    pub async fn of_file(address: String, file: &Path, retrieved: Day) -> Result<Self, Error> {
        let (sha256, bytes) = hashed(file.to_owned()).await?.unwrap_or_default();
        Ok(Self { address, file: file.to_owned(), retrieved, sha256, bytes, etag: None })
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Error::Folder`] if the file cannot be read.
    pub async fn read(&self) -> Result<Vec<u8>, Error> {
        tokio::fs::read(&self.file).await.map_err(|source| failed(&self.file, source))
    }
}

/// A client with one folder of answers.
pub struct Client {
    calls: reqwest::Client,
    settings: Settings,
    cache: Cache,
    limiter: Mutex<Limiter>,
}

/// What an attempt brought.
enum Brought {
    /// A whole answer, with its mark.
    Answer(Option<String>),
    /// The service says that what is kept is still its answer.
    Unchanged,
}

/// Why an attempt failed, if another one may succeed.
enum Passing {
    Network(reqwest::Error),
    Status(StatusCode, Option<Duration>),
}

impl Client {
    /// Opens the folder and counts the requests that were sent from it before.
    ///
    /// # Errors
    /// [`Error::Folder`] if the folder cannot be used.
    pub async fn open(settings: Settings) -> Result<Self, Error> {
        Self::with_headers(settings, HeaderMap::new()).await
    }

    /// The same with headers that go along with each request, a key for instance.
    ///
    /// # Errors
    /// [`Error::Folder`], see [`Self::open`].
    pub async fn with_headers(settings: Settings, headers: HeaderMap) -> Result<Self, Error> {
        let calls = reqwest::Client::builder().user_agent(AGENT).default_headers(headers).redirect(policy(settings.redirects));
        let calls = calls.connect_timeout(settings.connecting).read_timeout(settings.silence).timeout(settings.timeout);
        let no_client = |source| Error::NoAnswer { address: "the network".into(), attempts: 0, source };
        let calls = calls.build().map_err(no_client)?;
        let cache = Cache::open(&settings.folder).await?;
        let limiter = Limiter::new(&settings.limits, cache.sent().await?);
        let longest = settings.limits.iter().map(|window| window.most).max().unwrap_or(0);
        let newest: Vec<Duration> = limiter.remembered().collect();
        cache.keep_sent(newest.into_iter().rev().take(longest).rev()).await?;
        Ok(Self { calls, settings, cache, limiter: Mutex::new(limiter) })
    }

    /// How it asks.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answer to an address: from the folder as far as it is trusted, else from the service.
    ///
    /// # Errors
    /// [`Error`], see the header of this file.
    pub async fn get(&self, address: &Url) -> Result<Answer, Error> {
        let kept = self.cache.kept(address.as_str()).await?;
        if let Some(head) = &kept
            && (self.settings.trust == Trust::Always || head.retrieved == self.settings.today)
        {
            return Ok(self.answer(head.clone()));
        }
        let known = kept.as_ref().and_then(|head| head.etag.as_deref());
        let head = match (self.ask(address, known).await?, kept) {
            (Brought::Unchanged, Some(head)) => {
                let head = Head { retrieved: self.settings.today, ..head };
                self.cache.keep_head(&head).await?;
                head
            }
            (Brought::Unchanged, None) => {
                return Err(Error::Broken { address: address.to_string(), status: 304, attempts: 1 });
            }
            (Brought::Answer(etag), _) => self.cache.keep(address.as_str(), self.settings.today, etag).await?,
        };
        Ok(self.answer(head))
    }

    fn answer(&self, head: Head) -> Answer {
        let file = self.cache.page(&head.address);
        let Head { address, retrieved, sha256, bytes, etag } = head;
        Answer { address, file, retrieved, sha256, bytes, etag }
    }

    /// Takes an answer out of the folder that is none after all.
    ///
    /// # Errors
    /// [`Error::Folder`] if the folder cannot be changed.
    pub async fn forget(&self, address: &str) -> Result<(), Error> {
        self.cache.forget(address).await
    }

    /// Ends a retrieval: its answers are taken out of the folder, so that the next one asks anew. Requests stay counted.
    ///
    /// # Errors
    /// [`Error::Folder`] if the folder cannot be changed.
    pub async fn finish(self) -> Result<(), Error> {
        self.cache.clear().await
    }

    async fn ask(&self, address: &Url, known: Option<&str>) -> Result<Brought, Error> {
        let (mut attempts, mut pause) = (0, self.settings.first_pause);
        loop {
            attempts += 1;
            self.turn().await?;
            let passing = match self.attempt(address, known).await? {
                Ok(brought) => return Ok(brought),
                Err(passing) => passing,
            };
            let wait = match &passing {
                Passing::Status(_, Some(wait)) => *wait,
                _ => pause,
            };
            if wait > self.settings.patience {
                return Err(Error::LimitReached { wait });
            }
            if attempts >= self.settings.attempts {
                return Err(lasting(address, attempts, (passing, wait)));
            }
            self.limiter.lock().await.hold_until(now().saturating_add(wait));
            pause = pause.saturating_mul(2);
        }
    }

    /// Waits until a request may be sent, and counts it.
    async fn turn(&self) -> Result<(), Error> {
        loop {
            let wait = {
                let mut limiter = self.limiter.lock().await;
                let wait = limiter.wait(now());
                if wait.is_zero() {
                    let time = now();
                    limiter.sent(time);
                    return self.cache.add_sent(time).await;
                }
                wait
            };
            if wait > self.settings.patience {
                return Err(Error::LimitReached { wait });
            }
            tokio::time::sleep(wait).await;
        }
    }

    /// One attempt: what it brought, a fault that may pass, or an error that will not.
    async fn attempt(&self, address: &Url, known: Option<&str>) -> Result<Result<Brought, Passing>, Error> {
        let mut request = self.calls.get(address.clone());
        if let Some(begun) = self.cache.begun(address.as_str()).await? {
            request = request.header(RANGE, format!("bytes={}-", begun.bytes)).header(IF_RANGE, begun.validator);
        } else if let Some(etag) = known {
            request = request.header(IF_NONE_MATCH, etag);
        }
        let response = match request.send().await {
            Ok(response) => response,
            Err(error) => return Ok(Err(Passing::Network(error))),
        };
        let status = response.status();
        match status {
            StatusCode::OK | StatusCode::PARTIAL_CONTENT => {
                let etag = header(&response, &ETAG);
                let received = receive(response, &self.cache, address.as_str(), &self.settings).await?;
                Ok(received.map(|()| Brought::Answer(etag)).map_err(Passing::Network))
            }
            StatusCode::NOT_MODIFIED => Ok(Ok(Brought::Unchanged)),
            StatusCode::RANGE_NOT_SATISFIABLE => {
                self.cache.drop_half(address.as_str()).await?;
                Ok(Err(Passing::Status(status, None)))
            }
            StatusCode::TOO_MANY_REQUESTS => Ok(Err(Passing::Status(status, retry_after(&response)))),
            _ if status.is_server_error() => Ok(Err(Passing::Status(status, retry_after(&response)))),
            _ if status.is_redirection() => {
                let target = header(&response, &LOCATION).unwrap_or_else(|| "nowhere".into());
                Err(Error::Redirected { address: address.to_string(), target: target.chars().take(256).collect() })
            }
            _ => Err(Error::Refused { address: address.to_string(), status: status.as_u16(), body: refusal(response).await }),
        }
    }
}

/// Follows what the settings allow; what is not followed comes back as the answer that sends on.
fn policy(redirects: Redirects) -> Policy {
    match redirects {
        Redirects::Refused => Policy::none(),
        Redirects::WithinHost => Policy::custom(|attempt| {
            let (target, first) = (attempt.url(), attempt.previous().first());
            let is_same = |first: &Url| {
                let place = |url: &Url| (url.scheme().to_owned(), url.host_str().map(str::to_owned), url.port());
                place(first) == place(target)
            };
            if first.is_some_and(is_same) && attempt.previous().len() <= MOST_REDIRECTS {
                attempt.follow()
            } else {
                attempt.stop()
            }
        }),
    }
}

/// What a fault is called that did not pass.
fn lasting(address: &Url, attempts: u32, (passing, wait): (Passing, Duration)) -> Error {
    let address = address.to_string();
    match passing {
        Passing::Network(source) => Error::NoAnswer { address, attempts, source: source.without_url() },
        Passing::Status(StatusCode::TOO_MANY_REQUESTS, _) => Error::LimitReached { wait },
        Passing::Status(status, _) => Error::Broken { address, status: status.as_u16(), attempts },
    }
}

/// The wait that the service asks for, in seconds.
fn retry_after(response: &Response) -> Option<Duration> {
    header(response, &RETRY_AFTER)?.parse().ok().map(Duration::from_secs)
}

/// Time since 1970, which the limits count by, for they outlive the process.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
