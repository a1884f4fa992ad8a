//! From the bytes of a file to a release that can be read.

use divan::Bencher;
use pressroom::library::Source;
use pressroom::reader::Document;
use pressroom::release::evidence::Evidence;
use pressroom::release::{self, check};
use serde::Deserialize;

use crate::support::{SIZES, release};

/// The shape of the bench's releases and nothing more: what `ron` alone makes of the text.
#[derive(Deserialize)]
#[serde(rename = "Release")]
#[expect(dead_code, reason = "only parsed")]
struct Bare {
    format: u32,
    title: String,
    body: Vec<BareBlock>,
    figures: Vec<BareFigure>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
enum BareBlock {
    Numbered { number: String, text: String, items: Vec<BareBlock> },
    Bullet { marker: String, text: String },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
struct BareFigure {
    text: String,
    value: f64,
    unit: String,
    mentions: Vec<BareMention>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
struct BareMention {
    at: String,
    quote: String,
}

#[divan::bench(args = SIZES)]
fn ron_alone(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| ron::from_str::<Bare>(&text).expect("the bench's release is well formed"));
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| release::parse(&text));
}

#[divan::bench(args = SIZES)]
fn parse_and_name_blocks(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| {
        let release = release::parse(&text).expect("the bench's release is well formed");
        Document::new(Source::file("bench.ron"), release)
    });
}

#[divan::bench(args = SIZES)]
fn find_evidence_and_check(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let parsed = release::parse(&release(paragraphs)).expect("the bench's release is well formed");
    let document = Document::new(Source::file("bench.ron"), parsed);
    bencher.bench(|| {
        let evidence = Evidence::of(&document.release, &document.addresses);
        check::check_with(&document.release, &document.addresses, &evidence)
    });
}
