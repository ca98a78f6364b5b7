//! Everything that is kept about one partnership, read as types: what pages show and [`super::check`] holds against the rules.

use std::collections::{BTreeMap, BTreeSet};

use miedza_territory::UnitCode;

use super::body::{Body, Seat};
use super::call::CallAnswer;
use super::count::{CountCheck, StatedFigure, count_checks};
use super::document::{Document, DocumentKind};
use super::effect::{Effect, Holdings};
use super::evidence::{Challenge, Finding, Problem, Survey, SwotItem};
use super::identity::{Organisation, Partnership, Theme};
use super::meeting::{Attendance, Meeting};
use super::membership::{MemberRole, MembersOn, Membership, Party, members_in, members_on};
use super::participation::Participation;
use super::places::Places;
use super::reading::{Kept, Unreadable, read_all};
use super::resolution::{Chamber, Resolution};
use super::signature::Signature;
use super::stage::{Reached, Step};
use super::timeline::{Chronicle, Entry, TimelineEvent, timeline};
use super::variant::Variant;
use crate::record::Record;
use crate::values::{Day, PartialDate};

/// Everything about one partnership.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The partnership.
    pub partnership: Kept<Partnership>,
    /// The organisations that its records name.
    pub organisations: Vec<Kept<Organisation>>,
    /// Its memberships.
    pub memberships: Vec<Kept<Membership>>,
    /// Its documents.
    pub documents: Vec<Kept<Document>>,
    /// Signatures under them.
    pub signatures: Vec<Kept<Signature>>,
    /// Its bodies.
    pub bodies: Vec<Kept<Body>>,
    /// Seats in them.
    pub seats: Vec<Kept<Seat>>,
    /// Their meetings.
    pub meetings: Vec<Kept<Meeting>>,
    /// Who was there.
    pub attendances: Vec<Kept<Attendance>>,
    /// Their resolutions.
    pub resolutions: Vec<Kept<Resolution>>,
    /// What follows from these.
    pub effects: Vec<Kept<Effect>>,
    /// Events that somebody wrote down.
    pub events: Vec<Kept<TimelineEvent>>,
    /// Steps of its life.
    pub steps: Vec<Kept<Step>>,
    /// Who took part in them.
    pub participations: Vec<Kept<Participation>>,
    /// Its answers to calls.
    pub answers: Vec<Kept<CallAnswer>>,
    /// Figures stated about it.
    pub figures: Vec<Kept<StatedFigure>>,
    /// Its variants.
    pub variants: Vec<Kept<Variant>>,
    /// The list of themes, which all partnerships share.
    pub themes: Vec<Kept<Theme>>,
    /// What its diagnosis finds.
    pub findings: Vec<Kept<Finding>>,
    /// Its strengths, weaknesses, opportunities and threats.
    pub swot: Vec<Kept<SwotItem>>,
    /// Its problems with causes and effects.
    pub problems: Vec<Kept<Problem>>,
    /// Its challenges.
    pub challenges: Vec<Kept<Challenge>>,
    /// Its surveys.
    pub surveys: Vec<Kept<Survey>>,
    /// Of each survey the units that answers name, with how many; the empty text stands for none.
    pub answers_by_unit: BTreeMap<String, BTreeMap<String, u64>>,
    /// Ids of the partnerships that it is nested in, the nearest first; a circle ends where it closes.
    pub above: Vec<String>,
    /// What is known of the units that it names.
    pub places: Places,
    /// The municipalities of the counties that it touches; empty where no register is imported.
    pub register: BTreeMap<UnitCode, BTreeSet<UnitCode>>,
}

impl Dossier {
    /// Reads the records of one partnership and the organisations that they name, in any order; others are passed over.
    /// `None` if the partnership itself is not among them.
    ///
    /// # Errors
    /// [`Unreadable`] if a record does not fit its kind.
    pub fn read(records: &[Record], id: &str) -> Result<Option<Self>, Unreadable> {
        let is_ours = |record: &&Record| record.content.partnership.as_deref().is_none_or(|partnership| partnership == id);
        let records: Vec<Record> = records.iter().filter(is_ours).cloned().collect();
        let Some(partnership) = read_all::<Partnership>(&records)?.into_iter().find(|partnership| partnership.id == id) else {
            return Ok(None);
        };
        Ok(Some(Self {
            partnership,
            organisations: read_all(&records)?,
            memberships: read_all(&records)?,
            documents: read_all(&records)?,
            signatures: read_all(&records)?,
            bodies: read_all(&records)?,
            seats: read_all(&records)?,
            meetings: read_all(&records)?,
            attendances: read_all(&records)?,
            resolutions: read_all(&records)?,
            effects: read_all(&records)?,
            events: read_all(&records)?,
            steps: read_all(&records)?,
            participations: read_all(&records)?,
            answers: read_all(&records)?,
            figures: read_all(&records)?,
            variants: read_all(&records)?,
            themes: read_all(&records)?,
            findings: read_all(&records)?,
            swot: read_all(&records)?,
            problems: read_all(&records)?,
            challenges: read_all(&records)?,
            surveys: read_all(&records)?,
            answers_by_unit: BTreeMap::new(),
            above: Vec::new(),
            places: Places::default(),
            register: BTreeMap::new(),
        }))
    }

    /// The same, with what is known of its units and of the municipalities of its counties.
    #[must_use]
    pub fn placed(self, places: Places, register: BTreeMap<UnitCode, BTreeSet<UnitCode>>) -> Self {
        Self { places, register, ..self }
    }

    /// The same, with the answers to its surveys, by survey and unit.
    #[must_use]
    pub fn answered(self, answers_by_unit: BTreeMap<String, BTreeMap<String, u64>>) -> Self {
        Self { answers_by_unit, ..self }
    }

    /// The same, with the partnerships that it is nested in.
    #[must_use]
    pub fn below(self, above: Vec<String>) -> Self {
        Self { above, ..self }
    }

    /// Who takes part in a time that is stated as precisely as this.
    #[must_use]
    pub fn members_in(&self, date: PartialDate) -> MembersOn {
        members_in(&self.memberships, date)
    }

    /// Who takes part on a day.
    #[must_use]
    pub fn members_on(&self, day: Day) -> MembersOn {
        members_on(&self.memberships, day)
    }

    /// Its history in the order of dates.
    #[must_use]
    pub fn timeline(&self) -> Vec<Entry> {
        timeline(Chronicle {
            events: &self.events,
            memberships: &self.memberships,
            documents: &self.documents,
            resolutions: &self.resolutions,
            meetings: &self.meetings,
            answers: &self.answers,
        })
    }

    /// Stated numbers of members against recorded ones.
    #[must_use]
    pub fn count_checks(&self) -> Vec<CountCheck> {
        count_checks(&self.documents, &self.figures, &self.signatures, &self.memberships)
    }

    /// What its resolutions are judged by.
    #[must_use]
    pub fn chamber(&self) -> Chamber<'_> {
        Chamber { bodies: &self.bodies, seats: &self.seats, meetings: &self.meetings, attendances: &self.attendances }
    }

    /// What its resolutions may touch.
    #[must_use]
    pub fn holdings(&self) -> Holdings<'_> {
        Holdings { memberships: &self.memberships, documents: &self.documents, variants: &self.variants }
    }

    /// What its gates are judged by.
    #[must_use]
    pub fn reached(&self, today: Day) -> Reached {
        let begins = |role| matches!(role, MemberRole::Initiator | MemberRole::Leader);
        let members = self.members_on(today);
        let signed = self.signatures.iter().filter_map(|signature| signature.party());
        let interested: BTreeSet<Party> = members.all().map(|member| member.party.clone()).chain(signed).collect();
        let is_effective = |document: &&Kept<Document>| document.document_kind.gives_form() && document.state.is_effective();
        let is_from_data = |variant: &&Kept<Variant>| variant.flow_table.is_some() || variant.data_year.is_some();
        let is_strategy = |document: &&Kept<Document>| document.document_kind == DocumentKind::Strategy;
        Reached {
            initiators: self.memberships.iter().filter(|membership| begins(membership.role)).count(),
            units_interested: interested.len(),
            agreements: self.documents.iter().filter(is_effective).count(),
            variants_from_data: self.variants.iter().filter(is_from_data).count(),
            strategies: self.documents.iter().filter(is_strategy).count(),
        }
    }

    /// When it took its form: when it was founded, else the first agreement, statute or the like that was adopted.
    #[must_use]
    pub fn formed(&self) -> Option<PartialDate> {
        let forming = self.documents.iter().filter(|document| document.document_kind.gives_form() && document.state.is_decided());
        self.partnership.founded.or_else(|| forming.filter_map(|document| document.date).min())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::partnership::samples::{PARTNERSHIP, date, day, record, with, words};

    fn partnership(values: Value) -> Record {
        let names =
            json!({"slug": "a", "short_name": words("A"), "formal_name": words("A"), "state": "draft", "stage": "initiation"});
        record::<Partnership>(PARTNERSHIP, with(names, values))
    }

    fn document(id: &str, values: Value) -> Record {
        record::<Document>(id, with(json!({"document_kind": "agreement", "title": words(id), "state": "in_force"}), values))
    }

    fn member(id: &str, unit: &str) -> Record {
        record::<Membership>(id, json!({"unit": unit, "role": "member", "valid_from": "2012"}))
    }

    fn read(records: &[Record]) -> Dossier {
        Dossier::read(records, PARTNERSHIP).expect("readable").expect("a partnership")
    }

    #[test]
    fn records_of_another_partnership_are_passed_over() {
        let mut theirs = member("theirs", "0221021");
        theirs.content.partnership = Some("another".to_owned());

        let dossier = read(&[partnership(json!({})), member("ours", "0221011"), theirs]);

        assert_eq!(dossier.memberships.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["ours"]);
        assert!(Dossier::read(&[member("ours", "0221011")], PARTNERSHIP).expect("readable").is_none());
    }

    #[test]
    fn a_partnership_is_formed_when_founded_or_by_its_first_adopted_agreement() {
        let papers = [
            document("draft", json!({"state": "draft", "date": "2010"})),
            document("declaration", json!({"document_kind": "declaration", "date": "2011"})),
            document("later", json!({"date": "2015-06-12"})),
            document("first", json!({"document_kind": "statute", "date": "2013-10"})),
        ];
        let formed = |own: Value, papers: &[Record]| read(&[vec![partnership(own)], papers.to_vec()].concat()).formed();

        assert_eq!(formed(json!({}), &papers), Some(date("2013-10")));
        assert_eq!(formed(json!({"founded": "2012-04-17"}), &papers), Some(date("2012-04-17")));
        assert_eq!(formed(json!({}), &papers[..2]), None);
    }

    #[test]
    fn gates_are_judged_by_what_is_recorded() {
        let signature = json!({"document": "d", "unit": "0221021"});
        let records = [
            partnership(json!({})),
            member("m1", "0221011"),
            record::<Membership>("m2", json!({"unit": "0265011", "role": "leader", "valid_from": "2011"})),
            record::<Signature>("s", signature),
            document("d", json!({"document_kind": "strategy", "state": "draft"})),
        ];

        let reached = read(&records).reached(day("2026-11-22"));

        let expected = Reached { initiators: 1, units_interested: 3, agreements: 0, variants_from_data: 0, strategies: 1 };
        assert_eq!(reached, expected);
    }
}
