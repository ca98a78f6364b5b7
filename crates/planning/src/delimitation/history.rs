//! What a variant began with, every change since, and the place in that list where people stand now.
//!
//! Nothing is taken out of the list: undoing moves the place back, redoing moves it on, and only a new step drops what had
//! been undone. A new run of a method is a step like any other, so it can be undone too; what was changed by hand before it
//! stays on top of its result. A pasted list or another variant begins anew, since it says exactly which units are meant.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// Most steps that are kept; the oldest become part of what the variant began with.
const MOST_STEPS: usize = 200;

/// A run of a method that a variant rests on, as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Name of the method.
    pub method: String,
    /// Parameters that were entered, as they were entered.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, String>,
    /// Share of inhabitants who are employed, as it was entered, where residents are estimated with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employed_share: Option<String>,
    /// The area is the one, or the ones together, that these units are in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub area_of: Vec<String>,
}

/// What a variant begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "base", rename_all = "snake_case")]
pub enum Base {
    /// No unit.
    #[default]
    Empty,
    /// Areas that a method made.
    Method {
        /// What was asked for.
        run: Run,
        /// What came out.
        units: BTreeSet<String>,
    },
    /// The units of another variant.
    Variant {
        /// Its id.
        id: String,
        /// Its units at that time.
        units: BTreeSet<String>,
    },
    /// A list that somebody pasted or a document states.
    List {
        /// The units.
        units: BTreeSet<String>,
    },
}

impl Base {
    /// The units that it holds.
    #[must_use]
    pub const fn units(&self) -> &BTreeSet<String> {
        const NONE: &BTreeSet<String> = &BTreeSet::new();
        match self {
            Self::Empty => NONE,
            Self::Method { units, .. } | Self::Variant { units, .. } | Self::List { units } => units,
        }
    }

    /// The run of a method; `None` for the other beginnings.
    #[must_use]
    pub const fn run(&self) -> Option<&Run> {
        match self {
            Self::Method { run, .. } => Some(run),
            _ => None,
        }
    }
}

/// Units put in and taken out by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Put in.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub add: BTreeSet<String>,
    /// Taken out.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub remove: BTreeSet<String>,
}

impl Change {
    /// One unit is put in.
    #[must_use]
    pub fn adding(unit: impl Into<String>) -> Self {
        Self { add: BTreeSet::from([unit.into()]), ..Self::default() }
    }

    /// One unit is taken out.
    #[must_use]
    pub fn removing(unit: impl Into<String>) -> Self {
        Self { remove: BTreeSet::from([unit.into()]), ..Self::default() }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// Both changes as one, the other after this one.
    fn follow(&mut self, later: Self) {
        self.add.retain(|unit| !later.remove.contains(unit));
        self.remove.retain(|unit| !later.add.contains(unit));
        self.remove.extend(later.remove.difference(&later.add).cloned());
        self.add.extend(later.add);
    }

    fn apply(&self, units: &mut BTreeSet<String>) {
        units.retain(|unit| !self.remove.contains(unit));
        units.extend(self.add.iter().cloned());
    }
}

/// One step of the work on a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// It begins with something else.
    Begin(Base),
    /// Units are put in and taken out by hand.
    Change(Change),
}

/// How a unit came to stand where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In, as the variant began.
    Begun,
    /// Put in by hand.
    Added,
    /// Taken out by hand.
    Removed,
    /// Out, as the variant began.
    Outside,
}

impl Place {
    /// Whether the unit is in.
    #[must_use]
    pub const fn is_in(self) -> bool {
        matches!(self, Self::Begun | Self::Added)
    }
}

/// The work on a variant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    begun: Base,
    /// What was changed by hand in steps too old to be kept one by one.
    #[serde(default, skip_serializing_if = "Change::is_empty")]
    carried: Change,
    #[serde(default)]
    steps: Vec<Step>,
    /// How many of the steps hold; those after them were undone.
    #[serde(default)]
    done: usize,
}

impl History {
    /// Work that begins with this.
    #[must_use]
    pub fn new(base: Base) -> Self {
        Self { begun: base, ..Self::default() }
    }

    /// The steps that hold, the oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps[..self.done.min(self.steps.len())]
    }

    /// How many steps were undone and can be done again.
    #[must_use]
    pub const fn undone(&self) -> usize {
        self.steps.len().saturating_sub(self.done)
    }

    /// What the variant rests on now.
    #[must_use]
    pub fn base(&self) -> &Base {
        let begun = self.steps().iter().rev().find_map(|step| match step {
            Step::Begin(base) => Some(base),
            Step::Change(_) => None,
        });
        begun.unwrap_or(&self.begun)
    }

    /// What was changed by hand and holds on top of the base, the oldest first.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        let anew = |step: &Step| matches!(step, Step::Begin(base) if base.run().is_none());
        let last = self.steps().iter().rposition(anew);
        let carried = last.is_none().then_some(&self.carried);
        let since = &self.steps()[last.map_or(0, |position| position + 1)..];
        carried.into_iter().chain(since.iter().filter_map(|step| match step {
            Step::Change(change) => Some(change),
            Step::Begin(_) => None,
        }))
    }

    /// The units that are in.
    #[must_use]
    pub fn units(&self) -> BTreeSet<String> {
        let mut units = self.base().units().clone();
        self.changes().for_each(|change| change.apply(&mut units));
        units
    }

    /// How a unit came to stand where it does.
    #[must_use]
    pub fn place(&self, unit: &str) -> Place {
        let begun = self.base().units().contains(unit);
        let last = self.changes().filter(|change| change.add.contains(unit) || change.remove.contains(unit)).last();
        match (begun, last.map(|change| change.add.contains(unit))) {
            (true, Some(false)) => Place::Removed,
            (false, Some(true)) => Place::Added,
            (true, _) => Place::Begun,
            (false, _) => Place::Outside,
        }
    }

    /// The same after a step; what had been undone is dropped.
    #[must_use]
    pub fn with(mut self, step: Step) -> Self {
        self.steps.truncate(self.done);
        self.steps.push(step);
        if self.steps.len() > MOST_STEPS {
            self.forget_oldest();
        }
        self.done = self.steps.len();
        self
    }

    /// The oldest step becomes part of the beginning.
    fn forget_oldest(&mut self) {
        match self.steps.remove(0) {
            Step::Begin(base) => {
                if base.run().is_none() {
                    self.carried = Change::default();
                }
                self.begun = base;
            }
            Step::Change(change) => self.carried.follow(change),
        }
    }

    /// The same with each code written as its register does now.
    #[must_use]
    pub fn rewritten(self, code: impl Fn(&str) -> String) -> Self {
        let set = |units: BTreeSet<String>| -> BTreeSet<String> { units.iter().map(|unit| code(unit)).collect() };
        let base = |base: Base| match base {
            Base::Empty => Base::Empty,
            Base::Method { run, units } => Base::Method { run, units: set(units) },
            Base::Variant { id, units } => Base::Variant { id, units: set(units) },
            Base::List { units } => Base::List { units: set(units) },
        };
        let change = |change: Change| Change { add: set(change.add), remove: set(change.remove) };
        let step = |step: Step| match step {
            Step::Begin(begun) => Step::Begin(base(begun)),
            Step::Change(changed) => Step::Change(change(changed)),
        };
        Self {
            begun: base(self.begun),
            carried: change(self.carried),
            steps: self.steps.into_iter().map(step).collect(),
            done: self.done,
        }
    }

    /// One step back; `None` if there is none.
    #[must_use]
    pub fn undo(mut self) -> Option<Self> {
        self.done = self.steps().len().checked_sub(1)?;
        Some(self)
    }

    /// One step on again; `None` if nothing was undone.
    #[must_use]
    pub fn redo(mut self) -> Option<Self> {
        (self.undone() > 0).then(|| {
            self.done += 1;
            self
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(units: &[&str]) -> BTreeSet<String> {
        units.iter().map(|unit| (*unit).to_owned()).collect()
    }

    fn method(units: &[&str]) -> Base {
        Base::Method { run: Run { method: "threshold".to_owned(), ..Run::default() }, units: set(units) }
    }

    #[test]
    fn a_change_is_undone_and_done_again() {
        let history = History::new(method(&["1", "2"])).with(Step::Change(Change::adding("3")));

        let back = history.clone().undo().expect("one step to undo");

        assert_eq!(history.units(), set(&["1", "2", "3"]));
        assert_eq!(back.units(), set(&["1", "2"]));
        assert_eq!(back.clone().undo(), None);
        assert_eq!(back.redo(), Some(history));
    }

    #[test]
    fn a_new_step_drops_what_had_been_undone() {
        let history = History::new(Base::Empty).with(Step::Change(Change::adding("1"))).undo().expect("one step");

        let history = history.with(Step::Change(Change::adding("2")));

        assert_eq!(history.units(), set(&["2"]));
        assert_eq!(history.undone(), 0);
    }

    #[test]
    fn changes_by_hand_stay_on_top_of_a_new_run() {
        let changed = History::new(method(&["1", "2"])).with(Step::Change(Change::removing("2")));

        let history = changed.with(Step::Begin(method(&["1", "2", "3"])));

        assert_eq!(history.units(), set(&["1", "3"]));
        let places = ["1", "2", "3", "4"].map(|unit| history.place(unit));
        assert_eq!(places, [Place::Begun, Place::Removed, Place::Begun, Place::Outside]);
    }

    #[test]
    fn a_pasted_list_says_exactly_which_units_are_meant() {
        let changed = History::new(method(&["1", "2"])).with(Step::Change(Change::adding("9")));

        let history = changed.with(Step::Begin(Base::List { units: set(&["5", "6"]) }));

        assert_eq!(history.units(), set(&["5", "6"]));
        assert_eq!(history.undo().map(|history| history.units()), Some(set(&["1", "2", "9"])));
    }

    #[test]
    fn steps_too_old_to_be_kept_still_count() {
        let mut history = History::new(method(&["a"])).with(Step::Change(Change::adding("b")));
        for _ in 0..MOST_STEPS / 2 + 5 {
            history = history.with(Step::Change(Change::removing("a"))).with(Step::Change(Change::adding("c")));
        }

        let history = history.with(Step::Begin(method(&["a", "d"])));

        assert_eq!(history.units(), set(&["b", "c", "d"]));
        assert_eq!(history.steps().len(), MOST_STEPS);
    }

    #[test]
    fn a_code_written_in_two_ways_is_one_unit() {
        let history = History::new(method(&["306101"])).with(Step::Change(Change::removing("3061011")));

        let history = history.rewritten(|code| if code == "306101" { "3061011".to_owned() } else { code.to_owned() });

        assert_eq!(history.units(), set(&[]));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let history = History::new(method(&["1"])).with(Step::Change(Change::adding("2"))).with(Step::Begin(Base::Empty));
        let history = history.undo().expect("two steps");

        let text = serde_json::to_string(&history).expect("text keys only");

        assert_eq!(serde_json::from_str::<History>(&text).ok(), Some(history));
    }
}
