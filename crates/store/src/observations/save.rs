//! Keeping observations: merged with those that are there, in one transaction, one line of the trail for each variable.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::Cell;
use miedza_territory::{Period, Series, SeriesSource, UnitCode};
use serde_json::json;

use super::merged::merged;
use super::packed::{Cells, pack, unpack};
use super::{Empty, ObservationsSaved, sealed};
use crate::sql::{Columns, Sql};
use crate::writing::Writing;
use crate::{Author, Error, Store, held};

/// Rows written by one statement.
const ROWS: usize = 300;

/// What one variable became.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) seal: held::Rows,
    pub(super) units: i64,
    pub(super) values: i64,
    pub(super) years: Option<(u16, u16)>,
    pub(super) written: Vec<(UnitCode, Vec<u8>)>,
    replaced: Vec<(UnitCode, Vec<u8>)>,
    new: u64,
    revised: u64,
}

/// The number of the next import and what it changed so far.
struct Import<'a> {
    id: u32,
    about: &'a SeriesSource,
    empty: Empty,
    values: u64,
    new: u64,
    revised: u64,
}

impl Store {
    /// Keeps series from a file; values that are there already stay, others replace them, and what they were is kept too.
    ///
    /// Series of one publisher, hash and day are one import; one that changes nothing leaves no trace.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn save_observations(&self, series: &[Series], file: &str, author: &Author) -> Result<ObservationsSaved, Error> {
        self.save_observations_of(series, (file, Empty::SaysNothing), author).await
    }

    /// The same for a file whose empty fields mean something of their own.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn save_observations_of(
        &self,
        series: &[Series],
        (file, empty): (&str, Empty),
        author: &Author,
    ) -> Result<ObservationsSaved, Error> {
        let mut writing = self.begin_content(author).await?;
        let mut saved = ObservationsSaved { variables: series.len(), ..ObservationsSaved::default() };
        let mut next = writing.next_import().await?;
        for of_import in series.chunk_by(|one, other| is_one_import(one.about(), other.about())) {
            let Some(first) = of_import.first() else { continue };
            let mut import = Import { id: next, about: first.about(), empty, values: 0, new: 0, revised: 0 };
            for one in of_import {
                writing.keep_series(one, &mut import, file).await?;
            }
            saved.values += import.values;
            saved.new += import.new;
            saved.revised += import.revised;
            if import.new + import.revised > 0 {
                writing.keep_import(&import, file).await?;
                next += 1;
            }
        }
        if saved.new + saved.revised > 0 {
            writing.commit().await?;
        }
        Ok(saved)
    }
}

fn is_one_import(one: &SeriesSource, other: &SeriesSource) -> bool {
    let name = |about: &SeriesSource| {
        [&about.source, &about.publisher, &about.licence, &about.sha256]
            .map(Clone::clone)
            .into_iter()
            .chain([about.retrieved.to_string()])
            .collect::<Vec<_>>()
    };
    name(one) == name(other)
}

/// The values of a series by lasting code; two codes of one municipality complete each other.
fn by_lasting_code(series: &Series, import: u32) -> BTreeMap<UnitCode, Cells> {
    let mut units: Vec<Cells> = vec![Cells::new(); series.units().len()];
    let mut at = 0;
    let mut last: Option<&UnitCode> = None;
    for (code, period, value, notes) in series.iter() {
        if last.is_some_and(|last| last != code) {
            at += 1;
        }
        last = Some(code);
        if let Some(cells) = units.get_mut(at) {
            cells.push((period, Cell { value, notes, import }));
        }
    }
    let mut found: BTreeMap<UnitCode, Cells> = BTreeMap::new();
    for (code, cells) in series.units().codes().iter().zip(units) {
        let known = found.entry(code.lasting()).or_default();
        *known = if known.is_empty() { cells } else { merged(known, &cells, Empty::SaysNothing).cells };
    }
    found
}

impl Kept {
    /// Takes in the values of a unit as they hold now.
    pub(super) fn count(&mut self, code: &UnitCode, cells: &[(Period, Cell)], packed: &[u8]) {
        self.seal.add(&sealed(code.as_str(), packed));
        self.units += 1;
        self.values += i64::try_from(cells.len()).unwrap_or(i64::MAX);
        let years = cells.iter().filter(|(_, cell)| cell.value.number().is_some()).map(|(period, _)| period.year());
        for year in years {
            let (first, last) = self.years.unwrap_or((year, year));
            self.years = Some((first.min(year), last.max(year)));
        }
    }
}

impl Writing<'_> {
    async fn next_import(&self) -> Result<u32, Error> {
        let row = Sql::new("SELECT COALESCE(MAX(id), 0) FROM observation_imports").one(&self.tx).await?;
        let last: i64 = row.map_or(Ok(0), |row| Columns::of(&row).take())?;
        u32::try_from(last + 1).map_err(|_| Error::Unreadable { what: "number of an import".to_owned() })
    }

    async fn keep_series(&mut self, series: &Series, import: &mut Import<'_>, file: &str) -> Result<(), Error> {
        let about = series.about();
        let (id, is_new) = self.number_of(about).await?;
        let mut old = if is_new { BTreeMap::new() } else { self.packed_of(id).await? };
        let mut kept = Kept::default();
        for (code, cells) in by_lasting_code(series, import.id) {
            kept.take(&code, (old.remove(&code), cells), import.empty)?;
        }
        for (code, packed) in &old {
            kept.count(code, &unpack(packed)?, packed);
        }
        import.values += u64::try_from(series.len()).unwrap_or(u64::MAX);
        import.new += kept.new;
        import.revised += kept.revised;
        if kept.new + kept.revised == 0 {
            return Ok(());
        }
        self.write_rows(id, &kept.written).await?;
        self.write_revisions(import.id, id, &kept.replaced).await?;
        self.keep_variable(id, about, &kept).await?;
        let what = json!({"file": file, "sha256": about.sha256, "units": kept.units, "rows": kept.seal.text()});
        self.imported("observation_variables", format!("{}:{}", about.source, about.variable), what);
        Ok(())
    }

    /// The number of a variable, and whether it is new.
    async fn number_of(&self, about: &SeriesSource) -> Result<(i64, bool), Error> {
        let text = "SELECT id FROM observation_variables WHERE source = $1 AND variable = $2";
        let known = Sql::new(text).with(about.source.as_str()).with(about.variable.as_str()).one(&self.tx).await?;
        if let Some(row) = known {
            return Ok((Columns::of(&row).take()?, false));
        }
        let row = Sql::new("SELECT COALESCE(MAX(id), 0) + 1 FROM observation_variables").one(&self.tx).await?;
        Ok((row.map_or(Ok(1), |row| Columns::of(&row).take())?, true))
    }

    pub(super) async fn packed_of(&self, variable: i64) -> Result<BTreeMap<UnitCode, Vec<u8>>, Error> {
        let rows = Sql::new("SELECT code, packed FROM observations WHERE variable = $1").with(variable).all(&self.tx).await?;
        rows.iter()
            .map(|row| {
                let mut columns = Columns::of(row);
                Ok((super::ask::code(&columns.take::<String>()?)?, columns.take()?))
            })
            .collect()
    }

    pub(super) async fn write_rows(&self, variable: i64, rows: &[(UnitCode, Vec<u8>)]) -> Result<(), Error> {
        for part in rows.chunks(ROWS) {
            let mut sql = Sql::new("INSERT INTO observations (variable, code, packed) VALUES ");
            for (row, (code, packed)) in part.iter().enumerate() {
                sql.push(if row == 0 { "(" } else { ", (" }).bind(variable).push(", ").bind(code.as_str());
                sql.push(", ").bind(packed.clone()).push(")");
            }
            sql.push(" ON CONFLICT (variable, code) DO UPDATE SET packed = excluded.packed");
            sql.run(&self.tx).await?;
        }
        Ok(())
    }

    async fn write_revisions(&self, import: u32, variable: i64, rows: &[(UnitCode, Vec<u8>)]) -> Result<(), Error> {
        for part in rows.chunks(ROWS) {
            let mut sql = Sql::new("INSERT INTO observation_revisions (import, variable, code, packed) VALUES ");
            for (row, (code, packed)) in part.iter().enumerate() {
                sql.push(if row == 0 { "(" } else { ", (" }).bind(i64::from(import)).push(", ").bind(variable).push(", ");
                sql.bind(code.as_str()).push(", ").bind(packed.clone()).push(")");
            }
            sql.run(&self.tx).await?;
        }
        Ok(())
    }

    async fn keep_variable(&self, id: i64, about: &SeriesSource, kept: &Kept) -> Result<(), Error> {
        // A file that names a variable by its code alone takes neither its name nor its measure away.
        let text = "INSERT INTO observation_variables \
                    (id, source, variable, label, measure, first_year, last_year, units, \"values\") \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (source, variable) DO UPDATE SET \
                    label = CASE WHEN excluded.label IN (excluded.variable, excluded.source || ':' || excluded.variable) \
                    THEN observation_variables.label ELSE excluded.label END, \
                    measure = COALESCE(excluded.measure, observation_variables.measure), first_year = excluded.first_year, \
                    last_year = excluded.last_year, units = excluded.units, \"values\" = excluded.\"values\"";
        let (first, last) = kept.years.unwrap_or((0, 0));
        let sql = Sql::new(text).with(id).with(about.source.as_str()).with(about.variable.as_str()).with(about.label.as_str());
        let sql = sql.with(about.measure.clone()).with(i64::from(first)).with(i64::from(last));
        sql.with(kept.units).with(kept.values).run(&self.tx).await?;
        Ok(())
    }

    async fn keep_import(&self, import: &Import<'_>, file: &str) -> Result<(), Error> {
        let text = "INSERT INTO observation_imports \
                    (id, source, publisher, file, sha256, retrieved, licence, \"values\", changed, revised, imported_at) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let about = import.about;
        let sql = Sql::new(text).with(i64::from(import.id)).with(about.source.as_str()).with(about.publisher.as_str()).with(file);
        let sql = sql.with(about.sha256.as_str()).with(about.retrieved.to_string()).with(about.licence.as_str());
        let sql = sql.with(count(import.values)).with(count(import.new + import.revised)).with(count(import.revised));
        sql.with(self.at.as_str()).run(&self.tx).await?;
        Ok(())
    }
}

impl Kept {
    /// Puts the new values of a unit over its old ones.
    fn take(&mut self, code: &UnitCode, (old, new): (Option<Vec<u8>>, Cells), empty: Empty) -> Result<(), Error> {
        let Some(old) = old else {
            let packed = pack(&new);
            self.count(code, &new, &packed);
            self.new += u64::try_from(new.len()).unwrap_or(u64::MAX);
            self.written.push((code.clone(), packed));
            return Ok(());
        };
        let both = merged(&unpack(&old)?, &new, empty);
        if both.is_as_before() {
            self.count(code, &both.cells, &old);
            return Ok(());
        }
        let packed = pack(&both.cells);
        self.count(code, &both.cells, &packed);
        self.new += both.new;
        self.revised += both.revised;
        if !both.replaced.is_empty() {
            self.replaced.push((code.clone(), pack(&both.replaced)));
        }
        self.written.push((code.clone(), packed));
        Ok(())
    }
}
