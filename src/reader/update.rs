//! What a message changes, and what it asks for.

mod actions;
mod adding;
mod copy;
mod drag;
mod keep;
mod keys;
mod lists;
mod marks;
mod mouse;
mod opening;
mod palette;
mod panes;
mod peek;
mod pipe;
mod place;
mod prompts;
mod reload;
mod review;
mod select;
mod setting;
mod text;
mod themes;
mod words;

use super::effect::Effect;
use super::message::Message;
use super::model::{Model, Popup, Screen};
use super::reading::Focus;

/// Takes a message, changes the model, says what is to be done.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Key(chord) => keys::came(model, chord),
        Message::Mouse(mouse) => {
            let mut effects = marks::await_no_more(model);
            effects.extend(mouse::used(model, mouse));
            effects
        }
        Message::StillHeld => drag::still_held(model),
        Message::Paste(text) => {
            let mut effects = marks::await_no_more(model);
            effects.extend(prompts::pasted(model, &text));
            effects
        }
        Message::Resized(size) => {
            model.size = size;
            Vec::new()
        }
        Message::Background(page) => {
            model.page = Some(page);
            Vec::new()
        }
        Message::Opened { ticket, outcome, known } => {
            opening::opened(model, ticket, outcome, &known)
        }
        Message::Examined { document, evidence } => opening::examined(model, document, evidence),
        Message::Checked { document, problems } => {
            opening::checked(model, &document, problems);
            Vec::new()
        }
        listed @ (Message::Listed { .. } | Message::Relisted { .. }) => lists::told(model, listed),
        Message::FilesChanged(paths) => lists::changed(model, paths),
        Message::Edited(outcome) => opening::edited(model, outcome),
        Message::Suggested { ticket, fact } => adding::suggested(model, ticket, fact),
        Message::Saved(outcome) => review::saved(model, outcome),
        Message::Recalled { ticket, document, marks } => {
            marks::recalled(model, ticket, document.as_ref(), marks)
        }
        Message::Late { ticket } => marks::late(model, ticket),
        Message::Failed(sentence) => {
            review::failed(model);
            let mut effects = marks::await_no_more(model);
            effects.extend(lists::failed(model));
            model.complain(sentence);
            effects
        }
        Message::Changed => reload::changed(model),
        Message::Quiet => place::keep_all(model),
        Message::NotKept(sentence) => place::not_kept(model, sentence),
        Message::Remembers => place::remembers(model),
        Message::NotRecalled(sentence) => place::not_recalled(model, sentence),
        Message::Restored => vec![Effect::Redraw],
        answer => {
            learn(model, answer);
            Vec::new()
        }
    };
    settle(model);
    effects
}

/// Takes an answer from which nothing more is to be done.
fn learn(model: &mut Model, message: Message) {
    match message {
        Message::Found { ticket, hits, error } => {
            prompts::found(model, ticket, hits, error);
        }
        Message::Kept { ticket, kept, error } => {
            keep::arrived(model, ticket, &kept, error);
        }
        Message::Copied(outcome) | Message::Piped(outcome) => {
            copy::ended(model, outcome);
        }
        Message::NotWatched(sentence) => model.complain(sentence),
        Message::Themes(own) => {
            themes::listed(model, own);
        }
        Message::Waited { ticket } => {
            keys::waited(model, ticket);
        }
        _ => {}
    }
}

/// Brings what the screen shows in line with its size and with where the reader is.
fn settle(model: &mut Model) {
    let areas = model.areas();
    if let Some(shelf) = &mut model.shelf {
        shelf.settle(usize::from(areas.text.height.saturating_sub(1)));
    }
    match &mut model.screen {
        Screen::Reading(reading) => {
            reading.panel.language = model.language;
            if !areas.text.is_empty() {
                reading.resize(areas.measure(), usize::from(areas.text.height));
                reading.settle();
            }
            match reading.focus {
                Focus::Text => {}
                Focus::Panel => reading.settle_panel(areas.panel.width, areas.panel.height),
                Focus::Contents => reading.settle_contents(areas.contents.height),
            }
        }
        Screen::Fault(fault) => {
            let lines = fault.faulty.excerpt.as_ref().map_or(0, |e| e.lines.len());
            fault.top = fault.top.min(lines.saturating_sub(1));
        }
        Screen::List | Screen::Empty => {}
    }
    let (peeked, language) = (model.peek_area(), model.language);
    if let Some(Popup::Peek(peek)) = model.lowest_popup_mut() {
        peek.reading.panel.language = language;
        peek.settle(peeked);
    }
}

/// Brings what lies beside the text in line with it. To be called before a frame: for all that has
/// happened since the last one together, as what follows the text need not follow its every step. What
/// has the keyboard was brought in line with every key.
pub fn arrange(model: &mut Model) {
    let areas = model.areas();
    if let Screen::Reading(reading) = &mut model.screen {
        if reading.focus != Focus::Panel {
            reading.settle_panel(areas.panel.width, areas.panel.height);
        }
        if reading.focus != Focus::Contents {
            reading.settle_contents(areas.contents.height);
        }
    }
}
