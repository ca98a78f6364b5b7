//! How many commuters stay in the area: the figure of the adopted variant, else of the one that has just today's members.

use std::collections::BTreeSet;

use miedza_planning::partnership::MembersOn;
use miedza_planning::record::{Kind, Record};
use miedza_territory::{Level, UnitCode};

use super::desk::Desk;
use crate::frame::Told;

/// A share with what it rests on.
pub struct Inside {
    /// Of those who leave their municipality for work, the part that stays in the area, 0 to 1.
    pub share: f64,
    /// Name of the variant.
    pub variant: String,
    /// Year of the flows.
    pub year: Option<i64>,
}

/// The share; `None` where no such variant is seen or its flows are not known.
///
/// # Errors
/// [`Told`] if the flow table cannot be read or the store does not answer.
pub async fn of(desk: &Desk, members: &MembersOn) -> Result<Option<Inside>, Told> {
    let Some(variant) = variant(desk, members) else { return Ok(None) };
    let today = desk.asker.today();
    let opened = desk.asker.app.lab().open(&desk.book.partnership, variant.clone(), today).await?;
    let year = opened.table.as_ref().and_then(|table| table.number("year"));
    let inside = |share| Inside { share, variant: desk.words(variant, "name"), year };
    Ok(opened.desk.figures().kept_share.map(inside))
}

fn variant<'a>(desk: &'a Desk, members: &MembersOn) -> Option<&'a Record> {
    let variants = desk.book.of(Kind::Variants);
    let is_municipality = |code: &&UnitCode| desk.book.land.level(code) == Some(Level::Municipality);
    let today: BTreeSet<&str> = members.units().filter(is_municipality).map(UnitCode::as_str).collect();
    let is_adopted = |variant: &&Record| variant.text("state") == Some("adopted");
    let is_todays = |variant: &&Record| variant.list("units").into_iter().collect::<BTreeSet<_>>() == today;
    variants.iter().find(is_adopted).or_else(|| variants.iter().filter(|_| !today.is_empty()).find(is_todays))
}
