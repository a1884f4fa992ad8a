//! The session as a whole, to be kept and gone back to: list, release, jumps.

use std::path::Path;

use super::history::{Step, Stop};
use super::model::{Model, Screen};
use super::prompt::Prompt;
use super::reading::find::Wanted;
use super::reading::{Place, Reading};
use super::shelf::Shelf;
use crate::annotations::{Jump, List, Look, Named, Session, Words};
use crate::library::{Order, Source};
use crate::release::BlockId;

/// The most jumps kept in each direction.
const MOST_JUMPS: usize = 100;

/// The session as it is; nothing while there is nothing to go back to.
pub fn session(model: &Model) -> Option<Session> {
    let open = model.source().map(named);
    let list = model.shelf.as_ref().map(|shelf| List {
        order: shelf.order.key_name().to_owned(),
        reversed: shelf.reversed,
        filter: shelf.filter.as_ref().map(|filter| filter.text().to_owned()),
        current: shelf.current().map(|entry| named(&entry.source)),
    });
    if open.is_none() && list.is_none() {
        return None;
    }
    let (back, forward) = model.history.steps();
    let jumps = |steps: &[Step]| {
        let last = &steps[steps.len().saturating_sub(MOST_JUMPS)..];
        last.iter().filter_map(Step::stop).map(jump).collect()
    };
    let (back, forward) = (jumps(back), jumps(forward));
    let look = model.reading().map(look).unwrap_or_default();
    let searches = model.searches.iter().map(words).collect();
    Some(Session { list, open, look, searches, back, forward, ..Session::default() })
}

fn look(reading: &Reading) -> Look {
    let keep = reading.keep.as_ref().filter(|keep| keep.is_accepted);
    let only = keep.map(|keep| words(&keep.wanted));
    Look { contents: reading.contents.is_shown, alone: reading.is_bare, only }
}

fn words(wanted: &Wanted) -> Words {
    Words { text: wanted.query.clone(), is_pattern: wanted.is_pattern }
}

/// How a release is named so that it is found again from any folder.
pub fn named(source: &Source) -> Named {
    match source {
        Source::File { path, root } => Named {
            path: Some(path.clone()),
            root: Some(root.clone()),
            name: source.name().into_string(),
        },
        Source::Text { name, .. } => Named { name: name.to_string(), ..Named::default() },
    }
}

fn jump(stop: &Stop) -> Jump {
    let Place { block, line } = stop.place;
    Jump { release: named(&stop.source), block: block.order(), line }
}

/// The release that was named so; `known` are those in no file.
pub fn source(named: &Named, known: &[Source]) -> Option<Source> {
    match &named.path {
        Some(path) => Some(file(path, named.root.as_deref())),
        None => known.iter().find(|source| source.name().as_str() == named.name).cloned(),
    }
}

/// The file that was remembered so.
pub fn file(path: &Path, root: Option<&Path>) -> Source {
    let root = root.or_else(|| path.parent()).unwrap_or(Path::new(""));
    Source::File { path: path.to_owned(), root: root.to_owned() }
}

/// Puts a model back to how it was, but for what has yet to be read.
pub fn restore(model: &mut Model, session: &Session, known: &[Source]) {
    if let Some(list) = &session.list {
        let mut shelf = Shelf::reading();
        shelf.order = Order::keyed(&list.order).unwrap_or_default();
        shelf.reversed = list.reversed;
        shelf.filter = list.filter.as_deref().map(Prompt::with);
        shelf.wanted = list.current.as_ref().and_then(|named| source(named, known));
        model.shelf = Some(shelf);
        model.screen = Screen::List;
    }
    let wanted = |words: &Words| Wanted { query: words.text.clone(), is_pattern: words.is_pattern };
    model.searches = session.searches.iter().map(wanted).collect();
    let stops = |jumps: &[Jump]| -> Vec<Stop> {
        let stop = |jump: &Jump| {
            let place = Place { block: BlockId::at(jump.block), line: jump.line };
            Some(Stop { source: source(&jump.release, known)?, place, entry: None })
        };
        jumps.iter().filter_map(stop).collect()
    };
    model.history.restore(stops(&session.back), stops(&session.forward));
}
