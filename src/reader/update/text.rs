//! Actions on an open release: in its text and in its panel.

use super::actions::{rows, show_problems};
use super::{keep, opening, panes, words};
use crate::keys::Action;
use crate::library::Source;
use crate::phrase;
use crate::reader::effect::{Effect, NamedBy};
use crate::reader::goto::GoTo;
use crate::reader::model::{Model, Popup, Screen, Target};
use crate::reader::prompt::Prompt;
use crate::reader::reading::find::Find;
use crate::reader::reading::movement::{Spot, Way};
use crate::reader::reading::panel::{About, Item};
use crate::reader::reading::{Focus, Reading};
use crate::reader::recall::Recall;
use crate::release::BlockId;
use crate::text::link::Link;

/// Performs an action on the open release.
pub(super) fn perform(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    match action {
        Action::GoTo => ask_address(model),
        Action::Find => ask_words(model),
        Action::FindWord => return words::find(model),
        Action::FindNext => next_hit(model, Way::Forward, count),
        Action::FindPrevious => next_hit(model, Way::Back, count),
        Action::Problems => show_problems(model),
        Action::NextFact => next_fact(model, Way::Forward, count),
        Action::PreviousFact => next_fact(model, Way::Back, count),
        Action::Cancel => super::actions::cancel(model),
        Action::First | Action::Last if count.is_some() => paragraph(model, count.unwrap_or(1)),
        Action::Follow => return follow(model),
        Action::Keep => keep::ask_words(model),
        _ => return by_focus(model, action, count),
    }
    Vec::new()
}

fn by_focus(model: &mut Model, action: Action, count: Option<usize>) -> Vec<Effect> {
    let area = model.areas().panel;
    if panes::perform(model, action) {
        return Vec::new();
    }
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    match reading.focus {
        Focus::Text => match action {
            Action::First | Action::Last => to_the_end(model, action),
            _ => in_text(reading, action, count),
        },
        Focus::Contents => return panes::in_contents(model, action, count),
        Focus::Panel => match action {
            Action::NextMention => next_mention(model, Way::Forward, count),
            Action::PreviousMention => next_mention(model, Way::Back, count),
            // Of the text, whatever has the keyboard.
            Action::ToggleFold
            | Action::FoldAll
            | Action::UnfoldAll
            | Action::FoldLevel
            | Action::UnfoldLevel
            | Action::CentreLine
            | Action::TopLine
            | Action::BottomLine => in_text(reading, action, count),
            _ => {
                let page = reading.panel.page(&reading.document, area.width, area.height);
                reading.move_in_panel(rows(action, count, page));
                show_lit(reading);
            }
        },
    }
    Vec::new()
}

fn in_text(reading: &mut Reading, action: Action, count: Option<usize>) {
    let times = count.unwrap_or(1);
    let page = reading.page();
    // Nothing is nested deeper, and each level takes two steps.
    let depth = times.min(2 * usize::from(u8::MAX));
    match action {
        Action::LineDown => reading.move_lines(Way::Forward, times),
        Action::LineUp => reading.move_lines(Way::Back, times),
        Action::NextBlock => reading.move_blocks(Way::Forward, times),
        Action::PreviousBlock => reading.move_blocks(Way::Back, times),
        Action::NextParagraph => reading.move_paragraphs(Way::Forward, times),
        Action::PreviousParagraph => reading.move_paragraphs(Way::Back, times),
        Action::PageDown => reading.move_rows(Way::Forward, times.saturating_mul(page)),
        Action::PageUp => reading.move_rows(Way::Back, times.saturating_mul(page)),
        Action::HalfPageDown => {
            reading.move_rows(Way::Forward, times.saturating_mul(page.div_ceil(2)));
        }
        Action::HalfPageUp => reading.move_rows(Way::Back, times.saturating_mul(page.div_ceil(2))),
        Action::ScrollDown => reading.scroll(Way::Forward, times),
        Action::ScrollUp => reading.scroll(Way::Back, times),
        Action::FoldOrParent => (0..depth).for_each(|_| reading.fold_or_parent()),
        Action::UnfoldOrChild => (0..depth).for_each(|_| reading.unfold_or_child()),
        Action::ToggleFold => reading.toggle_fold(),
        Action::FoldAll => reading.set_all_folds(true),
        Action::FoldLevel => reading.set_level(true),
        Action::UnfoldLevel => reading.set_level(false),
        Action::UnfoldAll => reading.set_all_folds(false),
        Action::CentreLine => reading.place_cursor_line(Spot::Centre),
        Action::TopLine => reading.place_cursor_line(Spot::Top),
        Action::BottomLine => reading.place_cursor_line(Spot::Bottom),
        _ => {}
    }
}

fn to_the_end(model: &mut Model, action: Action) {
    leave(model);
    let Screen::Reading(reading) = &mut model.screen else { return };
    if action == Action::First { reading.move_to_start() } else { reading.move_to_end() }
}

/// Remembers the present place before a jump.
pub(super) fn leave(model: &mut Model) {
    if let Some(stop) = model.stop() {
        model.history.leave(stop);
    }
}

/// Goes to a block, remembering where from.
pub(super) fn jump(model: &mut Model, block: BlockId) {
    leave(model);
    keep::tell_if_left_out(model, block);
    if let Screen::Reading(reading) = &mut model.screen {
        reading.leave_panel();
        reading.go_to(block);
    }
}

fn paragraph(model: &mut Model, number: usize) {
    match model.reading().and_then(|reading| reading.paragraph(number)) {
        Some(block) => jump(model, block),
        None => model.complain(phrase::notice::no_paragraph(number)),
    }
}

fn ask_address(model: &mut Model) {
    if let Some(reading) = model.reading() {
        let goto = GoTo::new(&reading.document, "");
        model.popup = Some(Popup::GoTo(goto));
    }
}

fn ask_words(model: &mut Model) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.leave_panel();
    reading.start_find();
    model.recall = Recall::default();
    model.popup = Some(Popup::Find(Prompt::default()));
}

fn next_hit(model: &mut Model, way: Way, count: Option<usize>) {
    let before = model.stop();
    let Screen::Reading(reading) = &mut model.screen else { return };
    if reading.step_ahead(way, count.unwrap_or(1)) {
        return;
    }
    let mut around = None;
    // More steps than hits only go around; a few thousand are more than anyone means.
    for _ in 0..count.unwrap_or(1).min(10_000) {
        around = reading.next_hit(way).map(|this| this || around == Some(true));
    }
    reading.focus = Focus::Text;
    match around {
        Some(went_around) => {
            if let Some(stop) = before {
                model.history.leave(stop);
            }
            if went_around {
                model.say(match way {
                    Way::Forward => phrase::notice::around_to_first(),
                    Way::Back => phrase::notice::around_to_last(),
                });
            }
        }
        None => {
            let why = reading.find.as_ref().map(Find::why_none);
            let nothing = || phrase::notice::nothing_to_find(model.key(Action::Find));
            model.complain(why.unwrap_or_else(nothing));
        }
    }
}

fn next_fact(model: &mut Model, way: Way, count: Option<usize>) {
    let before = model.stop();
    let Screen::Reading(reading) = &mut model.screen else { return };
    reading.focus = Focus::Text;
    let mut found = false;
    for _ in 0..count.unwrap_or(1).min(10_000) {
        found |= reading.next_fact(way);
    }
    if found {
        if let Some(stop) = before {
            model.history.leave(stop);
        }
    } else {
        model.say(phrase::notice::no_more_facts());
    }
}

fn next_mention(model: &mut Model, way: Way, count: Option<usize>) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    let which = reading.next_mention(way, count.unwrap_or(1));
    show_lit(reading);
    match which {
        Some((mention, count)) => model.say(phrase::notice::mention(mention, count)),
        None => model.say(phrase::notice::no_words()),
    }
}

/// Scrolls the text to the lit words; the cursor stays.
pub(super) fn show_lit(reading: &mut Reading) {
    if let Some(place) = reading.lit_line() {
        reading.show_without_moving(place);
    }
}

fn follow(model: &mut Model) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    if reading.focus == Focus::Contents {
        return panes::in_contents(model, Action::Follow, None);
    }
    if reading.focus == Focus::Text {
        if reading.facts_in(reading.block()).is_empty() {
            model.say(phrase::notice::no_facts());
        } else {
            reading.enter_panel();
            show_lit(reading);
        }
        return Vec::new();
    }
    match reading.panel.item() {
        Some(Item::Fact(_)) => follow_fact(model),
        Some(Item::About(About::Version(index))) => return open_version(model, index),
        Some(Item::About(About::Source)) => model.say(phrase::notice::off_line()),
        _ => model.say(phrase::notice::leads_nowhere()),
    }
    Vec::new()
}

fn follow_fact(model: &mut Model) {
    let before = model.stop();
    let Screen::Reading(reading) = &mut model.screen else { return };
    let Some(place) = reading.lit_line() else {
        let known = reading.evidence.is_some();
        model.say(if known { phrase::notice::no_words() } else { phrase::notice::still_looking() });
        return;
    };
    let lit = reading.lit;
    reading.leave_panel();
    reading.lit = lit;
    reading.go_to_line(place);
    if let Some(stop) = before {
        model.history.leave(stop);
    }
}

fn open_version(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(reading) = model.reading() else { return Vec::new() };
    let at = Target::Address(reading.document.addresses.name(reading.block()).to_string());
    match version(model, index) {
        Some(source) => opening::open_named(model, source, at, NamedBy::Release),
        None => Vec::new(),
    }
}

/// Where another version of the release is; says so if it is not among what was opened.
pub(super) fn version(model: &mut Model, index: usize) -> Option<Source> {
    let reading = model.reading()?;
    let version = reading.document.release.versions.get(index)?;
    if Link::of(version.file.as_str()).is_some() {
        model.say(phrase::notice::off_line());
        return None;
    }
    let name = version.file.clean_line().into_string();
    let source = match &reading.document.source {
        // Releases that are in no file have only each other for neighbours.
        Source::Text { .. } => model.shelf.as_ref().and_then(|shelf| shelf.named(&name)).cloned(),
        file @ Source::File { .. } => file.beside(version.file.as_str()),
    };
    if source.is_none() {
        model.complain(phrase::notice::not_followed(name));
    }
    source
}
