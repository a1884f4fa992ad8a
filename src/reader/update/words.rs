//! Looking for the words under the cursor.

use std::sync::Arc;

use super::prompts;
use crate::phrase::moving as phrase;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::find::Wanted;
use crate::reader::reading::select::Selection;

/// Looks for the word or fact under the cursor; the answer goes on to where they stand next.
pub(super) fn find(model: &mut Model) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(words) = reading.words_here() else {
        let is_long = reading.selection().map(Selection::blocks).is_some_and(|(a, b)| a != b);
        model.say(if is_long { phrase::only_within_one() } else { phrase::no_word_here() });
        return Vec::new();
    };
    reading.end_selection();
    reading.leave_panel();
    reading.start_find();
    let Some(find) = &mut reading.find else { return Vec::new() };
    find.wanted = Wanted { query: words.words, is_pattern: false };
    (find.ticket, find.taken_from) = (ticket, words.at);
    let (document, wanted) = (Arc::clone(&reading.document), find.wanted.clone());
    prompts::remember(model, wanted.clone());
    vec![Effect::Find { ticket, document, wanted }]
}
