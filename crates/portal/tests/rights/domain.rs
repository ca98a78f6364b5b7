//! The table of roles as offices write it down, and what follows from it; nothing of the code under test is asked.

use miedza_planning::record::{Kind, Visibility};
use miedza_planning::rights::{Role, Room, Verb};

/// R read what is not public, C create and change own, E edit all, A approve, P publish, X administer.
/// Columns: partnership, diagnosis and data, events and promotion, portal.
const TABLE: &str = "
municipality_editor | R, C own unit | R, C own | C own | –
ngo_editor | – | – | C own | –
working_group_member | R | R, C | R | –
expert | R | E | – | –
secretary | E | E | E, P | E
coordinator | E | E | E, P | P
steering_committee_member | R | R | R | –
partnership_council_member | R, A membership | R | R | –
assessor | – | R | – | –
external_reviewer | R | R | – | –
cross_border_editor | R | R comparison | C | E language
translator | – | – | translate | –
data_steward | – | E, import | – | P datasets
data_protection_officer | R log | – | R | –
auditor | R all, log | R | R | –
administrator | X accounts | X | – | X
";

/// How far a right goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    No,
    OwnUnit,
    Own,
    All,
}

/// What the table says in one place, word by word.
fn words(role: Role, room: Room) -> Vec<&'static str> {
    let column = match room {
        Room::Partnership | Room::Accounts | Room::Log => 1,
        Room::Diagnosis => 2,
        Room::Events => 3,
        Room::Portal => 4,
        Room::Own => return Vec::new(),
    };
    let line = TABLE.lines().find(|line| line.split(" | ").next() == Some(role.name())).expect("every role has its line");
    line.split(" | ").nth(column).expect("every line has its columns").split(", ").collect()
}

/// What a role may do in a room.
pub fn extent(role: Role, verb: Verb, room: Room) -> Extent {
    let words = words(role, room);
    let has = |wanted: &str| words.contains(&wanted);
    let is = |is_so: bool| if is_so { Extent::All } else { Extent::No };
    // The office reads the log of its own changes; the table names only those who read nothing else.
    let reads_log = words.iter().any(|word| *word == "log" || *word == "R log") || has("E");
    match room {
        Room::Log => return is(verb == Verb::Read && reads_log),
        Room::Accounts => return is(has("X accounts") || (verb == Verb::Read && has("R all"))),
        Room::Own => return Extent::No,
        _ => {}
    }
    let creates = words.iter().map(|word| match *word {
        "C own unit" => Extent::OwnUnit,
        "C" | "C own" => Extent::Own,
        "E" => Extent::All,
        _ => Extent::No,
    });
    let creates = creates.max().unwrap_or(Extent::No);
    let reads = words.iter().any(|word| matches!(*word, "R" | "R all" | "R comparison" | "E" | "P" | "translate"));
    match verb {
        Verb::Read if reads || (room == Room::Portal && has("X")) => Extent::All,
        Verb::Read | Verb::Create | Verb::Edit => creates,
        Verb::Translate => creates.max(is(has("translate"))),
        Verb::Approve => is(words.iter().any(|word| word.starts_with('A'))),
        Verb::Publish => is(publishes(role, room)),
        Verb::Administer => is(has("X")),
    }
}

/// Where a column names nobody who publishes, those who edit all of it do, and data are published by their stewards.
fn publishes(role: Role, room: Room) -> bool {
    match room {
        Room::Partnership => words(role, room).contains(&"E"),
        Room::Diagnosis => {
            matches!(role, Role::Secretary | Role::Coordinator) || words(role, Room::Portal).contains(&"P datasets")
        }
        _ => words(role, room).contains(&"P"),
    }
}

/// To which column a kind of record belongs.
pub const fn room_of(kind: Kind) -> Room {
    match kind {
        Kind::UnitFlags | Kind::FlowTables | Kind::Variants | Kind::StatedFigures => Room::Diagnosis,
        Kind::Diagnoses | Kind::DiagnosisComments | Kind::Surveys | Kind::SurveyQuestions => Room::Diagnosis,
        Kind::DocumentReviews | Kind::Findings | Kind::SwotItems | Kind::Problems | Kind::Challenges => Room::Diagnosis,
        Kind::News | Kind::FunderLines => Room::Events,
        _ => Room::Partnership,
    }
}

/// How far a partnership has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    Draft,
    Internal,
    Published,
    Archived,
}

impl Openness {
    pub const ALL: [Self; 4] = [Self::Draft, Self::Internal, Self::Published, Self::Archived];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Internal => "internal",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }
}

/// What somebody wants to do something with.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Id of the partnership; `None` for the whole portal.
    pub partnership: Option<String>,
    /// How far the partnership has come.
    pub openness: Openness,
    /// Who may see the thing.
    pub seen_by: Visibility,
    /// The unit that it belongs to.
    pub unit: Option<String>,
    /// The account that made it.
    pub maker: Option<String>,
    /// Whether a resolution decided it.
    pub is_decided: bool,
}

impl Thing {
    /// Something public of the whole portal.
    pub const fn public() -> Self {
        Self {
            partnership: None,
            openness: Openness::Published,
            seen_by: Visibility::Public,
            unit: None,
            maker: None,
            is_decided: false,
        }
    }

    /// Something of the whole portal for those who keep it.
    pub fn kept() -> Self {
        Self { openness: Openness::Internal, seen_by: Visibility::Private, ..Self::public() }
    }
}

/// A role that somebody has, on the day of the test.
#[derive(Clone, Debug)]
pub struct Held {
    pub role: Role,
    /// The partnerships it holds in; none for the whole portal.
    pub within: Vec<String>,
    pub unit: Option<String>,
    /// Whether the day lies within the days of the role.
    pub is_now: bool,
}

/// Somebody, as far as rights go.
#[derive(Clone, Debug, Default)]
pub struct Somebody {
    /// `None` for a stranger.
    pub account: Option<String>,
    pub held: Vec<Held>,
    /// What a token was made for; `None` without a token.
    pub scopes: Option<Vec<(Room, Verb)>>,
}

/// What a door must answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Allowed,
    SignIn,
    Refused,
}

/// What must come of it.
pub fn expected(who: &Somebody, (verb, room): (Verb, Room), thing: &Thing) -> Expected {
    let is_open = matches!(thing.openness, Openness::Published | Openness::Archived);
    if verb == Verb::Read && is_open && thing.seen_by == Visibility::Public {
        return Expected::Allowed;
    }
    if who.account.is_none() {
        return Expected::SignIn;
    }
    if room == Room::Own {
        return if who.scopes.is_none() { Expected::Allowed } else { Expected::Refused };
    }
    let is_covered = who.held.iter().any(|held| covers(who, held, (verb, room), thing));
    let is_in_scope = who
        .scopes
        .as_ref()
        .is_none_or(|scopes| scopes.contains(&(room, verb)) || (verb == Verb::Translate && scopes.contains(&(room, Verb::Edit))));
    // Who sees what was decided, and in which languages, is not what was decided.
    let is_kept = thing.is_decided && !matches!(verb, Verb::Administer | Verb::Publish | Verb::Translate);
    let is_closed = verb != Verb::Read && (thing.openness == Openness::Archived || is_kept);
    if is_covered && is_in_scope && !is_closed { Expected::Allowed } else { Expected::Refused }
}

fn covers(who: &Somebody, held: &Held, (verb, room): (Verb, Room), thing: &Thing) -> bool {
    let is_here = held.within.is_empty() || thing.partnership.as_ref().is_some_and(|of| held.within.contains(of));
    if !is_here || !held.is_now {
        return false;
    }
    let mut extent = extent(held.role, verb, room);
    // A draft and a private thing are read by those who could write them, and by those who read the log.
    if verb == Verb::Read && (thing.openness == Openness::Draft || thing.seen_by == Visibility::Private) {
        let writes = self::extent(held.role, Verb::Create, room).max(self::extent(held.role, Verb::Edit, room));
        extent = extent.min(writes.max(self::extent(held.role, Verb::Read, Room::Log)));
    }
    let is_of_unit = held.unit.is_some() && held.unit == thing.unit;
    let is_of_other_unit = held.unit.is_some() && thing.unit.is_some() && !is_of_unit;
    match extent {
        Extent::All => true,
        Extent::OwnUnit => is_of_unit,
        Extent::Own if is_of_other_unit => false,
        Extent::Own => is_of_unit || verb == Verb::Create || (thing.maker.is_some() && thing.maker == who.account),
        Extent::No => false,
    }
}

#[test]
fn the_table_is_read_as_it_is_written() {
    let cases = [
        (Role::Secretary, Verb::Edit, Room::Partnership, Extent::All),
        (Role::Secretary, Verb::Publish, Room::Events, Extent::All),
        (Role::MunicipalityEditor, Verb::Edit, Room::Partnership, Extent::OwnUnit),
        (Role::MunicipalityEditor, Verb::Read, Room::Events, Extent::Own),
        (Role::NgoEditor, Verb::Create, Room::Events, Extent::Own),
        (Role::NgoEditor, Verb::Read, Room::Partnership, Extent::No),
        (Role::WorkingGroupMember, Verb::Edit, Room::Diagnosis, Extent::Own),
        (Role::DataSteward, Verb::Publish, Room::Diagnosis, Extent::All),
        (Role::Expert, Verb::Publish, Room::Diagnosis, Extent::No),
        (Role::Administrator, Verb::Administer, Room::Accounts, Extent::All),
        (Role::Administrator, Verb::Read, Room::Partnership, Extent::No),
        (Role::Auditor, Verb::Read, Room::Log, Extent::All),
        (Role::DataProtectionOfficer, Verb::Read, Room::Log, Extent::All),
        (Role::SteeringCommitteeMember, Verb::Read, Room::Log, Extent::No),
        (Role::Translator, Verb::Translate, Room::Events, Extent::All),
        (Role::Translator, Verb::Edit, Room::Events, Extent::No),
        (Role::PartnershipCouncilMember, Verb::Approve, Room::Partnership, Extent::All),
    ];
    for (role, verb, room, expected) in cases {
        assert_eq!(extent(role, verb, room), expected, "{role:?} {verb:?} {room:?}");
    }
}
