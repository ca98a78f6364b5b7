//! Roles in words, and the form by which they are given: role, place, unit, days.

use miedza_planning::record::{Kind, Record};
use miedza_planning::rights::{Grant, Role};
use miedza_planning::values::Day;
use miedza_store::{KeptGrant, Question};
use miedza_texts::{Message, key};
use miedza_workflows::{Failure, labels};
use serde::Deserialize;

use super::wrong::Fields;
use crate::frame::parts::{Choice, FormField};
use crate::frame::{Asker, Told};

/// What stands for the whole portal in the form.
const WHOLE_PORTAL: &str = "portal";

/// What is typed when a role is given or dated.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TypedGrant {
    role: String,
    partnership: String,
    unit: String,
    valid_from: String,
    valid_to: String,
}

impl TypedGrant {
    /// The same in this partnership, whatever was typed.
    pub fn within(mut self, partnership: &str) -> Self {
        partnership.clone_into(&mut self.partnership);
        self
    }
}

/// A role of an account, with the form that dates it.
pub struct GrantRow {
    /// Whose it is, or which role: what the row is about.
    pub name: String,
    /// Further words of the row.
    pub cells: Vec<String>,
    /// Where its form is sent.
    pub action: String,
    /// First day.
    pub valid_from: FormField,
    /// Last day.
    pub valid_to: FormField,
}

/// The form by which a role is given.
pub struct GrantForm {
    /// The role.
    pub role: FormField,
    /// The roles.
    pub roles: Vec<Choice>,
    /// The partnership; `None` where it is given by the page.
    pub partnership: Option<FormField>,
    /// The whole portal and the partnerships.
    pub partnerships: Vec<Choice>,
    /// The own unit.
    pub unit: FormField,
    /// First day.
    pub valid_from: FormField,
    /// Last day.
    pub valid_to: FormField,
}

impl GrantForm {
    /// With what was wrong, at its field.
    pub fn wrong(mut self, fields: &Fields<'_>) -> Self {
        for field in [&mut self.role, &mut self.unit, &mut self.valid_from, &mut self.valid_to] {
            field.error = fields.error(&field.name);
        }
        self
    }
}

/// A role in words: what, where, for which unit, on which days.
///
/// # Errors
/// What the store says.
pub async fn in_words(asker: &Asker, grant: &Grant) -> Result<String, Told> {
    let place = match &grant.partnership {
        None => asker.say(key::ACCOUNT_WHOLE_PORTAL),
        Some(id) => partnership_name(asker, id).await?,
    };
    let mut words = vec![asker.tell(&labels::role(grant.role)), place];
    words.extend(grant.unit.clone());
    words.extend(days(asker, grant));
    Ok(words.join(", "))
}

/// The days of a role in words; `None` if it holds without an end.
pub fn days(asker: &Asker, grant: &Grant) -> Option<String> {
    let day = |day: Day| labels::day(asker.language, day);
    match (grant.valid_from, grant.valid_to) {
        (None, None) => None,
        (Some(from), None) => Some(asker.tell(&Message::new(key::ACCOUNT_FROM).with("from", day(from)))),
        (None, Some(to)) => Some(asker.tell(&Message::new(key::ACCOUNT_TO).with("to", day(to)))),
        (Some(from), Some(to)) => {
            Some(asker.tell(&Message::new(key::ACCOUNT_FROM_TO).with("from", day(from)).with("to", day(to))))
        }
    }
}

async fn partnership_name(asker: &Asker, id: &str) -> Result<String, Told> {
    let found = asker.app.store().record(Kind::Partnerships, id).await?;
    Ok(found.map_or_else(|| id.to_owned(), |partnership| asker.words(&partnership, "short_name")))
}

/// The grant that was typed.
///
/// # Errors
/// [`Failure`] if the role or a day is none.
pub fn typed_grant(typed: &TypedGrant) -> Result<Grant, Failure> {
    let no_role = || Failure::invalid(key::ACCOUNT_CHOOSE_ROLE, key::ACCOUNT_CHOOSE_ROLE_HINT);
    let (valid_from, valid_to) = typed_days(typed)?;
    Ok(Grant {
        role: Role::parse(&typed.role).ok_or_else(no_role)?,
        partnership: Some(typed.partnership.clone()).filter(|id| !id.is_empty() && id != WHOLE_PORTAL),
        unit: Some(typed.unit.trim().to_owned()).filter(|unit| !unit.is_empty()),
        valid_from,
        valid_to,
    })
}

/// The days that were typed.
///
/// # Errors
/// [`Failure`] if one of them is no day.
pub fn typed_days(typed: &TypedGrant) -> Result<(Option<Day>, Option<Day>), Failure> {
    let day = |text: &str| -> Result<Option<Day>, Failure> {
        let text = text.trim();
        let no_day = |_| Failure::invalid(key::ACCOUNT_NO_DAY, key::ACCOUNT_DAYS_TURNED_HINT);
        if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(no_day) }
    };
    Ok((day(&typed.valid_from)?, day(&typed.valid_to)?))
}

/// The row of a role.
pub fn row(asker: &Asker, kept: &KeptGrant, action: String, name: String, cells: Vec<String>) -> GrantRow {
    let date = |part: &str, label, value: Option<Day>| FormField {
        name: format!("{part}-{}", kept.id),
        label: asker.say(label),
        value: value.map(|day| day.to_string()).unwrap_or_default(),
        optional: asker.say(key::ACCOUNT_OPTIONAL),
        ..FormField::default()
    };
    GrantRow {
        name,
        cells,
        action,
        valid_from: date("valid_from", key::ACCOUNT_VALID_FROM, kept.grant.valid_from),
        valid_to: date("valid_to", key::ACCOUNT_VALID_TO, kept.grant.valid_to),
    }
}

/// Partnerships to choose from.
///
/// # Errors
/// What the store says.
pub async fn partnerships(asker: &Asker) -> Result<Vec<Record>, Told> {
    Ok(asker.app.store().records(&Question::of(Kind::Partnerships)).await?)
}

/// The form, with what was typed; without partnerships the page gives the place.
pub fn form(asker: &Asker, typed: &TypedGrant, partnerships: Option<&[Record]>) -> GrantForm {
    let optional = || asker.say(key::ACCOUNT_OPTIONAL);
    let field = |name: &str, label, value: &str| FormField {
        name: name.to_owned(),
        label: asker.say(label),
        value: value.to_owned(),
        ..FormField::default()
    };
    let role = |role: Role| Choice {
        value: role.name().to_owned(),
        label: asker.tell(&labels::role(role)),
        is_chosen: typed.role == role.name(),
        ..Choice::default()
    };
    let place = |partnership: &Record| Choice {
        value: partnership.id.clone(),
        label: asker.words(partnership, "short_name"),
        is_chosen: typed.partnership == partnership.id,
        ..Choice::default()
    };
    let whole = Choice { value: WHOLE_PORTAL.to_owned(), label: asker.say(key::ACCOUNT_WHOLE_PORTAL), ..Choice::default() };
    GrantForm {
        role: field("role", key::ACCOUNT_ROLE, ""),
        roles: Role::ALL.map(role).into_iter().collect(),
        partnership: partnerships.map(|_| field("partnership", key::ACCOUNT_PLACE, "")),
        partnerships: std::iter::once(whole).chain(partnerships.unwrap_or_default().iter().map(place)).collect(),
        unit: FormField {
            optional: optional(),
            hint: asker.say(key::ACCOUNT_UNIT_HINT),
            ..field("unit", key::ACCOUNT_UNIT, &typed.unit)
        },
        valid_from: FormField { optional: optional(), ..field("valid_from", key::ACCOUNT_VALID_FROM, &typed.valid_from) },
        valid_to: FormField { optional: optional(), ..field("valid_to", key::ACCOUNT_VALID_TO, &typed.valid_to) },
    }
}
