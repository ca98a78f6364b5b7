//! Of which municipalities a diagnosis is made, and with which others they are compared.

use std::collections::BTreeSet;

use miedza_planning::diagnosis::peers::{MOST_WEIGHED, WeightsError, weights, written};
use miedza_planning::partnership::Dossier;
use miedza_planning::record::Record;
use miedza_planning::values::Day;
use miedza_store::{KeptUnit, Store, UnitQuestion};
use miedza_territory::{Level, UnitCode};
use miedza_texts::{Message, key};

use crate::failure::Failure;

/// With whom an area is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeerRule {
    /// The municipalities of its voivodeships or regions.
    #[default]
    Voivodeship,
    /// Those of its country.
    Country,
    /// Those of the counties that touch its own.
    CountiesAround,
    /// Those of the kinds that its members have.
    SameKind,
    /// Those of the functional types that its members have in an imported list.
    SameType,
    /// Of these, those of the classes of size that members of the type have.
    SameTypeAndSize,
    /// Those most like it in size, density, age and unemployment, or in what the subject weighs.
    Nearest,
    /// A list of one's own.
    OwnList,
}

impl PeerRule {
    /// All, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Voivodeship,
        Self::Country,
        Self::CountiesAround,
        Self::SameKind,
        Self::SameType,
        Self::SameTypeAndSize,
        Self::Nearest,
        Self::OwnList,
    ];

    /// The word in records and addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voivodeship => "voivodeship",
            Self::Country => "country",
            Self::CountiesAround => "counties_around",
            Self::SameKind => "same_kind",
            Self::SameType => "same_type",
            Self::SameTypeAndSize => "same_type_and_size",
            Self::Nearest => "nearest",
            Self::OwnList => "own_list",
        }
    }

    /// The rule of a word that somebody typed.
    ///
    /// # Errors
    /// [`Failure`] with the words that are known.
    pub fn named(word: &str) -> Result<Self, Failure> {
        Self::parse(word).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.iter().map(|rule| rule.word()).collect();
            let told = Message::new(key::DIAGNOSIS_NO_RULE).with("word", word.chars().take(40).collect::<String>());
            Failure::invalid(told, Message::new(key::DIAGNOSIS_NO_RULE_HINT).with("known", known.join(", ")))
        })
    }

    /// The rule of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }
}

/// What a diagnosis is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The municipalities, by code.
    pub members: Vec<UnitCode>,
    /// With whom they are compared.
    pub peers: PeerRule,
    /// The list of one's own, where that is the rule.
    pub peer_units: BTreeSet<UnitCode>,
    /// Weights of nearness as [`weights`] reads them; empty for the usual ones.
    pub peer_weights: String,
    /// The first year that is wanted; `None` for the first with values.
    pub first_year: Option<u16>,
    /// The last year that is wanted.
    pub last_year: Option<u16>,
}

/// More municipalities make no diagnosis.
pub const MOST_MEMBERS: usize = 600;

impl Subject {
    /// The members of a partnership on a day.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer, or there is no member with a territory on that day.
    pub async fn of_members(store: &Store, dossier: &Dossier, on: Day) -> Result<Self, Failure> {
        let members = dossier.members_on(on);
        let codes: Vec<UnitCode> = members.certain.iter().filter_map(|member| member.party.unit()).cloned().collect();
        Self::of_municipalities(municipalities(store, &codes, Wider::UnlessItsOwnAreThere).await?)
    }

    /// A list of units; a county or region stands for all its municipalities.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer, a unit is unknown or a part of a municipality, nothing is left, or more than
    /// [`MOST_MEMBERS`] are.
    pub async fn of_units(store: &Store, codes: &[UnitCode]) -> Result<Self, Failure> {
        Self::of_municipalities(municipalities(store, codes, Wider::Always).await?)
    }

    fn of_municipalities(members: Vec<UnitCode>) -> Result<Self, Failure> {
        if members.is_empty() {
            return Err(Failure::invalid(key::DIAGNOSIS_NOBODY, key::DIAGNOSIS_NOBODY_HINT));
        }
        if members.len() > MOST_MEMBERS {
            let told = Message::new(key::DIAGNOSIS_TOO_MANY).with("count", members.len()).with("most", MOST_MEMBERS);
            return Err(Failure::invalid(told, key::DIAGNOSIS_NOBODY_HINT));
        }
        Ok(Self { members, ..Self::default() })
    }

    /// The same with what a record of a diagnosis says of peers and years.
    #[must_use]
    pub fn as_asked(mut self, diagnosis: &Record) -> Self {
        let year = |field: &str| diagnosis.number(field).and_then(|year| u16::try_from(year).ok());
        self.peers = diagnosis.text("peer_rule").and_then(PeerRule::parse).unwrap_or_default();
        self.peer_units = diagnosis.list("peer_units").into_iter().filter_map(|code| UnitCode::parse(code).ok()).collect();
        self.peer_weights = diagnosis.text("peer_weights").unwrap_or_default().to_owned();
        (self.first_year, self.last_year) = (year("year_from"), year("year_to"));
        self
    }

    /// The same with weights of nearness that somebody typed.
    ///
    /// # Errors
    /// [`Failure`] with the first entry that cannot be taken.
    pub fn weighed_by(mut self, text: &str) -> Result<Self, Failure> {
        let read = weights(text).map_err(|error| not_weights(&error))?;
        self.peer_weights = written(&read);
        Ok(self)
    }
}

fn not_weights(error: &WeightsError) -> Failure {
    let told = match error {
        WeightsError::UnknownIndicator { code } => Message::new(key::DIAGNOSIS_WEIGHTS_NO_INDICATOR).with("code", code.as_str()),
        WeightsError::NoWeight { code, text } => {
            Message::new(key::DIAGNOSIS_WEIGHTS_NO_WEIGHT).with("code", code.as_str()).with("text", text.as_str())
        }
        WeightsError::Twice { code } => Message::new(key::DIAGNOSIS_WEIGHTS_TWICE).with("code", code.as_str()),
        WeightsError::TooMany { count } => {
            Message::new(key::DIAGNOSIS_WEIGHTS_TOO_MANY).with("count", *count).with("most", MOST_WEIGHED)
        }
        _ => key::DIAGNOSIS_WEIGHTS_ALL_ZERO.into(),
    };
    Failure::invalid(told, key::DIAGNOSIS_WEIGHTS_HINT)
}

/// When a county or region in a list stands for its municipalities.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wider {
    /// Whatever else is in the list.
    Always,
    /// If none of them is in it: a county that is a member beside its municipalities adds no territory.
    UnlessItsOwnAreThere,
}

/// The municipalities among units and those of counties and regions, by code, as the newest register has them.
async fn municipalities(store: &Store, codes: &[UnitCode], wider: Wider) -> Result<Vec<UnitCode>, Failure> {
    let names: Vec<UnitCode> = codes.iter().flat_map(UnitCode::whatever_kind).collect();
    let known = store.units_by_code(&names).await?;
    let unknown: Vec<&UnitCode> =
        codes.iter().filter(|code| !code.whatever_kind().iter().any(|name| known.contains_key(name))).collect();
    if let Some(code) = unknown.first() {
        let told = Message::new(key::DIAGNOSIS_UNKNOWN_UNIT).with("code", code.as_str()).with("count", unknown.len());
        return Err(Failure::invalid(told, key::DIAGNOSIS_UNKNOWN_UNIT_HINT));
    }
    let newest = |code: &UnitCode| -> Option<&KeptUnit> {
        let found: Vec<&KeptUnit> = code.whatever_kind().iter().filter_map(|name| known.get(name)).collect();
        found.iter().find(|kept| kept.valid_to.is_none()).or(found.first()).copied()
    };
    let kept: Vec<&KeptUnit> = codes.iter().filter_map(newest).collect();
    if let Some(part) = kept.iter().find(|kept| kept.unit.level == Level::Part) {
        let whole = part.unit.parent.as_ref().map(ToString::to_string).unwrap_or_default();
        let told = Message::new(key::DIAGNOSIS_PART).with("code", part.unit.code.as_str()).with("whole", whole);
        return Err(Failure::invalid(told, key::DIAGNOSIS_UNKNOWN_UNIT_HINT));
    }
    let mut members: BTreeSet<UnitCode> =
        kept.iter().filter(|kept| kept.unit.level == Level::Municipality).map(|kept| kept.unit.code.clone()).collect();
    let parents: BTreeSet<UnitCode> =
        kept.iter().filter(|kept| kept.unit.level == Level::Municipality).filter_map(|kept| kept.unit.parent.clone()).collect();
    let is_wanted = |county: &UnitCode| wider == Wider::Always || !parents.contains(county);
    let of_level = |level: Level| kept.iter().filter(move |kept| kept.unit.level == level).map(|kept| kept.unit.code.clone());
    let mut counties: Vec<UnitCode> = of_level(Level::County).collect();
    for region in of_level(Level::Region) {
        counties.extend(below(store, &region, Level::County).await?);
    }
    for county in counties.iter().filter(|county| is_wanted(county)) {
        members.extend(below(store, county, Level::Municipality).await?);
    }
    Ok(members.into_iter().collect())
}

/// The units of a level directly below another, as the newest register has them.
async fn below(store: &Store, parent: &UnitCode, level: Level) -> Result<Vec<UnitCode>, Failure> {
    let question = UnitQuestion { level: Some(level), parent: Some(parent.clone()), ..UnitQuestion::default() };
    Ok(store.units(&question).await?.into_iter().map(|kept| kept.unit.code).collect())
}
