//! Where in its file each thing of a release stands, so that a problem can be underlined.
//!
//! The tokens of the file are walked along the structure of a release. A file that parses has that
//! structure; in any other the places are as good as can be, and the walk still ends.

mod walk;

use std::ops::Range;

use super::{BlockId, FactId};

/// A thing of a release that can be wrong. Loci are in the order of a file that this program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locus {
    /// A field of the release itself.
    Release(ReleaseField),
    /// A version, by its place in the list.
    Version(usize, VersionField),
    /// A topic, by its place in the list.
    Topic(usize),
    /// A field of a block. The title is [`ReleaseField::Title`].
    Block(BlockId, BlockField),
    /// A cell of a table: its row and its column from 0. Row 0 is the head row, there or not.
    Cell(BlockId, usize, usize),
    /// A field of a fact.
    Fact(FactId, FactField),
    /// A field of a fact's mention, by its place in the fact's list.
    Mention(FactId, usize, MentionField),
}

/// A field of the release itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum ReleaseField {
    Title,
    Issuer,
    Published,
    Language,
    Source,
    /// The name of the series.
    Series,
    /// The edition of the series.
    Edition,
}

/// A field of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum VersionField {
    Language,
    File,
}

/// A field of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum BlockField {
    /// The name of its kind.
    Kind,
    Number,
    Marker,
    Text,
}

/// A field of a fact. `Name` is what names it: a participant's `name`, a date's `date`, a figure's
/// `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum FactField {
    Name,
    Title,
    Affiliation,
    Value,
    ValueMax,
    Unit,
    Label,
    Period,
    Doubt,
}

/// A field of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum MentionField {
    At,
    Quote,
}

impl Locus {
    /// The part of the file, then the places inside it, from the outermost in.
    fn order(self) -> (u8, usize, usize, usize, u8) {
        match self {
            Self::Release(field) => (0, 0, 0, 0, field as u8),
            Self::Version(i, field) => (1, i, 0, 0, field as u8),
            Self::Topic(i) => (2, i, 0, 0, 0),
            Self::Block(id, field) => (3, id.order(), 0, 0, field as u8),
            Self::Cell(id, row, column) => (3, id.order(), 1 + row, column, 0),
            Self::Fact(fact, field) => (4 + fact.kind() as u8, fact.index(), 0, 0, field as u8),
            Self::Mention(fact, i, field) => {
                (4 + fact.kind() as u8, fact.index(), 1 + i, 0, field as u8)
            }
        }
    }
}

impl PartialOrd for Locus {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locus {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

/// The byte ranges of a file's values, by what they say.
#[derive(Debug, Default)]
pub struct Places {
    /// By locus. A file may have a million, so they are kept close.
    known: Vec<(Locus, Range<u32>)>,
}

impl Places {
    /// Finds every place of a file.
    pub fn of(source: &str) -> Self {
        let mut places = Self::default();
        walk::walk(source, &mut |locus, range| places.note(locus, &range));
        // The walk follows the file, which is in this order unless a person wrote it in another.
        places.known.sort_by_key(|(locus, _)| *locus);
        places
    }

    /// Finds the places of some things only: a file may have a million others.
    pub fn of_some(source: &str, things: impl IntoIterator<Item = Locus>) -> Self {
        let with_nearest = |thing| std::iter::once(thing).chain(around(thing));
        let mut asked: Vec<Locus> = things.into_iter().flat_map(with_nearest).collect();
        asked.sort_unstable();
        let mut places = Self::default();
        walk::walk(source, &mut |locus, range| {
            if asked.binary_search(&locus).is_ok() {
                places.note(locus, &range);
            }
        });
        places.known.sort_by_key(|(locus, _)| *locus);
        places
    }

    /// Where a thing stands, without its quotation marks; else the nearest thing that holds it; else
    /// the start of the file.
    pub fn get(&self, locus: Locus) -> Range<usize> {
        self.nearest(locus).unwrap_or(0..0)
    }

    fn note(&mut self, locus: Locus, range: &Range<usize>) {
        self.known.push((locus, range.start as u32..range.end as u32));
    }

    fn exactly(&self, locus: Locus) -> Option<Range<usize>> {
        let at = self.known.binary_search_by_key(&locus, |(locus, _)| *locus).ok()?;
        let range = &self.known[at].1;
        Some(range.start as usize..range.end as usize)
    }

    fn nearest(&self, locus: Locus) -> Option<Range<usize>> {
        self.exactly(locus)
            .or_else(|| around(locus).into_iter().find_map(|near| self.exactly(near)))
    }
}

/// What stands for a thing that is not in the file, the nearest first.
fn around(locus: Locus) -> Vec<Locus> {
    match locus {
        Locus::Block(id, _) => [BlockField::Text, BlockField::Number, BlockField::Kind]
            .map(|field| Locus::Block(id, field))
            .into(),
        Locus::Cell(id, row, _) => {
            vec![Locus::Cell(id, row, 0), Locus::Block(id, BlockField::Kind)]
        }
        Locus::Mention(fact, i, _) => vec![
            Locus::Mention(fact, i, MentionField::Quote),
            Locus::Mention(fact, i, MentionField::At),
            Locus::Fact(fact, FactField::Name),
        ],
        Locus::Fact(fact, _) => {
            [FactField::Name, FactField::Unit].map(|field| Locus::Fact(fact, field)).into()
        }
        Locus::Version(i, _) => [VersionField::File, VersionField::Language]
            .map(|field| Locus::Version(i, field))
            .into(),
        Locus::Release(_) | Locus::Topic(_) => vec![Locus::Release(ReleaseField::Title)],
    }
}

/// Line and column of a byte offset, both counted from 1, columns in characters.
pub fn line_and_column(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..source.floor_char_boundary(offset)];
    let line = 1 + before.bytes().filter(|b| *b == b'\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    (line, column)
}

/// As [`line_and_column`], for many offsets in ascending order, in one pass over the file.
pub fn lines_and_columns(
    source: &str,
    offsets: impl Iterator<Item = usize>,
) -> Vec<(usize, usize)> {
    let (mut line, mut column, mut at) = (1, 1, 0);
    let mut next = |offset: usize| {
        let offset = source.floor_char_boundary(offset).max(at);
        let between = &source[at..offset];
        if let Some(last) = between.rfind('\n') {
            line += between.bytes().filter(|b| *b == b'\n').count();
            column = 1 + between[last + 1..].chars().count();
        } else {
            column += between.chars().count();
        }
        at = offset;
        (line, column)
    };
    offsets.map(&mut next).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::release::FactKind;

    const FILE: &str = r#"#![enable(implicit_some)] // a comment with title: "no"
        Release(figures: [(unit: "USD", text: "a\"b", value: -1.5, mentions: [(quote: "é\u{e9}", at: r"1\x"),])],
        format: 1, issuer: Some("M"), topics: ["t", "u"], series: Series(edition: 9, name: "S"),
        title: "T", body: [Numbered(number: "1", text: "x", items: [Note(text: "a\"b")]),
        Table(rows: [["c", "d"]], header: []), Table(header: ["h"], rows: [["r"], []])],
        versions: [(file: "f", language: "ko")])"#;

    #[test]
    fn everything_is_found_where_it_stands() {
        let places = Places::of(FILE);
        let figure = FactId::new(FactKind::Figure, 0);
        for (locus, words) in [
            (Locus::Release(ReleaseField::Title), "T"),
            (Locus::Release(ReleaseField::Issuer), "M"),
            (Locus::Release(ReleaseField::Series), "S"),
            (Locus::Release(ReleaseField::Edition), "9"),
            (Locus::Topic(1), "u"),
            (Locus::Version(0, VersionField::Language), "ko"),
            (Locus::Block(BlockId::at(1), BlockField::Number), "1"),
            (Locus::Block(BlockId::at(2), BlockField::Text), r#"a\"b"#),
            (Locus::Block(BlockId::at(2), BlockField::Kind), "Note"),
            (Locus::Cell(BlockId::at(3), 1, 1), "d"),
            (Locus::Cell(BlockId::at(4), 0, 0), "h"),
            (Locus::Cell(BlockId::at(4), 1, 0), "r"),
            (Locus::Cell(BlockId::at(4), 2, 0), "Table"),
            (Locus::Fact(figure, FactField::Name), r#"a\"b"#),
            (Locus::Fact(figure, FactField::Value), "-1.5"),
            (Locus::Fact(figure, FactField::Doubt), r#"a\"b"#),
            (Locus::Mention(figure, 0, MentionField::At), r"1\x"),
            (Locus::Mention(figure, 0, MentionField::Quote), r"é\u{e9}"),
        ] {
            assert_eq!(&FILE[places.get(locus)], words, "{locus:?}");
            assert_eq!(&FILE[Places::of_some(FILE, [locus]).get(locus)], words, "{locus:?}");
        }
    }

    #[test]
    fn loci_follow_the_order_of_a_file() {
        let figure = FactId::new(FactKind::Figure, 0);
        let sorted = [
            Locus::Release(ReleaseField::Title),
            Locus::Version(0, VersionField::File),
            Locus::Topic(3),
            Locus::Block(BlockId::at(1), BlockField::Text),
            Locus::Cell(BlockId::at(1), 0, 2),
            Locus::Cell(BlockId::at(1), 1, 0),
            Locus::Fact(FactId::new(FactKind::Date, 9), FactField::Label),
            Locus::Fact(figure, FactField::Unit),
            Locus::Mention(figure, 0, MentionField::Quote),
            Locus::Mention(figure, 1, MentionField::At),
        ];
        assert!(sorted.is_sorted());
    }

    #[test]
    fn a_hundred_thousand_levels_are_no_trap() {
        Places::of(&format!("Release(body: [{}", "Note(items: [".repeat(100_000)));
        Places::of(&format!("Release(title: {}", "Some([(".repeat(100_000)));
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(source in r#"(Release\(|title|body|:|,|\(|\)|\[|\]|"a"|Some|items|Note\(|#|!| ){0,40}"#) {
            Places::of(&source);
        }

        #[test]
        fn one_pass_gives_the_same_lines(source in "[a-é\n\r]{0,40}", mut offsets in prop::collection::vec(0_usize..60, 0..9)) {
            offsets.sort_unstable();
            let one_by_one: Vec<_> = offsets.iter().map(|o| line_and_column(&source, *o)).collect();
            prop_assert_eq!(lines_and_columns(&source, offsets.into_iter()), one_by_one);
        }
    }
}
