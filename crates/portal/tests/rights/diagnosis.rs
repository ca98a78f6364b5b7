//! The doors of the diagnosis: pages of a partnership and of an area of one's own, and diagnoses in the workbench.

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::asked::{Ask, Sent};
use crate::domain::Thing;
use crate::places::{Place, inside};
use crate::world::{Made, OWN_UNIT};

const PUBLIC: &str = "/{lang}/partnerships/{partnership}/diagnosis";
const OWN: &str = "/{lang}/diagnosis";
const WORK: &str = "/{lang}/work/partnerships/{partnership}/diagnosis";

/// The questions to a door of the diagnosis; `None` if it is none.
///
/// The test keeps no statistics, so a page or a file of an indicator may say that there is nothing to show.
pub fn asks(place: &Place) -> Option<Vec<Ask>> {
    of_partnership(place).or_else(|| of_an_own_area(place)).or_else(|| bench(place))
}

fn of_partnership(place: &Place) -> Option<Vec<Ask>> {
    let parts = parts(place.path.strip_prefix(PUBLIC)?, "/{code}")?;
    Some(vec![place.ask(parts, (Verb::Read, Room::Diagnosis), place.scene.outside()).maybe_missing()])
}

fn of_an_own_area(place: &Place) -> Option<Vec<Ask>> {
    let parts = parts(place.path.strip_prefix(OWN)?, "/indicators/{code}")?;
    let ask = place.ask(parts, (Verb::Read, Room::Portal), Thing::public()).maybe_missing();
    Some(vec![Ask { address: format!("{}?units={OWN_UNIT}", ask.address), ..ask }])
}

/// What the rest of an address is filled with; pages of an indicator stand behind `one`. `None` if there is no such door.
fn parts(rest: &str, one: &str) -> Option<&'static [(&'static str, &'static str)]> {
    const CODE: (&str, &str) = ("code", "population");
    const CSV: (&str, &str) = ("ending", "csv");
    Some(match rest {
        "" | "/outlook" | "/compare" | "/types" | "/structure" | "/index" | "/marginalisation" | "/peers" => &[],
        "/outlook/export/{ending}"
        | "/compare/export/{ending}"
        | "/structure/export/{ending}"
        | "/index/export/{ending}"
        | "/marginalisation/export/{ending}"
        | "/peers/export/{ending}" => &[CSV],
        "/report/{ending}" => &[("ending", "html")],
        _ => match rest.strip_prefix(one)? {
            "" | "/space" => &[CODE],
            "/export/{ending}" | "/space/{ending}" => &[CODE, CSV],
            _ => return None,
        },
    })
}

fn bench(place: &Place) -> Option<Vec<Ask>> {
    let room = Room::Diagnosis;
    let rest = place.path.strip_prefix(WORK)?;
    let all = |verb: Verb, parts: &[(&str, &str)]| -> Vec<Ask> {
        let one = |made: &Made| {
            let parts: Vec<(&str, &str)> = [("id", made.record.id.as_str())].into_iter().chain(parts.iter().copied()).collect();
            place.ask(&parts, (verb, room), inside(&made.thing))
        };
        place.scene.of(Kind::Diagnoses).map(one).collect()
    };
    Some(match (place.method, rest) {
        ("GET", "") => vec![place.inside(Verb::Read, room)],
        ("GET", "/{id}") => all(Verb::Read, &[]),
        ("GET", "/{id}/report/{ending}") => all(Verb::Read, &[("ending", "html")]),
        ("POST", "/{id}/comment") => {
            let comment = |seen| Sent::form(&[("chapter", "demography"), ("text", "New"), ("seen", seen)]);
            all(Verb::Edit, &[]).into_iter().map(|ask| ask.sending(comment("99"), comment(""))).collect()
        }
        // What is reckoned anew is kept anew.
        ("POST", "/{id}/recompute") => all(Verb::Edit, &[]).into_iter().map(|ask| Ask { only_refused: true, ..ask }).collect(),
        _ => return None,
    })
}
