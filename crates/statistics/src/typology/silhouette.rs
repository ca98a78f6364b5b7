//! How well a unit lies in its type. Source: Rousseeuw (1987) *Silhouettes*.

use miedza_territory::count;

use super::rows::{Rows, squared};

/// `(b − a) / max(a, b)` with the mean distance `a` from others of its type and `b` from those of the nearest other one.
pub(super) fn of_row(rows: &Rows, labels: &[usize], types: usize, row: usize) -> f64 {
    let (mut sums, mut members) = (vec![0.0; types], vec![0_usize; types]);
    for (other, label) in labels.iter().enumerate().filter(|(other, _)| *other != row) {
        sums[*label] += libm::sqrt(squared(&rows.values[row], &rows.values[other]));
        members[*label] += 1;
    }
    let own = labels[row];
    if members[own] == 0 {
        return 0.0;
    }
    let mean = |label: usize| sums[label] / count(members[label]);
    let others = (0..types).filter(|label| *label != own && members[*label] > 0).map(mean);
    let (inside, nearest) = (mean(own), others.fold(f64::INFINITY, f64::min));
    let longer = inside.max(nearest);
    if longer > 0.0 { (nearest - inside) / longer } else { 0.0 }
}
