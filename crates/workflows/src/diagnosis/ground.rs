//! What a diagnosis stands on: the figures of the area, of its members and of its peers, with names and imports.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use miedza_planning::diagnosis::peers::{PeerGroup, Rule, Told};
use miedza_planning::diagnosis::succession::WholeCounty;
use miedza_planning::diagnosis::{
    AreaTable, Block, BoundaryChanges, Breaks, Catalogue, DiagnosisError, Equivalents, Indicator, Monitor, Variable, Years,
};
use miedza_store::{KeptUnit, KeptVariable, ObservationImport, Store};
use miedza_territory::{Country, Kind, Reason, UnitCode, UnitIx, Units};

use super::peers::{Around, Choosing, region};
use super::subject::{PeerRule, Subject};
use crate::failure::{self, Failure};
use crate::lab::aside;
use crate::labels;
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
    /// Codes of municipalities that are no more and count for the area in the years in which figures of their county bear
    /// that out; those of known changes are told with the change.
    pub former: Vec<UnitCode>,
    /// The development monitor, made when it is first asked for.
    pub(super) monitor: OnceLock<Option<Monitor>>,
}

impl Ground {
    /// Reads all that is known of a subject.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer, nobody can be compared, or a value cannot be reckoned with.
    pub async fn read(store: &Store, atlas: &Atlas, subject: &Subject) -> Result<Self, Failure> {
        let catalogue = Catalogue::held().clone();
        let around = Around::of(store, &subject.members).await?;
        let choosing = Choosing { store, atlas, catalogue: &catalogue, around: &around };
        let (peers, subject) = chosen(&choosing, subject).await?;
        let subject = &subject;
        let kept = store.observation_variables().await?;
        let needed = needed(&catalogue, &kept);
        let years = years(subject, &kept);
        let counties = whole_counties(store, (&around, &needed), &subject.members).await?;
        let block = members_block(store, (&needed, &counties), &subject.members, years).await?;
        let former: Vec<UnitCode> = counties.into_iter().flat_map(|county| county.former).collect();
        let joined = BoundaryChanges::held().former(&subject.members);
        let codes: Vec<UnitCode> = peers.units.iter().map(|peer| peer.unit.clone()).collect();
        let first = if codes.len() > MANY_PEERS { years.first.max(years.last.saturating_sub(LAST_YEARS)) } else { years.first };
        let all: Vec<UnitCode> = subject.members.iter().chain(&codes).cloned().collect();
        let together = values(store, &needed, Units::new(all), Years { first, last: years.last }).await?;
        let imports = store.observation_imports().await?.into_iter().map(|import| (import.id, import)).collect();
        let mut units = around.units;
        units.retain(|code, _| subject.members.contains(code) || codes.contains(code));
        let parents: Vec<UnitCode> = units.values().filter_map(|kept| kept.unit.parent.clone()).collect();
        let counties = store.units_by_code(&parents).await?;
        let (subject, monitor) = (subject.clone(), OnceLock::new());
        aside(move || {
            let all = [former.as_slice(), &joined].concat();
            let own = AreaTable::with_former(&catalogue, &block, (&subject.members, &all)).map_err(failed)?;
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
                former,
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

    /// The group of each member by a way to part them; members whose group no register names are left out.
    #[must_use]
    pub fn grouped(&self, by: Grouping) -> BTreeMap<UnitCode, String> {
        let group = |code: &UnitCode| {
            let unit = &self.units.get(code)?.unit;
            let group = match by {
                Grouping::County => unit.parent.as_ref()?.to_string(),
                Grouping::Region => region(code, unit.parent.as_ref()),
                Grouping::Country => unit.country.word().to_owned(),
                Grouping::Kind => labels::unit_kind_word(unit.kind?).to_owned(),
            };
            Some((code.clone(), group))
        };
        self.subject.members.iter().filter_map(group).collect()
    }

    /// The indicator of a code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.catalogue.indicator(code)
    }

    /// Countries of the members, each once.
    #[must_use]
    pub fn countries(&self) -> Vec<Country> {
        let all: BTreeSet<Country> = self.subject.members.iter().map(Country::of_municipality).collect();
        all.into_iter().collect()
    }

    /// The name of a unit, or its code where no register has it; town and village of one name in one county are told apart.
    #[must_use]
    pub fn name(&self, code: &UnitCode) -> String {
        let Some(kept) = self.units.get(code) else { return code.to_string() };
        let (name, kind) = (&kept.unit.name, code.kind().filter(|_| self.has_namesake(code, kept)));
        match kind {
            Some(Kind::Urban) => format!("{name} (m.)"),
            Some(Kind::Rural | Kind::UrbanRural) => format!("{name} (gm.)"),
            _ => name.clone(),
        }
    }

    fn has_namesake(&self, code: &UnitCode, kept: &KeptUnit) -> bool {
        let unit = &kept.unit;
        self.units.iter().any(|(other, one)| other != code && one.unit.name == unit.name && one.unit.parent == unit.parent)
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

/// Groups that the inequality of members lies between and within.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Counties.
    #[default]
    County,
    /// Voivodeships or regions.
    Region,
    /// Countries.
    Country,
    /// Urban, rural and urban-rural municipalities.
    Kind,
}

impl Grouping {
    /// All, in the order of lists.
    pub const ALL: [Self; 4] = [Self::County, Self::Region, Self::Country, Self::Kind];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Region => "region",
            Self::Country => "country",
            Self::Kind => "kind",
        }
    }

    /// The grouping of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// The peers by the rule of the subject. Where the usual rule finds nobody the country stands in for it, and the subject says
/// so; where nobody else is known at all the group is empty.
async fn chosen(choosing: &Choosing<'_>, subject: &Subject) -> Result<(PeerGroup, Subject), Failure> {
    let found = choosing.peers(subject).await;
    let is_usual = subject.peers == PeerRule::Voivodeship;
    match found {
        Ok(peers) => Ok((peers, subject.clone())),
        Err(failure) if failure.kind != failure::Kind::Invalid || !is_usual => Err(failure),
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

/// Variables that the catalogue needs and that have values, of their own or by what stands for them in another country.
fn needed(catalogue: &Catalogue, kept: &[KeptVariable]) -> Vec<Variable> {
    let known: BTreeSet<&Variable> = kept.iter().map(|kept| &kept.variable).collect();
    let is_known = |variable: &Variable| known.contains(variable);
    let can_be_had = |variable: &&Variable| is_known(variable) || Equivalents::held().gives(variable, is_known);
    catalogue.variables().into_iter().filter(can_be_had).cloned().collect()
}

/// The values of units in years, with those that stand for them across the border, and with the breaks that are known.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub(super) async fn values(store: &Store, variables: &[Variable], units: Units, years: Years) -> Result<Block, Failure> {
    let has_czech = units.codes().iter().any(|code| Country::of_municipality(code) == Country::Czechia);
    let others = if has_czech { Equivalents::held().of(variables) } else { Vec::new() };
    let all: Vec<Variable> = variables.iter().cloned().chain(others).collect();
    let mut block = store.block(&all, units, years).await?;
    Equivalents::held().fill(&mut block);
    Breaks::held().mark(&mut block);
    let divisors = Catalogue::held().indicators().iter().flat_map(|indicator| indicator.reckoned.divisors());
    block.without_negative(divisors);
    Ok(block)
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
async fn members_block(
    store: &Store,
    (needed, counties): (&[Variable], &[WholeCounty]),
    members: &[UnitCode],
    years: Years,
) -> Result<Block, Failure> {
    let mut former: Vec<(UnitCode, UnitCode)> = Vec::new();
    for member in members {
        let told = store.successions(member).await?;
        let moved = told.into_iter().filter(|one| one.reason == Reason::Moved && one.new_code.as_ref() == Some(member));
        former.extend(
            moved.filter_map(|one| Some((member.clone(), one.old_code?))).filter(|(new, old)| new.lasting() != old.lasting()),
        );
    }
    let changes = BoundaryChanges::held();
    former.extend(changes.moved(members));
    former.sort_unstable();
    former.dedup();
    let joined = changes.former(members);
    let of_counties = counties.iter().flat_map(|county| county.former.iter().chain([&county.county]));
    let all: Vec<UnitCode> = members.iter().chain(&joined).chain(of_counties).cloned().collect();
    let mut block = values(store, needed, Units::new(all), years).await?;
    let before = values(store, needed, Units::new(former.iter().map(|(_, old)| old.clone()).collect()), years).await?;
    for (new, old) in &former {
        let (Some(now), Some(then)) = (block.units().find(new), before.units().find(old)) else { continue };
        take_over(&mut block, (now, new), (&before, then));
    }
    // A break may lie between the former code and the present one.
    Breaks::held().mark(&mut block);
    changes.settle(&mut block, members);
    counties.iter().for_each(|county| county.settle(&mut block));
    Ok(block)
}

/// The Polish counties whose municipalities are all members, with the codes of those that are no more.
async fn whole_counties(
    store: &Store,
    (around, needed): (&Around, &[Variable]),
    members: &[UnitCode],
) -> Result<Vec<WholeCounty>, Failure> {
    let mut all: BTreeMap<&UnitCode, Vec<UnitCode>> = BTreeMap::new();
    for (code, kept) in around.units.iter().filter(|(_, kept)| kept.unit.country == Country::Poland) {
        if let Some(county) = &kept.unit.parent {
            all.entry(county).or_default().push(code.clone());
        }
    }
    let mut found = Vec::new();
    for (county, own) in all.into_iter().filter(|(_, own)| own.iter().all(|code| members.contains(code))) {
        let lasting: BTreeSet<UnitCode> = own.iter().map(UnitCode::lasting).collect();
        let mut former = store.observed_in_county(needed, county).await?;
        // Where it is known who holds the land today, no figure of the county need bear it out.
        former.retain(|code| !lasting.contains(code) && !BoundaryChanges::held().knows(code));
        found.push(WholeCounty { county: county.clone(), members: own, former });
    }
    Ok(found)
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
