//! What commands say in Korean, and what is the same in every language.

use super::{GOOD, Place};

const BAD: &str = r#"Release(
    format: 1,
    title: "T",
    published: "2019-02-31",
    body: [Numbered(number: "1", text: "Kim spoke.")],
    participants: [(name: "Kim", mentions: [(at: "2", quote: "Kim")])],
)
"#;

#[test]
fn a_list_is_headed_in_korean_and_says_why_a_file_does_not_open() {
    let place = Place::with_release();
    place.write("b.ron", "Release(format: 1,\n  tittle: \"x\")");
    let list = place.run(&["list", "--lang", "ko", "."]).printed(0);
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].starts_with("날짜        언어  제목"), "{list}");
    assert!(lines[0].ends_with("문제"), "{list}");
    assert!(lines[2].contains("2:3: `tittle` 필드는 없습니다"), "{list}");
    assert!(lines[2].ends_with("결함"), "{list}");
}

#[test]
fn what_stands_around_a_release_is_korean_in_every_form() {
    let place = Place::new();
    let source = "source: \"https://example.org/a\",\n    body: [";
    place.write("a.ron", GOOD.replace("body: [", source));
    for format in ["text", "markdown", "html"] {
        let args = ["show", "a.ron", "--facts", "--lang", "ko", "--format", format];
        let shown = place.run(&args).printed(0);
        for word in ["참석자", "출처: "] {
            assert!(shown.contains(word), "{format}: {shown}");
        }
        assert!(!shown.contains("Participants") && !shown.contains("Source"), "{format}: {shown}");
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let place = Place::with_release();
    place.write("b.ron", BAD);
    place.write("c.ron", "Release(");
    for args in [
        &["show", "b.ron", "--format", "json"][..],
        &["show", "b.ron", "--format", "ron"],
        &["list", ".", "--format", "json"],
        &["check", ".", "--format", "json"],
        &["keys", "--format", "json"],
    ] {
        let in_language = |language| {
            let outcome = place.run(&[args, &["--lang", language]].concat());
            (outcome.out, outcome.code)
        };
        assert_eq!(in_language("ko"), in_language("en"), "{args:?}");
    }
}

#[test]
fn check_tells_in_korean_what_is_wrong() {
    let place = Place::new();
    place.write("b.ron", BAD);
    let outcome = place.run(&["check", "--lang", "ko", "b.ron"]);
    for part in [
        "오류[invalid-date]: `2019-02-31`은 날짜가 아닙니다: 2019년 2월은 28일까지입니다\n",
        "오류[unknown-address]: `2` 문단이 없습니다\n",
        "= 도움말: 마지막 번호는 `1`입니다. 이 글은 `1`에 있습니다\n",
    ] {
        assert!(outcome.out.contains(part), "{part}\n---\n{}", outcome.out);
    }
    assert_eq!(outcome.err, "파일 1개 검사: 오류 2건\n");
}

#[test]
fn what_cannot_be_done_is_told_in_korean() {
    let place = Place::with_release();
    let said = |args: &[&str]| place.run(&[args, &["--lang", "ko"]].concat()).said(2);
    assert_eq!(said(&["show", "none.ron"]), "pressroom: none.ron: 그런 파일이 없습니다\n");
    assert_eq!(
        said(&["show", "a.ron#2.4"]),
        "pressroom: a.ron: `2.4` 문단이 없습니다. `2`의 마지막 항목은 `2.2`입니다\n"
    );
    assert_eq!(said(&["shwo"]), "pressroom: shwo: 그런 파일이 없습니다. 혹시 `show` 명령입니까?\n");
}

#[test]
fn a_call_that_makes_no_sense_is_told_in_korean() {
    let place = Place::with_release();
    let said = |args: &[&str]| place.run(&[args, &["--lang", "ko"]].concat()).said(2);
    let more = "\n자세한 내용은 '--help'를 보십시오.\n";
    for (args, expected) in [
        (
            &["show", "a.ron", "--formt", "json"][..],
            "오류: '--formt': 알 수 없는 인자입니다\n\n  도움말: 혹시 '--format'입니까?\n\n\
             사용법: pressroom show [옵션] <파일>\n",
        ),
        (
            &["--resume", "--plain"],
            "오류: '--resume'는 다음과 함께 쓸 수 없습니다:\n  --plain\n\n\
             사용법: pressroom [옵션] [경로]...\n        pressroom [옵션] --resume\n        \
             pressroom <명령>\n",
        ),
        (
            &["show", "a.ron", "--format", "markdwn"],
            "오류: 'markdwn'은 '--format <형식>'의 값이 될 수 없습니다\n  \
             [쓸 수 있는 값: text, markdown, html, json, ron]\n\n  도움말: 혹시 'markdown'입니까?\n",
        ),
        (
            &["show", "a.ron", "--width", "wide\x1b[31m"],
            "오류: 'wide␛[31m'은 '--width <칸수>'의 값이 될 수 없습니다\n",
        ),
        (&["list", "--sort"], "오류: '--sort <기준>'에 값을 적지 않았습니다\n"),
        (&["show", "--facts", "--facts"], "오류: '--facts'는 한 번만 쓸 수 있습니다\n"),
        (&["list", "--reverse=1"], "오류: '--reverse'에는 값을 적지 않습니다('1')\n"),
        (&["check"], "오류: 있어야 하는 인자가 없습니다:\n  <경로>...\n"),
    ] {
        let said = said(args);
        assert!(said.starts_with(expected), "{said}");
        assert!(said.ends_with(more), "{said}");
    }
}

#[test]
fn an_import_says_in_korean_what_it_found() {
    let place = Place::new();
    place
        .write("page.txt", "Two Sides Meet\n\nMinister Anna Berg of Norway met on 7 March 2024.\n");
    let outcome = place.run(&["import", "page.txt", "--dry-run", "--lang", "ko"]);
    assert_eq!(outcome.code, Some(0), "{}", outcome.err);
    let first = outcome.err.lines().next().unwrap_or_default();
    assert_eq!(first, "page.txt: 문단 1개, 참석자 1명, 날짜 1개, 수치 0개");
}

#[test]
fn a_language_is_refused_where_nothing_is_said_in_it() {
    let place = Place::new();
    for args in [&["man"][..], &["completions", "bash"]] {
        assert_eq!(place.run(&[args, &["--lang", "ko"]].concat()).code, Some(2), "{args:?}");
    }
}

#[test]
fn faults_of_settings_and_keys_are_told_in_korean() {
    let place = Place::new();
    place.write(".config/pressroom/config.ron", "(\n  measure: 4000,\n  language: Ko,\n)");
    place.write(".config/pressroom/keys.ron", "{ Text: [(Opne, [])] }");
    let outcome = place.run(&["config", "--check"]);
    for part in [
        "오류[setting]: 여기에는 다음을 적어야 합니다: 20에서 400까지의 수 (지금은 `4000`)\n",
        "오류[key]: `Opne` 동작은 없습니다\n",
    ] {
        assert!(outcome.out.contains(part), "{part}\n---\n{}", outcome.out);
    }
    assert_eq!((outcome.err.as_str(), outcome.code), ("오류 2건\n", Some(1)));
}
