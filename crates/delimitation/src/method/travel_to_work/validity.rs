//! Validity of a cluster: is it large and self-contained enough to stand alone?
//!
//! Section 2.1 of the method. Larger clusters may be less self-contained, along a hyperbola between the two corners that
//! the parameters name. Nothing here knows how clusters come about.

use miedza_territory::UnitIx;
use serde::Serialize;

use super::Parameters;

/// Residents, jobs and inner flow of a group of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Totals {
    /// `r`: employed residents, persons.
    pub residents: f64,
    /// `w`: jobs, persons.
    pub jobs: f64,
    /// `s`: persons who live and work in the group.
    pub internal: f64,
}

/// The four parameters, made ready to judge clusters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standard {
    min_size: f64,
    min_self_containment: f64,
    target_size: f64,
    target_self_containment: f64,
}

impl Standard {
    /// Takes the four figures; they must have passed [`Parameters::check`].
    #[must_use]
    pub const fn new(parameters: &Parameters) -> Self {
        Self {
            min_size: parameters.min_size,
            min_self_containment: parameters.min_self_containment,
            target_size: parameters.target_size,
            target_self_containment: parameters.target_self_containment,
        }
    }

    /// Validity of a cluster; it is valid from 1 on.
    ///
    /// Not capped: up to `target_self_containment / min_self_containment`, and negative for a small cluster where the two
    /// sizes are close. Residents and jobs must be above 0.
    ///
    /// # Source
    /// Coombes & Bond (2008); order of operations as in the Istat implementation (Franconi, D'Alò & Ichim 2016).
    #[must_use]
    #[expect(clippy::float_cmp, reason = "the rule singles out exactly 1, a closed cluster")]
    pub fn of(&self, cluster: Totals) -> f64 {
        let worse_side = (cluster.internal / cluster.residents).min(cluster.internal / cluster.jobs);
        if worse_side == 1.0 {
            return 1.0;
        }
        let contained = (worse_side / self.target_self_containment).min(1.0);
        (contained * self.size_factor(cluster.residents)) * (self.target_self_containment / self.min_self_containment)
    }

    /// `Z`: 1 from the target size on, falling with smaller size, below 0 far under the smallest size.
    #[must_use]
    pub fn size_factor(&self, residents: f64) -> f64 {
        let shortfall = ((self.target_size - residents) / (self.target_size - self.min_size)).max(0.0);
        1.0 - (1.0 - self.min_self_containment / self.target_self_containment) * shortfall
    }
}

/// A cluster by the unit that founded it, with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cluster {
    /// The founding unit, the label of the cluster.
    pub founder: UnitIx,
    /// What it counts.
    pub totals: Totals,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn validity_is_as_worked_out_by_hand() {
        let standard = Standard::new(&Parameters::default());
        let cases = [
            ("a closed cluster is valid at any size", (7.0, 7.0, 7.0), 1.0),
            ("target size at the lower self-containment", (10_000.0, 9_000.0, 6_667.0), 1.0),
            ("smallest size at the higher self-containment", (1_000.0, 900.0, 750.0), 1.0),
            ("half-way: q = 1/2, Z = 0.94446667", (5_500.0, 5_500.0, 3_300.0), 0.8 * 0.944_466_666_667 * 1.124_943_752_812),
            ("large and contained: the cap is the ratio of shares", (20_000.0, 10_000.0, 18_000.0), 1.124_943_752_812),
            ("jobs decide where they are the worse side", (10_000.0, 20_000.0, 6_667.0), 0.5),
            ("nobody works inside", (2_000.0, 300.0, 0.0), 0.0),
        ];

        for (name, (residents, jobs, internal), expected) in cases {
            let found = standard.of(Totals { residents, jobs, internal });
            assert!((found - expected).abs() < 1e-9, "{name}: {found} instead of {expected}");
        }
    }

    #[test]
    fn a_tiny_cluster_is_below_zero_where_the_sizes_are_close() {
        let parameters = Parameters { min_size: 9_990.0, ..Parameters::default() };

        let found = Standard::new(&parameters).of(Totals { residents: 100.0, jobs: 100.0, internal: 90.0 });

        assert!(found < 0.0, "{found}");
    }
}
