//! Adopting a variant by a resolution of the partnership.

use axum::response::{IntoResponse, Redirect};
use miedza_texts::key;
use miedza_workflows::{Failure, Kind as FailureKind};

use super::form::{self, address, author, unchanged};
use super::lab::{Shown, answer};
use super::sent::Sent;
use crate::frame::failure::status;
use crate::frame::{Answer, Asker};

/// Adopts the variant that the address names.
pub async fn adopt(asker: Asker, sent: Sent) -> Answer {
    let carried = asker.app.lab().carried_resolutions(asker.the_partnership()).await?;
    let chosen = carried.into_iter().find(|resolution| resolution.id == sent.one("resolution"));
    let outcome = match (chosen, unchanged(&asker, &sent).await) {
        (Some(resolution), Ok(opened)) => {
            let by = (&author(&asker), asker.today());
            asker.app.lab().adopt(asker.the_partnership(), (&opened, &resolution), by).await.map(drop)
        }
        (None, Ok(_)) => Err(Failure::invalid(key::LAB_FAILURE_NO_RESOLUTION, key::LAB_HINT_NOT_CARRIED)),
        (_, Err(failure)) => Err(failure),
    };
    match outcome {
        Ok(()) => {
            let back = address(&asker, &asker.the_record().id).ask("done", "adopted");
            Ok(Redirect::to(&back.to_string()).into_response())
        }
        Err(failure) if matches!(failure.kind, FailureKind::Fault | FailureKind::Unavailable) => Err(failure.into()),
        Err(failure) => {
            let opened = form::opened(&asker).await?;
            let notice = Some(form::refusal(&asker, &failure));
            answer(&asker, &opened, Shown { notice, status: Some(status(failure.kind)), ..Shown::default() }).await
        }
    }
}
