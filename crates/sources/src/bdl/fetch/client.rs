//! The client: one request after the other, each within the limits, each answer bounded, faults of the moment tried again.
//!
//! Tried again are connections that fail or break off, answers 5xx and 429, with pauses that double; `Retry-After` is kept.
//! A wait that is longer than the caller's patience ends the retrieval with [`Error::LimitReached`], to go on later.
//! Redirects are not followed, so the key in the header reaches no other host.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use miedza_territory::{Day, Series};
use reqwest::header::{HeaderMap, HeaderValue, LOCATION, RETRY_AFTER};
use reqwest::{Response, StatusCode, Url};
use tokio::sync::Mutex;

use super::cache::{Cache, hash_of_all};
use super::limiter::{Limiter, Window};
use super::request::{Request, next};
use crate::bdl::Error;
use crate::bdl::gather::{self, Received, Warning};
use crate::bdl::label::Labels;
use crate::bdl::parse::{self, MOST_BYTES};

/// Most pages of one question: a hundred thousand units or localities of a hundred each.
const MOST_PAGES: usize = 1000;

/// A client key. It never shows in messages.
#[derive(Clone)]
pub struct Key(HeaderValue);

impl Key {
    /// Takes a key as the service gave it.
    ///
    /// # Errors
    /// [`Error::NotAKey`] if it is empty or holds characters that no header may have; the error does not repeat it.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut value = HeaderValue::from_str(text.trim()).ok().filter(|value| !value.is_empty()).ok_or(Error::NotAKey)?;
        value.set_sensitive(true);
        Ok(Self(value))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Where and how to ask.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address of the service, without parameters.
    pub service: String,
    /// The client key, sent as `X-ClientId`; without one the limits are narrower.
    pub key: Option<Key>,
    /// Folder of the pages of this retrieval.
    pub folder: PathBuf,
    /// Today, which is kept with each page that is received.
    pub today: Day,
    /// Limits of the service.
    pub limits: Vec<Window>,
    /// How often a request is sent at most.
    pub attempts: u32,
    /// The pause before the second attempt; each next one is twice as long.
    pub first_pause: Duration,
    /// The longest wait for a limit; beyond it the retrieval ends, to go on later.
    pub patience: Duration,
    /// How long one request may take.
    pub timeout: Duration,
}

impl Settings {
    /// The public service with its limits of 2025, five attempts with pauses from two seconds, patience of 15 minutes.
    #[must_use]
    pub fn new(folder: PathBuf, today: Day, key: Option<Key>) -> Self {
        let limits = if key.is_some() { Window::with_key() } else { Window::without_key() };
        Self {
            service: "https://bdl.stat.gov.pl/api/v1".into(),
            key,
            folder,
            today,
            limits: limits.to_vec(),
            attempts: 5,
            first_pause: Duration::from_secs(2),
            patience: Duration::from_mins(15),
            timeout: Duration::from_mins(1),
        }
    }
}

/// One page as it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The day on which they were received.
    pub retrieved: Day,
}

/// A variable that was imported, and what was odd in its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Its values.
    pub series: Series,
    /// In the order of the answers.
    pub warnings: Vec<Warning>,
}

/// A client of one service and one folder.
pub struct Client {
    calls: reqwest::Client,
    service: Url,
    settings: Settings,
    cache: Cache,
    limiter: Mutex<Limiter>,
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
    /// [`Error::NotAnAddress`] if the service is no `http` or `https` address, [`Error::Cache`] if the folder cannot be used.
    pub async fn open(settings: Settings) -> Result<Self, Error> {
        let refused = || Error::NotAnAddress { address: settings.service.clone() };
        let service = Url::parse(&settings.service).map_err(|_| refused())?;
        if !matches!(service.scheme(), "http" | "https") || service.query().is_some() || !service.username().is_empty() {
            return Err(refused());
        }
        let mut headers = HeaderMap::new();
        if let Some(Key(key)) = &settings.key {
            headers.insert("X-ClientId", key.clone());
        }
        let calls = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(settings.timeout);
        let calls = calls.default_headers(headers).build().map_err(|source| no_answer(&service, 0, source))?;
        let cache = Cache::open(&settings.folder).await?;
        let limiter = Limiter::new(&settings.limits, cache.sent().await?);
        let longest = settings.limits.iter().map(|window| window.most).max().unwrap_or(0);
        let newest: Vec<Duration> = limiter.remembered().collect();
        cache.keep_sent(newest.into_iter().rev().take(longest).rev()).await?;
        Ok(Self { calls, service, settings, cache, limiter: Mutex::new(limiter) })
    }

    /// Imports one variable: asks what the service calls it, compares that with the list, and only then asks for values.
    ///
    /// `request` is [`Request::by_variable`] of the same variable, with the wanted years and units.
    ///
    /// # Errors
    /// [`Error::LabelDiffers`] or [`Error::NotExpected`] before any value is asked for, else what [`Self::all`],
    /// [`gather::of_variable`] and [`gather::series`] say.
    pub async fn import(&self, variable: u32, request: &Request, labels: &Labels) -> Result<Imported, Error> {
        let told = parse::variable(&self.one(&Request::variable(variable)).await?.bytes)?;
        if told.id != variable {
            return Err(Error::OtherVariable { asked: variable, found: told.id });
        }
        labels.check(&told)?;
        let answers = self.all(request).await?;
        let pages = answers.iter().map(|answer| parse::by_variable(&answer.bytes)).collect::<Result<Vec<_>, _>>()?;
        let mut gathered = gather::of_variable(variable, &pages)?;
        let warnings = std::mem::take(&mut gathered.warnings);
        let retrieved = answers.iter().map(|answer| answer.retrieved).min().unwrap_or(self.settings.today);
        let sha256 = hash_of_all(answers.iter().map(|answer| answer.bytes.as_slice()));
        let series = gather::series(&told, labels, gathered, Received { retrieved, sha256 })?;
        Ok(Imported { series, warnings })
    }

    /// The only page of a question, or its first.
    ///
    /// # Errors
    /// [`Error`], see the header of this file.
    pub async fn one(&self, request: &Request) -> Result<Answer, Error> {
        self.page(&request.address(&self.service)?).await
    }

    /// All pages of a question, following the links from one to the next; pages that lie in the folder are not asked for.
    ///
    /// # Errors
    /// [`Error::PagingLoop`] if a page comes again, holds nothing though another is said to follow, or there are more records
    /// than the service says or more pages than any question has; [`Error::ForeignLink`] if a link leads elsewhere.
    pub async fn all(&self, request: &Request) -> Result<Vec<Answer>, Error> {
        let mut address = request.address(&self.service)?;
        let (mut answers, mut seen, mut records) = (Vec::new(), BTreeSet::new(), 0);
        loop {
            seen.insert(address.clone());
            let answer = self.page(&address).await?;
            let frame = parse::frame(&answer.bytes)?.0;
            answers.push(answer);
            let Some(link) = frame.links.next else { return Ok(answers) };
            let following = next(&self.service, &link)?;
            records += u64::try_from(frame.results.len()).unwrap_or(u64::MAX);
            let is_beyond = frame.results.is_empty() || frame.total_records.is_some_and(|total| records >= total);
            if is_beyond || seen.contains(&following) || answers.len() >= MOST_PAGES {
                return Err(Error::PagingLoop { link: following.into(), pages: answers.len() });
            }
            address = following;
        }
    }

    /// Ends a retrieval: its pages are taken out of the folder, so that the next one asks anew. Requests stay counted.
    ///
    /// # Errors
    /// [`Error::Cache`] if the folder cannot be changed.
    pub async fn finish(self) -> Result<(), Error> {
        self.cache.clear().await
    }

    /// A page from the folder, or from the service; kept only if it is an answer and no message of a server in between.
    async fn page(&self, address: &Url) -> Result<Answer, Error> {
        if let Some((bytes, retrieved)) = self.cache.get(address.as_str()).await? {
            return Ok(Answer { bytes, retrieved });
        }
        let bytes = self.ask(address).await?;
        parse::frame(&bytes)?;
        self.cache.put(address.as_str(), &bytes, self.settings.today).await?;
        Ok(Answer { bytes, retrieved: self.settings.today })
    }

    async fn ask(&self, address: &Url) -> Result<Vec<u8>, Error> {
        let (mut attempts, mut pause) = (0, self.settings.first_pause);
        loop {
            attempts += 1;
            self.turn().await?;
            let passing = match self.attempt(address).await? {
                Ok(bytes) => return Ok(bytes),
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
                return Err(match passing {
                    Passing::Network(source) => no_answer(address, attempts, source),
                    Passing::Status(StatusCode::TOO_MANY_REQUESTS, _) => Error::LimitReached { wait },
                    Passing::Status(status, _) => {
                        Error::Broken { address: address.to_string(), status: status.as_u16(), attempts }
                    }
                });
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

    /// One attempt: bytes, a fault that may pass, or an error that will not.
    async fn attempt(&self, address: &Url) -> Result<Result<Vec<u8>, Passing>, Error> {
        let response = match self.calls.get(address.clone()).send().await {
            Ok(response) => response,
            Err(error) => return Ok(Err(Passing::Network(error))),
        };
        let status = response.status();
        match status {
            StatusCode::OK => bounded(response).await,
            StatusCode::TOO_MANY_REQUESTS => Ok(Err(Passing::Status(status, retry_after(&response)))),
            _ if status.is_server_error() => Ok(Err(Passing::Status(status, retry_after(&response)))),
            _ if status.is_redirection() => {
                let target = response.headers().get(LOCATION).and_then(|target| target.to_str().ok()).unwrap_or("nowhere");
                let target = target.chars().take(256).collect();
                Err(Error::Redirected { address: address.to_string(), target })
            }
            _ => Err(Error::Refused { address: address.to_string(), status: status.as_u16() }),
        }
    }
}

/// The body, as far as it is no longer than any page.
async fn bounded(mut response: Response) -> Result<Result<Vec<u8>, Passing>, Error> {
    let mut bytes = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if bytes.len() + chunk.len() > MOST_BYTES => return Err(Error::TooLarge { most: MOST_BYTES }),
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) => return Ok(Ok(bytes)),
            Err(error) => return Ok(Err(Passing::Network(error))),
        }
    }
}

/// The wait that the service asks for, in seconds; a date is not read, the growing pause serves in its place.
fn retry_after(response: &Response) -> Option<Duration> {
    response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}

fn no_answer(address: &Url, attempts: u32, source: reqwest::Error) -> Error {
    Error::NoAnswer { address: address.to_string(), attempts, source: source.without_url() }
}

/// Time since 1970, which the limits count by, for they outlive the process.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
