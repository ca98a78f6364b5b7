//! What is told with an outlook: whose it is, what was observed, and everything that is assumed.

use miedza_statistics::projection::Projection;
use miedza_territory::{Country, UnitIx};

use super::start::Known;
use super::{Assumed, Assumptions, AtYear, Cited, MigrationFrom, OfCountry, Origin, Outlook, Parameters, PlaceCourse, SMALL};

/// The outlook of places, the area last.
pub(super) fn told(
    known: Known,
    mut places: Vec<Vec<AtYear>>,
    projection: &Projection,
    (assumptions, parameters): (&Assumptions, Parameters),
) -> Outlook {
    let Known { start, observed } = known;
    let residents = |unit: UnitIx| start.population[unit].total();
    let all = start.units.indices().fold(0.0, |sum, unit| sum + residents(unit));
    // While one member is not observed, nothing was observed of the area.
    let net: Option<Vec<f64>> = start.units.indices().map(|unit| observed[unit].map(|rate| rate * residents(unit))).collect();
    let net = net.map(|net| net.into_iter().fold(0.0, |sum, net| sum + net));
    let of_area = net.filter(|_| all > 0.0).map(|net| 1000.0 * net / all);
    let area = PlaceCourse {
        unit: None,
        years: places.pop().unwrap_or_default(),
        net_migration_per_1000: of_area,
        withheld: projection.withheld.iter().fold(0.0, |sum, withheld| sum + withheld),
    };
    let unit = |(unit, years): (UnitIx, Vec<AtYear>)| PlaceCourse {
        unit: Some(start.units.code(unit).clone()),
        years,
        net_migration_per_1000: observed[unit].map(|rate| 1000.0 * rate),
        withheld: projection.withheld[unit],
    };
    let codes_where = |holds: &dyn Fn(UnitIx) -> bool| {
        start.units.indices().filter(|unit| holds(*unit)).map(|unit| start.units.code(unit).clone()).collect()
    };
    let has_members = |of: &&OfCountry| start.units.codes().iter().any(|code| Country::of_municipality(code) == of.country);
    let countries: Vec<&OfCountry> = assumptions.countries.iter().filter(has_members).collect();
    let of_countries = countries.iter().flat_map(|of| of_country(of));
    Outlook {
        from: start.year,
        area,
        assumed: of_countries.chain(of_migration(assumptions, &parameters, (start.year, of_area))).collect(),
        countries: countries.iter().map(|of| of.country).collect(),
        courses: assumptions.courses.clone(),
        deviations: assumptions.deviations,
        without_migration: codes_where(&|unit| observed[unit].is_none()),
        small: codes_where(&|unit| residents(unit) < SMALL),
        units: start.units.indices().zip(places).map(unit).collect(),
        parameters,
    }
}

/// Everything that is assumed of a country, as rows of a table.
fn of_country(of: &OfCountry) -> Vec<Assumed> {
    let one = |what, value, cited: &Cited| Assumed { what, country: Some(of.country), value, cited: cited.clone() };
    let life = &of.life_expectancy;
    vec![
        one("sexes", None, &of.sexes.cited),
        one("mortality", None, &of.mortality.cited),
        one("life_expectancy_women", Some(life.women), &life.cited),
        one("life_expectancy_men", Some(life.men), &life.cited),
        one("fertility_by_age", None, &of.fertility.cited),
        one("total_fertility", Some(of.total_fertility.value), &of.total_fertility.cited),
        one("boys_per_girl", Some(of.boys_per_girl.value), &of.boys_per_girl.cited),
    ]
}

/// What is assumed of those who come and go.
fn of_migration(assumptions: &Assumptions, parameters: &Parameters, (year, net): (u16, Option<f64>)) -> Vec<Assumed> {
    let MigrationFrom::Observed { years } = parameters.migration else {
        return Vec::new();
    };
    let one = |what, value, origin, source, year| Assumed { what, country: None, value, cited: Cited { origin, source, year } };
    let since = year.saturating_sub(u16::from(years).saturating_sub(1));
    let source = format!("{}, {}", assumptions.net_migrants, assumptions.net_migrants_per_1000);
    let observed = one("net_migration", net, Origin::Observed, source, format!("{since}-{year}"));
    let source = "Rogers & Castro (1981), Model Migration Schedules, IIASA RR-81-30".to_owned();
    vec![observed, one("migration_by_age", None, Origin::Published, source, "1981".to_owned())]
}
