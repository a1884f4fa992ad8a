//! An open release: where the reader stands in it, what is folded, found and lit.

pub mod contents;
mod dragging;
pub mod find;
pub mod folds;
pub mod glance;
pub mod kept;
pub mod layout;
mod layouts;
pub mod movement;
pub mod panel;
mod pieces;
pub mod pointing;
mod position;
pub mod rows;
pub mod select;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::contents::Contents;
use self::dragging::Held;
use self::find::Find;
use self::folds::Folds;
use self::kept::Keep;
use self::layout::{Layout, Measure};
use self::layouts::Layouts;
use self::panel::Panel;
use self::rows::Row;
use self::select::Selection;
use super::document::Document;
use super::fault::Faulty;
use crate::annotations::{Anchor, Position};
use crate::phrase::{self, Phrase};
use crate::release::check::Problem;
use crate::release::evidence::{Evidence, Found};
use crate::release::{Block, BlockId, FactId, Kind};

/// A line of the text: a block and one of its lines, counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The block.
    pub block: BlockId,
    /// The line of the block.
    pub line: usize,
}

/// What has the keyboard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// The text.
    #[default]
    Text,
    /// The panel of facts.
    Panel,
    /// The contents.
    Contents,
}

/// Words lit up because they prove a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lit {
    /// The fact.
    pub fact: FactId,
    /// Which of its mentions is the current one, counted in reading order.
    pub mention: usize,
}

/// An open release and the reader's place in it.
#[derive(Debug)]
pub struct Reading {
    /// The release.
    pub document: Arc<Document>,
    /// Where the words of its facts stand; known shortly after it opened.
    pub evidence: Option<Arc<Evidence>>,
    /// What is wrong with it, each with its line in the file; known shortly after it opened.
    pub problems: Option<Arc<Vec<(usize, Problem)>>>,
    /// What has the keyboard.
    pub focus: Focus,
    /// The panel of facts.
    pub panel: Panel,
    /// The contents beside it.
    pub contents: Contents,
    /// Whether it shows without anything around it.
    pub is_bare: bool,
    /// What is looked for.
    pub find: Option<Find>,
    /// What blocks must hold to show.
    pub keep: Option<Keep>,
    /// The fact whose words are lit.
    pub lit: Option<Lit>,
    selection: Option<Selection>,
    held: Option<Held>,
    cursor: Place,
    /// The first row on the screen; its `line` counts the gap above the block as a line.
    top: Place,
    folds: Folds,
    measure: Measure,
    height: usize,
    layouts: Layouts,
    rows: Vec<Row>,
    /// Its marks from `a` to `z`.
    pub marks: BTreeMap<char, Anchor>,
    /// Why the file is no longer what is on the screen, where it was changed and does not open.
    pub outdated: Option<Box<Faulty>>,
    /// Where its reader was when that was last kept.
    pub kept_position: Option<Position>,
    /// Whether something is remembered of it from before.
    pub is_remembered: bool,
    /// The text is shown somewhere else than at the cursor, until the cursor moves.
    is_peeking: bool,
    /// The cursor as the last change of width left it, and the byte of its block that is kept on
    /// its line.
    kept: Option<(Place, usize)>,
    /// The same of the row at the top.
    kept_top: Option<(Place, usize)>,
    last_number: Option<BlockId>,
    /// The block whose facts the panel was last scrolled to, and the lit one.
    shown_facts_of: Option<(BlockId, Option<FactId>)>,
}

impl Reading {
    /// Opens a release at its title, for a pane still to be measured.
    pub fn new(document: Arc<Document>) -> Self {
        let folds = Folds::none(document.release.body.len());
        let panel = Panel::new(&document);
        let layouts = Layouts::new(document.len());
        let blocks = document.release.body.blocks();
        let is_numbered = |b: &Block| b.depth == 0 && b.kind == Kind::Numbered;
        let last_number = blocks.iter().rposition(is_numbered).map(BlockId::body);
        Self {
            document,
            evidence: None,
            problems: None,
            focus: Focus::Text,
            panel,
            contents: Contents::default(),
            is_bare: false,
            find: None,
            keep: None,
            lit: None,
            selection: None,
            held: None,
            cursor: Place::default(),
            top: Place::default(),
            folds,
            measure: Measure { width: 0, prose: 0, spacing: 1 },
            height: 0,
            layouts,
            rows: Vec::new(),
            marks: BTreeMap::new(),
            outdated: None,
            kept_position: None,
            is_remembered: false,
            is_peeking: false,
            kept: None,
            kept_top: None,
            last_number,
            shown_facts_of: None,
        }
    }

    /// The line the cursor is on.
    pub fn cursor(&self) -> Place {
        self.cursor
    }

    /// The block the cursor is on.
    pub fn block(&self) -> BlockId {
        self.cursor.block
    }

    /// Whether a block is folded.
    pub fn is_folded(&self, block: BlockId) -> bool {
        self.folds.is_folded(block)
    }

    /// What is on the screen, top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The layout of a block that is on the screen.
    pub fn layout_of(&self, block: BlockId) -> Option<&Layout> {
        self.layouts.get(block)
    }

    /// The number of the last numbered paragraph, where there are any.
    pub fn last_number(&self) -> Option<&crate::release::Address> {
        self.last_number.map(|block| self.document.addresses.name(block))
    }

    /// How far the cursor is into the text, in percent.
    pub fn percent(&self) -> u32 {
        if self.cursor == self.last_place_known() {
            return 100;
        }
        let byte = self.layouts.get(self.cursor.block).map_or(0, |l| l.start_of(self.cursor.line));
        self.document.percent(self.cursor.block, byte)
    }

    /// The places in a block that prove facts, in the order of the text.
    pub fn facts_in(&self, block: BlockId) -> &[Found] {
        self.evidence.as_ref().map_or(&[], |evidence| evidence.in_block(block))
    }

    /// The current place of the lit fact.
    pub fn lit_place(&self) -> Option<Found> {
        let lit = self.lit?;
        self.evidence.as_ref()?.of_fact(lit.fact).nth(lit.mention).cloned()
    }

    /// What is wrong with it, as far as it is known.
    pub fn problems(&self) -> &[(usize, Problem)] {
        self.problems.as_ref().map_or(&[], |problems| problems)
    }

    /// The last block inside a block; itself when nothing lies in it.
    pub fn last_inside(&self, block: BlockId) -> BlockId {
        let this = block.index().and_then(|index| self.document.release.body.get(index));
        this.map_or(block, |this| BlockId::at(this.end as usize))
    }

    /// So many blocks of those that show, from one on: the first and the last. A folded one counts
    /// with all that it hides.
    pub fn span(&self, first: BlockId, count: usize) -> (BlockId, BlockId) {
        let mut last = first;
        for _ in 1..count {
            let Some(next) = self.folds.next(&self.document.release.body, last) else { break };
            last = next;
        }
        (first, if self.is_folded(last) { self.last_inside(last) } else { last })
    }

    /// What a fold hides, in words; nothing when it hides nothing.
    pub fn hidden_by_fold(&self, block: BlockId) -> Option<Phrase> {
        let index = block.index()?;
        let body = &self.document.release.body;
        let this = body.get(index)?;
        let inside = this.end as usize - index - 1;
        if inside == 0 {
            let lines = self.layouts.get(block)?.height();
            return match lines {
                0 | 1 => None,
                _ => Some(phrase::text::folded_lines(lines - 1)),
            };
        }
        let items = body.items(index).count();
        Some(match inside - items {
            0 => phrase::text::folded_items(items),
            _ => phrase::text::folded_tree(items, inside),
        })
    }

    /// Takes over how another release was looked at: the panel's width and whether it shows.
    pub fn take_view_of(&mut self, other: &Self) {
        self.panel.shown = other.panel.shown;
        self.contents.is_shown = other.contents.is_shown;
        self.is_bare = other.is_bare;
    }

    /// Scrolls the panel: to its cursor while it has the keyboard, else to the facts of the block and
    /// the lit one.
    pub fn settle_panel(&mut self, width: u16, height: u16) {
        if width == 0 || height == 0 {
            return;
        }
        let document = Arc::clone(&self.document);
        if self.focus == Focus::Panel {
            let cursor = self.panel.cursor;
            self.panel.show(&document, cursor, width, height);
            return;
        }
        let now = (self.block(), self.lit.map(|lit| lit.fact));
        if self.shown_facts_of == Some(now) {
            return;
        }
        // Whoever has just opened a release begins with its participants, whatever its title names.
        if self.shown_facts_of.is_none() && now == (BlockId::TITLE, None) {
            self.shown_facts_of = Some(now);
            return;
        }
        let ends = self.panel.ends_of(self.facts_in(self.block()));
        let lit = now.1.and_then(|fact| self.panel.position(fact));
        // From the last to the first: as many as there is room for, and the first in any case.
        for index in ends.into_iter().flat_map(|(first, last)| [last, first]).chain(lit) {
            self.panel.show(&document, index, width, height);
        }
        self.shown_facts_of = self.evidence.is_some().then_some(now);
    }

    fn drop_far_layouts(&mut self) {
        if self.layouts.are_many() {
            let (rows, cursor) = (&self.rows, self.cursor.block);
            let is_near = |block| block == cursor || rows.iter().any(|row| row.block == block);
            self.layouts.keep_only(is_near);
        }
    }
}
