//! What waits for the offices of some partnerships, with the records that it is about, and their next dates.

use miedza_planning::partnership::waiting::{Papers, Waiting, waiting};
use miedza_planning::partnership::{Reading, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Question, Store};

use super::all::{Ahead, ahead};
use crate::failure::Failure;

/// What waits in one partnership, and what comes.
#[derive(Clone, Debug)]
pub struct InTray {
    /// The partnership.
    pub partnership: Record,
    /// What waits, each with the meeting, resolution or call that it is about.
    pub waits: Vec<(Waiting, Record)>,
    /// Dates ahead: meetings, steps that end, calls that it answers; the nearest first.
    pub ahead: Vec<Ahead>,
}

impl InTray {
    /// Reads what `sees` lets through of a partnership.
    ///
    /// # Errors
    /// [`Failure`] if the store cannot be read.
    pub async fn of(store: &Store, partnership: &Record, today: Day, sees: impl Fn(&Record) -> bool) -> Result<Self, Failure> {
        let mut all: Vec<Record> = Vec::new();
        let kinds = [
            Kind::Meetings,
            Kind::AgendaItems,
            Kind::Attendances,
            Kind::Resolutions,
            Kind::Effects,
            Kind::CallAnswers,
            Kind::Steps,
        ];
        for kind in kinds {
            all.extend(store.records(&Question::of(kind).in_partnership(&*partnership.id)).await?);
        }
        all.extend(store.records(&Question::of(Kind::Calls)).await?);
        all.retain(&sees);
        let papers = Papers {
            meetings: &readings(&all)?,
            agenda_items: &readings(&all)?,
            attendances: &readings(&all)?,
            resolutions: &readings(&all)?,
            effects: &readings(&all)?,
            answers: &readings(&all)?,
            calls: &readings(&all)?,
        };
        let about = |waits: Waiting| {
            let (kind, id) = match &waits {
                Waiting::Agenda { meeting, .. } | Waiting::Record { meeting, .. } => (Kind::Meetings, meeting),
                Waiting::Vote { resolution } | Waiting::Effects { resolution, .. } => (Kind::Resolutions, resolution),
                Waiting::Answer { call, .. } => (Kind::Calls, call),
            };
            let found = all.iter().find(|record| record.kind() == kind && record.id == *id).cloned();
            found.map(|record| (waits, record))
        };
        let waits = waiting(papers, today).into_iter().filter_map(about).collect();
        Ok(Self { partnership: partnership.clone(), waits, ahead: dates(&all, today) })
    }
}

fn readings<T: Reading>(records: &[Record]) -> Result<Vec<miedza_planning::partnership::Kept<T>>, Failure> {
    read_all(records).map_err(|error| Failure::fault(&error))
}

/// Dates ahead; of calls only those that the partnership answers.
fn dates(records: &[Record], today: Day) -> Vec<Ahead> {
    let answers =
        |call: &Record| records.iter().any(|record| record.kind() == Kind::CallAnswers && record.text("call") == Some(&call.id));
    let ours = records.iter().filter(|record| record.kind() != Kind::Calls || answers(record));
    let mut dates: Vec<Ahead> = ours.filter_map(|record| ahead(record, today)).collect();
    dates.sort_by(|one, two| one.date.cmp(&two.date).then_with(|| one.what.id.cmp(&two.what.id)));
    dates
}
