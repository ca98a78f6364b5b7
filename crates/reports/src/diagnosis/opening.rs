//! What stands first: the summary, and the chapters on basis, area and method.

use miedza_texts::{Message, key};

use super::{Country, Member, Teller, Whose};
use crate::document::{Block, Column, KeyFigure, KeyFigures, List, Note, Run, Table, Tone};

/// Most sentences and challenges of the summary.
const MOST: usize = 5;

/// Words of a member.
type OfMember = fn(&Member) -> &str;

impl Teller<'_> {
    /// One page for those who read no further.
    pub(super) fn summary(&mut self) {
        self.document.push(Block::PageBreak);
        let title = self.word(key::REPORT_CHAPTER_SUMMARY);
        self.heading("", title);
        let study = self.study;
        if let Some(remark) = &study.remark {
            let title = self.word(key::REPORT_NOTE_EXAMPLE);
            self.document.push(Block::Note(Note { tone: Tone::Remark, title, runs: vec![Run::plain(remark)] }));
        }
        self.lead();
        let figures = self.key_figures();
        if !figures.is_empty() {
            self.document.push(Block::KeyFigures(KeyFigures { figures }));
        }
        if !study.telling.is_empty() {
            self.section(key::DIAGNOSIS_REPORT_TELLING);
            let register = &self.register;
            let point = |claim: &super::Claim| {
                std::iter::once(Run::plain(&claim.text)).chain(register.references(&claim.sources)).collect()
            };
            let items = study.telling.iter().take(MOST).map(point).collect();
            self.document.push(Block::List(List { is_numbered: true, items }));
        }
        if !study.challenges.is_empty() {
            self.section(key::DIAGNOSIS_REPORT_CHALLENGES);
            self.document.points(study.challenges.iter().take(MOST).map(|challenge| challenge.text.clone()));
        }
        self.document.push(Block::PageBreak);
    }

    fn lead(&mut self) {
        let study = self.study;
        let mut lead = if study.area.is_empty() {
            self.word(key::DIAGNOSIS_REPORT_LEAD_UNNAMED)
        } else {
            self.with(key::DIAGNOSIS_REPORT_LEAD, "area", &study.area)
        };
        if !study.members.is_empty() {
            let count = match study.whose {
                Whose::Partnership => key::DIAGNOSIS_REPORT_LEAD_MEMBERS,
                Whose::Own => key::DIAGNOSIS_REPORT_LEAD_COUNT,
            };
            lead = format!("{lead} {}", self.with(count, "members", study.members.len()));
        }
        if let Some(period) = &study.period {
            lead = format!("{lead} {}", self.with(key::DIAGNOSIS_REPORT_LEAD_PERIOD, "period", period));
        }
        self.document.say(lead);
    }

    /// The figures that were chosen, or the plain ones of the members.
    fn key_figures(&self) -> Vec<KeyFigure> {
        let study = self.study;
        if !study.key_figures.is_empty() {
            let figure = |(value, label): &(String, String)| KeyFigure { value: value.clone(), label: label.clone() };
            return study.key_figures.iter().take(8).map(figure).collect();
        }
        let mut figures = Vec::new();
        let mut add = |value: String, label| figures.push(KeyFigure { value, label: self.word(label) });
        if !study.members.is_empty() {
            add(self.count(Some(study.members.len())), key::DIAGNOSIS_REPORT_TERM_MEMBERS);
        }
        if let Some(population) = self.population_sum() {
            add(self.language.integer(population), key::DIAGNOSIS_REPORT_COLUMN_POPULATION);
        }
        if let Some(area) = self.area_sum() {
            add(format!("{}\u{a0}km²", self.language.integer(area)), key::DIAGNOSIS_REPORT_COLUMN_AREA);
        }
        if let Some(share) = study.commuting.as_ref().and_then(|commuting| commuting.self_containment) {
            add(self.language.share(share, 1), key::DIAGNOSIS_REPORT_SELF_CONTAINMENT);
        }
        figures
    }

    /// Inhabitants of all members; `None` while those of one are not known.
    fn population_sum(&self) -> Option<f64> {
        let members = &self.study.members;
        (!members.is_empty()).then(|| members.iter().map(|member| member.population).sum::<Option<f64>>()).flatten()
    }

    fn area_sum(&self) -> Option<f64> {
        let members = &self.study.members;
        (!members.is_empty()).then(|| members.iter().map(|member| member.area_km2).sum::<Option<f64>>()).flatten()
    }

    pub(super) fn introduction(&mut self) {
        self.say(key::DIAGNOSIS_REPORT_INTRODUCTION);
        self.section(key::DIAGNOSIS_REPORT_LAW);
        self.say(match self.study.basis.country {
            Country::Poland => key::DIAGNOSIS_REPORT_LAW_POLAND,
            Country::Czechia => key::DIAGNOSIS_REPORT_LAW_CZECHIA,
        });
        self.section(key::DIAGNOSIS_REPORT_PROCESS);
        if self.study.basis.process.is_empty() {
            self.say(key::DIAGNOSIS_REPORT_PROCESS_NONE);
        }
        self.document.points(self.study.basis.process.iter().cloned());
    }

    pub(super) fn area(&mut self) {
        let study = self.study;
        if !study.members.is_empty() {
            let table = self.member_table();
            self.table(table);
        }
        if let Some(map) = &study.map {
            self.picture(map);
        }
        let Some(delimitation) = &study.delimitation else { return };
        self.section(key::DIAGNOSIS_REPORT_DELIMITATION);
        self.facts(vec![
            (key::REPORT_TERM_METHOD, delimitation.method.clone()),
            (key::DIAGNOSIS_REPORT_TERM_VARIANT, delimitation.variant.clone()),
            (key::DIAGNOSIS_REPORT_TERM_RESOLUTION, delimitation.resolution.clone().unwrap_or_default()),
        ]);
        self.document.points(delimitation.remarks.iter().cloned());
    }

    /// The members; a column of words that holds nothing for anybody is left out.
    fn member_table(&self) -> Table {
        let members = &self.study.members;
        let words: [(Column, OfMember); 5] = [
            (self.text_column(key::DIAGNOSIS_REPORT_COLUMN_MEMBER, 24), |member| &member.name),
            (self.text_column(key::DIAGNOSIS_REPORT_COLUMN_CODE, 13), |member| &member.code),
            (self.text_column(key::DIAGNOSIS_REPORT_COLUMN_COUNTY, 16), |member| &member.county),
            (self.text_column(key::DIAGNOSIS_REPORT_COLUMN_ROLE, 14), |member| &member.role),
            (self.text_column(key::DIAGNOSIS_REPORT_COLUMN_GROUND, 24), |member| &member.ground),
        ];
        let is_told = |of: OfMember| members.iter().any(|member| !of(member).is_empty());
        let words: Vec<_> = words.into_iter().filter(|(_, of)| is_told(*of)).collect();
        let numbers = [
            self.number_column(key::DIAGNOSIS_REPORT_COLUMN_POPULATION, Some(key::REPORT_UNIT_PERSONS), 13),
            self.number_column(key::DIAGNOSIS_REPORT_COLUMN_AREA, Some(key::DIAGNOSIS_REPORT_UNIT_KM2), 17),
        ];
        let row = |member: &Member| -> Vec<String> {
            let figures = [self.number(member.population, 0), self.number(member.area_km2, 1)];
            words.iter().map(|(_, of)| of(member).to_owned()).chain(figures).collect()
        };
        let mut totals = vec![self.word(key::DIAGNOSIS_REPORT_TOTAL)];
        totals.resize(words.len().max(1), String::new());
        totals.extend([self.number(self.population_sum(), 0), self.number(self.area_sum(), 1)]);
        let caption = match self.study.whose {
            Whose::Partnership => key::DIAGNOSIS_REPORT_MEMBERS_CAPTION,
            Whose::Own => key::DIAGNOSIS_REPORT_MEMBERS,
        };
        let rows = members.iter().map(row).collect();
        let columns = words.into_iter().map(|(column, _)| column).chain(numbers).collect();
        Table { caption: self.word(caption), columns, rows, totals: Some(totals), note: self.word(key::REPORT_LEGEND_MISSING) }
    }

    pub(super) fn method(&mut self) {
        self.say(key::DIAGNOSIS_REPORT_METHOD_FIGURES);
        self.say(key::DIAGNOSIS_REPORT_METHOD_MISSING);
        self.section(key::DIAGNOSIS_REPORT_COMPARISON);
        match &self.study.peers {
            Some(peers) => {
                let message =
                    Message::new(key::DIAGNOSIS_REPORT_METHOD_PEERS).with("name", &peers.name).with("areas", peers.areas);
                let text = self.language.say(&message);
                self.document.say(if peers.choice.is_empty() { text } else { format!("{text} {}", peers.choice) });
            }
            None => self.say(key::DIAGNOSIS_REPORT_METHOD_NO_PEERS),
        }
        self.section(key::DIAGNOSIS_REPORT_MARKS);
        self.say(key::DIAGNOSIS_REPORT_METHOD_MARKS);
        if !self.study.limits.is_empty() {
            self.section(key::DIAGNOSIS_REPORT_LIMITS);
            self.document.points(self.study.limits.iter().cloned());
        }
    }
}
