//! The figures that the demonstration diagnoses are reckoned from: tables of publishers, one column for each variable and year.

use std::collections::BTreeSet;

use miedza_sources::observations::{self, How};
use miedza_sources::own::{ColumnOrFixed, Mapping, Shape, WideColumn};
use miedza_sources::table::{Column, Input};
use miedza_store::{Author, Store};
use miedza_territory::{Day, Series};

use super::embedded::{Figures, OBSERVED};
use crate::failure::Failure;

/// Terms under which public statistics may be used again.
const LICENCE: &str = "Ponowne wykorzystanie informacji sektora publicznego; dane wybrane i połączone";

/// Keeps what the store does not have yet: a variable that somebody imported since stays as it is.
///
/// # Errors
/// [`Failure`] if the store cannot keep it.
pub async fn load(store: &Store, author: &Author) -> Result<(), Failure> {
    let known: BTreeSet<String> = store.observation_imports().await?.into_iter().map(|import| import.file).collect();
    for figures in OBSERVED.iter().filter(|figures| !known.contains(figures.table.path)) {
        store.save_observations(&series(figures)?, figures.table.path, author).await?;
    }
    Ok(())
}

fn series(figures: &Figures) -> Result<Vec<Series>, Failure> {
    let retrieved: Day = figures.retrieved.parse().map_err(|error| Failure::fault(&error))?;
    let how = How {
        mapping: Some(mapping(figures)),
        publisher: Some(figures.publisher.to_owned()),
        licence: Some(LICENCE.to_owned()),
        ..How::new(retrieved)
    };
    let input = Input::new(figures.table.path, figures.table.text);
    let found = observations::read(input, &how).map_err(|error| Failure::fault(&error))?;
    Ok(found.series)
}

/// Headings are `SOURCE:VARIABLE:YEAR`.
fn mapping(figures: &Figures) -> Mapping {
    let header = figures.table.text.lines().next().unwrap_or_default();
    let wide = |heading: &str| {
        let (variable, year) = heading.rsplit_once(':')?;
        Some(WideColumn {
            column: Column::from(heading),
            variable: ColumnOrFixed::Fixed(variable.to_owned()),
            period: ColumnOrFixed::Fixed(year.to_owned()),
            measure: None,
        })
    };
    let columns = header.split(',').skip(1).filter_map(wide).collect();
    Mapping { sheet: None, header_row: None, decimal: None, unit: Column::from("unit"), shape: Shape::Wide(columns) }
}
