//! Which kind of table a file is, and several files of one list as one.

use std::path::Path;

use miedza_territory::{Day, Level, RegisterEdition, UnitCode, UnitFigures};

use super::{long, wide};
use crate::Error;
use crate::table::{Found, Input, Lack, Table};
use crate::units::columns::CATALOGUE;

/// Municipalities of one day, and what was counted there.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipalities {
    /// The units: municipalities, and the districts and regions that the file names.
    pub edition: RegisterEdition,
    /// The figures, each of one time.
    pub figures: Vec<UnitFigures>,
    /// What was left out and what was not found.
    pub report: Report,
}

/// What was left out and what was not found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows about one sex or age, about other units than municipalities, or about other statistics.
    pub left_out: usize,
    /// Values that the source keeps secret; they stay missing.
    pub suppressed: usize,
    /// Names of districts that are not in the list of districts, each once, in order; their municipalities have no parent.
    pub unknown_districts: Vec<String>,
    /// Municipalities that were counted as parts only and stand in the register as a whole, with the sum of their parts.
    pub summed_from_parts: Vec<UnitCode>,
}

/// Reads a list of municipalities from disk, which may lie in several files.
///
/// # Errors
/// [`Error`], see [`read`].
pub fn open(paths: &[&Path], day: Option<Day>) -> Result<Municipalities, Error> {
    read(paths.iter().map(|path| Input::open(path)).collect::<Result<_, _>>()?, day)
}

/// Reads a list of municipalities, which may lie in several files: small municipalities in one, larger ones in another.
///
/// `day` is the day whose state tables show that do not tell it.
///
/// # Errors
/// [`Error`] if there is no file, a file is no such table, tells no day and none was given, or two files hold the same
/// municipality.
pub fn read(inputs: Vec<Input>, day: Option<Day>) -> Result<Municipalities, Error> {
    let mut whole: Option<(Municipalities, Box<str>)> = None;
    for input in inputs {
        let file: Box<str> = input.name().into();
        let next = one(input, day)?;
        whole = Some(match whole {
            None => (next, file),
            Some((mut known, first)) => {
                known.join(next, &file, &first)?;
                (known, first)
            }
        });
    }
    whole.map(|(whole, _)| whole).ok_or_else(|| Error::Empty { file: "the list of files".into() })
}

/// Whether these names of columns are those of a list of municipalities with their inhabitants.
pub(crate) fn is_list(header: &[String]) -> bool {
    CATALOGUE.find("code", header) != Found::None && wide::Places::find(header).is_ok()
}

fn one(input: Input, day: Option<Day>) -> Result<Municipalities, Error> {
    let is_long = |header: &[String]| match CATALOGUE.find("code", header) {
        _ if long::Places::find(header).is_ok() => Ok(true),
        Found::None => Err(Lack::Missing { role: "the code of the municipality", option: "a column kod".into(), found: 0 }),
        _ => wide::Places::find(header).map(|_| false),
    };
    let (_, is_long) = Table::find(input.clone(), None, is_long)?;
    if is_long { long::read(input) } else { wide::read(input, day) }
}

impl Municipalities {
    fn join(&mut self, other: Self, file: &str, first: &str) -> Result<(), Error> {
        if self.edition.date != other.edition.date {
            let (first, second) = (self.edition.date, other.edition.date);
            return Err(Error::SeveralDays { file: file.into(), row: 1, first, second });
        }
        for unit in other.edition.units() {
            if self.edition.find(&unit.code).is_some() && unit.level >= Level::Municipality {
                return Err(Error::InTwoFiles { file: file.into(), other: first.into(), code: unit.code.clone() });
            }
            self.edition.insert(unit.clone());
        }
        for figures in other.figures {
            match self.figures.iter_mut().find(|known| known.figure == figures.figure && known.period == figures.period) {
                Some(known) => figures.values.iter().for_each(|(code, value)| {
                    known.values.insert(code.clone(), value);
                }),
                None => self.figures.push(figures),
            }
        }
        self.report.left_out += other.report.left_out;
        self.report.suppressed += other.report.suppressed;
        self.report.unknown_districts.extend(other.report.unknown_districts);
        self.report.unknown_districts.sort();
        self.report.unknown_districts.dedup();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let day = "2020-12-31".parse().expect("a day of the test");
        read(vec![Input::new("obce.csv", text)], Some(day)).expect_err(text).to_string()
    }

    #[test]
    fn a_row_that_is_no_municipality_is_refused_with_its_row_and_the_reason() {
        let cases = [
            ("kod,obec,obyvatel\n0201011,A,5\n", "obce.csv, row 2, column kod: 0201011 is not six digits"),
            ("kod,obec,obyvatel\n500496,A,mnoho\n", "obce.csv, row 2, column obyvatel: mnoho is not a number"),
            ("kod,obec,obyvatel\n500496,A,5\n500496,A,5\n", "obce.csv: row 3 repeats the unit 500496 of row 2"),
            ("obec,obyvatel\nA,5\n", "obce.csv, row 2, column obec: A is not six digits"),
            (
                "kod,obyvatel\n500496,5\n",
                "obce.csv has no column for the name of the municipality, it has kod, obyvatel; name the column with a column obec",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(refused(text), expected);
        }
    }

    #[test]
    fn a_district_that_the_list_lacks_is_told_and_the_municipality_stays() {
        let text = "kod,obec,okres,obyvatel k 1. 1. 2025\n500496,Olomouc,Olomouc,5\n500497,X,Nikde,6\n1,2,3,4\n";

        let read = read(vec![Input::new("obce.csv", text)], None).expect("municipalities");

        assert_eq!(read.edition.count(Level::Municipality), 2);
        assert_eq!(read.report, Report { left_out: 1, unknown_districts: vec!["Nikde".into()], ..Report::default() });
    }
}
