//! What an entry of the panel says: the words of a fact, or of what is known of the release, put into
//! lines of a width.

use super::{About, PanelLine, Part};
use crate::phrase::{self, Language, Phrase, told};
use crate::reader::document::Document;
use crate::reader::review::{Decision, Decisions};
use crate::release::edtf::{self, Edtf};
use crate::release::{FactId, FactKind, Figure, Mention, Translation};
use crate::text::width::{cells, truncate};
use crate::text::wrap::wrap;
use crate::text::{Clean, Raw};

/// Lines of detail an entry shows while it is not the current one.
pub(super) const BRIEF: usize = 2;
/// Lines of detail the current entry shows.
pub(super) const FULL: usize = 12;
/// The fewest columns of a name beside which addresses stand.
const NARROWEST_NAME: u16 = 12;
/// Addresses listed beside a name; more would push the name away.
const MOST_ADDRESSES: usize = 24;
/// Topics that are looked at.
const MOST_TOPICS: usize = 200;
/// Bytes of a name or a detail that are looked at: entries are put into lines for every frame, and
/// show some lines only.
const MOST_BYTES: usize = 4_000;
/// Bytes of an address that are looked at.
const LONGEST_ADDRESS: usize = 64;

/// What an entry says, before it is put into lines.
pub(super) struct Entry {
    kind: Option<FactKind>,
    name: Clean<'static>,
    addresses: Clean<'static>,
    detail: Vec<Clean<'static>>,
    /// What only the current entry shows.
    more: Vec<Clean<'static>>,
    doubt: Option<Clean<'static>>,
    /// What was decided of it, in a draft under review.
    decision: Option<Decision>,
}

impl Entry {
    /// Shows what was decided of a fact.
    pub(super) fn mark(&mut self, decisions: &Decisions, fact: FactId) {
        let decision = decisions.get(fact);
        self.decision = Some(decision);
        if decision != Decision::Open {
            self.doubt = None;
        }
        // The sign beside the name asks already.
        if let Some(doubt) = &mut self.doubt {
            *doubt = Clean::from_string(doubt.trim_start_matches("? ").to_owned());
        }
    }

    /// Says that something is wrong with a fact.
    pub(super) fn warn(&mut self, of: &Phrase, language: Language) {
        self.doubt = Some(Clean::from_string(format!("! {}", of.shown(language))));
    }

    /// The sign beside the name.
    fn sign(&self) -> Option<&'static str> {
        match self.decision? {
            Decision::Open => self.doubt.as_ref().map(|_| "?"),
            Decision::Accepted => Some("✓"),
            Decision::Edited => Some("✎"),
            Decision::Dropped => Some("✗"),
        }
    }

    /// Two columns are left for the cursor's mark; details stand two further in.
    pub(super) fn lines(&self, width: u16, most: usize) -> Vec<PanelLine> {
        // In a draft under review, a sign and a space stand before the name.
        let left = if self.decision.is_some() { 4 } else { 2 };
        let room = width.saturating_sub(left + 1).max(1);
        let addresses = truncate(&self.addresses, usize::from(room) / 2).into_owned();
        let taken = cells(&addresses) as u16;
        let beside = if taken == 0 { room } else { room.saturating_sub(taken + 1).max(1) };
        // Where addresses would leave no room for the name, they stand below it.
        let is_beside = beside >= NARROWEST_NAME;
        let name_room = if is_beside { beside } else { room };
        let mut lines: Vec<PanelLine> = Vec::new();
        let name = match self.decision {
            Some(Decision::Dropped) => Part::Dropped,
            _ => Part::Name(self.kind),
        };
        let most_names = if most == FULL { FULL } else { 2 };
        for words in cut_lines(&self.name, name_room, most_names) {
            lines.push(vec![(left, name, words)]);
        }
        if let (Some(first), Some(decision), Some(sign)) =
            (lines.first_mut(), self.decision, self.sign())
        {
            first.push((2, Part::Sign(decision), Clean::literal(sign)));
        }
        if taken > 0 {
            let place = (left + room - taken, Part::Addresses, addresses);
            match lines.first_mut().filter(|_| is_beside) {
                Some(first) => first.push(place),
                None => lines.push(vec![place]),
            }
        }
        let indent = room.saturating_sub(2).max(1);
        let mut push = |text: &Clean<'static>, part: Part, most: usize| {
            for line in wrap(text, indent).iter().take(most) {
                lines.push(vec![(left + 2, part, line.of(text).into_owned())]);
            }
        };
        self.detail.iter().for_each(|text| push(text, Part::Detail, most));
        if most == FULL {
            self.more.iter().for_each(|text| push(text, Part::Detail, most));
        }
        self.doubt.iter().for_each(|text| push(text, Part::Doubt, most));
        lines
    }
}

/// The first lines of a text in so many columns; a sign tells where there are more.
fn cut_lines(text: &Clean<'_>, width: u16, most: usize) -> Vec<Clean<'static>> {
    let all = wrap(text, width);
    let mut lines: Vec<_> = all.iter().take(most).map(|line| line.of(text).into_owned()).collect();
    if all.len() > most
        && let (Some(last), Some(line)) = (lines.last_mut(), all.get(most - 1))
    {
        let rest = text.slice(line.range().start..text.len());
        *last = truncate(&rest, usize::from(width)).into_owned();
    }
    lines
}

fn line(text: Option<&Raw>) -> Option<Clean<'static>> {
    text.map(|t| t.clean_start(MOST_BYTES).into_owned()).filter(|t| !t.is_empty())
}

fn joined(
    parts: impl IntoIterator<Item = Option<Clean<'static>>>,
    by: &str,
) -> Vec<Clean<'static>> {
    let parts: Vec<String> =
        parts.into_iter().flatten().map(crate::text::Clean::into_string).collect();
    if parts.is_empty() { Vec::new() } else { vec![Clean::from_string(parts.join(by))] }
}

fn addresses(mentions: &[Mention]) -> Clean<'static> {
    let mut seen: Vec<&str> = Vec::new();
    for mention in mentions {
        let at = mention.at.as_str();
        let at = &at[..at.floor_char_boundary(LONGEST_ADDRESS)];
        if !seen.contains(&at) {
            seen.push(at);
        }
        if seen.len() == MOST_ADDRESSES {
            break;
        }
    }
    Clean::from_string(seen.join(" · ")).line().into_owned()
}

pub(super) fn fact_entry(document: &Document, language: Language, fact: FactId) -> Entry {
    let release = &document.release;
    let addresses = addresses(release.mentions(fact));
    let entry = |name: &Raw, doubt: Option<&Raw>| Entry {
        kind: Some(fact.kind()),
        name: name.clean_start(MOST_BYTES).into_owned(),
        addresses: addresses.clone(),
        detail: Vec::new(),
        more: Vec::new(),
        decision: None,
        doubt: line(doubt).map(|d| Clean::from_string(format!("? {}", told(&d, language)))),
    };
    let index = fact.index();
    match fact.kind() {
        FactKind::Participant => {
            let person = &release.participants[index];
            let title = line(person.title.as_ref());
            let detail = joined([title, line(person.affiliation.as_ref())], ", ");
            Entry { detail, ..entry(&person.name, person.doubt.as_ref()) }
        }
        FactKind::Date => {
            let date = &release.dates[index];
            let entry = entry(&date.date, date.doubt.as_ref());
            // A date that is none is shown as written, with a sign that it was not understood.
            let none = || phrase::panel::no_date(&entry.name);
            let name = human(date.date.as_str()).unwrap_or_else(none).shown(language).clone();
            let more = vec![entry.name.clone()];
            let detail = joined([line(date.label.as_ref())], "");
            Entry { name, detail, more, ..entry }
        }
        FactKind::Figure => {
            let figure = &release.figures[index];
            let label = line(figure.label.as_ref());
            let detail = joined([label, in_words(figure.period.as_ref(), language)], " · ");
            let more = vec![meaning(figure).shown(language).clone()];
            Entry { detail, more, ..entry(&figure.text, figure.doubt.as_ref()) }
        }
    }
}

/// The number a figure means, in full.
fn meaning(figure: &Figure) -> Phrase {
    let unit = figure.unit.clean_line();
    let value = grouped(figure.value);
    match figure.value_max {
        Some(max) => phrase::panel::values(value, grouped(max), unit),
        None => phrase::panel::value(value, unit),
    }
}

/// A number with its digits in groups of three.
fn grouped(value: f64) -> String {
    let plain = format!("{value}");
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("−", rest));
    let (whole, rest) = digits.split_once('.').map_or((digits, ""), |(w, r)| (w, r));
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return plain;
    }
    let mut groups = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    if rest.is_empty() { format!("{sign}{groups}") } else { format!("{sign}{groups}.{rest}") }
}

pub(super) fn about(document: &Document) -> Vec<About> {
    let release = &document.release;
    let mut about = Vec::new();
    if release.issuer.is_some() || release.published.is_some() {
        about.push(About::Published);
    }
    if release.translation != Translation::Original {
        about.push(About::Translation);
    }
    if release.series.is_some() {
        about.push(About::Series);
    }
    about.extend((0..release.versions.len()).map(About::Version));
    if release.source.is_some() {
        about.push(About::Source);
    }
    if !release.topics.is_empty() {
        about.push(About::Topics);
    }
    about
}

/// What is known of the release; `unsure` is what an import was unsure of.
pub(super) fn about_entry(
    document: &Document,
    language: Language,
    about: About,
    unsure: &[Clean<'static>],
) -> Entry {
    let release = &document.release;
    let said = |phrase: Phrase| phrase.shown(language).clone();
    let (name, detail) = match about {
        About::Published => (
            line(release.issuer.as_ref()).unwrap_or_else(|| said(phrase::panel::published())),
            joined([published(release.published.as_ref()).map(said)], ""),
        ),
        About::Translation => (said(translation(release.translation)), Vec::new()),
        About::Series => {
            let series = release.series.as_ref();
            let edition = series.and_then(|s| s.edition).map(|n| said(phrase::panel::edition(n)));
            (line(series.map(|s| &s.name)).unwrap_or_default(), joined([edition], ""))
        }
        About::Version(index) => {
            let version = release.versions.get(index);
            let other = line(version.map(|v| &v.language)).unwrap_or_default();
            let other = phrase::panel::language(&other).unwrap_or_else(|| Phrase::from(other));
            let name = said(phrase::panel::also_in(other));
            (name, joined([line(version.map(|v| &v.file))], ""))
        }
        About::Source => {
            (said(phrase::panel::source()), joined([line(release.source.as_ref())], ""))
        }
        About::Topics => (
            said(phrase::panel::topics()),
            joined(release.topics.iter().take(MOST_TOPICS).map(|t| line(Some(t))), ", "),
        ),
        About::Unsure => (
            said(phrase::panel::unsure()),
            unsure.iter().map(|doubt| told(doubt, language).into_owned()).collect(),
        ),
    };
    let (addresses, more) = (Clean::default(), Vec::new());
    Entry { kind: None, name, addresses, detail, more, doubt: None, decision: None }
}

/// A period in words: free words stay as they are written.
fn in_words(period: Option<&Raw>, language: Language) -> Option<Clean<'static>> {
    let written = line(period)?;
    Some(human(&written).map_or(written, |words| words.shown(language).clone()))
}

/// The day of publication in words; what is no date is said to be none.
pub fn published(date: Option<&Raw>) -> Option<Phrase> {
    let written = line(date)?;
    let none = || phrase::panel::no_date(&written);
    Some(human(&written).unwrap_or_else(none))
}

fn human(written: &str) -> Option<Phrase> {
    let date = Edtf::parse(written).ok()?;
    Some(Phrase::both(date.human(edtf::Language::En), date.human(edtf::Language::Ko)))
}

/// How a text relates to its original, in words.
pub fn translation(translation: Translation) -> Phrase {
    match translation {
        Translation::Original => phrase::panel::original(),
        Translation::Official => phrase::panel::official(),
        Translation::Unofficial => phrase::panel::unofficial(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (value, text) in [
            (0.0, "0"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (2_160_000_000.0, "2,160,000,000"),
            (-1234.5, "−1,234.5"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(grouped(value), text);
        }
    }
}
