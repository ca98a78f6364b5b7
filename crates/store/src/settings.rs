//! Settings of the portal: a JSON value for each key, changed with a line in the trail as content is.
//!
//! Secrets have no place here: they come from the environment, and the trail would keep them.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use serde_json::Value;

use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::writing::Line;
use crate::{Author, Error, Store};

impl Store {
    /// The value of a key; `None` if it was never set.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn setting(&self, key: &str) -> Result<Option<Value>, Error> {
        Ok(find(self.reader(), key).await?.map(|(value, _)| value))
    }

    /// All settings.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn settings(&self) -> Result<BTreeMap<String, Value>, Error> {
        let mut settings = BTreeMap::new();
        for row in &Sql::new("SELECT \"key\", \"value\" FROM settings").all(self.reader()).await? {
            let mut columns = Columns::of(row);
            settings.insert(columns.take()?, columns.json()?.unwrap_or_default());
        }
        Ok(settings)
    }

    /// The value of a key with its version, which grows by one with each change; 0 and nothing if it was never set.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn setting_with_version(&self, key: &str) -> Result<(Option<Value>, i64), Error> {
        Ok(find(self.reader(), key).await?.map_or((None, 0), |(value, version)| (Some(value), version)))
    }

    /// Sets a key; the value that it has already changes nothing.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn set_setting(&self, key: &str, value: &Value, author: &Author) -> Result<(), Error> {
        self.write_setting((key, value), None, author).await?;
        Ok(())
    }

    /// Sets a key if it still has the version that was seen; `false` if somebody else changed it since.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn change_setting(&self, key: &str, value: &Value, seen_version: i64, author: &Author) -> Result<bool, Error> {
        self.write_setting((key, value), Some(seen_version), author).await
    }

    async fn write_setting(&self, (key, value): (&str, &Value), seen: Option<i64>, author: &Author) -> Result<bool, Error> {
        let mut writing = self.begin_content(author).await?;
        let before = find(&writing.tx, key).await?;
        if seen.is_some_and(|seen| before.as_ref().map_or(0, |(_, version)| *version) != seen) {
            return Ok(false);
        }
        if before.as_ref().is_some_and(|(before, _)| before == value) {
            return Ok(true);
        }
        let (before, version) = before.map_or((None, 1), |(before, version)| (Some(before), version + 1));
        let text = "INSERT INTO settings (\"key\", \"value\", version, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\", version = excluded.version, \
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by";
        let sql = Sql::new(text).with(key).with(value.to_string()).with(version).with(writing.at.as_str());
        sql.with(author.account().map(str::to_owned)).run(&writing.tx).await?;
        writing.note(Line {
            action: if before.is_some() { Action::Updated } else { Action::Created },
            kind: "settings",
            record_id: key.to_owned(),
            partnership: None,
            version,
            before,
            after: Some(value.clone()),
        });
        writing.commit().await?;
        Ok(true)
    }
}

/// The value of a key and how often it was set.
async fn find(connection: &impl ConnectionTrait, key: &str) -> Result<Option<(Value, i64)>, Error> {
    let sql = Sql::new("SELECT \"value\", version FROM settings WHERE \"key\" = $1").with(key);
    let Some(row) = sql.one(connection).await? else {
        return Ok(None);
    };
    let mut columns = Columns::of(&row);
    Ok(Some((columns.json()?.unwrap_or_default(), columns.take()?)))
}
