//! PAR-003: exactly one leader on every date after formation.

use std::collections::BTreeSet;

use super::{Finding, Rule};
use crate::partnership::dossier::Dossier;
use crate::partnership::membership::{MemberRole, Membership, Party};
use crate::partnership::reading::Kept;
use crate::partnership::tenure::Certainty;
use crate::record::Kind;
use crate::values::Day;

/// A time in which the number of leaders is wrong.
#[derive(Clone, PartialEq, Eq)]
struct Fault {
    case: &'static str,
    leaders: BTreeSet<Party>,
}

/// Each time between formation and today, or dissolution, without a leader or with several. A leader that is only possible
/// is neither missed nor counted; a second one whose note says why is accepted.
pub(super) fn check(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let Some(formed) = dossier.formed() else { return Vec::new() };
    let (first, end) = (formed.last_day(), dossier.partnership.dissolved.map_or(today, |date| date.first_day().min(today)));
    let leading: Vec<&Kept<Membership>> = dossier.memberships.iter().filter(|row| row.role == MemberRole::Leader).collect();
    let turns = leading.iter().flat_map(|row| row.tenure().turns().collect::<Vec<_>>());
    let days: BTreeSet<Day> = turns.filter(|day| first < *day && *day <= end).chain([first]).filter(|day| *day <= end).collect();
    let mut times: Vec<(Day, Option<Fault>)> = days.into_iter().map(|day| (day, fault(&leading, day))).collect();
    times.dedup_by(|next, before| next.1 == before.1);
    let ends = times.iter().skip(1).map(|(day, _)| Some(day.previous())).chain([None]).collect::<Vec<_>>();
    let found = times.into_iter().zip(ends).filter_map(|((from, fault), to)| Some((from, to, fault?)));
    found.map(|(from, to, fault)| finding(dossier, (from, to), &fault)).collect()
}

fn fault(leading: &[&Kept<Membership>], day: Day) -> Option<Fault> {
    let on: Vec<(Certainty, &&Kept<Membership>)> = leading.iter().map(|row| (row.tenure().on(day), row)).collect();
    if on.iter().all(|(certainty, _)| *certainty == Certainty::No) {
        return Some(Fault { case: "none", leaders: BTreeSet::new() });
    }
    let is_unexplained = |row: &Membership| row.note.as_ref().is_none_or(crate::values::Translated::is_empty);
    let certain = on.iter().filter(|(certainty, _)| *certainty == Certainty::Certain);
    let leaders: BTreeSet<Party> = certain.filter(|(_, row)| is_unexplained(row)).filter_map(|(_, row)| row.party()).collect();
    (leaders.len() > 1).then_some(Fault { case: "several", leaders })
}

fn finding(dossier: &Dossier, (from, to): (Day, Option<Day>), fault: &Fault) -> Finding {
    let finding = Finding::new(Rule::Par003, fault.case, (Kind::Partnerships, &dossier.partnership.id)).with("from", from);
    let finding = match to {
        Some(to) => finding.with("to", to),
        None => finding,
    };
    if fault.leaders.is_empty() {
        return finding;
    }
    finding.with("count", fault.leaders.len()).naming("parties", fault.leaders.iter().cloned())
}
