//! A meeting kept on one page: its agenda, who is there, resolutions with their votes and the minutes, saved together.
//!
//! What is typed names its pieces: `state`, `agenda-ID-title.pl`, `presence-SEAT`, `resolution-ID-for`, and beside each the
//! version that was on screen, `agenda-ID-version`. Pieces that nobody touched are left alone; where somebody else was faster
//! with one of them, nothing is saved and the page shows both. Votes are recorded afterwards, each by the verb that records
//! votes everywhere, so that attendance typed in the same moment counts for the quorum.

use std::collections::BTreeMap;

use miedza_planning::partnership::Kept;
use miedza_planning::partnership::body::{Seat, seats_on};
use miedza_planning::partnership::meeting::Meeting;
use miedza_planning::partnership::resolution::{ResolutionEvent, Votes};
use miedza_planning::record::{Draft, Fault, Kind, Origin, Record, Visibility, check};
use miedza_planning::values::Tongue;
use miedza_store::{Author, Change, Error, Store, Write};
use uuid::Uuid;

use super::book::Book;
use super::resolution::{NotVoted, Vote, vote};
use crate::failure::Failure;
use crate::record::{Entered, draft_of};

/// Rows for what is new, below what is there.
pub const NEW_ROWS: usize = 5;
/// Votes of a resolution: the ending of the entry, and the field.
pub const VOTES: [(&str, &str); 3] = [("for", "votes_for"), ("against", "votes_against"), ("abstained", "votes_abstained")];
/// Fields of the meeting itself that the page has, beside its minutes.
pub const FIELDS: [&str; 3] = ["state", "time", "place"];

/// A fault of one entry of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryFault {
    /// Name of the entry.
    pub entry: String,
    /// Kind of the record that it belongs to.
    pub kind: Kind,
    /// What is wrong with which field.
    pub fault: Fault,
}

/// A piece that somebody else changed since it was on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Beginning of the names of its entries.
    pub prefix: String,
    /// As it is kept now.
    pub now: Record,
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum NotSat {
    /// Entries to correct.
    Faults(Vec<EntryFault>),
    /// Somebody else was faster.
    Conflicts(Vec<Conflict>),
    /// Anything else.
    Failure(Failure),
}

impl From<Error> for NotSat {
    fn from(error: Error) -> Self {
        Self::Failure(error.into())
    }
}

/// One record that the form is about.
struct Piece<'b> {
    prefix: String,
    kind: Kind,
    kept: Option<&'b Record>,
    seen: Option<i64>,
    /// As it should be; `None` if it should not be there.
    wanted: Option<Draft>,
    /// Its id, where it is new and must be known.
    id: Option<String>,
}

/// The seats that may be filled at a meeting: those of its day, and those whose attendance was recorded all the same.
#[must_use]
pub fn seats<'b>(book: &'b Book, meeting: &Kept<Meeting>) -> Vec<&'b Kept<Seat>> {
    let dossier = &book.dossier;
    let held: Vec<&Kept<Seat>> =
        seats_on(&dossier.seats, &meeting.body, meeting.date.last_day()).into_iter().map(|(seat, _)| seat).collect();
    let recorded =
        |seat: &Kept<Seat>| dossier.attendances.iter().any(|entry| entry.meeting == meeting.id && entry.seat == seat.id);
    let others = dossier.seats.iter().filter(|seat| !held.iter().any(|held| held.id == seat.id) && recorded(seat));
    held.iter().copied().chain(others).collect()
}

/// Saves what was typed on the page of a meeting, then records the votes; gives the votes that were refused, by resolution.
///
/// # Errors
/// [`NotSat`]; then nothing was saved.
pub async fn save(
    store: &Store,
    (partnership, meeting): (&Record, &Record),
    (entered, tongue): (&Entered, Tongue),
    author: &Author,
) -> Result<Vec<(Record, NotVoted)>, NotSat> {
    let book = Book::open(store, partnership, |_| true).await.map_err(NotSat::Failure)?;
    let sheet = Sheet { book: &book, meeting, entered, tongue };
    let pieces = sheet.pieces();
    let votes = sheet.votes(&pieces);
    store.save_all(writes(pieces)?, author).await?;
    let mut refused = Vec::new();
    for (id, wanted) in votes {
        let Some(resolution) = store.record(Kind::Resolutions, &id).await? else { continue };
        match vote(store, (partnership, &resolution), &wanted, author).await {
            Ok(_) => {}
            Err(reason) => refused.push((resolution, reason)),
        }
    }
    Ok(refused)
}

/// What is to be written; pieces that are as they were are left out.
fn writes(pieces: Vec<Piece>) -> Result<Vec<Write>, NotSat> {
    let (mut writes, mut conflicts, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for piece in pieces {
        let is_same = piece.kept.map(|record| &record.content) == piece.wanted.as_ref();
        if is_same {
            continue;
        }
        if let Some(record) = piece.kept.filter(|record| piece.seen.is_some_and(|seen| seen != record.version)) {
            conflicts.push(Conflict { prefix: piece.prefix, now: record.clone() });
            continue;
        }
        if let Some(draft) = &piece.wanted {
            let of_entry = |fault: Fault| EntryFault { entry: entry(&piece, &fault.field), kind: piece.kind, fault };
            faults.extend(check(piece.kind, &draft.values).into_iter().map(of_entry));
        }
        writes.extend(write(piece));
    }
    if !faults.is_empty() {
        return Err(NotSat::Faults(faults));
    }
    if conflicts.is_empty() { Ok(writes) } else { Err(NotSat::Conflicts(conflicts)) }
}

fn write(piece: Piece) -> Option<Write> {
    let kind = piece.kind;
    Some(match (piece.kept, piece.wanted) {
        (Some(record), Some(draft)) => Write::Update(Change { kind, id: record.id.clone(), seen_version: record.version, draft }),
        (Some(record), None) => Write::Delete { kind, id: record.id.clone(), seen_version: record.version },
        (None, Some(draft)) => Write::Create { id: piece.id, draft },
        (None, None) => return None,
    })
}

/// The entry in which a field of a piece was typed.
fn entry(piece: &Piece, field: &str) -> String {
    let ending = VOTES.iter().find(|(_, name)| *name == field).map_or(field, |(ending, _)| ending);
    if piece.prefix.is_empty() { field.to_owned() } else { format!("{}-{ending}", piece.prefix) }
}

/// The form as it was typed, beside what is kept.
struct Sheet<'b> {
    book: &'b Book,
    meeting: &'b Record,
    entered: &'b Entered,
    tongue: Tongue,
}

impl<'b> Sheet<'b> {
    fn pieces(&self) -> Vec<Piece<'b>> {
        let mut pieces = vec![self.itself()];
        pieces.extend(self.agenda());
        pieces.extend(self.presences());
        pieces.extend(self.resolutions());
        pieces
    }

    fn one(&self, entry: &str) -> Option<&str> {
        self.entered.one(entry)
    }

    fn seen(&self, prefix: &str) -> Option<i64> {
        self.one(&format!("{prefix}-version")).and_then(|version| version.parse().ok())
    }

    /// The entries of a piece under the names of its fields.
    fn entries(&self, prefix: &str, fields: &[(&str, &str)]) -> Entered {
        let sent = fields
            .iter()
            .filter_map(|(ending, field)| Some(((*field).to_owned(), self.one(&format!("{prefix}-{ending}"))?.to_owned())));
        Entered::new(sent.collect::<Vec<_>>())
    }

    fn draft(&self, kind: Kind, entered: &Entered, before: Option<&Record>) -> Draft {
        let mut draft = draft_of(kind, Some(&self.book.partnership.id), entered, before, self.tongue);
        if before.is_none() {
            // What belongs to a meeting is seen by those who see the meeting.
            (draft.visibility, draft.origin) = (self.meeting.content.visibility, Origin::Own);
        }
        draft
    }

    fn title(&self) -> (String, String) {
        let title = format!("title.{}", self.tongue.code());
        (title.clone(), title)
    }

    fn itself(&self) -> Piece<'b> {
        let minutes = format!("minutes.{}", self.tongue.code());
        let sent =
            FIELDS.into_iter().chain([minutes.as_str()]).filter_map(|name| Some((name.to_owned(), self.one(name)?.to_owned())));
        let entered = Entered::new(sent.collect::<Vec<_>>());
        Piece {
            prefix: String::new(),
            kind: Kind::Meetings,
            kept: Some(self.meeting),
            seen: self.one("seen-version").and_then(|version| version.parse().ok()),
            wanted: Some(self.draft(Kind::Meetings, &entered, Some(self.meeting))),
            id: None,
        }
    }

    fn agenda(&self) -> Vec<Piece<'b>> {
        let (ending, field) = self.title();
        let fields = [("position", "position"), (ending.as_str(), field.as_str())];
        let items = self.book.of(Kind::AgendaItems).iter().filter(|item| item.text("meeting") == Some(&self.meeting.id));
        let kept: Vec<&Record> = items.collect();
        let last = kept.iter().filter_map(|item| item.number("position")).max().unwrap_or(0);
        let there = kept.into_iter().map(|item| {
            let prefix = format!("agenda-{}", item.id);
            let is_removed = self.entered.has(&format!("{prefix}-remove"));
            let wanted = self.draft(Kind::AgendaItems, &self.entries(&prefix, &fields), Some(item));
            Piece {
                kind: Kind::AgendaItems,
                kept: Some(item),
                seen: self.seen(&prefix),
                wanted: (!is_removed).then_some(wanted),
                id: None,
                prefix,
            }
        });
        let new = (1..=NEW_ROWS).filter_map(|row| {
            let prefix = format!("agenda-new-{row}");
            let entered = self.entries(&prefix, &fields);
            entered.one(&field).filter(|title| !title.is_empty())?;
            let next = (last + i64::try_from(row).unwrap_or(1)).to_string();
            let position = entered.one("position").filter(|position| !position.is_empty()).unwrap_or(&next).to_owned();
            let entered = entered.with("position", &position).with("meeting", &self.meeting.id);
            Some(Piece {
                kind: Kind::AgendaItems,
                kept: None,
                seen: None,
                wanted: Some(self.draft(Kind::AgendaItems, &entered, None)),
                id: None,
                prefix,
            })
        });
        there.chain(new).collect()
    }

    fn presences(&self) -> Vec<Piece<'b>> {
        let recorded = self.book.of(Kind::Attendances).iter().filter(|entry| entry.text("meeting") == Some(&self.meeting.id));
        let recorded: BTreeMap<&str, &Record> = recorded.filter_map(|entry| Some((entry.text("seat")?, entry))).collect();
        let seats = self.book.of(Kind::Seats).iter();
        let piece = |seat: &'b Record| {
            let prefix = format!("presence-{}", seat.id);
            let presence = self.one(&prefix)?;
            let kept = recorded.get(seat.id.as_str()).copied();
            let pairs = [("meeting", self.meeting.id.as_str()), ("seat", &seat.id), ("presence", presence)];
            let entered = Entered::new(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())));
            let wanted = (!presence.is_empty()).then(|| self.draft(Kind::Attendances, &entered, kept));
            Some(Piece { kind: Kind::Attendances, kept, seen: self.seen(&prefix), wanted, id: None, prefix })
        };
        seats.filter_map(piece).collect()
    }

    fn resolutions(&self) -> Vec<Piece<'b>> {
        let of_meeting =
            |found: &&Record| found.text("meeting") == Some(&self.meeting.id) && found.text("state") == Some("draft");
        let there = self.book.of(Kind::Resolutions).iter().filter(of_meeting).map(|found| {
            let prefix = format!("resolution-{}", found.id);
            let wanted = self.draft(Kind::Resolutions, &self.entries(&prefix, &VOTES), Some(found));
            Piece { kind: Kind::Resolutions, kept: Some(found), seen: self.seen(&prefix), wanted: Some(wanted), id: None, prefix }
        });
        let (ending, field) = self.title();
        let fields: Vec<(&str, &str)> =
            [("number", "number"), (ending.as_str(), field.as_str())].into_iter().chain(VOTES).collect();
        let new = (1..=NEW_ROWS).filter_map(|row| {
            let prefix = format!("resolution-new-{row}");
            let entered = self.entries(&prefix, &fields);
            let is_begun = ["number", &field].iter().any(|name| entered.one(name).is_some_and(|text| !text.is_empty()));
            let entered = entered.with("meeting", &self.meeting.id).with("state", "draft");
            let entered = entered.with("body", self.meeting.text("body").unwrap_or_default());
            let wanted = is_begun.then(|| self.draft(Kind::Resolutions, &entered, None))?;
            Some(Piece {
                kind: Kind::Resolutions,
                kept: None,
                seen: None,
                wanted: Some(wanted),
                id: Some(Uuid::now_v7().to_string()),
                prefix,
            })
        });
        there.chain(new).collect()
    }

    /// The votes to be recorded, by the id of the resolution.
    fn votes(&self, pieces: &[Piece]) -> Vec<(String, Vote)> {
        let mut votes = Vec::new();
        for piece in pieces.iter().filter(|piece| piece.kind == Kind::Resolutions) {
            let (event, is_confirmed) = match self.one(&format!("{}-event", piece.prefix)) {
                Some("adopt") => (ResolutionEvent::Adopt, false),
                Some("adopt-anyway") => (ResolutionEvent::Adopt, true),
                Some("reject") => (ResolutionEvent::Reject, false),
                _ => continue,
            };
            let id = piece.kept.map(|record| record.id.clone()).or_else(|| piece.id.clone());
            let counted = piece.wanted.as_ref().map(counted).unwrap_or_default();
            votes.extend(id.map(|id| (id, Vote { event, votes: counted, date: None, is_confirmed })));
        }
        votes
    }
}

/// The votes that a draft says.
fn counted(draft: &Draft) -> Votes {
    let number =
        |field: &str| draft.values.get(field).and_then(serde_json::Value::as_u64).and_then(|votes| u32::try_from(votes).ok());
    let [for_, against, abstained] = VOTES.map(|(_, field)| number(field));
    Votes { for_, against, abstained }
}

/// Links a file that was added as the minutes of a meeting; it is as visible as the meeting.
///
/// # Errors
/// [`Failure`] if somebody else was faster or the store refuses.
pub async fn take_minutes_file(store: &Store, meeting: &Record, file: Draft, author: &Author) -> Result<(), Failure> {
    let id = Uuid::now_v7().to_string();
    let mut draft = meeting.content.clone();
    draft.values.insert("minutes_file".to_owned(), serde_json::Value::from(id.clone()));
    let (kind, of, seen_version) = (Kind::Meetings, meeting.id.clone(), meeting.version);
    let file = Draft { visibility: visible(meeting), ..file };
    let writes = vec![Write::Create { id: Some(id), draft: file }, Write::Update(Change { kind, id: of, seen_version, draft })];
    store.save_all(writes, author).await?;
    Ok(())
}

const fn visible(meeting: &Record) -> Visibility {
    meeting.content.visibility
}
