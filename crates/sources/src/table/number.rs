//! Numbers as statistical offices write them: decimal comma or point, thousands parted by spaces, points or commas, and
//! marks that stand for a number that is kept secret, not known or without meaning.
//!
//! `1,234` alone can be read in two ways. Such a number waits until the other numbers of its column have told what a comma
//! means there; where none does, the number is refused, never guessed.

use miedza_territory::Missing;
use serde::{Deserialize, Serialize};

/// The sign between whole and fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// `1,5`
    Comma,
    /// `1.5`
    Point,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    /// A number.
    Number(f64),
    /// A mark for a number that is not there.
    Missing(Missing),
    /// Neither.
    Other,
}

/// What stays open when all numbers of a column are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// Rows prove both signs.
    Mixed {
        /// A row with a decimal comma.
        comma: u64,
        /// A row with a decimal point.
        point: u64,
    },
    /// No row proves what the comma in this one means.
    Unknown {
        /// The row.
        row: u64,
        /// The number as written.
        text: String,
    },
}

/// Numbers of one column, whose rows tell together what their commas and points mean.
#[derive(Default)]
pub struct Numbers {
    comma: Option<u64>,
    point: Option<u64>,
    unsure: Vec<Unsure>,
}

/// A number with one sign and three digits behind it, read as a fraction for the time being.
struct Unsure {
    position: usize,
    row: u64,
    sign: Decimal,
    fraction: f64,
}

impl Numbers {
    /// Numbers whose decimal sign is known from the start.
    #[must_use]
    pub fn with_decimal(decimal: Option<Decimal>) -> Self {
        let told = |sign| (decimal == Some(sign)).then_some(0);
        Self { comma: told(Decimal::Comma), point: told(Decimal::Point), unsure: Vec::new() }
    }

    /// Reads a field; `position` is where [`Self::settle`] shall put a better reading of it.
    pub fn read(&mut self, text: &str, row: u64, position: usize) -> Field {
        if let Some(number) = plain(text) {
            return Field::Number(number);
        }
        if let Some(short) = Short::read(text) {
            return Field::Number(self.short(&short, row, position));
        }
        if let Some(missing) = missing(text) {
            return Field::Missing(missing);
        }
        self.formatted(text, row, position).map_or(Field::Other, Field::Number)
    }

    /// How many numbers wait for others to tell what their sign means.
    pub(crate) const fn waiting(&self) -> usize {
        self.unsure.len()
    }

    fn short(&mut self, short: &Short, row: u64, position: usize) -> f64 {
        let number = if short.negative { -short.number } else { short.number };
        if let Some(sign) = short.sign {
            self.weigh(sign, short.may_be_thousands, (row, position, number));
        }
        number
    }

    /// Takes a sign as proved, or keeps the number until others prove what it means.
    fn weigh(&mut self, sign: Decimal, may_be_thousands: bool, (row, position, fraction): (u64, usize, f64)) {
        let is_proved = match sign {
            Decimal::Comma => self.comma.is_some(),
            Decimal::Point => self.point.is_some(),
        };
        if !may_be_thousands {
            self.prove(sign, row);
        } else if !is_proved {
            self.unsure.push(Unsure { position, row, sign, fraction });
        }
    }

    fn formatted(&mut self, text: &str, row: u64, position: usize) -> Option<f64> {
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let waiting = self.unsure.len();
        let number = exponential(digits).or_else(|| self.signed(digits, row, position))?;
        if negative {
            self.unsure.iter_mut().skip(waiting).for_each(|unsure| unsure.fraction = -unsure.fraction);
        }
        Some(if negative { -number } else { number })
    }

    /// A number of digits, spaces, commas and points.
    fn signed(&mut self, text: &str, row: u64, position: usize) -> Option<f64> {
        let (commas, points) = (text.matches(',').count(), text.matches('.').count());
        match (commas, points) {
            (0, 0) => whole(text, is_space).and_then(|digits| digits.parse().ok()),
            (1, 0) | (0, 1) => self.one_sign(text, row, position),
            (_, 0) => self.grouped(text, ',', row),
            (0, _) => self.grouped(text, '.', row),
            _ => self.both_signs(text, row),
        }
    }

    fn one_sign(&mut self, text: &str, row: u64, position: usize) -> Option<f64> {
        let sign = if text.contains(',') { Decimal::Comma } else { Decimal::Point };
        let (before, after) = text.split_once([',', '.'])?;
        let number = fraction(before, after, is_space)?;
        let may_be_thousands = after.len() == 3
            && (1..=3).contains(&before.len())
            && !before.starts_with('0')
            && before.bytes().all(|byte| byte.is_ascii_digit());
        self.weigh(sign, may_be_thousands, (row, position, number));
        Some(number)
    }

    fn grouped(&mut self, text: &str, sign: char, row: u64) -> Option<f64> {
        let digits = whole(text, |letter| letter == sign)?;
        self.prove(if sign == ',' { Decimal::Point } else { Decimal::Comma }, row);
        digits.parse().ok()
    }

    fn both_signs(&mut self, text: &str, row: u64) -> Option<f64> {
        let (before, after) = text.rsplit_once([',', '.'])?;
        let is_comma = text[before.len()..].starts_with(',');
        let number = fraction(before, after, |letter| letter == if is_comma { '.' } else { ',' })?;
        self.prove(if is_comma { Decimal::Comma } else { Decimal::Point }, row);
        Some(number)
    }

    const fn prove(&mut self, decimal: Decimal, row: u64) {
        let proof = match decimal {
            Decimal::Comma => &mut self.comma,
            Decimal::Point => &mut self.point,
        };
        if proof.is_none() {
            *proof = Some(row);
        }
    }

    /// Calls `set` with the position and the number of each field that turned out to have thousands, not a fraction.
    ///
    /// # Errors
    /// [`Unsettled`] if rows prove both signs, or none proves what a comma means.
    pub fn settle(self, mut set: impl FnMut(usize, f64)) -> Result<(), Unsettled> {
        let decimal = match (self.comma, self.point) {
            (Some(comma), Some(point)) => return Err(Unsettled::Mixed { comma, point }),
            (Some(_), None) => Decimal::Comma,
            (None, Some(_)) => Decimal::Point,
            (None, None) => match self.unsure.iter().find(|unsure| unsure.sign == Decimal::Comma) {
                Some(unsure) => return Err(Unsettled::Unknown { row: unsure.row, text: unsure.text() }),
                None => Decimal::Point,
            },
        };
        for unsure in self.unsure.into_iter().filter(|unsure| unsure.sign != decimal) {
            // At most six digits: the product is a whole number after rounding.
            set(unsure.position, (unsure.fraction * 1000.0).round());
        }
        Ok(())
    }
}

impl Unsure {
    fn text(&self) -> String {
        let sign = if self.sign == Decimal::Comma { "," } else { "." };
        format!("{:.3}", self.fraction).replace('.', sign)
    }
}

/// Digits only, which most fields are.
fn plain(text: &str) -> Option<f64> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    let mut number = 0_u32;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u32::from(digit);
    }
    Some(number.into())
}

/// Powers of ten that a double holds exactly and a short number needs.
const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Up to fifteen digits with a minus before and one sign among them, as most numbers are that are not whole. Both parts of
/// the quotient are exact, so that its rounding is that of the number (Clinger 1990).
struct Short {
    number: f64,
    negative: bool,
    sign: Option<Decimal>,
    may_be_thousands: bool,
}

impl Short {
    fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.is_empty() || digits.len() > 16 {
            return None;
        }
        let (mut mantissa, mut counted, mut before, mut sign) = (0_u64, 0_usize, 0_usize, None);
        for byte in digits.bytes() {
            match byte {
                b'0'..=b'9' => {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                    counted += 1;
                }
                b',' | b'.' if sign.is_none() => {
                    sign = Some(if byte == b',' { Decimal::Comma } else { Decimal::Point });
                    before = counted;
                }
                _ => return None,
            }
        }
        let after = if sign.is_some() { counted - before } else { 0 };
        if counted == 0 || counted > 15 || (sign.is_some() && after == 0) {
            return None;
        }
        // Below ten to the fifteenth every whole number is a double.
        let (high, low) = (u32::try_from(mantissa / 1_000_000_000).ok()?, u32::try_from(mantissa % 1_000_000_000).ok()?);
        let number = (f64::from(high) * 1e9 + f64::from(low)) / POWERS[after];
        let may_be_thousands = after == 3 && (1..=3).contains(&before) && !digits.starts_with('0');
        Some(Self { number, negative: digits.len() < text.len(), sign, may_be_thousands })
    }
}

/// `1e+05`, as R writes a hundred thousand.
fn exponential(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let is_number = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && part.starts_with(|c: char| c.is_ascii_digit())
    };
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if !is_number(mantissa) || digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn fraction(before: &str, after: &str, separates: impl Fn(char) -> bool) -> Option<f64> {
    let digits = if before.is_empty() { "0".into() } else { whole(before, separates)? };
    let is_fraction = after.bytes().all(|byte| byte.is_ascii_digit()) && !(before.is_empty() && after.is_empty());
    is_fraction.then(|| format!("{digits}.{after}").parse().ok()).flatten()
}

/// The digits of a whole number whose thousands may be parted.
fn whole(text: &str, separates: impl Fn(char) -> bool) -> Option<String> {
    let groups: Vec<&str> = text.split(separates).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let fits = groups.iter().all(is_digits) && rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    fits.then(|| groups.concat())
}

const fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\'' | '\u{2019}')
}

/// Marks of statistical offices for a number that is not there.
///
/// # Source
/// Explanatory notes in publications of Statistics Poland, the Czech Statistical Office, Destatis, Insee, Istat and ONS.
fn missing(text: &str) -> Option<Missing> {
    Some(match text.to_lowercase().as_str() {
        "" | "na" | "n/a" | "#n/a" | "nan" | "null" | "none" | "brak" | "b.d." | "bd" | "nd" => Missing::NotGiven,
        "-" | "\u{2013}" | "\u{2014}" | "x" | "×" => Missing::NotApplicable,
        "*" | "**" | "***" | "#" | "." | ".." | "..." | "\u{2026}" | ":" | "c" | "s" | "(c)" | "(s)" | "/" | "•" | "i.d."
        | "i. d." | "tajne" | "suppressed" | "confidential" => Missing::Suppressed,
        text => return is_below(text).then_some(Missing::Suppressed),
    })
}

/// `<10`, `< 3`, `≤5`.
fn is_below(text: &str) -> bool {
    let threshold = text.strip_prefix("<=").or_else(|| text.strip_prefix(['<', '\u{2264}']));
    threshold.is_some_and(|threshold| plain(threshold.trim()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Field {
        Numbers::default().read(text, 1, 0)
    }

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        let cases = [
            ("189", 189.0),
            ("0", 0.0),
            ("+7", 7.0),
            ("-7", -7.0),
            ("\u{2212}7", -7.0),
            ("1261.390017", 1_261.390_017),
            ("37636,51", 37636.51),
            (",5", 0.5),
            ("12.", 12.0),
            ("1 234", 1234.0),
            ("1\u{a0}234\u{202f}567,5", 1_234_567.5),
            ("1'234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1e+05", 100_000.0),
            ("12345678901", 12_345_678_901.0),
            ("0.1", 0.1),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), Field::Number(expected), "{text}");
        }
    }

    #[test]
    fn a_short_number_is_the_double_that_the_standard_library_reads() {
        for text in
            ["0.1", "123456789.123456", "999999999999999", "-0.000000000000001", "4.35", "17.9", "0.30000000000004", "-1234.5"]
        {
            assert_eq!(read(text), Field::Number(text.parse().expect("a number")), "{text}");
        }
    }

    #[test]
    fn marks_say_why_a_number_is_missing() {
        let cases = [
            ("", Missing::NotGiven),
            ("NA", Missing::NotGiven),
            ("x", Missing::NotApplicable),
            ("-", Missing::NotApplicable),
            ("<10", Missing::Suppressed),
            ("≤ 3", Missing::Suppressed),
            ("*", Missing::Suppressed),
            ("..", Missing::Suppressed),
            ("c", Missing::Suppressed),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), Field::Missing(expected), "{text}");
        }
    }

    #[test]
    fn what_is_neither_a_number_nor_a_mark_is_told() {
        for text in
            ["many", "12 34", "1,23,456", "1.2.3", "inf", "0x10", "1e999", "12-", "--1", "1 234 56", "€5", "<x", ",", "1,2.3,4"]
        {
            assert_eq!(read(text), Field::Other, "{text}");
        }
    }

    #[test]
    fn other_numbers_of_the_column_tell_what_a_comma_means() {
        type Case = (&'static [&'static str], Result<Vec<f64>, Unsettled>);
        let cases: [Case; 8] = [
            (&["1,234", "0,5"], Ok(vec![1.234, 0.5])),
            (&["-1,234", "0.5", "\u{2212}1,234"], Ok(vec![-1234.0, 0.5, -1234.0])),
            (&["0.5", "-1.234", "1.234"], Ok(vec![0.5, -1.234, 1.234])),
            (&["1,234", "0.5"], Ok(vec![1234.0, 0.5])),
            (&["1.234", "0,5"], Ok(vec![1234.0, 0.5])),
            (&["1.234", "5"], Ok(vec![1.234, 5.0])),
            (&["5", "1,234"], Err(Unsettled::Unknown { row: 1, text: "1,234".into() })),
            (&["1,5", "1.5"], Err(Unsettled::Mixed { comma: 0, point: 1 })),
        ];
        for (texts, expected) in cases {
            let mut numbers = Numbers::default();
            let mut values: Vec<f64> = Vec::new();
            for (text, row) in texts.iter().zip(0..) {
                let Field::Number(value) = numbers.read(text, row, values.len()) else { panic!("{text} is a number") };
                values.push(value);
            }

            let settled = numbers.settle(|position, value| values[position] = value).map(|()| values);

            assert_eq!(settled, expected, "{texts:?}");
        }
    }
}
