//! The merge page: somebody else changed the record; each field that differs is chosen, and nothing typed is lost.

use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use miedza_planning::record::{Draft, Record};
use miedza_texts::{Message, key};
use miedza_workflows::record::{Entered, FieldChange, changes, written};

use super::history::who;
use super::register::Register;
use crate::frame::Answer;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, MergeSide, Title};

/// A field that differs, with what each side would send.
struct Choosing {
    name: String,
    label: String,
    yours: MergeSide,
    theirs: MergeSide,
}

#[derive(Template)]
#[template(path = "work/merge.html")]
struct MergePage {
    page: Page,
    title: Title,
    version: String,
    action: String,
    fields: Vec<Choosing>,
    hidden: Vec<(String, String)>,
    save: String,
    back: Entry,
}

/// Entries of what was typed that the form of the record would send.
fn typed(draft: &Draft) -> Vec<(String, String)> {
    let own = [("visibility", draft.visibility.name()), ("origin", draft.origin.name())];
    let mut entries = written(draft.kind, &draft.values);
    entries.extend(own.map(|(name, word)| (name.to_owned(), word.to_owned())));
    entries.push(("source".to_owned(), draft.source.clone().unwrap_or_default()));
    entries
}

fn choosing(register: &Register, change: &FieldChange, current: &Record) -> Choosing {
    let asker = register.asker;
    let when = asker.moment(&current.updated_at);
    let empty = || "–".to_owned();
    let words = |text: &str| if text.is_empty() { empty() } else { text.to_owned() };
    Choosing {
        name: format!("choose:{}", change.entry),
        label: change.label.clone(),
        yours: MergeSide { value: "yours", label: asker.say(key::WORK_YOURS), text: words(&change.after), is_chosen: true },
        theirs: MergeSide {
            value: "theirs",
            label: format!("{} ({when})", asker.say(key::WORK_THEIRS)),
            text: words(&change.before),
            is_chosen: false,
        },
    }
}

/// Shows both versions. The chosen side decides when the form is sent again.
pub async fn show(register: &Register<'_>, current: &Record, draft: &Draft) -> Answer {
    let asker = register.asker;
    let names = register.names(std::slice::from_ref(current)).await?;
    let differing = changes(Some(&current.content), Some(draft), &names, asker.language);
    let told = Message::new(key::WORK_CONFLICT_TEXT)
        .with("when", asker.moment(&current.updated_at))
        .with("who", who(asker, current.updated_by.as_deref()));
    let heading = asker.say(key::WORK_CONFLICT);
    let here = register.record(&current.id);
    let shown = MergePage {
        page: register.page(&heading, Vec::new()).await?,
        title: Title { kind: names.name(current, asker.language), heading, lead: asker.tell(&told), ..Title::default() },
        version: current.version.to_string(),
        action: here.to_string(),
        fields: differing.iter().map(|change| choosing(register, change, current)).collect(),
        hidden: typed(draft),
        save: asker.say(key::WORK_MERGE),
        back: Entry::new(here, asker.say(key::WORK_THEIRS)),
    };
    Ok((StatusCode::CONFLICT, page::answer(&shown)).into_response())
}

/// What a merge form means: the entries of the side that was chosen; a form without choices is left as it is.
pub fn settled(entered: &Entered, current: &Record) -> Entered {
    let theirs: Vec<String> = entered
        .pairs()
        .filter(|(name, side)| name.starts_with("choose:") && *side == "theirs")
        .filter_map(|(name, _)| name.strip_prefix("choose:").map(ToOwned::to_owned))
        .collect();
    let kept = typed(&current.content);
    let pairs = entered.pairs().filter(|(name, _)| !name.starts_with("choose:")).map(|(name, text)| {
        let their = theirs.iter().any(|chosen| chosen == name);
        let kept = kept.iter().find(|(entry, _)| entry == name).filter(|_| their);
        (name.to_owned(), kept.map_or_else(|| text.to_owned(), |(_, text)| text.clone()))
    });
    Entered::new(pairs.collect::<Vec<_>>())
}
