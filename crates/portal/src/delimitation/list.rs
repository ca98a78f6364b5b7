//! The variants of a partnership in the workbench: what each rests on, its figures, and a new one.

use std::borrow::Borrow;

use askama::Template;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Room, Verb};
use miedza_planning::values::{Day, Translated};
use miedza_texts::{Message, key};
use miedza_workflows::lab::{Beginning, Figures, Opened, history, tell};
use miedza_workflows::{Failure, Kind as FailureKind, labels};

use super::form::{address, area, author, name};
use super::sent::Sent;
use super::sides::opened_all;
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, Notice, Title};
use crate::frame::{Address, Answer, Asker};

/// A variant in the list.
pub struct VariantRow {
    /// Its name, with its lab.
    pub link: Entry,
    /// How far it has come.
    pub state: String,
    /// By what it was drawn; may be empty.
    pub criteria: Said,
    /// The resolution that adopted it; empty if none did.
    pub decision: Entry,
    /// What it rests on.
    pub base: String,
    /// Year of its data; empty if none is said.
    pub year: String,
    /// How many units; what a source states where none is listed.
    pub units: String,
    /// Inhabitants.
    pub population: String,
    /// Land in square kilometres.
    pub area: String,
    /// Whether it is one piece.
    pub pieces: String,
    /// How many counties it touches.
    pub counties: String,
    /// How it differs from the members.
    pub members: String,
    /// Share of commuters who stay.
    pub kept: String,
    /// Whether it is adopted.
    pub is_adopted: bool,
}

#[derive(Template)]
#[template(path = "delimitation/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    empty: String,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<VariantRow>,
    may_begin: bool,
    begin_heading: String,
    begin_action: String,
    begin_name: FormField,
    begin_from: FormField,
    from: Vec<Choice>,
    begin_on: FormField,
    begin_act: String,
}

/// The variants of a partnership.
pub async fn show(asker: Asker) -> Answer {
    listed(&asker, None, "").await
}

async fn listed(asker: &Asker, notice: Option<Notice>, typed: &str) -> Answer {
    let variants = asker.app.lab().variants(asker.the_partnership()).await?;
    let mut seen: Vec<&Record> = variants.iter().filter(|variant| asker.sees(variant, asker.partnership.as_deref())).collect();
    in_order(asker, &mut seen);
    let heading = asker.say(key::LAB_VARIANTS);
    let desk = Address::partnership_work(asker.language, asker.slug());
    let above = vec![
        Entry::new(Address::work(asker.language), asker.say(key::PORTAL_MY_WORK)),
        Entry::new(desk, asker.words(asker.the_partnership(), "short_name")),
    ];
    let mut page = Page::of(asker, &heading).unlisted().under(above, &heading);
    page.notices.extend(notice);
    page::answer(&ListPage {
        page,
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            lead: asker.say(key::LAB_VARIANTS_LEAD),
            heading,
            ..Title::default()
        },
        ways: ways(asker, seen.len()),
        empty: asker.say(key::LAB_NO_VARIANTS),
        caption: Caption::new("variants", asker.say(key::LAB_VARIANTS_CAPTION)),
        headings: headings(asker),
        rows: rows(asker, &seen).await?,
        may_begin: asker.may(Verb::Create, Room::Diagnosis, &asker.object).is_ok(),
        begin_heading: asker.say(key::LAB_BEGIN),
        begin_action: area(asker).into(),
        begin_name: FormField {
            name: "name".into(),
            label: asker.say(key::LAB_NAME),
            hint: asker.say(key::LAB_NAME_HINT),
            value: typed.to_owned(),
            ..FormField::default()
        },
        begin_from: FormField { name: "from".into(), label: asker.say(key::LAB_BEGIN_FROM), ..FormField::default() },
        from: from(asker, &seen),
        begin_on: FormField {
            name: "on".into(),
            label: asker.say(key::LAB_BEGIN_ON),
            hint: asker.say(key::LAB_BEGIN_ON_HINT),
            optional: asker.say(key::WORK_OPTIONAL),
            ..FormField::default()
        },
        begin_act: asker.say(key::LAB_BEGIN_ACT),
    })
}

fn ways(asker: &Asker, variants: usize) -> Vec<Entry> {
    let mut ways =
        vec![Entry::new(Address::partnership(asker.language, asker.slug()).step("area"), asker.say(key::WORK_PUBLIC_PAGE))];
    if variants > 1 {
        ways.push(Entry::new(area(asker).step("compare"), asker.say(key::LAB_COMPARE)));
    }
    let tables = Address::partnership_work(asker.language, asker.slug()).step(Kind::FlowTables.name());
    ways.push(Entry::new(tables, asker.tell(&labels::kind(Kind::FlowTables))));
    ways
}

/// Puts the adopted variant first and the others by the year of their data, those of no year last.
pub fn in_order<R: Borrow<Record>>(asker: &Asker, variants: &mut [R]) {
    let rank = |variant: &Record| (variant.text("state") != Some("adopted"), variant.number("data_year").unwrap_or(i64::MAX));
    variants.sort_by(|one, other| {
        let (one, other) = (one.borrow(), other.borrow());
        rank(one).cmp(&rank(other)).then_with(|| asker.language.compare(&name(asker, one), &name(asker, other)))
    });
}

/// Headings of a table of variants.
pub fn headings(asker: &Asker) -> Vec<Heading> {
    vec![
        Heading::words(asker.say(key::LAB_COLUMN_VARIANT)),
        Heading::words(asker.say(key::LAB_COLUMN_STATE)),
        Heading::words(asker.say(key::LAB_TERM_BEGUN)),
        Heading::number(asker.say(key::LAB_FIGURE_UNITS), ""),
        Heading::number(asker.say(key::LAB_FIGURE_POPULATION), ""),
        Heading::number(asker.say(key::LAB_FIGURE_AREA), ""),
        Heading::number(asker.say(key::PAGE_COUNTIES), ""),
        Heading::number(asker.say(key::LAB_FIGURE_KEPT), "%"),
    ]
}

async fn rows(asker: &Asker, seen: &[&Record]) -> Result<Vec<VariantRow>, Failure> {
    let opened = opened_all(asker, seen.iter().map(|variant| (*variant).clone()).collect()).await?;
    Ok(seen.iter().map(|variant| row(asker, variant, &opened)).collect())
}

/// A variant in a table, with its figures if it is among the opened ones; a number that only a source states says so.
pub fn row(asker: &Asker, variant: &Record, opened: &[Opened]) -> VariantRow {
    let language = asker.language;
    let opened = opened.iter().find(|opened| opened.variant.id == variant.id);
    let figures = opened.map(|opened| opened.desk.figures());
    let stated = |field: &str, decimals| {
        let number = variant.value(field).and_then(serde_json::Value::as_f64);
        number.map(|number| {
            let number = language.number(number, decimals);
            asker.tell(&Message::new(key::LAB_STATED).with("number", number))
        })
    };
    let listed = variant.list("units").len();
    let counted = (listed > 0).then(|| language.integer(miedza_territory::count(listed)));
    let known = |of: fn(&Figures) -> Option<f64>| figures.as_ref().and_then(of).map(|number| language.integer(number));
    let counties = figures.as_ref().map(|figures| figures.counties.len()).filter(|counties| *counties > 0);
    let missing = || language.optional(None, 0);
    let state = variant.text("state").unwrap_or_default();
    let field = Kind::Variants.field("state").and_then(|field| field.shape.choices());
    VariantRow {
        link: Entry::new(address(asker, &variant.id), name(asker, variant)),
        state: field.map_or_else(String::new, |choices| asker.tell(&labels::choice(choices, state))),
        criteria: Said::of(asker, variant, "criteria"),
        decision: opened.and_then(|opened| opened.resolution.as_ref()).map(|found| decision(asker, found)).unwrap_or_default(),
        base: if listed > 0 { tell::base(history(variant).base(), language) } else { asker.say(key::LAB_NO_UNITS_NAMED) },
        year: year_told(asker, variant, opened),
        units: counted.or_else(|| stated("stated_unit_count", 0)).unwrap_or_else(missing),
        population: known(|figures| figures.population).or_else(|| stated("stated_population", 0)).unwrap_or_else(missing),
        area: known(|figures| figures.area_km2).or_else(|| stated("stated_area_km2", 0)).unwrap_or_else(missing),
        pieces: figures.as_ref().map(|figures| pieces(asker, figures)).unwrap_or_default(),
        counties: counties.map_or_else(missing, |counties| counties.to_string()),
        members: opened.map(|opened| against_members(asker, opened)).unwrap_or_default(),
        kept: language.optional(figures.and_then(|figures| figures.kept_share).map(|share| share * 100.0), 1),
        is_adopted: state == "adopted",
    }
}

/// The year of the data, and that its flows are modelled where they are.
fn year_told(asker: &Asker, variant: &Record, opened: Option<&Opened>) -> String {
    let year = variant.number("data_year").map(|year| year_of(asker, year));
    let modelled = opened.is_some_and(|opened| opened.desk.is_modelled()).then(|| asker.say(key::MARK_MODELLED));
    year.into_iter().chain(modelled).collect::<Vec<_>>().join("; ")
}

fn year_of(asker: &Asker, year: i64) -> String {
    asker.tell(&Message::new(key::LAB_YEAR_OF_DATA).with("year", year.to_string()))
}

/// The resolution by its number and date, with its public page.
pub fn decision(asker: &Asker, resolution: &Record) -> Entry {
    let date = resolution.date("date").map(|date| asker.date(date)).unwrap_or_default();
    let number = resolution.text("number").unwrap_or_default();
    let label = Message::new(key::LAB_DECIDED_BY).with("number", number).with("date", date);
    let page = Address::partnership(asker.language, asker.slug()).step("resolutions").step(&resolution.id);
    Entry::new(page, asker.tell(&label))
}

fn pieces(asker: &Asker, figures: &Figures) -> String {
    match figures.pieces.as_ref().map(Vec::len) {
        None | Some(0) => asker.say(key::LAB_CONTIGUITY_UNKNOWN),
        Some(1) => asker.say(key::LAB_CONTIGUITY_YES),
        Some(count) => asker.tell(&Message::new(key::LAB_CONTIGUITY_PIECES).with("count", count)),
    }
}

/// Units that are no members, and members that are not in.
fn against_members(asker: &Asker, opened: &Opened) -> String {
    let desk = &opened.desk;
    let others = desk.members.iter().filter(|unit| !desk.is_member[**unit]).count() + desk.strangers.len();
    let lacking = desk.is_member.enumerate().filter(|(unit, is_member)| **is_member && !desk.is_in[*unit]).count();
    if others == 0 && lacking == 0 {
        return asker.say(key::LAB_SAME_AS_MEMBERS);
    }
    asker.tell(&Message::new(key::LAB_UNLIKE_MEMBERS).with("others", others).with("lacking", lacking))
}

fn from(asker: &Asker, variants: &[&Record]) -> Vec<Choice> {
    let nothing = Choice { label: asker.say(key::LAB_BEGIN_EMPTY), is_chosen: true, ..Choice::default() };
    let members = Choice { value: MEMBERS.to_owned(), label: asker.say(key::LAB_BEGIN_MEMBERS), ..Choice::default() };
    let others = variants.iter().filter(|variant| !variant.list("units").is_empty()).map(|variant| Choice {
        value: variant.id.clone(),
        label: name(asker, variant),
        ..Choice::default()
    });
    [nothing, members].into_iter().chain(others).collect()
}

/// Makes a new variant and leads to its lab.
pub async fn begin(asker: Asker, sent: Sent) -> Answer {
    let typed = sent.one("name");
    if typed.is_empty() && sent.one("area").is_empty() {
        let failure = Failure::invalid(key::LAB_FAILURE_NO_NAME, key::LAB_NAME_HINT);
        return listed(&asker, Some(super::form::refusal(&asker, &failure)), typed).await;
    }
    let variants = asker.app.lab().variants(asker.the_partnership()).await?;
    let from = variants.iter().find(|variant| variant.id == sent.one("from"));
    let from = from.filter(|variant| asker.sees(variant, asker.partnership.as_deref()));
    let named = Translated::new(asker.tongue(), typed);
    match made(&asker, &sent, (named, from)).await {
        Ok(made) => Ok(Redirect::to(&address(&asker, &made.id).ask("done", "begun").to_string()).into_response()),
        Err(failure) if failure.kind == FailureKind::Invalid => {
            listed(&asker, Some(super::form::refusal(&asker, &failure)), typed).await
        }
        Err(failure) => Err(failure.into()),
    }
}

/// An area bears the name of the unit that it was asked for by, and of its method.
fn area_name(asker: &Asker, opened: &Opened, unit: &str) -> Translated {
    let ground = &opened.desk.ground;
    let unit = ground.find(unit).map_or_else(|| unit.to_owned(), |unit| ground.names().apart(unit));
    let method = opened.desk.base().run().map(|run| asker.tell(&tell::method(&run.method))).unwrap_or_default();
    Translated::new(asker.tongue(), format!("{unit} – {method}"))
}

/// The word of the form for the members on a day.
const MEMBERS: &str = "members";

/// Makes the variant with what the form says that it begins with.
async fn made(asker: &Asker, sent: &Sent, (named, from): (Translated, Option<&Record>)) -> Result<Record, Failure> {
    let (lab, partnership) = (asker.app.lab(), asker.the_partnership());
    let author = author(asker);
    if sent.one("from") == MEMBERS {
        let day = sent.one("on");
        let day = if day.is_empty() { Ok(asker.today()) } else { day.parse::<Day>() };
        let refused =
            |_| Failure::invalid(Message::new(key::PAGE_DATE_UNREADABLE).with("text", sent.one("on")), key::LAB_BEGIN_ON_HINT);
        let day = day.map_err(refused)?;
        return lab.begin(partnership, named, Beginning::Members(day), &author).await;
    }
    match (from, sent.one("area")) {
        (None, _) => lab.begin(partnership, named, Beginning::Empty, &author).await,
        (Some(from), "") => lab.begin(partnership, named, Beginning::Variant(from), &author).await,
        (Some(from), unit) => {
            let opened = lab.open(partnership, from.clone(), asker.today()).await?;
            let named = if sent.one("name").is_empty() { area_name(asker, &opened, unit) } else { named };
            lab.begin(partnership, named, Beginning::Area(&opened, unit), &author).await
        }
    }
}
