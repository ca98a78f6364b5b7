//! The part of the page on effects: those that wait, with what each will change; those that were carried out, with what can be
//! taken back; and the form that adds one.

use miedza_planning::partnership::Kept;
use miedza_planning::partnership::effect::{Effect, EffectKind, EffectRefusal};
use miedza_planning::partnership::resolution::ResolutionState;
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Verb;
use miedza_texts::{Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::resolution::{Back, Plan, Planned, can_be_taken_back};
use miedza_workflows::partnership::sentences::{self, Teller};

use super::page::{Desk, Shown, form_field};
use crate::frame::parts::{Choice, Entry, FormField, Notice};
use crate::work::register::address;

/// An effect that waits.
pub struct Waiting {
    pub what: String,
    pub changes: Vec<String>,
    pub refusal: Option<Notice>,
}

/// An effect that was carried out.
pub struct Carried {
    pub what: String,
    pub when: String,
    pub records: Vec<Entry>,
    pub back: Vec<String>,
    pub id: String,
    pub reason: String,
}

/// The form that adds an effect.
pub struct AddForm {
    pub heading: String,
    pub action: String,
    pub effect: FormField,
    pub effects: Vec<Choice>,
    pub document: FormField,
    pub documents: Vec<Choice>,
    pub variant: FormField,
    pub variants: Vec<Choice>,
    pub unit: FormField,
    pub from: FormField,
    pub note: FormField,
    pub act: String,
}

/// All about effects.
pub struct EffectsPart {
    pub heading: String,
    pub none: String,
    pub waiting_heading: String,
    pub waiting: Vec<Waiting>,
    pub preview: String,
    pub cannot: String,
    pub carry_action: String,
    pub mark: String,
    pub carry_hint: String,
    pub carry: String,
    pub carried: Vec<Carried>,
    pub back_action: String,
    pub back_lead: String,
    pub back_act: String,
    pub add: Option<AddForm>,
}

/// The part of the page.
pub fn part(desk: &Desk, shown: &Shown) -> EffectsPart {
    let asker = desk.asker;
    let one = address(asker, Kind::Resolutions).step(&desk.resolution.id);
    let is_draft = desk.resolution.state == ResolutionState::Draft;
    let plan = if is_draft {
        Plan::once_adopted(&desk.book, &desk.resolution.id, asker.today())
    } else {
        Plan::of(&desk.book, &desk.resolution.id, asker.today())
    };
    let waiting: Vec<Waiting> = plan.effects.iter().map(|planned| waiting(desk, planned)).collect();
    let carried: Vec<Carried> =
        ours(desk).filter(|effect| effect.applied_on.is_some()).map(|effect| carried(desk, effect)).collect();
    let may_carry = desk.may(Verb::Publish) && !is_draft && plan.can_be_carried_out();
    let is_refused = plan.effects.iter().any(|planned| planned.outcome.is_err());
    let told = |is_so: bool, key| if is_so { asker.say(key) } else { String::new() };
    let count = Message::new(key::DECISION_CARRY_OUT).with("count", waiting.len());
    let hint = Message::new(key::DECISION_CARRY_OUT_HINT).with("date", labels::day(asker.language, asker.today()));
    EffectsPart {
        heading: asker.say(key::DECISION_EFFECTS),
        none: told(waiting.is_empty() && carried.is_empty(), key::DECISION_EFFECTS_NONE),
        waiting_heading: asker.say(key::DECISION_WAITING),
        preview: told(is_draft && !waiting.is_empty(), key::DECISION_PREVIEW),
        cannot: told(is_refused && !is_draft, key::DECISION_CANNOT),
        carry_action: one.clone().step("carry-out").into(),
        mark: plan.mark(),
        carry_hint: asker.tell(&hint),
        carry: if may_carry { asker.tell(&count) } else { String::new() },
        back_action: one.step("take-effect-back").into(),
        back_lead: told(carried.iter().any(|carried| !carried.id.is_empty()), key::DECISION_TAKE_BACK_LEAD),
        back_act: asker.say(key::DECISION_TAKE_BACK),
        add: desk.may(Verb::Edit).then(|| add_form(desk, shown)),
        waiting,
        carried,
    }
}

fn ours<'d>(desk: &'d Desk) -> impl Iterator<Item = &'d Kept<Effect>> {
    desk.book.dossier.effects.iter().filter(|effect| effect.resolution == desk.resolution.id)
}

/// What an effect is about, in a few words: its kind and its document, variant or unit.
fn what(desk: &Desk, effect: &Effect) -> String {
    let naming = desk.naming();
    let about = match effect.effect {
        EffectKind::AdoptDocument => effect.document.as_ref().map(|id| naming.title(Kind::Documents, id)),
        EffectKind::AdoptVariant => effect.variant.as_ref().map(|id| naming.title(Kind::Variants, id)),
        EffectKind::AdmitMember | EffectKind::EndMembership => effect.unit.as_ref().map(|code| naming.unit(code)),
        EffectKind::ChangeList | EffectKind::ChangeBudget => None,
    };
    let note =
        || effect.note.as_ref().and_then(|note| note.wording(desk.asker.tongue())).map(|wording| wording.text().to_owned());
    let kind = desk.asker.tell(&labels::choice(EffectKind::CHOICES, effect.effect.name()));
    match about.or_else(note) {
        Some(about) => format!("{kind}: {about}"),
        None => kind,
    }
}

fn waiting(desk: &Desk, planned: &Planned) -> Waiting {
    let (dossier, number) = (&desk.book.dossier, &desk.resolution.number);
    let told = |teller: &Teller| match &planned.outcome {
        Ok(changes) => {
            let told = sentences::effect(planned.effect.effect, changes, dossier, number, teller);
            (told.iter().map(|message| desk.asker.tell(message)).collect(), None)
        }
        Err(refusal) => (Vec::new(), Some(refused(desk, planned, refusal, teller))),
    };
    let (changes, refusal) = desk.naming().telling(told);
    Waiting { what: what(desk, &planned.effect), changes, refusal }
}

/// Why an effect cannot be carried out, with the way to the field that mends it.
fn refused(desk: &Desk, planned: &Planned, refusal: &EffectRefusal, teller: &Teller) -> Notice {
    let asker = desk.asker;
    let told = sentences::effect_refusal(refusal, teller);
    let field = match refusal {
        EffectRefusal::TargetMissing { field } => field,
        EffectRefusal::AlreadyMember { .. } | EffectRefusal::NoMember { .. } => "unit",
        EffectRefusal::DateMissing => "valid_from",
        EffectRefusal::DocumentDecided => "document",
        EffectRefusal::AnotherVariantAdopted { .. } | EffectRefusal::VariantEmpty => "variant",
        _ => "effect",
    };
    let form = address(asker, Kind::Effects).step(&planned.effect.id);
    let mut ways = vec![Entry::new(format!("{form}#{field}"), asker.say(key::DECISION_MEND))];
    if let EffectRefusal::AnotherVariantAdopted { id } = refusal {
        ways.push(Entry::new(address(asker, Kind::Variants).step(id), (teller.title)(Kind::Variants, id)));
    }
    Notice { kind: "attention", title: sentence(&asker.tell(&told.told)), text: sentence(&asker.say(told.hint)), ways }
}

/// A reason as a sentence of its own: with a capital letter and a full stop.
pub fn sentence(reason: &str) -> String {
    let mut signs = reason.chars();
    let first = signs.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let end = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", signs.as_str())
}

fn carried(desk: &Desk, effect: &Kept<Effect>) -> Carried {
    let asker = desk.asker;
    let naming = desk.naming();
    let when = effect.applied_on.map(|on| labels::day(asker.language, on)).unwrap_or_default();
    let records = effect.touched().into_iter().filter(|touched| desk.book.find(touched.kind, &touched.id).is_some());
    let link = |kind: Kind, id: &str| {
        let label = format!("{}: {}", asker.tell(&labels::kind_one(kind)), naming.title(kind, id));
        Entry::new(address(asker, kind).step(id), label)
    };
    let (back, reason) = match can_be_taken_back(&desk.book, &effect.id) {
        Ok(back) => (Some(back), String::new()),
        Err(reason) => (
            None,
            naming.telling(|teller| sentences::not_taken_back(&reason, teller)).map(|told| asker.tell(&told)).unwrap_or_default(),
        ),
    };
    let told = |back: &Back| {
        let key = if back.is_made { key::DECISION_TAKE_BACK_DELETES } else { key::DECISION_TAKE_BACK_RESTORES };
        let title = naming.title(back.touched.kind, &back.touched.id);
        asker.tell(&Message::new(key).with("title", format!("{}: {title}", asker.tell(&labels::kind_one(back.touched.kind)))))
    };
    Carried {
        what: what(desk, effect),
        when: asker.tell(&Message::new(key::DECISION_CARRIED_ON).with("date", when)),
        records: records.map(|touched| link(touched.kind, &touched.id)).collect(),
        id: if back.is_some() && desk.may(Verb::Publish) { effect.id.clone() } else { String::new() },
        back: back.unwrap_or_default().iter().map(told).collect(),
        reason,
    }
}

fn add_form(desk: &Desk, shown: &Shown) -> AddForm {
    let asker = desk.asker;
    let field = |name: &str, hint: &str| form_field(desk, shown, (Kind::Effects, name), ("", hint));
    let chosen = |name: &str, value: &str| shown.typed.one(name) == Some(value);
    let records = |kind: Kind, name: &str| {
        let nothing = Choice { label: "–".to_owned(), ..Choice::default() };
        let choice = |record: &Record| Choice {
            value: record.id.clone(),
            label: desk.naming().name(record),
            is_chosen: chosen(name, &record.id),
            ..Choice::default()
        };
        let mut choices: Vec<Choice> = desk.book.of(kind).iter().map(choice).collect();
        choices.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
        choices.insert(0, nothing);
        choices
    };
    let effects = EffectKind::ALL.iter().map(|kind| Choice {
        value: kind.name().to_owned(),
        label: asker.tell(&labels::choice(EffectKind::CHOICES, kind.name())),
        is_chosen: chosen("effect", kind.name()),
        ..Choice::default()
    });
    let note = format!("note.{}", asker.tongue().code());
    AddForm {
        heading: asker.say(key::DECISION_ADD),
        action: address(asker, Kind::Resolutions).step(&desk.resolution.id).step("effects").into(),
        effect: field("effect", ""),
        effects: effects.collect(),
        document: field("document", &asker.say(key::DECISION_DOCUMENT_HINT)),
        documents: records(Kind::Documents, "document"),
        variant: field("variant", ""),
        variants: records(Kind::Variants, "variant"),
        unit: field("unit", &asker.say(key::DECISION_UNIT_HINT)),
        from: field("valid_from", &asker.say(key::DECISION_FROM_HINT)),
        note: FormField {
            label: desk.field(Kind::Effects, "note"),
            value: shown.typed.one(&note).unwrap_or_default().to_owned(),
            optional: asker.say(key::WORK_OPTIONAL),
            name: note,
            ..FormField::default()
        },
        act: asker.say(key::DECISION_ADD_ACT),
    }
}
