//! Local Moran of a table, with its time, for `benches/peers`: `local_moran VALUES.csv PAIRS.csv PERMUTATIONS ANSWER.csv`.
//!
//! Values: unit number and value, in order, the value empty where missing. Pairs: two columns of unit numbers from 0. The
//! answer: I and p of each unit.

use std::io::Write;

use anyhow::{Context, bail};
use miedza_statistics::spatial::{Permutations, Standardisation, Weights, local, moran};
use miedza_territory::{Neighbours, UnitIx, UnitVec};

#[expect(clippy::disallowed_types, reason = "an example times and writes files, the room itself does neither")]
fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [values, pairs, permutations, answer] = arguments.as_slice() else {
        bail!("local_moran VALUES.csv PAIRS.csv PERMUTATIONS ANSWER.csv")
    };
    let values = read_values(values)?;
    let weights = Weights::contiguity(&Neighbours::from_pairs(values.len(), read_pairs(pairs)?), Standardisation::Row);
    let permutations = Permutations { count: permutations.parse()?, ..Permutations::default() };
    let parameters = local::Parameters { permutations, ..local::Parameters::default() };

    let (begun, spent) = (std::time::Instant::now(), processor_seconds());
    let found = local::local(&values, &weights, parameters)?;
    let (seconds, spent) = (begun.elapsed().as_secs_f64(), processor_seconds() - spent);
    let global = std::time::Instant::now();
    let whole = moran::global(&values, &weights, Some(permutations))?;

    let mut out = std::io::BufWriter::new(std::fs::File::create(answer)?);
    writeln!(out, "i,p")?;
    for figures in &found.figures {
        match figures {
            Some(figures) => writeln!(out, "{},{}", figures.i, figures.p)?,
            None => writeln!(out, ",")?,
        }
    }
    let told = serde_json::json!({
        "seconds": seconds, "processor_seconds": spent, "global_seconds": global.elapsed().as_secs_f64(),
        "units": found.units, "i": whole.i, "z": whole.randomisation.z, "cutoff": found.cutoff,
    });
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}

/// Seconds that all threads of this process have run, as Linux counts them; 0 elsewhere.
fn processor_seconds() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanoseconds = threads.filter_map(|thread| {
        let told = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

fn read_values(path: &str) -> anyhow::Result<UnitVec<Option<f64>>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.to_owned())?;
    let value = |row: csv::Result<(usize, Option<f64>)>| row.map(|(_, value)| value);
    Ok(reader.deserialize().map(value).collect::<Result<_, _>>()?)
}

fn read_pairs(path: &str) -> anyhow::Result<Vec<(UnitIx, UnitIx, Option<f64>)>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.to_owned())?;
    let pair = |row: csv::Result<(usize, usize)>| row.map(|(one, other)| (UnitIx::new(one), UnitIx::new(other), None));
    Ok(reader.deserialize().map(pair).collect::<Result<_, _>>()?)
}
