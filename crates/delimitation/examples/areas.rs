//! Areas out of a CSV file of flows: `areas FLOWS.csv METHOD [NAME=VALUE …]`.
//!
//! The first three columns are where people live, where they work, and how many. Prints `unit,area`.

use std::error::Error;
use std::io::Write;

use miedza_delimitation::method::{self, Input, Method, Settings};
use miedza_territory::{Flow, Flows, UnitCode, UnitIx, Units};

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

/// Three columns of a file, each code looked up once a row and kept once.
fn read(path: &str) -> Result<Flows, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let (mut codes, mut rows, mut record) = (Codes::default(), Vec::new(), csv::StringRecord::new());
    while reader.read_record(&mut record)? {
        let [from, to, persons] = [0, 1, 2].map(|column| record.get(column).unwrap_or_default());
        rows.push((codes.number(from)?, codes.number(to)?, persons.parse()?));
    }
    let units = Units::new(codes.known.clone());
    let places: Vec<UnitIx> = codes.known.iter().filter_map(|code| units.find(code)).collect();
    let flow = |&(from, to, persons): &(usize, usize, f64)| Flow { from: places[from], to: places[to], persons };
    Ok(Flows::new(units, rows.iter().map(flow).collect())?)
}

/// Codes in the order in which they come.
#[expect(clippy::disallowed_types, reason = "looked into, never walked through, so that its order plays no part")]
#[derive(Default)]
struct Codes {
    numbers: std::collections::HashMap<String, usize>,
    known: Vec<UnitCode>,
}

impl Codes {
    fn number(&mut self, text: &str) -> Result<usize, Box<dyn Error>> {
        if let Some(&number) = self.numbers.get(text) {
            return Ok(number);
        }
        self.known.push(UnitCode::parse(text)?);
        self.numbers.insert(text.to_owned(), self.known.len() - 1);
        Ok(self.known.len() - 1)
    }
}
