//! Rules on variants: DEL-001 to DEL-004.

use super::{Finding, Rule, Severity, listed};
use crate::partnership::dossier::Dossier;
use crate::partnership::membership::Party;
use crate::partnership::reading::Kept;
use crate::partnership::resolution::ResolutionState;
use crate::partnership::stage::Stage;
use crate::partnership::variant::{Variant, VariantState, compare};
use crate::record::{Kind, Origin};
use crate::values::Day;

pub(super) fn check(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let adopted: Vec<&Kept<Variant>> = dossier.variants.iter().filter(|variant| variant.state == VariantState::Adopted).collect();
    let mut findings: Vec<Finding> = dossier.variants.iter().filter_map(repeatable).collect();
    findings.extend(one_adopted(dossier, &adopted));
    findings.extend(
        adopted
            .iter()
            .filter(|variant| !is_resolved(dossier, variant))
            .map(|variant| Finding::new(Rule::Del002, "no-resolution", (Kind::Variants, &variant.id))),
    );
    findings.extend(adopted.iter().filter_map(|variant| differs(dossier, variant, today)));
    if let [variant] = dossier.variants.as_slice()
        && variant.state == VariantState::Adopted
    {
        findings.push(Finding::new(Rule::Del004, "one", (Kind::Variants, &variant.id)));
    }
    findings
}

/// DEL-001, as far as records show it. An extent that another source states is told as that source tells it.
fn repeatable(variant: &Kept<Variant>) -> Option<Finding> {
    let lacking = variant.lacks();
    let is_quoted = matches!(variant.origin, Origin::Stated | Origin::External);
    let severity = if is_quoted { Severity::Information } else { Rule::Del001.severity() };
    let finding = Finding::new(Rule::Del001, "lacks", (Kind::Variants, &variant.id)).weighing(severity);
    (!lacking.is_empty()).then(|| finding.with("fields", listed(lacking)))
}

/// DEL-002: several, or none although the partnership with its variants stands behind the delimitation.
fn one_adopted(dossier: &Dossier, adopted: &[&Kept<Variant>]) -> Option<Finding> {
    let subject = (Kind::Partnerships, dossier.partnership.id.as_str());
    let is_behind = dossier.partnership.stage > Stage::Delimitation && !dossier.variants.is_empty();
    match adopted.len() {
        0 if is_behind => Some(Finding::new(Rule::Del002, "none", subject).with("count", dossier.variants.len())),
        0 | 1 => None,
        count => {
            let ids = listed(adopted.iter().map(|variant| &variant.id));
            Some(Finding::new(Rule::Del002, "several", subject).with("count", count).with("variants", ids))
        }
    }
}

fn is_resolved(dossier: &Dossier, variant: &Variant) -> bool {
    let adopting = dossier.resolutions.iter().filter(|resolution| resolution.state == ResolutionState::Adopted);
    variant.resolution.as_ref().is_some_and(|id| adopting.into_iter().any(|resolution| resolution.id == *id))
}

/// DEL-003: the municipalities of the adopted variant against those that are members today, unless its note says why. A
/// county is no unit of a variant.
fn differs(dossier: &Dossier, variant: &Kept<Variant>, today: Day) -> Option<Finding> {
    let is_explained = variant.note.as_ref().is_some_and(|note| !note.is_empty());
    let is_municipality = |unit: &&miedza_territory::UnitCode| {
        matches!(dossier.places.level(unit), None | Some(miedza_territory::Level::Municipality))
    };
    let members = dossier.members_on(today);
    let ours = members.all().filter_map(|member| member.party.unit()).filter(is_municipality);
    let found = compare(&variant.units, ours);
    (!found.is_same() && !is_explained).then(|| {
        let finding = Finding::new(Rule::Del003, "differs", (Kind::Variants, &variant.id));
        let finding = finding.naming("only-variant", found.only_first.into_iter().map(Party::Unit));
        finding.naming("only-members", found.only_second.into_iter().map(Party::Unit))
    })
}
