//! Long work: a worker of this node takes a job, holds it while it works, says how far it is, and ends it.
//!
//! A job whose node is gone is taken up by another, so each kind of work here does no harm when it is done twice. Kinds of
//! work are a closed list; a job of a kind that this program does not know ends with that reason.

use std::time::Duration;

use miedza_store::{Job, JobState, Moment, Store};
use miedza_texts::{Key, Language, Message, key};
use serde_json::{Value, json};
use tokio::sync::watch;
use uuid::Uuid;

use crate::failure::Failure;
use crate::lab::{self, Lab};

/// For how long a job is held without a sign of life.
const LEASE: Duration = Duration::from_secs(12);
/// How often a sign of life is given.
const BEAT: Duration = Duration::from_secs(3);
/// How long a worker rests when there is nothing to do.
const REST: Duration = Duration::from_secs(2);

/// How far work is, and the sentence that says what is being done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Share that is done, 0 to 1.
    pub share: f64,
    /// What is being done.
    pub told: Key,
}

/// Where work says how far it is.
pub type Reporting = watch::Sender<Progress>;

/// Takes jobs on this node.
#[derive(Clone, Debug)]
pub struct Worker {
    store: Store,
    lab: Lab,
    node: String,
}

impl Worker {
    /// A worker of this node.
    #[must_use]
    pub fn new(store: Store, lab: Lab) -> Self {
        Self { store, lab, node: Uuid::now_v7().to_string() }
    }

    /// Takes one job after the other, until the program ends.
    pub async fn work(self) {
        loop {
            match self.take_one().await {
                Ok(true) => {}
                Ok(false) => tokio::time::sleep(REST).await,
                Err(failure) => {
                    tracing::warn!(told = failure.told.key.name(), causes = ?failure.causes, "no job could be taken");
                    tokio::time::sleep(REST).await;
                }
            }
        }
    }

    /// Takes a job if there is one, and ends it; says whether there was one.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn take_one(&self) -> Result<bool, Failure> {
        let Some(job) = self.store.take_job(&self.node, LEASE).await? else { return Ok(false) };
        let outcome = self.hold(&job).await?;
        match outcome {
            Some(Ok(result)) => self.store.finish_job(&job.id, &self.node, Ok(&result)).await?,
            Some(Err(failure)) => self.store.finish_job(&job.id, &self.node, Err(&told(&failure))).await?,
            // Another node has it by now; what it says counts.
            None => false,
        };
        Ok(true)
    }

    /// Works while giving signs of life; `None` if the job was lost to another node.
    ///
    /// Both are driven side by side: work that holds the store while nobody drives it would keep a sign of life waiting for
    /// what the work itself holds.
    async fn hold(&self, job: &Job) -> Result<Option<Result<Value, Failure>>, Failure> {
        let (reporting, progress) = watch::channel(Progress { share: 0.0, told: key::JOB_BEGUN });
        tokio::select! {
            outcome = self.begin(job, reporting) => Ok(Some(outcome)),
            lost = self.beat(job, progress) => lost.map(|()| None),
        }
    }

    /// Gives signs of life; ends when the job is lost to another node.
    async fn beat(&self, job: &Job, mut progress: watch::Receiver<Progress>) -> Result<(), Failure> {
        let mut beat = tokio::time::interval(BEAT);
        loop {
            tokio::select! {
                _ = beat.tick() => {}
                Ok(()) = progress.changed() => {}
            }
            let Progress { share, told } = *progress.borrow_and_update();
            if !self.store.renew_job(&job.id, &self.node, LEASE, (share, told.name())).await? {
                return Ok(());
            }
        }
    }

    async fn begin(&self, job: &Job, reporting: Reporting) -> Result<Value, Failure> {
        match job.draft.kind.as_str() {
            lab::RUN => self.lab.run_job(&job.draft, &reporting).await,
            lab::CERTAINTY => self.lab.certainty_job(&job.draft, &reporting).await,
            other => Err(Failure::invalid(Message::new(key::JOB_UNKNOWN).with("kind", other), key::JOB_UNKNOWN_HINT)),
        }
    }
}

/// Whether a job that was begun gives no sign of life any more: its node is gone, and another one will take it up.
#[must_use]
pub fn is_forsaken(job: &Job) -> bool {
    // Two signs of life are missing by then.
    let silent = LEASE.saturating_sub(BEAT * 2);
    let held = job.leased_until.as_deref().and_then(Moment::parse);
    job.state == JobState::Running && held.is_some_and(|held| held < Moment::now().plus(silent))
}

/// A failure as it is kept with its job, in every language, since nobody knows yet who reads it.
fn told(failure: &Failure) -> Value {
    let mut languages = serde_json::Map::new();
    for language in Language::ALL {
        let said = |message: &Message| language.say(message);
        let hint = failure.hint.as_ref().map(said);
        languages.insert(language.code().to_owned(), json!({ "told": said(&failure.told), "hint": hint }));
    }
    Value::Object(languages)
}

/// What a failed job left, in a language: what was refused, and the next step.
#[must_use]
pub fn refusal(job: &Job, language: Language) -> Option<(String, String)> {
    let told = job.result.as_ref()?.get(language.code())?;
    let text = |name: &str| told.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some((text("told"), text("hint")))
}
