//! What somebody who keeps a server running looks at: how much is waiting.

use std::collections::BTreeMap;

use crate::sql::{Columns, Sql};
use crate::{Error, JobState, Moment, Store};

/// How much is waiting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// Sessions of accounts that have not ended.
    pub sessions: i64,
    /// Letters that wait to be sent.
    pub mails_waiting: i64,
    /// Letters that were given up.
    pub mails_failed: i64,
    /// Jobs by how far they are; every state is there.
    pub jobs: BTreeMap<JobState, i64>,
}

impl Store {
    /// How much is waiting now.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn watched(&self, now: Moment) -> Result<Watched, Error> {
        let text = "SELECT COUNT(*) FROM sessions WHERE account IS NOT NULL AND expires_at > $1";
        let row = Sql::new(text).with(now.unix_seconds()).one(self.reader()).await?;
        let sessions = row.map_or(Ok(0), |row| Columns::of(&row).take())?;
        let (mails_waiting, mails_failed) = self.mails_waiting_and_failed().await?;
        let mut jobs: BTreeMap<JobState, i64> = JobState::ALL.into_iter().map(|state| (state, 0)).collect();
        for row in &Sql::new("SELECT state, COUNT(*) FROM jobs GROUP BY state").all(self.reader()).await? {
            let mut columns = Columns::of(row);
            jobs.insert(columns.word(JobState::parse)?, columns.take()?);
        }
        Ok(Watched { sessions, mails_waiting, mails_failed, jobs })
    }
}
