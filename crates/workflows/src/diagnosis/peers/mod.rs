//! The peers of an area: candidates from the register, chosen by the rule of the diagnosis.

mod told;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::diagnosis::peers::{
    Candidate, Field, Members, Nearest, PeerGroup, PeersError, Rule, Subject as Sought, Weighed, group, nearest, weights,
};
use miedza_planning::diagnosis::{Catalogue, Variable, Years};
use miedza_store::{KeptUnit, Store, UnitQuestion};
use miedza_territory::{Country, Level, UnitCode, Units};
use miedza_texts::{Message, key};

pub use self::told::Told;
use self::types::{TypeList, inhabitants};
use super::ground::values;
use super::subject::{PeerRule, Subject};
use crate::failure::Failure;
use crate::territory::Atlas;

/// How many peers are looked for by nearness.
const NEAREST: usize = 20;
/// What nearness is measured by: size, settlement, age and work.
const ALIKE: [&str; 4] = ["population", "population_density", "seniors_share", "unemployed_per_1000"];

/// Municipalities of the countries of an area, with what rules ask of them.
pub struct Around {
    /// By code.
    pub units: BTreeMap<UnitCode, KeptUnit>,
}

impl Around {
    /// All municipalities of the countries that the members lie in.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn of(store: &Store, members: &[UnitCode]) -> Result<Self, Failure> {
        let countries: BTreeSet<Country> = members.iter().map(Country::of_municipality).collect();
        let mut units = BTreeMap::new();
        for country in countries {
            let question = UnitQuestion { country: Some(country), level: Some(Level::Municipality), ..UnitQuestion::default() };
            units.extend(store.units(&question).await?.into_iter().map(|kept| (kept.unit.code.clone(), kept)));
        }
        Ok(Self { units })
    }

    fn county(&self, code: &UnitCode) -> Option<&UnitCode> {
        self.units.get(code)?.unit.parent.as_ref()
    }

    fn candidates(&self, is_wanted: impl Fn(&KeptUnit) -> bool) -> Vec<Candidate> {
        let candidate = |kept: &KeptUnit| Candidate {
            unit: kept.unit.code.clone(),
            kind: kept.unit.kind,
            county: kept.unit.parent.clone(),
            inhabitants: None,
            functional_type: None,
        };
        self.units.values().filter(|kept| is_wanted(kept)).map(candidate).collect()
    }
}

/// Chooses the peers of a subject.
pub struct Choosing<'a> {
    /// What is kept.
    pub store: &'a Store,
    /// Where units lie.
    pub atlas: &'a Atlas,
    /// The indicators.
    pub catalogue: &'a Catalogue,
    /// The municipalities around.
    pub around: &'a Around,
}

impl Choosing<'_> {
    /// The peers; the area itself is not among them.
    ///
    /// # Errors
    /// [`Failure`] if nobody meets the rule or the store does not answer.
    pub async fn peers(&self, subject: &Subject) -> Result<PeerGroup, Failure> {
        let members = &subject.members;
        let region = |code: &UnitCode| self.region(code);
        let regions: BTreeSet<String> = members.iter().map(region).collect();
        let candidates = match subject.peers {
            PeerRule::Voivodeship => self.around.candidates(|kept| regions.contains(&region(&kept.unit.code))),
            PeerRule::SameKind => {
                let kinds: BTreeSet<_> = members.iter().filter_map(|code| self.around.units.get(code)?.unit.kind).collect();
                self.around.candidates(|kept| kept.unit.kind.is_none_or(|kind| kinds.contains(&kind)))
            }
            _ => self.around.candidates(|_| true),
        };
        let field = Field { candidates: &candidates, members, with: Members::KeptOut };
        let named = |named: &str| Rule::All { named: named.to_owned() };
        let found = match subject.peers {
            PeerRule::Nearest => return self.nearest(subject, field).await,
            PeerRule::SameType | PeerRule::SameTypeAndSize => return self.of_types(subject).await,
            PeerRule::CountiesAround => group(Rule::Counties { counties: self.counties_around(members).await? }, field),
            PeerRule::OwnList => {
                let units = subject.peer_units.iter().filter_map(|code| self.present(code)).collect();
                group(Rule::Own { named: PeerRule::OwnList.word().to_owned(), units }, field)
            }
            rule => group(named(rule.word()), field),
        };
        found.map_err(|_| Failure::invalid(key::DIAGNOSIS_NO_PEERS, key::DIAGNOSIS_NO_PEERS_HINT))
    }

    /// A unit of an own list under the code that the register has now.
    fn present(&self, code: &UnitCode) -> Option<UnitCode> {
        code.whatever_kind().into_iter().find(|name| self.around.units.contains_key(name))
    }

    fn region(&self, code: &UnitCode) -> String {
        region(code, self.around.county(code))
    }

    /// The counties whose municipalities touch those of the area, and its own.
    async fn counties_around(&self, members: &[UnitCode]) -> Result<BTreeSet<UnitCode>, Failure> {
        let near = self.atlas.frames().await?.near(members);
        let codes = near.iter().chain(members);
        Ok(codes.filter_map(|code| self.around.county(code).cloned()).collect())
    }

    /// Those of the functional types of the members, and of their sizes where the rule asks for it.
    async fn of_types(&self, subject: &Subject) -> Result<PeerGroup, Failure> {
        let mut candidates = self.around.candidates(|_| true);
        let units = Units::new(candidates.iter().map(|candidate| candidate.unit.clone()).collect());
        let no_list = || Failure::invalid(key::DIAGNOSIS_NO_TYPES, key::DIAGNOSIS_NO_TYPES_HINT);
        let list = TypeList::of(self.store, &subject.members, &units).await?.ok_or_else(no_list)?;
        let types = if subject.peers == PeerRule::SameTypeAndSize {
            let counted = inhabitants(self.store, self.catalogue, &units).await?;
            candidates.iter_mut().for_each(|candidate| candidate.inhabitants = counted.get(&candidate.unit).copied());
            list.of_members_by_size(&subject.members, &counted)
        } else {
            list.of_members(&subject.members)
        };
        candidates.iter_mut().for_each(|candidate| candidate.functional_type = list.types.get(&candidate.unit).cloned());
        let field = Field { candidates: &candidates, members: &subject.members, with: Members::KeptOut };
        group(Rule::FunctionalTypes { list: list.name(), types }, field).map_err(|_| nobody())
    }

    /// Those most like the area in what the subject weighs.
    async fn nearest(&self, subject: &Subject, field: Field<'_>) -> Result<PeerGroup, Failure> {
        let weighed = weighed(subject);
        let indicators: Vec<_> = weighed.iter().filter_map(|one| self.catalogue.indicator(&one.indicator)).collect();
        let variables: BTreeSet<Variable> = indicators.iter().flat_map(|indicator| indicator.variables()).cloned().collect();
        let variables: Vec<Variable> = variables.into_iter().collect();
        let kept = self.store.observation_variables().await?;
        let Some(last) =
            kept.iter().filter(|kept| variables.contains(&kept.variable)).filter_map(|kept| Some(kept.years?.last)).max()
        else {
            return Err(nobody());
        };
        let units = Units::new(field.candidates.iter().map(|candidate| candidate.unit.clone()).collect());
        let years = Years { first: last.saturating_sub(6), last };
        let block = values(self.store, &variables, units, years).await?;
        let wanted = Nearest { of: Sought::Area, indicators: weighed, most: NEAREST };
        nearest(wanted, field, &block, self.catalogue).map_err(|error| match error {
            PeersError::TooLittleKnown { lacking } if !subject.peer_weights.is_empty() => {
                let told = Message::new(key::DIAGNOSIS_WEIGHTS_UNKNOWN).with("codes", lacking);
                Failure::invalid(told, key::DIAGNOSIS_WEIGHTS_UNKNOWN_HINT)
            }
            _ => nobody(),
        })
    }
}

fn nobody() -> Failure {
    Failure::invalid(key::DIAGNOSIS_NO_PEERS, key::DIAGNOSIS_NO_PEERS_HINT)
}

/// What nearness is measured by: the weights of the subject, or the usual indicators weighed alike.
#[must_use]
pub fn weighed(subject: &Subject) -> Vec<Weighed> {
    let own = weights(&subject.peer_weights).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    ALIKE.map(|code| Weighed { indicator: code.to_owned(), weight: 1.0 }).to_vec()
}

/// The voivodeship or region of a municipality; in Czechia its district stands for it where the register has no region.
pub(super) fn region(code: &UnitCode, county: Option<&UnitCode>) -> String {
    let start = |code: &str, length: usize| code.chars().take(length).collect::<String>();
    match county {
        // CZ0712 lies in CZ071.
        Some(district) if district.as_str().starts_with("CZ") => start(district.as_str(), 5),
        _ => start(code.as_str(), 2),
    }
}
