//! What each action does: popups first, then what the action means everywhere, then the screen.

use super::{
    copy, keep, lists, marks, mouse, opening, palette, peek, pipe, prompts, review, select,
    setting, text, themes,
};
use crate::keys::{Action, Context, Section};
use crate::phrase;
use crate::reader::effect::Effect;
use crate::reader::help::Help;
use crate::reader::marks::{Letter, Then};
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::problems::{About, Problems, about};
use crate::reader::reading::Focus;

/// Performs an action, a count of times where that makes sense.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    match action {
        Action::QuitAll => return review::leave(model),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Interrupt => return interrupt(model),
        Action::ToggleMouse => return mouse::toggle(model),
        Action::Themes if matches!(model.popup, Some(Popup::Themes(_))) => {}
        Action::Themes => return themes::open(model),
        Action::Palette => {
            palette::open(model, count);
            return Vec::new();
        }
        Action::Help => {
            toggle_help(model);
            return Vec::new();
        }
        _ => {}
    }
    match &model.popup {
        Some(Popup::Help(_)) => in_help(model, action, count),
        Some(Popup::Problems(_)) => in_problems(model, action, count),
        Some(Popup::Themes(_)) => themes::perform(model, action, count),
        Some(Popup::Marks(_)) => marks::perform(model, action, count),
        Some(Popup::Peek(_)) => peek::perform(model, action, count),
        Some(_) => prompts::perform(model, action),
        None => on_screen(model, action, count),
    }
}

fn on_screen(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    if let Some(effects) = select::perform(model, action, count) {
        return effects;
    }
    match action {
        Action::Close => return close(model),
        Action::NextRelease => return opening::open_beside(model, steps(count)),
        Action::PreviousRelease => return opening::open_beside(model, -steps(count)),
        Action::Peek => return peek::look(model, count),
        Action::AcceptFact
        | Action::DropFact
        | Action::EditFact
        | Action::DropMention
        | Action::UndoDecision
        | Action::AddParticipant
        | Action::AddDate
        | Action::AddFigure
        | Action::AddMention
        | Action::WriteRelease => return review::perform(model, action),
        Action::CopyText
        | Action::CopyWithItems
        | Action::CopyQuotation
        | Action::CopyAddress
        | Action::CopyLink
        | Action::CopyRelease => return copy::perform(model, action, count),
        Action::LongerLines | Action::ShorterLines | Action::Spacing => {
            setting::perform(model, action, count);
            return Vec::new();
        }
        Action::Pipe => {
            pipe::ask(model, count);
            return Vec::new();
        }
        Action::Reload => return opening::reload(model),
        Action::Edit => return opening::edit(model),
        Action::SetMark => {
            marks::ask(model, Letter::Set, count);
            return Vec::new();
        }
        Action::GoToMark => {
            marks::ask(model, Letter::Go, count);
            return Vec::new();
        }
        Action::Marks => return marks::recall(model, Then::List),
        Action::Back => return opening::go_back(model, count.unwrap_or(1)),
        Action::Forward => return opening::go_forward(model, count.unwrap_or(1)),
        _ => {}
    }
    let page = page(model);
    match &mut model.screen {
        Screen::Reading(_) => text::perform(model, action, count),
        Screen::Fault(fault) => {
            let by = rows(action, count, page);
            fault.top = fault.top.saturating_add_signed(by);
            Vec::new()
        }
        Screen::List | Screen::Empty => lists::perform(model, action, count),
    }
}

/// How many steps a count asks for.
fn steps(count: Option<usize>) -> isize {
    isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX)
}

/// How many rows a page of a plain list has, those less that are kept and that are heads.
pub(super) fn page(model: &Model) -> usize {
    usize::from(model.areas().text.height).saturating_sub(3).max(1)
}

/// How many rows down an action goes in a plain list with so many rows to a page; up is negative.
pub(super) fn rows(action: Action, count: Option<usize>, page: usize) -> isize {
    let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
    let page = isize::try_from(page).unwrap_or(1);
    match action {
        Action::LineDown | Action::NextBlock => times,
        Action::LineUp | Action::PreviousBlock => -times,
        Action::PageDown => times.saturating_mul(page),
        Action::PageUp => -times.saturating_mul(page),
        Action::HalfPageDown => times.saturating_mul(page / 2 + 1),
        Action::HalfPageUp => -times.saturating_mul(page / 2 + 1),
        Action::First => -isize::MAX,
        Action::Last => isize::MAX,
        _ => 0,
    }
}

fn interrupt(model: &mut Model) -> Vec<Effect> {
    let busy = model.popup.is_some() || model.opening.is_some();
    cancel(model);
    if model.opening.take().is_some() && matches!(model.screen, Screen::Empty) {
        if model.shelf.is_none() {
            return vec![Effect::Quit];
        }
        model.screen = Screen::List;
    }
    model.interrupted = true;
    let again = model.key(Action::Interrupt);
    model.say(if busy {
        phrase::notice::cancelled(again)
    } else {
        phrase::notice::interrupted(again, model.key(Action::QuitAll))
    });
    Vec::new()
}

/// What Esc does: the innermost thing that is open or lit goes.
pub(super) fn cancel(model: &mut Model) {
    model.peeking = None;
    if let Some(Popup::Find(_)) = &model.popup {
        prompts::abandon_find(model);
    } else if let Some(Popup::Keep(_)) = &model.popup {
        keep::abandon(model);
    } else if model.popup.is_some() {
        close_popup(model);
    } else if let Screen::Reading(reading) = &mut model.screen {
        // In the panel, words are always lit: it is left first, and they with it.
        if reading.focus != Focus::Text {
            reading.leave_panel();
        } else if reading.find.take().is_some() {
        } else if reading.keep.is_some() {
            reading.end_keep();
        } else if reading.lit.take().is_none() {
            reading.is_bare = false;
        }
    } else if let Some(shelf) = &mut model.shelf {
        shelf.drop_filter();
    }
}

fn close(model: &mut Model) -> Vec<Effect> {
    if review::guards(model) {
        return Vec::new();
    }
    if model.review.is_some() {
        return review::leave(model);
    }
    if let Screen::Reading(reading) = &mut model.screen
        && reading.focus != Focus::Text
    {
        reading.leave_panel();
        return Vec::new();
    }
    // What is on its way was asked for before, so it no longer is.
    let was_opening = model.opening.take().is_some();
    let is_open = matches!(model.screen, Screen::Reading(_) | Screen::Fault(_));
    if model.shelf.is_none() || !(is_open || was_opening) {
        return vec![Effect::Quit];
    }
    if let Some(stop) = model.stop() {
        model.history.leave(stop);
    }
    lists::show(model)
}

fn toggle_help(model: &mut Model) {
    if matches!(model.popup, Some(Popup::Help(_))) {
        close_popup(model);
        return;
    }
    if matches!(model.popup, Some(Popup::Palette(_))) {
        close_popup(model);
    }
    let context = model.context();
    if let Some(shelf) = &mut model.shelf {
        shelf.is_typing = false;
    }
    let mut help = Help::new(model.language, (&model.keymap, context), model.review.is_some());
    help.under = model.popup.take().map(Box::new);
    model.popup = Some(Popup::Help(help));
}

/// Closes what lies over everything; what it lay over comes back.
pub(super) fn close_popup(model: &mut Model) {
    model.popup = model.popup.take().and_then(Popup::into_under);
}

/// Closes every popup, giving up what is typed in one.
pub(super) fn close_all_popups(model: &mut Model) {
    match model.lowest_popup() {
        Some(Popup::Find(_)) => prompts::abandon_find(model),
        Some(Popup::Keep(_)) => keep::abandon(model),
        _ => model.popup = None,
    }
}

fn in_help(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = page(model);
    let Some(Popup::Help(help)) = &mut model.popup else { return Vec::new() };
    if help.is_typing {
        prompts::in_help(help, action);
        return Vec::new();
    }
    match action {
        Action::Follow => {
            let chosen = help.action();
            close_popup(model);
            return chosen.map_or_else(Vec::new, |action| perform_from_help(model, action));
        }
        Action::Filter => {
            help.is_typing = true;
            help.filter.get_or_insert_default();
        }
        Action::Cancel if help.filter.take().is_some() => help.refresh(),
        Action::Close | Action::Cancel => close_popup(model),
        _ => help.step(rows(action, count, page)),
    }
    Vec::new()
}

/// Does what was chosen in the help, which tells of other places too.
fn perform_from_help(model: &mut Model, action: Action) -> Vec<Effect> {
    let has = |context: &Context| model.keymap.actions(*context).contains(&action);
    // What belongs to a review says itself where it cannot be done.
    let is_here =
        has(&model.context()) || (action.section() == Section::Review && model.reading().is_some());
    match Context::ALL.into_iter().find(|context| !is_here && has(context)) {
        Some(elsewhere) => {
            model.say(phrase::notice::not_here(elsewhere.title()));
            Vec::new()
        }
        None => perform(model, action, None),
    }
}

fn in_problems(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let page = page(model);
    let Screen::Reading(reading) = &mut model.screen else {
        model.popup = None;
        return Vec::new();
    };
    let Some(Popup::Problems(problems)) = &mut model.popup else { return Vec::new() };
    let at = reading.problems().get(problems.cursor).cloned();
    match action {
        Action::Follow => {
            model.popup = None;
            if let Some((_, problem)) = at {
                go_to_problem(model, about(problem.locus));
            }
        }
        Action::Edit => {
            let line = at.map_or(1, |(line, _)| line);
            model.popup = None;
            return opening::edit_at(model, line);
        }
        Action::Close | Action::Cancel | Action::Problems => model.popup = None,
        _ => problems.step(reading, rows(action, count, page)),
    }
    Vec::new()
}

fn go_to_problem(model: &mut Model, about: About) {
    match about {
        About::Block(block) => text::jump(model, block),
        About::Fact(fact) => {
            if let Screen::Reading(reading) = &mut model.screen {
                reading.focus = Focus::Panel;
                reading.panel.select(fact);
                reading.move_in_panel(0);
            }
        }
        About::Release => model.say(phrase::notice::about_the_release()),
    }
}

/// Opens the list of problems, if there are any.
pub(super) fn show_problems(model: &mut Model) {
    let Some(reading) = model.reading() else { return };
    if reading.problems.is_none() {
        model.say(phrase::notice::being_checked());
    } else if reading.problems().is_empty() {
        model.say(phrase::notice::no_problems());
    } else {
        model.popup = Some(Popup::Problems(Problems::default()));
    }
}
