//! Peers by nearness: those most like a unit or an area in chosen figures with weights of one's own.

use std::collections::BTreeMap;

use miedza_statistics::peers::peers;
use miedza_statistics::standardise::z_scores;
use miedza_statistics::summary::Divisor;
use miedza_statistics::{composite, rank};
use miedza_territory::{UnitCode, UnitIx, Units, count};
use serde::Serialize;

use super::{Field, PeerGroup, PeerUnit, PeersError, Rule, Told, WhyLeftOut};
use crate::diagnosis::{Block, Catalogue, Indicator, Snapshot};

/// For whom peers are sought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "subject", content = "unit")]
pub enum Subject {
    /// For a municipality.
    Unit(UnitCode),
    /// For the area as a whole: its figures are those of its members together.
    Area,
}

/// An indicator with its weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// Code of the indicator in the catalogue.
    pub indicator: String,
    /// Its importance, 0 or more; only proportions matter.
    pub weight: f64,
}

/// What nearness is measured by.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Nearest {
    /// For whom.
    pub of: Subject,
    /// By which figures.
    pub indicators: Vec<Weighed>,
    /// How many peers at most; 10 is usual.
    pub most: usize,
}

/// One indicator, a value for each unit in one year.
struct Column {
    weight: f64,
    code: String,
    /// The year; `None` while the subject has no figure in any.
    year: Option<u16>,
    values: Vec<Option<f64>>,
}

/// Share of the candidates known in the best year that must be known in a newer one.
const ENOUGH: f64 = 0.9;

/// The candidates that are most like a unit or the area, nearest first, of equally near ones the first by code.
///
/// Each indicator speaks of the newest year in which the one that peers are sought for has it and at least nine in ten of the
/// candidates that have it in any such year. Figures are turned into standard scores over all candidates and the one that
/// peers are sought for. An indicator that the latter lacks in all years, that fewer than two have, or in which all are equal
/// is left out and told. A candidate that lacks more than half of the weights of the others is no peer.
///
/// # Errors
/// [`PeersError::UnknownIndicator`], [`PeersError::TooLittleKnown`], [`PeersError::NoMembers`] for an area without members,
/// [`PeersError::Nobody`], [`PeersError::Figure`] for figures and weights that cannot be used.
///
/// # Source
/// Weighted Euclidean distance of standard scores, as in [`miedza_statistics::peers`].
pub fn nearest(nearest: Nearest, field: Field<'_>, block: &Block, catalogue: &Catalogue) -> Result<PeerGroup, PeersError> {
    if nearest.of == Subject::Area && field.members.is_empty() {
        return Err(PeersError::NoMembers);
    }
    let units = Units::new(field.candidates.iter().map(|candidate| candidate.unit.clone()).collect());
    let subject = match &nearest.of {
        Subject::Unit(unit) => units.find(unit),
        Subject::Area => None,
    };
    let subject = subject.unwrap_or(UnitIx::new(units.len()));
    let columns = columns(&nearest, (&units, subject), field.members, (block, catalogue))?;
    let (kept, left_out) = sifted(columns, subject)?;
    let years = kept.iter().filter_map(|column| Some((column.code.clone(), column.year?))).collect();
    let mut told = Told { candidates: units.len(), left_out, years, ..Told::default() };
    let indicators: Vec<composite::Indicator> = kept.iter().map(Column::as_indicator).collect();
    let mut chosen = Vec::new();
    for peer in peers(&indicators, subject, units.len() + 1)? {
        if chosen.len() == nearest.most {
            break;
        }
        let unit = units.code(peer.unit);
        if field.keeps_out(unit) {
            told.members_kept_out.push(unit.clone());
            continue;
        }
        let lacking = kept.iter().filter(|column| column.values[peer.unit.get()].is_none());
        let lacks = lacking.map(|column| column.code.clone()).collect();
        let (distance, coverage) = (Some(peer.distance), Some(peer.coverage));
        chosen.push(PeerUnit { unit: unit.clone(), functional_type: None, distance, coverage, lacks });
    }
    if chosen.is_empty() {
        return Err(PeersError::Nobody { candidates: units.len() });
    }
    told.members_kept_out = super::by_code(told.members_kept_out);
    Ok(PeerGroup { rule: Rule::Nearest(nearest), units: chosen, told })
}

/// The values of all units, and of the subject after them if it is none of them.
fn columns(
    nearest: &Nearest,
    (units, subject): (&Units, UnitIx),
    members: &[UnitCode],
    (block, catalogue): (&Block, &Catalogue),
) -> Result<Vec<Column>, PeersError> {
    let is_apart = subject.get() == units.len();
    let in_year = |indicator: &Indicator, year: u16| -> Result<Vec<Option<f64>>, PeersError> {
        let now = Snapshot { block, year };
        let own = match &nearest.of {
            Subject::Unit(unit) => now.of_unit(indicator, unit),
            Subject::Area => now.of_area(indicator, members)?,
        };
        if own.is_none() {
            return Ok(vec![None; units.len() + usize::from(is_apart)]);
        }
        let mut values = now.of_units(indicator, units.codes());
        values.extend(is_apart.then_some(own));
        Ok(values)
    };
    let one = |weighed: &Weighed| {
        let code = weighed.indicator.clone();
        let indicator = catalogue.indicator(&code).ok_or_else(|| PeersError::UnknownIndicator { code: code.clone() })?;
        let mut years = Vec::new();
        for year in block.years().iter() {
            let values = in_year(indicator, year)?;
            if values.get(subject.get()).is_some_and(Option::is_some) {
                years.push((year, values));
            }
        }
        let (year, values) = newest_of_enough(years).unzip();
        let values = values.unwrap_or_else(|| vec![None; units.len() + usize::from(is_apart)]);
        Ok(Column { weight: weighed.weight, code, year, values })
    };
    nearest.indicators.iter().map(one).collect()
}

/// The newest year in which nearly as many are known as in the best one.
fn newest_of_enough(years: Vec<(u16, Vec<Option<f64>>)>) -> Option<(u16, Vec<Option<f64>>)> {
    let known = |values: &[Option<f64>]| count(values.iter().filter(|value| value.is_some()).count());
    let most = years.iter().map(|(_, values)| known(values)).fold(0.0, f64::max);
    years.into_iter().rev().find(|(_, values)| known(values) >= ENOUGH * most)
}

/// The columns that tell something, and why the others do not.
fn sifted(columns: Vec<Column>, subject: UnitIx) -> Result<(Vec<Column>, BTreeMap<String, WhyLeftOut>), PeersError> {
    let weights = |columns: &[Column]| columns.iter().fold(0.0, |sum, column| sum + column.weight);
    let asked = weights(&columns);
    let (mut kept, mut left_out) = (Vec::new(), BTreeMap::new());
    for column in columns {
        match column.why_left_out(subject)? {
            None => kept.push(column),
            Some(why) => {
                left_out.insert(column.code, why);
            }
        }
    }
    if !left_out.is_empty() && weights(&kept) < asked / 2.0 {
        let lacking: Vec<String> = left_out.into_keys().collect();
        return Err(PeersError::TooLittleKnown { lacking: lacking.join(", ") });
    }
    Ok((kept, left_out))
}

impl Column {
    fn why_left_out(&self, subject: UnitIx) -> Result<Option<WhyLeftOut>, PeersError> {
        if self.values[subject.get()].is_none() {
            return Ok(Some(WhyLeftOut::SubjectLacksIt));
        }
        match z_scores(&self.code, &self.values, Divisor::Population) {
            Ok(_) => Ok(None),
            Err(miedza_statistics::Error::TooFew { .. }) => Ok(Some(WhyLeftOut::TooFewKnown)),
            Err(miedza_statistics::Error::NoSpread { .. }) => Ok(Some(WhyLeftOut::AllEqual)),
            Err(error) => Err(error.into()),
        }
    }

    fn as_indicator(&self) -> composite::Indicator {
        composite::Indicator {
            name: self.code.clone(),
            direction: rank::Direction::Stimulant,
            weight: self.weight,
            values: self.values.clone(),
        }
    }
}
