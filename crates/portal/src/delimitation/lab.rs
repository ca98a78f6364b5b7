//! The area lab of one variant: method and parameters left, what comes of them right.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use miedza_planning::record::{Kind, Record, Visibility};
use miedza_planning::rights::Verb;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Opened, Pasted, Pasting, tell};

use super::form::{self, address, may, may_edit, name};
use super::parameters::{MethodForm, Typed, limit, wanted};
use super::sent::{Asked, VERSION};
use super::sides::{Beside, beside};
use super::view::Viewer;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Choice, Entry, FormField, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// The forms that a variant can be changed with; none for an adopted one.
struct Forms {
    method: MethodForm,
    method_action: String,
    run_action: String,
    tables: Vec<Choice>,
    table_action: String,
    paste_action: String,
    pasted: String,
    limits_action: String,
    limits: Vec<FormField>,
    adopt_action: String,
    resolutions: Vec<Choice>,
    may_adopt: bool,
    /// Whether no unit is in yet.
    is_empty: bool,
}

#[derive(Template)]
#[template(path = "delimitation/lab.html")]
struct LabPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    live: String,
    forms: Option<Forms>,
    /// Whether the forms stand open on a phone too: nothing is in yet, or something typed was refused.
    is_open: bool,
    version_name: &'static str,
    version: String,
    beside: Option<Beside>,
    beside_choices: Vec<Choice>,
    words: Words,
}

/// What is typed and told when a step is refused; the page stays and nothing typed is lost.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Told above the page.
    pub notice: Option<Notice>,
    /// What was typed into the form of the method.
    pub typed: Typed,
    /// What was pasted.
    pub pasted: String,
    /// Status of the answer; 200 where none is set.
    pub status: Option<StatusCode>,
}

/// Words of the page.
struct Words {
    method: String,
    choose_method: String,
    open: String,
    steps: String,
    presets: String,
    further: String,
    parameters: String,
    run: String,
    table: String,
    take_table: String,
    paste: String,
    paste_label: String,
    paste_hint: String,
    paste_for: String,
    paste_instead: String,
    paste_in: String,
    paste_out: String,
    paste_act: String,
    limits: String,
    limits_act: String,
    adopt: String,
    adopt_label: String,
    adopt_act: String,
    adopt_none: String,
    help: String,
    help_close: String,
    keys: Vec<(&'static str, String)>,
    beside: String,
    beside_act: String,
}

/// The page of a variant.
pub async fn show(asker: Asker) -> Answer {
    let opened = form::opened(&asker).await?;
    let asked = Asked::of(&asker.uri);
    let done = form::done(&asker, &asked, &opened);
    let notice = done.map(|title| Notice { kind: "success", title, ..Notice::default() });
    answer(&asker, &opened, Shown { notice, ..Shown::default() }).await
}

/// The page of a variant with what is to be told.
///
/// # Errors
/// [`Failure`] if the store does not answer.
pub async fn answer(asker: &Asker, opened: &Opened, shown: Shown) -> Answer {
    let asked = Asked::of(&asker.uri);
    let may_edit = may_edit(asker);
    let heading = name(asker, &opened.variant);
    let mut page = Page::of(asker, &heading).unlisted().wide().under(form::above(asker), &heading);
    page.notices.extend(shown.notice.clone());
    page.notices.extend(not_public(asker, &opened.variant));
    let status = shown.status;
    let forms = if may_edit { Some(forms(asker, opened, &asked, &shown).await?) } else { None };
    let is_asked = asked.method.is_some() || asked.preset.is_some();
    let lab = LabPage {
        is_open: is_asked || status.is_some() || !shown.pasted.is_empty() || opened.desk.members.is_empty(),
        page: if may_edit { page.with_island("area-editor") } else { page },
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            lead: tell::base(opened.desk.base(), asker.language),
            heading,
            ..Title::default()
        },
        ways: ways(asker, opened),
        live: Viewer { asker, may_edit }.render(opened)?,
        forms,
        version_name: VERSION,
        version: opened.variant.version.to_string(),
        beside: beside(asker, opened, asked.beside.as_deref()).await?,
        beside_choices: others(asker, opened, &asked).await?,
        words: words(asker),
    };
    let mut response: Response = page::answer(&lab)?;
    if let Some(status) = status {
        *response.status_mut() = status;
    }
    Ok(response.into_response())
}

/// Of an adopted variant that not everyone sees: where those who may publish it do so.
fn not_public(asker: &Asker, variant: &Record) -> Option<Notice> {
    let object = asker.object_of(variant, asker.partnership.as_deref());
    let is_hidden = object.is_decided && variant.content.visibility != Visibility::Public;
    let may = is_hidden && asker.may(Verb::Publish, Kind::Variants.room(), &object).is_ok();
    may.then(|| Notice {
        kind: "attention",
        title: asker.say(key::LAB_NOT_PUBLIC),
        ways: vec![Entry::new(record_form(asker, variant), asker.say(key::LAB_NOT_PUBLIC_ACT))],
        ..Notice::default()
    })
}

async fn forms(asker: &Asker, opened: &Opened, asked: &Asked, shown: &Shown) -> Result<Forms, Failure> {
    let lab = asker.app.lab();
    let one = address(asker, &opened.variant.id);
    let run = wanted(asker, opened, asked, &shown.typed);
    let tables = lab.tables(asker.the_partnership()).await?;
    let table = |table: &miedza_planning::record::Record| Choice {
        value: table.id.clone(),
        label: asker.words(table, "name"),
        is_chosen: opened.table.as_ref().is_some_and(|held| held.id == table.id),
        ..Choice::default()
    };
    let resolutions = lab.carried_resolutions(asker.the_partnership()).await?;
    let resolution = |resolution: &miedza_planning::record::Record| Choice {
        value: resolution.id.clone(),
        label: format!("{} – {}", resolution.text("number").unwrap_or_default(), asker.words(resolution, "title")),
        ..Choice::default()
    };
    let limits = opened.desk.limits;
    Ok(Forms {
        method: MethodForm::of(asker, opened, (&run, &shown.typed.around), asked),
        method_action: one.clone().into(),
        run_action: asked.carry(one.clone().step("run")).into(),
        tables: tables.iter().map(table).collect(),
        table_action: asked.carry(one.clone().step("table")).into(),
        paste_action: asked.carry(one.clone().step("paste")).into(),
        pasted: shown.pasted.clone(),
        limits_action: asked.carry(one.clone().step("limits")).into(),
        limits: vec![
            limit(asker, "core-population", key::LAB_LIMIT_CORE, limits.core_population),
            limit(asker, "commuter-share", key::LAB_LIMIT_SHARE, limits.commuter_share),
            FormField {
                name: "core".to_owned(),
                label: asker.say(key::LAB_CORE),
                hint: asker.say(key::LAB_CORE_HINT),
                value: opened.desk.named_core.join(", "),
                optional: asker.say(key::WORK_OPTIONAL),
                ..FormField::default()
            },
        ],
        adopt_action: one.clone().step("adopt").into(),
        resolutions: resolutions.iter().map(resolution).collect(),
        is_empty: opened.desk.members.is_empty() && opened.desk.strangers.is_empty(),
        may_adopt: may(asker, Verb::Publish, &opened.variant),
    })
}

/// The form with the name, the languages and the visibility of a variant.
fn record_form(asker: &Asker, variant: &Record) -> Address {
    Address::partnership_work(asker.language, asker.slug()).step("variants").step(&variant.id)
}

fn ways(asker: &Asker, opened: &Opened) -> Vec<Entry> {
    let one = address(asker, &opened.variant.id);
    let mut ways = Vec::new();
    if opened.desk.made.is_some() {
        ways.push(Entry::new(one.step("partition"), asker.say(key::LAB_PARTITION)));
    }
    if opened.desk.base().run().is_some() {
        let certainty = address(asker, &opened.variant.id).step("certainty");
        ways.push(Entry::new(certainty, asker.say(key::LAB_CERTAINTY)));
    }
    let record = record_form(asker, &opened.variant);
    ways.push(Entry::new(record.clone(), asker.say(key::LAB_RECORD)));
    ways.push(Entry::new(record.step("history"), asker.say(key::WORK_HISTORY)));
    ways
}

async fn others(asker: &Asker, opened: &Opened, asked: &Asked) -> Result<Vec<Choice>, Failure> {
    let variants = asker.app.lab().variants(asker.the_partnership()).await?;
    let others = variants.iter().filter(|variant| variant.id != opened.variant.id);
    let seen = others.filter(|variant| asker.sees(variant, asker.partnership.as_deref()));
    Ok(seen
        .map(|variant| Choice {
            value: variant.id.clone(),
            label: name(asker, variant),
            is_chosen: asked.beside.as_ref() == Some(&variant.id),
            ..Choice::default()
        })
        .collect())
}

/// What of a pasted text was not taken as it stands, and what of it stays to be mended; `None` if there is nothing to tell.
pub fn told_of_paste(asker: &Asker, opened: &Opened, (pasting, pasted): (Pasting, &Pasted)) -> Option<(Notice, String)> {
    if pasted.is_plain() {
        return None;
    }
    let text: Vec<String> = tell::pasted(&opened.desk, pasted).iter().map(|told| asker.tell(told)).collect();
    let rest: Vec<&str> = pasted.left().collect();
    let title = asker.tell(&counted(pasting, pasted.new, pasted.units.len()));
    Some((Notice { kind: "attention", title, text: text.join(" "), ways: Vec::new() }, rest.join("\n")))
}

/// How many units of a pasted list changed the variant, and how many did not.
pub fn counted(pasting: Pasting, new: usize, all: usize) -> Message {
    let old = all.saturating_sub(new);
    let (key, new, old) = match pasting {
        Pasting::PutIn => (key::LAB_PASTE_PUT_IN, new, old),
        Pasting::TakeOut => (key::LAB_PASTE_TOOK_OUT, old, new),
        Pasting::Instead => (key::LAB_PASTE_IS_WHOLE, new, old),
    };
    Message::new(key).with("all", all).with("new", new).with("old", old)
}

fn words(asker: &Asker) -> Words {
    let say = |key| asker.say(key);
    let keys = [
        ("M", key::LAB_KEY_MAP),
        ("← ↑ ↓ →", key::LAB_KEY_ARROWS),
        ("Enter", key::LAB_KEY_ENTER),
        ("Z", key::LAB_KEY_UNDO),
        ("Y", key::LAB_KEY_REDO),
        ("P", key::LAB_KEY_PARAMETERS),
        ("T", key::LAB_KEY_TABLE),
        ("?", key::LAB_KEY_HELP),
    ];
    Words {
        method: say(key::LAB_METHOD),
        choose_method: say(key::LAB_CHOOSE_METHOD),
        open: say(key::LAB_OPEN_PARAMETERS),
        steps: say(key::LAB_STEPS),
        presets: say(key::LAB_PRESETS),
        further: say(key::LAB_FURTHER),
        parameters: say(key::LAB_PARAMETERS),
        run: say(key::LAB_RUN),
        table: say(key::LAB_TABLE),
        take_table: say(key::LAB_TAKE_TABLE),
        paste: say(key::LAB_PASTE),
        paste_label: say(key::LAB_PASTE_LABEL),
        paste_hint: say(key::LAB_HINT_PASTE),
        paste_for: say(key::LAB_PASTE_FOR),
        paste_instead: say(key::LAB_PASTE_INSTEAD),
        paste_in: say(key::LAB_PASTE_IN),
        paste_out: say(key::LAB_PASTE_OUT),
        paste_act: say(key::LAB_PASTE_ACT),
        limits: say(key::LAB_LIMITS),
        limits_act: say(key::LAB_LIMITS_ACT),
        adopt: say(key::LAB_ADOPT),
        adopt_label: say(key::LAB_ADOPT_LABEL),
        adopt_act: say(key::LAB_ADOPT_ACT),
        adopt_none: say(key::LAB_ADOPT_NONE),
        help: say(key::LAB_HELP),
        help_close: say(key::LAB_HELP_CLOSE),
        keys: keys.map(|(sign, told)| (sign, say(told))).to_vec(),
        beside: say(key::LAB_BESIDE),
        beside_act: say(key::LAB_BESIDE_ACT),
    }
}
