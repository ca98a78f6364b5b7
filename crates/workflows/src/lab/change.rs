//! The verbs that change a variant: begin, change by hand, paste, run a method, undo, redo. Each keeps a step and all figures.

use std::collections::BTreeSet;

use miedza_planning::delimitation::{Base, Change, Limits, Run, Step};
use miedza_planning::record::{Kind, Record};
use miedza_store::{Author, Change as StoredChange};
use miedza_territory::UnitIx;
use miedza_texts::{Message, key};
use serde_json::json;

use super::desk::{Desk, Setting};
use super::open::{Lab, Opened, aside};
use super::paste::{self, Pasted};
use super::state;
use super::tell;
use crate::failure::{Failure, Kind as FailureKind};

/// What somebody wants to be done with a variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Put in and take out by hand.
    Change(Change),
    /// Begin with something else.
    Begin(Base),
    /// Run a method; the units that come out are those of the areas that it names.
    Run(Run),
    /// One step back.
    Undo,
    /// One step on again.
    Redo,
    /// Hold it against other limits.
    Limits(Limits),
    /// Say which units are its core.
    Core(Vec<String>),
}

/// What a pasted list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pasting {
    /// The variant becomes the list.
    Instead,
    /// The units are put in.
    PutIn,
    /// The units are taken out.
    TakeOut,
}

impl Lab {
    /// Does what is wished, keeps it, and gives the variant as it is then.
    ///
    /// # Errors
    /// [`Failure`] if the variant is adopted, somebody else was faster, there is nothing to undo, or the method does not run.
    pub async fn change(&self, opened: Opened, wish: Wish, author: &Author) -> Result<Opened, Failure> {
        refuse_frozen(&opened)?;
        let desk = opened.desk.clone();
        let after = aside(move || wished(desk, wish)).await?;
        self.keep(opened, after, author).await
    }

    /// Reads a pasted list and does with it what is wished; what it says and does not say comes with the answer.
    ///
    /// # Errors
    /// [`Failure`] as for [`Lab::change`], and if the text names no unit at all.
    pub async fn paste(
        &self,
        opened: Opened,
        text: &str,
        pasting: Pasting,
        author: &Author,
    ) -> Result<(Opened, Pasted), Failure> {
        refuse_frozen(&opened)?;
        let mut pasted = paste::read(&opened.desk.ground, text);
        if pasted.units.is_empty() {
            return Err(nothing_pasted(&opened.desk, &pasted));
        }
        let before = opened.desk.history.units();
        pasted.new = pasted.units.iter().filter(|code| !before.contains(*code)).count();
        let units = pasted.units.clone();
        let wish = match pasting {
            Pasting::Instead => Wish::Begin(Base::List { units }),
            Pasting::PutIn => Wish::Change(Change { add: units, remove: BTreeSet::new() }),
            Pasting::TakeOut => Wish::Change(Change { add: BTreeSet::new(), remove: units }),
        };
        Ok((self.change(opened, wish, author).await?, pasted))
    }

    /// Takes another flow table, from which figures come from now on; runs of methods are for the next step.
    ///
    /// # Errors
    /// [`Failure`] as for [`Lab::change`], and if the table cannot be read.
    pub async fn take_table(
        &self,
        partnership: &Record,
        opened: Opened,
        table: &Record,
        author: &Author,
    ) -> Result<Opened, Failure> {
        refuse_frozen(&opened)?;
        let mut variant = opened.variant.clone();
        variant.content.values.insert("flow_table".to_owned(), json!(table.id));
        if let Some(year) = table.value("year") {
            variant.content.values.insert("data_year".to_owned(), year.clone());
        }
        // It is laid on the new ground before it is kept, so a table that cannot be read changes nothing.
        let setting = opened.desk.setting.clone();
        let ground = self.ground(partnership, Some(table), (&variant, &setting)).await?;
        let (history, limits, core) = (opened.desk.history.clone(), opened.desk.limits, core_codes(&variant));
        let desk = aside(move || Desk::lay(ground, history, &core, limits)).await?.within(setting);
        let opened = Opened { variant, table: Some(table.clone()), ..opened };
        self.keep(opened, desk, author).await
    }

    /// Keeps a variant as it lies on the desk.
    async fn keep(&self, opened: Opened, desk: Desk, author: &Author) -> Result<Opened, Failure> {
        let mut draft = opened.variant.content.clone();
        state::write(&mut draft.values, &desk);
        let (id, seen_version) = (opened.variant.id.clone(), opened.variant.version);
        let change = StoredChange { kind: Kind::Variants, id, seen_version, draft };
        let variant = self.store.update(change, author).await?;
        Ok(Opened { variant, desk, ..opened })
    }
}

fn core_codes(variant: &Record) -> Vec<String> {
    variant.list("core_units").into_iter().map(ToOwned::to_owned).collect()
}

/// The variant after the wish; nothing is kept here.
fn wished(desk: Desk, wish: Wish) -> Result<Desk, Failure> {
    let Desk { ground, history, limits, setting, named_core, core, .. } = desk;
    let (history, limits, core) = match wish {
        Wish::Change(change) => (history.with(Step::Change(change)), limits, named_core),
        Wish::Begin(base) => (history.with(Step::Begin(base)), limits, named_core),
        Wish::Run(run) => {
            let run = around(&ground, (&named_core, &core, &setting), run);
            (history.with(Step::Begin(ran(&ground, run)?)), limits, named_core)
        }
        Wish::Undo => (history.undo().ok_or_else(|| nothing(key::LAB_NOTHING_TO_UNDO))?, limits, named_core),
        Wish::Redo => (history.redo().ok_or_else(|| nothing(key::LAB_NOTHING_TO_REDO))?, limits, named_core),
        Wish::Limits(limits) => (history, limits, named_core),
        Wish::Core(core) => (history, limits, core),
    };
    Ok(Desk::lay(ground, history, &core, limits)?.within(setting))
}

impl Desk {
    /// A run that says around which units its area lies: those that it names, else its cores, else the core of the variant,
    /// else the members of the partnership.
    #[must_use]
    pub fn around(&self, run: Run) -> Run {
        around(&self.ground, (&self.named_core, &self.core, &self.setting), run)
    }
}

fn around(ground: &super::Ground, (named, core, setting): (&[String], &[UnitIx], &Setting), mut run: Run) -> Run {
    if !run.area_of.is_empty() {
        return run;
    }
    let listed = run.parameters.get("cores").map(String::as_str).unwrap_or_default();
    let listed = listed.split(|sign: char| !sign.is_alphanumeric()).filter(|code| !code.is_empty()).map(ToOwned::to_owned);
    let core = core.iter().map(|&unit| ground.codes[unit].clone());
    let members = setting.members.iter().filter(|code| ground.find(code).is_some_and(|unit| ground.is_told[unit])).cloned();
    let choices: [Vec<String>; 4] = [listed.collect(), named.to_vec(), core.collect(), members.collect()];
    run.area_of = choices.into_iter().find(|codes| !codes.is_empty()).unwrap_or_default();
    run
}

/// The areas of a run around the units that it names.
fn ran(ground: &super::Ground, run: Run) -> Result<Base, Failure> {
    if run.area_of.is_empty() {
        return Err(Failure::invalid(key::LAB_FAILURE_NO_AROUND, key::LAB_HINT_NO_AROUND));
    }
    let made = ground.make(&run)?;
    let around: Vec<_> = run.area_of.iter().filter_map(|code| ground.find(code)).collect();
    if around.is_empty() {
        let told = Message::new(key::LAB_FAILURE_AROUND_UNKNOWN).with("codes", run.area_of.join(", "));
        return Err(Failure::invalid(told, key::LAB_HINT_NO_AROUND));
    }
    let areas = made.areas_of(&around);
    if areas.is_empty() {
        return Err(Failure::invalid(key::LAB_FAILURE_NO_AREA, key::LAB_HINT_NO_AREA));
    }
    let units = made.members(&areas).into_iter().map(|unit| ground.codes[unit].clone()).collect();
    Ok(Base::Method { run, units })
}

fn nothing(told: miedza_texts::Key) -> Failure {
    Failure { kind: FailureKind::Conflict, ..Failure::invalid(told, key::LAB_NOTHING_HINT) }
}

fn nothing_pasted(desk: &Desk, pasted: &Pasted) -> Failure {
    let named = pasted.left().map(ToOwned::to_owned);
    let told = Message::new(key::LAB_FAILURE_PASTE).with("examples", crate::listing::examples(named));
    let known = Pasted { unknown: Vec::new(), ..pasted.clone() };
    Failure { causes: tell::pasted(desk, &known), ..Failure::invalid(told, key::LAB_HINT_PASTE) }
}

/// An adopted variant changes no more; the refusal names the resolution.
///
/// # Errors
/// [`Failure`] if it is adopted.
pub fn refuse_frozen(opened: &Opened) -> Result<(), Failure> {
    if opened.variant.text("state") != Some("adopted") {
        return Ok(());
    }
    Err(frozen(opened.resolution.as_ref().and_then(|resolution| resolution.text("number"))))
}

/// What is told of a variant that was adopted by the resolution with this number.
#[must_use]
pub fn frozen(number: Option<&str>) -> Failure {
    let told = Message::new(key::LAB_FAILURE_FROZEN).with("number", number.unwrap_or("–"));
    Failure { kind: FailureKind::Refused, ..Failure::invalid(told, key::LAB_HINT_FROZEN) }
}
