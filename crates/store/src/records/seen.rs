//! Changes that rest on all that a partnership holds, not only on the records that they touch: they are made only if nothing
//! of the partnership has changed since it was read.
//!
//! Whoever admits a member has looked through all memberships; the version of one record could not say that another was
//! added meanwhile. The trail can: every change of a partnership has its line there.

use miedza_planning::record::Record;
use sea_orm::ConnectionTrait;

use super::Write;
use crate::sql::{Columns, Sql};
use crate::{Author, Error, Store};

impl Store {
    /// Number of the newest line of the trail about a partnership; 0 if there is none.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revision_of(&self, partnership: &str) -> Result<i64, Error> {
        revision_of(self.reader(), partnership).await
    }

    /// Makes several changes, all or none, if the partnership stands where it stood when its revision was read.
    ///
    /// # Errors
    /// [`Error::Overtaken`] if anything of the partnership changed since, else as [`Self::save_all`].
    pub async fn save_all_since(
        &self,
        (partnership, seen): (&str, i64),
        changes: Vec<Write>,
        author: &Author,
    ) -> Result<Vec<Record>, Error> {
        let mut writing = self.begin_content(author).await?;
        if revision_of(&writing.tx, partnership).await? != seen {
            return Err(Error::Overtaken { partnership: partnership.to_owned() });
        }
        let saved = writing.save_all(changes).await?;
        writing.commit().await?;
        Ok(saved)
    }
}

async fn revision_of(connection: &impl ConnectionTrait, partnership: &str) -> Result<i64, Error> {
    let sql = Sql::new("SELECT MAX(seq) FROM audit_entries WHERE partnership = $1").with(partnership);
    let Some(row) = sql.one(connection).await? else { return Ok(0) };
    Ok(Columns::of(&row).take::<Option<i64>>()?.unwrap_or(0))
}
