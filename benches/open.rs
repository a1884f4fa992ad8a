//! From the bytes of a file to a release that can be read.

use divan::Bencher;
use divan::counter::BytesCount;
use pressroom::library::Source;
use pressroom::reader::Document;
use pressroom::release::evidence::Evidence;
use pressroom::release::{self, check};
use ron::extensions::Extensions;
use serde::Deserialize;

use crate::support::{SIZES, release};

/// The shape of a release and nothing more: what `ron` alone makes of the text.
#[derive(Deserialize)]
#[serde(rename = "Release")]
#[expect(dead_code, reason = "only parsed")]
struct Bare {
    format: u32,
    title: String,
    body: Vec<BareBlock>,
    #[serde(default)]
    participants: Vec<BareParticipant>,
    #[serde(default)]
    dates: Vec<BareDate>,
    #[serde(default)]
    figures: Vec<BareFigure>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
enum BareBlock {
    Heading(BareText),
    Numbered(BareText),
    Bullet(BareText),
    Paragraph(BareText),
    Note(BareText),
    Table {
        #[serde(default)]
        header: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
struct BareText {
    #[serde(default)]
    number: Option<String>,
    #[serde(default)]
    marker: Option<String>,
    text: String,
    #[serde(default)]
    items: Vec<BareBlock>,
}

/// The facts of a release: the same fields under each name that may stand before them.
macro_rules! bare_facts {
    ($($fact:ident $name:literal),+) => {$(
        #[derive(Deserialize)]
        #[serde(rename = $name)]
        #[expect(dead_code, reason = "only parsed")]
        struct $fact {
            #[serde(alias = "name", alias = "date")]
            text: String,
            #[serde(default)]
            value: Option<f64>,
            #[serde(default)]
            unit: Option<String>,
            #[serde(default)]
            label: Option<String>,
            #[serde(default)]
            period: Option<String>,
            #[serde(default)]
            title: Option<String>,
            #[serde(default)]
            affiliation: Option<String>,
            #[serde(default)]
            mentions: Vec<BareMention>,
        }
    )+};
}

bare_facts!(BareParticipant "Participant", BareDate "Date", BareFigure "Figure");

#[derive(Deserialize)]
#[expect(dead_code, reason = "only parsed")]
struct BareMention {
    at: String,
    quote: String,
}

fn bare(text: &str) -> Bare {
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    options.from_str(text).expect("a release that is well formed")
}

/// The file that `PRESSROOM_RELEASE` names: how long `ron` alone takes for it.
#[divan::bench]
fn named_file_ron_alone(bencher: Bencher<'_, '_>) {
    if let Some(text) = named() {
        bencher.counter(BytesCount::of_str(&text)).bench(|| bare(&text));
    }
}

/// The same file up to what the first frame needs.
#[divan::bench]
fn named_file_parse_and_name_blocks(bencher: Bencher<'_, '_>) {
    if let Some(text) = named() {
        bencher.counter(BytesCount::of_str(&text)).bench(|| ready(&text));
    }
}

fn named() -> Option<String> {
    let path = std::env::var_os("PRESSROOM_RELEASE")?;
    Some(std::fs::read_to_string(path).expect("the file that PRESSROOM_RELEASE names"))
}

fn ready(text: &str) -> Document {
    let release = release::parse(text).expect("a release that is well formed");
    Document::new(Source::file("bench.ron"), release)
}

#[divan::bench(args = SIZES)]
fn ron_alone(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher.counter(BytesCount::of_str(&text)).bench(|| bare(&text));
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher.counter(BytesCount::of_str(&text)).bench(|| release::parse(&text));
}

#[divan::bench(args = SIZES)]
fn parse_and_name_blocks(bencher: Bencher<'_, '_>, paragraphs: usize) {
    let text = release(paragraphs);
    bencher.counter(BytesCount::of_str(&text)).bench(|| ready(&text));
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
