//! Moving: what a key costs before anything is drawn.

use divan::Bencher;
use pressroom::reader::Message;
use pressroom::reader::areas::Size;
use pressroom::reader::update::update;

use crate::support::{SIZES, USUAL, press, reader, release};

#[divan::bench(args = SIZES)]
fn a_line_down(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let mut model = reader(&release(paragraphs), USUAL);
    press(&mut model, "3 g g");
    let mut there = false;
    bencher.bench_local(|| {
        // Down and up in turn, so that the end is never reached.
        there = !there;
        press(&mut model, if there { "j" } else { "k" });
    });
}

#[divan::bench(args = SIZES)]
fn a_thousand_lines_down(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let keys = "j ".repeat(1_000);
    let mut model = reader(&release(paragraphs), USUAL);
    bencher.bench_local(|| {
        press(&mut model, keys.trim());
        press(&mut model, "g g");
    });
}

#[divan::bench(args = SIZES)]
fn to_the_end_and_back(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let mut model = reader(&release(paragraphs), USUAL);
    bencher.bench_local(|| press(&mut model, "G g g"));
}

#[divan::bench(args = SIZES)]
fn another_width(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let mut model = reader(&release(paragraphs), USUAL);
    let mut width = USUAL.width;
    bencher.bench_local(|| {
        width = if width == USUAL.width { 90 } else { USUAL.width };
        update(&mut model, Message::Resized(Size { width, ..USUAL }));
    });
}
