//! Observations at hand: the packed rows of many variables in memory, so that a table for any membership is made without
//! asking the database some thousand times.
//!
//! What is at hand holds until something is imported or withdrawn, which its last line in the trail tells; until it has been
//! read anew, questions go to the database. What a table holds is the same either way.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use miedza_planning::diagnosis::{Block, Variable, Years};
use miedza_territory::{UnitCode, UnitIx, Units};

use super::ask::code;
use super::packed::for_each;
use crate::sql::{Columns, Sql};
use crate::{Error, Store};

/// More values than these are not kept in memory; they take about three bytes each.
const MOST_VALUES: u64 = 24_000_000;
/// Variables that are read in one go.
const VARIABLES: usize = 16;

/// What is at hand, and whether somebody is reading it.
#[derive(Debug, Default)]
pub struct Ahead(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// The import that it is of.
    stamp: Option<String>,
    /// `None` where there is too much to be kept.
    shelf: Option<Arc<Shelf>>,
    is_being_read: bool,
}

/// The packed rows of some variables.
#[derive(Debug, Default)]
struct Shelf {
    /// Each with its place in the rows.
    variables: BTreeMap<Variable, usize>,
    /// Whether no other variable has values.
    is_whole: bool,
    codes: HashMap<UnitCode, usize>,
    /// Where the rows of a variable lie among the bytes, unit by unit; an empty one for a unit without values.
    rows: Vec<Vec<Range<usize>>>,
    bytes: Vec<u8>,
}

/// Somebody who reads; whatever becomes of that, another one may read afterwards.
struct Reading<'a>(&'a Ahead);

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        self.0.state().is_being_read = false;
    }
}

impl Ahead {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn at_hand(&self, stamp: &str) -> Option<Arc<Shelf>> {
        let state = self.state();
        state.shelf.clone().filter(|_| state.stamp.as_deref() == Some(stamp))
    }

    /// `None` if this import was read already, or somebody is at it.
    fn begin(&self, stamp: &str) -> Option<Reading<'_>> {
        let mut state = self.state();
        if state.is_being_read || state.stamp.as_deref() == Some(stamp) {
            return None;
        }
        state.is_being_read = true;
        Some(Reading(self))
    }

    fn keep(&self, stamp: String, shelf: Option<Shelf>) {
        let mut state = self.state();
        (state.stamp, state.shelf) = (Some(stamp), shelf.map(Arc::new));
    }
}

impl Store {
    /// Reads all observations into memory, or those of these variables where all are too many, so that [`Store::block`] finds
    /// them there until the next import. Does nothing where that was done, is being done, or would take too much memory.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn read_ahead(&self, variables: &[Variable]) -> Result<(), Error> {
        let stamp = self.last_import().await?;
        let Some(_reading) = self.ahead().begin(&stamp) else { return Ok(()) };
        let shelf = match self.few_enough(variables).await? {
            Some((wanted, is_whole)) => Some(self.shelf(wanted, is_whole).await?),
            None => None,
        };
        // What was imported meanwhile may be in it in part only.
        if self.last_import().await? == stamp {
            self.ahead().keep(stamp, shelf);
        }
        Ok(())
    }

    /// A table of what is at hand; `None` if some of it is not.
    pub(super) async fn block_at_hand(
        &self,
        variables: &[Variable],
        (units, years): (&Units, Years),
    ) -> Result<Option<Block>, Error> {
        if self.ahead().state().shelf.is_none() {
            return Ok(None);
        }
        let Some(shelf) = self.ahead().at_hand(&self.last_import().await?) else { return Ok(None) };
        shelf.block(variables, (units, years))
    }

    /// The hash of the last line of the trail that tells of an import of observations, or of one withdrawn.
    async fn last_import(&self) -> Result<String, Error> {
        let text = "SELECT hash FROM audit_entries WHERE kind = 'observation_variables' ORDER BY seq DESC LIMIT 1";
        let row = Sql::new(text).one(self.reader()).await?;
        row.map_or_else(|| Ok(String::new()), |row| Columns::of(&row).take())
    }

    /// The numbers of all variables, or of those that were named, if their values can be kept in memory; and whether it is all.
    async fn few_enough(&self, named: &[Variable]) -> Result<Option<(BTreeMap<i64, Variable>, bool)>, Error> {
        let rows = Sql::new("SELECT id, source, variable, \"values\" FROM observation_variables").all(self.reader()).await?;
        let named: BTreeSet<&Variable> = named.iter().collect();
        let (mut all, mut of_named, mut counts) = (BTreeMap::new(), BTreeMap::new(), (0_u64, 0_u64));
        for row in &rows {
            let mut columns = Columns::of(row);
            let id: i64 = columns.take()?;
            let variable = Variable { source: columns.take()?, id: columns.take()? };
            let values = u64::try_from(columns.take::<i64>()?).unwrap_or(0);
            counts.0 += values;
            if named.contains(&variable) {
                counts.1 += values;
                of_named.insert(id, variable.clone());
            }
            all.insert(id, variable);
        }
        Ok(match counts {
            (every, _) if every <= MOST_VALUES => Some((all, true)),
            (_, some) if some <= MOST_VALUES => Some((of_named, false)),
            _ => None,
        })
    }

    async fn shelf(&self, variables: BTreeMap<i64, Variable>, is_whole: bool) -> Result<Shelf, Error> {
        let mut shelf = Shelf { is_whole, rows: vec![Vec::new(); variables.len()], ..Shelf::default() };
        let numbers: BTreeMap<i64, usize> = variables.keys().copied().zip(0..).collect();
        for part in numbers.keys().copied().collect::<Vec<i64>>().chunks(VARIABLES) {
            let mut sql = Sql::new("SELECT variable, code, packed FROM observations WHERE variable IN (");
            sql.bind_all(part.iter().copied()).push(")");
            for row in &sql.all(self.reader()).await? {
                let mut columns = Columns::of(row);
                let (number, text, packed): (i64, String, Vec<u8>) = (columns.take()?, columns.take()?, columns.take()?);
                if let Some(variable) = numbers.get(&number) {
                    shelf.put(*variable, code(&text)?, &packed);
                }
            }
        }
        shelf.bytes.shrink_to_fit();
        shelf.variables = variables.into_values().zip(0..).collect();
        Ok(shelf)
    }
}

impl Shelf {
    fn put(&mut self, variable: usize, code: UnitCode, packed: &[u8]) {
        let next = self.codes.len();
        let unit = *self.codes.entry(code).or_insert(next);
        let start = self.bytes.len();
        self.bytes.extend_from_slice(packed);
        let Some(rows) = self.rows.get_mut(variable) else { return };
        rows.resize(rows.len().max(unit + 1), 0..0);
        if let Some(place) = rows.get_mut(unit) {
            *place = start..self.bytes.len();
        }
    }

    /// As [`Store::block`] makes it; `None` if values of a variable may be elsewhere.
    fn block(&self, variables: &[Variable], (units, years): (&Units, Years)) -> Result<Option<Block>, Error> {
        let mut block = Block::new(variables.iter().cloned(), units.clone(), years);
        let places: Vec<(UnitIx, usize)> = units
            .indices()
            .zip(units.codes())
            .filter_map(|(unit, code)| Some((unit, *self.codes.get(&code.lasting())?)))
            .collect();
        for variable in variables {
            let (rows, at) = match (self.variables.get(variable).and_then(|place| self.rows.get(*place)), block.find(variable)) {
                (Some(rows), Some(at)) => (rows, at),
                _ if self.is_whole => continue,
                _ => return Ok(None),
            };
            for (unit, place) in &places {
                let packed = rows.get(*place).and_then(|range| self.bytes.get(range.clone())).unwrap_or_default();
                for_each(packed, |period, cell| block.put_at(at, (*unit, period.year()), cell))?;
            }
        }
        Ok(Some(block))
    }
}
