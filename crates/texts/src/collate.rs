//! Sorting as people of each language sort: Polish *ł* after *l*, Czech *ch* after *h*.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use crate::language::Language;

static COLLATORS: [OnceLock<Option<CollatorBorrowed<'static>>>; 3] = [const { OnceLock::new() }; 3];

impl Language {
    /// Compares two names by the rules of the language; equal names by their letters, so that the order is total.
    ///
    /// ```
    /// use miedza_texts::Language;
    ///
    /// let mut names = ["Łódź", "Lublin", "Lwówek", "Malbork"];
    /// names.sort_by(|one, two| Language::Pl.compare(one, two));
    /// assert_eq!(names, ["Lublin", "Lwówek", "Łódź", "Malbork"]);
    /// ```
    pub fn compare(self, one: &str, two: &str) -> Ordering {
        let collator = COLLATORS[self.position()].get_or_init(|| {
            let locale = match self {
                Self::Pl => locale!("pl"),
                Self::Cs => locale!("cs"),
                Self::En => locale!("en"),
            };
            Collator::try_new(CollatorPreferences::from(&locale), CollatorOptions::default()).ok()
        });
        let by_rule = collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, two));
        by_rule.then_with(|| one.cmp(two))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_sorts_by_its_own_rules() {
        let cases = [
            (Language::Pl, ["Zabrze", "Żary", "Łask", "Lubin"], ["Lubin", "Łask", "Zabrze", "Żary"]),
            (Language::Cs, ["Cheb", "Hranice", "Ivančice", "Chomutov"], ["Hranice", "Cheb", "Chomutov", "Ivančice"]),
            (Language::En, ["Cheb", "Hranice", "Ivančice", "Chomutov"], ["Cheb", "Chomutov", "Hranice", "Ivančice"]),
        ];
        for (language, mut names, expected) in cases {
            names.sort_by(|one, two| language.compare(one, two));

            assert_eq!(names, expected, "{language}");
        }
    }
}
