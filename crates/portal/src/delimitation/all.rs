//! All variants of a partnership side by side, in the workbench and for everybody: by what each was drawn, how large it is, how
//! self-contained, which one is adopted; as a table that sorts and as files. Two of them are compared on the same address.

use askama::Template;
use miedza_planning::delimitation::Run;
use miedza_planning::record::{Kind, Record};
use miedza_texts::{Argument, Key, Message, key};
use miedza_workflows::lab::parameters::parameters;
use miedza_workflows::lab::{Figures, Opened, tell};
use miedza_workflows::labels;
use miedza_workflows::partnership::Book;

use super::form::{above, area, for_asker, name};
use super::list::{decision, in_order};
use super::sent::Asked;
use super::sides::{SharedTable, opened_all, place, shared};
use super::two;
use crate::frame::list::{Listing, SortKey};
use crate::frame::marks::Said;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, Heading, Title};
use crate::frame::rail::{self, Place};
use crate::frame::{Address, Answer, Asker};

/// Two variants to be chosen.
pub struct Chooser {
    /// Where the form is sent.
    pub action: String,
    /// Label of the first.
    pub one_label: String,
    /// The first.
    pub one: Vec<Choice>,
    /// Label of the second.
    pub other_label: String,
    /// The second.
    pub other: Vec<Choice>,
    /// The word on the button.
    pub act: String,
}

/// A variant in the table.
pub struct SideRow {
    id: String,
    link: Entry,
    state: String,
    is_adopted: bool,
    decision: Entry,
    resolution: String,
    method: String,
    entered: Vec<String>,
    criteria: Said,
    year: Option<f64>,
    year_told: String,
    units: Vec<Entry>,
    codes: Vec<String>,
    unit_count: (Option<f64>, String),
    area_km2: (Option<f64>, String),
    population: (Option<f64>, String),
    employed: (Option<f64>, String),
    supply: (Option<f64>, String),
    demand: (Option<f64>, String),
    modelled: String,
}

#[derive(Template)]
#[template(path = "delimitation/compare.html")]
struct AllPage {
    page: Page,
    title: Title,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<SideRow>,
    list_label: String,
    files_label: String,
    files: Vec<Entry>,
    chooser: Option<Chooser>,
    chooser_heading: String,
    table: SharedTable,
    table_heading: String,
    empty: String,
}

/// In the workbench.
pub async fn show(asker: Asker) -> Answer {
    let heading = asker.say(key::LAB_COMPARE);
    let page = Page::of(&asker, &heading).unlisted().wide().under(above(&asker), &heading);
    answer(&asker, page, area(&asker).step("compare")).await
}

/// For everybody.
pub async fn show_public(asker: Asker) -> Answer {
    let heading = asker.say(key::LAB_COMPARE);
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then(|| asker.the_partnership()));
    let book = Book::open(asker.app.store(), asker.the_partnership(), sees).await?;
    let here = Address::partnership(asker.language, asker.slug()).step("area");
    let way = vec![Entry::new(here.clone(), asker.say(key::LAB_AREA))];
    let page = rail::page(&asker, &book, Some(Place::Area), (&heading, way)).wide();
    answer(&asker, page, here.step("compare")).await
}

async fn answer(asker: &Asker, page: Page, here: Address) -> Answer {
    let all = asker.app.lab().variants(asker.the_partnership()).await?;
    let mut seen: Vec<Record> = all.into_iter().filter(|variant| asker.sees(variant, asker.partnership.as_deref())).collect();
    in_order(asker, &mut seen);
    let asked = Asked::of(&asker.uri);
    let with_units = |id: &Option<String>| {
        seen.iter().find(|variant| id.as_ref() == Some(&variant.id)).filter(|variant| !variant.list("units").is_empty())
    };
    let chooser = chooser(asker, &seen, &asked, &here);
    if let (Some(one), Some(other)) = (with_units(&asked.one), with_units(&asked.other)) {
        return two::answer(asker, page, [one, other], (chooser, here)).await;
    }
    let opened = opened_all(asker, seen.clone()).await?;
    let opened: Vec<Opened> = opened.into_iter().map(|opened| for_asker(asker, opened)).collect();
    let listing = listing(asker).as_files(format!("variants-{}", asker.slug()));
    let rows: Vec<SideRow> = seen.iter().map(|variant| row(asker, variant, &opened)).collect();
    let rows = listing.in_order(rows);
    if listing.asked().file.is_some() {
        return Ok(listing.file(&rows).await?.unwrap_or_default());
    }
    let heading = asker.say(key::LAB_COMPARE);
    page::answer(&AllPage {
        page,
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            lead: asker.say(key::LAB_COMPARE_ALL_LEAD),
            heading,
            ..Title::default()
        },
        caption: Caption::new("variants", asker.say(key::LAB_COMPARE_CAPTION)),
        headings: listing.headings(),
        files: listing.files(),
        files_label: asker.say(key::LIST_FILES),
        rows,
        list_label: asker.say(key::LAB_LIST_OF_UNITS),
        chooser,
        chooser_heading: asker.say(key::LAB_COMPARE_TWO),
        table: shared(asker, &opened),
        table_heading: asker.say(key::LAB_SHARED),
        empty: asker.say(key::LAB_NO_VARIANTS),
    })
}

/// Two lists to choose from; `None` where there are not two variants with units.
fn chooser(asker: &Asker, seen: &[Record], asked: &Asked, here: &Address) -> Option<Chooser> {
    let listed: Vec<&Record> = seen.iter().filter(|variant| !variant.list("units").is_empty()).collect();
    let [first, second, ..] = listed.as_slice() else { return None };
    let choices = |chosen: &str| {
        let choice = |variant: &&Record| Choice {
            value: variant.id.clone(),
            label: name(asker, variant),
            is_chosen: variant.id == chosen,
            ..Choice::default()
        };
        listed.iter().map(choice).collect()
    };
    Some(Chooser {
        action: here.clone().into(),
        one_label: asker.say(key::LAB_COMPARE_ONE),
        one: choices(asked.one.as_ref().unwrap_or(&first.id)),
        other_label: asker.say(key::LAB_COMPARE_OTHER),
        other: choices(asked.other.as_ref().unwrap_or(&second.id)),
        act: asker.say(key::LAB_COMPARE_ACT),
    })
}

fn listing(asker: &Asker) -> Listing<'_, SideRow> {
    let words = |key: Key| Heading::words(asker.say(key));
    let number = |key: Key, unit: &str| Heading::number(asker.say(key), unit);
    Listing::of(asker, "")
        .unseen("id", "id", |row: &SideRow| row.id.clone())
        .column("name", words(key::LAB_COLUMN_VARIANT), |row: &SideRow| SortKey::from(&row.link.label))
        .column("state", words(key::LAB_COLUMN_STATE), |row: &SideRow| SortKey::from(&row.state))
        .unseen("resolution", asker.say(key::LAB_TERM_RESOLUTION), |row| row.resolution.clone())
        .column("method", words(key::LAB_METHOD), |row: &SideRow| SortKey::from(&row.method))
        .unseen("parameters", asker.say(key::LAB_PARAMETERS), |row| row.entered.join("; "))
        .unseen("criteria", asker.tell(&labels::field(Kind::Variants, "criteria")), |row| row.criteria.text.clone())
        .column("data_year", words(key::LAB_DATA_YEAR), |row: &SideRow| SortKey::from(row.year))
        .unseen("flows", asker.say(key::LAB_COLUMN_FLOWS), |row| row.modelled.clone())
        .column("unit_count", number(key::LAB_FIGURE_UNITS, ""), |row: &SideRow| SortKey::from(row.unit_count.0))
        .unseen("units", asker.say(key::LAB_LIST_OF_UNITS), |row| row.codes.join(" "))
        .column("area_km2", number(key::LAB_FIGURE_AREA, ""), |row: &SideRow| SortKey::from(row.area_km2.0))
        .column("population", number(key::LAB_FIGURE_POPULATION, ""), |row: &SideRow| SortKey::from(row.population.0))
        .column("employed_residents", number(key::LAB_FIGURE_EMPLOYED, ""), |row: &SideRow| SortKey::from(row.employed.0))
        .column("supply_side_self_containment", number(key::LAB_FIGURE_SUPPLY, "%"), |row: &SideRow| SortKey::from(row.supply.0))
        .column("demand_side_self_containment", number(key::LAB_FIGURE_DEMAND, "%"), |row: &SideRow| SortKey::from(row.demand.0))
}

/// A variant in the table; numbers that only a source states say so.
fn row(asker: &Asker, variant: &Record, opened: &[Opened]) -> SideRow {
    let language = asker.language;
    let opened = opened.iter().find(|opened| opened.variant.id == variant.id);
    let figures = opened.map(|opened| opened.desk.figures());
    let figure = |of: fn(&Figures) -> Option<f64>, stated: &str, decimals: u8| {
        let known = figures.as_ref().and_then(of);
        let said = || variant.value(stated).and_then(serde_json::Value::as_f64);
        match (known, said()) {
            (Some(number), _) => (known, language.number(number, decimals.into())),
            (None, Some(number)) => {
                let told = Message::new(key::LAB_STATED).with("number", language.number(number, decimals.into()));
                (Some(number), asker.tell(&told))
            }
            (None, None) => (None, language.optional(None, 0)),
        }
    };
    let share = |of: fn(&Figures) -> Option<f64>| {
        let per_cent = figures.as_ref().and_then(of).map(|share| share * 100.0);
        (per_cent, language.optional(per_cent, 1))
    };
    let state = variant.text("state").unwrap_or_default();
    let choices = Kind::Variants.field("state").and_then(|field| field.shape.choices());
    let codes: Vec<String> = variant.list("units").into_iter().map(ToOwned::to_owned).collect();
    let resolution = opened.and_then(|opened| opened.resolution.as_ref());
    let year = variant.number("data_year").or_else(|| table_year(opened));
    SideRow {
        id: variant.id.clone(),
        link: Entry::new(place(asker, variant), name(asker, variant)),
        state: choices.map_or_else(String::new, |choices| asker.tell(&labels::choice(choices, state))),
        is_adopted: state == "adopted",
        decision: resolution.map(|found| decision(asker, found)).unwrap_or_default(),
        resolution: resolution.and_then(|found| found.text("number")).unwrap_or_default().to_owned(),
        method: method(asker, opened, !codes.is_empty()),
        entered: opened.map(|opened| entered(asker, opened)).unwrap_or_default(),
        criteria: Said::of(asker, variant, "criteria"),
        year: year.and_then(|year| i32::try_from(year).ok()).map(f64::from),
        year_told: year.map_or_else(|| language.optional(None, 0), |year| year.to_string()),
        units: opened.map(|opened| super::sides::units(asker, &codes, &opened.desk)).unwrap_or_default(),
        unit_count: if codes.is_empty() {
            figure(|_| None, "stated_unit_count", 0)
        } else {
            let count = miedza_territory::count(codes.len());
            (Some(count), language.integer(count))
        },
        codes,
        area_km2: figure(|figures| figures.area_km2, "stated_area_km2", 1),
        population: figure(|figures| figures.population, "stated_population", 0),
        employed: figure(|figures| figures.employed_residents, "", 0),
        supply: share(|figures| figures.supply_side_self_containment),
        demand: share(|figures| figures.demand_side_self_containment),
        modelled: if opened.is_some_and(|opened| opened.desk.is_modelled()) {
            asker.say(key::MARK_MODELLED)
        } else {
            String::new()
        },
    }
}

/// The year of the flow table of a variant whose record names none.
fn table_year(opened: Option<&Opened>) -> Option<i64> {
    opened.and_then(|opened| opened.table.as_ref()).and_then(|table| table.number("year"))
}

/// The method in words; a list where there is none.
fn method(asker: &Asker, opened: Option<&Opened>, is_listed: bool) -> String {
    match opened.and_then(|opened| opened.desk.base().run()) {
        Some(run) => asker.tell(&tell::method(&run.method)),
        None if is_listed => asker.say(key::LAB_METHOD_LIST),
        None => asker.say(key::LAB_NO_UNITS_NAMED),
    }
}

/// What was set in the method, each as "meaning: value", and how many changes were made by hand.
fn entered(asker: &Asker, opened: &Opened) -> Vec<String> {
    let history = &opened.desk.history;
    let run: Run = opened.desk.base().run().cloned().unwrap_or_default();
    // What stands after a semicolon explains the field of the form, not the value.
    let short = |meaning: &Message| asker.tell(meaning).split(';').next().unwrap_or_default().to_owned();
    let mut told: Vec<String> = parameters(&run)
        .iter()
        .filter(|entered| !entered.is_default)
        .map(|entered| format!("{}: {}", short(&entered.meaning), super::parameters::word(asker, &entered.value)))
        .collect();
    told.extend(run.employed_share.map(|share| format!("{}: {share}", asker.say(key::LAB_EMPLOYED_SHARE))));
    let by_hand = history.changes().filter(|change| !change.is_empty()).count();
    if by_hand > 0 {
        told.push(asker.tell(&Message::new(key::LAB_CHANGED_BY_HAND).with("count", Argument::from(by_hand))));
    }
    told
}
