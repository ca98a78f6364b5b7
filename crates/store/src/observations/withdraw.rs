//! Taking an import back: what it brought goes, and what it replaced comes again, in one transaction.
//!
//! Each value knows its import, and what an import replaced lies in its revisions; so nothing has to be guessed. What a later
//! import replaced in its turn stays replaced, but its own revisions no longer lead back to values that are withdrawn. A value
//! that a later file merely confirmed goes too: that file left no mark on it, and has to be read again.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::Cell;
use miedza_territory::{Period, UnitCode};
use serde_json::json;

use super::ask::code;
use super::packed::{Cells, pack, unpack};
use super::save::Kept;
use crate::sql::{Columns, Sql};
use crate::writing::Writing;
use crate::{Author, Error, Store};

/// Rows deleted by one statement.
const ROWS: usize = 500;

/// What taking an import back changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ObservationsWithdrawn {
    /// Name of the file.
    pub file: String,
    /// How many variables it had changed.
    pub variables: usize,
    /// How many values are again what they were.
    pub restored: u64,
    /// How many are gone, for there was none before.
    pub removed: u64,
}

/// What an import replaced in one variable.
type Replaced = BTreeMap<UnitCode, BTreeMap<Period, Cell>>;

/// Values of one unit without those of an import.
#[derive(Default)]
struct Without {
    cells: Cells,
    restored: u64,
    removed: u64,
}

impl Without {
    fn of(import: u32, cells: &[(Period, Cell)], replaced: Option<&BTreeMap<Period, Cell>>) -> Self {
        let mut without = Self::default();
        for (period, cell) in cells {
            if cell.import != import {
                without.cells.push((*period, *cell));
            } else if let Some(before) = replaced.and_then(|replaced| replaced.get(period)) {
                without.cells.push((*period, *before));
                without.restored += 1;
            } else {
                without.removed += 1;
            }
        }
        without
    }

    const fn is_as_before(&self) -> bool {
        self.restored + self.removed == 0
    }
}

impl Store {
    /// Takes an import of observations back; `None` if there is none with this number, or it is withdrawn already.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn withdraw_observations(&self, import: u32, author: &Author) -> Result<Option<ObservationsWithdrawn>, Error> {
        let mut writing = self.begin_content(author).await?;
        let text = "SELECT file, source FROM observation_imports WHERE id = $1 AND withdrawn_at IS NULL";
        let Some(row) = Sql::new(text).with(i64::from(import)).one(&writing.tx).await? else { return Ok(None) };
        let mut columns = Columns::of(&row);
        let (file, source): (String, String) = (columns.take()?, columns.take()?);
        let mut withdrawn = ObservationsWithdrawn { file, ..ObservationsWithdrawn::default() };
        let text = "SELECT id, variable FROM observation_variables WHERE source = $1 ORDER BY id";
        for row in &Sql::new(text).with(source.as_str()).all(&writing.tx).await? {
            let mut columns = Columns::of(row);
            let (number, variable): (i64, String) = (columns.take()?, columns.take()?);
            writing.take_back((import, number), &format!("{source}:{variable}"), &mut withdrawn).await?;
        }
        let text = "UPDATE observation_imports SET withdrawn_at = $1 WHERE id = $2";
        Sql::new(text).with(writing.at.as_str()).with(i64::from(import)).run(&writing.tx).await?;
        writing.commit().await?;
        Ok(Some(withdrawn))
    }
}

impl Writing<'_> {
    /// Takes back what an import did to one variable.
    async fn take_back(
        &mut self,
        (import, variable): (u32, i64),
        name: &str,
        withdrawn: &mut ObservationsWithdrawn,
    ) -> Result<(), Error> {
        let replaced = self.replaced_by(import, variable).await?;
        let (mut kept, mut gone) = (Kept::default(), Vec::new());
        let (mut restored, mut removed) = (0, 0);
        for (code, packed) in self.packed_of(variable).await? {
            let without = Without::of(import, &unpack(&packed)?, replaced.get(&code));
            (restored, removed) = (restored + without.restored, removed + without.removed);
            if without.is_as_before() {
                kept.count(&code, &without.cells, &packed);
            } else if without.cells.is_empty() {
                gone.push(code);
            } else {
                let packed = pack(&without.cells);
                kept.count(&code, &without.cells, &packed);
                kept.written.push((code, packed));
            }
        }
        self.lead_back(import, variable, &replaced).await?;
        if restored + removed == 0 {
            return Ok(());
        }
        self.write_rows(variable, &kept.written).await?;
        self.drop_rows(variable, &gone).await?;
        self.count_variable(variable, &kept).await?;
        withdrawn.variables += 1;
        withdrawn.restored += restored;
        withdrawn.removed += removed;
        let what = json!({"file": withdrawn.file, "withdrawn": import, "units": kept.units, "rows": kept.seal.text()});
        self.imported("observation_variables", name.to_owned(), what);
        Ok(())
    }

    async fn replaced_by(&self, import: u32, variable: i64) -> Result<Replaced, Error> {
        let text = "SELECT code, packed FROM observation_revisions WHERE import = $1 AND variable = $2";
        let rows = Sql::new(text).with(i64::from(import)).with(variable).all(&self.tx).await?;
        let mut replaced = Replaced::new();
        for row in &rows {
            let mut columns = Columns::of(row);
            let unit = code(&columns.take::<String>()?)?;
            replaced.insert(unit, unpack(&columns.take::<Vec<u8>>()?)?.into_iter().collect());
        }
        Ok(replaced)
    }

    /// Revisions of later imports lead back to what was before the import, and its own go.
    async fn lead_back(&self, import: u32, variable: i64, replaced: &Replaced) -> Result<(), Error> {
        let text = "SELECT import, code, packed FROM observation_revisions WHERE variable = $1 AND import > $2";
        let rows = Sql::new(text).with(variable).with(i64::from(import)).all(&self.tx).await?;
        for row in &rows {
            let mut columns = Columns::of(row);
            let (later, unit): (i64, String) = (columns.take()?, columns.take()?);
            let without = Without::of(import, &unpack(&columns.take::<Vec<u8>>()?)?, replaced.get(&code(&unit)?));
            if without.is_as_before() {
                continue;
            }
            let sql = if without.cells.is_empty() {
                Sql::new("DELETE FROM observation_revisions WHERE import = $1 AND variable = $2 AND code = $3")
            } else {
                let text = "UPDATE observation_revisions SET packed = $1 WHERE import = $2 AND variable = $3 AND code = $4";
                Sql::new(text).with(pack(&without.cells))
            };
            sql.with(later).with(variable).with(unit.as_str()).run(&self.tx).await?;
        }
        let text = "DELETE FROM observation_revisions WHERE import = $1 AND variable = $2";
        Sql::new(text).with(i64::from(import)).with(variable).run(&self.tx).await?;
        Ok(())
    }

    async fn drop_rows(&self, variable: i64, codes: &[UnitCode]) -> Result<(), Error> {
        for part in codes.chunks(ROWS) {
            let mut sql = Sql::new("DELETE FROM observations WHERE variable = ");
            sql.bind(variable).push(" AND code IN (").bind_all(part.iter().map(UnitCode::as_str)).push(")");
            sql.run(&self.tx).await?;
        }
        Ok(())
    }

    /// Counts of a variable as they are now; its names stay.
    async fn count_variable(&self, variable: i64, kept: &Kept) -> Result<(), Error> {
        let text = "UPDATE observation_variables SET first_year = $1, last_year = $2, units = $3, \"values\" = $4 WHERE id = $5";
        let (first, last) = kept.years.unwrap_or((0, 0));
        let sql = Sql::new(text).with(i64::from(first)).with(i64::from(last)).with(kept.units).with(kept.values);
        sql.with(variable).run(&self.tx).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::{Missing, Notes, Value};

    use super::*;

    fn cell(value: Value, import: u32) -> Cell {
        Cell { value, notes: Notes::NONE, import }
    }

    #[test]
    fn values_of_an_import_go_and_those_that_it_replaced_come_again() {
        let [one, two, three] = [2021, 2022, 2023].map(Period::Year);
        let cells = [
            (one, cell(Value::Known(1.0), 1)),
            (two, cell(Value::Missing(Missing::NotGiven), 2)),
            (three, cell(Value::Known(3.0), 2)),
        ];
        let replaced = BTreeMap::from([(two, cell(Value::Known(2.0), 1))]);

        let without = Without::of(2, &cells, Some(&replaced));

        assert_eq!(without.cells, [(one, cell(Value::Known(1.0), 1)), (two, cell(Value::Known(2.0), 1))]);
        assert_eq!((without.restored, without.removed), (1, 1));
        assert!(Without::of(9, &cells, None).is_as_before());
    }
}
