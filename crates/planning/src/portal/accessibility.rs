//! The accessibility declaration, and when it must be looked through again.
//!
//! # Source
//! Polish act of 4 April 2019 on digital accessibility, article 12: the declaration is looked through each year by 31 March
//! and without delay when the site has changed in substance. Czech act no. 99/2019 Sb., § 8, with Commission Implementing
//! Decision (EU) 2018/1523: the statement is kept up to date, and looked through once a year at least.

use serde::{Deserialize, Serialize};

use crate::values::{Day, Translated};

/// The act that binds the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Law {
    /// The Polish act of 4 April 2019.
    #[default]
    #[serde(rename = "pl_2019")]
    Polish,
    /// The Czech act no. 99/2019 Sb.
    #[serde(rename = "cz_2019")]
    Czech,
}

/// How far the portal keeps to the act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conformance {
    /// In all.
    Full,
    /// In part.
    Partial,
    /// Not.
    None,
}

/// Who found that out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assessor {
    /// The office itself.
    #[serde(rename = "self")]
    Own,
    /// Somebody from outside.
    #[serde(rename = "external")]
    External,
}

/// What the declaration says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accessibility {
    /// The act that binds the office.
    pub law: Law,
    /// When the portal was first published.
    pub published_on: Option<Day>,
    /// When it last changed in substance.
    pub rebuilt_on: Option<Day>,
    /// How far it keeps to the act.
    pub status: Option<Conformance>,
    /// What is not accessible, one thing per line.
    pub not_accessible: Option<Translated>,
    /// What the act leaves out, one thing per line.
    pub exemptions: Option<Translated>,
    /// How to get at it another way.
    pub alternative_access: Option<Translated>,
    /// Where the assessment of a disproportionate burden stands.
    pub burden_assessment: Option<String>,
    /// When the declaration was written.
    pub prepared_on: Option<Day>,
    /// When it was last looked through.
    pub reviewed_on: Option<Day>,
    /// Who found out how far it keeps to the act.
    pub assessed_by: Option<Assessor>,
    /// Name of the body from outside that did.
    pub assessor: Option<String>,
    /// How accessible the building of the office is.
    pub building: Option<Translated>,
    /// What else people should know.
    pub more: Option<Translated>,
}

impl Accessibility {
    /// The day on which it was last looked through, or written.
    #[must_use]
    pub fn last_looked_through(&self) -> Option<Day> {
        self.reviewed_on.max(self.prepared_on)
    }

    /// Whether it should have been looked through again by now. By the Polish act it must have been in this year after
    /// 31 March, by the Czech one within a year; by both always after the last change in substance. A declaration that was
    /// never written is overdue.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        let Some(last) = self.last_looked_through() else { return true };
        let is_past_march = today.month() > 3;
        let is_old = match self.law {
            Law::Polish => (is_past_march && last.year() < today.year()) || last.year() + 1 < today.year(),
            Law::Czech => (last.year() + 1, last.month(), last.day()) <= (today.year(), today.month(), today.day()),
        };
        is_old || self.rebuilt_on.is_some_and(|rebuilt| last < rebuilt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Day> {
        text.parse().ok()
    }

    #[test]
    fn by_the_czech_act_a_statement_holds_for_a_year() {
        let said = Accessibility { law: Law::Czech, prepared_on: day("2025-06-01"), ..Accessibility::default() };
        let is_overdue = |today| day(today).map(|today| said.is_overdue(today));

        assert_eq!((is_overdue("2026-05-31"), is_overdue("2026-06-01")), (Some(false), Some(true)));
    }

    #[test]
    fn a_declaration_is_looked_through_each_year_by_the_end_of_march() {
        let cases = [
            ("written last year, before April", "2025-06-01", "", "2025-01-01", "2026-03-31", false),
            ("written last year, in April", "2025-06-01", "", "2025-01-01", "2026-04-01", true),
            ("looked through in March", "2024-06-01", "2026-03-15", "2025-01-01", "2026-11-22", false),
            ("two years old", "2024-12-31", "", "2024-01-01", "2026-01-01", true),
            ("changed since", "2026-02-01", "", "2026-02-02", "2026-02-03", true),
            ("never written", "", "", "", "2026-01-01", true),
        ];
        for (name, prepared, reviewed, rebuilt, today, is_overdue) in cases {
            let said = Accessibility {
                prepared_on: day(prepared),
                reviewed_on: day(reviewed),
                rebuilt_on: day(rebuilt),
                ..Accessibility::default()
            };
            assert_eq!(day(today).map(|today| said.is_overdue(today)), Some(is_overdue), "{name}");
        }
    }
}
