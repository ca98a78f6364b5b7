//! Trends against figures of scipy and by hand, and what holds whatever the series is.

use proptest::prelude::*;

use super::breaks::{chow, sup_f};
use super::*;

const YEARS: [u16; 13] = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023];

fn series() -> Vec<Option<f64>> {
    let known = [50.1, 49.2, 48.9, 47.7, 46.0, 46.4, 45.1, 44.9, 41.0, 39.8, 38.1, 37.5].map(Some);
    let (before, after) = known.split_at(4);
    before.iter().chain(&[None]).chain(after).copied().collect()
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
}

#[test]
fn slopes_and_their_confidence_are_those_of_scipy() {
    // scipy 1.17.1: r = stats.linregress(t, y), slope ± stats.t.ppf(.975, 10) * stderr; intercept + slope * 2010
    let found = least_squares(&YEARS, &series(), 0.95).expect("enough");
    assert_near(found.slope, -0.975_116_279_069_767_6, "slope");
    assert_near(found.lower, -1.121_312_317_291_840_4, "lower");
    assert_near(found.upper, -0.828_920_240_847_694_7, "upper");
    assert!((found.at_first_year - 50.896_589_147_286_93).abs() < 1e-9, "{}", found.at_first_year);
    assert_eq!((found.count, found.missing), (12, 1));

    // scipy 1.17.1: stats.theilslopes(y, t, alpha), also with equal values among y.
    let with_gap = |known: [f64; 12]| -> Vec<Option<f64>> {
        let known = known.map(Some);
        known[..4].iter().chain(&[None]).chain(&known[4..]).copied().collect()
    };
    let tied = with_gap([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0]);
    let much_tied = with_gap([1.0, 3.0, 1.0, 3.0, 3.0, 1.0, 3.0, 6.0, 3.0, 6.0, 3.0, 6.0]);
    let cases = [
        ("95 %", series(), 0.95, [-0.972_115_384_615_384_7, -1.15, -0.75]),
        ("90 %", series(), 0.90, [-0.972_115_384_615_384_7, -1.08, -0.76]),
        ("equal values", tied, 0.95, [1.0 / 3.0, 0.0, 0.6]),
        ("many equal values", much_tied, 0.90, [0.267_857_142_857_142_85, 0.0, 0.454_545_454_545_454_53]),
    ];
    for (name, values, confidence, [slope, lower, upper]) in cases {
        let found = theil_sen(&YEARS, &values, confidence).expect("enough");
        assert_near(found.slope, slope, name);
        assert_near(found.lower, lower, name);
        assert_near(found.upper, upper, name);
    }
    // intercept 2005.820 673 076 923 at year 0
    let line = theil_sen(&YEARS, &series(), 0.95).expect("enough");
    assert!((line.at_first_year - (2_005.820_673_076_923 + line.slope * 2010.0)).abs() < 1e-8);
}

#[test]
fn breaks_are_those_of_numpy_and_scipy() {
    // numpy 2.4.6, scipy 1.17.1: rss by lstsq on (1, t − 2010); F = ((rss − s)/2)/(s/8), stats.f.sf(F, 2, 8)
    let found = chow(&YEARS, &series(), 2018).expect("enough");
    assert!((found.f - 19.102_649_181_362_178).abs() < 1e-7 && (found.p_value - 0.000_898_654_662_867_766_6).abs() < 1e-10);

    let found = sup_f(&YEARS, &series()).expect("enough");
    let expected = [
        (2013, 1.911_527_704_904_354_2),
        (2015, 5.159_104_899_503_517),
        (2016, 20.131_407_712_632_797),
        (2017, 14.832_582_336_788_647),
        (2018, 19.102_649_181_362_178),
        (2020, 30.089_607_954_087_1),
        (2021, 4.907_640_292_454_284),
    ];
    assert_eq!((found.year, found.candidates.len()), (2020, expected.len()));
    for ((year, f), expected) in found.candidates.iter().zip(expected) {
        assert!(*year == expected.0 && (f - expected.1).abs() < 1e-7, "{year}: {f}");
    }
}

#[test]
fn change_per_year_is_as_worked_out_by_hand() {
    let found = compound_annual_change(&[2010, 2012, 2013], &[Some(100.0), Some(121.0), None]).expect("above 0");

    assert_eq!((found.from, found.to), (2010, 2012));
    assert_near(found.change, 0.1, "1.1 · 1.1 = 1.21");
}

#[test]
fn only_gaps_between_known_values_are_filled_and_marked() {
    let found = interpolate(&[2018, 2019, 2020, 2023, 2024], &[None, Some(4.0), None, Some(12.0), None]).expect("rising");

    let filled = Filled::Interpolated { value: 6.0, from: 2019, to: 2023 };
    assert_eq!(found, [Filled::Missing, Filled::Known(4.0), filled, Filled::Known(12.0), Filled::Missing]);
}

#[test]
fn series_that_bear_no_trend_are_refused() {
    let some = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
    let line = some(&[1.0, 2.0, 3.0, 7.0, 9.0, 11.0]);
    let years: Vec<u16> = (2010..2016).collect();
    let cases = [
        ("falling years", least_squares(&[2011, 2010], &some(&[1.0, 2.0]), 0.95).err(), "year 2010 at entry 1 does not come"),
        ("two values", theil_sen(&[2010, 2011], &some(&[1.0, 2.0]), 0.95).err(), "the series has 2 known values, and 3"),
        ("certain", theil_sen(&[2010, 2011], &some(&[1.0, 2.0]), 1.0).err(), "confidence is 1, and it must be between"),
        ("from 0", compound_annual_change(&[2010, 2011], &some(&[0.0, 2.0])).err(), "the first value is 0, and it must be"),
        ("short side", chow(&years, &line, 2012).err(), "the series before the break has 2 known values, and 3"),
        ("two lines", chow(&years, &line, 2013).err(), "the values on both sides of 2013 lie exactly on lines"),
        ("short", sup_f(&years[..5], &line[..5]).err(), "the series has 5 known values, and 6"),
    ];
    for (name, error, expected) in cases {
        let error = error.expect(name).to_string();
        assert!(error.starts_with(expected), "{name}: {error}");
    }
}

type Method = fn(&[u16], &[Option<f64>], f64) -> Result<Slope, Error>;

proptest! {
    #[test]
    fn slopes_move_with_the_unit_of_measure_and_hold_the_line_they_were_made_of(
        noise in proptest::collection::vec(proptest::option::weighted(0.9, -1.0..1.0), 6..20),
        slope in -5.0..5.0_f64,
        factor in 0.01..100.0,
    ) {
        let years: Vec<u16> = (2000..2020).take(noise.len()).collect();
        let made = |by: f64, noise_by: f64| -> Vec<Option<f64>> {
            let value = |(year, noise): (&u16, &Option<f64>)| {
                noise.map(|noise| by * (slope * f64::from(*year) + noise_by * noise))
            };
            years.iter().zip(&noise).map(value).collect()
        };
        let methods: [Method; 2] = [least_squares, theil_sen];
        for method in methods {
            if let Ok(pure) = method(&years, &made(1.0, 0.0), 0.95) {
                prop_assert!((pure.slope - slope).abs() < 1e-7);
                let (one, other) = (method(&years, &made(1.0, 1.0), 0.9)?, method(&years, &made(factor, 1.0), 0.9)?);
                prop_assert!((one.slope * factor - other.slope).abs() < 1e-6);
                prop_assert!(one.lower <= one.slope && one.slope <= one.upper);
            }
        }
    }
}
