//! Writes example diagnoses in all languages and formats into a folder, to look at: `cargo run --example diagnosis -- FOLDER`.

use std::path::PathBuf;

use miedza_reports::diagnosis::{document, workbook};
use miedza_texts::Language;

#[path = "../tests/documents/diagnosis_sample.rs"]
mod diagnosis_sample;

fn main() -> Result<(), std::boxed::Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for (language, members) in [(Language::Pl, 22), (Language::Cs, 7), (Language::En, 7)] {
        let study = diagnosis_sample::study(members);
        let document = document(&study, language);
        std::fs::write(folder.join(format!("diagnosis-{language}.html")), miedza_reports::html::write(&document))?;
        std::fs::write(folder.join(format!("diagnosis-{language}.docx")), miedza_reports::docx::write(&document)?)?;
        std::fs::write(
            folder.join(format!("diagnosis-{language}.xlsx")),
            miedza_reports::xlsx::write(&workbook(&study, language))?,
        )?;
        #[cfg(feature = "pdf")]
        {
            let begin = std::time::Instant::now();
            let pdf = miedza_reports::pdf::write(&document)?;
            eprintln!("{language}: {} bytes of PDF in {:?}", pdf.len(), begin.elapsed());
            std::fs::write(folder.join(format!("diagnosis-{language}.pdf")), pdf)?;
        }
    }
    Ok(())
}
