//! Findings that the office has accepted: which one, for what reason, and whether it is still the one that was accepted.

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::partnership::membership::Party;
use crate::record::Kind;

/// Which finding it is, whatever its facts: the rule, the case, the record, and the unit or organisation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// Id of the rule.
    pub rule: String,
    /// In which of its cases it is broken.
    pub case: String,
    /// Kind of the record that it is about.
    pub kind: Kind,
    /// Its id.
    pub record_id: String,
    /// Code of the unit or id of the organisation; empty if it is about none.
    pub party: String,
}

/// A finding that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Which finding.
    pub spot: Spot,
    /// Mark of the facts that showed it then.
    pub mark: String,
    /// Why it was accepted.
    pub reason: String,
    /// The account that accepted it; `None` for the program.
    pub waived_by: Option<String>,
    /// When.
    pub waived_at: String,
}

/// How a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'w> {
    /// Nobody has accepted it.
    Open,
    /// It was accepted.
    Waived(&'w Waiver),
    /// It was accepted, but what shows it has changed since: it is open again.
    Lapsed(&'w Waiver),
}

impl Standing<'_> {
    /// Whether it waits to be put right.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Waived(_))
    }
}

impl Finding {
    /// Which finding it is.
    #[must_use]
    pub fn spot(&self) -> Spot {
        Spot {
            rule: self.rule.id().to_owned(),
            case: self.case.to_owned(),
            kind: self.subject.0,
            record_id: self.subject.1.clone(),
            party: self.party.as_ref().map(|party| party.id().to_owned()).unwrap_or_default(),
        }
    }

    /// Mark of the facts that show it: sixteen hexadecimal digits of an FNV-1a hash, enough to see that they changed.
    #[must_use]
    pub fn mark(&self) -> String {
        let facts = self.facts.iter().map(|(name, fact)| format!("{name}={fact}"));
        let parties = self
            .parties
            .iter()
            .map(|(name, parties)| format!("{name}={}", parties.iter().map(Party::id).collect::<Vec<_>>().join(",")));
        let all = facts.chain(parties).collect::<Vec<_>>().join("\n");
        let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        format!("{:016x}", all.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
    }
}

/// How a finding stands under what was accepted.
#[must_use]
pub fn standing<'w>(finding: &Finding, waivers: &'w [Waiver]) -> Standing<'w> {
    let spot = finding.spot();
    match waivers.iter().find(|waiver| waiver.spot == spot) {
        Some(_) if !finding.rule.may_be_waived() => Standing::Open,
        Some(waiver) if waiver.mark == finding.mark() => Standing::Waived(waiver),
        Some(waiver) => Standing::Lapsed(waiver),
        None => Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partnership::check::Rule;

    fn finding(missing: usize) -> Finding {
        Finding::new(Rule::Par001, "fewer", (Kind::Documents, "d")).with("stated", 22).with("difference", missing)
    }

    #[test]
    fn a_waiver_holds_until_what_shows_the_finding_changes() {
        let waiver = |found: &Finding| Waiver {
            spot: found.spot(),
            mark: found.mark(),
            reason: "Two withdrew before signing".to_owned(),
            waived_by: None,
            waived_at: "2026-11-22T00:00:00.000000Z".to_owned(),
        };
        let accepted = [waiver(&finding(2))];

        assert_eq!(standing(&finding(2), &accepted), Standing::Waived(&accepted[0]));
        assert_eq!(standing(&finding(3), &accepted), Standing::Lapsed(&accepted[0]));
        let other = Finding::new(Rule::Par001, "fewer", (Kind::Documents, "another"));
        assert_eq!(standing(&other, &accepted), Standing::Open);
        assert!(standing(&finding(3), &accepted).is_open() && !standing(&finding(2), &accepted).is_open());
    }
}
