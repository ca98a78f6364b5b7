//! The chapters of a diagnosis: which indicators stand in each, what can be said of them, and the comments that people wrote.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::claims::{Claim, claims};
use miedza_planning::diagnosis::fingerprint::{Fingerprint, changed};
use miedza_planning::diagnosis::{Indicator, Measure, Position, position};
use miedza_planning::record::Record;
use miedza_planning::values::Wording;
use miedza_reports::diagnosis::ChapterKind;
use miedza_texts::{Language, Message, key};

use super::ground::{Ground, failed};
use super::sentences::Sentences;
use super::words::name;
use crate::failure::Failure;
use crate::labels;

/// How many years a comparison may be older than the newest figure of the area.
const YEARS_BACK: u16 = 4;

/// The chapter that an indicator stands in.
#[must_use]
pub fn chapter_of(indicator: &Indicator) -> ChapterKind {
    match (indicator.area.as_str(), indicator.sub_area.as_str()) {
        (_, "tourism") => ChapterKind::Tourism,
        (_, "participation" | "civil_society" | "organisations") => ChapterKind::Cooperation,
        ("economy" | "labour_market", _) => ChapterKind::Economy,
        ("public_finance", _) => ChapterKind::Finance,
        ("infrastructure" | "housing", _) => ChapterKind::Housing,
        ("transport", _) => ChapterKind::Transport,
        ("demography", _) => ChapterKind::Demography,
        ("environment", _) => ChapterKind::Environment,
        ("spatial_order", _) => ChapterKind::Space,
        _ => ChapterKind::Services,
    }
}

/// The word of a chapter in records and addresses.
#[must_use]
pub const fn word(kind: ChapterKind) -> &'static str {
    match kind {
        ChapterKind::Cooperation => "civil_society",
        ChapterKind::Survey => "surveys",
        other => other.name(),
    }
}

/// The chapter of a word.
#[must_use]
pub fn parse(text: &str) -> Option<ChapterKind> {
    ChapterKind::ALL.into_iter().find(|kind| word(*kind) == text)
}

/// An indicator with its place among the peers and what can be said of it.
pub struct Said<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its place in the newest year in which it can be compared; `None` if nobody has a figure.
    pub position: Option<Position>,
    /// What can be said.
    pub claims: Vec<Claim>,
}

/// A chapter with its indicators.
pub struct Chapter<'a> {
    /// Which.
    pub kind: ChapterKind,
    /// Its indicators with a figure, in the order of the catalogue.
    pub said: Vec<Said<'a>>,
}

/// The comment of a chapter as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptComment {
    /// Its text in the language of the reader, or in its own.
    pub text: String,
    /// Names of the indicators whose figures changed since.
    pub figures_changed: Vec<String>,
}

/// What can be said of one indicator.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn said<'a>(ground: &'a Ground, indicator: &'a Indicator) -> Result<Said<'a>, Failure> {
    let newest = ground.own.row(&indicator.code).map_err(failed)?.newest;
    let position = newest.and_then(|newest| compared(ground, indicator, newest.year));
    let claims = claims(&ground.own, &indicator.code, position.as_ref()).map_err(failed)?;
    Ok(Said { indicator, position, claims })
}

/// The place among the peers in the newest year in which at least half of them have a figure, at most some years before the
/// newest of the area; `None` where there is none.
fn compared(ground: &Ground, indicator: &Indicator, newest: u16) -> Option<Position> {
    let in_year = |year: u16| position(&ground.own, &ground.group, &indicator.code, year).ok();
    let is_told = |position: &Position| {
        let group = &position.group;
        let has_own = position.area.is_some() || position.members.iter().any(|member| member.place.is_some());
        has_own && group.is_told()
    };
    let years = (newest.saturating_sub(YEARS_BACK)..=newest).rev();
    years.filter_map(in_year).find(is_told)
}

/// All chapters that have indicators with figures, in the order of the report.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn chapters(ground: &Ground) -> Result<Vec<Chapter<'_>>, Failure> {
    let mut found: BTreeMap<ChapterKind, Vec<Said<'_>>> = BTreeMap::new();
    for indicator in ground.catalogue.indicators() {
        if ground.own.row(&indicator.code).map_err(failed)?.newest.is_some() {
            found.entry(chapter_of(indicator)).or_default().push(said(ground, indicator)?);
        }
    }
    Ok(found.into_iter().map(|(kind, said)| Chapter { kind, said }).collect())
}

/// Every chapter of the report, those without figures too: people can write of each.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn every_chapter(ground: &Ground) -> Result<Vec<Chapter<'_>>, Failure> {
    let mut found: BTreeMap<ChapterKind, Chapter<'_>> =
        chapters(ground)?.into_iter().map(|chapter| (chapter.kind, chapter)).collect();
    let chapter = |kind: ChapterKind| found.remove(&kind).unwrap_or(Chapter { kind, said: Vec::new() });
    Ok(ChapterKind::ALL.into_iter().map(chapter).collect())
}

/// Which data would fill a chapter.
#[must_use]
pub fn missing(kind: ChapterKind, language: Language) -> String {
    let found = key::find(&format!("diagnosis-report-missing-{}", kind.name()));
    found.map_or_else(String::new, |key| language.say(&Message::new(key)))
}

impl Chapter<'_> {
    /// The text that the program writes: what can be said of each indicator, a paragraph for each.
    #[must_use]
    pub fn automatic(&self, ground: &Ground, language: Language) -> String {
        let paragraph = |said: &Said<'_>| Sentences::of(ground, said.indicator, language).paragraph(&said.claims);
        self.said.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
    }

    /// The figures that a comment of this chapter rests on.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let measures: Vec<(Measure, &[Claim])> =
            self.said.iter().map(|said| (said.indicator.measure(), said.claims.as_slice())).collect();
        Fingerprint::of(measures.iter().map(|(measure, claims)| (measure, *claims)))
    }

    /// A comment that people wrote, with the figures under it that changed since.
    #[must_use]
    pub fn commented(&self, comment: &Record, ground: &Ground, language: Language) -> KeptComment {
        let words = comment.words("text");
        let text = words.as_ref().and_then(|words| words.wording(labels::tongue(language))).map(Wording::text);
        let then: Fingerprint =
            comment.value("fingerprint").and_then(|value| serde_json::from_value(value.clone()).ok()).unwrap_or_default();
        let mut figures_changed: Vec<String> = changed(&then, &self.fingerprint())
            .into_iter()
            .filter_map(|changed| ground.indicator(&changed.indicator).map(|indicator| name(indicator, language)))
            .collect();
        figures_changed.dedup();
        KeptComment { text: text.unwrap_or_default().to_owned(), figures_changed }
    }
}
