//! What the columns of a table hold, as entries of a form and back; columns are named by their number, counted from 1.
//!
//! Entries: `unit`, `shape` (`long` or `wide`), `variable`, `period`, `value`, `measure`, `flag` hold numbers of columns;
//! `variable-fixed` and `period-fixed` what is the same for all rows. In the wide shape `values-3` says that the third column
//! holds values, and `variable-3`, `period-3`, `measure-3` what they are; where these are empty, the entries of all rows count.

use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::importing::{Column, ColumnOrFixed, ColumnSeen, Decimal, Mapping, Shape, WideColumn};
use miedza_workflows::record::Entered;

/// Most columns that a page asks about.
pub const MOST_COLUMNS: usize = 300;

/// The number of a column, counted from 1; `None` for one that is not there.
fn number(column: &Column, columns: &[ColumnSeen]) -> Option<usize> {
    match column {
        Column::Number(number) => Some(*number),
        Column::Name(name) => columns.iter().position(|seen| seen.name == *name).map(|at| at + 1),
    }
}

/// A mapping as entries, with those that were typed about the file.
pub fn written(mapping: &Mapping, columns: &[ColumnSeen], typed: &Entered) -> Entered {
    let mut pairs: Vec<(String, String)> = super::about::carried(typed);
    let mut put = |name: &str, text: String| pairs.push((name.to_owned(), text));
    let at = |column: &Column| number(column, columns).map(|number| number.to_string()).unwrap_or_default();
    put("sheet", mapping.sheet.clone().unwrap_or_default());
    put("header-row", mapping.header_row.map(|row| row.to_string()).unwrap_or_default());
    put("decimal", decimal_word(mapping.decimal).to_owned());
    put("unit", at(&mapping.unit));
    match &mapping.shape {
        Shape::Long { variable, period, value, measure, flag } => {
            put("shape", "long".to_owned());
            put("value", at(value));
            put("measure", measure.as_ref().map(at).unwrap_or_default());
            put("flag", flag.as_ref().map(at).unwrap_or_default());
            for (name, told) in [("variable", variable), ("period", period)] {
                match told {
                    ColumnOrFixed::Column(column) => put(name, at(column)),
                    ColumnOrFixed::Fixed(text) => put(&format!("{name}-fixed"), text.clone()),
                }
            }
        }
        Shape::Wide(wide) => {
            put("shape", "wide".to_owned());
            for one in wide {
                let own = at(&one.column);
                put(&format!("values-{own}"), "yes".to_owned());
                put(&format!("measure-{own}"), one.measure.clone().unwrap_or_default());
                for (name, told) in [("variable", &one.variable), ("period", &one.period)] {
                    match told {
                        ColumnOrFixed::Column(column) => put(name, at(column)),
                        ColumnOrFixed::Fixed(text) => put(&format!("{name}-{own}"), text.clone()),
                    }
                }
            }
        }
    }
    Entered::new(pairs)
}

const fn decimal_word(decimal: Option<Decimal>) -> &'static str {
    match decimal {
        Some(Decimal::Comma) => "comma",
        Some(Decimal::Point) => "point",
        None => "",
    }
}

/// The mapping that entries say of a table with so many columns.
///
/// # Errors
/// [`Failure`] if no column of values is chosen.
pub fn read(entered: &Entered, columns: usize) -> Result<Mapping, Failure> {
    let text = |name: &str| entered.one(name).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    let column = |name: &str| column(entered, name, columns);
    let told = |name: &str| {
        let fixed = || ColumnOrFixed::Fixed(text(&format!("{name}-fixed")).unwrap_or_default());
        column(name).map_or_else(fixed, ColumnOrFixed::Column)
    };
    let shape = if entered.one("shape") == Some("wide") {
        Shape::Wide((1..=columns.min(MOST_COLUMNS)).filter_map(|number| wide_column(entered, number, &told)).collect())
    } else {
        let value = column("value").ok_or_else(no_value)?;
        let (measure, flag) = (column("measure"), column("flag"));
        Shape::Long { variable: told("variable"), period: told("period"), value, measure, flag }
    };
    if matches!(&shape, Shape::Wide(wide) if wide.is_empty()) {
        return Err(no_value());
    }
    let decimal = match entered.one("decimal") {
        Some("comma") => Some(Decimal::Comma),
        Some("point") => Some(Decimal::Point),
        _ => None,
    };
    let header_row = text("header-row").and_then(|row| row.parse().ok());
    Ok(Mapping { sheet: text("sheet"), header_row, decimal, unit: column("unit").unwrap_or(Column::Number(1)), shape })
}

fn column(entered: &Entered, name: &str, columns: usize) -> Option<Column> {
    let number = entered.one(name)?.parse().ok()?;
    (1..=columns).contains(&number).then_some(Column::Number(number))
}

/// A column of values, if it is chosen as one.
fn wide_column(entered: &Entered, number: usize, told: &dyn Fn(&str) -> ColumnOrFixed) -> Option<WideColumn> {
    let own = |name: &str| entered.one(&format!("{name}-{number}")).filter(|text| !text.is_empty()).map(ToOwned::to_owned);
    own("values")?;
    let either = |name: &str| own(name).map_or_else(|| told(name), ColumnOrFixed::Fixed);
    let column = Column::Number(number);
    Some(WideColumn { column, variable: either("variable"), period: either("period"), measure: own("measure") })
}

fn no_value() -> Failure {
    Failure::invalid(key::OBSERVATIONS_NO_VALUES, key::OBSERVATIONS_NO_VALUES_HINT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&str]) -> Vec<ColumnSeen> {
        names.iter().map(|name| ColumnSeen { name: (*name).to_owned(), first: Vec::new() }).collect()
    }

    fn entered(pairs: &[(&str, &str)]) -> Entered {
        Entered::new(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn a_long_mapping_comes_back_from_its_form_with_columns_by_number() {
        let shape = Shape::Long {
            variable: ColumnOrFixed::Fixed("schools".into()),
            period: ColumnOrFixed::Column(Column::Name("year".into())),
            value: Column::Name("number".into()),
            measure: None,
            flag: Some(Column::Number(4)),
        };
        let unit = Column::Name("code".into());
        let mapping = Mapping { sheet: Some("A".into()), header_row: Some(3), decimal: Some(Decimal::Comma), unit, shape };
        let columns = columns(&["code", "year", "number", "4"]);

        let form = written(&mapping, &columns, &entered(&[("licence", "CC0")]));
        let again = read(&form, columns.len()).expect("a mapping");

        let shape = Shape::Long {
            variable: ColumnOrFixed::Fixed("schools".into()),
            period: ColumnOrFixed::Column(Column::Number(2)),
            value: Column::Number(3),
            measure: None,
            flag: Some(Column::Number(4)),
        };
        assert_eq!(again, Mapping { unit: Column::Number(1), shape, ..mapping });
        assert_eq!(form.one("licence"), Some("CC0"), "what was typed about the file is carried along");
    }

    #[test]
    fn in_a_wide_mapping_what_a_column_says_itself_counts_before_what_each_row_says() {
        let form = entered(&[
            ("shape", "wide"),
            ("unit", "1"),
            ("period", "2"),
            ("values-3", "yes"),
            ("variable-3", "schools"),
            ("values-4", "yes"),
            ("variable-4", "pupils"),
            ("period-4", "2023"),
            ("measure-4", "person"),
            ("variable-5", "not chosen"),
        ]);

        let Shape::Wide(wide) = read(&form, 5).expect("a mapping").shape else { panic!("it is wide") };

        let told: Vec<(&Column, &ColumnOrFixed)> = wide.iter().map(|one| (&one.column, &one.period)).collect();
        let in_column = ColumnOrFixed::Column(Column::Number(2));
        assert_eq!(told, [(&Column::Number(3), &in_column), (&Column::Number(4), &ColumnOrFixed::Fixed("2023".into()))]);
        assert_eq!((wide[0].measure.as_deref(), wide[1].measure.as_deref()), (None, Some("person")));
    }

    #[test]
    fn a_form_without_a_column_of_values_and_one_with_a_column_that_is_not_there_are_refused() {
        for pairs in [&[("shape", "wide")][..], &[("shape", "long")], &[("shape", "long"), ("value", "6")], &[]] {
            assert!(read(&entered(pairs), 5).is_err(), "{pairs:?}");
        }
    }
}
