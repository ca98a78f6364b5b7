//! The figures of a unit, each with its time and its source; a missing one with its reason.

use miedza_store::KeptFigure;
use miedza_territory::{Figure, Missing, UnitCode, Value};
use miedza_texts::{Key, key};

use super::show::Section;
use crate::frame::parts::{Caption, Heading};
use crate::frame::{Asker, Told};

/// A figure in words.
pub struct FigureRow {
    /// Which.
    pub what: String,
    /// Of when.
    pub period: String,
    /// How much, or why it is missing.
    pub value: String,
    /// Whether there is no number.
    pub is_missing: bool,
    /// From which file.
    pub source: String,
}

/// The name of a figure with its unit of measure.
pub const fn name(figure: Figure) -> Key {
    match figure {
        Figure::Population => key::UNIT_POPULATION,
        Figure::AreaKm2 => key::UNIT_AREA,
        Figure::Employed => key::UNIT_EMPLOYED,
        Figure::Jobs => key::UNIT_JOBS,
        Figure::EmployedShare => key::UNIT_EMPLOYED_SHARE,
    }
}

/// A number as this figure is written.
pub fn number(asker: &Asker, figure: Figure, number: f64) -> String {
    match figure {
        Figure::AreaKm2 => asker.language.number(number, 2),
        Figure::EmployedShare => asker.language.share(number, 1),
        Figure::Population | Figure::Employed | Figure::Jobs => asker.language.integer(number),
    }
}

/// All figures of a unit, the newest of each first.
///
/// # Errors
/// [`Told`] if the store cannot be read.
pub async fn of(asker: &Asker, code: &UnitCode) -> Result<Section<FigureRow>, Told> {
    let mut kept = asker.app.store().figures_of_unit(code).await?;
    kept.sort_by(|one, two| (order(one), two.period.to_string()).cmp(&(order(two), one.period.to_string())));
    Ok(Section {
        heading: asker.say(key::UNIT_FIGURES),
        caption: Caption::new("figures", asker.say(key::UNIT_FIGURES_CAPTION)),
        headings: vec![
            Heading::words(asker.say(key::UNIT_FIGURE)),
            Heading::words(asker.say(key::UNIT_WHEN)),
            Heading::number(asker.say(key::UNIT_VALUE), ""),
            Heading::words(asker.say(key::UNIT_SOURCE)),
        ],
        rows: kept.iter().map(|kept| row(asker, kept)).collect(),
        none: asker.say(key::UNIT_FIGURES_NONE),
    })
}

fn order(kept: &KeptFigure) -> u8 {
    match kept.figure {
        Figure::Population => 0,
        Figure::AreaKm2 => 1,
        Figure::Employed => 2,
        Figure::EmployedShare => 3,
        Figure::Jobs => 4,
    }
}

fn row(asker: &Asker, kept: &KeptFigure) -> FigureRow {
    let value = match kept.value {
        Value::Known(value) => number(asker, kept.figure, value),
        Value::Estimated(value) => format!("{} ({})", number(asker, kept.figure, value), asker.say(key::UNIT_ESTIMATED)),
        Value::Missing(Missing::Suppressed) => asker.say(key::UNIT_SUPPRESSED),
        Value::Missing(Missing::NotGiven) => asker.say(key::UNIT_NOT_GIVEN),
        Value::Missing(Missing::NotApplicable) => asker.say(key::UNIT_NOT_APPLICABLE),
    };
    FigureRow {
        what: asker.say(name(kept.figure)),
        period: asker.period(&kept.period.to_string()),
        value,
        is_missing: kept.value.number().is_none(),
        source: kept.file.clone(),
    }
}
