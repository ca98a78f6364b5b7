//! The page on which a person says what the columns of a table hold, with what would be read.

use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use miedza_texts::{Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::importing::{ColumnSeen, Preview, PreviewValue};
use miedza_workflows::record::Entered;

use super::about::{Waiting, carried};
use super::mapping::MOST_COLUMNS;
use super::{above, address, count};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Answer, Asker};

/// A list of columns to choose from.
struct Select {
    field: FormField,
    choices: Vec<Choice>,
}

/// A column of the table.
struct ColumnRow {
    number: usize,
    name: String,
    first: String,
    is_chosen: bool,
    variable: String,
    period: String,
    measure: String,
}

/// A value as it would be kept.
struct ValueRow {
    variable: String,
    label: String,
    measure: String,
    unit: String,
    period: String,
    value: String,
    is_missing: bool,
}

/// What would be read.
struct Previewed {
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<ValueRow>,
    refusals: Vec<String>,
}

#[derive(Template)]
#[template(path = "work/observations/columns.html")]
struct ColumnsPage {
    page: Page,
    title: Title,
    action: String,
    hidden: Vec<(String, String)>,
    unit: Select,
    shape: Select,
    every_row: String,
    every_row_hint: String,
    variable: Select,
    variable_fixed: FormField,
    period: Select,
    period_fixed: FormField,
    long_heading: String,
    long: Vec<Select>,
    decimal: Select,
    wide_heading: String,
    caption: Caption,
    headings: Vec<Heading>,
    columns: Vec<ColumnRow>,
    preview_heading: String,
    previewed: Option<Previewed>,
    look: String,
    import: String,
    back: Entry,
}

/// The page, filled with what is chosen, and what would be read by it.
///
/// # Errors
/// A fault of the program if the page cannot be drawn.
pub fn answer(
    asker: &Asker,
    (waiting, columns): (&Waiting, &[ColumnSeen]),
    chosen: &Entered,
    preview: Result<Preview, Failure>,
) -> Answer {
    let (status, notice, previewed) = match preview {
        Ok(preview) => (StatusCode::OK, found(asker, &preview), Some(previewed(asker, &preview))),
        Err(failure) => (StatusCode::UNPROCESSABLE_ENTITY, refused(asker, &failure), None),
    };
    let mut shown = drawn(asker, (waiting, columns), chosen);
    shown.page = shown.page.telling(notice);
    shown.previewed = previewed;
    let page = page::answer(&shown)?;
    Ok((status, page).into_response())
}

fn drawn(asker: &Asker, (waiting, columns): (&Waiting, &[ColumnSeen]), chosen: &Entered) -> ColumnsPage {
    let heading = asker.say(key::OBSERVATIONS_COLUMNS);
    let choose = |name: &str, label: Key, none: Option<Key>| of_columns(asker, (name, label, none), columns, chosen);
    let mut hidden = waiting.carried();
    hidden.extend(carried(chosen));
    let kept = |name: &str| (name.to_owned(), chosen.one(name).unwrap_or_default().to_owned());
    hidden.extend([kept("sheet"), kept("header-row")]);
    ColumnsPage {
        page: Page::of(asker, &heading).unlisted().wide().under(above(asker), &heading),
        title: Title { kind: waiting.name.clone(), heading, lead: asker.say(key::OBSERVATIONS_COLUMNS_LEAD), ..Title::default() },
        action: address(asker).step("columns").into(),
        hidden,
        unit: choose("unit", key::OBSERVATIONS_UNIT_COLUMN, None),
        shape: shape(asker, chosen),
        every_row: asker.say(key::OBSERVATIONS_EVERY_ROW),
        every_row_hint: asker.say(key::OBSERVATIONS_EVERY_ROW_HINT),
        variable: choose("variable", key::OBSERVATIONS_VARIABLE, Some(key::OBSERVATIONS_NOT_IN_A_COLUMN)),
        variable_fixed: text(asker, "variable-fixed", (key::OBSERVATIONS_VARIABLE_FIXED, chosen)),
        period: choose("period", key::OBSERVATIONS_TIME, Some(key::OBSERVATIONS_NOT_IN_A_COLUMN)),
        period_fixed: text(asker, "period-fixed", (key::OBSERVATIONS_PERIOD_FIXED, chosen)),
        long_heading: asker.say(key::OBSERVATIONS_SHAPE_LONG),
        long: vec![
            choose("value", key::OBSERVATIONS_VALUE, Some(key::OBSERVATIONS_NOT_IN_A_COLUMN)),
            choose("measure", key::OBSERVATIONS_MEASURE, Some(key::OBSERVATIONS_NOT_IN_A_COLUMN)),
            choose("flag", key::OBSERVATIONS_FLAG, Some(key::OBSERVATIONS_NOT_IN_A_COLUMN)),
        ],
        decimal: decimal(asker, chosen),
        wide_heading: asker.say(key::OBSERVATIONS_SHAPE_WIDE),
        caption: Caption::new("columns", asker.say(key::OBSERVATIONS_COLUMNS_SEEN)),
        headings: column_headings(asker),
        columns: columns.iter().take(MOST_COLUMNS).zip(1..).map(|(seen, number)| column_row(seen, number, chosen)).collect(),
        preview_heading: asker.say(key::OBSERVATIONS_PREVIEW),
        previewed: None,
        look: asker.say(key::OBSERVATIONS_LOOK),
        import: asker.say(key::OBSERVATIONS_IMPORT),
        back: Entry::new(address(asker), asker.say(key::WORK_BACK)),
    }
}

fn of_columns(asker: &Asker, (name, label, none): (&str, Key, Option<Key>), columns: &[ColumnSeen], chosen: &Entered) -> Select {
    let value = chosen.one(name).unwrap_or_default();
    let choice =
        |value: String, label: String, chosen: &str| Choice { is_chosen: value == chosen, value, label, ..Choice::default() };
    let none = none.map(|none| choice(String::new(), asker.say(none), value));
    let shown = columns.iter().take(MOST_COLUMNS).zip(1_usize..);
    let named = shown.map(|(seen, number)| choice(number.to_string(), format!("{number}. {}", seen.name), value));
    Select { field: field(asker, name, label), choices: none.into_iter().chain(named).collect() }
}

fn field(asker: &Asker, name: &str, label: Key) -> FormField {
    FormField { name: name.to_owned(), label: asker.say(label), ..FormField::default() }
}

fn text(asker: &Asker, name: &str, (label, chosen): (Key, &Entered)) -> FormField {
    let value = chosen.one(name).unwrap_or_default().to_owned();
    FormField { value, optional: asker.say(key::WORK_OPTIONAL), ..field(asker, name, label) }
}

/// Some words to choose from.
fn words(asker: &Asker, (name, label): (&str, Key), words: &[(&str, Key, Option<Key>)], chosen: &Entered) -> Select {
    let value = chosen.one(name).filter(|value| words.iter().any(|(word, ..)| word == value));
    let value = value.unwrap_or_else(|| words.first().map_or("", |(word, ..)| word));
    let choice = |(word, label, hint): &(&str, Key, Option<Key>)| Choice {
        value: (*word).to_owned(),
        label: asker.say(*label),
        hint: hint.map(|hint| asker.say(hint)).unwrap_or_default(),
        is_chosen: *word == value,
    };
    Select { field: field(asker, name, label), choices: words.iter().map(choice).collect() }
}

fn shape(asker: &Asker, chosen: &Entered) -> Select {
    let shapes = [
        ("long", key::OBSERVATIONS_SHAPE_LONG, Some(key::OBSERVATIONS_SHAPE_LONG_HINT)),
        ("wide", key::OBSERVATIONS_SHAPE_WIDE, Some(key::OBSERVATIONS_SHAPE_WIDE_HINT)),
    ];
    words(asker, ("shape", key::OBSERVATIONS_SHAPE), &shapes, chosen)
}

fn decimal(asker: &Asker, chosen: &Entered) -> Select {
    let signs = [
        ("", key::OBSERVATIONS_DECIMAL_TOLD, None),
        ("comma", key::OBSERVATIONS_DECIMAL_COMMA, None),
        ("point", key::OBSERVATIONS_DECIMAL_POINT, None),
    ];
    words(asker, ("decimal", key::OBSERVATIONS_DECIMAL), &signs, chosen)
}

fn column_headings(asker: &Asker) -> Vec<Heading> {
    let words = [
        key::OBSERVATIONS_COLUMN,
        key::OBSERVATIONS_FIRST,
        key::OBSERVATIONS_HOLDS_VALUES,
        key::OBSERVATIONS_VARIABLE,
        key::OBSERVATIONS_TIME,
        key::OBSERVATIONS_MEASURE,
    ];
    words.map(|word| Heading::words(asker.say(word))).to_vec()
}

fn column_row(seen: &ColumnSeen, number: usize, chosen: &Entered) -> ColumnRow {
    let own = |name: &str| chosen.one(&format!("{name}-{number}")).unwrap_or_default().to_owned();
    ColumnRow {
        number,
        name: seen.name.clone(),
        first: seen.first.iter().filter(|field| !field.is_empty()).cloned().collect::<Vec<_>>().join(" · "),
        is_chosen: !own("values").is_empty(),
        variable: own("variable"),
        period: own("period"),
        measure: own("measure"),
    }
}

/// How many rows would be read and refused.
fn found(asker: &Asker, preview: &Preview) -> Notice {
    let told = Message::new(key::OBSERVATIONS_FOUND)
        .with("rows", count(asker, preview.rows))
        .with("variables", preview.variables)
        .with("refused", count(asker, preview.refused));
    let kind = if preview.refused > 0 { "attention" } else { "info" };
    Notice { kind, title: asker.tell(&told), text: asker.say(key::OBSERVATIONS_NOTHING_KEPT), ways: Vec::new() }
}

/// Why the table cannot be read by what is chosen.
fn refused(asker: &Asker, failure: &Failure) -> Notice {
    let causes = failure.causes.iter().map(|cause| asker.tell(cause));
    let hint = failure.hint.iter().map(|hint| asker.tell(hint));
    let text = causes.chain(hint).collect::<Vec<_>>().join(" – ");
    Notice { kind: "refusal", title: asker.tell(&failure.told), text, ways: Vec::new() }
}

fn previewed(asker: &Asker, preview: &Preview) -> Previewed {
    let words = |label| Heading::words(asker.say(label));
    Previewed {
        caption: Caption::new("preview", asker.say(key::OBSERVATIONS_PREVIEW)),
        headings: vec![
            words(key::OBSERVATIONS_VARIABLE),
            words(key::OBSERVATIONS_LABEL),
            words(key::OBSERVATIONS_UNIT),
            words(key::OBSERVATIONS_TIME),
            Heading::number(asker.say(key::OBSERVATIONS_VALUE), ""),
            words(key::OBSERVATIONS_MEASURE),
        ],
        rows: preview.values.iter().map(|value| value_row(asker, value)).collect(),
        refusals: preview.refusals.iter().take(5).map(|refusal| asker.tell(&refusal.told())).collect(),
    }
}

fn value_row(asker: &Asker, value: &PreviewValue) -> ValueRow {
    ValueRow {
        variable: value.variable.clone(),
        label: value.label.clone(),
        measure: value.measure.clone().unwrap_or_default(),
        unit: value.unit.clone(),
        period: value.period.to_string(),
        value: value.number.map_or_else(|| asker.say(key::OBSERVATIONS_MISSING), |number| asker.language.exact(number)),
        is_missing: value.number.is_none(),
    }
}
