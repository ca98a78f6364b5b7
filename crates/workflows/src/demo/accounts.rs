//! Who can sign in to the demonstration: one account for each common role, all at addresses that no mail ever reaches.

use miedza_planning::rights::Role;
use miedza_texts::Language;

use crate::account::DemoAccount;

const fn of(email: &'static str, name: &'static str, role: Role, partnership: &'static str) -> DemoAccount {
    DemoAccount { email, name, language: Language::Pl, role, partnership: Some(partnership), unit: None }
}

const fn portal(email: &'static str, name: &'static str, role: Role) -> DemoAccount {
    DemoAccount { email, name, language: Language::Pl, role, partnership: None, unit: None }
}

/// All accounts of the demonstration; names are those of offices, not of persons.
pub const ACCOUNTS: [DemoAccount; 11] = [
    portal("administrator@example.org", "Administrator portalu", Role::Administrator),
    portal("office@example.org", "Biuro wszystkich partnerstw", Role::Secretary),
    of("secretary.walbrzych@example.org", "Biuro Aglomeracji Wałbrzyskiej", Role::Secretary, "aglomeracja-walbrzyska"),
    of("coordinator.kalisz@example.org", "Koordynator projektu, Kalisz", Role::Coordinator, "aglomeracja-kalisko-ostrowska"),
    of("data.kalisz@example.org", "Opiekun danych, Kalisz", Role::DataSteward, "aglomeracja-kalisko-ostrowska"),
    of("council.kalisz@example.org", "Rada Partnerstwa, Kalisz", Role::PartnershipCouncilMember, "aglomeracja-kalisko-ostrowska"),
    DemoAccount {
        unit: Some("3020052"),
        ..of("goluchow@example.org", "Urząd Gminy Gołuchów", Role::MunicipalityEditor, "aglomeracja-kalisko-ostrowska")
    },
    of("secretary.walcz@example.org", "Biuro Powiatu Wałeckiego", Role::Secretary, "powiat-walecki"),
    of("secretary.beskidy@example.org", "Biuro Aglomeracji Beskidzkiej", Role::Secretary, "aglomeracja-beskidzka"),
    DemoAccount {
        language: Language::Cs,
        ..of("editor.olomouc@example.org", "Přeshraniční redakce Olomouc", Role::CrossBorderEditor, "opole-olomouc")
    },
    of("auditor@example.org", "Audytor", Role::Auditor, "aglomeracja-walbrzyska"),
];
