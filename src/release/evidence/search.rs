//! Many quotes found in one text at once, in time that no file can make long.

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

/// The needles sorted, so that those standing at a place are the nearest one before the text there
/// and the prefixes of it that are needles too.
struct Index<'a> {
    /// The needles by their words.
    sorted: Vec<(&'a str, Progress)>,
    /// For each, the place in the list it was given in.
    given: Vec<usize>,
    filter: Filter,
    open: usize,
}

struct Progress {
    wanted: u32,
    found: Vec<u32>,
    /// The longest needle that is a proper prefix and still needs occurrences, when last looked at.
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
            sorted.push((words, Progress { wanted, found: Vec::new(), shorter }));
        }
        let open = sorted.iter().filter(|(_, p)| p.wanted > 0).count();
        Self { filter: Filter::new(needles), sorted, given, open }
    }

    fn scan(mut self, hay: &str, budget: &mut u64) -> Occurrences {
        let bytes = hay.as_bytes();
        for (at, _) in hay.char_indices() {
            if self.open == 0 || *budget == 0 {
                break;
            }
            if self.filter.may_start(bytes, at) {
                let nearest = self.nearest(&hay[at..], budget);
                let steps = self.note(nearest, hay, at);
                *budget = budget.saturating_sub(steps);
            }
        }
        let mut starts = vec![Vec::new(); self.given.len()];
        for (i, (_, progress)) in self.given.iter().zip(self.sorted) {
            starts[*i] = progress.found;
        }
        Occurrences { starts, is_cut: self.open > 0 && *budget == 0 }
    }

    /// The last needle not after the text in order: what stands at the text's start is it or its prefixes.
    fn nearest(&self, rest: &str, budget: &mut u64) -> Option<u32> {
        let mut steps = 0;
        let after = self.sorted.partition_point(|(words, _)| {
            steps += 1 + words.len() as u64 / 16;
            *words <= rest
        });
        *budget = budget.saturating_sub(steps);
        after.checked_sub(1).map(|i| i as u32)
    }

    /// Notes the needles that stand at a place, and says how many steps that took.
    fn note(&mut self, nearest: Option<u32>, hay: &str, at: usize) -> u64 {
        let mut steps = 0;
        let mut next = nearest;
        while let Some(i) = next {
            let (words, progress) = &mut self.sorted[i as usize];
            steps += 1;
            let is_past_last =
                progress.found.last().is_none_or(|last| *last as usize + words.len() <= at);
            if progress.is_open() && is_past_last {
                steps += words.len() as u64 / 16;
                if hay[at..].starts_with(*words) {
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

/// Says of most places at once that no needle starts there.
struct Filter {
    bits: Vec<u64>,
    shift: u32,
    /// The lengths, up to 8 bytes, of the needles' beginnings, as masks of a word.
    masks: Vec<u64>,
}

impl Filter {
    fn new(needles: &[Needle<'_>]) -> Self {
        let log = (needles.len() * 16).next_power_of_two().trailing_zeros().max(6);
        let mut filter = Self { bits: vec![0; 1 << (log - 6)], shift: 64 - log, masks: Vec::new() };
        for needle in needles {
            let bytes = needle.words.as_bytes();
            let mask = u64::MAX >> (64 - 8 * bytes.len().clamp(1, 8));
            if !filter.masks.contains(&mask) {
                filter.masks.push(mask);
            }
            let bit = filter.bit(word(bytes, 0) & mask, mask);
            filter.bits[bit / 64] |= 1 << (bit % 64);
        }
        filter
    }

    fn may_start(&self, hay: &[u8], at: usize) -> bool {
        let word = word(hay, at);
        self.masks.iter().any(|mask| {
            let bit = self.bit(word & mask, *mask);
            self.bits[bit / 64] >> (bit % 64) & 1 == 1
        })
    }

    fn bit(&self, beginning: u64, mask: u64) -> usize {
        ((beginning ^ mask.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift)
            as usize
    }
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
