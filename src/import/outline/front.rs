//! The front of a page: masthead, title, subtitles, the line with the date.

use super::mark::{self, Mark, Sign};
use super::{Piece, join};
use crate::import::chrome;
use crate::import::extract::dates;
use crate::import::lines::{Rows, fold};

/// Longer lines are no titles.
const LONGEST_TITLE: usize = 320;

/// What stands before the text, and the text.
#[derive(Debug, Default)]
pub struct Front {
    /// The title; empty if there is none.
    pub title: String,
    /// The date of publication.
    pub published: Option<String>,
    /// Subtitles and text.
    pub body: Vec<Piece>,
    /// What was unsure.
    pub doubts: Vec<&'static str>,
}

/// Takes the front off.
pub fn split(pieces: Vec<Piece>, known_title: Option<&str>) -> Front {
    let mut front = Front::default();
    let mut pieces = pieces.into_iter().peekable();
    let mut at_front = true;
    while let Some(piece) = pieces.next() {
        let is_masthead = |rows: &Rows| {
            chrome::is_masthead(rows)
                || at_front && front.title.is_empty() && chrome::is_contacts(rows)
        };
        if let Some(rows) = piece.table.as_ref().filter(|rows| is_masthead(rows)) {
            front.published = front.published.take().or_else(|| chrome::masthead_date(rows));
            continue;
        }
        if let Some(title) = piece.table.as_ref().and_then(annex_title) {
            at_front = false;
            front.body.push(title);
            continue;
        }
        let date = Some(&piece)
            .filter(|p| at_front && p.table.is_none())
            .and_then(|p| dates::whole(&p.text));
        if date.is_some() && (piece.mark.is_none() || piece.item.is_some()) {
            front.published = front.published.take().or(date);
            continue;
        }
        if at_front && front.title.is_empty() && may_be_title(&piece, pieces.peek(), known_title) {
            front.title = title_words(&piece);
            continue;
        }
        if at_front && let Some(subtitles) = subtitles(&piece) {
            front.body.extend(subtitles);
            continue;
        }
        at_front &= !is_text(&piece)
            || front.title.is_empty() && front.body.is_empty() && piece.table.is_some();
        front.body.push(piece);
    }
    settle_title(&mut front, known_title);
    front
}

/// A title that the page's markup names is taken when the text shows none, and stands in it only once.
fn settle_title(front: &mut Front, known: Option<&str>) {
    if let Some(known) = known.map(fold).filter(|known| !known.is_empty()) {
        if front.title.is_empty() {
            front.title = known;
        }
    } else {
        let first = front.body.first().filter(|_| front.title.is_empty());
        if first.is_some_and(|piece| piece.is_plain() && names_who(&piece.text)) {
            front.title = front.body.remove(0).text;
        }
        if front.title.is_empty() {
            front.doubts.push("no title was found");
        }
    }
    let repeats =
        front.body.iter().take(3).position(|piece| piece.is_plain() && piece.text == front.title);
    if let Some(place) = repeats {
        front.body.remove(place);
    }
}

fn title_words(piece: &Piece) -> String {
    // A mark that only looked like one belongs to the title.
    match &piece.mark {
        Some(Mark { number: Some(number), .. }) => format!("{number} {}", piece.text),
        _ => piece.text.clone(),
    }
}

fn may_be_title(piece: &Piece, next: Option<&Piece>, known: Option<&str>) -> bool {
    if piece.table.is_some() || piece.mark.is_some() || piece.item.is_some() {
        return false;
    }
    if known.is_some_and(|known| fold(known) == piece.text) {
        return true;
    }
    let known_elsewhere = known.is_some() && piece.heading.is_none();
    let length = piece.text.chars().count();
    let short = length > 1 && length <= LONGEST_TITLE;
    let sentence = join::is_complete(&piece.text)
        && !piece.text.ends_with([')', '”', '’', '"', '?', '!'])
        && !ends_in_initials(&piece.text);
    short
        && !known_elsewhere
        && !sentence
        && !is_dateline(&piece.text)
        && dates::dateline(&piece.text).is_none()
        && !(next.is_some() && piece.heading.is_none() && names_who(&piece.text))
        && !super::is_contact(piece)
        && (next.is_some() || piece.heading.is_some())
}

/// Whether a line says whose release it is, as lines above a title do.
fn names_who(text: &str) -> bool {
    chrome::is_body(text) || chrome::is_official(text)
}

/// "… in the U.S." and "… by Harbour Works, Inc." end a title as well as a sentence.
fn ends_in_initials(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let bare = word.trim_end_matches('.').to_lowercase();
    word.matches('.').count() >= 2 && word.len() <= 8
        || matches!(bare.as_str(), "inc" | "ltd" | "corp" | "co" | "jr" | "sr")
}

/// "WASHINGTON, May 5 – The …": text begins with a place and a dash, and is longer than any title.
fn is_dateline(text: &str) -> bool {
    let dash = ["—", "–", " - ", "--"].iter().filter_map(|dash| text.find(dash)).min();
    let sentences = text.matches(". ").count();
    sentences >= 2 || dash.is_some_and(|at| at < 60 && text.len() > 160 && sentences >= 1)
}

/// Whether a piece is the text's own: numbered, a sentence, long, or a table that is data.
fn is_text(piece: &Piece) -> bool {
    piece.table.is_some()
        || piece.mark.is_some()
        || piece.item.is_some()
        || join::is_complete(&piece.text)
        || piece.text.chars().count() > LONGEST_TITLE
        || piece.text.ends_with('다')
}

/// "- One - Two -" below the title: a heading each, without the dashes.
fn subtitles(piece: &Piece) -> Option<Vec<Piece>> {
    let is_dashed = matches!(
        piece.mark.as_ref().map(|mark| mark.sign),
        Some(Sign::Bullet('-' | '–' | '―' | '−'))
    );
    if !is_dashed || join::is_complete(&piece.text) {
        return None;
    }
    let parts = piece.text.split(" - ").flat_map(|part| part.split(" – "));
    let heading = |text: &str| Piece {
        text: fold(text.trim().trim_matches(['-', '–', '―']).trim()),
        gap: true,
        heading: Some(2),
        ..Piece::default()
    };
    Some(parts.map(heading).filter(|piece| !piece.text.is_empty()).collect())
}

/// `| 붙임1 | | Overview |`: an annex's title set as a table's row.
fn annex_title(rows: &Rows) -> Option<Piece> {
    let [row] = rows.rows.as_slice() else { return None };
    let mut cells = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (label, text) = (cells.next()?, cells.next()?);
    if cells.next().is_some() {
        return None;
    }
    let label = label.trim_matches(['[', ']', '【', '】', '<', '>']);
    let (word, number) = mark::attachment_word(label)?;
    let mark = Mark { sign: Sign::Attachment, number, marker: Some(word.to_owned()), rest: 0 };
    let kind = Some(crate::release::Kind::Heading);
    Some(Piece {
        mark: Some(mark),
        text: fold(text),
        gap: true,
        heading: Some(2),
        kind,
        ..Piece::default()
    })
}
