//! The run of a method with the steps around it: contiguity, figures of areas, units on an edge.

use std::path::Path;

use geo_types::Point;
use miedza_delimitation::fine_tuning::{Reckoning, fine_tune};
use miedza_delimitation::method::functional_urban_area::grid::Grid;
use miedza_delimitation::method::travel_to_work::{self, validity::Standard};
use miedza_delimitation::method::{self, Indicator, Input, Method, Note, Outcome, Quality, Settings, Step, Stop};
use miedza_delimitation::quality::{self, AreaFigures, EdgeUnit, PartitionFigures};
use miedza_delimitation::repair::{self, Moves};
use miedza_territory::{AreaVec, Beyond, Flows, Neighbours, Partition, UnitVec};
use miedza_texts::{Argument, Message, key};

use super::fine_tuning;
use super::indicators::NamedFigure;
use super::sentences::Names;
use crate::failure::Failure;

/// A unit is on an edge when another area pulls it at least this much as strongly as its own.
pub const EDGE_SHARE: f64 = 0.8;

/// What a run came to.
#[derive(Clone, Debug)]
pub struct Run {
    /// What was set.
    pub settings: Settings,
    /// What the method gave.
    pub outcome: Outcome,
    /// The areas in the end.
    pub partition: Partition,
    /// The areas before pieces were moved; `None` where nothing moved.
    pub before_contiguity: Option<Partition>,
    /// What the contiguity step and the moves made by hand did.
    pub moves: Vec<Step>,
    /// What the areas are worth in the end, by the measure that the method searched with, where pieces or units moved.
    pub quality_after: Option<f64>,
    /// Figures of each area.
    pub areas: AreaVec<AreaFigures>,
    /// Figures of the whole.
    pub whole: PartitionFigures,
    /// Units on an edge between two areas.
    pub edges: Vec<EdgeUnit>,
}

/// Figures of units that some methods ask for.
#[derive(Clone, Debug, Default)]
pub struct UnitFigures {
    /// Inhabitants.
    pub population: Option<UnitVec<Option<f64>>>,
    /// Inhabitants of working age.
    pub working_age: Option<UnitVec<Option<f64>>>,
    /// Land in square kilometres.
    pub area_km2: Option<UnitVec<Option<f64>>>,
    /// Seats, degrees east and north.
    pub seats: Option<UnitVec<Option<Point>>>,
    /// Inhabitants by square kilometre.
    pub grid: Option<Grid>,
    /// Further figures by name.
    pub indicators: Vec<NamedFigure>,
}

impl UnitFigures {
    /// What a method works on.
    pub fn input<'a>(
        &'a self,
        flows: &'a Flows,
        neighbours: Option<&'a Neighbours>,
        indicators: &'a [Indicator<'a>],
    ) -> Input<'a> {
        Input {
            neighbours,
            population: self.population.as_ref(),
            working_age: self.working_age.as_ref(),
            area_km2: self.area_km2.as_ref(),
            seats: self.seats.as_ref(),
            grid: self.grid.as_ref(),
            indicators,
            ..Input::new(flows)
        }
    }

    /// The further figures, as a method takes them.
    pub fn named(&self) -> Vec<Indicator<'_>> {
        self.indicators.iter().map(NamedFigure::indicator).collect()
    }
}

/// What follows the method.
#[derive(Clone, Copy, Debug)]
pub struct Afterwards<'a> {
    /// What happens to areas in several pieces: `auto`, `piece`, `unit` or `none`.
    pub repair: &'a str,
    /// Table of moves made by hand.
    pub moves: Option<&'a Path>,
    /// Which totals the links of these moves rest on.
    pub reckoning: Reckoning,
}

/// Runs the method and the steps around it.
///
/// # Errors
/// [`Failure`] if the method refuses its parameters.
pub fn run(
    afterwards: Afterwards,
    settings: Settings,
    flows: &Flows,
    figures: &UnitFigures,
    neighbours: Option<&Neighbours>,
) -> Result<Run, Failure> {
    let failed = |error| Failure::method(settings.method(), &error);
    let named = figures.named();
    let input = figures.input(flows, neighbours, &named);
    let made = Made::of(&input, &settings, afterwards.repair).map_err(failed)?;
    let before_contiguity = (made.partition != made.outcome.partition).then(|| made.outcome.partition.clone());
    let Made { outcome, reduced, mut partition, mut moves, standard } = made;
    let flows = reduced.as_ref().unwrap_or(flows);
    if let Some(file) = afterwards.moves {
        let wishes = fine_tuning::read(file, flows.units())?;
        let (tuned, steps) = fine_tune(flows, &partition, &wishes, afterwards.reckoning).map_err(failed)?;
        partition = tuned;
        moves.extend(steps);
    }
    let moved = partition != outcome.partition;
    let quality_after = if moved { method::quality(&input, &settings, &partition).map_err(failed)? } else { None };
    let areas = quality::areas(flows, &partition, neighbours, standard.as_ref()).map_err(failed)?;
    let whole = quality::partition(flows, &areas);
    let edges = quality::edge_units(flows, &partition, EDGE_SHARE);
    Ok(Run { settings, outcome, partition, before_contiguity, moves, quality_after, areas, whole, edges })
}

/// What the method and the contiguity step after it made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What the method gave.
    pub outcome: Outcome,
    /// The flows that count after the method; `None` where all do.
    pub reduced: Option<Flows>,
    /// The areas after the contiguity step.
    pub partition: Partition,
    /// What the contiguity step did.
    pub moves: Vec<Step>,
    /// The standard of validity, for the method that has one.
    pub standard: Option<Standard>,
}

impl Made {
    /// Runs the method and moves pieces of areas.
    ///
    /// # Errors
    /// [`miedza_delimitation::Error`] if the method refuses its parameters.
    pub fn of(input: &Input, settings: &Settings, repair: &str) -> Result<Self, miedza_delimitation::Error> {
        let outcome = method::run(input, settings)?;
        let standard = standard(settings)?;
        let reduced = reduced(&outcome, input.flows);
        let flows = reduced.as_ref().unwrap_or(input.flows);
        let (partition, moves) = match (input.neighbours, moves(repair, settings)) {
            (Some(neighbours), Some(moves)) => {
                let parameters = repair::Parameters { moves, swallow_enclaves: false, standard };
                let repaired = repair::repair(flows, &outcome.partition, neighbours, &parameters)?;
                (repaired.partition, repaired.log)
            }
            _ => (outcome.partition.clone(), Vec::new()),
        };
        Ok(Self { outcome, reduced, partition, moves, standard })
    }
}

/// How pieces move. `functional_urban_area` and `criteria` have a step of their own for them, and their cores may lie in two
/// places; areas of some searches lie in pieces by intent.
fn moves(repair: &str, settings: &Settings) -> Option<Moves> {
    match repair {
        "none" => None,
        "unit" => Some(Moves::UnitByUnit),
        "auto" if matches!(settings.method(), Method::FunctionalUrbanArea | Method::Criteria) => None,
        "auto" if method::may_lie_in_pieces(settings) => None,
        _ => Some(Moves::WholePieces),
    }
}

/// The flows without those of units that `travel_to_work` set aside: its totals are those of what is left (step 2.2), and
/// so are validity, contiguity and the figures of areas. `None` where nothing was set aside.
pub fn reduced(outcome: &Outcome, flows: &Flows) -> Option<Flows> {
    if outcome.method != Method::TravelToWork || outcome.excluded.is_empty() {
        return None;
    }
    let mut takes_part = UnitVec::filled(flows.units().len(), true);
    for exclusion in &outcome.excluded {
        takes_part[exclusion.unit] = false;
    }
    let left = flows.iter().filter(|flow| takes_part[flow.from] && takes_part[flow.to]).collect();
    let beyond = |unit| if takes_part[unit] { flows.beyond(unit) } else { Beyond::default() };
    let left = Flows::new(flows.units().clone(), left);
    let left = left.and_then(|left| left.with_beyond(flows.units().indices().map(beyond).collect()));
    Some(left.expect("a part of a matrix is a matrix"))
}

/// The standard of validity, for the method that has one.
fn standard(settings: &Settings) -> Result<Option<Standard>, miedza_delimitation::Error> {
    match settings.method() {
        Method::TravelToWork => Ok(Some(Standard::new(&travel_to_work::Parameters::of(settings)?))),
        _ => Ok(None),
    }
}

impl Run {
    /// What a reader should know of the run.
    pub fn notes(&self, names: &Names) -> Vec<Message> {
        let stop = match self.outcome.stop {
            Stop::Settled | Stop::NoClusterLeft => None,
            Stop::StateRepeated => Some(key::NOTE_STOPPED_REPEATED.into()),
            Stop::StepLimit => Some(key::NOTE_STOPPED_LIMIT.into()),
        };
        let quality = self.outcome.quality.map(|quality| achieved(&quality, &self.settings));
        let after = self.quality_after.zip(self.outcome.quality).map(|(value, quality)| {
            let decimals = if quality.name == "cpm" { 0 } else { 5 };
            Message::new(key::NOTE_QUALITY_AFTER).with("value", Argument::Number(value, decimals))
        });
        stop.into_iter().chain(quality).chain(after).chain(self.outcome.notes.iter().map(|note| told(note, names))).collect()
    }
}

/// What the areas are worth by the measure of the method, with the spread over its trials.
fn achieved(quality: &Quality, settings: &Settings) -> Message {
    let measure = match quality.name {
        "code_length" => None,
        "cpm" => Some(key::MEASURE_CPM),
        "gravity" => Some(key::MEASURE_GRAVITY),
        "radiation" => Some(key::MEASURE_RADIATION),
        _ => Some(key::MEASURE_MODULARITY),
    };
    let message = match measure {
        None => Message::new(key::NOTE_CODE_LENGTH),
        Some(measure) => Message::new(key::NOTE_QUALITY)
            .with("measure", Message::new(measure))
            .with("resolution", settings.get("resolution").unwrap_or_default().to_owned()),
    };
    let decimals = if measure == Some(key::MEASURE_CPM) { 0 } else { 5 };
    message
        .with("value", Argument::Number(quality.value, decimals))
        .with("worst", Argument::Number(quality.worst, decimals))
        .with("trials", quality.trials)
}

fn told(note: &Note, names: &Names) -> Message {
    match note {
        Note::ClusterDissolved { founder, unit } => {
            Message::new(key::NOTE_CLUSTER_DISSOLVED).with("founder", names.full(*founder)).with("unit", names.full(*unit))
        }
        Note::OrdinaryClusterWasWeaker { founder } => {
            Message::new(key::NOTE_ORDINARY_WEAKER).with("founder", names.full(*founder))
        }
        Note::NeighboursUnknown => key::NOTE_NEIGHBOURS_UNKNOWN.into(),
        Note::EnclavesUnsettled => key::NOTE_ENCLAVES_UNSETTLED.into(),
        Note::BeyondDistance => key::NOTE_BEYOND_DISTANCE.into(),
        Note::WalkNotLabour => key::NOTE_WALK_NOT_LABOUR.into(),
        Note::NothingFused => key::NOTE_NOTHING_FUSED.into(),
        Note::StopOutOfReach => key::NOTE_STOP_OUT_OF_REACH.into(),
        Note::CentresWithoutCity { centres } => Message::new(key::NOTE_CENTRES_WITHOUT_CITY).with("count", *centres),
        Note::CriteriaUnknown { units } => Message::new(key::NOTE_CRITERIA_UNKNOWN).with("count", *units),
    }
}

#[cfg(test)]
mod tests {
    use miedza_territory::{UnitIx, samples};

    use super::*;

    /// Four units in a line, of which the first and third, and the second and fourth, exchange most.
    fn line(settings: &[(&str, &str)], repair: &str) -> Run {
        let flows = samples::flows(&[
            ("1", "3", 90.0),
            ("3", "1", 60.0),
            ("2", "4", 80.0),
            ("4", "2", 50.0),
            ("1", "2", 5.0),
            ("3", "4", 5.0),
        ]);
        let line = Neighbours::from_pairs(4, (0..3).map(|unit| (UnitIx::new(unit), UnitIx::new(unit + 1), None)));
        let seat = |unit: UnitIx| Some(Point::new(18.0 + 0.1 * [0.0, 1.0, 2.0, 3.0][unit.get()], 52.0));
        let figures = UnitFigures { seats: Some(flows.units().indices().map(seat).collect()), ..UnitFigures::default() };
        let mut chosen = Settings::new(Method::parse(settings[0].1).expect("a method"));
        for (name, value) in &settings[1..] {
            chosen.set(name, value).expect(name);
        }
        run(Afterwards { repair, moves: None, reckoning: Reckoning::default() }, chosen, &flows, &figures, Some(&line))
            .expect("areas")
    }

    #[test]
    fn areas_that_lie_in_pieces_by_intent_are_mended_only_where_it_is_asked_for() {
        type Entered<'a> = &'a [(&'a str, &'a str)];
        let cases: [(Entered, &str, bool); 6] = [
            (&[("", "leiden")], "auto", true),
            (&[("", "leiden"), ("quality", "radiation")], "auto", false),
            (&[("", "leiden"), ("quality", "gravity")], "auto", false),
            (&[("", "leiden"), ("quality", "radiation")], "piece", true),
            (&[("", "map_equation")], "auto", false),
            (&[("", "map_equation")], "piece", true),
        ];
        for (settings, repair, mended) in cases {
            assert_eq!(line(settings, repair).before_contiguity.is_some(), mended, "{settings:?} {repair}");
        }
    }

    #[test]
    fn the_quality_after_pieces_moved_is_that_of_the_areas_in_the_end() {
        let left = line(&[("", "leiden")], "none");
        let mended = line(&[("", "leiden")], "piece");
        let found = mended.outcome.quality.expect("a quality").value;
        let after = mended.quality_after.expect("units moved");

        assert_eq!(left.quality_after, None);
        assert!(after < found, "{after} {found}");
        assert!((after - mended.whole.modularity.expect("a modularity")).abs() < 1e-12, "{after}");
    }
}
