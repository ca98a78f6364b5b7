//! Sections of the report that no indicator alone makes up: how alike neighbours are, and how unequal the municipalities are.

use miedza_planning::diagnosis::space::{Association, Class};
use miedza_planning::diagnosis::{Spread, spread};
use miedza_reports::diagnosis::{ChapterKind, ChapterStudy, Picture, SectionStudy, Source, TableStudy};
use miedza_reports::figure::{Association as Sign, ClassMap, Map, MapArea, MapUnit, Palette, Standing};
use miedza_texts::{Key, Language, Message, key};

use super::chapters::said;
use super::cited::source;
use super::ground::{Ground, Grouping};
use super::maps::Land;
use super::words::name;
use crate::failure::Failure;

/// Of these indicators the first one that can be told is told in space.
pub const IN_SPACE: [&str; 3] = ["seniors_share", "population_density", "unemployed_per_1000"];
/// Indicators whose inequality is told, as far as it can be.
const UNEQUAL: [&str; 6] = [
    "population_density",
    "seniors_share",
    "unemployed_per_1000",
    "own_revenue_per_inhabitant",
    "investment_per_inhabitant",
    "dwellings_per_1000",
];

/// Adds a section to a chapter, which is made if it is not there.
pub fn add(chapters: &mut Vec<ChapterStudy>, kind: ChapterKind, section: SectionStudy) {
    match chapters.iter_mut().find(|chapter| chapter.kind == kind) {
        Some(chapter) => chapter.sections.push(section),
        None => chapters.push(ChapterStudy { kind, sections: vec![section], ..ChapterStudy::default() }),
    }
}

/// The whole and the map of local association of an indicator among members and peers.
#[must_use]
pub fn space(ground: &Ground, (found, land): (&Association, Option<&Land>), language: Language) -> Option<SectionStudy> {
    let indicator = ground.indicator(&found.indicator)?;
    let (whole, parameters) = (&found.global, &found.parameters);
    let verdict = match (whole.p > parameters.level, whole.i > whole.expectation) {
        (true, _) => key::DIAGNOSIS_SPACE_CHANCE,
        (false, true) => key::DIAGNOSIS_SPACE_ALIKE,
        (false, false) => key::DIAGNOSIS_SPACE_UNLIKE,
    };
    let moran = Message::new(key::DIAGNOSIS_SPACE_MORAN)
        .with("moran", language.number(whole.i, 3))
        .with("expected", language.number(whole.expectation, 3))
        .with("p", language.number(whole.p, 4))
        .with("units", whole.units);
    let how = Message::new(key::DIAGNOSIS_REPORT_SPACE_PERMUTATIONS)
        .with("name", name(indicator, language))
        .with("year", found.year.to_string())
        .with("permutations", language.integer(parameters.permutations.into()))
        .with("local", language.integer(parameters.permutations.into()))
        .with("level", language.number(parameters.level, 2));
    let missing = Message::new(key::DIAGNOSIS_SPACE_MISSING).with("count", found.missing);
    let missing = (found.missing > 0).then_some(missing);
    let messages = [Message::new(verdict), moran, how].into_iter().chain(missing);
    Some(SectionStudy {
        title: language.say(&Message::new(key::DIAGNOSIS_REPORT_SPACE)),
        sentences: messages.map(|message| language.say(&message)).collect(),
        figures: land.and_then(|land| lisa(ground, (found, land), language)).into_iter().collect(),
        tables: Vec::new(),
    })
}

/// Members and peers by class; members are outlined.
fn lisa(ground: &Ground, (found, land): (&Association, &Land), language: Language) -> Option<Picture> {
    let indicator = ground.indicator(&found.indicator)?;
    let drawn: Vec<_> = found.units.iter().filter_map(|row| Some((row, land.shapes.units.find(&row.unit)?))).collect();
    let names: Vec<String> = drawn.iter().map(|(row, _)| ground.name(&row.unit)).collect();
    let units: Vec<MapUnit<'_>> = drawn
        .iter()
        .zip(&names)
        .map(|((row, at), name)| MapUnit {
            code: row.unit.as_str(),
            name,
            shape: &land.shapes.shapes[*at],
            standing: Standing::Inside,
        })
        .collect();
    let own = drawn.iter().filter(|(row, _)| ground.subject.members.contains(&row.unit));
    let areas: Vec<MapArea<'_>> =
        own.map(|(_, at)| MapArea { label: "", shape: &land.shapes.shapes[*at], seat: None, weight: 0.0 }).collect();
    let classes: Vec<Option<usize>> = drawn.iter().map(|(row, _)| sign(row.class).map(Sign::class)).collect();
    let class_names = Sign::ALL.map(|sign| sign.told(language));
    let told = Message::new(key::DIAGNOSIS_REPORT_SPACE_CAPTION)
        .with("name", name(indicator, language))
        .with("year", found.year.to_string());
    let title = language.say(&told);
    if units.is_empty() {
        return None;
    }
    let map = Map {
        title: &title,
        source: &land.source,
        language,
        is_schematic: land.shapes.schematic,
        areas: &areas,
        units: &units,
        neighbours: None,
    };
    let drawing = ClassMap { map, classes: &classes, names: &class_names, palette: Palette::Association };
    Some(Picture {
        svg: drawing.svg(),
        description: drawing.description(),
        caption: title.clone(),
        sources: sources(ground, &found.indicator, found.year, language),
    })
}

const fn sign(class: Class) -> Option<Sign> {
    match class {
        Class::HighHigh => Some(Sign::HighHigh),
        Class::LowLow => Some(Sign::LowLow),
        Class::HighLow => Some(Sign::HighLow),
        Class::LowHigh => Some(Sign::LowHigh),
        Class::NotSignificant | Class::Island => Some(Sign::None),
        Class::Missing => None,
    }
}

fn sources(ground: &Ground, code: &str, year: u16, language: Language) -> Vec<Source> {
    ground.imports_of(code, year).into_iter().map(|import| source(import, [year], language)).collect()
}

/// Gini and Theil among the members; `None` where nothing can be told of any indicator.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn inequality(ground: &Ground, language: Language) -> Result<Option<SectionStudy>, Failure> {
    let counties = ground.grouped(Grouping::County);
    let mut found: Vec<Spread> = Vec::new();
    for indicator in UNEQUAL.iter().filter_map(|code| ground.indicator(code)) {
        let Some(position) = said(ground, indicator)?.position else { continue };
        found.extend(spread(&ground.own, &indicator.code, "population", position.year, &counties).ok());
    }
    if found.is_empty() {
        return Ok(None);
    }
    let word = |key: Key| language.say(&Message::new(key));
    let sources = found.iter().flat_map(|one| sources(ground, &one.indicator, one.year, language)).collect();
    let columns = [
        key::DIAGNOSIS_COLUMN_INDICATOR,
        key::DIAGNOSIS_COLUMN_YEAR,
        key::DIAGNOSIS_COLUMN_GINI,
        key::DIAGNOSIS_COLUMN_THEIL,
        key::DIAGNOSIS_COLUMN_BETWEEN,
        key::DIAGNOSIS_COLUMN_WITHIN,
    ];
    Ok(Some(SectionStudy {
        title: word(key::DIAGNOSIS_SPREAD),
        sentences: [key::DIAGNOSIS_SPREAD_LEAD, key::DIAGNOSIS_REPORT_SPREAD_AMONG].map(word).to_vec(),
        figures: Vec::new(),
        tables: vec![TableStudy {
            caption: word(key::DIAGNOSIS_SPREAD_CAPTION),
            columns: columns.map(|key| (word(key), String::new())).to_vec(),
            rows: found.iter().map(|one| row(ground, one, language)).collect(),
            sources,
        }],
    }))
}

fn row(ground: &Ground, found: &Spread, language: Language) -> Vec<String> {
    let by_county = found.inequality.by_group.as_ref();
    let measures = [
        Some(found.inequality.gini),
        Some(found.inequality.theil),
        by_county.map(|by_county| by_county.between),
        by_county.map(|by_county| by_county.within),
    ];
    let named = ground.indicator(&found.indicator).map(|indicator| name(indicator, language)).unwrap_or_default();
    [named, found.year.to_string()].into_iter().chain(measures.map(|value| language.optional(value, 3))).collect()
}
