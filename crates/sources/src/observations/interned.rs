//! Codes and periods of a file by number, in the order in which they were met: a row of millions keeps two small numbers.

use std::collections::{BTreeMap, HashMap};

use miedza_territory::{Day, Period, UnitCode, UnitIx};

use crate::commuting::resolve::{pad, written};
use crate::table::fold;
use crate::units::period::in_name;

/// Most characters of a code; the longest in use, that of the classification KTS, has 14.
const MOST_CODE: usize = 20;

/// A code of a unit: letters, digits, `_` and `-`, at least one digit, or the two capitals of a country. A name is none.
pub(crate) fn unit_code(text: &str) -> Option<UnitCode> {
    if text.len() > MOST_CODE {
        return None;
    }
    let code = written(text).ok()?;
    let signs = code.as_str().as_bytes();
    let is_sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let is_country = signs.len() == 2 && signs.iter().all(u8::is_ascii_uppercase);
    (signs.iter().all(is_sign) && (is_country || signs.iter().any(u8::is_ascii_digit))).then_some(code)
}

/// The period of a field: `2023`, `2023-12-31`, `31.12.2023`, `2023 r.`; `None` for anything else, parts of a year too.
pub(crate) fn period(text: &str) -> Option<Period> {
    if let Some(year) = year(text) {
        return Some(Period::Year(year));
    }
    if let Ok(day) = text.parse::<Day>() {
        return Some(Period::Day(day));
    }
    let found = in_name(text)?;
    let is_harmless = |word: &str| ["r", "rok", "roku", "year", "stan", "na", "dzien", "k", "w", "v"].contains(&word);
    let rest = fold(text).split(' ').filter(|word| !is_harmless(word)).count();
    (rest == if found.day().is_some() { 3 } else { 1 }).then_some(found)
}

/// Four digits of a year from 1900 to 2099.
fn year(text: &str) -> Option<u16> {
    let &[thousands, hundreds, tens, ones] = text.as_bytes() else { return None };
    let digits = [thousands, hundreds, tens, ones];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let year = digits.iter().fold(0_u16, |year, digit| year * 10 + u16::from(digit - b'0'));
    (1900..2100).contains(&year).then_some(year)
}

/// Codes of units.
#[derive(Default)]
pub(crate) struct Codes {
    numbers: HashMap<Box<str>, UnitIx>,
    codes: Vec<UnitCode>,
    stored_as_number: Vec<bool>,
    last: Option<UnitIx>,
}

impl Codes {
    /// The number of a code; `None` if the text is none. `is_number` says that the file stores it as a number.
    pub(crate) fn number(&mut self, text: &str, is_number: bool) -> Option<UnitIx> {
        if let Some(last) = self.last.filter(|last| self.codes[last.get()].as_str() == text) {
            return Some(last);
        }
        let number = match self.numbers.get(text) {
            Some(&number) => number,
            None => self.add(text, is_number)?,
        };
        self.last = Some(number);
        Some(number)
    }

    fn add(&mut self, text: &str, is_number: bool) -> Option<UnitIx> {
        let code = unit_code(text)?;
        let number = UnitIx::new(self.codes.len());
        self.codes.push(code);
        self.stored_as_number.push(is_number);
        self.numbers.insert(text.into(), number);
        Some(number)
    }

    /// The codes by number, with the leading zero that a spreadsheet took where that is certain.
    pub(crate) fn padded(self) -> Vec<UnitCode> {
        let mut codes: Vec<Option<UnitCode>> = self.codes.into_iter().map(Some).collect();
        pad(&mut codes, &self.stored_as_number);
        codes.into_iter().flatten().collect()
    }
}

/// Periods.
#[derive(Default)]
pub(crate) struct Periods {
    numbers: BTreeMap<Period, u16>,
    list: Vec<Period>,
    last: Option<(Period, u16)>,
}

impl Periods {
    /// The number of a period; `None` beyond 65 535 of them.
    pub(crate) fn number(&mut self, period: Period) -> Option<u16> {
        if let Some((_, number)) = self.last.filter(|(last, _)| *last == period) {
            return Some(number);
        }
        let number = if let Some(&number) = self.numbers.get(&period) {
            number
        } else {
            let number = u16::try_from(self.list.len()).ok()?;
            self.numbers.insert(period, number);
            self.list.push(period);
            number
        };
        self.last = Some((period, number));
        Some(number)
    }

    /// The periods by number.
    pub(crate) fn list(&self) -> &[Period] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_digit_and_a_name_has_none() {
        for (text, expected) in [
            ("0201011", Some("0201011")),
            ("020101 1", Some("0201011")),
            ("PL524", Some("PL524")),
            ("EU27_2020", Some("EU27_2020")),
            ("CZ", Some("CZ")),
            ("Olomouc", None),
            ("Źródło: GUS 2023", None),
            ("razem", None),
            ("", None),
            ("0201011,0", None),
        ] {
            assert_eq!(unit_code(text).as_ref().map(UnitCode::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_period_is_a_year_or_a_day_and_no_part_of_a_year() {
        for (text, expected) in [
            ("2023", Some("2023")),
            ("2023 r.", Some("2023")),
            ("rok 2023", Some("2023")),
            ("2023-12-31", Some("2023-12-31")),
            ("31.12.2023", Some("2023-12-31")),
            ("stan na 31.12.2023", Some("2023-12-31")),
            ("2023-Q4", None),
            ("I kwartał 2023", None),
            ("2023/2024", None),
            ("1234", None),
            ("5", None),
            ("", None),
        ] {
            assert_eq!(period(text).map(|period| period.to_string()).as_deref(), expected, "{text}");
        }
    }
}
