//! Partnerships: the list, and one of them.

use std::collections::{BTreeMap, BTreeSet};

use miedza_planning::partnership::identity::{PartnershipState, Theme};
use miedza_planning::partnership::stage::Stage;
use miedza_planning::partnership::themes::within;
use miedza_planning::partnership::{Kept, Membership, members_on, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_planning::values::Day;
use miedza_store::Question;
use miedza_texts::key;
use miedza_workflows::Failure;

use super::answer::Found;
use super::column::{Cell, Column, Holds};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::record::{self, Around};
use super::table::Table;
use crate::frame::{About, Address, Asker, Told};

/// All partnerships that are published.
pub const LIST: Endpoint = Endpoint {
    name: "partnerships",
    summary: key::API_PARTNERSHIPS,
    room: Room::Partnership,
    about: About::Public,
    written: &[
        (Written::Json, "/api/v1/partnerships"),
        (Written::Csv, "/api/v1/partnerships.csv"),
        (Written::Xlsx, "/api/v1/partnerships.xlsx"),
    ],
    parameters: &[
        WORDS,
        Parameter { name: "stage", expects: Expects::Choice(Stage::CHOICES.words), about: key::API_PARAMETER_STAGE },
        Parameter { name: "state", expects: Expects::Choice(PartnershipState::CHOICES.words), about: key::API_PARAMETER_STATE },
        Parameter { name: "theme", expects: Expects::Words, about: key::API_PARAMETER_THEME },
        Parameter { name: "unit", expects: Expects::Words, about: key::API_PARAMETER_UNIT },
        SORT,
        LIMIT,
        CURSOR,
    ],
    gives: Gives::List,
    columns,
    told: &[],
};

/// One partnership.
pub const ONE: Endpoint = Endpoint {
    name: "partnership",
    summary: key::API_PARTNERSHIP,
    room: Room::Partnership,
    about: About::Partnership,
    written: &[(Written::Json, "/api/v1/partnerships/{partnership}")],
    parameters: &[],
    gives: Gives::One,
    columns,
    told: &[],
};

fn columns() -> Vec<Column> {
    let mut columns = record::columns(Kind::Partnerships);
    columns.push(Column::needed("member_count", Holds::Whole, key::API_COLUMN_MEMBER_COUNT));
    columns.push(Column::needed("page", Holds::Address, key::API_COLUMN_PAGE));
    columns
}

/// Members of each partnership as far as the asker may know them, by its id.
type Memberships = BTreeMap<String, Vec<Kept<Membership>>>;

async fn memberships(asker: &Asker, question: &Question) -> Result<Memberships, Failure> {
    let records = asker.app.store().records(question).await?;
    let seen = record::seen(asker, records).await?;
    let mut memberships = Memberships::new();
    for membership in read_all::<Membership>(&seen).map_err(|error| Failure::fault(&error))? {
        if let Some(partnership) = membership.partnership.clone() {
            memberships.entry(partnership).or_default().push(membership);
        }
    }
    Ok(memberships)
}

fn row(asker: &Asker, partnership: &Record, around: &Around, memberships: &Memberships) -> Vec<Cell> {
    let own = memberships.get(&partnership.id).map(Vec::as_slice).unwrap_or_default();
    let slug = partnership.text("slug").unwrap_or_default();
    let mut cells = record::cells(asker, partnership, around);
    cells.push(Cell::count(members_on(own, asker.today()).certain.len()));
    let page = Address::partnership(asker.language, slug);
    cells.push(Cell::Text(format!("{}{page}", asker.app.portal().public_address)));
    cells
}

/// The partnerships that the asker may see and that fit the question, by name.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let store = asker.app.store();
    let mut question = Question::of(Kind::Partnerships);
    let mut wanted: Option<BTreeSet<String>> = None;
    for name in ["stage", "state"] {
        if let Some(word) = asked.text(name) {
            question = question.with(name, word);
        }
    }
    if let Some(slug) = asked.text("theme") {
        let themes =
            read_all::<Theme>(&store.records(&Question::of(Kind::Themes)).await?).map_err(|error| Failure::fault(&error))?;
        let theme = themes.iter().find(|theme| theme.slug == slug);
        wanted = Some(theme.map(|theme| within(&themes, &theme.id)).unwrap_or_default());
    }
    let mut found = record::seen(&asker, store.records(&question).await?).await?;
    if let Some(wanted) = wanted {
        found.retain(|partnership| partnership.list("themes").iter().any(|theme| wanted.contains(*theme)));
    }
    let memberships = memberships(&asker, &Question::of(Kind::Memberships)).await?;
    if let Some(unit) = asked.text("unit") {
        found.retain(|partnership| has_member(&memberships, &partnership.id, unit, asker.today()));
    }
    found.sort_by(|one, two| asker.language.compare(&asker.words(one, "short_name"), &asker.words(two, "short_name")));
    let around = Around::of(&asker, &found).await?;
    let rows = found.iter().map(|partnership| row(&asker, partnership, &around, &memberships)).collect();
    Ok(Found::All(Table { columns: columns(), rows }.asked(&asker, &asked), asked))
}

fn has_member(memberships: &Memberships, partnership: &str, unit: &str, day: Day) -> bool {
    let own = memberships.get(partnership).map(Vec::as_slice).unwrap_or_default();
    let members = members_on(own, day);
    members.units().any(|code| code.as_str() == unit)
}

/// The partnership that the address names.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn one(asker: Asker, _asked: Asked) -> Result<Found, Told> {
    let partnership = asker.the_partnership().clone();
    let question = Question::of(Kind::Memberships).in_partnership(partnership.id.as_str());
    let memberships = memberships(&asker, &question).await?;
    let around = Around::of(&asker, std::slice::from_ref(&partnership)).await?;
    Ok(Found::One(row(&asker, &partnership, &around, &memberships)))
}
