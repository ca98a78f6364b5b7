//! A composite index of indicators that somebody chose: members and peers ranked by a method, with what hangs on the weights.

use std::sync::Arc;

use miedza_planning::diagnosis::index::{Changes, Choice, Indexed, Method, Unfit, index, usable};
use miedza_planning::diagnosis::{AreaTable, DiagnosisError, Direction, Form, Indicator, Snapshot};
use miedza_territory::UnitCode;

use super::ground::{Ground, failed};
use super::types;
use crate::failure::Failure;
use crate::lab::aside;

/// How often weights are drawn anew.
const DRAWS: u32 = 1000;
/// The same where there are many units: a range of ranks among thousands is no clearer for more.
const FEWER_DRAWS: u32 = 200;
/// So many units are many.
const MANY: usize = 700;

/// What nobody chose otherwise, as far as there are figures.
const USUAL: [&str; 5] =
    ["unemployed_per_1000", "own_revenue_per_inhabitant", "seniors_share", "net_migration_per_1000", "firms_per_10000"];

/// What somebody wants an index of.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The indicators with their weights, in the order of the catalogue.
    pub choices: Vec<Choice>,
    /// How they are put together.
    pub method: Method,
    /// The year; `None` for the one in which most of them are widely known.
    pub year: Option<u16>,
}

/// An index of members and peers.
#[derive(Debug)]
pub struct Composed {
    /// Years in which some of the indicators can be used, the first one first.
    pub years: Vec<u16>,
    /// The year.
    pub year: u16,
    /// The indicators that went in.
    pub used: Vec<Choice>,
    /// Those that did not, with the reason.
    pub left_out: Vec<(String, Unfit)>,
    /// Members, then peers; empty if no indicator could be used.
    pub units: Vec<Indexed>,
    /// How the weights were changed.
    pub changes: Changes,
}

impl Composed {
    /// How many units have an index.
    #[must_use]
    pub fn ranked(&self) -> usize {
        self.units.iter().filter(|unit| unit.rank.is_some()).count()
    }
}

/// Indicators that can go into an index: of which more or less is better, no counts, and known of some member.
pub fn offered(ground: &Ground) -> impl Iterator<Item = &Indicator> {
    let is_fit = |indicator: &&Indicator| {
        indicator.direction != Direction::Neutral
            && indicator.measure().form != Form::Sum
            && ground.own.row(&indicator.code).is_ok_and(|row| row.newest.is_some())
    };
    ground.catalogue.indicators().iter().filter(is_fit)
}

/// What is chosen where nobody chose: the usual ones that are known, else all that are.
#[must_use]
pub fn usual(ground: &Ground) -> Vec<String> {
    let codes = || offered(ground).map(|indicator| indicator.code.clone());
    let usual: Vec<String> = codes().filter(|code| USUAL.contains(&code.as_str())).collect();
    if usual.len() >= 2 { usual } else { codes().collect() }
}

/// The index of members and peers.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub async fn sought(ground: Arc<Ground>, wanted: Wanted) -> Result<Composed, Failure> {
    aside(move || composed(&ground, &wanted)).await
}

fn composed(ground: &Ground, wanted: &Wanted) -> Result<Composed, Failure> {
    let units = ground.everyone();
    let codes: Vec<&str> = wanted.choices.iter().map(|choice| choice.indicator.as_str()).collect();
    let years = years(ground, &codes, &units);
    let usual = || types::year(ground, &codes);
    let year = wanted.year.filter(|year| years.contains(year)).unwrap_or_else(usual);
    let catalogue = ground.catalogue.only(|indicator| codes.contains(&indicator.code.as_str()));
    let table = AreaTable::new(&catalogue, &ground.together, &units).map_err(failed)?;
    let (used, left_out) = usable(&table, &wanted.choices, year).map_err(failed)?;
    let draws = if units.len() > MANY { FEWER_DRAWS } else { DRAWS };
    let changes = Changes { draws, ..Changes::default() };
    let has_weight = used.iter().any(|choice| choice.weight > 0.0);
    let made = if has_weight { index(&table, &used, wanted.method, year, Some(changes)) } else { Ok(Vec::new()) };
    // Figures so near to each other that they cannot be told apart bear no index; the page says so.
    let units = match made {
        Err(DiagnosisError::Index(_)) => Vec::new(),
        made => made.map_err(failed)?,
    };
    Ok(Composed { years, year, used, left_out, units, changes })
}

/// Years in which at least two units have some of the indicators.
fn years(ground: &Ground, codes: &[&str], units: &[UnitCode]) -> Vec<u16> {
    let indicators: Vec<&Indicator> = codes.iter().filter_map(|code| ground.indicator(code)).collect();
    let is_known = |year: &u16| {
        let now = Snapshot { block: &ground.together, year: *year };
        let has_two = |indicator: &&Indicator| units.iter().filter_map(|unit| now.of_unit(indicator, unit)).nth(1).is_some();
        indicators.iter().any(has_two)
    };
    ground.together.years().iter().filter(is_known).collect()
}
