//! Whole numbers drawn exactly from their distribution, each from its own place.
//!
//! Small means are drawn by walking up the distribution, large ones by Hörmann's transformed rejection; nothing is rounded
//! from a normal deviate. All functions come from `libm`, so a seed draws the same numbers on every machine.

mod binomial;
mod poisson;
#[cfg(test)]
mod tests;

pub use binomial::binomial;
pub use poisson::Poisson;

/// From this mean on rejection is faster than walking, and its constants hold.
const LARGE: f64 = 10.0;

/// `ln k!` for a whole number of 0 or more.
fn log_factorial(number: f64) -> f64 {
    libm::lgamma(number + 1.0)
}

/// The place of a try in the hat of transformed rejection: a number around 0 and its distance from the nearer end.
fn hat(uniform: f64) -> (f64, f64) {
    let around = uniform - 0.5;
    (around, 0.5 - around.abs())
}
