//! Maps of a diagnosis for reports: an indicator by municipality in classes.

use std::collections::BTreeSet;

use miedza_planning::diagnosis::Indicator;
use miedza_reports::diagnosis::Picture;
use miedza_reports::figure::{ClassMap, Map, MapUnit, Palette, Standing};
use miedza_store::{BoundarySet, Store};
use miedza_territory::{Boundaries, UnitCode};
use miedza_texts::{Language, Message, key};

use super::cited::source;
use super::ground::Ground;
use super::words::{measured, name};
use crate::failure::Failure;
use crate::partnership::shapes;
use crate::territory::{class_of, classes};

/// Land as maps draw it.
#[derive(Clone, Debug)]
pub struct Land {
    /// The outlines.
    pub shapes: Boundaries,
    /// Who published the boundaries and of which year, or the points that schematic cells are drawn around.
    pub source: String,
}

impl Land {
    /// Outlines with where they come from, in a language.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn of(store: &Store, shapes: Boundaries, language: Language) -> Result<Self, Failure> {
        let sets = store.sets_answering(shapes.units.codes(), u16::MAX).await?;
        let told = |set: &BoundarySet| {
            let key = if set.is_schematic { key::UNIT_MAP_SEATS } else { key::UNIT_MAP_SOURCE };
            language.say(&Message::new(key).with("source", set.source.as_str()).with("year", set.year.to_string()))
        };
        let told: BTreeSet<String> = sets.iter().filter(|set| set.is_schematic == shapes.schematic).map(told).collect();
        Ok(Self { source: told.into_iter().collect::<Vec<_>>().join(" "), shapes })
    }
}

/// The land of the members; `None` where neither boundaries nor seats are known.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn land(store: &Store, ground: &Ground, language: Language) -> Result<Option<Land>, Failure> {
    let members: BTreeSet<UnitCode> = ground.subject.members.iter().cloned().collect();
    match shapes(store, &members, &BTreeSet::new(), None).await? {
        Some(shapes) => Land::of(store, shapes, language).await.map(Some),
        None => Ok(None),
    }
}

/// An indicator by municipality in its newest year; `None` if nobody has a figure or no land is known.
#[must_use]
pub fn picture(ground: &Ground, indicator: &Indicator, land: &Land, language: Language) -> Option<Picture> {
    let (land, from) = (&land.shapes, &land.source);
    let row = ground.own.row(&indicator.code).ok()?;
    let year = row.newest?.year;
    let values = row.member_values(year);
    let scale = classes(values.iter().flatten().copied());
    let measure = indicator.measure();
    let names: Vec<String> = scale
        .iter()
        .map(|class| {
            let [least, greatest] = [class.least, class.greatest].map(|value| measured(&measure, value, language));
            if least == greatest { least } else { format!("{least} – {greatest}") }
        })
        .collect();
    let unit_names: Vec<String> = ground.own.members().iter().map(|code| ground.name(code)).collect();
    let drawn: Vec<(usize, &UnitCode)> =
        ground.own.members().iter().enumerate().filter(|(_, code)| land.units.find(code).is_some()).collect();
    let units: Vec<MapUnit<'_>> = drawn
        .iter()
        .filter_map(|(place, code)| {
            let shape = &land.shapes[land.units.find(code)?];
            Some(MapUnit { code: code.as_str(), name: &unit_names[*place], shape, standing: Standing::Inside })
        })
        .collect();
    let class =
        |place: usize| values.get(place).copied().flatten().and_then(|value| class_of(&scale, value)).map(|class| class - 1);
    let of_units: Vec<Option<usize>> = drawn.iter().map(|(place, _)| class(*place)).collect();
    if units.is_empty() {
        return None;
    }
    let title = language
        .say(&Message::new(key::DIAGNOSIS_CHART_MEMBERS).with("name", name(indicator, language)).with("year", year.to_string()));
    let imports = ground.imports_of(&indicator.code, year).into_iter();
    let sources = imports.map(|import| source(import, [year], language)).collect();
    let map =
        Map { title: &title, source: from, language, is_schematic: land.schematic, areas: &[], units: &units, neighbours: None };
    let drawing = ClassMap { map, classes: &of_units, names: &names, palette: Palette::Sequential };
    Some(Picture { svg: drawing.svg(), description: drawing.description(), caption: title.clone(), sources })
}
