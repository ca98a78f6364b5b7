//! What was decided on a unit, as a sentence in the reader's language.

use miedza_delimitation::method::{Action, Figures, Reason, Step};
use miedza_territory::{UnitIx, Units};
use miedza_texts::{Key, Language, Message, key};

/// Names of units for people: the name with the code, or the code alone.
#[derive(Clone, Debug)]
pub struct Names<'a> {
    units: &'a Units,
    names: &'a [Option<String>],
}

impl<'a> Names<'a> {
    /// `names` holds one entry per unit, in their order.
    pub const fn new(units: &'a Units, names: &'a [Option<String>]) -> Self {
        Self { units, names }
    }

    /// `Kalisz (306101)`, or `306101` where no name is known.
    pub fn full(&self, unit: UnitIx) -> String {
        let code = self.units.code(unit);
        match &self.names[unit.get()] {
            Some(name) => format!("{name} ({code})"),
            None => code.to_string(),
        }
    }

    /// The name, or the code where no name is known.
    pub fn short(&self, unit: UnitIx) -> String {
        self.names[unit.get()].clone().unwrap_or_else(|| self.units.code(unit).to_string())
    }

    /// The name alone where no other unit bears it, else with the code.
    pub fn apart(&self, unit: UnitIx) -> String {
        let name = &self.names[unit.get()];
        let bearers = self.names.iter().filter(|other| *other == name).count();
        if name.is_some() && bearers > 1 { self.full(unit) } else { self.short(unit) }
    }
}

/// The sentence of a step.
pub fn sentence(step: &Step, names: &Names, language: Language) -> String {
    let mut message = Message::new(action_key(step.action)).with("unit", names.full(step.unit));
    message = message.with("reason", reason(step, names));
    for (name, unit) in [("from", step.from), ("to", step.to)] {
        message = message.with(name, unit.map_or_else(|| "–".to_owned(), |unit| names.full(unit)));
    }
    let mut said = language.say(&message);
    if let Some(next) = runner_up(&step.figures, names, language) {
        said.push_str("; ");
        said.push_str(&next);
    }
    said
}

const fn action_key(action: Action) -> Key {
    match action {
        Action::Excluded => key::LOG_EXCLUDED,
        Action::Merged => key::LOG_MERGED,
        Action::SentToReserve => key::LOG_SENT_TO_RESERVE,
        Action::AssignedFromReserve => key::LOG_ASSIGNED_FROM_RESERVE,
        Action::Core => key::LOG_CORE,
        Action::MergedCore => key::LOG_MERGED_CORE,
        Action::Joined => key::LOG_JOINED,
        Action::DroppedExclave => key::LOG_DROPPED_EXCLAVE,
        Action::AddedEnclave => key::LOG_ADDED_ENCLAVE,
        Action::MovedForContiguity => key::LOG_MOVED_FOR_CONTIGUITY,
        Action::FineTuned => key::LOG_FINE_TUNED,
        Action::Stayed => key::LOG_STAYED,
        Action::Unassigned => key::LOG_UNASSIGNED,
    }
}

/// Why a unit takes no part.
pub const fn exclusion_key(reason: Reason) -> Key {
    match reason {
        Reason::NoResidents => key::REASON_NO_RESIDENTS,
        Reason::NoJobs => key::REASON_NO_JOBS,
        _ => key::REASON_CLOSED,
    }
}

fn reason(step: &Step, names: &Names) -> Message {
    let figures = &step.figures;
    let target = step.to.map_or_else(|| "–".to_owned(), |unit| names.full(unit));
    let plain = match step.reason {
        Reason::NoResidents | Reason::NoJobs | Reason::Closed => return exclusion_key(step.reason).into(),
        Reason::NoLink => return key::REASON_NO_LINK.into(),
        Reason::NoDenominator => return key::REASON_NO_DENOMINATOR.into(),
        Reason::Listed => return key::REASON_LISTED.into(),
        Reason::NotContiguous => return key::REASON_NOT_CONTIGUOUS.into(),
        Reason::NoNeighbour => return key::REASON_NO_NEIGHBOUR.into(),
        Reason::BelowThreshold if step.to.is_none() => return key::REASON_BELOW_THRESHOLD_NOWHERE.into(),
        Reason::StrongestLink if figures.validity_after.is_some() => key::REASON_STRONGEST_LINK_VALID,
        Reason::StrongestLink => key::REASON_STRONGEST_LINK,
        Reason::WouldWeakenTarget => key::REASON_WOULD_WEAKEN_TARGET,
        Reason::MeetsCoreRule => key::REASON_MEETS_CORE_RULE,
        Reason::CoresTied => key::REASON_CORES_TIED,
        Reason::ShareReached => key::REASON_SHARE_REACHED,
        Reason::ReverseShareReached => key::REASON_REVERSE_SHARE_REACHED,
        Reason::BelowThreshold => key::REASON_BELOW_THRESHOLD,
        Reason::Surrounded => key::REASON_SURROUNDED,
    };
    Message::new(plain)
        .with("to", target)
        .with("linkage", number(figures.linkage, 4))
        .with("before", number(figures.validity_before, 4))
        .with("after", number(figures.validity_after, 4))
        .with("persons", number(figures.persons, 0))
        .with("share", miedza_texts::Argument::Share(figures.share.unwrap_or(f64::NAN), 1))
}

const fn number(number: Option<f64>, decimals: usize) -> miedza_texts::Argument {
    miedza_texts::Argument::Number(
        match number {
            Some(number) => number,
            None => f64::NAN,
        },
        decimals,
    )
}

fn runner_up(figures: &Figures, names: &Names, language: Language) -> Option<String> {
    let unit = figures.runner_up?;
    let figure = match (figures.runner_up_share, figures.runner_up_linkage) {
        (Some(share), _) => language.share(share, 1),
        (None, Some(linkage)) => language.number(linkage, 4),
        (None, None) => return None,
    };
    Some(language.say(&Message::new(key::LOG_RUNNER_UP).with("unit", names.full(unit)).with("figure", figure)))
}
