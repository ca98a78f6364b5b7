//! From a ground, comments and evidence to what the report tells.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::claims::Claim as Sayable;
use miedza_planning::diagnosis::{Direction as Way, Form};
use miedza_reports::diagnosis::{
    Basis, ChapterKind, ChapterStudy, Claim, Comment, Commuting, Country, Delimitation, Direction, Flag, IndicatorStudy, Mark,
    Member, MemberYear, PeerGroup, Picture, Population, Source, Study, Whose, YearStudy,
};
use miedza_reports::document::Day as OnPaper;
use miedza_territory::{Day, Missing, Note};
use miedza_texts::{Language, Message, key};

use super::chapters::{Chapter, KeptComment, Said, chapters};
use super::charts::years;
use super::cited::source;
use super::evidence::Evidence;
use super::ground::Ground;
use super::peers::Told;
use super::scores::scores;
use super::sentences::Sentences;
use super::words::{changed_boundaries, formula, measured, name, unit};
use crate::delimitation::summarise::PROGRAM;
use crate::failure::Failure;

/// Most sentences on the first page.
const TELLING: usize = 5;
/// What the first page shows, as far as it is known.
const KEY_FIGURES: [&str; 8] = [
    "population",
    "population_density",
    "children_share",
    "seniors_share",
    "unemployed_per_1000",
    "own_revenue_per_inhabitant",
    "dwellings_per_1000",
    "net_migration_per_1000",
];

/// What stands around the figures of a report.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// Title of the report.
    pub title: String,
    /// Whose area it is.
    pub whose: Whose,
    /// Name of the area.
    pub area: String,
    /// Who answers for it.
    pub author: Option<String>,
    /// The day it bears; `None` for a report whose bytes depend on its data alone.
    pub day: Option<Day>,
    /// A remark before everything else.
    pub remark: Option<String>,
    /// Steps of the process so far.
    pub process: Vec<String>,
    /// Roles and grounds of members in words, by code.
    pub membership: BTreeMap<String, (String, String)>,
    /// How the area was delimited.
    pub delimitation: Option<Delimitation>,
    /// Map of the members.
    pub map: Option<Picture>,
    /// Commuting within the area.
    pub commuting: Option<Commuting>,
    /// Population projected.
    pub population: Option<Population>,
    /// Findings and what follows from them.
    pub evidence: Evidence,
    /// Comments that people wrote, by chapter.
    pub comments: BTreeMap<ChapterKind, KeptComment>,
}

/// What the report of a ground tells in a language.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn study(ground: &Ground, cover: Cover, language: Language) -> Result<Study, Failure> {
    let teller = Teller { ground, language };
    let chapters = chapters(ground)?;
    let members = teller.members(&cover);
    let is_czech = ground.countries() == [miedza_territory::Country::Czechia];
    let key_figures = teller.key_figures(&chapters);
    let telling = teller.telling(&chapters);
    let Evidence { findings, swot, problems, challenges, surveys, planning_documents, conclusions } = cover.evidence;
    let chapters: Vec<ChapterStudy> = teller.chapters(&chapters, &cover.comments);
    Ok(Study {
        title: cover.title,
        subtitle: None,
        whose: cover.whose,
        area: cover.area,
        author: cover.author,
        day: cover.day.map(on_paper),
        period: teller.period(),
        remark: cover.remark,
        basis: Basis { country: if is_czech { Country::Czechia } else { Country::Poland }, process: cover.process },
        members,
        map: cover.map,
        delimitation: cover.delimitation,
        peers: Some(teller.peers()),
        limits: teller.limits(),
        key_figures,
        telling,
        chapters,
        commuting: cover.commuting,
        population: cover.population,
        surveys,
        scores: scores(ground, language)?,
        swot,
        findings,
        problems,
        challenges,
        planning_documents,
        conclusions,
        annex_figures: Vec::new(),
        sources: Vec::new(),
        program: format!("{} {}", PROGRAM.name, PROGRAM.version),
    })
}

/// A day as reports write it.
pub fn on_paper(day: Day) -> OnPaper {
    OnPaper { year: day.year().into(), month: day.month(), day: day.of_month() }
}

struct Teller<'a> {
    ground: &'a Ground,
    language: Language,
}

impl Teller<'_> {
    fn period(&self) -> Option<String> {
        let years = self.ground.own.years();
        let with_figures = |year: &u16| {
            self.ground
                .own
                .rows()
                .iter()
                .any(|row| row.area_value(*year).is_some() || row.member_values(*year).iter().any(Option::is_some))
        };
        let (first, last) = (years.iter().find(with_figures)?, years.iter().rev().find(with_figures)?);
        Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
    }

    fn members(&self, cover: &Cover) -> Vec<Member> {
        let newest = |code: &str, place: usize| {
            let row = self.ground.own.row(code).ok()?;
            row.years.iter().rev().find_map(|year| row.member_in(place, year).and_then(|figure| figure.value))
        };
        let member = |(place, code): (usize, &miedza_territory::UnitCode)| {
            let kept = self.ground.units.get(code);
            let county = kept.and_then(|kept| kept.unit.parent.as_ref()).map(|code| self.ground.county(code));
            let (role, basis) = cover.membership.get(code.as_str()).cloned().unwrap_or_default();
            Member {
                code: code.to_string(),
                name: self.ground.name(code),
                county: county.unwrap_or_default(),
                role,
                ground: basis,
                population: newest("population", place),
                area_km2: self.ground.area_km2(code),
            }
        };
        self.ground.own.members().iter().enumerate().map(member).collect()
    }

    fn peers(&self) -> PeerGroup {
        let rule = self.ground.subject.peers.word().replace('_', "-");
        let name = miedza_texts::key::find(&format!("peer-rule-{rule}"));
        PeerGroup {
            name: name.map(|key| self.language.say(&Message::new(key))).unwrap_or_default(),
            choice: Told { ground: self.ground, language: self.language }.sentences().join(" "),
            areas: self.ground.group.members().len(),
        }
    }

    fn limits(&self) -> Vec<String> {
        let without = self
            .ground
            .catalogue
            .indicators()
            .iter()
            .filter(|indicator| self.ground.own.row(&indicator.code).is_ok_and(|row| row.newest.is_none()));
        let count = without.count();
        let mut limits = vec![self.language.say(&Message::new(key::DIAGNOSIS_LIMIT_BORDERS))];
        limits.extend(changed_boundaries(self.ground, self.language).into_iter().map(|told| format!("{told}.")));
        if count > 0 {
            let all = self.ground.catalogue.indicators().len();
            let told = Message::new(key::DIAGNOSIS_LIMIT_WITHOUT).with("count", count).with("all", all);
            limits.push(self.language.say(&told));
        }
        limits
    }

    fn key_figures(&self, chapters: &[Chapter<'_>]) -> Vec<(String, String)> {
        let all = || chapters.iter().flat_map(|chapter| &chapter.said);
        let figure = |code: &&str| {
            let said = all().find(|said| said.indicator.code == **code)?;
            let (year, value) = said.claims.iter().find_map(|claim| match claim {
                Sayable::Level { year, value } => Some((*year, *value)),
                _ => None,
            })?;
            let label = format!("{}, {year}", name(said.indicator, self.language));
            Some((measured(&said.indicator.measure(), value, self.language), label))
        };
        KEY_FIGURES.iter().filter_map(figure).collect()
    }

    /// Sentences on where the area stands out most among its peers, then on what changed most.
    fn telling(&self, chapters: &[Chapter<'_>]) -> Vec<Claim> {
        let mut found: Vec<(f64, &Said<'_>, &Sayable)> = Vec::new();
        for said in chapters.iter().flat_map(|chapter| &chapter.said) {
            for claim in &said.claims {
                let weight = match claim {
                    Sayable::AgainstGroup { better: Some(_), .. } => {
                        let decile = said.position.as_ref().and_then(|position| position.area).map(|place| place.decile);
                        decile.map(|decile| (f64::from(decile) - 5.5).abs() / 4.5)
                    }
                    Sayable::Change { relative: Some(by), better: Some(_), .. } => Some(by.abs().min(1.0)),
                    _ => None,
                };
                found.extend(weight.map(|weight| (weight, said, claim)));
            }
        }
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.indicator.code.cmp(&other.1.indicator.code)));
        let claim = |(_, said, claim): &(f64, &Said<'_>, &Sayable)| Claim {
            text: Sentences::of(self.ground, said.indicator, self.language).tell(claim),
            sources: self.sources_of_claims(said, std::slice::from_ref(*claim)),
        };
        found.iter().take(TELLING).map(claim).collect()
    }

    /// Chapters with indicators, and those of which people wrote something.
    fn chapters(&self, all: &[Chapter<'_>], comments: &BTreeMap<ChapterKind, KeptComment>) -> Vec<ChapterStudy> {
        let empty = |kind: &ChapterKind| Chapter { kind: *kind, said: Vec::new() };
        let is_new = |kind: &&ChapterKind| all.iter().all(|chapter| chapter.kind != **kind);
        let only_written =
            comments.keys().filter(is_new).map(empty).map(|chapter| self.chapter(&chapter, comments.get(&chapter.kind)));
        all.iter().map(|chapter| self.chapter(chapter, comments.get(&chapter.kind))).chain(only_written).collect()
    }

    fn chapter(&self, chapter: &Chapter<'_>, comment: Option<&KeptComment>) -> ChapterStudy {
        let comment = comment.map(|kept| Comment {
            text: kept.text.clone(),
            is_edited: true,
            figures_changed: kept.figures_changed.clone(),
        });
        ChapterStudy {
            kind: chapter.kind,
            comment,
            indicators: chapter.said.iter().map(|said| self.indicator(said)).collect(),
            figures: Vec::new(),
            tables: Vec::new(),
            sections: Vec::new(),
        }
    }

    fn indicator(&self, said: &Said<'_>) -> IndicatorStudy {
        let (indicator, measure) = (said.indicator, said.indicator.measure());
        let row = self.ground.own.row(&indicator.code).ok();
        let newest = row.and_then(|row| row.newest);
        let area = row.zip(newest).and_then(|(row, newest)| row.area_in(newest.year));
        let position = said.position.as_ref().filter(|position| newest.is_some_and(|newest| newest.year == position.year));
        let group = position.filter(|_| measure.form != Form::Sum).map(|position| &position.group);
        let place = position.and_then(|position| position.area);
        let sentences = Sentences::of(self.ground, indicator, self.language);
        IndicatorStudy {
            code: indicator.code.clone(),
            name: name(indicator, self.language),
            unit: unit(&indicator.unit, self.language),
            decimals: usize::from(measure.decimals()),
            direction: match indicator.direction {
                Way::Stimulant => Direction::Stimulant,
                Way::Destimulant => Direction::Destimulant,
                Way::Neutral => Direction::Neutral,
            },
            formula: formula(indicator, &self.ground.variables, self.language),
            years: self.years(said),
            breaks: row.map(|row| row.breaks.iter().copied().map(i32::from).collect()).unwrap_or_default(),
            least: group.and_then(|group| group.smallest),
            greatest: group.and_then(|group| group.largest),
            rank: place.map(|place| place.rank),
            ranked: place.map(|place| place.of),
            member_values: row.zip(newest).map(|(row, newest)| row.member_values(newest.year)).unwrap_or_default(),
            missing: area.map_or(0, |area| area.figure.missing),
            missing_share: area.map(|area| area.figure.missing_share),
            claims: said.claims.iter().map(|claim| sentences.told(claim)).collect(),
            claim_sources: self.sources_of_claims(said, &said.claims),
            member_years: self.member_years(said),
            sources: self.sources(said),
        }
    }

    fn years(&self, said: &Said<'_>) -> Vec<YearStudy> {
        let row = self.ground.own.row(&said.indicator.code).ok();
        let mark = |year: u16| {
            let evidence = row.and_then(|row| row.area_in(year)).map(|area| &area.evidence);
            match evidence {
                Some(evidence) if evidence.is_estimated => Mark::Estimated,
                Some(evidence) if evidence.notes.has(Note::Preliminary) => Mark::Preliminary,
                _ => Mark::Final,
            }
        };
        years(self.ground, said.indicator)
            .into_iter()
            .map(|one| YearStudy {
                year: one.year.into(),
                value: one.value,
                mark: mark(one.year),
                median: one.group.as_ref().and_then(|group| group.median),
                lower: one.group.as_ref().and_then(|group| group.lower_quartile),
                upper: one.group.as_ref().and_then(|group| group.upper_quartile),
            })
            .collect()
    }

    /// The sources of an indicator, each with the years whose figures it stands behind.
    fn sources(&self, said: &Said<'_>) -> Vec<Source> {
        self.sources_where(said, |_| true)
    }

    /// The sources of some years of an indicator. A year without any figure has no source: what stood there is not shown.
    fn sources_where(&self, said: &Said<'_>, is_wanted: impl Fn(u16) -> bool) -> Vec<Source> {
        let Ok(row) = self.ground.own.row(&said.indicator.code) else { return Vec::new() };
        let mut years: BTreeMap<u32, Vec<u16>> = BTreeMap::new();
        for (year, area) in row.years.iter().zip(&row.area).filter(|(year, _)| is_wanted(*year)) {
            if area.figure.value.is_some() || row.member_values(year).iter().any(Option::is_some) {
                area.evidence.imports.iter().for_each(|import| years.entry(*import).or_default().push(year));
            }
        }
        let told = |(import, years): (u32, Vec<u16>)| Some(source(self.ground.imports.get(&import)?, years, self.language));
        years.into_iter().filter_map(told).collect()
    }

    /// The sources behind what claims say.
    fn sources_of_claims(&self, said: &Said<'_>, claims: &[Sayable]) -> Vec<Source> {
        self.sources_where(said, |year| claims.iter().any(|claim| speaks_of(claim, year)))
    }

    /// The figures of members, year by year.
    fn member_years(&self, said: &Said<'_>) -> Vec<MemberYear> {
        let Ok(row) = self.ground.own.row(&said.indicator.code) else { return Vec::new() };
        let figure = |member: usize, year: u16| {
            let figure = row.member_in(member, year)?;
            let mark = match figure.value {
                Some(_) if figure.is_estimated => Flag::Estimated,
                Some(_) if figure.notes.has(Note::Preliminary) => Flag::Preliminary,
                Some(_) => Flag::Final,
                None => match figure.why_missing? {
                    Missing::Suppressed => Flag::Suppressed,
                    Missing::NotApplicable => Flag::NotApplicable,
                    Missing::NotGiven => Flag::NotGiven,
                },
            };
            Some(MemberYear { member, year: year.into(), value: figure.value, flag: mark })
        };
        let years = || row.years.iter().filter(|year| row.member_values(*year).iter().any(Option::is_some));
        (0..self.ground.own.members().len()).flat_map(|member| years().filter_map(move |year| figure(member, year))).collect()
    }
}

/// Whether a claim tells a figure of a year.
fn speaks_of(claim: &Sayable, year: u16) -> bool {
    match claim {
        Sayable::Level { year: of, .. }
        | Sayable::AgainstGroup { year: of, .. }
        | Sayable::Spread { year: of, .. }
        | Sayable::Alike { year: of, .. }
        | Sayable::Missing { year: of, .. } => *of == year,
        Sayable::Change { from_year, to_year, .. } => *from_year == year || *to_year == year,
        Sayable::Trend { from_year, to_year, .. } => (*from_year..=*to_year).contains(&year),
        Sayable::Break { .. } | Sayable::NotComparable { .. } | Sayable::NoData => false,
    }
}
