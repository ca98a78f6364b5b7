//! Why something cannot happen to a resolution, a variant or an effect, and the way on.

use miedza_planning::partnership::Party;
use miedza_planning::partnership::effect::EffectRefusal;
use miedza_planning::partnership::resolution::ResolutionRefusal;
use miedza_planning::partnership::variant::VariantRefusal;
use miedza_planning::record::Kind;
use miedza_texts::{Key, Message, key};

use super::Teller;
use crate::labels;
use crate::partnership::resolution::NotTakenBack;

/// A refusal in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What cannot be, and why.
    pub told: Message,
    /// The way on.
    pub hint: Key,
}

impl Told {
    fn new(told: impl Into<Message>, hint: Key) -> Self {
        Self { told: told.into(), hint }
    }
}

/// Why something cannot happen to a resolution.
pub fn resolution_refusal(refusal: ResolutionRefusal) -> Told {
    match refusal {
        ResolutionRefusal::AlreadyVoted => Told::new(key::REFUSAL_ALREADY_VOTED, key::REFUSAL_ALREADY_VOTED_HINT),
        ResolutionRefusal::NotAdopted => Told::new(key::REFUSAL_NOT_ADOPTED, key::REFUSAL_NOT_ADOPTED_HINT),
    }
}

/// Why something cannot happen to a variant.
pub fn variant_refusal(refusal: VariantRefusal) -> Told {
    match refusal {
        VariantRefusal::Frozen => Told::new(key::REFUSAL_VARIANT_FROZEN, key::REFUSAL_VARIANT_FROZEN_HINT),
        VariantRefusal::AlreadyProposed => {
            Told::new(key::REFUSAL_VARIANT_ALREADY_PROPOSED, key::REFUSAL_VARIANT_ALREADY_PROPOSED_HINT)
        }
        VariantRefusal::NotProposed => Told::new(key::REFUSAL_VARIANT_NOT_PROPOSED, key::REFUSAL_VARIANT_NOT_PROPOSED_HINT),
    }
}

/// Why an effect cannot be carried out.
pub fn effect_refusal(refusal: &EffectRefusal, teller: &Teller) -> Told {
    let who = |key, unit: &miedza_territory::UnitCode| Message::new(key).with("who", (teller.name)(&Party::Unit(unit.clone())));
    match refusal {
        EffectRefusal::NotAdopted => Told::new(key::REFUSAL_NOT_ADOPTED, key::REFUSAL_NOT_ADOPTED_HINT),
        EffectRefusal::AlreadyApplied { on } => {
            let told = Message::new(key::REFUSAL_ALREADY_APPLIED).with("date", teller.date((*on).into()));
            Told::new(told, key::REFUSAL_ALREADY_APPLIED_HINT)
        }
        EffectRefusal::TargetMissing { field } => {
            let told = Message::new(key::REFUSAL_TARGET_MISSING).with("field", labels::field(Kind::Effects, field));
            Told::new(told, key::REFUSAL_TARGET_MISSING_HINT)
        }
        EffectRefusal::DocumentDecided => Told::new(key::REFUSAL_DOCUMENT_DECIDED, key::REFUSAL_DOCUMENT_DECIDED_HINT),
        EffectRefusal::AnotherVariantAdopted { id } => {
            let told = Message::new(key::REFUSAL_ANOTHER_VARIANT_ADOPTED).with("variant", (teller.title)(Kind::Variants, id));
            Told::new(told, key::REFUSAL_ANOTHER_VARIANT_ADOPTED_HINT)
        }
        EffectRefusal::VariantEmpty => Told::new(key::REFUSAL_VARIANT_EMPTY, key::REFUSAL_VARIANT_EMPTY_HINT),
        EffectRefusal::AlreadyMember { unit } => {
            Told::new(who(key::REFUSAL_ALREADY_MEMBER, unit), key::REFUSAL_ALREADY_MEMBER_HINT)
        }
        EffectRefusal::NoMember { unit } => Told::new(who(key::REFUSAL_NO_MEMBER, unit), key::REFUSAL_NO_MEMBER_HINT),
        EffectRefusal::DateMissing => Told::new(key::REFUSAL_DATE_MISSING, key::REFUSAL_DATE_MISSING_HINT),
        EffectRefusal::Collides => Told::new(key::REFUSAL_COLLIDES, key::REFUSAL_COLLIDES_HINT),
        _ => Told::new(key::REFUSAL_OF_ANOTHER_PARTNERSHIP, key::REFUSAL_OF_ANOTHER_PARTNERSHIP_HINT),
    }
}

/// Why an effect cannot be taken back, and what to do instead; `None` if the reason is one of the store.
pub fn not_taken_back(reason: &NotTakenBack, teller: &Teller) -> Option<Message> {
    Some(match reason {
        NotTakenBack::NotCarriedOut => key::DECISION_NOT_CARRIED_OUT.into(),
        NotTakenBack::ByHand => key::DECISION_BY_HAND.into(),
        NotTakenBack::ChangedSince { kind, id } => {
            Message::new(key::DECISION_CHANGED_SINCE).with("title", (teller.title)(*kind, id))
        }
        NotTakenBack::Failure(_) => return None,
    })
}
