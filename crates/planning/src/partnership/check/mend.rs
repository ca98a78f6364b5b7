//! Where a finding is put right: the record, and the field that is looked at first.

use super::{Finding, Rule};
use crate::record::{Kind, Shape};

/// A place in the workbench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The register.
    pub kind: Kind,
    /// The record; `None` where one is missing or several are to be looked at.
    pub id: Option<String>,
    /// The field; empty for the register as a whole.
    pub field: &'static str,
}

impl Finding {
    /// Where it is put right.
    #[must_use]
    pub fn mend(&self) -> Mend {
        let (kind, id) = (self.subject.0, self.subject.1.as_str());
        let here = |field| Mend { kind, id: Some(id.to_owned()), field };
        let among = |kind| Mend { kind, id: None, field: "" };
        match (self.rule, self.case) {
            (Rule::Par001, _) if kind == Kind::Documents => here("stated_member_count"),
            (Rule::Par001, _) => here("value"),
            (Rule::Par002, _) => here("unit"),
            (Rule::Par003 | Rule::Str013, _) | (Rule::Par005, "no-basis") => among(Kind::Memberships),
            (Rule::Par004, "twice") => here("unit"),
            (Rule::Par004, _) => here("note"),
            (Rule::Par005, "part" | "other-code") => here("unit"),
            (Rule::Par005, _) => here("valid_to"),
            (Rule::Par006, "no-unit" | "itself") => here("linked_to"),
            (Rule::Par006, _) => here("link_evidence"),
            // A date of the timeline may be that of a document, a meeting, a resolution: whatever tells it has a date.
            (Rule::Par007, _) => here(if kind.field("date").is_some() { "date" } else { "valid_from" }),
            (Rule::Par008, "same-number") => here("number"),
            (Rule::Par008, _) => here("votes_for"),
            (Rule::Par010, _) => here("legal_form"),
            (Rule::Par011, _) => here("parent_partnership"),
            (Rule::Del001, _) => here(self.lacking()),
            (Rule::Del002, "no-resolution") => here("resolution"),
            (Rule::Del002 | Rule::Del004, _) => among(Kind::Variants),
            (Rule::Del003, _) => here("note"),
            (Rule::Dia001, _) => here("indicators"),
            (Rule::Dia002 | Rule::Dia003, _) => here("findings"),
            (Rule::Dia004, _) => here("survey_state"),
            (Rule::Dia005, "outside") => here("themes"),
            (Rule::Dia005, _) => among(Kind::Findings),
        }
    }

    /// The first field that a variant lacks and that a form shows.
    fn lacking(&self) -> &'static str {
        let names = self.facts.get("fields").map(String::as_str).unwrap_or_default();
        let shown = names.split(' ').filter_map(|name| Kind::Variants.field(name));
        shown.into_iter().find(|field| field.shape != Shape::Data).map_or("name", |field| field.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_leads_to_a_field_of_its_record_or_to_a_register() {
        let subjects = |rule: Rule| match rule {
            Rule::Par001 => vec![Kind::Documents, Kind::StatedFigures],
            Rule::Par002 | Rule::Par006 => vec![Kind::Memberships],
            Rule::Par004 => vec![Kind::Signatures],
            Rule::Par005 => vec![Kind::Memberships],
            Rule::Par007 => vec![
                Kind::TimelineEvents,
                Kind::Documents,
                Kind::Memberships,
                Kind::Resolutions,
                Kind::CallAnswers,
                Kind::Signatures,
            ],
            Rule::Par008 => vec![Kind::Resolutions],
            Rule::Del001 | Rule::Del003 => vec![Kind::Variants],
            Rule::Del002 => vec![Kind::Variants],
            Rule::Dia001 | Rule::Dia005 => vec![Kind::Findings],
            Rule::Dia002 => vec![Kind::Challenges],
            Rule::Dia003 => vec![Kind::SwotItems],
            Rule::Dia004 => vec![Kind::Surveys],
            _ => vec![Kind::Partnerships],
        };
        for rule in Rule::ALL {
            for (case, kind) in rule.cases().iter().flat_map(|case| subjects(rule).into_iter().map(move |kind| (case, kind))) {
                let mend = Finding::new(rule, case, (kind, "x")).with("fields", "settings data_year").mend();

                let is_whole = mend.id.is_none() && mend.field.is_empty();
                assert!(is_whole || mend.kind.field(mend.field).is_some(), "{} {case} {kind}: {mend:?}", rule.id());
            }
        }
    }

    #[test]
    fn a_variant_that_lacks_its_data_leads_to_the_year() {
        let finding = Finding::new(Rule::Del001, "lacks", (Kind::Variants, "v")).with("fields", "settings data_year");

        assert_eq!(finding.mend(), Mend { kind: Kind::Variants, id: Some("v".to_owned()), field: "data_year" });
    }
}
