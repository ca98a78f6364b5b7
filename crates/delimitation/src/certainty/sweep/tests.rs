//! Sweeps over the six municipalities, checked by hand.

use miedza_territory::samples;

use super::*;
use crate::method::{self, Input, Method};

fn swept(axes: &[(&str, &str)]) -> Result<Sweep, Error> {
    let flows = samples::two_towns();
    let mut settings = Settings::new(Method::Threshold);
    settings.set("cores", "1,4").expect("two cores");
    settings.set("share", "0.5").expect("a share");
    let delimit = |settings: &Settings| method::run(&Input::new(&flows), settings).map(|outcome| outcome.partition);
    let base = delimit(&settings).expect("fits");
    let axes = axes.iter().map(|(name, values)| Axis::parse(&settings, name, values)).collect::<Result<Vec<_>, _>>()?;
    sweep(&flows, &base, (&settings, axes), &delimit, &Watch::nobody()).map(|found| found.expect("nobody stops it"))
}

#[test]
fn a_sweep_says_what_each_value_makes() {
    // Shares of the villages: 2 has 0.7, 3 has 0.625, 5 has 0.6, 6 has 0.3333; the base at 0.5 leaves 6 out.
    let found = swept(&[("share", "0.3,0.4,0.5,0.61,0.65,0.8")]).expect("fits");

    let sizes: Vec<usize> =
        found.cells.iter().map(|cell| cell.made.as_ref().expect("fits").labels.partition().unassigned().count()).collect();
    assert_eq!(sizes, [0, 1, 1, 2, 3, 4]);
    // 1 2 3 stay with 1 where they reach the share, 4 5 with 4; 6 is in no area in all cells but the first.
    assert_eq!(found.same_seat.as_slice(), [6, 5, 4, 6, 3, 5]);
    // Inside at 0.3: 900 + 60 + 140 + 50 + 100 + 10 + 45 + 40 in the first, 700 + 80 + 120 in the second, of 2350.
    let inside = found.cells[0].made.as_ref().expect("fits").inside_share.expect("flows");
    assert!((inside - 2245.0 / 2350.0).abs() < 1e-12, "{inside}");
    let plateaus: Vec<_> = found.cells.iter().map(|cell| cell.plateau).collect();
    assert_eq!(plateaus, [None, Some(1), Some(1), None, None, None]);
    assert_eq!(
        found.steps.iter().filter(|step| step.variation <= 0.0).map(|step| (step.from, step.to)).collect::<Vec<_>>(),
        [(1, 2)]
    );
}

#[test]
fn a_grid_has_a_cell_for_each_combination_and_a_step_along_each_axis() {
    let found = swept(&[("share", "0.3,0.4,0.5"), ("cascading", "false,true")]).expect("fits");

    let values: Vec<String> = found.cells.iter().map(|cell| cell.values.join(" ")).collect();
    assert_eq!(values, ["0.3 false", "0.3 true", "0.4 false", "0.4 true", "0.5 false", "0.5 true"]);
    let steps: Vec<_> = found.steps.iter().map(|step| (step.from, step.to, step.axis)).collect();
    assert_eq!(steps, [(0, 2, 0), (0, 1, 1), (1, 3, 0), (2, 4, 0), (2, 3, 1), (3, 5, 0), (4, 5, 1)]);
}

#[test]
fn a_combination_that_contradicts_itself_is_a_cell_without_areas() {
    let flows = samples::two_towns();
    let settings = Settings::new(Method::TravelToWork);
    let delimit = |settings: &Settings| method::run(&Input::new(&flows), settings).map(|outcome| outcome.partition);
    let base = delimit(&settings).expect("fits");
    let axis = Axis::parse(&settings, "min_size", "100,20000").expect("two sizes");

    let found = sweep(&flows, &base, (&settings, vec![axis]), &delimit, &Watch::nobody()).expect("fits").expect("not stopped");

    assert!(found.cells[0].made.is_ok() && found.steps.is_empty());
    let told = found.cells[1].made.as_ref().expect_err("above the target size").to_string();
    assert_eq!(told, "target_size is 10000, and it must be above min_size, which is 20000");
    assert_eq!(found.made(), 1);
}

#[test]
fn a_grid_without_end_is_refused() {
    let values = "1:1000:1";

    let refusal = swept(&[("core_min_jobs", values), ("min_commuters", values)]).expect_err("a million cells");

    assert_eq!(refusal.to_string(), "sweep is 1000000, and it must be 1 to 10000 combinations");
}
