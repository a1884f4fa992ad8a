//! The folders of the list, watched for releases that come, change or go. What happens is gathered
//! until it is over for a moment, and told as the paths it happened at, named as in the list.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use notify::event::{CreateKind, EventKind, ModifyKind, RemoveKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::{Order, changes};
use crate::disk;
use crate::library::folder;
use crate::phrase::{Phrase, list};
use crate::reader::message::Message;

/// How long nothing more must happen before it is told.
const SETTLED: Duration = Duration::from_millis(250);
/// The longest that is put off while something happens all the time.
const LATEST: Duration = Duration::from_secs(3);
/// The most folders watched: systems give a user some ten thousand watches for all programs.
const MOST_FOLDERS: usize = 8_000;

/// The folders of the list.
pub struct Folders {
    orders: Sender<Order>,
    watcher: Option<RecommendedWatcher>,
    /// What the list was opened with, each as it was named and from the root.
    roots: Vec<(PathBuf, PathBuf)>,
    /// What is watched, from the root.
    watched: BTreeSet<PathBuf>,
    /// What has happened and is not told yet, from the root; since when, and until when.
    touched: BTreeSet<PathBuf>,
    since: Instant,
    last: Instant,
}

impl Folders {
    pub fn new(orders: Sender<Order>) -> Self {
        let (watched, touched, now) = (BTreeSet::new(), BTreeSet::new(), Instant::now());
        Self { orders, watcher: None, roots: Vec::new(), watched, touched, since: now, last: now }
    }

    /// Watches what lies below these paths. What was changed since they were looked through, before
    /// they were watched, is touched.
    pub fn follow(&mut self, roots: Vec<PathBuf>, listed: Instant) -> Option<Message> {
        self.roots = roots.into_iter().map(|root| (disk::absolute(&root), root)).collect();
        let all: Vec<PathBuf> = self.roots.iter().map(|(root, _)| root.clone()).collect();
        // Watched before, a folder may be another one of the same name by now.
        self.watched.clear();
        self.watcher = None;
        let outcome = all.iter().try_for_each(|root| self.watch_below(root));
        let fresh = self.watched.iter().filter(|f| disk::is_fresh(f, listed.elapsed()));
        let fresh: Vec<PathBuf> = fresh.cloned().collect();
        if !fresh.is_empty() {
            self.touched(fresh);
        }
        outcome.err().map(Message::NotWatched)
    }

    /// Watches a folder and those in it, as far as the list looks into them.
    fn watch_below(&mut self, folder: &Path) -> Result<(), Phrase> {
        let mut new: Vec<PathBuf> = disk::folders(folder).take(MOST_FOLDERS + 1).collect();
        new.retain(|folder| !self.watched.contains(folder));
        if new.is_empty() {
            return Ok(());
        }
        if self.watched.len() + new.len() > MOST_FOLDERS {
            return Err(list::too_many_folders(MOST_FOLDERS));
        }
        let orders = self.orders.clone();
        let watcher = match &mut self.watcher {
            Some(watcher) => watcher,
            none => none.insert(watcher(orders).map_err(list::not_watched)?),
        };
        let mut paths = watcher.paths_mut();
        for folder in new {
            // One that is gone already is told of by the folder it was in.
            if let Err(error) = paths.add(&folder, RecursiveMode::NonRecursive)
                && folder.exists()
            {
                return Err(list::not_watched(error));
            }
            self.watched.insert(folder);
        }
        paths.commit().map_err(list::not_watched)
    }

    /// Something happened at these paths.
    pub fn touched(&mut self, paths: Vec<PathBuf>) {
        let is_first = self.touched.is_empty();
        for path in paths {
            if folder::is_release(&path) || path.is_dir() || self.watched.contains(&path) {
                self.touched.insert(path);
            }
        }
        self.last = Instant::now();
        if is_first {
            self.since = self.last;
        }
    }

    /// Anything may have happened.
    pub fn flooded(&mut self) {
        self.touched(self.roots.iter().map(|(root, _)| root.clone()).collect());
    }

    /// How long until what has happened is told, if something has.
    pub fn settles_in(&self) -> Option<Duration> {
        let quiet = SETTLED.saturating_sub(self.last.elapsed());
        let latest = LATEST.saturating_sub(self.since.elapsed());
        (!self.touched.is_empty()).then(|| quiet.min(latest))
    }

    /// What has happened is to be told; folders among it are watched, too.
    pub fn settled(&mut self) -> Vec<Message> {
        let touched = std::mem::take(&mut self.touched);
        let mut messages = Vec::new();
        for path in touched.iter().filter(|path| !folder::is_release(path) || path.is_dir()) {
            // If it went and came again, the watch went with it.
            self.watched.retain(|folder| !folder.starts_with(path));
            let outcome = if path.is_dir() { self.watch_below(path) } else { Ok(()) };
            messages.extend(outcome.err().map(Message::NotWatched));
        }
        let mut told: Vec<PathBuf> = Vec::new();
        for path in touched {
            // In order, a folder comes just before what is in it, which goes without saying.
            if told.last().is_none_or(|last| !path.starts_with(last)) {
                told.push(path);
            }
        }
        let paths: Vec<PathBuf> = told.iter().filter_map(|path| self.named(path)).collect();
        if !paths.is_empty() {
            messages.push(Message::FilesChanged(paths));
        }
        messages
    }

    /// A path as the list names it.
    fn named(&self, path: &Path) -> Option<PathBuf> {
        self.roots.iter().find_map(|(root, name)| {
            let below = path.strip_prefix(root).ok()?;
            Some(if below.as_os_str().is_empty() { name.clone() } else { name.join(below) })
        })
    }
}

fn watcher(orders: Sender<Order>) -> notify::Result<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.need_rescan() {
            let _ = orders.send(Order::Flooded);
        } else if changes(event.kind) {
            let paths: Vec<PathBuf> =
                event.paths.into_iter().filter(|path| matters(event.kind, path)).collect();
            if !paths.is_empty() {
                let _ = orders.send(Order::Touched(paths));
            }
        }
    })
}

/// Whether something that happened at a path may be about a release, or a folder of some.
fn matters(kind: EventKind, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let is_passed_over =
        name.as_encoded_bytes().starts_with(b".") || name.eq_ignore_ascii_case("target");
    let may_be_folder = matches!(
        kind,
        EventKind::Create(CreateKind::Folder | CreateKind::Any)
            | EventKind::Remove(RemoveKind::Folder | RemoveKind::Any)
            | EventKind::Modify(ModifyKind::Name(_))
            | EventKind::Any
    );
    !is_passed_over && (folder::is_release(path) || may_be_folder)
}
