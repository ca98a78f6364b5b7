//! Who takes part in a partnership on a day, for certain or possibly, and what documents say of their number.

use std::collections::BTreeMap;

use miedza_planning::partnership::count::{CountCheck, StatedFigure, count_checks};
use miedza_planning::partnership::document::Document;
use miedza_planning::partnership::membership::{Doubt, Ground, MemberRole};
use miedza_planning::partnership::signature::Signature;
use miedza_planning::partnership::{Kept, Member, MembersOn, Membership, members_in, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::Room;
use miedza_planning::values::PartialDate;
use miedza_store::Question;
use miedza_texts::key;
use miedza_workflows::{Failure, labels};
use serde_json::{Map, Value, json};

use super::answer::Found;
use super::column::{Cell, Column, Holds, Named};
use super::endpoint::{Asked, CURSOR, Endpoint, Expects, Gives, LIMIT, Parameter, SORT, WORDS, Written};
use super::record::{self, Around, ORIGINS};
use super::table::Table;
use crate::frame::{About, Asker, Told};

/// How certain it is that somebody takes part.
pub const CERTAINTIES: &[&str] = &["certain", "possible", "beside"];
const DOUBTS: &[&str] = &["beginning_not_stated", "beginning_imprecise", "end_imprecise"];

/// What may be asked of lists of members.
const PARAMETERS: &[Parameter] = &[
    Parameter { name: "on", expects: Expects::Date, about: key::API_PARAMETER_ON_DATE },
    Parameter { name: "certainty", expects: Expects::Choice(CERTAINTIES), about: key::API_PARAMETER_CERTAINTY },
    WORDS,
    SORT,
    LIMIT,
    CURSOR,
];

/// Who takes part on a day.
pub const LIST: Endpoint = Endpoint {
    name: "members",
    summary: key::API_MEMBERS,
    room: Room::Partnership,
    about: About::Partnership,
    written: &[
        (Written::Json, "/api/v1/partnerships/{partnership}/members"),
        (Written::Csv, "/api/v1/partnerships/{partnership}/members.csv"),
        (Written::Xlsx, "/api/v1/partnerships/{partnership}/members.xlsx"),
    ],
    parameters: PARAMETERS,
    gives: Gives::List,
    columns,
    told: &[("on", key::API_SAYS_ON), ("counts", key::API_SAYS_COUNTS), ("stated", key::API_SAYS_STATED)],
};

fn columns() -> Vec<Column> {
    let field = |name| labels::field(Kind::Memberships, name);
    vec![
        Column::new("unit", Holds::Unit, field("unit")),
        Column::new("organisation", Holds::Link(Kind::Organisations), field("organisation")),
        Column::needed("certainty", Holds::Choice(CERTAINTIES), key::API_COLUMN_CERTAINTY),
        Column::needed("roles", Holds::Several(MemberRole::CHOICES.words), key::API_COLUMN_ROLES),
        Column::new("ground", Holds::Choice(Ground::CHOICES.words), field("ground")),
        Column::needed("linked_to", Holds::Units, field("linked_to")),
        Column::needed("doubts", Holds::Several(DOUBTS), key::API_COLUMN_DOUBTS),
        Column::new("valid_from", Holds::Date, field("valid_from")),
        Column::new("valid_to", Holds::Date, field("valid_to")),
        Column::new("known_on", Holds::Date, field("known_on")),
        Column::new("basis", Holds::Link(Kind::Documents), field("basis")),
        Column::needed("membership", Holds::Text, key::API_COLUMN_MEMBERSHIP),
        Column::needed("origin", Holds::Choice(ORIGINS), field("origin")),
        Column::new("source", Holds::Text, field("source")),
    ]
}

/// Who takes part in any partnership on a day.
pub const EVERYWHERE: Endpoint = Endpoint {
    name: "all_members",
    summary: key::API_MEMBERS_EVERYWHERE,
    room: Room::Partnership,
    about: About::Public,
    written: &[
        (Written::Json, "/api/v1/members"),
        (Written::Csv, "/api/v1/members.csv"),
        (Written::Xlsx, "/api/v1/members.xlsx"),
    ],
    parameters: PARAMETERS,
    gives: Gives::List,
    columns: columns_everywhere,
    told: &[("on", key::API_SAYS_ON)],
};

fn columns_everywhere() -> Vec<Column> {
    let partnership = labels::kind_one(Kind::Partnerships);
    let mut all = vec![Column::needed("partnership", Holds::Link(Kind::Partnerships), partnership)];
    all.extend(columns());
    all
}

/// What the list is made from.
struct Read {
    records: Vec<Record>,
    memberships: Vec<Kept<Membership>>,
}

impl Read {
    async fn of(asker: &Asker) -> Result<Self, Failure> {
        let mut records = Vec::new();
        for kind in [Kind::Memberships, Kind::Documents, Kind::Signatures, Kind::StatedFigures] {
            let question = Question::of(kind).in_partnership(asker.the_partnership().id.as_str());
            records.extend(record::seen(asker, asker.app.store().records(&question).await?).await?);
        }
        Self::from(records)
    }

    fn from(records: Vec<Record>) -> Result<Self, Failure> {
        let memberships = read_all(&records).map_err(|error| Failure::fault(&error))?;
        Ok(Self { records, memberships })
    }

    /// What documents say of the number of members.
    fn checks(&self) -> Result<Vec<CountCheck>, Failure> {
        let fault = |error| Failure::fault(&error);
        let documents: Vec<Kept<Document>> = read_all(&self.records).map_err(fault)?;
        let figures: Vec<Kept<StatedFigure>> = read_all(&self.records).map_err(fault)?;
        let signatures: Vec<Kept<Signature>> = read_all(&self.records).map_err(fault)?;
        Ok(count_checks(&documents, &figures, &signatures, &self.memberships))
    }

    fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }
}

/// Who takes part on the day that is asked for, today if none is, in the order of certainty and of names.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn list(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let read = Read::of(&asker).await?;
    let date = asked.date("on").unwrap_or(PartialDate::Day(asker.today()));
    let members = members_in(&read.memberships, date);
    let around = Around::of(&asker, &read.records).await?;
    let rows = listed(&asker, &asked, &members, (&read, &around));
    let about = about((date, &members), &read.checks()?, &around);
    Ok(Found::Told { table: Table { columns: columns(), rows }.asked(&asker, &asked), asked, about })
}

/// Who takes part anywhere on the day that is asked for, today if none is, partnership by partnership.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn everywhere(asker: Asker, asked: Asked) -> Result<Found, Told> {
    let store = asker.app.store();
    let records = record::seen(&asker, store.records(&Question::of(Kind::Memberships)).await?).await?;
    let around = Around::of(&asker, &records).await?;
    let partnerships = record::seen(&asker, store.records(&Question::of(Kind::Partnerships)).await?).await?;
    let mut named: Vec<(String, &Record)> = partnerships.iter().map(|one| (asker.words(one, "short_name"), one)).collect();
    named.sort_by(|one, two| asker.language.compare(&one.0, &two.0));
    let date = asked.date("on").unwrap_or(PartialDate::Day(asker.today()));
    let mut of: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for record in records {
        of.entry(record.content.partnership.clone().unwrap_or_default()).or_default().push(record);
    }
    let mut rows = Vec::new();
    for (name, partnership) in named {
        let read = Read::from(of.remove(&partnership.id).unwrap_or_default())?;
        let link = Cell::Named(Named { id: partnership.id.clone(), name: Some(name) });
        let own = listed(&asker, &asked, &members_in(&read.memberships, date), (&read, &around));
        rows.extend(own.into_iter().map(|row| std::iter::once(link.clone()).chain(row).collect()));
    }
    let table = Table { columns: columns_everywhere(), rows }.asked(&asker, &asked);
    let about = Map::from_iter([("on".to_owned(), json!(date.to_string()))]);
    Ok(Found::Told { table, asked, about })
}

/// The rows of a day, in the order of certainty and of names.
fn listed(asker: &Asker, asked: &Asked, members: &MembersOn, (read, around): (&Read, &Around)) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (certainty, list) in [("certain", &members.certain), ("possible", &members.possible), ("beside", &members.beside)] {
        if asked.text("certainty").is_none_or(|wanted| wanted == certainty) {
            let mut part: Vec<Vec<Cell>> = list.iter().map(|member| row(asker, member, certainty, (read, around))).collect();
            part.sort_by(|one, two| asker.language.compare(&name(one), &name(two)));
            rows.extend(part);
        }
    }
    rows
}

/// The name of who is in a row: of the unit, else of the organisation.
fn name(row: &[Cell]) -> String {
    let named = row.iter().take(2).find_map(|cell| if let Cell::Named(named) = cell { Some(named) } else { None });
    named.map(|named| named.name.clone().unwrap_or_else(|| named.id.clone())).unwrap_or_default()
}

fn row(asker: &Asker, member: &Member, certainty: &str, (read, around): (&Read, &Around)) -> Vec<Cell> {
    let held = member.roles.first();
    let record = held.and_then(|held| read.record(&held.membership));
    let date = |name: &str| Cell::maybe(record.and_then(|record| record.text(name)));
    let role = |role: MemberRole| choice(asker, MemberRole::CHOICES, role.name());
    let roles: Vec<Named> = member.roles.iter().map(|held| role(held.role)).collect();
    let doubts = member.doubts.iter().map(|doubt| {
        let (id, word) = match doubt {
            Doubt::BeginningNotStated => ("beginning_not_stated", key::API_DOUBT_NOT_STATED),
            Doubt::BeginningImprecise(_) => ("beginning_imprecise", key::API_DOUBT_BEGINNING),
            Doubt::NotAllOfIt(_) => ("not_all_of_it", key::API_DOUBT_NOT_ALL),
            Doubt::EndImprecise(_) => ("end_imprecise", key::API_DOUBT_END),
        };
        Named { id: id.to_owned(), name: Some(asker.say(word)) }
    });
    let certainty_word = match certainty {
        "certain" => key::API_CERTAIN,
        "possible" => key::API_POSSIBLE,
        _ => key::API_BESIDE,
    };
    let organisation = record.and_then(|record| record.text("organisation"));
    vec![
        member.party.unit().map_or(Cell::Missing, |code| Cell::Named(around.unit(code.as_str()))),
        organisation.map_or(Cell::Missing, |id| Cell::Named(around.record(id))),
        Cell::Named(Named { id: certainty.to_owned(), name: Some(asker.say(certainty_word)) }),
        Cell::Several(roles),
        member.ground.map_or(Cell::Missing, |ground| Cell::Named(choice(asker, Ground::CHOICES, ground.name()))),
        Cell::Several(member.linked_to.iter().map(|code| around.unit(code.as_str())).collect()),
        Cell::Several(doubts.collect()),
        date("valid_from"),
        date("valid_to"),
        date("known_on"),
        record.and_then(|record| record.text("basis")).map_or(Cell::Missing, |id| Cell::Named(around.record(id))),
        Cell::maybe(held.map(|held| held.membership.as_str())),
        record.map_or(Cell::Missing, |record| record::origin(asker, record.content.origin)),
        Cell::maybe(record.and_then(|record| record.content.source.as_deref())),
    ]
}

fn choice(asker: &Asker, choices: miedza_planning::record::Choices, word: &str) -> Named {
    Named { id: word.to_owned(), name: Some(asker.tell(&labels::choice(choices, word))) }
}

/// The day, how many take part, and how documents count them.
fn about((date, members): (PartialDate, &MembersOn), checks: &[CountCheck], around: &Around) -> Map<String, Value> {
    let counts = json!({
        "certain": members.certain.len(),
        "possible": members.possible.len(),
        "beside": members.beside.len(),
    });
    let stated: Vec<Value> = checks.iter().map(|check| stated(check, around)).collect();
    Map::from_iter([
        ("on".to_owned(), json!(date.to_string())),
        ("counts".to_owned(), counts),
        ("stated".to_owned(), json!(stated)),
    ])
}

fn stated(check: &CountCheck, around: &Around) -> Value {
    let document = check.document.as_deref().map(|id| around.record(id));
    json!({
        "date": check.date.to_string(),
        "number": check.stated,
        "recorded_certain": check.certain,
        "recorded_possible": check.possible,
        "verdict": check.verdict.name().replace('-', "_"),
        "document": document.map(|document| json!({"id": document.id, "name": document.name})),
    })
}
