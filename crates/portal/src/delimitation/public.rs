//! The area on the public side: the adopted variant, or the one that the address names, beside the others.

use askama::Template;
use miedza_planning::record::Record;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Opened, tell};
use miedza_workflows::partnership::Book;

use super::form::{self, name};
use super::list::{VariantRow, headings, in_order, row};
use super::sent::Asked;
use super::sides::{Beside, SharedTable, beside, opened_all, shared};
use super::view::Viewer;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Heading, Title};
use crate::frame::rail::{self, Place};
use crate::frame::{Address, Answer, Asker};

/// More variants with units are not put into one table.
const MOST_SIDES: usize = 8;

#[derive(Template)]
#[template(path = "delimitation/public.html")]
struct AreaPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    variants: Vec<VariantRow>,
    variants_caption: Caption,
    variants_heading: String,
    variant_headings: Vec<Heading>,
    empty: String,
    heading: String,
    live: String,
    beside: Option<Beside>,
    beside_choices: Vec<Choice>,
    beside_label: String,
    beside_act: String,
    shown: String,
    table: Option<SharedTable>,
    table_heading: String,
    certainty: Option<(String, Entry)>,
}

/// The area of a partnership.
pub async fn show(asker: Asker) -> Answer {
    let all = asker.app.lab().variants(asker.the_partnership()).await?;
    let mut seen: Vec<Record> = all.into_iter().filter(|variant| asker.sees(variant, asker.partnership.as_deref())).collect();
    let asked = Asked::of(&asker.uri);
    let opened = match chosen(&asker, &seen) {
        Some(variant) => {
            let opened = asker.app.lab().open(asker.the_partnership(), variant.clone(), asker.today()).await?;
            Some(form::for_asker(&asker, opened))
        }
        None => None,
    };
    in_order(&asker, &mut seen);
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then(|| asker.the_partnership()));
    let book = Book::open(asker.app.store(), asker.the_partnership(), sees).await?;
    let page = area_page(&asker, &book, opened, &asked, &seen).await?;
    let mut answer = page::answer(&page)?;
    answer.extensions_mut().insert(crate::frame::keep::Keep);
    Ok(answer)
}

/// The variant that the address names, else the adopted one, else the last with units.
fn chosen<'a>(asker: &Asker, variants: &'a [Record]) -> Option<&'a Record> {
    let query = asker.uri.query().unwrap_or_default();
    let named = query.split('&').find_map(|pair| pair.strip_prefix("variant="));
    let with_units = |variant: &&Record| !variant.list("units").is_empty();
    let is_adopted = |variant: &&Record| variant.text("state") == Some("adopted");
    let by_name = named.and_then(|id| variants.iter().find(|variant| variant.id == id));
    by_name.or_else(|| variants.iter().find(is_adopted)).or_else(|| variants.iter().rfind(with_units))
}

async fn area_page(
    asker: &Asker,
    book: &Book,
    opened: Option<Opened>,
    asked: &Asked,
    seen: &[Record],
) -> Result<AreaPage, Failure> {
    let heading = asker.say(key::LAB_AREA);
    let partnership = asker.words(asker.the_partnership(), "short_name");
    let here = Address::partnership(asker.language, asker.slug()).step("area");
    let lead = opened.as_ref().map_or_else(|| asker.say(key::LAB_NO_PUBLIC_VARIANT), |opened| lead(asker, opened));
    let shown = opened.as_ref().map(|opened| opened.variant.id.clone()).unwrap_or_default();
    let all = opened_all(asker, seen.to_vec()).await?;
    let compared = (2..=MOST_SIDES).contains(&all.len()).then(|| shared(asker, &all));
    let other = match &opened {
        Some(opened) => beside(asker, opened, asked.beside.as_deref()).await?,
        None => None,
    };
    Ok(AreaPage {
        page: rail::page(asker, book, Some(Place::Area), (&heading, Vec::new())).described(lead.clone()),
        title: Title { kind: partnership, heading, lead, ..Title::default() },
        ways: ways(asker, opened.as_ref(), seen.len() > 1),
        variants: seen.iter().map(|variant| public_row(asker, variant, &all, &here)).collect(),
        variants_caption: Caption::new("variants", asker.say(key::LAB_VARIANTS_CAPTION)),
        variants_heading: asker.say(key::LAB_VARIANTS),
        variant_headings: headings(asker),
        empty: asker.say(key::LAB_NO_PUBLIC_VARIANT),
        heading: opened.as_ref().map(|opened| name(asker, &opened.variant)).unwrap_or_default(),
        live: match &opened {
            Some(opened) => Viewer { asker, may_edit: false }.render(opened)?,
            None => String::new(),
        },
        certainty: opened.as_ref().and_then(|opened| super::certainty::told(asker, opened)),
        beside: other,
        beside_choices: choices(asker, seen, &shown, asked),
        beside_label: asker.say(key::LAB_BESIDE),
        beside_act: asker.say(key::LAB_BESIDE_ACT),
        shown,
        table: compared,
        table_heading: asker.say(key::LAB_SHARED),
    })
}

fn lead(asker: &Asker, opened: &Opened) -> String {
    let adopted = opened.resolution.as_ref().and_then(|resolution| resolution.text("number"));
    let base = tell::base(opened.desk.base(), asker.language);
    match adopted {
        Some(number) => format!("{} {base}", asker.tell(&Message::new(key::LAB_ADOPTED_LEAD).with("number", number))),
        None => base,
    }
}

fn ways(asker: &Asker, opened: Option<&Opened>, are_several: bool) -> Vec<Entry> {
    let here = Address::partnership(asker.language, asker.slug()).step("area");
    let all = are_several.then(|| Entry::new(here.step("compare"), asker.say(key::LAB_COMPARE)));
    let open = opened.filter(|opened| form::may_see_lab(asker, &opened.variant));
    let lab = open.map(|opened| Entry::new(form::address(asker, &opened.variant.id), asker.say(key::LAB_TO_LAB)));
    all.into_iter().chain(lab).collect()
}

/// A variant in the public table leads to this page with it, not to the lab.
fn public_row(asker: &Asker, variant: &Record, all: &[Opened], here: &Address) -> VariantRow {
    let mut shown = row(asker, variant, all);
    shown.link.href = here.clone().ask("variant", &variant.id).into();
    shown
}

fn choices(asker: &Asker, seen: &[Record], shown: &str, asked: &Asked) -> Vec<Choice> {
    let others = seen.iter().filter(|variant| variant.id != shown && !variant.list("units").is_empty());
    others
        .map(|variant| Choice {
            value: variant.id.clone(),
            label: name(asker, variant),
            is_chosen: asked.beside.as_ref() == Some(&variant.id),
            ..Choice::default()
        })
        .collect()
}
