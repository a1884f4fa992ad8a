//! Finding: from a typed letter to every hit.

use divan::Bencher;
use pressroom::app;
use pressroom::reader::Message;
use pressroom::reader::update::update;

use crate::support::{SIZES, USUAL, press, reader, release};

#[divan::bench(args = SIZES)]
fn a_word_that_is_everywhere(bencher: Bencher<'_, '_>, paragraphs: usize) {
    find(bencher, paragraphs, "transport");
}

#[divan::bench(args = SIZES)]
fn a_word_that_is_nowhere(bencher: Bencher<'_, '_>, paragraphs: usize) {
    find(bencher, paragraphs, "zephyr");
}

/// The word is pasted, which asks once; typing it asks once for each letter.
fn find(bencher: Bencher<'_, '_>, paragraphs: usize, word: &str) {
    let mut model = reader(&release(paragraphs), USUAL);
    bencher.bench_local(|| {
        press(&mut model, "/");
        for effect in update(&mut model, Message::Paste(word.to_owned())) {
            for message in app::answers(effect, &[]) {
                update(&mut model, message);
            }
        }
        press(&mut model, "Esc");
    });
}
