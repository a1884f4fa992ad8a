//! Columns on a terminal, counted by grapheme cluster exactly as the screen buffer counts them,
//! so that what was measured and what is drawn never disagree.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::sanitize::Clean;

/// The columns a text takes. Line breaks and controls take none: the screen drops them.
pub fn cells(text: &str) -> usize {
    if text.bytes().all(|byte| byte.wrapping_sub(0x20) < 0x5F) {
        return text.len();
    }
    graphemes(text).map(|(_, _, cells)| cells).sum()
}

/// The clusters of a text, each with where it begins in bytes and the columns it takes.
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// See [`graphemes`].
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let printable = |byte: u8| byte.wrapping_sub(0x20) < 0x5F;
        match self.text.as_bytes().get(at..) {
            Some([first]) if printable(*first) => {}
            Some([first, next, ..]) if printable(*first) && printable(*next) => {}
            _ => return self.any(),
        }
        self.at += 1;
        Some((at, &self.text[at..=at], 1))
    }
}

impl<'a> Graphemes<'a> {
    /// The next cluster, whatever it is.
    fn any(&mut self) -> Option<(usize, &'a str, usize)> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        // Two neighbours that never join need no look at the tables; most of every text is that.
        let (len, cells) = match lone(first) {
            Some(cells) if chars.next().is_none_or(|next| lone(next).is_some()) => {
                (first.len_utf8(), cells)
            }
            _ => {
                let cluster = rest.graphemes(true).next().unwrap_or(rest);
                (cluster.len(), cluster_cells(cluster))
            }
        };
        let item = (self.at, &rest[..len], cells);
        self.at += len;
        Some(item)
    }
}

/// The columns of a character that is a cluster of its own whenever its neighbour is one too.
#[inline]
fn lone(c: char) -> Option<usize> {
    match c {
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{203B}' => Some(1),
        '\u{3000}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

fn cluster_cells(cluster: &str) -> usize {
    if cluster.contains(char::is_control) {
        return 0;
    }
    // The screen buffer adds a cell for each half-width voicing mark, whatever the tables say;
    // a text measured otherwise would be drawn over.
    let voicing = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
    cluster.width() + voicing
}

/// What stands for the part that was cut off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ellipsis {
    /// `…`, one column.
    #[default]
    Sign,
    /// `...`, for terminals that know ASCII only.
    Ascii,
}

impl Ellipsis {
    /// The part of it that fits: of `...` fewer dots, of nothing nothing.
    fn within(self, cells: usize) -> &'static str {
        match self {
            Ellipsis::Sign => &"…"[..if cells == 0 { 0 } else { "…".len() }],
            Ellipsis::Ascii => &"..."[..cells.min(3)],
        }
    }
}

/// The byte at which a column begins: that of the first cluster at or after it, or the end.
pub fn byte_at_column(text: &str, column: usize) -> usize {
    let mut passed = 0;
    for (byte, _, cells) in graphemes(text) {
        if passed >= column {
            return byte;
        }
        passed += cells;
    }
    text.len()
}

/// The text if it fits into so many columns, else its beginning and `…`.
pub fn truncate<'a>(text: &'a Clean<'_>, max_cells: usize) -> Clean<'a> {
    truncate_with(text, max_cells, Ellipsis::Sign)
}

/// As [`truncate`], with the choice of ellipsis.
pub fn truncate_with<'a>(text: &'a Clean<'_>, max_cells: usize, ellipsis: Ellipsis) -> Clean<'a> {
    let sign = ellipsis.within(max_cells);
    let room = max_cells - cells(sign);
    let (mut used, mut cut) = (0, 0);
    for (at, cluster, cells) in graphemes(text) {
        used += cells;
        if used <= room {
            cut = at + cluster.len();
        }
        if used > max_cells {
            return Clean::trusted(format!("{}{sign}", text[..cut].trim_end()));
        }
    }
    text.borrowed()
}

/// The text if it fits into so many columns, else `…` and its end: for paths.
pub fn truncate_left<'a>(text: &'a Clean<'_>, max_cells: usize) -> Clean<'a> {
    truncate_left_with(text, max_cells, Ellipsis::Sign)
}

/// As [`truncate_left`], with the choice of ellipsis.
pub fn truncate_left_with<'a>(
    text: &'a Clean<'_>,
    max_cells: usize,
    ellipsis: Ellipsis,
) -> Clean<'a> {
    let mut left = cells(text);
    if left <= max_cells {
        return text.borrowed();
    }
    let sign = ellipsis.within(max_cells);
    let room = max_cells - cells(sign);
    let mut kept = text.len();
    for (at, cluster, cells) in graphemes(text) {
        if left <= room {
            kept = at;
            break;
        }
        left -= cells;
        kept = at + cluster.len();
    }
    Clean::trusted(format!("{sign}{}", text[kept..].trim_start()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_column_begins_at_a_cluster() {
        for (column, byte) in [(0, 0), (1, 1), (2, 4), (3, 4), (4, 7), (9, 7)] {
            assert_eq!(byte_at_column("a한e\u{301}", column), byte, "{column}");
        }
    }

    #[test]
    fn every_character_taken_for_lone_is_one() {
        for c in ('\0'..=char::MAX).filter(|&c| lone(c).is_some()) {
            let pair = format!("{c}{c}");
            assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
            assert_eq!(Some(c.to_string().width()), lone(c), "{c:?}");
        }
    }

    #[test]
    fn widths_are_those_a_terminal_shows() {
        for (text, width) in [
            ("", 0),
            ("ROK–Kazakhstan", 14),
            ("한·카자흐스탄", 13),
            ("e\u{301}", 1),
            ("👨‍👩‍👧", 2),
            ("🇰🇷", 2),
            ("한\u{1112}\u{1161}\u{11AB}", 4),
            ("a\nb", 2),
        ] {
            assert_eq!(cells(text), width, "{text}");
        }
    }

    #[test]
    fn a_text_too_long_ends_in_an_ellipsis() {
        let text = Clean::literal("한국과 카자흐스탄");
        assert_eq!(truncate(&text, 17), "한국과 카자흐스탄");
        assert_eq!(truncate(&text, 16), "한국과 카자흐스…");
        assert_eq!(truncate(&text, 8), "한국과…");
        assert_eq!(truncate(&text, 1), "…");
        assert_eq!(truncate(&text, 0), "");
        assert_eq!(truncate_with(&text, 9, Ellipsis::Ascii), "한국과...");
        assert_eq!(truncate_with(&text, 2, Ellipsis::Ascii), "..");
        assert_eq!(truncate_left(&text, 9), "…자흐스탄");
        assert_eq!(truncate_left(&text, 11), "…카자흐스탄");
        assert_eq!(truncate_left(&text, 12), "…카자흐스탄");
        assert_eq!(truncate_left(&text, 17), "한국과 카자흐스탄");
        assert_eq!(truncate_left(&text, 0), "");
    }

    proptest! {
        #[test]
        fn clusters_are_those_of_the_standard(text in "[a가かé\u{301}\u{1112}\u{1161}\u{200D}👩🇰🏽क\u{94D}\u{600} ]{0,12}|.{0,12}") {
            let ours: Vec<&str> = graphemes(&text).map(|(_, cluster, _)| cluster).collect();
            let standard: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(ours, standard);
        }

        #[test]
        fn a_truncated_text_fits(text in ".{0,20}", max in 0usize..12) {
            let text = Clean::from_str(&text);
            prop_assert!(cells(&truncate(&text, max)) <= max);
            prop_assert!(cells(&truncate_left(&text, max)) <= max);
        }
    }
}
