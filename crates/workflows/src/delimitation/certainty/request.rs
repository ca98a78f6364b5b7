//! What an analyst asks for when the certainty of areas is to be told.

use miedza_delimitation::certainty::sweep::{Axis, MOST_CELLS};
use miedza_delimitation::certainty::{Consensus, Draw, Hidden, MOST_REPLICATES};
use miedza_delimitation::method::Settings;
use miedza_sources::commuting::{Reading, SuppressedFlow};
use miedza_territory::{Missing, UnitCode, UnitIx, count};
use miedza_texts::{Message, key};

use crate::delimitation::Request;
use crate::delimitation::matrix::Matrix;
use crate::failure::Failure;

/// What an analyst asks for.
#[derive(Clone, Debug)]
pub struct CertaintyRequest {
    /// The delimitation whose certainty is asked for; reports and moves made by hand play no part.
    pub delimitation: Request,
    /// How many replicates.
    pub replicates: usize,
    /// Number from which everything drawn follows.
    pub seed: u64,
    /// `poisson` or `multinomial`.
    pub draw: String,
    /// `medoid` or `co_assignment`.
    pub consensus: String,
    /// Certainty below which a unit is on the edge, 0 to 1.
    pub limit: f64,
    /// Ranges of suppressed flows, `LOW-HIGH` or `MARK=LOW-HIGH`.
    pub suppressed: Vec<String>,
    /// Parameters with the values that are tried, `NAME=VALUES`.
    pub sweeps: Vec<String>,
}

impl CertaintyRequest {
    /// Refuses numbers out of their range.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if !(1..=MOST_REPLICATES).contains(&self.replicates) {
            return Err(Failure::option("--replicates", count(self.replicates), [1.0, count(MOST_REPLICATES)]));
        }
        if !(0.0..=1.0).contains(&self.limit) {
            return Err(Failure::option("--limit", self.limit, [0.0, 1.0]));
        }
        Ok(())
    }

    /// How counted flows are drawn.
    pub(super) fn draw(&self) -> Draw {
        if self.draw == "multinomial" { Draw::Multinomial } else { Draw::Poisson }
    }

    /// What stands for all replicates.
    pub(super) fn consensus(&self) -> Consensus {
        if self.consensus == "co_assignment" { Consensus::CoAssignment } else { Consensus::Medoid }
    }

    /// The parameters that are swept.
    pub(super) fn axes(&self, settings: &Settings) -> Result<Vec<Axis>, Failure> {
        let mut axes: Vec<Axis> = Vec::new();
        for sweep in &self.sweeps {
            let refused = || {
                let hint = Message::new(key::HINT_SWEEP).with("method", settings.method().name());
                Failure::invalid(Message::new(key::FAILURE_SETTING).with("setting", sweep), hint)
            };
            let (name, values) = sweep.split_once('=').ok_or_else(refused)?;
            let axis = Axis::parse(settings, name, values).map_err(|error| refused().because(&error))?;
            if axes.iter().any(|other| other.name == axis.name) {
                return Err(refused());
            }
            axes.push(axis);
        }
        let cells = axes.iter().try_fold(1_usize, |cells, axis| cells.checked_mul(axis.values.len())).unwrap_or(usize::MAX);
        if cells > MOST_CELLS {
            let told = Message::new(key::FAILURE_SWEEP_LARGE).with("count", cells);
            return Err(Failure::invalid(told, Message::new(key::HINT_SWEEP_LARGE).with("most", MOST_CELLS)));
        }
        Ok(axes)
    }
}

/// The flows that the source hides, as far as their range is known.
#[derive(Clone, Debug, Default)]
pub(super) struct HiddenFlows {
    /// Flows with a range.
    pub drawn: Vec<Hidden>,
    /// How many are hidden and stay out of every replicate.
    pub left_out: usize,
}

impl HiddenFlows {
    /// Puts ranges to the suppressed flows between units of the matrix.
    ///
    /// # Errors
    /// [`Failure`] for a range that is none.
    pub fn of(texts: &[String], reading: &Reading, matrix: &Matrix) -> Result<Self, Failure> {
        let mut ranges = texts.iter().map(|text| Range::parse(text)).collect::<Result<Vec<Range>, Failure>>()?;
        contradiction(texts, &ranges)?;
        // What is said of one mark comes before what is said of all.
        ranges.sort_by_key(|range| range.mark.is_none());
        let mut flows = Self::default();
        for suppressed in reading.report.suppressed.iter().filter(|flow| flow.reason == Missing::Suppressed) {
            let Some((from, to)) = between_units(suppressed, matrix) else { continue };
            match ranges.iter().find(|range| range.fits(&suppressed.mark)) {
                Some(&Range { low, high, .. }) => flows.drawn.push(Hidden { from, to, low, high }),
                None => flows.left_out += 1,
            }
        }
        Ok(flows)
    }
}

/// Refuses two ranges for one mark, or two for all marks, that differ.
fn contradiction(texts: &[String], ranges: &[Range]) -> Result<(), Failure> {
    for (place, range) in ranges.iter().enumerate() {
        let same = |other: &&Range| other.mark == range.mark && (other.low, other.high) != (range.low, range.high);
        if let Some(before) = ranges[..place].iter().position(|other| same(&other)) {
            let told = Message::new(key::FAILURE_SUPPRESSED_TWICE).with("one", &texts[before]).with("other", &texts[place]);
            return Err(Failure::invalid(told, key::HINT_SUPPRESSED));
        }
    }
    Ok(())
}

/// The units of a suppressed flow; `None` where an end is no unit that takes part, or where it is part of a diagonal that is
/// worked out and so holds it already.
fn between_units(flow: &SuppressedFlow, matrix: &Matrix) -> Option<(UnitIx, UnitIx)> {
    let find = |text: &str| {
        let unit = matrix.flows.units().find(&UnitCode::parse(text).ok()?)?;
        (!matrix.missing.contains(&unit)).then_some(unit)
    };
    let (from, to) = (find(&flow.from)?, find(&flow.to)?);
    (from != to || matrix.staying.is_none()).then_some((from, to))
}

/// Persons that may stand behind a mark.
struct Range {
    /// The mark; `None` for every mark.
    mark: Option<String>,
    low: u32,
    high: u32,
}

impl Range {
    fn parse(text: &str) -> Result<Self, Failure> {
        let refused = || Failure::invalid(Message::new(key::FAILURE_SUPPRESSED).with("text", text), key::HINT_SUPPRESSED);
        let (mark, range) = match text.rsplit_once('=') {
            Some((mark, range)) => (Some(mark.trim().to_owned()), range),
            None => (None, text),
        };
        let (low, high) = range.split_once('-').ok_or_else(refused)?;
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| refused());
        let (low, high) = (number(low)?, number(high)?);
        if low > high { Err(refused()) } else { Ok(Self { mark, low, high }) }
    }

    fn fits(&self, mark: &str) -> bool {
        self.mark.as_ref().is_none_or(|own| own == mark.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_with_and_without_a_mark() {
        let cases = [
            ("1-9", Some((None, 1, 9))),
            ("*=0-4", Some((Some("*"), 0, 4))),
            (" c = 3 - 3 ", Some((Some("c"), 3, 3))),
            ("9-1", None),
            ("9", None),
            ("-3", None),
            ("few", None),
        ];
        for (text, expected) in cases {
            let found = Range::parse(text).ok();
            let found = found.as_ref().map(|range| (range.mark.as_deref(), range.low, range.high));
            assert_eq!(found, expected, "{text}");
        }
    }
}
