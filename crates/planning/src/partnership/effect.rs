//! What follows from an adopted resolution: a list of changes to be made, or the reasons why one cannot be.
//!
//! Nothing is changed here. A workflow keeps the drafts and values that come out in one step, or shows the refusals. Several
//! effects of one resolution are judged one after the other in [`together()`]; what a repeal takes along is in [`repeal`].

mod repeal;
mod together;

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::document::{Document, DocumentState};
use super::membership::{MemberRole, Membership};
use super::places::is_same_unit;
use super::reading::{Kept, Reading};
use super::resolution::{Resolution, ResolutionState};
use super::tenure::Certainty;
use super::variant::{Variant, VariantState};
use super::words::words;
use crate::record::{Draft, Kind, Origin, Values};
use crate::values::{Day, PartialDate, Precision, Translated};

pub use repeal::repealed;
pub use together::{Judged, together};

words! {
    /// Kind of an effect.
    EffectKind of EFFECT {
        /// A document is adopted.
        AdoptDocument = "adopt_document",
        /// A variant is adopted.
        AdoptVariant = "adopt_variant",
        /// A unit becomes a member.
        AdmitMember = "admit_member",
        /// A membership ends.
        EndMembership = "end_membership",
        /// A list of projects changes.
        ChangeList = "change_list",
        /// The budget changes.
        ChangeBudget = "change_budget",
    }
}

/// What follows from a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Id of the resolution.
    pub resolution: String,
    /// What kind of effect.
    pub effect: EffectKind,
    /// Id of the document that is adopted, or that an accession stands on.
    pub document: Option<String>,
    /// Id of the variant that is adopted.
    pub variant: Option<String>,
    /// Code of the unit that joins or leaves.
    pub unit: Option<UnitCode>,
    /// From when it holds: the first day of a membership, the first day without one. `None` stands for the date of the
    /// resolution.
    pub valid_from: Option<PartialDate>,
    /// Anything else.
    pub note: Option<Translated>,
    /// When it was carried out.
    pub applied_on: Option<Day>,
    /// What the program changed when it carried it out, as [`Touched`]; `None` for what was carried out by hand.
    pub changed: Option<Value>,
}

impl Effect {
    /// The records that the program changed when it carried the effect out.
    #[must_use]
    pub fn touched(&self) -> Vec<Touched> {
        self.changed.as_ref().and_then(|changed| serde_json::from_value(changed.clone()).ok()).unwrap_or_default()
    }
}

/// A record that an effect changed, and the version that it had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The version that the effect led to; 1 for a record that it made.
    pub version: i64,
}

impl Reading for Effect {
    const KIND: Kind = Kind::Effects;
}

/// A change to be made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A new record.
    Create(Draft),
    /// New values of a record that is there.
    Set {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
        /// The values; the others stay.
        values: Values,
    },
}

impl Change {
    fn set<const N: usize>(kind: Kind, id: &str, values: [(&str, Value); N]) -> Self {
        Self::Set {
            kind,
            id: id.to_owned(),
            values: values.map(|(field, value)| (field.to_owned(), value)).into_iter().collect(),
        }
    }
}

/// Why an effect cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EffectRefusal {
    /// The resolution is not adopted.
    #[error("the resolution is not adopted")]
    NotAdopted,
    /// It was carried out before.
    #[error("the effect was carried out on {on}")]
    AlreadyApplied {
        /// When.
        on: Day,
    },
    /// The effect does not say which document, variant or unit it means.
    #[error("the effect lacks its {field}")]
    TargetMissing {
        /// The field that is empty.
        field: &'static str,
    },
    /// The document or variant is not there, or belongs to another partnership.
    #[error("{kind} {id} is none of this partnership")]
    OfAnotherPartnership {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// The document was adopted before.
    #[error("the document was adopted before")]
    DocumentDecided,
    /// Another variant is adopted.
    #[error("variant {id} is adopted already")]
    AnotherVariantAdopted {
        /// Its id.
        id: String,
    },
    /// A variant without units has nothing to adopt.
    #[error("the variant has no units")]
    VariantEmpty,
    /// The unit is a member already.
    #[error("unit {unit} is a member already")]
    AlreadyMember {
        /// Its code.
        unit: UnitCode,
    },
    /// The unit is no member.
    #[error("unit {unit} is no member")]
    NoMember {
        /// Its code.
        unit: UnitCode,
    },
    /// Neither the effect nor the resolution says from when it holds.
    #[error("nothing says from when the effect holds")]
    DateMissing,
    /// An effect before it, of the same resolution, changes the same record.
    #[error("another effect of the resolution changes the same")]
    Collides,
}

/// What a resolution may touch: the records of its partnership.
#[derive(Clone, Copy, Debug)]
pub struct Holdings<'a> {
    /// Its memberships.
    pub memberships: &'a [Kept<Membership>],
    /// Its documents.
    pub documents: &'a [Kept<Document>],
    /// Its variants.
    pub variants: &'a [Kept<Variant>],
}

/// The changes that follow from one effect of a resolution, the mark that it was carried out among them.
///
/// `decided_on` is the date of the resolution or of its meeting.
///
/// # Errors
/// [`EffectRefusal`] with the first reason why it cannot be carried out; then nothing of it may be.
pub fn changes(
    resolution: &Kept<Resolution>,
    effect: &Kept<Effect>,
    holdings: Holdings<'_>,
    (decided_on, today): (Option<PartialDate>, Day),
) -> Result<Vec<Change>, EffectRefusal> {
    if resolution.state != ResolutionState::Adopted {
        return Err(EffectRefusal::NotAdopted);
    }
    if let Some(on) = effect.applied_on {
        return Err(EffectRefusal::AlreadyApplied { on });
    }
    let from = effect.valid_from.or(decided_on);
    let mut changes = match effect.effect {
        EffectKind::AdoptDocument => vec![adopt_document(effect, holdings.documents, from, today)?],
        EffectKind::AdoptVariant => vec![adopt_variant(resolution, effect, holdings.variants)?],
        EffectKind::AdmitMember => vec![admit(resolution, effect, holdings.memberships, from)?],
        EffectKind::EndMembership => end(effect, holdings.memberships, from)?,
        // Lists and budgets are changed by hand; that it was done is all that is kept here.
        EffectKind::ChangeList | EffectKind::ChangeBudget => Vec::new(),
    };
    changes.push(Change::set(Kind::Effects, &effect.id, [("applied_on", json!(today))]));
    Ok(changes)
}

fn find<'a, T>(
    records: &'a [Kept<T>],
    id: Option<&String>,
    effect: &Kept<Effect>,
    (kind, field): (Kind, &'static str),
) -> Result<&'a Kept<T>, EffectRefusal> {
    let id = id.ok_or(EffectRefusal::TargetMissing { field })?;
    let found = records.iter().find(|record| record.id == *id && record.partnership == effect.partnership);
    found.ok_or_else(|| EffectRefusal::OfAnotherPartnership { kind, id: id.clone() })
}

/// In force as soon as its day has come, adopted until then.
fn adopt_document(
    effect: &Kept<Effect>,
    documents: &[Kept<Document>],
    from: Option<PartialDate>,
    today: Day,
) -> Result<Change, EffectRefusal> {
    let document = find(documents, effect.document.as_ref(), effect, (Kind::Documents, "document"))?;
    if document.state.is_decided() {
        return Err(EffectRefusal::DocumentDecided);
    }
    let is_due = from.is_none_or(|from| from.last_day() <= today);
    let state = if is_due { DocumentState::InForce } else { DocumentState::Adopted };
    Ok(Change::set(Kind::Documents, &document.id, [("state", json!(state))]))
}

fn adopt_variant(
    resolution: &Kept<Resolution>,
    effect: &Kept<Effect>,
    variants: &[Kept<Variant>],
) -> Result<Change, EffectRefusal> {
    let variant = find(variants, effect.variant.as_ref(), effect, (Kind::Variants, "variant"))?;
    let ours = variants.iter().filter(|other| other.partnership == effect.partnership);
    if let Some(adopted) = ours.into_iter().find(|other| other.state == VariantState::Adopted) {
        return Err(EffectRefusal::AnotherVariantAdopted { id: adopted.id.clone() });
    }
    if variant.units.is_empty() {
        return Err(EffectRefusal::VariantEmpty);
    }
    let values = [("state", json!(VariantState::Adopted)), ("resolution", json!(resolution.id))];
    Ok(Change::set(Kind::Variants, &variant.id, values))
}

fn admit(
    resolution: &Kept<Resolution>,
    effect: &Kept<Effect>,
    memberships: &[Kept<Membership>],
    from: Option<PartialDate>,
) -> Result<Change, EffectRefusal> {
    let unit = effect.unit.as_ref().ok_or(EffectRefusal::TargetMissing { field: "unit" })?;
    let from = from.ok_or(EffectRefusal::DateMissing)?;
    let is_member = |row: &Kept<Membership>| row.role.is_member() && row.tenure().on(from.last_day()) > Certainty::No;
    if memberships_of(memberships, unit, effect).any(is_member) {
        return Err(EffectRefusal::AlreadyMember { unit: unit.clone() });
    }
    let mut values: Values = [("unit", json!(unit)), ("role", json!(MemberRole::Member)), ("valid_from", json!(from))]
        .map(|(field, value)| (field.to_owned(), value))
        .into_iter()
        .collect();
    if let Some(document) = &effect.document {
        values.insert("basis".to_owned(), json!(document));
    }
    Ok(Change::Create(Draft {
        kind: Kind::Memberships,
        partnership: effect.partnership.clone(),
        visibility: resolution.visibility,
        origin: Origin::Own,
        source: Some(resolution.number.clone()),
        values,
    }))
}

/// Every role of the unit ends the day before, or, where only a month or year is known, within it.
fn end(effect: &Kept<Effect>, memberships: &[Kept<Membership>], from: Option<PartialDate>) -> Result<Vec<Change>, EffectRefusal> {
    let unit = effect.unit.as_ref().ok_or(EffectRefusal::TargetMissing { field: "unit" })?;
    let from = from.ok_or(EffectRefusal::DateMissing)?;
    let last = if from.precision() == Precision::Day { PartialDate::Day(from.first_day().previous()) } else { from };
    let goes_on = |membership: &&Kept<Membership>| {
        let has_begun = membership.valid_from.is_none_or(|begun| begun.first_day() <= last.last_day());
        has_begun && membership.valid_to.is_none_or(|to| last.last_day() < to.first_day())
    };
    let end = |membership: &Kept<Membership>| Change::set(Kind::Memberships, &membership.id, [("valid_to", json!(last))]);
    let changes: Vec<Change> = memberships_of(memberships, unit, effect).filter(goes_on).map(end).collect();
    if changes.is_empty() { Err(EffectRefusal::NoMember { unit: unit.clone() }) } else { Ok(changes) }
}

fn memberships_of<'a>(
    memberships: &'a [Kept<Membership>],
    unit: &'a UnitCode,
    effect: &'a Kept<Effect>,
) -> impl Iterator<Item = &'a Kept<Membership>> {
    let ours = memberships.iter().filter(|membership| membership.partnership == effect.partnership);
    ours.filter(|membership| membership.unit.as_ref().is_some_and(|member| is_same_unit(member, unit)))
}

#[cfg(test)]
mod tests;
