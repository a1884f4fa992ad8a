//! What changes on the disk under the reader: the file on the screen, and what lies in the folders of
//! the list. Watching is set up and what is noticed is sorted out on a thread, which sleeps until
//! there is something to do.

mod file;
mod folders;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Instant;

use notify::EventKind;
use notify::event::{AccessKind, AccessMode};

use super::Event;
use crate::phrase::place;
use crate::reader::message::Message;
use folders::Folders;

/// Has things watched.
#[derive(Debug)]
pub struct Watch {
    /// When a file was last asked for: it was read after that.
    asked: Instant,
    /// When the list was last asked for.
    listed: Instant,
    /// The file as it was named.
    file: Option<PathBuf>,
    /// To the thread, once there is one.
    orders: Option<Sender<Order>>,
}

/// What the thread is to do.
enum Order {
    /// Watch this file and no other, which was read after this moment.
    File(Option<PathBuf>, Instant),
    /// Watch what lies below these paths, which were looked through after this moment.
    Folders(Vec<PathBuf>, Instant),
    /// Something in a watched folder was changed.
    Touched(Vec<PathBuf>),
    /// So much was changed that not all of it was told.
    Flooded,
}

impl Watch {
    /// Watches nothing yet; the first file, or the list, was asked for at that time.
    pub fn new(asked: Instant) -> Self {
        Self { asked, listed: asked, file: None, orders: None }
    }

    /// A file is about to be read.
    pub fn asked(&mut self) {
        self.asked = Instant::now();
    }

    /// The list is about to be read.
    pub fn listed(&mut self) {
        self.listed = Instant::now();
    }

    /// Watches this file from now on and no other. `tell` hears of whatever happens to it, also if it
    /// may have been changed after it was read and before it was watched, or that it is not watched.
    pub(super) fn follow(&mut self, file: Option<&Path>, tell: &Sender<Event>) {
        if self.file.as_deref() != file {
            self.file = file.map(Path::to_owned);
            self.order(Order::File(self.file.clone(), self.asked), tell);
        }
    }

    /// Watches what lies in these folders, once they were looked through for the list.
    pub(super) fn follow_folders(&mut self, folders: Vec<PathBuf>, tell: &Sender<Event>) {
        if !folders.is_empty() {
            self.order(Order::Folders(folders, self.listed), tell);
        }
    }

    fn order(&mut self, order: Order, tell: &Sender<Event>) {
        if self.orders.is_none() {
            self.start(tell);
        }
        // There is no thread where none was to be had, which was told.
        if let Some(orders) = &self.orders {
            let _ = orders.send(order);
        }
    }

    fn start(&mut self, tell: &Sender<Event>) {
        let (orders, inbox) = mpsc::channel();
        let (tell, own) = (tell.clone(), orders.clone());
        let complain = tell.clone();
        let work = move || Watching { folders: Folders::new(own), tell, file: None }.run(&inbox);
        match thread::Builder::new().name("watch".to_owned()).spawn(work) {
            Ok(_) => self.orders = Some(orders),
            Err(error) => {
                let sentence = place::not_watched(error);
                let _ = complain.send(Event::Messages(vec![Message::NotWatched(sentence)]));
            }
        }
    }
}

/// What the thread has.
struct Watching {
    /// Ends its own thread when it is dropped.
    file: Option<notify::RecommendedWatcher>,
    folders: Folders,
    tell: Sender<Event>,
}

impl Watching {
    fn run(mut self, inbox: &Receiver<Order>) {
        loop {
            let order = match self.folders.settles_in() {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(time) => inbox.recv_timeout(time),
            };
            let messages = match order {
                Ok(Order::File(file, asked)) => self.follow(file, asked).into_iter().collect(),
                Ok(Order::Folders(roots, listed)) => {
                    self.folders.follow(roots, listed).into_iter().collect()
                }
                Ok(Order::Touched(paths)) => {
                    self.folders.touched(paths);
                    Vec::new()
                }
                Ok(Order::Flooded) => {
                    self.folders.flooded();
                    Vec::new()
                }
                Err(RecvTimeoutError::Timeout) => self.folders.settled(),
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if !messages.is_empty() && self.tell.send(Event::Messages(messages)).is_err() {
                return;
            }
        }
    }

    fn follow(&mut self, file: Option<PathBuf>, asked: Instant) -> Option<Message> {
        self.file = None;
        let file = file?;
        let tell = self.tell.clone();
        let touched = move || drop(tell.send(Event::Touched));
        match file::watcher(&file, touched.clone()) {
            Ok(watcher) => self.file = Some(watcher),
            Err(error) => return Some(Message::NotWatched(place::not_watched(error))),
        }
        if crate::disk::is_fresh(&file, asked.elapsed()) {
            touched();
        }
        None
    }
}

/// Reading a file is told as well, our own reading among it.
fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
