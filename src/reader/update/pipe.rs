//! Giving text to a command.

use super::copy::name;
use crate::keys::Action;
use crate::phrase::taking;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::pipe::{Given, Pipe};
use crate::reader::reading::select::Selection;
use crate::reader::recall::remember;
use crate::release::BlockId;
use crate::text::{Page, words};

/// Commands remembered.
const MOST_COMMANDS: usize = 100;

/// Asks for a command to be given what is selected, else so many blocks from the cursor on.
pub(super) fn ask(model: &mut Model, count: Option<usize>) {
    match new(model, count) {
        Some(pipe) => model.popup = Some(Popup::Pipe(pipe)),
        None => model.say(taking::nothing_to_pipe()),
    }
}

/// The question, with what there is to be given.
pub(super) fn new(model: &mut Model, count: Option<usize>) -> Option<Pipe> {
    let Screen::Reading(reading) = &mut model.screen else { return None };
    let document = std::sync::Arc::clone(&reading.document);
    let called = |at| taking::as_printed(name(&document, at));
    let mut choices = Vec::new();
    let block = reading.block();
    let is_blocks = reading.selection().is_some_and(Selection::is_blocks);
    match reading.selected_words() {
        Some((at, _)) if is_blocks => choices.push((called(at), Given::Blocks(at))),
        Some((at, text)) => {
            let number = taking::words(words::count(&text));
            let of = taking::words_of(number, name(&document, at));
            choices.push((of, Given::Words(Page::of(&text))));
            choices.push((called(at), Given::Blocks(at)));
        }
        None => {
            let at = reading.span(block, count.unwrap_or(1));
            choices.push((called(at), Given::Blocks(at)));
            let last = reading.last_inside(block);
            if last > at.1 {
                let named = taking::with_items(name(&document, (block, block)));
                choices.push((named, Given::Blocks((block, last))));
            }
        }
    }
    choices.push((taking::the_release(), Given::Release));
    // The title stands for everything.
    let is_title = matches!(choices[0].1, Given::Blocks((_, BlockId::TITLE)));
    let chosen = if is_title { choices.len() - 1 } else { 0 };
    Some(Pipe::new(choices, chosen))
}

/// Performs an action on the command being typed.
pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Popup::Pipe(pipe)) = &mut model.popup else { return Vec::new() };
    match action {
        Action::Accept => return accept(model),
        Action::GiveNext => pipe.give_next(),
        Action::NextMatch | Action::PreviousMatch => pipe.recall(&model.commands, action),
        Action::DeleteBack if pipe.prompt.text().is_empty() => model.popup = None,
        _ => {
            pipe.prompt.edit(action);
        }
    }
    Vec::new()
}

fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Pipe(pipe)) = model.popup.take() else { return Vec::new() };
    let Screen::Reading(reading) = &model.screen else { return Vec::new() };
    let Some(piped) = pipe.piped(&reading.document) else { return Vec::new() };
    remember(&mut model.commands, piped.command.clone(), MOST_COMMANDS);
    vec![Effect::Pipe(piped)]
}
