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
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "53 bits fit a float exactly")]
    pub const fn at(self, row: u64, column: u64) -> f64 {
        (scramble(scramble(self.seed ^ scramble(row)) ^ column) >> 11) as f64 / 9_007_199_254_740_992.0
    }
}
