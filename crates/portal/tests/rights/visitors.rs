//! Who asks: a stranger, an account in each role, accounts whose role has ended or not begun, and programs with tokens.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, header};
use miedza_planning::rights::{Grant, Role, Room, Scope, Verb};
use miedza_planning::values::Day;
use miedza_store::{AccountChange, Author, Moment, NewAccount, SessionDraft, Store, TokenDraft};
use miedza_workflows::account::secret::hash_of;
use serde_json::json;

use crate::domain::{Held, Somebody};
use crate::world::{MAKERS, OWN_UNIT, World};

/// Somebody who asks, with what the requests carry.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub name: String,
    pub somebody: Somebody,
    pub header: Option<(HeaderName, HeaderValue)>,
}

const HOUR: Duration = Duration::from_hours(1);

/// An account without a role yet, active, named by what it is for.
async fn account(store: &Store, name: &str) -> String {
    let new = NewAccount {
        id: format!("account-{name}"),
        email: format!("{name}@example.org"),
        name: name.to_owned(),
        language: "en".to_owned(),
        grants: Vec::new(),
        changes: vec![AccountChange::Enabled],
        invitation: None,
    };
    store.create_account(&new, &Author::Program("test")).await.expect("an account").id
}

/// The accounts of those who own what they make.
pub async fn makers(store: &Store) -> BTreeMap<Role, String> {
    let mut makers = BTreeMap::new();
    for role in MAKERS {
        makers.insert(role, account(store, &role.name().replace('_', "-")).await);
    }
    makers
}

fn unit(role: Role) -> Option<String> {
    (role == Role::MunicipalityEditor).then(|| OWN_UNIT.to_owned())
}

/// When a role holds: an end before today, a beginning after it, or always.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Days {
    Now,
    Ended,
    NotBegun,
}

async fn give(store: &Store, account: &str, role: Role, (within, days): (Option<&str>, Days)) {
    let day = |text: &str| -> Day { text.parse().expect("a day") };
    let grant = Grant {
        role,
        partnership: within.map(ToOwned::to_owned),
        unit: unit(role),
        valid_from: (days == Days::NotBegun).then(|| day("2190-01-01")),
        valid_to: (days == Days::Ended).then(|| day("2020-12-31")),
    };
    let given = miedza_store::GrantChange::Given { account: account.to_owned(), grant };
    store.change_grant(&given, &Author::Program("test")).await.expect("a role");
}

/// The header of somebody who signed in.
pub async fn signed_in(store: &Store, account: &str) -> (HeaderName, HeaderValue) {
    let token = format!("session-of-{account}");
    let now = Moment::now();
    let draft = SessionDraft {
        hash: hash_of(&token),
        account: Some(account.to_owned()),
        data: json!({}),
        now,
        expires_at: now.plus(HOUR),
    };
    store.begin_session(&draft).await.expect("a session");
    (header::COOKIE, format!("miedza_session={token}").parse().expect("a cookie"))
}

async fn with_token(store: &Store, account: &str, (name, scopes): (&str, &[(Room, Verb)])) -> (HeaderName, HeaderValue) {
    let text = format!("miedza_token-{account}-{name}");
    let draft = TokenDraft {
        account: account.to_owned(),
        name: name.to_owned(),
        hash: hash_of(&text),
        scopes: scopes.iter().map(|(room, verb)| Scope { room: *room, verb: *verb }).collect(),
        expires_at: Some(Moment::now().plus(HOUR)),
    };
    store.create_api_token(&draft, &Author::Program("test")).await.expect("a token");
    (header::AUTHORIZATION, format!("Bearer {text}").parse().expect("a header"))
}

/// Everybody who asks.
pub async fn all(world: &World) -> Vec<Visitor> {
    let mut visitors = vec![Visitor { name: "stranger".to_owned(), somebody: Somebody::default(), header: None }];
    for role in Role::ALL {
        visitors.push(in_own(world, role).await);
        visitors.push(everywhere(world, role).await);
    }
    for (name, days) in [("ended", Days::Ended), ("not-begun", Days::NotBegun)] {
        visitors.push(with_days(world, name, days).await);
    }
    visitors.extend(programs(world).await);
    visitors
}

/// Somebody with a role in each of the own partnerships.
async fn in_own(world: &World, role: Role) -> Visitor {
    let id = match world.makers.get(&role) {
        Some(id) => id.clone(),
        None => account(world.store(), &role.name().replace('_', "-")).await,
    };
    visitor(world, (format!("{} of the own partnerships", role.name()), id), role, (own(world), Days::Now)).await
}

/// Somebody with the same role in the whole portal.
async fn everywhere(world: &World, role: Role) -> Visitor {
    let id = account(world.store(), &format!("{}-everywhere", role.name().replace('_', "-"))).await;
    visitor(world, (format!("{} of the portal", role.name()), id), role, (Vec::new(), Days::Now)).await
}

async fn with_days(world: &World, name: &str, days: Days) -> Visitor {
    let id = account(world.store(), name).await;
    visitor(world, (format!("secretary whose role has {name}"), id), Role::Secretary, (own(world), days)).await
}

async fn visitor(world: &World, (name, id): (String, String), role: Role, (within, days): (Vec<String>, Days)) -> Visitor {
    if within.is_empty() {
        give(world.store(), &id, role, (None, days)).await;
    }
    for partnership in &within {
        give(world.store(), &id, role, (Some(partnership), days)).await;
    }
    let held = Held { role, within, unit: unit(role), is_now: days == Days::Now };
    let header = Some(signed_in(world.store(), &id).await);
    Visitor { name, somebody: Somebody { account: Some(id), held: vec![held], scopes: None }, header }
}

fn own(world: &World) -> Vec<String> {
    world.scenes.iter().filter(|scene| scene.is_own).map(|scene| scene.id.clone()).collect()
}

/// Programs of an office: with every scope there is, with those of reading, with one.
async fn programs(world: &World) -> Vec<Visitor> {
    let id = account(world.store(), "program").await;
    for partnership in own(world) {
        give(world.store(), &id, Role::Secretary, (Some(&partnership), Days::Now)).await;
    }
    let rooms = Room::ALL.into_iter().filter(|room| *room != Room::Own);
    let every: Vec<(Room, Verb)> = rooms.flat_map(|room| Verb::ALL.map(|verb| (room, verb))).collect();
    let reading: Vec<(Room, Verb)> = every.iter().copied().filter(|(_, verb)| *verb == Verb::Read).collect();
    let one = vec![(Room::Events, Verb::Edit)];
    let mut programs = Vec::new();
    for (name, scopes) in [("every scope", every), ("reading", reading), ("changing events", one)] {
        let header = Some(with_token(world.store(), &id, (name, &scopes)).await);
        let held = vec![Held { role: Role::Secretary, within: own(world), unit: None, is_now: true }];
        let somebody = Somebody { account: Some(id.clone()), held, scopes: Some(scopes) };
        programs.push(Visitor { name: format!("program for {name}"), somebody, header });
    }
    programs
}

/// An account that is there and that nobody who asks has.
pub async fn somebody(world: &World) {
    let id = account(world.store(), "somebody").await;
    give(world.store(), &id, Role::Expert, (None, Days::Now)).await;
}
