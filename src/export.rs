//! A release, or the part of it at an address, as something to print, to paste or to publish.
//!
//! Pure: everything goes to a [`std::fmt::Write`]. Knows neither a terminal nor a file.

pub mod excerpt;
pub(crate) mod facts;
pub mod html;
pub mod markdown;
pub mod passage;
pub mod quote;
pub mod text;

use std::ops::Range;

pub use excerpt::excerpt;

use crate::clean_format;
use crate::phrase::{self, Language, Phrase};
use crate::release::{Address, Addresses, Block, BlockId, Release, Series, Translation};
use crate::text::link::Link;
use crate::text::{Clean, Raw};

/// What of a release is exported: all of it, the block at an address with all that lies inside, or
/// some blocks that stand one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    release: &'a Release,
    addresses: &'a Addresses,
    at: Option<Stretch>,
}

/// Blocks that stand one after the other.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    first: BlockId,
    /// The index in the body after the last one.
    end: usize,
    /// The depth of the least deep of them.
    depth: u8,
}

/// Whether the facts follow the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Facts {
    /// The text alone.
    #[default]
    Hidden,
    /// Participants, dates and figures, each with the addresses of its words.
    Shown,
}

impl<'a> Part<'a> {
    /// The whole release. The addresses must be its own.
    pub fn whole(release: &'a Release, addresses: &'a Addresses) -> Self {
        Self { release, addresses, at: None }
    }

    /// One block with everything inside it; the title alone when it is the title.
    pub fn at(release: &'a Release, addresses: &'a Addresses, block: BlockId) -> Self {
        let this = block.index().and_then(|index| release.body.get(index));
        let span = Stretch {
            first: block,
            end: this.map_or(0, |b| b.end as usize),
            depth: this.map_or(0, |b| b.depth),
        };
        Self { release, addresses, at: Some(span) }
    }

    /// The blocks from one to another in reading order, and nothing else of what lies inside them.
    pub fn span(
        release: &'a Release,
        addresses: &'a Addresses,
        (first, last): (BlockId, BlockId),
    ) -> Self {
        let end = last.order().min(release.body.len());
        let start = first.index().unwrap_or(0).min(end);
        let depths = release.body.blocks()[start..end].iter().map(|block| block.depth);
        let span = Stretch { first, end, depth: depths.min().unwrap_or(0) };
        Self { release, addresses, at: Some(span) }
    }

    fn is_whole(&self) -> bool {
        self.at.is_none()
    }

    fn shows_title(&self) -> bool {
        self.at.is_none_or(|span| span.first == BlockId::TITLE)
    }

    /// The blocks exported, by their index in the body.
    fn range(&self) -> Range<usize> {
        let Some(span) = self.at else { return 0..self.release.body.len() };
        let start = span.first.index().unwrap_or(0);
        start..span.end.max(start)
    }

    /// The outermost blocks exported.
    fn outermost(&self) -> Vec<usize> {
        match self.at {
            None => self.release.body.top_level().collect(),
            Some(_) => self.range().filter(|index| self.depth(*index) == 0).collect(),
        }
    }

    fn block(&self, index: usize) -> &'a Block {
        &self.release.body.blocks()[index]
    }

    /// How many exported blocks a block lies inside.
    fn depth(&self, index: usize) -> usize {
        let outermost = self.at.map_or(0, |span| span.depth);
        usize::from(self.block(index).depth.saturating_sub(outermost))
    }

    fn address(&self, index: usize) -> &'a Address {
        self.addresses.name(BlockId::body(index))
    }

    fn holds(&self, block: BlockId) -> bool {
        match block.index() {
            None => self.shows_title(),
            Some(index) => self.range().contains(&index),
        }
    }

    /// What a page or a file made from this part is called.
    pub fn name(&self) -> Clean<'static> {
        let mut title = self.release.title.clean_line();
        if title.is_empty() {
            title = Clean::literal("Untitled release");
        }
        match self.at.map(|span| span.first).filter(|block| *block != BlockId::TITLE) {
            Some(block) => clean_format!("{title}, {}", self.addresses.name(block)),
            None => title.into_owned(),
        }
    }
}

/// What is printed before a block's words: its mark and its number.
fn label(block: &Block) -> Clean<'_> {
    let clean = |raw: &'_ Option<Raw>| raw.as_ref().map(|raw| raw.clean_line().into_owned());
    match (clean(&block.marker), clean(&block.number)) {
        (Some(marker), Some(number)) => clean_format!("{marker} {number}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Clean::default(),
    }
}

/// The words of a table's rows, the head row first when there is one.
fn table_rows(block: &Block) -> impl Iterator<Item = Vec<Clean<'static>>> + '_ {
    let rows = block.table.iter().flat_map(|table| table.all_rows());
    rows.map(|row| {
        row.iter().map(|cell| Raw::from(block.cell(cell)).clean().into_owned()).collect()
    })
}

fn has_head_row(block: &Block) -> bool {
    block.table.as_ref().is_some_and(|table| !table.header().is_empty())
}

/// Who, when, and in whose words: the line below the title.
fn byline(release: &Release, language: Language) -> Clean<'static> {
    let parts = [release.issuer.as_ref(), release.published.as_ref()];
    let mut words: Vec<Clean<'_>> = parts.into_iter().flatten().map(Raw::clean_line).collect();
    let translation = translation(release.translation);
    words.extend(translation.iter().map(|words| words.shown(language).borrowed()));
    words.retain(|w| !w.is_empty());
    join(&words, " · ")
}

fn translation(translation: Translation) -> Option<Phrase> {
    match translation {
        Translation::Original => None,
        Translation::Official => Some(phrase::panel::official()),
        Translation::Unofficial => Some(phrase::panel::unofficial()),
    }
}

fn series(series: &Series, language: Language) -> Clean<'static> {
    let name = series.name.clean_line();
    match series.edition {
        Some(edition) => phrase::export::edition(name, edition).shown(language).clone(),
        None => name.into_owned(),
    }
}

fn versions(release: &Release) -> Vec<Clean<'static>> {
    let one = |v: &crate::release::Version| {
        clean_format!("{} ({})", v.language.clean_line(), v.file.clean_line())
    };
    release.versions.iter().map(one).collect()
}

fn topics(release: &Release) -> Clean<'static> {
    let topics: Vec<_> = release.topics.iter().map(Raw::clean_line).collect();
    join(&topics, ", ")
}

/// The lines below the text: source, versions and topics, those that there are.
fn about([source, versions, topics]: [String; 3]) -> Vec<Phrase> {
    let lines = [
        (!source.is_empty()).then(|| phrase::export::source(source)),
        (!versions.is_empty()).then(|| phrase::export::versions(versions)),
        (!topics.is_empty()).then(|| phrase::export::topics(topics)),
    ];
    lines.into_iter().flatten().collect()
}

fn join(parts: &[Clean<'_>], between: &str) -> Clean<'static> {
    Clean::from_string(parts.iter().map(Clean::as_str).collect::<Vec<_>>().join(between))
}

/// The source as a link, when it is an address on the web.
fn web_address(source: &str) -> Option<Link> {
    Link::of(source).filter(|link| !link.as_str().starts_with("mailto:"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parse;

    #[test]
    fn a_part_is_a_block_with_everything_inside_it() {
        let release = parse(
            r#"Release(format: 1, title: "T", body: [
                Numbered(number: "1", text: "one"),
                Numbered(number: "2", text: "two", items: [
                    Bullet(marker: "°", text: "a", items: [Bullet(marker: "-", text: "b")]),
                ]),
            ])"#,
        )
        .unwrap();
        let addresses = Addresses::of(&release.body);
        let at = |address| Part::at(&release, &addresses, addresses.block(address).unwrap());
        assert_eq!(at("2").range(), 1..4);
        assert_eq!(at("2.1").range(), 2..4);
        assert_eq!(at("2.1").depth(3), 1);
        assert_eq!(at("title").range(), 0..0);
        assert!(at("title").shows_title() && !at("2").shows_title());
        assert_eq!(at("2.1").name(), "T, 2.1");
        assert_eq!(Part::whole(&release, &addresses).outermost(), [0, 1]);
        assert_eq!(at("2.1").outermost(), [2]);
    }

    #[test]
    fn only_addresses_on_the_web_become_links() {
        let address = |source| web_address(source).map(|link| link.as_str().to_owned());
        let plain = "https://www.mofa.go.kr/eng/?a=1&b=2";
        assert_eq!(address(plain).as_deref(), Some(plain));
        assert_eq!(address("https://a b\">").as_deref(), Some("https://a%20b%22%3E"));
        for other in ["javascript:alert(1)", "https://", "mailto:a@b", "ftp://x"] {
            assert_eq!(address(other), None, "{other}");
        }
    }
}
