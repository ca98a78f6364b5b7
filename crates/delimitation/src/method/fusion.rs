//! Fusions: what methods that join areas pairwise did, step by step.
//!
//! The list is a tree of areas (a dendrogram): cut after any number of fusions it gives a partition. Only lists are kept
//! here; drawing a tree is for others.

use miedza_territory::{UnitIx, UnitVec};
use serde::Serialize;

/// Two areas that became one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fusion {
    /// Number of the step, from 1.
    pub number: usize,
    /// The area with the smaller name; the union bears it. An area is named by its smallest unit.
    pub first: UnitIx,
    /// The other area.
    pub second: UnitIx,
    /// How strongly the two were tied: for `intramax` persons between them for each person expected from their sizes, for
    /// `self_contained` the link of the step; 0 or more.
    pub strength: f64,
    /// Share of all persons who live and work in the same area after the fusion, 0 to 1.
    pub internal_share: f64,
}

/// The name of the area of each unit after these fusions.
pub(super) fn names_after(units: usize, fusions: &[Fusion]) -> UnitVec<UnitIx> {
    let mut into = UnitVec::filled(units, None);
    for fusion in fusions {
        into[fusion.second] = Some(fusion.first);
    }
    // An area is only ever poured into one with a smaller name, so the names of smaller units are settled first.
    let mut names: UnitVec<UnitIx> = into.indices().collect();
    for unit in into.indices() {
        if let Some(first) = into[unit] {
            names[unit] = names[first];
        }
    }
    names
}
