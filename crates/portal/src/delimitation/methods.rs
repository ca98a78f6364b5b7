//! The methods for everybody: what each answers, what it does step by step, what can be set in it, where it comes from.

use askama::Template;
use axum::extract::Path;
use miedza_texts::{Message, key};
use miedza_workflows::lab::explained::{self, Explained};
use miedza_workflows::lab::parameters::{Entered, parameters};

use super::parameters::{usual, word};
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Heading, Title};
use crate::frame::{Address, Answer, Asker};

/// Address of the list of methods.
fn all(asker: &Asker) -> Address {
    Address::page(asker.language).step("methods")
}

/// Address of the page of a method.
pub fn address(asker: &Asker, method: &str) -> Address {
    all(asker).step(method)
}

struct Card {
    link: Entry,
    answers: String,
}

#[derive(Template)]
#[template(path = "delimitation/methods.html")]
struct MethodsPage {
    page: Page,
    title: Title,
    cards: Vec<Card>,
}

/// All methods with the question that each answers.
pub async fn list(asker: Asker) -> Answer {
    let heading = asker.say(key::LAB_METHODS);
    let card = |method: &Explained| Card {
        link: Entry::new(address(&asker, method.name), asker.tell(&method.title)),
        answers: method.answers.map(|key| asker.say(key)).unwrap_or_default(),
    };
    let lead = asker.say(key::LAB_METHODS_LEAD);
    page::answer(&MethodsPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading).described(lead.clone()),
        cards: explained::all().iter().map(card).collect(),
        title: Title { heading, lead, ..Title::default() },
    })
}

struct ParameterRow {
    meaning: String,
    name: &'static str,
    usual: String,
    in_sets: Vec<String>,
    source: &'static str,
}

#[derive(Template)]
#[template(path = "delimitation/method.html")]
struct MethodPage {
    page: Page,
    title: Title,
    steps_heading: String,
    steps: Vec<String>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<ParameterRow>,
    sources_heading: String,
    sources: Vec<&'static str>,
    command_heading: String,
    command: String,
}

/// The page of a method.
pub async fn show(asker: Asker, Path((_, name)): Path<(String, String)>) -> Answer {
    let method = explained::of(&name).ok_or_else(unknown_address)?;
    let heading = asker.tell(&method.title);
    let lead = method.answers.map(|key| asker.say(key)).unwrap_or_default();
    let above = vec![Entry::new(all(&asker), asker.say(key::LAB_METHODS))];
    page::answer(&MethodPage {
        page: Page::of(&asker, &heading).under(above, &heading).described(lead.clone()),
        title: Title { kind: asker.say(key::LAB_METHOD), heading, lead, ..Title::default() },
        steps_heading: asker.say(key::LAB_STEPS),
        steps: method.steps.iter().map(|step| asker.say(*step)).collect(),
        caption: Caption::new("parameters", asker.say(key::LAB_PARAMETERS_CAPTION)),
        headings: headings(&asker, &method),
        rows: method.parameters.iter().map(|entered| row(&asker, &method, entered)).collect(),
        sources_heading: asker.say(key::LAB_SOURCES),
        sources: method.sources.clone(),
        command_heading: asker.say(key::LAB_METHOD_COMMAND),
        command: format!("miedza delimit flows.csv --method {name}"),
    })
}

fn headings(asker: &Asker, method: &Explained) -> Vec<Heading> {
    let mut headings = vec![Heading::words(asker.say(key::LAB_PARAMETER)), Heading::words(asker.say(key::LAB_COLUMN_USUAL))];
    headings.extend(method.presets.iter().map(|(name, _)| Heading::words(word(asker, name))));
    headings.push(Heading::words(asker.say(key::LAB_SOURCES)));
    headings
}

fn row(asker: &Asker, method: &Explained, entered: &Entered) -> ParameterRow {
    let in_set = |set: &str| {
        let given = [("preset".to_owned(), set.to_owned())].into();
        let run = miedza_planning::delimitation::Run { method: method.name.to_owned(), parameters: given, ..Default::default() };
        parameters(&run).iter().find(|other| other.name == entered.name).map(|other| usual(asker, other)).unwrap_or_default()
    };
    let shown = |value: String| if value.is_empty() { asker.language.optional(None, 0) } else { value };
    ParameterRow {
        meaning: crate::frame::failure::capital(&asker.tell(&Message::clone(&entered.meaning))),
        name: entered.name,
        usual: shown(usual(asker, entered)),
        in_sets: method.presets.iter().map(|(set, _)| shown(in_set(set))).collect(),
        source: entered.source,
    }
}
