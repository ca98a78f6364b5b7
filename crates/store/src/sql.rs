//! A statement and its values, put together once for both engines: `$1`, `$2` … are understood by either.

use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement, TryGetable, Value};
use serde::de::DeserializeOwned;

use crate::{Engine, Error};

/// A statement that is being put together.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// A statement whose text names the values that [`Self::with`] gives, in order.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), values: Vec::new() }
    }

    /// The value of the next `$n` of the text.
    pub fn with(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// More text.
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// A value at this place of the text.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    /// Several values at this place, between commas.
    pub fn bind_all<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                self.text.push_str(", ");
            }
            self.bind(value);
        }
        self
    }

    fn statement(self, backend: DbBackend) -> Statement {
        Statement::from_sql_and_values(backend, self.text, self.values)
    }

    /// All rows.
    pub async fn all(self, connection: &impl ConnectionTrait) -> Result<Vec<QueryResult>, Error> {
        let statement = self.statement(connection.get_database_backend());
        Ok(connection.query_all_raw(statement).await?)
    }

    /// The first row.
    pub async fn one(self, connection: &impl ConnectionTrait) -> Result<Option<QueryResult>, Error> {
        let statement = self.statement(connection.get_database_backend());
        Ok(connection.query_one_raw(statement).await?)
    }

    /// Runs it; gives the number of rows that it changed.
    pub async fn run(self, connection: &impl ConnectionTrait) -> Result<u64, Error> {
        let statement = self.statement(connection.get_database_backend());
        Ok(connection.execute_raw(statement).await?.rows_affected())
    }
}

/// Reads the columns of a row one after the other.
pub struct Columns<'a> {
    row: &'a QueryResult,
    next: usize,
}

impl<'a> Columns<'a> {
    /// From the first column on.
    pub const fn of(row: &'a QueryResult) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    pub fn take<T: TryGetable>(&mut self) -> Result<T, Error> {
        let at = self.next;
        self.next += 1;
        Ok(self.row.try_get_by_index(at)?)
    }

    /// The next column, a word of a closed list.
    pub fn word<T>(&mut self, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
        let word: String = self.take()?;
        parse(&word).ok_or_else(|| Error::Unreadable { what: format!("word {word}") })
    }

    /// The next column, a text of JSON that may be missing.
    pub fn json<T: DeserializeOwned>(&mut self) -> Result<Option<T>, Error> {
        let text: Option<String> = self.take()?;
        let read = text.as_deref().map(serde_json::from_str).transpose();
        read.map_err(|fault| Error::Unreadable { what: format!("JSON ({fault})") })
    }
}

impl Engine {
    /// The function that says where a text stands in another one, 0 if nowhere; upper and lower case differ.
    pub(crate) const fn position(self) -> &'static str {
        match self {
            Self::Sqlite => "instr",
            Self::Postgres => "strpos",
        }
    }
}
