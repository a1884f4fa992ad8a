//! A release read without a screen: a line goes in, lines come out, for screen readers, braille and
//! terminals that can only print. Pure: what is to be opened is asked for, not opened.

mod command;
mod listing;
mod open;

use crate::library::filter::{Filter, searched};
use crate::library::folder::Unreadable;
use crate::library::{Entry, Order, Source};
use crate::phrase::{Language, Phrase, dialogue as say, list};
use crate::release::{Addresses, BlockId, Release, place};
use crate::text::Clean;
use crate::text::wrap::wrap;
use command::Command;
use listing::{Listing, Target};
use open::Open;

/// What comes out for a line that went in.
#[derive(Debug, PartialEq, Eq)]
pub struct Turn {
    /// What to print.
    pub lines: Vec<Clean<'static>>,
    /// What happens next.
    pub then: Then,
}

/// What happens after the lines are printed.
#[derive(Debug, PartialEq, Eq)]
pub enum Then {
    /// The prompt is printed and a line is read.
    Ask,
    /// A release is opened and handed to [`Dialogue::opened`].
    Open(Source),
    /// It is over.
    End,
}

/// The open release, and the block of it read last.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The release.
    pub release: &'a Release,
    /// The names of its blocks.
    pub addresses: &'a Addresses,
    /// The block.
    pub block: BlockId,
}

/// A dialogue about releases.
#[derive(Debug)]
pub struct Dialogue {
    language: Language,
    width: u16,
    entries: Vec<Entry>,
    order: Order,
    reversed: bool,
    /// The words that the releases of the list have.
    kept: String,
    open: Option<Open>,
    /// The list whose numbers may be typed.
    listing: Option<Listing>,
}

impl Dialogue {
    /// A dialogue in a language, in lines of at most so many columns, about these releases.
    pub fn new(language: Language, width: u16, entries: Vec<Entry>) -> Self {
        Self {
            language,
            width: width.max(20),
            entries,
            order: Order::default(),
            reversed: false,
            kept: String::new(),
            open: None,
            listing: None,
        }
    }

    /// Begins with the list of releases.
    pub fn begin(&mut self) -> Turn {
        self.list()
    }

    /// Takes a release that was opened, or why there is none.
    pub fn opened(
        &mut self,
        source: &Source,
        outcome: Result<Release, Unreadable>,
        at: Option<&str>,
    ) -> Turn {
        let release = match outcome {
            Ok(release) => release,
            Err(unreadable) => return self.ask(&faulty(source, unreadable)),
        };
        self.listing = None;
        let mut open = Open::new(release);
        let mut said = open.head(&source.name());
        if let Some(at) = at {
            match open.find(at) {
                Some(block) => said.extend(open.go_to(block)),
                None => said.push(say::no_place(at)),
            }
        }
        self.open = Some(open);
        self.ask(&said)
    }

    /// Where the reader is, in the open release.
    pub fn place(&self) -> Option<Place<'_>> {
        self.open.as_ref().map(Open::here)
    }

    /// Goes on in the release that was just opened where its reader stopped; what to print.
    pub fn go_back(&mut self, block: BlockId) -> Vec<Clean<'static>> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let mut said = open.go_to(block);
        said.insert(0, say::back(open.place()));
        self.lines(&said)
    }

    /// Answers a line that was typed.
    pub fn answer(&mut self, line: &str) -> Turn {
        match Command::of(line) {
            Command::Next => self.next(),
            Command::Number(typed) if self.listing.is_some() => self.pick(typed),
            Command::Find(words) if self.lists_releases() => self.keep(words),
            Command::Previous
            | Command::All
            | Command::Number(_)
            | Command::Place(_)
            | Command::Facts
            | Command::Find(_)
                if self.open.is_none() =>
            {
                self.ask(&[self.nothing_open()])
            }
            Command::Previous => self.move_by(Open::previous),
            Command::All => self.move_by(Open::rest),
            Command::Number(typed) | Command::Place(typed) => self.go_to(typed),
            Command::Facts => self.facts(),
            Command::Find("") => self.ask(&[say::what_to_find()]),
            Command::Find(words) => self.find(words),
            Command::List | Command::Sort | Command::Reverse if !self.has_list() => {
                self.ask(&[if self.open.is_none() { say::none_open() } else { say::no_list() }])
            }
            Command::List => self.list(),
            Command::Sort => self.sort(self.order.next(), false),
            Command::Reverse => self.sort(self.order, !self.reversed),
            Command::Help => self.help(),
            Command::Quit => Turn { lines: Vec::new(), then: Then::End },
            Command::Unknown(typed) => self.ask(&[say::unknown(Clean::from_str(typed))]),
        }
    }

    /// What is asked before a line is read.
    pub fn prompt(&self) -> Vec<Clean<'static>> {
        let prompt = match (&self.listing, &self.open) {
            (Some(list), _) if list.has_more() => say::prompt_more(list.shown(), list.len()),
            (Some(list), Some(_)) => say::prompt_pick(list.shown()),
            (Some(list), None) => say::prompt_list(list.shown()),
            (None, Some(open)) if open.is_at_end() && self.has_list() => say::prompt_end(),
            (None, Some(open)) if open.is_at_end() => say::prompt_end_single(),
            (None, Some(open)) => say::prompt_text(open.place()),
            (None, None) => say::prompt_empty(),
        };
        self.lines(&[prompt])
    }

    /// Whether there is a list to choose from.
    fn has_list(&self) -> bool {
        self.entries.len() > usize::from(self.open.is_some())
    }

    /// Whether the list just read is that of the releases.
    fn lists_releases(&self) -> bool {
        self.listing.as_ref().is_some_and(Listing::is_of_releases)
    }

    /// What is said to whoever asks something of a release while none is open.
    fn nothing_open(&self) -> Phrase {
        if self.listing.is_some() { say::choose_first() } else { say::none_open() }
    }

    /// Tells what can be typed here.
    fn help(&self) -> Turn {
        let lines: &[fn() -> Phrase] = match (&self.open, self.has_list()) {
            (Some(_), _) => &HELP,
            (None, true) => &HELP_IN_LIST,
            (None, false) => &[],
        };
        let mut said: Vec<Phrase> = lines.iter().map(|line| line()).collect();
        if self.open.is_some() && self.has_list() {
            said.extend([say::help_list(), say::help_sort(), say::help_reverse()]);
        }
        said.extend([say::help_help(), say::help_quit()]);
        self.ask(&said)
    }

    fn next(&mut self) -> Turn {
        match &self.listing {
            Some(listing) if listing.has_more() => return self.more(),
            Some(_) if self.open.is_none() => return self.ask(&[]),
            _ => self.listing = None,
        }
        self.move_by(Open::next)
    }

    fn move_by(&mut self, go: fn(&mut Open) -> Vec<Phrase>) -> Turn {
        self.listing = None;
        let said = self.open.as_mut().map(go).unwrap_or_default();
        self.ask(&said)
    }

    fn go_to(&mut self, typed: &str) -> Turn {
        let found = self.open.as_ref().and_then(|open| open.find(typed));
        match found {
            Some(block) => self.go_to_block(block),
            None => self.ask(&[say::no_place(Clean::from_str(typed))]),
        }
    }

    fn go_to_block(&mut self, block: BlockId) -> Turn {
        self.listing = None;
        let said = self.open.as_mut().map(|open| open.go_to(block)).unwrap_or_default();
        self.ask(&said)
    }

    /// Takes the number of an item of the list just read.
    fn pick(&mut self, typed: &str) -> Turn {
        let target = self.listing.as_ref().and_then(|listing| listing.target(typed));
        match target {
            Some(Target::Release(index)) => match self.entries.get(index) {
                Some(entry) => Turn { lines: Vec::new(), then: Then::Open(entry.source.clone()) },
                None => self.ask(&[]),
            },
            Some(Target::Block(block)) => self.go_to_block(block),
            Some(Target::Fact(fact)) => {
                match self.open.as_mut().and_then(|open| open.first_place(fact)) {
                    Some(block) => self.go_to_block(block),
                    None => self.ask(&[say::unproved()]),
                }
            }
            None => self.ask(&[say::no_number(Clean::from_str(typed))]),
        }
    }

    fn facts(&mut self) -> Turn {
        let facts: Vec<Target> = self.open.iter().flat_map(Open::facts).map(Target::Fact).collect();
        if facts.is_empty() {
            return self.ask(&[say::no_facts()]);
        }
        self.listing = Some(Listing::new(facts));
        self.more()
    }

    fn find(&mut self, words: &str) -> Turn {
        let (hits, are_all) = self.open.as_ref().map(|open| open.hits(words)).unwrap_or_default();
        let shown = Clean::from_str(words);
        let head = match hits.len() {
            0 => return self.ask(&[say::not_found(shown)]),
            count if are_all => say::found(count, shown),
            count => say::found_many(count, shown),
        };
        self.listing = Some(Listing::new(hits.into_iter().map(Target::Block).collect()));
        self.listed(&head)
    }

    fn list(&mut self) -> Turn {
        self.kept.clear();
        let all = self.arranged(&self.kept);
        let head = say::releases(all.len());
        self.listing = Some(Listing::new(all));
        self.listed(&head)
    }

    /// Lists the releases in another order; only those that were kept, if some were.
    fn sort(&mut self, order: Order, reversed: bool) -> Turn {
        (self.order, self.reversed) = (order, reversed);
        let name = match order {
            Order::Date => list::by_date(),
            Order::Title => list::by_title(),
            Order::Issuer => list::by_issuer(),
            Order::Language => list::by_language(),
            Order::File => list::by_file(),
        };
        let head = if reversed { say::sorted_back(name) } else { say::sorted(name) };
        let releases = self.arranged(&self.kept);
        self.listing = Some(Listing::new(releases));
        self.listed(&head)
    }

    /// The releases that have some words, in order; what is not read comes last either way.
    fn arranged(&self, words: &str) -> Vec<Target> {
        let filter = Filter::new(words);
        let fits = |index: &usize| filter.fits(&searched(&self.entries[*index]));
        let mut kept: Vec<usize> = (0..self.entries.len()).filter(fits).collect();
        kept.sort_by_cached_key(|index| self.order.key(&self.entries[*index]));
        if self.reversed {
            let releases = kept.partition_point(|index| self.entries[*index].card.is_ok());
            kept[..releases].reverse();
        }
        kept.into_iter().map(Target::Release).collect()
    }

    /// Lists the releases that have some words; none is no list to choose from.
    fn keep(&mut self, words: &str) -> Turn {
        if words.is_empty() {
            return self.list();
        }
        let (kept, shown) = (self.arranged(words), Clean::from_str(words));
        if kept.is_empty() {
            return self.ask(&[say::none_kept(shown)]);
        }
        words.clone_into(&mut self.kept);
        let head = say::kept(kept.len(), shown);
        self.listing = Some(Listing::new(kept));
        self.listed(&head)
    }

    fn listed(&mut self, head: &Phrase) -> Turn {
        let mut turn = self.more();
        turn.lines.splice(0..0, self.lines(std::slice::from_ref(head)));
        turn
    }

    /// Reads out the next items of the list.
    fn more(&mut self) -> Turn {
        let language = self.language;
        let Some(listing) = &mut self.listing else { return self.ask(&[]) };
        let mut said = Vec::new();
        for (number, target) in listing.next_page() {
            match target {
                Target::Release(index) => said.extend(
                    self.entries.get(index).map(|entry| say::item(number, entry_words(entry))),
                ),
                Target::Block(block) => {
                    let words = self.open.as_ref().map(|open| open.block_start(block));
                    said.extend(words.map(|words| say::item(number, words)));
                }
                Target::Fact(fact) => {
                    if let Some(open) = &mut self.open {
                        said.extend(open.fact(number, fact, language));
                    }
                }
            }
        }
        self.ask(&said)
    }

    fn ask(&self, said: &[Phrase]) -> Turn {
        Turn { lines: self.lines(said), then: Then::Ask }
    }

    /// What is to be said, in lines.
    pub fn lines(&self, said: &[Phrase]) -> Vec<Clean<'static>> {
        let lines = said.iter().map(|phrase| phrase.shown(self.language));
        let wrapped = lines.flat_map(|text| {
            let parts = wrap(text, self.width);
            parts.into_iter().map(|line| line.of(text).into_owned()).collect::<Vec<_>>()
        });
        wrapped.collect()
    }
}

/// What can be typed while a release is open, in the order of the help.
const HELP: [fn() -> Phrase; 7] = [
    say::help_next,
    say::help_previous,
    say::help_all,
    say::help_place,
    say::help_number,
    say::help_facts,
    say::help_find,
];

/// What can be typed while there is only the list.
const HELP_IN_LIST: [fn() -> Phrase; 6] = [
    say::help_more,
    say::help_choose,
    say::help_keep,
    say::help_sort,
    say::help_reverse,
    say::help_all_releases,
];

/// A release of the list: its title, date and issuer, or why it is none.
fn entry_words(entry: &Entry) -> Phrase {
    match &entry.card {
        Ok(card) => {
            let title = if card.title.is_empty() { &entry.name } else { &card.title };
            let parts = [title, &card.published, &card.issuer].map(Clean::as_str);
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(", ").into()
        }
        Err(reason) => say::unread(&entry.name, Phrase::told(reason.clone())),
    }
}

/// Why a file is not read, with what to do about it.
fn faulty(source: &Source, unreadable: Unreadable) -> Vec<Phrase> {
    match unreadable {
        Unreadable::File(reason) => vec![say::unread(source.name(), Phrase::told(reason))],
        Unreadable::Fault(text, fault) => {
            let (line, column) = place::line_and_column(&text, fault.span.start);
            let reason = say::at(line, column, Phrase::told(fault.message));
            let mut said = vec![say::no_release(source.name(), reason)];
            said.extend(fault.help.map(|help| say::help_line(Phrase::told(help))));
            said
        }
    }
}

#[cfg(test)]
mod tests;
