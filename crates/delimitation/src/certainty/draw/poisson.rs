//! Poisson numbers.
//!
//! Source: Hörmann (1993), *The transformed rejection method for generating Poisson random variables*, algorithm PTRS, for
//! means from 10 on; below, the distribution is walked up from 0 (Devroye 1986, III.3).

use super::{LARGE, hat, log_factorial};
use crate::chance::Row;

/// A Poisson distribution made ready to be drawn from many times.
#[derive(Clone, Copy, Debug)]
pub enum Poisson {
    /// Mean 0: always 0.
    Never,
    /// A small mean with the chance of 0.
    Small {
        /// The mean, above 0.
        mean: f64,
        /// `e^−mean`.
        none: f64,
    },
    /// A large mean with the constants of the hat.
    Large {
        /// The mean, 10 or more.
        mean: f64,
        /// Width of the hat.
        width: f64,
        /// How far its sides lean.
        lean: f64,
    },
}

impl Poisson {
    /// The distribution of a mean of 0 or more.
    pub fn new(mean: f64) -> Self {
        if mean <= 0.0 {
            Self::Never
        } else if mean < LARGE {
            Self::Small { mean, none: libm::exp(-mean) }
        } else {
            let width = 0.931 + 2.53 * libm::sqrt(mean);
            Self::Large { mean, width, lean: -0.059 + 0.024_83 * width }
        }
    }

    /// The next number of a row.
    pub fn draw(&self, row: &mut Row) -> f64 {
        match *self {
            Self::Never => 0.0,
            Self::Small { mean, none } => walk(mean, none, row.draw()),
            Self::Large { mean, width, lean } => loop {
                if let Some(drawn) = try_once(mean, (width, lean), [row.draw(), row.draw()]) {
                    return drawn;
                }
            },
        }
    }
}

/// Walks up from 0 until the chance so far passes a uniform number.
fn walk(mean: f64, none: f64, mut uniform: f64) -> f64 {
    let (mut number, mut chance) = (0.0, none);
    // Far beyond any number that 53 bits can reach for a mean below 10.
    while uniform > chance && number < 100.0 {
        uniform -= chance;
        number += 1.0;
        chance *= mean / number;
    }
    number
}

fn try_once(mean: f64, (width, lean): (f64, f64), [first, second]: [f64; 2]) -> Option<f64> {
    let (around, inside) = hat(first);
    let number = libm::floor((2.0 * lean / inside + width) * around + mean + 0.43);
    if inside >= 0.07 && second <= 0.9277 - 3.6224 / (width - 2.0) {
        return Some(number);
    }
    if number < 0.0 || (inside < 0.013 && second > inside) {
        return None;
    }
    let slope = 1.1239 + 1.1328 / (width - 3.4);
    let height = libm::log(second * slope / (lean / (inside * inside) + width));
    (height <= number * libm::log(mean) - mean - log_factorial(number)).then_some(number)
}
