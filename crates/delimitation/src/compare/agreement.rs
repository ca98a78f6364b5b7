//! One number for how alike two partitions are: three usual ones.

use serde::Serialize;

use super::Table;

/// How alike two partitions are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// Adjusted Rand index: 1 for equal partitions, about 0 for chance; `None` for fewer than two units.
    pub adjusted_rand: Option<f64>,
    /// Mutual information over the arithmetic mean of the entropies, 0 to 1; 1 if both entropies are 0.
    pub normalised_mutual_information: f64,
    /// Variation of information in nats, 0 for equal partitions; a metric.
    pub variation_of_information: f64,
}

impl Agreement {
    pub(super) fn of(table: &Table) -> Self {
        let first = entropy(table.rows.values(), table.total);
        let second = entropy(table.columns.values(), table.total);
        let mutual: f64 = table
            .cells
            .iter()
            .filter(|&(_, &shared)| shared > 0.0)
            .map(|((row, column), &shared)| {
                let expected = table.rows[row] * table.columns[column];
                shared / table.total * libm::log(shared * table.total / expected)
            })
            .sum();
        let both = first + second;
        Self {
            adjusted_rand: adjusted_rand(table),
            normalised_mutual_information: if both > 0.0 { (2.0 * mutual / both).clamp(0.0, 1.0) } else { 1.0 },
            variation_of_information: (both - 2.0 * mutual).max(0.0),
        }
    }
}

fn entropy<'a>(parts: impl Iterator<Item = &'a f64>, total: f64) -> f64 {
    let share = parts.filter(|part| **part > 0.0).map(|part| part / total);
    share.map(|share| -share * libm::log(share)).sum()
}

fn adjusted_rand(table: &Table) -> Option<f64> {
    let pairs = |weight: &f64| weight * (weight - 1.0) / 2.0;
    let all = pairs(&table.total);
    if all <= 0.0 {
        return None;
    }
    let together: f64 = table.cells.values().map(pairs).sum();
    let (first, second): (f64, f64) = (table.rows.values().map(pairs).sum(), table.columns.values().map(pairs).sum());
    let expected = first * second / all;
    let largest = f64::midpoint(first, second);
    let span = largest - expected;
    Some(if span.abs() > 0.0 { (together - expected) / span } else { 1.0 })
}
