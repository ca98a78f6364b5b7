//! Amounts of money: whole smallest coins and a currency, so that what is reckoned from them is exact.

use serde::{Deserialize, Serialize};

use crate::partnership::words::words;

words! {
    /// The currency of an amount.
    Currency of CURRENCY {
        /// Euro.
        Euro = "eur",
        /// Polish złoty.
        Zloty = "pln",
        /// Czech koruna.
        Koruna = "czk",
    }
}

/// Digits after the point of all these currencies.
const COINS: u32 = 2;

impl Currency {
    /// The code of ISO 4217.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Euro => "EUR",
            Self::Zloty => "PLN",
            Self::Koruna => "CZK",
        }
    }
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How many of the smallest coins: cents, grosze, haléře.
    pub minor: i64,
    /// Of which currency.
    pub currency: Currency,
}

/// How many of another currency are paid for one of the first: the decimal as a publisher printed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate(Decimal);

/// A decimal as it is written: `digits` with so many of them after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decimal {
    digits: i128,
    places: u32,
}

impl Money {
    /// An amount that a number writes with at most two digits after the point; `None` if it has more, is not finite or has
    /// more digits than a number keeps exactly.
    #[must_use]
    pub fn of(number: f64, currency: Currency) -> Option<Self> {
        let Decimal { digits, places } = Decimal::of(number)?;
        let minor = digits.checked_mul(10_i128.checked_pow(COINS.checked_sub(places)?)?)?;
        // Above this, neighbouring numbers lie further apart than a coin.
        let is_exact = minor.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS;
        is_exact.then_some(Self { minor: i64::try_from(minor).ok()?, currency })
    }

    /// The amount in another currency, to the nearest coin, half a coin away from zero; `None` if it is beyond all bounds.
    #[must_use]
    pub fn converted(self, Rate(rate): Rate, currency: Currency) -> Option<Self> {
        let (all, parts) = (i128::from(self.minor).checked_mul(rate.digits)?, 10_i128.checked_pow(rate.places)?);
        let away = if all < 0 { -parts / 2 } else { parts / 2 };
        let minor = i64::try_from(all.checked_add(away)? / parts).ok()?;
        Some(Self { minor, currency })
    }
}

impl Rate {
    /// A rate; `None` if the number is not above 0.
    #[must_use]
    pub fn of(number: f64) -> Option<Self> {
        Decimal::of(number).filter(|decimal| decimal.digits > 0).map(Self)
    }
}

impl Decimal {
    /// The decimal that people write for a number: the shortest that is read as the same number.
    fn of(number: f64) -> Option<Self> {
        let text = number.is_finite().then(|| number.to_string())?;
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { digits, places: u32::try_from(fraction.len()).ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(number: f64) -> Option<i64> {
        Money::of(number, Currency::Euro).map(|money| money.minor)
    }

    #[test]
    fn an_amount_has_whole_coins() {
        assert_eq!(euros(193_600_000.0), Some(19_360_000_000));
        assert_eq!(euros(0.1), Some(10));
        assert_eq!(euros(1234.56), Some(123_456));
        assert_eq!(euros(-0.29), Some(-29));
        assert_eq!(euros(1.005), None, "half a cent");
        assert_eq!(euros(f64::NAN), None);
        assert_eq!(euros(1e300), None);
        assert_eq!(euros(90_071_992_547_409.92), Some(9_007_199_254_740_992), "the largest that is exact");
        assert_eq!(euros(90_071_992_547_409.94), None);
    }

    #[test]
    fn a_rate_is_multiplied_as_it_is_printed() {
        let converted = |minor: i64, rate: f64| {
            let rate = Rate::of(rate).expect("a rate");
            Money { minor, currency: Currency::Euro }.converted(rate, Currency::Zloty).map(|money| money.minor)
        };

        // 1 EUR = 4.1944 PLN: 100.01 EUR are 419.481944 PLN.
        assert_eq!(converted(10_001, 4.1944), Some(41_948));
        // Half a coin goes away from zero: 0.15 × 0.5, and 1.005 EUR cannot be written.
        assert_eq!((converted(15, 0.1), converted(-15, 0.1)), (Some(2), Some(-2)));
        assert_eq!(converted(14, 0.1), Some(1));
        assert_eq!(converted(i64::MAX, 27.5), None, "beyond all bounds");
        assert_eq!((Rate::of(0.0), Rate::of(-4.2), Rate::of(f64::INFINITY)), (None, None, None));
    }
}
