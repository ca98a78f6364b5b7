//! Runs of methods that take long: a job that any node does, and that may be done twice without harm.

use miedza_planning::delimitation::Run;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Author, JobDraft};
use miedza_texts::key;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::change::Wish;
use super::open::{Lab, Opened, aside};
use crate::failure::{Failure, Kind as FailureKind};
use crate::jobs::{Progress, Reporting};

/// The kind of such a job.
pub const RUN: &str = "lab_run";

/// How often a run is put on top of a variant that others change meanwhile.
const MOST_TRIES: usize = 5;

/// What such a job works on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Input {
    partnership: String,
    variant: String,
    run: Run,
    today: Day,
}

impl Lab {
    /// Whether a run on this variant takes so long that it must be a job.
    #[must_use]
    pub fn takes_long(opened: &Opened, run: &Run) -> bool {
        opened.desk.ground.is_large() && opened.desk.ground.made_before(run).is_none()
    }

    /// Asks for a run to be done by a worker; gives the id of the job.
    ///
    /// # Errors
    /// [`Failure`] if the variant is adopted or the store does not answer.
    pub async fn queue_run(&self, opened: &Opened, run: Run, author: &Author, today: Day) -> Result<String, Failure> {
        super::change::refuse_frozen(opened)?;
        let partnership = opened.variant.content.partnership.clone().unwrap_or_default();
        let run = opened.desk.around(run);
        let input = Input { partnership: partnership.clone(), variant: opened.variant.id.clone(), run, today };
        let account = author.account().map(ToOwned::to_owned);
        let draft = JobDraft { kind: RUN.to_owned(), input: json!(input), account, partnership: Some(partnership) };
        Ok(self.store.queue_job(&draft).await?)
    }

    /// Does such a job. A variant that rests on the run already is left as it is.
    pub(crate) async fn run_job(&self, job: &JobDraft, reporting: &Reporting) -> Result<Value, Failure> {
        let input: Input = serde_json::from_value(job.input.clone()).map_err(|error| Failure::fault(&error))?;
        let author = job.account.clone().map_or(Author::Program("job"), Author::Account);
        let partnership = self.found(Kind::Partnerships, &input.partnership).await?;
        let tell = |share, told| {
            // Whoever listened may be gone; the work goes on.
            let _ = reporting.send(Progress { share, told });
        };
        for _ in 0..MOST_TRIES {
            tell(0.05, key::JOB_READING);
            let variant = self.found(Kind::Variants, &input.variant).await?;
            let opened = self.open(&partnership, variant, input.today).await?;
            if opened.desk.base().run() == Some(&input.run) {
                return Ok(result(&opened));
            }
            tell(0.3, key::JOB_RUNNING);
            let (ground, run) = (opened.desk.ground.clone(), input.run.clone());
            aside(move || ground.make(&run)).await?;
            tell(0.9, key::JOB_KEEPING);
            match self.change(opened, Wish::Run(input.run.clone()), &author).await {
                Ok(opened) => return Ok(result(&opened)),
                Err(failure) if failure.kind == FailureKind::Conflict => {}
                Err(failure) => return Err(failure),
            }
        }
        Err(Failure { kind: FailureKind::Conflict, ..Failure::invalid(key::STORE_STALE, key::STORE_STALE_HINT) })
    }

    pub(super) async fn found(&self, kind: Kind, id: &str) -> Result<Record, Failure> {
        let found = self.store.record(kind, id).await?;
        found.ok_or_else(|| Failure {
            kind: FailureKind::NotFound,
            ..Failure::invalid(key::STORE_NOT_FOUND, key::STORE_NOT_FOUND_HINT)
        })
    }
}

fn result(opened: &Opened) -> Value {
    json!({ "variant": opened.variant.id, "units": opened.desk.members.len() })
}
