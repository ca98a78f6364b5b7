//! An indicator as a table for programs: area and municipalities by year, each value with why it is missing.

use std::fmt::Write as _;

use miedza_planning::diagnosis::Indicator;
use miedza_planning::diagnosis::projection::{Figure, Outlook, PlaceCourse};
use miedza_territory::Missing;
use miedza_texts::Language;
use serde_json::{Value, json};

use super::ground::{Ground, failed};
use super::words::{formula, name};
use crate::failure::Failure;

/// Rows of `unit,name,year,value,missing`; the area comes first, with the word `area` for its code.
///
/// # Errors
/// [`Failure`] for an indicator that the catalogue does not hold.
pub fn csv(ground: &Ground, indicator: &Indicator) -> Result<String, Failure> {
    let row = ground.own.row(&indicator.code).map_err(failed)?;
    let mut table = String::from("unit,name,year,value,missing\n");
    let mut line = |unit: &str, named: &str, year: u16, value: Option<f64>, missing: &str| {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        // Writing into a string cannot fail.
        let _ = writeln!(table, "{unit},{},{year},{value},{missing}", quoted(named));
    };
    for (year, area) in row.years.iter().zip(&row.area) {
        let is_missing = area.figure.value.is_none() && area.figure.of_known.is_some();
        if area.figure.value.is_some() || is_missing {
            line("area", "", year, area.figure.value, if is_missing { "incomplete" } else { "" });
        }
    }
    for (place, code) in ground.own.members().iter().enumerate() {
        for year in row.years.iter() {
            if let Some(figure) =
                row.member_in(place, year).filter(|figure| figure.value.is_some() || figure.why_missing.is_some())
            {
                let why = if figure.value.is_some() { "" } else { why(figure.why_missing) };
                line(code.as_str(), &ground.name(code), year, figure.value, why);
            }
        }
    }
    Ok(table)
}

/// The same with definition, places and sources.
///
/// # Errors
/// [`Failure`] for an indicator that the catalogue does not hold.
pub fn json(ground: &Ground, indicator: &Indicator, language: Language) -> Result<Value, Failure> {
    let row = ground.own.row(&indicator.code).map_err(failed)?;
    let said = super::chapters::said(ground, indicator)?;
    let imports = row.area.iter().flat_map(|area| &area.evidence.imports).filter_map(|import| ground.imports.get(import));
    let mut sources: Vec<Value> = imports
        .map(|import| {
            json!({"publisher": import.publisher, "file": import.file, "sha256": import.sha256,
                "retrieved": import.retrieved.to_string(), "licence": import.licence})
        })
        .collect();
    sources.sort_by_key(ToString::to_string);
    sources.dedup();
    let members: Vec<Value> = ground.own.members().iter().map(|code| json!({"code": code, "name": ground.name(code)})).collect();
    Ok(json!({
        "indicator": indicator.code, "name": name(indicator, language), "unit": indicator.unit, "direction": indicator.direction,
        "formula": formula(indicator, &ground.variables, language), "municipalities": members, "figures": row,
        "position": said.position, "claims": said.claims, "peers": ground.peers, "sources": sources,
    }))
}

/// Rows of `unit,name,year,scenario,figure,value,low,high` of an outlook; the area comes first, with the word `area` for its
/// code. The band of eight in ten drawn futures stands beside the scenario that it was drawn around.
#[must_use]
pub fn outlook_csv(ground: &Ground, outlook: &Outlook) -> String {
    let mut table = String::from("unit,name,year,scenario,figure,value,low,high\n");
    for place in std::iter::once(&outlook.area).chain(&outlook.units) {
        write_place(ground, (outlook, place), &mut table);
    }
    table
}

fn write_place(ground: &Ground, (outlook, place): (&Outlook, &PlaceCourse), table: &mut String) {
    let unit = place.unit.as_ref();
    let code = unit.map_or_else(|| "area".to_owned(), ToString::to_string);
    let name = unit.map(|unit| quoted(&ground.name(unit))).unwrap_or_default();
    for at in &place.years {
        for (scenario, figures) in &at.scenarios {
            let is_main = *scenario == outlook.parameters.scenario;
            for (figure, value) in figures {
                let band = at.band.get(figure).filter(|_| is_main);
                let band = band.map_or_else(|| ",".to_owned(), |band| format!("{},{}", band.low, band.high));
                // Writing into a string cannot fail.
                let _ = writeln!(table, "{code},{name},{},{scenario},{},{value},{band}", at.year, word(*figure));
            }
        }
    }
}

/// The name of a figure in files.
fn word(figure: Figure) -> String {
    serde_json::to_value(figure).ok().and_then(|word| word.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

/// Rows of `unit,name,indicator,year,value,decile` for indicators, each in the newest year in which it can be
/// compared; the decile is that among the peers.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn comparison_csv(ground: &Ground, indicators: &[&Indicator]) -> Result<String, Failure> {
    let mut table = String::from("unit,name,indicator,year,value,decile\n");
    for indicator in indicators {
        let row = ground.own.row(&indicator.code).map_err(failed)?;
        let Some(position) = super::chapters::said(ground, indicator)?.position else { continue };
        for (member, value) in position.members.iter().zip(row.member_values(position.year)) {
            let (code, place) = (&member.unit, member.place);
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            let decile = place.map(|place| place.decile.to_string()).unwrap_or_default();
            let name = quoted(&ground.name(code));
            // Writing into a string cannot fail.
            let _ = writeln!(table, "{code},{name},{},{},{value},{decile}", indicator.code, position.year);
        }
    }
    Ok(table)
}

const fn why(missing: Option<Missing>) -> &'static str {
    match missing {
        Some(Missing::Suppressed) => "suppressed",
        Some(Missing::NotApplicable) => "not_applicable",
        Some(Missing::NotGiven) | None => "not_given",
    }
}

/// A name as a field of a table.
pub(super) fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}
