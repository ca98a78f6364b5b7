//! How sure the boundary of a variant is: what was drawn, each unit with its certainty, a map, units on the edge; and in the
//! workbench the form that asks for it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::rights::Verb;
use miedza_territory::count;
use miedza_texts::{Argument, Key, Message, key};
use miedza_workflows::Failure;
use miedza_workflows::lab::certainty::{DRAWS, Sure, SureUnit, Wanted, kept};
use miedza_workflows::lab::certainty_map::{CLASSES, EDGE, name as unit_name};
use miedza_workflows::lab::parameters::{Asked as How, as_written};
use miedza_workflows::lab::{Desk, Opened, tell};

use super::form::{self, above, address, author, for_asker, may, name, refusal};
use super::sent::Sent;
use crate::frame::attachment::attachment;
use crate::frame::failure::{status, unknown_address};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Caption, Choice, Entry, FormField, Heading, KeyFigure, MapFigure, Notice, Sign, Title};
use crate::frame::{Address, Answer, Asker};

/// A unit with its certainty.
pub struct SureRow {
    id: String,
    unit: Entry,
    code: String,
    certainty: String,
    edge: Option<String>,
    seat: String,
    second: String,
    second_share: String,
    /// Where it goes else, in words; empty if nowhere.
    elsewhere: String,
}

/// The form that asks for it.
struct Form {
    action: String,
    heading: String,
    fields: Vec<FormField>,
    draw: FormField,
    draws: Vec<Choice>,
    act: String,
}

#[derive(Template)]
#[template(path = "delimitation/certainty.html")]
struct CertaintyPage {
    page: Page,
    title: Title,
    ways: Vec<Entry>,
    about: String,
    empty: String,
    figures: Vec<KeyFigure>,
    map: Option<MapFigure>,
    edges_heading: String,
    edges: Vec<SureRow>,
    edges_none: String,
    caption: Caption,
    headings: Vec<Heading>,
    rows: Vec<SureRow>,
    files_label: String,
    files: Vec<Entry>,
    made_from: Vec<String>,
    form: Option<Form>,
}

/// In the workbench.
pub async fn show(asker: Asker) -> Answer {
    answer(&asker, true, (None, &Typed::usual())).await
}

/// For everybody.
pub async fn show_public(asker: Asker) -> Answer {
    if kept(asker.the_record()).is_none() {
        return Err(unknown_address().into());
    }
    answer(&asker, false, (None, &Typed::usual())).await
}

async fn answer(asker: &Asker, is_inside: bool, (notice, typed): (Option<&Failure>, &Typed)) -> Answer {
    let opened = for_asker(asker, form::opened(asker).await?);
    let sure = kept(&opened.variant);
    let hash = asker.app.lab().table_hash(&opened).await?;
    let heading = asker.tell(&Message::new(key::LAB_CERTAINTY_OF).with("variant", name(asker, &opened.variant)));
    let lab = address(asker, &opened.variant.id);
    let page = if is_inside {
        let mut way = above(asker);
        way.push(Entry::new(lab.clone(), name(asker, &opened.variant)));
        Page::of(asker, &heading).unlisted().wide().under(way, &heading)
    } else {
        let area = Address::partnership(asker.language, asker.slug()).step("area").ask("variant", &opened.variant.id);
        Page::of(asker, &heading).wide().under(vec![Entry::new(area, asker.say(key::LAB_AREA))], &heading)
    };
    let mut page = page;
    page.notices.extend(notice.map(|failure| refusal(asker, failure)));
    let stale = sure.as_ref().filter(|sure| is_inside && !sure.is_current(&opened, &hash));
    page.notices.extend(stale.map(|_| stale_notice(asker)));
    page.notices.extend(form::modelled(asker, &opened.desk));
    let may_ask = is_inside && opened.desk.base().run().is_some() && may(asker, Verb::Edit, &opened.variant);
    let shown = Shown { asker, desk: &opened.desk, opened: &opened };
    let rows = sure.as_ref().map(|sure| shown.rows(sure.units.iter())).unwrap_or_default();
    let mut response = page::answer(&CertaintyPage {
        page,
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            heading,
            lead: lead(asker, sure.as_ref()),
            ..Title::default()
        },
        ways: if is_inside { vec![Entry::new(lab.clone(), asker.say(key::LAB_JOB_BACK))] } else { Vec::new() },
        about: asker.say(key::LAB_CERTAINTY_ABOUT),
        empty: asker.say(if opened.desk.base().run().is_some() {
            key::LAB_CERTAINTY_EMPTY
        } else {
            key::LAB_CERTAINTY_NO_METHOD
        }),
        figures: sure.as_ref().map(|sure| figures(asker, sure)).unwrap_or_default(),
        map: sure.as_ref().map(|sure| shown.map(sure)).filter(|map| !map.svg.is_empty()),
        edges_heading: asker.say(key::LAB_CERTAINTY_EDGES),
        edges: sure.as_ref().map(|sure| shown.rows(sure.edges().into_iter())).unwrap_or_default(),
        edges_none: asker.say(key::LAB_CERTAINTY_NO_EDGES),
        caption: Caption::new("units", asker.say(key::LAB_CERTAINTY_CAPTION)),
        headings: headings(asker),
        files_label: asker.say(key::LIST_FILES),
        files: if rows.is_empty() { Vec::new() } else { files(asker, &opened.variant.id) },
        rows,
        made_from: sure.as_ref().map(|sure| made_from(asker, sure)).unwrap_or_default(),
        form: may_ask.then(|| form_of(asker, &lab, typed)),
    })?;
    if let Some(failure) = notice {
        *response.status_mut() = status(failure.kind);
    }
    Ok(response.into_response())
}

fn stale_notice(asker: &Asker) -> Notice {
    Notice {
        kind: "attention",
        title: asker.say(key::LAB_CERTAINTY_STALE),
        text: asker.say(key::LAB_CERTAINTY_STALE_TEXT),
        ways: Vec::new(),
    }
}

/// How sure it is, in a sentence.
fn lead(asker: &Asker, sure: Option<&Sure>) -> String {
    let Some(sure) = sure else { return String::new() };
    let own = sure.units.iter().filter(|unit| unit.is_own).count();
    let edges = sure.units.iter().filter(|unit| unit.is_own && unit.is_edge).count();
    let told = Message::new(key::LAB_CERTAINTY_LEAD)
        .with("replicates", sure.drawn.replicates)
        .with("sure", own.saturating_sub(edges))
        .with("units", own)
        .with("limit", Argument::Share(sure.limit, 0));
    asker.tell(&told)
}

/// What the certainty of a variant says in one sentence, with its page; `None` if nobody asked for it.
pub fn told(asker: &Asker, opened: &Opened) -> Option<(String, Entry)> {
    let sure = kept(&opened.variant)?;
    let page = Address::partnership(asker.language, asker.slug()).step("area").step(&opened.variant.id).step("certainty");
    Some((lead(asker, Some(&sure)), Entry::new(page, asker.say(key::LAB_CERTAINTY))))
}

fn figures(asker: &Asker, sure: &Sure) -> Vec<KeyFigure> {
    let language = asker.language;
    let figure = |label: Key, value: String| KeyFigure { label: asker.say(label), value, ..KeyFigure::default() };
    let [fewest, middle, most] = sure.area_counts;
    vec![
        figure(key::LAB_CERTAINTY_MEAN, language.optional_share(sure.mean(), 1)),
        figure(key::LAB_CERTAINTY_EDGES, language.integer(count(sure.edges().len()))),
        figure(key::LAB_CERTAINTY_REPLICATES, language.integer(count(sure.drawn.replicates))),
        figure(key::LAB_CERTAINTY_AREAS, format!("{fewest}–{most} ({middle})")),
    ]
}

fn headings(asker: &Asker) -> Vec<Heading> {
    vec![
        Heading::words(asker.say(key::LAB_COLUMN_UNIT)),
        Heading::number(asker.say(key::LAB_CERTAINTY_COLUMN), ""),
        Heading::words(asker.say(key::LAB_CERTAINTY_SEAT)),
        Heading::words(asker.say(key::LAB_CERTAINTY_SECOND)),
        Heading::number(asker.say(key::LAB_CERTAINTY_SECOND_SHARE), ""),
    ]
}

/// What the study was made from.
fn made_from(asker: &Asker, sure: &Sure) -> Vec<String> {
    let drawn = &sure.drawn;
    let way = Message::new(key::LAB_CERTAINTY_DRAWN)
        .with("replicates", drawn.replicates)
        .with("draw", asker.say(draw_word(&drawn.draw)))
        .with("seed", drawn.seed.to_string());
    let method = Message::new(key::LAB_CERTAINTY_MADE_BY)
        .with("method", tell::method(&sure.made_from.run.method))
        .with("program", sure.made_from.program.as_str());
    let mut told = vec![asker.tell(&way), asker.tell(&method)];
    let hash = &sure.made_from.flow_table_sha256;
    if !hash.is_empty() {
        told.push(asker.tell(&Message::new(key::LAB_TABLE_HASH).with("sha256", hash)));
    }
    told
}

fn draw_word(draw: &str) -> Key {
    if draw == DRAWS[1] { key::LAB_DRAW_MULTINOMIAL } else { key::LAB_DRAW_POISSON }
}

fn files(asker: &Asker, variant: &str) -> Vec<Entry> {
    let own = Address::partnership(asker.language, asker.slug()).step("area").step(variant).step("certainty").step("csv");
    let api = |ending: &str| format!("/api/v1/partnerships/{}/variants/{variant}/certainty{ending}", asker.slug());
    vec![Entry::new(own, "CSV"), Entry::new(api(".xlsx"), "XLSX"), Entry::new(api(""), "JSON")]
}

fn form_of(asker: &Asker, lab: &Address, typed: &Typed) -> Form {
    let number = |name: &str, label: Key, hint: Key, value: &str| FormField {
        name: name.to_owned(),
        label: asker.say(label),
        hint: asker.say(hint),
        value: value.to_owned(),
        ..FormField::default()
    };
    let choice = |draw: &&str| Choice {
        value: (*draw).to_owned(),
        label: asker.say(draw_word(draw)),
        is_chosen: *draw == typed.draw,
        ..Choice::default()
    };
    Form {
        action: lab.clone().step("certainty").into(),
        heading: asker.say(key::LAB_CERTAINTY_ASK),
        fields: vec![
            number("replicates", key::LAB_CERTAINTY_REPLICATES, key::LAB_CERTAINTY_REPLICATES_HINT, &typed.replicates),
            number("limit", key::LAB_CERTAINTY_LIMIT, key::LAB_CERTAINTY_LIMIT_HINT, &typed.limit),
            number("seed", key::LAB_CERTAINTY_SEED, key::LAB_CERTAINTY_SEED_HINT, &typed.seed),
        ],
        draw: FormField { name: "draw".into(), label: asker.say(key::LAB_CERTAINTY_DRAW), ..FormField::default() },
        draws: DRAWS.iter().map(choice).collect(),
        act: asker.say(key::LAB_CERTAINTY_ACT),
    }
}

/// What stands in the form, as it was typed.
struct Typed {
    replicates: String,
    limit: String,
    seed: String,
    draw: String,
}

impl Typed {
    fn usual() -> Self {
        let Wanted { replicates, draw, seed, limit } = Wanted::default();
        Self { replicates: replicates.to_string(), limit: limit.to_string(), seed: seed.to_string(), draw }
    }

    /// What was sent; an empty field is the usual value.
    fn of(sent: &Sent) -> Self {
        let usual = Self::usual();
        let or =
            |name: &str, usual: String| Some(sent.one(name)).filter(|text| !text.is_empty()).map_or(usual, ToOwned::to_owned);
        Self {
            replicates: or("replicates", usual.replicates),
            limit: or("limit", usual.limit),
            seed: or("seed", usual.seed),
            draw: or("draw", usual.draw),
        }
    }

    fn wanted(&self) -> Result<Wanted, Failure> {
        let number = |text: &str| as_written(How::Number { least: 0.0, most: None }, text);
        let wanted = number(&self.replicates).parse().ok().zip(number(&self.seed).parse().ok());
        let limit = as_written(How::Share, &self.limit).parse().ok();
        let Some(((replicates, seed), limit)) = wanted.zip(limit) else {
            let hint = Message::new(key::LAB_CERTAINTY_HINT_RANGE).with("most", miedza_workflows::lab::certainty::MOST);
            return Err(Failure::invalid(key::LAB_CERTAINTY_FAILURE_RANGE, hint));
        };
        let wanted = Wanted { replicates, seed, limit, draw: self.draw.clone() };
        wanted.check().map(|()| wanted)
    }
}

/// Asks for it; a job does the work.
pub async fn ask(asker: Asker, sent: Sent) -> Answer {
    let opened = form::opened(&asker).await?;
    let typed = Typed::of(&sent);
    let queued = match typed.wanted() {
        Ok(wanted) => asker.app.lab().queue_certainty(&opened, wanted, (&author(&asker), asker.today())).await,
        Err(failure) => Err(failure),
    };
    match queued {
        Ok(job) => Ok(Redirect::to(&address(&asker, &opened.variant.id).step("jobs").step(&job).to_string()).into_response()),
        Err(failure) => answer(&asker, true, (Some(&failure), &typed)).await,
    }
}

/// A variant before somebody.
struct Shown<'a> {
    asker: &'a Asker,
    desk: &'a Desk,
    opened: &'a Opened,
}

impl Shown<'_> {
    fn rows<'s>(&self, units: impl Iterator<Item = &'s SureUnit>) -> Vec<SureRow> {
        let language = self.asker.language;
        let seat = |code: Option<&String>| code.map_or_else(|| language.optional(None, 0), |code| unit_name(self.desk, code));
        let row = |unit: &SureUnit| SureRow {
            id: format!("unit-{}", unit.unit),
            unit: Entry::new(Address::unit(language, &unit.unit), unit_name(self.desk, &unit.unit)),
            code: unit.unit.clone(),
            certainty: language.share(unit.certainty, 1),
            edge: unit.is_edge.then(|| self.asker.say(key::LAB_CERTAINTY_EDGE)),
            seat: seat(unit.seat.as_ref()),
            second: seat(unit.second.as_ref()),
            second_share: language.optional_share(unit.second_share, 1),
            elsewhere: match (&unit.second, unit.second_share) {
                (Some(second), Some(share)) => format!("{} {}", language.share(share, 1), unit_name(self.desk, second)),
                _ => String::new(),
            },
        };
        units.map(row).collect()
    }

    fn map(&self, sure: &Sure) -> MapFigure {
        let title = self.asker.say(key::LAB_CERTAINTY);
        let picture = sure.map(self.desk, &title, self.asker.language);
        MapFigure {
            id: "certainty-figure".to_owned(),
            svg: picture.svg,
            what: title,
            source: form::source(self.asker, self.opened.table.as_ref()),
            schematic: if picture.is_schematic { self.asker.say(key::MAP_SCHEMATIC) } else { String::new() },
            legend: self.legend(sure),
            ..MapFigure::default()
        }
    }

    fn legend(&self, sure: &Sure) -> Vec<Sign> {
        let language = self.asker.language;
        let mut most = 1.0;
        let mut signs = Vec::new();
        for (least, class) in CLASSES {
            let label = format!("{}–{}", language.share(least, 0), language.share(most, 0));
            signs.push(Sign { class, label });
            most = least;
        }
        let limit = Message::new(key::LAB_CERTAINTY_EDGE_SIGN).with("limit", Argument::Share(sure.limit, 0));
        signs.push(Sign { class: EDGE, label: self.asker.tell(&limit) });
        signs
    }
}

/// The table as a file.
pub async fn file(asker: Asker, Path((.., ending)): Path<(String, String, String, String)>) -> Answer {
    let opened = form::opened(&asker).await?;
    let sure = kept(&opened.variant).filter(|_| ending == "csv").ok_or_else(unknown_address)?;
    let named = format!("certainty-{}.csv", asker.slug());
    Ok(attachment("text/csv; charset=utf-8", &named, sure.csv(&opened.desk)))
}
