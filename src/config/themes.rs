//! The themes there are: those that come with the program, and a person's own in `themes/`.

use std::path::Path;

use super::{Directories, Fault, text};
use crate::disk;
use crate::text::similar::nearest;
use crate::theme::{Background, Theme};

/// How many themes may go on from each other.
const LONGEST_CHAIN: usize = 8;

/// The theme of this name. One that comes with the program needs no file and goes before a person's
/// own of the same name.
///
/// # Errors
/// Every fault of the file; or the one that nothing has that name.
pub fn theme(directories: &Directories, name: &str) -> Result<Theme, Vec<Fault>> {
    load(directories, name, LONGEST_CHAIN)?.ok_or_else(|| {
        let path = directories.settings().unwrap_or_else(|| "config.ron".into());
        vec![Fault { suggestion: like(directories, name), ..Fault::of_file(&path, unknown(name)) }]
    })
}

/// Whether there is a theme of this name, faulty or not; if not, a sentence that says so.
///
/// # Errors
/// That sentence.
pub fn exists(directories: &Directories, name: &str) -> Result<(), String> {
    // Looked for only: reading it comes later, and tells its faults.
    let is_file = || file(directories, name).is_some_and(|file| disk::size(&file).is_some());
    if name == AUTO || builtin().any(|(known, _)| known == name) || is_file() {
        return Ok(());
    }
    let known = all(directories).join(", ");
    Err(match like(directories, name) {
        Some(meant) => format!("{}; did you mean `{meant}`?", unknown(name)),
        None => format!("{}; there are {known}", unknown(name)),
    })
}

/// What kind of theme it is, as far as is known without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One of two, as the terminal's page is.
    Auto,
    /// For a dark page.
    Dark,
    /// For a light page.
    Light,
    /// A person's own.
    Own,
}

/// What stands for the theme that fits the terminal's page.
pub const AUTO: &str = "auto";

/// The themes that come with the program, in the order of the picker.
pub fn builtin() -> impl Iterator<Item = (&'static str, Kind)> {
    Theme::pages().map(|(name, background)| match background {
        Background::Dark => (name, Kind::Dark),
        Background::Light => (name, Kind::Light),
    })
}

/// The names of a person's own themes, sorted.
pub fn own(directories: &Directories) -> Vec<String> {
    let Some(folder) = directories.themes() else { return Vec::new() };
    let files = disk::walk(&folder, "ron").filter_map(Result::ok);
    let here = files.filter(|path| path.parent() == Some(&folder));
    here.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// Everything that is wrong with one of a person's own themes.
pub fn faults(directories: &Directories, name: &str) -> Vec<Fault> {
    let path = file(directories, name).unwrap_or_default();
    if builtin().any(|(known, _)| known == name) || name == AUTO {
        let message = format!("`{name}` is taken by a theme that comes with the program");
        return vec![Fault::of_file(&path, message)];
    }
    load(directories, name, LONGEST_CHAIN).err().unwrap_or_default()
}

fn all(directories: &Directories) -> Vec<String> {
    builtin().map(|(name, _)| name.to_owned()).chain(own(directories)).collect()
}

fn unknown(name: &str) -> String {
    format!("there is no theme `{name}`")
}

fn like(directories: &Directories, name: &str) -> Option<String> {
    nearest(name, all(directories).iter().map(String::as_str)).map(String::from)
}

fn file(directories: &Directories, name: &str) -> Option<std::path::PathBuf> {
    // A name is no path: nothing outside the folder is reached by it.
    let is_plain = Path::new(name).file_name().is_some_and(|file| file == name);
    directories.themes().filter(|_| is_plain).map(|folder| folder.join(format!("{name}.ron")))
}

fn load(directories: &Directories, name: &str, left: usize) -> Result<Option<Theme>, Vec<Fault>> {
    if let Some(theme) = Theme::builtin(name) {
        return Ok(Some(theme));
    }
    let Some(path) = file(directories, name) else { return Ok(None) };
    let Some(source) = text(&path).map_err(|fault| vec![fault])? else { return Ok(None) };
    let mut base = |base: &str| match left.checked_sub(1) {
        None => Err(format!("too many themes go on from each other, or `{base}` from itself")),
        Some(left) => load(directories, base, left)
            .map_err(|_| format!("the theme `{base}` is faulty itself")),
    };
    let theme = Theme::parse(name, &source, &mut base).map_err(|problems| {
        problems.into_iter().map(|problem| Fault::at(&path, problem)).collect::<Vec<_>>()
    })?;
    Ok(Some(theme))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder of themes, each a name and its text.
    fn folder(themes: &[(&str, &str)]) -> (tempfile::TempDir, Directories) {
        let folder = tempfile::tempdir().unwrap();
        let directories = Directories { config: Some(folder.path().to_owned()), state: None };
        fs::create_dir(folder.path().join("themes")).unwrap();
        for (name, text) in themes {
            fs::write(folder.path().join(format!("themes/{name}.ron")), text).unwrap();
        }
        (folder, directories)
    }

    fn told(directories: &Directories, name: &str) -> Vec<String> {
        let faults = theme(directories, name).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_persons_theme_goes_on_from_any_other() {
        let (_folder, directories) = folder(&[
            ("mine", r#"(base: "calm", roles: { Date: (fg: "red") })"#),
            ("calm", r#"(base: "gruvbox-dark")"#),
        ]);
        assert_eq!(theme(&directories, "mine").unwrap().name(), "mine");
        assert_eq!(own(&directories), ["calm", "mine"]);
        assert_eq!(exists(&directories, "calm"), Ok(()));
    }

    #[test]
    fn faults_name_file_line_and_column() {
        let (_folder, directories) = folder(&[
            ("bad", "(background: Dark, roles: {\n  Dat: ()\n})"),
            ("worse", r#"(base: "bad")"#),
            ("ring", r#"(base: "ring")"#),
            ("dark", "()"),
        ]);
        assert_eq!(told(&directories, "bad"), ["bad.ron:2:3: no role `Dat`; did you mean `Date`?"]);
        assert_eq!(
            told(&directories, "worse"),
            ["worse.ron:1:9: the theme `bad` is faulty itself"]
        );
        assert_eq!(told(&directories, "ring"), ["ring.ron:1:9: the theme `ring` is faulty itself"]);
        assert_eq!(
            told(&directories, "gruvbox"),
            ["config.ron: there is no theme `gruvbox`; did you mean `gruvbox-dark`?"]
        );
        assert_eq!(told(&directories, "dark"), [""; 0]);
        assert_eq!(
            faults(&directories, "dark")[0].to_string(),
            "dark.ron: `dark` is taken by a theme that comes with the program"
        );
    }

    #[test]
    fn a_name_is_no_path() {
        let (folder, directories) = folder(&[]);
        fs::write(folder.path().join("x.ron"), r#"(base: "dark")"#).unwrap();
        for name in ["../x", "", "..", "/x", "themes/../../x"] {
            assert_eq!(told(&directories, name).len(), 1, "{name:?}");
        }
    }
}
