//! The distributions that confidence rests on: normal, Student's t and F.
//!
//! # Source
//! Incomplete beta function by its continued fraction: Press et al. (2007) *Numerical recipes*, section 6.4 (Lentz's method).
//! Quantiles by halving, as often as a float has bits.

/// Halvings after which an interval of floats is as small as it gets.
const HALVINGS: u32 = 200;

/// Quantile of the standard normal distribution at a share between 0 and 1.
pub fn normal_quantile(share: f64) -> f64 {
    let is_below = |at: f64| 0.5 * libm::erfc(-at / std::f64::consts::SQRT_2) < share;
    halved((-40.0, 40.0), is_below)
}

/// Quantile of Student's t with some degrees of freedom at a share from 0.5 to below 1.
pub fn student_quantile(share: f64, freedom: f64) -> f64 {
    let both_tails = 2.0 * (1.0 - share);
    let x = halved((0.0, 1.0), |x| incomplete_beta(x, freedom / 2.0, 0.5) < both_tails);
    libm::sqrt(freedom * (1.0 - x) / x)
}

/// Chance of an F of at least this size, 0 or more.
pub fn f_above(f: f64, above: f64, below: f64) -> f64 {
    incomplete_beta(below / (below + above * f), below / 2.0, above / 2.0)
}

/// Where a claim that holds first ceases to hold.
fn halved((mut low, mut high): (f64, f64), holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if holds(middle) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Regularised incomplete beta function.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let log = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x);
    if x < (a + 1.0) / (a + b + 2.0) {
        libm::exp(log) * fraction(x, a, b) / a
    } else {
        1.0 - libm::exp(log) * fraction(1.0 - x, b, a) / b
    }
}

/// The continued fraction of the incomplete beta function.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let kept = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut ratio = 1.0;
    let mut inverse = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut found = inverse;
    for round in 1..500_u32 {
        let number = f64::from(round);
        let even = number * (b - number) * x / ((a + 2.0 * number - 1.0) * (a + 2.0 * number));
        let odd = -(a + number) * (a + b + number) * x / ((a + 2.0 * number) * (a + 2.0 * number + 1.0));
        let before = found;
        for step in [even, odd] {
            inverse = 1.0 / kept(1.0 + step * inverse);
            ratio = kept(1.0 + step / ratio);
            found *= inverse * ratio;
        }
        if (found - before).abs() <= 1e-15 * found.abs() {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: f64, expected: f64, what: &str) {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
    }

    #[test]
    fn distributions_are_those_of_scipy() {
        // scipy 1.17.1: stats.norm.ppf(p), stats.t.ppf(p, n), stats.f.sf(f, a, b)
        let normal = [(0.975, 1.959_963_984_540_054), (0.6, 0.253_347_103_135_799_7), (0.01, -2.326_347_874_040_840_8)];
        for (share, expected) in normal {
            assert_near(normal_quantile(share), expected, &format!("normal at {share}"));
        }
        let student = [
            (0.975, 1.0, 12.706_204_736_174_694),
            (0.975, 5.0, 2.570_581_835_636_314_6),
            (0.995, 10.0, 3.169_272_672_616_95),
            (0.9, 30.0, 1.310_415_025_391_395_5),
            (0.6, 3.0, 0.276_670_662_332_689_8),
        ];
        for (share, freedom, expected) in student {
            assert_near(student_quantile(share, freedom), expected, &format!("t of {freedom} at {share}"));
        }
        let f = [
            (0.5, 1.0, 9.0, 0.497_399_024_488_607_57),
            (3.2, 2.0, 8.0, 0.095_259_868_922_420_35),
            (1.0, 5.0, 5.0, 0.5),
            (7.1, 2.0, 20.0, 0.004_677_770_342_382_641),
            (0.1, 3.0, 4.0, 0.955_858_410_483_296_2),
        ];
        for (f, above, below, expected) in f {
            assert_near(f_above(f, above, below), expected, &format!("F of {above} and {below} at {f}"));
        }
    }
}
