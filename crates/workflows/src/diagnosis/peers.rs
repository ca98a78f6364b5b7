//! The peers of an area: candidates from the register, chosen by the rule of the diagnosis.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::diagnosis::peers::{
    Candidate, Field, Members, Nearest, PeerGroup, Rule, Subject as Sought, Weighed, group, nearest,
};
use miedza_planning::diagnosis::{Catalogue, Snapshot, Variable, Years};
use miedza_store::{KeptUnit, Store, UnitQuestion};
use miedza_territory::{Country, Level, UnitCode, Units};
use miedza_texts::key;

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
            PeerRule::Nearest => return self.nearest(field).await,
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

    async fn nearest(&self, field: Field<'_>) -> Result<PeerGroup, Failure> {
        let failed = || Failure::invalid(key::DIAGNOSIS_NO_PEERS, key::DIAGNOSIS_NO_PEERS_HINT);
        let indicators: Vec<_> = ALIKE.iter().filter_map(|code| self.catalogue.indicator(code)).collect();
        let variables: Vec<Variable> = indicators.iter().flat_map(|indicator| indicator.variables()).cloned().collect();
        let kept = self.store.observation_variables().await?;
        let Some(last) =
            kept.iter().filter(|kept| variables.contains(&kept.variable)).filter_map(|kept| Some(kept.years?.last)).max()
        else {
            return Err(failed());
        };
        let units = Units::new(field.candidates.iter().map(|candidate| candidate.unit.clone()).collect());
        let years = Years { first: last.saturating_sub(6), last };
        let block = values(self.store, &variables, units, years).await?;
        let indicators: Vec<Weighed> =
            indicators.iter().map(|indicator| Weighed { indicator: indicator.code.clone(), weight: 1.0 }).collect();
        // The newest year in which enough is known.
        let mut tried = years.iter().rev().filter_map(|year| {
            let wanted = Nearest { of: Sought::Area, indicators: indicators.clone(), most: NEAREST };
            nearest(wanted, field, Snapshot { block: &block, year }, self.catalogue).ok()
        });
        tried.next().ok_or_else(failed)
    }
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
