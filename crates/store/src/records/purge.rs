//! Deleted records go for good once the time to bring them back is over; the trail keeps what they were.

use miedza_planning::record::Kind;
use serde_json::Value;

use super::links::pointing;
use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::writing::{Line, Writing};
use crate::{Author, Error, Store};

impl Store {
    /// Removes records that were deleted before this moment and that no other record points to; gives their number.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn purge_deleted(&self, before: &str) -> Result<u64, Error> {
        let author = Author::Program("purge");
        let mut writing = self.begin_content(&author).await?;
        let mut count = 0;
        writing.purge_answers(before).await?;
        for kind in Kind::ALL.into_iter().rev() {
            count += writing.purge(kind, before).await?;
        }
        writing.commit().await?;
        Ok(count)
    }
}

impl Writing<'_> {
    async fn purge(&mut self, kind: Kind, before: &str) -> Result<u64, Error> {
        let mut sql = Sql::new(format!("DELETE FROM {kind} WHERE deleted_at < "));
        sql.bind(before);
        for user in Kind::ALL {
            for (column, _) in pointing(user, kind).into_iter().filter(|(_, is_list)| !is_list) {
                sql.push(&format!(" AND NOT EXISTS (SELECT 1 FROM {user} u WHERE u.\"{column}\" = {kind}.id)"));
            }
        }
        sql.push(" RETURNING id, partnership, version");
        let rows = sql.all(&self.tx).await?;
        for row in &rows {
            let mut columns = Columns::of(row);
            let record_id: String = columns.take()?;
            let kept: Option<String> = columns.take()?;
            let version: i64 = columns.take()?;
            let partnership = if kind == Kind::Partnerships { Some(record_id.clone()) } else { kept };
            let (before, after) = (None::<Value>, None);
            let line =
                Line { action: Action::Purged, kind: kind.name(), record_id, partnership, version: version + 1, before, after };
            self.note(line);
        }
        Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
    }
}
