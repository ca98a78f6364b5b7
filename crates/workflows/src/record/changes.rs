//! What differs between two contents of a record, field by field, in words.

use miedza_planning::diagnosis::Catalogue;
use miedza_planning::record::{Draft, Kind, Shape, Values};
use miedza_texts::{Language, Message, key};

use super::names::{Names, tongue};
use super::written;
use crate::labels;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Name of the entry, `title.pl` for one language of a translated field.
    pub entry: String,
    /// Its label.
    pub label: String,
    /// What stood there, in words; empty if nothing did.
    pub before: String,
    /// What stands there now, in words.
    pub after: String,
}

/// What differs between two contents of a kind, in the order of the fields; common fields come last.
pub fn changes(before: Option<&Draft>, after: Option<&Draft>, names: &Names, language: Language) -> Vec<FieldChange> {
    let Some(kind) = after.or(before).map(|draft| draft.kind) else { return Vec::new() };
    let empty = Values::new();
    let old = entries(kind, before.map_or(&empty, |draft| &draft.values));
    let new = entries(kind, after.map_or(&empty, |draft| &draft.values));
    let fields = old.into_iter().zip(new).filter(|(old, new)| old.1 != new.1).map(|((entry, old), (_, new))| FieldChange {
        label: label(kind, &entry, language),
        before: in_words(kind, &entry, &old, names, language),
        after: in_words(kind, &entry, &new, names, language),
        entry,
    });
    fields.chain(common(before, after, language)).collect()
}

fn entries(kind: Kind, values: &Values) -> Vec<(String, String)> {
    written(kind, values)
}

/// What a content says in a common field.
type Said<'a> = &'a dyn Fn(&Draft) -> String;

fn common(before: Option<&Draft>, after: Option<&Draft>, language: Language) -> Vec<FieldChange> {
    let say = |message: Message| language.say(&message);
    let visibility = |draft: &Draft| say(labels::visibility(draft.visibility));
    let origin = |draft: &Draft| say(labels::origin(draft.origin));
    let source = |draft: &Draft| draft.source.clone().unwrap_or_default();
    let fields: [(&str, Said); 3] = [("visibility", &visibility), ("origin", &origin), ("source", &source)];
    let kind = after.or(before).map(|draft| draft.kind);
    let both = fields.into_iter().filter_map(|(name, said)| {
        let (old, new) = (before.map(said).unwrap_or_default(), after.map(said).unwrap_or_default());
        let label = say(labels::field(kind?, name));
        (old != new).then(|| FieldChange { entry: name.to_owned(), label, before: old, after: new })
    });
    both.collect()
}

/// The label of an entry, with its language where it is translated.
pub(super) fn label(kind: Kind, entry: &str, language: Language) -> String {
    let (field, tongue) = entry.split_once('.').unwrap_or((entry, ""));
    let field = language.say(&labels::field(kind, field));
    if tongue.is_empty() { field } else { format!("{field} ({tongue})") }
}

fn in_words(kind: Kind, entry: &str, text: &str, names: &Names, language: Language) -> String {
    let field = entry.split_once('.').map_or(entry, |(field, _)| field);
    let Some(shape) = kind.field(field).map(|field| field.shape) else { return text.to_owned() };
    let words = || text.split("; ").filter(|word| !word.is_empty());
    match shape {
        Shape::Flag if !text.is_empty() => language.say(&Message::new(if text == "yes" { key::WORD_YES } else { key::WORD_NO })),
        Shape::Choice(choices) | Shape::Several(choices) => {
            words().map(|word| language.say(&labels::choice(choices, word))).collect::<Vec<_>>().join("; ")
        }
        Shape::Indicators => {
            let named = |code| Catalogue::held().indicator(code).and_then(|one| one.names.get(&tongue(language)));
            words().map(|code| named(code).map_or(code, String::as_str)).collect::<Vec<_>>().join("; ")
        }
        Shape::Link(_) | Shape::Links(_) | Shape::Unit | Shape::Units => {
            words().map(|word| names.of(word)).collect::<Vec<_>>().join("; ")
        }
        _ => text.to_owned(),
    }
}
