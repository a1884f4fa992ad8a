//! Matching a few typed letters against a name: they must come in order, and count for more at the
//! start of a word and next to each other. Korean initials stand for their syllables.

use std::ops::Range;

/// What a letter is worth.
const LETTER: i32 = 16;
/// More at the start of a word.
const START: i32 = 12;
/// More right after the letter matched before.
const NEXT: i32 = 12;
/// Less for each letter passed over.
const GAP: i32 = 1;
/// The most a gap costs in front of a word's start.
const LEAP: i32 = 3;
/// What all letters together must be worth, each on average: fewer are strewn about by chance.
const LEAST: i32 = 22;
/// The most letters of a name that are looked at.
const LONGEST: usize = 200;

/// The initial consonants of Hangul syllables, in the order of Unicode.
const INITIALS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ',
    'ㅌ', 'ㅍ', 'ㅎ',
];
/// Syllables that begin with one initial.
const SYLLABLES: u32 = 588;

/// How well something was matched, and by which of its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// More is better.
    pub score: i32,
    /// The bytes of the letters matched, in order.
    pub at: Vec<Range<usize>>,
}

/// Matches what was typed; each of its words must be found, in any order, blind to case. Nothing
/// typed matches everything.
pub fn matched(typed: &str, name: &str) -> Option<Match> {
    let letters: Vec<Letter> = letters(name);
    let mut all = Match::default();
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().map(small).collect();
        let (score, places) = best(&word, &letters)?;
        all.score += score;
        all.at.extend(places.into_iter().map(|place| letters[place].at.clone()));
    }
    all.at.sort_by_key(|at| at.start);
    all.at.dedup();
    Some(all)
}

/// A letter of a name.
struct Letter {
    small: char,
    starts: bool,
    at: Range<usize>,
}

impl Letter {
    fn is(&self, typed: char) -> bool {
        self.small == typed || initial(self.small) == Some(typed)
    }
}

fn letters(name: &str) -> Vec<Letter> {
    let mut before = ' ';
    let letter = |(at, c): (usize, char)| {
        let starts = !before.is_alphanumeric() || (before.is_lowercase() && c.is_uppercase());
        before = c;
        Letter { small: small(c), starts, at: at..at + c.len_utf8() }
    };
    name.char_indices().take(LONGEST).map(letter).collect()
}

fn small(c: char) -> char {
    let mut small = c.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(c)
}

fn initial(syllable: char) -> Option<char> {
    let index = u32::from(syllable).checked_sub(u32::from('가'))?;
    matches!(syllable, '가'..='힣').then(|| INITIALS[(index / SYLLABLES) as usize])
}

/// The best way to find a word in a name, and where its letters are.
fn best(word: &[char], letters: &[Letter]) -> Option<(i32, Vec<usize>)> {
    // For each letter typed and each of the name: the best score that ends here, and from where.
    let mut ends: Vec<Vec<Option<(i32, usize)>>> = Vec::with_capacity(word.len());
    for (row, typed) in word.iter().enumerate() {
        let mut this = vec![None; letters.len()];
        // The best end of the row before, less the letters passed over since.
        let mut carried: Option<(i32, usize)> = None;
        // The best of them, however far away.
        let mut far: Option<(i32, usize)> = None;
        for (place, letter) in letters.iter().enumerate() {
            let before = place.checked_sub(1);
            if row > 0 {
                let adjacent = before.and_then(|place| ends[row - 1][place]);
                carried = carried.map(|(score, from)| (score - GAP, from));
                if let (Some((score, _)), Some(from)) = (adjacent, before) {
                    carried = carried.filter(|(other, _)| *other > score).or(Some((score, from)));
                    far = far.filter(|(other, _)| *other > score).or(Some((score, from)));
                }
                if letter.is(*typed) {
                    let next = adjacent.zip(before).map(|((s, _), from)| (s + NEXT, from));
                    let leap = far.filter(|_| letter.starts).map(|(s, from)| (s - LEAP, from));
                    let reached = carried.into_iter().chain(next).chain(leap).max();
                    this[place] = reached.map(|(score, from)| (score + worth(letter), from));
                }
            } else if letter.is(*typed) {
                this[place] = Some((worth(letter), place));
            }
        }
        ends.push(this);
    }
    let last = ends.last()?;
    let scored = last.iter().enumerate().filter_map(|(place, end)| Some(((*end)?.0, place)));
    let (score, mut place) = scored.max_by_key(|(score, place)| (*score, usize::MAX - place))?;
    if word.len() > 1 && score < LEAST * i32::try_from(word.len()).unwrap_or(i32::MAX) {
        return None;
    }
    let mut places = vec![place];
    for row in (1..word.len()).rev() {
        place = ends[row][place]?.1;
        places.push(place);
    }
    places.reverse();
    Some((score, places))
}

fn worth(letter: &Letter) -> i32 {
    LETTER + if letter.starts { START } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The letters matched, in brackets.
    fn shown(typed: &str, name: &str) -> String {
        let Some(found) = matched(typed, name) else { return "nothing".to_owned() };
        let mut out = name.to_owned();
        for at in found.at.iter().rev() {
            out.replace_range(at.clone(), &format!("[{}]", &name[at.clone()]));
        }
        out.replace("][", "")
    }

    #[test]
    fn letters_match_in_order_and_best_at_the_start_of_words() {
        for (typed, name, expected) in [
            ("fold", "Fold or unfold", "[Fold] or unfold"),
            ("nb", "Next block", "[N]ext [b]lock"),
            ("fn", "FindNext", "[F]ind[N]ext"),
            ("block next", "Next block", "[Next] [block]"),
            ("unf all", "Unfold everything, all of it", "[Unf]old everything, [all] of it"),
            ("GO", "Go to an address", "[Go] to an address"),
            ("zz", "Put the line in the middle", "nothing"),
            ("uhn", "Put the line in the middle", "nothing"),
            ("", "Anything", "Anything"),
            ("찾기", "여기서 찾기", "여기서 [찾기]"),
            ("ㅊㄱ", "여기서 찾기", "여기서 [찾기]"),
        ] {
            assert_eq!(shown(typed, name), expected, "{typed} in {name}");
        }
    }

    #[test]
    fn whole_words_come_before_strewn_letters() {
        let score = |name| matched("help", name).map_or(0, |found| found.score);
        assert!(score("Help") > score("Hold every line, please"));
    }

    proptest! {
        #[test]
        fn what_matches_is_in_the_name_in_order(typed in "[a-c가-깋ㄱ ]{0,6}", name in "[a-cA-C가-깋 ]{0,30}") {
            if let Some(found) = matched(&typed, &name) {
                for (one, next) in found.at.iter().zip(found.at.iter().skip(1)) {
                    prop_assert!(one.end <= next.start);
                }
                for at in &found.at {
                    prop_assert!(name.get(at.clone()).is_some());
                }
            }
        }

        #[test]
        fn a_name_matches_itself_and_its_initials(name in "[a-z]{2,9}( [a-z]{2,9}){0,3}") {
            prop_assert!(matched(&name, &name).is_some());
            let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
            prop_assert!(matched(&initials, &name).is_some());
        }
    }
}
