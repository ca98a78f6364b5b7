//! The land of units as it is kept: boundaries of the year that fits best, else the cells drawn around seats.

use std::collections::BTreeMap;

use miedza_sources::boundary;
use miedza_store::Store;
use miedza_territory::{Boundaries, UnitCode, UnitVec, Units};

use crate::failure::Failure;

/// The shapes of units that fit a year best, the newest where no year is wanted; land counts where any unit has it, else
/// drawn cells. `None` where no unit has either.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn shapes(store: &Store, codes: &[UnitCode], year: Option<u16>) -> Result<Option<Boundaries>, Failure> {
    let sets: BTreeMap<String, bool> = store.boundary_sets().await?.into_iter().map(|set| (set.id, set.is_schematic)).collect();
    let kept = store.boundaries(codes, year.unwrap_or(u16::MAX)).await?;
    let is_cell = |set: &String| sets.get(set).copied().unwrap_or(false);
    let schematic = kept.iter().all(|shape| is_cell(&shape.set));
    let mut shapes = Vec::with_capacity(kept.len());
    for shape in kept.iter().filter(|shape| schematic || !is_cell(&shape.set)) {
        // A shape that cannot be read leaves its unit without one, as if it had not been imported.
        if let Ok(land) = boundary::from_wkb(&shape.wkb) {
            shapes.push((shape.code.clone(), land));
        }
    }
    if shapes.is_empty() {
        return Ok(None);
    }
    let units = Units::new(shapes.iter().map(|(code, _)| code.clone()).collect());
    shapes.sort_by_key(|(code, _)| units.find(code));
    let names = UnitVec::filled(shapes.len(), None);
    let shapes = UnitVec::new(shapes.into_iter().map(|(_, land)| land).collect());
    Ok(Some(Boundaries { units, shapes, names, schematic }))
}
