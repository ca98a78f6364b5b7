//! Normal deviates, each from its own place, so that neither order nor threads matter.
//!
//! Scrambling is splitmix64 (Steele, Lea & Flood 2014), as in the certainty of delimitations.

/// A standard normal deviate of a seed at a place (Box & Muller).
pub(super) fn normal(seed: u64, row: u64, column: u64) -> f64 {
    let key = scramble(scramble(seed ^ scramble(row)) ^ column);
    let radius = libm::sqrt(-2.0 * libm::log(1.0 - share(key)));
    radius * libm::cos(std::f64::consts::TAU * share(scramble(key)))
}

const fn scramble(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "53 bits fit a float exactly")]
const fn share(bits: u64) -> f64 {
    (bits >> 11) as f64 / 9_007_199_254_740_992.0
}
