//! The development monitor: indicators make sub-areas, these areas, these dimensions, these one figure, always within a group
//! of units that can be compared.
//!
//! 1. Each indicator is taken from the newest year within the lag, for all units from the same one; where asked for, values
//!    beyond two quantiles are moved to them.
//! 2. It is unitarised within the group, turned where less is better.
//! 3. The mean of the indicators of a sub-area; an indicator that a unit lacks is left out of its mean and lowers its
//!    coverage, and below half coverage there is not enough data.
//! 4. The mean of sub-areas makes an area, that of areas a dimension, that of dimensions the whole, by the same rule.
//! 5. Change is the figure of the year less that of some years before, each on the scale of its own year.
//! 6. The partnership is the mean of its members by inhabitants, with the strongest and the weakest beside it.
//!
//! Neutral indicators and counts take no part: counts tell how large a unit is, not how well it fares.
//!
//! # Source
//! After the monitor of local development (Monitor Rozwoju Lokalnego, MRL) of the Association of Polish Cities. Its formulas
//! are not published in full; the unitarisation is that of Kukuła (2000), equal weights and the rule for what is missing are
//! those of this house.

use miedza_statistics::aggregate::{AreaFigure, Rule, aggregate};
use miedza_statistics::composite::nested::{Branch, Content, Nested, nested_mean};
use miedza_statistics::composite::{Indicator, LEAST_COVERAGE, Method, Score, score};
use miedza_statistics::standardise::clip;
use miedza_territory::{UnitCode, UnitIx};
use serde::{Deserialize, Serialize};

use super::catalogue::AREAS;
use super::error::DiagnosisError;
use super::indicator::Direction;
use super::position::UnitValue;
use super::reckoned::Form;
use super::table::{AreaTable, Row};

/// The three dimensions with their areas. The monitor has 3 to 5 areas in each. Economic is what people earn and municipalities
/// take in; social is who lives there and what serves persons; to the environment and space belong, beside nature and plans,
/// the networks and roads that equip the ground and that it must bear.
pub const DIMENSIONS: [(&str, &[&str]); 3] = [
    ("economic", &["economy", "labour_market", "public_finance"]),
    ("social", &["demography", "education", "health_and_care", "housing", "culture_and_participation"]),
    ("environmental_spatial", &["infrastructure", "transport", "environment", "spatial_order"]),
];

/// The dimension of an area of the monitor.
#[must_use]
pub fn dimension(area: &str) -> Option<&'static str> {
    DIMENSIONS.iter().find(|(_, areas)| areas.contains(&area)).map(|(dimension, _)| *dimension)
}

/// How the monitor is reckoned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// The year.
    pub year: u16,
    /// Over how many years the change is told.
    pub over: u16,
    /// How many years an indicator may be older than the year; 0 for none.
    pub lag: u16,
    /// The two shares at whose quantiles values are cut off, such as 0.01 and 0.99; `None` to cut nothing.
    pub clipped_at: Option<(f64, f64)>,
    /// Code of the indicator that members are weighted by.
    pub weight: String,
}

impl Parameters {
    /// The monitor of a year: change over five years, nothing older, nothing cut off, members weighted by inhabitants.
    #[must_use]
    pub fn of_year(year: u16) -> Self {
        Self { year, over: 5, lag: 0, clipped_at: None, weight: "population".to_owned() }
    }
}

/// The monitor of a group of units and of the partnership in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Monitor {
    /// The units, in the order of their codes.
    pub units: Vec<UnitCode>,
    /// The general figure, with the dimensions, areas and sub-areas in it.
    pub general: Rating,
    /// The indicators that take part, with the year of their values.
    pub used: Vec<Used>,
    /// The indicators that do not.
    pub left_out: Vec<LeftOut>,
}

/// An indicator that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Used {
    /// Code of the indicator.
    pub indicator: String,
    /// Year of the values.
    pub year: u16,
}

/// An indicator that takes no part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Code of the indicator.
    pub indicator: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why an indicator takes no part in the monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// More is neither better nor worse.
    Neutral,
    /// A count tells the size of a unit.
    Count,
    /// Fewer than two units have a value; it lowers the coverage of all.
    NoValues,
    /// All units are equal, so it tells none apart.
    AllEqual,
}

/// A whole or a part of the monitor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rating {
    /// `general`, or the name of a dimension, area or sub-area.
    pub name: String,
    /// One for each unit, 0 to 1; no value where there is not enough data.
    pub scores: Vec<Score>,
    /// Score of the year less that of the earlier one; `None` if one of the two is missing.
    pub change: Vec<Option<f64>>,
    /// The partnership.
    pub partnership: Partnership,
    /// What it is made of; nothing for a sub-area.
    pub parts: Vec<Rating>,
}

/// The partnership in a rating.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Partnership {
    /// Mean of the scores of members, by inhabitants.
    pub score: AreaFigure,
    /// Mean of the changes of members, by inhabitants.
    pub change: AreaFigure,
    /// The member with the highest score, the first of equal ones.
    pub strongest: Option<UnitValue>,
    /// The member with the lowest.
    pub weakest: Option<UnitValue>,
}

/// The monitor of a group, which holds the members of the partnership together with their peers.
///
/// # Errors
/// [`DiagnosisError::NotInGroup`] for a member that the table does not hold, [`DiagnosisError::NoIndicator`] for the weight,
/// [`DiagnosisError::NoYear`], and [`DiagnosisError::Index`] for values or shares that bear no index.
pub fn monitor(group: &AreaTable, members: &[UnitCode], parameters: &Parameters) -> Result<Monitor, DiagnosisError> {
    let years = group.years();
    let Parameters { year, over, lag, .. } = *parameters;
    if years.place(year).is_none() {
        return Err(DiagnosisError::NoYear { year, first: years.first, last: years.last });
    }
    let members = places(group, members)?;
    let weights = weights(group.row(&parameters.weight)?, year, lag);
    let now = InYear { group, parameters, year }.nested()?;
    let before = InYear { group, parameters, year: year.saturating_sub(over) }.nested()?;
    let summing_up = SummingUp { units: group.members(), members: &members, weights: &weights };
    let general = summing_up.rating(&now.nested, &before.nested).map_err(DiagnosisError::Index)?;
    Ok(Monitor { units: group.members().to_vec(), general, used: now.used, left_out: now.left_out })
}

fn places(group: &AreaTable, members: &[UnitCode]) -> Result<Vec<UnitIx>, DiagnosisError> {
    let place = |member: &UnitCode| match group.place_of(member) {
        Some(place) => Ok(UnitIx::new(place)),
        None => Err(DiagnosisError::NotInGroup { unit: member.to_string() }),
    };
    let mut places = members.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

/// The weight of each unit in the newest year within the lag that has any.
fn weights(row: &Row, year: u16, lag: u16) -> Vec<Option<f64>> {
    let years = (year.saturating_sub(lag)..=year).rev();
    let mut found = years.map(|year| row.member_values(year)).filter(|values| values.iter().any(Option::is_some));
    found.next().unwrap_or_else(|| vec![None; row.members.len()])
}

/// The monitor in one year.
struct InYear<'a> {
    group: &'a AreaTable,
    parameters: &'a Parameters,
    year: u16,
}

struct Found {
    nested: Nested,
    used: Vec<Used>,
    left_out: Vec<LeftOut>,
}

impl InYear<'_> {
    fn nested(&self) -> Result<Found, DiagnosisError> {
        let (mut used, mut left_out) = (Vec::new(), Vec::new());
        let mut dimensions = Vec::with_capacity(DIMENSIONS.len());
        for (name, areas) in DIMENSIONS {
            let mut parts = Vec::with_capacity(areas.len());
            for area in AREAS.iter().filter(|area| areas.contains(area)) {
                let mut sub_areas = Vec::new();
                for (sub_area, rows) in self.sub_areas(area) {
                    let scores = self.scores(&rows, &mut used, &mut left_out).map_err(DiagnosisError::Index)?;
                    sub_areas.extend(scores.map(|scores| Branch { name: sub_area, content: Content::Scores(scores) }));
                }
                if !sub_areas.is_empty() {
                    parts.push(Branch { name: (*area).to_owned(), content: Content::Branches(sub_areas) });
                }
            }
            if !parts.is_empty() {
                dimensions.push(Branch { name: name.to_owned(), content: Content::Branches(parts) });
            }
        }
        let general = Branch { name: "general".to_owned(), content: Content::Branches(dimensions) };
        Ok(Found { nested: nested_mean(&general).map_err(DiagnosisError::Index)?, used, left_out })
    }

    /// The sub-areas of an area with their indicators, in the order of the catalogue.
    fn sub_areas(&self, area: &str) -> Vec<(String, Vec<&Row>)> {
        let mut found: Vec<(String, Vec<&Row>)> = Vec::new();
        for row in self.group.rows().iter().filter(|row| row.measure.area == area) {
            match found.iter_mut().find(|(name, _)| *name == row.measure.sub_area) {
                Some((_, rows)) => rows.push(row),
                None => found.push((row.measure.sub_area.clone(), vec![row])),
            }
        }
        found
    }

    /// The scores of a sub-area; `None` if no indicator of it says what is better.
    fn scores(
        &self,
        rows: &[&Row],
        used: &mut Vec<Used>,
        left_out: &mut Vec<LeftOut>,
    ) -> Result<Option<Vec<Score>>, miedza_statistics::Error> {
        let (mut indicators, mut unknown, mut judged) = (Vec::new(), 0.0, false);
        for row in rows {
            let code = || row.measure.code.clone();
            match self.indicator(row)? {
                Ok((indicator, year)) => {
                    indicators.push(indicator);
                    used.push(Used { indicator: code(), year });
                    judged = true;
                }
                Err(why) => {
                    unknown += if why == WhyLeftOut::NoValues { 1.0 } else { 0.0 };
                    judged |= matches!(why, WhyLeftOut::NoValues | WhyLeftOut::AllEqual);
                    left_out.push(LeftOut { indicator: code(), why });
                }
            }
        }
        if indicators.is_empty() {
            let nothing = Score { value: None, coverage: 0.0 };
            return Ok(judged.then(|| vec![nothing; self.group.members().len()]));
        }
        let known: f64 = indicators.iter().map(|indicator| indicator.weight).sum();
        let share = known / (known + unknown);
        let lowered = |score: Score| {
            let coverage = score.coverage * share;
            Score { value: score.value.filter(|_| coverage >= LEAST_COVERAGE - 1e-12), coverage }
        };
        Ok(Some(score(&indicators, Method::WeightedMean)?.into_iter().map(lowered).collect()))
    }

    /// The indicator with its values and their year, or why it takes no part.
    fn indicator(&self, row: &Row) -> Result<Result<(Indicator, u16), WhyLeftOut>, miedza_statistics::Error> {
        let Some(direction) = judged(row) else {
            let is_count = row.measure.form == Form::Sum && row.measure.direction != Direction::Neutral;
            return Ok(Err(if is_count { WhyLeftOut::Count } else { WhyLeftOut::Neutral }));
        };
        let years = (self.year.saturating_sub(self.parameters.lag)..=self.year).rev();
        let mut found = years.map(|year| (row.member_values(year), year));
        let Some((values, year)) = found.find(|(values, _)| values.iter().flatten().count() >= 2) else {
            return Ok(Err(WhyLeftOut::NoValues));
        };
        let values = match self.parameters.clipped_at {
            Some((lower, upper)) => clip(&values, lower, upper)?,
            None => values,
        };
        if are_equal(&values) {
            return Ok(Err(WhyLeftOut::AllEqual));
        }
        Ok(Ok((Indicator { name: row.measure.code.clone(), direction, weight: 1.0, values }, year)))
    }
}

/// What is better of an indicator that can be held against that of other units; `None` if it takes no part.
pub(super) fn judged(row: &Row) -> Option<miedza_statistics::rank::Direction> {
    let takes_part = row.measure.direction != Direction::Neutral && row.measure.form != Form::Sum;
    takes_part.then(|| row.measure.direction.order())
}

/// Whether the known values differ by rounding only; the same limit as in the unitarisation.
fn are_equal(values: &[Option<f64>]) -> bool {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    high - low <= 1e-12 * high.abs().max(low.abs())
}

/// What the partnership needs.
struct SummingUp<'a> {
    units: &'a [UnitCode],
    members: &'a [UnitIx],
    weights: &'a [Option<f64>],
}

impl SummingUp<'_> {
    fn rating(&self, now: &Nested, before: &Nested) -> Result<Rating, miedza_statistics::Error> {
        let change_of = |(now, before): (&Score, &Score)| now.value.zip(before.value).map(|(now, before)| now - before);
        let change: Vec<Option<f64>> = now.scores.iter().zip(&before.scores).map(change_of).collect();
        let scores: Vec<Option<f64>> = now.scores.iter().map(|score| score.value).collect();
        let partnership = Partnership {
            score: aggregate(&scores, self.members, Rule::WeightedMean(self.weights))?,
            change: aggregate(&change, self.members, Rule::WeightedMean(self.weights))?,
            strongest: self.end(&scores, |one, best| one > best),
            weakest: self.end(&scores, |one, best| one < best),
        };
        // Both have the same parts: which there are hangs on the catalogue, not on the year.
        let parts = now.parts.iter().zip(&before.parts).map(|(now, before)| self.rating(now, before));
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        Ok(Rating { name: now.name.clone(), scores: now.scores.clone(), change, partnership, parts })
    }

    fn end(&self, scores: &[Option<f64>], is_further: fn(f64, f64) -> bool) -> Option<UnitValue> {
        let known = self.members.iter().filter_map(|member| Some((member.get(), scores.get(member.get()).copied().flatten()?)));
        let (place, value) = known.reduce(|best, one| if is_further(one.1, best.1) { one } else { best })?;
        Some(UnitValue { unit: self.units.get(place)?.clone(), value })
    }
}

#[cfg(test)]
mod tests;
