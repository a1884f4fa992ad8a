//! A file that is no release: what is wrong, where, and what to do.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::phrase::{self, Language};
use crate::reader::fault::Excerpt;
use crate::reader::model::Fault;
use crate::text::Clean;
use crate::text::width::{byte_at_column, cells};
use crate::text::wrap::wrap;
use crate::theme::Role;

/// Draws the diagnostic.
pub fn draw(canvas: &mut Canvas<'_>, language: Language, fault: &Fault, area: Rect) {
    let faulty = &fault.faulty;
    let place = faulty.excerpt.as_ref().map(|e| format!(":{}:{}", e.line, e.column));
    let name = format!("{}{}", faulty.source.name(), place.unwrap_or_default());
    let what = if faulty.excerpt.is_some() {
        phrase::text::no_release(name)
    } else {
        phrase::text::not_opened(name)
    };
    let mut row = 0;
    let mut say = |canvas: &mut Canvas<'_>, role: Role, text: &Clean<'_>| {
        for line in wrap(text, area.width.saturating_sub(2)) {
            canvas.line(area, row, (1, role, &line.of(text)));
            row += 1;
        }
    };
    say(canvas, Role::Error, what.shown(language));
    say(canvas, Role::Text, faulty.message.shown(language));
    if let Some(help) = &faulty.help {
        say(canvas, Role::Warning, &Clean::from_string(format!("→ {}", help.shown(language))));
    }
    row += 1;
    if let Some(excerpt) = &faulty.excerpt {
        let row = row.min(area.height);
        let below = Rect { y: area.y + row, height: area.height - row, ..area };
        lines(canvas, excerpt, fault.top, below);
    }
}

fn lines(canvas: &mut Canvas<'_>, excerpt: &Excerpt, top: usize, area: Rect) {
    let last = excerpt.first + excerpt.lines.len();
    let digits = last.to_string().len() as u16;
    let mut row = 0;
    for (index, line) in excerpt.lines.iter().enumerate().skip(top) {
        if row >= area.height {
            break;
        }
        let number = excerpt.first + index;
        let is_faulty = number == excerpt.line;
        let label = Clean::from_string(format!("{number:>width$}", width = usize::from(digits)));
        let (role, words) =
            if is_faulty { (Role::Error, Role::Text) } else { (Role::Dim, Role::Dim) };
        // Numbers are set to the right by spaces, which cleaning would trim.
        let column = 1 + digits - (cells(&label) as u16).min(digits);
        canvas.line(area, row, (column, role, &label));
        canvas.line(area, row, (digits + 2, Role::Rule, &Clean::literal("│")));
        if !is_faulty {
            canvas.line(area, row, (digits + 4, words, line));
            row += 1;
            continue;
        }
        let left = digits + 4;
        let from = first_column(excerpt, area.width.saturating_sub(left));
        let line = line.slice(byte_at_column(line, from)..line.len());
        canvas.line(area, row, (left, words, &line));
        let start = left + (excerpt.underline.start - from).min(500) as u16;
        let count = excerpt.underline.len().min(usize::from(area.width)).max(1);
        canvas.line(area, row + 1, (digits + 2, Role::Rule, &Clean::literal("│")));
        canvas.line(area, row + 1, (start, Role::Error, &Clean::from_string("^".repeat(count))));
        row += 2;
    }
}

/// The column from which the line at fault is shown, so that what is underlined can be seen.
fn first_column(excerpt: &Excerpt, width: u16) -> usize {
    let underline = &excerpt.underline;
    if underline.end <= usize::from(width) {
        return 0;
    }
    underline.start.saturating_sub(usize::from(width) / 3)
}
