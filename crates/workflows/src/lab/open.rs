//! The lab of one portal: the store, and in memory the grounds that variants stand on.

use std::collections::BTreeSet;
use std::sync::Arc;

use miedza_planning::partnership::reading::read_all;
use miedza_planning::partnership::{Membership, members_on};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::Day;
use miedza_store::{Question, Store};
use miedza_texts::{Message, key};

use super::desk::{Desk, Setting};
use super::ground::Ground;
use super::kept::Kept;
use super::land;
use super::state;
use super::table::{How, TableFile};
use crate::failure::{Failure, Kind as FailureKind};

/// Grounds kept in memory.
const GROUNDS: usize = 6;

/// The lab; cheap to clone, all clones share what is in memory.
#[derive(Clone, Debug)]
pub struct Lab {
    pub(super) store: Store,
    grounds: Arc<Kept<String, Ground>>,
}

/// A variant that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its record, as it was read.
    pub variant: Record,
    /// The flow table that its figures come from; `None` if there is none.
    pub table: Option<Record>,
    /// The resolution that adopted it.
    pub resolution: Option<Record>,
    /// The variant on its ground.
    pub desk: Desk,
}

impl Lab {
    /// A lab on a store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store, grounds: Arc::new(Kept::at_most(GROUNDS)) }
    }

    /// Opens a variant of a partnership.
    ///
    /// # Errors
    /// [`Failure`] if its flow table cannot be read, its method does not run, or the store does not answer.
    pub async fn open(&self, partnership: &Record, variant: Record, today: Day) -> Result<Opened, Failure> {
        let table = self.table(partnership, &variant).await?;
        let setting = self.setting(partnership, today).await?;
        let ground = self.ground(partnership, table.as_ref(), (&variant, &setting)).await?;
        let desk = self.lay(ground, &variant).await?.within(setting);
        let resolution = match variant.text("resolution") {
            Some(id) => self.store.record(Kind::Resolutions, id).await?,
            None => None,
        };
        Ok(Opened { variant, table, resolution, desk })
    }

    async fn lay(&self, ground: Arc<Ground>, variant: &Record) -> Result<Desk, Failure> {
        let (history, limits) = (state::history(variant), state::limits(variant));
        let core: Vec<String> = variant.list("core_units").into_iter().map(ToOwned::to_owned).collect();
        aside(move || Desk::lay(ground, history, &core, limits)).await
    }

    /// The flow table of a variant: its own, else the newest of commuters that its partnership keeps.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn table(&self, partnership: &Record, variant: &Record) -> Result<Option<Record>, Failure> {
        if let Some(id) = variant.text("flow_table") {
            return Ok(self.store.record(Kind::FlowTables, id).await?);
        }
        let tables = self.tables(partnership).await?;
        Ok(tables.into_iter().find(|table| table.content.partnership.is_some()))
    }

    /// Tables of commuters that a partnership may use: its own and those of the whole portal, the newest year first.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn tables(&self, partnership: &Record) -> Result<Vec<Record>, Failure> {
        let all = self.store.records(&Question::of(Kind::FlowTables).with("flow_kind", "commuting")).await?;
        let is_ours = |table: &Record| table.content.partnership.as_ref().is_none_or(|owner| *owner == partnership.id);
        let mut tables: Vec<Record> = all.into_iter().filter(is_ours).collect();
        tables.sort_by_key(|table| (table.content.partnership.is_none(), std::cmp::Reverse(table.number("year"))));
        Ok(tables)
    }

    /// What a variant stands on, read once for all who ask.
    ///
    /// # Errors
    /// [`Failure`] if the flow table cannot be read or the store does not answer.
    pub async fn ground(
        &self,
        partnership: &Record,
        table: Option<&Record>,
        (variant, setting): (&Record, &Setting),
    ) -> Result<Arc<Ground>, Failure> {
        let named = variant.list("units").into_iter().chain(partnership.text("seat_unit"));
        let named = named.chain(setting.members.iter().map(String::as_str));
        let wanted = match table {
            Some(table) => land::Wanted::of_table(table, named),
            None => land::Wanted::without_table(named),
        };
        let file = match table {
            Some(table) => Some(self.file(table).await?),
            None => None,
        };
        let hash = file.as_ref().map_or("", |(hash, _)| hash.as_str());
        let how = file.as_ref().map(|(_, how)| serde_json::to_string(how).unwrap_or_default()).unwrap_or_default();
        let stamp = land::stamp(&self.store).await?;
        let name = format!("{hash} {how} {stamp} {}", wanted.name());
        if let Some(ground) = self.grounds.get(&name) {
            return Ok(ground);
        }
        let known = land::known(&self.store, &wanted).await?;
        let table = match (table, file) {
            (Some(table), Some((hash, how))) => Some(self.bytes(table, &hash, how).await?),
            _ => None,
        };
        let ground = aside(move || match &table {
            Some(table) => Ground::of(table, &known),
            None => Ground::without_flows(&known),
        });
        let ground = ground.await?;
        self.grounds.get_or_make(&name, || Ok(ground))
    }

    /// The file of a flow table with how it is read.
    ///
    /// # Errors
    /// [`Failure`] if the file is not there or the store does not answer.
    pub async fn table_file(&self, table: &Record) -> Result<TableFile, Failure> {
        let (hash, how) = self.file(table).await?;
        self.bytes(table, &hash, how).await
    }

    /// Hash of the file of a flow table, and how it is read.
    async fn file(&self, table: &Record) -> Result<(String, How), Failure> {
        let attachment = match table.text("file") {
            Some(id) => self.store.record(Kind::Attachments, id).await?,
            None => None,
        };
        let hash = attachment.as_ref().and_then(|attachment| attachment.text("sha256")).ok_or_else(no_file)?.to_owned();
        let how = table.value("reading").and_then(|how| serde_json::from_value(how.clone()).ok()).unwrap_or_default();
        Ok((hash, how))
    }

    async fn bytes(&self, table: &Record, hash: &str, how: How) -> Result<TableFile, Failure> {
        let bytes = self.store.upload(hash).await?.ok_or_else(no_file)?;
        let name = match table.text("file") {
            Some(id) => self.store.record(Kind::Attachments, id).await?,
            None => None,
        };
        let name = name.and_then(|attachment| attachment.text("file_name").map(ToOwned::to_owned)).unwrap_or_default();
        Ok(TableFile { name, bytes: bytes.to_vec(), how })
    }

    /// The variants of a partnership, in the order in which they were made.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer.
    pub async fn variants(&self, partnership: &Record) -> Result<Vec<Record>, Failure> {
        Ok(self.store.records(&Question::of(Kind::Variants).in_partnership(&*partnership.id)).await?)
    }

    async fn setting(&self, partnership: &Record, today: Day) -> Result<Setting, Failure> {
        let variants = self.store.count(&Question::of(Kind::Variants).in_partnership(&*partnership.id)).await?;
        let codes = self.members(partnership, today).await?;
        Ok(Setting { members: codes, variants: usize::try_from(variants).unwrap_or(usize::MAX) })
    }
}

impl Lab {
    /// Codes of the members of a partnership on a day.
    ///
    /// # Errors
    /// [`Failure`] if the store does not answer or what is kept of members cannot be read.
    pub async fn members(&self, partnership: &Record, day: Day) -> Result<BTreeSet<String>, Failure> {
        let memberships = self.store.records(&Question::of(Kind::Memberships).in_partnership(&*partnership.id)).await?;
        let memberships = read_all::<Membership>(&memberships).map_err(|error| Failure::fault(&error))?;
        let members = members_on(&memberships, day);
        Ok(members.all().filter_map(|member| member.party.unit()).map(ToString::to_string).collect())
    }
}

fn no_file() -> Failure {
    Failure {
        kind: FailureKind::NotFound,
        told: Message::new(key::LAB_FAILURE_NO_FILE),
        hint: Some(key::LAB_HINT_NO_FILE.into()),
        causes: Vec::new(),
    }
}

/// Runs what computes for long aside, so that others are answered meanwhile.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(broken) => Err(Failure::fault(&broken)),
    }
}
