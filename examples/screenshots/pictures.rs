//! The pictures: each scene played in the reader, without a terminal, and drawn as SVG.

mod glyphs;
mod player;
mod reel;
mod svg;

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

const SCENES: &str = include_str!("scenes.ron");
const REEL: &str = include_str!("reel.ron");

/// A picture.
pub struct Picture {
    /// The name of its file, without an ending.
    pub name: String,
    /// The picture itself.
    pub svg: String,
}

/// What a picture shows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scene {
    name: String,
    /// Columns and rows.
    size: (u16, u16),
    #[serde(default)]
    page: Page,
    /// A theme by name, in place of the page's own.
    theme: Option<String>,
    #[serde(default)]
    language: InterfaceIn,
    /// A sample's file.
    open: Option<String>,
    /// Or a release with its file's name.
    text: Option<(String, String)>,
    /// The keys pressed.
    keys: Option<String>,
}

/// What the terminal's own page looks like.
#[derive(Clone, Copy, Default, Deserialize)]
enum Page {
    #[default]
    Dark,
    Light,
}

/// What the reader itself speaks.
#[derive(Clone, Copy, Default, Deserialize)]
enum InterfaceIn {
    #[default]
    English,
    Korean,
}

/// Every picture.
///
/// # Panics
/// When a scene cannot be played.
pub fn all() -> impl Iterator<Item = Picture> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let scenes: Vec<Scene> = options.from_str(SCENES).expect("scenes.ron is well formed");
    let reel = options.from_str(REEL).expect("reel.ron is well formed");
    let pictures = scenes.into_iter().map(|scene| {
        let svg = svg::written(&player::play(&scene), scene.page);
        Picture { name: scene.name, svg }
    });
    pictures.chain(std::iter::once_with(move || reel::picture(reel)))
}
