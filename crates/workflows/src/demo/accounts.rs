//! Who can sign in to the demonstration: one account for each common role, all at addresses that no mail ever reaches.

/// An account of the demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// Where to sign in with.
    pub email: &'static str,
    /// Name of the role.
    pub role: &'static str,
    /// Slug of the partnership in which the role holds; `None` for the whole portal.
    pub partnership: Option<&'static str>,
    /// Unit that the role is limited to.
    pub unit: Option<&'static str>,
}

const fn of(email: &'static str, role: &'static str, partnership: &'static str) -> Account {
    Account { email, role, partnership: Some(partnership), unit: None }
}

/// All accounts of the demonstration.
pub const ACCOUNTS: [Account; 10] = [
    Account { email: "administrator@example.org", role: "administrator", partnership: None, unit: None },
    of("secretary.walbrzych@example.org", "secretary", "aglomeracja-walbrzyska"),
    of("coordinator.kalisz@example.org", "coordinator", "aglomeracja-kalisko-ostrowska"),
    of("data.kalisz@example.org", "data_steward", "aglomeracja-kalisko-ostrowska"),
    of("council.kalisz@example.org", "partnership_council_member", "aglomeracja-kalisko-ostrowska"),
    Account {
        email: "goluchow@example.org",
        role: "municipality_editor",
        partnership: Some("aglomeracja-kalisko-ostrowska"),
        unit: Some("3020052"),
    },
    of("secretary.walcz@example.org", "secretary", "powiat-walecki"),
    of("secretary.beskidy@example.org", "secretary", "aglomeracja-beskidzka"),
    of("editor.olomouc@example.org", "cross_border_editor", "opole-olomouc"),
    of("auditor@example.org", "auditor", "aglomeracja-walbrzyska"),
];
