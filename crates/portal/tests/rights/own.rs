//! The doors of accounts: the way in, the own account, the accounts of others, and what the office says of its portal.

use miedza_planning::rights::{Room, Verb};

use crate::asked::{Ask, Sent};
use crate::domain::Thing;
use crate::places::Place;

/// A secret that opens nothing.
const NO_SECRET: &str = "no-such-secret";
/// An account and a role that are there, and that nobody who asks has.
pub const SOMEBODY: &str = "account-somebody";

/// The questions to a door of accounts; `None` if it is none.
pub fn asks(place: &Place) -> Option<Vec<Ask>> {
    entrance(place)
        .or_else(|| own(place))
        .or_else(|| others(place))
        .or_else(|| here(place))
        .or_else(|| said(place))
        .or_else(|| observations(place))
}

/// The way in and out is open to all.
fn entrance(place: &Place) -> Option<Vec<Ask>> {
    let public = |parts: &[(&str, &str)]| place.ask(parts, (Verb::Read, Room::Portal), Thing::public());
    let secret = [("token", NO_SECRET)];
    Some(vec![match (place.method, place.path) {
        ("GET", "/{lang}/sign-in" | "/{lang}/sign-in/code" | "/{lang}/reset") => public(&[]),
        ("POST", "/{lang}/sign-in") => {
            let sent = || Sent::form(&[("email", "nobody@example.org"), ("password", "wrong")]);
            public(&[]).sending(sent(), sent())
        }
        ("POST", "/{lang}/sign-in/code") => public(&[]).sending(Sent::form(&[("code", "1")]), Sent::Nothing),
        // Signing out ends what is shown; who asks shows nothing here.
        ("POST", "/{lang}/sign-out") => public(&[]).nameless(),
        ("POST", "/{lang}/reset") => public(&[]).sending(Sent::form(&[("email", "nobody@example.org")]), Sent::Nothing),
        ("GET" | "POST", "/{lang}/invitation/{token}" | "/{lang}/reset/{token}") => {
            let sent = || Sent::form(&[("name", "x"), ("password", "a long and good password 7")]);
            let ask = public(&secret).maybe_missing();
            if place.method == "POST" { ask.sending(sent(), sent()) } else { ask }
        }
        _ => return None,
    }])
}

/// The own account is open to those who signed in, to programs never.
fn own(place: &Place) -> Option<Vec<Ask>> {
    let own = |verb, parts: &[(&str, &str)]| place.ask(parts, (verb, Room::Own), Thing::kept());
    let wrong = |name: &str| Sent::form(&[(name, "wrong"), ("email", "other@example.org"), ("new_password", "short")]);
    let change = |idle: Sent, telling: &[(&str, &str)]| own(Verb::Edit, &[]).sending(idle, Sent::form(telling));
    Some(vec![match (place.method, place.path) {
        (
            "GET",
            "/{lang}/work"
            | "/{lang}/account"
            | "/{lang}/account/data.json"
            | "/{lang}/account/erase"
            | "/{lang}/account/second-factor"
            | "/{lang}/account/tokens",
        ) => own(Verb::Read, &[]),
        ("GET", "/{lang}/account/email/{token}") => own(Verb::Read, &[("token", NO_SECRET)]).maybe_missing(),
        ("POST", "/{lang}/account/email/{token}") => own(Verb::Edit, &[("token", NO_SECRET)]).maybe_missing(),
        ("POST", "/{lang}/account") => change(Sent::form(&[("name", "")]), &[("name", "Changed"), ("language", "cs")]),
        ("POST", "/{lang}/account/email") => {
            change(wrong("email_password"), &[("email", "new@example.org"), ("email_password", "program@example.org")])
        }
        ("POST", "/{lang}/account/sessions/end") => change(Sent::form(&[("id", "x")]), &[("id", "x")]),
        ("POST", "/{lang}/account/sessions/end-others") => change(Sent::form(&[]), &[]),
        ("POST", "/{lang}/account/unlink") => change(Sent::form(&[("issuer", "x")]), &[("issuer", "x")]).maybe_missing(),
        ("POST", "/{lang}/account/erase") => change(wrong("password"), &[("password", "program@example.org")]),
        ("POST", "/{lang}/account/password") => {
            let telling = [("password", "program@example.org"), ("new_password", "a long and good password 7")];
            change(wrong("password"), &telling)
        }
        ("POST", "/{lang}/account/second-factor") => change(Sent::form(&[("secret", "x")]), &[("secret", "x")]),
        ("POST", "/{lang}/account/second-factor/off") => {
            change(wrong("factor_password"), &[("factor_password", "program@example.org")])
        }
        ("POST", "/{lang}/account/tokens") => {
            change(Sent::form(&[("name", "")]), &[("name", "New"), ("scope", "partnership:read"), ("days", "30")])
        }
        ("POST", "/{lang}/account/tokens/revoke") => change(Sent::form(&[("id", "x")]), &[("id", "x")]).maybe_missing(),
        _ => return None,
    }])
}

/// The accounts of others, for those who keep accounts of the portal.
fn others(place: &Place) -> Option<Vec<Ask>> {
    const ONE: &str = "/{lang}/work/accounts/{account}";
    let kept = |verb, parts: &[(&str, &str)]| place.ask(parts, (verb, Room::Accounts), Thing::kept());
    let administer = |parts: &[(&str, &str)]| kept(Verb::Administer, parts);
    // Those who may are asked about an account that is not there, those who may not about one that is.
    let both = |parts: &[(&str, &str)], telling: &[(&str, &str)]| {
        let of = |account: &'static str, grant: &'static str| {
            let with = [("account", account), ("grant", grant)];
            let named: Vec<(&str, &str)> =
                with.into_iter().filter(|(name, _)| parts.iter().any(|(part, _)| part == name)).collect();
            administer(&named).sending(Sent::form(&[]), Sent::form(telling)).maybe_missing()
        };
        let real = Ask { only_refused: true, ..of(SOMEBODY, "unknown") };
        vec![of("unknown", "unknown"), real]
    };
    let (account, grant) = (("account", ""), ("grant", ""));
    let role = [("role", "secretary"), ("partnership", "portal")];
    if let Some(rest) = place.path.strip_prefix(ONE) {
        return Some(match (place.method, rest) {
            ("GET", "") => vec![kept(Verb::Read, &[("account", SOMEBODY)])],
            ("POST", "/disable" | "/enable" | "/invite" | "/reset") => both(&[account], &[]),
            ("POST", "/roles") => both(&[account], &role),
            ("POST", "/roles/{grant}") => both(&[account, grant], &[("valid_to", "2020-01-01")]),
            ("POST", "/roles/{grant}/remove") => both(&[account, grant], &[]),
            _ => return None,
        });
    }
    Some(vec![match (place.method, place.path) {
        ("GET", "/{lang}/work/accounts") => kept(Verb::Read, &[]),
        ("GET", "/{lang}/work/accounts/new") => administer(&[]),
        ("POST", "/{lang}/work/accounts/new") => {
            let telling = [("email", "new@example.org"), ("name", "New"), role[0], role[1]];
            administer(&[]).sending(Sent::form(&[("email", "none")]), Sent::form(&telling))
        }
        _ => return None,
    }])
}

/// The accounts with a role in one partnership.
fn here(place: &Place) -> Option<Vec<Ask>> {
    const HERE: &str = "/{lang}/work/partnerships/{partnership}/accounts";
    let ask = |verb, parts: &[(&str, &str)]| place.ask(parts, (verb, Room::Accounts), place.scene.inside());
    let unknown = [("grant", "unknown")];
    Some(vec![match (place.method, place.path.strip_prefix(HERE)?) {
        ("GET", "") => ask(Verb::Read, &[]),
        ("POST", "") => {
            let telling = [("email", "new@example.org"), ("name", "New"), ("role", "secretary")];
            ask(Verb::Administer, &[]).sending(Sent::form(&[("email", "none")]), Sent::form(&telling))
        }
        ("POST", "/{grant}") => ask(Verb::Administer, &unknown).maybe_missing(),
        ("POST", "/{grant}/remove") => ask(Verb::Administer, &unknown).maybe_missing(),
        _ => return None,
    }])
}

/// What the office says of its portal, for administrators of it.
fn said(place: &Place) -> Option<Vec<Ask>> {
    const ALL: &str = "/{lang}/work/settings";
    let ask = |parts: &[(&str, &str)]| place.ask(parts, (Verb::Administer, Room::Portal), Thing::kept());
    let topics = ["office", "accessibility", "privacy", "data"];
    Some(match (place.method, place.path.strip_prefix(ALL)?) {
        ("GET", "") => vec![ask(&[])],
        ("GET", "/{topic}") => topics.iter().map(|topic| ask(&[("topic", topic)])).collect(),
        ("POST", "/{topic}") => {
            let idle = || Sent::form(&[("seen-version", "99")]);
            let telling = || Sent::form(&[("seen-version", "0"), ("licence", "cc0_1_0"), ("authority", "uodo")]);
            topics.iter().map(|topic| ask(&[("topic", topic)]).sending(idle(), telling())).collect()
        }
        _ => return None,
    })
}

/// Files with observations, for those who edit diagnoses of the whole portal.
fn observations(place: &Place) -> Option<Vec<Ask>> {
    const ALL: &str = "/{lang}/work/observations";
    let ask = || place.ask(&[], (Verb::Edit, Room::Diagnosis), Thing::kept());
    let named = || Sent::form(&[("kept", "unknown"), ("name", "x.csv"), ("do", "import")]);
    Some(vec![match (place.method, place.path.strip_prefix(ALL)?) {
        ("GET", "") => ask(),
        ("POST", "") => {
            let file = Sent::File("own.csv", "kod;rok;zmienna;wartość\n3020052;2023;schools;7\n".to_owned());
            ask().sending(Sent::NoFile, file)
        }
        ("GET" | "POST", "/imports/{number}/withdraw") => {
            place.ask(&[("number", "4000000000")], (Verb::Edit, Room::Diagnosis), Thing::kept()).maybe_missing()
        }
        ("POST", "/columns" | "/refused" | "/lacking") => ask().sending(named(), named()),
        _ => return None,
    }])
}
