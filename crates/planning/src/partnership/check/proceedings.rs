//! Rules on what happened: PAR-007, PAR-008.

use super::{Finding, Rule, Severity};
use crate::partnership::body::DecisionReason;
use crate::partnership::dossier::Dossier;
use crate::partnership::reading::Kept;
use crate::partnership::resolution::{Resolution, ResolutionState, judge};
use crate::partnership::timeline::{Entry, EventKind, Saying, out_of_order};
use crate::record::Kind;
use crate::values::PartialDate;

pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let line = dossier.timeline();
    let mut findings: Vec<Finding> = told_order(&line);
    findings.extend(stage_order(&line));
    findings.extend(dossier.resolutions.iter().flat_map(|resolution| votes(dossier, resolution)));
    findings
}

/// PAR-007, first half: told in another order than that of the dates, and not marked doubtful. That is worth a look, no
/// more: a source may begin with what is newest.
fn told_order(line: &[Entry]) -> Vec<Finding> {
    let sure: Vec<Entry> = line.iter().filter(|entry| !entry.is_doubtful).cloned().collect();
    out_of_order(&sure).into_iter().map(|entry| dated("told-order", entry).weighing(Severity::Information)).collect()
}

fn dated(case: &'static str, entry: &Entry) -> Finding {
    let finding = Finding::new(Rule::Par007, case, (entry.of.0, &entry.of.1)).with("event", entry.event_kind.name());
    match entry.date {
        Some(date) => finding.with("date", date),
        None => finding,
    }
}

/// Ranks of events in the order in which a partnership comes about; other kinds may happen at any time.
const fn rank(kind: EventKind) -> Option<u8> {
    match kind {
        EventKind::Initiative => Some(0),
        EventKind::Declaration | EventKind::LetterOfIntent => Some(1),
        EventKind::Agreement | EventKind::Registration => Some(2),
        _ => None,
    }
}

/// PAR-007, second half: the first event of a later stage surely before the first of an earlier one, neither doubtful.
fn stage_order(line: &[Entry]) -> Vec<Finding> {
    let first = |wanted: u8| {
        let of_rank = line.iter().filter(|entry| rank(entry.event_kind) == Some(wanted) && !entry.is_doubtful);
        of_rank.filter(|entry| is_own(entry)).filter_map(|entry| Some((entry.date?, entry))).min_by_key(|(date, _)| *date)
    };
    let firsts: Vec<(PartialDate, &Entry)> = (0..=2).filter_map(first).collect();
    let pairs = firsts.windows(2).filter_map(|pair| match pair {
        [(earlier, before), (later, _)] if later.last_day() < earlier.first_day() => Some((*before, *later)),
        _ => None,
    });
    pairs.map(|(entry, later)| dated("stage-order", entry).with("before", later)).collect()
}

/// A document that nobody wrote an event about may be one of many of its kind, such as an agreement with somebody else.
const fn is_own(entry: &Entry) -> bool {
    matches!(entry.saying, Saying::Own { .. })
}

/// PAR-008, for adopted resolutions: what is known to be missed. What nobody recorded is not held against them.
fn votes(dossier: &Dossier, resolution: &Kept<Resolution>) -> Vec<Finding> {
    if !matches!(resolution.state, ResolutionState::Adopted | ResolutionState::Repealed) {
        return Vec::new();
    }
    let reasons = judge(resolution, dossier.chamber()).map(|decision| decision.reasons).unwrap_or_default();
    let finding = |case| Finding::new(Rule::Par008, case, (Kind::Resolutions, &resolution.id)).with("number", &resolution.number);
    let told = reasons.into_iter().filter_map(|reason| match reason {
        DecisionReason::QuorumMissed { present, needed, seats } => {
            Some(finding("no-quorum").with("present", present).with("needed", needed).with("seats", seats))
        }
        DecisionReason::MajorityMissed { for_, needed } => Some(finding("no-majority").with("for", for_).with("needed", needed)),
        DecisionReason::MoreVotesThanPresent { votes, present } => {
            Some(finding("too-many-votes").with("votes", votes).with("present", present))
        }
        _ => None,
    });
    told.collect()
}
