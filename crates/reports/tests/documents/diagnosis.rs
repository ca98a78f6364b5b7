//! The diagnostic report in all formats: its chapters, its honest gaps, its sources, and the workbook beside it.

use miedza_reports::diagnosis::{
    ChapterKind, ChapterStudy, Comment, Flag, IndicatorStudy, Member, MemberYear, Problem, Source, Study, Whose, YearStudy,
    document, workbook,
};
use miedza_reports::document::{Block, Day, Document, Style};
use miedza_reports::{docx, html, xlsx};
use miedza_texts::Language;

use crate::diagnosis_sample;
use crate::report::{outline, part, tables};

fn report(language: Language) -> Document {
    document(&diagnosis_sample::study(7), language)
}

fn text_of(document: &Document) -> String {
    serde_json::to_string(document).expect("a tree of strings")
}

#[test]
fn the_report_has_its_nineteen_chapters_in_order() {
    insta::assert_snapshot!(outline(&report(Language::En)));
}

#[test]
fn an_empty_study_has_all_chapters_and_none_is_empty() {
    for language in Language::ALL {
        let tree = document(&Study::default(), language);

        let numbers: Vec<&str> = tree
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(heading) if heading.level == 1 => Some(heading.number.as_str()),
                _ => None,
            })
            .collect();
        let expected: Vec<String> = std::iter::once(String::new())
            .chain((1..=19).map(|n| n.to_string()))
            .chain(["A", "B", "C"].map(str::to_owned))
            .collect();
        assert_eq!(numbers, expected);
        assert_no_bare_heading(&tree);
        assert!(html::write(&tree).contains("</main>"));
        assert!(!docx::write(&tree).expect("no picture to fail").is_empty());
    }
}

/// Every heading has something under it: a block, or a heading of a lower rank.
fn assert_no_bare_heading(tree: &Document) {
    for pair in tree.blocks.windows(2) {
        if let Block::Heading(heading) = &pair[0] {
            let is_bare = match &pair[1] {
                Block::Heading(next) => next.level <= heading.level,
                Block::PageBreak => true,
                _ => false,
            };
            assert!(!is_bare, "nothing under {:?}", heading.text);
        }
    }
    assert!(!matches!(tree.blocks.last(), Some(Block::Heading(_))));
}

#[test]
fn no_heading_stands_alone_and_no_indicator_without_figures_has_one() {
    let tree = report(Language::Pl);

    assert_no_bare_heading(&tree);
    let is_heading = |block: &Block| matches!(block, Block::Heading(heading) if heading.text == "Przeciętne trwanie życia");
    assert!(!tree.blocks.iter().any(is_heading));
    assert!(text_of(&tree).contains("Brak danych dla wskaźników: Przeciętne trwanie życia."));
}

#[test]
fn all_languages_tell_the_same_blocks_with_all_arguments() {
    let kinds = |language| report(language).blocks.iter().map(std::mem::discriminant).collect::<Vec<_>>();

    assert_eq!(kinds(Language::Pl), kinds(Language::En));
    assert_eq!(kinds(Language::Cs), kinds(Language::En));
    for language in Language::ALL {
        for tree in [report(language), document(&Study::default(), language)] {
            let text = text_of(&tree);
            assert!(!text.contains("{$"), "{language}: {}", text.split("{$").nth(1).unwrap_or_default());
        }
    }
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    for members in [0, 1, 7, 22] {
        let tree = document(&diagnosis_sample::study(members), Language::Cs);
        for table in tables(&tree) {
            let rows = table.rows.iter().chain(&table.totals);
            assert!(
                rows.clone().count() > 0 && rows.into_iter().all(|row| row.len() == table.columns.len()),
                "{}",
                table.caption
            );
        }
    }
}

#[test]
fn every_table_and_drawing_of_figures_names_its_source_in_full_once_in_a_section() {
    let tree = report(Language::Pl);

    let (mut told, mut full) = (0, 0);
    for block in &tree.blocks {
        let note = match block {
            Block::Table(table) if table.note.contains("Obliczenie:") => &table.note,
            Block::Figure(figure) => &figure.caption,
            _ => continue,
        };
        told += 1;
        let source = note.split("Źródło: ").nth(1).unwrap_or_else(|| panic!("no source: {note}"));
        let is_full = source.starts_with("Główny Urząd Statystyczny") && source.contains("pobrano 12\u{a0}listopada 2026 [");
        full += usize::from(is_full);
        assert!(is_full || source.starts_with('['), "{note}");
    }
    assert!(told > 60 && full > 30 && full < told, "{full} of {told}");
}

#[test]
fn every_reference_leads_to_an_entry_of_the_list() {
    let tree = report(Language::En);

    let page = html::write(&tree);
    let package = docx::write(&tree).expect("a good report");
    let office = part(&package, "word/document.xml");

    let entries = tree.blocks.iter().find_map(|block| match block {
        Block::Sources(sources) => Some(sources.entries.len()),
        _ => None,
    });
    assert!(entries.is_some_and(|entries| entries >= 5));
    for reference in page.split("href=\"#source-").skip(1) {
        let number = reference.split('"').next().expect("a number");
        assert!(page.contains(&format!("id=\"source-{number}\"")), "{number}");
        assert!(office.contains(&format!("w:name=\"source{number}\"")), "{number}");
    }
    assert!(roxmltree::Document::parse(&office).is_ok());
}

fn with_comment(comment: Comment) -> Document {
    let indicator = IndicatorStudy {
        name: "Wages".to_owned(),
        member_values: vec![Some(1.0)],
        claims: vec!["Wages rose.".to_owned()],
        ..IndicatorStudy::default()
    };
    let chapter = ChapterStudy {
        kind: ChapterKind::Economy,
        comment: Some(comment),
        indicators: vec![indicator],
        ..ChapterStudy::default()
    };
    document(&Study { chapters: vec![chapter], ..Study::default() }, Language::En)
}

#[test]
fn an_edited_comment_stands_instead_of_the_claims_and_says_when_its_figures_changed() {
    let cases = [
        ("edited, changed", "Written by people.", true, vec!["Wages".to_owned()], (false, true)),
        ("edited, same", "Written by people.", true, Vec::new(), (false, false)),
        ("automatic, changed", "Told by the program.", false, vec!["Wages".to_owned()], (false, false)),
        ("empty", " \n\n ", false, Vec::new(), (true, false)),
    ];
    for (name, text, is_edited, figures_changed, (has_claims, has_note)) in cases {
        let tree = with_comment(Comment { text: text.to_owned(), is_edited, figures_changed });

        let told = text_of(&tree);
        assert_eq!(told.contains("Wages rose."), has_claims, "{name}");
        assert_eq!(tree.blocks.iter().any(|block| matches!(block, Block::Note(_))), has_note, "{name}");
        assert!(text.trim().is_empty() || told.contains(text), "{name}");
        assert_no_bare_heading(&tree);
    }
}

#[test]
fn hostile_names_are_only_text_in_every_format() {
    let tree = report(Language::Pl);

    let page = html::write(&tree);
    assert!(page.contains("Przygodzice &lt;#$*@&gt;") && !page.contains("Przygodzice <#"));
    let office = docx::write(&tree).expect("a good report");
    assert!(part(&office, "word/document.xml").contains("Przygodzice &lt;#$*@&gt;"));
    for block in &tree.blocks {
        if let Block::Figure(figure) = block {
            assert!(roxmltree::Document::parse(&figure.svg).is_ok() && !figure.svg.contains("<#"), "{}", figure.caption);
        }
    }
}

#[test]
fn a_missing_figure_is_a_dash_and_a_protected_answer_a_sign() {
    let tree = report(Language::Pl);

    let survey = tables(&tree).find(|table| table.caption.starts_with("Co najbardziej")).expect("the survey");
    assert_eq!(survey.rows[3], ["Inne", "#", "#"]);
    let members = tables(&tree).find(|table| table.caption == "Członkowie partnerstwa").expect("the members");
    assert_eq!(members.rows[5][5], "–");
    assert_eq!(members.totals.as_ref().expect("a sum")[5], "–", "a sum with a missing part is missing");
}

#[test]
fn the_summary_stands_first_with_its_claims_and_their_sources() {
    let tree = report(Language::En);

    let end = tree.blocks.iter().skip(1).position(|block| *block == Block::PageBreak).expect("a page for the summary");
    let list = tree.blocks[..end].iter().find_map(|block| match block {
        Block::List(list) if list.is_numbered => Some(list),
        _ => None,
    });
    let list = list.expect("the claims");
    assert!(list.items.iter().all(|item| item.iter().any(|run| run.style == Style::Source)));
}

#[test]
fn the_workbook_begins_with_the_sources_and_every_row_fits_its_columns() {
    for language in Language::ALL {
        let book = workbook(&diagnosis_sample::study(22), language);

        assert_eq!(book.sheets.len(), 13);
        assert_eq!(book.sheets[0].rows.len(), 6);
        for sheet in &book.sheets {
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
            assert!(!format!("{sheet:?}").contains("{$"), "{}", sheet.name);
        }
    }
}

#[test]
fn the_workbook_is_the_same_twice_and_holds_no_formula() {
    let write = || xlsx::write(&workbook(&diagnosis_sample::study(7), Language::Pl)).expect("a good workbook");

    let bytes = write();

    assert!(bytes == write());
    for number in 1..=13 {
        assert!(!part(&bytes, &format!("xl/worksheets/sheet{number}.xml")).contains("<f>"));
    }
}

#[test]
fn an_empty_study_has_a_workbook_with_its_empty_list_of_sources() {
    let book = workbook(&Study::default(), Language::En);

    assert_eq!(book.sheets.len(), 1);
    assert!(!xlsx::write(&book).expect("a good workbook").is_empty());
}

#[test]
fn a_study_survives_being_kept_as_json() {
    let study = diagnosis_sample::study(7);

    let kept: Study = serde_json::from_str(&serde_json::to_string(&study).expect("plain data")).expect("the same shape");

    assert!(document(&kept, Language::Pl) == document(&study, Language::Pl));
    assert!(serde_json::from_str::<Study>("{}").expect("every part may be missing") == Study::default());
}

#[cfg(feature = "pdf")]
#[test]
fn the_pages_are_tagged_and_quick() {
    let tree = report(Language::Pl);

    let begin = std::time::Instant::now();
    let pdf = miedza_reports::pdf::write(&tree).expect("a good report");
    eprintln!("{} bytes in {:?}", pdf.len(), begin.elapsed());

    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    for tag in ["/StructTreeRoot", "pdfuaid:part", "pdfaid:part"] {
        assert!(text.contains(tag), "{tag}");
    }
}

fn source(publisher: &str, years: impl IntoIterator<Item = i32>, day: u8) -> Source {
    Source {
        publisher: publisher.to_owned(),
        years: years.into_iter().collect(),
        retrieved: Some(Day { year: 2026, month: 5, day }),
        ..Source::default()
    }
}

/// An area of two municipalities with one indicator of 2020 to 2024, whose figures come from two imports.
fn own_area() -> Study {
    let years = 2020..=2024;
    let indicator = IndicatorStudy {
        code: "population".to_owned(),
        name: "Ludność".to_owned(),
        years: years.clone().map(|year| YearStudy { year, value: Some(100.0), ..YearStudy::default() }).collect(),
        member_values: vec![Some(60.0), Some(40.0)],
        member_years: years
            .flat_map(|year| [0, 1].map(|member| MemberYear { member, year, value: Some(50.0), flag: Flag::Final }))
            .collect(),
        claims: vec!["Wartość w 2024 r. to 100 os.".to_owned()],
        claim_sources: vec![source("Urząd B", [2024], 3)],
        sources: vec![source("Urząd A", [2020, 2021], 1), source("Urząd B", [2022, 2023, 2024], 3)],
        ..IndicatorStudy::default()
    };
    let member = |name: &str| Member { name: name.to_owned(), code: format!("30010{}", name.len()), ..Member::default() };
    Study {
        title: "Ziemia".to_owned(),
        area: "Ziemia".to_owned(),
        whose: Whose::Own,
        members: vec![member("Czarnków"), member("Lubasz")],
        chapters: vec![ChapterStudy { kind: ChapterKind::Demography, indicators: vec![indicator], ..ChapterStudy::default() }],
        ..Study::default()
    }
}

#[test]
fn an_own_area_is_no_partnership_and_has_no_columns_that_hold_nothing() {
    let strange = [(Language::Pl, "partnerstw"), (Language::Cs, "partnerstv"), (Language::En, "partnership")];
    for (language, word) in strange {
        let tree = document(&own_area(), language);

        let text = text_of(&tree).to_lowercase();
        assert!(!text.contains(word), "{language}: {}", text.split(word).next().unwrap_or_default().len());
        assert_eq!(tables(&tree).next().expect("the municipalities").columns.len(), 4, "name, code, population, area");
    }
}

#[test]
fn figures_cite_the_sources_of_their_years_only() {
    let tree = document(&own_area(), Language::Pl);

    let text = text_of(&tree);
    let charts = tree.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.caption.as_str()),
        _ => None,
    });
    let captions: Vec<&str> = charts.collect();
    assert!(captions[0].contains("Urząd A, 2020–2021, pobrano 1\u{a0}maja 2026"), "{captions:?}");
    assert!(captions[0].contains("Urząd B, 2022–2024"), "{captions:?}");
    assert!(captions[1].contains("Urząd B, 2024") && !captions[1].contains("Urząd A"), "{captions:?}");
    assert!(text.contains("Urząd A, 2020–2021"), "the list of sources names all years");
}

#[test]
fn a_report_bears_the_day_on_which_its_newest_data_were_retrieved() {
    let tree = document(&own_area(), Language::Pl);

    assert_eq!(tree.day, Day { year: 2026, month: 5, day: 3 });
    let fact = tree.facts.iter().find(|fact| fact.term == "Stan danych na").expect("the day of the data");
    assert_eq!(fact.runs[0].text, "3\u{a0}maja 2026");
}

#[test]
fn the_workbook_holds_the_values_of_municipalities_of_all_years() {
    let book = workbook(&own_area(), Language::Pl);

    let sheet = book.sheets.iter().find(|sheet| sheet.name == "Wartości gmin").expect("values of municipalities");
    assert_eq!(sheet.rows.len(), 10, "two municipalities in five years");
}

#[test]
fn problems_stand_below_what_they_belong_to() {
    let problem = |depth, text: &str| Problem { depth, text: text.to_owned(), ..Problem::default() };
    let study =
        Study { problems: vec![problem(0, "Ubywa mieszkańców"), problem(1, "Młodzi wyjeżdżają")], ..Study::default() };

    let tree = document(&study, Language::Pl);

    let table = tables(&tree).find(|table| table.rows.len() == 2).expect("the tree of problems");
    assert_eq!([&table.rows[0][1], &table.rows[1][1]], ["Ubywa mieszkańców", "–\u{a0}Młodzi wyjeżdżają"]);
}
