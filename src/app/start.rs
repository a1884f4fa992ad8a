//! What the reader begins with.

use std::path::PathBuf;

use crate::annotations::{Named, Session};
use crate::library::Source;
use crate::reader::effect::{Effect, NamedBy};
use crate::reader::model::{Model, Opening, Screen, Target};
use crate::reader::review::Review;
use crate::reader::session;
use crate::reader::shelf::Shelf;

/// What to open.
#[derive(Debug, Clone)]
pub enum Start {
    /// One release, at an address if one was named.
    One(Source, Option<String>),
    /// A list of releases.
    List(Vec<Shelved>),
    /// Whatever was open last.
    Resume {
        /// What that was.
        session: Box<Session>,
        /// The releases that are in no file.
        known: Vec<Source>,
    },
    /// A draft, to be reviewed before it is written to a file.
    Review {
        /// The draft as a release file.
        text: String,
        /// What to call it until then.
        name: String,
        /// The file.
        output: PathBuf,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
        /// What is unsure of the page as a whole, each in words without a full stop.
        doubts: Vec<String>,
    },
}

/// What a list is made of.
#[derive(Debug, Clone)]
pub enum Shelved {
    /// A release.
    Source(Source),
    /// A folder with releases below it, or a file.
    Path(PathBuf),
}

/// The model for what is to be opened, and what is to be done first; and what a list is read from.
pub fn begin(model: &mut Model, start: Start) -> (Vec<Effect>, Vec<Shelved>) {
    match start {
        Start::One(source, at) => {
            let ticket = model.next_ticket();
            let at = at.map_or(Target::Start, Target::Address);
            model.opening = Some(Opening { ticket, source: source.clone(), at });
            let named_by = NamedBy::Person;
            (vec![Effect::Open { ticket, source, named_by, before: None }], Vec::new())
        }
        Start::Resume { session, known } => resume(model, &session, &known),
        Start::Review { text, name, output, overwrite, doubts } => {
            model.review = Some(Review::new(output, overwrite, doubts));
            begin(model, Start::One(Source::text(&name, &text), None))
        }
        Start::List(shelved) => {
            let ticket = model.next_ticket();
            model.shelf = Some(Shelf::reading());
            model.list_ticket = ticket;
            model.screen = Screen::List;
            (vec![Effect::List { ticket }], shelved)
        }
    }
}

/// Whether a release that was open can be opened again; `known` are those in no file.
pub fn is_known(named: &Named, known: &[Source]) -> bool {
    session::source(named, known).is_some()
}

/// As [`begin`], for what was open last.
fn resume(model: &mut Model, last: &Session, known: &[Source]) -> (Vec<Effect>, Vec<Shelved>) {
    session::restore(model, last, known);
    let mut effects = Vec::new();
    if model.shelf.is_some() {
        model.list_ticket = model.next_ticket();
        effects.push(Effect::List { ticket: model.list_ticket });
    }
    if let Some(source) = last.open.as_ref().and_then(|named| session::source(named, known)) {
        effects.extend(begin(model, Start::One(source, None)).0);
        if let Some(opening) = &mut model.opening {
            opening.at = Target::Resume(last.look.clone());
        }
    }
    let shelved = |named: &Named| match (&named.path, &named.root) {
        (Some(path), None) => Some(Shelved::Path(path.clone())),
        _ => session::source(named, known).map(Shelved::Source),
    };
    (effects, last.named.iter().filter_map(shelved).collect())
}
