//! Members and peers on one map: who touches whom, and where an indicator is high among high ones or low among low ones.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use miedza_delimitation::contiguity;
use miedza_planning::diagnosis::Snapshot;
use miedza_planning::diagnosis::space::{Association, Neighbourhood, Parameters, association};
use miedza_store::Store;
use miedza_territory::{Boundaries, Neighbours, UnitCode, Units};

use super::export::quoted;
use super::ground::Ground;
use crate::failure::Failure;
use crate::lab::aside;
use crate::{partnership, territory};

/// The land of members and peers.
#[derive(Debug)]
pub struct Surroundings {
    /// Members and peers.
    pub units: Units,
    /// Who touches whom, by boundaries or, where those are not known, by the cells drawn around seats; `None` without either.
    pub touching: Option<Neighbours>,
    /// The land as a page draws it; `None` where neither boundaries nor cells are known.
    pub land: Option<Boundaries>,
    /// How many have neither boundaries nor a cell.
    pub without_land: usize,
}

/// Why nothing is said of an indicator in space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAssociation {
    /// Nobody of the area has a figure.
    NoFigure,
    /// Nobody knows who touches whom.
    NoLand,
    /// Too few have a value, all values are equal, or nobody with a value touches another.
    Unfit,
}

/// Association of an indicator, or why there is none.
pub type SoughtAssociation = Result<Association, NoAssociation>;

impl Surroundings {
    /// Reads the land of members and peers and finds who touches whom.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn read(store: &Store, ground: &Ground) -> Result<Self, Failure> {
        let codes = ground.everyone();
        let units = Units::new(codes.clone());
        let Some(exact) = territory::shapes(store, &codes, None).await? else {
            return Ok(Self { without_land: codes.len(), units, touching: None, land: None });
        };
        let all: BTreeSet<UnitCode> = codes.into_iter().collect();
        let land = partnership::shapes(store, &all, &BTreeSet::new(), None).await?;
        aside(move || {
            let without_land = units.codes().iter().filter(|code| exact.units.find(code).is_none()).count();
            // Outlines that cannot be followed leave it unknown who touches whom; the page says so.
            let found = contiguity::neighbours(&exact, &contiguity::Parameters::default()).ok();
            let touching = found.map(|found| contiguity::carried(&found.neighbours, &exact.units, &units));
            Ok(Self { units, touching, land, without_land })
        })
        .await
    }

    /// Whether cells around seats stand for the land.
    #[must_use]
    pub fn is_schematic(&self) -> bool {
        self.land.as_ref().is_some_and(|land| land.schematic)
    }
}

/// Association of an indicator among members and peers in the newest year in which they can be compared.
///
/// # Errors
/// [`Failure`] if the work is cut off.
pub async fn sought(ground: Arc<Ground>, around: Arc<Surroundings>, code: String) -> Result<SoughtAssociation, Failure> {
    aside(move || Ok(seek(&ground, &around, &code))).await
}

fn seek(ground: &Ground, around: &Surroundings, code: &str) -> SoughtAssociation {
    let indicator = ground.indicator(code).ok_or(NoAssociation::NoFigure)?;
    let position = super::chapters::said(ground, indicator).ok().and_then(|said| said.position);
    let year = position.map(|position| position.year).ok_or(NoAssociation::NoFigure)?;
    let touching = around.touching.as_ref().ok_or(NoAssociation::NoLand)?;
    let now = Snapshot { block: &ground.together, year };
    association((indicator, now), &around.units, Neighbourhood::Contacts(touching), Parameters::default())
        .map_err(|_| NoAssociation::Unfit)
}

/// Rows of `unit,name,value,deviate,lag,local_moran,p,adjusted_p,class`, by code.
#[must_use]
pub fn csv(ground: &Ground, found: &Association) -> String {
    let told = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut table = String::from("unit,name,value,deviate,lag,local_moran,p,adjusted_p,class\n");
    for row in &found.units {
        let class = serde_json::to_value(row.class).ok();
        let class = class.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        let numbers = [row.value, row.deviate, row.lag, row.i, row.p, row.adjusted_p].map(told).join(",");
        // Writing into a string cannot fail.
        let _ = writeln!(table, "{},{},{numbers},{class}", row.unit, quoted(&ground.name(&row.unit)));
    }
    table
}
