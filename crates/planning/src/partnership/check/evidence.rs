//! Rules on the evidence of a diagnosis: DIA-001 to DIA-004.

use super::{Finding, Rule};
use crate::partnership::dossier::Dossier;
use crate::partnership::evidence::{Survey, SurveyState};
use crate::partnership::membership::Party;
use crate::partnership::reading::Kept;
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
    findings
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
