//! The area of a partnership on a day as GeoJSON: the units of those who take part.

use std::collections::BTreeMap;

use miedza_planning::partnership::membership::Ground;
use miedza_planning::partnership::{Member, Membership, members_on, read_all};
use miedza_planning::record::Kind;
use miedza_planning::rights::Room;
use miedza_store::Question;
use miedza_territory::UnitCode;
use miedza_texts::key;
use miedza_workflows::Failure;
use serde_json::{Map, Value, json};

use super::answer::Found;
use super::endpoint::{Asked, Endpoint, Expects, Gives, Parameter, Written};
use super::geojson::{Land, names, year_of};
use super::members::CERTAINTIES;
use super::record;
use crate::frame::{About, Asker, Told};

/// The area of a partnership.
pub const AREA: Endpoint = Endpoint {
    name: "area",
    summary: key::API_AREA,
    room: Room::Partnership,
    about: About::Partnership,
    written: &[(Written::GeoJson, "/api/v1/partnerships/{partnership}/area.geojson")],
    parameters: &[
        Parameter { name: "on", expects: Expects::Day, about: key::API_PARAMETER_ON },
        Parameter { name: "certainty", expects: Expects::Choice(CERTAINTIES), about: key::API_PARAMETER_CERTAINTY },
    ],
    gives: Gives::Features,
    columns: Vec::new,
    told: &[("partnership", key::API_PATH_PARTNERSHIP), ("on", key::API_SAYS_ON), ("schematic", key::API_SAYS_SCHEMATIC)],
};

/// The units of those who take part on the day that is asked for, today if none is.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn area(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let partnership = asker.the_partnership();
    let question = Question::of(Kind::Memberships).in_partnership(partnership.id.as_str());
    let seen = record::seen(&asker, asker.app.store().records(&question).await?).await?;
    let memberships = read_all::<Membership>(&seen).map_err(|error| Failure::fault(&error))?;
    let day = asked.day("on").unwrap_or(asker.today());
    let members = members_on(&memberships, day);
    let mut all: BTreeMap<UnitCode, (&str, &Member)> = BTreeMap::new();
    for (certainty, list) in [("beside", &members.beside), ("possible", &members.possible), ("certain", &members.certain)] {
        let wanted = list.iter().filter(|_| asked.text("certainty").is_none_or(|wanted| wanted == certainty));
        all.extend(wanted.filter_map(|member| Some((member.party.unit()?.clone(), (certainty, member)))));
    }
    let codes: Vec<UnitCode> = all.keys().cloned().collect();
    let (land, around) = (Land::of(&asker, &codes, year_of(day)).await?, names(&asker, &codes).await?);
    let feature = |(code, (certainty, member)): (&UnitCode, &(&str, &Member))| {
        land.feature(&around.unit(code.as_str()), said(certainty, member))
    };
    let about =
        Map::from_iter([("partnership".to_owned(), json!(partnership.text("slug"))), ("on".to_owned(), json!(day.to_string()))]);
    Ok(Found::Said(land.collection(all.iter().map(feature).collect(), about)))
}

/// What is said of a member; flat, as programs for maps read it.
fn said(certainty: &str, member: &Member) -> Map<String, Value> {
    let roles: Vec<&str> = member.roles.iter().map(|held| held.role.name()).collect();
    Map::from_iter([
        ("certainty".to_owned(), json!(certainty)),
        ("roles".to_owned(), json!(roles.join(";"))),
        ("ground".to_owned(), json!(member.ground.map(Ground::name))),
    ])
}
