//! Whole conversations: lines in, lines out.

use std::fmt::Write as _;

use super::*;
use crate::library::Card;
use crate::release::parse;

const TALKS: &str = r#"Release(
    format: 1,
    title: "Harbours Meet",
    body: [
        Heading(text: "Opening"),
        Numbered(number: "1", text: "Chair Lee opened the meeting on 6 March 2019."),
        Numbered(number: "2", text: "Two items follow.", items: [
            Bullet(marker: "°", text: "Trade grew to EUR 5 million."),
        ]),
        Table(header: ["Year", "Trade"], rows: [["2018", "4"], ["2019", "5"]]),
        Note(text: "Unofficial."),
    ],
    participants: [(name: "Lee", title: "Chair", mentions: [(at: "1", quote: "Chair Lee")])],
    dates: [(date: "2019-03-06", mentions: [(at: "1", quote: "6 March 2019"), (at: "2", quote: "no")])],
    figures: [(text: "EUR 5 million", value: 5000000.0, unit: "EUR")],
)"#;

fn source() -> Source {
    Source::text("talks.ron", TALKS)
}

/// A dialogue with the talks open.
fn talks(language: Language, width: u16) -> (Dialogue, Turn) {
    let entry = Entry::new(source(), Ok(Card::default()));
    let mut dialogue = Dialogue::new(language, width, vec![entry]);
    let turn = dialogue.opened(&source(), Ok(parse(TALKS).unwrap()), None);
    (dialogue, turn)
}

fn joined(lines: &[Clean<'_>]) -> String {
    lines.iter().map(Clean::as_str).collect::<Vec<_>>().join(" ")
}

/// Everything that is printed for some lines typed one after the other, prompts included.
fn conversation(dialogue: &mut Dialogue, first: &Turn, typed: &[&str]) -> String {
    let mut out = String::new();
    let mut print = |dialogue: &Dialogue, turn: &Turn| {
        for line in &turn.lines {
            let _ = writeln!(out, "{line}");
        }
        if turn.then == Then::Ask {
            let _ = writeln!(out, "[{}]", joined(&dialogue.prompt()));
        }
    };
    print(dialogue, first);
    for line in typed {
        let turn = dialogue.answer(line);
        print(dialogue, &turn);
    }
    out
}

#[track_caller]
fn check(language: Language, typed: &[&str], expected: &str) {
    let (mut dialogue, first) = talks(language, 80);
    let said = conversation(&mut dialogue, &first, typed);
    assert_eq!(said.trim(), expected.trim(), "\n{said}");
}

#[test]
fn a_release_is_read_block_by_block() {
    check(
        Language::English,
        &["", "", "2.1", "", "", "", "p", "title", "p"],
        "\
Title: Harbours Meet
Blocks: 6. Facts: 3
[title. Enter: next, h: help]
Heading h1: Opening
[h1. Enter: next, h: help]
1: Chair Lee opened the meeting on 6 March 2019.
[1. Enter: next, h: help]
2.1: Trade grew to EUR 5 million.
[2.1. Enter: next, h: help]
Table t1, 2 rows
Row 1: Year: 2018; Trade: 4
Row 2: Year: 2019; Trade: 5
[t1. Enter: next, h: help]
Note n1: Unofficial.
[End of the release. p: back, f: facts, q: quit]
This is the end
[End of the release. p: back, f: facts, q: quit]
Table t1, 2 rows
Row 1: Year: 2018; Trade: 4
Row 2: Year: 2019; Trade: 5
[t1. Enter: next, h: help]
Title: Harbours Meet
[title. Enter: next, h: help]
This is the beginning
[title. Enter: next, h: help]",
    );
}

#[test]
fn facts_have_numbers_and_their_words_and_lead_to_them() {
    check(
        Language::English,
        &["f", "1", "f", "3", "9", ""],
        "\
Title: Harbours Meet
Blocks: 6. Facts: 3
[title. Enter: next, h: help]
Participants
1. Lee, Chair
In 1: “Chair Lee”
Dates
2. 6 March 2019
In 1: “6 March 2019”
In 2: the words were not found
Key figures
3. EUR 5 million
No words are tied to it
[A number from 1 to 3. Enter: read on, h: help]
1: Chair Lee opened the meeting on 6 March 2019.
[1. Enter: next, h: help]
Participants
1. Lee, Chair
In 1: “Chair Lee”
Dates
2. 6 March 2019
In 1: “6 March 2019”
In 2: the words were not found
Key figures
3. EUR 5 million
No words are tied to it
[A number from 1 to 3. Enter: read on, h: help]
No words are tied to it
[A number from 1 to 3. Enter: read on, h: help]
There is no number 9 in the list
[A number from 1 to 3. Enter: read on, h: help]
2: Two items follow.
[2. Enter: next, h: help]",
    );
}

#[test]
fn words_are_found_and_the_results_have_numbers() {
    check(
        Language::English,
        &["/trade", "#2", "/trade", "1", "/zebra", "/"],
        "\
Title: Harbours Meet
Blocks: 6. Facts: 3
[title. Enter: next, h: help]
2 results for trade
1. 2.1: Trade grew to EUR 5 million.
2. t1: Year Trade 2018 4 2019 5
[A number from 1 to 2. Enter: read on, h: help]
2: Two items follow.
[2. Enter: next, h: help]
2 results for trade
1. 2.1: Trade grew to EUR 5 million.
2. t1: Year Trade 2018 4 2019 5
[A number from 1 to 2. Enter: read on, h: help]
2.1: Trade grew to EUR 5 million.
[2.1. Enter: next, h: help]
Nothing found for zebra
[2.1. Enter: next, h: help]
Type the words behind the slash, such as /trade
[2.1. Enter: next, h: help]",
    );
}

#[test]
fn it_speaks_korean_and_takes_letters_typed_in_korean() {
    check(
        Language::Korean,
        &["", "ㄹ", "/무역", "엉뚱한 말", "9", "ㅂ"],
        "\
제목: Harbours Meet
문단 6개, 사실 3개
[title. Enter: 다음, h: 도움말]
소제목 h1: Opening
[h1. Enter: 다음, h: 도움말]
참석자
1. Lee, Chair
1: “Chair Lee”
날짜
2. 2019년 3월 6일
1: “6 March 2019”
2: 문구를 찾지 못했습니다
주요 수치
3. EUR 5 million
연결된 문구가 없습니다
[1부터 3까지의 번호. Enter: 이어 읽기, h: 도움말]
무역을 찾지 못했습니다
[1부터 3까지의 번호. Enter: 이어 읽기, h: 도움말]
엉뚱한 말은 명령이 아닙니다. h를 입력하면 명령 목록이 나옵니다
[1부터 3까지의 번호. Enter: 이어 읽기, h: 도움말]
목록에 9번이 없습니다
[1부터 3까지의 번호. Enter: 이어 읽기, h: 도움말]",
    );
}

#[test]
fn releases_have_numbers_and_a_faulty_one_says_why() {
    let good = Card::new(Clean::literal("Harbours Meet"), "2019-03-06");
    let bad = Source::text("bad.ron", "Release(titel: 1)");
    let entries = vec![
        Entry::new(source(), Ok(good)),
        Entry::new(bad.clone(), Err(Clean::literal("1:9: there is no field `titel`"))),
    ];
    let mut dialogue = Dialogue::new(Language::English, 80, entries);
    let first = dialogue.begin();
    let said = conversation(&mut dialogue, &first, &["3", ""]);
    let expected = "\
2 releases
1. Harbours Meet, 2019-03-06
2. bad.ron, not read: 1:9: there is no field `titel`
[A number from 1 to 2 opens a release. h: help, q: quit]
There is no number 3 in the list
[A number from 1 to 2 opens a release. h: help, q: quit]
[A number from 1 to 2 opens a release. h: help, q: quit]
";
    assert_eq!(said, expected);
    let turn = dialogue.answer("2");
    assert_eq!(turn.then, Then::Open(bad.clone()));
    let turn = dialogue.opened(&bad, crate::library::folder::open(&bad), None);
    assert!(turn.lines[0].contains("bad.ron is not a release: line 1, column 9"), "{turn:?}");
    assert_eq!(dialogue.answer("q").then, Then::End);
}

/// A list of three releases, none of them open.
fn three() -> (Dialogue, Turn) {
    let titles = ["Harbours Meet", "Élan Vital", "Trade Talks"];
    let entries = titles.iter().enumerate().map(|(index, title)| {
        let card = Card::new(Clean::literal(title), "2019");
        Entry::new(Source::text(&format!("{index}.ron"), TALKS), Ok(card))
    });
    let mut dialogue = Dialogue::new(Language::English, 80, entries.collect());
    let first = dialogue.begin();
    (dialogue, first)
}

#[test]
fn words_typed_in_the_list_keep_the_releases_that_have_them() {
    let (mut dialogue, first) = three();
    let said = conversation(&mut dialogue, &first, &["/elan vital", "/zebra", "/"]);
    let expected = "\
3 releases
1. Harbours Meet, 2019
2. Élan Vital, 2019
3. Trade Talks, 2019
[A number from 1 to 3 opens a release. h: help, q: quit]
1 release with elan vital; / alone brings all back
1. Élan Vital, 2019
[A number from 1 to 1 opens a release. h: help, q: quit]
No release of the list has zebra
[A number from 1 to 1 opens a release. h: help, q: quit]
3 releases
1. Harbours Meet, 2019
2. Élan Vital, 2019
3. Trade Talks, 2019
[A number from 1 to 3 opens a release. h: help, q: quit]
";
    assert_eq!(said, expected);
    dialogue.answer("/trade");
    let Then::Open(source) = dialogue.answer("1").then else { panic!("it opens") };
    assert_eq!(source.name().as_str(), "2.ron");
    // The list asked for from a release is filtered the same way; the release is searched before.
    dialogue.opened(&source, Ok(parse(TALKS).unwrap()), None);
    assert_eq!(joined(&dialogue.answer("/zebra").lines), "Nothing found for zebra");
    dialogue.answer("l");
    assert_eq!(joined(&dialogue.answer("/zebra").lines), "No release of the list has zebra");
}

#[test]
fn the_list_is_sorted_and_turned_round_and_what_was_kept_stays() {
    let (mut dialogue, first) = three();
    let said = conversation(&mut dialogue, &first, &["s", "r", "/tal", "s", "l"]);
    let lists: Vec<String> = said.lines().skip(5).map(str::to_owned).collect();
    let expected = "\
Sorted by title
1. Harbours Meet, 2019
2. Trade Talks, 2019
3. Élan Vital, 2019
[A number from 1 to 3 opens a release. h: help, q: quit]
Sorted by title, the other way round
1. Élan Vital, 2019
2. Trade Talks, 2019
3. Harbours Meet, 2019
[A number from 1 to 3 opens a release. h: help, q: quit]
2 releases with tal; / alone brings all back
1. Élan Vital, 2019
2. Trade Talks, 2019
[A number from 1 to 2 opens a release. h: help, q: quit]
Sorted by issuer
1. Élan Vital, 2019
2. Trade Talks, 2019
[A number from 1 to 2 opens a release. h: help, q: quit]
3 releases
1. Harbours Meet, 2019
2. Élan Vital, 2019
3. Trade Talks, 2019
[A number from 1 to 3 opens a release. h: help, q: quit]";
    assert_eq!(lists.join("\n"), expected);
    dialogue.answer("r");
    let Then::Open(source) = dialogue.answer("1").then else { panic!("it opens") };
    assert_eq!(source.name().as_str(), "2.ron");
    let (mut single, _) = talks(Language::English, 80);
    assert_eq!(joined(&single.answer("s").lines), "Only this release is open");
}

#[test]
fn what_needs_a_release_says_in_the_list_to_choose_one_and_the_help_does_not_offer_it() {
    let (mut dialogue, _) = three();
    for typed in ["2.1", "#2", "f", "p", "a", "title"] {
        let said = joined(&dialogue.answer(typed).lines);
        assert_eq!(said, "Choose a release first: type its number", "{typed}");
    }
    let starts = |dialogue: &mut Dialogue| {
        let help = dialogue.answer("h").lines;
        help.iter().filter_map(|l| Some(l.split_once(':')?.0.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(starts(&mut dialogue), ["Enter", "a number", "/words", "s", "r", "l", "h", "q"]);
    dialogue.opened(&source(), Ok(parse(TALKS).unwrap()), None);
    assert!(starts(&mut dialogue).contains(&"l".to_owned()));
    // A single release has no list.
    let (mut single, _) = talks(Language::English, 80);
    assert!(!starts(&mut single).contains(&"l".to_owned()));
    assert_eq!(joined(&single.answer("l").lines), "Only this release is open");
    let mut none = Dialogue::new(Language::English, 80, Vec::new());
    assert_eq!(starts(&mut none), ["h", "q"]);
    assert_eq!(joined(&none.answer("f").lines), "No release is open");
    assert_eq!(joined(&none.prompt()), "Nothing is open. q: quit");
}

#[test]
fn long_lists_come_a_few_at_a_time() {
    let entries = (0..23).map(|i| Source::text(&format!("{i:02}.ron"), ""));
    let entries = entries.map(|source| Entry::new(source, Ok(Card::default()))).collect();
    let mut dialogue = Dialogue::new(Language::English, 80, entries);
    assert_eq!(dialogue.begin().lines.len(), 11);
    assert_eq!(joined(&dialogue.prompt()), "A number from 1 to 10 of 23. Enter: more, h: help");
    assert_eq!(dialogue.answer("").lines.len(), 10);
    assert_eq!(dialogue.answer("").lines[2], "23. 22.ron");
    assert!(matches!(dialogue.answer("7").then, Then::Open(_)));
}

#[test]
fn the_help_lists_every_command_and_lines_keep_to_the_width() {
    for language in Language::ALL {
        let (mut dialogue, _) = talks(language, 30);
        let help = dialogue.answer("h").lines;
        let all = joined(&help);
        for command in ["Enter: ", " p: ", " a: ", " f: ", "2.1: ", " h: ", " q: "] {
            assert!(format!(" {all}").contains(command), "{command}: {all}");
        }
        let read = dialogue.answer("a").lines;
        for line in help.iter().chain(&read).chain(&dialogue.prompt()) {
            assert!(crate::text::width::cells(line) <= 30, "{line}");
        }
    }
}

#[test]
fn an_address_named_at_the_start_is_gone_to() {
    let (mut dialogue, _) = talks(Language::English, 80);
    let open = |dialogue: &mut Dialogue, at| {
        dialogue.opened(&source(), Ok(parse(TALKS).unwrap()), Some(at)).lines
    };
    assert_eq!(open(&mut dialogue, "2.1")[2], "2.1: Trade grew to EUR 5 million.");
    assert_eq!(open(&mut dialogue, "7")[2], "There is no block 7");
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_gets_lines_that_are_clean(typed in proptest::collection::vec(".{0,12}", 0..12)) {
        let (mut dialogue, _) = talks(Language::Korean, 40);
        for line in &typed {
            let turn = dialogue.answer(line);
            for line in turn.lines.iter().chain(&dialogue.prompt()) {
                proptest::prop_assert!(!line.contains(char::is_control));
            }
        }
    }
}
