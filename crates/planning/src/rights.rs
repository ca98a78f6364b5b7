//! Who may do what: the one function that pages, the interface for programs, feeds, exports and search ask.
//!
//! The table of roles is [`reach`]; [`rights`] adds what a table cannot say: published things are for everyone, drafts and
//! private things for those who could write them, a grant holds in one partnership and only on its days, archived and frozen
//! things change no more, and a token can do no more than its scopes. "Own" is what belongs to the own unit, and beside that
//! what one made oneself. Their own account is open to all who signed in, to tokens never.
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
    /// Change what stands there in other languages than the original.
    Translate,
    /// Approve in the name of a body.
    Approve,
    /// Make public.
    Publish,
    /// Keep accounts and settings.
    Administer,
}

impl Verb {
    /// All verbs.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Create, Self::Edit, Self::Translate, Self::Approve, Self::Publish, Self::Administer];

    /// The word in scopes of tokens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Translate => "translate",
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

    /// Whether it leaves the content of what a resolution decided as it is: who sees it and in which languages may change.
    const fn leaves_what_was_decided(self) -> bool {
        matches!(self, Self::Administer | Self::Publish | Self::Translate)
    }
}

/// How far a right of a role goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Nowhere.
    Nowhere,
    /// What belongs to the own unit.
    OwnUnit,
    /// What belongs to the own unit, and what one made oneself.
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

impl Visitor {
    /// Whether a role of theirs in this partnership, or in the whole portal, covers what they made themselves.
    #[must_use]
    pub fn has_own_things(&self, partnership: &str) -> bool {
        let covers = |role: Role| {
            Room::ALL.into_iter().any(|room| Verb::ALL.into_iter().any(|verb| reach(role, verb, room) == Reach::Own))
        };
        let mut here = self.grants.iter().filter(|grant| grant.partnership.as_deref().is_none_or(|of| of == partnership));
        here.any(|grant| covers(grant.role))
    }
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
    /// Id of the account that made it; `None` if nobody who matters here did.
    pub author: Option<String>,
    /// Whether it was decided by a resolution and changes no more but for who sees it and in which languages: an adopted variant.
    pub is_decided: bool,
}

impl Object {
    /// Something of the whole portal that everyone may see.
    #[must_use]
    pub const fn public() -> Self {
        Self {
            partnership: None,
            state: State::Published,
            visibility: Visibility::Public,
            unit: None,
            author: None,
            is_decided: false,
        }
    }

    /// Something of the whole portal that is not public.
    #[must_use]
    pub fn private() -> Self {
        Self { state: State::Internal, visibility: Visibility::Private, ..Self::public() }
    }

    /// The same as those see it who work with it: never public, whoever may see its result.
    #[must_use]
    pub fn inside(self) -> Self {
        Self { visibility: self.visibility.min(Visibility::Partners), ..self }
    }

    fn is_public(&self) -> bool {
        self.visibility == Visibility::Public && matches!(self.state, State::Published | State::Archived)
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
    /// The role covers what is the asker's own, and this is not.
    #[error("the role covers what is own only")]
    NotOwn,
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
    let best = grants.map(|grant| grant.reaches(visitor, (verb, room), object)).max().unwrap_or(Answer::NoRole);
    best.into_result()?;
    if visitor.scopes.as_ref().is_some_and(|scopes| !cover(scopes, verb, room)) {
        return Err(Refusal::NoScope);
    }
    let is_closed = object.state == State::Archived || (object.is_decided && !verb.leaves_what_was_decided());
    if verb.changes() && is_closed { Err(Refusal::Frozen) } else { Ok(()) }
}

/// Whether one of the scopes covers this; who may change a text may translate it.
fn cover(scopes: &[Scope], verb: Verb, room: Room) -> bool {
    let has = |verb| scopes.contains(&Scope { room, verb });
    has(verb) || (verb == Verb::Translate && has(Verb::Edit))
}

/// An answer that can be compared: the better one is the greater one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    NoRole,
    NotOwn,
    Yes,
}

impl Answer {
    const fn into_result(self) -> Result<(), Refusal> {
        match self {
            Self::Yes => Ok(()),
            Self::NotOwn => Err(Refusal::NotOwn),
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

    fn reaches(&self, visitor: &Visitor, (verb, room): (Verb, Room), object: &Object) -> Answer {
        let mut reach = reach(self.role, verb, room);
        let is_closed = object.visibility == Visibility::Private || object.state == State::Draft;
        if verb == Verb::Read && is_closed {
            reach = reach.min(self.sees_closed(room));
        }
        match reach {
            Reach::All => Answer::Yes,
            Reach::Own if self.is_own(visitor, verb, object) => Answer::Yes,
            Reach::OwnUnit if self.unit.is_some() && self.unit == object.unit => Answer::Yes,
            Reach::Own | Reach::OwnUnit => Answer::NotOwn,
            Reach::Nowhere => Answer::NoRole,
        }
    }

    /// A thing of a unit is that unit's, for those who have one; any other belongs to who made it or is making it.
    fn is_own(&self, visitor: &Visitor, verb: Verb, object: &Object) -> bool {
        match (&self.unit, &object.unit) {
            (Some(own), Some(unit)) => own == unit,
            _ => verb == Verb::Create || (object.author.is_some() && object.author == visitor.account),
        }
    }

    /// A private thing and a draft are read by those who could write them, and by those who read the log. Accounts and the
    /// portal itself are written by administering them.
    fn sees_closed(&self, room: Room) -> Reach {
        let is_kept = matches!(room, Room::Accounts | Room::Portal);
        let keepers = if is_kept { reach(self.role, Verb::Administer, room) } else { Reach::Nowhere };
        let readers_of_log = reach(self.role, Verb::Read, Room::Log);
        keepers.max(readers_of_log).max(reach(self.role, Verb::Edit, room)).max(reach(self.role, Verb::Create, room))
    }
}

#[cfg(test)]
mod tests;
