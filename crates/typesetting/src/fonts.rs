//! The fonts of all pages, loaded once: Libertinus Serif and DejaVu Sans Mono from Typst's own set, Lato from this crate.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::FontStore;

/// All fonts that a template may name.
pub fn store() -> &'static FontStore {
    static STORE: OnceLock<FontStore> = OnceLock::new();
    STORE.get_or_init(|| {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::embedded());
        for data in [crate::SANS_REGULAR, crate::SANS_BOLD] {
            for font in Font::iter(Bytes::new(data)) {
                let info = font.info().clone();
                store.push((font, info));
            }
        }
        store
    })
}
