//! Outlines of Poland and Czechia, coarse, to lie below a map of both.
//!
//! The file `countries.csv` holds the corners in degrees. They were taken from Natural Earth, 1:10 million, which is in the
//! public domain, and thinned to about a kilometre, the common border alike on both sides. No figure rests on them.

use std::sync::LazyLock;

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use miedza_territory::Country;

const CORNERS: &str = include_str!("countries.csv");

static POLAND: LazyLock<MultiPolygon<f64>> = LazyLock::new(|| outline("pl"));
static CZECHIA: LazyLock<MultiPolygon<f64>> = LazyLock::new(|| outline("cz"));

/// The outline of a country, longitude and latitude in degrees.
#[must_use]
pub fn country(country: Country) -> &'static MultiPolygon<f64> {
    match country {
        Country::Poland => &POLAND,
        Country::Czechia => &CZECHIA,
    }
}

fn outline(word: &str) -> MultiPolygon<f64> {
    let corner = |line: &str| {
        let (country, place) = line.split_once(',')?;
        let (x, y) = place.split_once(',')?;
        (country == word).then(|| Some(Coord { x: x.parse().ok()?, y: y.parse().ok()? }))?
    };
    let ring: Vec<Coord<f64>> = CORNERS.lines().filter_map(corner).collect();
    MultiPolygon(vec![Polygon::new(LineString(ring), Vec::new())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_corner_of_one_of_both_countries() {
        let corners = [Country::Poland, Country::Czechia].map(|word| country(word).0[0].exterior().0.len());

        assert_eq!(corners.iter().sum::<usize>(), CORNERS.lines().count() - 1);
        assert!(corners.iter().all(|count| *count > 100), "{corners:?}");
    }

    #[test]
    fn both_share_the_border_between_them() {
        let corners = |word| country(word).0[0].exterior().0.clone();
        let (poland, czechia) = (corners(Country::Poland), corners(Country::Czechia));

        assert!(poland.iter().filter(|corner| czechia.contains(corner)).count() > 20);
    }
}
