//! What came in with a file, row by row what was refused, and all refused rows as a file.

use askama::Template;
use axum::Form;
use miedza_texts::{Message, key};
use miedza_workflows::importing::{self, About, ObservationsImported, Refusal, VariableImported};
use miedza_workflows::record::Entered;
use miedza_workflows::spreadsheet::Spreadsheet;

use super::about::{Waiting, about, carried};
use super::{above, address, count};
use crate::frame::attachment::attachment;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Entry, Fact, Heading, Notice, Title};
use crate::frame::{Answer, Asker};

/// Refused rows that are shown.
const REFUSED: usize = 50;
/// Variables that are shown.
const VARIABLES: usize = 50;

/// The form behind which all refused rows come as a file.
struct Download {
    action: String,
    hidden: Vec<(String, String)>,
    button: String,
}

/// A refused row in words.
struct RefusedRow {
    line: u64,
    what: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "work/observations/report.html")]
struct ReportPage {
    page: Page,
    title: Title,
    facts: Vec<Fact>,
    remarks: Vec<String>,
    variables_heading: String,
    variables: Vec<Entry>,
    refused_heading: String,
    caption: Caption,
    headings: Vec<Heading>,
    refused: Vec<RefusedRow>,
    download: Option<Download>,
    back: Entry,
}

/// The page. The file that waits is there where rows were refused, so that they can be told again.
///
/// # Errors
/// A fault of the program if the page cannot be drawn.
pub fn answer(
    asker: &Asker,
    imported: &ObservationsImported,
    (waiting, entered, about): (Option<&Waiting>, &Entered, &About),
) -> Answer {
    let heading = asker.say(key::OBSERVATIONS_REPORT);
    let refused = usize::try_from(imported.refused).unwrap_or(usize::MAX);
    let shown = Message::new(key::OBSERVATIONS_REFUSED_SHOWN)
        .with("shown", imported.refusals.len().min(REFUSED))
        .with("all", count(asker, imported.refused));
    let words = [key::OBSERVATIONS_LINE, key::OBSERVATIONS_WHAT, key::OBSERVATIONS_REASON];
    page::answer(&ReportPage {
        page: Page::of(asker, &heading).unlisted().under(above(asker), &heading).telling(kept(asker, imported)),
        title: Title { kind: imported.file.clone(), heading, ..Title::default() },
        facts: facts(asker, imported),
        remarks: imported.remarks.iter().map(|remark| asker.tell(remark)).collect(),
        variables_heading: asker.say(key::OBSERVATIONS_VARIABLES),
        variables: imported.variables.iter().take(VARIABLES).map(|variable| link(asker, variable)).collect(),
        refused_heading: asker.say(key::OBSERVATIONS_REFUSED),
        caption: Caption::new("refused", asker.say(key::OBSERVATIONS_REFUSED)).at(asker.tell(&shown)),
        headings: words.map(|word| Heading::words(asker.say(word))).to_vec(),
        refused: imported.refusals.iter().take(REFUSED).map(|refusal| refused_row(asker, refusal)).collect(),
        download: waiting.filter(|_| refused > 0).map(|waiting| download(asker, waiting, (entered, about))),
        back: Entry::new(address(asker), asker.say(key::OBSERVATIONS_ALL)),
    })
}

fn refused_row(asker: &Asker, refusal: &Refusal) -> RefusedRow {
    RefusedRow { line: refusal.line, what: refusal.what.clone(), reason: asker.tell(&refusal.reason) }
}

fn kept(asker: &Asker, imported: &ObservationsImported) -> Notice {
    let told = if imported.new + imported.revised == 0 { key::OBSERVATIONS_UNCHANGED } else { key::OBSERVATIONS_KEPT };
    Notice { kind: "success", title: asker.say(told), ..Notice::default() }
}

fn facts(asker: &Asker, imported: &ObservationsImported) -> Vec<Fact> {
    let fact = |label, value: String| Fact { label: asker.say(label), value, ..Fact::default() };
    let number = |label, value: u64| fact(label, count(asker, value));
    let size = |value: usize| u64::try_from(value).unwrap_or(u64::MAX);
    vec![
        number(key::OBSERVATIONS_ROWS, imported.rows),
        number(key::OBSERVATIONS_REFUSED, imported.refused),
        number(key::OBSERVATIONS_VARIABLES_COUNT, size(imported.variables.len())),
        number(key::OBSERVATIONS_UNITS, size(imported.units)),
        number(key::OBSERVATIONS_VALUES, imported.values),
        number(key::OBSERVATIONS_NEW, imported.new),
        number(key::OBSERVATIONS_REVISED, imported.revised),
        number(key::OBSERVATIONS_UNCHANGED_VALUES, imported.unchanged),
        fact(key::OBSERVATIONS_SHA256, imported.sha256.clone()),
    ]
}

fn link(asker: &Asker, VariableImported { key, label }: &VariableImported) -> Entry {
    let told = if label.is_empty() { key.clone() } else { format!("{label} ({key})") };
    Entry::new(address(asker).ask("q", key), told)
}

fn download(asker: &Asker, waiting: &Waiting, (entered, about): (&Entered, &About)) -> Download {
    let mut hidden = waiting.carried();
    hidden.extend(carried(entered));
    let mapping = about.mapping.as_ref().and_then(|mapping| serde_json::to_string(mapping).ok());
    hidden.extend(mapping.map(|mapping| ("mapping".to_owned(), mapping)));
    Download { action: address(asker).step("refused").into(), hidden, button: asker.say(key::OBSERVATIONS_REFUSED_FILE) }
}

/// The refused rows of a file as a table; it is read again and nothing is kept.
pub async fn refused(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let entered = Entered::new(pairs);
    let waiting = Waiting::named(&asker, &entered).await?;
    let found = importing::preview(waiting.file(), &about(&asker, &entered)?).await?;
    let words = [key::OBSERVATIONS_LINE, key::OBSERVATIONS_WHAT, key::OBSERVATIONS_REASON];
    let row = |refusal: &Refusal| {
        let RefusedRow { line, what, reason } = refused_row(&asker, refusal);
        vec![line.to_string().into(), what.into(), reason.into()]
    };
    let sheet = Spreadsheet {
        name: asker.say(key::OBSERVATIONS_REFUSED),
        headings: words.map(|word| asker.say(word)).to_vec(),
        rows: found.refusals.iter().map(row).collect(),
        fixed: 1,
    };
    Ok(attachment("text/csv; charset=utf-8", "refused.csv", sheet.csv()?))
}
