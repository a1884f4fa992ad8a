//! One file, watched by way of its folder: an editor that saves puts a new file in place of the old
//! one, and what is watched must not be the old one.

use std::path::{Path, PathBuf};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::changes;
use crate::disk;

/// Watches a file; `tell` is called for whatever happens to it.
pub fn watcher(
    file: &Path,
    tell: impl Fn() + Send + 'static,
) -> notify::Result<RecommendedWatcher> {
    // The name, and where a link of that name leads.
    let mut files = vec![disk::absolute(file), disk::one_path(file)];
    files.dedup();
    let watched = files.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let names = |path: &PathBuf| watched.iter().any(|w| w.file_name() == path.file_name());
        if changes(event.kind) && (event.need_rescan() || event.paths.iter().any(names)) {
            tell();
        }
    })?;
    for folder in files.iter().filter_map(|file| file.parent()) {
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}
