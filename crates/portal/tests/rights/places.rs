//! One line for each door: what its address is filled with, what its right is asked about, what is sent.
//!
//! A door without a line here fails the test, so that nobody opens one without saying who may pass.

use miedza_planning::record::{Kind, Record, Visibility};
use miedza_planning::rights::{Room, Verb};
use miedza_portal::frame::Row;

use crate::asked::{Ask, Sent};
use crate::content::{self, Making};
use crate::domain::{Thing, room_of};
use crate::world::{Made, OTHER_UNIT, OWN_UNIT, Scene, World};
use crate::{diagnosis, lab, office, own};

/// A door with the place that its address is filled with.
pub struct Place<'a> {
    pub world: &'a World,
    /// The partnership that the address names; the first one where it names none.
    pub scene: &'a Scene,
    pub method: &'static str,
    pub path: &'static str,
}

impl Place<'_> {
    /// The address with these parts filled in; the language and the partnership are known.
    pub fn address(&self, parts: &[(&str, &str)]) -> String {
        let start = self.path.replacen("{lang}", "en", 1).replacen("{partnership}", &self.scene.slug, 1);
        let filled = parts.iter().fold(start, |address, (name, value)| address.replacen(&format!("{{{name}}}"), value, 1));
        assert!(!filled.contains('{'), "{filled}: a part of this address is not known to the test");
        filled
    }

    pub fn ask(&self, parts: &[(&str, &str)], (verb, room): (Verb, Room), thing: Thing) -> Ask {
        Ask::of((self.method, self.path), self.address(parts), (verb, room), thing)
    }

    fn public(&self) -> Vec<Ask> {
        vec![self.ask(&[], (Verb::Read, Room::Portal), Thing::public())]
    }

    fn outside(&self, room: Room) -> Vec<Ask> {
        vec![self.ask(&[], (Verb::Read, room), self.scene.outside())]
    }

    pub fn inside(&self, verb: Verb, room: Room) -> Ask {
        self.ask(&[], (verb, room), self.scene.inside())
    }
}

/// Whether the address names a partnership.
pub fn is_of_partnership(row: &Row) -> bool {
    row.path.contains("{partnership}")
}

/// The questions to a door; those about a partnership in one scene.
pub fn asks(world: &World, row: &Row, scene: &Scene) -> Vec<Ask> {
    let place = Place { world, scene, method: row.method, path: row.path };
    let known = portal(&place)
        .or_else(|| own::asks(&place))
        .or_else(|| public(&place))
        .or_else(|| programs(&place))
        .or_else(|| office::asks(&place))
        .or_else(|| desk(&place))
        .or_else(|| answers(&place))
        .or_else(|| registers(&place))
        .or_else(|| shared(&place))
        .or_else(|| lab::asks(&place))
        .or_else(|| diagnosis::asks(&place));
    known.unwrap_or_else(|| {
        panic!("{} {} has no line in tests/rights/places.rs: say who may pass this door", row.method, row.path)
    })
}

/// Pages and answers of the whole portal that are for everyone.
fn portal(place: &Place) -> Option<Vec<Ask>> {
    let shared = |kind| place.world.shared(kind).next().expect("a public record").record.clone();
    Some(match (place.method, place.path) {
        (
            "GET",
            "/"
            | "/{lang}"
            | "/{lang}/search"
            | "/{lang}/data"
            | "/{lang}/partnerships"
            | "/{lang}/calls"
            | "/{lang}/units"
            | "/{lang}/explore"
            | "/{lang}/explore/units.geojson"
            | "/{lang}/explore/flows.json"
            | "/{lang}/methods"
            | "/{lang}/accessibility"
            | "/{lang}/privacy"
            | "/health"
            | "/api/v1"
            | "/api/v1/openapi.json"
            | "/api/v1/partnerships"
            | "/api/v1/partnerships.csv"
            | "/api/v1/partnerships.xlsx"
            | "/api/v1/units"
            | "/api/v1/units.csv"
            | "/api/v1/units.xlsx"
            | "/api/v1/calls"
            | "/api/v1/calls.csv"
            | "/api/v1/calls.xlsx"
            | "/api/v1/members"
            | "/api/v1/members.csv"
            | "/api/v1/members.xlsx"
            | "/api/v1/observations/variables"
            | "/api/v1/observations/variables.csv"
            | "/api/v1/observations/variables.xlsx"
            | "/api/v1/themes"
            | "/api/v1/themes.csv"
            | "/api/v1/themes.xlsx",
        ) => place.public(),
        ("GET", "/{lang}/units/{code}" | "/api/v1/units/{code}") => {
            vec![place.ask(&[("code", OWN_UNIT)], (Verb::Read, Room::Portal), Thing::public())]
        }
        ("GET", "/api/v1/observations/{source}/{variable}") => {
            let parts = [("source", "own"), ("variable", "unknown")];
            vec![place.ask(&parts, (Verb::Read, Room::Portal), Thing::public()).maybe_missing()]
        }
        ("GET", "/{lang}/methods/{name}") => {
            vec![place.ask(&[("name", "threshold")], (Verb::Read, Room::Portal), Thing::public())]
        }
        ("GET", "/{lang}/files/{id}") => {
            let one = |made: &Made| place.ask(&[("id", &made.record.id)], (Verb::Read, Room::Partnership), made.thing.clone());
            place.world.shared(Kind::Attachments).map(one).collect()
        }
        ("GET", "/{lang}/calls/{call}") => {
            let call = shared(Kind::Calls);
            let slug = call.text("slug").expect("a slug");
            vec![place.ask(&[("call", slug)], (Verb::Read, Room::Partnership), Thing::public())]
        }
        ("GET", "/assets/{mark}/{*path}") => {
            vec![place.ask(&[("mark", "x"), ("*path", "css/miedza.css")], (Verb::Read, Room::Portal), Thing::public())]
        }
        ("GET", "/metrics") => vec![place.ask(&[], (Verb::Administer, Room::Accounts), Thing::kept())],
        _ => return None,
    })
}

/// What a partnership shows.
fn public(place: &Place) -> Option<Vec<Ask>> {
    let records = |kind: Kind, room: Room, parts: &[(&str, &str)]| {
        let one = |made: &Made| {
            let parts: Vec<(&str, &str)> = [("id", made.record.id.as_str())].into_iter().chain(parts.iter().copied()).collect();
            place.ask(&parts, (Verb::Read, room), made.thing.clone())
        };
        place.scene.of(kind).map(one).collect::<Vec<_>>()
    };
    let endings = ["csv", "svg", "html"];
    let missing = |asks: Vec<Ask>| asks.into_iter().map(Ask::maybe_missing).collect::<Vec<_>>();
    Some(match (place.method, place.path) {
        (
            "GET",
            "/{lang}/partnerships/{partnership}"
            | "/{lang}/partnerships/{partnership}/members"
            | "/{lang}/partnerships/{partnership}/history"
            | "/{lang}/partnerships/{partnership}/documents"
            | "/{lang}/partnerships/{partnership}/bodies"
            | "/{lang}/partnerships/{partnership}/stages"
            | "/{lang}/partnerships/{partnership}/news",
        ) => place.outside(Room::Partnership),
        (
            "GET",
            "/{lang}/partnerships/{partnership}/area"
            | "/{lang}/partnerships/{partnership}/area/compare"
            | "/{lang}/partnerships/{partnership}/findings"
            | "/{lang}/partnerships/{partnership}/reviews"
            | "/{lang}/partnerships/{partnership}/surveys",
        ) => place.outside(Room::Diagnosis),
        // The surveys of the test are open; what is sent to them answers nothing.
        (
            "GET" | "POST",
            "/{lang}/partnerships/{partnership}/surveys/{id}" | "/{lang}/partnerships/{partnership}/surveys/{id}/results",
        ) => records(Kind::Surveys, Room::Diagnosis, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/documents/{id}") => records(Kind::Documents, Room::Partnership, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/bodies/{id}") => records(Kind::Bodies, Room::Partnership, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/meetings/{id}") => records(Kind::Meetings, Room::Partnership, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/resolutions/{id}") => records(Kind::Resolutions, Room::Partnership, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/news/{id}") => records(Kind::News, Room::Events, &[]),
        ("GET", "/{lang}/partnerships/{partnership}/files/{id}") => records(Kind::Attachments, Room::Partnership, &[]),
        // Of the variants of the test none has a certainty yet.
        ("GET", "/{lang}/partnerships/{partnership}/area/{id}/certainty") => {
            missing(records(Kind::Variants, Room::Diagnosis, &[]))
        }
        ("GET", "/{lang}/partnerships/{partnership}/area/{id}/certainty/{ending}") => {
            missing(records(Kind::Variants, Room::Diagnosis, &[("ending", "csv")]))
        }
        ("GET", "/{lang}/partnerships/{partnership}/area/{id}/export/{ending}") => {
            endings.iter().flat_map(|ending| records(Kind::Variants, Room::Diagnosis, &[("ending", ending)])).collect()
        }
        _ => return None,
    })
}

/// The interface for programs, inside one partnership.
fn programs(place: &Place) -> Option<Vec<Ask>> {
    Some(match (place.method, place.path) {
        (
            "GET",
            "/api/v1/partnerships/{partnership}"
            | "/api/v1/partnerships/{partnership}/members"
            | "/api/v1/partnerships/{partnership}/members.csv"
            | "/api/v1/partnerships/{partnership}/members.xlsx"
            | "/api/v1/partnerships/{partnership}/timeline"
            | "/api/v1/partnerships/{partnership}/timeline.csv"
            | "/api/v1/partnerships/{partnership}/timeline.xlsx"
            | "/api/v1/partnerships/{partnership}/variants"
            | "/api/v1/partnerships/{partnership}/variants.csv"
            | "/api/v1/partnerships/{partnership}/variants.xlsx"
            | "/api/v1/partnerships/{partnership}/area.geojson"
            | "/api/v1/partnerships/{partnership}/documents"
            | "/api/v1/partnerships/{partnership}/documents.csv"
            | "/api/v1/partnerships/{partnership}/documents.xlsx"
            | "/api/v1/partnerships/{partnership}/bodies"
            | "/api/v1/partnerships/{partnership}/bodies.csv"
            | "/api/v1/partnerships/{partnership}/bodies.xlsx"
            | "/api/v1/partnerships/{partnership}/meetings"
            | "/api/v1/partnerships/{partnership}/meetings.csv"
            | "/api/v1/partnerships/{partnership}/meetings.xlsx"
            | "/api/v1/partnerships/{partnership}/resolutions"
            | "/api/v1/partnerships/{partnership}/resolutions.csv"
            | "/api/v1/partnerships/{partnership}/resolutions.xlsx"
            | "/api/v1/partnerships/{partnership}/news"
            | "/api/v1/partnerships/{partnership}/news.csv"
            | "/api/v1/partnerships/{partnership}/news.xlsx"
            | "/api/v1/partnerships/{partnership}/participations"
            | "/api/v1/partnerships/{partnership}/participations.csv"
            | "/api/v1/partnerships/{partnership}/participations.xlsx",
        ) => place.outside(Room::Partnership),
        (
            "GET",
            "/api/v1/partnerships/{partnership}/diagnoses"
            | "/api/v1/partnerships/{partnership}/diagnoses.csv"
            | "/api/v1/partnerships/{partnership}/diagnoses.xlsx"
            | "/api/v1/partnerships/{partnership}/stated-figures"
            | "/api/v1/partnerships/{partnership}/stated-figures.csv"
            | "/api/v1/partnerships/{partnership}/stated-figures.xlsx"
            | "/api/v1/partnerships/{partnership}/findings"
            | "/api/v1/partnerships/{partnership}/findings.csv"
            | "/api/v1/partnerships/{partnership}/findings.xlsx"
            | "/api/v1/partnerships/{partnership}/challenges"
            | "/api/v1/partnerships/{partnership}/challenges.csv"
            | "/api/v1/partnerships/{partnership}/challenges.xlsx"
            | "/api/v1/partnerships/{partnership}/surveys"
            | "/api/v1/partnerships/{partnership}/surveys.csv"
            | "/api/v1/partnerships/{partnership}/surveys.xlsx"
            | "/api/v1/partnerships/{partnership}/document-reviews"
            | "/api/v1/partnerships/{partnership}/document-reviews.csv"
            | "/api/v1/partnerships/{partnership}/document-reviews.xlsx",
        ) => place.outside(Room::Diagnosis),
        (
            "GET",
            "/api/v1/partnerships/{partnership}/variants/{id}/certainty"
            | "/api/v1/partnerships/{partnership}/variants/{id}/certainty.csv"
            | "/api/v1/partnerships/{partnership}/variants/{id}/certainty.xlsx",
        ) => {
            let one = |made: &Made| {
                let parts = [("id", made.record.id.as_str())];
                place.ask(&parts, (Verb::Read, Room::Diagnosis), made.thing.clone()).maybe_missing()
            };
            place.scene.of(Kind::Variants).map(one).collect()
        }
        ("GET", "/api/v1/partnerships/{partnership}/variants/{id}/compared") => {
            let one = |made: &Made| {
                let parts = [("id", made.record.id.as_str())];
                let ask = place.ask(&parts, (Verb::Read, Room::Diagnosis), made.thing.clone());
                Ask { address: format!("{}?with={}", ask.address, made.record.id), ..ask }
            };
            place.scene.of(Kind::Variants).map(one).collect()
        }
        ("GET", "/api/v1/partnerships/{partnership}/variants/{id}") => {
            let one = |made: &Made, ending: &str| {
                let id = format!("{}{ending}", made.record.id);
                place.ask(&[("id", &id)], (Verb::Read, Room::Diagnosis), made.thing.clone())
            };
            place.scene.of(Kind::Variants).flat_map(|made| ["", ".geojson"].map(|ending| one(made, ending))).collect()
        }
        _ => return None,
    })
}

/// The desk of a partnership.
fn desk(place: &Place) -> Option<Vec<Ask>> {
    let profile = || {
        let record = place.scene.public(Kind::Partnerships).record.clone();
        let mut changed = content::form(&record.content);
        changed.retain(|(name, _)| name != "register_number");
        changed.extend([pair("register_number", "changed"), pair("seen-version", &record.version.to_string())]);
        (Sent::form(&[("seen-version", "0")]), Sent::Form(changed))
    };
    Some(match (place.method, place.path) {
        ("GET", "/{lang}/work/partnerships/{partnership}") => vec![place.inside(Verb::Read, Room::Partnership)],
        ("GET", "/{lang}/work/partnerships/{partnership}/log") => vec![place.inside(Verb::Read, Room::Log)],
        ("GET", "/{lang}/work/partnerships/{partnership}/profile") => vec![place.inside(Verb::Edit, Room::Partnership)],
        ("POST", "/{lang}/work/partnerships/{partnership}/profile") => {
            let (idle, telling) = profile();
            vec![place.inside(Verb::Edit, Room::Partnership).sending(idle, telling)]
        }
        ("GET", "/{lang}/work/new-partnership") => {
            vec![place.ask(&[], (Verb::Create, Room::Partnership), Thing::kept())]
        }
        ("POST", "/{lang}/work/new-partnership") => {
            let mut draft = place.scene.public(Kind::Partnerships).record.content.clone();
            draft.values.insert("slug".to_owned(), "founded".into());
            let telling = Sent::Form(content::form(&draft));
            vec![place.ask(&[], (Verb::Create, Room::Partnership), Thing::kept()).sending(Sent::form(&[]), telling)]
        }
        ("POST", "/{lang}/work/partnerships/{partnership}/upload") => {
            let file = Sent::File("file.csv", "name,value\nnew,1\n".to_owned());
            vec![place.inside(Verb::Create, Room::Partnership).sending(Sent::NoFile, file)]
        }
        _ => return None,
    })
}

/// Answers to surveys in the workbench.
fn answers(place: &Place) -> Option<Vec<Ask>> {
    const ANSWERS: &str = "/{lang}/work/partnerships/{partnership}/surveys/{id}/answers";
    let all = |idle: &Sent, telling: &dyn Fn(&Made) -> Sent| -> Vec<Ask> {
        let one = |made: &Made| {
            let ask = place.ask(&[("id", &made.record.id)], (Verb::Edit, Room::Diagnosis), made.thing.clone());
            ask.sending(idle.clone(), telling(made))
        };
        place.scene.of(Kind::Surveys).map(one).collect()
    };
    Some(match (place.method, place.path.strip_prefix(ANSWERS)?) {
        ("GET", "") => all(&Sent::Nothing, &|_| Sent::Nothing),
        ("POST", "") => all(&Sent::form(&[]), &|_| {
            let questions = place.scene.of(Kind::SurveyQuestions).map(|made| format!("q-{}", made.record.id));
            Sent::Form(questions.map(|name| pair(&name, "zqw")).collect())
        }),
        ("POST", "/remove") => all(&Sent::form(&[("answer", "unknown")]), &|_| Sent::form(&[("answer", "unknown")])),
        _ => return None,
    })
}

fn pair(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

/// The kinds that a partnership has registers of.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| kind.may_be_of_partnership())
}

/// What the right to a register is asked about: for those who have own things, about an own one.
fn register(place: &Place, kind: Kind, unit: Option<&str>) -> Thing {
    let unit = unit.filter(|_| kind.field("unit").is_some()).map(ToOwned::to_owned);
    Thing { unit, ..place.scene.inside() }
}

/// The registers of a partnership.
fn registers(place: &Place) -> Option<Vec<Ask>> {
    const LIST: &str = "/{lang}/work/partnerships/{partnership}/{kind}";
    let all = |verb: Verb, parts: &[(&str, &str)]| -> Vec<Ask> {
        kinds().map(|kind| of_register(place, (kind, verb), parts)).collect()
    };
    let (method, rest) = (place.method, place.path.strip_prefix(LIST)?);
    Some(match (method, rest) {
        ("GET", "") => all(Verb::Read, &[]),
        ("GET", "/sheet/{ending}") => ["csv", "xlsx"].iter().flat_map(|ending| all(Verb::Read, &[("ending", ending)])).collect(),
        ("GET", "/new") => all(Verb::Create, &[]),
        ("POST", "/new") => kinds().flat_map(|kind| creating(place, kind)).collect(),
        ("GET", "/import") => all(Verb::Edit, &[]),
        ("POST", "/import") => {
            let ask = |kind| of_register(place, (kind, Verb::Edit), &[]).sending(Sent::NoFile, sheet(place, kind));
            kinds().map(ask).collect()
        }
        _ => return of_record(place, rest),
    })
}

/// A question about a register; of what it lists, those who have own things see theirs.
pub fn of_register(place: &Place, (kind, verb): (Kind, Verb), parts: &[(&str, &str)]) -> Ask {
    let parts: Vec<(&str, &str)> = [("kind", kind.name())].into_iter().chain(parts.iter().copied()).collect();
    let thing = register(place, kind, Some(OWN_UNIT));
    let mut ask = place.ask(&parts, (verb, room_of(kind)), thing);
    // The maker is whoever asks.
    ask.thing.maker = Some(SELF.to_owned());
    ask
}

/// Stands for whoever asks.
pub const SELF: &str = "who asks";

/// New records: of the own unit, of another one where the kind has units.
fn creating(place: &Place, kind: Kind) -> Vec<Ask> {
    let made = |unit: &str| {
        let targets = place.scene.made.iter().chain(&place.world.shared);
        let targets = targets.filter(|made| made.record.content.visibility == Visibility::Public);
        let targets = targets.map(|made| (made.record.kind(), made.record.id.clone())).rev_first();
        let file = miedza_store::UploadKept {
            sha256: place.scene.public(Kind::Attachments).record.text("sha256").unwrap_or_default().to_owned(),
            bytes: 1,
            media_type: "text/csv".to_owned(),
        };
        let making = Making {
            kind,
            partnership: Some(&place.scene.id),
            visibility: Visibility::Private,
            word: "made-now",
            handle: "made-now",
            unit,
            targets: &targets,
            file: Some(&file),
        };
        content::form(&content::draft(&making))
    };
    let ask = |unit: Option<&str>| {
        let idle = unit.map_or_else(|| Sent::form(&[]), |unit| Sent::form(&[("unit", unit)]));
        let telling = Sent::Form(made(unit.unwrap_or(OWN_UNIT)));
        place.ask(&[("kind", kind.name())], (Verb::Create, room_of(kind)), register(place, kind, unit)).sending(idle, telling)
    };
    match kind.field("unit") {
        Some(_) => vec![ask(Some(OWN_UNIT)), ask(Some(OTHER_UNIT))],
        None => vec![ask(None)],
    }
}

/// A sheet that changes who may see the first record of the register that is not for everyone.
fn sheet(place: &Place, kind: Kind) -> Sent {
    let made = place.scene.of(kind).find(|made| made.record.content.visibility == Visibility::Partners);
    let made = made.expect("each kind has its record");
    let row = format!("id,visibility,source\n{},private,changed\n", made.record.id);
    Sent::File("sheet.csv", row)
}

/// One record of a register.
fn of_record(place: &Place, rest: &str) -> Option<Vec<Ask>> {
    let all = |verb: Verb, sent: &dyn Fn(&Made) -> (Sent, Sent)| -> Vec<Ask> {
        let of_kind = |made: &&Made| made.record.kind() != Kind::Partnerships;
        let one = |made: &Made| {
            let parts = [("kind", made.record.kind().name()), ("id", made.record.id.as_str())];
            let (idle, telling) = sent(made);
            place.ask(&parts, (verb, room_of(made.record.kind())), inside(&made.thing)).sending(idle, telling)
        };
        place.scene.made.iter().filter(of_kind).map(one).collect()
    };
    let nothing = |_: &Made| (Sent::Nothing, Sent::Nothing);
    Some(match (place.method, rest) {
        ("GET", "/{id}") => all(Verb::Read, &nothing),
        ("POST", "/{id}") => changing(place),
        ("POST", "/{id}/delete") => all(Verb::Edit, &|made| {
            let seen = made.record.version.to_string();
            (Sent::form(&[("seen-version", "0")]), Sent::form(&[("seen-version", &seen)]))
        }),
        ("GET", "/{id}/history") => all(Verb::Read, &nothing),
        ("POST", "/{id}/take-back") => all(Verb::Edit, &|_| (Sent::form(&[("version", "99")]), Sent::form(&[("version", "1")]))),
        ("POST", "/undelete/{id}") => {
            let one = |record: &Record| {
                let parts = [("kind", record.kind().name()), ("id", record.id.as_str())];
                let thing = Thing { unit: record.text("unit").map(ToOwned::to_owned), ..place.scene.inside() };
                place.ask(&parts, (Verb::Edit, room_of(record.kind())), thing).maybe_missing()
            };
            // Who may is asked about what cannot come back, who may not about what could as well.
            let deleted = place.scene.deleted.iter().map(|record| Ask { only_refused: true, ..one(record) });
            place.scene.stuck.iter().map(one).chain(deleted).collect()
        }
        _ => return None,
    })
}

/// The same thing as those see it who work with it.
pub fn inside(thing: &Thing) -> Thing {
    Thing { seen_by: thing.seen_by.min(Visibility::Partners), ..thing.clone() }
}

/// Changes of records: of all that stands there, and of a translation alone.
fn changing(place: &Place) -> Vec<Ask> {
    let mut asks = Vec::new();
    for made in place.scene.made.iter().filter(|made| made.record.kind() != Kind::Partnerships) {
        let (record, room) = (&made.record, room_of(made.record.kind()));
        let parts = [("kind", record.kind().name()), ("id", record.id.as_str())];
        let seen = record.version.to_string();
        let ask = |verb, name: &str, text: &str| {
            let idle = Sent::form(&[("seen-version", "0"), (name, text)]);
            let telling = Sent::form(&[("seen-version", &seen), (name, text)]);
            place.ask(&parts, (verb, room), inside(&made.thing)).sending(idle, telling)
        };
        asks.push(ask(Verb::Edit, "source", "changed"));
        let translated = record.kind().fields().iter().find(|field| field.shape.is_translated());
        let translated = translated.filter(|field| record.value(field.name).is_some());
        asks.extend(translated.map(|field| ask(Verb::Translate, &format!("{}.cs", field.name), "jinak")));
    }
    asks
}

/// The registers of the whole portal.
fn shared(place: &Place) -> Option<Vec<Ask>> {
    const LIST: &str = "/{lang}/work/shared/{kind}";
    let kinds = || Kind::ALL.into_iter().filter(|kind| !kind.is_of_partnership() && *kind != Kind::Partnerships);
    let all = |verb: Verb, parts: &[(&str, &str)]| -> Vec<Ask> {
        let one = |kind: Kind| {
            let parts: Vec<(&str, &str)> = [("kind", kind.name())].into_iter().chain(parts.iter().copied()).collect();
            place.ask(&parts, (verb, room_of(kind)), Thing::kept())
        };
        kinds().map(one).collect()
    };
    let records = |verb: Verb, sent: &dyn Fn(&Made) -> (Sent, Sent)| -> Vec<Ask> {
        let one = |made: &Made| {
            let parts = [("kind", made.record.kind().name()), ("id", made.record.id.as_str())];
            let (idle, telling) = sent(made);
            place.ask(&parts, (verb, room_of(made.record.kind())), made.thing.clone()).sending(idle, telling)
        };
        place.world.shared.iter().map(one).collect()
    };
    let nothing = |_: &Made| (Sent::Nothing, Sent::Nothing);
    let seen = |made: &Made| made.record.version.to_string();
    Some(match (place.method, place.path.strip_prefix(LIST)?) {
        ("GET", "") => all(Verb::Read, &[]),
        ("GET", "/sheet/{ending}") => ["csv", "xlsx"].iter().flat_map(|ending| all(Verb::Read, &[("ending", ending)])).collect(),
        ("GET", "/new") => all(Verb::Create, &[]),
        ("POST", "/new") => {
            let telling = || Sent::form(&[("name.en", "x"), ("slug", "made-now"), ("actor_kind", "other"), ("country", "pl")]);
            all(Verb::Create, &[]).into_iter().map(|ask| ask.sending(Sent::form(&[]), telling())).collect()
        }
        ("GET", "/import") => all(Verb::Edit, &[]),
        ("POST", "/import") => {
            let row = || Sent::File("sheet.csv", "id,visibility,source\nunknown,private,changed\n".to_owned());
            all(Verb::Edit, &[]).into_iter().map(|ask| ask.sending(Sent::NoFile, row())).collect()
        }
        ("GET", "/{id}") => records(Verb::Edit, &nothing),
        ("POST", "/{id}") => records(Verb::Edit, &|made| {
            let telling = Sent::form(&[("seen-version", &seen(made)), ("source", "changed")]);
            (Sent::form(&[("seen-version", "0"), ("source", "changed")]), telling)
        }),
        ("POST", "/{id}/delete") => {
            records(Verb::Edit, &|made| (Sent::form(&[("seen-version", "0")]), Sent::form(&[("seen-version", &seen(made))])))
        }
        ("POST", "/undelete/{id}") => {
            let unknown = |ask: Ask| ask.maybe_missing();
            all(Verb::Edit, &[("id", "unknown")]).into_iter().map(unknown).collect()
        }
        ("GET", "/{id}/history") => records(Verb::Edit, &nothing),
        ("POST", "/{id}/take-back") => {
            records(Verb::Edit, &|_| (Sent::form(&[("version", "99")]), Sent::form(&[("version", "1")])))
        }
        _ => return None,
    })
}

/// Collects pairs, the first of each name winning.
trait First<K, V> {
    fn rev_first(self) -> std::collections::BTreeMap<K, V>;
}

impl<K: Ord, V, I: Iterator<Item = (K, V)>> First<K, V> for I {
    fn rev_first(self) -> std::collections::BTreeMap<K, V> {
        let mut first = std::collections::BTreeMap::new();
        for (name, value) in self {
            first.entry(name).or_insert(value);
        }
        first
    }
}
