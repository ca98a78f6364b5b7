//! Observations: the values of each variable against the seal of the import that changed them last.

use sea_orm::ConnectionTrait;

use super::{Held, How, Rows};
use crate::Error;
use crate::observations::sealed;
use crate::sql::{Columns, Sql};

/// Rows read at once.
const PAGE: i64 = 2000;

impl<C: ConnectionTrait> Held<'_, C> {
    /// Variables: the number of units and their values.
    pub(super) async fn observations(&mut self) -> Result<(), Error> {
        const KIND: &str = "observation_variables";
        let mut told = self.told_of(KIND).await?;
        for row in &Sql::new("SELECT id, source, variable FROM observation_variables").all(self.tx).await? {
            let mut columns = Columns::of(row);
            let (number, source, variable): (i64, String, String) = (columns.take()?, columns.take()?, columns.take()?);
            let id = format!("{source}:{variable}");
            let Some((_, said)) = told.remove(&id) else {
                self.tell(KIND, &id, How::NoLine);
                continue;
            };
            let seal = self.values_of(number).await?;
            if said.after().get("rows").and_then(serde_json::Value::as_str) != Some(seal.as_str()) {
                self.tell(KIND, &id, How::Changed);
            }
        }
        self.left_over(KIND, told.keys());
        Ok(())
    }

    async fn values_of(&self, variable: i64) -> Result<String, Error> {
        let (mut seal, mut last) = (Rows::default(), String::new());
        loop {
            let text = "SELECT code, packed FROM observations WHERE variable = $1 AND code > $2 ORDER BY code LIMIT $3";
            let rows = Sql::new(text).with(variable).with(last.as_str()).with(PAGE).all(self.tx).await?;
            for row in &rows {
                let mut columns = Columns::of(row);
                last = columns.take()?;
                seal.add(&sealed(&last, &columns.take::<Vec<u8>>()?));
            }
            if rows.is_empty() {
                return Ok(seal.text());
            }
        }
    }
}
