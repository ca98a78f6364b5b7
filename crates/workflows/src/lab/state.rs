//! A variant between its record and the work on it: which field holds what.

use std::collections::BTreeSet;

use miedza_planning::delimitation::{Base, History, Limits, Run, Step};
use miedza_planning::record::{Record, Values};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::desk::Desk;
use super::figures::Figures;

/// What the field `settings` holds: what a run was asked for beside the name of its method, and the limits of the rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    #[serde(flatten)]
    run: Option<RunSettings>,
    limits: Limits,
}

/// A run without the name of its method, which has a field of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct RunSettings {
    #[serde(default)]
    parameters: std::collections::BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    employed_share: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    area_of: Vec<String>,
}

/// The word in the field `method` for a variant that rests on no method.
const LIST: &str = "list";

/// The work on a variant: as it was kept, or, for one that was only typed or loaded, from its list of units.
///
/// A list that was typed over the work is a step of its own, so neither is lost.
pub fn history(variant: &Record) -> History {
    let units: BTreeSet<String> = variant.list("units").into_iter().map(ToOwned::to_owned).collect();
    let kept = variant.value("edits").and_then(|edits| serde_json::from_value::<History>(edits.clone()).ok());
    if let Some(kept) = kept {
        let is_same = kept.units() == units;
        return if is_same { kept } else { kept.with(Step::Begin(Base::List { units })) };
    }
    History::new(match run(variant) {
        Some(run) => Base::Method { run, units },
        None if units.is_empty() => Base::Empty,
        None => Base::List { units },
    })
}

fn run(variant: &Record) -> Option<Run> {
    let method = variant.text("method").filter(|method| *method != LIST)?.to_owned();
    let RunSettings { parameters, employed_share, area_of } = settings(variant).run?;
    Some(Run { method, parameters, employed_share, area_of })
}

/// What the variant is held against.
pub fn limits(variant: &Record) -> Limits {
    settings(variant).limits
}

fn settings(variant: &Record) -> Settings {
    variant.value("settings").and_then(|settings| serde_json::from_value(settings.clone()).ok()).unwrap_or_default()
}

/// The figures that were kept with the variant, of the units that it had then.
pub fn kept_figures(variant: &Record) -> Option<Figures> {
    variant.value("figures").and_then(|figures| serde_json::from_value(figures.clone()).ok())
}

/// Writes the work into the values of a variant: what it rests on, its units, its figures and every step.
pub fn write(values: &mut Values, desk: &Desk) {
    let (history, limits) = (&desk.history, desk.limits);
    let run = history.base().run();
    let asked = run.map(|run| RunSettings {
        parameters: run.parameters.clone(),
        employed_share: run.employed_share.clone(),
        area_of: run.area_of.clone(),
    });
    let mut put = |field: &str, value: Value| {
        values.insert(field.to_owned(), value);
    };
    put("method", json!(run.map_or(LIST, |run| run.method.as_str())));
    put("settings", json!(Settings { run: asked, limits }));
    put("edits", json!(history));
    put("figures", json!(desk.figures()));
    let mut list = |field: &str, codes: Vec<String>| {
        if codes.is_empty() {
            values.remove(field);
        } else {
            values.insert(field.to_owned(), json!(codes));
        }
    };
    list("units", history.units().into_iter().collect());
    list("core_units", desk.named_core.clone());
}

#[cfg(test)]
mod tests {
    use miedza_planning::delimitation::Change;
    use miedza_planning::record::{Draft, Kind, Origin, Visibility};

    use super::*;

    fn record(values: Value) -> Record {
        let values = values.as_object().cloned().expect("an object");
        let (visibility, origin) = (Visibility::Public, Origin::Own);
        let content = Draft { kind: Kind::Variants, partnership: None, visibility, origin, source: None, values };
        let at = String::new;
        Record { id: at(), content, version: 1, created_at: at(), updated_at: at(), updated_by: None, deleted_at: None }
    }

    #[test]
    fn a_variant_that_was_only_listed_begins_with_its_list() {
        let listed = history(&record(json!({"units": ["3061011", "3020052"]})));

        assert_eq!(listed.base(), &Base::List { units: BTreeSet::from(["3061011".to_owned(), "3020052".to_owned()]) });
        assert_eq!(history(&record(json!({"stated_unit_count": 15}))).base(), &Base::Empty);
    }

    #[test]
    fn a_variant_that_names_its_method_rests_on_it() {
        let settings = json!({"parameters": {"share": "0.15"}, "area_of": ["3061011"]});
        let values = json!({"method": "threshold", "settings": settings, "units": ["3061011"]});

        let begun = history(&record(values));

        let run = begun.base().run().expect("a method").clone();
        assert_eq!((run.method.as_str(), run.parameters["share"].as_str()), ("threshold", "0.15"));
        assert_eq!(run.area_of, ["3061011"]);
    }

    #[test]
    fn steps_that_were_kept_come_before_the_list() {
        let steps = History::new(Base::Empty).with(Step::Change(Change::adding("3061011")));

        let read = history(&record(json!({"units": ["3061011"], "edits": steps})));
        let typed_over = history(&record(json!({"units": ["3020052"], "edits": steps})));

        assert_eq!(read, steps);
        assert_eq!(typed_over.units(), BTreeSet::from(["3020052".to_owned()]));
        assert_eq!(typed_over.undo().map(|history| history.units()), Some(steps.units()));
        assert_eq!(limits(&record(json!({}))), Limits::default());
    }
}
