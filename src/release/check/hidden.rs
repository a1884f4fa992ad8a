//! Characters that nobody sees, and that could mislead: controls, bidi controls, zero-width ones.

use super::Checker;
use crate::release::place::{BlockField, MentionField, ReleaseField, VersionField};
use crate::release::{BlockId, Code, Locus, Release};
use crate::text::{Clean, Raw};

pub fn check(checker: &mut Checker<'_>) {
    let release = checker.release;
    head(release, &mut |locus, text| note(checker, locus, text));
    body(release, &mut |locus, text| note(checker, locus, text));
    facts(release, &mut |locus, text| note(checker, locus, text));
}

fn note(checker: &mut Checker<'_>, locus: Locus, text: &str) {
    let mut hidden = hidden(text);
    let Some((at, c)) = hidden.next() else { return };
    let more = match hidden.count() {
        0 => String::new(),
        1 => ", and another hidden character".to_owned(),
        n => format!(", and {n} more hidden characters"),
    };
    let message = format!("`U+{:04X}`, {}, stands here{more}", u32::from(c), name(c));
    let end = at + c.len_utf8();
    checker
        .add(Code::HiddenCharacter, locus, message)
        .part(at..end)
        .help("take it out; it is never shown");
}

/// The hidden characters of a text with their places.
fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    // Most texts have none, and most of those are told by their bytes.
    let is_plain =
        text.bytes().all(|b| (b' '..0x7F).contains(&b) || matches!(b, b'\n' | b'\r' | b'\t'));
    let text = if is_plain { "" } else { text };
    let right_to_left = text.contains(is_right_to_left);
    let lost_joiners = loses_joiners(text);
    text.char_indices().filter(move |(_, c)| match c {
        '\u{200E}' | '\u{200F}' | '\u{61C}' => !right_to_left,
        '\u{200C}' | '\u{200D}' => lost_joiners,
        _ => is_hidden(*c),
    })
}

fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => true,
        c => c.is_control(),
    }
}

/// Joiners are part of some scripts and of emoji; cleaning keeps them there.
fn loses_joiners(text: &str) -> bool {
    let count = |text: &str| text.chars().filter(|c| matches!(c, '\u{200C}' | '\u{200D}')).count();
    let before = count(text);
    before > 0 && count(&Clean::from_str(text)) < before
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn name(c: char) -> &'static str {
    match c {
        '\0' => "a null character",
        '\u{7}' => "the bell",
        '\u{8}' => "a backspace",
        '\u{1B}' | '\u{9B}' => "the beginning of an escape sequence",
        '\u{7F}' => "a delete code",
        '\u{AD}' => "a soft hyphen",
        '\u{61C}' | '\u{200E}' | '\u{200F}' => "a mark of direction",
        '\u{202D}' | '\u{202E}' => "an override of direction",
        '\u{202A}'..='\u{202C}' | '\u{2066}'..='\u{2069}' => "a control of direction",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' => "a zero-width joiner or non-joiner",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "an empty Hangul letter",
        '\u{E0000}'..='\u{E007F}' => "an invisible tag",
        c if c.is_control() => "a control code",
        _ => "an invisible character",
    }
}

// ---- every text of a release

type Visit<'v> = &'v mut dyn FnMut(Locus, &str);

fn some(visit: Visit<'_>, locus: Locus, text: Option<&Raw>) {
    if let Some(text) = text {
        visit(locus, text.as_str());
    }
}

fn head(release: &Release, visit: Visit<'_>) {
    visit(Locus::Release(ReleaseField::Title), release.title.as_str());
    for (field, text) in [
        (ReleaseField::Issuer, release.issuer.as_ref()),
        (ReleaseField::Published, release.published.as_ref()),
        (ReleaseField::Language, release.language.as_ref()),
        (ReleaseField::Source, release.source.as_ref()),
        (ReleaseField::Series, release.series.as_ref().map(|series| &series.name)),
    ] {
        some(visit, Locus::Release(field), text);
    }
    for (i, version) in release.versions.iter().enumerate() {
        visit(Locus::Version(i, VersionField::Language), version.language.as_str());
        visit(Locus::Version(i, VersionField::File), version.file.as_str());
    }
    for (i, topic) in release.topics.iter().enumerate() {
        visit(Locus::Topic(i), topic.as_str());
    }
}

fn body(release: &Release, visit: Visit<'_>) {
    for (i, block) in release.body.blocks().iter().enumerate() {
        let id = BlockId::body(i);
        some(visit, Locus::Block(id, BlockField::Number), block.number.as_ref());
        some(visit, Locus::Block(id, BlockField::Marker), block.marker.as_ref());
        let Some(table) = &block.table else {
            visit(Locus::Block(id, BlockField::Text), block.text.as_str());
            continue;
        };
        for (row, cells) in std::iter::once(table.header()).chain(table.rows()).enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                visit(Locus::Cell(id, row, column), block.cell(cell));
            }
        }
    }
}

fn facts(release: &Release, visit: Visit<'_>) {
    for fact in release.facts() {
        for (field, text) in super::facts::texts(release, fact) {
            some(visit, Locus::Fact(fact, field), text);
        }
        for (i, mention) in release.mentions(fact).iter().enumerate() {
            visit(Locus::Mention(fact, i, MentionField::At), mention.at.as_str());
            visit(Locus::Mention(fact, i, MentionField::Quote), mention.quote.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: String = hidden(text).map(|(_, c)| c).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_nobody_sees_is_found() {
        check("a\x1b[31m\x07", "\x1b\x07");
        check("a\u{202E}b\u{200B}c\u{FEFF}", "\u{202E}\u{200B}\u{FEFF}");
        check("x\u{200F}y\u{200D}z", "\u{200F}\u{200D}");
        check("line\r\n\tline\u{A0}", "");
    }

    #[test]
    fn what_a_script_needs_is_left() {
        check("بيان\u{200F} صحفي", "");
        check("می\u{200C}خواهم", "");
        check("👩\u{200D}🚀", "");
        check("한국 日本 é", "");
    }
}
