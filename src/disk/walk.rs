//! The files below a folder: in order of name, each once, whatever links there are.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;
use walkdir::{DirEntry, WalkDir};

/// Something a walk could not look at; the walk goes on.
#[derive(Debug, Error)]
pub enum WalkProblem {
    /// A folder or a link the system does not let us follow.
    #[error("{}: {source}", .path.display())]
    Unreadable {
        /// What it is.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A link that leads back to a folder it is in.
    #[error("{}: the link leads back to {}", .path.display(), .to.display())]
    Loop {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// A folder in too many folders, not looked into.
    #[error("{}: folders this deep are not looked into", .0.display())]
    TooDeep(PathBuf),
    /// The folder holds too much; the walk ended.
    #[error("{}: more than {limit} entries; the rest was left out", .root.display())]
    TooMany {
        /// Where the walk began.
        root: PathBuf,
        /// How many entries were looked at.
        limit: usize,
    },
}

/// The most a walk looks at.
#[derive(Clone, Copy)]
struct Bounds {
    depth: usize,
    entries: usize,
}

const BOUNDS: Bounds = Bounds { depth: 32, entries: 1_000_000 };

/// The files below `root` that have the extension (in any case, without its dot), found as the
/// iterator is asked. Links are followed, but nothing below `root` comes twice; what is hidden
/// and folders named `target` are left out. If `root` is a file, it is all there is.
pub fn walk(
    root: &Path,
    extension: &str,
) -> impl Iterator<Item = Result<PathBuf, WalkProblem>> + use<> {
    walk_within(root, extension, BOUNDS)
}

fn walk_within(
    root: &Path,
    extension: &str,
    bounds: Bounds,
) -> impl Iterator<Item = Result<PathBuf, WalkProblem>> + use<> {
    let (root, extension) = (root.to_owned(), extension.to_owned());
    entries(&root, bounds).enumerate().take(bounds.entries.saturating_add(1)).filter_map(
        move |(count, entry)| {
            if count == bounds.entries {
                let root = root.clone();
                return Some(Err(WalkProblem::TooMany { root, limit: bounds.entries }));
            }
            match entry {
                Err(error) => problem(error, &root, &extension).map(Err),
                Ok(entry) if entry.file_type().is_dir() => {
                    let too_deep = entry.depth() == bounds.depth;
                    too_deep.then(|| Err(WalkProblem::TooDeep(entry.into_path())))
                }
                Ok(entry) => has_extension(entry.path(), &extension).then(|| Ok(entry.into_path())),
            }
        },
    )
}

/// The folders that [`walk`] looks into, `root` first, as they are found; none where it is a file.
pub fn folders(root: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = entries(root, BOUNDS).take(BOUNDS.entries).flatten();
    entries.filter(|entry| entry.file_type().is_dir()).map(DirEntry::into_path)
}

/// All that a walk looks at.
fn entries(root: &Path, bounds: Bounds) -> impl Iterator<Item = walkdir::Result<DirEntry>> + use<> {
    let mut links = Links::new(root);
    WalkDir::new(root)
        .follow_links(true)
        .max_depth(bounds.depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| entry.depth() == 0 || is_wanted(entry) && links.is_new(entry))
}

/// Whether a link below `root` leads to a place below it, where a walk finds everything without it.
pub fn is_link_inside(path: &Path, root: &Path) -> bool {
    let leads = || Some(path.canonicalize().ok()?.starts_with(root.canonicalize().ok()?));
    path.is_symlink() && leads().unwrap_or(false)
}

fn is_wanted(entry: &DirEntry) -> bool {
    let built = entry.file_type().is_dir() && entry.file_name().eq_ignore_ascii_case("target");
    !built && !is_hidden(entry.path())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Whether a file has an extension, in any case, without its dot.
pub fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// What to say about a failure; nothing about what is hidden, or a broken link to a file nobody
/// asked for.
fn problem(error: walkdir::Error, root: &Path, extension: &str) -> Option<WalkProblem> {
    let path = error.path().unwrap_or(root).to_owned();
    if path != root && is_hidden(&path) {
        return None;
    }
    if let Some(to) = error.loop_ancestor() {
        return Some(WalkProblem::Loop { path, to: to.to_owned() });
    }
    if path != root && path.is_symlink() && !has_extension(&path, extension) {
        return None;
    }
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("not readable"));
    Some(WalkProblem::Unreadable { path, source })
}

/// Which linked places were already walked. Without it a few links to and fro between folders
/// make a walk without end, though no single path is a loop.
struct Links {
    root: Option<PathBuf>,
    seen: HashSet<PathBuf>,
}

impl Links {
    fn new(root: &Path) -> Links {
        Links { root: root.canonicalize().ok(), seen: HashSet::new() }
    }

    fn is_new(&mut self, entry: &DirEntry) -> bool {
        if !entry.path_is_symlink() {
            return true;
        }
        let Ok(place) = entry.path().canonicalize() else { return true };
        let inside = self.root.as_ref().is_some_and(|root| place.starts_with(root));
        !inside && self.seen.insert(place)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    fn names(root: &Path, bounds: Bounds) -> Vec<String> {
        walk_within(root, "ron", bounds)
            .map(|found| match found {
                Ok(path) => path.strip_prefix(root).unwrap().display().to_string(),
                Err(problem) => problem.to_string().replace(&root.display().to_string(), "ROOT"),
            })
            .collect()
    }

    #[test]
    fn files_come_by_name_without_the_hidden_and_the_built() {
        let folder = folder(&[
            "b.ron",
            "a/2.ron",
            "a/1.RON",
            "a/x.txt",
            ".git/c.ron",
            "target/d.ron",
            "a/.e.ron",
            "z.ron",
        ]);
        assert_eq!(names(folder.path(), BOUNDS), ["a/1.RON", "a/2.ron", "b.ron", "z.ron"]);
        let file = folder.path().join("b.ron");
        assert_eq!(walk(&file, "ron").map(Result::unwrap).collect::<Vec<_>>(), [file]);
    }

    #[test]
    fn a_walk_is_bounded() {
        let folder = folder(&["a/b/c.ron", "d.ron", "e.ron"]);
        let shallow = Bounds { depth: 2, ..BOUNDS };
        assert_eq!(
            names(folder.path(), shallow),
            ["ROOT/a/b: folders this deep are not looked into", "d.ron", "e.ron"]
        );
        let few = Bounds { entries: 5, ..BOUNDS };
        assert_eq!(
            names(folder.path(), few),
            ["a/b/c.ron", "d.ron", "ROOT: more than 5 entries; the rest was left out"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_but_nothing_comes_twice() {
        use std::os::unix::fs::symlink;
        let (here, there) = (folder(&["a/1.ron", "b/2.ron"]), folder(&["3.ron", "sub/4.ron"]));
        symlink(here.path(), here.path().join("a/up")).unwrap();
        symlink(here.path().join("a"), here.path().join("b/to_a")).unwrap();
        symlink(there.path(), here.path().join("c")).unwrap();
        symlink(there.path(), here.path().join("d")).unwrap();
        symlink(here.path(), there.path().join("sub/back")).unwrap();
        symlink("nowhere", here.path().join("gone.txt")).unwrap();
        symlink(here.path(), here.path().join(".up")).unwrap();
        assert_eq!(
            names(here.path(), BOUNDS),
            [
                "a/1.ron",
                "ROOT/a/up: the link leads back to ROOT",
                "b/2.ron",
                "c/3.ron",
                "c/sub/4.ron",
                "ROOT/c/sub/back: the link leads back to ROOT"
            ]
        );
        symlink("nowhere", here.path().join("gone.ron")).unwrap();
        let found = names(here.path(), BOUNDS);
        assert!(found.last().unwrap().starts_with("ROOT/gone.ron: "), "{found:?}");
    }

    #[test]
    fn a_missing_root_is_a_problem() {
        let found: Vec<_> = walk(Path::new("no/such/folder"), "ron").collect();
        assert!(matches!(&found[..], [Err(WalkProblem::Unreadable { .. })]));
    }
}
