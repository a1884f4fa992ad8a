//! Many quotes found in one text at once, in time that no file can make long.

use std::ops::Range;

/// Words to be found, and how many of their occurrences are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Needle<'a> {
    /// Never empty.
    pub words: &'a str,
    /// The first so many that do not overlap.
    pub wanted: u32,
}

/// Up to so many quotes are looked for one by one.
const FEW: usize = 8;

/// How many steps a whole release may cost; a step is a comparison of up to 16 bytes. Half a second
/// or less; a text of 10 MB with 100,000 different quotes needs a third of it.
pub const BUDGET: u64 = 1 << 28;

/// What a search gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// Where the needles stand, needle by needle: as often as wanted, or as there is.
    starts: Vec<u32>,
    /// Where in `starts` the places of each needle end.
    ends: Vec<u32>,
    /// Whether the budget ran out before the text did.
    pub is_cut: bool,
}

impl Occurrences {
    /// For each needle where it stands, in order.
    pub fn starts(&self) -> impl Iterator<Item = &[u32]> {
        let ends = self.ends.iter().map(|end| *end as usize);
        std::iter::once(0)
            .chain(ends.clone())
            .zip(ends)
            .map(|(start, end)| &self.starts[start..end])
    }

    fn add(&mut self, starts: impl Iterator<Item = u32>) {
        self.starts.extend(starts);
        self.ends.push(self.starts.len() as u32);
    }
}

/// Looks for needles, sorted by their words and no two alike, at the cost of a part of the budget.
pub fn occurrences(hay: &str, needles: &[Needle<'_>], budget: &mut u64) -> Occurrences {
    if needles.len() <= FEW {
        return one_by_one(hay, needles);
    }
    Index::new(needles).scan(hay, budget)
}

fn one_by_one(hay: &str, needles: &[Needle<'_>]) -> Occurrences {
    let mut all = Occurrences::default();
    for Needle { words, wanted } in needles {
        let found = hay.match_indices(words).take(*wanted as usize);
        all.add(found.map(|(start, _)| start as u32));
    }
    all
}

/// The needles by how they begin.
///
/// A needle is known by its first eight bytes; all of them when it is shorter. Those that share
/// eight bytes are a sorted stretch: what stands at a place is the last one that is not after the
/// text there in order, and those of the stretch that it begins with.
struct Index<'a> {
    /// By their words.
    needles: &'a [Needle<'a>],
    /// For each, how far the search for it has come.
    progress: Vec<Progress>,
    beginnings: Beginnings,
    open: usize,
    /// The needles found and where, in the order of the text.
    found: Vec<(u32, u32)>,
}

#[derive(Clone, Copy)]
struct Progress {
    /// How many more occurrences are asked for.
    wanted: u32,
    /// Where the last one found ends.
    end: u32,
    /// The longest needle of the same beginning that is a proper prefix and still needs
    /// occurrences, when last looked at.
    shorter: Option<u32>,
}

impl Progress {
    fn is_open(self) -> bool {
        self.wanted > 0
    }
}

impl<'a> Index<'a> {
    fn new(needles: &'a [Needle<'a>]) -> Self {
        let mut progress: Vec<Progress> = Vec::with_capacity(needles.len());
        for (i, Needle { words, wanted }) in needles.iter().enumerate() {
            let mut shorter = i.checked_sub(1).map(|last| last as u32);
            while let Some(j) = shorter.filter(|j| !words.starts_with(needles[*j as usize].words)) {
                shorter = progress[j as usize].shorter;
            }
            shorter = shorter.filter(|j| needles[*j as usize].words.len() >= WORD);
            progress.push(Progress { wanted: *wanted, end: 0, shorter });
        }
        let open = progress.iter().filter(|p| p.is_open()).count();
        let beginnings = Beginnings::new(needles);
        Self { needles, progress, beginnings, open, found: Vec::new() }
    }

    fn scan(mut self, hay: &str, budget: &mut u64) -> Occurrences {
        let bytes = hay.as_bytes();
        for (at, _) in hay.char_indices() {
            if self.open == 0 || *budget == 0 {
                break;
            }
            let word = word(bytes, at);
            for i in 0..self.beginnings.masks.len() {
                if let Some(stretch) = self.beginnings.find((word, i), self.needles, budget) {
                    let steps = self.note(stretch, hay, at);
                    *budget = budget.saturating_sub(steps);
                }
            }
        }
        let is_cut = self.open > 0 && *budget == 0;
        self.found.sort_unstable();
        let ends = Vec::with_capacity(self.needles.len());
        let mut all = Occurrences { is_cut, ends, starts: Vec::with_capacity(self.found.len()) };
        let mut rest = self.found.as_slice();
        for needle in 0..self.needles.len() as u32 {
            let (own, after) = rest.split_at(rest.partition_point(|(of, _)| *of == needle));
            all.add(own.iter().map(|(_, start)| *start));
            rest = after;
        }
        all
    }

    /// Notes the needles of a stretch that stand at a place, and says how many steps that took.
    fn note(&mut self, stretch: Range<u32>, hay: &str, at: usize) -> u64 {
        let mut steps = 0;
        let rest = &hay[at..];
        let candidates = &self.needles[stretch.start as usize..stretch.end as usize];
        let after = candidates.partition_point(|Needle { words, .. }| {
            steps += 1 + words.len() as u64 / 16;
            *words <= rest
        });
        let mut next = after.checked_sub(1).map(|i| stretch.start + i as u32);
        while let Some(i) = next {
            let words = self.needles[i as usize].words;
            let progress = &mut self.progress[i as usize];
            steps += 1;
            if progress.is_open() && progress.end as usize <= at {
                steps += words.len() as u64 / 16;
                if rest.starts_with(words) {
                    self.found.push((i, at as u32));
                    progress.wanted -= 1;
                    progress.end = (at + words.len()) as u32;
                    self.open -= usize::from(!progress.is_open());
                }
            }
            next = self.shorter(i);
        }
        steps
    }

    /// The next shorter needle that is still open; those that are done are passed over for good.
    fn shorter(&mut self, i: u32) -> Option<u32> {
        let mut next = self.progress[i as usize].shorter;
        while let Some(progress) = next.map(|j| self.progress[j as usize]) {
            if progress.is_open() {
                break;
            }
            next = progress.shorter;
        }
        self.progress[i as usize].shorter = next;
        next
    }
}

/// How many bytes of a needle tell it from most others.
const WORD: usize = 8;

/// Finds the stretch of needles that begin with given bytes: a filter that says of most places at
/// once that there is none, and a table of the stretches.
struct Beginnings {
    /// The lengths of the beginnings, as masks of a word.
    masks: Vec<u64>,
    filter: Vec<u64>,
    /// Places in `stretches`, one more than they are; 0 is free. A power of two, at most half full.
    table: Vec<u32>,
    /// The first needle of each stretch, and in the end how many there are.
    stretches: Vec<u32>,
}

/// The beginning of a needle and its mask.
fn beginning(needle: &Needle<'_>) -> (u64, u64) {
    let bytes = needle.words.as_bytes();
    let mask = u64::MAX >> (64 - 8 * bytes.len().clamp(1, WORD));
    (word(bytes, 0) & mask, mask)
}

impl Beginnings {
    fn new(needles: &[Needle<'_>]) -> Self {
        let slots = (needles.len() * 2).next_power_of_two();
        let mut new = Self {
            masks: Vec::new(),
            filter: vec![0; (slots * 8 / 64).max(1)],
            table: vec![0; slots],
            stretches: Vec::new(),
        };
        let mut last = None;
        for (i, needle) in (0..).zip(needles) {
            let this = beginning(needle);
            if last != Some(this) {
                new.add(this, i);
                last = Some(this);
            }
        }
        new.stretches.push(needles.len() as u32);
        new
    }

    fn add(&mut self, (beginning, mask): (u64, u64), needle: u32) {
        if !self.masks.contains(&mask) {
            self.masks.push(mask);
        }
        let hash = hash(beginning, mask);
        let bit = self.bit(hash);
        self.filter[bit / 64] |= 1 << (bit % 64);
        self.stretches.push(needle);
        let mut slot = self.slot(hash);
        while self.table[slot] != 0 {
            slot = (slot + 1) % self.table.len();
        }
        self.table[slot] = self.stretches.len() as u32;
    }

    /// The needles that begin like a word of the text, cut to one of the lengths.
    fn find(
        &self,
        (word, mask): (u64, usize),
        needles: &[Needle<'_>],
        budget: &mut u64,
    ) -> Option<Range<u32>> {
        let mask = self.masks[mask];
        let cut = word & mask;
        let hash = hash(cut, mask);
        let bit = self.bit(hash);
        if self.filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mut slot = self.slot(hash);
        loop {
            *budget = budget.saturating_sub(1);
            let at = (self.table[slot] as usize).checked_sub(1)?;
            let stretch = self.stretches[at]..self.stretches[at + 1];
            if beginning(&needles[stretch.start as usize]) == (cut, mask) {
                return Some(stretch);
            }
            slot = (slot + 1) % self.table.len();
        }
    }

    /// The filter has eight bits for each slot; both take the hash's upper bits.
    fn bit(&self, hash: u64) -> usize {
        (hash >> 16) as usize % (self.filter.len() * 64)
    }

    fn slot(&self, hash: u64) -> usize {
        (hash >> 24) as usize % self.table.len()
    }
}

fn hash(beginning: u64, mask: u64) -> u64 {
    let mixed = (beginning ^ mask.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

/// Eight bytes from a place on, zeros after the end.
fn word(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        return u64::from_le_bytes(*eight);
    }
    let rest = &bytes[at..];
    rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_index_finds_what_a_plain_search_finds(
            hay in "[ab가 ]{0,60}",
            words in prop::collection::btree_set("[ab가 ]{1,10}", 9..40),
            wanted in 1_u32..5,
        ) {
            let needles: Vec<_> = words.iter().map(|words| Needle { words, wanted }).collect();
            let mut budget = BUDGET;
            let plain = one_by_one(&hay, &needles);
            prop_assert_eq!(occurrences(&hay, &needles, &mut budget), plain);
        }
    }

    #[test]
    fn a_spent_budget_ends_the_search() {
        let words: Vec<String> =
            (10_000..15_000).map(|i| format!("{}{i}", "a".repeat(500))).collect();
        let needles: Vec<_> = words.iter().map(|words| Needle { words, wanted: 1 }).collect();
        let mut budget = 10_000;
        assert!(occurrences(&"a".repeat(100_000), &needles, &mut budget).is_cut);
    }

    #[test]
    fn needles_inside_one_another_stay_cheap() {
        let words: Vec<String> = (1..2000).map(|i| "a".repeat(i)).collect();
        let needles: Vec<_> = words.iter().map(|words| Needle { words, wanted: 2 }).collect();
        let mut budget = BUDGET;
        let found = occurrences(&"a".repeat(100_000), &needles, &mut budget);
        assert!(found.starts().all(|starts| starts.len() == 2));
        assert!(budget > BUDGET / 2);
    }
}
