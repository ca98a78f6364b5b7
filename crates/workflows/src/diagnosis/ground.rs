//! What a diagnosis stands on: the figures of the area, of its members and of its peers, with names and imports.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use miedza_planning::diagnosis::peers::{PeerGroup, Rule, Told};
use miedza_planning::diagnosis::{AreaTable, Block, Catalogue, DiagnosisError, Indicator, Monitor, Variable, Years};
use miedza_store::{KeptUnit, KeptVariable, ObservationImport, Store};
use miedza_territory::{Reason, UnitCode, UnitIx, Units};

use super::peers::{Around, Choosing};
use super::subject::{PeerRule, Subject};
use crate::failure::{Failure, Kind};
use crate::lab::aside;
use crate::territory::Atlas;

/// With more peers than these their figures are read for the last years only.
const MANY_PEERS: usize = 700;
/// How many years those are.
const LAST_YEARS: u16 = 8;
/// Years that a table holds at most.
const MOST_YEARS: u16 = 40;

/// What a diagnosis stands on.
#[derive(Debug)]
pub struct Ground {
    /// What it is about.
    pub subject: Subject,
    /// The indicators.
    pub catalogue: Catalogue,
    /// The area and its members.
    pub own: AreaTable,
    /// The peers, members kept out; the years may be fewer.
    pub group: AreaTable,
    /// How the peers were chosen.
    pub peers: PeerGroup,
    /// Members and peers as the register has them.
    pub units: BTreeMap<UnitCode, KeptUnit>,
    /// Variables of which there are values.
    pub variables: Vec<KeptVariable>,
    /// The imports that figures name.
    pub imports: BTreeMap<u32, ObservationImport>,
    /// The values behind the figures of the members.
    pub block: Block,
    /// The values of members and peers together; the years may be fewer.
    pub together: Block,
    /// Counties as the register has them.
    pub counties: BTreeMap<UnitCode, KeptUnit>,
    /// The development monitor, made when it is first asked for.
    pub(super) monitor: OnceLock<Option<Monitor>>,
}

impl Ground {
    /// Reads all that is known of a subject.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer, nobody can be compared, or a value cannot be reckoned with.
    pub async fn read(store: &Store, atlas: &Atlas, subject: &Subject) -> Result<Self, Failure> {
        let catalogue = Catalogue::built_in().map_err(|error| Failure::fault(&error))?;
        let around = Around::of(store, &subject.members).await?;
        let choosing = Choosing { store, atlas, catalogue: &catalogue, around: &around };
        let (peers, subject) = chosen(&choosing, subject).await?;
        let subject = &subject;
        let kept = store.observation_variables().await?;
        let needed = needed(&catalogue, &kept);
        let years = years(subject, &kept);
        let block = members_block(store, &needed, &subject.members, years).await?;
        let codes: Vec<UnitCode> = peers.units.iter().map(|peer| peer.unit.clone()).collect();
        let first = if codes.len() > MANY_PEERS { years.first.max(years.last.saturating_sub(LAST_YEARS)) } else { years.first };
        let all: Vec<UnitCode> = subject.members.iter().chain(&codes).cloned().collect();
        let together = store.block(&needed, Units::new(all), Years { first, last: years.last }).await?;
        let imports = store.observation_imports().await?.into_iter().map(|import| (import.id, import)).collect();
        let mut units = around.units;
        units.retain(|code, _| subject.members.contains(code) || codes.contains(code));
        let parents: Vec<UnitCode> = units.values().filter_map(|kept| kept.unit.parent.clone()).collect();
        let counties = store.units_by_code(&parents).await?;
        let (subject, monitor) = (subject.clone(), OnceLock::new());
        aside(move || {
            let own = AreaTable::new(&catalogue, &block, &subject.members).map_err(failed)?;
            // What nobody has need not be looked for in thousands of peers.
            let known = catalogue.only(|indicator| indicator.variables().iter().all(|variable| needed.contains(variable)));
            let group = AreaTable::new(&known, &together, &codes).map_err(failed)?;
            Ok(Self {
                subject,
                catalogue,
                own,
                group,
                peers,
                units,
                variables: kept,
                imports,
                block,
                together,
                counties,
                monitor,
            })
        })
        .await
    }

    /// Members, then peers.
    #[must_use]
    pub fn everyone(&self) -> Vec<UnitCode> {
        self.subject.members.iter().chain(self.group.members()).cloned().collect()
    }

    /// The county of each member whose register names one.
    #[must_use]
    pub fn county_of(&self) -> BTreeMap<UnitCode, UnitCode> {
        let county = |code: &UnitCode| Some((code.clone(), self.units.get(code)?.unit.parent.clone()?));
        self.subject.members.iter().filter_map(county).collect()
    }

    /// The indicator of a code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.catalogue.indicator(code)
    }

    /// The name of a unit, or its code where no register has it.
    #[must_use]
    pub fn name(&self, code: &UnitCode) -> String {
        self.units.get(code).map_or_else(|| code.to_string(), |kept| kept.unit.name.clone())
    }

    /// The name of a county, or its code where no register has it.
    #[must_use]
    pub fn county(&self, code: &UnitCode) -> String {
        self.counties.get(code).map_or_else(|| code.to_string(), |kept| kept.unit.name.clone())
    }

    /// Codes of the indicators of an area of the monitor that have some figure, in the order of the catalogue.
    pub fn with_figures<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a Indicator> {
        let has_figure = |code: &str| self.own.row(code).is_ok_and(|row| row.newest.is_some());
        self.catalogue.indicators().iter().filter(move |indicator| indicator.area == area && has_figure(&indicator.code))
    }

    /// The area of a member in its newest year, square kilometres.
    #[must_use]
    pub fn area_km2(&self, code: &UnitCode) -> Option<f64> {
        let hectares = Variable { source: "bdl".to_owned(), id: "1".to_owned() };
        let unit = self.block.units().find(code)?;
        self.block.years().iter().rev().find_map(|year| self.block.number(&hectares, unit, year)).map(|hectares| hectares / 100.0)
    }

    /// The imports behind the figure of the area in a year.
    #[must_use]
    pub fn imports_of(&self, code: &str, year: u16) -> Vec<&ObservationImport> {
        let evidence = self.own.row(code).ok().and_then(|row| row.area_in(year)).map(|area| &area.evidence.imports);
        evidence.into_iter().flatten().filter_map(|import| self.imports.get(import)).collect()
    }
}

/// The peers by the rule of the subject. Where the usual rule finds nobody the country stands in for it, and the subject says
/// so; where nobody else is known at all the group is empty.
async fn chosen(choosing: &Choosing<'_>, subject: &Subject) -> Result<(PeerGroup, Subject), Failure> {
    let found = choosing.peers(subject).await;
    let is_usual = subject.peers == PeerRule::Voivodeship;
    match found {
        Ok(peers) => Ok((peers, subject.clone())),
        Err(failure) if failure.kind != Kind::Invalid || !is_usual => Err(failure),
        Err(_) => {
            let wider = Subject { peers: PeerRule::Country, ..subject.clone() };
            let nobody = || PeerGroup { rule: Rule::All { named: String::new() }, units: Vec::new(), told: Told::default() };
            Ok((choosing.peers(&wider).await.unwrap_or_else(|_| nobody()), wider))
        }
    }
}

/// What a person is told where figures cannot be reckoned.
pub fn failed(error: DiagnosisError) -> Failure {
    Failure::fault(&error)
}

/// The same for other errors.
pub fn failed_by(error: &dyn std::error::Error) -> Failure {
    Failure::fault(error)
}

/// Variables that the catalogue needs and that have values.
fn needed(catalogue: &Catalogue, kept: &[KeptVariable]) -> Vec<Variable> {
    let known: BTreeSet<&Variable> = kept.iter().map(|kept| &kept.variable).collect();
    catalogue.variables().into_iter().filter(|variable| known.contains(variable)).cloned().collect()
}

/// The years that are wanted, as far as there are values.
fn years(subject: &Subject, kept: &[KeptVariable]) -> Years {
    let with_values = || kept.iter().filter_map(|kept| kept.years);
    let first = with_values().map(|years| years.first).min().unwrap_or(2000);
    let last = with_values().map(|years| years.last).max().unwrap_or(first);
    let last = subject.last_year.map_or(last, |year| year.clamp(first, last));
    let first = subject.first_year.map_or(first, |year| year.clamp(first, last));
    Years { first: first.max(last.saturating_sub(MOST_YEARS)), last }
}

/// The values of members; what a member had under a code that it lost when it moved to another county counts as its own.
async fn members_block(store: &Store, needed: &[Variable], members: &[UnitCode], years: Years) -> Result<Block, Failure> {
    let mut former: Vec<(UnitCode, UnitCode)> = Vec::new();
    for member in members {
        let told = store.successions(member).await?;
        let moved = told.into_iter().filter(|one| one.reason == Reason::Moved && one.new_code.as_ref() == Some(member));
        former.extend(
            moved.filter_map(|one| Some((member.clone(), one.old_code?))).filter(|(new, old)| new.lasting() != old.lasting()),
        );
    }
    let mut block = store.block(needed, Units::new(members.to_vec()), years).await?;
    if former.is_empty() {
        return Ok(block);
    }
    let before = store.block(needed, Units::new(former.iter().map(|(_, old)| old.clone()).collect()), years).await?;
    for (new, old) in &former {
        let (Some(now), Some(then)) = (block.units().find(new), before.units().find(old)) else { continue };
        take_over(&mut block, (now, new), (&before, then));
    }
    Ok(block)
}

/// Values of a former code in the place of those that the present one lacks.
fn take_over(block: &mut Block, (now, code): (UnitIx, &UnitCode), (before, then): (&Block, UnitIx)) {
    for variable in before.variables().cloned().collect::<Vec<_>>() {
        for year in before.years().iter() {
            if let (None, Some(cell)) = (block.number(&variable, now, year), before.cell(&variable, then, year)) {
                block.put(&variable, code, year, cell);
            }
        }
    }
}
