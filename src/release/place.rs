//! Where in its file each thing of a release stands, so that a problem can be underlined.

use std::collections::HashMap;
use std::ops::Range;

use super::form::{BlockForm, MentionForm, ReleaseForm, Text};
use super::lex::{self, Token};
use super::{BlockId, FactId, FactKind, parse};

/// A thing of a release that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locus {
    /// A field of the release itself.
    Release(ReleaseField),
    /// A version, by its place in the list.
    Version(usize, VersionField),
    /// A field of a block. The title is [`ReleaseField::Title`].
    Block(BlockId, BlockField),
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
    Series,
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
    Number,
    Marker,
    Text,
}

/// A field of a fact. `Name` is what names it: a participant's `name`, a date's `date`, a figure's
/// `text`. A figure's numbers have no place of their own and are shown at its `unit`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum FactField {
    Name,
    Title,
    Affiliation,
    Label,
    Unit,
    Period,
}

/// A field of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum MentionField {
    At,
    Quote,
}

/// The byte ranges of a file's strings, by what they say.
#[derive(Debug, Default)]
pub struct Places {
    known: HashMap<Locus, Range<usize>>,
}

impl Places {
    /// Finds the places of a file that parses; none of one that doesn't.
    pub fn of(source: &str) -> Self {
        match parse::form(source) {
            Ok(form) => {
                let mut finder = Finder { source, escaped: None, places: Self::default() };
                finder.release(&form);
                finder.places
            }
            Err(_) => Self::default(),
        }
    }

    /// Where a thing stands, without its quotation marks; else the nearest thing that holds it; else
    /// the start of the file.
    pub fn get(&self, locus: Locus) -> Range<usize> {
        self.nearest(locus).cloned().unwrap_or(0..0)
    }

    fn nearest(&self, locus: Locus) -> Option<&Range<usize>> {
        let around: &[Locus] = match locus {
            Locus::Block(id, _) => &[BlockField::Text, BlockField::Number, BlockField::Marker]
                .map(|f| Locus::Block(id, f)),
            Locus::Mention(fact, i, _) => &[
                Locus::Mention(fact, i, MentionField::Quote),
                Locus::Mention(fact, i, MentionField::At),
                Locus::Fact(fact, FactField::Name),
            ],
            Locus::Fact(fact, _) => {
                &[FactField::Name, FactField::Unit].map(|f| Locus::Fact(fact, f))
            }
            Locus::Version(i, _) => {
                &[VersionField::File, VersionField::Language].map(|f| Locus::Version(i, f))
            }
            Locus::Release(_) => &[Locus::Release(ReleaseField::Title)],
        };
        self.known.get(&locus).or_else(|| around.iter().find_map(|near| self.known.get(near)))
    }
}

struct Finder<'a> {
    source: &'a str,
    /// The escaped strings of the file by value, looked for only when the first one is met.
    escaped: Option<HashMap<String, Vec<Range<usize>>>>,
    places: Places,
}

impl Finder<'_> {
    fn note(&mut self, locus: Locus, text: &Text<'_>) {
        if let Some(range) = self.place(text) {
            self.places.known.insert(locus, range);
        }
    }

    fn note_some(&mut self, locus: Locus, text: Option<&Text<'_>>) {
        if let Some(text) = text {
            self.note(locus, text);
        }
    }

    /// A borrowed string's place is its distance from the start of the file in memory.
    fn place(&mut self, text: &Text<'_>) -> Option<Range<usize>> {
        let start = (text.0.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize);
        let end = start.checked_add(text.0.len())?;
        if end <= self.source.len() && self.source.is_char_boundary(start) {
            return Some(start..end);
        }
        let escaped = self.escaped.get_or_insert_with(|| escaped_strings(self.source));
        let places = escaped.get_mut(&*text.0)?;
        // Equal strings are taken in the order of the file.
        if places.len() > 1 { Some(places.remove(0)) } else { places.first().cloned() }
    }

    fn release(&mut self, form: &ReleaseForm<'_>) {
        self.note(Locus::Release(ReleaseField::Title), &form.title);
        let fields = [
            (ReleaseField::Issuer, form.issuer.as_ref()),
            (ReleaseField::Published, form.published.as_ref()),
            (ReleaseField::Language, form.language.as_ref()),
            (ReleaseField::Source, form.source.as_ref()),
            (ReleaseField::Series, form.series.as_ref().map(|s| &s.name)),
        ];
        for (field, text) in fields {
            self.note_some(Locus::Release(field), text);
        }
        for (i, version) in form.versions.iter().enumerate() {
            self.note(Locus::Version(i, VersionField::Language), &version.language);
            self.note(Locus::Version(i, VersionField::File), &version.file);
        }
        let mut order = 0;
        self.blocks(&form.body, &mut order);
        self.facts(form);
    }

    fn blocks(&mut self, blocks: &[BlockForm<'_>], order: &mut usize) {
        for block in blocks {
            *order += 1;
            let at = |field| Locus::Block(BlockId::at(*order), field);
            let items = match block {
                BlockForm::Heading { number, marker, text, items }
                | BlockForm::Note { number, marker, text, items } => {
                    self.note_some(at(BlockField::Number), number.as_ref());
                    self.note_some(at(BlockField::Marker), marker.as_ref());
                    self.note(at(BlockField::Text), text);
                    items
                }
                BlockForm::Numbered { number, text, items } => {
                    self.note(at(BlockField::Number), number);
                    self.note(at(BlockField::Text), text);
                    items
                }
                BlockForm::Bullet { marker, text, items } => {
                    self.note(at(BlockField::Marker), marker);
                    self.note(at(BlockField::Text), text);
                    items
                }
                BlockForm::Paragraph { text, items } => {
                    self.note(at(BlockField::Text), text);
                    items
                }
                BlockForm::Table { header, rows } => {
                    let first = header.first().or_else(|| rows.first().and_then(|r| r.first()));
                    self.note_some(at(BlockField::Text), first);
                    continue;
                }
            };
            self.blocks(items, order);
        }
    }

    fn facts(&mut self, form: &ReleaseForm<'_>) {
        for (i, person) in form.participants.iter().enumerate() {
            let fact = FactId::new(FactKind::Participant, i);
            self.note(Locus::Fact(fact, FactField::Name), &person.name);
            self.note_some(Locus::Fact(fact, FactField::Title), person.title.as_ref());
            self.note_some(Locus::Fact(fact, FactField::Affiliation), person.affiliation.as_ref());
            self.mentions(fact, &person.mentions);
        }
        for (i, date) in form.dates.iter().enumerate() {
            let fact = FactId::new(FactKind::Date, i);
            self.note(Locus::Fact(fact, FactField::Name), &date.date);
            self.note_some(Locus::Fact(fact, FactField::Label), date.label.as_ref());
            self.mentions(fact, &date.mentions);
        }
        for (i, figure) in form.figures.iter().enumerate() {
            let fact = FactId::new(FactKind::Figure, i);
            self.note(Locus::Fact(fact, FactField::Name), &figure.text);
            self.note(Locus::Fact(fact, FactField::Unit), &figure.unit);
            self.note_some(Locus::Fact(fact, FactField::Label), figure.label.as_ref());
            self.note_some(Locus::Fact(fact, FactField::Period), figure.period.as_ref());
            self.mentions(fact, &figure.mentions);
        }
    }

    fn mentions(&mut self, fact: FactId, mentions: &[MentionForm<'_>]) {
        for (i, mention) in mentions.iter().enumerate() {
            self.note(Locus::Mention(fact, i, MentionField::At), &mention.at);
            self.note(Locus::Mention(fact, i, MentionField::Quote), &mention.quote);
        }
    }
}

fn escaped_strings(source: &str) -> HashMap<String, Vec<Range<usize>>> {
    let mut strings: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for (token, range) in lex::tokens(source, 0) {
        if token != (Token::Text { escaped: true }) {
            continue;
        }
        if let Ok(value) = ron::from_str::<String>(&source[range.clone()]) {
            strings.entry(value).or_default().push(range.start + 1..range.end - 1);
        }
    }
    strings
}

/// Line and column of a byte offset, both counted from 1, columns in characters.
pub fn line_and_column(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..source.floor_char_boundary(offset)];
    let line = 1 + before.bytes().filter(|b| *b == b'\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    (line, column)
}
