//! Exports of the pages of the Local Data Bank in the layout "CTAB": a row per unit, a column per variable and year.
//!
//! Headings repeat what the columns hold, `ogółem;2016;[osoba]`: the dimensions, the year, the unit of measure in brackets.
//! Some exports leave out year and measure. Fields are parted by semicolons with decimal commas, or by commas with decimal
//! points; thousands are never parted. A row that cannot be read is refused with its line and the reason, and the others stay.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::{Day, Notes, Observation, Period, Provenance, Series, SeriesSource, UnitCode, Value};

use super::{Error, LICENCE, PUBLISHER, SOURCE, subject};
use crate::gus::teryt;
use crate::observations::bounds::{Bounds, Outside};
use crate::observations::key::{Key, word};
use crate::table::{Field, Input, Lack, Numbers, Row, Table, Unsettled, fold};

/// What a heading says of its column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heading {
    /// Label of the variable: its dimensions as written, parted by semicolons.
    pub label: String,
    /// The year; `None` where the heading does not tell.
    pub year: Option<u16>,
    /// Unit of measure without its brackets; `None` where the heading does not tell.
    pub measure: Option<String>,
}

/// A row of an export that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRow {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Code of the register: two digits for a voivodeship (`00` for Poland), four for a county, seven for a municipality.
    pub code: UnitCode,
    /// Name, with the kind in brackets as written.
    pub name: String,
    /// One value per heading.
    pub values: Vec<Value>,
}

/// A row of an export, or a value in it, that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// What stands in place of the code.
    pub code: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// No code of seven digits that TERYT can hold.
    #[error("its code is none of TERYT with seven digits")]
    NotACode,
    /// The unit stands in a row above.
    #[error("its unit stands on line {line} already")]
    Repeated {
        /// That line.
        line: u64,
    },
    /// Fewer fields than headings.
    #[error("it has {fields} fields where the header has {expected}")]
    Short {
        /// How many it has.
        fields: usize,
        /// How many headings there are.
        expected: usize,
    },
    /// A field that is neither a number nor a mark.
    #[error("in column {column}, {value} is no number")]
    NotANumber {
        /// The column, counted from 1.
        column: usize,
        /// What stands there.
        value: String,
    },
    /// A number that the variable of its column cannot have.
    #[error("in column {column}, {value} is {outside}")]
    OutOfBounds {
        /// Why it cannot have it.
        outside: Outside,
        /// The column, counted from 1.
        column: usize,
        /// The number.
        value: String,
    },
}

/// An export as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// What the columns hold, in their order, without code and name.
    pub headings: Vec<Heading>,
    /// Rows that were read, in the order of the file.
    pub rows: Vec<ExportRow>,
    /// Rows that were not, and values that were not taken, in the order of the file.
    pub refused: Vec<RefusedRow>,
    /// Line and column, counted from 0 among the headings, of values that are not taken.
    left_out: BTreeSet<(u64, usize)>,
    /// Which file it was.
    pub provenance: Provenance,
}

/// Reads an export.
///
/// ```
/// use miedza_sources::bdl::export::read;
/// use miedza_sources::table::Input;
///
/// let text = "\"Kod\";\"Nazwa\";\"ogółem;2024;[osoba]\";\n0299011;\"Przykładowo (1)\";17;\n";
/// let export = read(Input::new("bdl.csv", text)).unwrap();
///
/// assert_eq!(export.headings[0].year, Some(2024));
/// assert_eq!(export.rows[0].values[0].number(), Some(17.0));
/// ```
///
/// # Errors
/// [`Error::Table`] if it is no table with the columns `Kod`, `Nazwa` and at least one more, is cut off, is out of proportion,
/// or has numbers with decimal commas beside such with decimal points.
pub fn read(input: Input) -> Result<Export, Error> {
    let provenance = input.provenance("observations");
    let (mut table, columns) = Table::find(input, None, columns)?;
    let headings = table.header().get(2..columns).unwrap_or_default().iter().map(|name| heading(name)).collect();
    let mut reader = Reader { columns, numbers: Numbers::default(), lines: BTreeMap::new(), rows: Vec::new() };
    let mut refused = Vec::new();
    while table.advance()? {
        let row = table.row();
        match reader.row(row) {
            Ok(read) => reader.rows.push(read),
            Err(reason) => {
                let code = row.field(0).chars().take(64).collect();
                refused.push(RefusedRow { line: row.number(), code, reason });
            }
        }
    }
    let rows = reader.settled(table.file())?;
    Ok(Export { headings, rows, refused, left_out: BTreeSet::new(), provenance })
}

impl Export {
    /// Refuses the numbers that their variables cannot have; the others of their rows stay.
    #[must_use]
    pub fn within_bounds(mut self, subject: Option<&str>) -> Self {
        let of = |heading| Bounds::of(&Key { source: SOURCE.into(), variable: subject::variable(subject, heading) });
        let bounds: Vec<Bounds> = self.headings.iter().map(of).collect();
        for row in &self.rows {
            for (at, (value, bounds)) in row.values.iter().zip(&bounds).enumerate() {
                let Some(number) = value.number() else { continue };
                let Some(outside) = bounds.outside(number) else { continue };
                let reason = Reason::OutOfBounds { outside, column: at + 3, value: number.to_string() };
                self.refused.push(RefusedRow { line: row.line, code: row.code.to_string(), reason });
                self.left_out.insert((row.line, at));
            }
        }
        self.refused.sort_by_key(|row| row.line);
        self
    }

    /// One series per variable, with all its years, in the order of the columns.
    ///
    /// `retrieved` is the day of the export; `year` is that of headings that tell none. An export names no variables: which
    /// they are is told by its subject and their labels, see [`subject::variable`]. Without a subject none is known.
    ///
    /// # Errors
    /// [`Error::NoPeriod`] if a heading tells no year and none is given, [`Error::Series`] if two columns of one variable and
    /// year hold different values.
    pub fn series(&self, retrieved: Day, year: Option<u16>, subject: Option<&str>) -> Result<Vec<Series>, Error> {
        let mut variables: Vec<Columns<'_>> = Vec::new();
        for (column, heading) in self.headings.iter().enumerate() {
            let period = heading
                .year
                .or(year)
                .map(Period::Year)
                .ok_or_else(|| Error::NoPeriod { file: self.provenance.file.clone(), column: heading.label.clone() })?;
            let variable = subject::variable(subject, heading);
            match variables.iter_mut().find(|known| known.variable == variable && known.heading.measure == heading.measure) {
                Some(known) => known.columns.push((column, period)),
                None => variables.push(Columns { variable, heading, columns: vec![(column, period)] }),
            }
        }
        part_by_measure(&mut variables);
        variables.into_iter().map(|columns| self.one(columns, retrieved)).collect()
    }

    fn one(&self, variable: Columns<'_>, retrieved: Day) -> Result<Series, Error> {
        let about = SeriesSource {
            source: SOURCE.into(),
            variable: variable.variable,
            publisher: PUBLISHER.into(),
            label: variable.heading.label.clone(),
            measure: variable.heading.measure.clone(),
            retrieved,
            licence: LICENCE.into(),
            sha256: self.provenance.sha256.clone(),
        };
        let value = |row: &ExportRow, (column, period): (usize, Period)| {
            let value = row.values.get(column).copied().filter(|_| !self.left_out.contains(&(row.line, column)))?;
            Some(Observation { unit: row.code.clone(), period, value, notes: Notes::NONE })
        };
        let columns = &variable.columns;
        let observations = self.rows.iter().flat_map(|row| columns.iter().filter_map(move |&place| value(row, place)));
        Ok(Series::new(about, observations.collect())?)
    }
}

/// Columns of one variable in one unit of measure, with their years.
struct Columns<'a> {
    variable: String,
    heading: &'a Heading,
    columns: Vec<(usize, Period)>,
}

/// Variables of one identifier in several units of measure get the measure into it.
fn part_by_measure(variables: &mut [Columns<'_>]) {
    let named: Vec<String> = variables.iter().map(|columns| columns.variable.clone()).collect();
    for columns in variables {
        let is_shared = named.iter().filter(|name| **name == columns.variable).count() > 1;
        if let Some(measure) = columns.heading.measure.as_deref().and_then(word).filter(|_| is_shared) {
            columns.variable = word(&format!("{} {measure}", columns.variable)).unwrap_or(measure);
        }
    }
}

/// How many columns have a heading, if this row is the header.
fn columns(header: &[String]) -> Result<usize, Lack> {
    let named = header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    let is = |column: usize, name: &str| header.get(column).is_some_and(|found| fold(found) == name);
    if !is(0, "kod") {
        return Err(Lack::Missing { role: "the code of the unit", option: "a first column Kod".into(), found: 0 });
    }
    if !is(1, "nazwa") {
        return Err(Lack::Missing { role: "the name of the unit", option: "a second column Nazwa".into(), found: 1 });
    }
    if named < 3 {
        return Err(Lack::Missing { role: "values", option: "a third column".into(), found: 2 });
    }
    Ok(named)
}

/// What a heading says, read from its end: measure in brackets, year, and the label before both.
#[must_use]
pub fn heading(text: &str) -> Heading {
    let is_separator = |letter: char| matches!(letter, ';' | ',') || letter.is_whitespace();
    let (rest, measure) = match text.trim().strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        Some((rest, measure)) => (rest.trim_end_matches(is_separator), Some(measure.trim().to_string())),
        None => (text.trim(), None),
    };
    let (label, last) = rest.rsplit_once([';', ',']).unwrap_or(("", rest));
    let year = last.trim().parse::<u16>().ok().filter(|year| last.trim().len() == 4 && (1900..2100).contains(year));
    let label = if year.is_some() { label.trim_end_matches(is_separator) } else { rest };
    let label = label.split(';').map(str::trim).collect::<Vec<_>>().join("; ");
    Heading { label, year, measure: measure.filter(|measure| !measure.is_empty()) }
}

/// Rows while they are read. All columns are written with one decimal sign, so they tell it together.
struct Reader {
    columns: usize,
    numbers: Numbers,
    lines: BTreeMap<UnitCode, u64>,
    rows: Vec<ExportRow>,
}

impl Reader {
    fn row(&mut self, row: &Row) -> Result<ExportRow, Reason> {
        let code = code(row.field(0)).ok_or(Reason::NotACode)?;
        if let Some(&line) = self.lines.get(&code) {
            return Err(Reason::Repeated { line });
        }
        if row.len() < self.columns {
            return Err(Reason::Short { fields: row.len(), expected: self.columns });
        }
        let (width, line) = (self.columns - 2, row.number());
        let mut values = Vec::with_capacity(width);
        for column in 2..self.columns {
            let position = self.rows.len() * width + values.len();
            values.push(match self.numbers.read(row.field(column), line, position) {
                Field::Number(number) if number.is_finite() => Value::Known(number),
                Field::Missing(why) => Value::Missing(why),
                Field::Number(_) | Field::Other => {
                    let value = row.field(column).chars().take(64).collect();
                    return Err(Reason::NotANumber { column: column + 1, value });
                }
            });
        }
        self.lines.insert(code.clone(), line);
        Ok(ExportRow { line, code, name: row.field(1).to_string(), values })
    }

    /// The rows, once all have told which decimal sign the file has. Where none tells, a single sign is the decimal one, for
    /// these exports do not part thousands.
    fn settled(mut self, file: &str) -> Result<Vec<ExportRow>, Error> {
        let width = self.columns - 2;
        let rows = &mut self.rows;
        let put = |position: usize, number: f64| {
            let cell = rows.get_mut(position / width).and_then(|row| row.values.get_mut(position % width));
            if let Some(cell) = cell {
                *cell = Value::Known(number);
            }
        };
        match self.numbers.settle(put) {
            Ok(()) | Err(Unsettled::Unknown { .. }) => Ok(self.rows),
            Err(Unsettled::Mixed { comma, point }) => {
                let (file, column) = (file.into(), "any".into());
                Err(crate::Error::MixedDecimals { file, column, comma, point }.into())
            }
        }
    }
}

/// The code of the register; an export fills that of voivodeships and counties with zeros up to seven digits.
fn code(text: &str) -> Option<UnitCode> {
    let code = teryt(&UnitCode::parse(text).ok().filter(|code| code.as_str().len() == 7)?)?;
    let voivodeship: u8 = code.as_str().get(..2)?.parse().ok()?;
    (voivodeship.is_multiple_of(2) && voivodeship <= 32).then_some(code)
}

#[cfg(test)]
mod tests {
    use miedza_territory::Missing;

    use super::*;

    fn export(text: &str) -> Export {
        read(Input::new("bdl.csv", text)).expect("an export of the test")
    }

    #[test]
    fn a_heading_tells_label_year_and_measure() {
        let cases = [
            ("ogółem;2016;[osoba]", "ogółem", Some(2016), Some("osoba")),
            ("ogółem;mężczyźni;2016;[osoba]", "ogółem; mężczyźni", Some(2016), Some("osoba")),
            ("gęstość (osoby/km2), zabudowa,2024,[osoba]", "gęstość (osoby/km2), zabudowa", Some(2024), Some("osoba")),
            ("ludność w tysiącach", "ludność w tysiącach", None, None),
            ("0-4", "0-4", None, None),
            ("2024", "", Some(2024), None),
            ("na 1000;[-]", "na 1000", None, Some("-")),
            ("1000;[szt.]", "1000", None, Some("szt.")),
            ("wynik [1];2020;[]", "wynik [1]", Some(2020), None),
            ("", "", None, None),
        ];
        for (text, label, year, measure) in cases {
            let expected = Heading { label: label.into(), year, measure: measure.map(str::to_string) };

            assert_eq!(heading(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_that_cannot_be_read_are_refused_with_line_and_reason() {
        let text = "Kod;Nazwa;a;2023;[osoba];\n0299011;A (1);1,5;\n".replace("a;2023;[osoba]", "\"a;2023;[osoba]\"")
            + "299011;B (1);2;\n0299011;A (1);3;\n0299022;C (2);wiele;\n0299032\n0399011;D (1);4;\n0299043;E (3);;\n";

        let export = export(&text);

        let told: Vec<(u64, String)> = export.refused.iter().map(|row| (row.line, row.reason.to_string())).collect();
        let expected = [
            (3, "its code is none of TERYT with seven digits"),
            (4, "its unit stands on line 2 already"),
            (5, "in column 3, wiele is no number"),
            (6, "it has 1 fields where the header has 3"),
            (7, "its code is none of TERYT with seven digits"),
        ];
        assert_eq!(told, expected.map(|(line, reason)| (line, reason.to_string())));
        assert_eq!(export.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 8]);
        assert_eq!(export.rows[0].values, [Value::Known(1.5)]);
        assert_eq!(export.rows[1].values, [Value::Missing(Missing::NotGiven)]);
    }

    #[test]
    fn a_single_sign_is_the_decimal_one() {
        assert_eq!(export("Kod;Nazwa;a;\n0299011;A;1,234;\n").rows[0].values, [Value::Known(1.234)]);
        assert_eq!(export("Kod,Nazwa,a,\n0299011,A,1.234,\n").rows[0].values, [Value::Known(1.234)]);
        let mixed = read(Input::new("bdl.csv", "Kod;Nazwa;a;b;\n0299011;A;1,5;1.5;\n"));
        assert!(matches!(mixed, Err(Error::Table(crate::Error::MixedDecimals { .. }))));
    }

    #[test]
    fn years_of_one_variable_become_one_series() {
        let text = "Kod;Nazwa;\"a;2022;[osoba]\";\"a;2023;[osoba]\";\"b;2023;[%]\";\n0200000;W;1;2;3;\n0299011;A;4;;6;\n";
        let day = Day::new(2026, 1, 5).expect("a day");

        let series = export(text).series(day, None, None).expect("series");

        assert_eq!(series.iter().map(|one| one.about().label.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(series[0].len(), 4);
        assert_eq!(series[0].about().measure.as_deref(), Some("osoba"));
        let voivodeship = UnitCode::parse("02").expect("a code");
        assert_eq!(series[0].get(&voivodeship, Period::Year(2023)), Some((Value::Known(2.0), Notes::NONE)));
        let silent = export("Kod;Nazwa;a;\n0299011;A;1;\n");
        assert!(matches!(silent.series(day, None, None), Err(Error::NoPeriod { .. })));
        assert_eq!(silent.series(day, Some(2020), None).expect("a series")[0].periods(), [Period::Year(2020)]);
    }
}
