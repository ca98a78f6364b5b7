//! Which units touch, and along how much border.

use serde::Serialize;

use crate::index::{UnitIx, UnitVec};

/// What counts as touching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A shared point is enough.
    #[default]
    Queen,
    /// Only a shared line counts.
    Rook,
}

/// A neighbour of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// The neighbour.
    pub unit: UnitIx,
    /// Length of the shared border in metres, 0 for a shared point; `None` where neighbours were given as a list.
    pub border_m: Option<f64>,
}

/// Neighbours of each unit, symmetric, ascending, no unit its own neighbour.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbours {
    contacts: UnitVec<Vec<Contact>>,
    outer_m: Option<UnitVec<f64>>,
}

impl Neighbours {
    /// Makes the graph from pairs; both directions are stored, a pair given twice stays once (with the longer border), a
    /// pair of a unit with itself is dropped.
    #[must_use]
    pub fn from_pairs(units: usize, pairs: impl IntoIterator<Item = (UnitIx, UnitIx, Option<f64>)>) -> Self {
        let mut contacts = vec![Vec::new(); units];
        for (one, other, border_m) in pairs {
            if one != other {
                contacts[one.get()].push(Contact { unit: other, border_m });
                contacts[other.get()].push(Contact { unit: one, border_m });
            }
        }
        for list in &mut contacts {
            list.sort_by(|a, b| a.unit.cmp(&b.unit).then_with(|| longer_first(a, b)));
            list.dedup_by_key(|contact| contact.unit);
        }
        Self { contacts: UnitVec::new(contacts), outer_m: None }
    }

    /// Adds, per unit, the length of border in metres that no other unit shares (coast, edge of the map).
    #[must_use]
    pub fn with_outer_border(mut self, outer_m: UnitVec<f64>) -> Self {
        self.outer_m = Some(outer_m);
        self
    }

    /// How many units there are.
    #[must_use]
    pub const fn unit_count(&self) -> usize {
        self.contacts.len()
    }

    /// How many pairs of neighbours there are.
    #[must_use]
    pub fn pair_count(&self) -> usize {
        self.contacts.iter().map(Vec::len).sum::<usize>() / 2
    }

    /// Neighbours of a unit, ascending.
    #[must_use]
    pub fn of(&self, unit: UnitIx) -> &[Contact] {
        &self.contacts[unit]
    }

    /// Whether two units touch.
    #[must_use]
    pub fn touch(&self, one: UnitIx, other: UnitIx) -> bool {
        self.contacts[one].binary_search_by_key(&other, |contact| contact.unit).is_ok()
    }

    /// Length in metres of a unit's border that no other unit shares; `None` where lengths are not known.
    #[must_use]
    pub fn outer_border_m(&self, unit: UnitIx) -> Option<f64> {
        self.outer_m.as_ref().map(|lengths| lengths[unit])
    }

    /// Units without any neighbour, ascending.
    pub fn islands(&self) -> impl Iterator<Item = UnitIx> + '_ {
        self.contacts.enumerate().filter(|(_, list)| list.is_empty()).map(|(unit, _)| unit)
    }
}

fn longer_first(a: &Contact, b: &Contact) -> std::cmp::Ordering {
    let length = |contact: &Contact| contact.border_m.unwrap_or(-1.0);
    length(b).total_cmp(&length(a))
}
