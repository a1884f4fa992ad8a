//! The pictures are what the program draws.

#[path = "../../examples/screenshots/pictures.rs"]
mod pictures;

use std::collections::BTreeSet;
use std::fs;

use crate::{expect, root};

#[test]
fn the_pictures_are_what_the_program_draws() {
    let folder = root().join("screenshots");
    let mut names = BTreeSet::new();
    for picture in pictures::all() {
        expect(&folder.join(&picture.name).with_extension("svg"), &picture.svg);
        assert!(names.insert(picture.name), "two pictures have one name");
    }
    let files = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    for file in files.filter(|file| file.extension().is_some_and(|e| e == "svg" || e == "png")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(names.contains(&name), "no scene makes {}", file.display());
    }
}
