//! The fields of each topic, in the order of its form.

use crate::record::Shape::{Address, Choice, Day, Line, Prose, Words};
use crate::record::{Choices, Field};

const LAW: Choices = Choices { name: "accessibility-law", words: &["pl_2019", "cz_2019"] };
const STATUS: Choices = Choices { name: "conformance", words: &["full", "partial", "none"] };
const ASSESSED_BY: Choices = Choices { name: "assessor", words: &["self", "external"] };
const AUTHORITY: Choices = Choices { name: "authority", words: &["uodo", "uoou"] };
const LICENCE: Choices = Choices { name: "licence", words: &["cc_by_4_0", "cc0_1_0"] };

pub const OFFICE: &[Field] = &[
    Words.needed("name"),
    Line(200).field("address"),
    Words.field("contact"),
    Line(120).needed("email"),
    Line(40).field("phone"),
];

pub const ACCESSIBILITY: &[Field] = &[
    Choice(LAW).field("law"),
    Day.needed("published_on"),
    Day.needed("rebuilt_on"),
    Choice(STATUS).needed("status"),
    Prose.field("not_accessible"),
    Prose.field("exemptions"),
    Prose.field("alternative_access"),
    Address.field("burden_assessment"),
    Day.needed("prepared_on"),
    Day.field("reviewed_on"),
    Choice(ASSESSED_BY).needed("assessed_by"),
    Line(200).field("assessor"),
    Prose.field("building"),
    Prose.field("more"),
];

pub const PRIVACY: &[Field] = &[
    Line(120).field("officer_email"),
    Line(40).field("officer_phone"),
    Choice(AUTHORITY).field("authority"),
    Prose.field("more"),
];

pub const DATA: &[Field] = &[Choice(LICENCE).field("licence"), Words.field("attribution")];
