//! Units as people read them, in the language of the page.

use miedza_territory::UnitCode;
use miedza_workflows::partnership::{Land, naming};

use super::asker::Asker;

/// The name of a unit, told apart from others of that name by kind and code; the code where no register names it.
#[must_use]
pub fn unit_name(asker: &Asker, land: &Land, code: &UnitCode) -> String {
    naming::unit(land, code, asker.language)
}

/// The kind of a unit in words: of a Polish municipality from its code, else its level; empty where neither is known.
#[must_use]
pub fn kind_of_unit(asker: &Asker, land: &Land, code: &UnitCode) -> String {
    naming::unit_kind(land, code, asker.language)
}
