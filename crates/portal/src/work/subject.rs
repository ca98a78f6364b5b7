//! What the form of a record is about: a new record or one that is there, in a register, or the partnership itself.

use axum::extract::Query;
use miedza_planning::record::{Draft, Kind, Record};
use miedza_planning::rights::Verb;
use miedza_store::FormName;
use miedza_texts::key;
use miedza_workflows::record::{self as records, Entered, form_of};
use miedza_workflows::{Failure, labels};

use super::register::Register;
use super::{decision, meeting};
use crate::frame::parts::Entry;
use crate::frame::{Address, Asker};

/// What the form of a record is about.
pub struct Subject<'a> {
    /// The register.
    pub register: Register<'a>,
    /// The record as it is kept; `None` for a new one.
    pub before: Option<&'a Record>,
    /// The way back.
    pub back: Address,
}

impl<'a> Subject<'a> {
    /// A new record of a register.
    pub fn new(register: Register<'a>) -> Self {
        let back = register.address();
        Self { register, before: None, back }
    }

    /// The record, or the register, that the address names.
    pub fn of(asker: &'a Asker) -> Self {
        let register = Register::of(asker);
        let back = register.address();
        Self { register, before: asker.record.as_deref(), back }
    }

    /// The partnership's own record.
    pub fn profile(asker: &'a Asker) -> Self {
        let register = Register { asker, kind: Kind::Partnerships };
        let back = match &asker.partnership {
            Some(_) => Address::partnership_work(asker.language, asker.slug()),
            None => Address::work(asker.language),
        };
        Self { register, before: asker.partnership.as_deref(), back }
    }

    /// Whether it is a partnership.
    pub fn is_profile(&self) -> bool {
        self.register.kind == Kind::Partnerships
    }

    /// The partnership that a new record belongs to.
    pub fn partnership(&self) -> Option<&'a str> {
        if self.is_profile() { None } else { self.register.partnership() }
    }

    /// A record with nothing in it but what the address says: `?indicators=births_per_1000` on the way from that indicator.
    pub fn empty(&self) -> Draft {
        let said = Query::<Vec<(String, String)>>::try_from_uri(&self.register.asker.uri).map(|query| query.0);
        let is_field = |name: &str| self.register.kind.field(name.split('.').next().unwrap_or_default()).is_some();
        self.draft_of(&Entered::new(said.unwrap_or_default().into_iter().filter(|(name, _)| is_field(name))))
    }

    /// The record as it was typed, on top of what is kept.
    pub fn draft_of(&self, entered: &Entered) -> Draft {
        let tongue = self.register.asker.tongue();
        records::draft_of(self.register.kind, self.partnership(), entered, self.before, tongue)
    }

    /// The address of the form.
    pub fn address(&self) -> Address {
        let asker = self.register.asker;
        match (self.is_profile(), self.before) {
            (true, Some(_)) => Address::partnership_work(asker.language, asker.slug()).step("profile"),
            (true, None) => Address::work(asker.language).step("new-partnership"),
            (false, Some(record)) => self.register.record(&record.id),
            (false, None) => self.register.address().step("new"),
        }
    }

    /// The form by the name that its draft is kept under.
    pub fn form(&self) -> FormName {
        let partnership = if self.is_profile() { self.before.map(|record| record.id.as_str()) } else { self.partnership() };
        form_of(self.register.kind, partnership, self.before.map(|record| record.id.as_str()))
    }

    /// Whether the asker may save it.
    pub fn may_edit(&self) -> bool {
        match self.before {
            Some(_) if self.is_profile() => true,
            before => self.register.may(if before.is_some() { Verb::Edit } else { Verb::Create }, before),
        }
    }

    /// Whether a resolution decided it, so that its content stays.
    pub fn is_decided(&self) -> bool {
        self.before.is_some_and(|record| self.register.object(record).is_decided)
    }

    /// Whether the asker may write its translations.
    pub fn may_translate(&self) -> bool {
        self.before.is_some_and(|record| self.register.may(Verb::Translate, Some(record)))
    }

    /// The name of the record, or what will be made.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn name(&self) -> Result<String, Failure> {
        let asker = self.register.asker;
        if self.is_profile() && asker.partnership.is_some() {
            return Ok(asker.say(key::WORK_PROFILE));
        }
        let Some(record) = self.before else {
            return Ok(asker.tell(&labels::create(self.register.kind)));
        };
        let names = self.register.names(std::slice::from_ref(record)).await?;
        Ok(names.name(record, asker.language))
    }

    /// Where else the record can be looked at or worked on.
    pub fn ways(&self) -> Vec<Entry> {
        let asker = self.register.asker;
        let Some(record) = self.before.filter(|_| !self.is_profile()) else { return Vec::new() };
        let here = self.register.record(&record.id);
        let own = match record.kind() {
            Kind::Resolutions if self.may_edit() => {
                Some(Entry::new(decision::address(asker, &record.id), asker.say(key::DECISION)))
            }
            Kind::Diagnoses => asker.partnership.is_some().then(|| {
                let chapters = Address::partnership_work(asker.language, asker.slug()).step("diagnosis").step(&record.id);
                Entry::new(chapters, asker.say(key::DIAGNOSIS_CHAPTERS))
            }),
            Kind::Meetings if self.may_edit() => Some(Entry::new(meeting::address(asker, &record.id), asker.say(key::SITTING))),
            _ => None,
        };
        own.into_iter().chain([Entry::new(here.step("history"), asker.say(key::WORK_HISTORY))]).collect()
    }

    /// Whether what was typed stays within the asker's rights.
    ///
    /// # Errors
    /// [`Failure`] if it does not.
    pub fn may_save(&self, draft: &Draft) -> Result<(), Failure> {
        if self.is_profile() { Ok(()) } else { self.register.may_save(self.before, draft) }
    }
}
