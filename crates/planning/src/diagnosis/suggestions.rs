//! Findings that the figures suggest, by stated rules; whether one is a finding is for people to decide.
//!
//! Each suggestion bears the name of its rule and the claims it rests on. Neutral indicators and counts suggest nothing, and
//! no group of fewer than [`LEAST_GROUP`] known peers does.

use miedza_statistics::Error;
use miedza_statistics::summary::quantile;
use serde::{Deserialize, Serialize};

use super::claims::{Claim, OVER};
use super::error::DiagnosisError;
use super::indicator::Direction;
use super::monitor::judged;
use super::position::{Place, Position};
use super::table::{AreaTable, Row};

/// Fewest peers with a value.
pub const LEAST_GROUP: usize = 10;

/// A finding that the figures suggest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// The rule.
    pub rule: Rule,
    /// The dimension of a finding.
    pub dimension: Dimension,
    /// The kind of a finding.
    pub kind: Kind,
    /// Code of the indicator.
    pub indicator: String,
    /// What it rests on.
    pub claims: Vec<Claim>,
}

/// The rule of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The area stands in the best fifth of its group.
    AreaInBestFifth,
    /// The area stands in the worst fifth.
    AreaInWorstFifth,
    /// The area has no figure of its own, and at least half of its members stand in the best fifth.
    MembersInBestFifth,
    /// The area has no figure of its own, and at least half of its members stand in the worst fifth.
    MembersInWorstFifth,
    /// The area changed for the better more than three quarters of its group did over the same years.
    GainsOnGroup,
    /// The area changed for the better less than three quarters of its group did, or for the worse more.
    FallsBehindGroup,
}

/// The dimension of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// People and what serves them.
    Social,
    /// Firms, work, public money.
    Economic,
    /// Nature, air, water, waste.
    Environmental,
    /// Networks and roads.
    Infrastructural,
    /// Land and plans.
    Spatial,
}

/// The kind of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something to build on.
    Potential,
    /// Something to mend.
    Problem,
    /// A development to reckon with.
    Trend,
}

impl Dimension {
    /// The word in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Social => "social",
            Self::Economic => "economic",
            Self::Environmental => "environmental",
            Self::Infrastructural => "infrastructural",
            Self::Spatial => "spatial",
        }
    }
}

impl Kind {
    /// The word in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Potential => "potential",
            Self::Problem => "problem",
            Self::Trend => "trend",
        }
    }
}

/// The dimension that findings on an area of the monitor belong to.
#[must_use]
pub fn dimension_of(area: &str) -> Dimension {
    match area {
        "economy" | "labour_market" | "public_finance" => Dimension::Economic,
        "infrastructure" | "transport" => Dimension::Infrastructural,
        "environment" => Dimension::Environmental,
        "spatial_order" => Dimension::Spatial,
        _ => Dimension::Social,
    }
}

/// What one indicator suggests, the place in the group first; `position` is that of its newest year, `peers` the table of the
/// same group.
///
/// # Errors
/// [`DiagnosisError::NoIndicator`], [`DiagnosisError::Figure`] for values that are not finite.
pub fn suggestions(
    own: &AreaTable,
    peers: &AreaTable,
    position: &Position,
    claims: &[Claim],
) -> Result<Vec<Suggestion>, DiagnosisError> {
    let row = own.row(&position.indicator)?;
    if judged(row).is_none() || position.group.known < LEAST_GROUP {
        return Ok(Vec::new());
    }
    let of_group = peers.row(&position.indicator)?;
    let refused = |source| DiagnosisError::Figure { indicator: position.indicator.clone(), year: position.year, source };
    let against_group = beside_group(row, of_group, position.year).map_err(refused)?;
    let suggestion = |(rule, kind)| Suggestion {
        rule,
        dimension: dimension_of(&row.measure.area),
        kind,
        indicator: position.indicator.clone(),
        claims: claims.to_vec(),
    };
    Ok(by_place(position).into_iter().chain(against_group.map(|rule| (rule, Kind::Trend))).map(suggestion).collect())
}

fn by_place(position: &Position) -> Option<(Rule, Kind)> {
    let is_best = |place: &Place| place.decile >= 9;
    let is_worst = |place: &Place| place.decile <= 2;
    if let Some(place) = &position.area {
        return match (is_best(place), is_worst(place)) {
            (true, _) => Some((Rule::AreaInBestFifth, Kind::Potential)),
            (_, true) => Some((Rule::AreaInWorstFifth, Kind::Problem)),
            _ => None,
        };
    }
    let known: Vec<&Place> = position.members.iter().filter_map(|member| member.place.as_ref()).collect();
    let at_least_half = |is: &dyn Fn(&Place) -> bool| {
        let in_it = known.iter().filter(|place| is(place)).count();
        in_it > 0 && 2 * in_it >= position.members.len()
    };
    match (at_least_half(&is_worst), at_least_half(&is_best)) {
        (true, false) => Some((Rule::MembersInWorstFifth, Kind::Problem)),
        (false, true) => Some((Rule::MembersInBestFifth, Kind::Potential)),
        // Half in either: the area is uneven, and neither is said of all of it.
        _ => None,
    }
}

/// Whether the area changed otherwise than its group over [`OVER`] years.
fn beside_group(row: &Row, of_group: &Row, year: u16) -> Result<Option<Rule>, Error> {
    let from = year.saturating_sub(OVER);
    let is_broken = row.break_between(from, year).or(of_group.break_between(from, year)).is_some();
    let better = |value: f64| if row.measure.direction == Direction::Destimulant { -value } else { value };
    let Some((earlier, now)) = row.area_value(from).zip(row.area_value(year)).filter(|_| !is_broken) else {
        return Ok(None);
    };
    let (before, after) = (of_group.member_values(from), of_group.member_values(year));
    let change = |(before, after): (&Option<f64>, &Option<f64>)| before.zip(*after).map(|(before, after)| better(after - before));
    let changes: Vec<Option<f64>> = before.iter().zip(&after).map(change).collect();
    if changes.iter().flatten().count() < LEAST_GROUP {
        return Ok(None);
    }
    let own = row.measure.rounded(better(now - earlier));
    let limits = quantile(&changes, 0.25)?.zip(quantile(&changes, 0.75)?);
    Ok(limits.and_then(|(lower, upper)| {
        let falls = (own < row.measure.rounded(lower)).then_some(Rule::FallsBehindGroup);
        (own > row.measure.rounded(upper)).then_some(Rule::GainsOnGroup).or(falls)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::samples::{block, catalogue, code};
    use crate::diagnosis::{claims, position};

    const PEERS: [&str; 10] = ["11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];

    /// Sewerage of one member with all its people, among ten peers of 10 to 100 per cent that each gained 1 to 10 points.
    fn suggested(id: &str, indicator: &str, own: [f64; 2], peers: usize) -> Vec<(Rule, Kind, Dimension)> {
        let mut cells =
            vec![("72305", "1", 2017, 10.0), ("72305", "1", 2022, 10.0), (id, "1", 2017, own[0]), (id, "1", 2022, own[1])];
        for (peer, at) in PEERS.iter().zip(1..=10_u8).take(peers) {
            cells.extend([(id, *peer, 2017, 9.0 * f64::from(at)), (id, *peer, 2022, 10.0 * f64::from(at))]);
        }
        let block = block(&cells);
        let own = AreaTable::new(&catalogue(), &block, &[code("1")]).expect("sound values");
        let peers = AreaTable::new(&catalogue(), &block, &PEERS.map(code)).expect("sound values");
        let position = position(&own, &peers, indicator, 2022).expect("known");
        let claims = claims(&own, indicator, Some(&position)).expect("an indicator");
        let found = suggestions(&own, &peers, &position, &claims).expect("an indicator");
        assert!(found.iter().all(|suggestion| suggestion.claims == claims && !claims.is_empty()));
        found.into_iter().map(|suggestion| (suggestion.rule, suggestion.kind, suggestion.dimension)).collect()
    }

    #[test]
    fn each_rule_suggests_what_it_says_and_nothing_else() {
        let infrastructural = |rule, kind| (rule, kind, Dimension::Infrastructural);
        let best = infrastructural(Rule::AreaInBestFifth, Kind::Potential);
        let worst = infrastructural(Rule::AreaInWorstFifth, Kind::Problem);
        // The quarter points of 1 to 10 points gained are 3.25 and 7.75.
        let gains = infrastructural(Rule::GainsOnGroup, Kind::Trend);
        let falls = infrastructural(Rule::FallsBehindGroup, Kind::Trend);
        let cases = [
            ("a middling place and gain", [50.0, 55.0], vec![]),
            ("the best place", [90.0, 95.0], vec![best]),
            ("the worst place, gaining", [2.0, 12.0], vec![worst, gains]),
            ("losing", [60.0, 55.0], vec![falls]),
        ];
        for (name, own, expected) in cases {
            assert_eq!(suggested("79130", "sewerage_share", own, 10), expected, "{name}");
        }
        assert_eq!(suggested("79130", "sewerage_share", [2.0, 1.0], 9), [], "a group of nine is too small");
    }

    #[test]
    fn where_less_is_better_the_lowest_is_a_potential_and_members_speak_for_an_area_without_a_figure() {
        let found = suggested("60270", "unemployment_rate", [9.0, 5.0], 10);

        assert_eq!(found, [(Rule::MembersInBestFifth, Kind::Potential, Dimension::Economic)]);
    }

    #[test]
    fn counts_and_neutral_figures_suggest_nothing() {
        assert_eq!(suggested("1365234", "net_migration", [1.0, 999.0], 10), []);
        assert_eq!(suggested("59", "live_births", [1.0, 999.0], 10), []);
    }
}
