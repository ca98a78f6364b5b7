//! Cubes of Eurostat and of DataStat into the store.

use miedza_sources::czso::data_stat::{self, Question};
use miedza_sources::eurostat::{self, Query, Times};
use miedza_sources::service::{Answer, Client, Redirects};
use miedza_store::Store;
use miedza_texts::{Message, key};

use super::{Fetched, Way, asking, failed, known, retrieval};
use crate::failure::Failure;
use crate::importing::observations::{keep_read, read_aside};
use crate::importing::{AUTHOR, About, Imported};

/// Most bytes of a cube of Eurostat, which refuses larger ones itself.
const MOST_BYTES: u64 = 128 << 20;

/// What is asked of Eurostat, in the words of a person.
#[derive(Clone, Debug, Default)]
pub struct EurostatQuestion {
    /// Code of the dataset.
    pub dataset: String,
    /// Codes of units; none for all.
    pub units: Vec<String>,
    /// Pairs such as `sex=T`.
    pub filters: Vec<String>,
    /// The first and the last time, `2015`; `None` for open.
    pub times: (Option<String>, Option<String>),
    /// Whether another label or unit of measure than before is taken over.
    pub confirms_labels: bool,
}

impl EurostatQuestion {
    /// The question as the source takes it.
    fn query(&self) -> Result<Query, Failure> {
        let mut filters: Vec<(String, String)> = self.units.iter().map(|unit| ("geo".to_owned(), unit.clone())).collect();
        for filter in &self.filters {
            let wrong =
                || Failure::invalid(Message::new(key::FETCH_FILTER).with("word", filter.as_str()), key::FETCH_FILTER_HINT);
            let (dimension, category) = filter.split_once('=').ok_or_else(wrong)?;
            filters.push((dimension.trim().to_owned(), category.trim().to_owned()));
        }
        let time = |text: &Option<String>| {
            let wrong = |text: &str| Failure::invalid(Message::new(key::FETCH_TIME).with("word", text), key::FETCH_TIME_HINT);
            text.as_deref().map(|text| text.parse().map_err(|_| wrong(text))).transpose()
        };
        let times = match (time(&self.times.0)?, time(&self.times.1)?) {
            (None, None) => Times::All,
            (since, until) => Times::Between(since, until),
        };
        Ok(Query { filters, times, ..Query::new(&self.dataset) })
    }
}

/// What is asked of DataStat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataStatPart {
    /// A whole dataset (sada) as a cube.
    Dataset,
    /// A selection that the office has made ready (výběr), as a cube.
    Selection,
    /// The open data of a dataset, a file with a row per value.
    OpenData,
}

/// Asks Eurostat and keeps what it answers.
///
/// # Errors
/// [`Failure`] if the question is none, there is no answer, it is another one than was asked for, a label or a unit of measure
/// is another one than before and nobody confirmed it, or the store cannot keep the values.
pub async fn fetch_eurostat(
    store: &Store,
    question: &EurostatQuestion,
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let query = question.query()?;
    let client = way.client(MOST_BYTES, Redirects::Refused).await?;
    tell(&asking("Eurostat"));
    let answer = eurostat::fetch(&client, way.at(eurostat::SERVICE), &query).await.map_err(|error| failed::eurostat(&error))?;
    keep(store, (client, answer), way, question.confirms_labels).await
}

/// Asks DataStat for a dataset, by its code, and keeps what it answers.
///
/// # Errors
/// [`Failure`], as for [`fetch_eurostat`].
pub async fn fetch_data_stat(
    store: &Store,
    (code, part, confirms_labels): (&str, DataStatPart, bool),
    way: &Way,
    tell: &(impl Fn(&Message) + Sync),
) -> Result<Fetched, Failure> {
    let question = match part {
        DataStatPart::Dataset => Question::Dataset(code),
        DataStatPart::Selection => Question::Selection(code),
        DataStatPart::OpenData => Question::OpenData(code),
    };
    let client = way.client(data_stat::MOST_BYTES, Redirects::Refused).await?;
    tell(&asking("DataStat"));
    let answer = data_stat::fetch(&client, way.at(data_stat::SERVICE), question).await;
    keep(store, (client, answer.map_err(|error| failed::data_stat(&error))?), way, confirms_labels).await
}

/// Keeps the observations of an answer; one that holds none is not asked for again from the folder.
async fn keep(store: &Store, (client, answer): (Client, Answer), way: &Way, confirms_labels: bool) -> Result<Fetched, Failure> {
    let bytes = answer.read().await.map_err(|error| failed::file(&error))?;
    let read = match read_aside((answer.address.clone(), bytes.into()), &About::received(answer.retrieved)).await {
        Ok(read) => read,
        Err(not_kept) => {
            client.forget(&answer.address).await.map_err(|error| failed::file(&error))?;
            return Err(not_kept.into());
        }
    };
    if let Some(found) = read.found.as_ref().filter(|_| !confirms_labels) {
        known::check(found, &store.observation_variables().await?)?;
    }
    let kept = keep_read(store, read, &AUTHOR).await?;
    let changed = usize::try_from(kept.new + kept.revised).unwrap_or(usize::MAX);
    let imported = Imported { told: kept.told(), units: kept.units, changed };
    way.finish(client).await?;
    Fetched::noted(store, imported, vec![retrieval(&answer)]).await
}
