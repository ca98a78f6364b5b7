//! Who pays for and supports the portal itself: the lines of no partnership, which stand at the foot of every page.
//!
//! They are read when something was changed, not with every page.

use std::sync::{Arc, Mutex};

use miedza_planning::record::{Kind, Record, Visibility};
use miedza_store::{Question, Store};
use miedza_workflows::Failure;

use super::address::Address;
use super::asker::Asker;
use super::parts::Funder;

/// A line with its logo, if it has one.
pub type Supporter = (Record, Option<Record>);

/// The lines as they were last read, with the number of the newest change at that time.
#[derive(Default)]
pub struct Supporters(Mutex<Option<(i64, Arc<Vec<Supporter>>)>>);

impl Supporters {
    /// Reads the lines again if something was changed since.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn refresh(&self, store: &Store) -> Result<(), Failure> {
        let revision = store.revision().await?;
        let is_fresh = self.0.lock().is_ok_and(|held| held.as_ref().is_some_and(|(known, _)| *known == revision));
        if is_fresh {
            return Ok(());
        }
        let is_shown = |record: &Record| record.content.partnership.is_none() && record.content.visibility == Visibility::Public;
        let mut lines = store.records(&Question::of(Kind::FunderLines)).await?;
        lines.retain(is_shown);
        lines.sort_by_key(|line| (line.number("position"), line.id.clone()));
        let logos = lines.iter().filter_map(|line| line.text("logo").map(ToOwned::to_owned));
        let logos = store.records(&Question::of(Kind::Attachments).with_ids(logos)).await?;
        let with_logo = |line: Record| {
            let logo = logos.iter().find(|logo| Some(logo.id.as_str()) == line.text("logo") && is_shown(logo)).cloned();
            (line, logo)
        };
        let lines: Vec<Supporter> = lines.into_iter().map(with_logo).collect();
        if let Ok(mut held) = self.0.lock() {
            *held = Some((revision, Arc::new(lines)));
        }
        Ok(())
    }

    fn lines(&self) -> Arc<Vec<Supporter>> {
        let held = self.0.lock().ok();
        held.and_then(|held| held.as_ref().map(|(_, lines)| Arc::clone(lines))).unwrap_or_default()
    }

    /// The lines for the foot of a page.
    #[must_use]
    pub fn shown(&self, asker: &Asker) -> Vec<Funder> {
        let file = |logo: &Record| Address::page(asker.language).step("files").step(&logo.id).into();
        self.lines().iter().map(|(line, logo)| funder(asker, line, logo.as_ref().map(|logo| (logo, file(logo))))).collect()
    }
}

/// A line as a logo with its text alternative, or in words where it has no logo.
#[must_use]
pub fn funder(asker: &Asker, line: &Record, logo: Option<(&Record, String)>) -> Funder {
    let href = line.text("website").unwrap_or_default().to_owned();
    let text = asker.words(line, "text");
    match logo {
        Some((logo, file)) => {
            let alt = asker.words(logo, "alt");
            Funder { href, name: if alt.is_empty() { text } else { alt }, logo: file, width: 160, height: 48 }
        }
        None => Funder { href, name: text, logo: String::new(), width: 0, height: 0 },
    }
}
