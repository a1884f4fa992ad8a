//! What the program says stands in one table: no words in the code that shows them, and every line of
//! the table in both languages as it should be.

use std::fmt::Write as _;
use std::path::Path;

use pressroom::phrase::{Language, told};
use pressroom::text::Clean;

use super::files;

/// Strings with letters that are not for people, by file: what is typed, escaped or called so.
const NOT_SAID: [(&str, &[&str]); 4] = [
    ("reader/prompt.rs", &[r"\u{a0}"]),
    ("view/canvas.rs", &[r"\u{a0}"]),
    // A range as it is typed and shown to be typed again.
    ("reader/review/line.rs", &["{} to {max}", " to "]),
    ("view/header.rs", &["pressroom"]),
];

fn before_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]").next().unwrap_or_default()
}

/// A program with every string on one line that goes on over several.
fn joined(program: &str) -> String {
    let mut lines = program.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |joined, line| joined + line.trim_start())
}

/// The strings of a program, without those in comments, attributes and `expect`.
fn strings(program: &str) -> Vec<&str> {
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.contains("reason = ") && !line.contains("expect(\"")
    };
    program.lines().filter(is_code).flat_map(strings_of_line).collect()
}

fn strings_of_line(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find('"') {
        // A quotation mark as a character begins no string.
        if rest[..start].ends_with('\'') && rest[start + 1..].starts_with('\'') {
            rest = &rest[start + 2..];
            continue;
        }
        let inside = &rest[start + 1..];
        let mut escaped = false;
        let end = inside.char_indices().find_map(|(at, c)| match c {
            '"' if !escaped => Some(at),
            _ => {
                escaped = c == '\\' && !escaped;
                None
            }
        });
        let end = end.unwrap_or(inside.len());
        found.push(&inside[..end]);
        rest = inside.get(end + 1..).unwrap_or_default();
    }
    found
}

/// What is left of a format string without its placeholders.
fn said(string: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for character in string.chars() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => out.push(character),
            _ => {}
        }
    }
    out
}

#[test]
fn the_screen_says_nothing_that_is_not_in_the_table() {
    let mut faults = String::new();
    for (path, text) in files("src") {
        let name = path.to_string_lossy().replace('\\', "/");
        if !["view", "reader"].iter().any(|part| name.split(['/', '.']).next() == Some(part)) {
            continue;
        }
        let excused = NOT_SAID.iter().find(|(file, _)| *file == name).map_or(&[][..], |(_, s)| s);
        for string in strings(&joined(before_tests(&text))) {
            let has_letters = said(string).chars().any(char::is_alphabetic);
            if has_letters && !excused.contains(&string) {
                let _ = writeln!(faults, "{name}: {string:?}");
            }
        }
    }
    assert!(faults.is_empty(), "these belong into src/phrase:\n{faults}");
}

/// The lines of the table: file, English, Korean.
fn table() -> Vec<(String, String, String)> {
    let mut table = Vec::new();
    for (path, text) in files("src") {
        let is_table = path.starts_with("phrase") || path == Path::new("keys/action.rs");
        let text = before_tests(&text);
        for line in text.lines().filter(|line| is_table && !line.trim_start().starts_with("//")) {
            // Sentences and, in the table of actions, labels of hints: pairs around a slash.
            for (at, _) in line.match_indices("\" / \"") {
                let english = line[..at].rfind('"').map_or("", |start| &line[start + 1..at]);
                let korean = strings_of_line(&line[at + 4..]);
                let name = path.display().to_string();
                table.push((name, english.to_owned(), korean[0].to_owned()));
            }
        }
    }
    table
}

#[test]
fn every_line_of_the_table_is_korean_in_its_korean_half_only() {
    let hangul = |text: &str| text.chars().any(|c| matches!(c, '가'..='힣'));
    let table = table();
    assert!(table.len() > 150, "the table is found");
    for (file, english, korean) in table {
        assert!(!hangul(&english), "{file}: {english}");
        // What is made of signs, numbers and names alone is the same everywhere.
        let has_words = said(&english).chars().filter(|c| c.is_alphabetic()).count() > 2;
        assert!(
            hangul(&korean) || !has_words || !said(&korean).chars().any(char::is_alphabetic),
            "{file}: {korean}"
        );
        // A line of the interface has none; a paragraph of the help has one in both languages.
        let has_stop = korean.ends_with("니다.");
        assert!(!has_stop || english.ends_with('.'), "{file}: a full stop at the end: {korean}");
    }
}

#[test]
fn particles_behind_a_placeholder_are_those_that_are_known() {
    for (file, english, korean) in table() {
        assert!(!english.contains(":은<") && !english.contains(":을<"), "{file}: {english}");
        for (at, _) in korean.match_indices('<') {
            let before: Vec<char> = korean[..at].chars().rev().take(2).collect();
            let is_particle = matches!(before[..], ['은' | '이' | '을' | '과' | '으', ':']);
            assert!(is_particle, "{file}: {korean}");
        }
        // A particle written out would be wrong for half of all words.
        for (at, _) in korean.match_indices('}') {
            let next: Vec<char> = korean[at + 1..].chars().take(2).collect();
            let is_bare =
                matches!(next[..], ['은' | '는' | '을' | '를' | '이' | '가' | '과' | '와', ' ']);
            assert!(!is_bare, "{file}: {korean}");
        }
    }
}

/// Strings that no sentence is known again from, by the file or folder they are in and by how they
/// begin: phrases of their own, what pages and files say in English, rules by which facts are found.
const NOT_TOLD: [(&str, &[&str]); 38] = [
    ("phrase", &[""]),
    ("reader", &[""]),
    ("view", &[""]),
    ("keys/action.rs", &[""]),
    ("keys/hints.rs", &["\\n## "]),
    // Heads of files.
    ("annotations/file.rs", &["// pressroom"]),
    ("annotations/library.rs", &["the marks"]),
    ("annotations/panes.rs", &["how wide"]),
    ("annotations/session.rs", &["what was open"]),
    ("annotations/store.rs", &["what is remembered", "which file"]),
    ("config/template.rs", &["// Settings", "| setting "]),
    ("keys/written.rs", &["// The keys"]),
    // Markup, and what stands in a page without a title.
    ("export/html", &["<", "\\\"", "viewport", "default-src", "th scope"]),
    ("export.rs", &["Untitled release"]),
    ("release/write.rs", &["translation: ", ", items: ["]),
    // Dates, which are said in each language by rules of their own.
    ("release/edtf/english.rs", &[""]),
    ("release/edtf/korean.rs", &[""]),
    // What nobody is told of: no command reads JSON, and these shapes cannot be missed.
    ("release/json", &["missing field", "unknown field", "this JSON"]),
    ("release/form.rs", &["a sequence"]),
    ("text/sanitize.rs", &["a string in"]),
    // Names, and what they are for in the documentation.
    ("theme/colour.rs", &["bright "]),
    ("theme/role.rs", &[""]),
    // What the maker of patterns says, put in words of ours.
    (
        "text/fold/find.rs",
        &["unclosed ", "unopened ", "repetition ", "incomplete ", "unrecognized "],
    ),
    // Words of RON, the same in Korean.
    ("config/value.rs", &["true or false"]),
    // Sentences with one of two ends.
    ("cli/import/place.rs", &["{} is no folder, and there are several pages{hint}"]),
    ("cli/read.rs", &["{}: there is no such file{hint}"]),
    // A page of documentation.
    ("release/code.rs", &[""]),
    ("cli/man", &[""]),
    // Help, which has a table of its own.
    ("cli/help.rs", &["{{before", "Possible values"]),
    // Examples of calls.
    ("cli/config.rs", &["$(pressroom"]),
    ("cli/keys.rs", &["Follow"]),
    ("cli.rs", &["<standard input>", "pressroom [OPTIONS]"]),
    ("app/clipboard.rs", &["if command", "xclip or xsel"]),
    // Words that are looked for, and names of rules.
    ("import/extract/dates", &[""]),
    ("import/extract/people", &[""]),
    ("import/extract/figures", &["number and ", "percentage"]),
    ("import/issuer.rs", &[""]),
    ("import/source.rs", &["HWP"]),
];

fn is_told(file: &str, string: &str) -> bool {
    let is_test = file.ends_with("/tests.rs");
    let is_excused = |(place, starts): &(&str, &[&str])| {
        let behind = file.strip_prefix(place);
        let is_there = behind.is_some_and(|b| b.is_empty() || b.starts_with(['/', '.']));
        is_there && starts.iter().any(|start| string.starts_with(start))
    };
    !is_test && !NOT_TOLD.iter().any(is_excused)
}

/// What may stand in the place of a part: something of a file, or a sentence of its own.
const PARTS: [&str; 11] = [
    "`9`",
    "date",
    "1 cell",
    "a backspace",
    "once",
    "May",
    "no number",
    "title",
    "a pipe",
    "expected a number",
    "the date is empty",
];

/// A format string with the same words in every place, outside of the marks that are there already.
fn with_parts(string: &str, words: &str) -> String {
    let mut out = String::new();
    let mut rest = string;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((_, after)) = behind.split_once('}') else { break };
        out.push_str(before);
        let is_marked = before.ends_with('`') && after.starts_with('`');
        out.push_str(if is_marked { words.trim_matches('`') } else { words });
        rest = after;
    }
    out + rest
}

/// Whether a sentence is only a part that a line takes as it is.
fn stays(english: &str, told: &str) -> bool {
    let words = said(english);
    let mut words = words.split_whitespace().filter(|word| word.len() > 3).peekable();
    words.peek().is_some() && words.all(|word| told.contains(word))
}

#[test]
fn what_other_parts_say_in_english_is_known_again_in_korean() {
    let hangul = |text: &str| text.chars().any(|c| matches!(c, '가'..='힣'));
    let mut faults = String::new();
    for (path, text) in files("src") {
        let name = path.to_string_lossy().replace('\\', "/");
        for string in strings(&joined(before_tests(&text))) {
            let plain = string.replace("\\\"", "\"").replace("\\\\", "\\");
            let plain = plain.trim_start_matches("; ");
            let words = said(plain);
            let words =
                words.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
            let is_told = is_told(&name, string);
            let is_sentence = words.count() > 1 && !string.starts_with(' ') && is_told;
            let known = |part: &&str| {
                // The last are for heads of a list of names, and for what is said of keys.
                [plain, string, &format!("{plain}: x"), &format!("`x` {plain}")].iter().any(
                    |string| {
                        let english = Clean::from_string(with_parts(string, part));
                        let korean = told(&english, Language::Korean);
                        hangul(&korean) && !stays(plain, &korean)
                    },
                )
            };
            if is_sentence && !PARTS.iter().any(known) {
                let _ = writeln!(faults, "{name}: {string:?}");
            }
        }
    }
    assert!(faults.is_empty(), "these belong into src/phrase/told:\n{faults}");
}

#[test]
fn what_is_known_again_in_korean_is_said_somewhere() {
    let mut program = String::new();
    for (_, text) in files("src").into_iter().filter(|(path, _)| !path.starts_with("phrase")) {
        program.push_str(&joined(before_tests(&text)));
    }
    let table = table();
    let told: Vec<_> = table.iter().filter(|(file, ..)| file.contains("told")).collect();
    assert!(told.len() > 150, "the table is found");
    for (_, english, _) in told {
        for words in english.split(['{', '}']).step_by(2) {
            let words = words.trim().trim_end_matches(':');
            // One of them stands in a raw string.
            let is_said =
                program.contains(words) || program.contains(&words.replace(r"\\\\", r"\\"));
            assert!(is_said, "nothing says {english:?}");
        }
    }
}
