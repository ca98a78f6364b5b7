//! Rules on members: PAR-001, PAR-002, PAR-004, PAR-005, PAR-006, PAR-010, STR-013.

use std::collections::BTreeSet;

use miedza_territory::UnitCode;

use super::{Finding, Rule, Severity};
use crate::partnership::count::{CountCheck, CountVerdict};
use crate::partnership::counties::{Cover, covers_whole_counties};
use crate::partnership::dossier::Dossier;
use crate::partnership::identity::misfits;
use crate::partnership::membership::{Ground, LinkEvidence, Membership, Party, collision};
use crate::partnership::places::is_same_unit;
use crate::partnership::reading::Kept;
use crate::partnership::signature::{Signature, strangers};
use crate::record::Kind;
use crate::values::Day;

pub(super) fn check(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let mut findings: Vec<Finding> = dossier.count_checks().iter().filter_map(count).collect();
    findings.extend(dossier.memberships.iter().filter_map(|membership| registered(dossier, membership)));
    findings.extend(signatures(dossier));
    findings.extend(overlaps(&dossier.memberships));
    findings.extend(without_basis(dossier));
    findings.extend(dossier.memberships.iter().flat_map(linked));
    findings.extend(form(dossier, today));
    findings.extend(counties(dossier, today));
    findings.extend(circle(dossier));
    findings
}

/// PAR-011: a partnership that is nested in itself, directly or through others.
fn circle(dossier: &Dossier) -> Option<Finding> {
    let own = &dossier.partnership;
    let is_own = |id: &&String| **id == own.id;
    let direct = own.parent_partnership.iter().find(is_own);
    let finding = Finding::new(Rule::Par011, "circle", (Kind::Partnerships, &own.id));
    direct.or_else(|| dossier.above.iter().find(is_own)).map(|_| finding)
}

/// PAR-001. That a source gives no names is worth knowing, not wrong.
fn count(check: &CountCheck) -> Option<Finding> {
    let (case, difference, severity) = match check.verdict {
        CountVerdict::Equal => return None,
        CountVerdict::NamesNotGiven { unnamed } => ("names-not-given", unnamed, Severity::Information),
        CountVerdict::NamedOtherwise { difference, .. } => ("named-otherwise", difference, Severity::Error),
        CountVerdict::Fewer { missing } => ("fewer", missing, Severity::Error),
        CountVerdict::More { surplus } => ("more", surplus, Severity::Error),
    };
    let finding = Finding::new(Rule::Par001, case, (check.of.0, &check.of.1)).weighing(severity);
    let finding = finding.with("date", check.date).with("stated", check.stated).with("difference", difference);
    let finding = finding.with("certain", check.certain).with("possible", check.possible);
    Some(match check.verdict {
        CountVerdict::NamedOtherwise { named, .. } => finding.with("named", named),
        _ => finding,
    })
}

/// PAR-002, for units, once a register is known.
fn registered(dossier: &Dossier, membership: &Kept<Membership>) -> Option<Finding> {
    let unit = membership.unit.as_ref().filter(|_| !dossier.places.is_empty())?;
    let finding = |case| Finding::new(Rule::Par002, case, (Kind::Memberships, &membership.id)).about(membership.party());
    if dossier.places.find(unit).is_none_or(|place| place.is_of_other_kind) {
        return Some(finding("unknown").with("unit", unit));
    }
    // The code must have been there on some day of the membership: on its last one, or still.
    let last = membership.valid_to.or(membership.valid_from).or(membership.known_on)?;
    let days = [membership.valid_from, membership.known_on, membership.valid_to].into_iter().flatten();
    let was_there =
        days.flat_map(|date| [date.first_day(), date.last_day()]).any(|day| dossier.places.is_registered_on(unit, day));
    let is_there = membership.valid_to.is_none() && dossier.places.find(unit).is_some_and(|place| place.valid_to.is_none());
    (!was_there && !is_there).then(|| finding("other-time").with("unit", unit).with("date", last))
}

/// PAR-004, first half: who signed is or becomes a member.
fn signatures(dossier: &Dossier) -> Vec<Finding> {
    let finding = |signature: &Kept<Signature>| {
        let finding = Finding::new(Rule::Par004, "stranger", (Kind::Signatures, &signature.id)).about(signature.party());
        finding.with("document", &signature.document)
    };
    let strangers = strangers(&dossier.documents, &dossier.signatures, &dossier.memberships).into_iter().map(finding);
    strangers.chain(signed_twice(&dossier.signatures)).collect()
}

/// PAR-004, second half: somebody signs a document once.
fn signed_twice(signatures: &[Kept<Signature>]) -> Vec<Finding> {
    let mut signed: BTreeSet<(&str, Party)> = BTreeSet::new();
    let again = signatures.iter().filter(|signature| {
        signature.party().is_some_and(|party| !signed.insert((signature.document.as_str(), party.lasting())))
    });
    let finding = |signature: &Kept<Signature>| {
        let finding = Finding::new(Rule::Par004, "twice", (Kind::Signatures, &signature.id)).about(signature.party());
        finding.with("document", &signature.document)
    };
    again.map(finding).collect()
}

/// PAR-005, first half: two memberships of one member that surely share a day; told once for each pair. Under one code a
/// member may have several roles; under two codes of one unit, or of a unit and its part, it is kept twice in any roles.
fn overlaps(memberships: &[Kept<Membership>]) -> Vec<Finding> {
    let pairs = memberships.iter().enumerate().flat_map(|(position, one)| {
        memberships[position + 1..].iter().filter_map(move |two| Some((one, two, collision(one, two)?)))
    });
    let finding = |(one, two, case): (&Kept<Membership>, &Kept<Membership>, &'static str)| {
        let finding = Finding::new(Rule::Par005, case, (Kind::Memberships, &one.id)).about(one.party());
        let finding = finding.with("role", one.role.name()).with("other", &two.id);
        if case == "overlap" {
            return finding;
        }
        let code = |row: &Membership| row.unit.clone().map(|code| code.to_string()).unwrap_or_default();
        finding.with("unit", code(one)).with("twin", code(two))
    };
    pairs.map(finding).collect()
}

/// PAR-005, second half; told once for all memberships, since sources often say who is a member without saying by what.
fn without_basis(dossier: &Dossier) -> Option<Finding> {
    let bare: Vec<&Kept<Membership>> = dossier.memberships.iter().filter(|row| row.basis.is_none()).collect();
    let parties: BTreeSet<Party> = bare.iter().filter_map(|row| row.party()).collect();
    let finding = Finding::new(Rule::Par005, "no-basis", (Kind::Partnerships, &dossier.partnership.id));
    (!bare.is_empty()).then(|| finding.with("count", bare.len()).naming("parties", parties))
}

/// PAR-006. That a text says so is no evidence.
fn linked(membership: &Kept<Membership>) -> Vec<Finding> {
    if membership.ground != Some(Ground::FunctionallyLinked) {
        return Vec::new();
    }
    let has_evidence = membership.link_evidence.iter().any(|evidence| *evidence != LinkEvidence::StatedOnly);
    let is_self = |unit: &UnitCode| membership.unit.as_ref().is_some_and(|own| is_same_unit(own, unit));
    let links_to_itself = membership.linked_to.iter().any(is_self);
    let faults = [("no-unit", membership.linked_to.is_empty()), ("itself", links_to_itself), ("no-evidence", !has_evidence)];
    let finding = |case| Finding::new(Rule::Par006, case, (Kind::Memberships, &membership.id)).about(membership.party());
    faults.into_iter().filter(|(_, is_broken)| *is_broken).map(|(case, _)| finding(case)).collect()
}

/// PAR-010, for the members of today.
fn form(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let Some(form) = dossier.partnership.legal_form else { return Vec::new() };
    let members = dossier.members_on(today);
    let parties: Vec<Party> = members.all().map(|member| member.party.clone()).collect();
    let finding = |party| {
        let finding = Finding::new(Rule::Par010, "misfit", (Kind::Partnerships, &dossier.partnership.id));
        finding.about(Some(party)).with("form", form.name())
    };
    misfits(form, &parties, &dossier.places, &dossier.organisations).into_iter().map(finding).collect()
}

/// STR-013, for the members of today.
fn counties(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let members = dossier.members_on(today);
    let units: BTreeSet<UnitCode> = members.all().filter_map(|member| member.party.unit().cloned()).collect();
    let covers = covers_whole_counties(&units, &dossier.register, &dossier.places);
    let finding = |county: UnitCode| {
        let finding = Finding::new(Rule::Str013, "county-missing", (Kind::Partnerships, &dossier.partnership.id));
        finding.about(Some(Party::Unit(county)))
    };
    covers.into_iter().filter(Cover::lacks_its_county).map(|cover| finding(cover.county)).collect()
}
