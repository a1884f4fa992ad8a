//! A frame: the model as cells, and the cells that changed. Its cost must not depend on the release.

use divan::Bencher;
use pressroom::reader::areas::Size;
use pressroom::theme::{Background, Theme};
use pressroom::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::support::{SIZES, USUAL, press, reader, release};

fn buffer(size: Size) -> Buffer {
    Buffer::empty(Rect::new(0, 0, size.width, size.height))
}

#[divan::bench(args = SIZES)]
fn a_frame_in_the_middle(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let mut model = reader(&release(paragraphs), USUAL);
    press(&mut model, "3 g g");
    let theme = Theme::for_background(Background::Dark);
    bencher.with_inputs(|| buffer(USUAL)).bench_local_refs(|buffer| {
        view::draw(&model, &theme, buffer);
    });
}

#[divan::bench]
fn a_large_frame(bencher: Bencher<'_, '_>) {
    let size = Size { width: 200, height: 60 };
    let model = reader(&release(SIZES[1]), size);
    let theme = Theme::for_background(Background::Light);
    bencher.with_inputs(|| buffer(size)).bench_local_refs(|buffer| {
        view::draw(&model, &theme, buffer);
    });
}

#[divan::bench]
fn what_changed_by_a_line(bencher: Bencher<'_, '_>) {
    let theme = Theme::for_background(Background::Dark);
    let mut model = reader(&release(SIZES[1]), USUAL);
    let (mut before, mut after) = (buffer(USUAL), buffer(USUAL));
    view::draw(&model, &theme, &mut before);
    press(&mut model, "Ctrl-e");
    view::draw(&model, &theme, &mut after);
    bencher.bench_local(|| before.diff(&after).len());
}
