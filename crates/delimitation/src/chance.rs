//! Numbers that look like chance, each from its own place.
//!
//! A number is a function of a seed and a place, not of what was drawn before: the same seed gives the same numbers with
//! any number of threads and in any order. The scrambling is splitmix64 (Steele, Lea & Flood 2014).

/// Scrambles a number into one that looks like chance (splitmix64).
#[must_use]
pub const fn scramble(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Numbers that look like chance, each from its own place: no state, so no order.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    seed: u64,
}

impl Chance {
    /// The numbers of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The number at a place, from 0 up to but not 1.
    #[must_use]
    pub const fn at(&self, row: u64, column: u64) -> f64 {
        share(scramble(scramble(self.seed ^ scramble(row)) ^ column))
    }

    /// The numbers of a row, from its first column on, one after another.
    #[must_use]
    pub const fn row(&self, row: u64) -> Row {
        Row { key: scramble(self.seed ^ scramble(row)), column: 0 }
    }

    /// A normal deviate at a place (Box & Muller).
    #[must_use]
    pub fn normal_at(&self, row: u64, column: u64) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.at(row, column)));
        radius * libm::cos(std::f64::consts::TAU * self.at(row, column ^ u64::MAX))
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "53 bits fit a float exactly")]
const fn share(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}

/// The numbers of one row: whoever draws an unknown number of them keeps the row, and other rows do not notice.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    key: u64,
    column: u64,
}

impl Row {
    /// The next number, from 0 up to but not 1.
    pub const fn draw(&mut self) -> f64 {
        let number = share(scramble(self.key ^ self.column));
        self.column += 1;
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_the_numbers_of_its_places() {
        let chance = Chance::new(7);
        let mut row = chance.row(3);

        for column in 0..5 {
            assert!((row.draw() - chance.at(3, column)).abs() < f64::EPSILON, "column {column}");
        }
    }
}
