//! A made-up country as CSV, for benches: `gravity UNITS MEAN_DEGREE [SEED]`.

use std::error::Error;
use std::io::{BufWriter, Write};

use miedza_delimitation::generate::{Parameters, gravity};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let units = arguments.next().ok_or("how many units?")?.parse()?;
    let mean_degree = arguments.next().ok_or("how many destinations has a unit?")?.parse()?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let (flows, _) = gravity(&Parameters { units, mean_degree, seed, ..Parameters::default() });

    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "origin,destination,persons")?;
    for flow in flows.iter() {
        writeln!(out, "{},{},{}", flows.units().code(flow.from), flows.units().code(flow.to), flow.persons)?;
    }
    Ok(())
}
