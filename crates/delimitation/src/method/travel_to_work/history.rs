//! Has this state been seen before?
//!
//! Each step follows from the state alone, so a state that comes back comes back for ever. A state is known by the sum of
//! fixed scrambled numbers of its (unit, cluster) pairs. Whoever enters the reserve stays there and a cluster that has
//! lost its last unit never returns, so after such a step everything seen before can be forgotten.

use std::collections::BTreeSet;

use miedza_territory::UnitIx;

use crate::chance::scramble;

/// The states since the last step that cannot be undone.
#[derive(Default)]
pub(super) struct History {
    state: [u64; 2],
    seen: BTreeSet<[u64; 2]>,
}

impl History {
    /// Notes that a unit moved.
    pub fn note_move(&mut self, unit: UnitIx, source: UnitIx, target: UnitIx) {
        for (state, salt) in self.state.iter_mut().zip(SALTS) {
            *state = state.wrapping_sub(mark(unit, source, salt)).wrapping_add(mark(unit, target, salt));
        }
    }

    /// Forgets all states, since none of them can come back.
    pub fn forget(&mut self) {
        self.seen.clear();
    }

    /// Notes the state after a step, with the cluster that is scattered; tells whether it was there before.
    pub fn is_repeated(&mut self, scattered: Option<UnitIx>) -> bool {
        let [first, second] = self.state;
        let open = scattered.map_or(0, |founder| mark(founder, founder, SCATTERED));
        !self.seen.insert([first.wrapping_add(open), second])
    }
}

const SALTS: [u64; 2] = [0x51, 0xa7];
const SCATTERED: u64 = 0xc3;

fn mark(unit: UnitIx, home: UnitIx, salt: u64) -> u64 {
    let number = |unit: UnitIx| u64::try_from(unit.get()).expect("a unit number fits 64 bits");
    scramble(scramble(number(unit) ^ (salt << 56)) ^ number(home))
}
