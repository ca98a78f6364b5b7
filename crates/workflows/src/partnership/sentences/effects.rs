//! What an effect changes, or a repeal takes along, one sentence for each change.

use miedza_planning::partnership::Party;
use miedza_planning::partnership::document::DocumentState;
use miedza_planning::partnership::dossier::Dossier;
use miedza_planning::partnership::effect::{Change, EffectKind};
use miedza_planning::partnership::membership::MemberRole;
use miedza_planning::partnership::variant::VariantState;
use miedza_planning::record::{Draft, Kind, Values};
use miedza_planning::values::PartialDate;
use miedza_territory::UnitCode;
use miedza_texts::{Message, key};
use serde_json::{Value, json};

use super::Teller;
use crate::labels;

/// What the changes of one effect come to; the mark that it was carried out is told only where nothing else changes.
pub fn effect(effect: EffectKind, changes: &[Change], dossier: &Dossier, number: &str, teller: &Teller) -> Vec<Message> {
    let told: Vec<Message> = changes.iter().filter_map(|found| change(found, dossier, number, teller)).collect();
    if told.is_empty() {
        let label = labels::choice(EffectKind::CHOICES, effect.name());
        return vec![Message::new(key::EFFECT_ONLY_NOTED).with("effect", label)];
    }
    told
}

/// What one change comes to; `None` for the mark on the effect itself.
pub fn change(change: &Change, dossier: &Dossier, number: &str, teller: &Teller) -> Option<Message> {
    let message = match change {
        Change::Create(draft) => admits(draft, teller)?,
        Change::Set { kind: Kind::Memberships, id, values } => ends(id, values, dossier, teller)?,
        Change::Set { kind: Kind::Documents, id, values } => {
            let state = text(values, "state").unwrap_or_default();
            let message = Message::new(key::EFFECT_CHANGES_DOCUMENT).with("title", (teller.title)(Kind::Documents, id));
            message.with("state", labels::choice(DocumentState::CHOICES, state))
        }
        Change::Set { kind: Kind::Variants, id, values } => {
            let title = (teller.title)(Kind::Variants, id);
            if values.get("state") != Some(&json!(VariantState::Adopted)) {
                return Some(Message::new(key::EFFECT_RELEASES_VARIANT).with("title", title));
            }
            Message::new(key::EFFECT_ADOPTS_VARIANT).with("title", title)
        }
        Change::Set { .. } => return None,
    };
    Some(message.with("number", number))
}

fn admits(draft: &Draft, teller: &Teller) -> Option<Message> {
    let unit = UnitCode::parse(text(&draft.values, "unit")?).ok()?;
    let date = date(&draft.values, "valid_from", teller)?;
    Some(Message::new(key::EFFECT_ADMITS).with("who", (teller.name)(&Party::Unit(unit))).with("date", date))
}

fn ends(id: &str, values: &Values, dossier: &Dossier, teller: &Teller) -> Option<Message> {
    let membership = dossier.memberships.iter().find(|membership| membership.id == id)?;
    let who = membership.party().map(|party| (teller.name)(&party)).unwrap_or_default();
    let message = Message::new(key::EFFECT_ENDS).with("who", who).with("date", date(values, "valid_to", teller)?);
    Some(message.with("role", labels::choice(MemberRole::CHOICES, membership.role.name())))
}

fn text<'v>(values: &'v Values, field: &str) -> Option<&'v str> {
    values.get(field).and_then(Value::as_str)
}

fn date(values: &Values, field: &str, teller: &Teller) -> Option<String> {
    let date: PartialDate = text(values, field)?.parse().ok()?;
    Some(teller.date(date))
}
