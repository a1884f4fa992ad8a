//! Lines to blocks: which lines belong together, what each block is, and how blocks hang together.

mod depth;
mod front;
mod join;
pub(super) mod mark;
mod number;

use std::cell::LazyCell;
use std::sync::Arc;

use super::chrome;
use super::lines::{Line, LineKind, Rows, Sheet};
use crate::release::{Block, Body, Kind, Table};
use crate::text::Raw;
use mark::{Mark, Sign};

/// A release's text with its outline.
#[derive(Debug, Default)]
pub struct Outline {
    /// The title; empty if the page has none.
    pub title: String,
    /// The date of publication, as EDTF.
    pub published: Option<String>,
    /// The body that the top of the page names.
    pub letterhead: Option<String>,
    /// The blocks.
    pub body: Body,
    /// The blocks that say whom to ask, by their places: no fact is taken from them.
    pub contacts: Vec<usize>,
    /// What was unsure, in sentences.
    pub doubts: Vec<&'static str>,
}

/// A block in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// The number or mark that it begins with.
    pub mark: Option<Mark>,
    /// Its words, with single spaces.
    pub text: String,
    /// Whether a blank line stands before it.
    pub gap: bool,
    /// The level, if markup says that it is a heading.
    pub heading: Option<u8>,
    /// Its cells, if it is a table.
    pub table: Option<Rows>,
    /// How many lists of the markup it stands in, for an item.
    pub item: Option<u8>,
    /// What it is, once known.
    pub kind: Option<Kind>,
}

impl Piece {
    /// Whether it is words without a number, mark or markup.
    pub fn is_plain(&self) -> bool {
        self.mark.is_none() && self.table.is_none() && self.item.is_none()
    }

    fn sign(&self) -> Option<Sign> {
        self.mark.as_ref().map(|mark| mark.sign)
    }
}

/// Finds the outline of a page.
pub fn read(sheet: Sheet) -> Outline {
    let mut stripped = chrome::strip(sheet.lines);
    let pieces = pieces(&std::mem::take(&mut stripped.lines));
    let mut front = front::split(pieces, sheet.title.as_deref());
    if front.title.is_empty() && front.body.len() > 1 {
        front.title =
            stripped.labels.last().filter(|_| sheet.title.is_none()).cloned().unwrap_or_default();
    }
    kinds(&mut front.body);
    let depths = depth::of(&front.body);
    let mut outline = Outline {
        title: front.title,
        published: stripped.published.or(front.published),
        letterhead: stripped.letterhead,
        doubts: [sheet.doubts, front.doubts].concat(),
        ..Outline::default()
    };
    for (piece, depth) in front.body.into_iter().zip(depths) {
        if is_contact(&piece) {
            outline.contacts.push(outline.body.len());
        }
        outline.body.push(block(piece, depth));
    }
    outline
}

/// Lines joined to pieces.
fn pieces(lines: &[Line]) -> Vec<Piece> {
    let habit = join::Habit::of(lines);
    let mut numbers = number::Numbers::new(lines);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<&Line> = None;
    let known = LazyCell::new(|| join::words(lines));
    for (place, line) in lines.iter().enumerate() {
        let open = pieces.last().map(|piece| piece.text.as_str());
        let mark = mark::parse(&line.text).filter(|mark| numbers.accepts(mark, line, before, open));
        let goes_on = mark.is_none()
            && !is_date_line(place, line)
            && before.is_some_and(|before| {
                pieces.last().is_some_and(|last| {
                    last.text.is_empty() && last.table.is_none() && line.kind == LineKind::Text
                        || habit.continues(before, &last.text, line)
                })
            });
        if let Some(last) = pieces.last_mut().filter(|_| goes_on) {
            let parted = join::parted_word(&last.text, &line.text);
            append(&mut last.text, &line.text);
            if parted.is_some_and(|word| known.contains(&word)) {
                last.text.remove(last.text.len() - line.text.len() - 1);
            }
        } else {
            pieces.push(piece(line, mark));
        }
        before = Some(line).filter(|line| !is_date_line(place, line));
    }
    pieces.retain(|piece| piece.table.is_some() || !piece.text.is_empty());
    pieces
}

/// A line near the top that is nothing but a date is joined to nothing.
fn is_date_line(place: usize, line: &Line) -> bool {
    const TOP: usize = 30;
    place < TOP && line.text.len() < 40 && super::extract::dates::whole(&line.text).is_some()
}

fn piece(line: &Line, mark: Option<Mark>) -> Piece {
    let mut piece = Piece { gap: line.gap, ..Piece::default() };
    line.text[mark.as_ref().map_or(0, |mark| mark.rest)..].clone_into(&mut piece.text);
    match &line.kind {
        LineKind::Table(rows) => piece.table = Some(rows.clone()),
        LineKind::Heading(level) => piece.heading = Some(*level),
        LineKind::Item { depth, .. } => piece.item = Some(*depth),
        LineKind::Text => {}
    }
    piece.mark = mark.or_else(|| match line.kind {
        LineKind::Item { number: Some(number), .. } => Some(Mark {
            sign: Sign::Number(mark::Style::Dot, number),
            number: Some(number.to_string()),
            marker: None,
            rest: 0,
        }),
        LineKind::Item { number: None, .. } => {
            Some(Mark {
                sign: Sign::Bullet('•'), number: None, marker: Some("•".into()), rest: 0
            })
        }
        _ => None,
    });
    piece
}

/// Joins a line to the words before it: no space inside a broken ordinal or after a hyphen.
fn append(text: &mut String, line: &str) {
    let dense = text.is_empty()
        || join::is_ordinal_ending(line) && text.ends_with(|c: char| c.is_ascii_digit())
        || line.starts_with([',', '.', ';', ')', '’']) && !line.starts_with("..")
        || text.ends_with(['(', '“', '‘'])
        || join::parted_word(text, line).is_some();
    if !dense {
        text.push(' ');
    }
    text.push_str(line);
}

/// Says of every piece what it is.
fn kinds(pieces: &mut [Piece]) {
    stars(pieces);
    for at in 0..pieces.len() {
        let kind = pieces[at].kind.unwrap_or_else(|| kind(pieces, at));
        pieces[at].kind = Some(kind);
    }
}

/// Stars in a row to which nothing before refers are a list's marks, not footnotes.
fn stars(pieces: &mut [Piece]) {
    let is_star = |piece: &Piece| {
        piece
            .mark
            .as_ref()
            .is_some_and(|mark| mark.sign == Sign::Note && mark.marker.as_deref() == Some("*"))
    };
    let mut at = 0;
    while at < pieces.len() {
        let run = pieces[at..].iter().take_while(|piece| is_star(piece)).count();
        let refers = at.checked_sub(1).is_some_and(|before| pieces[before].text.contains('*'));
        if run >= 2 && !refers {
            for mark in pieces[at..at + run].iter_mut().filter_map(|piece| piece.mark.as_mut()) {
                mark.sign = Sign::Bullet('*');
            }
        }
        at += run.max(1);
    }
}

fn kind(pieces: &[Piece], at: usize) -> Kind {
    let piece = &pieces[at];
    if piece.table.is_some() {
        return Kind::Table;
    }
    let is_remark = matches!(piece.sign(), Some(Sign::Note | Sign::Attachment));
    if piece.heading.is_some() && !is_remark {
        return Kind::Heading;
    }
    match piece.sign() {
        Some(Sign::Number(..)) if is_attachment_below(pieces, at) => Kind::Note,
        Some(Sign::Number(..)) => Kind::Numbered,
        Some(Sign::Attachment | Sign::Note) => Kind::Note,
        Some(Sign::Bullet(_)) if opens_section(pieces, at) => Kind::Heading,
        Some(Sign::Bullet(_)) => Kind::Bullet,
        None if is_dateline(&piece.text) => Kind::Paragraph,
        None if is_heading(pieces, at) => Kind::Heading,
        None => Kind::Paragraph,
    }
}

/// A place and a day on a line of their own head nothing.
fn is_dateline(text: &str) -> bool {
    text.len() < 80 && super::extract::dates::dateline(text).is_some()
}

/// Whether a number goes on a list of attachments that the piece before began.
fn is_attachment_below(pieces: &[Piece], at: usize) -> bool {
    let Some(Sign::Number(_, value)) = pieces[at].sign() else { return false };
    let Some(before) = at.checked_sub(1).map(|i| &pieces[i]) else { return false };
    let number = before
        .mark
        .as_ref()
        .and_then(|mark| mark.number.as_ref())
        .and_then(|n| n.parse::<u32>().ok());
    before.kind == Some(Kind::Note) && number.is_some_and(|number| number + 1 == value)
}

/// `□ Overview`: a section's sign, a few words, and something of another kind below.
fn opens_section(pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let Some(mark) = piece.mark.as_ref().filter(|mark| mark.is_section_sign()) else {
        return false;
    };
    let short = piece.text.chars().count() <= 40
        && !join::is_complete(&piece.text)
        && !ends_sentence(&piece.text)
        && !piece.text.contains([':', '：']);
    short && pieces.get(at + 1).is_some_and(|next| next.sign() != Some(mark.sign))
}

/// Korean sentences, with or without their full stop, end in a verb.
fn ends_sentence(text: &str) -> bool {
    text.ends_with('다') || text.ends_with("습니다")
}

/// Whether words without any mark are a section's title: short, no sentence, and sentences follow.
fn is_heading(pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let next = pieces.get(at + 1);
    let length = piece.text.chars().count();
    let words = piece.text.split(' ').count();
    let short = length <= 110 && words <= 16 && length > 1;
    let in_brackets = [('[', ']'), ('<', '>'), ('【', '】'), ('〈', '〉'), ('《', '》')]
        .iter()
        .any(|(open, close)| piece.text.starts_with(*open) && piece.text.ends_with(*close));
    if short && in_brackets && next.is_some() {
        return true;
    }
    let is_sentence = join::is_complete(&piece.text)
        || ends_sentence(&piece.text)
        || piece.text.ends_with([',', '-', '–']);
    if !short || is_sentence || !starts_like_title(&piece.text) {
        return false;
    }
    let after = |next: &Piece| {
        next.mark.as_ref().is_some_and(|mark| !matches!(mark.sign, Sign::Attachment))
            || (next.table.is_none()
                && (join::is_complete(&next.text) && next.text.len() > piece.text.len()
                    || ends_sentence(&next.text)))
    };
    let before_ends = at.checked_sub(1).is_none_or(|i| {
        let before = &pieces[i];
        before.table.is_some()
            || before.kind == Some(Kind::Heading)
            || join::is_complete(&before.text)
            || before.mark.is_some()
    });
    before_ends && next.is_some_and(after)
}

fn starts_like_title(text: &str) -> bool {
    text.starts_with(|c: char| {
        c.is_uppercase()
            || !c.is_ascii() && c.is_alphabetic()
            || c.is_ascii_digit()
            || matches!(c, '“' | '‘' | '「' | '｢' | '\'' | '"' | '<')
    }) && !text.starts_with(char::is_lowercase)
}

/// Longer paragraphs are text, in bytes.
const LONGEST_CONTACT: usize = 300;

/// Whether a piece says whom to ask.
fn is_contact(piece: &Piece) -> bool {
    if let Some(rows) = &piece.table {
        return chrome::is_contacts(rows);
    }
    if piece.text.len() >= LONGEST_CONTACT {
        return false;
    }
    let text = piece.text.to_lowercase();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // A single word may begin any sentence: "Contact Group on Libya meets".
    let leads = |word: &String, rest: &str| {
        let rest = rest.trim_start();
        !word.is_ascii()
            || word.contains(' ')
            || rest.is_empty()
            || rest.starts_with(':')
            || text.contains('@')
            || digits >= 7
    };
    let begins = |words: &[String]| {
        words
            .iter()
            .any(|word| text.strip_prefix(word.as_str()).is_some_and(|rest| leads(word, rest)))
    };
    let words = &*chrome::WORDS;
    begins(&words.contacts) || text.contains(':') && begins(&words.reached_by)
}

fn block(piece: Piece, depth: u8) -> Block {
    let kind = piece.kind.unwrap_or(Kind::Paragraph);
    let (mut number, mut marker) = (None, None);
    if let Some(mark) = piece.mark {
        number = mark.number.map(Raw::from);
        marker = mark.marker.map(Raw::from);
    }
    let (text, table) = match piece.table {
        Some(rows) => table(rows),
        None => (Raw::from(piece.text), None),
    };
    Block { kind, depth, end: 0, number, marker, text, table }
}

fn table(rows: Rows) -> (Raw, Option<Arc<Table>>) {
    let mut rows_left = rows.rows;
    let header = if rows.header && rows_left.len() > 1 { rows_left.remove(0) } else { Vec::new() };
    let (text, table) = Table::join(&header, &rows_left);
    (text, Some(Arc::new(table)))
}
