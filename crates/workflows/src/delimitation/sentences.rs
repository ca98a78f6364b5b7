//! What was decided on a unit, as a sentence in the reader's language.

use miedza_delimitation::method::{Action, Figures, Method, Reason, Step};
use miedza_delimitation::quality;
use miedza_territory::{UnitIx, Units};
use miedza_texts::{Argument, Key, Language, Message, key};

use super::criteria;
use super::matrix::{DiagonalSource, Matrix};
use super::run::Run;

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

/// What the sentences of a log need beside its steps: what a share is a share of, and which units one core has.
#[derive(Clone, Debug)]
pub struct Log<'a> {
    /// Names of the units.
    pub names: Names<'a>,
    /// The run that the steps belong to.
    pub run: &'a Run,
    /// The matrix that it worked on.
    pub matrix: &'a Matrix,
}

impl Log<'_> {
    /// The sentence of a step.
    pub fn sentence(&self, step: &Step, language: Language) -> String {
        let together =
            step.to.filter(|_| step.action == Action::Joined).map(|core| self.core(core)).filter(|core| core.len() > 1);
        let key = if together.is_some() { key::LOG_JOINED_CORES } else { action_key(step.action) };
        let mut message = Message::new(key).with("unit", self.names.full(step.unit)).with("reason", self.reason(step, language));
        for (name, unit) in [("from", step.from), ("to", step.to)] {
            message = message.with(name, unit.map_or_else(|| "–".to_owned(), |unit| self.names.full(unit)));
        }
        if let Some(cores) = together {
            message = message.with("to", self.listed(&cores, language));
        }
        let mut said = language.say(&message);
        if let Some(next) = self.runner_up(&step.figures, language) {
            said.push_str("; ");
            said.push_str(&next);
        }
        if let Some(share) = self.share_to_area(step) {
            let told = Message::new(key::LOG_TO_AREA).with("share", Argument::Share(share, 0));
            said.push_str("; ");
            said.push_str(&language.say(&told));
        }
        said
    }

    /// Share of the unit's out-commuters who go to other parts of its area, where a step made by strength of links led to
    /// the area that it is in at the end: the link alone is a figure that says little to a reader.
    fn share_to_area(&self, step: &Step) -> Option<f64> {
        let partition = &self.run.partition;
        let area = partition.area_of(step.unit).filter(|_| step.reason == Reason::StrongestLink)?;
        let stayed = step.to.is_some_and(|to| partition.area_of(to) == Some(area));
        if stayed { quality::reason(&self.matrix.flows, partition, step.unit).share_to_area } else { None }
    }

    /// The units of the core that is called by its smallest unit; that unit alone where the method has no cores.
    fn core(&self, smallest: UnitIx) -> Vec<UnitIx> {
        let found = self.run.outcome.cores.iter().find(|core| core.first() == Some(&smallest));
        found.cloned().unwrap_or_else(|| vec![smallest])
    }

    /// A core in words: its unit, or all its units together.
    fn core_in_words(&self, smallest: UnitIx, language: Language) -> String {
        match self.core(smallest).as_slice() {
            [unit] => self.names.full(*unit),
            cores => language.say(&Message::new(key::LOG_CORES).with("cores", self.listed(cores, language))),
        }
    }

    fn listed(&self, units: &[UnitIx], language: Language) -> String {
        let names: Vec<String> = units.iter().map(|&unit| self.names.full(unit)).collect();
        match names.split_last() {
            Some((last, first)) if !first.is_empty() => {
                language.say(&Message::new(key::LOG_LIST).with("first", first.join(", ")).with("last", last.clone()))
            }
            _ => names.concat(),
        }
    }

    /// A setting; empty where the method has none of that name. Asked for blindly, it would be compared with each name that
    /// the method has, to tell the likeliest, in every sentence.
    fn setting(&self, name: &str) -> &str {
        let settings = &self.run.settings;
        let is_known = settings.method().parameters().iter().any(|parameter| parameter.name == name);
        if is_known { settings.get(name).unwrap_or_default() } else { "" }
    }

    /// What the share of a step is a share of.
    fn whole(&self, reason: Reason) -> Key {
        let is_estimated = self.matrix.source == DiagonalSource::Population;
        let estimated = |plain: Key, estimated: Key| if is_estimated { estimated } else { plain };
        let denominator = if self.run.settings.method() == Method::Threshold { self.setting("denominator") } else { "" };
        match (reason, denominator) {
            (Reason::ReverseShareReached, _) => estimated(key::WHOLE_JOBS, key::WHOLE_JOBS_ESTIMATED),
            (_, "out_commuters") => key::WHOLE_LEAVERS,
            (_, "working_age") => key::WHOLE_WORKING_AGE,
            (_, "interchange") => estimated(key::WHOLE_SMALLER, key::WHOLE_SMALLER_ESTIMATED),
            (Reason::BelowThreshold, "two_sided") => estimated(key::WHOLE_TWO_SIDED, key::WHOLE_TWO_SIDED_ESTIMATED),
            _ => estimated(key::WHOLE_EMPLOYED, key::WHOLE_EMPLOYED_ESTIMATED),
        }
    }

    /// How many persons make the share of a step, and with which unit of a core of several most of them go.
    fn persons(&self, step: &Step) -> Message {
        let said = |key: Key| Message::new(key).with("persons", number(step.figures.persons, 0));
        let (flows, unit) = (&self.matrix.flows, step.unit);
        let exchange = |core: UnitIx| match step.reason {
            Reason::ReverseShareReached => flows.between(core, unit),
            _ if self.setting("denominator") == "interchange" => flows.between(unit, core) + flows.between(core, unit),
            _ => flows.between(unit, core),
        };
        let core = step.to.map(|core| self.core(core)).filter(|core| core.len() > 1 && self.setting("cascading") != "true");
        let most = core.into_iter().flatten().map(|core| (core, exchange(core)));
        match most.reduce(|best, next| if next.1 > best.1 { next } else { best }) {
            Some((core, most)) => {
                said(key::LOG_PERSONS_MOST).with("unit", self.names.full(core)).with("most", Argument::Number(most, 0))
            }
            None => said(key::LOG_PERSONS),
        }
    }

    fn reason(&self, step: &Step, language: Language) -> Message {
        if matches!(step.reason, Reason::CriteriaMet | Reason::CriteriaNotMet) {
            return self.criteria(step, language);
        }
        let is_exchange = self.setting("denominator") == "interchange";
        let key = match step.reason {
            Reason::CoresTied => key::REASON_CORES_TIED,
            Reason::ShareReached if self.setting("cascading") == "true" => key::REASON_SHARE_REACHED_RING,
            Reason::ShareReached if is_exchange => key::REASON_EXCHANGE_REACHED,
            Reason::ShareReached => key::REASON_SHARE_REACHED,
            Reason::ReverseShareReached => key::REASON_REVERSE_SHARE_REACHED,
            Reason::BelowThreshold if step.to.is_some() && is_exchange => key::REASON_EXCHANGE_BELOW,
            Reason::BelowThreshold if step.to.is_some() => key::REASON_BELOW_THRESHOLD,
            _ => return reason(step, &self.names),
        };
        Message::new(key)
            .with("to", step.to.map_or_else(|| "–".to_owned(), |core| self.core_in_words(core, language)))
            .with("whole", Message::new(self.whole(step.reason)))
            .with("persons", self.persons(step))
            .with("share", Argument::Share(step.figures.share.unwrap_or(f64::NAN), 1))
    }

    /// How many criteria a unit passes, and which.
    fn criteria(&self, step: &Step, language: Language) -> Message {
        let key = if step.reason == Reason::CriteriaMet { key::REASON_CRITERIA_MET } else { key::REASON_CRITERIA_NOT_MET };
        let judgements = self.run.outcome.judgements.as_ref();
        let verdict = judgements.and_then(|judgements| judgements.units[step.unit].as_ref().map(|verdict| (judgements, verdict)));
        let Some((judgements, verdict)) = verdict else { return Message::new(key) };
        let which = criteria::in_words(&judgements.criteria, verdict, language);
        Message::new(key).with("passed", verdict.passed).with("all", judgements.criteria.len()).with("which", which)
    }

    fn runner_up(&self, figures: &Figures, language: Language) -> Option<String> {
        let unit = figures.runner_up?;
        let figure = match (figures.runner_up_share, figures.runner_up_linkage) {
            (Some(share), _) => language.share(share, 1),
            (None, Some(linkage)) => language.number(linkage, link_decimals(linkage)),
            (None, None) => return None,
        };
        let unit = self.core_in_words(unit, language);
        Some(language.say(&Message::new(key::LOG_RUNNER_UP).with("unit", unit).with("figure", figure)))
    }
}

const fn action_key(action: Action) -> Key {
    match action {
        Action::Excluded => key::LOG_EXCLUDED,
        Action::Merged => key::LOG_MERGED,
        Action::Fused => key::LOG_FUSED,
        Action::SentToReserve => key::LOG_SENT_TO_RESERVE,
        Action::AssignedFromReserve => key::LOG_ASSIGNED_FROM_RESERVE,
        Action::Core => key::LOG_CORE,
        Action::MergedCore => key::LOG_MERGED_CORE,
        Action::Joined => key::LOG_JOINED,
        Action::Grouped => key::LOG_GROUPED,
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
        Reason::NoFlow => key::REASON_NO_FLOW,
        _ => key::REASON_CLOSED,
    }
}

fn reason(step: &Step, names: &Names) -> Message {
    let figures = &step.figures;
    let target = step.to.map_or_else(|| "–".to_owned(), |unit| names.full(unit));
    let plain = match step.reason {
        Reason::NoResidents | Reason::NoJobs | Reason::NoFlow | Reason::Closed => return exclusion_key(step.reason).into(),
        Reason::NoLink => return key::REASON_NO_LINK.into(),
        Reason::NoDenominator => return key::REASON_NO_DENOMINATOR.into(),
        Reason::Listed => return key::REASON_LISTED.into(),
        Reason::NotContiguous => return key::REASON_NOT_CONTIGUOUS.into(),
        Reason::NoNeighbour => return key::REASON_NO_NEIGHBOUR.into(),
        Reason::BelowThreshold if step.to.is_none() => return key::REASON_BELOW_THRESHOLD_NOWHERE.into(),
        Reason::StrongestLink if figures.validity_after.is_some() => key::REASON_STRONGEST_LINK_VALID,
        Reason::StrongestLink => key::REASON_STRONGEST_LINK,
        Reason::WouldWeakenTarget => key::REASON_WOULD_WEAKEN_TARGET,
        Reason::BetterAlone => return key::REASON_BETTER_ALONE.into(),
        Reason::ExchangeInside => key::REASON_EXCHANGE_INSIDE,
        Reason::MeetsCoreRule => key::REASON_MEETS_CORE_RULE,
        Reason::InUrbanCentre => key::REASON_IN_URBAN_CENTRE,
        Reason::Surrounded => key::REASON_SURROUNDED,
        Reason::LargestInteraction => key::REASON_LARGEST_INTERACTION,
        Reason::NotSelfContained => key::REASON_NOT_SELF_CONTAINED,
        Reason::DominantFlow => key::REASON_DOMINANT_FLOW,
        Reason::Terminal if step.to.is_none() => return key::REASON_TERMINAL_ALONE.into(),
        Reason::Terminal => key::REASON_TERMINAL,
        // Said with what they are a share of, or with each criterion, by the log.
        Reason::CoresTied
        | Reason::ShareReached
        | Reason::ReverseShareReached
        | Reason::BelowThreshold
        | Reason::CriteriaMet
        | Reason::CriteriaNotMet => key::PLAIN_TEXT,
    };
    Message::new(plain)
        .with("to", target)
        .with("linkage", number(figures.linkage, figures.linkage.map_or(4, link_decimals)))
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

/// Decimals of the strength of a link: four, or as many as show two digits of a weaker one.
fn link_decimals(linkage: f64) -> usize {
    let shows = |&decimals: &usize| linkage * 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX)) >= 10.0;
    if linkage > 0.0 { (4..12).find(shows).unwrap_or(12) } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_link_is_shown_with_two_digits() {
        let cases = [(0.0, 4), (0.766, 4), (0.0011, 4), (0.000_9, 5), (0.000_012, 6), (0.000_001_2, 7)];
        for (linkage, decimals) in cases {
            assert_eq!(link_decimals(linkage), decimals, "{linkage}");
        }
    }
}
