//! What breaks a rule in this partnership, each with the way to the field that mends it; and accepting it with a reason.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use miedza_planning::partnership::check::{Finding, Mend, Severity, Spot, Standing, Waiver};
use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Room, Verb};
use miedza_texts::{Key, Message, key};
use miedza_workflows::partnership::consistency::{self, Accepting, Consistency};
use miedza_workflows::partnership::{Naming, sentences};
use miedza_workflows::record::Entered;
use miedza_workflows::{Failure, Kind as FailureKind, labels};
use serde::Deserialize;

use super::decision;
use super::history::who;
use super::register::{above, address, author, may_in, rail};
use crate::frame::page::{self, Page};
use crate::frame::parts::{Entry, FormField, Notice, Title};
use crate::frame::{About, Address, Answer, App, Asker, Doors, Row, failure};

/// The step in addresses.
pub const STEP: &str = "consistency";

/// The doors of this page.
pub fn doors(app: &App, doors: Doors) -> Doors {
    const PAGE: &str = "/{lang}/work/partnerships/{partnership}/consistency";
    const WAIVE: &str = "/{lang}/work/partnerships/{partnership}/consistency/waive";
    const UNWAIVE: &str = "/{lang}/work/partnerships/{partnership}/consistency/unwaive";
    let (room, about) = (Room::Partnership, About::Workbench);
    doors.open(app, Row::page(PAGE, room, about), show).open(app, Row::post(WAIVE, Verb::Edit, room, about), waive).open(
        app,
        Row::post(UNWAIVE, Verb::Edit, room, about),
        unwaive,
    )
}

/// A finding with the way to what mends it.
struct FindingRow {
    told: String,
    rule: String,
    mend: Entry,
    lapsed: String,
    hidden: Vec<(&'static str, String)>,
    /// What is to be done with it: accepted, or accepted no more; empty if the asker may neither.
    act: String,
    reason: FormField,
    accepted: String,
    by: String,
}

/// Findings of one weight, or those that were accepted.
struct Part {
    id: &'static str,
    heading: String,
    lead: String,
    rows: Vec<FindingRow>,
}

#[derive(Template)]
#[template(path = "work/consistency.html")]
struct ConsistencyPage {
    page: Page,
    title: Title,
    counted: String,
    clean: String,
    parts: Vec<Part>,
    waive_action: String,
    unwaive_action: String,
    accept: String,
    accept_act: String,
}

/// What stands after an address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
}

/// What was refused, and what was typed.
#[derive(Default)]
struct Shown {
    notice: Option<Notice>,
    status: Option<StatusCode>,
    typed: Option<Accepting>,
}

async fn show(asker: Asker, Query(after): Query<After>) -> Answer {
    let title = match after.done.as_str() {
        "waived" => Some(key::CONSISTENCY_DONE_WAIVED),
        "unwaived" => Some(key::CONSISTENCY_DONE_UNWAIVED),
        _ => None,
    };
    let notice = title.map(|title| Notice { kind: "success", title: asker.say(title), ..Notice::default() });
    answer(&asker, Shown { notice, ..Shown::default() }).await
}

async fn answer(asker: &Asker, shown: Shown) -> Answer {
    let partnership = asker.the_partnership();
    let sees = |record: &Record| asker.sees(record, record.content.partnership.is_some().then_some(partnership));
    let judged = Consistency::judge(asker.app.store(), partnership, asker.today(), sees).await?;
    let status = shown.status.unwrap_or(StatusCode::OK);
    let page = consistency_page(asker, &judged, shown).await?;
    Ok((status, page::answer(&page)?).into_response())
}

async fn consistency_page(asker: &Asker, judged: &Consistency, shown: Shown) -> Result<ConsistencyPage, Failure> {
    let heading = asker.say(key::CONSISTENCY);
    let mut page = Page::of(asker, &heading).unlisted().under(above(asker), &heading).beside(rail(asker, None).await?);
    page.notices.extend(shown.notice);
    let here = address_of(asker);
    let tally = judged.tally();
    let is_clean = judged.judged().next().is_none();
    Ok(ConsistencyPage {
        page,
        title: Title {
            kind: asker.words(asker.the_partnership(), "short_name"),
            heading,
            lead: asker.say(key::CONSISTENCY_LEAD),
            ..Title::default()
        },
        counted: asker.tell(&consistency::counted(tally)),
        clean: if is_clean { asker.say(key::CONSISTENCY_CLEAN) } else { String::new() },
        parts: parts(asker, judged, shown.typed.as_ref()),
        waive_action: here.clone().step("waive").into(),
        unwaive_action: here.step("unwaive").into(),
        accept: asker.say(key::CONSISTENCY_ACCEPT),
        accept_act: asker.say(key::CONSISTENCY_ACCEPT_ACT),
    })
}

/// The address of the page.
pub fn address_of(asker: &Asker) -> Address {
    Address::partnership_work(asker.language, asker.slug()).step(STEP)
}

fn parts(asker: &Asker, judged: &Consistency, typed: Option<&Accepting>) -> Vec<Part> {
    let open = |severity: Severity| {
        let of_it = judged.judged().filter(|(finding, standing)| finding.severity == severity && standing.is_open());
        of_it.collect::<Vec<_>>()
    };
    let words = |severity| match severity {
        Severity::Error => ("errors", key::CONSISTENCY_ERRORS, key::CONSISTENCY_ERRORS_LEAD),
        Severity::Warning => ("warnings", key::CONSISTENCY_WARNINGS, key::CONSISTENCY_WARNINGS_LEAD),
        Severity::Information => ("information", key::CONSISTENCY_INFORMATION, key::CONSISTENCY_INFORMATION_LEAD),
    };
    let of = |(id, heading, lead): (&'static str, Key, Option<Key>), found: Vec<(&Finding, Standing)>| Part {
        id,
        heading: format!("{} ({})", asker.say(heading), found.len()),
        lead: lead.map(|lead| asker.say(lead)).unwrap_or_default(),
        rows: found.iter().enumerate().map(|(at, found)| row(asker, judged, (id, at), (*found, typed))).collect(),
    };
    let open = Severity::ALL.into_iter().map(|severity| {
        let (id, heading, lead) = words(severity);
        of((id, heading, Some(lead)), open(severity))
    });
    let accepted = judged.judged().filter(|(_, standing)| !standing.is_open()).collect();
    let accepted = of(("accepted", key::CONSISTENCY_ACCEPTED, None), accepted);
    open.chain([accepted]).filter(|part| !part.rows.is_empty()).collect()
}

fn row(
    asker: &Asker,
    judged: &Consistency,
    (part, at): (&str, usize),
    ((finding, standing), typed): ((&Finding, Standing), Option<&Accepting>),
) -> FindingRow {
    let naming = Naming { book: &judged.book, language: asker.language };
    let statement = asker.tell(&sentences::rule(finding.rule));
    let rule = Message::new(key::CONSISTENCY_RULE).with("rule", finding.rule.id()).with("statement", statement);
    let spot = finding.spot();
    let may_act = may_in(asker, Verb::Edit, Kind::Partnerships);
    let typed = typed.filter(|typed| typed.spot == spot);
    let (act, waiver) = match standing {
        Standing::Waived(waiver) => (asker.say(key::CONSISTENCY_UNWAIVE), Some(waiver)),
        Standing::Open | Standing::Lapsed(_) if !finding.rule.may_be_waived() => (String::new(), None),
        Standing::Open | Standing::Lapsed(_) => (asker.say(key::CONSISTENCY_ACCEPT), None),
    };
    let lapsed = match standing {
        Standing::Lapsed(waiver) => asker.tell(&Message::new(key::CONSISTENCY_LAPSED).with("reason", &waiver.reason)),
        _ if !finding.rule.may_be_waived() => asker.say(key::CONSISTENCY_ABSOLUTE_NOTE),
        _ => String::new(),
    };
    FindingRow {
        told: naming.telling(|teller| asker.tell(&sentences::finding(finding, teller))),
        rule: asker.tell(&rule),
        mend: mend(asker, &naming, &finding.mend()),
        lapsed,
        hidden: hidden(&spot, &finding.mark()),
        act: if may_act { act } else { String::new() },
        reason: FormField {
            name: format!("reason-{part}-{at}"),
            label: asker.say(key::CONSISTENCY_REASON),
            hint: asker.say(key::CONSISTENCY_REASON_HINT),
            value: typed.map(|typed| typed.reason.clone()).unwrap_or_default(),
            error: typed.map(|_| asker.say(key::CONSISTENCY_NO_REASON_HINT)).unwrap_or_default(),
            ..FormField::default()
        },
        accepted: waiver.map(|waiver| waiver.reason.clone()).unwrap_or_default(),
        by: waiver.map(|waiver| by(asker, waiver)).unwrap_or_default(),
    }
}

fn by(asker: &Asker, waiver: &Waiver) -> String {
    let message = Message::new(key::CONSISTENCY_BY).with("who", who(asker, waiver.waived_by.as_deref()));
    asker.tell(&message.with("when", asker.moment(&waiver.waived_at)))
}

/// The way to the field that mends a finding.
fn mend(asker: &Asker, naming: &Naming, mend: &Mend) -> Entry {
    let Some(id) = &mend.id else {
        let label = Message::new(key::CONSISTENCY_MEND_REGISTER).with("kind", labels::kind(mend.kind));
        return Entry::new(address(asker, mend.kind), asker.tell(&label));
    };
    let form = match mend.kind {
        Kind::Partnerships => Address::partnership_work(asker.language, asker.slug()).step("profile"),
        Kind::Resolutions => decision::address(asker, id),
        kind => address(asker, kind).step(id),
    };
    let label = Message::new(key::CONSISTENCY_MEND).with("kind", labels::kind_one(mend.kind));
    Entry::new(format!("{form}#{}", mend.field), asker.tell(&label.with("title", naming.title(mend.kind, id))))
}

fn hidden(spot: &Spot, mark: &str) -> Vec<(&'static str, String)> {
    vec![
        ("rule", spot.rule.clone()),
        ("case", spot.case.clone()),
        ("kind", spot.kind.name().to_owned()),
        ("record", spot.record_id.clone()),
        ("party", spot.party.clone()),
        ("mark", mark.to_owned()),
    ]
}

/// What a form says about a finding; `None` if it names none.
fn sent(pairs: Vec<(String, String)>) -> Option<Accepting> {
    let reason = pairs.iter().find(|(name, _)| name.starts_with("reason-")).map(|(_, text)| text.trim().to_owned());
    let typed = Entered::new(pairs);
    let text = |name: &str| typed.one(name).map(ToOwned::to_owned);
    let spot = Spot {
        rule: text("rule")?,
        case: text("case")?,
        kind: Kind::parse(typed.one("kind")?)?,
        record_id: text("record")?,
        party: text("party")?,
    };
    Some(Accepting { spot, mark: text("mark").unwrap_or_default(), reason: reason.unwrap_or_default() })
}

async fn waive(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let accepting = sent(pairs).ok_or_else(nothing_named)?;
    let by = (&author(&asker), asker.today());
    match consistency::waive(asker.app.store(), asker.the_partnership(), &accepting, by).await {
        Ok(()) => Ok(Redirect::to(&address_of(&asker).ask("done", "waived").to_string()).into_response()),
        Err(refused) if matches!(refused.kind, FailureKind::Fault | FailureKind::Unavailable) => Err(refused.into()),
        Err(refused) => {
            let text = refused.hint.as_ref().map(|hint| asker.tell(hint)).unwrap_or_default();
            let notice = Some(Notice { kind: "refusal", title: asker.tell(&refused.told), text, ways: Vec::new() });
            let typed = (refused.kind == FailureKind::Invalid).then_some(accepting);
            answer(&asker, Shown { notice, status: Some(failure::status(refused.kind)), typed }).await
        }
    }
}

async fn unwaive(asker: Asker, Form(pairs): Form<Vec<(String, String)>>) -> Answer {
    let accepting = sent(pairs).ok_or_else(nothing_named)?;
    consistency::unwaive(asker.app.store(), asker.the_partnership(), &accepting.spot, &author(&asker)).await?;
    Ok(Redirect::to(&address_of(&asker).ask("done", "unwaived").to_string()).into_response())
}

fn nothing_named() -> Failure {
    Failure::invalid(key::CONSISTENCY_GONE, key::CONSISTENCY_GONE_HINT)
}
