//! The fields of a form, drawn from the fields of a kind.

use std::collections::BTreeMap;

use miedza_planning::diagnosis::Catalogue;
use miedza_planning::portal::Topic;
use miedza_planning::record::{Draft, Fault, Field, Kind, Origin, Record, Shape, Values, Visibility};
use miedza_planning::values::{Tongue, Translated};
use miedza_store::Question;
use miedza_texts::{Key, Message, key};
use miedza_workflows::record::{Entered, Names, written, written_fields};
use miedza_workflows::{Failure, labels};

use super::register::{language_name, sees_here};
use crate::frame::Asker;
use crate::frame::parts::{Choice, Entry, FormField, TranslationField};

/// A part of a form.
pub enum Block {
    /// One line.
    Line {
        /// The field.
        field: FormField,
        /// `text`, `url`, `date`.
        kind: &'static str,
        /// Width.
        class: &'static str,
    },
    /// Several lines.
    Lines {
        /// The field.
        field: FormField,
    },
    /// One of a list.
    One {
        /// The field.
        field: FormField,
        /// The list.
        choices: Vec<Choice>,
    },
    /// Several of a list.
    Several {
        /// The field.
        field: FormField,
        /// The list.
        choices: Vec<Choice>,
    },
    /// A text in its languages.
    Translated {
        /// The field.
        field: FormField,
        /// The languages.
        columns: Vec<TranslationField>,
        /// Lines of a box; 1 for lines.
        rows: usize,
        /// Translations that may still be right although the original changed.
        outdated: Vec<FormField>,
    },
}

impl Block {
    /// Its field.
    pub const fn field(&self) -> &FormField {
        match self {
            Self::Line { field, .. }
            | Self::Lines { field }
            | Self::One { field, .. }
            | Self::Several { field, .. }
            | Self::Translated { field, .. } => field,
        }
    }
}

/// Whose fields a form has.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// A kind of records.
    Kind(Kind),
    /// Something that the office says about its portal.
    Topic(Topic),
}

impl Of {
    const fn fields(self) -> &'static [Field] {
        match self {
            Self::Kind(kind) => kind.fields(),
            Self::Topic(topic) => topic.fields(),
        }
    }

    fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The label of a field.
    pub fn label(self, name: &str) -> Message {
        match self {
            Self::Kind(kind) => labels::field(kind, name),
            Self::Topic(topic) => labels::topic_field(topic, name),
        }
    }

    /// What is wrong with a field, as a sentence.
    pub fn fault(self, fault: &Fault) -> Message {
        match self {
            Self::Kind(kind) => labels::fault(kind, fault),
            Self::Topic(_) => labels::fault_alone(&fault.kind),
        }
    }

    fn hint(self, name: &str) -> Option<Key> {
        let name = name.replace('_', "-");
        match self {
            Self::Kind(_) => key::find(&format!("hint-field-{name}")),
            Self::Topic(topic) => key::find(&format!("hint-said-{}-{name}", topic.name())),
        }
    }
}

/// What a form shows.
pub struct Filled<'a> {
    /// Whose fields.
    pub of: Of,
    /// What is kept or typed, by name of the entry.
    pub entries: BTreeMap<String, String>,
    /// The values that the entries come from.
    pub values: &'a Values,
    /// The draft that the values belong to.
    pub draft: Option<&'a Draft>,
    /// What is wrong.
    pub faults: &'a [Fault],
}

impl<'a> Filled<'a> {
    /// The form of what is kept.
    pub fn of(draft: &'a Draft) -> Self {
        let mut entries: BTreeMap<String, String> = written(draft.kind, &draft.values).into_iter().collect();
        entries.insert("source".to_owned(), draft.source.clone().unwrap_or_default());
        Self { of: Of::Kind(draft.kind), entries, values: &draft.values, draft: Some(draft), faults: &[] }
    }

    /// The form of what the office says about a topic.
    pub fn said(topic: Topic, values: &'a Values) -> Self {
        let entries = written_fields(topic.fields(), values).into_iter().collect();
        Self { of: Of::Topic(topic), entries, values, draft: None, faults: &[] }
    }

    /// The form of what was typed, with its faults; nothing that was typed is lost.
    pub fn typed(draft: &'a Draft, entered: &Entered, faults: &'a [Fault]) -> Self {
        Self::of(draft).with(entered, faults)
    }

    /// The same with what was typed instead, and its faults.
    pub fn with(self, entered: &Entered, faults: &'a [Fault]) -> Self {
        let mut filled = Self { faults, ..self };
        for (name, text) in entered.pairs() {
            let known = filled.entries.contains_key(name);
            if known && !filled.of.field(name).is_some_and(|field| field.shape.is_list()) {
                filled.entries.insert(name.to_owned(), text.to_owned());
            }
        }
        filled
    }

    fn text(&self, name: &str) -> String {
        self.entries.get(name).cloned().unwrap_or_default()
    }
}

/// How many texts a language lacks, and how many are out of date.
pub struct Language {
    /// What it calls itself.
    pub name: String,
    /// Fields that have a text in another language and none in this one.
    pub missing: usize,
    /// Fields whose text was made from an older original.
    pub outdated: usize,
}

/// The languages of what a form shows, as far as a field has a text at all.
pub fn languages(filled: &Filled) -> Vec<Language> {
    let fields = filled.of.fields().iter().filter(|field| field.shape.is_translated());
    let texts: Vec<Translated> =
        fields.filter_map(|field| texts_of(filled, field.name)).filter(|texts| !texts.is_empty()).collect();
    let count = |is_so: &dyn Fn(&Translated) -> bool| texts.iter().filter(|texts| is_so(texts)).count();
    let language = |tongue: Tongue| Language {
        name: language_name(tongue),
        missing: count(&|texts| texts.text(tongue).is_none()),
        outdated: count(&|texts| texts.text(tongue).is_some() && texts.is_out_of_date(tongue)),
    };
    Tongue::ALL.map(language).into_iter().collect()
}

fn texts_of(filled: &Filled, name: &str) -> Option<Translated> {
    filled.values.get(name).and_then(|value| serde_json::from_value(value.clone()).ok())
}

/// The language that translations of a field are copied from: its original, else the first that has a text.
fn source(typed: &dyn Fn(Tongue) -> bool, original: Tongue) -> Option<Tongue> {
    [original].into_iter().chain(Tongue::ALL).find(|tongue| typed(*tongue))
}

/// What was typed, with the text of another language copied into the entry that was named, such as `title.cs`.
pub fn copied(kind: Kind, entered: &Entered, (entry, before): (&str, Option<&Record>), tongue: Tongue) -> Entered {
    let Some((name, _)) = entry.split_once('.').filter(|(name, _)| kind.field(name).is_some()) else { return entered.clone() };
    let text = |tongue: Tongue| entered.one(&format!("{name}.{}", tongue.code())).unwrap_or_default().to_owned();
    let original = before.and_then(|record| record.words(name)).map_or(tongue, |texts| texts.original);
    let is_other = |tongue: Tongue| format!("{name}.{}", tongue.code()) != entry && !text(tongue).is_empty();
    match source(&is_other, original) {
        Some(from) => entered.clone().with(entry, &text(from)),
        None => entered.clone(),
    }
}

/// The records that links of a form may point to, with their names.
pub type Targets = BTreeMap<Kind, Vec<Entry>>;

/// Every record that a link of this kind may point to: those of the partnership and those of the whole portal.
///
/// # Errors
/// [`Failure`] if the store cannot be read.
pub async fn targets(asker: &Asker, kind: Kind) -> Result<Targets, Failure> {
    let mut targets = Targets::new();
    for target in kind.fields().iter().filter_map(|field| field.shape.target()) {
        if targets.contains_key(&target) {
            continue;
        }
        let here = asker.partnership.as_ref().map(|partnership| partnership.id.as_str());
        let all = asker.app.store().records(&Question::of(target)).await?;
        let is_near = |record: &Record| record.content.partnership.as_deref().is_none_or(|of| Some(of) == here);
        let near: Vec<Record> = all.into_iter().filter(|record| is_near(record) && sees_here(asker, record)).collect();
        let names = Names::around(asker.app.store(), &near, asker.language).await?;
        let mut entries: Vec<Entry> =
            near.iter().map(|record| Entry::new(record.id.clone(), names.name(record, asker.language))).collect();
        entries.sort_by(|one, two| asker.language.compare(&one.label, &two.label));
        targets.insert(target, entries);
    }
    Ok(targets)
}

/// The parts of a form, in the order of the fields, then what every record has.
pub fn blocks(asker: &Asker, filled: &Filled, targets: &Targets) -> Vec<Block> {
    let fields = filled.of.fields().iter().filter(|field| field.shape != Shape::Data);
    let own = fields.map(|field| block(asker, filled, field, targets));
    own.chain(common(asker, filled)).collect()
}

fn form_field(asker: &Asker, filled: &Filled, name: &str, is_needed: bool) -> FormField {
    let error = filled.faults.iter().find(|fault| fault.field == name);
    FormField {
        name: name.to_owned(),
        label: asker.tell(&filled.of.label(name)),
        hint: filled.of.hint(name).map(|key| asker.say(key)).unwrap_or_default(),
        error: error.map(|fault| asker.tell(&filled.of.fault(fault))).unwrap_or_default(),
        value: filled.text(name),
        optional: if is_needed { String::new() } else { asker.say(key::WORK_OPTIONAL) },
    }
}

fn block(asker: &Asker, filled: &Filled, field: &Field, targets: &Targets) -> Block {
    let mut form = form_field(asker, filled, field.name, field.is_needed);
    match field.shape {
        Shape::Words | Shape::Prose => translated(asker, filled, field, form),
        Shape::Choice(choices) => Block::One { choices: words(asker, choices, &form.value, !field.is_needed), field: form },
        Shape::Several(choices) => Block::Several { choices: words(asker, choices, &form.value, false), field: form },
        Shape::Link(target) => Block::One { choices: links(targets, target, &form.value, true), field: form },
        Shape::Links(target) => Block::Several { choices: links(targets, target, &form.value, false), field: form },
        Shape::Indicators => Block::Several { choices: indicators(asker, &form.value), field: form },
        Shape::Flag => Block::One { choices: yes_no(asker, &form.value), field: form },
        Shape::Units => {
            form.value = form.value.replace("; ", "\n");
            form.hint = asker.say(key::WORK_HINT_UNITS);
            Block::Lines { field: form }
        }
        shape => {
            let (kind, class, hint) = line(shape);
            if let Some(hint) = hint.filter(|_| form.hint.is_empty()) {
                form.hint = asker.say(hint);
            }
            Block::Line { field: form, kind, class }
        }
    }
}

const fn line(shape: Shape) -> (&'static str, &'static str, Option<Key>) {
    match shape {
        Shape::Date => ("text", "short", Some(key::WORK_HINT_DATE)),
        Shape::Day => ("date", "short", None),
        Shape::Number(..) | Shape::Decimal => ("text", "number", None),
        Shape::Unit => ("text", "short", Some(key::WORK_HINT_UNIT)),
        Shape::Slug => ("text", "", Some(key::WORK_HINT_SLUG)),
        Shape::Address => ("url", "", None),
        _ => ("text", "", None),
    }
}

fn chosen(value: &str, word: &str) -> bool {
    value.split("; ").any(|chosen| chosen == word)
}

fn nothing() -> Choice {
    Choice { label: "–".to_owned(), ..Choice::default() }
}

fn words(asker: &Asker, choices: miedza_planning::record::Choices, value: &str, may_be_missing: bool) -> Vec<Choice> {
    let words = choices.words.iter().map(|word| Choice {
        value: (*word).to_owned(),
        label: asker.tell(&labels::choice(choices, word)),
        hint: String::new(),
        is_chosen: chosen(value, word),
    });
    may_be_missing.then(nothing).into_iter().chain(words).collect()
}

fn links(targets: &Targets, target: Kind, value: &str, may_be_missing: bool) -> Vec<Choice> {
    let entries = targets.get(&target).map(Vec::as_slice).unwrap_or_default().iter();
    let known: Vec<&Entry> = entries.collect();
    let choice = |id: &str, label: &str| Choice {
        value: id.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        is_chosen: chosen(value, id),
    };
    // A link to what is not for the asker to know stays as it is when the form is sent.
    let unknown = value.split("; ").filter(|id| !id.is_empty() && !known.iter().any(|entry| entry.href == *id));
    let links = known.iter().map(|entry| choice(&entry.href, &entry.label)).chain(unknown.map(|id| choice(id, id)));
    may_be_missing.then(nothing).into_iter().chain(links).collect()
}

/// The indicators of the catalogue in its order, and codes that it does not have, so that they can be taken away.
fn indicators(asker: &Asker, value: &str) -> Vec<Choice> {
    let tongue = asker.tongue();
    let choice = |code: &str, label: &str| Choice {
        value: code.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
        is_chosen: chosen(value, code),
    };
    let catalogue = Catalogue::held();
    let known = catalogue.indicators().iter();
    let known = known.map(|one| choice(&one.code, one.names.get(&tongue).unwrap_or(&one.code)));
    let unknown = value.split("; ").filter(|code| !code.is_empty() && catalogue.indicator(code).is_none());
    known.chain(unknown.map(|code| choice(code, code))).collect()
}

fn yes_no(asker: &Asker, value: &str) -> Vec<Choice> {
    let said = [("", key::WORD_NOT_SAID), ("yes", key::WORD_YES), ("no", key::WORD_NO)];
    said.map(|(word, label)| Choice {
        value: word.to_owned(),
        label: asker.say(label),
        hint: String::new(),
        is_chosen: value == word,
    })
    .to_vec()
}

fn translated(asker: &Asker, filled: &Filled, field: &Field, form: FormField) -> Block {
    let texts = texts_of(filled, field.name);
    let column = |tongue: Tongue| column(asker, filled, field.name, tongue, texts.as_ref());
    let is_outdated = |texts: &Translated, tongue| texts.text(tongue).is_some() && texts.is_out_of_date(tongue);
    let outdated = Tongue::ALL.into_iter().filter(|tongue| texts.as_ref().is_some_and(|texts| is_outdated(texts, *tongue)));
    Block::Translated {
        columns: Tongue::ALL.map(column).to_vec(),
        rows: if field.shape == Shape::Prose { 6 } else { 1 },
        outdated: outdated
            .map(|tongue| FormField {
                name: format!("{}.{}.still-right", field.name, tongue.code()),
                label: format!("{} ({})", asker.say(key::WORK_STILL_RIGHT), tongue.code()),
                ..FormField::default()
            })
            .collect(),
        field: form,
    }
}

fn column(asker: &Asker, filled: &Filled, name: &str, tongue: Tongue, texts: Option<&Translated>) -> TranslationField {
    let entry = format!("{name}.{}", tongue.code());
    let value = filled.text(&entry);
    let (state, sign, tone, word) = match texts {
        Some(texts) if texts.original == tongue => ("original", "original", "info", key::WORK_ORIGINAL),
        Some(_) if value.trim().is_empty() => ("missing", "missing", "attention", key::WORK_MISSING),
        Some(texts) if texts.is_out_of_date(tongue) => ("outdated", "outdated", "attention", key::WORK_OUT_OF_DATE),
        _ => ("", "", "", key::WORK_ORIGINAL),
    };
    let original = texts.map_or_else(|| asker.tongue(), |texts| texts.original);
    let copy = Message::new(key::DRAFT_COPY).with("language", language_name(original));
    TranslationField {
        name: entry,
        language: tongue.code(),
        label: language_name(tongue),
        value,
        word: if state.is_empty() { String::new() } else { asker.say(word) },
        copy: if filled.draft.is_none() || tongue == original { String::new() } else { asker.tell(&copy) },
        copied_from: format!("{name}.{}", original.code()),
        state,
        sign,
        tone,
    }
}

fn common(asker: &Asker, filled: &Filled) -> Vec<Block> {
    let Some(draft) = filled.draft else { return Vec::new() };
    let visibility = Visibility::ALL.map(|visibility| Choice {
        value: visibility.name().to_owned(),
        label: asker.tell(&labels::visibility(visibility)),
        hint: String::new(),
        is_chosen: draft.visibility == visibility,
    });
    let origin = Origin::ALL.map(|origin| Choice {
        value: origin.name().to_owned(),
        label: asker.tell(&labels::origin(origin)),
        hint: String::new(),
        is_chosen: draft.origin == origin,
    });
    vec![
        Block::One { field: form_field(asker, filled, "visibility", true), choices: visibility.to_vec() },
        Block::One { field: form_field(asker, filled, "origin", true), choices: origin.to_vec() },
        Block::Line { field: form_field(asker, filled, "source", false), kind: "text", class: "" },
    ]
}
