//! What a new variant begins with: nothing, another variant, an area of its method, the members on a day.

use std::collections::BTreeSet;

use miedza_planning::delimitation::{Base, History, Run};
use miedza_planning::partnership::variant::VariantState;
use miedza_planning::record::{Draft, Kind, Origin, Record, Values, Visibility};
use miedza_planning::values::{Day, Translated};
use miedza_store::Author;
use miedza_texts::key;
use serde_json::json;

use super::open::{Lab, Opened};
use super::state;
use crate::failure::Failure;

/// What a new variant begins with.
#[derive(Clone, Copy, Debug)]
pub enum Beginning<'a> {
    /// No unit.
    Empty,
    /// The units of another variant.
    Variant(&'a Record),
    /// The area of a variant's method that holds this unit.
    Area(&'a Opened, &'a str),
    /// The members of the partnership on a day.
    Members(Day),
}

/// What of a variant goes with its units.
const TAKEN_OVER: [&str; 3] = ["flow_table", "data_year", "core_units"];

impl Lab {
    /// Makes a new variant of a partnership.
    ///
    /// # Errors
    /// [`Failure`] if the beginning holds no unit or the store refuses.
    pub async fn begin(
        &self,
        partnership: &Record,
        name: Translated,
        beginning: Beginning<'_>,
        author: &Author,
    ) -> Result<Record, Failure> {
        let mut values = Values::new();
        values.insert("name".to_owned(), json!(name));
        values.insert("state".to_owned(), json!(VariantState::Draft));
        match beginning {
            Beginning::Empty => {}
            Beginning::Variant(from) => {
                let base = Base::Variant { id: from.id.clone(), units: state::history(from).units() };
                with(&mut values, base, Some(from));
            }
            Beginning::Area(of, unit) => with_run(&mut values, area(of, unit)?, &of.variant),
            Beginning::Members(day) => {
                let units = self.members(partnership, day).await?;
                if units.is_empty() {
                    return Err(Failure::invalid(key::LAB_FAILURE_NO_MEMBERS, key::LAB_HINT_NO_MEMBERS));
                }
                with(&mut values, Base::List { units }, None);
            }
        }
        let draft = Draft {
            kind: Kind::Variants,
            partnership: Some(partnership.id.clone()),
            visibility: Visibility::Partners,
            origin: Origin::Own,
            source: None,
            values,
        };
        Ok(self.store.create(draft, author).await?)
    }
}

/// The run of a variant's method with the area around a unit.
fn area(of: &Opened, unit: &str) -> Result<(Run, BTreeSet<String>), Failure> {
    let desk = &of.desk;
    let no_area = || Failure::invalid(key::LAB_FAILURE_NO_AREA, key::LAB_HINT_NO_AREA);
    let (run, made) = desk.base().run().zip(desk.made.as_ref()).ok_or_else(no_area)?;
    let around = desk.ground.find(unit).ok_or_else(no_area)?;
    let units = made.members(&made.areas_of(&[around]));
    if units.is_empty() {
        return Err(no_area());
    }
    Ok((Run { area_of: vec![desk.code(around).to_owned()], ..run.clone() }, desk.codes(&units).into_iter().collect()))
}

fn with_run(values: &mut Values, (run, units): (Run, BTreeSet<String>), from: &Record) {
    values.insert("method".to_owned(), json!(run.method));
    let mut settings = json!(run);
    if let Some(settings) = settings.as_object_mut() {
        settings.remove("method");
    }
    values.insert("settings".to_owned(), settings);
    with(values, Base::Method { run, units }, Some(from));
    // The core of the other area is none of this one.
    values.remove("core_units");
}

fn with(values: &mut Values, base: Base, from: Option<&Record>) {
    let units = base.units().clone();
    values.insert("edits".to_owned(), json!(History::new(base)));
    if !units.is_empty() {
        values.insert("units".to_owned(), json!(units));
    }
    for field in TAKEN_OVER {
        if let Some(value) = from.and_then(|from| from.value(field)) {
            values.insert(field.to_owned(), value.clone());
        }
    }
}
