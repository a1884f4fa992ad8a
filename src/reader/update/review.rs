//! Reviewing a draft: what is decided of its facts, and its way into a file.

use std::path::PathBuf;
use std::sync::Arc;

use super::adding;
use crate::keys::{Action, Context};
use crate::phrase::{self, Phrase};
use crate::reader::document::Document;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::prompt::Prompt;
use crate::reader::reading::panel::Item;
use crate::reader::reading::{Focus, Reading};
use crate::reader::review::past::Before;
use crate::reader::review::{Decision, Decisions, FactEdit, Review, line};
use crate::release::{FactId, Release};
use crate::text::Raw;

/// Performs an action of a review.
pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.review.is_none() || model.reading().is_none() {
        model.say(phrase::review::no_draft());
        return Vec::new();
    }
    match action {
        Action::WriteRelease => return write(model),
        Action::UndoDecision => return undo(model),
        Action::AddParticipant | Action::AddDate | Action::AddFigure | Action::AddMention => {
            return adding::perform(model, action);
        }
        _ => {}
    }
    let Some(fact) = current(model) else {
        model.say(phrase::review::no_fact());
        return Vec::new();
    };
    match action {
        Action::DropMention => return adding::drop_mention(model, fact),
        Action::AcceptFact => accept(model, fact),
        Action::DropFact => drop_or_take_back(model, fact),
        _ => ask(model, fact),
    }
    Vec::new()
}

/// The draft has opened: the facts have the keyboard, the first doubtful one the cursor.
///
/// Returns what is to be said of the page, where something of it is unsure.
pub(super) fn begin(reading: &mut Reading, review: &Review) -> Option<Phrase> {
    let decisions = Decisions::of(&reading.document.release);
    let first_doubt = reading.document.release.facts().find(|fact| decisions.is_in_doubt(*fact));
    reading.panel.decisions = Some(decisions);
    reading.panel.unsure.clone_from(&review.doubts);
    reading.panel.renew(&reading.document);
    reading.enter_panel();
    if let Some(fact) = first_doubt {
        select(reading, fact);
    }
    let first = review.doubts.first()?;
    Some(phrase::review::page_unsure(review.doubts.len(), Phrase::told(first)))
}

fn select(reading: &mut Reading, fact: FactId) {
    reading.panel.select(fact);
    reading.move_in_panel(0);
    super::text::show_lit(reading);
}

/// The fact under the panel's cursor; the keyboard goes to it.
fn current(model: &mut Model) -> Option<FactId> {
    let Screen::Reading(reading) = &mut model.screen else { return None };
    if reading.focus == Focus::Text {
        reading.enter_panel();
        super::text::show_lit(reading);
    }
    reading.panel.fact()
}

/// Keeps how the draft is, since something is about to be decided.
pub(super) fn remember(model: &mut Model) {
    let (Some(review), Screen::Reading(reading)) = (&mut model.review, &model.screen) else {
        return;
    };
    let Some(decisions) = reading.panel.decisions.clone() else { return };
    let (document, evidence) = (Arc::clone(&reading.document), reading.evidence.clone());
    review.past.keep(Before { document, evidence, decisions, fact: reading.panel.fact() });
}

/// Takes the last decision back.
fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(review) = &mut model.review else { return Vec::new() };
    let Some(before) = review.past.back() else {
        model.say(phrase::review::nothing_to_undo());
        return Vec::new();
    };
    review.changed();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    reading.end_selection();
    reading.document = Arc::clone(&before.document);
    reading.evidence.clone_from(&before.evidence);
    reading.panel.renew(&before.document);
    reading.panel.decisions = Some(before.decisions);
    if reading.focus == Focus::Text {
        reading.lit = None;
    } else if let Some(fact) = before.fact {
        reading.focus = Focus::Panel;
        select(reading, fact);
    }
    model.say(phrase::review::undone());
    vec![match before.evidence {
        Some(evidence) => Effect::Check(before.document, evidence),
        None => Effect::Examine(before.document),
    }]
}

/// Puts a release in the place of the draft: blocks are the same, and facts at most more.
pub(super) fn exchange(reading: &mut Reading, release: Release) -> Arc<Document> {
    let document = Arc::new(Document::new(reading.document.source.clone(), release));
    reading.document = Arc::clone(&document);
    reading.panel.renew(&document);
    document
}

/// Changes what is decided; the file does not hold that yet.
pub(super) fn decide<T>(model: &mut Model, change: impl FnOnce(&mut Decisions) -> T) -> Option<T> {
    if let Some(review) = &mut model.review {
        review.changed();
    }
    match &mut model.screen {
        Screen::Reading(reading) => reading.panel.decisions.as_mut().map(change),
        _ => None,
    }
}

fn accept(model: &mut Model, fact: FactId) {
    remember(model);
    decide(model, |decisions| decisions.accept(fact));
    go_on(model);
}

fn drop_or_take_back(model: &mut Model, fact: FactId) {
    remember(model);
    let is_dropped = decide(model, |decisions| decisions.drop_or_take_back(fact));
    model.say(match is_dropped {
        Some(true) => phrase::review::left_out(),
        _ => phrase::review::taken_back(),
    });
}

/// Goes to the next fact that nothing is decided of, around the end.
fn go_on(model: &mut Model) {
    let Screen::Reading(reading) = &mut model.screen else { return };
    let panel = &reading.panel;
    let Some(decisions) = &panel.decisions else { return };
    let (before, after) = panel.items.split_at(panel.cursor.min(panel.items.len()));
    let is_open = |item: &Item| match item {
        Item::Fact(fact) => (decisions.get(*fact) == Decision::Open).then_some(*fact),
        _ => None,
    };
    match after.iter().chain(before).find_map(is_open) {
        Some(fact) => select(reading, fact),
        None => model.say(phrase::review::all_decided(model.key(Action::WriteRelease))),
    }
}

/// The key for an action of a review as it is called in sentences, wherever the keyboard is.
pub(super) fn key(model: &Model, action: Action) -> Phrase {
    model.key_in(Context::Review, action)
}

/// Asks for a fact as a line.
fn ask(model: &mut Model, fact: FactId) {
    let Some(reading) = model.reading() else { return };
    let prompt = Prompt::with(&line::of(&reading.document.release, fact));
    model.popup = Some(Popup::Fact(FactEdit { fact, prompt, fault: None, new: None }));
}

/// Takes the line for the fact; one that is wrong stays, with what is wrong.
pub(super) fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Fact(edit)) = &mut model.popup else { return Vec::new() };
    if edit.new.is_some() {
        return adding::finish(model);
    }
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let mut release = reading.document.release.clone();
    let fact = edit.fact;
    match line::apply(&mut release, fact, edit.prompt.text()) {
        Err(sentence) => {
            edit.fault = Some(sentence);
            return Vec::new();
        }
        Ok(false) => {
            model.popup = None;
            model.say(phrase::review::unchanged(model.key(Action::AcceptFact)));
            return Vec::new();
        }
        Ok(true) => {}
    }
    // Facts and blocks keep their places, and mentions stay as they are, so all that is known of
    // where words stand holds for the new document, too.
    remember(model);
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let document = exchange(reading, release);
    let evidence = reading.evidence.clone();
    model.popup = None;
    decide(model, |decisions| decisions.edit(fact));
    match evidence {
        Some(evidence) => vec![Effect::Check(document, evidence)],
        None => vec![Effect::Examine(document)],
    }
}

fn write(model: &mut Model) -> Vec<Effect> {
    let Screen::Reading(reading) = &model.screen else { return Vec::new() };
    let (Some(review), Some(decisions)) = (&mut model.review, &reading.panel.decisions) else {
        return Vec::new();
    };
    if review.is_writing() {
        model.say(phrase::review::being_written());
        return Vec::new();
    }
    let doubtful = decisions.doubtful();
    if doubtful > 0 && review.asks_first() {
        let again = key(model, Action::WriteRelease);
        model.say(phrase::review::still_doubtful(doubtful, again));
        return Vec::new();
    }
    review.started();
    let text = decisions.written(&reading.document.release);
    vec![Effect::Save { path: review.output.clone(), text, overwrite: review.overwrite }]
}

/// The file is written, or is not.
pub(super) fn saved(model: &mut Model, outcome: Result<PathBuf, phrase::Phrase>) -> Vec<Effect> {
    let Some(review) = &mut model.review else { return Vec::new() };
    match outcome {
        Ok(path) => {
            review.ended();
            if std::mem::take(&mut review.leaves) {
                return vec![Effect::Quit];
            }
            let path = Raw::from(path.to_string_lossy().into_owned()).clean_line().into_owned();
            model.say(phrase::review::written(path));
        }
        Err(sentence) => {
            review.failed();
            model.complain(sentence);
        }
    }
    Vec::new()
}

/// Some work in the background has failed; it may have been the writing.
pub(super) fn failed(model: &mut Model) {
    if let Some(review) = &mut model.review {
        review.failed();
    }
}

/// Whether closing is refused, because the file is not written: says so, at the facts, where the
/// keys for that are.
pub(super) fn guards(model: &mut Model) -> bool {
    let Some(review) = &model.review else { return false };
    if review.is_written() || review.is_writing() {
        return false;
    }
    let Screen::Reading(reading) = &mut model.screen else { return false };
    if reading.focus == Focus::Text {
        reading.enter_panel();
    }
    let (write, leave) = (model.key(Action::WriteRelease), model.key(Action::QuitAll));
    model.say(phrase::review::how_to_leave(write, leave));
    true
}

/// Ends the program, once a file on its way to the disk is there; asked twice, at once.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    match &mut model.review {
        Some(review) if review.is_writing() && !review.leaves => {
            review.leaves = true;
            model.say(phrase::review::leaves_at_once());
            Vec::new()
        }
        _ => vec![Effect::Quit],
    }
}
