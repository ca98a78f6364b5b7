//! Adopting a variant by a resolution: what `planning` says follows from the resolution is kept in one step.

use miedza_planning::partnership::effect::{Change, Effect, EffectKind, EffectRefusal, Holdings, changes};
use miedza_planning::partnership::meeting::Meeting;
use miedza_planning::partnership::reading::{Kept, Unreadable, read, read_all};
use miedza_planning::partnership::resolution::Resolution;
use miedza_planning::partnership::variant::Variant;
use miedza_planning::record::{Draft, Kind, Origin, Record, Values};
use miedza_planning::values::Day;
use miedza_store::{Author, Change as StoredChange, Question, Write};
use miedza_texts::{Message, key};
use serde_json::json;

use super::open::{Lab, Opened};
use crate::failure::{Failure, Kind as FailureKind};

impl Lab {
    /// Resolutions of a partnership by which a variant may be adopted: those that were carried, the newest first.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn carried_resolutions(&self, partnership: &Record) -> Result<Vec<Record>, Failure> {
        let question = Question::of(Kind::Resolutions).in_partnership(&*partnership.id).with("state", "adopted");
        let mut found = self.store.records(&question).await?;
        found.reverse();
        Ok(found)
    }

    /// Adopts a variant by a resolution: from then on it changes no more.
    ///
    /// # Errors
    /// [`Failure`] if the resolution was not carried, another variant is adopted, the variant is empty, or somebody else was
    /// faster.
    pub async fn adopt(&self, opened: &Opened, resolution: &Record, author: &Author, today: Day) -> Result<Record, Failure> {
        super::change::refuse_frozen(opened)?;
        let partnership = opened.variant.content.partnership.clone().unwrap_or_default();
        let variants = self.store.records(&Question::of(Kind::Variants).in_partnership(&*partnership)).await?;
        let meetings = self.store.records(&Question::of(Kind::Meetings).in_partnership(&*partnership)).await?;
        let variants: Vec<Kept<Variant>> = read_all(&variants).map_err(unreadable)?;
        let meetings: Vec<Kept<Meeting>> = read_all(&meetings).map_err(unreadable)?;
        let resolution: Kept<Resolution> = read(resolution).map_err(unreadable)?;
        let effect = effect(opened, &resolution);
        let holdings = Holdings { memberships: &[], documents: &[], variants: &variants };
        let follows = changes(&resolution, &effect, holdings, (resolution.decided_on(&meetings), today)).map_err(refused)?;
        let writes = writes(opened, &effect, follows);
        let saved = self.store.save_all(writes, author).await?;
        Ok(saved.into_iter().find(|record| record.kind() == Kind::Variants).unwrap_or_else(|| opened.variant.clone()))
    }
}

/// The effect "adopts this variant" of the resolution, which is kept with the adoption.
fn effect(opened: &Opened, resolution: &Kept<Resolution>) -> Kept<Effect> {
    Kept {
        id: String::new(),
        partnership: opened.variant.content.partnership.clone(),
        origin: Origin::Own,
        visibility: resolution.visibility,
        content: Effect {
            resolution: resolution.id.clone(),
            effect: EffectKind::AdoptVariant,
            document: None,
            variant: Some(opened.variant.id.clone()),
            unit: None,
            valid_from: None,
            note: None,
            applied_on: None,
        },
    }
}

fn writes(opened: &Opened, effect: &Kept<Effect>, follows: Vec<Change>) -> Vec<Write> {
    let mut of_effect: Values =
        [("resolution", json!(effect.resolution)), ("effect", json!(effect.effect)), ("variant", json!(opened.variant.id))]
            .map(|(field, value)| (field.to_owned(), value))
            .into_iter()
            .collect();
    let mut draft = opened.variant.content.clone();
    for change in follows {
        match change {
            Change::Set { kind: Kind::Effects, values, .. } => of_effect.extend(values),
            Change::Set { kind: Kind::Variants, values, .. } => draft.values.extend(values),
            Change::Set { .. } | Change::Create(_) => {}
        }
    }
    let (kind, id, seen_version) = (Kind::Variants, opened.variant.id.clone(), opened.variant.version);
    let made = Draft {
        kind: Kind::Effects,
        partnership: effect.partnership.clone(),
        visibility: effect.visibility,
        origin: effect.origin,
        source: None,
        values: of_effect,
    };
    vec![Write::Update(StoredChange { kind, id, seen_version, draft }), Write::Create { id: None, draft: made }]
}

fn unreadable(error: Unreadable) -> Failure {
    Failure::fault(&error)
}

fn refused(refusal: EffectRefusal) -> Failure {
    let (told, hint): (Message, _) = match &refusal {
        EffectRefusal::NotAdopted => (key::LAB_FAILURE_NOT_CARRIED.into(), key::LAB_HINT_NOT_CARRIED),
        EffectRefusal::AnotherVariantAdopted { .. } => (key::LAB_FAILURE_ANOTHER_ADOPTED.into(), key::LAB_HINT_ANOTHER_ADOPTED),
        EffectRefusal::VariantEmpty => (key::LAB_FAILURE_EMPTY.into(), key::LAB_HINT_EMPTY),
        _ => return Failure { kind: FailureKind::Conflict, ..Failure::fault(&refusal) },
    };
    Failure { kind: FailureKind::Conflict, ..Failure::invalid(told, hint) }
}
