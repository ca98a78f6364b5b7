//! The doors of the area: variants in the workbench.

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::asked::{Ask, Sent};
use crate::places::{Place, inside};
use crate::world::{Made, OTHER_UNIT};

const AREA: &str = "/{lang}/work/partnerships/{partnership}/area";

/// The questions to a door of the area; `None` if it is none.
pub fn asks(place: &Place) -> Option<Vec<Ask>> {
    let room = Room::Diagnosis;
    let rest = place.path.strip_prefix(AREA)?;
    let of_variants = |verb: Verb, parts: &[(&str, &str)], sent: &dyn Fn(&Made) -> (Sent, Sent)| -> Vec<Ask> {
        let one = |made: &Made| {
            let parts: Vec<(&str, &str)> = [("id", made.record.id.as_str())].into_iter().chain(parts.iter().copied()).collect();
            let (idle, telling) = sent(made);
            place.ask(&parts, (verb, room), inside(&made.thing)).sending(idle, telling)
        };
        place.scene.of(Kind::Variants).map(one).collect()
    };
    let nothing = |_: &Made| (Sent::Nothing, Sent::Nothing);
    let edit = |entries: &[(&str, &str)]| {
        of_variants(Verb::Edit, &[], &|made| {
            let seen = made.record.version.to_string();
            let with = |seen: &str| Sent::form(&[&[("seen-version", seen)], entries].concat());
            (with("0"), with(&seen))
        })
    };
    let missing = |asks: Vec<Ask>| asks.into_iter().map(Ask::maybe_missing).collect::<Vec<_>>();
    Some(match (place.method, rest) {
        ("GET", "" | "/compare") => vec![place.inside(Verb::Read, room)],
        ("POST", "") => {
            vec![place.inside(Verb::Create, room).sending(Sent::form(&[("name", "")]), Sent::form(&[("name", "New")]))]
        }
        ("GET", "/{id}") => of_variants(Verb::Read, &[], &nothing),
        ("POST", "/{id}/change") => edit(&[("add", OTHER_UNIT)]),
        ("POST", "/{id}/step") => edit(&[("step", "undo")]),
        ("POST", "/{id}/run") => edit(&[("method", "travel_to_work")]),
        ("POST", "/{id}/paste") => edit(&[("list", OTHER_UNIT), ("for", "in")]),
        ("POST", "/{id}/table") => {
            let table = place.scene.public(Kind::FlowTables).record.id.clone();
            edit(&[("table", &table)])
        }
        ("POST", "/{id}/limits") => edit(&[("core-population", "10"), ("commuter-share", "5")]),
        ("POST", "/{id}/adopt") => {
            let resolution = place.scene.public(Kind::Resolutions).record.id.clone();
            of_variants(Verb::Publish, &[], &|made| {
                let seen = made.record.version.to_string();
                let with = |seen: &str| Sent::form(&[("seen-version", seen), ("resolution", &resolution)]);
                (with("0"), with(&seen))
            })
        }
        // The variants of the test were made by no method, so there is no partition of it.
        ("GET", "/{id}/partition") => missing(of_variants(Verb::Read, &[], &nothing)),
        ("GET", "/{id}/partition/{ending}") => missing(of_variants(Verb::Read, &[("ending", "csv")], &nothing)),
        ("GET", "/{id}/certainty") => of_variants(Verb::Read, &[], &nothing),
        // Nothing is drawn for a variant without a method, so both answers stay on the page.
        ("POST", "/{id}/certainty") => {
            let sent = |_: &Made| (Sent::form(&[("replicates", "0")]), Sent::form(&[("replicates", "0")]));
            of_variants(Verb::Edit, &[], &sent)
        }
        ("GET", "/{id}/jobs/{job}") => missing(of_variants(Verb::Read, &[("job", "unknown")], &nothing)),
        _ => return None,
    })
}
