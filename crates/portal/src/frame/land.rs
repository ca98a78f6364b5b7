//! Where the land on a map comes from, in words.

use miedza_store::BoundarySet;
use miedza_territory::Boundaries;
use miedza_texts::{Message, key};

use super::asker::Asker;
use super::failure::Told;

/// Who published the boundaries of a map in a year, or the points around which its cells are drawn; empty without a map.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn source(asker: &Asker, land: Option<&Boundaries>, year: Option<u16>) -> Result<String, Told> {
    let Some(land) = land else { return Ok(String::new()) };
    let sets = asker.app.store().sets_answering(land.units.codes(), year.unwrap_or(u16::MAX)).await?;
    let mut told: Vec<String> =
        sets.iter().filter(|set| set.is_schematic == land.schematic).map(|set| said(asker, set)).collect();
    told.sort();
    told.dedup();
    Ok(told.join(" "))
}

fn said(asker: &Asker, set: &BoundarySet) -> String {
    if set.is_schematic {
        return asker.tell(&Message::new(key::UNIT_MAP_SEATS).with("source", set.source.clone()));
    }
    asker.tell(&Message::new(key::UNIT_MAP_SOURCE).with("source", set.source.clone()).with("year", set.year.to_string()))
}
