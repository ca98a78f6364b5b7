//! How many bits a step of the walker costs.
//!
//! `L = plogp(Σ enter) − Σ plogp(enter) − Σ plogp(exit) + Σ plogp(exit + visit) − Σ plogp(visit of each unit)` over modules,
//! `plogp(x) = x · log2 x`; without direction `enter` and `exit` are the same `q`.

use super::walk::{Rates, Walk};
use crate::method::leiden::graph::compact;

/// `x · log2 x`, 0 for what is not above 0.
pub fn plogp(x: f64) -> f64 {
    if x > 0.0 { x * libm::log2(x) } else { 0.0 }
}

impl Rates {
    /// Share of steps that enter a module.
    pub fn enter(&self, all_sources: f64) -> f64 {
        self.back + (all_sources - self.source) * self.target
    }

    /// Share of steps that leave a module.
    pub fn exit(&self) -> f64 {
        self.out + self.source * (1.0 - self.target)
    }

    /// What a module adds to the code length, the sum over all modules apart.
    pub fn bits(&self, all_sources: f64) -> f64 {
        let (exit, enter) = (self.exit(), self.enter(all_sources));
        let leaving = plogp(exit);
        // Without direction the two are one figure, and a logarithm is dear.
        let entering = if enter.to_bits() == exit.to_bits() { leaving } else { plogp(enter) };
        plogp(exit + self.visit) - leaving - entering
    }
}

/// Bits per step with these modules.
pub fn length(walk: &Walk, groups: &[u32]) -> f64 {
    let mut groups = groups.to_vec();
    let count = compact(&mut groups);
    let modules = walk.modules(&groups, count);
    let enter = modules.iter().fold(0.0, |sum, module| sum + module.enter(walk.source));
    let bits = modules.iter().fold(0.0, |sum, module| sum + module.bits(walk.source));
    let units = walk.nodes.iter().fold(0.0, |sum, node| sum + plogp(node.visit));
    plogp(enter) + bits - units
}
