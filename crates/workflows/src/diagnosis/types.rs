//! Types of municipalities among members and peers, by indicators that somebody chose.

use std::sync::Arc;

use miedza_planning::diagnosis::typology::{Parameters, Typology, TypologyError, typology};
use miedza_planning::diagnosis::{Indicator, Snapshot};

use super::ground::Ground;
use crate::failure::Failure;
use crate::lab::aside;

/// Most types: the map has signs for so many.
pub const MOST_TYPES: usize = 6;

/// What nobody chose otherwise: age, work, settlement, money.
pub const USUAL: [&str; 4] = ["seniors_share", "unemployed_per_1000", "population_density", "own_revenue_per_inhabitant"];

/// Types, or why there are none.
pub type SoughtTypes = Result<Typology, TypologyError>;

/// Types by indicators; `types` is how many are wanted, `None` for as many as the silhouette suggests.
///
/// # Errors
/// [`Failure`] if the work is cut off.
pub async fn sought(ground: Arc<Ground>, codes: Vec<String>, types: Option<usize>) -> Result<SoughtTypes, Failure> {
    aside(move || {
        let units = ground.everyone();
        let asked: Vec<&str> = codes.iter().map(String::as_str).collect();
        let now = Snapshot { block: &ground.together, year: year(&ground, &asked) };
        let parameters = Parameters { types, most: MOST_TYPES, ..Parameters::default() };
        Ok(typology((&asked, &ground.catalogue), now, &units, parameters))
    })
    .await
}

/// The year in which most of the indicators are widely known; of equal ones the newest.
pub(super) fn year(ground: &Ground, codes: &[&str]) -> u16 {
    let units = ground.everyone();
    let indicators: Vec<&Indicator> = codes.iter().filter_map(|code| ground.indicator(code)).collect();
    let known = |year: u16| {
        let now = Snapshot { block: &ground.together, year };
        let is_wide = |indicator: &&&Indicator| 10 * now.of_units(indicator, &units).iter().flatten().count() >= 8 * units.len();
        indicators.iter().filter(is_wide).count()
    };
    let years = ground.together.years();
    years.iter().max_by_key(|year| (known(*year), *year)).unwrap_or(years.last)
}
