//! Who may do what: the one function that pages, the interface for programs, feeds, exports and search ask.
//!
//! The table of roles is [`reach`]; [`rights`] adds what a table cannot say: published things are for everyone, a grant
//! holds in one partnership and only on its days, "own" means the own unit, archived and frozen things change no more, and
//! a token can do no more than its scopes. Their own account is open to all who signed in, to tokens never.
//!
//! Known quirks: approval needs the resolution of a body beside the right; that is checked where the resolution is known.

mod table;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::record::Visibility;
use crate::values::Day;

pub use table::reach;

/// A role in a partnership or in the whole portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes for one municipality.
    MunicipalityEditor,
    /// Writes for an organisation of residents.
    NgoEditor,
    /// Sits in a working group.
    WorkingGroupMember,
    /// Advises.
    Expert,
    /// Partnership office.
    Secretary,
    /// Project manager of the leader.
    Coordinator,
    /// Sits in the steering committee.
    SteeringCommitteeMember,
    /// Sits in the council of the partnership.
    PartnershipCouncilMember,
    /// Scores projects.
    Assessor,
    /// Managing authority, voivodeship.
    ExternalReviewer,
    /// Writes for the other side of the border.
    CrossBorderEditor,
    /// Translates.
    Translator,
    /// Keeps the data.
    DataSteward,
    /// Guards personal data.
    DataProtectionOfficer,
    /// Reads everything and the log.
    Auditor,
    /// Keeps accounts and the portal, changes no content.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 16] = [
        Self::MunicipalityEditor,
        Self::NgoEditor,
        Self::WorkingGroupMember,
        Self::Expert,
        Self::Secretary,
        Self::Coordinator,
        Self::SteeringCommitteeMember,
        Self::PartnershipCouncilMember,
        Self::Assessor,
        Self::ExternalReviewer,
        Self::CrossBorderEditor,
        Self::Translator,
        Self::DataSteward,
        Self::DataProtectionOfficer,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The word in the store.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MunicipalityEditor => "municipality_editor",
            Self::NgoEditor => "ngo_editor",
            Self::WorkingGroupMember => "working_group_member",
            Self::Expert => "expert",
            Self::Secretary => "secretary",
            Self::Coordinator => "coordinator",
            Self::SteeringCommitteeMember => "steering_committee_member",
            Self::PartnershipCouncilMember => "partnership_council_member",
            Self::Assessor => "assessor",
            Self::ExternalReviewer => "external_reviewer",
            Self::CrossBorderEditor => "cross_border_editor",
            Self::Translator => "translator",
            Self::DataSteward => "data_steward",
            Self::DataProtectionOfficer => "data_protection_officer",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A column of the table of rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// Members, documents, bodies, history.
    Partnership,
    /// Data, flows, variants, diagnosis.
    Diagnosis,
    /// News, events, promotion.
    Events,
    /// The portal itself: texts, settings, look.
    Portal,
    /// Accounts and their roles.
    Accounts,
    /// The audit trail.
    Log,
    /// The asker's own account.
    Own,
}

impl Room {
    /// All rooms.
    pub const ALL: [Self; 7] =
        [Self::Partnership, Self::Diagnosis, Self::Events, Self::Portal, Self::Accounts, Self::Log, Self::Own];

    /// The word in the store and in scopes of tokens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Partnership => "partnership",
            Self::Diagnosis => "diagnosis",
            Self::Events => "events",
            Self::Portal => "portal",
            Self::Accounts => "accounts",
            Self::Log => "log",
            Self::Own => "own",
        }
    }

    /// The room of a word.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|room| room.name() == name)
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// See what is not public.
    Read,
    /// Make something new.
    Create,
    /// Change or delete what is there.
    Edit,
    /// Approve in the name of a body.
    Approve,
    /// Make public.
    Publish,
    /// Keep accounts and settings.
    Administer,
}

impl Verb {
    /// All verbs.
    pub const ALL: [Self; 6] = [Self::Read, Self::Create, Self::Edit, Self::Approve, Self::Publish, Self::Administer];

    /// The word in scopes of tokens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Approve => "approve",
            Self::Publish => "publish",
            Self::Administer => "administer",
        }
    }

    /// Whether it changes something.
    #[must_use]
    pub const fn changes(self) -> bool {
        !matches!(self, Self::Read)
    }
}

/// How far a right of a role goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Nowhere.
    Nowhere,
    /// What belongs to the own unit.
    Own,
    /// Everything in the partnership.
    All,
}

/// A role that somebody has been given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Id of the partnership it holds in; `None` for the whole portal.
    pub partnership: Option<String>,
    /// Code of the own unit.
    pub unit: Option<String>,
    /// First day.
    pub valid_from: Option<Day>,
    /// Last day.
    pub valid_to: Option<Day>,
}

/// Who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// Id of the account; `None` for a stranger.
    pub account: Option<String>,
    /// What the account has been given.
    pub grants: Vec<Grant>,
    /// What the token may do at most; `None` for somebody who signed in.
    pub scopes: Option<Vec<Scope>>,
}

/// One thing that a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Where.
    pub room: Room,
    /// What.
    pub verb: Verb,
}

/// How far a thing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Written by its office, seen by those who may edit.
    #[default]
    Draft,
    /// Seen inside the partnership.
    Internal,
    /// Seen by everyone.
    Published,
    /// Decided: an adopted variant, a resolution in force.
    Frozen,
    /// Closed; seen as before, changed no more.
    Archived,
}

/// What is asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object {
    /// Id of its partnership; `None` if it belongs to the whole portal.
    pub partnership: Option<String>,
    /// How far the partnership or the thing itself has come, whichever is less open.
    pub state: State,
    /// Who may see it.
    pub visibility: Visibility,
    /// Code of the unit that it belongs to.
    pub unit: Option<String>,
}

impl Object {
    /// Something of the whole portal that everyone may see.
    #[must_use]
    pub const fn public() -> Self {
        Self { partnership: None, state: State::Published, visibility: Visibility::Public, unit: None }
    }

    /// Something of the whole portal that is not public.
    #[must_use]
    pub const fn private() -> Self {
        Self { partnership: None, state: State::Internal, visibility: Visibility::Private, unit: None }
    }

    fn is_public(&self) -> bool {
        self.visibility == Visibility::Public && matches!(self.state, State::Published | State::Frozen | State::Archived)
    }
}

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A stranger asks; signing in may help.
    #[error("only for those who signed in")]
    SignIn,
    /// No role of the asker covers it.
    #[error("none of the roles covers this")]
    NoRole,
    /// The role covers only what belongs to another unit.
    #[error("the role covers the own unit only")]
    OtherUnit,
    /// The token may not, although the account may.
    #[error("the token has no scope for this")]
    NoScope,
    /// It was decided or closed and changes no more.
    #[error("decided or archived things change no more")]
    Frozen,
}

/// Whether the visitor may do this in that room with that thing.
///
/// # Errors
/// [`Refusal`] with the nearest reason.
pub fn rights(visitor: &Visitor, verb: Verb, room: Room, object: &Object, today: Day) -> Result<(), Refusal> {
    if verb == Verb::Read && object.is_public() {
        return Ok(());
    }
    if visitor.account.is_none() {
        return Err(Refusal::SignIn);
    }
    if room == Room::Own && visitor.scopes.is_none() {
        return Ok(());
    }
    let grants = visitor.grants.iter().filter(|grant| grant.holds(object, today));
    let best = grants.map(|grant| grant.reaches(verb, room, object)).max().unwrap_or(Answer::NoRole);
    best.into_result()?;
    if let Some(scopes) = &visitor.scopes
        && !scopes.contains(&Scope { room, verb })
    {
        return Err(Refusal::NoScope);
    }
    let is_closed = object.state == State::Archived || (object.state == State::Frozen && verb != Verb::Administer);
    if verb.changes() && is_closed { Err(Refusal::Frozen) } else { Ok(()) }
}

/// An answer that can be compared: the better one is the greater one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    NoRole,
    OtherUnit,
    Yes,
}

impl Answer {
    const fn into_result(self) -> Result<(), Refusal> {
        match self {
            Self::Yes => Ok(()),
            Self::OtherUnit => Err(Refusal::OtherUnit),
            Self::NoRole => Err(Refusal::NoRole),
        }
    }
}

impl Grant {
    fn holds(&self, object: &Object, today: Day) -> bool {
        let is_here = self.partnership.is_none() || self.partnership == object.partnership;
        let has_begun = self.valid_from.is_none_or(|from| from <= today);
        let has_not_ended = self.valid_to.is_none_or(|to| today <= to);
        is_here && has_begun && has_not_ended
    }

    fn reaches(&self, verb: Verb, room: Room, object: &Object) -> Answer {
        let mut reach = reach(self.role, verb, room);
        if verb == Verb::Read && object.visibility == Visibility::Private {
            reach = reach.min(self.sees_private(room));
        }
        match reach {
            Reach::All => Answer::Yes,
            Reach::Own if self.unit.is_some() && self.unit == object.unit => Answer::Yes,
            Reach::Own => Answer::OtherUnit,
            Reach::Nowhere => Answer::NoRole,
        }
    }

    /// A private thing is read by those who could write it, and by those who read the log. Accounts and the portal itself are
    /// written by administering them.
    fn sees_private(&self, room: Room) -> Reach {
        let is_kept = matches!(room, Room::Accounts | Room::Portal);
        let keepers = if is_kept { reach(self.role, Verb::Administer, room) } else { Reach::Nowhere };
        let readers_of_log = reach(self.role, Verb::Read, Room::Log);
        keepers.max(readers_of_log).max(reach(self.role, Verb::Edit, room)).max(reach(self.role, Verb::Create, room))
    }
}

#[cfg(test)]
mod tests;
