//! Which records are asked for.

use miedza_planning::record::Kind;

/// Which records are asked for; the answer is in the order of their ids, which is the order in which they were made.
///
/// ```
/// use miedza_planning::record::Kind;
/// use miedza_store::Question;
///
/// let held = Question::of(Kind::Meetings).in_partnership("aglomeracja-walbrzyska").with("state", "held");
/// assert!(!held.deleted);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Of which kind.
    pub kind: Kind,
    /// Only those of this partnership.
    pub partnership: Option<String>,
    /// Only those whose field has this value, or whose list holds it; numbers and flags as texts.
    pub with: Vec<(&'static str, String)>,
    /// The deleted ones instead of the live ones.
    pub deleted: bool,
    /// Only those with these ids.
    pub ids: Option<Vec<String>>,
}

impl Question {
    /// All live records of a kind.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self { kind, partnership: None, with: Vec::new(), deleted: false, ids: None }
    }

    /// Only those of this partnership.
    #[must_use]
    pub fn in_partnership(mut self, id: impl Into<String>) -> Self {
        self.partnership = Some(id.into());
        self
    }

    /// Only those whose field has this value, or whose list holds it.
    #[must_use]
    pub fn with(mut self, field: &'static str, value: impl Into<String>) -> Self {
        self.with.push((field, value.into()));
        self
    }

    /// The deleted ones instead of the live ones.
    #[must_use]
    pub const fn deleted(mut self) -> Self {
        self.deleted = true;
        self
    }

    /// Only those with these ids.
    #[must_use]
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }
}
