//! Long work as rows: a worker of any node takes a job for a while, tells how far it is, and ends it.
//!
//! Whoever takes a job holds it until its lease ends and renews it while it works. A node that is killed renews nothing,
//! so another one takes the job up; what the first one still says is not heard. So a job may be begun more than once and is
//! ended once: work must be such that its repetition does no harm.

use std::time::Duration;

use serde_json::Value;
use uuid::Uuid;

use crate::sql::{Columns, Sql};
use crate::{Engine, Error, Moment, Store};

/// A job that was begun so often and never ended kills its nodes and is given up.
const MOST_ATTEMPTS: i64 = 5;
const COLUMNS: &str =
    "id, kind, account, partnership, input, state, progress, words, result, attempts, leased_until, created_at, finished_at";

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobState {
    /// Waits for a worker.
    Queued,
    /// A worker has it.
    Running,
    /// Ended with a result.
    Done,
    /// Ended without.
    Failed,
}

impl JobState {
    /// All.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Running, Self::Done, Self::Failed];

    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Work that should be done.
#[derive(Clone, Debug, PartialEq)]
pub struct JobDraft {
    /// Which work.
    pub kind: String,
    /// On what.
    pub input: Value,
    /// Account that asked for it.
    pub account: Option<String>,
    /// Partnership that it is for.
    pub partnership: Option<String>,
}

/// A job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What was asked.
    pub draft: JobDraft,
    /// How far it is.
    pub state: JobState,
    /// Share that is done, in `0.0..=1.0`.
    pub progress: f64,
    /// What is being done, as the worker wrote it.
    pub words: Option<String>,
    /// What came of it: the result, or what went wrong.
    pub result: Option<Value>,
    /// How often it was begun.
    pub attempts: i64,
    /// Until when a worker holds it, if one does.
    pub leased_until: Option<String>,
    /// When it was asked for.
    pub created_at: String,
    /// When it ended.
    pub finished_at: Option<String>,
}

impl Store {
    /// Asks for work to be done; gives the id of the job.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn queue_job(&self, draft: &JobDraft) -> Result<String, Error> {
        let id = Uuid::now_v7().to_string();
        let text = "INSERT INTO jobs (id, kind, account, partnership, input, state, progress, attempts, created_at) \
                    VALUES ($1, $2, $3, $4, $5, 'queued', 0, 0, $6)";
        let sql = Sql::new(text).with(id.as_str()).with(draft.kind.as_str()).with(draft.account.clone());
        let sql = sql.with(draft.partnership.clone()).with(draft.input.to_string()).with(Moment::now().to_string());
        sql.run(self.writer()).await?;
        Ok(id)
    }

    /// Takes the oldest job that waits, or one whose worker is gone; it is held by this node for the span of the lease.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn take_job(&self, node: &str, lease: Duration) -> Result<Option<Job>, Error> {
        let now = Moment::now();
        self.give_up_jobs(now).await?;
        let skip = if self.engine() == Engine::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" };
        let text = format!(
            "UPDATE jobs SET state = 'running', node = $1, leased_until = $2, attempts = attempts + 1 WHERE id = (\
             SELECT id FROM jobs WHERE state = 'queued' OR (state = 'running' AND leased_until < $3) \
             ORDER BY created_at, id LIMIT 1{skip}) RETURNING {COLUMNS}"
        );
        let sql = Sql::new(text).with(node).with(now.plus(lease).to_string()).with(now.to_string());
        sql.one(self.writer()).await?.map(|row| job(&row)).transpose()
    }

    async fn give_up_jobs(&self, now: Moment) -> Result<(), Error> {
        let text = "UPDATE jobs SET state = 'failed', finished_at = $1 \
                    WHERE state = 'running' AND leased_until < $2 AND attempts >= $3";
        Sql::new(text).with(now.to_string()).with(now.to_string()).with(MOST_ATTEMPTS).run(self.writer()).await?;
        Ok(())
    }

    /// Holds the job for another span and says how far it is; `false` if another node has it by now.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn renew_job(&self, id: &str, node: &str, lease: Duration, progress: (f64, &str)) -> Result<bool, Error> {
        let text = "UPDATE jobs SET leased_until = $1, progress = $2, words = $3 \
                    WHERE id = $4 AND node = $5 AND state = 'running'";
        let sql = Sql::new(text).with(Moment::now().plus(lease).to_string()).with(progress.0.clamp(0.0, 1.0)).with(progress.1);
        Ok(sql.with(id).with(node).run(self.writer()).await? == 1)
    }

    /// Ends the job with its result, or with what went wrong; `false` if another node has it by now.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn finish_job(&self, id: &str, node: &str, outcome: Result<&Value, &Value>) -> Result<bool, Error> {
        let (state, result) = match outcome {
            Ok(result) => (JobState::Done, result),
            Err(fault) => (JobState::Failed, fault),
        };
        let text = "UPDATE jobs SET state = $1, result = $2, finished_at = $3, leased_until = NULL, \
                    progress = CASE WHEN $1 = 'done' THEN 1 ELSE progress END \
                    WHERE id = $4 AND node = $5 AND state = 'running'";
        let sql = Sql::new(text).with(state.name()).with(result.to_string()).with(Moment::now().to_string());
        Ok(sql.with(id).with(node).run(self.writer()).await? == 1)
    }

    /// Removes jobs that ended before this moment, with what came of them.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn forget_jobs(&self, before: &str) -> Result<u64, Error> {
        Sql::new("DELETE FROM jobs WHERE finished_at < $1").with(before).run(self.writer()).await
    }

    /// A job; `None` if none has this id.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn job(&self, id: &str) -> Result<Option<Job>, Error> {
        let sql = Sql::new(format!("SELECT {COLUMNS} FROM jobs WHERE id = $1")).with(id);
        sql.one(self.reader()).await?.map(|row| job(&row)).transpose()
    }

    /// The newest jobs of a partnership, or of the whole portal.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn jobs(&self, partnership: Option<&str>, limit: u32) -> Result<Vec<Job>, Error> {
        let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM jobs WHERE "));
        match partnership {
            Some(id) => sql.push("partnership = ").bind(id),
            None => sql.push("partnership IS NULL"),
        };
        sql.push(" ORDER BY created_at DESC, id DESC LIMIT ").bind(i64::from(limit));
        sql.all(self.reader()).await?.iter().map(job).collect()
    }
}

fn job(row: &sea_orm::QueryResult) -> Result<Job, Error> {
    let mut columns = Columns::of(row);
    let (id, kind) = (columns.take()?, columns.take()?);
    let (account, partnership) = (columns.take()?, columns.take()?);
    let draft = JobDraft { kind, account, partnership, input: columns.json()?.unwrap_or_default() };
    Ok(Job {
        id,
        draft,
        state: columns.word(JobState::parse)?,
        progress: columns.take()?,
        words: columns.take()?,
        result: columns.json()?,
        attempts: columns.take()?,
        leased_until: columns.take()?,
        created_at: columns.take()?,
        finished_at: columns.take()?,
    })
}
