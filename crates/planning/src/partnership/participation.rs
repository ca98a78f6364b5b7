//! Who took part in which step: groups and counts, never persons.

use serde::{Deserialize, Serialize};

use super::reading::{Kept, Reading};
use super::stage::Stage;
use super::words::words;
use crate::record::Kind;
use crate::values::{PartialDate, Translated};

words! {
    /// A group of stakeholders.
    StakeholderGroup of STAKEHOLDER_GROUP {
        /// Residents of all ages.
        Residents = "residents",
        /// Young people.
        Youth = "youth",
        /// Older people.
        Seniors = "seniors",
        /// Firms and their associations.
        Entrepreneurs = "entrepreneurs",
        /// Associations, foundations and other organisations of civil society.
        Ngos = "ngos",
        /// Councils and offices of municipalities, counties and regions.
        LocalGovernments = "local_governments",
        /// Other public institutions.
        PublicInstitutions = "public_institutions",
        /// Schools, universities, institutes.
        SchoolsAndScience = "schools_and_science",
        /// Anybody else.
        Other = "other",
    }
}

/// How many people of a group took part in something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// The stage whose step it was.
    pub stage: Stage,
    /// What it was, such as a workshop.
    pub title: Translated,
    /// When.
    pub date: Option<PartialDate>,
    /// In which municipality; `None` for the whole area.
    pub unit: Option<String>,
    /// The group.
    pub stakeholder_group: StakeholderGroup,
    /// How many people of it.
    pub participants: u64,
    /// Anything else.
    pub note: Option<Translated>,
}

impl Reading for Participation {
    const KIND: Kind = Kind::Participations;
}

/// How many people of each group took part in the steps of a stage, in the order of the list; groups without anybody are
/// left out. Whoever came twice is counted twice.
#[must_use]
pub fn by_group(all: &[Kept<Participation>], stage: Stage) -> Vec<(StakeholderGroup, u64)> {
    let of_group = |group: StakeholderGroup| {
        let ours = all.iter().filter(|one| one.stage == stage && one.stakeholder_group == group);
        ours.fold(0_u64, |sum, one| sum.saturating_add(one.participants))
    };
    StakeholderGroup::ALL.iter().map(|group| (*group, of_group(*group))).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partnership::samples::{made, words};

    #[test]
    fn groups_of_a_stage_are_summed_in_the_order_of_the_list() {
        let one = |id: &str, stage: &str, group: &str, count: u64| -> Kept<Participation> {
            made(id, json!({"stage": stage, "title": words("Warsztat"), "stakeholder_group": group, "participants": count}))
        };
        let all = [
            one("a", "diagnosis", "ngos", 7),
            one("b", "diagnosis", "residents", 20),
            one("c", "diagnosis", "residents", 15),
            one("d", "strategy", "residents", 90),
            one("e", "diagnosis", "youth", 0),
        ];

        let found = by_group(&all, Stage::Diagnosis);

        assert_eq!(found, [(StakeholderGroup::Residents, 35), (StakeholderGroup::Ngos, 7)]);
        assert_eq!(by_group(&all, Stage::Adoption), []);
    }
}
