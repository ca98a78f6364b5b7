//! Records held against the trail: content, version, whether deleted, when and by whom changed.

use miedza_planning::record::{Kind, Record};
use sea_orm::ConnectionTrait;

use super::{Held, How, Newest, Said, says};
use crate::audit::Action;
use crate::records::all_of;
use crate::{Author, Error};

/// Records compared at once.
const PART: usize = 500;

impl<C: ConnectionTrait> Held<'_, C> {
    /// Holds the records of a kind against their lines.
    pub(super) async fn records(&mut self, kind: Kind) -> Result<(), Error> {
        let mut newest = self.take(kind.name());
        let records = match all_of(self.tx, kind).await {
            Ok(records) => records,
            Err(Error::Unreadable { .. }) => {
                self.unreadable.push(kind);
                return Ok(());
            }
            Err(fault) => return Err(fault),
        };
        self.records += u64::try_from(records.len()).unwrap_or(u64::MAX);
        for part in records.chunks(PART) {
            let lines: Vec<_> = part.iter().map(|record| (record, newest.remove(&record.id))).collect();
            let seqs: Vec<i64> = lines.iter().filter_map(|(_, line)| line.map(|line| line.seq)).collect();
            let said = self.said(&seqs).await?;
            for (record, line) in lines {
                let line = line.and_then(|line| Some((line, said.get(&line.seq)?)));
                if let Some(how) = misfit(record, line) {
                    self.tell(kind.name(), &record.id, how);
                }
            }
        }
        self.left_over(kind.name(), newest.iter().filter(|(_, line)| line.action != Action::Purged).map(|(id, _)| id));
        Ok(())
    }
}

fn misfit(record: &Record, line: Option<(Newest, &Said)>) -> Option<How> {
    let Some((line, said)) = line else { return Some(How::NoLine) };
    if record.version != line.version {
        return Some(How::Version { kept: record.version, told: line.version });
    }
    let is_deleted = line.action == Action::Deleted;
    let text = if is_deleted { &said.before } else { &said.after };
    let content = serde_json::to_value(&record.content).expect("a draft is JSON");
    let author = record.updated_by.clone().map(|id| Author::Account(id).name());
    let is_same = says(text.as_deref(), &content)
        && record.updated_at == said.at
        && author.as_deref() == Some(said.author.as_str()).filter(|author| author.starts_with("account:"))
        && record.deleted_at.as_ref() == Some(&said.at).filter(|_| is_deleted);
    (!is_same).then_some(How::Changed)
}
