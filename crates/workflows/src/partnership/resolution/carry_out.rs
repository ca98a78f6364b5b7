//! Carrying effects out: what the rules say follows from them is kept, with the mark of when, all at once or nothing.

use miedza_planning::partnership::Kept;
use miedza_planning::partnership::effect::{Change, Effect, EffectKind, EffectRefusal, Touched};
use miedza_planning::record::{Draft, Kind, Origin, Record, Values, Visibility};
use miedza_planning::values::Day;
use miedza_store::{Author, Error, Store, Write};
use serde_json::json;
use uuid::Uuid;

use super::plan::{Plan, Planned};
use super::steady::{rewrite, write};
use crate::failure::Failure;
use crate::partnership::Book;

/// Why nothing was carried out.
#[derive(Debug)]
pub enum NotCarried {
    /// Nothing waits: there is no effect, or somebody else carried them out.
    NothingWaits,
    /// What would be changed is not what was shown.
    OtherThanShown,
    /// An effect cannot be carried out.
    Refused(EffectRefusal),
    /// Anything else.
    Failure(Failure),
}

impl From<Failure> for NotCarried {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Error> for NotCarried {
    fn from(error: Error) -> Self {
        Self::Failure(error.into())
    }
}

/// Carries out every effect of a resolution that waits, if what follows is still what was shown; `shown` is [`Plan::mark`].
///
/// # Errors
/// [`NotCarried`]; then nothing was changed.
pub async fn carry_out(
    store: &Store,
    (partnership, resolution): (&Record, &str),
    shown: &str,
    (author, today): (&Author, Day),
) -> Result<Vec<Record>, NotCarried> {
    let decide = |book: &Book| {
        let plan = Plan::of(book, resolution, today);
        if plan.effects.is_empty() {
            return Err(NotCarried::NothingWaits);
        }
        if plan.mark() != shown {
            return Err(NotCarried::OtherThanShown);
        }
        writes(book, plan)
    };
    write(store, partnership, author, decide).await
}

/// Adopts a variant by a resolution: its own effect if it has one for this variant, else one that is written down with it.
/// Gives the variant as it is then.
///
/// # Errors
/// [`NotCarried`]; of a variant that changed since it was read that somebody was faster.
pub async fn adopt(
    store: &Store,
    (partnership, resolution): (&Record, &str),
    variant: &Record,
    (author, today): (&Author, Day),
) -> Result<Record, NotCarried> {
    let decide = |book: &Book| {
        let current = book.find(Kind::Variants, &variant.id).filter(|current| current.version != variant.version);
        if let Some(current) = current {
            return Err(Error::Stale { current: Box::new(current.clone()) }.into());
        }
        writes(book, Plan::with(book, resolution, &[adopting(book, resolution, &variant.id)], today))
    };
    let saved = write(store, partnership, author, decide).await?;
    Ok(saved.into_iter().find(|record| record.kind() == Kind::Variants).unwrap_or_else(|| variant.clone()))
}

/// The effect "adopts this variant": the one that waits, or a new one.
fn adopting(book: &Book, resolution: &str, variant: &str) -> Kept<Effect> {
    let waits = |effect: &&Kept<Effect>| {
        let is_of_it = effect.resolution == resolution && effect.effect == EffectKind::AdoptVariant;
        is_of_it && effect.applied_on.is_none() && effect.variant.as_deref() == Some(variant)
    };
    let visibility = book.find(Kind::Resolutions, resolution).map(|found| found.content.visibility);
    book.dossier.effects.iter().find(waits).cloned().unwrap_or_else(|| Kept {
        id: String::new(),
        partnership: Some(book.partnership.id.clone()),
        origin: Origin::Own,
        visibility: visibility.unwrap_or(Visibility::Partners),
        content: Effect {
            resolution: resolution.to_owned(),
            effect: EffectKind::AdoptVariant,
            document: None,
            variant: Some(variant.to_owned()),
            unit: None,
            valid_from: None,
            note: None,
            applied_on: None,
            changed: None,
        },
    })
}

fn writes(book: &Book, plan: Plan) -> Result<Vec<Write>, NotCarried> {
    let mut writes = Vec::new();
    for planned in plan.effects {
        let changes = planned.outcome.clone().map_err(NotCarried::Refused)?;
        writes.extend(of_effect(book, &planned, changes)?);
    }
    Ok(writes)
}

/// The writes of one effect; the last one marks it as carried out and names what it changed.
fn of_effect(book: &Book, planned: &Planned, changes: Vec<Change>) -> Result<Vec<Write>, NotCarried> {
    let (mut writes, mut touched, mut marks) = (Vec::new(), Vec::new(), Values::new());
    for change in changes {
        match change {
            Change::Create(draft) => {
                let id = Uuid::now_v7().to_string();
                touched.push(Touched { kind: draft.kind, id: id.clone(), version: 1 });
                writes.push(Write::Create { id: Some(id), draft });
            }
            Change::Set { kind: Kind::Effects, values, .. } => marks.extend(values),
            Change::Set { kind, id, values } => {
                let write = rewrite(book, (kind, &id), values)?;
                touched.push(Touched { kind, id, version: write.seen_version + 1 });
                writes.push(Write::Update(write));
            }
        }
    }
    marks.insert("changed".to_owned(), json!(touched));
    writes.push(match book.find(Kind::Effects, &planned.effect.id) {
        Some(kept) => Write::Update(rewrite(book, (Kind::Effects, &kept.id), marks)?),
        None => Write::Create { id: None, draft: draft_of(&planned.effect, marks) },
    });
    Ok(writes)
}

fn draft_of(effect: &Kept<Effect>, marks: Values) -> Draft {
    let content = serde_json::to_value(&effect.content).ok().and_then(|content| content.as_object().cloned());
    let mut values: Values = content.unwrap_or_default();
    values.extend(marks);
    values.retain(|_, value| !value.is_null());
    Draft {
        kind: Kind::Effects,
        partnership: effect.partnership.clone(),
        visibility: effect.visibility,
        origin: effect.origin,
        source: None,
        values,
    }
}
