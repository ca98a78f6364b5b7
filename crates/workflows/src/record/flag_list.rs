//! A published list of units with a flag, as it comes: `teryt;flag;list_name;list_date;source`, without ids.
//!
//! A row that says what an entry of the register says already is that entry, so that a list read in twice stays one. What is
//! new is public and external unless the list says otherwise, as it was published elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::places::is_same_unit;
use miedza_planning::record::{Draft, Kind, Origin, Record, Visibility};
use miedza_territory::UnitCode;

/// Columns that such a list must have.
const NEEDED: [&str; 3] = ["unit", "flag", "list_name"];

/// The column of the register that a column of a list is.
pub(super) fn column(kind: Kind, heading: &str) -> &str {
    if kind == Kind::UnitFlags && heading.eq_ignore_ascii_case("teryt") { "unit" } else { heading }
}

/// Whether the columns are those of a published list.
pub(super) fn is_list(kind: Kind, columns: &[String]) -> bool {
    let has = |name: &str| columns.iter().any(|column| column == name);
    kind == Kind::UnitFlags && !has("id") && NEEDED.into_iter().all(has)
}

/// Entries of the register, for the rows of lists.
pub(super) struct Listed<'a> {
    entries: BTreeMap<[&'a str; 3], Vec<&'a Record>>,
    /// What new rows said so far.
    new: BTreeSet<[String; 4]>,
}

impl<'a> Listed<'a> {
    pub(super) fn of(kept: impl Iterator<Item = &'a Record>) -> Self {
        let mut listed: BTreeMap<[&str; 3], Vec<&Record>> = BTreeMap::new();
        for record in kept.filter(|record| record.kind() == Kind::UnitFlags) {
            let text = |field: &str| record.text(field).unwrap_or_default();
            listed.entry([text("flag"), text("list_name"), text("list_date")]).or_default().push(record);
        }
        Self { entries: listed, new: BTreeSet::new() }
    }

    /// The entry that says what a row says.
    pub(super) fn entry(&self, draft: &Draft) -> Option<&'a Record> {
        let text = |field: &str| draft.values.get(field).and_then(serde_json::Value::as_str).unwrap_or_default();
        let code = |text: &str| UnitCode::parse(text).ok();
        let unit = code(text("unit"))?;
        let is_of_unit = |record: &&Record| record.text("unit").and_then(code).is_some_and(|other| is_same_unit(&other, &unit));
        self.entries.get(&[text("flag"), text("list_name"), text("list_date")])?.iter().copied().find(is_of_unit)
    }
}

impl Listed<'_> {
    /// Whether a new row says what no row above it said.
    pub(super) fn is_first(&mut self, draft: &Draft) -> bool {
        let text = |field: &str| draft.values.get(field).and_then(serde_json::Value::as_str).unwrap_or_default();
        let unit = UnitCode::parse(text("unit")).map_or_else(|_| text("unit").to_owned(), |code| code.lasting().to_string());
        self.new.insert([unit, text("flag").to_owned(), text("list_name").to_owned(), text("list_date").to_owned()])
    }
}

/// The row of a list as an entry, where the list itself does not say who may see it and where it comes from.
pub(super) fn published(draft: Draft, columns: &[String]) -> Draft {
    let says = |name: &str| columns.iter().any(|column| column == name);
    Draft {
        visibility: if says("visibility") { draft.visibility } else { Visibility::Public },
        origin: if says("origin") { draft.origin } else { Origin::External },
        ..draft
    }
}
