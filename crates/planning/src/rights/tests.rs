//! What the table says together with partnership, days, units, scopes and states.

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn today() -> Day {
    day("2026-11-22")
}

fn visitor(role: Role) -> Visitor {
    let grant =
        Grant { role, partnership: Some("a".to_owned()), unit: Some("0265011".to_owned()), valid_from: None, valid_to: None };
    Visitor { account: Some("who".to_owned()), grants: vec![grant], scopes: None }
}

fn object(partnership: &str) -> Object {
    Object {
        partnership: Some(partnership.to_owned()),
        state: State::Internal,
        visibility: Visibility::Partners,
        ..Object::default()
    }
}

#[test]
fn everyone_reads_what_is_published_and_nobody_else_reads_drafts() {
    let stranger = Visitor::default();
    let public = Object { state: State::Published, visibility: Visibility::Public, ..object("a") };
    let draft = Object { state: State::Draft, ..public.clone() };

    assert_eq!(rights(&stranger, Verb::Read, Room::Partnership, &public, today()), Ok(()));
    assert_eq!(rights(&stranger, Verb::Read, Room::Partnership, &draft, today()), Err(Refusal::SignIn));
    assert_eq!(rights(&stranger, Verb::Edit, Room::Partnership, &public, today()), Err(Refusal::SignIn));
}

#[test]
fn a_role_holds_in_its_own_partnership_only() {
    let secretary = visitor(Role::Secretary);

    for verb in [Verb::Read, Verb::Create, Verb::Edit, Verb::Publish] {
        assert_eq!(rights(&secretary, verb, Room::Partnership, &object("a"), today()), Ok(()), "{verb:?}");
        assert_eq!(rights(&secretary, verb, Room::Partnership, &object("b"), today()), Err(Refusal::NoRole), "{verb:?}");
    }
}

#[test]
fn a_role_ends_on_its_last_day() {
    let mut secretary = visitor(Role::Secretary);
    secretary.grants[0].valid_to = Some(day("2026-11-21"));

    assert_eq!(rights(&secretary, Verb::Edit, Room::Partnership, &object("a"), day("2026-11-21")), Ok(()));
    assert_eq!(rights(&secretary, Verb::Edit, Room::Partnership, &object("a"), today()), Err(Refusal::NoRole));
}

#[test]
fn an_editor_of_a_municipality_writes_for_the_own_unit() {
    let editor = visitor(Role::MunicipalityEditor);
    let own = Object { unit: Some("0265011".to_owned()), ..object("a") };
    let other = Object { unit: Some("0221011".to_owned()), ..object("a") };

    assert_eq!(rights(&editor, Verb::Create, Room::Partnership, &own, today()), Ok(()));
    assert_eq!(rights(&editor, Verb::Create, Room::Partnership, &other, today()), Err(Refusal::NotOwn));
    assert_eq!(rights(&editor, Verb::Read, Room::Partnership, &other, today()), Ok(()));
}

#[test]
fn an_administrator_reads_and_changes_no_content() {
    let administrator = visitor(Role::Administrator);

    for verb in [Verb::Read, Verb::Edit] {
        assert_eq!(rights(&administrator, verb, Room::Partnership, &object("a"), today()), Err(Refusal::NoRole), "{verb:?}");
    }
    assert_eq!(rights(&administrator, Verb::Administer, Room::Accounts, &object("a"), today()), Ok(()));
    let private = Object { visibility: Visibility::Private, ..object("a") };
    assert_eq!(rights(&administrator, Verb::Read, Room::Partnership, &private, today()), Err(Refusal::NoRole));
}

#[test]
fn private_things_are_read_by_those_who_could_write_them_and_by_auditors() {
    let private = Object { visibility: Visibility::Private, ..object("a") };
    let cases = [
        (Role::Secretary, Ok(())),
        (Role::Auditor, Ok(())),
        (Role::SteeringCommitteeMember, Err(Refusal::NoRole)),
        (Role::ExternalReviewer, Err(Refusal::NoRole)),
    ];
    for (role, expected) in cases {
        assert_eq!(rights(&visitor(role), Verb::Read, Room::Partnership, &private, today()), expected, "{role:?}");
    }
}

#[test]
fn accounts_are_seen_by_those_who_keep_them_and_by_auditors() {
    let cases = [
        (Role::Administrator, Ok(())),
        (Role::Auditor, Ok(())),
        (Role::Secretary, Err(Refusal::NoRole)),
        (Role::Coordinator, Err(Refusal::NoRole)),
    ];
    for (role, expected) in cases {
        let whole_portal = Visitor {
            grants: visitor(role).grants.into_iter().map(|grant| Grant { partnership: None, ..grant }).collect(),
            ..visitor(role)
        };
        assert_eq!(rights(&whole_portal, Verb::Read, Room::Accounts, &Object::private(), today()), expected, "{role:?}");
    }
}

#[test]
fn a_draft_is_read_by_those_who_could_write_it_and_by_auditors() {
    let draft = Object { state: State::Draft, visibility: Visibility::Public, ..object("a") };
    let cases = [
        (Role::Secretary, Ok(())),
        (Role::Auditor, Ok(())),
        (Role::SteeringCommitteeMember, Err(Refusal::NoRole)),
        (Role::MunicipalityEditor, Err(Refusal::NotOwn)),
    ];
    for (role, expected) in cases {
        assert_eq!(rights(&visitor(role), Verb::Read, Room::Partnership, &draft, today()), expected, "{role:?}");
    }
}

#[test]
fn what_has_no_unit_belongs_to_who_made_it_where_the_table_says_own() {
    let mine = Object { author: Some("who".to_owned()), ..object("a") };
    let theirs = Object { author: Some("somebody".to_owned()), ..object("a") };
    let cases = [
        (Role::NgoEditor, Verb::Create, Room::Events, &object("a"), Ok(())),
        (Role::NgoEditor, Verb::Edit, Room::Events, &mine, Ok(())),
        (Role::NgoEditor, Verb::Read, Room::Events, &mine, Ok(())),
        (Role::NgoEditor, Verb::Edit, Room::Events, &theirs, Err(Refusal::NotOwn)),
        (Role::NgoEditor, Verb::Read, Room::Events, &object("a"), Err(Refusal::NotOwn)),
        (Role::WorkingGroupMember, Verb::Edit, Room::Diagnosis, &mine, Ok(())),
        (Role::WorkingGroupMember, Verb::Edit, Room::Diagnosis, &theirs, Err(Refusal::NotOwn)),
        // In the records of a partnership a municipality writes for its own unit, whoever made them.
        (Role::MunicipalityEditor, Verb::Edit, Room::Partnership, &mine, Err(Refusal::NotOwn)),
        (Role::MunicipalityEditor, Verb::Create, Room::Partnership, &object("a"), Err(Refusal::NotOwn)),
    ];
    for (role, verb, room, object, expected) in cases {
        assert_eq!(rights(&visitor(role), verb, room, object, today()), expected, "{role:?} {verb:?} {room:?}");
    }
}

#[test]
fn what_somebody_made_for_another_unit_is_not_their_own() {
    let editor = visitor(Role::MunicipalityEditor);
    let other = Object { unit: Some("0221011".to_owned()), author: Some("who".to_owned()), ..object("a") };

    assert_eq!(rights(&editor, Verb::Edit, Room::Diagnosis, &other, today()), Err(Refusal::NotOwn));
}

#[test]
fn a_translator_changes_no_original_and_who_edits_translates() {
    let translator = visitor(Role::Translator);
    let token = Visitor { scopes: Some(vec![Scope { room: Room::Events, verb: Verb::Edit }]), ..visitor(Role::Secretary) };

    assert_eq!(rights(&translator, Verb::Translate, Room::Events, &object("a"), today()), Ok(()));
    assert_eq!(rights(&translator, Verb::Edit, Room::Events, &object("a"), today()), Err(Refusal::NoRole));
    assert_eq!(rights(&token, Verb::Translate, Room::Events, &object("a"), today()), Ok(()));
}

#[test]
fn the_workshop_of_a_public_thing_is_not_public() {
    let stranger = Visitor::default();
    let public = Object { state: State::Published, visibility: Visibility::Public, ..object("a") };

    assert_eq!(rights(&stranger, Verb::Read, Room::Partnership, &public.clone().inside(), today()), Err(Refusal::SignIn));
    assert_eq!(rights(&visitor(Role::Auditor), Verb::Read, Room::Partnership, &public.inside(), today()), Ok(()));
}

#[test]
fn what_was_decided_or_archived_changes_no_more() {
    let secretary = visitor(Role::Secretary);

    let archived = Object { state: State::Archived, ..object("a") };
    let decided =
        [State::Draft, State::Internal, State::Published].map(|state| Object { state, is_decided: true, ..object("a") });
    for closed in decided.into_iter().chain([archived]) {
        assert_eq!(rights(&secretary, Verb::Edit, Room::Diagnosis, &closed, today()), Err(Refusal::Frozen), "{closed:?}");
        assert_eq!(rights(&secretary, Verb::Read, Room::Diagnosis, &closed, today()), Ok(()), "{closed:?}");
        for verb in [Verb::Publish, Verb::Translate] {
            let expected = if closed.is_decided { Ok(()) } else { Err(Refusal::Frozen) };
            assert_eq!(rights(&secretary, verb, Room::Diagnosis, &closed, today()), expected, "{verb:?} {closed:?}");
        }
    }
}

#[test]
fn a_token_can_do_no_more_than_its_scopes_and_no_more_than_its_account() {
    let reads = Scope { room: Room::Partnership, verb: Verb::Read };
    let edits = Scope { room: Room::Partnership, verb: Verb::Edit };
    let token = Visitor { scopes: Some(vec![reads]), ..visitor(Role::Secretary) };
    let bold = Visitor { scopes: Some(vec![reads, edits]), ..visitor(Role::SteeringCommitteeMember) };

    assert_eq!(rights(&token, Verb::Read, Room::Partnership, &object("a"), today()), Ok(()));
    assert_eq!(rights(&token, Verb::Edit, Room::Partnership, &object("a"), today()), Err(Refusal::NoScope));
    assert_eq!(rights(&bold, Verb::Edit, Room::Partnership, &object("a"), today()), Err(Refusal::NoRole));
}
