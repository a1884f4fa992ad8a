//! Words selected in a draft that become a fact, or one more mention of one; and mentions that go.

use std::ops::Range;
use std::sync::Arc;

use super::review;
use crate::keys::Action;
use crate::phrase;
use crate::reader::document::Document;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Popup, Screen};
use crate::reader::prompt::Prompt;
use crate::reader::reading::{Focus, Lit, Reading};
use crate::reader::review::{FactEdit, NewFact, line};
use crate::release::quote::{self, Unquotable};
use crate::release::{
    BlockId, FactId, FactKind, Figure, Found, KeyDate, Mention, Participant, Release,
};
use crate::text::{Raw, words};

/// Performs an action on the words selected in a draft.
pub(super) fn perform(model: &mut Model, action: Action) -> Vec<Effect> {
    let kind = match action {
        Action::AddParticipant => FactKind::Participant,
        Action::AddDate => FactKind::Date,
        Action::AddFigure => FactKind::Figure,
        _ => return add_mention(model),
    };
    let outcome = match &mut model.screen {
        Screen::Reading(reading) => {
            let release = &reading.document.release;
            let count = release.facts().filter(|fact| fact.kind() == kind).count();
            mention(reading, FactId::new(kind, count))
        }
        _ => return Vec::new(),
    };
    match outcome {
        Ok(said) => ask(model, said),
        Err(sentence) => {
            model.complain(sentence);
            Vec::new()
        }
    }
}

/// Selected words as a mention.
struct Said {
    mention: Mention,
    /// Where the mention leads, which may be more than what is selected.
    found: Found,
    /// The bytes selected.
    range: Range<u32>,
}

/// The selected words as a mention of a fact.
fn mention(reading: &mut Reading, fact: FactId) -> Result<Said, phrase::Phrase> {
    if reading.selection().is_none() {
        return Err(phrase::review::nothing_selected());
    }
    let Some(evidence) = reading.evidence.clone() else {
        return Err(phrase::review::not_examined());
    };
    let (block, range) = selected(reading).ok_or_else(phrase::review::several_blocks)?;
    let Document { release, addresses, .. } = &*reading.document;
    let said = quote::mention((release, addresses, &evidence), fact, block, range.clone());
    said.map(|(mention, found)| Said { mention, found, range }).map_err(|why| match why {
        Unquotable::Empty => phrase::review::no_words(),
        Unquotable::Known => phrase::review::known_mention(),
        Unquotable::Ambiguous => phrase::review::ambiguous(),
    })
}

/// The bytes of the selected words without the marks around them, where they are in one block.
fn selected(reading: &mut Reading) -> Option<(BlockId, Range<u32>)> {
    let (block, range) = reading.selected_raw()?;
    let (start, end) = (range.start as usize, range.end as usize);
    let raw = reading.document.release.text_of(block).as_str().get(start..end)?;
    // The first and the last word of a block come with all that is printed around them.
    let cleaned = Raw::from(raw.to_owned());
    let cleaned = cleaned.cleaned();
    let first = words::at_or_after(&cleaned.text, 0)?;
    let last = words::at_or_before(&cleaned.text, cleaned.text.len())?;
    let (from, to) = (cleaned.to_raw(first.start), cleaned.to_raw(last.end));
    Some((block, (start + from) as u32..(start + to) as u32))
}

/// Asks for the fact as a line, and what the rules of the import make of its words.
fn ask(model: &mut Model, said: Said) -> Vec<Effect> {
    let Said { mention, found, range } = said;
    let ticket = model.next_ticket();
    let Some(reading) = model.reading() else { return Vec::new() };
    let document = Arc::clone(&reading.document);
    let (kind, words) = (found.fact.kind(), (found.block, range.clone()));
    let range = range.start as usize..range.end as usize;
    let text = document.release.text_of(found.block).as_str();
    let words_alone = Raw::from(text[range].to_owned()).clean_line().into_string();
    let slip = slip(kind, &words_alone, mention);
    let fact = FactId::new(kind, 0);
    let plain = match kind {
        // A number is not guessed.
        FactKind::Figure => line::escaped(&words_alone) + " | ",
        FactKind::Participant | FactKind::Date => line::of(&slip, fact),
    };
    let prompt = Prompt::with(&plain);
    let new = Some(Box::new(NewFact { slip, found, ticket, plain }));
    model.popup = Some(Popup::Fact(FactEdit { fact, prompt, fault: None, new }));
    vec![Effect::Suggest { ticket, document, words, kind }]
}

/// A release with nothing but one fact, of which only the words are known.
fn slip(kind: FactKind, words: &str, mention: Mention) -> Release {
    let mut slip = Release::default();
    let (words, mentions) = (Raw::from(words.to_owned()), vec![mention]);
    match kind {
        FactKind::Participant => {
            slip.participants.push(Participant { name: words, mentions, ..Participant::default() });
        }
        FactKind::Date => {
            slip.dates.push(KeyDate { date: words, mentions, ..KeyDate::default() });
        }
        FactKind::Figure => {
            slip.figures.push(Figure { text: words, mentions, ..Figure::default() });
        }
    }
    slip
}

/// The rules of the import have read the words; a line in which something was typed stays.
pub(super) fn suggested(model: &mut Model, ticket: u64, fact: Option<Box<Release>>) -> Vec<Effect> {
    if let Some(Popup::Fact(FactEdit { fact: id, prompt, fault, new: Some(new) })) =
        model.lowest_popup_mut()
        && let Some(mut read) = fact
        && (new.ticket, new.plain.as_str()) == (ticket, prompt.text())
    {
        *mentions_of(&mut read, *id) = new.slip.mentions(*id).to_vec();
        *prompt = Prompt::with(&line::of(&read, *id));
        prompt.text().clone_into(&mut new.plain);
        new.slip = *read;
        *fault = None;
    }
    Vec::new()
}

/// Takes the line for a fact that is new.
pub(super) fn finish(model: &mut Model) -> Vec<Effect> {
    let Some(Popup::Fact(edit)) = &mut model.popup else { return Vec::new() };
    let Some(new) = &edit.new else { return Vec::new() };
    let mut slip = new.slip.clone();
    if let Err(sentence) = line::apply(&mut slip, edit.fact, edit.prompt.text()) {
        edit.fault = Some(sentence);
        return Vec::new();
    }
    let found = new.found.clone();
    model.popup = None;
    review::remember(model);
    let Some(reading) = model.reading() else { return Vec::new() };
    let mut release = reading.document.release.clone();
    release.participants.append(&mut slip.participants);
    release.dates.append(&mut slip.dates);
    release.figures.append(&mut slip.figures);
    let effects = take(model, release, &found);
    review::decide(model, |decisions| decisions.add(found.fact));
    model.say(phrase::review::added(review::key(model, Action::UndoDecision)));
    effects
}

/// Adds the selected words as one more mention of the fact under the panel's cursor.
fn add_mention(model: &mut Model) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(fact) = reading.panel.fact() else {
        model.say(phrase::review::no_fact());
        return Vec::new();
    };
    let Said { mention: said, found, .. } = match mention(reading, fact) {
        Ok(outcome) => outcome,
        Err(sentence) => {
            model.complain(sentence);
            return Vec::new();
        }
    };
    let mut release = reading.document.release.clone();
    mentions_of(&mut release, fact).push(said);
    let name = release.name_of(fact).clean_line().into_owned();
    review::remember(model);
    let effects = take(model, release, &found);
    review::decide(model, |decisions| decisions.accept(fact));
    model.say(phrase::review::mention_added(name));
    effects
}

/// Takes a release in which one mention is new; its fact is the current one then.
fn take(model: &mut Model, release: Release, found: &Found) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(evidence) = &reading.evidence else { return Vec::new() };
    let evidence = Arc::new(evidence.with(found.clone()));
    let document = review::exchange(reading, release);
    reading.evidence = Some(Arc::clone(&evidence));
    reading.end_selection();
    // The words were selected in the text, where more of them may follow.
    reading.focus = Focus::Text;
    reading.panel.select(found.fact);
    let mention = evidence.of_fact(found.fact).position(|other| other == found).unwrap_or(0);
    reading.lit = Some(Lit { fact: found.fact, mention });
    vec![Effect::Check(document, evidence)]
}

/// Leaves out the lit mention of a fact.
pub(super) fn drop_mention(model: &mut Model, fact: FactId) -> Vec<Effect> {
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let lit = reading.lit_place().filter(|found| found.fact == fact);
    let (Some(found), Some(evidence)) = (lit, reading.evidence.clone()) else {
        model.say(phrase::review::no_mention());
        return Vec::new();
    };
    let Document { release, addresses, .. } = &*reading.document;
    if release.mentions(fact).len() == 1 {
        let drop = model.key(Action::DropFact);
        model.say(phrase::review::only_mention(drop));
        return Vec::new();
    }
    let Ok(left) = quote::without((release, addresses, &evidence), &found) else {
        model.complain(phrase::review::ambiguous_without());
        return Vec::new();
    };
    let mut release = release.clone();
    *mentions_of(&mut release, fact) = left;
    review::remember(model);
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let document = review::exchange(reading, release);
    // Others may be quoted anew, so all are looked for again; until then they are where they were.
    reading.evidence = Some(Arc::new(evidence.without(&found)));
    reading.move_in_panel(0);
    super::text::show_lit(reading);
    review::decide(model, |decisions| decisions.accept(fact));
    model.say(phrase::review::mention_dropped(model.key(Action::UndoDecision)));
    vec![Effect::Examine(document)]
}

fn mentions_of(release: &mut Release, fact: FactId) -> &mut Vec<Mention> {
    let index = fact.index();
    match fact.kind() {
        FactKind::Participant => &mut release.participants[index].mentions,
        FactKind::Date => &mut release.dates[index].mentions,
        FactKind::Figure => &mut release.figures[index].mentions,
    }
}
