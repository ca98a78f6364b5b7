//! The rules of partnerships, variants and evidence, and what of a partnership breaks them.
//!
//! A finding is data: the rule, in which of its cases it is broken, whom it is about, and the facts that show it. Sentences
//! are made elsewhere. Not judged here: whether declared themes have goals and projects (PAR-009), which are kept nowhere yet; whether they have
//! findings is DIA-005;
//! and whether a variant made again gives the same units, which takes a run of its method.

mod evidence;
mod leading;
mod members;
mod mend;
mod proceedings;
mod variants;
mod waiver;

use std::collections::BTreeMap;

use serde::Serialize;

use super::dossier::Dossier;
use super::membership::Party;
use super::stage::Stage;
use crate::record::Kind;
use crate::values::Day;

pub use mend::Mend;
pub use waiver::{Spot, Standing, Waiver, standing};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It must be put right before anything is published or sent.
    Error,
    /// It should be looked at.
    Warning,
    /// It is worth knowing.
    Information,
}

impl Severity {
    /// All, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Information];

    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Stated numbers of members equal the recorded ones.
    Par001,
    /// Members have a code that was in the register while they were members.
    Par002,
    /// Exactly one leader on every date after formation.
    Par003,
    /// Signatories of founding documents are or become members, and nobody signs a document twice.
    Par004,
    /// Memberships of one member do not overlap and have a basis.
    Par005,
    /// A functionally linked member names the unit it is linked to, and the evidence.
    Par006,
    /// Dates of events agree with their order.
    Par007,
    /// Resolutions had quorum and majority, and a number of their own.
    Par008,
    /// The legal form fits the kinds of members.
    Par010,
    /// A partnership is not nested in itself.
    Par011,
    /// A variant can be made again.
    Del001,
    /// Exactly one variant is adopted, by a resolution.
    Del002,
    /// The adopted variant holds the members.
    Del003,
    /// At least two variants were compared.
    Del004,
    /// A finding names evidence.
    Dia001,
    /// A challenge rests on a finding.
    Dia002,
    /// An item of the SWOT table rests on a finding.
    Dia003,
    /// A closed survey has answers from every member.
    Dia004,
    /// A declared theme has findings, and findings with a theme lie within the declared ones.
    Dia005,
    /// Where all municipalities of a county take part, so does the county.
    Str013,
}

impl Rule {
    /// All rules that are judged.
    pub const ALL: [Self; 20] = [
        Self::Par001,
        Self::Par002,
        Self::Par003,
        Self::Par004,
        Self::Par005,
        Self::Par006,
        Self::Par007,
        Self::Par008,
        Self::Par010,
        Self::Par011,
        Self::Del001,
        Self::Del002,
        Self::Del003,
        Self::Del004,
        Self::Dia001,
        Self::Dia002,
        Self::Dia003,
        Self::Dia004,
        Self::Dia005,
        Self::Str013,
    ];

    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Par001 => "PAR-001",
            Self::Par002 => "PAR-002",
            Self::Par003 => "PAR-003",
            Self::Par004 => "PAR-004",
            Self::Par005 => "PAR-005",
            Self::Par006 => "PAR-006",
            Self::Par007 => "PAR-007",
            Self::Par008 => "PAR-008",
            Self::Par010 => "PAR-010",
            Self::Par011 => "PAR-011",
            Self::Del001 => "DEL-001",
            Self::Del002 => "DEL-002",
            Self::Del003 => "DEL-003",
            Self::Del004 => "DEL-004",
            Self::Dia001 => "DIA-001",
            Self::Dia002 => "DIA-002",
            Self::Dia003 => "DIA-003",
            Self::Dia004 => "DIA-004",
            Self::Dia005 => "DIA-005",
            Self::Str013 => "STR-013",
        }
    }

    /// How much it weighs to break it.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Par005 | Self::Par006 | Self::Par007 | Self::Par008 | Self::Del003 | Self::Dia003 | Self::Dia004 => {
                Severity::Warning
            }
            Self::Del004 | Self::Dia005 => Severity::Information,
            _ => Severity::Error,
        }
    }

    /// The stage of the life cycle in which it is due.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::Par001 | Self::Par004 => Stage::Declaration,
            Self::Par002 | Self::Par003 | Self::Par005 | Self::Par006 | Self::Par007 | Self::Par010 | Self::Par011 => {
                Stage::Formation
            }
            Self::Par008 => Stage::Governance,
            Self::Del001 | Self::Del002 | Self::Del003 | Self::Del004 => Stage::Delimitation,
            Self::Dia001 | Self::Dia002 | Self::Dia003 | Self::Dia004 | Self::Dia005 => Stage::Diagnosis,
            Self::Str013 => Stage::Strategy,
        }
    }

    /// Whether the office may accept what breaks it, with a reason.
    ///
    /// Rules that nobody may waive are those on what a law asks of every strategy, on arithmetic, on impartiality and on personal
    /// data; each rule that is added is decided here.
    #[must_use]
    pub const fn may_be_waived(self) -> bool {
        match self {
            Self::Par001 | Self::Par002 | Self::Par003 | Self::Par004 | Self::Par005 | Self::Par006 | Self::Par007 => true,
            Self::Par011 => false,
            Self::Dia001 | Self::Dia002 | Self::Dia003 | Self::Dia004 | Self::Dia005 => true,
            Self::Par008 | Self::Par010 | Self::Del001 | Self::Del002 | Self::Del003 | Self::Del004 | Self::Str013 => true,
        }
    }

    /// The cases in which it can be broken; each has its sentence.
    #[must_use]
    pub const fn cases(self) -> &'static [&'static str] {
        match self {
            Self::Par001 => &["names-not-given", "named-otherwise", "fewer", "more"],
            Self::Par002 => &["unknown", "other-time"],
            Self::Par003 => &["none", "several"],
            Self::Par004 => &["stranger", "twice"],
            Self::Par005 => &["overlap", "other-code", "part", "no-basis"],
            Self::Par006 => &["no-unit", "itself", "no-evidence"],
            Self::Par007 => &["told-order", "stage-order", "signed-before"],
            Self::Par008 => &["no-quorum", "no-majority", "no-majority-assumed", "too-many-votes", "same-number"],
            Self::Par010 => &["misfit"],
            Self::Par011 => &["circle"],
            Self::Del001 => &["lacks"],
            Self::Del002 => &["none", "several", "no-resolution"],
            Self::Del003 => &["differs"],
            Self::Del004 => &["one"],
            Self::Dia001 | Self::Dia002 | Self::Dia003 => &["none"],
            Self::Dia004 => &["none", "silent"],
            Self::Dia005 => &["no-finding", "outside"],
            Self::Str013 => &["county-missing"],
        }
    }
}

/// Something that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// In which of its cases.
    pub case: &'static str,
    /// How much it weighs, often as much as the rule.
    pub severity: Severity,
    /// The record that it is about: its kind and id.
    pub subject: (Kind, String),
    /// The unit or organisation that it is about.
    pub party: Option<Party>,
    /// Several units or organisations that show it.
    pub parties: BTreeMap<&'static str, Vec<Party>>,
    /// The facts that show it: numbers, dates, words of lists, ids and names of fields, several of them apart by spaces.
    pub facts: BTreeMap<&'static str, String>,
}

impl Finding {
    fn new(rule: Rule, case: &'static str, subject: (Kind, &str)) -> Self {
        let subject = (subject.0, subject.1.to_owned());
        Self { rule, case, severity: rule.severity(), subject, party: None, parties: BTreeMap::new(), facts: BTreeMap::new() }
    }

    fn about(self, party: Option<Party>) -> Self {
        Self { party, ..self }
    }

    fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    fn naming(mut self, name: &'static str, parties: impl IntoIterator<Item = Party>) -> Self {
        self.parties.insert(name, parties.into_iter().collect());
        self
    }

    fn with(mut self, name: &'static str, fact: impl std::fmt::Display) -> Self {
        self.facts.insert(name, fact.to_string());
        self
    }
}

/// A fact that is several ids or names, apart by spaces.
fn listed<T: ToString>(several: impl IntoIterator<Item = T>) -> String {
    several.into_iter().map(|one| one.to_string()).collect::<Vec<_>>().join(" ")
}

/// Everything that breaks a rule, in the order of rules, then of subjects.
///
/// What cannot be judged for want of records, as codes before a register is imported, is passed over.
#[must_use]
pub fn check(dossier: &Dossier, today: Day) -> Vec<Finding> {
    let mut findings = members::check(dossier, today);
    findings.extend(leading::check(dossier, today));
    findings.extend(proceedings::check(dossier));
    findings.extend(variants::check(dossier, today));
    findings.extend(evidence::check(dossier, today));
    findings
        .sort_by(|one, two| (one.rule, &one.subject, &one.party, one.case).cmp(&(two.rule, &two.subject, &two.party, two.case)));
    findings
}

#[cfg(test)]
mod tests;
