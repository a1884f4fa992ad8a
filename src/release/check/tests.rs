//! Files in, problems out.

use super::*;
use crate::release::parse;

#[track_caller]
fn problems(fields: &str) -> Vec<String> {
    let source = format!("Release(format: 1, title: \"The title\", {fields})");
    let release = parse(&source).unwrap();
    check(&release)
        .iter()
        .map(|p| match &p.help {
            Some(help) => format!("{}: {} | {help}", p.code.name(), p.message),
            None => format!("{}: {}", p.code.name(), p.message),
        })
        .collect()
}

#[track_caller]
fn finds(fields: &str, expected: &[&str]) {
    assert_eq!(problems(fields), expected);
}

/// A figure with mentions, in a release of two numbers, the second with two items.
#[track_caller]
fn mentions(mentions: &str, expected: &[&str]) {
    let body = r#"Numbered(number: "1", text: "Yoon Soon-gu met others at 10:00-14:00, March 6."),
        Numbered(number: "2", text: "ten", items: [
            Bullet(marker: "°", text: "Agreed, ten times ten"), Bullet(marker: "°", text: "So")])"#;
    let figure = r#"text: "ten", value: 10.0, unit: "times""#;
    finds(&format!("body: [{body}], figures: [({figure}, mentions: [{mentions}])]"), expected);
}

#[test]
fn a_mention_of_no_block_is_told_where_the_last_one_is() {
    mentions(
        r#"(at: "2.4", quote: "Agreed")"#,
        &[
            "unknown-address: there is no block `2.4` | the last item of `2` is `2.2`; the words stand in `2.1`",
        ],
    );
    mentions(
        r#"(at: "1.1", quote: "nowhere")"#,
        &["unknown-address: there is no block `1.1` | `1` has no items"],
    );
    mentions(
        r#"(at: "7", quote: "nowhere")"#,
        &["unknown-address: there is no block `7` | the last number is `2`"],
    );
    mentions(
        r#"(at: "2.1.", quote: "Agreed")"#,
        &["unknown-address: there is no block `2.1.` | did you mean `2.1`?"],
    );
    mentions(r#"(at: "x", quote: "nowhere")"#, &["unknown-address: there is no block `x`"]);
}

#[test]
fn words_that_do_not_stand_are_told_what_does() {
    mentions(
        r#"(at: "1", quote: "10.00-14.00 March 6")"#,
        &[
            "quote-not-found: `10.00-14.00 March 6` does not stand in `1` | the nearest text there is `10:00-14:00, March 6`",
        ],
    );
    mentions(
        r#"(at: "1", quote: "yoon soon–gu")"#,
        &[
            "quote-not-found: `yoon soon–gu` does not stand in `1` | the text there is `Yoon Soon-gu`",
        ],
    );
    mentions(
        r#"(at: "1", quote: "Agreed")"#,
        &["quote-not-found: `Agreed` does not stand in `1` | the words stand in `2.1`"],
    );
    mentions(
        r#"(at: "2", quote: "ten"), (at: "2", quote: "ten")"#,
        &[
            "quote-not-found: `ten` stands in `2` only once | this figure mentions it more often; take one out",
        ],
    );
    mentions(r#"(at: "2.1", quote: "ten"), (at: "2.1", quote: "ten")"#, &[]);
    mentions(
        r#"(at: "1", quote: " ")"#,
        &[
            "empty-quote: the mention quotes no words | quote the words that prove it, or take the mention out",
        ],
    );
}

#[test]
fn facts_must_be_sound() {
    let proof = r#"mentions: [(at: "title", quote: "title")]"#;
    finds(
        &format!(
            r#"body: [], participants: [(name: " ", {proof}), (name: "Ann Lee", {proof}), (name: "ANN  LEE")],
            dates: [(date: "2019-02-31", label: "", {proof})],
            figures: [(text: "", value: 1e400, unit: "", {proof}), (text: "x", value: 20, value_max: 10, unit: "UDS", {proof})]"#
        ),
        &[
            "empty-name: the participant has no name",
            "no-mention: this participant has no mention | add `mentions: [(at: \"…\", quote: \"…\")]`",
            "person-twice: `ANN LEE` is listed already | keep one entry, with the mentions of both",
            "invalid-date: `2019-02-31` is no date: February 2019 has 28 days | dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`",
            "empty-text: this field is given and left empty | leave it out",
            "empty-name: the figure has no words",
            "not-finite: the value is too large a number | write the number meant",
            "empty-unit: the figure has no unit | a currency code, `%`, `times`, `ordinal`, `anniversary` or a noun",
            "reversed-range: the upper end 10 is below the lower end 20 | swap the two",
            "unknown-currency: `UDS` is no currency code of ISO 4217 | did you mean `USD`?",
        ],
    );
}

#[test]
fn a_release_must_describe_itself() {
    finds(
        r#"published: "06/03/2019", language: "Korean", source: "mofa.go.kr/eng", series: (name: "", edition: 0),
        versions: [(language: "korean", file: "../ko.ron"), (language: "fr", file: ""), (language: "fr", file: "a/./b.ron")],
        topics: [""], body: []"#,
        &[
            "invalid-date: `06/03/2019` is no date: it is not written as EDTF | did you mean `2019-03-06` or `2019-06-03`?",
            "odd-language: `Korean` is not a language tag | did you mean `ko`?",
            "odd-source: `mofa.go.kr/eng` is not the address of a web page | did you mean `https://mofa.go.kr/eng`?",
            "empty-name: the series has no name",
            "edition-zero: there is no edition 0 | editions are counted from 1",
            "odd-language: `korean` is not a language tag | did you mean `ko`?",
            "own-language: a version has the release's own language",
            "outside-folder: `../ko.ron` lies outside the release's own folder | no file outside it is ever opened",
            "empty-name: the version names no file",
            "own-language: `fr` is listed already",
            "empty-text: a topic is empty | take it out",
        ],
    );
}

#[test]
fn blocks_must_be_in_order() {
    let numbered = |numbers: &[&str]| -> String {
        let blocks: Vec<String> = numbers
            .iter()
            .map(|n| match *n {
                "h" => r#"Heading(text: "h")"#.to_owned(),
                n => format!(r#"Numbered(number: "{n}", text: "x")"#),
            })
            .collect();
        format!("body: [{}]", blocks.join(", "))
    };
    finds(&numbered(&["1", "2.", "③", "h", "1", "2", "h", "3", "가"]), &[]);
    finds(
        &numbered(&["1", "2", "2", "4"]),
        &[
            "number-twice: the number `2` is printed twice in this section",
            "number-gap: `4` comes after `2` | is `3` missing?",
        ],
    );
    finds(
        &numbered(&["1", "2", "1", "2", "9"]),
        &[
            "number-twice: the number `1` is printed twice in this section",
            "number-gap: `9` comes after `2`",
        ],
    );
    finds(
        r#"body: [Paragraph(text: " "), Table(header: ["a", "b"], rows: [["1", "2"], ["3"]]), Table(rows: [])]"#,
        &[
            "empty-text: this paragraph has no words | write them, or take the block out",
            "ragged-table: row 2 has 1 cell, and the head row has 2 | an empty cell is written `\"\"`",
            "empty-text: this table has no words in it | write them, or take the block out",
        ],
    );
}

#[test]
fn hidden_characters_are_named() {
    finds(
        r#"body: [Paragraph(text: "a\u{202E}b\u{1b}[31mc"), Table(rows: [["x", "y\u{200B}"]])]"#,
        &[
            "hidden-character: `U+202E`, an override of direction, stands here, and another hidden character | take it out; it is never shown",
            "hidden-character: `U+200B`, a zero-width space, stands here | take it out; it is never shown",
        ],
    );
}

#[test]
fn blocks_too_deep_are_told_once_a_chain() {
    let open = r#"Note(text: "x", items: ["#.repeat(20);
    let body = format!("body: [{open}{}]", "])".repeat(20));
    finds(
        &body,
        &[
            "nested-deep: this block lies deeper than 16 levels | move it up, or make it a paragraph",
        ],
    );
}

#[test]
fn paths_stay_inside_the_folder() {
    for inside in ["ko.ron", "ko/a.ron", "./a.ron", "a..b.ron"] {
        assert!(is_inside(inside), "{inside}");
    }
    for outside in
        ["/a.ron", "../a.ron", "a/../../b.ron", r"..\a.ron", r"C:\a.ron", r"\\host\a", "a\0b"]
    {
        assert!(!is_inside(outside), "{outside}");
    }
}
