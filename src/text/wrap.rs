//! The lines of a paragraph: UAX #14, with Korean words kept whole and clusters never split.

mod breaks;

use std::ops::Range;

use super::sanitize::Clean;
use super::width::graphemes;
use breaks::{Breaks, without_dictionary_scripts};

/// One line: a part of the text in bytes, without the spaces or the line break that end it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

impl Line {
    fn new(start: usize, end: usize) -> Line {
        Line { start: start as u32, end: end as u32 }
    }

    /// The same as a range to index with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The line's words.
    pub fn of<'a>(self, text: &'a Clean<'_>) -> Clean<'a> {
        text.slice(self.range())
    }
}

/// Breaks a text into lines of at most `width` columns (at least one). A `'\n'` always ends a
/// line; a word too long is cut between clusters; a cluster too wide has a line to itself.
/// There is always a line, if only an empty one.
pub fn wrap(text: &Clean<'_>, width: u16) -> Vec<Line> {
    let mut lines = Vec::with_capacity(1 + text.len() / usize::from(width).max(20));
    let mut start = 0;
    for paragraph in text.split('\n') {
        let plain = without_dictionary_scripts(paragraph);
        Wrapper::new(paragraph, start, width).wrap(Breaks::of(&plain), &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

/// A place where the line may end, and where the next one then begins.
#[derive(Clone, Copy)]
struct Opportunity {
    end: usize,
    next: usize,
    /// Columns from the start of the line to `next`.
    cells: usize,
}

/// Fills the lines of one paragraph. Places are bytes in the paragraph.
struct Wrapper<'a> {
    text: &'a str,
    offset: usize,
    width: usize,
    start: usize,
    /// Where the words seen so far end, spaces after them not counted.
    end: usize,
    cells: usize,
    last: Option<Opportunity>,
}

impl<'a> Wrapper<'a> {
    fn new(text: &'a str, offset: usize, width: u16) -> Wrapper<'a> {
        let width = usize::from(width.max(1));
        Wrapper { text, offset, width, start: 0, end: 0, cells: 0, last: None }
    }

    fn wrap(mut self, mut breaks: Breaks<'_>, lines: &mut Vec<Line>) {
        let mut at = 0;
        while at < self.text.len() {
            if at > self.start && breaks.at(at) {
                self.last = Some(Opportunity { end: self.end, next: at, cells: self.cells });
            }
            let next = breaks.after(at);
            at = if self.add_plain(at, next, lines) { next } else { self.add(at, next, lines) };
        }
        lines.push(self.line(self.end));
    }

    /// Adds what lies between two places where the line may end, if all of it is printable ASCII
    /// (one column each) and a line holds it: most of most texts.
    ///
    /// Returns whether it was added.
    fn add_plain(&mut self, at: usize, next: usize, lines: &mut Vec<Line>) -> bool {
        let bytes = self.text.as_bytes();
        // What follows might join the last character.
        let looked_at = &bytes[at..bytes.len().min(next + 1)];
        if !looked_at.iter().all(|byte| byte.wrapping_sub(0x20) < 0x5F) {
            return false;
        }
        let spaces = bytes[at..next].iter().rev().take_while(|byte| **byte == b' ').count();
        let words = next - at - spaces;
        if words > 0 {
            if self.cells + words > self.width {
                self.end_at_opportunity(lines);
            }
            if self.cells + words > self.width {
                return false;
            }
            self.end = at + words;
        }
        self.cells += next - at;
        true
    }

    /// Adds the clusters between two places; returns where the last one ends.
    fn add(&mut self, from: usize, next: usize, lines: &mut Vec<Line>) -> usize {
        let mut reached = from;
        for (at, cluster, cells) in graphemes(&self.text[from..]) {
            let at = from + at;
            if at >= next {
                break;
            }
            reached = at + cluster.len();
            if cluster != " " {
                self.make_room(at, cells, lines);
                self.end = reached;
            }
            self.cells += cells;
        }
        reached
    }

    /// Ends the line if the cluster at `at` has no room in it.
    fn make_room(&mut self, at: usize, cells: usize, lines: &mut Vec<Line>) {
        if self.cells + cells <= self.width {
            return;
        }
        self.end_at_opportunity(lines);
        if self.cells + cells > self.width && at > self.start {
            lines.push(self.line(self.end));
            self.start = at;
            self.cells = 0;
        }
    }

    /// Ends the line at the last place where it may end, if there is one.
    fn end_at_opportunity(&mut self, lines: &mut Vec<Line>) {
        if let Some(opportunity) = self.last.take() {
            lines.push(self.line(opportunity.end));
            self.start = opportunity.next;
            self.cells -= opportunity.cells;
        }
    }

    fn line(&self, end: usize) -> Line {
        Line::new(self.offset + self.start, self.offset + end.max(self.start))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::width::cells;
    use super::*;

    #[track_caller]
    fn check(text: &str, width: u16, lines: &[&str]) {
        let text = Clean::from_str(text);
        let found: Vec<Clean> = wrap(&text, width).iter().map(|line| line.of(&text)).collect();
        assert_eq!(found, lines);
    }

    #[test]
    fn words_go_to_the_next_line_whole() {
        check(
            "The two sides, hailing rapid advances",
            14,
            &["The two sides,", "hailing rapid", "advances"],
        );
        check("ab", 80, &["ab"]);
        check("one\ntwo three", 5, &["one", "two", "three"]);
        check("", 10, &[""]);
        check("was US$2.16 billion) as", 11, &["was US$2.16", "billion) as"]);
        check("was US$2.16 billion) as", 10, &["was", "US$2.16", "billion)", "as"]);
        check("reached US$2.16 billion) as", 15, &["reached US$2.16", "billion) as"]);
    }

    #[test]
    fn a_word_too_long_is_cut_between_clusters() {
        check("abcdef gh", 4, &["abcd", "ef", "gh"]);
        check("x abcdef", 4, &["x", "abcd", "ef"]);
        check("é\u{301}é\u{301}é\u{301}", 2, &["é\u{301}é\u{301}", "é\u{301}"]);
        check("가나", 1, &["가", "나"]);
        check("ab", 0, &["a", "b"]);
    }

    #[test]
    fn korean_words_stay_whole_with_their_particles() {
        check(
            "카자흐스탄 외교부와 협의회를 개최하였다.",
            20,
            &["카자흐스탄 외교부와", "협의회를 개최하였다."],
        );
        check("제9차 개정(案)을 논의", 14, &["제9차 개정", "(案)을 논의"]);
        check("비중 50%를 차지", 9, &["비중", "50%를", "차지"]);
        check("2019.3.6.에 서울에서", 12, &["2019.3.6.에", "서울에서"]);
    }

    #[test]
    fn japanese_breaks_anywhere_but_before_closing_marks() {
        check("日本国外務省は、会談した。", 16, &["日本国外務省は、", "会談した。"]);
        check("日本国外務省は、会談した。", 14, &["日本国外務省", "は、会談した。"]);
        check("カー", 2, &["カ", "ー"]);
    }

    #[test]
    fn other_scripts_are_broken_by_their_rules() {
        check("التقى الوزير نظيره", 12, &["التقى الوزير", "نظيره"]);
        check("ประเทศไทย", 5, &["ประเท", "ศไทย"]);
        check(
            "see https://example.org/a/b/c?d=e",
            20,
            &["see https://", "example.org/a/b/c?", "d=e"],
        );
        check("he said “yes, of course” again", 14, &["he said “yes,", "of course”", "again"]);
        check("Korea—the host—agreed", 12, &["Korea—the", "host—agreed"]);
    }

    const PIECES: &str = "([a-z]{1,9}|[ \u{A0}—–/().,\"“”%$-]|[0-9]|[가각힣]{1,3}|[日本国は、。]|\u{301}|👩\u{200D}👧|🇰|🏽|क\u{94D}|ไทย|\u{600}|\n){0,40}";

    proptest! {
        #[test]
        fn lines_and_dropped_spaces_are_the_text(text in PIECES, width in 0u16..20) {
            let text = Clean::from_str(&text);
            let mut place = 0;
            for line in wrap(&text, width) {
                prop_assert!(text[place..line.range().start].chars().all(|c| " \n".contains(c)));
                prop_assert!(!text[line.range()].contains('\n'));
                place = line.range().end;
            }
            prop_assert!(text[place..].trim_matches([' ', '\n']).is_empty());
        }

        #[test]
        fn words_added_whole_are_where_their_clusters_would_be(text in PIECES, width in 0u16..20) {
            let text = text.replace('\n', " ");
            let text = Clean::from_str(&text);
            let plain = without_dictionary_scripts(&text);
            let (mut wrapper, mut breaks) = (Wrapper::new(&text, 0, width), Breaks::of(&plain));
            let (mut lines, mut at) = (Vec::new(), 0);
            while at < text.len() {
                if at > wrapper.start && breaks.at(at) {
                    let (end, cells) = (wrapper.end, wrapper.cells);
                    wrapper.last = Some(Opportunity { end, next: at, cells });
                }
                at = wrapper.add(at, breaks.after(at), &mut lines);
            }
            lines.push(wrapper.line(wrapper.end));
            prop_assert_eq!(wrap(&text, width), lines);
        }

        #[test]
        fn no_line_is_too_wide_and_no_cluster_split(text in PIECES, width in 0u16..20) {
            let text = Clean::from_str(&text);
            let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            for line in wrap(&text, width) {
                let words = line.of(&text);
                prop_assert!(
                    cells(&words) <= usize::from(width.max(1)) || words.graphemes(true).count() == 1
                );
                for end in [line.start as usize, line.end as usize] {
                    prop_assert!(end == text.len() || bounds.contains(&end));
                }
            }
        }
    }
}
