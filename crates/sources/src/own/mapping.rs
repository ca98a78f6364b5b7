//! What the columns of a table hold, as a person says it.

use serde::{Deserialize, Serialize};

use crate::table::{Column, Decimal};

/// What the columns of a table hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Sheet of a workbook; `None` for the first that has the columns.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The row with the names of columns, counted from 1; `None` for the first that has them.
    #[serde(default)]
    pub header_row: Option<u64>,
    /// Decimal sign, where the numbers do not tell it.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// The code of the unit.
    pub unit: Column,
    /// Where variables, periods and values stand.
    pub shape: Shape,
}

/// Whether a row holds one value or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A row for each value.
    Long {
        /// The variable, `bdl:72305` or any words.
        variable: ColumnOrFixed,
        /// The year or day.
        period: ColumnOrFixed,
        /// The value.
        value: Column,
        /// Unit of measure.
        measure: Option<Column>,
        /// A flag as Eurostat writes it; a flag that is not known refuses the row.
        flag: Option<Column>,
    },
    /// A row for each unit, or unit and period, or unit and variable: several columns of values.
    Wide(Vec<WideColumn>),
}

/// A column of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WideColumn {
    /// The column.
    pub column: Column,
    /// Its variable, `bdl:72305` or any words.
    pub variable: ColumnOrFixed,
    /// Its year or day.
    pub period: ColumnOrFixed,
    /// Its unit of measure.
    #[serde(default)]
    pub measure: Option<String>,
}

/// Something that each row tells, or that is the same for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnOrFixed {
    /// Each row tells it in this column.
    Column(Column),
    /// The same for all rows; an empty period is the year that is given with the file.
    Fixed(String),
}
