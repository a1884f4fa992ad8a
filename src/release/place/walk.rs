//! The tokens of a file followed along the structure of a release, each value told with its locus.

use std::iter::Peekable;
use std::ops::Range;

use super::{BlockField, FactField, Locus, MentionField, ReleaseField, VersionField};
use crate::release::lex::{self, Token};
use crate::release::{BlockId, FactId, FactKind};

/// Tells every string and number of a release with its place, in the order of the file.
pub fn walk(source: &str, note: &mut dyn FnMut(Locus, Range<usize>)) {
    let tokens = lex::tokens(source, 0).peekable();
    Walk { source, tokens, note, order: 0, depth: 0 }.release();
}

/// A step through the tokens of one field, list item or group.
type Step<'a, T> = fn(&mut Walk<'a, T>, &str, Around);

/// What a field lies in.
#[derive(Clone, Copy)]
enum Around {
    Release,
    Version(usize),
    Block(BlockId),
    Fact(FactId),
    Mention(FactId, usize),
}

struct Walk<'a, T: Iterator<Item = (Token, Range<usize>)>> {
    source: &'a str,
    tokens: Peekable<T>,
    note: &'a mut dyn FnMut(Locus, Range<usize>),
    /// How many blocks have begun.
    order: usize,
    /// How many blocks are open.
    depth: usize,
}

/// Deeper than any file that parses.
const DEEPEST: usize = 64;

impl<'a, T: Iterator<Item = (Token, Range<usize>)>> Walk<'a, T> {
    fn release(&mut self) {
        // Extensions: `#![enable(…)]`.
        while self.take_mark('#') {
            self.take_mark('!');
            self.skip();
        }
        self.group(Around::Release, Self::release_field);
    }

    fn release_field(&mut self, name: &str, _: Around) {
        let field = match name {
            "title" => ReleaseField::Title,
            "issuer" => ReleaseField::Issuer,
            "published" => ReleaseField::Published,
            "language" => ReleaseField::Language,
            "source" => ReleaseField::Source,
            "series" => return self.group(Around::Release, Self::series_field),
            "versions" => {
                return self.list(|walk, i| walk.group(Around::Version(i), Self::version_field));
            }
            "topics" => return self.list(|walk, i| walk.value(Locus::Topic(i))),
            "body" => return self.list(|walk, _| walk.block()),
            "participants" => return self.facts(FactKind::Participant),
            "dates" => return self.facts(FactKind::Date),
            "figures" => return self.facts(FactKind::Figure),
            _ => return self.skip(),
        };
        self.value(Locus::Release(field));
    }

    fn series_field(&mut self, name: &str, _: Around) {
        match name {
            "name" => self.value(Locus::Release(ReleaseField::Series)),
            "edition" => self.value(Locus::Release(ReleaseField::Edition)),
            _ => self.skip(),
        }
    }

    fn version_field(&mut self, name: &str, around: Around) {
        match (name, around) {
            ("language", Around::Version(i)) => {
                self.value(Locus::Version(i, VersionField::Language));
            }
            ("file", Around::Version(i)) => self.value(Locus::Version(i, VersionField::File)),
            _ => self.skip(),
        }
    }

    fn block(&mut self) {
        self.order += 1;
        let id = BlockId::at(self.order);
        if let Some((Token::Word, range)) = self.tokens.peek() {
            let (locus, range) = (Locus::Block(id, BlockField::Kind), range.clone());
            (self.note)(locus, range);
        }
        if self.depth > DEEPEST {
            return self.skip();
        }
        self.depth += 1;
        self.group(Around::Block(id), Self::block_field);
        self.depth -= 1;
    }

    fn block_field(&mut self, name: &str, around: Around) {
        let Around::Block(id) = around else { return self.skip() };
        match name {
            "number" => self.value(Locus::Block(id, BlockField::Number)),
            "marker" => self.value(Locus::Block(id, BlockField::Marker)),
            "text" => self.value(Locus::Block(id, BlockField::Text)),
            "items" => self.list(|walk, _| walk.block()),
            "header" => self.list(|walk, column| walk.value(Locus::Cell(id, 0, column))),
            "rows" => self.list(|walk, row| {
                walk.list(|walk, column| walk.value(Locus::Cell(id, 1 + row, column)));
            }),
            _ => self.skip(),
        }
    }

    fn facts(&mut self, kind: FactKind) {
        self.list(|walk, i| walk.group(Around::Fact(FactId::new(kind, i)), Self::fact_field));
    }

    fn fact_field(&mut self, name: &str, around: Around) {
        let Around::Fact(fact) = around else { return self.skip() };
        let field = match name {
            "name" | "date" | "text" => FactField::Name,
            "title" => FactField::Title,
            "affiliation" => FactField::Affiliation,
            "value" => FactField::Value,
            "value_max" => FactField::ValueMax,
            "unit" => FactField::Unit,
            "label" => FactField::Label,
            "period" => FactField::Period,
            "doubt" => FactField::Doubt,
            "mentions" => {
                return self.list(|walk, i| {
                    walk.group(Around::Mention(fact, i), Self::mention_field);
                });
            }
            _ => return self.skip(),
        };
        self.value(Locus::Fact(fact, field));
    }

    fn mention_field(&mut self, name: &str, around: Around) {
        match (name, around) {
            ("at", Around::Mention(fact, i)) => {
                self.value(Locus::Mention(fact, i, MentionField::At));
            }
            ("quote", Around::Mention(fact, i)) => {
                self.value(Locus::Mention(fact, i, MentionField::Quote));
            }
            _ => self.skip(),
        }
    }

    // ---- the grammar of values

    /// `Name(field: value, …)`, the name or `Some(…)` around it left out or not.
    fn group(&mut self, around: Around, field: Step<'a, T>) {
        let wrapped = self.enter_some();
        self.tokens.next_if(|(token, _)| *token == Token::Word);
        if !self.take_mark('(') {
            return self.skip();
        }
        while let Some((token, range)) = self.tokens.next() {
            match token {
                Token::Mark(')') => break,
                Token::Word if self.take_mark(':') => field(self, &self.source[range], around),
                _ => {}
            }
        }
        self.leave_some(wrapped);
    }

    /// `[value, …]`.
    fn list(&mut self, mut item: impl FnMut(&mut Self, usize)) {
        let wrapped = self.enter_some();
        if !self.take_mark('[') {
            return self.skip();
        }
        for i in 0.. {
            while self.take_mark(',') {}
            if self.take_mark(']') || self.tokens.peek().is_none() {
                break;
            }
            item(self, i);
        }
        self.leave_some(wrapped);
    }

    /// A string or a number.
    fn value(&mut self, locus: Locus) {
        let wrapped = self.enter_some();
        let range = match self.tokens.peek() {
            Some((Token::Text { .. }, range)) => lex::inside(self.source, range),
            Some((Token::Word, range)) => range.clone(),
            _ => return self.skip(),
        };
        self.tokens.next();
        (self.note)(locus, range);
        self.leave_some(wrapped);
    }

    fn enter_some(&mut self) -> bool {
        let is_some = |source: &str, (token, range): &(Token, Range<usize>)| {
            *token == Token::Word && &source[range.clone()] == "Some"
        };
        let source = self.source;
        self.tokens.next_if(|next| is_some(source, next)).is_some() && self.take_mark('(')
    }

    fn leave_some(&mut self, wrapped: bool) {
        if wrapped {
            self.take_mark(',');
            self.take_mark(')');
        }
    }

    fn take_mark(&mut self, mark: char) -> bool {
        self.tokens.next_if(|(token, _)| *token == Token::Mark(mark)).is_some()
    }

    /// Skips one value, brackets and all. Takes one token at least.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some((token, _)) = self.tokens.next() {
            match token {
                Token::Mark('(' | '[' | '{') => depth += 1,
                Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
                // A name may go before its brackets.
                Token::Word if matches!(self.tokens.peek(), Some((Token::Mark('('), _))) => {
                    continue;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
}
