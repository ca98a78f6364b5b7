//! What is kept: records with their whole history, territory, uploads, jobs, mail and accounts, on SQLite or PostgreSQL.
//!
//! The only room that names a database library. It takes and gives back the types of `planning` and `territory`; rows stay
//! inside. One file per word, one public function per question asked. No rule of cooperation is here, and nobody's rights:
//! whoever asks has been asked by `planning::rights` before.
//!
//! Every change of content goes through one transaction helper ([`Store::begin`], [`Store::begin_content`]), which writes
//! the entry of the trail in the same transaction, so that no change is without its line and no line without its change.

mod accounts;
mod api_tokens;
mod attempts;
mod audit;
mod backup;
mod emptying;
mod engine;
mod error;
mod form_drafts;
mod held;
mod identities;
mod jobs;
mod migrations;
mod moment;
mod observations;
mod one_time_tokens;
mod outbox;
mod question;
mod records;
mod retrievals;
#[cfg(feature = "samples")]
pub mod samples;
mod search;
mod sessions;
mod settings;
mod sql;
mod sqlite_file;
mod survey_answers;
mod territory;
mod uploads;
mod waivers;
mod watched;
mod writing;

pub use accounts::{Account, AccountChange, AccountQuestion, AccountState, GrantChange, KeptGrant, NewAccount, Secrets};
pub use api_tokens::{ApiToken, TokenDraft};
pub use attempts::Counted;
pub use audit::{Action, AuditEntry, AuditQuestion, AuditVerdict};
pub use backup::{BackupFault, FileKept, Manifest, Progress, StoreVerdict, TableKept, Told, restore, verify_backup};
pub use engine::{Engine, Place, Store, Uploads};
pub use error::Error;
pub use form_drafts::{Entries, FormDraft, FormName, Typed};
pub use held::{How, Misfit};
pub use identities::Identity;
pub use jobs::{Job, JobDraft, JobState};
pub use moment::Moment;
pub use observations::{Empty, KeptVariable, ObservationImport, ObservationsSaved, ObservationsWithdrawn, Revision};
pub use one_time_tokens::{OneTimeToken, Purpose, Shown};
pub use outbox::{Carrier, Mail, MailDraft, TryAgain};
pub use question::Question;
pub use records::{Change, DAYS_TO_UNDELETE, Write};
pub use retrievals::Retrieval;
pub use search::{Hit, SearchQuestion, Sight, Subject, fold};
pub use sessions::{Caller, Session, SessionDraft};
pub use survey_answers::AnswerDraft;
pub use territory::{BoundarySet, EditionKept, EditionSaved, FigureSet, KeptFigure, KeptUnit, Shape, UnitOrder, UnitQuestion};
pub use uploads::{LARGEST_UPLOAD, UploadKept, UploadRefusal};
pub use watched::Watched;
pub use writing::Author;
