//! Every case of every rule has its sentence, and the five partnerships of the demonstration are told in full.

use std::collections::BTreeMap;

use miedza_planning::partnership::Dossier;
use miedza_planning::partnership::check::check;
use miedza_planning::partnership::effect::EffectRefusal;
use miedza_planning::record::Record;
use miedza_planning::values::Day;
use miedza_store::Question;
use miedza_territory::UnitCode;

use super::*;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn teller(language: Language) -> Teller<'static> {
    Teller { language, name: &|party| party.id().to_owned(), title: &|kind, _| format!("a record of {kind}") }
}

/// Dossiers of the demonstration, by the address of their partnership.
async fn demonstration() -> BTreeMap<String, Dossier> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = crate::opening::open(folder.path(), None, None).await.expect("a store");
    crate::demo::load(&store).await.expect("the demonstration");
    let mut records: Vec<Record> = Vec::new();
    for kind in Kind::ALL {
        records.extend(store.records(&Question::of(kind)).await.expect("records"));
    }
    let partnerships = records.iter().filter(|record| record.kind() == Kind::Partnerships);
    let dossier = |record: &Record| {
        let dossier = Dossier::read(&records, &record.id).expect("readable").expect("a partnership");
        (dossier.partnership.slug.clone(), dossier)
    };
    partnerships.map(dossier).collect()
}

#[test]
fn every_rule_and_every_case_of_it_has_its_sentence() {
    for of in Rule::ALL {
        assert_ne!(rule(of).key, key::PLAIN_TEXT, "{}", of.id());
        for case in of.cases() {
            assert!(labels::found(&["finding", &of.id().to_lowercase(), case]).is_some(), "{} {case}", of.id());
        }
    }
}

#[tokio::test]
async fn the_partnerships_of_the_demonstration_are_told_without_a_gap() {
    let dossiers = demonstration().await;

    assert_eq!(dossiers.len(), 5);
    for (slug, dossier) in &dossiers {
        let findings = check(dossier, day("2026-11-22"));
        for language in Language::ALL {
            let teller = teller(language);
            let of_findings = findings.iter().map(|found| finding(found, &teller));
            let line = dossier.timeline();
            let of_line = line.iter().map(|entry| saying(&entry.saying, &entry.of, &teller));
            for message in of_findings.chain(of_line).chain(dossier.count_checks().iter().map(count)) {
                let said = language.say(&message);
                assert!(!said.contains("{$"), "{slug} {language}: {said}");
            }
        }
    }
}

#[tokio::test]
async fn the_agglomeration_of_walbrzych_is_told_as_its_sources_tell_it() {
    let dossiers = demonstration().await;
    let dossier = &dossiers["aglomeracja-walbrzyska"];
    let certain = |on: &str| dossier.members_on(day(on)).certain.len();

    assert_eq!((certain("2012-04-30"), certain("2015-12-22"), certain("2020-10-19")), (1, 22, 28));
    let in_april = dossier.count_checks().remove(0);
    assert_eq!(Language::Pl.say(&count(&in_april)), "Podano liczbę 14 bez nazw. Znani na pewno: 1.");
    let findings = check(dossier, day("2026-11-22"));
    let members = findings.iter().filter(|found| found.rule < Rule::Del001).map(|found| (found.rule.id(), found.case));
    assert_eq!(members.collect::<Vec<_>>(), [("PAR-001", "names-not-given"), ("PAR-005", "no-basis")]);
}

#[tokio::test]
async fn the_example_council_of_kalisz_had_its_quorum_and_majority() {
    let dossiers = demonstration().await;
    let dossier = &dossiers["aglomeracja-kalisko-ostrowska"];

    let decision = miedza_planning::partnership::resolution::judge(&dossier.resolutions[0], dossier.chamber()).expect("a body");

    assert_eq!((decision.has_quorum, decision.has_majority, decision.reasons), (Some(true), Some(true), Vec::new()));
}

#[test]
fn a_refused_effect_says_why_and_the_way_on() {
    let unit = UnitCode::parse("0205011").expect("a code");
    let teller = Teller { name: &|_| "Jawor".to_owned(), ..teller(Language::Pl) };

    let told = effect_refusal(&EffectRefusal::TargetMissing { field: "variant" }, &teller);
    let member = effect_refusal(&EffectRefusal::AlreadyMember { unit }, &teller);

    assert_eq!(Language::Pl.say(&told.told), "skutek nie mówi, czego dotyczy: pole „Wariant zasięgu” jest puste");
    assert_eq!(Language::Pl.say(&member.told), "Jawor – już członek w tym dniu");
}

#[test]
fn the_grounds_of_a_verdict_show_the_value_used() {
    use miedza_planning::partnership::call::{SMALL_COUNTY_TOWN, small_county_town};
    use miedza_planning::partnership::places::Population;

    let population = Some(Population { inhabitants: 25_000, year: 2020 });
    let judged = small_county_town(population, Some(true), SMALL_COUNTY_TOWN);
    let told: Vec<String> =
        grounds(&judged.grounds, &teller(Language::En)).iter().map(|message| Language::En.say(message)).collect();

    assert_eq!(told, ["population 25,000 in 2020", "seat of a county", "limit 20,000"]);
    assert_eq!(Language::Cs.say(&verdict(judged.verdict).into()), "nesplněno");
}
