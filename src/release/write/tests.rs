//! Any release is written, and read back the same, in both forms.

use proptest::prelude::*;

use super::*;
use crate::release::json::{from_json, to_json, to_json_line};
use crate::release::{Table, parse};

fn texts() -> impl Strategy<Value = Raw> {
    let odd = "([a-z ]{0,4}|[\"\\\\\n\r\t\0\u{1b}\u{7f}\u{85}]|[\u{202e}\u{200b}\u{feff}\u{2028}\u{a0}\u{3000}\u{ad}\u{fe0f}\u{e0001}]|[é한日🚀\u{301}]|.){0,5}";
    odd.prop_map(Raw::from)
}

fn some_texts() -> impl Strategy<Value = Option<Raw>> {
    prop::option::of(texts())
}

fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(9.0),
        Just(36_200_000_000.0),
        Just(1e16),
        Just(1e21),
        Just(0.1),
        any::<f64>().prop_filter("finite", |value| value.is_finite()),
    ]
}

fn tables() -> impl Strategy<Value = (Raw, Table)> {
    let row = || prop::collection::vec("[a-z\t\n]{0,3}", 0..3);
    (row(), prop::collection::vec(row(), 0..3))
        .prop_map(|(header, rows)| Table::join(&header, &rows))
}

fn blocks() -> impl Strategy<Value = Block> {
    (0..6_usize, 0..5_u8, (texts(), texts(), texts()), (any::<bool>(), any::<bool>()), tables())
        .prop_map(
            |(kind, depth, (number, marker, text), (has_number, has_marker), (cells, table))| {
                let kind = [
                    Kind::Heading,
                    Kind::Numbered,
                    Kind::Bullet,
                    Kind::Paragraph,
                    Kind::Table,
                    Kind::Note,
                ][kind];
                let given = |field, is: bool| match presence(kind, field) {
                    Presence::Never => false,
                    Presence::Maybe => is,
                    Presence::Always => true,
                };
                let number = given("number", has_number).then_some(number);
                let marker = given("marker", has_marker).then_some(marker);
                let is_table = kind == Kind::Table;
                let text = if is_table { cells } else { text };
                let table = is_table.then(|| std::sync::Arc::new(table));
                Block { kind, depth, end: 0, number, marker, text, table }
            },
        )
}

fn bodies() -> impl Strategy<Value = Body> {
    prop::collection::vec(blocks(), 0..8).prop_map(|blocks| {
        let mut body = Body::new();
        for mut block in blocks {
            // A table has no items.
            if let Some(above) = body.blocks().last().filter(|above| above.kind == Kind::Table) {
                block.depth = block.depth.min(above.depth);
            }
            body.push(block);
        }
        body
    })
}

fn mentions() -> impl Strategy<Value = Vec<Mention>> {
    let mention = (texts(), texts()).prop_map(|(at, quote)| Mention { at, quote });
    prop::collection::vec(mention, 0..3)
}

fn participants() -> impl Strategy<Value = Participant> {
    (texts(), some_texts(), some_texts(), some_texts(), mentions()).prop_map(
        |(name, title, affiliation, doubt, mentions)| Participant {
            name,
            title,
            affiliation,
            doubt,
            mentions,
        },
    )
}

fn dates() -> impl Strategy<Value = KeyDate> {
    (texts(), some_texts(), some_texts(), mentions())
        .prop_map(|(date, label, doubt, mentions)| KeyDate { date, label, doubt, mentions })
}

fn figures() -> impl Strategy<Value = Figure> {
    let words = (texts(), texts(), some_texts(), some_texts(), some_texts());
    (words, numbers(), prop::option::of(numbers()), mentions()).prop_map(
        |((text, unit, label, period, doubt), value, value_max, mentions)| Figure {
            text,
            value,
            value_max,
            unit,
            label,
            period,
            doubt,
            mentions,
        },
    )
}

fn releases() -> impl Strategy<Value = Release> {
    let head = (texts(), some_texts(), some_texts(), some_texts(), some_texts());
    let translation = prop_oneof![
        Just(Translation::Original),
        Just(Translation::Official),
        Just(Translation::Unofficial)
    ];
    let series = (texts(), prop::option::of(any::<u32>()))
        .prop_map(|(name, edition)| Series { name, edition });
    let version = (texts(), texts()).prop_map(|(language, file)| Version { language, file });
    let about = (
        translation,
        prop::option::of(series),
        prop::collection::vec(version, 0..2),
        prop::collection::vec(texts(), 0..3),
    );
    let facts = (
        prop::collection::vec(participants(), 0..2),
        prop::collection::vec(dates(), 0..2),
        prop::collection::vec(figures(), 0..2),
    );
    (head, about, bodies(), facts).prop_map(|(head, about, body, facts)| {
        let (title, issuer, published, language, source) = head;
        let (translation, series, versions, topics) = about;
        let (participants, dates, figures) = facts;
        Release {
            title,
            issuer,
            published,
            language,
            source,
            translation,
            series,
            versions,
            topics,
            body,
            participants,
            dates,
            figures,
        }
    })
}

fn is_harmless(text: &str) -> bool {
    text.chars().all(|c| is_written_plain(c) || matches!(c, '\n' | '"' | '\\'))
}

proptest! {
    #[test]
    fn a_release_survives_ron(release in releases()) {
        let text = write(&release);
        prop_assert!(is_harmless(&text));
        let read = parse(&text).map_err(|fault| TestCaseError::fail(format!("{fault:?}\n{text}")))?;
        prop_assert_eq!(&read, &release);
        prop_assert_eq!(write(&read), text);
    }

    #[test]
    fn a_release_survives_json(release in releases()) {
        for text in [to_json(&release), to_json_line(&release)] {
            prop_assert!(is_harmless(&text));
            let read = from_json(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(&read, &release);
        }
    }
}

#[test]
fn the_layout_is_one_line_a_block_and_a_fact() {
    let source = r#"Release(
    format: 1,
    title: "A \"title\" \u{202e}",
    series: (name: "S", edition: 9),
    versions: [(language: "ko", file: "a.ko.ron")],
    topics: ["one", "two"],
    body: [
        Heading(number: "1", marker: "붙임", text: "x"),
        Numbered(number: "2", text: "x", items: [
            Bullet(marker: "°", text: "x\ny", items: [
                Paragraph(text: ""),
            ]),
            Table(header: ["a", ""], rows: [["b"], []]),
        ]),
        Table(rows: [["c"]]),
        Note(text: "x"),
    ],
    participants: [
    ],
    dates: [
    ],
    figures: [
        (text: "x", value: 9.0, value_max: 36200000000000000000.0, unit: "USD"),
        (text: "x", value: -0.5, unit: "x", doubt: "why"),
    ],
)
"#;
    assert_eq!(write(&parse(source).unwrap()), source);
}

#[test]
fn a_release_of_nothing_is_written_too() {
    let text = write(&Release::default());
    assert_eq!(
        text,
        "Release(\n    format: 1,\n    title: \"\",\n    body: [\n    ],\n    participants: [\n    ],\n    dates: [\n    ],\n    figures: [\n    ],\n)\n"
    );
    assert_eq!(parse(&text).unwrap(), Release::default());
}

#[test]
fn json_names_the_address_of_each_block() {
    let release =
        parse(r#"(format: 1, title: "T", body: [Numbered(number: "1", text: "x", items: [Note(text: "y")])])"#)
            .unwrap();
    assert_eq!(
        to_json_line(&release),
        r#"{"format":1,"title":"T","body":[{"Numbered":{"address":"1","number":"1","text":"x","items":[{"Note":{"address":"1.1","text":"y"}}]}}]}"#
    );
}

#[test]
fn json_that_is_no_release_says_why() {
    for (json, why) in [
        (
            r#"{"format":1,"title":"T","body":[{"Table":{"text":"x","rows":[]}}]}"#,
            "unknown field `text` of `Table`",
        ),
        (
            r#"{"format":1,"title":"T","body":[{"Bullet":{"text":"x"}}]}"#,
            "missing field `marker` of `Bullet`",
        ),
        (r#"{"format":1,"tittle":"T"}"#, "unknown field `tittle`"),
        (r#"{"format":2,"title":"T","body":[]}"#, "format 2"),
        ("", "EOF"),
    ] {
        let error = from_json(json).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
}
