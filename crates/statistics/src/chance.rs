//! Numbers that look like chance, each from its own place.
//!
//! A number is a function of a seed and a place, not of what was drawn before: the same seed gives the same numbers with
//! any number of threads and in any order. The scrambling is splitmix64 (Steele, Lea & Flood 2014), as in the room of
//! delimitation, which stands on the same floor and so lends nothing.

/// Scrambles a number into one that looks like chance (splitmix64).
const fn scramble(number: u64) -> u64 {
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
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The number at a place, from 0 up to but not 1.
    pub const fn at(self, row: u64, column: u64) -> f64 {
        share(self.bits(row, column))
    }

    /// The standard normal deviate at a place (Box & Muller 1958).
    pub fn normal(self, row: u64, column: u64) -> f64 {
        let bits = self.bits(row, column);
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - share(bits)));
        radius * libm::cos(std::f64::consts::TAU * share(scramble(bits)))
    }

    const fn bits(self, row: u64, column: u64) -> u64 {
        scramble(scramble(self.seed ^ scramble(row)) ^ column)
    }
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "53 bits fit a float exactly")]
const fn share(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}

/// The numbers of one row of a seed, one after another; other rows do not notice how many are taken.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    key: u64,
    column: u64,
}

impl Row {
    /// The numbers of a row, from its first column on.
    pub const fn new(seed: u64, row: u64) -> Self {
        Self { key: scramble(seed ^ scramble(row)), column: 0 }
    }

    /// The next two numbers of 32 bits.
    pub const fn pair(&mut self) -> [u32; 2] {
        let bits = scramble(self.key ^ self.column);
        self.column = self.column.wrapping_add(1);
        [low(bits), low(bits >> 32)]
    }
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
const fn low(bits: u64) -> u32 {
    bits as u32
}

/// A number from 0 up to but not `bound`, from 32 bits (Lemire 2019, without the rejection): no number is more likely than
/// another by more than one part in `2^32 / bound`, a millionth for the municipalities of a country.
#[expect(clippy::as_conversions, reason = "the product of two numbers of 32 bits, shifted by 32, fits 32 bits and usize")]
pub const fn below(bits: u32, bound: u32) -> usize {
    ((bits as u64 * bound as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_row_are_spread_evenly() {
        let mut row = Row::new(7, 3);
        let mut counts = [0_u32; 10];

        for _ in 0..50_000 {
            for bits in row.pair() {
                counts[below(bits, 10)] += 1;
            }
        }

        // 10,000 each, standard deviation 95.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
    }

    #[test]
    fn the_largest_bits_stay_below_the_bound() {
        for bound in [1, 2, 2476, u32::MAX] {
            assert!(u64::try_from(below(u32::MAX, bound)).expect("small") < u64::from(bound), "{bound}");
        }
    }
}
