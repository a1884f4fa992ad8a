//! A release to RON text in the one layout that this program writes: four spaces, a line for each
//! block and each fact, optional fields bare and left out when they are not there. The three lists
//! of facts are always written, so that a person sees where to add one.
//!
//! Whatever could act on a terminal or mislead a reader is escaped, so the file is harmless to
//! print; reading it gives the same release again.

use std::fmt::Write as _;

use super::{
    Block, Body, FORMAT, Figure, KeyDate, Kind, Mention, Participant, Release, Series, Translation,
    Version,
};
use crate::text::Raw;

/// The text of a release's file, ending in a line break.
pub fn write(release: &Release) -> String {
    let mut writer = Writer { out: String::from("Release(\n"), depth: 1 };
    writer.head(release);
    writer.body(&release.body);
    writer.section("participants", &release.participants, Writer::participant);
    writer.section("dates", &release.dates, Writer::date);
    writer.section("figures", &release.figures, Writer::figure);
    writer.out.push_str(")\n");
    writer.out
}

/// A string of the format, in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut writer = Writer { out: String::with_capacity(text.len() + 2), depth: 0 };
    writer.text(text);
    writer.out
}

/// Whether a character is written as it is: it is seen, and it does nothing else.
///
/// Everything else is written by its code: controls, invisible characters, spaces that look like
/// plain ones and are none, line breaks of Unicode, what has no glyph.
pub fn is_written_plain(c: char) -> bool {
    match c {
        ' '..='~' => c != '"' && c != '\\',
        '\u{A0}'..='\u{2FF}' => !matches!(c, '\u{A0}' | '\u{AD}'),
        '\u{3000}'..='\u{3163}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => true,
        _ => c > '\u{7F}' && !is_unseen(c),
    }
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c,
            '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{13430}'..='\u{1343F}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..)
        || u32::from(c) & 0xFFFE == 0xFFFE
        || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

struct Writer {
    out: String,
    depth: usize,
}

impl Writer {
    fn head(&mut self, release: &Release) {
        self.line(|w| _ = write!(w.out, "format: {FORMAT}"));
        self.line(|w| w.field("title", &release.title));
        for (name, text) in [
            ("issuer", &release.issuer),
            ("published", &release.published),
            ("language", &release.language),
            ("source", &release.source),
        ] {
            if let Some(text) = text {
                self.line(|w| w.field(name, text));
            }
        }
        match release.translation {
            Translation::Original => {}
            Translation::Official => self.line(|w| w.out.push_str("translation: Official")),
            Translation::Unofficial => self.line(|w| w.out.push_str("translation: Unofficial")),
        }
        if let Some(series) = &release.series {
            self.line(|w| w.series(series));
        }
        if !release.versions.is_empty() {
            self.line(|w| {
                w.out.push_str("versions: ");
                w.list(&release.versions, Self::version);
            });
        }
        if !release.topics.is_empty() {
            self.line(|w| {
                w.out.push_str("topics: ");
                w.list(&release.topics, |w, topic| w.text(topic.as_str()));
            });
        }
    }

    fn body(&mut self, body: &Body) {
        self.open_line("body: [");
        for block in body.blocks() {
            while self.depth > 2 + block.depth as usize {
                self.close_line("]),");
            }
            self.indent();
            self.block(block);
            let index_after = block.end as usize;
            let has_items = body.get(index_after - 1).is_some_and(|last| last.depth > block.depth);
            if has_items {
                self.out.push_str(", items: [\n");
                self.depth += 1;
            } else {
                self.out.push_str("),\n");
            }
        }
        while self.depth > 2 {
            self.close_line("]),");
        }
        self.close_line("],");
    }

    /// A block up to its text, not closed yet.
    fn block(&mut self, block: &Block) {
        let _ = write!(self.out, "{}(", block.kind.name());
        for (name, text) in [("number", &block.number), ("marker", &block.marker)] {
            match (presence(block.kind, name), text) {
                (Presence::Never, _) | (Presence::Maybe, None) => continue,
                (Presence::Always, None) => _ = write!(self.out, "{name}: \"\""),
                (_, Some(text)) => self.field(name, text),
            }
            self.out.push_str(", ");
        }
        let Some(table) = &block.table else { return self.field("text", &block.text) };
        if !table.header().is_empty() {
            self.out.push_str("header: ");
            self.list(table.header(), |w, cell| w.text(block.cell(cell)));
            self.out.push_str(", ");
        }
        self.out.push_str("rows: ");
        self.list(table.rows(), |w, row| w.list(row, |w, cell| w.text(block.cell(cell))));
    }

    fn section<T>(&mut self, name: &str, facts: &[T], fact: fn(&mut Self, &T)) {
        self.open_line(&format!("{name}: ["));
        for one in facts {
            self.line(|w| fact(w, one));
        }
        self.close_line("],");
    }

    fn series(&mut self, series: &Series) {
        self.out.push_str("series: (");
        self.field("name", &series.name);
        if let Some(edition) = series.edition {
            let _ = write!(self.out, ", edition: {edition}");
        }
        self.out.push(')');
    }

    fn version(&mut self, version: &Version) {
        self.out.push('(');
        self.field("language", &version.language);
        self.out.push_str(", ");
        self.field("file", &version.file);
        self.out.push(')');
    }

    fn participant(&mut self, person: &Participant) {
        self.out.push_str("Participant(");
        self.field("name", &person.name);
        self.some("title", person.title.as_ref());
        self.some("affiliation", person.affiliation.as_ref());
        self.some("doubt", person.doubt.as_ref());
        self.mentions(&person.mentions);
    }

    fn date(&mut self, date: &KeyDate) {
        self.out.push('(');
        self.field("date", &date.date);
        self.some("label", date.label.as_ref());
        self.some("doubt", date.doubt.as_ref());
        self.mentions(&date.mentions);
    }

    fn figure(&mut self, figure: &Figure) {
        self.out.push('(');
        self.field("text", &figure.text);
        let _ = write!(self.out, ", value: {}", number(figure.value));
        if let Some(upper) = figure.value_max {
            let _ = write!(self.out, ", value_max: {}", number(upper));
        }
        self.out.push_str(", ");
        self.field("unit", &figure.unit);
        self.some("label", figure.label.as_ref());
        self.some("period", figure.period.as_ref());
        self.some("doubt", figure.doubt.as_ref());
        self.mentions(&figure.mentions);
    }

    /// The last field of a fact, and its closing bracket.
    fn mentions(&mut self, mentions: &[Mention]) {
        if !mentions.is_empty() {
            self.out.push_str(", mentions: ");
            self.list(mentions, |w, mention| {
                w.out.push('(');
                w.field("at", &mention.at);
                w.out.push_str(", ");
                w.field("quote", &mention.quote);
                w.out.push(')');
            });
        }
        self.out.push(')');
    }

    fn some(&mut self, name: &str, text: Option<&Raw>) {
        if let Some(text) = text {
            self.out.push_str(", ");
            self.field(name, text);
        }
    }

    fn field(&mut self, name: &str, text: &Raw) {
        self.out.push_str(name);
        self.out.push_str(": ");
        self.text(text.as_str());
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, item: impl Fn(&mut Self, T)) {
        self.out.push('[');
        for (i, one) in items.into_iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            item(self, one);
        }
        self.out.push(']');
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        while let Some(at) = rest.find(|c| !is_written_plain(c)) {
            let (plain, escaped) = rest.split_at(at);
            self.out.push_str(plain);
            let mut chars = escaped.chars();
            match chars.next() {
                Some(c @ ('"' | '\\')) => self.out.extend(['\\', c]),
                Some('\n') => self.out.push_str("\\n"),
                Some('\r') => self.out.push_str("\\r"),
                Some('\t') => self.out.push_str("\\t"),
                Some(c) => _ = write!(self.out, "{}", c.escape_unicode()),
                None => {}
            }
            rest = chars.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn line(&mut self, content: impl FnOnce(&mut Self)) {
        self.indent();
        content(self);
        self.out.push_str(",\n");
    }

    fn open_line(&mut self, opening: &str) {
        self.indent();
        self.out.push_str(opening);
        self.out.push('\n');
        self.depth += 1;
    }

    fn close_line(&mut self, closing: &str) {
        self.depth -= 1;
        self.indent();
        self.out.push_str(closing);
        self.out.push('\n');
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("    ", self.depth));
    }
}

enum Presence {
    Never,
    Maybe,
    Always,
}

/// Whether the format gives a kind of block a field.
fn presence(kind: Kind, field: &str) -> Presence {
    match (kind, field) {
        (Kind::Numbered, "number") | (Kind::Bullet, "marker") => Presence::Always,
        (Kind::Heading | Kind::Note, _) => Presence::Maybe,
        _ => Presence::Never,
    }
}

/// A number as RON reads it back to the same bits, always with a point or an exponent.
fn number(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    // Rust turns to exponents early; sums of money are easier to read in full.
    if (1e16..1e21).contains(&value.abs()) { format!("{value}.0") } else { format!("{value:?}") }
}

#[cfg(test)]
mod tests;
