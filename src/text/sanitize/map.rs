//! The way between places in a text and in what became of it, kept only where they differ.

use super::Clean;

/// Where a stretch of text begins on both sides. It reaches to the next anchor: equally long on
/// both sides it is the same text, otherwise the one stands for the other as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub raw: u32,
    pub clean: u32,
}

/// Clean text that knows where it came from.
#[derive(Clone, Debug, Default)]
pub struct Cleaned<'a> {
    /// The text to show.
    pub text: Clean<'a>,
    anchors: Box<[Anchor]>,
}

impl<'a> Cleaned<'a> {
    pub(super) fn new(text: Clean<'a>, anchors: Vec<Anchor>) -> Cleaned<'a> {
        Cleaned { text, anchors: anchors.into() }
    }

    /// The same, free of what it was borrowed from.
    pub fn into_owned(self) -> Cleaned<'static> {
        Cleaned { text: self.text.into_owned(), anchors: self.anchors }
    }

    /// The place in the clean text of a place in the raw one, in bytes. What was folded or
    /// replaced maps to the start of what stands for it.
    pub fn to_clean(&self, raw: usize) -> usize {
        let side = (|a: &Anchor| a.raw as usize, |a: &Anchor| a.clean as usize);
        self.convert(raw, side).min(self.text.len())
    }

    /// The place in the raw text of a place in the clean one, in bytes. Where something was
    /// removed, the place after it.
    pub fn to_raw(&self, clean: usize) -> usize {
        self.convert(clean, (|a: &Anchor| a.clean as usize, |a: &Anchor| a.raw as usize))
    }

    fn convert(
        &self,
        place: usize,
        (from, to): (impl Fn(&Anchor) -> usize, impl Fn(&Anchor) -> usize),
    ) -> usize {
        let next = self.anchors.partition_point(|anchor| from(anchor) <= place);
        let Some(anchor) = next.checked_sub(1).map(|i| &self.anchors[i]) else {
            return place;
        };
        let moved = to(anchor) + (place - from(anchor));
        match self.anchors.get(next) {
            Some(end) if from(end) - from(anchor) != to(end) - to(anchor) => to(anchor),
            _ => moved,
        }
    }
}
