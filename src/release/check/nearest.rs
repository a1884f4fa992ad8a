//! The stretch of a text that is most like some words: approximate matching after Sellers, by the
//! fewest letters to change.

/// Longer words are compared by their beginning.
const LONGEST: usize = 160;

/// How many bytes of text looking costs as much as, for a budget.
pub fn cost(text: &str, words: &str) -> usize {
    text.len().saturating_mul(words.len().min(LONGEST)) / 4
}

/// The most similar stretch, cut at words, if two letters of three are right.
pub fn nearest<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let words: Vec<char> = words.split_whitespace().flat_map(|w| w.chars().chain([' '])).collect();
    let words = &words[..words.len().saturating_sub(1).min(LONGEST)];
    if words.len() < 3 {
        return None;
    }
    let (start, end, changes) = best(text, words)?;
    let range = whole_words(text, start, end);
    (changes * 3 <= words.len()).then(|| text[range].trim())
}

/// Start and end in bytes, and how many letters differ.
fn best(text: &str, words: &[char]) -> Option<(usize, usize, usize)> {
    // For each beginning of the words: the fewest changes that end here, and where that starts.
    let mut column: Vec<(usize, usize)> = (0..=words.len()).map(|i| (i, 0)).collect();
    let mut best: Option<(usize, usize, usize)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let mut diagonal = column[0];
        column[0] = (0, end);
        for (i, word) in words.iter().enumerate() {
            let same = (diagonal.0 + usize::from(!alike(*word, c)), diagonal.1);
            let extra = (column[i + 1].0 + 1, column[i + 1].1);
            let missing = (column[i].0 + 1, column[i].1);
            diagonal = column[i + 1];
            column[i + 1] = same.min_by_changes(extra).min_by_changes(missing);
        }
        let (changes, start) = column[words.len()];
        // Of equals from one place, the longer: a wrong letter is likelier than a missing one.
        let is_better = |(from, _, fewest)| changes < fewest || changes == fewest && from == start;
        if best.is_none_or(is_better) {
            best = Some((start, end, changes));
        }
    }
    best
}

trait Fewest {
    fn min_by_changes(self, other: Self) -> Self;
}

impl Fewest for (usize, usize) {
    /// The first of the two unless the other has fewer changes.
    fn min_by_changes(self, other: Self) -> Self {
        if other.0 < self.0 { other } else { self }
    }
}

fn alike(a: char, b: char) -> bool {
    a == b || a.eq_ignore_ascii_case(&b) || (a == ' ' && b.is_whitespace())
}

/// Widens a stretch to whole words in scripts that part words by spaces.
fn whole_words(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let is_letter = |c: char| c.is_alphanumeric() && c < '\u{1100}';
    let starts_inside = text[start..].starts_with(is_letter);
    let ends_inside = text[..end].ends_with(is_letter);
    let start = if starts_inside { text[..start].trim_end_matches(is_letter).len() } else { start };
    let rest = &text[end..];
    let end = if ends_inside { text.len() - rest.trim_start_matches(is_letter).len() } else { end };
    start..end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: Option<&str>) {
        assert_eq!(nearest(text, words), expected);
    }

    #[test]
    fn the_likest_words_are_found() {
        let text = "held a luncheon at 10:00-14:00, March 6. Yoon Soon-gu, together with others";
        check(text, "10.00-14.00 March 6", Some("10:00-14:00, March 6"));
        check(text, "Yoon Sungu", Some("Yoon Soon-gu"));
        check(text, "lunch on at", Some("luncheon at"));
        check(text, "a completely different sentence", None);
        check("외교부 장관 최교진이 말했다", "최교준", Some("최교진"));
        check("", "words", None);
        check("text", "a", None);
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "[abé가 \n]{0,40}", words in "[abé가 ]{0,12}") {
            nearest(&text, &words);
        }

        #[test]
        fn words_that_stand_are_found_as_they_are(before in "[xyz ]{0,20}", words in "[abc]{4,12}") {
            let text = format!("{before} {words} {before}");
            prop_assert_eq!(nearest(&text, &words), Some(&*words));
        }
    }
}
