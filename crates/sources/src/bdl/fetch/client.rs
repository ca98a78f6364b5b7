//! The client of the bank: labels first, then values page by page, each page kept in the folder of the retrieval.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use miedza_territory::{Day, Series};
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderValue};

use super::request::{Request, next};
use crate::bdl::Error;
use crate::bdl::gather::{self, Received, Warning};
use crate::bdl::label::Labels;
use crate::bdl::parse::{self, MOST_BYTES};
use crate::service::{self, Trust, Window, digest};

/// Where the service is.
const SERVICE: &str = "https://bdl.stat.gov.pl/api/v1";

/// Limits for those who give no key: 5 in a second, 100 in 15 minutes, 1 000 in 12 hours, 10 000 in 7 days.
const WITHOUT_KEY: [Window; 4] =
    [Window::of(1, 5), Window::of(15 * 60, 100), Window::of(12 * 3600, 1000), Window::of(7 * 86400, 10_000)];

/// Limits for those who give a key: 10 in a second, 500 in 15 minutes, 5 000 in 12 hours, 50 000 in 7 days.
const WITH_KEY: [Window; 4] =
    [Window::of(1, 10), Window::of(15 * 60, 500), Window::of(12 * 3600, 5000), Window::of(7 * 86400, 50_000)];

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
    /// How it is asked, and the folder of the pages of this retrieval.
    pub asking: service::Settings,
}

impl Settings {
    /// The public service with its limits of 2025; a page within a minute, taken as long as it lies in the folder.
    #[must_use]
    pub fn new(folder: PathBuf, today: Day, key: Option<Key>) -> Self {
        let limits = if key.is_some() { WITH_KEY } else { WITHOUT_KEY };
        let asking = service::Settings {
            limits: limits.to_vec(),
            timeout: Duration::from_mins(1),
            most_bytes: u64::try_from(MOST_BYTES).unwrap_or(u64::MAX),
            trust: Trust::Always,
            ..service::Settings::new(folder, today)
        };
        Self { service: SERVICE.into(), key, asking }
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

/// A client of the bank and of one folder.
pub struct Client {
    service: Url,
    client: service::Client,
}

impl Client {
    /// Opens the folder and counts the requests that were sent from it before.
    ///
    /// # Errors
    /// [`Error::Service`] if the service is no address that may be asked or the folder cannot be used.
    pub async fn open(settings: Settings) -> Result<Self, Error> {
        let service = service::address(&settings.service)?;
        if service.query().is_some() {
            return Err(service::Error::NotAnAddress { address: settings.service }.into());
        }
        let mut headers = HeaderMap::new();
        if let Some(Key(key)) = settings.key {
            headers.insert("X-ClientId", key);
        }
        Ok(Self { service, client: service::Client::with_headers(settings.asking, headers).await? })
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
        let mut gathered = gather::of_variable(variable, &pages)?.within_bounds(variable);
        let warnings = std::mem::take(&mut gathered.warnings);
        let retrieved = answers.iter().map(|answer| answer.retrieved).min().unwrap_or(self.client.settings().today);
        let sha256 = digest::of_all(answers.iter().map(|answer| answer.bytes.as_slice()));
        let series = gather::series(&told, labels, gathered, Received { retrieved, sha256 })?;
        Ok(Imported { series, warnings })
    }

    /// The only page of a question, or its first.
    ///
    /// # Errors
    /// [`Error::Service`] if there is no answer, [`Error::Shape`] if it is none of the bank.
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
    /// [`Error::Service`] if the folder cannot be changed.
    pub async fn finish(self) -> Result<(), Error> {
        Ok(self.client.finish().await?)
    }

    /// A page from the folder, or from the service; kept only if it is an answer and no message of a server in between.
    async fn page(&self, address: &Url) -> Result<Answer, Error> {
        let answer = self.client.get(address).await?;
        let bytes = answer.read().await?;
        if let Err(error) = parse::frame(&bytes) {
            self.client.forget(address.as_str()).await?;
            return Err(error);
        }
        Ok(Answer { bytes, retrieved: answer.retrieved })
    }
}
