//! The map of certainty.

use miedza_reports::figure::{CertaintyMap, Map};

use super::study::Studied;
use crate::delimitation::map::{map_area, map_unit};
use crate::delimitation::outputs::source_line;
use crate::delimitation::work::Work;
use miedza_reports::figure::{MapArea, MapUnit};
use miedza_territory::UnitIx;
use miedza_texts::{Message, key};

/// The drawing: each unit in the class of its certainty.
pub fn picture(work: &Work, studied: &Studied) -> String {
    let partition = &work.run.partition;
    let labels: Vec<String> = partition.areas().map(|area| work.area_name(area)).collect();
    let names: Vec<String> = work.units().indices().map(|unit| work.names().short(unit)).collect();
    let areas: Vec<MapArea> = partition.areas().filter_map(|area| map_area(work, area, &labels)).collect();
    let drawn: Vec<UnitIx> = work.units().indices().filter(|&unit| work.land.unit_shape(unit).is_some()).collect();
    let units: Vec<MapUnit> = drawn.iter().filter_map(|&unit| map_unit(work, unit, &names)).collect();
    let certainty: Vec<f64> = drawn.iter().map(|&unit| studied.certainty.units[unit].certainty).collect();
    let (title, source) = (title(work, studied), source_line(work));
    let map = Map {
        title: &title,
        source: &source,
        language: work.request.language,
        is_schematic: work.land.is_schematic(),
        areas: &areas,
        units: &units,
        neighbours: None,
    };
    CertaintyMap { map, certainty: &certainty, limit: studied.table.limit, replicates: studied.certainty.replicates }.svg()
}

fn title(work: &Work, studied: &Studied) -> String {
    let language = work.request.language;
    let usual = Message::new(key::CERTAINTY_TITLE)
        .with("method", work.run.settings.method().name())
        .with("replicates", studied.certainty.replicates);
    let title = work.request.title.clone().unwrap_or_else(|| language.say(&usual));
    let marks = work.marks();
    if marks.is_empty() { title } else { format!("{title} ({})", marks.join(", ")) }
}
