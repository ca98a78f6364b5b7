//! Who goes out of a unit and who comes into it, as a flow table says.

use std::collections::BTreeMap;

use miedza_sources::commuting::Reading;
use miedza_store::{KeptUnit, Store};
use miedza_territory::{UnitCode, UnitIx};

use crate::failure::Failure;

/// A flow between a unit and another one.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowWith {
    /// The other unit: by its register, else as the table has it.
    pub code: UnitCode,
    /// Its name; its code where no register names it.
    pub name: String,
    /// How many persons.
    pub persons: f64,
}

/// The flows of one unit in one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitFlows {
    /// Where its people go, the strongest first; within the unit left out.
    pub out: Vec<FlowWith>,
    /// Where people come from, the strongest first.
    pub into: Vec<FlowWith>,
    /// All who go out.
    pub total_out: f64,
    /// All who come.
    pub total_in: f64,
    /// Who stays within the unit; `None` where the table does not say it.
    pub internal: Option<f64>,
    /// Whether the table holds only the flows with some other units: then totals and shares are not those of the unit.
    pub is_partial: bool,
    /// Flows out of which the table keeps the number secret.
    pub hidden_out: usize,
    /// The same of flows into the unit.
    pub hidden_in: usize,
}

impl UnitFlows {
    /// Share of those who stay among all who live here and go anywhere.
    #[must_use]
    pub fn own_share(&self) -> Option<f64> {
        let internal = self.internal?;
        let all = internal + self.total_out;
        (all > 0.0).then(|| internal / all)
    }
}

/// The unit of a table that a code names: with the kind in it, another one or none. The town of an urban-rural municipality
/// is not the whole of it.
pub(super) fn place(reading: &Reading, code: &UnitCode) -> Option<UnitIx> {
    let units = reading.flows.units();
    code.whatever_kind().iter().find_map(|name| units.find(name))
}

/// Whether a table speaks of a unit.
#[must_use]
pub fn speaks_of(reading: &Reading, code: &UnitCode) -> bool {
    place(reading, code).is_some()
}

/// The flows of a unit; `None` if the table does not speak of it.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn flows_of(store: &Store, reading: &Reading, code: &UnitCode) -> Result<Option<UnitFlows>, Failure> {
    let Some(unit) = place(reading, code) else { return Ok(None) };
    let flows = &reading.flows;
    let out: Vec<(UnitIx, f64)> = flows.leaving(unit).filter(|(to, _)| *to != unit).collect();
    let into: Vec<(UnitIx, f64)> = flows.arriving(unit).filter(|(from, _)| *from != unit).collect();
    let codes = out.iter().chain(&into).map(|(other, _)| flows.units().code(*other));
    let named = register(store, codes).await?;
    let own = flows.units().code(unit).as_str();
    let hidden = |of: fn(&miedza_sources::commuting::SuppressedFlow) -> &str| {
        reading.report.suppressed.iter().filter(|flow| of(flow) == own && flow.from != flow.to).count()
    };
    let sum = |flows: &[(UnitIx, f64)]| flows.iter().map(|(_, persons)| persons).sum();
    Ok(Some(UnitFlows {
        total_out: sum(&out),
        is_partial: !reading.is_whole(unit),
        total_in: sum(&into),
        internal: flows.has_diagonal().then(|| flows.internal(unit)),
        hidden_out: hidden(|flow| &flow.from),
        hidden_in: hidden(|flow| &flow.to),
        out: ranked(reading, &named, out),
        into: ranked(reading, &named, into),
    }))
}

fn ranked(reading: &Reading, named: &BTreeMap<UnitCode, KeptUnit>, mut flows: Vec<(UnitIx, f64)>) -> Vec<FlowWith> {
    flows.sort_by(|one, two| two.1.total_cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    let row = |(other, persons): (UnitIx, f64)| {
        let code = reading.flows.units().code(other);
        match named.get(code) {
            Some(kept) => FlowWith { code: kept.unit.code.clone(), name: kept.unit.name.clone(), persons },
            None => FlowWith { code: code.clone(), name: code.to_string(), persons },
        }
    };
    flows.into_iter().map(row).collect()
}

/// The units of a register that codes of a table name: the code itself, else the same six digits with a kind.
async fn register<'a>(store: &Store, codes: impl Iterator<Item = &'a UnitCode>) -> Result<BTreeMap<UnitCode, KeptUnit>, Failure> {
    let mut asked: Vec<(UnitCode, UnitCode)> = Vec::new();
    for code in codes {
        asked.push((code.clone(), code.clone()));
        if code.as_str().len() == 6 && code.is_numeric() {
            let with_kind = ["1", "2", "3"].iter().filter_map(|kind| UnitCode::parse(&format!("{code}{kind}")).ok());
            asked.extend(with_kind.map(|other| (code.clone(), other)));
        }
    }
    let all: Vec<UnitCode> = asked.iter().map(|(_, other)| other.clone()).collect();
    let kept = store.units_by_code(&all).await?;
    let mut named: BTreeMap<UnitCode, KeptUnit> = BTreeMap::new();
    for (code, other) in asked {
        let Some(found) = kept.get(&other) else { continue };
        let is_later = |held: &KeptUnit| lasting(held) >= lasting(found);
        if !named.get(&code).is_some_and(is_later) {
            named.insert(code, found.clone());
        }
    }
    Ok(named)
}

/// A unit that is still there outlasts one that is gone.
fn lasting(kept: &KeptUnit) -> (bool, miedza_territory::Day) {
    (kept.valid_to.is_none(), kept.valid_from)
}
