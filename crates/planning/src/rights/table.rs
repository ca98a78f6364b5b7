//! The table: role, room, verb.
//!
//! # Source
//! The roles of a partnership and what each may do, as offices of integrated territorial investments keep them: R read
//! what is not public, C create own, E edit all, A approve, P publish, X administer.

use super::{Reach, Role, Room, Verb};

/// What one cell of the table says.
struct Cell {
    read: Reach,
    create: Reach,
    edit: Reach,
    approve: Reach,
    publish: Reach,
    administer: Reach,
}

use Reach::{All, Nowhere, Own};

const NONE: Cell =
    Cell { read: Nowhere, create: Nowhere, edit: Nowhere, approve: Nowhere, publish: Nowhere, administer: Nowhere };
const READ: Cell = Cell { read: All, ..NONE };
const READ_CREATE_OWN: Cell = Cell { read: All, create: Own, edit: Own, ..NONE };
const CREATE_OWN: Cell = Cell { read: Own, create: Own, edit: Own, ..NONE };
const READ_CREATE: Cell = Cell { read: All, create: All, ..NONE };
const EDIT: Cell = Cell { read: All, create: All, edit: All, ..NONE };
const EDIT_PUBLISH: Cell = Cell { publish: All, ..EDIT };
const READ_APPROVE: Cell = Cell { read: All, approve: All, ..NONE };
const PUBLISH: Cell = Cell { read: All, publish: All, ..NONE };
const ADMINISTER: Cell = Cell { read: All, administer: All, ..NONE };

const fn cell(role: Role, room: Room) -> Cell {
    match (role, room) {
        (Role::Secretary, Room::Partnership | Room::Diagnosis | Room::Events) => EDIT_PUBLISH,
        (Role::Coordinator, Room::Partnership | Room::Diagnosis | Room::Events) => EDIT_PUBLISH,
        (Role::Secretary, Room::Portal) => EDIT,
        (Role::Coordinator, Room::Portal) => PUBLISH,
        (Role::Secretary | Role::Coordinator, Room::Log) => READ,
        (Role::MunicipalityEditor, Room::Partnership | Room::Diagnosis) => READ_CREATE_OWN,
        (Role::MunicipalityEditor | Role::NgoEditor, Room::Events) => CREATE_OWN,
        (Role::WorkingGroupMember, Room::Diagnosis) => READ_CREATE,
        (Role::WorkingGroupMember, Room::Partnership | Room::Events) => READ,
        (Role::Expert, Room::Diagnosis) => EDIT,
        (Role::Expert, Room::Partnership) => READ,
        (Role::PartnershipCouncilMember, Room::Partnership) => READ_APPROVE,
        (Role::PartnershipCouncilMember, Room::Diagnosis | Room::Events) => READ,
        (Role::SteeringCommitteeMember, Room::Partnership | Room::Diagnosis | Room::Events) => READ,
        (Role::Assessor, Room::Diagnosis) => READ,
        (Role::ExternalReviewer, Room::Partnership | Room::Diagnosis) => READ,
        (Role::CrossBorderEditor, Room::Partnership | Room::Diagnosis) => READ,
        (Role::CrossBorderEditor, Room::Events) => READ_CREATE,
        (Role::DataSteward, Room::Diagnosis) => EDIT_PUBLISH,
        (Role::DataProtectionOfficer, Room::Log | Room::Events) => READ,
        (Role::Auditor, _) => READ,
        (Role::Administrator, Room::Partnership | Room::Diagnosis | Room::Portal | Room::Accounts) => ADMINISTER,
        _ => NONE,
    }
}

/// How far a role may do this in that room; a translator's right to translate texts is the caller's matter.
#[must_use]
pub const fn reach(role: Role, verb: Verb, room: Room) -> Reach {
    let cell = cell(role, room);
    match verb {
        Verb::Read => cell.read,
        Verb::Create => cell.create,
        Verb::Edit => cell.edit,
        Verb::Approve => cell.approve,
        Verb::Publish => cell.publish,
        Verb::Administer => cell.administer,
    }
}
