//! Modelled flows in words.

use miedza_texts::{Argument, Key, Language, Message, key};

use super::Done;
use super::summary::Estimated;
use crate::delimitation::outputs::aligned;

impl Done {
    /// The answer in words.
    pub fn told(&self, language: Language) -> String {
        let summary = &self.summary;
        let mut lines = vec![language.say(&head(summary)), language.say(&persons(summary))];
        lines.extend(deterrence(summary).map(|told| language.say(&told)));
        lines.extend(fit(summary, language));
        let file = Message::new(key::ESTIMATE_FILE).with("file", summary.file.display().to_string());
        lines.push(language.say(&file));
        lines.join("\n")
    }
}

fn head(summary: &Estimated) -> Message {
    let told = Message::new(key::ESTIMATE_HEAD).with("model", summary.model.name()).with("units", summary.units);
    told.with("mark", key::MARK_MODELLED)
}

fn persons(summary: &Estimated) -> Message {
    let totals = &summary.totals;
    Message::new(key::ESTIMATE_PERSONS)
        .with("pairs", totals.pairs)
        .with("persons", Argument::Number(totals.persons, 0))
        .with("internal", Argument::Number(totals.internal, 0))
        .with("below", Argument::Number(totals.below_min_flow, 0))
        .with("least", Argument::Number(summary.min_flow, 2))
}

fn deterrence(summary: &Estimated) -> Option<Message> {
    let found = summary.deterrence.as_ref()?;
    let beta = Argument::Number(found.beta, 4);
    let told = match found.alpha {
        Some(alpha) => Message::new(key::ESTIMATE_COMBINED).with("alpha", Argument::Number(alpha, 4)).with("beta", beta),
        None if found.form == "power" => Message::new(key::ESTIMATE_POWER).with("beta", beta),
        None => Message::new(key::ESTIMATE_EXPONENTIAL).with("beta", beta),
    };
    let how = if summary.calibration.is_some() { key::ESTIMATE_LEARNED } else { key::ESTIMATE_GIVEN };
    Some(told.with("how", how))
}

fn fit(summary: &Estimated, language: Language) -> Vec<String> {
    let Some(fit) = &summary.fit else { return Vec::new() };
    let row = |key: Key, figure: String| [language.say(&key.into()), figure];
    let rows = [
        row(key::ESTIMATE_FIT, String::new()),
        row(key::ESTIMATE_CPC, language.optional(fit.common_part, 4)),
        row(key::ESTIMATE_LOG_RMSE, language.optional(fit.log_rmse, 4)),
        row(key::ESTIMATE_R_SQUARED, language.optional(fit.r_squared, 4)),
        row(key::ESTIMATE_COUNTED_KM, language.optional(fit.counted_km, 2)),
        row(key::ESTIMATE_MODELLED_KM, language.optional(fit.modelled_km, 2)),
        row(key::ESTIMATE_SELF_CONTAINMENT, language.optional(fit.self_containment_error, 4)),
    ];
    [vec![String::new()], aligned(&rows), vec![String::new()]].concat()
}
