//! The forms that change a variant: each keeps one step and leads back to the page, or gives a script what changed.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::delimitation::{Change, Limits};
use miedza_planning::record::Kind;
use miedza_texts::key;
use miedza_workflows::lab::parameters::{Asked as How, as_written};
use miedza_workflows::lab::{Lab, Opened, Wish};
use miedza_workflows::{Failure, Kind as FailureKind};

use super::form::{self, address, author, unchanged};
use super::lab::{Shown, answer, told_of_paste};
use super::live::{self, Live};
use super::parameters::{Typed, read};
use super::sent::{Asked, Sent};
use super::view::Viewer;
use crate::frame::failure::status;
use crate::frame::{Answer, Asker};

/// What was done, for the address: the word, and the unit.
type Done<'a> = (&'a str, &'a str);

/// Puts units in and takes units out by hand.
pub async fn change(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let change = Change { add: sent.all("add").into_iter().collect(), remove: sent.all("remove").into_iter().collect() };
    let done = match (sent.one("add"), sent.one("remove")) {
        ("", unit) => ("removed", unit.to_owned()),
        (unit, _) => ("added", unit.to_owned()),
    };
    let wish = Wish::Change(change);
    wished(&asker, &headers, &sent, wish, (done.0, &done.1)).await
}

/// One step back, or on again.
pub async fn step(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let (wish, done) = if sent.one("step") == "redo" { (Wish::Redo, "redone") } else { (Wish::Undo, "undone") };
    wished(&asker, &headers, &sent, wish, (done, "")).await
}

/// Runs a method with these parameters; one that takes long becomes a job.
pub async fn run(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let run = read(&sent);
    let typed = Typed { run: Some(run.clone()), ..Typed::default() };
    let opened = match unchanged(&asker, &sent).await {
        Ok(opened) => opened,
        Err(failure) => return refused(&asker, failure, Shown { typed, ..Shown::default() }).await,
    };
    if Lab::takes_long(&opened, &run) {
        let job = asker.app.lab().queue_run(&opened, run, &author(&asker), asker.today()).await?;
        return Ok(Redirect::to(&address(&asker, &opened.variant.id).step("jobs").step(&job).to_string()).into_response());
    }
    match asker.app.lab().change(opened, Wish::Run(run), &author(&asker)).await {
        Ok(opened) => taken(&asker, &headers, &opened, ("ran", "")),
        Err(failure) => {
            let is_of_around = [key::LAB_FAILURE_NO_AROUND, key::LAB_FAILURE_AROUND_UNKNOWN, key::LAB_FAILURE_NO_AREA];
            let around = is_of_around.contains(&failure.told.key).then(|| asker.tell(&failure.told));
            let typed = Typed { around: around.unwrap_or_default(), ..typed };
            refused(&asker, failure, Shown { typed, ..Shown::default() }).await
        }
    }
}

/// Takes a pasted list; what of it is not understood is named and stays in the field.
pub async fn paste(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let text = sent.whole("list").unwrap_or_default().to_owned();
    let pasting = form::pasting(sent.one("for"));
    let pasted = match unchanged(&asker, &sent).await {
        Ok(opened) => asker.app.lab().paste(opened, &text, pasting, &author(&asker)).await,
        Err(failure) => Err(failure),
    };
    match pasted {
        Ok((opened, said)) => match told_of_paste(&asker, &opened, (pasting, &said)) {
            None => {
                let counted = format!("{} {} {}", sent.one("for"), said.new, said.units.len());
                taken(&asker, &headers, &opened, ("pasted", &counted))
            }
            Some((notice, rest)) => {
                let shown = Shown { notice: Some(notice), pasted: rest, ..Shown::default() };
                answer(&asker, &opened, shown).await
            }
        },
        Err(failure) => refused(&asker, failure, Shown { pasted: text, ..Shown::default() }).await,
    }
}

/// Takes another flow table.
pub async fn table(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let chosen = asker.app.store().record(Kind::FlowTables, sent.one("table")).await?;
    let ours = asker.app.lab().tables(asker.the_partnership()).await?;
    let Some(chosen) = chosen.filter(|chosen| ours.iter().any(|table| table.id == chosen.id)) else {
        let failure = Failure::invalid(key::LAB_FAILURE_NO_SUCH_TABLE, key::LAB_HINT_FLOW_TABLE);
        return refused(&asker, failure, Shown::default()).await;
    };
    let taken_over = match unchanged(&asker, &sent).await {
        Ok(opened) => asker.app.lab().take_table(asker.the_partnership(), opened, &chosen, &author(&asker)).await,
        Err(failure) => Err(failure),
    };
    match taken_over {
        Ok(opened) => taken(&asker, &headers, &opened, ("table", "")),
        Err(failure) => refused(&asker, failure, Shown::default()).await,
    }
}

/// Holds the variant against other limits, and says which units are its core.
pub async fn limits(asker: Asker, headers: HeaderMap, sent: Sent) -> Answer {
    let usual = Limits::default();
    let number = |name: &str, how: How, usual: f64| {
        as_written(how, sent.one(name)).parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0).unwrap_or(usual)
    };
    let limits = Limits {
        core_population: number("core-population", How::Number { least: 0.0, most: None }, usual.core_population),
        commuter_share: number("commuter-share", How::Share, usual.commuter_share).min(1.0),
    };
    let codes = sent.one("core").split(|sign: char| !sign.is_alphanumeric()).filter(|code| !code.is_empty());
    let core: Vec<String> = codes.map(ToOwned::to_owned).collect();
    let opened = match unchanged(&asker, &sent).await {
        Ok(opened) => opened,
        Err(failure) => return refused(&asker, failure, Shown::default()).await,
    };
    let after = match asker.app.lab().change(opened, Wish::Limits(limits), &author(&asker)).await {
        Ok(opened) if opened.desk.named_core != core => asker.app.lab().change(opened, Wish::Core(core), &author(&asker)).await,
        other => other,
    };
    match after {
        Ok(opened) => taken(&asker, &headers, &opened, ("limits", "")),
        Err(failure) => refused(&asker, failure, Shown::default()).await,
    }
}

async fn wished(asker: &Asker, headers: &HeaderMap, sent: &Sent, wish: Wish, done: Done<'_>) -> Answer {
    let after = match unchanged(asker, sent).await {
        Ok(opened) => asker.app.lab().change(opened, wish, &author(asker)).await,
        Err(failure) => Err(failure),
    };
    match after {
        Ok(opened) => taken(asker, headers, &opened, done),
        Err(failure) => refused(asker, failure, Shown::default()).await,
    }
}

/// Leads back to the page, or gives a script what changed.
fn taken(asker: &Asker, headers: &HeaderMap, opened: &Opened, (done, what): Done<'_>) -> Answer {
    let asked = Asked { method: None, done: done.to_owned(), what: what.to_owned(), ..Asked::of(&asker.uri) };
    let page = asked.carry(address(asker, &opened.variant.id));
    if live::is_wanted(headers) {
        let said = form::done(asker, &asked, opened).unwrap_or_default();
        let fragment = Viewer { asker, may_edit: true }.render(opened)?;
        return Ok(Live { fragment, said, address: page.into(), version: opened.variant.version }.into_response());
    }
    let mut back = page.ask("done", done);
    if !what.is_empty() {
        back = back.ask("what", what);
    }
    Ok(Redirect::to(&back.to_string()).into_response())
}

/// The page as it is now, with what was refused above it; faults of the program and of the store have a page of their own.
async fn refused(asker: &Asker, failure: Failure, shown: Shown) -> Answer {
    if matches!(failure.kind, FailureKind::Fault | FailureKind::Unavailable | FailureKind::NotFound) {
        return Err(failure.into());
    }
    // As it is now: somebody else may have been faster.
    let variant = asker.app.store().record(Kind::Variants, &asker.the_record().id).await?;
    let variant = variant.unwrap_or_else(|| asker.the_record().clone());
    let opened = asker.app.lab().open(asker.the_partnership(), variant, asker.today()).await?;
    let shown = Shown { notice: Some(form::refusal(asker, &failure)), status: Some(status(failure.kind)), ..shown };
    answer(asker, &opened, shown).await
}
