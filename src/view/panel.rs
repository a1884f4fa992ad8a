//! The panel of facts.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::Areas;
use crate::reader::reading::panel::{Entry, Item, Part};
use crate::reader::reading::{Focus, Reading};
use crate::reader::review::Decision;
use crate::release::FactKind;
use crate::text::Clean;
use crate::text::width::cells;
use crate::theme::Role;

/// Draws the panel, from its first entry on.
pub fn draw(canvas: &mut Canvas<'_>, reading: &Reading, areas: &Areas) {
    let area = areas.panel;
    if area.is_empty() {
        return;
    }
    let panel = &reading.panel;
    for Entry { index, row, height, lines } in
        panel.entries(&reading.document, (area.width, area.height))
    {
        let entry = Rect { y: area.y + row, height, ..area };
        for (line, words) in lines.iter().enumerate() {
            for (column, part, text) in words {
                canvas.line(entry, line as u16, (*column, role(*part), text));
            }
        }
        if let Some(link) = panel.items[index].link(&reading.document) {
            let details = (0..height).zip(&lines).flat_map(|(row, words)| {
                words.iter().filter(|word| word.1 == Part::Detail).map(move |word| (row, word))
            });
            for (row, (column, _, text)) in details {
                let place = Rect {
                    x: column + entry.x,
                    y: entry.y + row,
                    width: cells(text) as u16,
                    height: 1,
                };
                canvas.link(place.intersection(entry), &link);
            }
        }
        let is_current = reading.focus == Focus::Panel && index == panel.cursor;
        if is_current {
            canvas.paint(entry, Role::PanelCurrent);
        }
        if let Some(sign) = sign(reading, panel.items[index], is_current) {
            let role = if is_current { Role::CursorBar } else { Role::BlockFact };
            canvas.line(entry, 0, (0, role, &Clean::literal(sign)));
        }
    }
}

/// The cursor, or a dot beside what the current block speaks of.
fn sign(reading: &Reading, item: Item, is_current: bool) -> Option<&'static str> {
    if is_current {
        return Some("▸");
    }
    let Item::Fact(fact) = item else { return None };
    // Hostile files may tie a hundred thousand facts to a block; the first thousands do.
    let facts = reading.facts_in(reading.block());
    facts.iter().take(4_096).any(|found| found.fact == fact).then_some("•")
}

fn role(part: Part) -> Role {
    match part {
        Part::Heading => Role::PanelHeading,
        Part::Count => Role::PanelCount,
        Part::Name(Some(FactKind::Participant)) => Role::Participant,
        Part::Name(Some(FactKind::Date)) => Role::Date,
        Part::Name(Some(FactKind::Figure)) => Role::Figure,
        Part::Detail => Role::PanelDetail,
        Part::Addresses => Role::Address,
        Part::Doubt | Part::Sign(Decision::Open) => Role::Warning,
        Part::Name(None) | Part::Sign(_) => Role::PanelName,
        Part::Dropped => Role::Dropped,
    }
}
