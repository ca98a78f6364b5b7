//! Rules on the evidence of a diagnosis: DIA-001 to DIA-005.

use std::collections::BTreeSet;

use super::{Finding, Rule};
use crate::partnership::dossier::Dossier;
use crate::partnership::evidence::{Finding as Found, Survey, SurveyState};
use crate::partnership::membership::Party;
use crate::partnership::reading::Kept;
use crate::partnership::themes::within;
use crate::record::Kind;
use crate::values::{Day, PartialDate};

pub(super) fn check(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let bare = dossier.findings.iter().filter(|finding| !finding.has_evidence());
    let mut findings: Vec<Finding> =
        bare.map(|finding| Finding::new(Rule::Dia001, "none", (Kind::Findings, &finding.id))).collect();
    let stands = |ids: &[String]| ids.iter().any(|id| dossier.findings.iter().any(|finding| finding.id == *id));
    let challenges = dossier.challenges.iter().filter(|challenge| !stands(&challenge.findings));
    findings.extend(challenges.map(|challenge| Finding::new(Rule::Dia002, "none", (Kind::Challenges, &challenge.id))));
    let items = dossier.swot.iter().filter(|item| !stands(&item.findings));
    findings.extend(items.map(|item| Finding::new(Rule::Dia003, "none", (Kind::SwotItems, &item.id))));
    findings.extend(dossier.surveys.iter().filter_map(|survey| unanswered(dossier, survey, today)));
    findings.extend(themes_without_findings(dossier));
    findings.extend(outside_themes(dossier));
    findings
}

/// DIA-005: a theme that the partnership declared and that no finding is about, itself or within it. While no finding names
/// any theme, nothing is judged.
fn themes_without_findings(dossier: &Dossier) -> impl Iterator<Item = Finding> {
    let named: BTreeSet<&String> = dossier.findings.iter().flat_map(|finding| &finding.themes).collect();
    let is_bare = move |theme: &&String| !named.is_empty() && within(&dossier.themes, theme).iter().all(|id| !named.contains(id));
    let bare = dossier.partnership.themes.iter().filter(is_bare);
    bare.map(|theme| Finding::new(Rule::Dia005, "no-finding", (Kind::Themes, theme)))
}

/// DIA-005: a finding whose themes all lie outside those that the partnership declared.
fn outside_themes(dossier: &Dossier) -> impl Iterator<Item = Finding> {
    let declared: BTreeSet<String> = dossier.partnership.themes.iter().flat_map(|theme| within(&dossier.themes, theme)).collect();
    let is_outside = move |finding: &&Kept<Found>| {
        !declared.is_empty() && !finding.themes.is_empty() && finding.themes.iter().all(|theme| !declared.contains(theme))
    };
    let outside = dossier.findings.iter().filter(is_outside);
    outside.map(|finding| Finding::new(Rule::Dia005, "outside", (Kind::Findings, &finding.id)))
}

/// DIA-004: a survey that is closed against the members of the day on which it ended. One whose answers were counted
/// elsewhere and stand in its attachment is passed over.
fn unanswered(dossier: &Dossier, survey: &Kept<Survey>, today: Day) -> Option<Finding> {
    if survey.survey_state != SurveyState::Closed {
        return None;
    }
    let answers = dossier.answers_by_unit.get(&survey.id).filter(|answers| !answers.is_empty());
    let subject = (Kind::Surveys, survey.id.as_str());
    let Some(answers) = answers else {
        return survey.attachment.is_none().then(|| Finding::new(Rule::Dia004, "none", subject));
    };
    let on = survey.valid_to.map_or(today, PartialDate::last_day).min(today);
    let is_silent = |party: &Party| party.unit().is_some_and(|unit| !answers.contains_key(unit.as_str()));
    let members = dossier.members_on(on);
    let silent: Vec<Party> = members.all().map(|member| member.party.clone()).filter(is_silent).collect();
    (!silent.is_empty()).then(|| Finding::new(Rule::Dia004, "silent", subject).naming("members", silent))
}
