//! Features to boundaries: records of one code become one unit, parts beside their whole are left out, and what
//! happened is written down.

use std::collections::BTreeMap;

use geo_types::MultiPolygon;
use miedza_territory::{Boundaries, Provenance, UnitCode, UnitVec, Units};

use super::codes::{self, Codes};
use super::crs::Placed;
use super::error::Error;
use super::feature::{Cell, Features, Rings};
use super::mend::{Flaw, mended};
use super::{Found, Mended, Options, Report};

#[derive(Default)]
struct Gathered {
    land: Rings,
    name: Option<String>,
    records: usize,
    has_whole: bool,
    left_out: usize,
}

/// Makes boundaries of placed features.
pub(super) fn boundaries(
    provenance: Provenance,
    features: Features,
    placed: &Placed,
    options: &Options<'_>,
) -> Result<Found, Error> {
    let file = provenance.file.clone();
    let found = codes::find(&file, &features, options)?;
    let name = codes::name_column(&file, &features, options, found.column)?;
    let mut report = Report {
        matched: 0,
        without_boundary: Vec::new(),
        without_flows: 0,
        mended: Vec::new(),
        dropped: Vec::new(),
        without_land: features.count - features.rows.len(),
        parts_beside_whole: 0,
        crs: placed.crs.to_owned(),
        latitude_first: placed.swapped,
        layer: features.layer.clone(),
        code_column: features.columns[found.column].clone(),
        name_column: name.map(|name| features.columns[name].clone()),
        provenance,
    };
    let gathered = gathered(features, found, name);
    let boundaries = shaped(gathered, &mut report);
    if let (true, Some(unit)) = (boundaries.units.is_empty(), report.dropped.first()) {
        return Err(Error::NothingLeft { file, unit: unit.clone() });
    }
    compare(&boundaries.units, options.match_codes, &mut report);
    Ok(Found { boundaries, report })
}

fn gathered(features: Features, codes: Codes, name: Option<usize>) -> BTreeMap<UnitCode, Gathered> {
    let mut units: BTreeMap<UnitCode, Gathered> = BTreeMap::new();
    let rows = features.rows.into_iter().zip(codes.by_feature).zip(codes.parts);
    for ((feature, code), is_part) in rows {
        let unit = units.entry(code).or_default();
        if is_part && unit.has_whole {
            unit.left_out += 1;
            continue;
        }
        if !is_part && !unit.has_whole {
            let earlier = std::mem::take(unit);
            unit.left_out = earlier.records;
            unit.has_whole = true;
        }
        unit.records += 1;
        unit.land.extend(feature.land);
        let name = name.and_then(|name| feature.cells.get(name)?.as_ref().map(Cell::text)).filter(|name| !name.is_empty());
        unit.name = unit.name.take().or(name);
    }
    units
}

fn shaped(gathered: BTreeMap<UnitCode, Gathered>, report: &mut Report) -> Boundaries {
    let mut kept: BTreeMap<UnitCode, (MultiPolygon<f64>, Option<String>)> = BTreeMap::new();
    for (unit, found) in gathered {
        report.parts_beside_whole += found.left_out;
        let mut mended = mended(found.land);
        if found.records > 1 {
            mended.flaws.retain(|flaw| *flaw != Flaw::OverlappingParts);
        }
        if mended.shape.0.is_empty() {
            report.dropped.push(unit);
            continue;
        }
        if !mended.flaws.is_empty() {
            report.mended.push(Mended { unit: unit.clone(), flaws: mended.flaws });
        }
        kept.insert(unit, (mended.shape, found.name));
    }
    let units = Units::new(kept.keys().cloned().collect());
    let in_order = units.codes().iter().filter_map(|code| kept.remove(code));
    let (shapes, names): (Vec<_>, Vec<_>) = in_order.unzip();
    Boundaries { shapes: UnitVec::new(shapes), names: UnitVec::new(names), units, schematic: false }
}

fn compare(found: &Units, flows: Option<&Units>, report: &mut Report) {
    let Some(flows) = flows else {
        report.matched = found.len();
        return;
    };
    report.without_boundary = flows.codes().iter().filter(|code| found.find(code).is_none()).cloned().collect();
    report.matched = flows.len() - report.without_boundary.len();
    report.without_flows = found.codes().iter().filter(|code| flows.find(code).is_none()).count();
}
