//! "Why is this unit in?" (or not), in one sentence that anybody understands.

use miedza_delimitation::method::Step;
use miedza_delimitation::quality;
use miedza_planning::delimitation::{Base, Place};
use miedza_territory::UnitIx;
use miedza_texts::{Argument, Language, Message, key};

use super::desk::Desk;
use crate::delimitation::sentences::Log;

impl Desk {
    /// The sentence for a unit: who put it where it is, and where its commuters go. What people or a method decided comes
    /// first; a mere list says little, so it comes last.
    pub fn why(&self, unit: UnitIx, language: Language) -> String {
        let mut parts: Vec<String> = self.commuters(unit).iter().map(|part| language.say(part)).collect();
        let standing = self.standing(unit, language);
        let decided = matches!(self.place(unit), Place::Added | Place::Removed) || self.base().run().is_some();
        if decided {
            parts.insert(0, standing);
        } else {
            parts.push(standing);
        }
        parts.join("; ")
    }

    /// What the method decided on a unit, step by step.
    pub fn steps(&self, unit: UnitIx, language: Language) -> Vec<String> {
        self.decided(unit).filter_map(|step| self.sentence(step, language)).collect()
    }

    fn sentence(&self, step: &Step, language: Language) -> Option<String> {
        let made = self.made.as_ref()?;
        Some(Log { names: self.ground.names(), run: &made.run, matrix: &made.matrix }.sentence(step, language))
    }

    fn decided(&self, unit: UnitIx) -> impl Iterator<Item = &Step> {
        let runs = self.made.iter().map(|made| &made.run);
        runs.flat_map(|run| run.outcome.log.iter().chain(&run.moves)).filter(move |step| step.unit == unit)
    }

    /// Who put the unit where it is: people, a list, or the method in its last word on it.
    fn standing(&self, unit: UnitIx, language: Language) -> String {
        let told = match (self.place(unit), self.base()) {
            (Place::Added, _) => key::LAB_WHY_ADDED,
            (Place::Removed, _) => key::LAB_WHY_REMOVED,
            (Place::Begun, Base::List { .. }) => key::LAB_WHY_LISTED,
            (Place::Begun, Base::Variant { .. }) => key::LAB_WHY_TAKEN_OVER,
            (Place::Outside, Base::Method { .. }) if !self.ground.is_told[unit] => key::LAB_WHY_OUTSIDE,
            (place, Base::Method { .. }) => match self.decided(unit).last() {
                Some(step) => return self.sentence(step, language).unwrap_or_default(),
                None if place.is_in() => key::LAB_WHY_GROWN_AROUND,
                None => key::LAB_WHY_OTHER_AREA,
            },
            _ => key::LAB_WHY_OUTSIDE,
        };
        language.say(&told.into())
    }

    /// Where those go who leave the unit for work.
    fn commuters(&self, unit: UnitIx) -> Vec<Message> {
        if !self.ground.has_flows() {
            return Vec::new();
        }
        if !self.ground.is_told[unit] {
            return vec![key::LAB_WHY_UNTOLD.into()];
        }
        let flows = &self.matrix.flows;
        let bond = quality::bond(flows, &self.is_in, unit);
        let Some(share) = bond.share() else { return vec![key::WHY_NOBODY_LEAVES.into()] };
        let to_area =
            (!self.members.is_empty()).then(|| Message::new(key::LAB_WHY_SHARE).with("share", Argument::Share(share, 0)));
        let mut parts: Vec<Message> = to_area.into_iter().collect();
        if let Some((other, persons)) = self.strongest(unit) {
            let share = Argument::Share(persons / bond.out_commuters, 0);
            parts.push(Message::new(key::LAB_WHY_STRONGEST).with("unit", other).with("share", share));
        }
        parts
    }
}
