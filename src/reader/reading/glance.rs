//! What lies under the cursor: the facts to look at from here, and the words to look for.

use super::movement::Way;
use super::{Focus, Place, Reading};
use crate::reader::peek::{MOST_SIGHTS, Sight};
use crate::release::evidence::Found;
use crate::release::{BlockId, FactId};
use crate::text::width::cells;

/// Facts of a block that are looked at; a block with more is none that anybody reads.
const MOST_FACTS: usize = 256;
/// Numbered paragraphs that a look goes through.
const MOST_PARAGRAPHS: usize = 100;
/// Bytes of words that are looked for.
const LONGEST: usize = 200;
/// The fewest columns of a word that is worth looking for, where the line has a longer one.
const SHORTEST_WORD: usize = 4;

/// Words to look for, and where they were taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub words: String,
    /// The byte of the cursor's block at which they stand, if they do.
    pub at: Option<u32>,
}

impl Reading {
    /// The facts of the cursor's block: the lit one first, then those on the cursor's line, then the
    /// others.
    fn facts_here(&mut self) -> Vec<Found> {
        let Place { block, line } = self.cursor();
        let from = self.byte_of(Place { block, line });
        let is_last = line + 1 >= self.lines(block);
        let to = if is_last { u32::MAX } else { self.byte_of(Place { block, line: line + 1 }) };
        let lit = self.lit_place().filter(|found| found.block == block);
        let facts = self.facts_in(block).iter().take(MOST_FACTS);
        let on_line = |found: &&Found| found.range.start < to && found.range.end > from;
        let on = facts.clone().filter(on_line);
        let off = facts.filter(|found| !on_line(found));
        lit.into_iter().chain(on.cloned()).chain(off.cloned()).collect()
    }

    /// What a look from the cursor goes through: the other places that speak of the facts here, the
    /// current one first; without any, the numbered paragraphs from the next one on.
    pub fn sights_here(&mut self) -> Vec<Sight> {
        let block = self.block();
        let mut seen: Vec<FactId> = Vec::new();
        let mut sights: Vec<Sight> = Vec::new();
        for found in self.facts_here() {
            if !seen.contains(&found.fact) {
                seen.push(found.fact);
                let others = self.sights_of(found.fact, |found| found.block != block);
                sights.extend(others);
            }
        }
        if sights.is_empty() {
            let mut at = self.cursor().block;
            while let Some(next) = self.paragraph_from(at, Way::Forward)
                && sights.len() < MOST_PARAGRAPHS
            {
                sights.push(Sight::Block(next));
                at = next;
            }
        }
        sights.truncate(MOST_SIGHTS);
        sights
    }

    /// The mentions of the fact under the panel's cursor, and which of them is lit.
    pub fn sights_of_entry(&self) -> (Vec<Sight>, usize) {
        let Some(fact) = self.panel.fact() else { return Default::default() };
        let sights = self.sights_of(fact, |_| true);
        let lit = self.lit.filter(|lit| lit.fact == fact).map_or(0, |lit| lit.mention);
        let first = lit.min(sights.len().saturating_sub(1));
        (sights, first)
    }

    fn sights_of(&self, fact: FactId, wanted: impl Fn(&Found) -> bool) -> Vec<Sight> {
        let Some(evidence) = &self.evidence else { return Vec::new() };
        let all = evidence.of_fact(fact).enumerate().filter(|(_, found)| wanted(found));
        all.take(MOST_SIGHTS).map(|(mention, _)| Sight::Mention(fact, mention)).collect()
    }

    /// The selected words; else those under the cursor: in the panel the name of the fact as printed; in
    /// the text the lit fact, else the first on the line, else the first in the block, else the first word of the line
    /// that is not a short one.
    pub fn words_here(&mut self) -> Option<Words> {
        if self.selection().is_some() {
            return self.words_selected();
        }
        if self.focus == Focus::Panel {
            return self.words_of_entry();
        }
        if let Some(found) = self.facts_here().first() {
            let words = self.quoted(found)?;
            return Some(Words { words, at: Some(found.range.start) });
        }
        self.word_of_line()
    }

    /// The selected words, where they stand in one block.
    fn words_selected(&mut self) -> Option<Words> {
        let (_, range) = self.selected_raw()?;
        let (_, words) = self.selected_words()?;
        let words = words[..words.floor_char_boundary(LONGEST)].trim().to_owned();
        (!words.is_empty()).then_some(Words { words, at: Some(range.start) })
    }

    fn words_of_entry(&self) -> Option<Words> {
        let fact = self.panel.fact()?;
        let name = self.document.release.name_of(fact).clean_start(LONGEST).line().into_owned();
        // A date is noted in figures and printed in words.
        let printed = match fact.kind() {
            crate::release::FactKind::Date => {
                self.lit_place().and_then(|found| self.quoted(&found))
            }
            _ => None,
        };
        let words = printed.unwrap_or(name.into_string());
        (!words.is_empty()).then_some(Words { words, at: None })
    }

    fn quoted(&self, found: &Found) -> Option<String> {
        let text = self.document.release.text_of(found.block).as_str();
        let words = text.get(found.range.start as usize..found.range.end as usize)?;
        let words = &words[..words.floor_char_boundary(LONGEST)];
        let words = crate::text::Raw::from(words).clean_line().into_string();
        (!words.is_empty()).then_some(words)
    }

    fn word_of_line(&mut self) -> Option<Words> {
        let Place { block, line } = self.cursor();
        let layout = self.layout(block);
        let is_last = line + 1 >= layout.height();
        let start = layout.start_of(line);
        let end = if is_last { layout.text().len() } else { layout.start_of(line + 1) };
        let text = layout.text().get(start..end.max(start))?;
        let is_edge = |c: char| !c.is_alphanumeric();
        let words = text.split_whitespace().map(|word| word.trim_matches(is_edge));
        let words = words.filter(|word| !word.is_empty());
        let long = words.clone().find(|word| cells(word) >= SHORTEST_WORD);
        let word = long.or_else(|| words.clone().next())?;
        let byte = start + (word.as_ptr() as usize - text.as_ptr() as usize);
        let at = Some(layout.to_raw(byte) as u32);
        let end = word.floor_char_boundary(LONGEST);
        Some(Words { words: word[..end].to_owned(), at })
    }

    /// The numbered paragraph after or before a block, as [`Reading::move_paragraphs`] goes.
    pub fn paragraph_from(&self, block: BlockId, way: Way) -> Option<BlockId> {
        self.paragraph_beyond(Place { block, line: 0 }, way)
    }
}
