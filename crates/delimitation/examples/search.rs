//! Runs a method that searches a graph, on a table of flows or a made-up country, and tells time, quality and areas.
//!
//! `cargo run --release -p miedza-delimitation --example search -- leiden flows.csv trials=20`; instead of a file
//! `made:UNITS:DEGREE` makes a country; `write=FILE` writes its flows, `areas=FILE` the areas found, for other programs.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use anyhow::{Context, bail};
use miedza_delimitation::generate::{self, gravity};
use miedza_delimitation::method::{self, Input, Method, Settings};
use miedza_territory::{Flow, Flows, UnitCode, Units};

#[expect(clippy::disallowed_types, reason = "an example times and reads files, the room itself does neither")]
fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(method), Some(source)) = (arguments.next(), arguments.next()) else {
        bail!("search METHOD FLOWS [NAME=VALUE …]")
    };
    let mut settings = Settings::new(Method::parse(&method)?);
    let (mut written, mut areas) = (None, None);
    for argument in arguments {
        let (name, value) = argument.split_once('=').context("NAME=VALUE")?;
        match name {
            "write" => written = Some(std::fs::File::create(value)?),
            "areas" => areas = Some(std::fs::File::create(value)?),
            _ => settings.set(name, value)?,
        }
    }
    let flows = flows(&source)?;
    if let Some(file) = written {
        write_flows(&flows, std::io::BufWriter::new(file))?;
    }
    let (begun, spent) = (std::time::Instant::now(), processor_seconds());
    let outcome = method::run(&Input::new(&flows), &settings)?;
    let (seconds, spent) = (begun.elapsed().as_secs_f64(), processor_seconds() - spent);
    if let Some(mut file) = areas {
        writeln!(file, "unit,area")?;
        for unit in outcome.partition.units() {
            let area = outcome.partition.area_of(unit).map(|area| area.get().to_string()).unwrap_or_default();
            writeln!(file, "{},{area}", flows.units().code(unit))?;
        }
    }
    let told = serde_json::json!({
        "seconds": seconds, "processor_seconds": spent, "units": flows.units().len(), "pairs": flows.len(), "areas": outcome.partition.len(),
        "quality": outcome.quality,
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

fn flows(source: &str) -> anyhow::Result<Flows> {
    if let Some((units, degree)) = source.strip_prefix("made:").and_then(|made| made.split_once(':')) {
        let (units, mean_degree) = (units.parse()?, degree.parse()?);
        return Ok(gravity(&generate::Parameters { units, mean_degree, ..generate::Parameters::default() }).0);
    }
    let mut pairs: BTreeMap<(String, String), f64> = BTreeMap::new();
    for record in csv::Reader::from_reader(opened(source)?).into_records() {
        let record = record?;
        *pairs.entry((record[0].to_owned(), record[1].to_owned())).or_default() += record[2].parse::<f64>()?;
    }
    let codes: Result<Vec<UnitCode>, _> =
        pairs.keys().flat_map(|(from, to)| [from, to]).map(|text| UnitCode::parse(text)).collect();
    let units = Units::new(codes?);
    let find = |text: &str| units.find(&UnitCode::parse(text).expect("read above")).expect("listed above");
    let list = pairs.iter().map(|((from, to), &persons)| Flow { from: find(from), to: find(to), persons }).collect();
    Ok(Flows::new(units.clone(), list)?)
}

#[expect(clippy::disallowed_types, reason = "an example reads files")]
fn opened(path: &str) -> anyhow::Result<Box<dyn Read>> {
    let file = std::fs::File::open(path).with_context(|| path.to_owned())?;
    Ok(if std::path::Path::new(path).extension().is_some_and(|extension| extension == "gz") {
        Box::new(flate2::read::GzDecoder::new(file))
    } else {
        Box::new(file)
    })
}

fn write_flows(flows: &Flows, mut file: impl Write) -> anyhow::Result<()> {
    writeln!(file, "origin,destination,persons")?;
    for flow in flows.iter() {
        writeln!(file, "{},{},{}", flows.units().code(flow.from), flows.units().code(flow.to), flow.persons)?;
    }
    Ok(file.flush()?)
}
