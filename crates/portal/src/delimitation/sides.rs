//! Variants side by side: two with the units that only one has, or all of them in one table.

use miedza_planning::record::Record;
use miedza_texts::{Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::{Compared, Desk, Opened, compare, side_by_side};

use super::form::{address, may_see_lab, name};
use super::view::key_figures;
use crate::frame::parts::{Caption, Entry, Fact, Heading, KeyFigure};
use crate::frame::{Address, Asker};

/// Another variant beside one.
pub struct Beside {
    /// Heading.
    pub heading: String,
    /// The other variant.
    pub other: Entry,
    /// Its figures.
    pub figures: Vec<KeyFigure>,
    /// How far the two agree.
    pub agreement: Vec<Fact>,
    /// Units that only one has, and those that both have: a heading with names.
    pub lists: Vec<(String, Vec<Entry>)>,
    /// What stands in an empty list.
    pub none: String,
}

/// The variant with this id beside the opened one; `None` if none was asked for or the asker may not see it.
///
/// # Errors
/// [`Failure`] if it cannot be opened.
pub async fn beside(asker: &Asker, opened: &Opened, id: Option<&str>) -> Result<Option<Beside>, Failure> {
    let Some(id) = id.filter(|id| *id != opened.variant.id) else { return Ok(None) };
    let variants = asker.app.lab().variants(asker.the_partnership()).await?;
    let found = variants.into_iter().find(|variant| variant.id == id);
    let Some(other) = found.filter(|variant| asker.sees(variant, asker.partnership.as_deref())) else { return Ok(None) };
    let other = asker.app.lab().open(asker.the_partnership(), other, asker.today()).await?;
    Ok(Some(of(asker, opened, &other)))
}

fn of(asker: &Asker, first: &Opened, second: &Opened) -> Beside {
    let compared = compare(&first.desk, &second.desk);
    let (one, other) = (name(asker, &first.variant), name(asker, &second.variant));
    let only = |name: &str, codes: &[String], desk: &Desk| {
        let told = Message::new(key::LAB_ONLY_IN).with("variant", name).with("count", codes.len());
        (asker.tell(&told), units(asker, codes, desk))
    };
    let both = Message::new(key::LAB_IN_BOTH).with("count", compared.both.len());
    Beside {
        heading: asker.tell(&Message::new(key::LAB_SIDE_BY_SIDE).with("one", &one).with("other", &other)),
        figures: key_figures(asker, &second.desk.figures()),
        agreement: agreement(asker, &compared),
        lists: vec![
            only(&one, &compared.only_first, &first.desk),
            only(&other, &compared.only_second, &second.desk),
            (asker.tell(&both), units(asker, &compared.both, &first.desk)),
        ],
        none: asker.say(key::LAB_NONE),
        other: Entry::new(place(asker, &second.variant), other),
    }
}

/// The lab of a variant where it is open to the asker, else its place on the public page.
pub fn place(asker: &Asker, variant: &Record) -> Address {
    if may_see_lab(asker, variant) {
        return address(asker, &variant.id);
    }
    Address::partnership(asker.language, asker.slug()).step("area").ask("variant", &variant.id)
}

/// Units by their names, with their pages.
pub fn units(asker: &Asker, codes: &[String], desk: &Desk) -> Vec<Entry> {
    let entry = |code: &String| {
        let name = desk.ground.find(code).map_or_else(|| code.clone(), |unit| desk.ground.names().apart(unit));
        Entry::new(Address::unit(asker.language, code), name)
    };
    let mut units: Vec<Entry> = codes.iter().map(entry).collect();
    units.sort_by(|one, other| asker.language.compare(&one.label, &other.label));
    units
}

fn agreement(asker: &Asker, compared: &Compared) -> Vec<Fact> {
    let language = asker.language;
    [
        (key::LAB_AGREE_UNITS, language.optional_share(compared.jaccard, 1)),
        (key::LAB_AGREE_POPULATION, language.optional_share(compared.jaccard_by_population, 1)),
        (key::COMPARE_ADJUSTED_RAND, language.optional(compared.by_units.and_then(|measures| measures.adjusted_rand), 3)),
    ]
    .map(|(label, value)| Fact { label: asker.say(label), value, href: String::new() })
    .to_vec()
}

/// A unit in the table of all variants.
pub struct SharedRow {
    /// The unit.
    pub unit: Entry,
    /// Whether it is a member, in a word.
    pub member: String,
    /// Whether each variant has it: a sign, a word.
    pub cells: Vec<(&'static str, String)>,
    /// In how many of them.
    pub count: String,
}

/// All variants in one table, each unit with those that have it.
pub struct SharedTable {
    /// Caption.
    pub caption: Caption,
    /// Headings.
    pub headings: Vec<Heading>,
    /// Rows, the units of most variants first.
    pub rows: Vec<SharedRow>,
}

/// The table of these variants.
pub fn shared(asker: &Asker, opened: &[Opened]) -> SharedTable {
    let desks: Vec<&Desk> = opened.iter().map(|opened| &opened.desk).collect();
    let (yes, no) = (asker.say(key::LAB_PLACE_BEGUN), asker.language.optional(None, 0));
    let row = |shared: miedza_workflows::lab::Shared| SharedRow {
        cells: shared.is_in.iter().map(|is_in| if *is_in { ("success", yes.clone()) } else { ("", no.clone()) }).collect(),
        count: format!("{}/{}", shared.variants(), desks.len()),
        member: if shared.is_member { asker.say(key::WORD_YES) } else { no.clone() },
        unit: Entry::new(Address::unit(asker.language, &shared.code), shared.name),
    };
    let mut headings = vec![Heading::words(asker.say(key::LAB_COLUMN_UNIT)), Heading::words(asker.say(key::LAB_COLUMN_MEMBER))];
    headings.extend(opened.iter().map(|opened| Heading::words(name(asker, &opened.variant))));
    headings.push(Heading::number(asker.say(key::LAB_COLUMN_IN_VARIANTS), ""));
    SharedTable {
        caption: Caption::new("shared", asker.say(key::LAB_COMPARE_LEAD)),
        headings,
        rows: side_by_side(&desks, asker.language).into_iter().map(row).collect(),
    }
}

/// Opens the variants that list any unit, as far as the asker may see them.
///
/// # Errors
/// [`Failure`] if one cannot be opened.
pub async fn opened_all(asker: &Asker, variants: Vec<Record>) -> Result<Vec<Opened>, Failure> {
    let mut opened = Vec::new();
    for variant in variants {
        if !variant.list("units").is_empty() && asker.sees(&variant, asker.partnership.as_deref()) {
            opened.push(asker.app.lab().open(asker.the_partnership(), variant, asker.today()).await?);
        }
    }
    Ok(opened)
}
