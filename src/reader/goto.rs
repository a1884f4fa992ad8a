//! Going to an address: what was typed, and the addresses it may become.

use super::cursor::Cursor;
use super::document::Document;
use super::prompt::Prompt;
use crate::release::BlockId;

/// The most matches offered; nobody reads more.
const MOST_MATCHES: usize = 200;

/// An address being typed.
#[derive(Debug)]
pub struct GoTo {
    /// What was typed.
    pub prompt: Prompt,
    /// The blocks whose address it may become, in reading order, an exact match first.
    pub matches: Vec<BlockId>,
    /// The match that Enter goes to: none before anything was typed or chosen.
    pub selected: Option<Cursor>,
}

impl GoTo {
    /// Asks for an address, part of which may be typed already.
    pub fn new(document: &Document, typed: &str) -> Self {
        let mut goto = Self { prompt: Prompt::with(typed), matches: Vec::new(), selected: None };
        goto.refresh(document);
        goto
    }

    /// Finds the matches again after the text has changed.
    pub fn refresh(&mut self, document: &Document) {
        let typed = self.prompt.text();
        let exact = document.addresses.find(typed);
        let wanted = typed.trim().trim_start_matches(['#', '§']).to_lowercase();
        let body = &document.release.body;
        let fits = |block: &BlockId| {
            if wanted.is_empty() {
                // Before anything is typed, the outline itself: the top level.
                return block.index().and_then(|i| body.get(i)).is_none_or(|b| b.depth == 0);
            }
            document.addresses.name(*block).as_str().to_lowercase().starts_with(&wanted)
        };
        // Whoever types `t` means a table rather than the title, which `gg` reaches.
        let (first, last) = if wanted.is_empty() { (0..1, 0..0) } else { (0..0, 0..1) };
        let order = first.chain(1..document.len()).chain(last);
        let others = order.map(BlockId::at).filter(|b| Some(*b) != exact);
        self.matches = exact.into_iter().chain(others.filter(fits)).take(MOST_MATCHES).collect();
        self.selected = (!wanted.is_empty()).then(Cursor::default);
    }

    /// Chooses the next or previous match, around the ends.
    pub fn select(&mut self, forward: bool) {
        let rows = self.matches.len();
        // The first step from nothing leads to the first match, or back to the last.
        let none = Cursor(if forward { rows.saturating_sub(1) } else { 0 });
        self.selected.get_or_insert(none).turn(forward, rows);
    }

    /// The first match shown in so many rows.
    pub fn first(&self, rows: u16) -> usize {
        self.selected.map_or(0, |selected| selected.first(rows))
    }

    /// The block that Enter goes to.
    pub fn target(&self) -> Option<BlockId> {
        self.matches.get(self.selected?.0).copied()
    }
}
