//! Verdicts on conditions for pages: a badge, the values that decided, and what would have to be known.

use miedza_planning::partnership::Party;
use miedza_planning::partnership::call::{Judged, Verdict};
use miedza_workflows::partnership::sentences::{self, Teller};

use super::asker::Asker;

/// A verdict in words.
pub struct Judgement {
    /// Tone of the badge.
    pub tone: &'static str,
    /// Sign of the badge.
    pub sign: &'static str,
    /// The verdict.
    pub word: String,
    /// What decides it.
    pub grounds: Vec<String>,
}

/// A verdict without its grounds.
#[must_use]
pub fn verdict(asker: &Asker, verdict: Verdict) -> Judgement {
    let (tone, sign) = match verdict {
        Verdict::Met => ("ok", "ok"),
        Verdict::Missed => ("", "remove"),
        Verdict::Unknown => ("attention", "missing"),
    };
    Judgement { tone, sign, word: asker.say(sentences::verdict(verdict)), grounds: Vec::new() }
}

/// A verdict with its grounds; `name` names the units that it speaks of.
#[must_use]
pub fn told(asker: &Asker, judged: &Judged, name: &dyn Fn(&Party) -> String) -> Judgement {
    let teller = Teller { language: asker.language, name, title: &|_, _| String::new() };
    let grounds = sentences::grounds(&judged.grounds, &teller);
    Judgement { grounds: grounds.iter().map(|message| asker.tell(message)).collect(), ..verdict(asker, judged.verdict) }
}
