//! Looking for the words under the cursor.

use std::sync::Arc;

use crate::phrase::moving as phrase;
use crate::reader::effect::Effect;
use crate::reader::model::{Model, Screen};
use crate::reader::reading::find::Wanted;

/// Looks for the word or fact under the cursor; the answer goes on to where they stand next.
pub(super) fn find(model: &mut Model) -> Vec<Effect> {
    let ticket = model.next_ticket();
    let Screen::Reading(reading) = &mut model.screen else { return Vec::new() };
    let Some(words) = reading.words_here() else {
        model.say(phrase::no_word_here());
        return Vec::new();
    };
    reading.leave_panel();
    reading.start_find();
    let Some(find) = &mut reading.find else { return Vec::new() };
    find.wanted = Wanted { query: words.words, is_pattern: false };
    (find.ticket, find.taken_from) = (ticket, words.at);
    let (document, wanted) = (Arc::clone(&reading.document), find.wanted.clone());
    vec![Effect::Find { ticket, document, wanted }]
}
