//! The doors of the office's daily work: drafts of forms, decisions on resolutions, sittings of meetings, consistency; and
//! further pages that are for everyone.

use miedza_planning::record::Kind;
use miedza_planning::rights::{Room, Verb};

use crate::asked::{Ask, Sent};
use crate::domain::{Thing, room_of};
use crate::places::{Place, inside};
use crate::world::Made;

const DESK: &str = "/{lang}/work/partnerships/{partnership}";
/// A secret that opens nothing.
const NO_SECRET: &str = "no-such-secret";

/// The questions to such a door; `None` if it is none.
pub fn asks(place: &Place) -> Option<Vec<Ask>> {
    public(place).or_else(|| of_portal(place)).or_else(|| {
        let rest = place.path.strip_prefix(DESK)?;
        consistency(place, rest)
            .or_else(|| resolutions(place, rest))
            .or_else(|| meetings(place, rest))
            .or_else(|| drafts(place, rest))
    })
}

fn public(place: &Place) -> Option<Vec<Ask>> {
    let open = |room, parts: &[(&str, &str)]| place.ask(parts, (Verb::Read, room), Thing::public());
    Some(vec![match (place.method, place.path) {
        ("GET", "/{lang}/sign-in/provider" | "/sign-in/provider") => open(Room::Portal, &[]).maybe_missing(),
        ("GET", "/{lang}/invitation/{token}/provider") => open(Room::Portal, &[("token", NO_SECRET)]).maybe_missing(),
        ("GET", "/{lang}/accessibility/report") => open(Room::Portal, &[]),
        ("POST", "/{lang}/accessibility/report") => open(Room::Portal, &[]).sending(Sent::form(&[]), Sent::form(&[])),
        ("GET", "/{lang}/themes") => open(Room::Partnership, &[]),
        ("GET", "/{lang}/themes/{theme}") => open(Room::Partnership, &[("theme", "unknown")]).maybe_missing(),
        ("GET", "/{lang}/partnerships/{partnership}/flows") => {
            place.ask(&[], (Verb::Read, Room::Partnership), place.scene.outside())
        }
        _ => return None,
    }])
}

/// Forms of the whole portal.
fn of_portal(place: &Place) -> Option<Vec<Ask>> {
    const SHARED: &str = "/{lang}/work/shared";
    let typed = || Sent::form(&[("source", "typed")]);
    if (place.method, place.path) == ("POST", "/{lang}/work/new-partnership/draft") {
        return Some(vec![place.ask(&[], (Verb::Create, Room::Partnership), Thing::kept()).sending(typed(), typed())]);
    }
    let kinds = || Kind::ALL.into_iter().filter(|kind| !kind.is_of_partnership() && *kind != Kind::Partnerships);
    Some(match (place.method, place.path.strip_prefix(SHARED)?) {
        ("POST", "/upload") => {
            let file = Sent::File("file.csv", "name,value\nnew,1\n".to_owned());
            vec![place.ask(&[], (Verb::Create, Room::Partnership), Thing::kept()).sending(Sent::NoFile, file)]
        }
        ("POST", "/{kind}/new/draft") => {
            let one = |kind: Kind| place.ask(&[("kind", kind.name())], (Verb::Create, room_of(kind)), Thing::kept());
            kinds().map(|kind| one(kind).sending(typed(), typed())).collect()
        }
        ("POST", "/{kind}/{id}/draft") => {
            let one = |made: &Made| {
                let parts = [("kind", made.record.kind().name()), ("id", made.record.id.as_str())];
                place.ask(&parts, (Verb::Edit, room_of(made.record.kind())), made.thing.clone()).sending(typed(), typed())
            };
            place.world.shared.iter().map(one).collect()
        }
        _ => return None,
    })
}

fn consistency(place: &Place, rest: &str) -> Option<Vec<Ask>> {
    let waiver = || Sent::form(&[("finding", "unknown"), ("reason", "seen")]);
    Some(vec![match (place.method, rest) {
        ("GET", "/consistency") => place.inside(Verb::Read, Room::Partnership),
        ("POST", "/consistency/waive" | "/consistency/unwaive") => {
            place.inside(Verb::Edit, Room::Partnership).sending(Sent::form(&[]), waiver()).maybe_missing()
        }
        _ => return None,
    }])
}

fn of_kind(place: &Place, kind: Kind, verb: Verb, sent: &dyn Fn(&Made) -> (Sent, Sent)) -> Vec<Ask> {
    let one = |made: &Made| {
        let (idle, telling) = sent(made);
        let ask = place.ask(&[("id", made.record.id.as_str())], (verb, room_of(kind)), inside(&made.thing));
        ask.sending(idle, telling).maybe_missing()
    };
    place.scene.of(kind).map(one).collect()
}

fn resolutions(place: &Place, rest: &str) -> Option<Vec<Ask>> {
    let nothing = |_: &Made| (Sent::Nothing, Sent::Nothing);
    let stale = |made: &Made| {
        let seen = made.record.version.to_string();
        (
            Sent::form(&[("seen-version", "0")]),
            Sent::form(&[("seen-version", &seen), ("event", "adopt"), ("effect", "change_list")]),
        )
    };
    Some(match (place.method, rest) {
        ("GET", "/resolutions/{id}/decision") => of_kind(place, Kind::Resolutions, Verb::Edit, &nothing),
        ("POST", "/resolutions/{id}/vote" | "/resolutions/{id}/effects") => of_kind(place, Kind::Resolutions, Verb::Edit, &stale),
        ("POST", "/resolutions/{id}/carry-out" | "/resolutions/{id}/take-effect-back") => {
            of_kind(place, Kind::Resolutions, Verb::Publish, &stale)
        }
        _ => return None,
    })
}

fn meetings(place: &Place, rest: &str) -> Option<Vec<Ask>> {
    let nothing = |_: &Made| (Sent::Nothing, Sent::Nothing);
    let stale = |made: &Made| {
        let seen = made.record.version.to_string();
        (Sent::form(&[("seen-version", "0")]), Sent::form(&[("seen-version", &seen), ("place.en", "Elsewhere")]))
    };
    let file = |_: &Made| (Sent::NoFile, Sent::File("minutes.csv", "name,value\nnew,1\n".to_owned()));
    Some(match (place.method, rest) {
        ("GET", "/meetings/{id}/sitting") => of_kind(place, Kind::Meetings, Verb::Edit, &nothing),
        ("POST", "/meetings/{id}/sitting" | "/meetings/{id}/sitting/draft") => of_kind(place, Kind::Meetings, Verb::Edit, &stale),
        ("POST", "/meetings/{id}/sitting/minutes") => of_kind(place, Kind::Meetings, Verb::Edit, &file),
        _ => return None,
    })
}

fn drafts(place: &Place, rest: &str) -> Option<Vec<Ask>> {
    let typed = || Sent::form(&[("source", "typed")]);
    Some(match (place.method, rest) {
        ("POST", "/profile/draft") => vec![place.inside(Verb::Edit, Room::Partnership).sending(typed(), typed())],
        ("POST", "/{kind}/new/draft") => {
            let kinds = Kind::ALL.into_iter().filter(|kind| kind.may_be_of_partnership());
            kinds.map(|kind| crate::places::of_register(place, (kind, Verb::Create), &[]).sending(typed(), typed())).collect()
        }
        ("POST", "/{kind}/{id}/draft") => {
            let made = place.scene.made.iter().filter(|made| made.record.kind() != Kind::Partnerships);
            let one = |made: &Made| {
                let parts = [("kind", made.record.kind().name()), ("id", made.record.id.as_str())];
                let ask = place.ask(&parts, (Verb::Translate, room_of(made.record.kind())), inside(&made.thing));
                ask.sending(typed(), typed())
            };
            made.map(one).collect()
        }
        _ => return None,
    })
}
