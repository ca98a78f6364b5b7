//! Lists of units with a total, such as commuters or unemployed by municipality, some of them kept secret by the source.

use serde::Serialize;

use super::flow::{Edge, Flow};
use super::{Bounds, ProtectError, Shown, width};

/// The total that stands under a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Nobody shows one.
    Nowhere,
    /// It stands on our page and can be suppressed there.
    Here(u64),
    /// The source publishes it, for instance as the figure of the county: it cannot be taken back.
    Elsewhere(u64),
}

/// A list as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProtectedList {
    /// The counts.
    pub counts: Vec<Shown>,
    /// The total; `None` where nobody shows one.
    pub total: Option<Shown>,
}

/// The list as it may be shown. A count that the source keeps secret is `None`; one below the threshold is suppressed, and as
/// few others as are needed, so that neither follows from the total and the rest.
///
/// ```
/// use miedza_planning::diagnosis::protect::{Shown, Total, protect_list};
///
/// // 100 − 60 − 33 would give away the secret 7.
/// let shown = protect_list(&[Some(60), None, Some(33)], Total::Elsewhere(100), 5)?;
/// assert_eq!(shown.counts, [Shown::Count(60), Shown::Suppressed, Shown::Suppressed]);
/// # Ok::<(), miedza_planning::diagnosis::protect::ProtectError>(())
/// ```
///
/// # Errors
/// [`ProtectError::TotalDiffers`], [`ProtectError::TooLarge`].
pub fn protect_list(counts: &[Option<u64>], total: Total, threshold: u64) -> Result<ProtectedList, ProtectError> {
    let is_small = |count: &Option<u64>| count.is_none_or(|count| count < threshold);
    let hidden: Vec<bool> = counts.iter().map(is_small).collect();
    let shown = |count: Option<u64>, is_hidden: bool| match count {
        Some(count) if !is_hidden => Shown::Count(count),
        _ => Shown::Suppressed,
    };
    let Some(mut flow) = flow(counts, total, &hidden, matches!(total, Total::Here(total) if total < threshold))? else {
        let counts = counts.iter().zip(hidden).map(|(count, is_hidden)| shown(*count, is_hidden)).collect();
        return Ok(ProtectedList { counts, total: None });
    };
    flow.protect(width(threshold));
    let of_total = flow.edges.last().map(|edge| shown(Some(edge.value), edge.is_hidden));
    let counts = counts.iter().zip(&flow.edges).map(|(count, edge)| shown(*count, edge.is_hidden)).collect();
    Ok(ProtectedList { counts, total: of_total })
}

/// Which counts of a list can be reckoned back too narrowly, by their place, the total after the last. After [`protect_list`] there are none, unless the
/// source itself gives them away: a secret of one unit alone under a total that it publishes.
///
/// # Errors
/// As [`protect_list`].
pub fn exposed_in_list(
    counts: &[Option<u64>],
    total: Total,
    shown: &ProtectedList,
    threshold: u64,
) -> Result<Vec<(usize, Bounds)>, ProtectError> {
    let hidden: Vec<bool> = shown.counts.iter().map(|shown| *shown == Shown::Suppressed).collect();
    let Some(flow) = flow(counts, total, &hidden, shown.total == Some(Shown::Suppressed))? else {
        return Ok(Vec::new());
    };
    let hidden = (0..flow.edges.len()).filter(|edge| flow.edges[*edge].is_hidden).map(|edge| (edge, flow.bounds(edge)));
    Ok(hidden.filter(|(_, bounds)| !bounds.is_wide(width(threshold))).collect())
}

/// The counts as edges from one node to the other, and the total as the last, the way back; `None` without a total.
///
/// What the source keeps secret adds up to what the known counts lack of the total; how it is spread changes no bound.
fn flow(counts: &[Option<u64>], total: Total, hidden: &[bool], total_is_hidden: bool) -> Result<Option<Flow>, ProtectError> {
    let (of_all, can_be_hidden) = match total {
        Total::Nowhere => return Ok(None),
        Total::Here(total) => (total, true),
        Total::Elsewhere(total) => (total, false),
    };
    let sum = counts.iter().flatten().try_fold(0_u64, |sum, count| sum.checked_add(*count));
    let sum = sum.ok_or(ProtectError::TooLarge)?;
    let has_secret = counts.iter().any(Option::is_none);
    let mut secret = of_all.checked_sub(sum).filter(|secret| has_secret || *secret == 0);
    if secret.is_none() {
        return Err(ProtectError::TotalDiffers { total: of_all, sum });
    }
    let edge = |(count, is_hidden): (&Option<u64>, &bool)| {
        let value = count.unwrap_or_else(|| secret.take().unwrap_or(0));
        Edge { from: 0, to: 1, value, cost: Some(value.saturating_add(1)), is_hidden: *is_hidden }
    };
    let mut edges: Vec<Edge> = counts.iter().zip(hidden).map(edge).collect();
    let dearest = of_all.saturating_mul(2).saturating_add(2);
    let cost = can_be_hidden.then_some(dearest);
    edges.push(Edge { from: 1, to: 0, value: of_all, cost, is_hidden: total_is_hidden });
    Ok(Some(Flow { nodes: 2, edges }))
}
