//! How far a run is that takes long.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use miedza_store::{Job, JobState};
use miedza_texts::{Message, key};
use miedza_workflows::jobs::{is_forsaken, refusal};
use miedza_workflows::lab::{CERTAINTY, RUN, tell};

use super::form::{above, address, name};
use crate::frame::failure::unknown_address;
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, JobProgress, Notice, Title};
use crate::frame::{Answer, Asker};

/// After the address of a page that is not to look again by itself.
const STILL: &str = "still=yes";

#[derive(Template)]
#[template(path = "delimitation/job.html")]
struct JobPage {
    page: Page,
    title: Title,
    job: JobProgress,
    refusal: Option<Notice>,
    again: Option<Entry>,
    /// That the page looks again by itself, and the way to keep it from doing so.
    still: Option<(String, Entry)>,
    back: Entry,
}

/// The progress of a job of this variant; one that is done leads to the variant.
pub async fn show(asker: Asker, Path((.., job)): Path<(String, String, String, String)>) -> Answer {
    let variant = asker.the_record();
    let job = asker.app.store().job(&job).await?.ok_or_else(unknown_address)?;
    let is_of_variant = job.draft.input.get("variant").and_then(serde_json::Value::as_str) == Some(&variant.id);
    let is_certainty = job.draft.kind == CERTAINTY;
    if !(is_certainty || job.draft.kind == RUN) || !is_of_variant {
        return Err(unknown_address().into());
    }
    let lab = address(&asker, &variant.id);
    if job.state == JobState::Done {
        let next = if is_certainty { lab.step("certainty") } else { lab.ask("done", "ran") };
        return Ok(Redirect::to(&next.to_string()).into_response());
    }
    let heading = asker.tell(&Message::new(key::LAB_JOB_TITLE).with("variant", name(&asker, variant)));
    let mut way = above(&asker);
    way.push(Entry::new(lab.clone(), name(&asker, variant)));
    let is_over = job.state == JobState::Failed;
    let stands_still = is_over || asker.uri.query() == Some(STILL);
    let page = Page::of(&asker, &heading).unlisted().under(way, &heading);
    page::answer(&JobPage {
        page: if stands_still { page } else { page.with_island("job-progress") },
        job: progress(&asker, &job),
        refusal: is_over.then(|| refused(&asker, &job)),
        again: (!is_over).then(|| Entry::new(asker.uri.path(), asker.say(key::LAB_JOB_LOOK_AGAIN))),
        still: (!stands_still).then(|| {
            let entry = Entry::new(format!("{}?{STILL}", asker.uri.path()), asker.say(key::LAB_JOB_STILL));
            (asker.say(key::LAB_JOB_REFRESHES), entry)
        }),
        back: Entry::new(lab, asker.say(key::LAB_JOB_BACK)),
        title: Title { heading, lead: asker.say(key::LAB_JOB_LEAD), ..Title::default() },
    })
}

fn progress(asker: &Asker, job: &Job) -> JobProgress {
    let (state, tone, sign) = match job.state {
        JobState::Queued => (key::LAB_JOB_WAITS, "", "calendar"),
        JobState::Running if is_forsaken(job) => (key::LAB_JOB_FORSAKEN, "attention", "calendar"),
        JobState::Running | JobState::Done => (key::LAB_JOB_RUNS, "info", "info"),
        JobState::Failed => (key::LAB_JOB_FAILED, "error", "error"),
    };
    let method = job.draft.input.pointer("/run/method").and_then(serde_json::Value::as_str);
    let title = method.map_or_else(|| key::LAB_JOB_CERTAINTY.into(), tell::method);
    let told = job.words.as_deref().and_then(key::find).map(|told| asker.say(told)).unwrap_or_default();
    let share = asker.language.share(job.progress, 0);
    JobProgress {
        title: asker.tell(&title),
        state: asker.say(state),
        tone,
        sign,
        told: format!("{share} {told}").trim().to_owned(),
        done: per_mille(job.progress),
        total: 1000,
    }
}

/// A share in whole thousandths.
fn per_mille(share: f64) -> u64 {
    (0..=1000_u64).rev().find(|&part| miedza_territory::count(usize::try_from(part).unwrap_or(0)) <= share * 1000.0).unwrap_or(0)
}

fn refused(asker: &Asker, job: &Job) -> Notice {
    let (told, hint) = refusal(job, asker.language).unwrap_or_default();
    Notice { kind: "refusal", title: told, text: hint, ways: Vec::new() }
}
