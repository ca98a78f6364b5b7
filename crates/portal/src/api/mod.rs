//! The interface for programs: lists and things as JSON, CSV and XLSX, areas as GeoJSON, all of it read-only.
//!
//! What stands here is what the asker may see: strangers what is published, tokens what their scopes and roles reach. Each
//! address is an [`Endpoint`], from which its door, the check of what is asked and the description are
//! made.

mod answer;
mod area;
mod certainty;
mod column;
mod compared;
pub mod endpoint;
mod geojson;
mod index;
mod kept;
mod members;
pub mod observations;
pub mod openapi;
mod paging;
mod partnerships;
mod record;
mod shared;
mod table;
mod timeline;
mod units;
mod variants;

use endpoint::Endpoint;

use crate::frame::{App, Doors};

/// The version of the interface: answers may gain columns within it and lose none.
pub const VERSION: &str = "1.0.0";

/// All addresses, in the order of the description.
pub const ENDPOINTS: &[&Endpoint] = &[
    &index::INDEX,
    &partnerships::LIST,
    &partnerships::ONE,
    &members::LIST,
    &area::AREA,
    &timeline::LIST,
    &kept::DOCUMENTS,
    &kept::BODIES,
    &kept::MEETINGS,
    &kept::RESOLUTIONS,
    &kept::NEWS,
    &kept::DIAGNOSES,
    &kept::FINDINGS,
    &kept::CHALLENGES,
    &kept::SURVEYS,
    &kept::DOCUMENT_REVIEWS,
    &kept::PARTICIPATIONS,
    &kept::STATED_FIGURES,
    &variants::LIST,
    &variants::ONE,
    &certainty::LIST,
    &compared::ONE,
    &members::EVERYWHERE,
    &units::LIST,
    &units::ONE,
    &observations::VARIABLES,
    &observations::VALUES,
    &shared::CALLS,
    &shared::THEMES,
    &index::DESCRIPTION,
];

/// The doors of the interface.
pub fn doors(app: &App, doors: Doors) -> Doors {
    let doors = index::INDEX.open(app, doors, index::index);
    let doors = partnerships::LIST.open(app, doors, partnerships::list);
    let doors = partnerships::ONE.open(app, doors, partnerships::one);
    let doors = members::LIST.open(app, doors, members::list);
    let doors = area::AREA.open(app, doors, area::area);
    let doors = timeline::LIST.open(app, doors, timeline::list);
    let doors = kept::doors(app, doors);
    let doors = variants::LIST.open(app, doors, variants::list);
    let doors = variants::ONE.open(app, doors, variants::one);
    let doors = certainty::LIST.open(app, doors, certainty::list);
    let doors = compared::ONE.open(app, doors, compared::one);
    let doors = members::EVERYWHERE.open(app, doors, members::everywhere);
    let doors = units::LIST.open(app, doors, units::list);
    let doors = units::ONE.open(app, doors, units::one);
    let doors = observations::VARIABLES.open(app, doors, observations::variables);
    let doors = observations::VALUES.open(app, doors, observations::values);
    let doors = shared::CALLS.open(app, doors, shared::list_calls);
    let doors = shared::THEMES.open(app, doors, shared::list_themes);
    index::DESCRIPTION.open(app, doors, openapi::describe)
}

#[cfg(test)]
mod tests;
