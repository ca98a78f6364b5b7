//! What the effects of a resolution will change, laid open before anything is done.

use miedza_planning::partnership::Kept;
use miedza_planning::partnership::effect::{Change, Effect, EffectRefusal, together};
use miedza_planning::partnership::resolution::{Resolution, ResolutionState};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::partnership::Book;

/// An effect that waits, with what it will change or why it cannot be carried out.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The effect.
    pub effect: Kept<Effect>,
    /// The version of its record; 0 for one that is not kept so far.
    pub version: i64,
    /// What it will change.
    pub outcome: Result<Vec<Change>, EffectRefusal>,
}

fn found<'b>(book: &'b Book, resolution: &str) -> Option<&'b Kept<Resolution>> {
    book.dossier.resolutions.iter().find(|found| found.id == resolution)
}

fn waiting(book: &Book, resolution: &str) -> Vec<Kept<Effect>> {
    let ours = book.dossier.effects.iter().filter(|effect| effect.resolution == resolution);
    ours.filter(|effect| effect.applied_on.is_none()).cloned().collect()
}

/// All effects of a resolution that wait, in the order in which they were written down.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Each with what it will change.
    pub effects: Vec<Planned>,
}

impl Plan {
    /// What the effects of a resolution that wait will change today; empty if it has none or is not in the book.
    #[must_use]
    pub fn of(book: &Book, resolution: &str, today: Day) -> Self {
        Self::with(book, resolution, &waiting(book, resolution), today)
    }

    /// The same as if the resolution were adopted: what is to be expected of one that nobody voted on yet.
    #[must_use]
    pub fn once_adopted(book: &Book, resolution: &str, today: Day) -> Self {
        let mut adopted = found(book, resolution).cloned();
        adopted.iter_mut().for_each(|resolution| resolution.content.state = ResolutionState::Adopted);
        Self::judged(book, adopted.as_ref(), &waiting(book, resolution), today)
    }

    /// The same for these effects, kept or not.
    pub(super) fn with(book: &Book, resolution: &str, effects: &[Kept<Effect>], today: Day) -> Self {
        Self::judged(book, found(book, resolution), effects, today)
    }

    fn judged(book: &Book, resolution: Option<&Kept<Resolution>>, effects: &[Kept<Effect>], today: Day) -> Self {
        let Some(resolution) = resolution else { return Self { effects: Vec::new() } };
        let decided_on = resolution.decided_on(&book.dossier.meetings);
        let judged = together(resolution, effects, book.dossier.holdings(), (decided_on, today));
        let version = |id: &str| book.find(Kind::Effects, id).map_or(0, |record: &Record| record.version);
        let planned =
            judged.into_iter().map(|(effect, outcome)| Planned { effect: effect.clone(), version: version(&effect.id), outcome });
        Self { effects: planned.collect() }
    }

    /// Whether every effect that waits can be carried out, and there is one.
    #[must_use]
    pub fn can_be_carried_out(&self) -> bool {
        !self.effects.is_empty() && self.effects.iter().all(|planned| planned.outcome.is_ok())
    }

    /// A mark of exactly this plan: another one as soon as an effect, or what it will change, is another.
    #[must_use]
    pub fn mark(&self) -> String {
        let told = |planned: &Planned| json!({"id": planned.effect.id, "version": planned.version, "changes": planned.outcome.as_ref().ok()});
        let all: Vec<_> = self.effects.iter().map(told).collect();
        let hash = Sha256::digest(json!(all).to_string().as_bytes());
        hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
