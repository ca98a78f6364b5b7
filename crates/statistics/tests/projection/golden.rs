//! Projections by cohorts against projections by Leslie matrices (see `golden/projection/ORIGIN.md`), and a published log.

use std::path::Path;

use miedza_statistics::projection::{BySex, Migration, Scenario, Sex, project};
use miedza_territory::{UnitIx, count};

use crate::lands::{land, near, people, rates};

/// Columns of a golden file, one per step.
fn columns(name: &str) -> Vec<Vec<f64>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/projection").join(name);
    let mut reader = csv::Reader::from_path(path).expect("a golden file");
    let rows: Vec<Vec<f64>> = reader
        .records()
        .map(|row| row.expect("a row").iter().skip(1).map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect()
}

#[test]
fn women_of_sweden_are_projected_as_by_a_leslie_matrix() {
    let expected = columns("sweden_1993.csv");
    let start = land(1993, vec![(people(&expected[0], &[0.0; 18]), rates(1.05, Migration::Closed))]);

    let projection = project(&start, &Scenario::constant(), 2013).expect("a land");

    for (step, expected) in expected.iter().enumerate() {
        for (group, (found, expected)) in projection.steps[step][UnitIx::new(0)].of(Sex::Female).iter().zip(expected).enumerate()
        {
            assert!(near(*found, *expected, 2e-5), "step {step}, group {group}: {found} {expected}");
        }
    }
}

#[test]
fn women_of_sweden_in_1998_are_those_of_a_published_log() {
    // Germán Rodríguez, data.princeton.edu/eco572/project0.html (Stata), ages 5–9 to 35–39; box 6.1 of the book rounds them.
    let published = [293_189.18, 248_250.6, 239_833.28, 261_014.93, 284_786.85, 313_781.66, 280_463.0];
    let women = &columns("sweden_1993.csv")[0];
    let start = land(1993, vec![(people(women, &[0.0; 18]), rates(1.05, Migration::Closed))]);

    let found = project(&start, &Scenario::constant(), 1998).expect("a land").at(1998).expect("a year");

    for (found, published) in found[UnitIx::new(0)].of(Sex::Female)[1..].iter().zip(published) {
        assert!(near(*found, published, 0.06), "{found} {published}");
    }
}

#[test]
fn both_sexes_with_migration_are_projected_as_by_a_leslie_matrix() {
    let expected = columns("two_sexes.csv");
    let net = |usual: f64, (group, odd): (usize, f64)| (0..18).map(move |at| if at == group { odd } else { usual });
    let persons: Vec<f64> = net(4.0, (4, -30.0)).chain(net(3.0, (5, -25.0))).collect();
    let yearly: f64 = persons.iter().sum::<f64>() / 5.0;
    let started = &expected[0];
    let of = |from: usize| (0..18).map(|group| Some(persons[from + group] / 5.0 / started[from + group])).collect::<Vec<_>>();
    assert!(near(yearly, (17.0 * 4.0 - 30.0 + 17.0 * 3.0 - 25.0) / 5.0, 1e-12) && count(18) > 0.0);
    let migration = Migration::rates(&crate::lands::code("1"), BySex { female: &of(0), male: &of(18) }).expect("rates");
    let mut start = land(2023, vec![(people(&started[..18], &started[18..]), rates(1.06, migration))]);

    for step in 1..expected.len() {
        let found = project(&start, &Scenario::constant(), 2028).expect("a land").at(2028).expect("a year");
        let all = Sex::BOTH.iter().flat_map(|sex| found[UnitIx::new(0)].of(*sex));
        for (row, (found, expected)) in all.zip(&expected[step]).enumerate() {
            assert!(near(*found, *expected, 2e-5), "step {step}, row {row}: {found} {expected}");
        }
        let now = &expected[step];
        let of = |from: usize| (0..18).map(|group| Some(persons[from + group] / 5.0 / now[from + group])).collect::<Vec<_>>();
        let migration = Migration::rates(&crate::lands::code("1"), BySex { female: &of(0), male: &of(18) }).expect("rates");
        start = land(2023, vec![(people(&now[..18], &now[18..]), rates(1.06, migration))]);
    }
}
