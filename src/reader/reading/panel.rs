//! The panel beside the text: participants, dates, key figures, and what is known of the release
//! itself. What each entry says is put into lines here, for scrolling and drawing alike.

use super::movement::Way;
use super::{Focus, Lit, Place, Reading};
use crate::reader::document::Document;
use crate::reader::review::{Decision, Decisions};
use crate::release::edtf::{Edtf, Language};
use crate::release::evidence::Evidence;
use crate::release::evidence::Found;
use crate::release::{FactId, FactKind, Figure, Mention, Translation};
use crate::text::width::{cells, truncate};
use crate::text::wrap::wrap;
use crate::text::{Clean, Raw};

/// Lines of detail an entry shows while it is not the current one.
const BRIEF: usize = 2;
/// Lines of detail the current entry shows.
const FULL: usize = 12;
/// Addresses listed beside a name; more would push the name away.
const MOST_ADDRESSES: usize = 24;
/// Bytes of a name or a detail that are looked at: entries are put into lines for every frame, and
/// show some lines only.
const MOST_BYTES: usize = 4_000;
/// Bytes of an address that are looked at.
const LONGEST_ADDRESS: usize = 64;

/// Whether the panel was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// Not decided: shows where there is room.
    #[default]
    Auto,
    /// Asked for.
    Open,
    /// Put away.
    Closed,
}

/// A part of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The people named.
    Participants,
    /// The dates named.
    Dates,
    /// The figures named.
    Figures,
    /// The release itself.
    About,
}

/// Something known of the release itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Who published it and when.
    Published,
    /// Whether it is a translation.
    Translation,
    /// The series it belongs to.
    Series,
    /// The same release in another language, by its place in the list.
    Version(usize),
    /// The page it was published on.
    Source,
    /// Its subject words.
    Topics,
}

/// An entry of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The heading of a part, with how many entries it has.
    Heading(Section, usize),
    /// A fact.
    Fact(FactId),
    /// Something known of the release itself.
    About(About),
}

/// What part of an entry some words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A section's heading.
    Heading,
    /// How many entries a section has.
    Count,
    /// What names the entry.
    Name(Option<FactKind>),
    /// More about it.
    Detail,
    /// Where it is mentioned.
    Addresses,
    /// Why whoever noted it was unsure.
    Doubt,
    /// What was decided of it.
    Sign(Decision),
    /// What names an entry that was dropped.
    Dropped,
}

/// A line of an entry: words at columns.
pub type PanelLine = Vec<(u16, Part, Clean<'static>)>;

/// The panel: its entries and where the reader is in them.
#[derive(Debug)]
pub struct Panel {
    /// Every entry, headings included.
    pub items: Vec<Item>,
    /// The entry under the cursor; never a heading unless there is nothing else.
    pub cursor: usize,
    /// The first entry on the screen.
    pub top: usize,
    /// Whether it was asked for.
    pub shown: Shown,
    /// How much wider than usual it is, in columns.
    pub wider: i16,
    /// What was decided of the facts, where the release is a draft under review.
    pub decisions: Option<Decisions>,
}

impl Panel {
    /// The panel of a release.
    pub fn new(document: &Document) -> Self {
        let release = &document.release;
        let mut items = Vec::new();
        let facts: Vec<FactId> = release.facts().collect();
        let sections = [
            (Section::Participants, FactKind::Participant),
            (Section::Dates, FactKind::Date),
            (Section::Figures, FactKind::Figure),
        ];
        for (section, kind) in sections {
            let own = facts.iter().filter(|fact| fact.kind() == kind);
            items.push(Item::Heading(section, own.clone().count()));
            items.extend(own.map(|fact| Item::Fact(*fact)));
        }
        let about = about(document);
        if !about.is_empty() {
            items.push(Item::Heading(Section::About, about.len()));
        }
        items.extend(about.into_iter().map(Item::About));
        let (shown, decisions) = (Shown::Auto, None);
        let mut panel = Self { items, cursor: 0, top: 0, shown, wider: 0, decisions };
        panel.step(1);
        panel
    }

    /// The entry under the cursor.
    pub fn item(&self) -> Option<Item> {
        self.items.get(self.cursor).copied()
    }

    /// The fact under the cursor.
    pub fn fact(&self) -> Option<FactId> {
        match self.item()? {
            Item::Fact(fact) => Some(fact),
            _ => None,
        }
    }

    /// Moves by entries, passing over headings, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        let forward = by > 0;
        for _ in 0..by.unsigned_abs() {
            let is_entry = |i: &usize| !matches!(self.items[*i], Item::Heading(..));
            let next = if forward {
                (self.cursor + 1..self.items.len()).find(is_entry)
            } else {
                (0..self.cursor).rev().find(is_entry)
            };
            let Some(next) = next else { break };
            self.cursor = next;
        }
    }

    /// Puts the cursor on a fact.
    pub fn select(&mut self, fact: FactId) {
        if let Some(index) = self.position(fact) {
            self.cursor = index;
        }
    }

    /// Where a fact stands.
    pub fn position(&self, fact: FactId) -> Option<usize> {
        // Facts stand in order, so a search by halves would do; there are few enough to look.
        self.items.iter().position(|item| *item == Item::Fact(fact))
    }

    /// Where the first and the last of some facts stand.
    pub fn ends_of(&self, facts: &[Found]) -> Option<(usize, usize)> {
        let ends = facts.iter().map(|found| found.fact);
        let (first, last) = (ends.clone().min()?, ends.max()?);
        Some((self.position(first)?, self.position(last)?))
    }

    /// How many entries show at once, less one that is kept.
    pub fn page(&self, document: &Document, width: u16, height: u16) -> usize {
        let mut room = usize::from(height);
        let fits = |index: &usize| {
            let taken = self.lines(document, *index, width).len();
            let fits = taken <= room;
            room = room.saturating_sub(taken);
            fits
        };
        let shown = (self.top..self.items.len()).take_while(fits);
        let entries = shown.filter(|i| !matches!(self.items[*i], Item::Heading(..))).count();
        entries.saturating_sub(1).max(1)
    }

    /// Scrolls so that an entry shows, its section's heading too where it is the first.
    pub fn show(&mut self, document: &Document, index: usize, width: u16, height: u16) {
        let first = if index > 0 && matches!(self.items[index - 1], Item::Heading(..)) {
            index - 1
        } else {
            index
        };
        if first < self.top {
            self.top = first;
            return;
        }
        let mut room = usize::from(height);
        let mut start = index + 1;
        while start > 0 {
            let taken = self.lines(document, start - 1, width).len();
            if taken > room {
                break;
            }
            room -= taken;
            start -= 1;
        }
        // An entry higher than the screen still shows from its first line.
        self.top = self.top.max(start.min(index));
    }

    /// The lines of an entry in a number of columns; a heading brings an empty line before it.
    pub fn lines(&self, document: &Document, index: usize, width: u16) -> Vec<PanelLine> {
        let Some(item) = self.items.get(index) else { return Vec::new() };
        match item {
            Item::Heading(section, count) => heading(*section, *count, index > 0, width),
            Item::Fact(fact) => {
                let mut entry = fact_entry(document, *fact);
                if let Some(decisions) = &self.decisions {
                    entry.mark(decisions, *fact);
                }
                entry.lines(width, if index == self.cursor { FULL } else { BRIEF })
            }
            Item::About(about) => about_entry(document, *about).lines(width, FULL),
        }
    }
}

impl Section {
    /// The heading of the part.
    pub fn title(self) -> &'static str {
        match self {
            Self::Participants => "PARTICIPANTS",
            Self::Dates => "DATES",
            Self::Figures => "KEY FIGURES",
            Self::About => "RELEASE",
        }
    }
}

fn heading(section: Section, count: usize, gap: bool, width: u16) -> Vec<PanelLine> {
    let count = Clean::from_string(count.to_string());
    let right = width.saturating_sub(cells(&count) as u16 + 1);
    let title = (1, Part::Heading, Clean::literal(section.title()));
    let mut lines = if gap { vec![PanelLine::new()] } else { Vec::new() };
    let mut words = vec![title];
    // What is known of the release is not a number of things of one kind.
    if section != Section::About {
        words.push((right, Part::Count, count));
    }
    lines.push(words);
    lines
}

/// What an entry says, before it is put into lines.
struct Entry {
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
    fn mark(&mut self, decisions: &Decisions, fact: FactId) {
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
    fn lines(&self, width: u16, most: usize) -> Vec<PanelLine> {
        // In a draft under review, a sign and a space stand before the name.
        let left = if self.decision.is_some() { 4 } else { 2 };
        let room = width.saturating_sub(left + 1).max(1);
        let addresses = truncate(&self.addresses, usize::from(room) / 2).into_owned();
        let taken = cells(&addresses) as u16;
        let beside = if taken == 0 { room } else { room.saturating_sub(taken + 1).max(1) };
        let name_room = if most == FULL || beside >= 12 { beside } else { room };
        let mut lines: Vec<PanelLine> = Vec::new();
        let names = wrap(&self.name, name_room);
        let name = match self.decision {
            Some(Decision::Dropped) => Part::Dropped,
            _ => Part::Name(self.kind),
        };
        for line in names.iter().take(if most == FULL { FULL } else { 2 }) {
            lines.push(vec![(left, name, line.of(&self.name).into_owned())]);
        }
        if let (Some(first), Some(decision), Some(sign)) =
            (lines.first_mut(), self.decision, self.sign())
        {
            first.push((2, Part::Sign(decision), Clean::literal(sign)));
        }
        if taken > 0
            && let Some(first) = lines.first_mut()
        {
            first.push((left + room - taken, Part::Addresses, addresses));
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

fn fact_entry(document: &Document, fact: FactId) -> Entry {
    let release = &document.release;
    let addresses = addresses(release.mentions(fact));
    let entry = |name: &Raw, doubt: Option<&Raw>| Entry {
        kind: Some(fact.kind()),
        name: name.clean_start(MOST_BYTES).into_owned(),
        addresses: addresses.clone(),
        detail: Vec::new(),
        more: Vec::new(),
        decision: None,
        doubt: line(doubt).map(|d| Clean::from_string(format!("? {d}"))),
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
            let human = Edtf::parse(date.date.as_str()).ok().map(|d| d.human(Language::En));
            let entry = entry(&date.date, date.doubt.as_ref());
            // A date that is none is shown as written, with a sign that it was not understood.
            let name = human.unwrap_or_else(|| format!("{} (not a date)", entry.name));
            let more = vec![entry.name.clone()];
            let detail = joined([line(date.label.as_ref())], "");
            Entry { name: Clean::from_string(name), detail, more, ..entry }
        }
        FactKind::Figure => {
            let figure = &release.figures[index];
            let label = line(figure.label.as_ref());
            let detail = joined([label, in_words(figure.period.as_ref())], " · ");
            let more = vec![meaning(figure)];
            Entry { detail, more, ..entry(&figure.text, figure.doubt.as_ref()) }
        }
    }
}

/// The number a figure means, in full.
fn meaning(figure: &Figure) -> Clean<'static> {
    let unit = figure.unit.clean_line();
    let value = grouped(figure.value);
    Clean::from_string(match figure.value_max {
        Some(max) => format!("= {value} to {} {unit}", grouped(max)),
        None => format!("= {value} {unit}"),
    })
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

fn about(document: &Document) -> Vec<About> {
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

fn about_entry(document: &Document, about: About) -> Entry {
    let release = &document.release;
    let (name, detail) = match about {
        About::Published => (
            line(release.issuer.as_ref()).unwrap_or(Clean::literal("Published")),
            joined([published(release.published.as_ref())], ""),
        ),
        About::Translation => (Clean::literal(translation(release.translation)), Vec::new()),
        About::Series => {
            let series = release.series.as_ref();
            let edition = series.and_then(|s| s.edition).map(|n| format!("edition {n}"));
            let edition = edition.map(Clean::from_string);
            (line(series.map(|s| &s.name)).unwrap_or_default(), joined([edition], ""))
        }
        About::Version(index) => {
            let version = release.versions.get(index);
            let language = line(version.map(|v| &v.language)).unwrap_or_default();
            let name = Clean::from_string(format!("Also in {language}"));
            (name, joined([line(version.map(|v| &v.file))], ""))
        }
        About::Source => (Clean::literal("Source"), joined([line(release.source.as_ref())], "")),
        About::Topics => {
            (Clean::literal("Topics"), joined(release.topics.iter().map(|t| line(Some(t))), ", "))
        }
    };
    let (addresses, more) = (Clean::default(), Vec::new());
    Entry { kind: None, name, addresses, detail, more, doubt: None, decision: None }
}

/// A period in words: free words stay as they are written.
fn in_words(period: Option<&Raw>) -> Option<Clean<'static>> {
    let written = line(period)?;
    Some(human(&written).unwrap_or(written))
}

/// The day of publication in words; what is no date is said to be none.
pub fn published(date: Option<&Raw>) -> Option<Clean<'static>> {
    let written = line(date)?;
    let none = || Clean::from_string(format!("{written} (not a date)"));
    Some(human(&written).unwrap_or_else(none))
}

fn human(written: &str) -> Option<Clean<'static>> {
    Edtf::parse(written).ok().map(|date| Clean::from_string(date.human(Language::En)))
}

/// How a text relates to its original, in words.
pub fn translation(translation: Translation) -> &'static str {
    match translation {
        Translation::Original => "original",
        Translation::Official => "official translation",
        Translation::Unofficial => "unofficial translation",
    }
}

impl Reading {
    /// Takes the keyboard to the panel, to the first fact of the current block if it has any.
    pub fn enter_panel(&mut self) {
        self.focus = Focus::Panel;
        if let Some(lit) = self.lit {
            self.panel.select(lit.fact);
            return;
        }
        let (block, from) = (self.block(), self.byte_of(self.cursor()));
        let facts = self.facts_in(block);
        let at_cursor = facts.iter().find(|found| found.range.end > from).or(facts.last());
        if let Some(fact) = at_cursor.map(|found| found.fact) {
            self.panel.select(fact);
        }
        self.light_current();
    }

    /// Takes the keyboard back to the text, at the line where it was.
    pub fn leave_panel(&mut self) {
        self.focus = Focus::Text;
        self.lit = None;
    }

    /// Moves through the panel and lights the words of the fact come to.
    pub fn move_in_panel(&mut self, by: isize) {
        self.panel.step(by);
        self.light_current();
    }

    /// Lights the words of the fact under the panel's cursor: those in the current block, if it says
    /// them, else the first.
    fn light_current(&mut self) {
        let block = self.block();
        self.lit = self.panel.fact().map(|fact| {
            let here =
                |evidence: &Evidence| evidence.of_fact(fact).position(|found| found.block == block);
            let mention = self.evidence.as_deref().and_then(here).unwrap_or(0);
            Lit { fact, mention }
        });
    }

    /// The line of the lit words, for the text to show them.
    pub fn lit_line(&mut self) -> Option<Place> {
        let found = self.lit_place()?;
        let line = self.line_of_raw(found.block, found.range.start);
        Some(Place { block: found.block, line })
    }

    /// Lights the next or previous mention of the lit fact, around the ends.
    ///
    /// Returns which mention of how many; nothing when there is none.
    pub fn next_mention(&mut self, way: Way) -> Option<(usize, usize)> {
        let lit = self.lit?;
        let count = self.evidence.as_ref()?.of_fact(lit.fact).count();
        if count == 0 {
            return None;
        }
        let step = match way {
            Way::Forward => 1,
            Way::Back => count - 1,
        };
        let mention = (lit.mention + step) % count;
        self.lit = Some(Lit { mention, ..lit });
        Some((mention + 1, count))
    }

    /// Goes to the next or previous words in the text that prove a fact, and lights them.
    ///
    /// Returns whether there were any.
    pub fn next_fact(&mut self, way: Way) -> bool {
        let Some(evidence) = self.evidence.clone() else { return false };
        let here = match self.lit_place() {
            Some(found) if found.block == self.block() => (found.block, found.range.start, 1),
            _ => (self.block(), self.byte_of(self.cursor()), 0),
        };
        let all = evidence.all();
        let key = |f: &crate::release::evidence::Found| (f.block, f.range.start);
        let next = match way {
            // From words that are lit, on to the next; from a line, to the first on it.
            Way::Forward if here.2 == 1 => all.partition_point(|f| key(f) <= (here.0, here.1)),
            Way::Forward => all.partition_point(|f| key(f) < (here.0, here.1)),
            Way::Back => {
                let before = all.partition_point(|f| key(f) < (here.0, here.1));
                let Some(before) = before.checked_sub(1) else { return false };
                before
            }
        };
        let Some(found) = all.get(next) else { return false };
        let mention = evidence.of_fact(found.fact).position(|f| f == found).unwrap_or(0);
        self.lit = Some(Lit { fact: found.fact, mention });
        self.panel.select(found.fact);
        let line = self.line_of_raw(found.block, found.range.start);
        self.go_to_line(Place { block: found.block, line });
        true
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
