//! Municipalities of a county as they were counted, projected with rates that are made up and said to be so.
//!
//! The figures lie beside the repository at `shared/data`, or where `MIEDZA_SHARED_DATA` says; where they are absent the test
//! says so and passes.

use std::path::{Path, PathBuf};

use miedza_statistics::projection::Total;
use miedza_statistics::projection::{
    AgeGroups, Assumption, BySex, Migration, Population, Projection, RogersCastro, Scenario, Sex, Splitting, Start, Uncertainty,
    WorkingAges, areas, bands, control, project, structure,
};
use miedza_territory::{AreaIx, AreaVec, Partition, Units};

use crate::lands::{code, rates};

fn table() -> Option<PathBuf> {
    let given = std::env::var_os("MIEDZA_SHARED_DATA").map(PathBuf::from);
    let found = given.or_else(|| {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
        above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir())
    });
    if found.is_none() {
        eprintln!("skipped: no shared data");
    }
    found.map(|folder| folder.join("pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz"))
}

/// Municipalities (kinds 1, 2, 3) whose code begins so: code, all persons, and persons by age, both sexes together.
#[expect(clippy::disallowed_types, reason = "the room is pure, its tests read public figures from files")]
fn municipalities(path: &Path, county: &str) -> Vec<(String, f64, Vec<f64>)> {
    let file = std::fs::File::open(path).expect("the table of ages");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(flate2::read::GzDecoder::new(file));
    let headers = reader.headers().expect("a header").clone();
    let column = |name: &str| headers.iter().position(|header| header == name).expect("a column of that name");
    let mut names: Vec<String> = (0..17).map(|group| format!("{}-{}", 5 * group, 5 * group + 4)).collect();
    names.push("85 i więcej".to_owned());
    let (all, ages) = (column("ogółem"), names.iter().map(|name| column(name)).collect::<Vec<_>>());
    let number = |text: &str| text.parse().expect("a number");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.filter(|row| row[0].starts_with(county) && row[0].ends_with(['1', '2', '3']))
        .map(|row| (row[0].to_owned(), number(&row[all]), ages.iter().map(|age| number(&row[*age])).collect()))
        .collect()
}

/// Made up: women are 49 % under 60 and 58 % from then on; Swedish mortality and fertility of 1993, 70 % of the births; two
/// persons in a thousand leave a year, by the schedule of Rogers and Castro.
fn start(found: &[(String, f64, Vec<f64>)]) -> Start {
    let groups = AgeGroups::new(18).expect("groups");
    let people = |(unit, _, ages): &(String, f64, Vec<f64>)| {
        let women: Vec<f64> =
            ages.iter().enumerate().map(|(group, persons)| (persons * if group < 12 { 0.49 } else { 0.58 }).round()).collect();
        let men: Vec<_> = ages.iter().zip(&women).map(|(persons, women)| Some(persons - women)).collect();
        let women: Vec<_> = women.into_iter().map(Some).collect();
        Population::counted(&code(unit), BySex { female: &women, male: &men }).expect("counts")
    };
    let moving = |persons: f64| {
        let shares = RogersCastro::default().shares(groups, 0.5).expect("a schedule");
        Migration::total(-0.002 * persons, shares).expect("shares")
    };
    Start {
        year: 2020,
        units: Units::new(found.iter().map(|(unit, ..)| code(unit)).collect()),
        groups,
        population: found.iter().map(people).collect(),
        rates: found.iter().map(|(_, persons, _)| rates(1.05, moving(*persons))).collect(),
    }
}

#[test]
#[expect(clippy::float_cmp, reason = "sums of areas and totals are exact")]
fn municipalities_of_a_county_are_projected_and_add_up() {
    let Some(path) = table() else { return };
    let found = municipalities(&path, "0201");
    let start = start(&found);
    let county = Partition::from_labels(start.units.indices().map(|_| Some(0)));
    for ((unit, counted, _), population) in found.iter().zip(&start.population) {
        assert_eq!(population.total(), *counted, "{unit}: ages add up to the total");
    }
    assert_eq!(found.len(), 6);

    let low =
        Scenario::gradual("low", Assumption { fertility_factor: 0.7, life_expectancy_gain: 2.0, net_migration_added: 0.0 }, 1);
    let low = low.expect("in range");
    let then = project(&start, &low, 2043).expect("a land").at(2043).expect("a year");
    let whole = &areas(&then, &county, start.groups).expect("the same units")[AreaIx::new(0)];

    assert_eq!(whole.total(), then.iter().rev().map(Population::total).sum::<f64>());
    let [before, after] = [&start.population, &then].map(|population| {
        let whole = areas(population, &county, start.groups).expect("the same units");
        structure(&whole[AreaIx::new(0)], WorkingAges::POLISH, Splitting::Sprague).expect("ages")
    });
    assert!(after.persons < before.persons && after.aged_80_and_over > 1.5 * before.aged_80_and_over, "{before:?} {after:?}");
    assert!(after.median_age > before.median_age && after.aged_7_to_14 < before.aged_7_to_14, "{before:?} {after:?}");
    assert_eq!(after.before_working_age + after.working_age + after.after_working_age, after.persons);

    let totals = AreaVec::new(vec![Total::Persons(80_000.0)]);
    let scaled = control(&then, (&start.units, &county), &totals).expect("people");
    assert_eq!(areas(&scaled, &county, start.groups).expect("the same units")[AreaIx::new(0)].total(), 80_000.0);

    let uncertainty = Uncertainty { fertility: 0.1, life_expectancy: 1.0, net_migration: 1.0, replicates: 100, seed: 1 };
    let seniors = |found: &Projection| Ok(vec![found.at(2043)?.iter().map(|unit| unit.of(Sex::Female)[17]).sum()]);
    let band = bands(&start, (&low, 2043), &uncertainty, seniors).expect("a band")[0];
    assert!(band.low < band.high && band.low > 0.0, "{band:?}");
}
