//! The model as cells of a screen. Drawing only reads; looks come from the theme.

mod canvas;
mod contents;
mod fact;
mod fault;
mod goto;
mod header;
mod help;
mod marks;
mod palette;
mod panel;
mod peek;
mod pending;
mod problems;
mod reading;
mod shelf;
mod status;
mod themes;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::phrase;
use crate::reader::areas::links::Links;
use crate::reader::model::{Model, Popup, Screen};
use crate::theme::{Role, Theme};
use canvas::Canvas;

/// What of a frame is not in its cells.
#[derive(Debug, Default)]
pub struct Drawn {
    /// Where the terminal's own cursor belongs: input methods show what is being composed there.
    pub cursor: Option<Position>,
    /// Which cells lead to a page or a mailbox.
    pub links: Links,
}

/// Draws the model into a buffer of the screen's size.
pub fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) -> Drawn {
    let mut canvas = Canvas::new(buffer, theme, model.signs);
    canvas.page();
    let areas = model.areas();
    match &model.screen {
        Screen::Empty => {
            let words = phrase::status::opening();
            canvas.line(areas.text, 0, (1, Role::Dim, words.shown(model.language)));
        }
        Screen::List => shelf::draw(&mut canvas, model, areas.text),
        Screen::Reading(reading) => {
            reading::draw(&mut canvas, reading, &areas);
            panel::draw(&mut canvas, reading, &areas);
            contents::draw(&mut canvas, reading, &areas);
        }
        Screen::Fault(fault) => fault::draw(&mut canvas, model.language, fault, areas.text),
    }
    header::draw(&mut canvas, model, &areas);
    let cursor = status::draw(&mut canvas, model, areas.status);
    let over = areas.over(canvas.area().as_size()).intersection(canvas.area());
    match &model.popup {
        Some(Popup::Help(help)) => help::draw(&mut canvas, model, help, over),
        Some(Popup::Problems(problems)) => problems::draw(&mut canvas, model, problems, over),
        Some(Popup::Marks(list)) => marks::draw(&mut canvas, list, over),
        Some(Popup::Palette(palette)) => palette::draw(&mut canvas, model, palette, over),
        Some(Popup::Themes(themes)) => themes::draw(&mut canvas, model.language, themes, over),
        Some(Popup::GoTo(goto)) => goto::draw(&mut canvas, model, goto, over),
        Some(Popup::Peek(look)) => {
            let area = model.peek_area().intersection(canvas.area());
            peek::draw(&mut canvas, model.language, look, area);
        }
        Some(Popup::Fact(edit)) => fact::draw(&mut canvas, model.language, edit, over),
        Some(Popup::Find(_) | Popup::Keep(_) | Popup::Pipe(_)) | None => {}
    }
    pending::draw(&mut canvas, model, over);
    Drawn { cursor, links: canvas.finish() }
}
