//! The list of an open release's problems.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::reader::model::Model;
use crate::reader::problems::Problems;
use crate::release::Severity;
use crate::text::Clean;
use crate::text::wrap::wrap;
use crate::theme::Role;

/// Draws the list over the screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model, problems: &Problems, over: Rect) {
    let Some(reading) = model.reading() else { return };
    let count = reading.problems().len();
    let title = format!("Problems {} of {count}", (problems.cursor + 1).min(count));
    let inner = canvas.frame(over, &Clean::from_string(title));
    let mut row = 0;
    // The current problem comes a third down, so what is before it shows as well.
    let first = problems.cursor.saturating_sub(usize::from(inner.height / 6));
    for (index, (line, problem)) in reading.problems().iter().enumerate().skip(first) {
        if row >= inner.height {
            break;
        }
        let (word, role) = match problem.severity {
            Severity::Fault | Severity::Error => ("error", Role::Error),
            Severity::Warning => ("warning", Role::Warning),
        };
        let start = row;
        let sentence = format!("line {line} · {word}: {}", problem.message);
        let mut say = |role: Role, text: &Clean<'_>, indent: u16| {
            for part in wrap(text, inner.width.saturating_sub(indent + 1)) {
                canvas.line(inner, row, (indent, role, &part.of(text)));
                row += 1;
            }
        };
        say(role, &Clean::from_string(sentence), 2);
        if let Some(help) = &problem.help {
            say(Role::Dim, &Clean::from_string(format!("→ {help}")), 4);
        }
        if index == problems.cursor {
            let height = row.min(inner.height) - start;
            let entry = Rect { y: inner.y + start, height, ..inner };
            canvas.paint(entry, Role::ListCurrent);
            canvas.line(entry, 0, (0, Role::CursorBar, &Clean::literal("▌")));
        }
    }
}
