//! Who signed a document, when; and signatories that never become members.

use std::collections::BTreeMap;

use miedza_territory::UnitCode;
use serde::{Deserialize, Serialize};

use super::document::Document;
use super::membership::{Membership, Party};
use super::places::is_same_unit;
use super::reading::{Kept, Reading};
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Id of the document.
    pub document: String,
    /// Code of the unit; given if no organisation is.
    pub unit: Option<UnitCode>,
    /// Id of the organisation; given if no unit is.
    pub organisation: Option<String>,
    /// When it was signed; `None` stands for the date of the document.
    pub date: Option<PartialDate>,
    /// In which office.
    pub signed_as: Option<Translated>,
    /// Anything else, for instance why the signatory is no member.
    pub note: Option<Translated>,
}

impl Reading for Signature {
    const KIND: Kind = Kind::Signatures;
}

impl Signature {
    /// Who signed.
    #[must_use]
    pub fn party(&self) -> Option<Party> {
        Party::of(self.unit.as_ref(), self.organisation.as_ref())
    }
}

/// The signatories of a document by the date of their signature, the earliest first; those without any date come first of
/// all, under `None`.
#[must_use]
pub fn signatories(document: &Kept<Document>, signatures: &[Kept<Signature>]) -> BTreeMap<Option<PartialDate>, Vec<Party>> {
    let mut signed: BTreeMap<Option<PartialDate>, Vec<Party>> = BTreeMap::new();
    for signature in signatures.iter().filter(|signature| signature.document == document.id) {
        if let Some(party) = signature.party() {
            signed.entry(signature.date.or(document.date)).or_default().push(party);
        }
    }
    for parties in signed.values_mut() {
        parties.sort();
        parties.dedup();
    }
    signed
}

/// Signatures of founding documents by somebody who neither is nor becomes a member, where no note says why.
#[must_use]
pub fn strangers<'a>(
    documents: &[Kept<Document>],
    signatures: &'a [Kept<Signature>],
    memberships: &[Kept<Membership>],
) -> Vec<&'a Kept<Signature>> {
    let date_of = |signature: &Signature| {
        let document = documents.iter().find(|document| document.id == signature.document)?;
        document.document_kind.is_founding().then_some(signature.date.or(document.date))
    };
    let is_stranger = |signature: &&Kept<Signature>| {
        let Some(date) = date_of(signature) else { return false };
        let is_explained = signature.note.as_ref().is_some_and(|note| !note.is_empty());
        let party = signature.party();
        !is_explained && !memberships.iter().any(|membership| is_or_becomes(membership, party.as_ref(), date))
    };
    signatures.iter().filter(is_stranger).collect()
}

/// Whether the membership makes the party a member on the date of its signature or later.
fn is_or_becomes(membership: &Membership, party: Option<&Party>, signed: Option<PartialDate>) -> bool {
    let is_same = match (membership.party().as_ref(), party) {
        (Some(Party::Unit(one)), Some(Party::Unit(two))) => is_same_unit(one, two),
        (one, two) => one == two,
    };
    let has_ended_before = membership.valid_to.zip(signed).is_some_and(|(to, signed)| to.last_day() < signed.first_day());
    is_same && membership.role.is_member() && !has_ended_before
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partnership::samples::{date, made, words};

    #[test]
    fn later_signatures_stand_under_their_own_date() {
        let declaration = json!({
            "document_kind": "declaration", "title": words("Deklaracja"), "state": "in_force", "date": "2012-04",
        });
        let signatures = [
            made("s1", json!({"document": "d", "unit": "0265011"})),
            made("s2", json!({"document": "d", "unit": "0221042", "date": "2014-10-31"})),
            made("s3", json!({"document": "d", "unit": "0221011", "date": "2014-10-31"})),
            made("s4", json!({"document": "another", "unit": "0221021"})),
        ];

        let signed = signatories(&made("d", declaration), &signatures);

        let found: Vec<(Option<PartialDate>, Vec<&str>)> =
            signed.iter().map(|(date, parties)| (*date, parties.iter().map(Party::id).collect())).collect();
        assert_eq!(found, [(Some(date("2012-04")), vec!["0265011"]), (Some(date("2014-10-31")), vec!["0221011", "0221042"])]);
    }
}
