//! From an SVG drawing to a PNG picture, for formats that take no drawing.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::error::Error;

/// More pixels than this on one side are refused.
const LARGEST_SIDE: u32 = 12_000;

/// Draws an SVG on white, `scale` pixels for each unit of the drawing.
///
/// Letters are set in Lato, whatever family the drawing names.
///
/// # Errors
/// [`Error::Picture`] if the text is no SVG, [`Error::PictureSize`] if the picture would have no pixel or more than
/// 12,000 on a side.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
    let options = Options { font_family: "Lato".to_owned(), fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|fault| Error::Picture(fault.to_string()))?;
    let size = tree.size().to_int_size().scale_by(scale).ok_or(Error::PictureSize { width: 0, height: 0 })?;
    let (width, height) = (size.width(), size.height());
    if width > LARGEST_SIDE || height > LARGEST_SIDE {
        return Err(Error::PictureSize { width, height });
    }
    let mut pixels = Pixmap::new(width, height).ok_or(Error::PictureSize { width, height })?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|fault| Error::Picture(fault.to_string()))
}

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    Arc::clone(FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_font_data(crate::SANS_REGULAR.to_vec());
        fonts.load_font_data(crate::SANS_BOLD.to_vec());
        fonts.set_sans_serif_family("Lato");
        Arc::new(fonts)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_a_picture_of_its_size_times_the_scale() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><text x="1" y="9">ł</text></svg>"#;

        let picture = png(svg, 2.0).expect("a good drawing");

        assert_eq!(picture.get(16..24), Some(&[0, 0, 0, 40, 0, 0, 0, 20][..]));
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        assert!(matches!(png("no drawing", 1.0), Err(Error::Picture(_))));
    }

    #[test]
    fn a_picture_of_gigantic_size_is_refused() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="10"><path d="M0 0"/></svg>"#;

        assert!(matches!(png(svg, 2.0), Err(Error::PictureSize { .. })));
    }
}
