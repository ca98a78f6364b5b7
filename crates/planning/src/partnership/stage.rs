//! The life cycle: nineteen stages in order, the gate before each, and which of them a partnership has been through.
//!
//! Stages overlap, so a gate is no lock: it says what is still missing before a stage can be entered with good reason. Gates
//! whose records are kept nowhere yet are left open.

use serde::{Deserialize, Serialize};

use super::reading::{Kept, Reading};
use super::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// A stage of the life cycle, in order.
    Stage of STAGE {
        /// Somebody begins.
        Initiation = "initiation",
        /// Declaration, letter of intent.
        Declaration = "declaration",
        /// Agreement, statute, registration.
        Formation = "formation",
        /// Bodies, rules, work plan.
        Governance = "governance",
        /// Diagnosis.
        Diagnosis = "diagnosis",
        /// Delimitation of the functional area.
        Delimitation = "delimitation",
        /// Strategy.
        Strategy = "strategy",
        /// Public consultation.
        Consultation = "consultation",
        /// Evaluation beforehand, environmental assessment, opinions.
        AssessmentAndOpinion = "assessment_and_opinion",
        /// Adoption of the strategy.
        Adoption = "adoption",
        /// Package of projects.
        ProjectPackage = "project_package",
        /// Action plans.
        ActionPlans = "action_plans",
        /// Trainings, visits, exchanges.
        CapacityBuilding = "capacity_building",
        /// Promotion.
        Promotion = "promotion",
        /// Projects are carried out.
        Implementation = "implementation",
        /// Indicators and progress.
        Monitoring = "monitoring",
        /// Evaluation.
        Evaluation = "evaluation",
        /// Practices are shared.
        Sharing = "sharing",
        /// Update, enlargement or end.
        RenewalOrEnd = "renewal_or_end",
    }
}

words! {
    /// How far a step has come.
    StepState of STEP_STATE {
        /// It is planned.
        Planned = "planned",
        /// It goes on.
        InProgress = "in_progress",
        /// It is done.
        Done = "done",
        /// It was left out.
        Skipped = "skipped",
    }
}

/// A step of the life cycle or of an advisory process, with dates, responsible party and outputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The stage that it belongs to.
    pub stage: Stage,
    /// How far it has come.
    pub state: StepState,
    /// When it began or is to begin.
    pub valid_from: Option<PartialDate>,
    /// When it ended or is to end.
    pub valid_to: Option<PartialDate>,
    /// Who is responsible.
    pub responsible: Option<Translated>,
    /// What came out of it.
    pub outputs: Option<Translated>,
    /// Anything else.
    pub note: Option<Translated>,
}

impl Reading for Step {
    const KIND: Kind = Kind::Steps;
}

/// How far a partnership has come with a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Passage {
    /// Nobody recorded it, and the partnership stands before it.
    Ahead,
    /// It is planned.
    Planned,
    /// The partnership is in it.
    Here,
    /// It was gone through.
    Done,
    /// It was left out.
    Skipped,
    /// Nobody recorded it, and the partnership stands behind it.
    NotRecorded,
}

/// Every stage in order, with how far the partnership has come and the steps that say so.
///
/// A stage with several steps is done when all are done or left out. Without any step the stage where the partnership
/// stands is "here".
#[must_use]
pub fn passages(standing: Stage, steps: &[Kept<Step>]) -> Vec<(Stage, Passage, Vec<&Kept<Step>>)> {
    let of_stage = |stage: Stage| {
        let mut ours: Vec<&Kept<Step>> = steps.iter().filter(|step| step.stage == stage).collect();
        ours.sort_by_key(|step| (step.valid_from.is_none(), step.valid_from, &step.id));
        (stage, passage(stage, standing, &ours), ours)
    };
    Stage::ALL.iter().copied().map(of_stage).collect()
}

fn passage(stage: Stage, standing: Stage, steps: &[&Kept<Step>]) -> Passage {
    let all = |states: &[StepState]| steps.iter().all(|step| states.contains(&step.state));
    match steps {
        [] if stage == standing => Passage::Here,
        [] if stage > standing => Passage::Ahead,
        [] => Passage::NotRecorded,
        _ if all(&[StepState::Skipped]) => Passage::Skipped,
        _ if all(&[StepState::Done, StepState::Skipped]) => Passage::Done,
        _ if all(&[StepState::Planned, StepState::Skipped]) => Passage::Planned,
        _ => Passage::Here,
    }
}

/// What must be there before a stage is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// An initiator.
    InitiatorKnown,
    /// At least two units that are interested.
    TwoUnitsInterested,
    /// Resolutions of the members' councils.
    CouncilResolutions,
    /// An agreement in force.
    AgreementInForce,
    /// A work plan that was adopted.
    WorkPlanAdopted,
    /// Data.
    DataAvailable,
    /// A diagnosis that was accepted.
    DiagnosisAccepted,
    /// A draft that was published.
    DraftPublished,
    /// A consultation that was closed.
    ConsultationClosed,
    /// Opinions that came or are deemed given.
    OpinionsReceived,
    /// A strategy at least in draft.
    StrategyDrafted,
    /// Contracts that were signed.
    ContractsSigned,
    /// Indicators with baselines.
    BaselinesKnown,
    /// A period of monitoring that has ended.
    MonitoringEnded,
    /// Lessons.
    LessonsExist,
    /// The end of the period.
    PeriodEnded,
}

impl Stage {
    /// The gate before it; `None` for what runs beside the other stages.
    #[must_use]
    pub const fn gate(self) -> Option<Gate> {
        Some(match self {
            Self::Initiation => Gate::InitiatorKnown,
            Self::Declaration => Gate::TwoUnitsInterested,
            Self::Formation => Gate::CouncilResolutions,
            Self::Governance => Gate::AgreementInForce,
            Self::Diagnosis => Gate::WorkPlanAdopted,
            Self::Delimitation => Gate::DataAvailable,
            Self::Strategy => Gate::DiagnosisAccepted,
            Self::Consultation => Gate::DraftPublished,
            Self::AssessmentAndOpinion => Gate::ConsultationClosed,
            Self::Adoption => Gate::OpinionsReceived,
            Self::ProjectPackage | Self::ActionPlans => Gate::StrategyDrafted,
            Self::CapacityBuilding | Self::Promotion => return None,
            Self::Implementation => Gate::ContractsSigned,
            Self::Monitoring => Gate::BaselinesKnown,
            Self::Evaluation => Gate::MonitoringEnded,
            Self::Sharing => Gate::LessonsExist,
            Self::RenewalOrEnd => Gate::PeriodEnded,
        })
    }
}

/// What is known where gates are judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// How many initiators and leaders are recorded.
    pub initiators: usize,
    /// How many units are members, certain or possible, or signed something.
    pub units_interested: usize,
    /// How many agreements, statutes and the like are adopted or in force.
    pub agreements: usize,
    /// How many variants rest on data.
    pub variants_from_data: usize,
    /// How many strategies are recorded, in any state.
    pub strategies: usize,
}

impl Gate {
    /// Whether what it asks for is there; `None` where no record kept so far can say.
    #[must_use]
    pub const fn is_open(self, reached: Reached) -> Option<bool> {
        match self {
            Self::InitiatorKnown => Some(reached.initiators > 0),
            Self::TwoUnitsInterested => Some(reached.units_interested >= 2),
            Self::AgreementInForce => Some(reached.agreements > 0),
            Self::DataAvailable => Some(reached.variants_from_data > 0),
            Self::StrategyDrafted => Some(reached.strategies > 0),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partnership::samples::kept;

    fn step(of: Stage, state: StepState) -> Kept<Step> {
        let (valid_from, valid_to, responsible, outputs, note) = (None, None, None, None, None);
        kept("s", Step { stage: of, state, valid_from, valid_to, responsible, outputs, note })
    }

    #[test]
    fn stages_without_a_step_are_ahead_here_or_not_recorded() {
        let found = passages(Stage::Governance, &[]);

        assert_eq!(found[0].1, Passage::NotRecorded);
        assert_eq!(found[3].1, Passage::Here);
        assert_eq!(found[4].1, Passage::Ahead);
        assert_eq!(found.len(), 19);
    }

    #[test]
    fn a_stage_is_done_when_all_its_steps_are() {
        use StepState::{Done, InProgress, Planned, Skipped};
        let cases: [(&[StepState], Passage); 6] = [
            (&[Done], Passage::Done),
            (&[Done, Skipped], Passage::Done),
            (&[Skipped], Passage::Skipped),
            (&[Planned], Passage::Planned),
            (&[Done, Planned], Passage::Here),
            (&[InProgress], Passage::Here),
        ];
        for (states, expected) in cases {
            let steps: Vec<Kept<Step>> = states.iter().map(|state| step(Stage::Diagnosis, *state)).collect();

            assert_eq!(passages(Stage::Initiation, &steps)[4].1, expected, "{states:?}");
        }
    }

    #[test]
    fn a_gate_says_only_what_records_can_say() {
        let reached = Reached { initiators: 1, units_interested: 1, ..Reached::default() };

        assert_eq!(Gate::InitiatorKnown.is_open(reached), Some(true));
        assert_eq!(Gate::TwoUnitsInterested.is_open(reached), Some(false));
        assert_eq!(Gate::CouncilResolutions.is_open(reached), None);
        assert_eq!(Stage::Promotion.gate(), None);
    }
}
