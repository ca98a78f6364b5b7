//! Questions about observations: which variables and imports there are, values for a table, one variable of all units.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::{Block, Variable, VariableIx, Years};
use miedza_territory::{Missing, UnitCode, UnitIx, Units, Value};
use sea_orm::QueryResult;

use super::packed::{Cells, for_each, unpack};
use super::{KeptVariable, ObservationImport, Revision};
use crate::sql::{Columns, Sql};
use crate::{Error, Store};

/// Codes in one statement.
const CODES: usize = 500;
/// More units than these are read by going through the whole variable.
const MANY_UNITS: usize = 400;

impl Store {
    /// All variables of which there are values, missing ones too, by source and identifier.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn observation_variables(&self) -> Result<Vec<KeptVariable>, Error> {
        let text = "SELECT source, variable, label, measure, first_year, last_year, units, \"values\" FROM observation_variables \
                    WHERE \"values\" > 0";
        let rows = Sql::new(text).all(self.reader()).await?;
        let mut found = rows.iter().map(variable).collect::<Result<Vec<_>, _>>()?;
        found.sort_unstable_by(|one, other| one.variable.cmp(&other.variable));
        Ok(found)
    }

    /// All imports, the last one first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn observation_imports(&self) -> Result<Vec<ObservationImport>, Error> {
        let text = "SELECT id, source, publisher, file, sha256, retrieved, licence, \"values\", changed, revised, imported_at, withdrawn_at \
                    FROM observation_imports ORDER BY id DESC";
        Sql::new(text).all(self.reader()).await?.iter().map(import).collect()
    }

    /// The values of variables in units and years, side by side; a municipality is found whatever its kind was.
    ///
    /// Of two values in one year that of the later day counts, and a day before the year as a whole.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn block(&self, variables: &[Variable], units: Units, years: Years) -> Result<Block, Error> {
        if let Some(block) = self.block_at_hand(variables, (&units, years)).await? {
            return Ok(block);
        }
        let mut asked: BTreeMap<UnitCode, Vec<UnitIx>> = BTreeMap::new();
        for (code, unit) in units.codes().iter().zip(units.indices()) {
            asked.entry(code.lasting()).or_default().push(unit);
        }
        let mut block = Block::new(variables.iter().cloned(), units, years);
        let found = self.numbers_of(variables).await?.into_iter();
        let numbers: BTreeMap<i64, VariableIx> =
            found.filter_map(|(number, variable)| Some((number, block.find(&variable)?))).collect();
        let mut put = |row: &QueryResult| -> Result<(), Error> {
            let mut columns = Columns::of(row);
            let (number, kept, packed): (i64, String, Vec<u8>) = (columns.take()?, columns.take()?, columns.take()?);
            let (Some(variable), Some(units)) = (numbers.get(&number), asked.get(&code(&kept)?)) else { return Ok(()) };
            for_each(&packed, |period, cell| {
                for unit in units {
                    block.put_at(*variable, (*unit, period.year()), cell);
                }
            })
        };
        for part in numbers.keys().copied().collect::<Vec<i64>>().chunks(CODES) {
            if asked.len() > MANY_UNITS {
                let mut sql = Sql::new("SELECT variable, code, packed FROM observations WHERE variable IN (");
                sql.bind_all(part.iter().copied()).push(")");
                sql.all(self.reader()).await?.iter().try_for_each(&mut put)?;
                continue;
            }
            for codes in asked.keys().collect::<Vec<_>>().chunks(CODES) {
                let mut sql = Sql::new("SELECT variable, code, packed FROM observations WHERE variable IN (");
                sql.bind_all(part.iter().copied())
                    .push(") AND code IN (")
                    .bind_all(codes.iter().map(|code| code.as_str()))
                    .push(")");
                sql.all(self.reader()).await?.iter().try_for_each(&mut put)?;
            }
        }
        Ok(block)
    }

    /// Codes of municipalities of a Polish county under which some of these variables have values, under their lasting codes,
    /// those that no register holds any more among them.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn observed_in_county(&self, variables: &[Variable], county: &UnitCode) -> Result<Vec<UnitCode>, Error> {
        let numbers = self.numbers_of(variables).await?;
        let mut found = std::collections::BTreeSet::new();
        for part in numbers.keys().copied().collect::<Vec<i64>>().chunks(CODES) {
            let mut sql = Sql::new("SELECT DISTINCT code FROM observations WHERE variable IN (");
            sql.bind_all(part.iter().copied()).push(") AND code BETWEEN ").bind(format!("{county}00"));
            sql.push(" AND ").bind(format!("{county}99"));
            for row in &sql.all(self.reader()).await? {
                found.insert(code(&Columns::of(row).take::<String>()?)?);
            }
        }
        Ok(found.into_iter().filter(|code| code.as_str().len() == county.as_str().len() + 2).collect())
    }

    /// Codes of all units that have a value of this variable, under their lasting codes.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn units_observed(&self, variable: &Variable) -> Result<Vec<UnitCode>, Error> {
        let text = "SELECT o.code FROM observations o JOIN observation_variables v ON v.id = o.variable \
                    WHERE v.source = $1 AND v.variable = $2";
        let rows = Sql::new(text).with(variable.source.as_str()).with(variable.id.as_str()).all(self.reader()).await?;
        let mut codes = rows.iter().map(|row| code(&Columns::of(row).take::<String>()?)).collect::<Result<Vec<_>, _>>()?;
        codes.sort_unstable();
        Ok(codes)
    }

    /// Values of these variables and units that imports replaced after the import with this number, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revisions_after(&self, import: u32, variables: &[Variable], units: &[UnitCode]) -> Result<Vec<Revision>, Error> {
        let numbers = self.numbers_of(variables).await?;
        let units: Vec<UnitCode> = units.iter().map(UnitCode::lasting).collect();
        let mut found = Vec::new();
        for part in numbers.keys().copied().collect::<Vec<i64>>().chunks(CODES) {
            let mut sql = Sql::new("SELECT import, variable, code, packed FROM observation_revisions WHERE import > ");
            sql.bind(i64::from(import)).push(" AND variable IN (").bind_all(part.iter().copied()).push(")");
            for row in &sql.all(self.reader()).await? {
                let mut columns = Columns::of(row);
                let (import, number): (i64, i64) = (columns.take()?, columns.take()?);
                let code = code(&columns.take::<String>()?)?;
                let Some(variable) = numbers.get(&number).filter(|_| units.contains(&code)) else { continue };
                let cells: Cells = unpack(&columns.take::<Vec<u8>>()?)?;
                let import = u32::try_from(import).unwrap_or(u32::MAX);
                let had_one = cells.into_iter().filter(|(_, before)| before.value != Value::Missing(Missing::NotGiven));
                found.extend(had_one.map(|(period, before)| Revision {
                    import,
                    variable: variable.clone(),
                    code: code.clone(),
                    period,
                    before,
                }));
            }
        }
        found.sort_by(|one, other| {
            let name = |of: &Revision| (std::cmp::Reverse(of.import), of.variable.clone(), of.code.clone(), of.period);
            name(one).cmp(&name(other))
        });
        Ok(found)
    }

    /// Variables by their number in the store; those without values are missing.
    async fn numbers_of(&self, variables: &[Variable]) -> Result<BTreeMap<i64, Variable>, Error> {
        let rows = Sql::new("SELECT id, source, variable FROM observation_variables").all(self.reader()).await?;
        let mut known = BTreeMap::new();
        for row in &rows {
            let mut columns = Columns::of(row);
            let id: i64 = columns.take()?;
            known.insert(Variable { source: columns.take()?, id: columns.take()? }, id);
        }
        Ok(variables.iter().filter_map(|variable| Some((*known.get(variable)?, variable.clone()))).collect())
    }
}

/// A kept code.
pub fn code(text: &str) -> Result<UnitCode, Error> {
    UnitCode::parse(text).map_err(|_| Error::Unreadable { what: format!("code {text}") })
}

fn variable(row: &QueryResult) -> Result<KeptVariable, Error> {
    let mut columns = Columns::of(row);
    let variable = Variable { source: columns.take()?, id: columns.take()? };
    let (label, measure) = (columns.take()?, columns.take()?);
    let mut year = || -> Result<u16, Error> { Ok(u16::try_from(columns.take::<i64>()?).unwrap_or(0)) };
    let years = Years { first: year()?, last: year()? };
    let mut count = || -> Result<u64, Error> { Ok(u64::try_from(columns.take::<i64>()?).unwrap_or(0)) };
    Ok(KeptVariable {
        variable,
        label,
        measure,
        years: Some(years).filter(|years| years.first > 0),
        units: count()?,
        values: count()?,
    })
}

fn import(row: &QueryResult) -> Result<ObservationImport, Error> {
    let mut columns = Columns::of(row);
    let id = u32::try_from(columns.take::<i64>()?).unwrap_or(0);
    let [source, publisher, file, sha256] = [columns.take()?, columns.take()?, columns.take()?, columns.take()?];
    let retrieved = columns.word(|text| text.parse().ok())?;
    let licence = columns.take()?;
    let mut count = || -> Result<u64, Error> { Ok(u64::try_from(columns.take::<i64>()?).unwrap_or(0)) };
    let [values, changed, revised] = [count()?, count()?, count()?];
    Ok(ObservationImport {
        id,
        source,
        publisher,
        file,
        sha256,
        retrieved,
        licence,
        values,
        changed,
        revised,
        imported_at: columns.take()?,
        withdrawn_at: columns.take()?,
    })
}
