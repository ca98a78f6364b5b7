//! Areas out of a CSV file of flows: `areas FLOWS.csv METHOD [NAME=VALUE …]`.
//!
//! The first three columns are where people live, where they work, and how many. Prints `unit,area`.

use std::error::Error;
use std::io::Write;

use miedza_delimitation::method::{self, Input, Method, Settings};
use miedza_territory::{Flow, Flows, UnitCode, Units};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file of flows?")?;
    let mut settings = Settings::new(Method::parse(&arguments.next().unwrap_or_else(|| "travel_to_work".to_owned()))?);
    for setting in arguments {
        let (name, value) = setting.split_once('=').ok_or("a setting is NAME=VALUE")?;
        settings.set(name, value)?;
    }
    let flows = read(&path)?;

    let outcome = method::run(&Input::new(&flows), &settings)?;

    let mut out = std::io::stdout().lock();
    writeln!(out, "unit,area")?;
    for unit in outcome.partition.units() {
        let area = outcome.partition.area_of(unit).map(|area| outcome.partition.label(area, flows.units()).as_str());
        writeln!(out, "{},{}", flows.units().code(unit), area.unwrap_or_default())?;
    }
    Ok(())
}

fn read(path: &str) -> Result<Flows, Box<dyn Error>> {
    let rows: Vec<(String, String, f64)> = csv::Reader::from_path(path)?.deserialize().collect::<Result<_, _>>()?;
    let codes = rows.iter().flat_map(|(from, to, _)| [UnitCode::parse(from), UnitCode::parse(to)]);
    let units = Units::new(codes.collect::<Result<_, _>>()?);
    let find = |text: &str| UnitCode::parse(text).ok().and_then(|code| units.find(&code)).ok_or("a unit is not listed");
    let flow = |(from, to, persons): &(String, String, f64)| Ok(Flow { from: find(from)?, to: find(to)?, persons: *persons });
    let flows: Vec<Flow> = rows.iter().map(flow).collect::<Result<_, Box<dyn Error>>>()?;
    Ok(Flows::new(units.clone(), flows)?)
}
