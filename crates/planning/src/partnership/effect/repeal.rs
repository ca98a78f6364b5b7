//! What the repeal of a resolution takes along: what it adopted is adopted no more.
//!
//! Memberships stay. Whether and when somebody leaves is decided by the resolution that repeals, as an effect of its own.

use serde_json::{Value, json};

use super::{Change, Effect, EffectKind, Holdings};
use crate::partnership::document::DocumentState;
use crate::partnership::reading::Kept;
use crate::partnership::resolution::Resolution;
use crate::partnership::variant::VariantState;
use crate::record::Kind;

/// The changes beside that of the resolution itself, once it is repealed.
///
/// An adopted variant becomes a proposal again, so that another can be adopted; a document that is in force because of the
/// resolution is repealed.
#[must_use]
pub fn repealed(resolution: &Kept<Resolution>, effects: &[Kept<Effect>], holdings: Holdings<'_>) -> Vec<Change> {
    let is_ours = |partnership: &Option<String>| *partnership == resolution.partnership;
    let variants = holdings.variants.iter().filter(|variant| is_ours(&variant.partnership));
    let adopted = variants.filter(|variant| {
        variant.state == VariantState::Adopted && variant.resolution.as_deref() == Some(resolution.id.as_str())
    });
    let released =
        |id: &str| Change::set(Kind::Variants, id, [("state", json!(VariantState::Proposed)), ("resolution", Value::Null)]);
    let carried = effects.iter().filter(|effect| effect.resolution == resolution.id && effect.applied_on.is_some());
    let adopts = |effect: &&Kept<Effect>| effect.effect == EffectKind::AdoptDocument;
    let named: Vec<&str> = carried.filter(adopts).filter_map(|effect| effect.document.as_deref()).collect();
    let documents = holdings.documents.iter().filter(|document| {
        is_ours(&document.partnership) && named.contains(&document.id.as_str()) && document.state.is_effective()
    });
    let ended = |id: &str| Change::set(Kind::Documents, id, [("state", json!(DocumentState::Repealed))]);
    adopted.map(|variant| released(&variant.id)).chain(documents.map(|document| ended(&document.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partnership::document::Document;
    use crate::partnership::membership::Membership;
    use crate::partnership::samples::{made, with, words};
    use crate::partnership::variant::Variant;

    #[test]
    fn a_repeal_releases_the_variant_and_ends_the_document_and_leaves_members_alone() {
        let values = json!({"body": "b", "number": "3", "title": words("Uchwała"), "state": "adopted"});
        let resolution: Kept<Resolution> = made("r", values);
        let document = |id: &str, state: &str| -> Kept<Document> {
            made(id, json!({"document_kind": "strategy", "title": words(id), "state": state}))
        };
        let variant = |id: &str, values: Value| -> Kept<Variant> { made(id, with(json!({"name": words(id)}), values)) };
        let effect = |id: &str, values: Value| -> Kept<Effect> { made(id, with(json!({"resolution": "r"}), values)) };
        let effects = [
            effect("e1", json!({"effect": "adopt_document", "document": "d", "applied_on": "2024-05-01"})),
            effect("e2", json!({"effect": "adopt_document", "document": "waiting"})),
            effect("e3", json!({"effect": "admit_member", "unit": "0221011", "applied_on": "2024-05-01"})),
        ];
        let memberships: [Kept<Membership>; 1] =
            [made("m", json!({"unit": "0221011", "role": "member", "valid_from": "2024-05-01"}))];
        let documents = [document("d", "in_force"), document("waiting", "adopted"), document("other", "in_force")];
        let variants = [
            variant("v", json!({"state": "adopted", "resolution": "r"})),
            variant("w", json!({"state": "adopted", "resolution": "another"})),
            variant("x", json!({"state": "proposed"})),
        ];
        let holdings = Holdings { memberships: &memberships, documents: &documents, variants: &variants };

        let changes = repealed(&resolution, &effects, holdings);

        let released = Change::set(Kind::Variants, "v", [("state", json!("proposed")), ("resolution", Value::Null)]);
        let ended = Change::set(Kind::Documents, "d", [("state", json!("repealed"))]);
        assert_eq!(changes, [released, ended]);
    }
}
