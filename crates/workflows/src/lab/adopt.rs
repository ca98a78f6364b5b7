//! Adopting a variant in the lab: the effect of a resolution, carried out as every other one is.

use miedza_planning::partnership::effect::EffectRefusal;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Author, Question};
use miedza_texts::{Message, key};

use super::open::{Lab, Opened};
use crate::failure::{Failure, Kind as FailureKind};
use crate::partnership::resolution::{NotCarried, adopt};

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
    pub async fn adopt(
        &self,
        partnership: &Record,
        (opened, resolution): (&Opened, &Record),
        (author, today): (&Author, Day),
    ) -> Result<Record, Failure> {
        super::change::refuse_frozen(opened)?;
        let by = (partnership, resolution.id.as_str());
        adopt(&self.store, by, &opened.variant, (author, today)).await.map_err(told)
    }
}

fn told(reason: NotCarried) -> Failure {
    let refusal = match reason {
        NotCarried::Refused(refusal) => refusal,
        NotCarried::Failure(failure) => return failure,
        // The lab shows no plan and has always one effect; should it ever be otherwise, the page is looked at again.
        NotCarried::NothingWaits | NotCarried::OtherThanShown => {
            return Failure { kind: FailureKind::Conflict, ..Failure::invalid(key::STORE_STALE, key::STORE_STALE_HINT) };
        }
    };
    let (told, hint): (Message, _) = match &refusal {
        EffectRefusal::NotAdopted => (key::LAB_FAILURE_NOT_CARRIED.into(), key::LAB_HINT_NOT_CARRIED),
        EffectRefusal::AnotherVariantAdopted { .. } => (key::LAB_FAILURE_ANOTHER_ADOPTED.into(), key::LAB_HINT_ANOTHER_ADOPTED),
        EffectRefusal::VariantEmpty => (key::LAB_FAILURE_EMPTY.into(), key::LAB_HINT_EMPTY),
        _ => return Failure { kind: FailureKind::Conflict, ..Failure::fault(&refusal) },
    };
    Failure { kind: FailureKind::Conflict, ..Failure::invalid(told, hint) }
}
