//! What a page and a report say of a variant: figures, rules, beginnings, in the reader's language.

use miedza_planning::delimitation::{Base, Finding, Rule, Verdict};
use miedza_texts::{Argument, Key, Language, Message, key};

use super::desk::Desk;
use super::figures::Figures;
use super::paste::Pasted;
use crate::delimitation::matrix::DiagonalSource;

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it asks.
    pub rule: String,
    /// How it came out.
    pub verdict: String,
    /// The figure that decides, with the units that break it.
    pub figure: String,
}

/// Most names that a rule lists.
const MOST_NAMES: usize = 12;

/// Figures with their labels, the most telling first; those that cannot be told say so.
pub fn figures(figures: &Figures, language: Language) -> Vec<(String, String)> {
    let word = |key: Key| language.say(&key.into());
    let number = |figure: Option<f64>, decimals| language.optional(figure, decimals);
    let share = |figure: Option<f64>| language.optional_share(figure, 1);
    let pieces = match figures.pieces.as_ref().map(Vec::len) {
        None | Some(0) => word(key::LAB_CONTIGUITY_UNKNOWN),
        Some(1) => word(key::LAB_CONTIGUITY_YES),
        Some(pieces) => language.say(&Message::new(key::LAB_CONTIGUITY_PIECES).with("count", pieces)),
    };
    [
        (key::LAB_FIGURE_UNITS, number(Some(miedza_territory::count(figures.units)), 0)),
        (key::LAB_FIGURE_POPULATION, number(figures.population, 0)),
        (key::LAB_FIGURE_AREA, number(figures.area_km2, 1)),
        (key::LAB_FIGURE_INSIDE, number(figures.commuters_inside, 0)),
        (key::LAB_FIGURE_KEPT, share(figures.kept_share)),
        (key::LAB_FIGURE_SUPPLY, share(figures.supply_side_self_containment)),
        (key::LAB_FIGURE_DEMAND, share(figures.demand_side_self_containment)),
        (key::LAB_FIGURE_CONTIGUITY, pieces),
        (key::LAB_FIGURE_LEAVING, number(figures.leaving, 0)),
        (key::LAB_FIGURE_ARRIVING, number(figures.arriving, 0)),
        (key::LAB_FIGURE_EMPLOYED, number(figures.employed_residents, 0)),
        (key::LAB_FIGURE_JOBS, number(figures.jobs, 0)),
    ]
    .map(|(label, value)| (word(label), value))
    .to_vec()
}

/// What a variant rests on, in a sentence.
pub fn base(base: &Base, language: Language) -> String {
    match base {
        Base::Empty => language.say(&key::LAB_BASE_EMPTY.into()),
        Base::List { units } => language.say(&Message::new(key::LAB_BASE_LIST).with("count", units.len())),
        Base::Variant { units, .. } => language.say(&Message::new(key::LAB_BASE_VARIANT).with("count", units.len())),
        Base::Method { run, units } => {
            let message = Message::new(key::LAB_BASE_METHOD).with("method", method(&run.method)).with("count", units.len());
            language.say(&message)
        }
    }
}

/// Name of a method in words; the name in the program where the catalogues have none.
pub fn method(name: &str) -> Message {
    let known = key::find(&format!("report-method-{}", name.replace('_', "-")));
    known.map_or_else(|| Message::new(key::PLAIN_TEXT).with("text", name), Message::new)
}

/// What the share of a unit that works in the core is a share of.
pub fn whole(desk: &Desk) -> Key {
    match desk.matrix.source {
        DiagonalSource::Absent => key::WHOLE_LEAVERS,
        DiagonalSource::Population => key::WHOLE_EMPLOYED_ESTIMATED,
        DiagonalSource::Counted | DiagonalSource::Employed | DiagonalSource::Jobs => key::WHOLE_EMPLOYED,
    }
}

/// What is to be told of a pasted text beside the number of units that were taken.
pub fn pasted(desk: &Desk, pasted: &Pasted) -> Vec<Message> {
    let named = |code: &str| {
        let unit = desk.ground.find(code);
        unit.map_or_else(|| code.to_owned(), |unit| format!("{} ({code})", desk.ground.names().short(unit)))
    };
    let mut told = Vec::new();
    if !pasted.repeated.is_empty() {
        let names: Vec<String> = pasted.repeated.iter().map(|code| named(code)).collect();
        told.push(Message::new(key::LAB_PASTE_REPEATED).with("names", names.join(", ")));
    }
    let codes = [
        (&pasted.other_kind, key::LAB_PASTE_OTHER_KIND),
        (&pasted.parts, key::LAB_PASTE_PART),
        (&pasted.no_kind, key::LAB_PASTE_NO_KIND),
    ];
    for (codes, key) in codes {
        let said = |(written, whole): &(String, String)| Message::new(key).with("code", written).with("unit", named(whole));
        told.extend(codes.iter().map(said));
    }
    if !pasted.unknown.is_empty() {
        told.push(Message::new(key::LAB_PASTE_UNKNOWN).with("names", pasted.unknown.join(", ")));
    }
    let several = |(name, codes): &(String, Vec<String>)| {
        Message::new(key::LAB_PASTE_SEVERAL).with("name", name).with("codes", codes.join(", "))
    };
    told.extend(pasted.several.iter().map(several));
    told
}

/// A rule in words.
pub fn finding(desk: &Desk, finding: &Finding, language: Language) -> Told {
    let found = |parts: [&str; 2]| key::find(&format!("lab-{}-{}", parts[0], parts[1])).unwrap_or(key::PLAIN_TEXT);
    Told {
        rule: language.say(&rule(desk, finding, found(["rule", finding.rule.name()]))),
        verdict: language.say(&found(["verdict", finding.verdict.name()]).into()),
        figure: figure(desk, finding, language),
    }
}

fn rule(desk: &Desk, finding: &Finding, key: Key) -> Message {
    let limit = match (finding.rule, finding.limit) {
        (Rule::CommuterShare, Some(share)) => Argument::Share(share, 0),
        (_, limit) => Argument::Number(limit.unwrap_or(f64::NAN), 0),
    };
    match finding.rule {
        Rule::CoreSize => Message::new(key).with("limit", limit),
        Rule::CommuterShare => Message::new(key).with("limit", limit).with("whole", Message::new(whole(desk))),
        _ => key.into(),
    }
}

fn figure(desk: &Desk, finding: &Finding, language: Language) -> String {
    let whole = |key: Key| finding.figure.map(|figure| Message::new(key).with("count", figure));
    let told = match finding.rule {
        _ if finding.verdict == Verdict::Open => Some(key::LAB_RULE_OPEN.into()),
        Rule::Contiguous => whole(key::LAB_RULE_PIECES),
        Rule::NeighboursInside => whole(key::LAB_RULE_LONELY),
        Rule::CoreSize => whole(key::LAB_RULE_CORE_POPULATION),
        Rule::CommuterShare => {
            finding.figure.map(|share| Message::new(key::LAB_RULE_LOWEST).with("share", Argument::Share(share, 1)))
        }
        Rule::Members => whole(key::LAB_RULE_DIFFERENT),
        Rule::Compared => whole(key::LAB_RULE_VARIANTS),
        Rule::Counties => whole(key::LAB_RULE_COUNTIES_COUNT),
        Rule::MadeAgain => None,
    };
    let mut said = told.map(|told: Message| language.say(&told)).unwrap_or_default();
    let names = names(desk, finding);
    if !names.is_empty() {
        let listed = names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(MOST_NAMES);
        let listed = if more > 0 { format!("{listed} (+{more})") } else { listed };
        said = if said.is_empty() { listed } else { format!("{said}: {listed}") };
    }
    if finding.rule == Rule::Contiguous && finding.verdict != Verdict::Open && desk.ground.touches_by_cells() {
        said = format!("{said} ({})", language.say(&key::LAB_BY_CELLS.into()));
    }
    said
}

/// Names of units by their codes; counties have names already.
fn names(desk: &Desk, finding: &Finding) -> Vec<String> {
    if finding.rule == Rule::Counties {
        return finding.names.clone();
    }
    let ground = &desk.ground;
    finding.names.iter().map(|code| ground.find(code).map_or_else(|| code.clone(), |unit| ground.names().apart(unit))).collect()
}
