//! "Why is this unit here?" in one sentence, from where its commuters go.

use miedza_delimitation::quality::{UnitReason, reason};
use miedza_territory::UnitIx;
use miedza_texts::{Argument, Message, key};

use super::work::Work;

/// The sentence for a unit; for one of no area, or judged by criteria, the sentence of its last step in the log.
pub fn why(work: &Work, unit: UnitIx) -> Option<String> {
    let language = work.request.language;
    let is_judged = work.run.outcome.judgements.as_ref().is_some_and(|judgements| judgements.units[unit].is_some());
    if work.run.partition.area_of(unit).is_none() || is_judged {
        let last = work.run.outcome.log.iter().rfind(|step| step.unit == unit)?;
        return Some(work.log().sentence(last, language));
    }
    let reason = reason(&work.matrix.flows, &work.run.partition, unit);
    let said: Vec<String> = parts(work, &reason, unit).iter().map(|part| language.say(part)).collect();
    Some(said.join("; "))
}

/// The shortest answer, for a table that shows the shares and the strongest destination beside it.
pub fn why_short(work: &Work, unit: UnitIx) -> Option<String> {
    let language = work.request.language;
    let Some(area) = work.run.partition.area_of(unit) else { return why(work, unit) };
    let reason = reason(&work.matrix.flows, &work.run.partition, unit);
    let message = if work.run.partition.members(area).len() == 1 {
        key::WHY_ALONE.into()
    } else if work.run.areas[area].seat == unit {
        key::WHY_SEAT.into()
    } else {
        match reason.share_to_area {
            Some(share) => Message::new(key::WHY_LEAVERS).with("share", Argument::Share(share, 0)),
            None => key::WHY_NOBODY_LEAVES.into(),
        }
    };
    Some(language.say(&message))
}

fn parts(work: &Work, reason: &UnitReason, unit: UnitIx) -> Vec<Message> {
    let Some(share) = reason.share_to_area else { return vec![key::WHY_NOBODY_LEAVES.into()] };
    let mut parts = vec![Message::new(key::WHY_OWN).with("share", Argument::Share(share, 0))];
    if let (Some(strongest), Some(share)) = (reason.strongest, reason.share_to_strongest) {
        let persons = (share * reason.out_commuters).round();
        parts.push(Message::new(key::WHY_STRONGEST).with("unit", work.names().short(strongest)).with("persons", persons));
    }
    parts.extend(stays(work, unit));
    parts
}

/// Share of the unit's employed residents who work anywhere in its area; told only where the diagonal is known.
fn stays(work: &Work, unit: UnitIx) -> Option<Message> {
    let share = own_share(work, unit)?;
    Some(Message::new(key::WHY_STAYS).with("share", Argument::Share(share, 0)))
}

/// Share of the unit's employed residents who work anywhere in its area.
pub fn own_share(work: &Work, unit: UnitIx) -> Option<f64> {
    let (flows, partition) = (&work.matrix.flows, &work.run.partition);
    let area = partition.area_of(unit)?;
    let inside: f64 =
        flows.leaving(unit).filter(|&(other, _)| partition.area_of(other) == Some(area)).map(|(_, persons)| persons).sum();
    let residents = flows.residents(unit);
    work.resting(inside / residents).filter(|_| residents > 0.0)
}
