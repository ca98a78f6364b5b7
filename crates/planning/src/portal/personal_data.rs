//! Which personal data the program keeps, where, on what ground.
//!
//! The privacy page is made from this list, and a test of the store holds the list against its tables: a table that names an
//! account, an address or a recipient and stands in no class fails it. What becomes of each class is told in the catalogues
//! under its name.

/// On what ground personal data are kept.
///
/// # Source
/// Regulation (EU) 2016/679, article 6 (1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A duty of the office: letter c.
    Duty,
    /// A task in the public interest: letter e.
    PublicTask,
}

impl Ground {
    /// Its name in the catalogues.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::PublicTask => "public-task",
        }
    }
}

/// Personal data that are kept for one purpose and for one span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataClass {
    /// Its name in the catalogues.
    pub name: &'static str,
    /// The tables of the store that hold it.
    pub tables: &'static [&'static str],
    /// On what ground.
    pub ground: Ground,
}

/// All classes.
pub const CLASSES: [DataClass; 9] = [
    DataClass {
        name: "account",
        tables: &["accounts", "identities", "recovery_codes", "one_time_tokens"],
        ground: Ground::PublicTask,
    },
    DataClass { name: "roles", tables: &["grants"], ground: Ground::PublicTask },
    DataClass { name: "sessions", tables: &["sessions"], ground: Ground::PublicTask },
    DataClass { name: "tokens", tables: &["api_tokens"], ground: Ground::PublicTask },
    DataClass { name: "attempts", tables: &["login_attempts"], ground: Ground::PublicTask },
    DataClass { name: "letters", tables: &["mails"], ground: Ground::PublicTask },
    DataClass { name: "answers", tables: &["survey_answers"], ground: Ground::PublicTask },
    DataClass { name: "drafts", tables: &["form_drafts"], ground: Ground::PublicTask },
    DataClass { name: "trail", tables: &["audit_entries", "settings", "jobs", "waivers"], ground: Ground::Duty },
];
