//! Settings and accepted findings held against the trail.

use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::{Held, How, says};
use crate::Error;
use crate::audit::Action;
use crate::sql::{Columns, Sql};
use crate::waivers::every_waiver;

impl<C: ConnectionTrait> Held<'_, C> {
    /// Settings: value and version.
    pub(super) async fn settings(&mut self) -> Result<(), Error> {
        const KIND: &str = "settings";
        let mut told = self.told_of(KIND).await?;
        for row in &Sql::new("SELECT \"key\", \"value\", version FROM settings").all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (key, value, version): (String, String, i64) = (columns.take()?, columns.take()?, columns.take()?);
            let value: Value = serde_json::from_str(&value).unwrap_or_default();
            let how = match told.remove(&key) {
                None => How::NoLine,
                Some((line, _)) if line.version != version => How::Version { kept: version, told: line.version },
                Some((_, said)) if says(said.after.as_deref(), &value) => continue,
                Some(_) => How::Changed,
            };
            self.tell(KIND, &key, how);
        }
        self.left_over(KIND, told.keys());
        Ok(())
    }

    /// Accepted findings: what was accepted, and why.
    pub(super) async fn waivers(&mut self) -> Result<(), Error> {
        const KIND: &str = "waivers";
        let mut told = self.told_of(KIND).await?;
        for (id, value) in every_waiver(self.tx).await? {
            match told.remove(&id) {
                None => self.tell(KIND, &id, How::NoLine),
                Some((_, said)) if says(said.after.as_deref(), &value) => {}
                Some(_) => self.tell(KIND, &id, How::Changed),
            }
        }
        self.left_over(KIND, told.iter().filter(|(_, (line, _))| line.action != Action::Deleted).map(|(id, _)| id));
        Ok(())
    }
}
