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
pub struct Occurrences {
    /// Where each needle stands, in order: as often as wanted, or as there is.
    pub starts: Vec<Vec<u32>>,
    /// Whether the budget ran out before the text did.
    pub is_cut: bool,
}

/// Looks for the needles, at the cost of a part of the budget.
pub fn occurrences(hay: &str, needles: &[Needle<'_>], budget: &mut u64) -> Occurrences {
    if needles.len() <= FEW {
        let starts = needles.iter().map(|needle| one_by_one(hay, *needle)).collect();
        return Occurrences { starts, is_cut: false };
    }
    Index::new(needles).scan(hay, budget)
}

fn one_by_one(hay: &str, needle: Needle<'_>) -> Vec<u32> {
    hay.match_indices(needle.words)
        .take(needle.wanted as usize)
        .map(|(start, _)| start as u32)
        .collect()
}

/// The needles by how they begin.
///
/// A needle is known by its first eight bytes; all of them when it is shorter. Those that share
/// eight bytes are a sorted stretch: what stands at a place is the last one that is not after the
/// text there in order, and those of the stretch that it begins with.
struct Index<'a> {
    /// The needles by their words.
    sorted: Vec<(&'a str, Progress)>,
    /// For each, the place in the list it was given in.
    given: Vec<usize>,
    beginnings: Beginnings,
    open: usize,
}

struct Progress {
    wanted: u32,
    found: Vec<u32>,
    /// The longest needle of the same beginning that is a proper prefix and still needs
    /// occurrences, when last looked at.
    shorter: Option<u32>,
}

impl Progress {
    fn is_open(&self) -> bool {
        (self.found.len() as u32) < self.wanted
    }
}

impl<'a> Index<'a> {
    fn new(needles: &[Needle<'a>]) -> Self {
        let mut given: Vec<usize> = (0..needles.len()).collect();
        given.sort_unstable_by_key(|i| needles[*i].words);
        let mut sorted: Vec<(&str, Progress)> = Vec::with_capacity(needles.len());
        for i in &given {
            let Needle { words, wanted } = needles[*i];
            let mut shorter = sorted.len().checked_sub(1).map(|last| last as u32);
            while let Some(j) = shorter.filter(|j| !words.starts_with(sorted[*j as usize].0)) {
                shorter = sorted[j as usize].1.shorter;
            }
            shorter = shorter.filter(|j| sorted[*j as usize].0.len() >= WORD);
            sorted.push((words, Progress { wanted, found: Vec::new(), shorter }));
        }
        let open = sorted.iter().filter(|(_, p)| p.wanted > 0).count();
        let beginnings = Beginnings::new(sorted.iter().map(|(words, _)| words.as_bytes()));
        Self { sorted, given, beginnings, open }
    }

    fn scan(mut self, hay: &str, budget: &mut u64) -> Occurrences {
        let bytes = hay.as_bytes();
        for (at, _) in hay.char_indices() {
            if self.open == 0 || *budget == 0 {
                break;
            }
            let word = word(bytes, at);
            for i in 0..self.beginnings.masks.len() {
                if let Some(stretch) = self.beginnings.find(word, i, budget) {
                    let steps = self.note(stretch, hay, at);
                    *budget = budget.saturating_sub(steps);
                }
            }
        }
        let mut starts = vec![Vec::new(); self.given.len()];
        for (i, (_, progress)) in self.given.iter().zip(self.sorted) {
            starts[*i] = progress.found;
        }
        Occurrences { starts, is_cut: self.open > 0 && *budget == 0 }
    }

    /// Notes the needles of a stretch that stand at a place, and says how many steps that took.
    fn note(&mut self, stretch: Range<u32>, hay: &str, at: usize) -> u64 {
        let mut steps = 0;
        let rest = &hay[at..];
        let candidates = &self.sorted[stretch.start as usize..stretch.end as usize];
        let after = candidates.partition_point(|(words, _)| {
            steps += 1 + words.len() as u64 / 16;
            *words <= rest
        });
        let mut next = after.checked_sub(1).map(|i| stretch.start + i as u32);
        while let Some(i) = next {
            let (words, progress) = &mut self.sorted[i as usize];
            steps += 1;
            let is_past_last =
                progress.found.last().is_none_or(|last| *last as usize + words.len() <= at);
            if progress.is_open() && is_past_last {
                steps += words.len() as u64 / 16;
                if rest.starts_with(*words) {
                    progress.found.push(at as u32);
                    self.open -= usize::from(!progress.is_open());
                }
            }
            next = self.shorter(i);
        }
        steps
    }

    /// The next shorter needle that is still open; those that are done are passed over for good.
    fn shorter(&mut self, i: u32) -> Option<u32> {
        let mut next = self.sorted[i as usize].1.shorter;
        while let Some((_, progress)) = next.map(|j| &self.sorted[j as usize]) {
            if progress.is_open() {
                break;
            }
            next = progress.shorter;
        }
        self.sorted[i as usize].1.shorter = next;
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
    stretches: Vec<(u64, u64, Range<u32>)>,
}

impl Beginnings {
    fn new<'n>(sorted: impl ExactSizeIterator<Item = &'n [u8]>) -> Self {
        let slots = (sorted.len() * 2).next_power_of_two();
        let mut new = Self {
            masks: Vec::new(),
            filter: vec![0; (slots * 8 / 64).max(1)],
            table: vec![0; slots],
            stretches: Vec::new(),
        };
        for (i, needle) in (0..).zip(sorted) {
            let mask = u64::MAX >> (64 - 8 * needle.len().clamp(1, WORD));
            let beginning = word(needle, 0) & mask;
            match new.stretches.last_mut() {
                Some((last, same, stretch)) if (*last, *same) == (beginning, mask) => {
                    stretch.end = i + 1;
                }
                _ => new.add(beginning, mask, i),
            }
        }
        new
    }

    fn add(&mut self, beginning: u64, mask: u64, needle: u32) {
        if !self.masks.contains(&mask) {
            self.masks.push(mask);
        }
        let hash = hash(beginning, mask);
        let bit = self.bit(hash);
        self.filter[bit / 64] |= 1 << (bit % 64);
        self.stretches.push((beginning, mask, needle..needle + 1));
        let mut slot = self.slot(hash);
        while self.table[slot] != 0 {
            slot = (slot + 1) % self.table.len();
        }
        self.table[slot] = self.stretches.len() as u32;
    }

    /// The needles that begin like a word of the text, cut to one of the lengths.
    fn find(&self, word: u64, mask: usize, budget: &mut u64) -> Option<Range<u32>> {
        let mask = self.masks[mask];
        let beginning = word & mask;
        let hash = hash(beginning, mask);
        let bit = self.bit(hash);
        if self.filter[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mut slot = self.slot(hash);
        loop {
            *budget = budget.saturating_sub(1);
            let stretch = (self.table[slot] as usize).checked_sub(1)?;
            let (known, same, stretch) = &self.stretches[stretch];
            if (*known, *same) == (beginning, mask) {
                return Some(stretch.clone());
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
            let needles: Vec<_> = words.iter().rev().map(|words| Needle { words, wanted }).collect();
            let mut budget = BUDGET;
            let plain: Vec<_> = needles.iter().map(|n| one_by_one(&hay, *n)).collect();
            prop_assert_eq!(occurrences(&hay, &needles, &mut budget).starts, plain);
        }
    }

    #[test]
    fn a_spent_budget_ends_the_search() {
        let words: Vec<String> = (0..5000).map(|i| format!("{}{i}", "a".repeat(500))).collect();
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
        assert!(found.starts.iter().all(|starts| starts.len() == 2));
        assert!(budget > BUDGET / 2);
    }
}
