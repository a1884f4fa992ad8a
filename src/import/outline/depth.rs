//! How deep each block lies: numbers of a new style below the ones before, marks below each other in the
//! order of their use, notes below what they follow.

use super::mark::{Sign, Style};
use super::{Piece, join};
use crate::import::chrome::WORDS;
use crate::release::Kind;

/// A level that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Number(Style),
    Bullet(char),
    Note,
    /// A paragraph or a section's title.
    Base,
}

/// The depth of every piece.
pub fn of(pieces: &[Piece]) -> Vec<u8> {
    let mut outline = Levels {
        open: Vec::new(),
        depths: Vec::with_capacity(pieces.len()),
        has_text: false,
        note_leads: false,
    };
    for (at, piece) in pieces.iter().enumerate() {
        let depth = outline.depth(pieces, at, piece);
        outline.depths.push(depth);
    }
    beside_tables(pieces, &mut outline.depths);
    outline.depths
}

/// Nothing lies inside a table: where a list goes on after one, the table is one of its items.
fn beside_tables(pieces: &[Piece], depths: &mut [u8]) {
    for at in (0..depths.len()).rev().filter(|at| pieces[*at].table.is_some()) {
        let Some(next) = depths.get(at + 1).copied() else { continue };
        let most = at.checked_sub(1).map_or(0, |before| depths[before] + 1);
        let most =
            if at > 0 && pieces[at - 1].table.is_some() { depths[at - 1].max(next) } else { most };
        depths[at] = depths[at].max(next.min(most));
        depths[at + 1] = next.min(depths[at]);
    }
}

struct Levels {
    /// Open levels, each with its depth.
    open: Vec<(Level, u8)>,
    depths: Vec<u8>,
    /// Whether a paragraph, number or list has been met: titles before that hold nothing.
    has_text: bool,
    /// Whether the note before is no sentence of its own, but the title of a list.
    note_leads: bool,
}

impl Levels {
    fn depth(&mut self, pieces: &[Piece], at: usize, piece: &Piece) -> u8 {
        let kind = piece.kind.unwrap_or(Kind::Paragraph);
        let depth = match (kind, piece.mark.as_ref().map(|mark| mark.sign)) {
            (Kind::Heading, sign) => {
                self.open.clear();
                if self.has_text || sign.is_some() {
                    self.open.push((Level::Base, 0));
                }
                0
            }
            (Kind::Numbered, Some(Sign::Number(style, _))) => self.number(style, piece.item),
            (Kind::Bullet, Some(Sign::Bullet(sign))) => self.bullet(sign, piece.item),
            (Kind::Note, sign) => self.note(pieces, at, sign),
            (Kind::Table, _) => self.table(at.checked_sub(1).map(|before| &pieces[before])),
            _ => {
                self.open = vec![(Level::Base, 0)];
                0
            }
        };
        self.has_text |= !matches!(kind, Kind::Heading | Kind::Table);
        depth
    }

    fn number(&mut self, style: Style, item: Option<u8>) -> u8 {
        self.leave_notes();
        if let Some(depth) = item {
            return self.item(Level::Number(style), depth);
        }
        if let Style::Parts(parts) = style {
            return self.parts(parts);
        }
        if let Some(place) = self.open.iter().rposition(|(level, _)| *level == Level::Number(style))
        {
            self.open.truncate(place + 1);
            return self.open[place].1;
        }
        // A number holds numbers of another style; a paragraph, title or list holds none.
        let holds = self.open.iter().rposition(|(level, _)| matches!(level, Level::Number(_)));
        // Signs of lower rows stand inside a list's item as well.
        let is_low = !matches!(style, Style::Dot | Style::Roman | Style::Han | Style::Letter);
        let holds = holds.or_else(|| {
            self.open.iter().rposition(|(level, _)| is_low && matches!(level, Level::Bullet(_)))
        });
        self.open.truncate(holds.map_or(0, |place| place + 1));
        self.push_below(Level::Number(style))
    }

    /// `1.1` lies in `1`: its depth is in its parts, as far as they are there.
    fn parts(&mut self, parts: u8) -> u8 {
        let is_above = |level: &Level| match level {
            Level::Number(Style::Parts(other)) => *other < parts,
            Level::Number(Style::Dot | Style::Roman) => true,
            _ => false,
        };
        let holds = self.open.iter().rposition(|(level, _)| is_above(level));
        self.open.truncate(holds.map_or(0, |place| place + 1));
        self.push_below(Level::Number(Style::Parts(parts)))
    }

    fn bullet(&mut self, sign: char, item: Option<u8>) -> u8 {
        self.leave_finished_note();
        if let Some(depth) = item {
            return self.item(Level::Bullet(sign), depth);
        }
        let sign = same_sign(sign);
        if let Some(place) = self.open.iter().rposition(|(level, _)| *level == Level::Bullet(sign))
        {
            self.open.truncate(place + 1);
            return self.open[place].1;
        }
        self.push_below(Level::Bullet(sign))
    }

    /// An item of the markup's lists lies as deep as they do.
    fn item(&mut self, level: Level, depth: u8) -> u8 {
        let items =
            self.open.iter().position(|(l, _)| matches!(l, Level::Bullet(_) | Level::Number(_)));
        let base = items.map_or(self.open.len(), |place| place);
        self.open.truncate(base + usize::from(depth));
        self.push_below(level)
    }

    fn note(&mut self, pieces: &[Piece], at: usize, sign: Option<Sign>) -> u8 {
        let is_attachment = matches!(sign, Some(Sign::Attachment | Sign::Number(..)) | None);
        if is_attachment || is_closing(pieces, at) {
            self.open = vec![(Level::Note, 0)];
            return 0;
        }
        self.leave_notes();
        let text = &pieces[at].text;
        self.note_leads = !join::is_complete(text) || text.ends_with([':', '：']);
        self.push_below(Level::Note)
    }

    /// A table lies in what it follows, when that leads to it.
    fn table(&mut self, before: Option<&Piece>) -> u8 {
        self.leave_notes();
        let leads = before.is_some_and(|piece| piece.text.ends_with([':', '：']));
        match self.open.last() {
            Some((Level::Bullet(_) | Level::Number(_), depth)) if leads => depth + 1,
            _ => 0,
        }
    }

    fn push_below(&mut self, level: Level) -> u8 {
        let depth = self.open.last().map_or(0, |(_, depth)| depth.saturating_add(1)).min(15);
        self.open.push((level, depth));
        depth
    }

    fn leave_notes(&mut self) {
        while matches!(self.open.last(), Some((Level::Note, _))) {
            self.open.pop();
        }
    }

    /// A list under a note is the note's only if the note's words lead to one.
    fn leave_finished_note(&mut self) {
        if !self.note_leads {
            self.leave_notes();
        }
    }
}

/// Signs that stand for one another in one text.
fn same_sign(sign: char) -> char {
    match sign {
        'ㅇ' | 'ᄋ' | 'O' => 'o',
        '–' | '−' | '―' | '‐' => '-',
        other => other,
    }
}

/// A remark at the end that is about the whole text: a translation's, or one that nothing before refers
/// to.
fn is_closing(pieces: &[Piece], at: usize) -> bool {
    let text = pieces[at].text.to_lowercase();
    if WORDS.unofficial.iter().chain(&WORDS.official).any(|remark| text.contains(remark.as_str()))
        && text.len() < 120
    {
        return true;
    }
    let marker =
        pieces[at].mark.as_ref().and_then(|mark| mark.marker.as_deref()).unwrap_or_default();
    let is_last = pieces[at + 1..].iter().all(|piece| piece.table.is_some());
    let refers = pieces[..at].iter().rev().take(2).any(|piece| piece.text.contains('*'));
    is_last && marker.starts_with('*') && !refers && pieces[at].gap && join::is_complete(&text)
}
