//! Binomial numbers.
//!
//! Source: Hörmann (1993), *The generation of binomial random variates*, algorithm BTRS, where the rarer outcome is
//! expected 10 times or more; else the distribution is walked up from 0 (Devroye 1986, X.4).

use super::{LARGE, hat, log_factorial};
use crate::chance::Row;

/// How many of `tries` (a whole number) succeed when each does with a chance from 0 to 1: the next number of a row.
pub fn binomial(tries: f64, chance: f64, row: &mut Row) -> f64 {
    if tries <= 0.0 || chance <= 0.0 {
        0.0
    } else if chance >= 1.0 {
        tries
    } else if chance > 0.5 {
        tries - rarer(tries, 1.0 - chance, row)
    } else {
        rarer(tries, chance, row)
    }
}

/// The same for a chance above 0 and at most one half.
fn rarer(tries: f64, chance: f64, row: &mut Row) -> f64 {
    if tries * chance < LARGE {
        return walk(tries, chance, row.draw());
    }
    let hat = Hat::over(tries, chance);
    loop {
        if let Some(drawn) = hat.try_once([row.draw(), row.draw()]) {
            return drawn;
        }
    }
}

/// Walks up from 0 until the chance so far passes a uniform number.
fn walk(tries: f64, chance: f64, mut uniform: f64) -> f64 {
    let odds = chance / (1.0 - chance);
    let (mut number, mut here) = (0.0, libm::exp(tries * libm::log1p(-chance)));
    while uniform > here && number < tries {
        uniform -= here;
        number += 1.0;
        here *= odds * (tries - number + 1.0) / number;
        if here <= 0.0 {
            break;
        }
    }
    number
}

/// The constants of the hat over a distribution.
struct Hat {
    tries: f64,
    chance: f64,
    width: f64,
    lean: f64,
    spread: f64,
}

impl Hat {
    fn over(tries: f64, chance: f64) -> Self {
        let spread = libm::sqrt(tries * chance * (1.0 - chance));
        let width = 1.15 + 2.53 * spread;
        Self { tries, chance, width, lean: -0.0873 + 0.0248 * width + 0.01 * chance, spread }
    }

    fn try_once(&self, [first, second]: [f64; 2]) -> Option<f64> {
        let (around, inside) = hat(first);
        let centre = self.tries * self.chance + 0.5;
        let number = libm::floor((2.0 * self.lean / inside + self.width) * around + centre);
        if number < 0.0 || number > self.tries {
            return None;
        }
        if inside >= 0.07 && second <= 0.92 - 4.2 / self.width {
            return Some(number);
        }
        let slope = (2.83 + 5.1 / self.width) * self.spread;
        let height = libm::log(second * slope / (self.lean / (inside * inside) + self.width));
        (height <= self.log_height(number)).then_some(number)
    }

    /// Logarithm of the chance of a number over that of the most likely one.
    fn log_height(&self, number: f64) -> f64 {
        let top = libm::floor((self.tries + 1.0) * self.chance);
        let ways = |number: f64| log_factorial(number) + log_factorial(self.tries - number);
        ways(top) - ways(number) + (number - top) * libm::log(self.chance / (1.0 - self.chance))
    }
}
