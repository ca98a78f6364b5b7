//! The form of a method: which one, and each parameter with its meaning; a share has a slider beside its field.

use std::collections::BTreeMap;

use miedza_planning::delimitation::Run;
use miedza_planning::record::Record;
use miedza_texts::{Argument, Key, Message, key};
use miedza_workflows::lab::parameters::{Asked as How, Entered, as_written, fault, methods, parameters};
use miedza_workflows::lab::{Opened, tell};

use super::sent::{Asked, Sent};
use crate::frame::Asker;
use crate::frame::parts::{Choice, FormField};

/// A parameter as the form shows it.
pub struct Field {
    /// Its field.
    pub field: FormField,
    /// `share`, `number`, `choice`, `switch` or `units`.
    pub kind: &'static str,
    /// Words to choose from.
    pub choices: Vec<Choice>,
    /// Where the slider stands, in per cent; empty for none.
    pub slider: String,
    /// What the slider is called.
    pub slider_label: String,
}

/// The form of a method.
pub struct MethodForm {
    /// Methods to choose from.
    pub methods: Vec<Choice>,
    /// The method whose parameters are shown.
    pub method: String,
    /// What it does.
    pub meaning: String,
    /// Its parameters.
    pub fields: Vec<Field>,
    /// Share of inhabitants who are employed; `None` where the flows need no estimate.
    pub employed: Option<FormField>,
    /// Units around which the area is looked for.
    pub around: FormField,
    /// Whether all parameters are shown.
    pub is_full: bool,
}

/// What was typed into the form, so that nothing of it is lost when it is refused.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The run that was asked for.
    pub run: Option<Run>,
    /// What is wrong with the units around which the area is looked for; empty for nothing.
    pub around: String,
}

/// The run that the form begins with: as it was typed, else that of the variant, else the defaults of the method.
pub fn wanted(asker: &Asker, opened: &Opened, asked: &Asked, typed: &Typed) -> Run {
    if let Some(run) = &typed.run {
        return run.clone();
    }
    let held = opened.desk.base().run();
    let wanted = asked.method.clone().or_else(|| held.map(|run| run.method.clone()));
    let method = wanted.unwrap_or_else(|| default_method(opened));
    match held {
        Some(run) if run.method == method => run.clone(),
        _ => begin(asker.the_partnership(), opened, method, held),
    }
}

/// Without those who stay at home only the threshold makes sense.
fn default_method(opened: &Opened) -> String {
    let first = methods().next().unwrap_or_default();
    let knows_all = opened.desk.matrix.has_diagonal() || opened.desk.ground.employed_share().is_some();
    if knows_all { first.to_owned() } else { "threshold".to_owned() }
}

/// A method that this variant has not run yet: around its core, or the seat of the partnership.
fn begin(partnership: &Record, opened: &Opened, method: String, held: Option<&Run>) -> Run {
    let desk = &opened.desk;
    let mut around = if desk.named_core.is_empty() { desk.codes(&desk.core) } else { desk.named_core.clone() };
    if around.is_empty() {
        around.extend(partnership.text("seat_unit").map(ToOwned::to_owned));
    }
    let employed_share =
        held.and_then(|run| run.employed_share.clone()).or_else(|| desk.ground.employed_share().map(ToOwned::to_owned));
    let known = Run { method: method.clone(), ..Run::default() };
    let mut given = BTreeMap::new();
    let has_cores = parameters(&known).iter().any(|entered| entered.asked == How::Units);
    if has_cores && !around.is_empty() {
        given.insert("cores".to_owned(), around.join(", "));
    }
    if employed_share.is_none() && !desk.matrix.has_diagonal() && method == "threshold" {
        given.insert("denominator".to_owned(), "out_commuters".to_owned());
    }
    Run { method, parameters: given, employed_share, area_of: around }
}

/// The run that a form asks for.
pub fn read(sent: &Sent) -> Run {
    let method = sent.one("method").to_owned();
    let known = parameters(&Run { method: method.clone(), ..Run::default() });
    let given = known.iter().filter_map(|entered| {
        let typed = value(sent, entered)?;
        Some((entered.name.to_owned(), as_written(entered.asked, &typed))).filter(|(_, value)| !value.is_empty())
    });
    let employed = as_written(How::Share, sent.one("employed-share"));
    let codes = sent.one("area-of").split(|sign: char| !sign.is_alphanumeric()).filter(|code| !code.is_empty());
    Run {
        parameters: given.collect(),
        employed_share: (!employed.is_empty()).then_some(employed),
        area_of: codes.map(ToOwned::to_owned).collect(),
        method,
    }
}

/// What was entered: by the slider if that was moved, else in the field. The default is no entry.
fn value(sent: &Sent, entered: &Entered) -> Option<String> {
    let (slider, before) = (sent.one(&format!("slider-{}", entered.name)), sent.one(&format!("slid-{}", entered.name)));
    let is_moved = !slider.is_empty() && slider != before;
    let typed = if is_moved { format!("{slider} %") } else { sent.one(entered.name).to_owned() };
    (as_written(entered.asked, &typed) != entered.value).then_some(typed)
}

impl MethodForm {
    /// The form of a run.
    pub fn of(asker: &Asker, opened: &Opened, (run, wrong): (&Run, &str), asked: &Asked) -> Self {
        let label = |name: &str| asker.tell(&tell::method(name));
        let choice = |name: &str| Choice {
            value: name.to_owned(),
            label: label(name),
            is_chosen: name == run.method,
            ..Choice::default()
        };
        let meaning = key::find(&format!("report-method-{}-1", run.method.replace('_', "-")));
        // A parameter that was set is shown in the short form too: nobody shall wonder what decided.
        let shown = |entered: &Entered| asked.is_full || entered.is_main || !entered.is_default;
        let needs_share = opened.desk.ground.reading.is_some() && !opened.desk.ground.has_own_diagonal();
        Self {
            methods: methods().map(choice).collect(),
            method: run.method.clone(),
            meaning: meaning.map(|key| asker.say(key)).unwrap_or_default(),
            fields: parameters(run).iter().filter(|entered| shown(entered)).map(|entered| field(asker, entered)).collect(),
            employed: needs_share.then(|| FormField {
                name: "employed-share".to_owned(),
                label: asker.say(key::LAB_EMPLOYED_SHARE),
                hint: asker.say(key::LAB_EMPLOYED_SHARE_HINT),
                value: run.employed_share.clone().unwrap_or_default(),
                optional: asker.say(key::WORK_OPTIONAL),
                ..FormField::default()
            }),
            around: FormField {
                name: "area-of".to_owned(),
                label: asker.say(key::LAB_AREA_OF),
                hint: asker.say(key::LAB_AREA_OF_HINT),
                value: run.area_of.join(", "),
                error: wrong.to_owned(),
                optional: asker.say(key::WORK_OPTIONAL),
            },
            is_full: asked.is_full,
        }
    }
}

fn field(asker: &Asker, entered: &Entered) -> Field {
    let kind = match entered.asked {
        How::Share => "share",
        How::Number { .. } => "number",
        How::Choice(_) => "choice",
        How::Switch => "switch",
        How::Units => "units",
        How::Criteria | How::Text => "text",
    };
    let label = asker.tell(&entered.meaning);
    Field {
        slider: if kind == "share" { per_cent(&entered.value) } else { String::new() },
        slider_label: asker.tell(&Message::new(key::LAB_SLIDER).with("parameter", label.clone())),
        choices: choices(asker, entered),
        field: FormField {
            name: entered.name.to_owned(),
            label: capital(&label),
            hint: asker.tell(&Message::new(key::LAB_PARAMETER_HINT).with("name", entered.name).with("source", entered.source)),
            error: fault(entered).map(|fault| asker.tell(&fault)).unwrap_or_default(),
            value: entered.value.clone(),
            optional: asker.say(key::WORK_OPTIONAL),
        },
        kind,
    }
}

/// Where a slider of whole per cent stands; in the middle for what is no share.
fn per_cent(value: &str) -> String {
    let plain = |text: &str| text.trim().parse::<f64>().ok();
    let share = match value.split_once('/') {
        Some((above, below)) => plain(above).zip(plain(below)).map(|(above, below)| above / below),
        None => plain(value),
    };
    let share = share.filter(|share| share.is_finite()).unwrap_or(0.5);
    format!("{:.0}", (share * 100.0).clamp(0.0, 100.0))
}

fn choices(asker: &Asker, entered: &Entered) -> Vec<Choice> {
    let words: &[&str] = match entered.asked {
        How::Choice(words) => words,
        How::Switch => &["true", "false"],
        _ => return Vec::new(),
    };
    let label = |word: &str| {
        let known = key::find(&format!("lab-word-{}", word.replace('_', "-")));
        known.map_or_else(|| word.to_owned(), |key: Key| asker.say(key))
    };
    let none = || Choice { label: "–".to_owned(), is_chosen: entered.value.is_empty(), ..Choice::default() };
    let may_be_missing = entered.value.is_empty() || entered.name == "preset";
    let offered = words.iter().map(|word| Choice {
        value: (*word).to_owned(),
        label: label(word),
        is_chosen: *word == entered.value,
        ..Choice::default()
    });
    may_be_missing.then(none).into_iter().chain(offered).collect()
}

/// The first letter large, as labels begin.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A limit of the rules in a field.
pub fn limit(asker: &Asker, name: &str, label: Key, value: f64) -> FormField {
    let value = if name == "commuter-share" {
        asker.language.say(&Message::new(key::PLAIN_TEXT).with("text", Argument::Share(value, 1)))
    } else {
        value.to_string()
    };
    FormField { name: name.to_owned(), label: asker.say(label), value, ..FormField::default() }
}
