//! How far two partitions agree.

use std::path::Path;

use miedza_delimitation::compare::{self as comparison, Agreement, Comparison};
use miedza_sources::commuting::{self, DiagonalState};
use miedza_sources::table::Input;
use miedza_sources::units::{Areas, read_areas};
use miedza_territory::{AreaIx, Partition, UnitCode, UnitVec, Units};
use miedza_texts::{Key, Language, Message, key};
use serde::Serialize;

use super::outputs::aligned;
use crate::failure::{Failure, Table};
use crate::listing;

/// Two partitions side by side.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// How many units both partitions put into an area.
    common_units: usize,
    /// Units that only the first puts into an area.
    only_first: Vec<UnitCode>,
    /// Units that only the second puts into an area.
    only_second: Vec<UnitCode>,
    /// How many areas the partitions have.
    areas: [usize; 2],
    /// Agreement, each unit counting 1.
    units: Measures,
    /// What a unit weighs: `employed_residents`, `out_commuters` where the flows have no diagonal, `null` without flows.
    weight: Option<&'static str>,
    /// Agreement, each unit counting this weight; `null` without flows.
    weighted: Option<Measures>,
    /// Units that are not in the area assigned to theirs.
    changed: Vec<Changed>,
    /// Weight of these units, or their number without flows.
    changed_weight: f64,
    /// For each area of the first partition the one of the second that it is most like.
    best_matches: Vec<BestMatch>,
}

/// Measures of agreement.
#[derive(Clone, Copy, Debug, Serialize)]
struct Measures {
    adjusted_rand: Option<f64>,
    normalised_mutual_information: f64,
    /// In nats.
    variation_of_information: f64,
}

/// A unit that changes its area.
#[derive(Debug, Serialize)]
struct Changed {
    unit: UnitCode,
    from: String,
    to: String,
}

/// An area and the one of the other partition that it is most like.
#[derive(Debug, Serialize)]
struct BestMatch {
    first: String,
    second: String,
    jaccard: f64,
    moved_out: f64,
    moved_in: f64,
}

/// Compares two tables of units and areas; flows give the weights of the units.
///
/// # Errors
/// [`Failure`] if a file cannot be read or the partitions have no unit in common.
pub fn compare(first: &Path, second: &Path, flows: Option<&Path>) -> Result<Compared, Failure> {
    let (first, second) = (areas(first)?, areas(second)?);
    let units = Units::new(first.units.codes().iter().chain(second.units.codes()).cloned().collect());
    let (left, right) = (Labelled::of(&first, &units), Labelled::of(&second, &units));
    let weights = flows.map(|file| weights(file, &units)).transpose()?;
    let refused =
        |error: miedza_delimitation::Error| Failure::invalid(key::FAILURE_NO_COMMON_UNITS, key::HINT_PARTITION).because(&error);
    let found = comparison::compare(&left.partition, &right.partition, weights.as_ref().map(|weights| &weights.persons))
        .map_err(refused)?;
    if found.compared == 0 {
        return Err(Failure::invalid(key::FAILURE_NO_COMMON_UNITS, key::HINT_PARTITION));
    }
    let compared = Compared::of(&found, &units, &left, &right);
    Ok(Compared { weight: weights.map(|weights| weights.word()), ..compared })
}

fn areas(file: &Path) -> Result<Areas, Failure> {
    Input::open(file).and_then(read_areas).map_err(|error| Failure::table(Table::Partition, file, &error))
}

/// Employed residents of each unit, or out-commuters where the table holds only those.
struct Weights {
    persons: UnitVec<f64>,
    are_out_commuters: bool,
}

fn weights(file: &Path, units: &Units) -> Result<Weights, Failure> {
    let options = commuting::Options::default();
    let reading = commuting::open(file, &options).map_err(|error| Failure::table(Table::Flows, file, &error))?;
    let (flows, state) = (&reading.flows, reading.report.diagonal);
    if units.codes().iter().all(|code| flows.units().find(code).is_none()) {
        return Err(Failure::other_codes(file, flows.units(), units));
    }
    let persons = units.codes().iter().map(|code| flows.units().find(code).map_or(0.0, |unit| flows.residents(unit))).collect();
    let are_out_commuters = matches!(state, DiagonalState::Absent | DiagonalState::Apart { .. });
    Ok(Weights { persons, are_out_commuters })
}

impl Weights {
    const fn word(&self) -> &'static str {
        if self.are_out_commuters { "out_commuters" } else { "employed_residents" }
    }
}

/// A partition over the units of both files, with the labels of its own.
struct Labelled {
    partition: Partition,
    labels: Vec<String>,
}

impl Labelled {
    fn of(areas: &Areas, units: &Units) -> Self {
        let label = |code: &UnitCode| areas.units.find(code).and_then(|unit| areas.labels[unit].clone());
        let partition = Partition::from_labels(units.codes().iter().map(label));
        let name = |area: AreaIx| label(units.code(partition.members(area)[0])).unwrap_or_default();
        let labels = partition.areas().map(name).collect();
        Self { partition, labels }
    }

    fn name(&self, area: Option<AreaIx>) -> String {
        area.map_or_else(String::new, |area| self.labels[area.get()].clone())
    }
}

impl Compared {
    fn of(found: &Comparison, units: &Units, left: &Labelled, right: &Labelled) -> Self {
        let codes = |list: &[miedza_territory::UnitIx]| list.iter().map(|&unit| units.code(unit).clone()).collect();
        let changed = found.changed.iter().map(|&unit| Changed {
            unit: units.code(unit).clone(),
            from: left.name(left.partition.area_of(unit)),
            to: right.name(right.partition.area_of(unit)),
        });
        let matches = found.best_matches.iter().map(|found| BestMatch {
            first: left.name(Some(found.first)),
            second: right.name(Some(found.second)),
            jaccard: found.jaccard,
            moved_out: found.moved_out,
            moved_in: found.moved_in,
        });
        Self {
            common_units: found.compared,
            only_first: codes(&found.only_first),
            only_second: codes(&found.only_second),
            areas: [left.partition.len(), right.partition.len()],
            units: (&found.by_units).into(),
            weight: None,
            weighted: found.by_weight.as_ref().map(Into::into),
            changed: changed.collect(),
            changed_weight: found.changed_weight,
            best_matches: matches.collect(),
        }
    }

    /// The comparison in words.
    pub fn told(&self, language: Language) -> String {
        let word = |key: Key| language.say(&key.into());
        let only = Message::new(key::COMPARE_ONLY).with("first", self.only_first.len()).with("second", self.only_second.len());
        let mut lines = vec![
            language.say(&Message::new(key::COMPARE_HEAD).with("units", self.common_units)),
            language.say(&only),
            String::new(),
        ];
        let by_residents = |figure: fn(&Measures) -> Option<f64>| language.optional(self.weighted.as_ref().and_then(figure), 4);
        let row = |key: Key, figure: fn(&Measures) -> Option<f64>| {
            [word(key), language.optional(figure(&self.units), 4), by_residents(figure)]
        };
        let weighed_by =
            if self.weight == Some("out_commuters") { key::COMPARE_BY_OUT_COMMUTERS } else { key::COMPARE_BY_RESIDENTS };
        lines.extend(aligned(&[
            [word(key::COMPARE_MEASURE), word(key::COMPARE_BY_UNITS), word(weighed_by)],
            row(key::COMPARE_ADJUSTED_RAND, |measures| measures.adjusted_rand),
            row(key::COMPARE_NMI, |measures| Some(measures.normalised_mutual_information)),
            row(key::COMPARE_VI, |measures| Some(measures.variation_of_information)),
        ]));
        let changed: Vec<String> =
            self.changed.iter().map(|changed| format!("{} ({} → {})", changed.unit, changed.from, changed.to)).collect();
        if let Some(note) = listing::note(key::COMPARE_CHANGED, &changed) {
            lines.extend([String::new(), language.say(&note)]);
        }
        lines.join("\n")
    }
}

impl From<&Agreement> for Measures {
    fn from(agreement: &Agreement) -> Self {
        Self {
            adjusted_rand: agreement.adjusted_rand,
            normalised_mutual_information: agreement.normalised_mutual_information,
            variation_of_information: agreement.variation_of_information,
        }
    }
}
