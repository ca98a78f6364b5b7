//! How sure is the boundary of a variant? Its method runs on flows drawn again and again; what comes of it is kept with the
//! variant, with what it was made from, so that it is seen when it is out of date.
//!
//! Kept are the units of the variant, of the areas that it was taken from, and those that go to these areas in some
//! replicates or touch the variant: the others say nothing of its boundary.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use miedza_delimitation::certainty::{Draw, MOST_REPLICATES, Parameters, Watch};
use miedza_planning::delimitation::Run;
use miedza_planning::record::Record;
use miedza_territory::{UnitCode, UnitIx};
use miedza_texts::{Message, key};
use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::open::Opened;
use crate::delimitation::certainty::study::{Basis, study};
use crate::delimitation::certainty::table::{CertaintyTable, Drawn, UnitRow};
use crate::failure::Failure;
use crate::spreadsheet::guarded;

/// The field of a variant that keeps it.
pub(super) const FIELD: &str = "certainty";

/// The replicates that are drawn where nobody says how many.
pub const USUAL_REPLICATES: usize = 200;
/// More are not drawn for a page: nothing is learnt from them.
pub const MOST: usize = if MOST_REPLICATES < 5_000 { MOST_REPLICATES } else { 5_000 };

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// How many replicates, 1 to [`MOST`].
    pub replicates: usize,
    /// `poisson` or `multinomial`.
    pub draw: String,
    /// Number from which everything drawn follows.
    pub seed: u64,
    /// A unit that stays in a smaller share of replicates is on the edge, 0 to 1.
    pub limit: f64,
}

impl Default for Wanted {
    fn default() -> Self {
        let Parameters { seed, limit, .. } = Parameters::default();
        Self { replicates: USUAL_REPLICATES, draw: DRAWS[0].to_owned(), seed, limit }
    }
}

/// The ways to draw, the usual one first.
pub const DRAWS: [&str; 2] = ["poisson", "multinomial"];

impl Wanted {
    fn parameters(&self) -> Parameters {
        let draw = if self.draw == DRAWS[1] { Draw::Multinomial } else { Draw::Poisson };
        Parameters { replicates: self.replicates, seed: self.seed, limit: self.limit, draw, ..Parameters::default() }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// [`Failure`] for a number out of its range or a way to draw that does not exist.
    pub fn check(&self) -> Result<(), Failure> {
        let fits = (1..=MOST).contains(&self.replicates) && (0.0..=1.0).contains(&self.limit);
        if fits && DRAWS.contains(&self.draw.as_str()) {
            return Ok(());
        }
        let hint = Message::new(key::LAB_CERTAINTY_HINT_RANGE).with("most", MOST);
        Err(Failure::invalid(key::LAB_CERTAINTY_FAILURE_RANGE, hint))
    }
}

/// How sure the boundary of a variant is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sure {
    /// What it was made from.
    pub made_from: MadeFrom,
    /// What was drawn.
    pub drawn: Drawn,
    /// Certainty below which a unit is on the edge, 0 to 1.
    pub limit: f64,
    /// Fewest, middle and most areas of a replicate.
    pub area_counts: [usize; 3],
    /// The units, in the order of their codes.
    pub units: Vec<SureUnit>,
}

/// What a study rests on; another of these, and it is out of date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFrom {
    /// The run of the method.
    pub run: Run,
    /// SHA-256 of the file of the flow table; empty where there is none.
    #[serde(default)]
    pub flow_table_sha256: String,
    /// Whether the flows are modelled and were never counted: certainty then tells of the model's areas.
    #[serde(default)]
    pub is_modelled: bool,
    /// Name and version of the program.
    #[serde(default)]
    pub program: String,
}

/// How sure a unit is of its area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SureUnit {
    /// Its code.
    pub unit: String,
    /// Code of the seat of its area; missing if it has none.
    pub seat: Option<String>,
    /// Share of replicates in which it is with that seat, 0 to 1; for a unit of no area in none.
    pub certainty: f64,
    /// Code of the seat of the other area that it goes with most often.
    pub second: Option<String>,
    /// In which share of replicates, 0 to 1.
    pub second_share: Option<f64>,
    /// Whether its certainty is below the limit.
    pub is_edge: bool,
    /// Whether it is of an area that the variant was taken from.
    pub is_own: bool,
}

/// The certainty that is kept with a variant; `None` if nobody asked for it yet.
#[must_use]
pub fn kept(variant: &Record) -> Option<Sure> {
    variant.value(FIELD).and_then(|kept| serde_json::from_value(kept.clone()).ok())
}

impl Sure {
    /// Whether the variant, its flows and its method are still those that it was made from.
    #[must_use]
    pub fn is_current(&self, opened: &Opened, flow_table_sha256: &str) -> bool {
        let made = &self.made_from;
        opened.desk.base().run() == Some(&made.run) && made.flow_table_sha256 == flow_table_sha256
    }

    /// The unit of a code.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&SureUnit> {
        let place = self.units.binary_search_by(|unit| unit.unit.as_str().cmp(code)).ok()?;
        self.units.get(place)
    }

    /// Units on the edge, the least sure first.
    #[must_use]
    pub fn edges(&self) -> Vec<&SureUnit> {
        let mut edges: Vec<&SureUnit> = self.units.iter().filter(|unit| unit.is_edge).collect();
        edges.sort_by(|one, other| one.certainty.total_cmp(&other.certainty).then_with(|| one.unit.cmp(&other.unit)));
        edges
    }

    /// The units as a table: codes, names, shares as numbers.
    #[must_use]
    pub fn csv(&self, desk: &Desk) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = "memory takes all";
        let columns = ["unit", "name", "certainty", "edge", "seat", "second", "second_share", "own_area"];
        writer.write_record(columns).expect(written);
        for unit in &self.units {
            let text = |code: &Option<String>| code.clone().unwrap_or_default();
            let cells = [
                unit.unit.clone(),
                guarded(&super::certainty_map::name(desk, &unit.unit)),
                unit.certainty.to_string(),
                unit.is_edge.to_string(),
                text(&unit.seat),
                text(&unit.second),
                unit.second_share.map(|share| share.to_string()).unwrap_or_default(),
                unit.is_own.to_string(),
            ];
            writer.write_record(cells).expect(written);
        }
        writer.into_inner().expect(written)
    }

    /// Mean certainty of the units of the areas that the variant was taken from; `None` if there are none.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let own: Vec<f64> = self.units.iter().filter(|unit| unit.is_own).map(|unit| unit.certainty).collect();
        (!own.is_empty()).then(|| own.iter().sum::<f64>() / miedza_territory::count(own.len()))
    }
}

/// Draws the flows of a variant again and again; `tell` hears how many of how many replicates are done. `None` if it was
/// stopped.
///
/// # Errors
/// [`Failure`] if the variant rests on no method, or the method does not run.
pub fn study_of(
    desk: &Desk,
    wanted: &Wanted,
    (tell, stop): (&(dyn Fn(usize, usize) + Sync), &AtomicBool),
) -> Result<Option<Sure>, Failure> {
    wanted.check()?;
    let run = desk.base().run().ok_or_else(no_method)?;
    let ground = Arc::clone(&desk.ground);
    let made = ground.make(run)?;
    let settings = ground.settings(run)?;
    let figures = ground.unit_figures(&settings);
    let neighbours = ground.land.neighbours();
    let basis = Basis { matrix: &made.matrix, settings: &settings, figures: &figures, neighbours, repair: super::made::REPAIR };
    let studied = study(&basis, &wanted.parameters(), &Watch { tell, stop })?;
    Ok(studied.map(|studied| sure(desk, &studied.table)))
}

/// What is refused where nothing can be drawn again.
pub(super) fn no_method() -> Failure {
    Failure::invalid(key::LAB_CERTAINTY_NO_METHOD, key::LAB_CERTAINTY_NO_METHOD_HINT)
}

/// The part of a study that says something of a variant.
fn sure(desk: &Desk, table: &CertaintyTable) -> Sure {
    let seats: BTreeMap<&UnitCode, &UnitCode> = table.areas.iter().map(|area| (&area.area, &area.seat)).collect();
    let kept =
        |code: &UnitCode| desk.ground.units().find(code).map_or_else(|| code.to_string(), |unit| desk.code(unit).to_owned());
    let seat = |label: &Option<UnitCode>| label.as_ref().and_then(|label| seats.get(label)).map(|seat| kept(seat));
    let own = own_areas(desk, table);
    let is_of_own = |label: &Option<UnitCode>| label.as_ref().is_some_and(|label| own.contains(label));
    let says_something = |row: &&UnitRow| {
        let unit = desk.ground.units().find(&row.unit);
        let is_near = unit.is_some_and(|unit| desk.is_in[unit] || desk.touches(unit) == Some(true));
        is_near || is_of_own(&row.area) || is_of_own(&row.second)
    };
    let mut units: Vec<SureUnit> = table
        .units
        .iter()
        .filter(says_something)
        .map(|row| SureUnit {
            unit: kept(&row.unit),
            seat: seat(&row.area),
            certainty: row.certainty,
            second: seat(&row.second),
            second_share: row.second_share,
            is_edge: row.is_edge,
            is_own: is_of_own(&row.area),
        })
        .collect();
    units.sort_by(|one, other| one.unit.cmp(&other.unit));
    let run = desk.base().run().cloned().unwrap_or_default();
    let made_from = MadeFrom { run, is_modelled: desk.is_modelled(), ..MadeFrom::default() };
    Sure { made_from, drawn: table.drawn.clone(), limit: table.limit, area_counts: table.area_counts, units }
}

/// Labels of the areas that the variant was taken from.
fn own_areas(desk: &Desk, table: &CertaintyTable) -> BTreeSet<UnitCode> {
    let around = desk.base().run().map_or(&[][..], |run| run.area_of.as_slice());
    let wanted: BTreeSet<UnitIx> = around.iter().filter_map(|code| desk.ground.find(code)).collect();
    let of_wanted = |row: &&UnitRow| desk.ground.units().find(&row.unit).is_some_and(|unit| wanted.contains(&unit));
    table.units.iter().filter(of_wanted).filter_map(|row| row.area.clone()).collect()
}
