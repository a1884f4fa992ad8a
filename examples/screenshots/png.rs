//! SVG to PNG.

use std::io;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// Draws SVG pictures with the fonts of the system.
pub struct Printer {
    options: Options<'static>,
}

impl Printer {
    /// Loads the fonts.
    ///
    /// # Errors
    /// When one is not installed: another would not fit the cells.
    pub fn new() -> io::Result<Self> {
        let mut fonts = fontdb::Database::new();
        fonts.load_system_fonts();
        for family in ["DejaVu Sans Mono", "Noto Sans Mono CJK KR"] {
            let mut names = fonts.faces().flat_map(|face| &face.families);
            if !names.any(|(name, _)| name == family) {
                let sentence = format!("the font {family} is not installed");
                return Err(io::Error::new(io::ErrorKind::NotFound, sentence));
            }
        }
        Ok(Self { options: Options { fontdb: Arc::new(fonts), ..Options::default() } })
    }

    /// The picture as PNG.
    ///
    /// # Panics
    /// When it is no picture.
    pub fn print(&self, svg: &str) -> Vec<u8> {
        let tree = Tree::from_str(svg, &self.options).expect("an SVG picture");
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).expect("a size");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().expect("pixels")
    }
}
