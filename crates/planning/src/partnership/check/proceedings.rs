//! Rules on what happened: PAR-007, PAR-008.

use std::collections::BTreeMap;

use super::{Finding, Rule, Severity};
use crate::partnership::body::DecisionReason;
use crate::partnership::dossier::Dossier;
use crate::partnership::reading::Kept;
use crate::partnership::resolution::{Resolution, ResolutionState, folded, judge};
use crate::partnership::signature::Signature;
use crate::partnership::timeline::{Entry, EventKind, Saying, out_of_order};
use crate::record::Kind;
use crate::values::PartialDate;

pub(super) fn check(dossier: &Dossier) -> Vec<Finding> {
    let line = dossier.timeline();
    let mut findings: Vec<Finding> = told_order(&line);
    findings.extend(stage_order(&line));
    findings.extend(signed_before(dossier));
    findings.extend(dossier.resolutions.iter().flat_map(|resolution| votes(dossier, resolution)));
    findings.extend(same_numbers(dossier));
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

/// PAR-007, third part: nobody signs a document surely before it was written.
fn signed_before(dossier: &Dossier) -> Vec<Finding> {
    let finding = |signature: &Kept<Signature>| {
        let document = dossier.documents.iter().find(|document| document.id == signature.document)?;
        let (signed, written) = (signature.date?, document.date?);
        let finding = Finding::new(Rule::Par007, "signed-before", (Kind::Signatures, &signature.id)).about(signature.party());
        let finding = finding.with("document", &document.id).with("date", signed).with("before", written);
        (signed.last_day() < written.first_day()).then_some(finding)
    };
    dossier.signatures.iter().filter_map(finding).collect()
}

/// PAR-008, last part: two resolutions of one body under one number in one year; told at the later one.
fn same_numbers(dossier: &Dossier) -> Vec<Finding> {
    let mut first: BTreeMap<(&str, String, Option<i16>), &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for resolution in &dossier.resolutions {
        let year = resolution.decided_on(&dossier.meetings).map(|date| date.first_day().year());
        let mark = (resolution.body.as_str(), folded(&resolution.number), year);
        if let Some(other) = first.get(&mark) {
            let finding = Finding::new(Rule::Par008, "same-number", (Kind::Resolutions, &resolution.id));
            findings.push(finding.with("number", &resolution.number).with("other", other));
        } else {
            first.insert(mark, &resolution.id);
        }
    }
    findings
}

/// PAR-008, for adopted resolutions: what is known to be missed. What nobody recorded is not held against them. More votes
/// than there were voters are wrong in any state.
fn votes(dossier: &Dossier, resolution: &Kept<Resolution>) -> Vec<Finding> {
    let is_adopted = matches!(resolution.state, ResolutionState::Adopted | ResolutionState::Repealed);
    let reasons = judge(resolution, dossier.chamber()).map(|decision| decision.reasons).unwrap_or_default();
    let finding = |case| Finding::new(Rule::Par008, case, (Kind::Resolutions, &resolution.id)).with("number", &resolution.number);
    let is_assumed = reasons.contains(&DecisionReason::MajorityNotStated);
    let told = reasons.into_iter().filter_map(|reason| match reason {
        DecisionReason::MoreVotesThanPresent { votes, present } => {
            let finding = finding("too-many-votes").with("votes", votes).with("present", present);
            Some(finding.weighing(Severity::Error))
        }
        _ if !is_adopted => None,
        DecisionReason::QuorumMissed { present, needed, seats } => {
            Some(finding("no-quorum").with("present", present).with("needed", needed).with("seats", seats))
        }
        DecisionReason::MajorityMissed { for_, needed } => {
            let case = if is_assumed { "no-majority-assumed" } else { "no-majority" };
            Some(finding(case).with("for", for_).with("needed", needed))
        }
        _ => None,
    });
    told.collect()
}
