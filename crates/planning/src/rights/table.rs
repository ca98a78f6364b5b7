//! The table: role, room, verb.
//!
//! # Source
//! The roles of a partnership and what each may do, as offices of integrated territorial investments keep them: R read
//! what is not public, C create and change own, E edit all, A approve, P publish, X administer.
//!
//! Where the source names nobody who publishes in a room, those who edit all of it do; data are published by those who keep
//! them. Who administers need not read: accounts and settings are seen by those who keep them, content is not.

use super::{Reach, Role, Room, Verb};

/// What one cell of the table says.
struct Cell {
    read: Reach,
    create: Reach,
    edit: Reach,
    translate: Reach,
    approve: Reach,
    publish: Reach,
    administer: Reach,
}

use Reach::{All, Nowhere, Own, OwnUnit};

const NONE: Cell = Cell {
    read: Nowhere,
    create: Nowhere,
    edit: Nowhere,
    translate: Nowhere,
    approve: Nowhere,
    publish: Nowhere,
    administer: Nowhere,
};
const READ: Cell = Cell { read: All, ..NONE };
const READ_CREATE_OWN_UNIT: Cell = Cell { create: OwnUnit, edit: OwnUnit, ..READ };
const READ_CREATE_OWN: Cell = Cell { create: Own, edit: Own, ..READ };
const CREATE_OWN: Cell = Cell { read: Own, ..READ_CREATE_OWN };
const TRANSLATE: Cell = Cell { translate: All, ..READ };
const EDIT: Cell = Cell { create: All, edit: All, ..READ };
const EDIT_PUBLISH: Cell = Cell { publish: All, ..EDIT };
const READ_APPROVE: Cell = Cell { approve: All, ..READ };
const PUBLISH: Cell = Cell { publish: All, ..READ };
const KEEP: Cell = Cell { administer: All, ..READ };
const ADMINISTER: Cell = Cell { administer: All, ..NONE };

const fn cell(role: Role, room: Room) -> Cell {
    match (role, room) {
        (Role::Secretary, Room::Partnership | Room::Diagnosis | Room::Events) => EDIT_PUBLISH,
        (Role::Coordinator, Room::Partnership | Room::Diagnosis | Room::Events) => EDIT_PUBLISH,
        (Role::Secretary, Room::Portal) => EDIT,
        (Role::Coordinator, Room::Portal) => PUBLISH,
        (Role::Secretary | Role::Coordinator, Room::Log) => READ,
        (Role::MunicipalityEditor, Room::Partnership) => READ_CREATE_OWN_UNIT,
        (Role::MunicipalityEditor, Room::Diagnosis) => READ_CREATE_OWN,
        (Role::MunicipalityEditor | Role::NgoEditor, Room::Events) => CREATE_OWN,
        (Role::WorkingGroupMember, Room::Diagnosis) => READ_CREATE_OWN,
        (Role::WorkingGroupMember, Room::Partnership | Room::Events) => READ,
        (Role::Expert, Room::Diagnosis) => EDIT,
        (Role::Expert, Room::Partnership) => READ,
        (Role::PartnershipCouncilMember, Room::Partnership) => READ_APPROVE,
        (Role::PartnershipCouncilMember, Room::Diagnosis | Room::Events) => READ,
        (Role::SteeringCommitteeMember, Room::Partnership | Room::Diagnosis | Room::Events) => READ,
        (Role::Assessor, Room::Diagnosis) => READ,
        (Role::ExternalReviewer, Room::Partnership | Room::Diagnosis) => READ,
        (Role::CrossBorderEditor, Room::Partnership | Room::Diagnosis) => READ,
        (Role::CrossBorderEditor, Room::Events) => CREATE_OWN,
        (Role::Translator, Room::Events) => TRANSLATE,
        (Role::DataSteward, Room::Diagnosis) => EDIT_PUBLISH,
        (Role::DataProtectionOfficer, Room::Log | Room::Events) => READ,
        (Role::Auditor, Room::Partnership | Room::Diagnosis | Room::Events | Room::Accounts | Room::Log) => READ,
        (Role::Administrator, Room::Portal | Room::Accounts) => KEEP,
        (Role::Administrator, Room::Diagnosis) => ADMINISTER,
        _ => NONE,
    }
}

/// How far a role may do this in that room; whoever may change a text may translate it.
#[must_use]
pub const fn reach(role: Role, verb: Verb, room: Room) -> Reach {
    let cell = cell(role, room);
    match verb {
        Verb::Read => cell.read,
        Verb::Create => cell.create,
        Verb::Edit => cell.edit,
        Verb::Translate => match cell.translate {
            Nowhere => cell.edit,
            translate => translate,
        },
        Verb::Approve => cell.approve,
        Verb::Publish => cell.publish,
        Verb::Administer => cell.administer,
    }
}
