//! The first address of the interface: what there is, and where it is described.

use miedza_planning::rights::Room;
use miedza_texts::{Message, key};
use serde_json::json;

use super::answer::Found;
use super::endpoint::{Asked, Endpoint, Gives, Written};
use super::{ENDPOINTS, VERSION};
use crate::frame::{About, Asker, Told, licence};

/// What there is.
pub const INDEX: Endpoint = Endpoint {
    name: "index",
    summary: key::API_INDEX,
    room: Room::Portal,
    about: About::Public,
    written: &[(Written::Json, "/api/v1")],
    parameters: &[],
    gives: Gives::Document,
    columns: Vec::new,
    told: &[],
};

/// The description.
pub const DESCRIPTION: Endpoint = Endpoint {
    name: "description",
    summary: key::API_OPENAPI,
    room: Room::Portal,
    about: About::Public,
    written: &[(Written::Json, "/api/v1/openapi.json")],
    parameters: &[],
    gives: Gives::Document,
    columns: Vec::new,
    told: &[],
};

/// All addresses with what they answer.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn index(asker: Asker, _asked: Asked) -> Result<Found, Told> {
    let server = &asker.app.portal().public_address;
    let mut addresses = Vec::new();
    for endpoint in ENDPOINTS {
        let about = asker.tell(&Message::new(endpoint.summary));
        for (written, path) in endpoint.written {
            addresses.push(json!({"address": format!("{server}{path}"), "form": written.name(), "about": about}));
        }
    }
    Ok(Found::Document(json!({
        "name": format!("{} API", asker.say(key::PORTAL_NAME)),
        "version": VERSION,
        "openapi": format!("{server}/api/v1/openapi.json"),
        "licence": licence::written(licence::chosen(&asker).await?),
        "addresses": addresses,
    })))
}
