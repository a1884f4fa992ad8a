//! Where its reader stopped in a release that is read by lines: the place that the screen keeps, too.

use crate::annotations::{Anchor, Changes, Content, Fault, Position, Record, Store, Who};
use crate::app::{now, said_of};
use crate::config::Directories;
use crate::dialogue::Place;
use crate::disk;
use crate::library::Source;
use crate::phrase::{self, Phrase};
use crate::release::BlockId;

/// The places, as far as there is a folder for them.
pub struct Places {
    store: Option<Store>,
    open: Option<Open>,
}

/// The open release, and what is kept of it.
struct Open {
    who: Who,
    position: Position,
    block: BlockId,
    /// What it is called by whoever opens it.
    name: String,
    /// Whether its place could not be kept, which was said.
    is_unkept: bool,
}

impl Open {
    fn new(who: Who, position: Position, block: BlockId, source: &Source) -> Self {
        let name = source.path().map(|path| path.display().to_string());
        let name = name.unwrap_or_else(|| source.name().to_string());
        Self { who, position, block, name, is_unkept: false }
    }

    fn write(&mut self, store: &Store, place: Place<'_>) -> Result<(), Fault> {
        let Place { release, addresses, block } = place;
        // Folds and panel are the screen's, and stay.
        self.position.place = Anchor::of(release, addresses, block, 0);
        self.position.above = 0;
        let fits = |record: &Record| record.fits(release, addresses);
        let changes = Changes { position: Some(self.position.clone()), ..Changes::default() };
        store.keep(&self.who, fits, &changes, &now())
    }
}

impl Places {
    pub fn new(directories: &Directories) -> Self {
        Self { store: directories.state.as_ref().map(Store::new), open: None }
    }

    /// Where the reader of a release that was just opened stopped, if that is not its beginning.
    ///
    /// # Errors
    /// A sentence when what is kept cannot be used.
    pub fn recall(&mut self, source: &Source, place: Place<'_>) -> Result<Option<BlockId>, Phrase> {
        self.open = None;
        let Some(store) = &self.store else { return Ok(None) };
        let Place { release, addresses, block } = place;
        let who = Who {
            path: source.path().map(disk::one_path),
            content: Content::of(release),
            title: release.title.clean_line().into_string(),
        };
        let fits = |record: &Record| record.fits(release, addresses);
        let record = match store.recall(who.path.as_deref(), fits, || who.content.clone()) {
            Ok(record) => record,
            // The file is out of the way: the next place is kept.
            Err(fault @ Fault::SetAside(_)) => {
                self.open = Some(Open::new(who, Position::default(), block, source));
                return Err(said_of(&fault));
            }
            Err(fault) => return Err(said_of(&fault)),
        };
        let position = record.and_then(|record| record.position).unwrap_or_default();
        let stopped = Some(&position.place).filter(|place| !place.is_start());
        let found = stopped.and_then(|place| place.find(release, addresses).block());
        self.open = Some(Open::new(who, position, block, source));
        Ok(found)
    }

    /// Keeps where the reader is, unless it is kept already.
    ///
    /// # Errors
    /// A sentence when it cannot be; no more is said of this release before it is left.
    pub fn keep(&mut self, place: Place<'_>) -> Result<(), Phrase> {
        let Some((store, open)) = self.store.as_ref().zip(self.open.as_mut()) else {
            return Ok(());
        };
        if open.is_unkept || std::mem::replace(&mut open.block, place.block) == place.block {
            return Ok(());
        }
        open.write(store, place).map_err(|fault| {
            open.is_unkept = !matches!(fault, Fault::SetAside(_));
            said_of(&fault)
        })
    }

    /// Tries a last time to keep where the reader is, now that the release is left.
    ///
    /// # Errors
    /// The place that is lost, named.
    pub fn leave(&mut self, place: Place<'_>) -> Result<(), Phrase> {
        let open = self.open.take().filter(|open| open.is_unkept);
        let Some((store, mut open)) = self.store.as_ref().zip(open) else { return Ok(()) };
        let name = format!("{}#{}", open.name, place.addresses.name(place.block));
        open.write(store, place).map_err(|_| phrase::place::lost_place(name))
    }
}
