//! Whether the members of a partnership meet the conditions of a call, each verdict with the value that decides it.

use miedza_planning::partnership::call::{CallCondition, Judged, Knowledge, MemberCheck, check};
use miedza_planning::partnership::flag::UnitFlag;
use miedza_planning::partnership::{Kept, Party, read_all};
use miedza_planning::record::{Kind, Record};
use miedza_planning::values::{Day, PartialDate};
use miedza_store::Question;
use miedza_texts::{Message, key};
use miedza_workflows::partnership::Book;
use miedza_workflows::{Failure, labels};

use crate::frame::judged::{self, Judgement};
use crate::frame::parts::{Caption, Entry, Heading};
use crate::frame::units::unit_name;
use crate::frame::{Address, Asker, Told};

/// A member in the table.
pub struct MemberRow {
    /// Who.
    pub who: Entry,
    /// Whether it is admitted.
    pub verdict: Judgement,
    /// Each condition in the order of the headings.
    pub conditions: Vec<Judgement>,
}

/// A condition on the partnership as a whole.
pub struct WholeRow {
    /// The condition.
    pub text: String,
    /// How it came out.
    pub judged: Judgement,
}

/// The check of one partnership.
pub struct Eligibility {
    /// Heading with the name of the partnership.
    pub heading: String,
    /// Which day is judged.
    pub lead: String,
    /// Caption of the table.
    pub caption: Caption,
    /// Headings of the table.
    pub headings: Vec<Heading>,
    /// The members.
    pub rows: Vec<MemberRow>,
    /// Conditions on the partnership as a whole.
    pub whole: Vec<WholeRow>,
}

/// Checks the members on the day of the answer; where that has none, today.
pub async fn of(
    asker: &Asker,
    (answer, partnership): (Option<&Record>, &Record),
    records: &[Record],
    conditions: &[Kept<CallCondition>],
) -> Result<Eligibility, Told> {
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
    let book = Book::open(asker.app.store(), partnership, sees).await?;
    let mut flags = asker.app.store().records(&Question::of(Kind::UnitFlags)).await?;
    flags.retain(|flag| asker.sees(flag, None));
    let flags: Vec<Kept<UnitFlag>> = read_all(&flags).map_err(|error| Failure::fault(&error))?;
    let answered = answer.and_then(|answer| answer.date("date"));
    let day = answered.map_or_else(|| asker.today(), PartialDate::last_day);
    let knowledge = Knowledge { flags: &flags, places: &book.dossier.places };
    let found = check(conditions, &book.dossier.members_on(day), knowledge);
    let is_of_member = |record: &&Record| found.members.iter().any(|member| member.conditions.contains_key(&record.id));
    let of_members: Vec<&Record> = records.iter().filter(is_of_member).collect();
    let mut rows: Vec<MemberRow> = found.members.iter().map(|member| row(asker, &book, member, &of_members)).collect();
    rows.sort_by(|one, two| asker.language.compare(&one.who.label, &two.who.label));
    let whole = records.iter().filter_map(|record| {
        let judged = told(asker, &book, found.partnership.get(&record.id)?);
        Some(WholeRow { text: asker.words(record, "text"), judged })
    });
    let name = asker.words(partnership, "short_name");
    Ok(Eligibility {
        heading: asker.tell(&Message::new(key::PAGE_ELIGIBLE).with("name", name.clone())),
        lead: lead(asker, day, answered.is_some()),
        caption: Caption { id: "eligible".to_owned(), what: name, when: labels::day(asker.language, day), source: String::new() },
        headings: headings(asker, &of_members),
        whole: whole.collect(),
        rows,
    })
}

fn lead(asker: &Asker, day: Day, is_answered: bool) -> String {
    let key = if is_answered { key::PAGE_ELIGIBLE_ON_ANSWER } else { key::PAGE_ELIGIBLE_TODAY };
    asker.tell(&Message::new(key).with("date", labels::day(asker.language, day)))
}

fn headings(asker: &Asker, conditions: &[&Record]) -> Vec<Heading> {
    let mut headings = vec![Heading::words(asker.say(key::PAGE_MEMBER)), Heading::words(asker.say(key::PAGE_ADMITTED))];
    headings.extend(conditions.iter().map(|condition| Heading::words(asker.words(condition, "text"))));
    headings
}

fn row(asker: &Asker, book: &Book, member: &MemberCheck, conditions: &[&Record]) -> MemberRow {
    let who = match &member.party {
        Party::Unit(code) => Entry::new(Address::unit(asker.language, code.as_str()), unit_name(asker, &book.land, code)),
        Party::Organisation(id) => {
            let found = book.find(Kind::Organisations, id);
            Entry::new("", found.map(|found| asker.words(found, "name")).unwrap_or_default())
        }
    };
    let judged = |condition: &&Record| member.conditions.get(&condition.id).map(|judged| told(asker, book, judged));
    MemberRow { who, verdict: judged::verdict(asker, member.verdict), conditions: conditions.iter().filter_map(judged).collect() }
}

fn told(asker: &Asker, book: &Book, judged: &Judged) -> Judgement {
    judged::told(asker, judged, &|party| party.unit().map(|code| unit_name(asker, &book.land, code)).unwrap_or_default())
}
