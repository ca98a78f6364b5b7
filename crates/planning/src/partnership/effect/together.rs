//! All effects of one resolution, one after the other: each is judged by what those before it will have changed.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Change, Effect, EffectRefusal, Holdings, changes};
use crate::partnership::document::Document;
use crate::partnership::membership::Membership;
use crate::partnership::reading::Kept;
use crate::partnership::resolution::Resolution;
use crate::partnership::variant::Variant;
use crate::record::{Draft, Kind, Values};
use crate::values::{Day, PartialDate};

/// An effect with what it will change, or why it cannot be carried out.
pub type Judged<'e> = (&'e Kept<Effect>, Result<Vec<Change>, EffectRefusal>);

/// What each effect changes, in their order, with what those before it leave behind.
///
/// `when` is the date of the resolution or of its meeting, and today.
#[must_use]
pub fn together<'e>(
    resolution: &Kept<Resolution>,
    effects: impl IntoIterator<Item = &'e Kept<Effect>>,
    holdings: Holdings<'_>,
    when: (Option<PartialDate>, Day),
) -> Vec<Judged<'e>> {
    let mut left = Left::of(holdings);
    let judge = |effect: &'e Kept<Effect>| {
        let found = changes(resolution, effect, left.holdings(), when).and_then(|changes| left.take(changes));
        (effect, found)
    };
    effects.into_iter().map(judge).collect()
}

/// What is there after the effects so far.
struct Left {
    memberships: Vec<Kept<Membership>>,
    documents: Vec<Kept<Document>>,
    variants: Vec<Kept<Variant>>,
    touched: BTreeSet<String>,
}

impl Left {
    fn of(holdings: Holdings<'_>) -> Self {
        Self {
            memberships: holdings.memberships.to_vec(),
            documents: holdings.documents.to_vec(),
            variants: holdings.variants.to_vec(),
            touched: BTreeSet::new(),
        }
    }

    fn holdings(&self) -> Holdings<'_> {
        Holdings { memberships: &self.memberships, documents: &self.documents, variants: &self.variants }
    }

    /// Makes the changes here; one that meets a record which was changed before is refused, so that each record has one effect
    /// that answers for it.
    fn take(&mut self, changes: Vec<Change>) -> Result<Vec<Change>, EffectRefusal> {
        let meets = |change: &Change| matches!(change, Change::Set { id, .. } if self.touched.contains(id));
        if changes.iter().any(meets) {
            return Err(EffectRefusal::Collides);
        }
        for change in &changes {
            match change {
                Change::Create(draft) => self.add(draft),
                Change::Set { kind, id, values } => self.set(*kind, id, values),
            }
        }
        Ok(changes)
    }

    fn add(&mut self, draft: &Draft) {
        let id = format!("new-{}", self.touched.len());
        self.touched.insert(id.clone());
        if draft.kind != Kind::Memberships {
            return;
        }
        let content = serde_json::from_value(Value::Object(draft.values.clone()));
        self.memberships.extend(content.ok().map(|content| Kept {
            id,
            partnership: draft.partnership.clone(),
            origin: draft.origin,
            visibility: draft.visibility,
            content,
        }));
    }

    fn set(&mut self, kind: Kind, id: &str, values: &Values) {
        self.touched.insert(id.to_owned());
        match kind {
            Kind::Memberships => overlay(&mut self.memberships, id, values),
            Kind::Documents => overlay(&mut self.documents, id, values),
            Kind::Variants => overlay(&mut self.variants, id, values),
            _ => {}
        }
    }
}

fn overlay<T: Serialize + DeserializeOwned>(records: &mut [Kept<T>], id: &str, values: &Values) {
    let Some(record) = records.iter_mut().find(|record| record.id == id) else { return };
    let Ok(Value::Object(mut all)) = serde_json::to_value(&record.content) else { return };
    all.extend(values.clone());
    if let Ok(content) = serde_json::from_value(Value::Object(all)) {
        record.content = content;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partnership::samples::{date, day, made, with, words};

    fn judged(effects: &[Value], memberships: &[Kept<Membership>]) -> Vec<Result<usize, EffectRefusal>> {
        let values = json!({"body": "b", "number": "3", "title": words("Uchwała"), "date": "2024-05-01", "state": "adopted"});
        let variants = ["v", "w"].map(|id| made(id, json!({"name": words(id), "state": "draft", "units": ["0221011"]})));
        let holdings = Holdings { memberships, documents: &[], variants: &variants };
        let made = |(at, values): (usize, &Value)| made(&format!("e{at}"), with(json!({"resolution": "r"}), values.clone()));
        let effects: Vec<Kept<Effect>> = effects.iter().enumerate().map(made).collect();
        let resolution = crate::partnership::samples::made("r", values);
        let found = together(&resolution, &effects, holdings, (Some(date("2024-05-01")), day("2024-05-02")));
        found.into_iter().map(|(_, outcome)| outcome.map(|changes| changes.len())).collect()
    }

    #[test]
    fn an_effect_sees_what_those_before_it_changed() {
        let admit = |unit: &str| json!({"effect": "admit_member", "unit": unit});
        let adopt = |variant: &str| json!({"effect": "adopt_variant", "variant": variant});
        let twice = judged(&[admit("0221011"), admit("0221021"), admit("0221011")], &[]);
        let two_variants = judged(&[adopt("v"), adopt("w")], &[]);

        let unit = miedza_territory::UnitCode::parse("0221011").expect("a code");
        assert_eq!(twice, [Ok(2), Ok(2), Err(EffectRefusal::AlreadyMember { unit })]);
        assert_eq!(two_variants, [Ok(2), Err(EffectRefusal::AnotherVariantAdopted { id: "v".to_owned() })]);
    }

    #[test]
    fn two_effects_do_not_change_one_record() {
        let member = [made("m", json!({"unit": "0221011", "role": "member", "valid_from": "2012"}))];
        let end = |from: &str| json!({"effect": "end_membership", "unit": "0221011", "valid_from": from});
        let again = json!({"effect": "admit_member", "unit": "0221011", "valid_from": "2026-01-01"});

        let left_and_back = judged(&[end("2025-01-01"), again.clone()], &member);
        let left_twice = judged(&[end("2025-01-01"), end("2024-06-01")], &member);
        let in_and_out =
            judged(&[again, json!({"effect": "end_membership", "unit": "0221011", "valid_from": "2027-01-01"})], &[]);

        assert_eq!(left_and_back, [Ok(2), Ok(2)]);
        assert_eq!(left_twice, [Ok(2), Err(EffectRefusal::Collides)]);
        assert_eq!(in_and_out, [Ok(2), Err(EffectRefusal::Collides)]);
    }
}
