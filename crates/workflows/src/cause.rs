//! What is wrong in a table, in the language of the reader; what a method or model refuses stands in the rooms below.
//!
//! The one place that turns an error of a reader of tables into a sentence. What a person can do about it is said where
//! the failure is made.

mod method;
pub mod observed;
mod wanted;

use miedza_sources::Error as TableError;
use miedza_texts::{Argument, Message, key};

pub use method::{criterion, estimate, method, setting};

/// What is wrong in the file; where it was sent to the portal, without the options of the command line.
pub fn of(error: &TableError, is_sent: bool) -> Option<Message> {
    let number = |number: &u64| Argument::Text(number.to_string());
    let at = |key, file: &str, row: &u64| Message::new(key).with("file", file).with("row", number(row));
    let field =
        |key, file: &str, row: &u64, column: &str, value: &str| at(key, file, row).with("column", column).with("value", value);
    let columns = |key, file: &str, columns: &str| Message::new(key).with("file", file).with("columns", columns);
    Some(match error {
        TableError::NotATable { file, .. } => Message::new(key::CAUSE_NOT_A_TABLE).with("file", &**file),
        TableError::MissingColumn { file, columns: found, option, .. } if is_sent || option.is_empty() => {
            columns(key::CAUSE_NO_COLUMN, file, found)
        }
        TableError::AmbiguousColumn { file, columns: found, option, .. } if is_sent || option.is_empty() => {
            columns(key::CAUSE_SEVERAL_COLUMNS, file, found)
        }
        TableError::Empty { file } => Message::new(key::CAUSE_EMPTY).with("file", &**file),
        TableError::NoRows { file } => Message::new(key::CAUSE_NO_ROWS).with("file", &**file),
        TableError::Truncated { file, row } => at(key::CAUSE_TRUNCATED, file, row),
        TableError::Ragged { file, row, fields, expected } => {
            at(key::CAUSE_RAGGED, file, row).with("fields", fields.to_string()).with("expected", expected.to_string())
        }
        TableError::MissingColumn { file, columns: found, option, .. } => {
            columns(key::CAUSE_MISSING_COLUMN, file, found).with("option", &**option)
        }
        TableError::AmbiguousColumn { file, columns: found, option, .. } => {
            columns(key::CAUSE_AMBIGUOUS_COLUMN, file, found).with("option", &**option)
        }
        TableError::NotANumber { file, row, column, value } => field(key::CAUSE_NOT_A_NUMBER, file, row, column, value),
        TableError::Negative { file, row, column, value } => field(key::CAUSE_NEGATIVE, file, row, column, value),
        TableError::AmbiguousNumber { file, row, column, value } => field(key::CAUSE_AMBIGUOUS_NUMBER, file, row, column, value),
        TableError::DuplicatePair { file, from, to, first, second } => {
            let pair = at(key::CAUSE_DUPLICATE_PAIR, file, second).with("first", number(first));
            pair.with("from", from.to_string()).with("to", to.to_string())
        }
        TableError::DuplicateUnit { file, code, first, second } => {
            at(key::CAUSE_DUPLICATE_UNIT, file, second).with("first", number(first)).with("unit", code.to_string())
        }
        TableError::NotReadable { file, .. } => Message::new(key::CAUSE_NOT_READABLE).with("file", &**file),
        TableError::TooLarge { file, .. } => Message::new(key::CAUSE_TOO_LARGE).with("file", &**file),
        TableError::Damaged { file, row, .. } => at(key::CAUSE_DAMAGED, file, row),
        TableError::NotText { file, row, .. } => at(key::CAUSE_NOT_TEXT, file, row),
        TableError::RowTooLong { file, row } => at(key::CAUSE_ROW_TOO_LONG, file, row),
        TableError::NoSuchSheet { file, sheet, sheets } => {
            Message::new(key::CAUSE_NO_SHEET).with("file", &**file).with("sheet", &**sheet).with("sheets", &**sheets)
        }
        TableError::NotACode { file, row, column, .. } => at(key::CAUSE_NOT_A_CODE, file, row).with("column", &**column),
        _ => return rarer(error),
    })
}

/// The rest: registers, figures and tables that are joined.
fn rarer(error: &TableError) -> Option<Message> {
    let row = |number: u64| Argument::Text(number.to_string());
    Some(match error {
        TableError::MixedDecimals { file, column, comma, point } => {
            let told = Message::new(key::CAUSE_MIXED_DECIMALS).with("file", &**file).with("column", &**column);
            told.with("comma", row(*comma)).with("point", row(*point))
        }
        TableError::NotAUnit { file, row: number, column, .. } => {
            let told = Message::new(key::CAUSE_NOT_A_UNIT).with("file", &**file);
            told.with("row", row(*number)).with("column", &**column)
        }
        TableError::SeveralDays { file, row: number, first, second } => {
            let told = Message::new(key::CAUSE_SEVERAL_DAYS).with("file", &**file).with("row", row(*number));
            told.with("first", first.to_string()).with("second", second.to_string())
        }
        TableError::NoPeriod { file, column } => {
            Message::new(key::CAUSE_NO_PERIOD).with("file", &**file).with("column", &**column)
        }
        TableError::OtherPeriod { file, column, found, given } => {
            let told = Message::new(key::CAUSE_OTHER_PERIOD).with("file", &**file).with("column", &**column);
            told.with("found", found.to_string()).with("given", given.to_string())
        }
        TableError::ForeignCode { file, code, .. } => {
            Message::new(key::CAUSE_FOREIGN_CODE).with("file", &**file).with("unit", code.to_string())
        }
        TableError::InTwoFiles { file, other, code } => {
            let told = Message::new(key::CAUSE_IN_TWO_FILES).with("file", &**file).with("other", &**other);
            told.with("unit", code.to_string())
        }
        TableError::CodeSystems { file, example, other, other_example, matched, units } => {
            let told = Message::new(key::CAUSE_CODE_SYSTEMS).with("file", &**file).with("example", &**example);
            let told = told.with("other", &**other).with("other-example", &**other_example);
            told.with("matched", matched.to_string()).with("units", units.to_string())
        }
        TableError::NotOnEarth { file, row: number, value, .. } => {
            let told = Message::new(key::CAUSE_NOT_ON_EARTH).with("file", &**file);
            told.with("row", row(*number)).with("value", &**value)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use miedza_territory::UnitCode;
    use miedza_texts::Language;

    use super::*;

    #[test]
    fn damaged_tables_are_told_in_the_language_of_the_reader() {
        let file = || "przepływy.xlsx".into();
        let code = || UnitCode::parse("306101").expect("a code");
        let cases = [
            (TableError::Damaged { file: file(), row: 7, what: "crc".into() }, "przepływy.xlsx jest uszkodzony, po wierszu 7"),
            (
                TableError::TooLarge { file: file(), what: "2 GB".into() },
                "przepływy.xlsx po rozpakowaniu jest większy, niż może być tabela",
            ),
            (
                TableError::NoSuchSheet { file: file(), sheet: "A".into(), sheets: "B, C".into() },
                "przepływy.xlsx nie ma arkusza A; są arkusze: B, C",
            ),
            (
                TableError::MixedDecimals { file: file(), column: "osoby".into(), comma: 2, point: 5 },
                "przepływy.xlsx, kolumna osoby: w wierszu 2 jest przecinek dziesiętny, a w wierszu 5 kropka",
            ),
            (
                TableError::InTwoFiles { file: file(), other: "gminy.csv".into(), code: code() },
                "w pliku przepływy.xlsx jest jednostka 306101, którą zawiera też gminy.csv",
            ),
        ];
        for (error, told) in cases {
            let message = of(&error, false).expect("told");
            let plain: String =
                Language::Pl.say(&message).chars().filter(|sign| !('\u{2066}'..='\u{2069}').contains(sign)).collect();
            assert_eq!(plain, told, "{error}");
        }
    }
}
