//! The register that an address names, and the addresses around it.

use miedza_planning::record::{Draft, Kind, Record, Visibility};
use miedza_planning::rights::{Object, Verb};
use miedza_planning::values::Tongue;
use miedza_store::{Author, Question};
use miedza_texts::{Language, key};
use miedza_workflows::partnership::Tally;
use miedza_workflows::record::Names;
use miedza_workflows::{Failure, Kind as FailureKind, labels};

use super::consistency;
use crate::frame::door::of_partnership;
use crate::frame::failure::refused;
use crate::frame::page::Page;
use crate::frame::parts::{Entry, Rail, RailEntry};
use crate::frame::{Address, Asker};

/// A register: one kind, in one partnership or of the whole portal.
pub struct Register<'a> {
    pub asker: &'a Asker,
    pub kind: Kind,
}

impl<'a> Register<'a> {
    /// The register that the address names.
    pub fn of(asker: &'a Asker) -> Self {
        Self { asker, kind: asker.the_kind() }
    }

    /// Id of the partnership.
    pub fn partnership(&self) -> Option<&'a str> {
        self.asker.partnership.as_ref().map(|partnership| partnership.id.as_str())
    }

    /// All live records.
    pub fn question(&self) -> Question {
        match self.partnership() {
            Some(id) => Question::of(self.kind).in_partnership(id),
            None => Question::of(self.kind),
        }
    }

    /// Address of the list.
    pub fn address(&self) -> Address {
        address(self.asker, self.kind)
    }

    /// Address of a record.
    pub fn record(&self, id: &str) -> Address {
        self.address().step(id)
    }

    /// Name of the list.
    pub fn name(&self) -> String {
        self.asker.tell(&labels::kind(self.kind))
    }

    /// Whether the asker may do this with a record, or with the register.
    pub fn may(&self, verb: Verb, record: Option<&Record>) -> bool {
        let object = record.map_or_else(|| self.asker.object.clone(), |record| self.object(record));
        self.asker.may(verb, self.kind.room(), &object).is_ok()
    }

    /// Whether a change stays within the asker's rights: what the record was and what it becomes, the own unit, publishing,
    /// and the originals of those who only translate.
    ///
    /// # Errors
    /// [`Failure`] with the nearest reason.
    pub fn may_save(&self, before: Option<&Record>, draft: &Draft) -> Result<(), Failure> {
        let (asker, room) = (self.asker, self.kind.room());
        let verb = match before {
            None => Verb::Create,
            Some(record) if draft.only_translates(&record.content) => Verb::Translate,
            Some(record) if self.object(record).is_decided && draft.only_shows(&record.content) => Verb::Publish,
            Some(_) => Verb::Edit,
        };
        let was = before.map_or_else(|| asker.object.clone(), |record| self.object(record));
        let unit = draft.values.get("unit").and_then(serde_json::Value::as_str).map(ToOwned::to_owned);
        let becomes = Object { unit, ..was.clone() };
        let may = |verb, object: &Object| asker.may(verb, room, object);
        let of_what_was = before.map_or(Ok(()), |_| may(verb, &was));
        of_what_was.and_then(|()| may(verb, &becomes)).map_err(refused)?;
        let is_agreed = before.is_some_and(|record| draft.changes_what_is_agreed(&record.content));
        if is_agreed && may(Verb::Publish, &was).is_err() {
            return Err(Failure { kind: FailureKind::Refused, ..Failure::invalid(key::WORK_AGREED, key::WORK_AGREED_HINT) });
        }
        let was_public = before.is_some_and(|record| record.content.visibility == Visibility::Public);
        if draft.visibility == Visibility::Public && !was_public && may(Verb::Publish, &becomes).is_err() {
            return Err(Failure {
                kind: FailureKind::Refused,
                told: key::WORK_PUBLISH_REFUSED.into(),
                hint: Some(key::WORK_PUBLISH_REFUSED_HINT.into()),
                causes: Vec::new(),
            });
        }
        Ok(())
    }

    /// Names of what these records point to, as far as the asker may know them.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn names(&self, records: &[Record]) -> Result<Names, Failure> {
        let sees = |record: &Record| sees_here(self.asker, record);
        Names::known(self.asker.app.store(), records, self.asker.language, sees).await
    }

    /// What the right is asked about for a record.
    pub fn object(&self, record: &Record) -> Object {
        self.asker.object_of(record, self.asker.partnership.as_deref())
    }

    /// The frame of a page of this register.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn page(&self, title: &str, further: Vec<Entry>) -> Result<Page, Failure> {
        let mut above = above(self.asker);
        if !further.is_empty() || title != self.name() {
            above.push(Entry::new(self.address(), self.name()));
        }
        above.extend(further);
        let page = Page::of(self.asker, title).unlisted().under(above, title);
        let rail = if self.asker.partnership.is_some() { Some(rail(self.asker, Some(self.kind)).await?) } else { None };
        Ok(rail.into_iter().fold(page, Page::beside))
    }
}

/// Whether the asker sees a record of the partnership that the address names, or of the whole portal.
pub fn sees_here(asker: &Asker, record: &Record) -> bool {
    if record.kind() == Kind::Partnerships {
        return asker.sees_partnership(record);
    }
    asker.sees(record, asker.partnership.as_deref().filter(|_| record.content.partnership.is_some()))
}

/// Address of the list of a kind.
pub fn address(asker: &Asker, kind: Kind) -> Address {
    match &asker.partnership {
        Some(_) => Address::partnership_work(asker.language, asker.slug()).step(kind.name()),
        None => Address::work(asker.language).step("shared").step(kind.name()),
    }
}

/// The way back: the workbench and the desk.
pub fn above(asker: &Asker) -> Vec<Entry> {
    let mut above = vec![Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK))];
    if let Some(partnership) = &asker.partnership {
        let desk = Address::partnership_work(asker.language, asker.slug());
        above.push(Entry::new(desk, asker.words(partnership, "short_name")));
    }
    above
}

/// Registers of a partnership in the order of the desk, in groups.
pub const GROUPS: [(miedza_texts::Key, &[Kind]); 5] = [
    (
        key::WORK_GROUP_MEMBERS,
        &[Kind::Memberships, Kind::Documents, Kind::Signatures, Kind::InstitutionalPartners, Kind::Organisations],
    ),
    (
        key::WORK_GROUP_BODIES,
        &[Kind::Bodies, Kind::Seats, Kind::Meetings, Kind::AgendaItems, Kind::Attendances, Kind::Resolutions, Kind::Effects],
    ),
    (
        key::WORK_GROUP_COURSE,
        &[Kind::TimelineEvents, Kind::Steps, Kind::Participations, Kind::CallAnswers, Kind::StatedFigures, Kind::Variants],
    ),
    (
        key::WORK_GROUP_DIAGNOSIS,
        &[
            Kind::Diagnoses,
            Kind::Findings,
            Kind::SwotItems,
            Kind::Problems,
            Kind::Challenges,
            Kind::DocumentReviews,
            Kind::Surveys,
            Kind::SurveyQuestions,
            Kind::DiagnosisComments,
        ],
    ),
    (key::WORK_GROUP_PUBLIC, &[Kind::News, Kind::Attachments, Kind::FunderLines]),
];

/// Registers that belong to the whole portal.
pub const SHARED: [Kind; 8] = [
    Kind::Calls,
    Kind::CallConditions,
    Kind::Organisations,
    Kind::Themes,
    Kind::UnitFlags,
    Kind::FlowTables,
    Kind::Attachments,
    Kind::FunderLines,
];

/// How many findings of the rules wait in the partnership, as far as the asker may see them.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn tally(asker: &Asker) -> Result<Tally, Failure> {
    let partnership = asker.the_partnership();
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
    let account = asker.visitor.account.as_deref().unwrap_or_default();
    asker.app.tallies().of(asker.app.store(), partnership, (account, asker.today()), sees).await
}

/// The way to the findings, with how many wait.
async fn findings(asker: &Asker) -> Result<RailEntry, Failure> {
    let tally = tally(asker).await?;
    let waiting = tally.errors + tally.warnings;
    let href = consistency::address_of(asker).to_string();
    Ok(RailEntry {
        label: asker.say(key::CONSISTENCY),
        count: if waiting == 0 { String::new() } else { waiting.to_string() },
        is_current: asker.uri.path() == href,
        href,
        ..RailEntry::default()
    })
}

/// The registers beside a page of the workbench, and the findings of the rules.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn rail(asker: &Asker, current: Option<Kind>) -> Result<Rail, Failure> {
    let desk = Address::partnership_work(asker.language, asker.slug());
    let name = asker.partnership.as_ref().map(|partnership| asker.words(partnership, "short_name")).unwrap_or_default();
    let entries = GROUPS.iter().map(|(word, kinds)| RailEntry {
        href: address(asker, kinds[0]).into(),
        label: asker.say(*word),
        entries: kinds
            .iter()
            .map(|kind| Entry::new(address(asker, *kind), asker.tell(&labels::kind(*kind))).current_if(current == Some(*kind)))
            .collect(),
        ..RailEntry::default()
    });
    let is_findings = asker.uri.path() == consistency::address_of(asker).to_string();
    Ok(Rail {
        label: asker.say(key::WORK_REGISTERS),
        summary: current.map_or_else(|| asker.say(key::WORK_REGISTERS), |kind| asker.tell(&labels::kind(kind))),
        title: Entry::new(desk, name).current_if(current.is_none() && !is_findings),
        entries: [findings(asker).await?].into_iter().chain(entries).collect(),
    })
}

/// Who writes.
pub fn author(asker: &Asker) -> Author {
    match &asker.signed_in {
        Some(signed_in) => Author::Account(signed_in.account.clone()),
        None => Author::Program("portal"),
    }
}

/// Whether the asker may do this in the workbench of the partnership.
pub fn may_in(asker: &Asker, verb: Verb, kind: Kind) -> bool {
    let object = asker.partnership.as_deref().map_or_else(Object::private, of_partnership);
    asker.may(verb, kind.room(), &object).is_ok()
}

/// Names of languages, for columns of translated fields.
pub fn language_name(tongue: Tongue) -> String {
    let language = match tongue {
        Tongue::Pl => Language::Pl,
        Tongue::Cs => Language::Cs,
        Tongue::En => Language::En,
    };
    crate::frame::page::own_name(language).to_owned()
}
