//! A variant as it lies on the desk: its ground, the work done on it so far, and which units are in.
//!
//! Everything that a page shows of a variant is asked of this; nothing here waits or writes.

use std::collections::BTreeSet;
use std::sync::Arc;

use miedza_delimitation::quality;
use miedza_planning::delimitation::{Base, History, Limits, Place};
use miedza_territory::{Flows, Partition, UnitIx, UnitVec};

use super::ground::Ground;
use super::made::Made;
use crate::delimitation::matrix::Matrix;
use crate::failure::Failure;

/// What a partnership brings to each of its variants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting {
    /// Codes of its members.
    pub members: BTreeSet<String>,
    /// How many variants it has.
    pub variants: usize,
}

impl Setting {
    /// Whether the partnership has any member with a code.
    #[must_use]
    pub fn has_members(&self) -> bool {
        !self.members.is_empty()
    }
}

/// A variant with all that is needed to show it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// What it stands on.
    pub ground: Arc<Ground>,
    /// The work done on it so far.
    pub history: History,
    /// What it is held against.
    pub limits: Limits,
    /// What its partnership brings.
    pub setting: Setting,
    /// Whether each unit is a member of the partnership.
    pub is_member: UnitVec<bool>,
    /// The matrix that its figures come from.
    pub matrix: Arc<Matrix>,
    /// The areas of the method that it rests on; `None` if it rests on none, or on one that takes long and is not in memory.
    pub made: Option<Arc<Made>>,
    /// Whether each unit is in.
    pub is_in: UnitVec<bool>,
    /// The units that are in, ascending.
    pub members: Vec<UnitIx>,
    /// Codes that are in and that the ground does not hold.
    pub strangers: Vec<String>,
    /// Codes of its core, where somebody has said which they are.
    pub named_core: Vec<String>,
    /// The units of its core: those named, else those that are likely.
    pub core: Vec<UnitIx>,
}

impl Desk {
    /// Whether its flows are modelled and were never counted: then all that rests on them must say so.
    #[must_use]
    pub fn is_modelled(&self) -> bool {
        self.ground.is_modelled()
    }

    /// Lays a variant on the desk; `core` names the units of its core, where somebody has said which they are.
    ///
    /// # Errors
    /// [`Failure`] if the method of the variant does not run on this ground.
    pub fn lay(ground: Arc<Ground>, history: History, core: &[String], limits: Limits) -> Result<Self, Failure> {
        let written = |code: &str| ground.find(code).map_or_else(|| code.to_owned(), |unit| ground.codes[unit].clone());
        let history = history.rewritten(written);
        let (made, matrix) = made(&ground, history.base())?;
        let (mut is_in, mut strangers) = (UnitVec::filled(ground.units().len(), false), Vec::new());
        for code in history.units() {
            match ground.find(&code) {
                Some(unit) => is_in[unit] = true,
                None => strangers.push(code),
            }
        }
        let members = is_in.enumerate().filter(|(_, is_in)| **is_in).map(|(unit, _)| unit).collect();
        let mut desk = Self {
            core: core.iter().filter_map(|code| ground.find(code)).collect(),
            named_core: core.to_vec(),
            setting: Setting::default(),
            is_member: UnitVec::filled(is_in.len(), false),
            ground,
            history,
            limits,
            matrix,
            made,
            is_in,
            members,
            strangers,
        };
        if desk.core.is_empty() {
            desk.core = desk.likely_core();
        }
        Ok(desk)
    }

    /// The same within its partnership.
    #[must_use]
    pub fn within(mut self, setting: Setting) -> Self {
        for unit in setting.members.iter().filter_map(|code| self.ground.find(code)) {
            self.is_member[unit] = true;
        }
        self.setting = setting;
        self
    }

    /// Cores that the method found among the units that are in; else the unit with most jobs.
    fn likely_core(&self) -> Vec<UnitIx> {
        let found = self.made.iter().flat_map(|made| made.run.outcome.cores.iter().flatten());
        let mut cores: Vec<UnitIx> = found.copied().filter(|&unit| self.is_in[unit]).collect();
        cores.sort_unstable();
        if cores.is_empty() && self.ground.has_flows() {
            let area = self.partition();
            cores.extend(area.areas().next().map(|only| quality::seat(self.flows(), &area, only)));
        }
        cores
    }

    /// The units that are in as the only area of a partition.
    pub fn partition(&self) -> Partition {
        Partition::from_labels(self.is_in.iter().map(|is_in| is_in.then_some(0_u8)))
    }

    /// The flows that figures come from.
    pub fn flows(&self) -> &Flows {
        self.ground.counted(&self.matrix, self.made.as_deref(), &self.is_in)
    }

    /// Whether each unit belongs to the core.
    pub fn core_set(&self) -> UnitVec<bool> {
        let mut set = UnitVec::filled(self.is_in.len(), false);
        self.core.iter().for_each(|&unit| set[unit] = true);
        set
    }

    /// How a unit came to stand where it does.
    pub fn place(&self, unit: UnitIx) -> Place {
        self.history.place(self.code(unit))
    }

    /// The code under which a unit is kept.
    pub fn code(&self, unit: UnitIx) -> &str {
        &self.ground.codes[unit]
    }

    /// Codes of units, in their order.
    pub fn codes(&self, units: &[UnitIx]) -> Vec<String> {
        units.iter().map(|&unit| self.code(unit).to_owned()).collect()
    }

    /// What the variant rests on.
    pub fn base(&self) -> &Base {
        self.history.base()
    }
}

/// The areas of the method that a variant rests on, and the matrix that its figures come from.
fn made(ground: &Ground, base: &Base) -> Result<(Option<Arc<Made>>, Arc<Matrix>), Failure> {
    let Some(run) = base.run() else { return Ok((None, ground.matrix(ground.employed_share())?)) };
    let made = if ground.is_large() { ground.made_before(run) } else { Some(ground.make(run)?) };
    let matrix = match &made {
        Some(made) => Arc::clone(&made.matrix),
        None => ground.matrix(run.employed_share.as_deref())?,
    };
    Ok((made, matrix))
}
