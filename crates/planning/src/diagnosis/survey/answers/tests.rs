//! Forms as people fill them in.

use serde_json::json;

use super::*;
use crate::diagnosis::survey::{counted, returned};
use crate::record::{Origin, Visibility};

fn question(id: &str, kind: &str, is_required: bool) -> Kept<SurveyQuestion> {
    let options = json!({"original": "pl", "pl": {"text": "Tak\nNie\n\nNie wiem"}, "cs": {"text": "Ano\nNe\nNevím"},
        "en": {"text": "Yes\nNo"}});
    let values = json!({"survey": "s", "text": {"original": "pl", "pl": {"text": id}}, "question_kind": kind,
        "options": options, "is_required": is_required});
    let content = serde_json::from_value(values).expect("a question");
    Kept { id: id.to_owned(), partnership: None, origin: Origin::Own, visibility: Visibility::Public, content }
}

fn asked() -> Vec<Asked> {
    let all = [("one", "single", true), ("many", "multiple", false), ("rate", "scale", false), ("own", "open", false)];
    Asked::of("s", &all.map(|(id, kind, is_required)| question(id, kind, is_required)))
}

fn sent(pairs: &[(&str, &str)]) -> Result<BTreeMap<String, Given>, Vec<AnswerFault>> {
    let typed = |id: &str| pairs.iter().filter(|(name, _)| *name == id).map(|(_, text)| (*text).to_owned()).collect();
    answered(&asked(), typed)
}

fn fault(question: &str, kind: AnswerFaultKind) -> Vec<AnswerFault> {
    vec![AnswerFault { question: question.to_owned(), kind }]
}

#[test]
fn options_are_told_in_the_language_of_the_reader_where_their_lines_go_together() {
    let asked = asked();
    let one = asked.iter().find(|question| question.id == "one").expect("it is asked");

    assert_eq!(one.options, ["Tak", "Nie", "Nie wiem"]);
    assert_eq!(one.option("Nie", Tongue::Cs), "Ne");
    assert_eq!(one.option("Nie", Tongue::En), "Nie", "two lines for three options");
    assert_eq!(one.option("Może", Tongue::Cs), "Może", "an option that is on the list no more");
}

#[test]
fn what_fits_is_taken_and_each_fault_names_its_question() {
    let whole = [("one", "Tak"), ("many", "Nie wiem"), ("many", "Tak"), ("rate", "4"), ("own", " Most. ")];
    let answers = sent(&whole).expect("it fits");
    assert_eq!(answers["many"], Given::Options(vec!["Tak".to_owned(), "Nie wiem".to_owned()]));
    assert_eq!(answers["rate"], Given::Rating(4));
    assert_eq!(answers["own"], Given::Words("Most.".to_owned()));

    let long = "ż".repeat(LONGEST_WORDS + 1);
    let cases = [
        (vec![("rate", "4")], "one", AnswerFaultKind::Missing),
        (vec![("one", "Tak"), ("one", "Nie")], "one", AnswerFaultKind::OnlyOne),
        (vec![("one", "Ano")], "one", AnswerFaultKind::NoSuchOption),
        (vec![("one", "Tak"), ("rate", "6")], "rate", AnswerFaultKind::NoSuchOption),
        (vec![("one", "Tak"), ("rate", "0")], "rate", AnswerFaultKind::NoSuchOption),
        (vec![("one", "Tak"), ("own", &long)], "own", AnswerFaultKind::TooLong),
    ];
    for (pairs, question, kind) in cases {
        assert_eq!(sent(&pairs), Err(fault(question, kind)), "{question} {kind:?}");
    }
}

#[test]
fn a_form_without_any_answer_is_refused_as_a_whole() {
    let optional: Vec<Asked> = asked().into_iter().filter(|question| !question.is_required).collect();

    assert_eq!(answered(&optional, |_| vec![" ".to_owned()]), Err(fault("", AnswerFaultKind::Empty)));
}

#[test]
fn what_is_kept_comes_back() {
    let answers = sent(&[("one", "Nie"), ("rate", "5"), ("own", "5")]).expect("it fits");

    let again: BTreeMap<String, Given> = serde_json::from_value(json!(answers)).expect("readable");

    assert_eq!(again, answers);
}

#[test]
fn answers_are_counted_by_municipality_and_former_options_stand_at_the_end() {
    let day: Day = "2026-05-04".parse().expect("a day");
    let sheet = |unit: Option<&str>, option: &str| AnswerSheet {
        id: String::new(),
        unit: unit.map(ToOwned::to_owned),
        channel: Channel::Web,
        day,
        answers: [("one".to_owned(), Given::Options(vec![option.to_owned()]))].into_iter().collect(),
    };
    let sheets = [sheet(None, "Tak"), sheet(Some("b"), "Tak"), sheet(Some("a"), "Nie"), sheet(Some("b"), "Może")];

    let table = counted(&asked()[0], &[]);
    assert!(table.rows.is_empty());
    let one = asked().into_iter().find(|question| question.id == "one").expect("it is asked");
    let table = counted(&one, &sheets);

    assert_eq!(table.rows, [Some("a".to_owned()), Some("b".to_owned()), None]);
    assert_eq!(table.columns, ["Tak", "Nie", "Nie wiem", "Może"]);
    assert_eq!(table.counts, [[0, 1, 0, 0], [1, 0, 0, 1], [1, 0, 0, 0]]);
    assert_eq!(returned(&sheets).counts, [[1], [2], [1]]);
}
