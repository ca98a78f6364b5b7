//! What can be said of an indicator without anybody writing it: claims as data, each with its figures, in a fixed order.
//!
//! At most four for each indicator, the level first. Then stands what is more telling: the place in the group, or the change
//! where it is large and the place is a middling one. Differences that vanish in rounding are none. Neutral figures are never
//! better or worse. Sentences are made by whoever knows the language.

use serde::{Deserialize, Serialize};

use super::change::{LineBreak, trend};
use super::error::DiagnosisError;
use super::position::{Position, UnitValue, ends};
use super::table::{AreaTable, Row, Whose};

/// Most claims of an indicator.
pub const MOST: usize = 4;
/// Over how many years change is told, where there are so many.
pub const OVER: u16 = 5;
/// From which relative change on it is told before a middling place in the group.
const LARGE_CHANGE: f64 = 0.1;

/// One thing that can be said, with its figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Claim {
    /// The figure of the area in its newest year.
    Level {
        /// The year.
        year: u16,
        /// The figure.
        value: f64,
    },
    /// The area beside the middle of its group.
    AgainstGroup {
        /// The year.
        year: u16,
        /// The figure of the area.
        value: f64,
        /// The median of the group.
        median: f64,
        /// How the figure lies to the median.
        stands: Stands,
        /// The rank of the area, 1 for the best; for neutral figures for the largest.
        rank: usize,
        /// How many have a rank.
        of: usize,
        /// Whether it is better than the median; `None` for neutral figures and where both are as one.
        better: Option<bool>,
    },
    /// The newest figure beside an earlier one that can be compared.
    Change {
        /// The earlier year.
        from_year: u16,
        /// Its figure.
        from: f64,
        /// The newest year.
        to_year: u16,
        /// Its figure.
        to: f64,
        /// The change as a share of the earlier figure; `None` for shares, rates and balances, whose change is told in points.
        relative: Option<f64>,
        /// How the newest lies to the earlier figure.
        stands: Stands,
        /// Whether it became better; `None` for neutral figures and where both are as one.
        better: Option<bool>,
    },
    /// The members at both ends.
    Spread {
        /// The year.
        year: u16,
        /// The best member; for neutral figures the one with the largest value.
        strongest: UnitValue,
        /// The member at the other end.
        weakest: UnitValue,
    },
    /// The area has no figure of its own, and the members that have one have the same, as it is shown.
    Alike {
        /// The year.
        year: u16,
        /// Their figure.
        value: f64,
        /// Members with a figure.
        known: usize,
        /// All members.
        of: usize,
    },
    /// A lasting change.
    Trend {
        /// First year.
        from_year: u16,
        /// Last year.
        to_year: u16,
        /// Change per year, in the unit of measure.
        per_year: f64,
        /// Whether it becomes better; `None` for neutral figures.
        better: Option<bool>,
    },
    /// The line of the figure breaks.
    Break {
        /// The first year after the break.
        year: u16,
    },
    /// Members lack their value, so the area has no figure.
    Missing {
        /// The year.
        year: u16,
        /// Members that lack it.
        missing: usize,
        /// All members.
        of: usize,
        /// The share that is missing, 0 to 1.
        share: f64,
    },
    /// Two years cannot be compared.
    NotComparable {
        /// The year of the break.
        year: u16,
        /// The earlier year.
        from_year: u16,
        /// The later year.
        to_year: u16,
        /// Why.
        reason: WhyNot,
    },
    /// Nobody has a figure in any year.
    NoData,
}

/// How one figure lies to another, both as they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// It is larger.
    Above,
    /// It is the same, or differs by less than is shown.
    As,
    /// It is smaller.
    Below,
}

/// Why two years cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The method of the source changed between them.
    BreakInSeries,
}

/// What can be said of an indicator, at most [`MOST`]; `position` is that of the newest year, if there is a group.
///
/// # Errors
/// [`DiagnosisError::NoIndicator`], [`DiagnosisError::Figure`] for values that are not finite.
pub fn claims(table: &AreaTable, code: &str, position: Option<&Position>) -> Result<Vec<Claim>, DiagnosisError> {
    let row = table.row(code)?;
    let Some(newest) = row.newest else { return Ok(vec![Claim::NoData]) };
    let spread = spread(table, row, newest.year)?;
    let mut found = match newest.of {
        Whose::Area => of_area(row, newest.year, position, spread),
        Whose::Members => {
            let members = spread.or_else(|| alike(row, newest.year));
            missing(row, newest.year).into_iter().chain(members).collect()
        }
    };
    found.truncate(MOST);
    Ok(found)
}

fn of_area(row: &Row, year: u16, position: Option<&Position>, spread: Option<Claim>) -> Vec<Claim> {
    let level = row.area_value(year).map(|value| Claim::Level { year, value });
    let place = position.filter(|position| position.year == year).and_then(|position| against_group(row, position));
    let change = change(row, year);
    let is_middling = position.and_then(|position| position.area).is_none_or(|place| (3..=8).contains(&place.decile));
    let is_large = |change: &Claim| match change {
        Claim::Change { relative: Some(relative), stands, .. } => *stands != Stands::As && relative.abs() >= LARGE_CHANGE,
        _ => false,
    };
    let (first, second) = if is_middling && change.as_ref().is_some_and(is_large) { (change, place) } else { (place, change) };
    let (line_break, lasting) = lasting(row);
    [level, first, second, line_break, spread, lasting].into_iter().flatten().collect()
}

fn stands(row: &Row, one: f64, other: f64) -> Stands {
    match row.measure.rounded(one).total_cmp(&row.measure.rounded(other)) {
        std::cmp::Ordering::Less => Stands::Below,
        std::cmp::Ordering::Equal => Stands::As,
        std::cmp::Ordering::Greater => Stands::Above,
    }
}

fn better(row: &Row, one: f64, other: f64) -> Option<bool> {
    row.measure.direction.is_better(row.measure.rounded(one), row.measure.rounded(other))
}

fn against_group(row: &Row, position: &Position) -> Option<Claim> {
    let (place, median) = (position.area?, position.group.median?);
    Some(Claim::AgainstGroup {
        year: position.year,
        value: place.value,
        median,
        stands: stands(row, place.value, median),
        rank: place.rank,
        of: place.of,
        better: better(row, place.value, median),
    })
}

/// The newest figure beside that of [`OVER`] years before, or of the first known year after it.
fn change(row: &Row, to_year: u16) -> Option<Claim> {
    let known = |year: u16| row.area_value(year).map(|value| (year, value));
    let (from_year, from) = (to_year.saturating_sub(OVER)..to_year).find_map(known)?;
    if let Some(year) = row.break_between(from_year, to_year) {
        return Some(Claim::NotComparable { year, from_year, to_year, reason: WhyNot::BreakInSeries });
    }
    let to = row.area_value(to_year)?;
    let is_share = matches!(row.measure.unit.as_str(), "per_cent" | "per_mille");
    let has_relative = !is_share && !row.measure.is_balance && from > 0.0 && to >= 0.0;
    Some(Claim::Change {
        from_year,
        from,
        to_year,
        to,
        relative: has_relative.then(|| (to - from) / from),
        stands: stands(row, to, from),
        better: better(row, to, from),
    })
}

/// The members at both ends, if they differ as shown.
fn spread(table: &AreaTable, row: &Row, year: u16) -> Result<Option<Claim>, DiagnosisError> {
    let refused = |source| DiagnosisError::Figure { indicator: row.measure.code.clone(), year, source };
    let found = ends(table, row, &row.member_values(year)).map_err(refused)?;
    let differ = |ends: &(UnitValue, UnitValue)| stands(row, ends.0.value, ends.1.value) != Stands::As;
    Ok(found.filter(differ).map(|(strongest, weakest)| Claim::Spread { year, strongest, weakest }))
}

/// The common figure of the members that have one.
fn alike(row: &Row, year: u16) -> Option<Claim> {
    let values = row.member_values(year);
    let value = values.iter().flatten().next().copied()?;
    Some(Claim::Alike { year, value, known: values.iter().flatten().count(), of: values.len() })
}

/// A break of the line, and a slope whose interval does not hold 0 and that adds up to something that is shown.
fn lasting(row: &Row) -> (Option<Claim>, Option<Claim>) {
    let Ok(found) = trend(row) else { return (None, None) };
    let line_break = match found.line_break {
        LineBreak::From { year, .. } => Some(Claim::Break { year }),
        LineBreak::No | LineBreak::NotTested => None,
    };
    let slope = found.per_year;
    let in_all = row.measure.rounded(slope.slope * f64::from(found.to - found.from));
    let is_sure = (slope.lower > 0.0 || slope.upper < 0.0) && in_all.abs() > 0.0;
    let lasting = is_sure.then(|| Claim::Trend {
        from_year: found.from,
        to_year: found.to,
        per_year: slope.slope,
        better: row.measure.direction.is_better(slope.slope, 0.0),
    });
    (line_break, lasting)
}

/// What members lack, where the area has no figure for that reason.
fn missing(row: &Row, year: u16) -> Option<Claim> {
    let figure = row.area_in(year)?.figure;
    let claim = Claim::Missing { year, missing: figure.missing, of: figure.members, share: figure.missing_share };
    (figure.missing > 0).then_some(claim)
}

#[cfg(test)]
mod tests;
