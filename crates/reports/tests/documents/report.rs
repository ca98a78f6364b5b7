//! The example report in all formats: what a reader, a screen reader and an office program find in it.

use std::io::Read as _;

use miedza_reports::delimitation::{Study, document};
use miedza_reports::document::{Block, Document};
use miedza_reports::{docx, html};
use miedza_texts::Language;

use crate::sample;

fn report(language: Language) -> Document {
    document(&sample::study(language), language)
}

/// Each block in a line of its own, drawings and long cells left out.
pub fn outline(document: &Document) -> String {
    let line = |block: &Block| match block {
        Block::Heading(heading) => format!("{} {} {}", "#".repeat(heading.level.into()), heading.number, heading.text),
        Block::Paragraph(paragraph) => format!("paragraph, {} runs", paragraph.runs.len()),
        Block::List(list) => format!("list of {}", list.items.len()),
        Block::Note(note) => format!("note: {}", note.title),
        Block::KeyFigures(figures) => {
            figures.figures.iter().map(|figure| format!("{} {}", figure.value, figure.label)).collect::<Vec<_>>().join(" | ")
        }
        Block::Facts(facts) => {
            format!("facts: {}", facts.facts.iter().map(|fact| fact.term.as_str()).collect::<Vec<_>>().join(", "))
        }
        Block::Table(table) => format!("table: {}, {} by {}", table.caption, table.rows.len(), table.columns.len()),
        Block::Figure(figure) => format!("figure: {}", figure.caption),
        Block::Sources(sources) => format!("sources: {}", sources.entries.len()),
        Block::PageBreak => "page".to_owned(),
    };
    document.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_report_has_its_eight_chapters_in_order() {
    insta::assert_snapshot!(outline(&report(Language::En)));
}

#[test]
fn all_languages_tell_the_same_blocks() {
    let kinds = |language| report(language).blocks.iter().map(std::mem::discriminant).collect::<Vec<_>>();

    assert_eq!(kinds(Language::Pl), kinds(Language::En));
    assert_eq!(kinds(Language::Cs), kinds(Language::En));
}

#[test]
fn every_sentence_has_all_its_arguments() {
    for language in Language::ALL {
        let text = serde_json::to_string(&report(language)).expect("a tree of strings");

        assert!(!text.contains("{$"), "{language}: {}", text.split("{$").nth(1).unwrap_or_default());
    }
}

#[test]
fn a_missing_figure_is_a_dash_and_never_a_zero() {
    let tree = report(Language::Pl);

    let areas = tables(&tree).find(|table| table.caption.starts_with("Obszary funkcjonalne")).expect("the table of areas");

    assert_eq!(areas.rows[1][2], "–");
    assert_eq!(areas.totals.as_ref().expect("two areas are summed")[2], "–", "a sum with a missing part is missing");
}

pub fn tables(document: &Document) -> impl Iterator<Item = &miedza_reports::document::Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    for table in tables(&report(Language::Cs)) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.caption);
    }
}

#[test]
fn an_empty_study_still_makes_a_report() {
    for language in Language::ALL {
        let tree = document(&Study { title: "x".to_owned(), ..Study::default() }, language);

        assert!(html::write(&tree).contains("</main>"));
        assert!(!docx::write(&tree).expect("no picture to fail").is_empty());
    }
}

#[test]
fn the_page_needs_no_other_file_and_no_script() {
    let page = html::write(&report(Language::Pl));

    assert!(page.contains("<html lang=\"pl\">") && page.contains("<main id=\"text\">") && page.contains("class=\"skip\""));
    let foreign = page.replace("http://www.w3.org/2000/svg", "");
    for forbidden in ["<script", "http://", "https://", "<link", "url(http", "@import"] {
        assert!(!foreign.contains(forbidden), "{forbidden}");
    }
    assert!(page.contains("scope=\"col\"") && page.contains("scope=\"row\"") && page.contains("<caption"));
}

#[test]
fn hostile_names_are_only_text_in_a_page() {
    let page = html::write(&report(Language::Pl));

    assert!(page.contains("Przygodzice &lt;#$*@&gt;") && !page.contains("Przygodzice <#"));
}

#[test]
fn the_page_is_the_same_twice() {
    assert_eq!(html::write(&report(Language::Cs)), html::write(&report(Language::Cs)));
}

pub fn part(package: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("the part is there").read_to_string(&mut text).expect("the part is text");
    text
}

#[test]
fn every_part_of_the_office_file_is_well_formed() {
    let package = docx::write(&report(Language::Cs)).expect("a good report");

    for name in [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/app.xml",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/_rels/document.xml.rels",
    ] {
        let text = part(&package, name);
        assert!(roxmltree::Document::parse(&text).is_ok(), "{name}: {:?}", roxmltree::Document::parse(&text).err());
    }
}

#[test]
fn the_office_file_has_real_headings_repeated_heads_and_described_pictures() {
    let package = docx::write(&report(Language::Pl)).expect("a good report");

    let text = part(&package, "word/document.xml");

    assert_eq!(text.matches("w:val=\"Heading1\"").count(), 8);
    assert_eq!(text.matches("<w:tblHeader/>").count(), text.matches("<w:tblCaption").count());
    assert!(text.contains("descr=\"Mapa: 2 obszary") && text.contains("SEQ Table") && text.contains("<w:titlePg/>"));
    assert!(text.contains("Przygodzice &lt;#$*@&gt;"));
    assert!(part(&package, "word/styles.xml").contains("<w:lang w:val=\"pl-PL\""));
    assert!(part(&package, "docProps/core.xml").contains("<dc:language>pl-PL</dc:language>"));
    assert!(part(&package, "word/footer1.xml").contains("NUMPAGES"));
}

#[test]
fn the_office_file_is_the_same_twice() {
    let write = || docx::write(&report(Language::En)).expect("a good report");

    assert!(write() == write());
}

#[cfg(feature = "pdf")]
#[test]
fn the_pages_are_tagged_and_the_same_twice() {
    let write = || miedza_reports::pdf::write(&report(Language::Cs)).expect("a good report");

    let pdf = write();

    assert!(pdf == write(), "the same report gives the same bytes");
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    for tag in ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid:part", "pdfaid:part"] {
        assert!(text.contains(tag), "{tag}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn all_letters_can_be_taken_out_of_the_pages_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, miedza_reports::pdf::write(&report(Language::Pl)).expect("a good report"))
        .expect("the folder can be written");

    let Ok(output) = std::process::Command::new("pdftotext").arg(&file).arg("-").output() else {
        eprintln!("skipped: pdftotext is not installed");
        return;
    };

    let text = String::from_utf8_lossy(&output.stdout);
    for words in ["Ostrów Wielkopolski", "Spis treści", "Przygodzice <#$*@>", "Tabela 1", "Rysunek 1", "miejsca pracy"] {
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words}\n{text}");
    }
}
