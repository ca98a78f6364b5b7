//! Two partitions side by side: `compare ONE.csv OTHER.csv`, each with the columns unit and area.
//!
//! A unit with an empty area, or that a file does not hold, belongs to no area there.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;

use miedza_delimitation::compare::compare;
use miedza_territory::{Partition, UnitCode, Units};

type Labels = BTreeMap<UnitCode, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let (one, other) = paths.next().zip(paths.next()).ok_or("which two files?")?;
    let (one, other) = (read(&one)?, read(&other)?);
    let units = Units::new(one.keys().chain(other.keys()).cloned().collect());
    let partition = |labels: &Labels| Partition::from_labels(units.codes().iter().map(|unit| labels.get(unit).cloned()));

    let found = compare(&partition(&one), &partition(&other), None)?;

    let mut out = std::io::stdout().lock();
    writeln!(out, "units in both: {}", found.compared)?;
    if let Some(index) = found.by_units.adjusted_rand {
        writeln!(out, "adjusted Rand index: {index:.4}")?;
    }
    writeln!(out, "normalised mutual information: {:.4}", found.by_units.normalised_mutual_information)?;
    writeln!(out, "variation of information: {:.4}", found.by_units.variation_of_information)?;
    let changed: Vec<&str> = found.changed.iter().map(|&unit| units.code(unit).as_str()).collect();
    writeln!(out, "changed: {}", changed.join(" "))?;
    Ok(())
}

fn read(path: &str) -> Result<Labels, Box<dyn Error>> {
    let mut labels = Labels::new();
    for row in csv::Reader::from_path(path)?.deserialize() {
        let (unit, area): (String, String) = row?;
        if !area.is_empty() {
            labels.insert(UnitCode::parse(&unit)?, area);
        }
    }
    Ok(labels)
}
