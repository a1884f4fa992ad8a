//! The way between a table's raw text and its words. The separators of cells are a byte on both
//! sides, so as long as cells need no cleaning they are one piece.

use std::ops::Range;

use crate::text::sanitize::Cleaned;

/// Stretches of raw text and where their cleaned forms stand, in order.
#[derive(Debug, Default)]
pub struct Pieces(Vec<Piece>);

#[derive(Debug)]
struct Piece {
    raw: u32,
    clean: u32,
    /// The length of the cleaned form, in bytes.
    len: u32,
    /// The way between the two where they differ.
    map: Option<Box<Cleaned<'static>>>,
}

impl Pieces {
    /// Adds the cell that begins at a byte of the raw text, with the place of its cleaned form and
    /// the way between the two where they differ.
    pub(super) fn add(&mut self, raw: u32, clean: Range<u32>, map: Option<Box<Cleaned<'static>>>) {
        if let Some(last) = self.0.last_mut()
            && last.map.is_none()
            && map.is_none()
            && raw - last.raw == clean.start - last.clean
        {
            last.len = clean.end - last.clean;
            return;
        }
        self.0.push(Piece { raw, clean: clean.start, len: clean.end - clean.start, map });
    }

    /// Where the words of a cell stand.
    pub(super) fn words(&self, cell: &Range<u32>) -> Range<usize> {
        let Some(piece) = self.at(|piece| piece.raw <= cell.start) else { return 0..0 };
        if piece.map.is_some() {
            // It is this cell alone.
            return piece.clean as usize..(piece.clean + piece.len) as usize;
        }
        let start = (piece.clean + (cell.start - piece.raw)) as usize;
        start..start + cell.len()
    }

    /// The last piece that is not after a place.
    fn at(&self, is_before: impl Fn(&Piece) -> bool) -> Option<&Piece> {
        self.0[..self.0.partition_point(is_before)].last()
    }

    /// The byte of the words for a byte of the raw text.
    pub(super) fn to_clean(&self, raw: usize) -> usize {
        let Some(piece) = self.at(|piece| piece.raw as usize <= raw) else { return 0 };
        let within = raw - piece.raw as usize;
        let within = piece.map.as_ref().map_or(within, |map| map.to_clean(within));
        piece.clean as usize + within.min(piece.len as usize)
    }

    /// The byte of the raw text for a byte of the words.
    pub(super) fn to_raw(&self, clean: usize) -> usize {
        let Some(piece) = self.at(|piece| piece.clean as usize <= clean) else { return 0 };
        let within = (clean - piece.clean as usize).min(piece.len as usize);
        piece.raw as usize + piece.map.as_ref().map_or(within, |map| map.to_raw(within))
    }
}
