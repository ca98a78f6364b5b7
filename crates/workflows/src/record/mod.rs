//! Records of every kind: what was typed becomes values, values become words again, sheets go out and come in.
//!
//! Drawn from [`miedza_planning::record::Kind::fields`], so that a new field needs no line here. Whether somebody may is
//! asked at the door; here the rules of the fields and of versions are kept.

mod around;
mod changes;
mod entered;
mod flag_list;
mod form_draft;
mod names;
mod save;
mod sheet;
mod sheet_in;
mod units;

pub use around::above;
pub use changes::{FieldChange, changes};
pub use entered::{Entered, read, read_fields, written, written_fields};
pub use form_draft::{AtForm, form_called, form_of};
pub use names::Names;
pub use save::{NotSaved, Saving, delete, draft_of, save, take_back};
pub use sheet::{SheetFormat, sheet};
pub use sheet_in::{SheetChange, SheetRead, read_sheet, save_sheet};
pub use units::Checked;

#[cfg(test)]
mod tests;
