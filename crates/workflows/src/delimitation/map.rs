//! The map of a run.

use miedza_reports::delimitation::MapPicture;
use miedza_reports::figure::{Map, MapArea, MapUnit, Standing};
use miedza_territory::{AreaIx, UnitIx};

use super::outputs::{marked_title, source_line};
use super::work::Work;

/// The drawing; `None` where neither boundaries nor seats are known.
pub fn picture(work: &Work) -> Option<MapPicture> {
    if !work.land.is_known() {
        return None;
    }
    let labels: Vec<String> = work.run.partition.areas().map(|area| work.area_name(area)).collect();
    let names: Vec<String> = work.units().indices().map(|unit| work.names().short(unit)).collect();
    let areas: Vec<MapArea> = work.run.partition.areas().filter_map(|area| map_area(work, area, &labels)).collect();
    let units: Vec<MapUnit> = work.units().indices().filter_map(|unit| map_unit(work, unit, &names)).collect();
    let (title, source) = (marked_title(work), source_line(work));
    let map = Map {
        title: &title,
        source: &source,
        language: work.request.language,
        is_schematic: work.land.is_schematic(),
        areas: &areas,
        units: &units,
        neighbours: None,
    };
    Some(MapPicture { svg: map.svg(), description: map.description(), is_schematic: map.is_schematic })
}

/// An area of the map.
pub fn map_area<'a>(work: &'a Work, area: AreaIx, labels: &'a [String]) -> Option<MapArea<'a>> {
    let shape = work.land.area_shape(area)?;
    let figures = &work.run.areas[area];
    Some(MapArea { label: &labels[area.get()], shape, seat: work.land.seat(figures.seat), weight: figures.totals.residents })
}

/// A unit of the map; `None` without a shape.
pub fn map_unit<'a>(work: &'a Work, unit: UnitIx, names: &'a [String]) -> Option<MapUnit<'a>> {
    let shape = work.land.unit_shape(unit)?;
    Some(MapUnit { code: work.units().code(unit).as_str(), name: &names[unit.get()], shape, standing: standing(work, unit) })
}

fn standing(work: &Work, unit: UnitIx) -> Standing {
    if work.run.partition.area_of(unit).is_none() {
        return Standing::Unassigned;
    }
    let is_core = work.run.outcome.cores.iter().any(|cores| cores.contains(&unit));
    let is_edge = work.run.edges.binary_search_by_key(&unit, |edge| edge.unit).is_ok();
    match (is_core, is_edge) {
        (true, _) => Standing::Core,
        (false, true) => Standing::Edge,
        (false, false) => Standing::Inside,
    }
}
