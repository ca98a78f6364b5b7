//! The form of a method: which one, and each parameter with its meaning; a share has a slider beside its field.

use std::collections::BTreeMap;

use miedza_planning::delimitation::Run;
use miedza_planning::record::Record;
use miedza_texts::{Argument, Key, Message, key};
use miedza_workflows::lab::parameters::{Asked as How, Entered, PRESET, as_written, fault, methods, parameters, presets};
use miedza_workflows::lab::{Opened, explained, tell};

use super::form::address;
use super::sent::{Asked, Sent};
use crate::frame::Asker;
use crate::frame::failure::capital;
use crate::frame::parts::{Choice, Entry, FormField};

/// A parameter as the form shows it.
pub struct Field {
    /// Its field.
    pub field: FormField,
    /// `share`, `number`, `choice`, `switch`, `units`, `criteria` or `text`.
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
    /// The question that it answers.
    pub answers: String,
    /// What it does, step by step.
    pub steps: Vec<String>,
    /// Its page.
    pub page: Entry,
    /// Named sets of values, each leading to this page with its values in the fields; none if it has none.
    pub presets: Vec<Entry>,
    /// The set whose values stand in the fields; empty for none.
    pub preset: String,
    /// Parameters that decide how far an area reaches.
    pub main: Vec<Field>,
    /// All others.
    pub further: Vec<Field>,
    /// Share of inhabitants who are employed; `None` where the flows need no estimate.
    pub employed: Option<FormField>,
    /// Units around which the area is looked for.
    pub around: FormField,
    /// Whether the other parameters are shown at once: somebody asked for them, or one of them was set.
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
    let run = match held {
        Some(run) if run.method == method => run.clone(),
        _ => begin(asker.the_partnership(), opened, method, held),
    };
    asked.preset.iter().fold(run, |run, preset| with_set(run, preset))
}

/// The run with the values of a set, in place of those that were entered for the same parameters; with none for an empty name.
fn with_set(mut run: Run, preset: &str) -> Run {
    run.parameters.remove(PRESET);
    let sets = presets(&run.method);
    run.parameters.retain(|name, _| !sets.iter().any(|(_, values)| values.iter().any(|(of_set, _)| of_set == name)));
    if sets.iter().any(|(name, _)| *name == preset) {
        run.parameters.insert(PRESET.to_owned(), preset.to_owned());
    }
    run
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
    let preset = Some(sent.one(PRESET)).filter(|preset| !preset.is_empty());
    let set: BTreeMap<String, String> = preset.map(|preset| (PRESET.to_owned(), preset.to_owned())).into_iter().collect();
    let known = parameters(&Run { method: method.clone(), parameters: set.clone(), ..Run::default() });
    let given = known.iter().filter(|entered| entered.name != PRESET).filter_map(|entered| {
        let typed = value(sent, entered)?;
        Some((entered.name.to_owned(), as_written(entered.asked, &typed))).filter(|(_, value)| !value.is_empty())
    });
    let employed = as_written(How::Share, sent.one("employed-share"));
    let codes = sent.one("area-of").split(|sign: char| !sign.is_alphanumeric()).filter(|code| !code.is_empty());
    Run {
        parameters: set.into_iter().chain(given).collect(),
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
        let needs_share = opened.desk.ground.reading.is_some() && !opened.desk.ground.has_own_diagonal();
        let all = parameters(run).into_iter().filter(|entered| entered.name != PRESET);
        let (main, further): (Vec<Entered>, Vec<Entered>) = all.partition(|entered| entered.is_main);
        let explained = explained::of(&run.method);
        let steps = explained.iter().flat_map(|method| &method.steps);
        let fields = |entered: &[Entered]| entered.iter().map(|entered| field(asker, entered)).collect();
        let preset = run.parameters.get(PRESET).cloned().unwrap_or_default();
        Self {
            methods: methods().map(choice).collect(),
            method: run.method.clone(),
            answers: explained.as_ref().and_then(|method| method.answers).map(|key| asker.say(key)).unwrap_or_default(),
            steps: steps.map(|step| asker.say(*step)).collect(),
            page: Entry::new(super::methods::address(asker, &run.method), asker.say(key::LAB_METHOD_PAGE)),
            presets: sets(asker, &opened.variant.id, run, &preset),
            preset,
            // A parameter that was set is shown at once: nobody shall wonder what decided.
            is_full: asked.is_full || further.iter().any(|entered| !entered.is_default),
            main: fields(&main),
            further: fields(&further),
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
        }
    }
}

/// The sets of values of a method, and its usual values; each leads to this page with them in the fields.
fn sets(asker: &Asker, variant: &str, run: &Run, chosen: &str) -> Vec<Entry> {
    let named = presets(&run.method).iter().map(|(name, _)| *name);
    let lab = address(asker, variant).ask("method", &run.method);
    let entry = |name: &str| {
        let label = if name.is_empty() { asker.say(key::LAB_PRESET_NONE) } else { word(asker, name) };
        Entry::new(lab.clone().ask(PRESET, name), label).current_if(name == chosen)
    };
    let all: Vec<Entry> = std::iter::once("").chain(named).map(entry).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

fn field(asker: &Asker, entered: &Entered) -> Field {
    let kind = match entered.asked {
        How::Share => "share",
        How::Number { .. } => "number",
        How::Choice(_) => "choice",
        How::Switch => "switch",
        How::Units => "units",
        How::Criteria => "criteria",
        How::Text => "text",
    };
    let label = asker.tell(&entered.meaning);
    Field {
        slider: if kind == "share" { per_cent(&entered.value) } else { String::new() },
        slider_label: asker.tell(&Message::new(key::LAB_SLIDER).with("parameter", label.clone())),
        choices: choices(asker, entered),
        field: FormField {
            name: entered.name.to_owned(),
            label: capital(&label),
            hint: hint(asker, entered),
            error: fault(entered).map(|fault| asker.tell(&fault)).unwrap_or_default(),
            value: entered.value.clone(),
            optional: asker.say(key::WORK_OPTIONAL),
        },
        kind,
    }
}

/// What is usual, and where that comes from; of a list of criteria how it is written.
fn hint(asker: &Asker, entered: &Entered) -> String {
    if entered.asked == How::Criteria {
        return asker.say(key::LAB_CRITERIA_HINT);
    }
    let told = match usual(asker, entered) {
        usual if usual.is_empty() => Message::new(key::LAB_PARAMETER_HINT),
        usual => Message::new(key::LAB_PARAMETER_USUAL).with("usual", usual),
    };
    asker.tell(&told.with("source", entered.source))
}

/// The usual value in words; empty where there is none.
pub fn usual(asker: &Asker, entered: &Entered) -> String {
    match entered.asked {
        How::Choice(_) | How::Switch if !entered.usual.is_empty() => word(asker, entered.usual),
        _ => entered.usual.to_owned(),
    }
}

/// A word of the program as people say it; the word itself where the catalogues have none.
pub fn word(asker: &Asker, word: &str) -> String {
    let known = key::find(&format!("lab-word-{}", word.replace('_', "-")));
    known.map_or_else(|| word.to_owned(), |key: Key| asker.say(key))
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
    let none = || Choice { label: "–".to_owned(), is_chosen: entered.value.is_empty(), ..Choice::default() };
    let may_be_missing = entered.usual.is_empty();
    let offered = words.iter().map(|offered| Choice {
        value: (*offered).to_owned(),
        label: word(asker, offered),
        is_chosen: *offered == entered.value,
        ..Choice::default()
    });
    may_be_missing.then(none).into_iter().chain(offered).collect()
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
