//! Rows as lines of JSON, the same on both engines, read page by page in the order of the key.
//!
//! Numbers with a fraction are written as texts, so that no digit is lost by a reader of JSON; bytes are written in
//! hexadecimal digits; what is missing is left out.

use sea_orm::{ConnectionTrait, QueryResult, Value as Kept};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::tables::{Column, Holds, Table};
use super::{BackupFault, TableKept};
use crate::audit::hexadecimal;
use crate::sql::{Columns, Sql};
use crate::{Engine, Error};

/// Rows read at once.
const PAGE: usize = 500;
/// Hands each row of a table on as a line; gives their number and hash.
pub async fn lines(
    tx: &impl ConnectionTrait,
    engine: Engine,
    table: &Table,
    mut take: impl FnMut(&str) -> Result<(), Error>,
) -> Result<TableKept, Error> {
    let (mut sum, mut rows) = (Sum::default(), Pages { tx, engine, table, read: 0, last: None });
    rows.begin().await?;
    loop {
        let page = rows.next().await?;
        for row in &page {
            let mut line = Value::Object(object(table, row)?).to_string();
            line.push('\n');
            sum.add(&line);
            take(&line)?;
        }
        if page.len() < PAGE {
            rows.end().await?;
            return Ok(sum.of(&table.name));
        }
    }
}

/// Lines, counted and summed up.
#[derive(Default)]
pub struct Sum {
    rows: u64,
    sum: Sha256,
}

impl Sum {
    /// One more line, with its end.
    pub fn add(&mut self, line: &str) {
        self.rows += 1;
        self.sum.update(line.as_bytes());
    }

    /// What the lines of this table come to.
    pub fn of(self, table: &str) -> TableKept {
        TableKept { name: table.to_owned(), rows: self.rows, sha256: hexadecimal(&self.sum.finalize()) }
    }
}

/// A table that is read page by page: by a cursor on PostgreSQL, from key to key on SQLite.
struct Pages<'a, C> {
    tx: &'a C,
    engine: Engine,
    table: &'a Table,
    read: usize,
    last: Option<Vec<Kept>>,
}

impl<C: ConnectionTrait> Pages<'_, C> {
    /// The order is that of bytes on both engines, and what is missing comes first.
    fn order(&self) -> String {
        let column = |column: &&Column| match (self.engine, column.holds) {
            (Engine::Postgres, Holds::Text) => format!("\"{}\" COLLATE \"C\" NULLS FIRST", column.name),
            _ => format!("\"{}\" NULLS FIRST", column.name),
        };
        self.table.order().iter().map(column).collect::<Vec<_>>().join(", ")
    }

    /// One name per table: the engine remembers what the columns behind a name are.
    fn cursor(&self) -> String {
        format!("\"rows_of_{}\"", self.table.name)
    }

    async fn begin(&self) -> Result<(), Error> {
        if self.engine == Engine::Postgres {
            let (table, names, order) = (&self.table.name, self.table.names(), self.order());
            let cursor = self.cursor();
            let text = format!("DECLARE {cursor} NO SCROLL CURSOR FOR SELECT {names} FROM \"{table}\" ORDER BY {order}");
            self.tx.execute_unprepared(&text).await?;
        }
        Ok(())
    }

    async fn next(&mut self) -> Result<Vec<QueryResult>, Error> {
        let page = match self.engine {
            Engine::Postgres => Sql::new(format!("FETCH {PAGE} FROM {}", self.cursor())).all(self.tx).await?,
            Engine::Sqlite => self.page().all(self.tx).await?,
        };
        self.read += page.len();
        if let Some(row) = page.last().filter(|_| self.engine == Engine::Sqlite) {
            let row = object(self.table, row)?;
            let key = self.table.key().into_iter().map(|column| kept(column, row.get(&column.name)));
            self.last = Some(key.collect::<Result<_, _>>()?);
        }
        Ok(page)
    }

    /// The rows behind the last one, or behind so many where there is no key.
    fn page(&self) -> Sql {
        let mut sql = Sql::new(format!("SELECT {} FROM \"{}\"", self.table.names(), self.table.name));
        let key = self.table.key().into_iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
        if let Some(last) = self.last.clone().filter(|last| !last.is_empty()) {
            sql.push(&format!(" WHERE ({key}) > (")).bind_all(last).push(")");
        }
        sql.push(&format!(" ORDER BY {} LIMIT {PAGE}", self.order()));
        if key.is_empty() {
            sql.push(&format!(" OFFSET {}", self.read));
        }
        sql
    }

    async fn end(&self) -> Result<(), Error> {
        if self.engine == Engine::Postgres {
            self.tx.execute_unprepared(&format!("CLOSE {}", self.cursor())).await?;
        }
        Ok(())
    }
}

/// A row as an object.
fn object(table: &Table, row: &QueryResult) -> Result<Map<String, Value>, Error> {
    let (mut object, mut columns) = (Map::new(), Columns::of(row));
    for column in &table.columns {
        let value = match column.holds {
            Holds::Text => columns.take::<Option<String>>()?.map(Value::from),
            Holds::Whole => columns.take::<Option<i64>>()?.map(Value::from),
            Holds::Fraction => columns.take::<Option<f64>>()?.map(|number| Value::from(number.to_string())),
            Holds::Truth => columns.take::<Option<bool>>()?.map(Value::from),
            Holds::Bytes => columns.take::<Option<Vec<u8>>>()?.map(|bytes| Value::from(hexadecimal(&bytes))),
        };
        if let Some(value) = value {
            object.insert(column.name.clone(), value);
        }
    }
    Ok(object)
}

/// A value as the engine takes it.
pub fn kept(column: &Column, value: Option<&Value>) -> Result<Kept, Error> {
    let wrong = || BackupFault::damaged(format!("the column {} holds what it cannot hold", column.name));
    let text = || value.map(|value| value.as_str().ok_or_else(wrong)).transpose();
    Ok(match column.holds {
        Holds::Text => text()?.map(str::to_owned).into(),
        Holds::Whole => value.map(|value| value.as_i64().ok_or_else(wrong)).transpose()?.into(),
        Holds::Fraction => text()?.map(|text| text.parse::<f64>().map_err(|_| wrong())).transpose()?.into(),
        Holds::Truth => value.map(|value| value.as_bool().ok_or_else(wrong)).transpose()?.into(),
        Holds::Bytes => text()?.map(|text| bytes(text).ok_or_else(wrong)).transpose()?.into(),
    })
}

/// Bytes of hexadecimal digits.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.bytes().map(|digit| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_they_were_written() {
        let all: Vec<u8> = (0..=255).collect();

        assert_eq!(bytes(&hexadecimal(&all)), Some(all));
        assert_eq!((bytes("0g"), bytes("012"), bytes("")), (None, None, Some(Vec::new())));
    }

    #[test]
    fn no_digit_of_a_number_is_lost() {
        for number in [0.1 + 0.2, 1e300, -0.0, f64::MIN_POSITIVE, 36_241.0, 1.0 / 3.0] {
            let read: f64 = number.to_string().parse().expect("a number");
            assert_eq!(read.to_bits(), number.to_bits());
        }
    }
}
