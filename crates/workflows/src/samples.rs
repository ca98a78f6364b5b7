//! Many partnerships at once, as a coordinator of a whole country has them: made for tests and measurements.
//!
//! Members are municipalities of the register that the store holds, county by county, so that the partnerships lie where
//! municipalities lie. The same register gives the same partnerships.

use std::collections::BTreeMap;

use miedza_planning::partnership::identity::LegalForm;
use miedza_planning::partnership::stage::Stage;
use miedza_planning::record::{Draft, Kind, Origin, Values, Visibility};
use miedza_store::{Author, Store, UnitQuestion, Write};
use miedza_territory::{Level, UnitCode};
use serde_json::{Value, json};

use crate::failure::Failure;

/// Calls that the partnerships answer.
const CALLS: usize = 4;
/// Stages in which answers to a call are, by turns.
const ANSWERS: [&str; 5] = ["invited", "in_preparation", "submitted", "recommended", "accepted"];

/// Makes so many partnerships with members, steps, bodies, meetings and answers to calls; gives the number of records.
///
/// # Errors
/// [`Failure`] if the store has no municipalities or does not keep them.
pub async fn partnerships(store: &Store, count: usize) -> Result<usize, Failure> {
    let question = UnitQuestion { level: Some(Level::Municipality), ..UnitQuestion::default() };
    let mut counties: BTreeMap<UnitCode, Vec<UnitCode>> = BTreeMap::new();
    for kept in store.units(&question).await? {
        if let Some(county) = kept.unit.parent {
            counties.entry(county).or_default().push(kept.unit.code);
        }
    }
    let counties: Vec<Vec<UnitCode>> = counties.into_values().collect();
    let mut writes: Vec<Write> = (1..=CALLS).map(call).collect();
    for number in 0..if counties.is_empty() { 0 } else { count } {
        writes.extend(partnership(number, &counties));
    }
    let made = writes.len();
    store.save_all(writes, &Author::Program("samples")).await?;
    Ok(made)
}

fn words(text: &str) -> Value {
    json!({"original": "pl", "pl": {"text": text}, "cs": {"text": text}, "en": {"text": text}})
}

fn write(kind: Kind, id: String, partnership: Option<&str>, values: &Value) -> Write {
    let values: Values = values.as_object().cloned().unwrap_or_default();
    let draft = Draft {
        kind,
        partnership: partnership.map(ToOwned::to_owned),
        visibility: Visibility::Public,
        origin: Origin::Invented,
        source: None,
        values,
    };
    Write::Create { id: Some(id), draft }
}

fn call(number: usize) -> Write {
    let values = json!({
        "slug": format!("sample-call-{number}"), "subject": words(&format!("Nabór {number} (przykład)")),
        "opens": format!("2026-0{number}-01"), "closes": format!("2027-0{number}-28"),
        "submitted_count": 60 + number, "recommended_count": 20 + number,
    });
    write(Kind::Calls, format!("sample-call-{number}"), None, &values)
}

/// One partnership with all that belongs to it.
fn partnership(number: usize, counties: &[Vec<UnitCode>]) -> Vec<Write> {
    let id = format!("sample-{number}");
    let home = &counties[number * 7 % counties.len()];
    let next = &counties[(number * 7 + 1) % counties.len()];
    let members: Vec<&UnitCode> = home.iter().take(2 + number % 11).chain(next.iter().take(number % 4)).collect();
    let stage = Stage::ALL[number % Stage::ALL.len()].name();
    let form = LegalForm::ALL[number % LegalForm::ALL.len()].name();
    let name = format!("Partnerstwo {number:03} (przykład)");
    let values = json!({
        "slug": id, "short_name": words(&name), "formal_name": words(&format!("{name}, samorządy wspólnego obszaru")),
        "state": "published", "stage": stage, "legal_form": form, "founded": format!("20{:02}", 10 + number % 15),
        "seat_unit": members.first().map(|code| code.as_str()),
        "purpose": words("Gminy razem planują rozwój swojego obszaru. Ten opis jest przykładem."),
    });
    let mut writes = vec![write(Kind::Partnerships, id.clone(), None, &values)];
    for (position, code) in members.iter().enumerate() {
        let role = if position == 0 { "leader" } else { "member" };
        let values = json!({"unit": code.as_str(), "role": role, "valid_from": format!("20{:02}-03", 10 + number % 15)});
        writes.push(write(Kind::Memberships, format!("{id}-member-{position}"), Some(&id), &values));
    }
    writes.extend(course(number, &id, stage));
    writes
}

/// What a partnership does and will do.
fn course(number: usize, id: &str, stage: &str) -> Vec<Write> {
    let of = |kind, name: &str, values: &Value| write(kind, format!("{id}-{name}"), Some(id), values);
    let (month, day) = (1 + number % 12, 1 + number % 28);
    let mut writes = vec![
        of(Kind::Steps, "done", &json!({"stage": "initiation", "state": "done", "valid_from": "2024-01", "valid_to": "2024-06"})),
        of(
            Kind::Steps,
            "now",
            &json!({"stage": stage, "state": "in_progress", "valid_from": "2025-01", "valid_to": format!("2027-{month:02}-{day:02}")}),
        ),
        of(Kind::Bodies, "council", &json!({"name": words("Rada Partnerstwa"), "body_kinds": ["partnership_council"]})),
        of(
            Kind::Meetings,
            "meeting",
            &json!({
                "body": format!("{id}-council"), "title": words("Posiedzenie Rady"), "state": "planned",
                "date": format!("2027-{month:02}-{day:02}"),
            }),
        ),
    ];
    for call in (1..=CALLS).filter(|call| (number + call).is_multiple_of(3)) {
        let state = ANSWERS[(number + call) % ANSWERS.len()];
        writes.push(of(
            Kind::CallAnswers,
            &format!("answer-{call}"),
            &json!({"call": format!("sample-call-{call}"), "state": state}),
        ));
    }
    writes
}
