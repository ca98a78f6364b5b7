//! Tables whose columns do not tell what they hold: what is seen in them, and what would be read, before anything is kept.

use bytes::Bytes;
use miedza_sources::observations::{self, Found};
use miedza_sources::own;
use miedza_sources::table::Input;
use miedza_territory::{Period, Series};

pub use miedza_sources::own::{ColumnOrFixed, ColumnSeen, Guess, Mapping, Shape, WideColumn};
pub use miedza_sources::table::{Column, Decimal};

use super::observations::{About, Refusal};
use crate::failure::Failure;
use crate::lab::aside;

/// Values that are shown before anything is kept.
const SHOWN: usize = 10;

/// What would be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The first values, of as many variables as there are.
    pub values: Vec<PreviewValue>,
    /// Rows that were read, those that are refused among them.
    pub rows: u64,
    /// Rows and values that would be refused.
    pub refused: u64,
    /// The refused ones, at most a thousand.
    pub refusals: Vec<Refusal>,
    /// How many variables there are.
    pub variables: usize,
}

/// A value as it would be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewValue {
    /// Source and identifier of its variable.
    pub variable: String,
    /// What the variable is called.
    pub label: String,
    /// Unit of measure, where it is told.
    pub measure: Option<String>,
    /// Code of the unit.
    pub unit: String,
    /// The year or the day.
    pub period: Period,
    /// The number; `None` for a value that is missing.
    pub number: Option<f64>,
}

/// The columns of a table with a proposal of what they hold.
///
/// # Errors
/// [`Failure`] if it is no table.
pub async fn look((name, bytes): (String, Bytes), about: &About) -> Result<Guess, Failure> {
    let year = about.period.map(Period::year);
    aside(move || own::guess(Input::new(&name, bytes), year).map_err(|error| Failure::observations(&name, &error.into()))).await
}

/// What would be read from a file as it is described; nothing is kept.
///
/// # Errors
/// [`Failure`] if it holds no observations.
pub async fn preview((name, bytes): (String, Bytes), about: &About) -> Result<Preview, Failure> {
    let how = about.how();
    let read = move || observations::read(Input::new(&name, bytes), &how).map_err(|error| Failure::observations(&name, &error));
    Ok(of(&aside(read).await?))
}

fn of(found: &Found) -> Preview {
    let each = (SHOWN / found.series.len().max(1)).max(1);
    Preview {
        values: found.series.iter().flat_map(|series| first(series, each)).take(SHOWN).collect(),
        rows: found.read_rows,
        refused: found.refused_total,
        refusals: found.refused.iter().map(Refusal::from).collect(),
        variables: found.series.len(),
    }
}

fn first(series: &Series, most: usize) -> impl Iterator<Item = PreviewValue> {
    let about = series.about();
    series.iter().take(most).map(move |(unit, period, value, _)| PreviewValue {
        variable: about.key(),
        label: about.label.clone(),
        measure: about.measure.clone(),
        unit: unit.to_string(),
        period,
        number: value.number(),
    })
}

#[cfg(test)]
mod tests {
    use miedza_territory::Day;

    use super::*;

    const TABLE: &str = "gmina;a;b\n0299011;7;2023\n0299021;abc;2023\n";

    fn about(mapping: Option<Mapping>) -> About {
        About { mapping, ..About::received(Day::new(2026, 1, 5).expect("a day of the test")) }
    }

    #[tokio::test]
    async fn a_table_with_unclear_columns_is_seen_and_read_as_a_person_says() {
        let file = || ("own.csv".to_owned(), Bytes::from_static(TABLE.as_bytes()));
        let seen = look(file(), &about(None)).await.expect("a table");
        let names: Vec<&str> = seen.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!((names, seen.sure), (vec!["gmina", "a", "b"], false));

        let shape = Shape::Long {
            variable: ColumnOrFixed::Fixed("schools".into()),
            period: ColumnOrFixed::Column(Column::Number(3)),
            value: Column::Number(2),
            measure: None,
            flag: None,
        };
        let mapping = Mapping { sheet: None, header_row: None, decimal: None, unit: Column::Number(1), shape };
        let read = preview(file(), &about(Some(mapping))).await.expect("observations");

        assert_eq!((read.rows, read.refused, read.variables), (2, 1, 1));
        let [value] = &read.values[..] else { panic!("one value: {read:?}") };
        assert_eq!((value.unit.as_str(), value.number, value.variable.as_str()), ("0299011", Some(7.0), "own:schools"));
        assert_eq!(read.refusals.first().map(|refusal| refusal.line), Some(3));
    }
}
