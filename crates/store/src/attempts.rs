//! How often something was tried, counted over all nodes: guesses at passwords, letters asked for.
//!
//! The keys are hashes made by those who count; no address of a person or a machine is kept here.

use crate::sql::{Columns, Sql};
use crate::{Error, Moment, Store};

/// A count that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Of what.
    pub key: String,
    /// Length of the windows in seconds; counts begin anew with each.
    pub seconds: i64,
}

impl Counted {
    fn window(&self, now: Moment) -> i64 {
        let now = now.unix_seconds();
        now - now.rem_euclid(self.seconds.max(1))
    }

    /// Seconds until the count begins anew.
    #[must_use]
    pub fn left(&self, now: Moment) -> i64 {
        self.window(now) + self.seconds - now.unix_seconds()
    }
}

impl Store {
    /// How often it was tried in the present window.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn attempts(&self, counted: &Counted, now: Moment) -> Result<i64, Error> {
        let sql = Sql::new("SELECT attempts FROM login_attempts WHERE \"key\" = $1 AND window_start = $2");
        let row = sql.with(counted.key.as_str()).with(counted.window(now)).one(self.reader()).await?;
        row.map_or(Ok(0), |row| Columns::of(&row).take())
    }

    /// Counts attempts, all at once; gives how often each was tried, this time included.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn count_attempts(&self, counted: &[Counted], now: Moment) -> Result<Vec<i64>, Error> {
        let tx = self.begin().await?;
        let mut counts = Vec::with_capacity(counted.len());
        for one in counted {
            let text = "INSERT INTO login_attempts (\"key\", window_start, attempts) VALUES ($1, $2, 1) \
                        ON CONFLICT (\"key\", window_start) DO UPDATE SET attempts = login_attempts.attempts + 1 \
                        RETURNING attempts";
            let row = Sql::new(text).with(one.key.as_str()).with(one.window(now)).one(&tx).await?;
            counts.push(row.map_or(Ok(1), |row| Columns::of(&row).take())?);
        }
        tx.commit().await?;
        Ok(counts)
    }

    /// Takes attempts back that turned out well.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn forgive_attempts(&self, counted: &[Counted], now: Moment) -> Result<(), Error> {
        let tx = self.begin().await?;
        for one in counted {
            let text = "UPDATE login_attempts SET attempts = attempts - 1 \
                        WHERE \"key\" = $1 AND window_start = $2 AND attempts > 0";
            Sql::new(text).with(one.key.as_str()).with(one.window(now)).run(&tx).await?;
            // A row without attempts would look like a place that is known.
            let text = "DELETE FROM login_attempts WHERE \"key\" = $1 AND window_start = $2 AND attempts <= 0";
            Sql::new(text).with(one.key.as_str()).with(one.window(now)).run(&tx).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Notes once and for all of its window that something happened: a place from which somebody signed in.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn note_place(&self, key: &str, now: Moment) -> Result<(), Error> {
        let text = "INSERT INTO login_attempts (\"key\", window_start, attempts) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING";
        let until = now.unix_seconds() - now.unix_seconds().rem_euclid(86_400);
        Sql::new(text).with(key).with(until).run(self.writer()).await?;
        Ok(())
    }

    /// Whether a place was noted since that moment.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn knows_place(&self, key: &str, since: Moment) -> Result<bool, Error> {
        let sql = Sql::new("SELECT 1 FROM login_attempts WHERE \"key\" = $1 AND window_start >= $2 LIMIT 1");
        Ok(sql.with(key).with(since.unix_seconds()).one(self.reader()).await?.is_some())
    }
}
