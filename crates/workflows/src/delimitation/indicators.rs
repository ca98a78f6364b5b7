//! Further figures of the table of units, by the names of their columns: what criteria may compare.

use std::path::Path;

use miedza_delimitation::method::Indicator;
use miedza_sources::Error as TableError;
use miedza_sources::table::{Decimal, Field, Input, Lack, Numbers, Table as Rows, fold};
use miedza_sources::units::Join;
use miedza_territory::{UnitCode, UnitVec};

use super::figures::{FlowUnits, own_code};

/// A column of numbers under its name: small letters and digits, words joined by `_`.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedFigure {
    /// Its name.
    pub name: String,
    /// The number of each unit; `None` where it is not known.
    pub values: UnitVec<Option<f64>>,
}

impl NamedFigure {
    /// As methods take it.
    pub fn indicator(&self) -> Indicator<'_> {
        Indicator { name: &self.name, values: &self.values }
    }
}

/// A column while it is read.
struct Reading {
    place: usize,
    name: String,
    numbers: Numbers,
    values: Vec<Option<f64>>,
    is_numeric: bool,
}

/// Reads every column of numbers but the code.
///
/// A column with a text in it is none; a number whose decimal sign cannot be told from a thousands sign, neither.
///
/// # Errors
/// [`TableError`] if the file is no table or has no column of codes.
pub fn read(file: &Path, decimal: Option<Decimal>, flows: FlowUnits) -> Result<Vec<NamedFigure>, TableError> {
    let (mut rows, code) = Rows::find(Input::open(file)?, None, code_column)?;
    let mut columns: Vec<Reading> = named(rows.header(), code).map(|(place, name)| Reading::new(place, name, decimal)).collect();
    let mut codes: Vec<Option<UnitCode>> = Vec::new();
    while rows.advance()? {
        for column in &mut columns {
            column.take(rows.row().field(column.place), rows.row().number());
        }
        codes.push(UnitCode::parse(rows.row().field(code)).ok());
    }
    let mut sorted: Vec<(&UnitCode, usize)> =
        codes.iter().enumerate().filter_map(|(row, code)| Some((code.as_ref()?, row))).collect();
    sorted.sort();
    let join = Join::new(flows.units, sorted.iter().map(|&(code, _)| (code, true)));
    let row_of = |code: &UnitCode| sorted.binary_search_by_key(&code, |&(code, _)| code).ok().map(|at| sorted[at].1);
    let of_unit: Vec<Option<usize>> = join.iter().map(|(_, found)| own_code(found).and_then(row_of)).collect();
    let figure = |column: Reading| {
        let name = column.name.clone();
        column.settled().map(|values| NamedFigure { name, values: of_unit.iter().map(|row| values[(*row)?]).collect() })
    };
    Ok(columns.into_iter().filter_map(figure).collect())
}

impl Reading {
    fn new(place: usize, name: String, decimal: Option<Decimal>) -> Self {
        Self { place, name, numbers: Numbers::with_decimal(decimal), values: Vec::new(), is_numeric: true }
    }

    fn take(&mut self, text: &str, row: u64) {
        let value = match self.numbers.read(text, row, self.values.len()) {
            Field::Number(number) => Some(number),
            Field::Missing(_) => None,
            Field::Other => {
                self.is_numeric = false;
                None
            }
        };
        self.values.push(value);
    }

    /// The numbers with their decimal signs told; `None` where the column is none of numbers.
    fn settled(self) -> Option<Vec<Option<f64>>> {
        let Self { numbers, mut values, is_numeric, .. } = self;
        numbers.settle(|position, number| values[position] = Some(number)).ok()?;
        (is_numeric && values.iter().any(Option::is_some)).then_some(values)
    }
}

/// Places and names of all columns but the code; of two with the same name the first.
fn named(header: &[String], code: usize) -> impl Iterator<Item = (usize, String)> {
    let name = |column: &String| fold(column).replace(' ', "_");
    let names: Vec<String> = header.iter().map(name).collect();
    let places = 0..names.len();
    places.filter_map(move |place| {
        let name = &names[place];
        let is_first = names.iter().position(|other| other == name) == Some(place);
        (place != code && !name.is_empty() && is_first).then(|| (place, name.clone()))
    })
}

fn code_column(header: &[String]) -> Result<usize, Lack> {
    let words = ["teryt", "terc", "kod teryt", "code", "unit", "kod", "kod gminy", "kod obce", "id", "zone"];
    let find = |word: &&str| header.iter().position(|column| fold(column) == **word);
    words.iter().find_map(find).ok_or_else(|| Lack::Missing {
        role: "the code of the unit",
        option: "a column code".into(),
        found: 0,
    })
}

#[cfg(test)]
mod tests {
    use miedza_territory::Units;
    use miedza_territory::samples::code;

    use super::*;

    #[test]
    fn every_column_of_numbers_is_a_figure_under_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("units.csv");
        let table = "name;Code;Firms per 1,000;kind;balance\nA;1;12,5;town;-3\nB;2;-;village;4\nC;9;7,25;village;5\n";
        std::fs::write(&file, table).expect("written");
        let units = Units::new(vec![code("1"), code("2"), code("3")]);

        let found = read(&file, None, FlowUnits { units: &units, file: "flows.csv" }).expect("a table");

        let figure =
            |name: &str, values: [Option<f64>; 3]| NamedFigure { name: name.into(), values: UnitVec::new(values.to_vec()) };
        let firms = figure("firms_per_1_000", [Some(12.5), None, None]);
        assert_eq!(found, [firms, figure("balance", [Some(-3.0), Some(4.0), None])]);
    }
}
