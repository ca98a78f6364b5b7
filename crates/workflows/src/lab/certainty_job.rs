//! Certainty takes a while: a job that any node does, with its progress, and that may be done twice without harm.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Author, Change, JobDraft};
use miedza_territory::count;
use miedza_texts::key;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::certainty::{FIELD, Sure, Wanted, study_of};
use super::open::{Lab, Opened, aside};
use crate::delimitation::summarise::PROGRAM;
use crate::failure::{Failure, Kind as FailureKind};
use crate::jobs::{Progress, Reporting};

/// The kind of such a job.
pub const CERTAINTY: &str = "lab_certainty";

/// How often a result is put beside a variant that others change meanwhile.
const MOST_TRIES: usize = 5;

/// What such a job works on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Input {
    partnership: String,
    variant: String,
    wanted: Wanted,
    today: Day,
}

/// Ends the drawing when nobody waits for it any more.
struct StopWhenDropped(Arc<AtomicBool>);

impl Drop for StopWhenDropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Lab {
    /// Asks for the certainty of a variant; gives the id of the job.
    ///
    /// # Errors
    /// [`Failure`] if the variant rests on no method, what is asked for does not fit, or the store does not answer.
    pub async fn queue_certainty(
        &self,
        opened: &Opened,
        wanted: Wanted,
        (author, today): (&Author, Day),
    ) -> Result<String, Failure> {
        wanted.check()?;
        if opened.desk.base().run().is_none() {
            return Err(super::certainty::no_method());
        }
        let partnership = opened.variant.content.partnership.clone().unwrap_or_default();
        let input = Input { partnership: partnership.clone(), variant: opened.variant.id.clone(), wanted, today };
        let account = author.account().map(ToOwned::to_owned);
        let draft = JobDraft { kind: CERTAINTY.to_owned(), input: json!(input), account, partnership: Some(partnership) };
        Ok(self.store.queue_job(&draft).await?)
    }

    /// Does such a job. It draws the same again if it is done twice, since the seed is part of what was asked for.
    pub(crate) async fn certainty_job(&self, job: &JobDraft, reporting: &Reporting) -> Result<Value, Failure> {
        let input: Input = serde_json::from_value(job.input.clone()).map_err(|error| Failure::fault(&error))?;
        let author = job.account.clone().map_or(Author::Program("job"), Author::Account);
        let tell = |share, told| {
            // Whoever listened may be gone; the work goes on.
            let _ = reporting.send(Progress { share, told });
        };
        tell(0.02, key::JOB_READING);
        let partnership = self.found(Kind::Partnerships, &input.partnership).await?;
        let variant = self.found(Kind::Variants, &input.variant).await?;
        let opened = self.open(&partnership, variant, input.today).await?;
        tell(0.05, key::JOB_DRAWING);
        let sure = self.drawn(&opened, &input.wanted, reporting).await?;
        tell(0.97, key::JOB_KEEPING);
        self.keep_certainty(&input.variant, &sure, &author).await?;
        Ok(json!({ "variant": input.variant, "units": sure.units.len(), "edges": sure.edges().len() }))
    }

    async fn drawn(&self, opened: &Opened, wanted: &Wanted, reporting: &Reporting) -> Result<Sure, Failure> {
        let (desk, wanted, reporting) = (opened.desk.clone(), wanted.clone(), reporting.clone());
        let stop = Arc::new(AtomicBool::new(false));
        let _guard = StopWhenDropped(Arc::clone(&stop));
        let flow_table_sha256 = self.table_hash(opened).await?;
        let found = aside(move || {
            let told = AtomicUsize::new(0);
            let tell = |done: usize, of: usize| {
                // Each per cent is told once: every word of it is written down.
                let per_cent = done * 100 / of.max(1);
                if told.fetch_max(per_cent, Ordering::Relaxed) < per_cent {
                    let share = 0.05 + 0.9 * count(done) / count(of.max(1));
                    let _ = reporting.send(Progress { share, told: key::JOB_DRAWING });
                }
            };
            study_of(&desk, &wanted, (&tell, &stop))
        });
        let mut sure = found.await?.ok_or_else(stopped)?;
        sure.made_from.flow_table_sha256 = flow_table_sha256;
        sure.made_from.program = format!("{} {}", PROGRAM.name, PROGRAM.version);
        Ok(sure)
    }

    /// SHA-256 of the file that the figures of a variant come from; empty where there is none.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn table_hash(&self, opened: &Opened) -> Result<String, Failure> {
        let file = opened.table.as_ref().and_then(|table| table.text("file"));
        let Some(file) = file else { return Ok(String::new()) };
        let attachment = self.store.record(Kind::Attachments, file).await?;
        Ok(attachment.as_ref().and_then(|attachment| attachment.text("sha256")).unwrap_or_default().to_owned())
    }

    /// Puts the result beside the variant as it is by then; an adopted one keeps its units, so it may have a certainty too.
    async fn keep_certainty(&self, variant: &str, sure: &Sure, author: &Author) -> Result<Record, Failure> {
        for _ in 0..MOST_TRIES {
            let variant = self.found(Kind::Variants, variant).await?;
            let mut draft = variant.content.clone();
            draft.values.insert(FIELD.to_owned(), json!(sure));
            let change = Change { kind: Kind::Variants, id: variant.id.clone(), seen_version: variant.version, draft };
            match self.store.update(change, author).await.map_err(Failure::from) {
                Err(failure) if failure.kind == FailureKind::Conflict => {}
                other => return other,
            }
        }
        Err(Failure { kind: FailureKind::Conflict, ..Failure::invalid(key::STORE_STALE, key::STORE_STALE_HINT) })
    }
}

fn stopped() -> Failure {
    Failure { kind: FailureKind::Conflict, ..Failure::invalid(key::STORE_STALE, key::STORE_STALE_HINT) }
}
