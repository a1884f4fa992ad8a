//! The file on the screen, watched for changes by way of its folder: an editor that saves puts a new
//! file in place of the old one, and what is watched must not be the old one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk;

/// Watches one file at a time.
#[derive(Debug)]
pub struct Watch {
    /// When a file was last asked for: it was read after that.
    asked: Instant,
    /// The file as it was named.
    file: Option<PathBuf>,
    /// Ends its thread when it is dropped.
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches nothing yet; the first file was asked for at that time.
    pub fn new(asked: Instant) -> Self {
        Self { asked, file: None, watcher: None }
    }

    /// A file is about to be read.
    pub fn asked(&mut self) {
        self.asked = Instant::now();
    }

    /// Watches this file from now on and no other; `tell` is called for whatever happens to it, and
    /// at once if it may have been changed after it was read and before it was watched.
    ///
    /// # Errors
    /// A sentence when the system cannot watch it.
    pub fn follow(
        &mut self,
        file: Option<&Path>,
        tell: impl Fn() + Send + Sync + 'static,
    ) -> Result<(), String> {
        if self.file.as_deref() == file {
            return Ok(());
        }
        self.file = file.map(Path::to_owned);
        self.watcher = None;
        let Some(file) = file else { return Ok(()) };
        let tell = Arc::new(tell);
        let told = Arc::clone(&tell);
        self.watcher = Some(watcher(file, move || told()).map_err(|error| error.to_string())?);
        if disk::is_fresh(file, self.asked.elapsed()) {
            tell();
        }
        Ok(())
    }
}

fn watcher(file: &Path, tell: impl Fn() + Send + 'static) -> notify::Result<RecommendedWatcher> {
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

/// Reading a file is told as well, our own reading among it.
fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
