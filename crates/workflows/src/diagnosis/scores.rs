//! Scores of the development monitor in the words of a report: dimensions and areas of the partnership among its peers.

use miedza_planning::diagnosis::monitor::{Parameters, monitor};
use miedza_planning::diagnosis::{AreaTable, Monitor, Rating};
use miedza_reports::diagnosis::Score;
use miedza_texts::Language;

use super::ground::{Ground, failed};
use super::words::{area, dimension};
use crate::failure::Failure;

/// How many years an indicator may be older than the year of the monitor: sources do not come at once.
const LAG: u16 = 4;

/// The monitor of the newest year, members and peers together; `None` without any figure.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn of(ground: &Ground) -> Result<Option<&Monitor>, Failure> {
    if let Some(found) = ground.monitor.get() {
        return Ok(found.as_ref());
    }
    let made = made(ground)?;
    Ok(ground.monitor.get_or_init(|| made).as_ref())
}

fn made(ground: &Ground) -> Result<Option<Monitor>, Failure> {
    let codes: Vec<_> = ground.subject.members.iter().chain(ground.group.members()).cloned().collect();
    let together = AreaTable::new(&ground.catalogue, &ground.together, &codes).map_err(failed)?;
    let last = together.years().last;
    let parameters = Parameters { lag: LAG, ..Parameters::of_year(last) };
    match monitor(&together, &ground.subject.members, &parameters) {
        Ok(found) if found.used.is_empty() => Ok(None),
        Ok(found) => Ok(Some(found)),
        Err(error) => Err(failed(error)),
    }
}

/// The scores of a report.
///
/// # Errors
/// [`Failure`] for figures that cannot be reckoned with.
pub fn scores(ground: &Ground, language: Language) -> Result<Vec<Score>, Failure> {
    let Some(found) = of(ground)? else { return Ok(Vec::new()) };
    let peers = ground.group.members();
    let is_peer: Vec<bool> = found.units.iter().map(|unit| peers.contains(unit)).collect();
    let mut scores = Vec::new();
    for of_dimension in &found.general.parts {
        let named = dimension(&of_dimension.name, language);
        scores.push(score((named.clone(), String::new()), of_dimension, &is_peer));
        scores.extend(of_dimension.parts.iter().map(|part| score((named.clone(), area(&part.name, language)), part, &is_peer)));
    }
    Ok(scores)
}

fn score((dimension, area): (String, String), rating: &Rating, is_peer: &[bool]) -> Score {
    let mut of_peers: Vec<f64> =
        rating.scores.iter().zip(is_peer).filter(|(_, is_peer)| **is_peer).filter_map(|(score, _)| score.value).collect();
    of_peers.sort_by(f64::total_cmp);
    let value = rating.partnership.score.value;
    let rank = value.map(|value| of_peers.iter().filter(|peer| **peer > value).count() + 1);
    let coverages = rating.scores.iter().map(|score| score.coverage);
    Score {
        dimension,
        area,
        value,
        median: median(&of_peers),
        rank,
        ranked: value.map(|_| of_peers.len() + 1),
        coverage: coverages.reduce(f64::max),
    }
}

/// The middle of sorted values; `None` without any.
fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle).copied()?;
    if sorted.len() % 2 == 1 { Some(upper) } else { Some(f64::midpoint(sorted.get(middle - 1).copied()?, upper)) }
}
