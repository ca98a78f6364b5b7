//! Whatever somebody changes with a tool of the engine is found by holding it against the trail.

use std::collections::BTreeMap;

use miedza_planning::record::Kind;
use miedza_planning::rights::{Grant, Role, Room, Scope, Verb};
use miedza_store::samples::{Engines, Sample};
use miedza_store::{
    AccountChange, AuditQuestion, AuditVerdict, BoundarySet, Change, Engine, How, Misfit, NewAccount, Retrieval, Store,
    StoreVerdict, TokenDraft,
};
use miedza_territory::{Country, Level, UnitCode, Value};
use serde_json::json;

use crate::sample::{author, full, theme};
use crate::territory::{edition, population};

const SHAPE: &[u8] = b"a shape";

fn whole_grant(role: Role) -> Grant {
    Grant { role, partnership: None, unit: None, valid_from: None, valid_to: None }
}

/// A store with some of everything; gives the ids of the records by kind.
async fn fill(store: &Store) -> BTreeMap<Kind, String> {
    let mut ids = BTreeMap::new();
    for kind in Kind::ALL {
        let record = store.create(full(kind, &ids), &author()).await.expect("kept");
        ids.insert(kind, record.id);
    }
    let water = store.create_with_id("water", theme("water", "Woda"), &author()).await.expect("kept");
    let seen = |version, name: &str| Change {
        kind: Kind::Themes,
        id: water.id.clone(),
        seen_version: version,
        draft: theme("water", name),
    };
    store.update(seen(1, "Wody"), &author()).await.expect("changed");
    let air = store.create_with_id("air", theme("air", "Powietrze"), &author()).await.expect("kept");
    store.delete(Kind::Themes, &air.id, 1, &author()).await.expect("deleted");
    let account = |id: &str, role| NewAccount {
        id: id.to_owned(),
        email: format!("{id}@example.org"),
        name: id.to_owned(),
        language: "pl".to_owned(),
        grants: vec![whole_grant(role)],
        changes: vec![AccountChange::Password("$argon2id$one".to_owned()), AccountChange::Enabled],
        invitation: None,
    };
    store.create_account(&account("anna", Role::Auditor), &author()).await.expect("an account");
    store.create_account(&account("jan", Role::Secretary), &author()).await.expect("an account");
    for hash in ["70ce", "70cf"] {
        let (account, name) = ("anna".to_owned(), hash.to_owned());
        let token = TokenDraft {
            account,
            name,
            hash: hash.to_owned(),
            scopes: vec![Scope { room: Room::Partnership, verb: Verb::Read }],
            expires_at: None,
        };
        store.create_api_token(&token, &author()).await.expect("a token");
    }
    let revoked = store.api_tokens_of("anna").await.expect("tokens").remove(0);
    assert!(store.revoke_api_token("anna", &revoked.id, &author()).await.expect("revoked"));
    store.set_setting("name", &json!({"pl": "Portal"}), &author()).await.expect("set");
    let units = [("02", "DOLNOŚLĄSKIE"), ("0206", "karkonoski"), ("0206011", "Karpacz")];
    store.save_edition(&edition("2024-01-01", &units), "TERC", &author()).await.expect("kept");
    store.save_edition(&edition("2025-01-01", &units[..2]), "TERC", &author()).await.expect("kept");
    store.save_figures(&population("2023", Value::Known(4500.5)), &author()).await.expect("kept");
    let set = BoundarySet {
        id: "pl-municipality-2025".to_owned(),
        country: Country::Poland,
        level: Level::Municipality,
        year: 2025,
        name: "Gminy".to_owned(),
        source: "PRG".to_owned(),
        licence: None,
        is_schematic: false,
    };
    let code = UnitCode::parse("0206011").expect("a code");
    store.save_boundaries(&set, &[(code, SHAPE.to_vec())], &author()).await.expect("kept");
    ids
}

async fn verdict(sample: &Sample) -> StoreVerdict {
    sample.store.verify(&|_| ()).await.expect("a verdict")
}

/// What is found after somebody did this behind the program.
async fn found(trick: &str) -> Vec<(Engine, Vec<Misfit>)> {
    let mut found = Vec::new();
    for sample in Engines::all().await {
        fill(&sample.store).await;
        sample.behind_its_back(trick).await.unwrap_or_else(|fault| panic!("{trick}: {fault:?}"));
        let verdict = verdict(&sample).await;
        found.push((sample.store.engine(), verdict.misfits));
    }
    found
}

/// Nothing is found but the upload that no sample of a record has.
fn assert_fits(verdict: &StoreVerdict) {
    assert!(verdict.misfits.is_empty() && verdict.guards.is_empty() && verdict.engine.is_empty(), "{verdict:?}");
    assert!(matches!(verdict.trail, AuditVerdict::Whole { .. }) && verdict.unreadable.is_empty(), "{verdict:?}");
}

fn tells(misfits: &[Misfit], kind: &str, how: How) -> bool {
    misfits.iter().any(|misfit| misfit.kind == kind && misfit.how == how)
}

#[tokio::test]
async fn what_was_received_stands_in_the_trail_as_often_as_something_was_taken_from_it() {
    for sample in Engines::all().await {
        let retrieval = Retrieval {
            address: "https://example.org/lau.geojson".to_owned(),
            sha256: "0f".repeat(32),
            bytes: 1234,
            retrieved: miedza_territory::Day::new(2026, 1, 5).expect("a day"),
            etag: Some("\"one\"".to_owned()),
        };

        sample.store.note_retrieval(&retrieval, &author()).await.expect("noted");
        sample.store.note_retrieval(&retrieval, &author()).await.expect("noted");

        let question = AuditQuestion { kind: Some("retrievals".to_owned()), ..AuditQuestion::default() };
        let lines = sample.store.audit(&question).await.expect("lines");
        let said = lines.first().and_then(|line| line.after.clone()).expect("a line");
        assert_eq!(lines.len(), 2);
        assert_eq!((&said["address"], &said["retrieved"]), (&json!("https://example.org/lau.geojson"), &json!("2026-01-05")));
        assert_eq!((&said["etag"], &said["bytes"]), (&json!("\"one\""), &json!(1234)));
        assert_fits(&verdict(&sample).await);
    }
}

#[tokio::test]
async fn what_nobody_touched_fits_its_trail() {
    for sample in Engines::all().await {
        fill(&sample.store).await;

        assert_fits(&verdict(&sample).await);
    }
}

#[tokio::test]
async fn every_change_behind_the_trail_is_found_and_named() {
    let grant = "INSERT INTO grants (id, account, role, version) VALUES ('own', 'jan', 'administrator', 1)";
    let theme = "INSERT INTO themes (id, visibility, origin, version, created_at, updated_at, slug, name) \
                 VALUES ('own', 'public', 'own', 1, '2026-01-01', '2026-01-01', 'own', '{}')";
    let cases = [
        ("UPDATE memberships SET valid_from = '1999-01-01'", "memberships", How::Changed),
        ("UPDATE memberships SET visibility = 'private'", "memberships", How::Changed),
        ("DELETE FROM news", "news", How::NoRow),
        (theme, "themes", How::NoLine),
        ("UPDATE themes SET version = 7 WHERE id = 'water'", "themes", How::Version { kept: 7, told: 2 }),
        ("UPDATE themes SET deleted_at = NULL WHERE id = 'air'", "themes", How::Changed),
        ("UPDATE themes SET deleted_at = '2026-01-01' WHERE id = 'water'", "themes", How::Changed),
        ("UPDATE themes SET updated_by = 'other' WHERE id = 'water'", "themes", How::Changed),
        ("UPDATE grants SET role = 'administrator' WHERE account = 'anna'", "grants", How::Changed),
        ("DELETE FROM grants WHERE account = 'jan'", "grants", How::NoRow),
        (grant, "grants", How::NoLine),
        ("UPDATE accounts SET password_hash = '$argon2id$other' WHERE id = 'anna'", "accounts", How::Changed),
        ("UPDATE accounts SET email = 'other@example.org' WHERE id = 'anna'", "accounts", How::Changed),
        ("UPDATE accounts SET state = 'disabled' WHERE id = 'anna'", "accounts", How::Changed),
        ("INSERT INTO identities VALUES ('https://id.example', 'x', 'anna', '2026')", "accounts", How::Changed),
        ("UPDATE api_tokens SET hash = 'own' WHERE revoked_at IS NULL", "api_tokens", How::Changed),
        ("UPDATE api_tokens SET revoked_at = NULL", "api_tokens", How::Changed),
        ("UPDATE api_tokens SET scopes = '[]'", "api_tokens", How::Changed),
        ("DELETE FROM api_tokens", "api_tokens", How::NoRow),
        ("UPDATE settings SET \"value\" = '{}'", "settings", How::Changed),
        ("UPDATE units SET name = 'Karpasz' WHERE code = '0206011'", "register_editions", How::Changed),
        ("DELETE FROM units WHERE code = '0206011'", "register_editions", How::Changed),
        ("DELETE FROM register_editions WHERE day = '2025-01-01'", "register_editions", How::NoRow),
        ("UPDATE figures SET \"value\" = 9", "figure_sets", How::Changed),
        ("DELETE FROM figures", "figure_sets", How::Changed),
        ("DELETE FROM boundaries", "boundary_sets", How::Changed),
    ];
    for (trick, kind, how) in cases {
        for (engine, misfits) in found(trick).await {
            assert!(tells(&misfits, kind, how), "{trick} on {engine:?}: {misfits:?}");
            assert!(misfits.iter().all(|misfit| misfit.kind == kind && !misfit.id.is_empty()), "{trick}: {misfits:?}");
        }
    }
}

#[tokio::test]
async fn a_trail_whose_guards_are_gone_is_told() {
    for sample in Engines::all().await {
        fill(&sample.store).await;
        let tricks: &[&str] = match sample.store.engine() {
            Engine::Sqlite => &["DROP TRIGGER audit_entries_are_not_changed", "DROP TRIGGER audit_entries_are_not_removed"],
            Engine::Postgres => &["ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_are_not_changed"],
        };
        for trick in tricks {
            sample.behind_its_back(trick).await.expect("the guard goes");
        }

        let verdict = verdict(&sample).await;

        assert_eq!(verdict.guards.len(), tricks.len());
        assert!(!verdict.is_whole() && verdict.misfits.is_empty(), "{verdict:?}");
    }
}

#[tokio::test]
async fn a_newest_line_that_was_taken_off_with_the_head_set_back_is_found_by_its_record() {
    for sample in Engines::all().await {
        let record = sample.store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let draft = theme("water", "Wody");
        let change = Change { kind: Kind::Themes, id: record.id.clone(), seen_version: 1, draft };
        sample.store.update(change, &author()).await.expect("changed");
        let guards: &[&str] = match sample.store.engine() {
            Engine::Sqlite => &["DROP TRIGGER audit_entries_are_not_removed"],
            Engine::Postgres => &["DROP TRIGGER audit_entries_are_not_changed ON audit_entries"],
        };
        let back = "UPDATE audit_head SET seq = 1, hash = (SELECT hash FROM audit_entries WHERE seq = 1)";
        for trick in guards.iter().copied().chain(["DELETE FROM audit_entries WHERE seq = 2", back]) {
            sample.behind_its_back(trick).await.expect("the trick works");
        }

        let verdict = verdict(&sample).await;

        assert!(matches!(verdict.trail, AuditVerdict::Whole { .. }), "the chain itself cannot know");
        let how = How::Version { kept: 2, told: 1 };
        assert_eq!(verdict.misfits, [Misfit { kind: "themes".to_owned(), id: record.id, how }]);
    }
}

#[tokio::test]
async fn a_disabled_and_an_erased_account_fit_their_trail() {
    for sample in Engines::all().await {
        fill(&sample.store).await;
        sample.store.change_account("anna", &[AccountChange::Disabled], &author()).await.expect("disabled");
        sample.store.change_account("anna", &[AccountChange::Erased], &author()).await.expect("erased");

        assert_fits(&verdict(&sample).await);
    }
}
