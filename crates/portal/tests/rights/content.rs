//! Records of every kind with a word of their own in each text, so that it shows wherever the record does.

use std::collections::BTreeMap;

use miedza_planning::record::{Draft, Field, Kind, Origin, Shape, Values, Visibility};
use miedza_planning::values::{Tongue, Translated};
use miedza_store::UploadKept;
use serde_json::{Value, json};

use crate::world::{OTHER_UNIT, OWN_UNIT};

/// A record to be made.
#[derive(Clone, Debug)]
pub struct Making<'a> {
    pub kind: Kind,
    pub partnership: Option<&'a str>,
    pub visibility: Visibility,
    /// The word that stands in each of its texts.
    pub word: &'a str,
    /// Another word, to search for it by.
    pub handle: &'a str,
    pub unit: &'a str,
    /// What its links may point to.
    pub targets: &'a BTreeMap<Kind, String>,
    pub file: Option<&'a UploadKept>,
}

/// Fields that would end things, point in circles, or stand for what another field says.
const LEFT_OUT: [&str; 12] = [
    "valid_to",
    "date_to",
    "dissolved",
    "parent_theme",
    "parent_partnership",
    "organisation",
    "flow_table",
    "settings",
    "edits",
    "figures",
    "certainty",
    "applied_on",
];

/// A content that may be kept.
pub fn draft(making: &Making) -> Draft {
    let mut values = Values::new();
    for field in making.kind.fields() {
        let is_left_out = LEFT_OUT.contains(&field.name) && !field.is_needed;
        if let Some(value) = value(making, field).filter(|_| !is_left_out) {
            values.insert(field.name.to_owned(), value);
        }
    }
    Draft {
        kind: making.kind,
        partnership: making.partnership.map(ToOwned::to_owned),
        visibility: making.visibility,
        origin: Origin::Own,
        source: Some(format!("Source {}", making.word)),
        values,
    }
}

fn value(making: &Making, field: &Field) -> Option<Value> {
    let special = match (making.kind, field.name) {
        (Kind::Attachments, "sha256") => Some(json!(making.file?.sha256)),
        (Kind::Attachments, "media_type") => Some(json!(making.file?.media_type)),
        (Kind::Attachments, "bytes") => Some(json!(making.file?.bytes)),
        (Kind::Attachments, "file_name") => Some(json!(format!("{}.csv", making.word))),
        // Tables of commuters would be read by the area lab.
        (Kind::FlowTables, "flow_kind") => Some(json!("school")),
        (Kind::Variants, "resolution") => return None,
        // Converted into another currency than its own.
        (Kind::StatedFigures, "figure") => Some(json!("amount")),
        (Kind::StatedFigures, "rate_currency") => Some(json!("pln")),
        // A survey that is open shows its questions.
        (Kind::Surveys, "survey_state") => Some(json!("open")),
        _ => None,
    };
    special.or_else(|| usual(making, field))
}

fn usual(making: &Making, field: &Field) -> Option<Value> {
    let text = |language: &str| format!("{} {} {language} {}", making.word, field.name.replace('_', " "), making.handle);
    Some(match field.shape {
        Shape::Line(most) => json!(text("").chars().take(most).collect::<String>()),
        Shape::Slug => json!(format!("s-{}", making.word.replacen("zqw", "n", 1))),
        Shape::Words | Shape::Prose => {
            let texts = Translated::new(Tongue::Pl, text("pl")).with(Tongue::Cs, text("cs")).with(Tongue::En, text("en"));
            json!(texts)
        }
        Shape::Date | Shape::Day => json!("2020-05-01"),
        Shape::Number(least, most) => json!(3.clamp(least, most)),
        Shape::Decimal => json!(3.5),
        Shape::Flag => json!(true),
        Shape::Choice(choices) => json!(choices.words[0]),
        Shape::Several(choices) => json!([choices.words[0]]),
        Shape::Unit => json!(making.unit),
        // Nobody is linked to itself.
        Shape::Units => json!([if making.unit == OWN_UNIT { OTHER_UNIT } else { OWN_UNIT }]),
        Shape::Link(target) => json!(making.targets.get(&target)?),
        Shape::Links(target) => json!([making.targets.get(&target)?]),
        // Their pages belong to the diagnosis; a finding of the test rests on surveys, documents and an area.
        Shape::Indicators | Shape::Weights => return None,
        Shape::Address => json!(format!("https://example.org/{}", making.word)),
        Shape::Data => return None,
    })
}

/// The same content as the entries of a form.
pub fn form(draft: &Draft) -> Vec<(String, String)> {
    let mut entries = miedza_workflows::record::written(draft.kind, &draft.values);
    entries.push(("visibility".to_owned(), draft.visibility.name().to_owned()));
    entries.push(("origin".to_owned(), draft.origin.name().to_owned()));
    entries.push(("source".to_owned(), draft.source.clone().unwrap_or_default()));
    entries
}
