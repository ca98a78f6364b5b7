//! Numbers as people write them: `1 234,5` in Polish and Czech, `1,234.5` in English.

use crate::language::Language;

/// What stands for a missing value in tables; a legend explains it.
const MISSING: &str = "–";

/// How many decimals a number has as it is written shortest, at most ten.
pub(crate) fn decimals(number: f64) -> usize {
    number.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len().min(10))
}

impl Language {
    /// A number with so many decimals, thousands apart, a real minus sign.
    ///
    /// Polish and Czech part thousands by a narrow no-break space, Polish only from five digits on inside running text;
    /// here always, so that columns of a table align. What is no finite number is shown as missing.
    ///
    /// ```
    /// use miedza_texts::Language;
    ///
    /// assert_eq!(Language::Cs.number(-1234.56, 1), "−1\u{202f}234,6");
    /// assert_eq!(Language::En.number(1_234_567.0, 0), "1,234,567");
    /// ```
    pub fn number(self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return MISSING.to_owned();
        }
        let text = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let is_zero = text.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0');
        let mut written = String::with_capacity(text.len() + 8);
        if number < 0.0 && !is_zero {
            written.push('−');
        }
        self.push_thousands(whole, &mut written);
        if !fraction.is_empty() {
            written.push(self.decimal_mark());
            written.push_str(fraction);
        }
        written
    }

    /// A number with the decimals that it has, at most ten.
    ///
    /// ```
    /// use miedza_texts::Language;
    ///
    /// assert_eq!(Language::Pl.exact(1234.5), "1\u{202f}234,5");
    /// assert_eq!(Language::En.exact(7.0), "7");
    /// ```
    pub fn exact(self, number: f64) -> String {
        self.number(number, decimals(number))
    }

    /// A whole number, thousands apart.
    pub fn integer(self, number: f64) -> String {
        self.number(number, 0)
    }

    /// An amount of money in its smallest coins, of which a hundred make one, with the code of its currency behind it.
    ///
    /// Coins are shown where there are some.
    ///
    /// ```
    /// use miedza_texts::Language;
    ///
    /// assert_eq!(Language::Pl.money(123_456, "PLN"), "1\u{202f}234,56\u{a0}PLN");
    /// assert_eq!(Language::En.money(-19_360_000_000, "EUR"), "−193,600,000\u{a0}EUR");
    /// ```
    pub fn money(self, minor: i64, code: &str) -> String {
        let (whole, coins) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
        let mut written = if minor < 0 { "−".to_owned() } else { String::new() };
        self.push_thousands(&whole.to_string(), &mut written);
        if coins > 0 {
            written.push(self.decimal_mark());
            written.push_str(&format!("{coins:02}"));
        }
        format!("{written}\u{a0}{code}")
    }

    /// A share in 0..=1 in per cent, with so many decimals and the space that the language puts before the sign.
    pub fn share(self, share: f64, decimals: usize) -> String {
        if !share.is_finite() {
            return MISSING.to_owned();
        }
        let space = if self == Self::Cs { "\u{a0}" } else { "" };
        format!("{}{space}%", self.number(share * 100.0, decimals))
    }

    /// A number or the mark of a missing one.
    pub fn optional(self, number: Option<f64>, decimals: usize) -> String {
        number.map_or_else(|| MISSING.to_owned(), |number| self.number(number, decimals))
    }

    /// A share in per cent or the mark of a missing one.
    pub fn optional_share(self, share: Option<f64>, decimals: usize) -> String {
        share.map_or_else(|| MISSING.to_owned(), |share| self.share(share, decimals))
    }

    const fn decimal_mark(self) -> char {
        match self {
            Self::Pl | Self::Cs => ',',
            Self::En => '.',
        }
    }

    fn push_thousands(self, whole: &str, written: &mut String) {
        let mark = if self == Self::En { ',' } else { '\u{202f}' };
        for (position, digit) in whole.chars().enumerate() {
            if position > 0 && (whole.len() - position).is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_each_language_writes_them() {
        let cases = [
            (Language::Pl, 0.0, 0, "0"),
            (Language::Pl, -0.04, 1, "0,0"),
            (Language::Pl, 2_867_186.0, 0, "2\u{202f}867\u{202f}186"),
            (Language::Cs, 999.5, 1, "999,5"),
            (Language::En, -12_345.678, 2, "−12,345.68"),
            (Language::En, f64::NAN, 2, "–"),
        ];
        for (language, number, decimals, expected) in cases {
            assert_eq!(language.number(number, decimals), expected, "{language} {number}");
        }
    }

    #[test]
    fn shares_are_per_cent() {
        assert_eq!(Language::Pl.share(0.6667, 1), "66,7%");
        assert_eq!(Language::Cs.share(0.6667, 1), "66,7\u{a0}%");
        assert_eq!(Language::En.share(1.0, 0), "100%");
    }
}
