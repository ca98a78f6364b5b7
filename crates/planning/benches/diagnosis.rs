//! How long the tables of a diagnosis take: 300 indicators, 22 members or 150 peers, 25 years; and the protection of a survey.

use miedza_planning::diagnosis::protect::{CountTable, protect};
use miedza_planning::diagnosis::{AreaTable, Block, Catalogue, Cell, Years, position};
use miedza_territory::{Notes, UnitCode, Units, Value};

const YEARS: Years = Years { first: 2000, last: 2024 };

fn main() {
    divan::main();
}

/// A third of the indicators each a sum of two, a ratio of two to one, and a rate with a weight.
fn catalogue() -> Catalogue {
    let entry = |at: usize| {
        let reckoned = match at % 3 {
            0 => format!("sum = [\"bdl:{at}\", \"bdl:{}\"]", at + 1),
            1 => format!("ratio = {{ above = [\"bdl:{at}\", \"-bdl:{}\"], below = [\"bdl:1\"], times = 1000.0 }}", at + 1),
            _ => format!("published = {{ variable = \"bdl:{at}\", weight = \"bdl:1\" }}"),
        };
        format!(
            "[[indicators]]\ncode = \"i{at}\"\narea = \"housing\"\nsub_area = \"stock\"\nunit = \"item\"\n\
             direction = \"stimulant\"\n{reckoned}\nname = {{ pl = \"i\", cs = \"i\", en = \"i\" }}\n"
        )
    };
    Catalogue::read(&(0..300).map(entry).collect::<String>()).expect("it is well formed")
}

/// Units with a value of everything in every year, one in ten of them missing.
fn block(catalogue: &Catalogue, units: u32) -> (Block, Vec<UnitCode>) {
    let codes: Vec<UnitCode> = (0..units).map(|unit| UnitCode::parse(&format!("30{unit:04}")).expect("a code")).collect();
    let variables: Vec<_> = catalogue.variables().into_iter().cloned().collect();
    let mut block = Block::new(variables.clone(), Units::new(codes.clone()), YEARS);
    let mut state = 1_u32;
    for variable in &variables {
        for code in &codes {
            for year in YEARS.iter() {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if state >> 28 != 0 || variable.id == "1" {
                    let value = Value::Known(f64::from(state >> 20));
                    block.put(variable, code, year, Cell { value, notes: Notes::NONE, import: state >> 30 });
                }
            }
        }
    }
    (block, codes)
}

#[divan::bench(args = [22, 150])]
fn table(bencher: divan::Bencher<'_, '_>, units: u32) {
    let catalogue = catalogue();
    let (block, units) = block(&catalogue, units);

    bencher.bench_local(|| AreaTable::new(&catalogue, &block, &units).expect("sound values"));
}

/// The place of 22 members among 150 peers by each of 300 indicators.
#[divan::bench]
fn positions(bencher: divan::Bencher<'_, '_>) {
    let catalogue = catalogue();
    let (block, units) = block(&catalogue, 150);
    let peers = AreaTable::new(&catalogue, &block, &units).expect("sound values");
    let own = AreaTable::new(&catalogue, &block, &units[..22]).expect("sound values");

    bencher.bench_local(|| {
        let place = |at: usize| position(&own, &peers, &format!("i{at}"), 2024).expect("an indicator");
        (0..300).map(place).collect::<Vec<_>>()
    });
}

/// Twelve answers of 22 municipalities, half of the counts below the threshold.
#[divan::bench]
fn survey(bencher: divan::Bencher<'_, '_>) {
    let count = |row: u64, column: u64| (row * 7 + column * 13 + row * column) % 11;
    let counts = (0..12).map(|row| (0..22).map(|column| count(row, column)).collect()).collect();
    let table = CountTable::new(counts).expect("rows of one length");

    bencher.bench_local(|| protect(&table, 5));
}
