//! The rules that a variant is held against, each with the figure that decides.
//!
//! What cannot be told (no boundaries, no flows, no population) is left open; it never counts as met or broken.
//!
//! # Source
//! Neighbouring municipalities: Act on municipal government, art. 10g(1). Size of the core and share of commuters: EU–OECD
//! definition of functional urban areas, Dijkstra & Poelman (2012); both limits can be set. Two variants before one is
//! adopted, and a variant that can be made again: practice of integrated territorial investments.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Limits that a country, a call or an office sets.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// Inhabitants that the core needs.
    pub core_population: f64,
    /// Share of commuters that each unit outside the core sends there, 0 to 1.
    pub commuter_share: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { core_population: 50_000.0, commuter_share: 0.15 }
    }
}

/// What is known of a variant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// How many units it has.
    pub units: usize,
    /// Its pieces, the main one first; `None` where neighbours are not known.
    pub pieces: Option<Vec<Vec<String>>>,
    /// Units none of whose neighbours is in; `None` where neighbours are not known.
    pub lonely: Option<Vec<String>>,
    /// Units of its core.
    pub core: Vec<String>,
    /// Inhabitants of the core; `None` where any of its units has no figure.
    pub core_population: Option<f64>,
    /// Share of commuters that each unit outside the core sends there; `None` in place of a share that cannot be told.
    pub shares: BTreeMap<String, Option<f64>>,
    /// Whether the same run gives the same units again; `None` for a variant that rests on no method.
    pub is_made_again: Option<bool>,
    /// Members of the partnership that are not in.
    pub members_outside: Vec<String>,
    /// Units that are no members.
    pub no_members: Vec<String>,
    /// Whether the partnership has any member with a code, so that the two lines above say something.
    pub has_members: bool,
    /// How many variants the partnership has.
    pub variants: usize,
    /// How many units lie in each county, by its name; empty where counties are not known.
    pub counties: BTreeMap<String, usize>,
}

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The area lies in one piece.
    Contiguous,
    /// Each unit has a neighbour in the area.
    NeighboursInside,
    /// The core has enough inhabitants.
    CoreSize,
    /// Each unit sends enough commuters to the core.
    CommuterShare,
    /// The same run gives the same units.
    MadeAgain,
    /// The members are the units.
    Members,
    /// More than one variant was drawn up.
    Compared,
    /// Which counties are touched: told, not judged.
    Counties,
}

impl Rule {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Contiguous,
        Self::NeighboursInside,
        Self::CoreSize,
        Self::CommuterShare,
        Self::MadeAgain,
        Self::Members,
        Self::Compared,
        Self::Counties,
    ];

    /// Its stable name, with which the catalogues find its sentences.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contiguous => "contiguous",
            Self::NeighboursInside => "neighbours-inside",
            Self::CoreSize => "core-size",
            Self::CommuterShare => "commuter-share",
            Self::MadeAgain => "made-again",
            Self::Members => "members",
            Self::Compared => "compared",
            Self::Counties => "counties",
        }
    }
}

/// How a rule came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is met.
    Met,
    /// It is broken.
    Broken,
    /// What it asks for is not known.
    Open,
    /// It is told only.
    Told,
}

impl Verdict {
    /// Its stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Broken => "broken",
            Self::Open => "open",
            Self::Told => "told",
        }
    }
}

/// A rule, how it came out, and the figure that decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How it came out.
    pub verdict: Verdict,
    /// The figure: pieces, units, inhabitants, the lowest share, variants, counties; `None` where it is not known.
    pub figure: Option<f64>,
    /// The limit that the figure is held against, where the rule has one.
    pub limit: Option<f64>,
    /// Units that break the rule, or, for counties, their names.
    pub names: Vec<String>,
}

/// Holds a variant against all rules, in their order. Of a variant without units next to nothing can be told.
#[must_use]
pub fn check(facts: &Facts, limits: &Limits) -> Vec<Finding> {
    Rule::ALL.into_iter().map(|rule| find(rule, facts, limits)).collect()
}

fn find(rule: Rule, facts: &Facts, limits: &Limits) -> Finding {
    let plain = |verdict, figure: usize, names| Finding { rule, verdict, figure: Some(number(figure)), limit: None, names };
    let open = Finding { rule, verdict: Verdict::Open, figure: None, limit: None, names: Vec::new() };
    if facts.units == 0 && rule != Rule::Compared {
        return open;
    }
    match rule {
        Rule::Contiguous => facts.pieces.as_ref().map_or(open, |pieces| {
            let apart = pieces.iter().skip(1).flatten().cloned().collect();
            plain(judged(pieces.len() == 1), pieces.len(), apart)
        }),
        Rule::NeighboursInside => {
            facts.lonely.as_ref().map_or(open, |lonely| plain(judged(lonely.is_empty()), lonely.len(), lonely.clone()))
        }
        Rule::CoreSize => core_size(facts, limits, open),
        Rule::CommuterShare => commuter_share(facts, limits, open),
        Rule::MadeAgain => facts.is_made_again.map_or(open, |same| Finding {
            rule,
            verdict: judged(same),
            figure: None,
            limit: None,
            names: Vec::new(),
        }),
        Rule::Members if !facts.has_members => open,
        Rule::Members => {
            let names: Vec<String> = facts.members_outside.iter().chain(&facts.no_members).cloned().collect();
            plain(judged(names.is_empty()), names.len(), names)
        }
        Rule::Compared => plain(judged(facts.variants >= 2), facts.variants, Vec::new()),
        Rule::Counties if facts.counties.is_empty() => open,
        Rule::Counties => plain(Verdict::Told, facts.counties.len(), facts.counties.keys().cloned().collect()),
    }
}

fn core_size(facts: &Facts, limits: &Limits, open: Finding) -> Finding {
    match facts.core_population.filter(|_| !facts.core.is_empty()) {
        Some(population) => Finding {
            verdict: judged(population >= limits.core_population),
            figure: Some(population),
            limit: Some(limits.core_population),
            ..open
        },
        None => Finding { limit: Some(limits.core_population), ..open },
    }
}

/// Units below the limit break it, the weakest first; the figure is the lowest share. One share that cannot be told leaves
/// the rule open unless another breaks it.
fn commuter_share(facts: &Facts, limits: &Limits, open: Finding) -> Finding {
    let mut known: Vec<(f64, &String)> = facts.shares.iter().filter_map(|(unit, share)| Some(((*share)?, unit))).collect();
    known.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    let weak: Vec<String> =
        known.iter().filter(|(share, _)| *share < limits.commuter_share).map(|(_, unit)| (*unit).clone()).collect();
    let all_known = known.len() == facts.shares.len() && !facts.core.is_empty();
    let verdict = match (weak.is_empty(), all_known) {
        (false, _) => Verdict::Broken,
        (true, true) => Verdict::Met,
        (true, false) => Verdict::Open,
    };
    let figure = known.first().map(|(share, _)| *share);
    Finding { verdict, figure, limit: Some(limits.commuter_share), names: weak, ..open }
}

const fn judged(is_met: bool) -> Verdict {
    if is_met { Verdict::Met } else { Verdict::Broken }
}

fn number(count: usize) -> f64 {
    miedza_territory::count(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            units: 3,
            pieces: Some(vec![vec!["1".into(), "2".into(), "3".into()]]),
            lonely: Some(Vec::new()),
            core: vec!["1".into()],
            core_population: Some(98_000.0),
            shares: BTreeMap::from([("2".into(), Some(0.31)), ("3".into(), Some(0.15))]),
            is_made_again: Some(true),
            has_members: true,
            variants: 2,
            counties: BTreeMap::from([("Kalisz".into(), 1), ("kaliski".into(), 2)]),
            ..Facts::default()
        }
    }

    fn verdict(facts: &Facts, rule: Rule) -> (Verdict, Option<f64>, Vec<String>) {
        let found = check(facts, &Limits::default()).into_iter().find(|finding| finding.rule == rule).expect("every rule");
        (found.verdict, found.figure, found.names)
    }

    #[test]
    fn a_sound_area_meets_every_rule() {
        let verdicts: Vec<_> = check(&facts(), &Limits::default()).iter().map(|finding| finding.verdict).collect();

        assert_eq!(verdicts[..7], [Verdict::Met; 7]);
        assert_eq!(verdicts[7], Verdict::Told);
    }

    #[test]
    fn each_rule_is_broken_by_its_own_fault() {
        let two_pieces = Some(vec![vec!["1".to_owned(), "2".to_owned()], vec!["3".to_owned()]]);
        let cases = [
            (Rule::Contiguous, Facts { pieces: two_pieces, ..facts() }, Some(2.0), vec!["3"]),
            (Rule::NeighboursInside, Facts { lonely: Some(vec!["3".into()]), ..facts() }, Some(1.0), vec!["3"]),
            (Rule::CoreSize, Facts { core_population: Some(49_999.0), ..facts() }, Some(49_999.0), vec![]),
            (
                Rule::CommuterShare,
                Facts { shares: BTreeMap::from([("2".into(), Some(0.1)), ("3".into(), Some(0.02))]), ..facts() },
                Some(0.02),
                vec!["3", "2"],
            ),
            (Rule::MadeAgain, Facts { is_made_again: Some(false), ..facts() }, None, vec![]),
            (
                Rule::Members,
                Facts { members_outside: vec!["7".into()], no_members: vec!["3".into()], ..facts() },
                Some(2.0),
                vec!["7", "3"],
            ),
            (Rule::Compared, Facts { variants: 1, ..facts() }, Some(1.0), vec![]),
        ];
        for (rule, facts, figure, names) in cases {
            assert_eq!(
                verdict(&facts, rule),
                (Verdict::Broken, figure, names.iter().map(|name| (*name).to_owned()).collect()),
                "{rule:?}"
            );
        }
    }

    #[test]
    fn a_variant_without_units_breaks_no_rule() {
        let empty = Facts { units: 0, pieces: Some(Vec::new()), members_outside: vec!["7".into()], ..facts() };

        assert!(check(&empty, &Limits::default()).iter().all(|finding| finding.verdict != Verdict::Broken));
    }

    #[test]
    fn what_is_not_known_is_neither_met_nor_broken() {
        let unknown = Facts { units: 3, variants: 2, shares: BTreeMap::from([("2".into(), None)]), ..Facts::default() };

        for rule in Rule::ALL.into_iter().filter(|rule| *rule != Rule::Compared) {
            assert_eq!(verdict(&unknown, rule).0, Verdict::Open, "{rule:?}");
        }
    }
}
