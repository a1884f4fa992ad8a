//! The one walk that makes text harmless. Every decision looks at what was already kept and at
//! the next character only, so a second walk over the result finds nothing to do.

use std::borrow::Cow;

use super::class::{self, Class, Jamo, class};
use super::map::Anchor;

/// Which white space ends a line in the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// A blank line: single line breaks are how a file happened to be laid out.
    Blank,
    /// Every line break.
    Each,
    /// None.
    Never,
}

/// Marks beyond this in one cluster are dropped: the largest clusters of living scripts and
/// the largest emoji stay below, "zalgo" text does not.
const MOST_EXTENDERS: u8 = 8;

pub(super) fn scrub(raw: &str, breaks: Breaks) -> Cow<'_, str> {
    let mut scrub = Scrub::new(raw, breaks, false);
    scrub.run();
    scrub.finish().0
}

pub(super) fn scrub_with_map(raw: &str, breaks: Breaks) -> (Cow<'_, str>, Vec<Anchor>) {
    let mut scrub = Scrub::new(raw, breaks, true);
    scrub.run();
    scrub.finish()
}

struct Scrub<'a> {
    raw: &'a str,
    breaks: Breaks,
    /// Everything before this is in `out`; from here to the cursor it is kept as it is.
    settled: usize,
    out: String,
    changed: bool,
    anchors: Option<Vec<Anchor>>,
    /// The last character kept.
    last: Option<char>,
    extenders: u8,
    /// Whether a virama or joiner may pull the next letter into the cluster.
    linked: bool,
    jamo: u8,
}

impl<'a> Scrub<'a> {
    fn new(raw: &'a str, breaks: Breaks, map: bool) -> Scrub<'a> {
        Scrub {
            raw,
            breaks,
            settled: 0,
            out: String::new(),
            changed: false,
            anchors: map.then(Vec::new),
            last: None,
            extenders: 0,
            linked: false,
            jamo: 0,
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        loop {
            at = self.skip_plain_ascii(at);
            let Some(c) = self.raw[at..].chars().next() else { return };
            at = self.step(at, c);
        }
    }

    /// Moves over printable ASCII with single spaces inside, the most frequent text by far.
    fn skip_plain_ascii(&mut self, at: usize) -> usize {
        let bytes = &self.raw.as_bytes()[at..];
        let skipped = plain_ascii(bytes);
        if skipped > 0 {
            self.base(bytes[skipped - 1] as char);
        }
        at + skipped
    }

    fn step(&mut self, at: usize, c: char) -> usize {
        let after = at + c.len_utf8();
        match class(c) {
            Class::Plain => self.letter(c),
            Class::Space | Class::LineBreak | Class::ParagraphBreak => return self.space(at),
            Class::Shown(shown) => {
                let mut symbol = [0; 4];
                self.replace(at, after, shown.encode_utf8(&mut symbol));
                self.letter(shown);
            }
            Class::Joiner if self.joins(c, after) => self.extend(c, true),
            Class::Selector if self.last.is_some_and(|base| class::takes_selector(base, c)) => {
                self.extend(c, false);
            }
            Class::Extender => self.extender(at, c),
            Class::Jamo(place) => self.jamo(at, c, place),
            Class::Prefix if self.next_is(after, class::takes_prefix) => self.base(c),
            Class::Prefix | Class::Joiner | Class::Selector | Class::Dropped => {
                self.replace(at, after, "");
            }
        }
        after
    }

    fn base(&mut self, c: char) {
        self.last = Some(c);
        self.extenders = 0;
        self.linked = false;
        self.jamo = 0;
    }

    fn extend(&mut self, c: char, links: bool) {
        self.last = Some(c);
        self.extenders += 1;
        self.linked |= links;
    }

    /// A letter starts a new cluster unless a virama or joiner holds it to the one before.
    fn letter(&mut self, c: char) {
        if self.linked {
            self.last = Some(c);
            self.linked = false;
            return;
        }
        self.base(c);
    }

    fn extender(&mut self, at: usize, c: char) {
        if self.extenders >= MOST_EXTENDERS {
            self.replace(at, at + c.len_utf8(), "");
            return;
        }
        // A mark with nothing to stand on would join whatever is drawn before the text.
        if matches!(self.last, None | Some(' ' | '\n')) {
            self.replace(at, at, "\u{25CC}");
            self.base('\u{25CC}');
        }
        self.extend(c, class::is_virama(c));
    }

    /// A syllable is a few leading letters and a few later ones; more would be one endless cluster.
    fn jamo(&mut self, at: usize, c: char, place: Jamo) {
        let starts = place == Jamo::Leading
            && !self.last.is_some_and(|last| class(last) == Class::Jamo(Jamo::Leading));
        let run = if starts { 0 } else { self.jamo };
        if run >= MOST_EXTENDERS {
            self.replace(at, at + c.len_utf8(), "");
            return;
        }
        self.base(c);
        self.jamo = run + 1;
    }

    fn joins(&self, joiner: char, after: usize) -> bool {
        let Some(last) = self.last else { return false };
        if self.extenders >= MOST_EXTENDERS {
            return false;
        }
        let letter_of = |script: fn(char) -> bool| {
            script(last) && self.next_is(after, |next| script(next) && class(next) == Class::Plain)
        };
        let in_emoji = joiner == '\u{200D}'
            && class::ends_pictograph(last)
            && self.next_is(after, class::is_pictograph);
        in_emoji
            || class::is_indic(last) && class::is_virama(last)
            || letter_of(class::is_indic)
            || letter_of(class::is_cursive)
    }

    fn next_is(&self, at: usize, test: impl Fn(char) -> bool) -> bool {
        self.raw[at..].chars().next().is_some_and(test)
    }

    /// Folds a run of white space, and the invisible characters in it, to what it stands for.
    fn space(&mut self, at: usize) -> usize {
        let (mut end, mut lines, mut paragraph) = (at, 0, false);
        let mut before = ' ';
        for c in self.raw[at..].chars() {
            let after = end + c.len_utf8();
            match class(c) {
                Class::LineBreak if (before, c) == ('\r', '\n') => {}
                Class::LineBreak => lines += 1,
                Class::ParagraphBreak => paragraph = true,
                Class::Space | Class::Dropped | Class::Joiner | Class::Selector => {}
                Class::Prefix if !self.next_is(after, class::takes_prefix) => {}
                _ => break,
            }
            before = c;
            end = after;
        }
        let hard = match self.breaks {
            Breaks::Blank => paragraph || lines > 1,
            Breaks::Each => paragraph || lines > 0,
            Breaks::Never => false,
        };
        if self.last.is_none() || end == self.raw.len() {
            self.replace(at, end, "");
            return end;
        }
        let (text, kept) = if hard { ("\n", '\n') } else { (" ", ' ') };
        self.replace(at, end, text);
        self.base(kept);
        end
    }

    /// Puts `text` in the place of `raw[from..to]`; nothing happens if that is what it says.
    fn replace(&mut self, from: usize, to: usize, text: &str) {
        if &self.raw[from..to] == text {
            return;
        }
        if !self.changed {
            self.out.reserve(self.raw.len());
            self.changed = true;
        }
        self.out.push_str(&self.raw[self.settled..from]);
        self.anchor(from);
        self.out.push_str(text);
        self.settled = to;
        self.anchor(to);
    }

    fn anchor(&mut self, raw: usize) {
        let Some(anchors) = &mut self.anchors else { return };
        let anchor = Anchor { raw: raw as u32, clean: self.out.len() as u32 };
        if anchors.last() != Some(&anchor) {
            anchors.push(anchor);
        }
    }

    fn finish(mut self) -> (Cow<'a, str>, Vec<Anchor>) {
        if !self.changed {
            return (Cow::Borrowed(self.raw), Vec::new());
        }
        self.out.push_str(&self.raw[self.settled..]);
        (Cow::Owned(self.out), self.anchors.unwrap_or_default())
    }
}

/// How many bytes from the start are printable ASCII in which every space stands between two
/// other characters. Written in blocks without branches, which compilers turn into vectors.
pub(in crate::text) fn plain_ascii(bytes: &[u8]) -> usize {
    const BLOCK: usize = 32;
    let printable = |byte: u8| byte.wrapping_sub(0x20) < 0x5F;
    if bytes.first() == Some(&b' ') {
        return 0;
    }
    let mut at = 0;
    while let Some(block) = bytes.get(at..=at + BLOCK) {
        let unfit = block[..BLOCK].iter().zip(&block[1..]).fold(0, |unfit, (&a, &b)| {
            unfit | u8::from(!printable(a)) | (u8::from(a == b' ') & u8::from(b == b' '))
        });
        let loose = block[BLOCK - 1] == b' ' && !printable(block[BLOCK]);
        if unfit != 0 || loose {
            break;
        }
        at += BLOCK;
    }
    while let Some(&byte) = bytes.get(at) {
        let lone = || bytes.get(at + 1).is_some_and(|&next| next != b' ' && printable(next));
        if !printable(byte) || byte == b' ' && !lone() {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[track_caller]
    fn check(raw: &str, clean: &str) {
        assert_eq!(scrub(raw, Breaks::Blank), clean, "{raw:?}");
    }

    #[test]
    fn what_is_invisible_is_removed() {
        check(
            "a\u{202E}b\u{200B}c\u{AD}d\u{FEFF}e\u{3164}f\u{E0041}g\u{FFF9}h\u{2066}i",
            "abcdefghi",
        );
        check("\u{200F}", "");
        check("private \u{E000}, none \u{FDD0}", "private \u{FFFD}, none \u{FFFD}");
    }

    #[test]
    fn joiners_stay_where_a_script_needs_them() {
        check("👩\u{200D}👧 می\u{200C}خواهم ක්\u{200D}ෂ", "👩\u{200D}👧 می\u{200C}خواهم ක්\u{200D}ෂ");
        check("a\u{200D}b\u{200C}1 👩\u{200D} \u{200D}가", "ab1 👩 가");
        check("👩🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏽", "👩🏽\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏽");
    }

    #[test]
    fn variation_selectors_stay_behind_what_varies() {
        check("❤\u{FE0F} 1\u{FE0F}\u{20E3} 葛\u{E0100}", "❤\u{FE0F} 1\u{FE0F}\u{20E3} 葛\u{E0100}");
        check("a\u{FE0F}가\u{E0100}❤\u{FE0F}\u{FE0F}", "a가❤\u{FE0F}");
    }

    #[test]
    fn marks_are_few_and_have_a_base() {
        check(&format!("a{}b", "\u{301}".repeat(50)), &format!("a{}b", "\u{301}".repeat(8)));
        check("\u{301}a \u{301}", "\u{25CC}\u{301}a \u{25CC}\u{301}");
        let decomposed = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}".repeat(9);
        check(&decomposed, &decomposed);
        check(&"\u{1100}".repeat(99), &"\u{1100}".repeat(8));
    }

    #[test]
    fn what_holds_on_to_the_next_character_goes_when_that_one_does() {
        check("क\u{94D}\u{600}\u{64E}", "क\u{94D}\u{600}\u{64E}");
        check("\u{600}\u{3164}-", "-");
        check("क\u{200D}\u{D4E} ", "क");
        let marks = "\u{301}".repeat(8);
        check(
            &format!("क\u{94D}{marks}\u{600}\u{64E}"),
            &format!("क\u{94D}{}\u{600}\u{64E}", &marks[2..]),
        );
    }

    #[test]
    fn no_chain_makes_an_endless_cluster() {
        for link in ["👩\u{200D}", "क\u{94D}", "क\u{94D}\u{93C}", "\u{600}", "🏽", "\u{1161}"]
        {
            let text = link.repeat(99);
            let clean = scrub(&text, Breaks::Blank);
            let longest = clean.graphemes(true).map(|cluster| cluster.chars().count()).max();
            assert!(longest <= Some(26), "{link:?}: {longest:?}");
        }
    }

    #[test]
    fn text_that_needs_nothing_is_borrowed() {
        let long = "9th ROK-Kazakhstan Political Consultation (10:00-14:00), ".repeat(9);
        for raw in ["", "a", "한-카자흐스탄, “e\u{301}”", "a\u{A0}b", long.trim_end()] {
            assert!(matches!(scrub(raw, Breaks::Blank), Cow::Borrowed(_)), "{raw}");
        }
        for spaces in 0..70 {
            let (words, gap) = ("x".repeat(spaces), "y".repeat(40));
            check(&format!("{words}  {gap}"), format!("{words} {gap}").trim_start());
            check(&format!("{words} \n{gap}"), format!("{words} {gap}").trim_start());
            check(&format!("{gap}{words} "), &format!("{gap}{words}"));
        }
    }

    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-z ]{1,40}",
            "[ \t\r\n\u{85}\u{2028}\u{2029}\u{A0}\u{3000}]{1,3}",
            "[\u{200B}\u{200D}\u{200C}\u{202E}\u{AD}\u{FE0F}\u{FE00}\u{E0100}\u{180B}]{1,3}",
            "[\u{301}\u{94D}\u{DCA}\u{9CD}\u{93C}\u{20E3}\u{FF9E}🏽\u{E33}]{1,12}",
            "[👩❤🇰#é한日क\u{D9A}م\u{64E}\u{1820}\u{600}\u{1100}\u{1161}\u{11A8}가葛]{1,4}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn clean_text_stays_as_it_is(raw in hostile()) {
            let line = scrub(&raw, Breaks::Never);
            prop_assert_eq!(&scrub(&line, Breaks::Never), &line);
            let each = scrub(&raw, Breaks::Each);
            prop_assert_eq!(&scrub(&each, Breaks::Each), &each);
            let text = scrub(&raw, Breaks::Blank);
            prop_assert_eq!(&scrub(&text, Breaks::Each), &text);
            prop_assert_eq!(&text.replace('\n', " "), &line);
        }

        #[test]
        fn clean_text_holds_nothing_dangerous(raw in hostile()) {
            let text = scrub(&raw, Breaks::Blank);
            prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
            prop_assert!(text.chars().all(|c| !matches!(class(c),
                Class::Dropped | Class::Shown(_) | Class::ParagraphBreak)));
            prop_assert!(text.graphemes(true).all(|cluster| cluster.chars().count() <= 26));
            prop_assert_eq!(text.trim_matches([' ', '\n']), &*text);
            prop_assert!(!text.contains("  "));
        }

        #[test]
        fn places_go_both_ways(raw in hostile()) {
            let raw = crate::text::Raw::new(raw);
            let cleaned = raw.cleaned();
            prop_assert_eq!(&cleaned.text, &raw.clean());
            let mut last = 0;
            for (at, c) in cleaned.text.char_indices() {
                let place = cleaned.to_raw(at);
                prop_assert!(last <= place);
                last = place;
                let from = raw.as_str()[place..].chars().next();
                prop_assert!(from == Some(c) || " \n\u{FFFD}\u{25CC}".contains(c)
                    || matches!(c, '␀'..='␡'), "{:?} {:?}", from, c);
                if from == Some(c) {
                    prop_assert_eq!(cleaned.to_clean(place), at);
                }
            }
            for (place, _) in raw.as_str().char_indices() {
                prop_assert!(cleaned.text.is_char_boundary(cleaned.to_clean(place)));
            }
            prop_assert_eq!(cleaned.to_clean(raw.len()), cleaned.text.len());
        }
    }
}
