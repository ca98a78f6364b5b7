//! The area that a page of a diagnosis is about: a partnership, or municipalities that the address names.

use std::sync::Arc;

use miedza_planning::diagnosis::Indicator;
use miedza_planning::record::{Kind, Record};
use miedza_territory::UnitCode;
use miedza_texts::{Key, Language, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::diagnosis::{Ground, OfPartnership, PeerRule, Subject, named, words};
use miedza_workflows::partnership::Book;

use super::chosen::Chosen;
use crate::frame::page::Page;
use crate::frame::parts::{Choice, Entry, FormField};
use crate::frame::rail::{self, Place};
use crate::frame::{Address, Asker, Told};

/// An area with its figures.
pub struct Area {
    /// Who asks.
    pub asker: Asker,
    /// What the address asks for.
    pub chosen: Chosen,
    /// The partnership; `None` for an area of one's own.
    pub book: Option<Book>,
    /// The diagnosis that is kept; `None` where there is none.
    pub diagnosis: Option<Record>,
    /// The figures.
    pub ground: Arc<Ground>,
}

impl Area {
    /// The area that the address names.
    pub async fn open(asker: Asker) -> Result<Self, Told> {
        let chosen = Chosen::of(&asker.uri);
        match asker.partnership.clone() {
            Some(_) => Self::of_partnership(asker, chosen, None).await,
            None => Self::own(asker, chosen).await,
        }
    }

    /// The area of the partnership that the address names, by the diagnosis that is asked for or the newest published one.
    pub async fn of_partnership(asker: Asker, chosen: Chosen, diagnosis: Option<Record>) -> Result<Self, Told> {
        let partnership = asker.the_partnership();
        let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
        let book = Book::open(asker.app.store(), partnership, sees).await?;
        let diagnosis = diagnosis.or_else(|| published(&book, &chosen.diagnosis).cloned());
        let asked = OfPartnership { book: &book, diagnosis: diagnosis.as_ref(), day: asker.today(), language: asker.language };
        let subject = asked.subject(asker.app.store()).await?;
        let ground = ground(&asker, subject, &chosen).await?;
        Ok(Self { asker, chosen, book: Some(book), diagnosis, ground })
    }

    /// The same held against those of a rule, unless the address names another one or nobody meets it.
    pub async fn among(mut self, rule: PeerRule) -> Result<Self, Told> {
        if self.chosen.rule()?.is_none() {
            let subject = Subject { peers: rule, ..self.ground.subject.clone() };
            match self.asker.app.diagnoses().ground(&subject).await {
                Ok(ground) => self.ground = ground,
                Err(failure) if failure.kind == miedza_workflows::Kind::Invalid => {}
                Err(failure) => return Err(failure.into()),
            }
        }
        Ok(self)
    }

    async fn own(asker: Asker, chosen: Chosen) -> Result<Self, Told> {
        let subject = Subject::of_units(asker.app.store(), &named(asker.app.store(), &chosen.units).await?).await?;
        let ground = ground(&asker, subject, &chosen).await?;
        Ok(Self { asker, chosen, book: None, diagnosis: None, ground })
    }

    /// What its report is made from.
    pub fn asked<'a>(&'a self, book: &'a Book) -> OfPartnership<'a> {
        let (day, language) = (self.asker.today(), self.asker.language);
        OfPartnership { book, diagnosis: self.diagnosis.as_ref(), day, language }
    }

    /// Its name.
    pub fn name(&self) -> String {
        match &self.book {
            Some(book) => self.asker.words(&book.partnership, "short_name"),
            None if self.chosen.name.trim().is_empty() => self.say(key::DIAGNOSIS_OWN_AREA),
            None => self.chosen.name.trim().chars().take(120).collect(),
        }
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.asker.language
    }

    /// A sentence without arguments.
    pub fn say(&self, key: Key) -> String {
        self.asker.say(key)
    }

    /// A sentence.
    pub fn tell(&self, message: &Message) -> String {
        self.asker.tell(message)
    }

    fn start(&self) -> Address {
        match &self.book {
            Some(_) => Address::partnership(self.language(), self.asker.slug()).step("diagnosis"),
            None => Address::page(self.language()).step("diagnosis"),
        }
    }

    /// Its first page.
    pub fn address(&self) -> Address {
        self.chosen.carried(self.start())
    }

    /// A page below the first one, without what was asked for.
    pub fn bare(&self, steps: &[&str]) -> Address {
        steps.iter().fold(self.start(), |address, step| address.step(step))
    }

    /// A page below the first one.
    pub fn below(&self, steps: &[&str]) -> Address {
        self.chosen.carried(self.bare(steps))
    }

    /// The page of an indicator.
    pub fn indicator(&self, code: &str) -> Address {
        self.of_indicator(code, &[])
    }

    /// The page of an indicator in space, or its file.
    pub fn space(&self, code: &str, ending: Option<&str>) -> Address {
        let steps: Vec<&str> = ["space"].into_iter().chain(ending).collect();
        self.of_indicator(code, &steps)
    }

    /// A file of an indicator.
    pub fn export(&self, code: &str, ending: &str) -> Address {
        self.of_indicator(code, &["export", ending])
    }

    fn of_indicator(&self, code: &str, rest: &[&str]) -> Address {
        let start = if self.book.is_some() { None } else { Some("indicators") };
        let steps: Vec<&str> = start.into_iter().chain([code]).chain(rest.iter().copied()).collect();
        self.below(&steps)
    }

    /// The first page at another depth.
    pub fn at_depth(&self, depth: &str) -> Address {
        Chosen { depth: depth.to_owned(), ..self.chosen.clone() }.carried(self.start())
    }

    /// The frame of a page; `above` stands between the first page and it.
    pub fn page(&self, title: &str, is_first: bool) -> Page {
        let first = || Entry::new(self.address(), self.say(key::DIAGNOSIS));
        let above = if is_first { Vec::new() } else { vec![first()] };
        match &self.book {
            Some(book) => rail::page(&self.asker, book, Some(Place::Diagnosis), (title, above)),
            None => Page::of(&self.asker, title).under(above, title),
        }
    }

    /// The name of an indicator.
    pub fn named(&self, indicator: &Indicator) -> String {
        words::name(indicator, self.language())
    }

    /// A municipality as a link.
    pub fn unit(&self, code: &UnitCode) -> Entry {
        Entry::new(Address::unit(self.language(), code.as_str()), self.ground.name(code))
    }

    /// A value as it is shown; the sign of what is missing without one.
    pub fn number(&self, indicator: &Indicator, value: Option<f64>) -> String {
        let measure = indicator.measure();
        match value {
            Some(value) => words::number(&measure, value, self.language()),
            None => self.language().optional(None, 0),
        }
    }

    /// With whom it is compared, as a form to choose.
    pub fn peer_choice(&self) -> (FormField, Vec<Choice>) {
        let field = FormField {
            name: "peers".to_owned(),
            label: self.say(key::DIAGNOSIS_PEERS),
            optional: " ".to_owned(),
            ..FormField::default()
        };
        let has_list = !self.ground.subject.peer_units.is_empty();
        let rules = PeerRule::ALL.into_iter().filter(|rule| *rule != PeerRule::OwnList || has_list);
        let choice = |rule: PeerRule| Choice {
            value: rule.word().to_owned(),
            label: self.rule(rule),
            is_chosen: rule == self.ground.subject.peers,
            ..Choice::default()
        };
        (field, rules.map(choice).collect())
    }

    /// A rule for peers in words.
    pub fn rule(&self, rule: PeerRule) -> String {
        let found = key::find(&format!("peer-rule-{}", rule.word().replace('_', "-")));
        found.map_or_else(String::new, |key| self.say(key))
    }
}

async fn ground(asker: &Asker, mut subject: Subject, chosen: &Chosen) -> Result<Arc<Ground>, Failure> {
    if let Some(rule) = chosen.rule()? {
        subject.peers = rule;
    }
    if subject.peers == PeerRule::Nearest && !chosen.weights.trim().is_empty() {
        subject = subject.weighed_by(&chosen.weights)?;
    }
    asker.app.diagnoses().ground(&subject).await
}

/// The diagnosis of an id, else the newest that is published.
fn published<'a>(book: &'a Book, id: &str) -> Option<&'a Record> {
    let all = book.of(Kind::Diagnoses);
    let is_published = |diagnosis: &&Record| diagnosis.text("diagnosis_state") == Some("published");
    let named = all.iter().find(|diagnosis| diagnosis.id == id);
    named.or_else(|| all.iter().filter(is_published).max_by_key(|diagnosis| (diagnosis.created_at.clone(), diagnosis.id.clone())))
}
