//! Areas that a method makes of a ground: the same steps as `miedza delimit`, kept for whoever asks again.

use std::collections::BTreeSet;
use std::sync::Arc;

use miedza_delimitation::method::{Kind, Settings, needs_diagonal, needs_seats};
use miedza_planning::delimitation::Run;
use miedza_territory::{AreaIx, Flows, Observations, UnitIx, UnitVec};
use miedza_texts::{Message, key};

use super::ground::Ground;
use super::parameters::{fault, parameters};
use super::tell;
use crate::delimitation::choice;
use crate::delimitation::figures::{ShareFigures, by_unit};
use crate::delimitation::matrix::{DiagonalSource, Matrix};
use crate::delimitation::methods::parse;
use crate::delimitation::run::{self, Afterwards, UnitFigures};
use crate::delimitation::{EmployedShare, Reckoning, run::Run as Ran};
use crate::failure::Failure;

/// A ground with more units is large: its runs are jobs.
const LARGE: usize = 3_000;

/// What happens to areas in several pieces.
pub(super) const REPAIR: &str = "auto";

/// Areas that a method made.
#[derive(Debug)]
pub struct Made {
    /// The matrix that it worked on.
    pub matrix: Arc<Matrix>,
    /// What it came to.
    pub run: Ran,
    /// The matrix without units that could not take part, where there are any: figures of areas are those of this.
    pub reduced: Option<Flows>,
}

impl Made {
    /// The areas that some units are in, together; units of no area add nothing.
    pub fn areas_of(&self, units: &[UnitIx]) -> BTreeSet<AreaIx> {
        units.iter().filter_map(|&unit| self.run.partition.area_of(unit)).collect()
    }

    /// The units of some areas.
    pub fn members(&self, areas: &BTreeSet<AreaIx>) -> Vec<UnitIx> {
        areas.iter().flat_map(|&area| self.run.partition.members(area)).copied().collect()
    }
}

impl Ground {
    /// The matrix with the diagonal that this share of employed inhabitants gives, where the table has none of its own.
    ///
    /// # Errors
    /// [`Failure`] if the share is none.
    pub fn matrix(&self, employed_share: Option<&str>) -> Result<Arc<Matrix>, Failure> {
        let key = employed_share.map(str::trim).filter(|share| !share.is_empty()).map(ToOwned::to_owned);
        self.matrices.get_or_make(&key, || self.work_out(key.as_deref()))
    }

    fn work_out(&self, employed_share: Option<&str>) -> Result<Matrix, Failure> {
        let Some(reading) = &self.reading else {
            let (source, notes) = (DiagonalSource::Absent, Vec::new());
            return Ok(Matrix { flows: self.flows.clone(), source, cut: Vec::new(), missing: Vec::new(), staying: None, notes });
        };
        let mut tables = self.tables.clone();
        // Of a unit without flows in the table nobody can say who stays.
        for figure in [&mut tables.population, &mut tables.employed, &mut tables.jobs] {
            *figure = figure.take().map(|figure| self.of_told(&figure)).filter(|figure| !figure.is_empty());
        }
        tables.share = employed_share.map(share).transpose()?.map(ShareFigures::Same);
        let mut matrix = Matrix::of(reading, &tables, &self.names());
        matrix.missing.retain(|&unit| self.is_told[unit]);
        Ok(matrix)
    }

    /// A figure of those units alone whose flows the table holds.
    fn of_told(&self, figure: &Observations) -> Observations {
        let mut told = Observations::new();
        for (unit, code) in self.units().indices().zip(self.units().codes()) {
            if let Some(value) = figure.get(code).filter(|_| self.is_told[unit]) {
                told.insert(code.clone(), value);
            }
        }
        told
    }

    /// The areas that a method makes.
    ///
    /// # Errors
    /// [`Failure`] if the method or a parameter does not exist, does not fit, or needs figures that are not known.
    pub fn make(&self, asked: &Run) -> Result<Arc<Made>, Failure> {
        // Which area of the result is meant changes nothing in the result.
        let key = Run { area_of: Vec::new(), ..asked.clone() };
        self.runs.get_or_make(&key, || self.run(asked).map_err(|failure| on_the_page(&asked.method, failure)))
    }

    /// The same, if it is still in memory.
    pub fn made_before(&self, asked: &Run) -> Option<Arc<Made>> {
        self.runs.get(&Run { area_of: Vec::new(), ..asked.clone() })
    }

    /// Whether a run takes so long that nobody should wait for it.
    pub fn is_large(&self) -> bool {
        self.told() > LARGE
    }

    fn run(&self, asked: &Run) -> Result<Made, Failure> {
        if !self.has_flows() {
            return Err(Failure::invalid(key::LAB_FAILURE_NO_FLOWS, key::LAB_HINT_FLOW_TABLE));
        }
        let settings = self.settings(asked)?;
        let matrix = self.matrix(asked.employed_share.as_deref())?;
        if !matrix.has_diagonal() && needs_diagonal(&settings) {
            let told = Message::new(key::FAILURE_NO_DIAGONAL).with("method", settings.method().name());
            return Err(Failure::invalid(told, key::LAB_HINT_DIAGONAL));
        }
        let afterwards = Afterwards { repair: REPAIR, moves: None, reckoning: Reckoning::default() };
        let figures = self.unit_figures(&settings);
        let run = run::run(afterwards, settings, &matrix.flows, &figures, self.land.neighbours())?;
        let reduced = run::reduced(&run.outcome, &matrix.flows);
        Ok(Made { matrix, run, reduced })
    }

    /// Figures of units that a method with these settings may ask for.
    pub(super) fn unit_figures(&self, settings: &Settings) -> UnitFigures {
        UnitFigures {
            population: by_unit(self.tables.population.as_ref(), self.units()),
            area_km2: Some(self.area_km2.clone()).filter(|areas| areas.iter().any(Option::is_some)),
            seats: needs_seats(settings).then(|| self.land.seats(self.units())),
            ..UnitFigures::default()
        }
    }

    /// The settings of a run, as they were entered; codes of cores as the flow table writes them.
    pub(super) fn settings(&self, asked: &Run) -> Result<Settings, Failure> {
        let mut settings = Settings::new(parse(&asked.method)?);
        for entered in parameters(asked) {
            if let Some(wanted) = fault(&entered) {
                let told =
                    Message::new(key::LAB_FAILURE_PARAMETER).with("parameter", entered.meaning).with("value", entered.value);
                return Err(Failure::invalid(told, wanted));
            }
        }
        for (name, value) in asked.parameters.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let is_list = settings.method().parameters().iter().any(|known| known.name == name && known.kind == Kind::UnitList);
            let value = if is_list { self.as_the_table_writes(value) } else { value.clone() };
            choice::set(&mut settings, name, &value)?;
        }
        Ok(settings)
    }

    /// A list of codes in which each code is that of the flow table; what it does not hold stays as it is.
    fn as_the_table_writes(&self, list: &str) -> String {
        let code = |text: &str| self.find(text).map_or_else(|| text.to_owned(), |unit| self.units().code(unit).to_string());
        let mut written = String::with_capacity(list.len());
        for piece in list.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
            let text = piece.trim_end_matches(|sign: char| !sign.is_alphanumeric());
            written.push_str(&code(text));
            written.push_str(&piece[text.len()..]);
        }
        written
    }

    /// The matrix that figures of these units are taken from: that of the method, as long as each of them took part in it.
    pub fn counted<'a>(&self, matrix: &'a Matrix, made: Option<&'a Made>, is_in: &UnitVec<bool>) -> &'a Flows {
        let reduced = made.and_then(|made| {
            let took_part = made.run.outcome.excluded.iter().all(|exclusion| !is_in[exclusion.unit]);
            made.reduced.as_ref().filter(|_| took_part)
        });
        reduced.unwrap_or(&matrix.flows)
    }
}

/// The same failure with the way out that stands on the page, where the sentence names options of a command.
fn on_the_page(method: &str, failure: Failure) -> Failure {
    let told = match failure.told.key {
        key::FAILURE_METHOD => Message::new(key::LAB_FAILURE_METHOD).with("method", tell::method(method)),
        _ => failure.told,
    };
    let hint = failure.hint.map(|hint| match hint.key {
        key::HINT_METHODS | key::HINT_SETTING | key::HINT_RANGE => key::LAB_HINT_RANGE.into(),
        key::HINT_CORES => key::LAB_HINT_CORES.into(),
        key::HINT_FIGURES | key::HINT_NEEDS_NEIGHBOURS => key::LAB_HINT_FIGURES.into(),
        _ => hint,
    });
    Failure { told, hint, ..failure }
}

fn share(text: &str) -> Result<f64, Failure> {
    match EmployedShare::parse(text) {
        Ok(EmployedShare::Same(share)) => Ok(share),
        _ => Err(Failure::invalid(Message::new(key::FAILURE_SHARE).with("text", text), key::LAB_HINT_SHARE)),
    }
}
