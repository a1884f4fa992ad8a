//! Pictures of the reader, made from key scripts, so that they are never out of date.
//!
//! `cargo run --example screenshots` writes `screenshots/*.svg`; with `--features screenshots` also the
//! `.png` beside each, which needs the fonts `DejaVu` Sans Mono and Noto Sans Mono
//! CJK KR (Debian's fonts-dejavu-core and fonts-noto-cjk).

#[path = "screenshots/pictures.rs"]
mod pictures;
#[cfg(feature = "screenshots")]
#[path = "screenshots/png.rs"]
mod png;

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    fs::create_dir_all(&folder)?;
    #[cfg(feature = "screenshots")]
    let printer = png::Printer::new()?;
    for picture in pictures::all() {
        let path = folder.join(&picture.name).with_extension("svg");
        fs::write(&path, &picture.svg)?;
        #[cfg(feature = "screenshots")]
        fs::write(path.with_extension("png"), printer.print(&picture.svg))?;
    }
    Ok(())
}
