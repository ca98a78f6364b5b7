//! Are the drawn numbers distributed as they should be? Pearson's chi-square against the exact distribution, with fixed
//! seeds. Bins are single numbers around the mean with an expected count of 20 or more, and the two tails. Bounds: with `d`
//! degrees of freedom the statistic has mean `d` and variance `2d`; it passes `d + 4·√(2d) + 8` about once in 10,000 tries
//! (for d = 1 the bound is 14.7, 99.99 %; for d = 100 it is 164.6, 99.995 %).

use super::*;
use crate::chance::Chance;

const DRAWS: u64 = 200_000;

fn draws(seed: u64, draw: impl Fn(&mut crate::chance::Row) -> f64) -> Vec<f64> {
    let chance = Chance::new(seed);
    (0..DRAWS).map(|place| draw(&mut chance.row(place))).collect()
}

fn whole(number: u32) -> f64 {
    f64::from(number)
}

/// Holds drawn numbers against the chances of 0, 1, 2, …
fn expect_distribution(name: &str, drawn: &[f64], chances: &[f64]) {
    let total = 200_000.0;
    let mut counts = vec![0.0; chances.len()];
    for (number, count) in counts.iter_mut().enumerate() {
        let number = whole(u32::try_from(number).expect("small"));
        *count += drawn.iter().fold(0.0, |sum, drawn| sum + f64::from(u8::from((drawn - number).abs() < 0.25)));
    }
    let (mut statistic, mut bins) = (0.0, 0.0);
    let (mut rest_expected, mut rest_counted) = (total, total);
    for (count, chance) in counts.iter().zip(chances) {
        let expected = chance * total;
        if expected >= 20.0 {
            statistic += (count - expected) * (count - expected) / expected;
            bins += 1.0;
            rest_expected -= expected;
            rest_counted -= count;
        }
    }
    if rest_expected >= 5.0 {
        statistic += (rest_counted - rest_expected) * (rest_counted - rest_expected) / rest_expected;
        bins += 1.0;
    }
    let freedom: f64 = bins - 1.0;
    let bound = freedom + 4.0 * libm::sqrt(2.0 * freedom) + 8.0;
    assert!(statistic < bound, "{name}: chi-square {statistic:.1} with {freedom} degrees of freedom, bound {bound:.1}");
}

/// Mean within five standard errors, variance within six: of a sum of 200,000 and of squares with a kurtosis near 3.
fn expect_moments(name: &str, drawn: &[f64], (mean, variance): (f64, f64)) {
    let total = 200_000.0;
    let found = drawn.iter().sum::<f64>() / total;
    let spread = drawn.iter().map(|number| (number - found) * (number - found)).sum::<f64>() / total;
    let fourth = 3.0 * variance * variance + variance;
    assert!((found - mean).abs() < 5.0 * libm::sqrt(variance / total), "{name}: mean {found}, not {mean}");
    let error = libm::sqrt((fourth - variance * variance) / total);
    assert!((spread - variance).abs() < 6.0 * error, "{name}: variance {spread}, not {variance}");
}

#[test]
fn poisson_numbers_are_distributed_as_they_should_be() {
    // One mean per branch, both sides of the border between them, and one so large that the hat is wide.
    for (seed, mean) in [(1, 0.3), (2, 3.0), (3, 9.99), (4, 10.0), (5, 14.5), (6, 47.0), (7, 400.0)] {
        let law = Poisson::new(mean);

        let drawn = draws(seed, |row| law.draw(row));

        let chances: Vec<f64> =
            (0..800).map(|number| libm::exp(whole(number) * libm::log(mean) - mean - log_factorial(whole(number)))).collect();
        expect_distribution(&format!("mean {mean}"), &drawn, &chances);
        expect_moments(&format!("mean {mean}"), &drawn, (mean, mean));
    }
}

#[test]
fn binomial_numbers_are_distributed_as_they_should_be() {
    let cases = [
        (11, 1.0, 0.3),
        (12, 7.0, 0.5),
        (13, 40.0, 0.2),
        (14, 40.0, 0.85),
        (15, 20.0, 0.5),
        (16, 60.0, 0.4),
        (17, 900.0, 0.07),
        (18, 900.0, 0.93),
        (19, 100_000.0, 0.0012),
        (20, 1_000_000.0, 0.000_004),
    ];
    for (seed, tries, chance) in cases {
        let name = format!("{tries} tries of {chance}");

        let drawn = draws(seed, |row| binomial(tries, chance, row));

        let log_chance = |number: f64| {
            log_factorial(tries) - log_factorial(number) - log_factorial(tries - number)
                + number * libm::log(chance)
                + (tries - number) * libm::log1p(-chance)
        };
        let chances: Vec<f64> =
            (0..1000).map(whole).filter(|number| *number <= tries).map(|number| libm::exp(log_chance(number))).collect();
        expect_distribution(&name, &drawn, &chances);
        expect_moments(&name, &drawn, (tries * chance, tries * chance * (1.0 - chance)));
    }
}

#[test]
fn what_is_sure_is_drawn_as_it_is() {
    let mut row = Chance::new(1).row(1);

    assert_eq!([binomial(0.0, 0.4, &mut row), binomial(9.0, 0.0, &mut row), binomial(9.0, 1.0, &mut row)], [0.0, 0.0, 9.0]);
    assert_eq!(Poisson::new(0.0).draw(&mut row), 0.0);
}
