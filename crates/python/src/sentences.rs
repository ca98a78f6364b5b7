//! What was decided on a unit, as one English sentence. Other languages, and names of units, are in the program.

use miedza_delimitation::method::{Action, Outcome, Reason, Step};
use miedza_territory::{UnitIx, Units};

/// A step of a run.
pub struct Told<'a> {
    /// The units.
    pub units: &'a Units,
    /// The run.
    pub outcome: &'a Outcome,
    /// The step.
    pub step: &'a Step,
}

impl Told<'_> {
    /// What was done, why, and what came next to it.
    pub fn sentence(&self) -> String {
        let next = self.runner_up().map_or_else(String::new, |next| format!("; next best: {next}"));
        format!("{}: {}{next}", self.action(), self.reason())
    }

    fn code(&self, unit: Option<UnitIx>) -> &str {
        unit.map_or("no unit", |unit| self.units.code(unit).as_str())
    }

    fn action(&self) -> String {
        let Step { unit, from, to, .. } = *self.step;
        let (unit, from, to) = (self.code(Some(unit)), self.code(from), self.code(to));
        match self.step.action {
            Action::Excluded => format!("{unit} cannot take part"),
            Action::Merged | Action::Joined => format!("{unit} joins the area of {to}"),
            Action::Fused => format!("the area of {unit} and the area of {to} become one"),
            Action::SentToReserve => format!("{unit} is put into the reserve"),
            Action::AssignedFromReserve => format!("{unit} leaves the reserve for the area of {to}"),
            Action::Core => format!("{unit} is a core"),
            Action::MergedCore => format!("the core {unit} is joined with the core {to}"),
            Action::Grouped => format!("{unit} is in the area of {to}"),
            Action::DroppedExclave => format!("{unit} leaves the area of {from}"),
            Action::AddedEnclave => format!("{unit} is added to the area of {to}"),
            Action::MovedForContiguity => format!("{unit} moves from the area of {from} to the area of {to}"),
            Action::FineTuned => format!("{unit} is moved by hand from the area of {from} to the area of {to}"),
            Action::Stayed => format!("{unit} stays in the area of {from}"),
            Action::Unassigned => format!("{unit} belongs to no area"),
        }
    }

    fn reason(&self) -> String {
        let figures = &self.step.figures;
        let (to, linkage, share) = (self.code(self.step.to), number(figures.linkage, 4), percent(figures.share));
        let (before, after) = (number(figures.validity_before, 4), number(figures.validity_after, 4));
        let persons = number(figures.persons, 0);
        match self.step.reason {
            Reason::NoResidents => "no employed resident of it works in any unit of the matrix".to_owned(),
            Reason::NoJobs => "nobody in the matrix works there".to_owned(),
            Reason::Closed => "it exchanges nobody with other units".to_owned(),
            Reason::StrongestLink if figures.validity_after.is_some() => {
                format!("its link is strongest there ({linkage}), and the validity of that area goes from {before} to {after}")
            }
            Reason::StrongestLink => format!("its link is strongest there ({linkage})"),
            Reason::LargestInteraction => format!(
                "of all pairs most happens between these two, {linkage} times what their sizes lead to expect; \
                 {share} of all persons now live and work in the same area"
            ),
            Reason::NotSelfContained => format!(
                "of all areas it lacks most self-containment, {share} on both sides together, and its link is strongest \
                 there ({linkage})"
            ),
            Reason::DominantFlow => format!("most of those who leave it go there ({share}, persons: {persons})"),
            Reason::Terminal if self.step.to.is_none() => "no flow from it to another unit counts".to_owned(),
            Reason::Terminal => format!("its largest flow goes to {to}, which is less important"),
            Reason::CriteriaMet => format!("it passes {}", self.criteria()),
            Reason::CriteriaNotMet => format!("it passes only {}", self.criteria()),
            Reason::WouldWeakenTarget => {
                format!("its link is strongest with {to} ({linkage}), whose validity would fall from {before} to {after}")
            }
            _ => self.other_reason(),
        }
    }

    /// Reasons of methods with cores, and of areas that must hang together.
    fn other_reason(&self) -> String {
        let figures = &self.step.figures;
        let (to, share, persons) = (self.code(self.step.to), percent(figures.share), number(figures.persons, 0));
        match self.step.reason {
            Reason::NoLink => "no flow ties it to any other area".to_owned(),
            Reason::NoDenominator => "what its share would be a share of is 0 or not known".to_owned(),
            Reason::Listed => "it is in the list of cores".to_owned(),
            Reason::MeetsCoreRule => format!("it has {persons} jobs and meets the rule for cores"),
            Reason::CoresTied => format!("its share of commuters there, {share}, ties the two"),
            Reason::ShareReached => format!("its share there is {share} ({persons} persons), and that reaches the threshold"),
            Reason::ReverseShareReached => {
                format!(
                    "{share} of its jobs are held by residents from there ({persons} persons), and that reaches the threshold"
                )
            }
            Reason::BelowThreshold if self.step.to.is_none() => "nobody commutes from it to any core".to_owned(),
            Reason::BelowThreshold => format!("no core reaches the threshold; with the nearest, {to}, its share is {share}"),
            Reason::ExchangeInside => {
                format!("{share} of the commuters it exchanges with other units go to or come from that area ({persons} persons)")
            }
            Reason::BetterAlone => "by the measure of the method no other area would gain by it".to_owned(),
            Reason::NoFlow => "nobody in the matrix lives or works in it".to_owned(),
            Reason::Surrounded => format!("that area holds {share} of its border"),
            Reason::NotContiguous => "no land way inside the area leads to its main part".to_owned(),
            Reason::NoNeighbour => "it touches no other area".to_owned(),
            other => other.key().replace('_', " "),
        }
    }

    fn criteria(&self) -> String {
        let judgements = self.outcome.judgements.as_ref();
        let verdict = judgements.and_then(|judgements| Some((judgements, judgements.units[self.step.unit].as_ref()?)));
        verdict.map_or_else(
            || "criteria that nobody wrote down".to_owned(),
            |(judgements, verdict)| format!("{} of {} criteria", verdict.passed, judgements.criteria.len()),
        )
    }

    fn runner_up(&self) -> Option<String> {
        let figures = &self.step.figures;
        let unit = self.code(Some(figures.runner_up?));
        let figure = match (figures.runner_up_share, figures.runner_up_linkage) {
            (None, None) => return None,
            (None, linkage) => number(linkage, 4),
            (share, _) => percent(share),
        };
        Some(format!("{unit}, {figure}"))
    }
}

fn number(number: Option<f64>, decimals: usize) -> String {
    number.map_or_else(|| "not known".to_owned(), |number| format!("{number:.decimals$}"))
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "an unknown share".to_owned(), |share| format!("{:.1}%", share * 100.0))
}
