//! Folded text and its way back, kept only for the stretches that changed.

use std::ops::Range;

/// A text made comparable, and where each part of it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The comparable text.
    pub text: String,
    pieces: Vec<Piece>,
    source_len: usize,
}

/// Where a stretch begins on both sides; it reaches to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    folded: u32,
    /// The place in the source, doubled; odd if the stretch only maps as a whole.
    source: u64,
}

impl Piece {
    fn new(folded: usize, source: usize, whole: bool) -> Piece {
        Piece { folded: folded as u32, source: (source as u64) << 1 | u64::from(whole) }
    }

    fn folded(&self) -> usize {
        self.folded as usize
    }

    fn source(&self) -> usize {
        (self.source >> 1) as usize
    }

    fn is_whole(&self) -> bool {
        self.source & 1 == 1
    }
}

impl Folded {
    /// Where in the source that begins which begins at this byte of the folded text.
    pub fn to_source(&self, folded: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.folded() <= folded);
        match next.checked_sub(1).map(|last| self.pieces[last]) {
            Some(piece) if piece.is_whole() => piece.source(),
            Some(piece) => piece.source() + (folded - piece.folded()),
            None => folded,
        }
    }

    /// Where in the source that ends which ends at this byte of the folded text. What was
    /// dropped right after it is left out.
    pub fn to_source_end(&self, folded: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.folded() < folded);
        match next.checked_sub(1).map(|last| self.pieces[last]) {
            Some(piece) if piece.is_whole() => {
                self.pieces.get(next).map_or(self.source_len, Piece::source)
            }
            Some(piece) => piece.source() + (folded - piece.folded()),
            None => folded,
        }
    }

    /// The part of the source a part of the folded text stands for, both in bytes.
    pub fn source_range(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.to_source(folded.start);
        start..self.to_source_end(folded.end).max(start)
    }

    /// Whether every place is the same on both sides.
    pub fn is_identity(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// Puts a folded text together from stretches kept and stretches replaced.
pub(super) struct Builder<'a> {
    source: &'a str,
    lower: bool,
    out: String,
    pieces: Vec<Piece>,
    settled: usize,
}

impl<'a> Builder<'a> {
    /// `lower` says whether the ASCII letters of what is kept become small.
    pub(super) fn new(source: &'a str, lower: bool) -> Builder<'a> {
        let out = String::with_capacity(source.len());
        Builder { source, lower, out, pieces: Vec::new(), settled: 0 }
    }

    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// Whether nothing of the source before this place is left.
    pub(super) fn is_empty_before(&self, at: usize) -> bool {
        self.out.is_empty() && self.settled == at
    }

    /// Puts `text` in the place of a part of the source; parts come in order.
    pub(super) fn replace(&mut self, part: Range<usize>, text: &str) {
        let was = &self.source[part.clone()];
        if was == text {
            return;
        }
        self.settle(part.start);
        let start = self.out.len();
        self.out.push_str(text);
        self.settled = part.end;
        let one_for_one = |text: &str| text.chars().nth(1).is_none();
        if was.len() == text.len() && one_for_one(was) && one_for_one(text) {
            return;
        }
        if !text.is_empty() {
            self.piece(start, part.start, true);
        }
        self.piece(self.out.len(), part.end, false);
    }

    fn settle(&mut self, end: usize) {
        let start = self.out.len();
        self.out.push_str(&self.source[self.settled..end]);
        if self.lower {
            self.out[start..].make_ascii_lowercase();
        }
        self.settled = end;
    }

    /// A stretch of no length on the folded side is overtaken by the one that follows it.
    fn piece(&mut self, folded: usize, source: usize, whole: bool) {
        if self.pieces.last().is_some_and(|last| last.folded() == folded) {
            self.pieces.pop();
        }
        self.pieces.push(Piece::new(folded, source, whole));
    }

    pub(super) fn finish(mut self) -> Folded {
        self.settle(self.source.len());
        Folded { text: self.out, pieces: self.pieces, source_len: self.source.len() }
    }
}
