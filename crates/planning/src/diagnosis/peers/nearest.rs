//! Peers by nearness: those most like a unit or an area in chosen figures with weights of one's own.

use std::collections::BTreeMap;

use miedza_statistics::peers::peers;
use miedza_statistics::standardise::z_scores;
use miedza_statistics::summary::Divisor;
use miedza_statistics::{composite, rank};
use miedza_territory::{UnitCode, UnitIx, Units};
use serde::Serialize;

use super::{Field, PeerGroup, PeerUnit, PeersError, Rule, Told, WhyLeftOut};
use crate::diagnosis::{Catalogue, Snapshot};

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

/// One indicator, a value for each unit.
struct Column {
    weight: f64,
    code: String,
    values: Vec<Option<f64>>,
}

/// The candidates that are most like a unit or the area, nearest first, of equally near ones the first by code.
///
/// Figures are turned into standard scores over all candidates and the one that peers are sought for. An indicator that
/// the latter lacks, that fewer than two have, or in which all are equal is left out and told. A candidate that lacks
/// more than half of the weights of the others is no peer.
///
/// # Errors
/// [`PeersError::UnknownIndicator`], [`PeersError::TooLittleKnown`], [`PeersError::NoMembers`] for an area without members,
/// [`PeersError::Nobody`], [`PeersError::Figure`] for figures and weights that cannot be used.
///
/// # Source
/// Weighted Euclidean distance of standard scores, as in [`miedza_statistics::peers`].
pub fn nearest(nearest: Nearest, field: Field<'_>, now: Snapshot<'_>, catalogue: &Catalogue) -> Result<PeerGroup, PeersError> {
    if nearest.of == Subject::Area && field.members.is_empty() {
        return Err(PeersError::NoMembers);
    }
    let units = Units::new(field.candidates.iter().map(|candidate| candidate.unit.clone()).collect());
    let subject = match &nearest.of {
        Subject::Unit(unit) => units.find(unit),
        Subject::Area => None,
    };
    let subject = subject.unwrap_or(UnitIx::new(units.len()));
    let columns = columns(&nearest, (&units, subject), field.members, (now, catalogue))?;
    let (kept, left_out) = sifted(columns, subject, now.year)?;
    let mut told = Told { candidates: units.len(), left_out, ..Told::default() };
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
        chosen.push(PeerUnit { unit: unit.clone(), distance: Some(peer.distance), coverage: Some(peer.coverage), lacks });
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
    (now, catalogue): (Snapshot<'_>, &Catalogue),
) -> Result<Vec<Column>, PeersError> {
    let one = |weighed: &Weighed| {
        let code = weighed.indicator.clone();
        let indicator = catalogue.indicator(&code).ok_or_else(|| PeersError::UnknownIndicator { code: code.clone() })?;
        let mut values = now.of_units(indicator, units.codes());
        if subject.get() == units.len() {
            values.push(match &nearest.of {
                Subject::Unit(unit) => now.of_unit(indicator, unit),
                Subject::Area => now.of_area(indicator, members)?,
            });
        }
        Ok(Column { weight: weighed.weight, code, values })
    };
    nearest.indicators.iter().map(one).collect()
}

/// The columns that tell something, and why the others do not.
fn sifted(columns: Vec<Column>, subject: UnitIx, year: u16) -> Result<(Vec<Column>, BTreeMap<String, WhyLeftOut>), PeersError> {
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
        return Err(PeersError::TooLittleKnown { lacking: lacking.join(", "), year });
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
