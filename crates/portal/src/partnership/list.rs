//! All partnerships in one table and on one map: stage, members, extent, next date, answers to calls.

use std::collections::BTreeSet;

use askama::Template;
use miedza_planning::partnership::stage::Stage;
use miedza_planning::partnership::themes::Placed;
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Wording;
use miedza_texts::{Key, Message, key};
use miedza_workflows::labels;
use miedza_workflows::partnership::{All, Listed, Sum, Wanted, shapes};

use crate::frame::list::{Filter, Foot, Listing, SortKey};
use crate::frame::moments::iso;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, MapFigure, Title};
use crate::frame::{Address, Answer, Asker, cards, land};

/// The filters of this list beside words.
const FILTERS: [&str; 3] = ["stage", "voivodeship", "theme"];

/// A partnership in the table.
struct Row {
    link: Entry,
    formal_name: String,
    stage: String,
    legal_form: String,
    members: String,
    population: String,
    population_note: String,
    counties: String,
    ahead_iso: String,
    ahead: String,
    ahead_about: String,
    answers: Vec<Entry>,
}

/// A filter that chooses from a list.
struct Select {
    field: FormField,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "partnership/list.html")]
struct ListPage {
    page: Page,
    title: Title,
    filter: Filter,
    selects: Vec<Select>,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    size: &'static str,
    not_known: String,
    foot: Foot,
    empty: String,
    map: MapFigure,
    themes: Entry,
    members: Entry,
}

/// All partnerships.
pub async fn show(asker: Asker) -> Answer {
    let sees = |record: &Record, partnership: Option<&Record>| match record.kind() {
        Kind::Partnerships => asker.sees_partnership(record),
        _ => asker.sees(record, partnership),
    };
    let all = All::read(asker.app.store(), asker.today(), sees).await?;
    let listing = listing(&asker);
    let asked = |name| listing.asked().value(name).unwrap_or_default().to_owned();
    let wanted = Wanted { stage: asked("stage"), region: asked("voivodeship"), theme: asked("theme") };
    let rows = all.wanted(&wanted);
    let selects = selects(&asker, &all, &wanted);
    let words = |row: &&Listed| words(&asker, &all, row);
    let fitting = listing.view(rows, words);
    if let Some(file) = listing.file(&fitting).await? {
        return Ok(file);
    }
    let shown = listing.cut(fitting.clone());
    let shapes = shapes(asker.app.store(), &cards::codes(&fitting), &BTreeSet::new(), None).await?;
    let heading = asker.say(key::PORTAL_MENU_PARTNERSHIPS);
    let lead = asker.tell(&Message::new(key::PAGE_COUNT_PARTNERSHIPS).with("count", all.rows.len()));
    page::answer(&ListPage {
        page: Page::of(&asker, &heading).under(Vec::new(), &heading).wide(),
        map: cards::map(&asker, &fitting, shapes.as_ref()).of(land::source(&asker, shapes.as_ref(), None).await?),
        themes: Entry::new(Address::page(asker.language).step("themes"), asker.say(key::THEME_ALL)),
        members: members(&asker),
        title: Title { heading, lead, ..Title::default() },
        selects,
        caption: Caption {
            id: "partnerships".to_owned(),
            what: asker.say(key::PAGE_PARTNERSHIPS_CAPTION),
            when: asker.date(asker.today().into()),
            source: String::new(),
        },
        size: shown.size(),
        rows: shown.rows.iter().map(|listed| row(&asker, listed)).collect(),
        headings: shown.headings,
        filter: shown.filter,
        foot: shown.foot,
        not_known: asker.say(key::PAGE_NOT_KNOWN),
        empty: asker.say(key::PAGE_PARTNERSHIPS_NONE),
    })
}

/// Who takes part in any of them today, as a table.
fn members(asker: &Asker) -> Entry {
    let address = Address::at("/api/v1/members.csv").ask("on", &asker.today().to_string());
    let label = format!("{} (CSV)", asker.say(key::API_MEMBERS_EVERYWHERE));
    Entry::new(address.ask("lang", asker.language.code()), label)
}

fn listing(asker: &Asker) -> Listing<'_, &Listed> {
    let words = |key| Heading::words(asker.say(key));
    let number = |key| Heading::number(asker.say(key), "");
    let whole = |sum: &Sum| sum.is_whole().then_some(sum.value);
    Listing::of(asker, "name")
        .column("name", words(key::PAGE_PARTNERSHIP), |row: &&Listed| SortKey::from(asker.words(&row.partnership, "short_name")))
        .unseen("slug", asker.tell(&labels::field(Kind::Partnerships, "slug")), |row| row.partnership.text("slug"))
        .unseen("formal_name", asker.tell(&labels::field(Kind::Partnerships, "formal_name")), |row| {
            asker.words(&row.partnership, "formal_name")
        })
        .column("stage", words(key::PAGE_STAGE), |row: &&Listed| SortKey::from(row.stage.map(rank)))
        .told(|row| cards::choice(asker, &row.partnership, "stage"))
        .column("legal_form", words(key::PAGE_LEGAL_FORM), |row: &&Listed| SortKey::from(legal_form(asker, &row.partnership)))
        .column("members", number(key::PAGE_MEMBERS), |row: &&Listed| SortKey::from(row.members.certain.len()))
        .column("population", number(key::PAGE_POPULATION), move |row: &&Listed| SortKey::from(whole(&row.population)))
        .unseen("population_known", asker.say(key::LIST_POPULATION_KNOWN), |row| row.population.known)
        .column("counties", number(key::PAGE_COUNTIES), |row: &&Listed| SortKey::from(row.counties.len()))
        .column("next", words(key::PAGE_NEXT_DATE), |row: &&Listed| SortKey::from(row.ahead.first().map(|ahead| ahead.date)))
        .unseen("next_about", asker.say(key::LIST_NEXT_ABOUT), |row| row.ahead.first().map(|next| cards::about(asker, next)))
        .column("answers", words(key::PAGE_CALL_ANSWERS), |row: &&Listed| SortKey::from(row.answers.len()))
        .told(|row| {
            let answers = row.answers.iter().map(|(call, state, _)| answer(asker, call, state.name()).label);
            answers.collect::<Vec<_>>().join("; ")
        })
        .filtered_by(&FILTERS)
        .as_files("partnerships")
}

/// The place of a stage in the life cycle.
fn rank(stage: Stage) -> usize {
    Stage::ALL.iter().position(|other| *other == stage).unwrap_or(Stage::ALL.len())
}

fn legal_form(asker: &Asker, partnership: &Record) -> String {
    cards::choice(asker, partnership, "legal_form")
}

/// What a filter by words looks into: names and the names of members.
fn words(asker: &Asker, all: &All, row: &Listed) -> String {
    let members = row.members.all().filter_map(|member| member.party.unit()).map(|code| all.land.name(code));
    let names = [asker.words(&row.partnership, "short_name"), asker.words(&row.partnership, "formal_name")];
    names.iter().map(String::as_str).chain(members).collect::<Vec<_>>().join(" ")
}

fn selects(asker: &Asker, all: &All, wanted: &Wanted) -> Vec<Select> {
    let (stages, regions, themes) = all.occurring();
    let stages =
        stages.into_iter().map(|stage| (stage.name().to_owned(), asker.tell(&labels::choice(Stage::CHOICES, stage.name()))));
    let mut regions: Vec<(String, String)> =
        regions.iter().map(|code| (code.as_str().to_owned(), all.land.name(code).to_owned())).collect();
    regions.sort_by(|one, two| asker.language.compare(&one.1, &two.1));
    let theme = |placed: &Placed<'_>| {
        let name = placed.theme.name.wording(asker.tongue()).map(Wording::text).unwrap_or_default();
        (placed.theme.slug.clone(), format!("{}{name}", "\u{2013} ".repeat(placed.depth)))
    };
    vec![
        select(asker, ("stage", key::PAGE_STAGE), stages.collect(), &wanted.stage),
        select(asker, ("voivodeship", key::PAGE_REGION), regions, &wanted.region),
        select(asker, ("theme", key::PAGE_THEME), themes.iter().map(theme).collect(), &wanted.theme),
    ]
}

fn select(asker: &Asker, (name, label): (&str, Key), list: Vec<(String, String)>, chosen: &str) -> Select {
    let all = Choice { label: asker.say(key::PAGE_ALL), is_chosen: chosen.is_empty(), ..Choice::default() };
    let choice = |(value, label): (String, String)| Choice { is_chosen: value == chosen, value, label, ..Choice::default() };
    Select {
        field: FormField { name: name.to_owned(), label: asker.say(label), optional: " ".to_owned(), ..FormField::default() },
        choices: std::iter::once(all).chain(list.into_iter().map(choice)).collect(),
    }
}

fn row(asker: &Asker, listed: &Listed) -> Row {
    let record = &listed.partnership;
    let name = asker.words(record, "short_name");
    let formal = asker.words(record, "formal_name");
    let population = &listed.population;
    let next = listed.ahead.first();
    Row {
        link: Entry::new(cards::address(asker, record), name.clone()),
        formal_name: if formal == name { String::new() } else { formal },
        stage: cards::choice(asker, record, "stage"),
        legal_form: legal_form(asker, record),
        members: listed.members.certain.len().to_string(),
        population: if population.is_whole() { asker.language.integer(population.value) } else { String::new() },
        population_note: population_note(asker, population),
        counties: listed.counties.len().to_string(),
        ahead_iso: next.map(|next| iso(next.date)).unwrap_or_default(),
        ahead: next.map(|next| asker.date(next.date)).unwrap_or_default(),
        ahead_about: next.map(|next| cards::about(asker, next)).unwrap_or_default(),
        answers: listed.answers.iter().map(|(call, state, _)| answer(asker, call, state.name())).collect(),
    }
}

/// How many of the municipalities have a figure, where not all have.
fn population_note(asker: &Asker, sum: &Sum) -> String {
    if sum.is_whole() || sum.units == 0 {
        return String::new();
    }
    asker.tell(&Message::new(key::PAGE_FIGURE_PARTLY).with("known", sum.known).with("units", sum.units))
}

fn answer(asker: &Asker, call: &Record, state: &str) -> Entry {
    let choices = Kind::CallAnswers.field("state").and_then(|field| field.shape.choices());
    let state = choices.map(|choices| asker.tell(&labels::choice(choices, state))).unwrap_or_default();
    let address = Address::page(asker.language).step("calls").step(call.text("slug").unwrap_or_default());
    Entry::new(address, format!("{}: {state}", asker.words(call, "subject")))
}
