//! Writes the example report in all languages and formats into a folder, to look at: `cargo run --example look -- FOLDER`.

use std::path::PathBuf;

use miedza_reports::delimitation::document;
use miedza_texts::Language;

#[path = "../tests/documents/sample.rs"]
mod sample;

fn main() -> Result<(), std::boxed::Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let document = document(&sample::study(language), language);
        std::fs::write(folder.join(format!("map-{language}.svg")), sample::map_svg(language).0)?;
        std::fs::write(folder.join(format!("report-{language}.html")), miedza_reports::html::write(&document))?;
        std::fs::write(folder.join(format!("report-{language}.docx")), miedza_reports::docx::write(&document)?)?;
        #[cfg(feature = "pdf")]
        std::fs::write(folder.join(format!("report-{language}.pdf")), miedza_reports::pdf::write(&document)?)?;
    }
    Ok(())
}
