//! A file is sent, or something is said about one that waits: it is read in, or a page asks for what it does not tell.

use axum::Form;
use axum::extract::Multipart;
use bytes::Bytes;
use miedza_texts::key;
use miedza_workflows::Failure;
use miedza_workflows::importing::{self, About, Lacking, NotKept, look};
use miedza_workflows::record::Entered;

use super::about::{Waiting, about, plain_name};
use super::{columns, lacking, mapping, report};
use crate::frame::{Answer, Asker};
use crate::work::file::{Sent, sent};
use crate::work::register::author;

/// Reads a file in; a table whose columns are unclear, or shall be looked at first, is kept and asked about.
pub async fn upload(asker: Asker, parts: Multipart) -> Answer {
    let Sent { file, words } = sent(parts).await?;
    let file = file.filter(|(_, bytes)| !bytes.is_empty());
    let (name, bytes) = file.ok_or_else(|| Failure::invalid(key::WORK_UPLOAD_NONE, key::WORK_UPLOAD_NONE_HINT))?;
    read_in(&asker, (plain_name(&name), bytes), &Entered::new(words)).await
}

/// What a file that waits did not say itself is told: it is read in, or the next question comes.
pub async fn completed(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let entered = Entered::new(pairs);
    let waiting = Waiting::named(&asker, &entered).await?;
    read_in(&asker, waiting.file(), &entered).await
}

async fn read_in(asker: &Asker, file: (String, Bytes), entered: &Entered) -> Answer {
    let told = match about(asker, entered) {
        Ok(told) => told,
        Err(failure) => {
            let waiting = Waiting::keep(asker, file).await?;
            return lacking::answer(asker, &waiting, entered, (Lacking::Period, &failure));
        }
    };
    if entered.one("check").is_some() {
        return ask(asker, Waiting::keep(asker, file).await?, entered, told).await;
    }
    match importing::keep_observations(asker.app.store(), file.clone(), &told, &author(asker)).await {
        Ok(imported) => {
            let waiting = if imported.refused > 0 { Some(Waiting::keep(asker, file).await?) } else { None };
            report::answer(asker, &imported, (waiting.as_ref(), entered, &told))
        }
        Err(NotKept::Lacking(what, failure)) => {
            let waiting = Waiting::keep(asker, file).await?;
            lacking::answer(asker, &waiting, entered, (what, &failure))
        }
        Err(NotKept::Unclear(_)) => ask(asker, Waiting::keep(asker, file).await?, entered, told).await,
        Err(NotKept::Failure(failure)) => Err(failure.into()),
    }
}

/// The page about the columns as they are guessed.
async fn ask(asker: &Asker, waiting: Waiting, entered: &Entered, told: About) -> Answer {
    let guess = look(waiting.file(), &told).await?;
    let proposed = mapping::written(&guess.mapping, &guess.columns, entered);
    let about = About { mapping: Some(guess.mapping), ..told };
    let preview = importing::preview(waiting.file(), &about).await;
    columns::answer(asker, (&waiting, &guess.columns), &proposed, preview)
}

/// The columns of a file that waits are described: what would be read is shown, or it is read in.
pub async fn described(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let entered = Entered::new(pairs);
    let waiting = Waiting::named(&asker, &entered).await?;
    let told = about(&asker, &entered)?;
    let columns = look(waiting.file(), &told).await?.columns;
    let told = match mapping::read(&entered, columns.len()) {
        Ok(mapping) => About { mapping: Some(mapping), ..told },
        Err(failure) => return columns::answer(&asker, (&waiting, &columns), &entered, Err(failure)),
    };
    if entered.one("do") != Some("import") {
        let preview = importing::preview(waiting.file(), &told).await;
        return columns::answer(&asker, (&waiting, &columns), &entered, preview);
    }
    match importing::keep_observations(asker.app.store(), waiting.file(), &told, &author(&asker)).await {
        Ok(imported) => report::answer(&asker, &imported, (Some(&waiting), &entered, &told)),
        Err(not_kept) => columns::answer(&asker, (&waiting, &columns), &entered, Err(not_kept.into())),
    }
}
