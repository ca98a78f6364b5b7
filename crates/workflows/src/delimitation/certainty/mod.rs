//! How sure the areas of a delimitation are: flows drawn again, parameters swept, and the files that tell it.

mod map;
mod outputs;
mod request;
pub(crate) mod study;
mod summary;
pub(crate) mod table;

use std::sync::atomic::AtomicBool;

use miedza_delimitation::certainty::sweep::Sweep;
use miedza_delimitation::certainty::{Parameters, Watch};
use miedza_texts::{Key, Message, key};

pub use request::CertaintyRequest;
pub use summary::CertaintySummary;

use self::outputs::Called;
use self::request::HiddenFlows;
use self::study::{Basis, Studied};
use self::table::CertaintyTable;
use super::figures::FlowUnits;
use super::run::{self, Afterwards};
use super::sentences::Names;
use super::work::{Work, area_names};
use super::{Prepared, Reckoning, criteria, files, notes};
use crate::Tell;
use crate::failure::Failure;
use crate::output_folder::OutputFolder;

/// What a study of certainty came to.
#[derive(Debug)]
pub struct Certain {
    /// The summary, as it stands in the folder.
    pub summary: CertaintySummary,
    /// What a reader should know.
    pub notes: Vec<Message>,
    called: Called,
    folder: String,
}

impl Certain {
    /// The answer in words.
    pub fn told(&self, language: miedza_texts::Language) -> String {
        outputs::told((&self.summary, &self.called), language, &self.folder)
    }
}

/// Draws the flows of a delimitation again and again, tries other parameters, and writes how sure its areas are.
///
/// # Errors
/// [`Failure`] with what was refused, why, and the way out; nothing is written then.
pub fn certainty(request: &CertaintyRequest, tell: Tell) -> Result<Certain, Failure> {
    request.check()?;
    let (asked, criteria) = criteria::taken_in(&request.delimitation)?;
    let asked = asked.as_ref();
    let output = OutputFolder::prepare(&asked.out, &outputs::FILES, asked.overwrite)?;
    let Prepared { register, reading, tables, land, matrix, settings, figures, choice_notes } =
        Prepared::read(asked, criteria, tell)?;
    let flows = FlowUnits { units: reading.flows.units(), file: &reading.provenance.file };
    let hidden = HiddenFlows::of(&request.suppressed, &reading, &matrix)?;
    let axes = request.axes(&settings)?;
    let afterwards = Afterwards { repair: &asked.repair, moves: None, reckoning: Reckoning::default() };
    let run = run::run(afterwards, settings.clone(), &matrix.flows, &figures, land.neighbours())?;
    let basis =
        Basis { matrix: &matrix, settings: &settings, figures: &figures, neighbours: land.neighbours(), repair: &asked.repair };
    let studied = study(&basis, request, &hidden, tell)?;
    let sweep = if axes.is_empty() { None } else { Some(sweep(&basis, &studied, axes, tell)?) };
    let land = land.dissolved(flows.units, &run.partition)?;
    let mut work = Work {
        files: files(&reading, register.as_ref(), &tables, &land),
        request: asked,
        reading: &reading,
        tables: &tables,
        matrix: &matrix,
        land: &land,
        run: &run,
        notes: Vec::new(),
        area_names: area_names(&run, &Names::new(flows.units, &tables.names)),
    };
    work.notes = [
        choice_notes,
        notes::reading(&reading.report),
        notes::unused_no_places(&asked.flows, &reading.report),
        matrix.notes.clone(),
        land.notes.clone(),
        work.result_notes(),
        study_notes(request, &studied, &hidden),
    ]
    .concat();
    let summary = summary::summary(&work, &studied.table, hidden.left_out, sweep.as_ref());
    outputs::write(&work, (&studied, sweep.as_ref()), &summary, &output, tell)?;
    let notes = work.notes.clone();
    output.finish()?;
    Ok(Certain { summary, notes, called: Called::of(&work), folder: asked.out.display().to_string() })
}

static NEVER: AtomicBool = AtomicBool::new(false);

fn study(basis: &Basis, request: &CertaintyRequest, hidden: &HiddenFlows, tell: Tell) -> Result<Studied, Failure> {
    let parameters = Parameters {
        replicates: request.replicates,
        seed: request.seed,
        draw: request.draw(),
        limit: request.limit,
        consensus: request.consensus(),
        hidden: hidden.drawn.clone(),
        staying: None,
    };
    let tell = |done, of| counted(key::STAGE_REPLICATES, (done, of), tell);
    let found = study::study(basis, &parameters, &Watch { tell: &tell, stop: &NEVER })?;
    Ok(found.expect("nobody stops it"))
}

fn sweep(
    basis: &Basis,
    studied: &Studied,
    axes: Vec<miedza_delimitation::certainty::sweep::Axis>,
    tell: Tell,
) -> Result<Sweep, Failure> {
    let tell = |done, of| counted(key::STAGE_SWEEP, (done, of), tell);
    let found = study::swept(basis, &studied.certainty.base, axes, &Watch { tell: &tell, stop: &NEVER })?;
    Ok(found.expect("nobody stops it"))
}

/// How far the work is, in a hundred steps.
fn counted(told: Key, (done, of): (usize, usize), tell: Tell) {
    if done % (of / 100).max(1) == 0 {
        tell(&Message::new(told).with("done", done).with("of", of));
    }
}

/// What is to be told of the draws.
fn study_notes(request: &CertaintyRequest, studied: &Studied, hidden: &HiddenFlows) -> Vec<Message> {
    let counted = |key: Key, count: usize| (count > 0).then(|| Message::new(key).with("count", count));
    let mut notes = Vec::new();
    if studied.table.drawn.diagonal == "rest" {
        notes.push(key::NOTE_DIAGONAL_REST.into());
    }
    notes.extend(counted(key::NOTE_SUPPRESSED_DRAWN, hidden.drawn.len()));
    if !request.suppressed.is_empty() && hidden.drawn.is_empty() {
        notes.push(key::NOTE_SUPPRESSED_UNUSED.into());
    } else {
        notes.extend(counted(key::NOTE_SUPPRESSED_OUT, hidden.left_out));
    }
    notes.extend(outside(&studied.table));
    notes
}

/// What is to be told where the areas are fewer or more than those of any replicate: they stand outside of what was drawn.
fn outside(table: &CertaintyTable) -> Option<Message> {
    let ([fewest, _, most], areas) = (table.area_counts, table.areas.len());
    if (fewest..=most).contains(&areas) {
        return None;
    }
    let told = if table.drawn.suppressed > 0 { key::NOTE_BASE_OUTSIDE_SUPPRESSED } else { key::NOTE_BASE_OUTSIDE };
    let told = Message::new(told).with("areas", areas).with("fewest", fewest).with("most", most);
    Some(told.with("consensus", table.consensus.areas))
}

#[cfg(test)]
mod tests;
