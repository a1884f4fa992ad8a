//! Releases that are as odd as files may be, and the samples.

use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::root;
use crate::support::release;

/// Text with everything in it that makes columns, lines and bytes disagree.
const ODD: &str = "a\u{200b}b\u{feff}c \u{202e}drow\u{202c} e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\
    \u{301}\u{301}\u{301}\u{301} 👨\u{200d}👩\u{200d}👧\u{200d}👦 🇰🇷 ﷽ \u{1b}[31mred\u{7} \t\t tab \n\n hard \n soft \
    한국어를 배우는 日本語、ｆｕｌｌ　ｗｉｄｔｈ ㅎㅏㄴ العربية ‏\u{2067}x\u{2069} กำ क्षि \u{3164}\u{ad}";

fn deep(levels: usize) -> String {
    let mut body = String::new();
    for level in 0..levels {
        let _ = write!(body, "Bullet(marker: \"-\", text: \"level {level} of the nest\", items: [");
    }
    body.push_str(&"])".repeat(levels));
    body
}

fn five_hundred_facts() -> String {
    let mut body = String::new();
    let (mut people, mut figures) = (String::new(), String::new());
    for number in 0..250 {
        let _ = write!(
            body,
            "Numbered(number: \"{number}\", text: \"Person {number} paid {number} dollars to Person {number}.\"),"
        );
        let mention = format!("(at: \"{number}\", quote: \"Person {number}\")");
        let _ = write!(people, "(name: \"Person {number}\", mentions: [{mention}, {mention}]),");
        let _ = write!(
            figures,
            "(text: \"{number} dollars\", value: {number}.0, unit: \"USD\", mentions: [(at: \"{number}\", quote: \"{number} dollars\")]),"
        );
    }
    release("Many facts", &body, &format!("participants: [{people}], figures: [{figures}]"))
}

/// Releases by name, each as its text.
pub static RELEASES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let word = "antidisestablishmentarianism".repeat(40);
    let rows: Vec<String> = (0..40).map(|n| format!("[\"row {n}\"]")).collect();
    let cells = format!("[{}]", vec!["\"1,234.5\""; 24].join(","));
    let mut all = vec![
        ("empty.ron".to_owned(), release("", "", "")),
        (
            "blank.ron".to_owned(),
            release(
                " ",
                "Paragraph(text: \"\"), Paragraph(text: \" \\n\\n \"), Table(rows: []), Numbered(number: \"\", text: \"\")",
                "",
            ),
        ),
        ("deep.ron".to_owned(), release("Deep", &format!("{}, {}", deep(20), deep(3)), "")),
        (
            "column.ron".to_owned(),
            release(
                "One column",
                &format!("Table(header: [\"Head\"], rows: [{}])", rows.join(",")),
                "",
            ),
        ),
        (
            "wide.ron".to_owned(),
            release("Wide", &format!("Table(rows: [{cells}, {cells}, []])"), ""),
        ),
        (
            "words.ron".to_owned(),
            release(
                &word,
                &format!(
                    "Paragraph(text: {word:?}), Heading(text: {word:?}), Note(marker: {word:?}, text: {word:?})"
                ),
                "",
            ),
        ),
        ("odd.ron".to_owned(), odd()),
        ("facts.ron".to_owned(), five_hundred_facts()),
        (
            "lines.ron".to_owned(),
            release(
                "Long",
                &format!("Paragraph(text: {:?})", "one two three four ".repeat(2_000)),
                "",
            ),
        ),
        ("faulty.ron".to_owned(), "Release(format: 1, titel: \"x\", body: [])".to_owned()),
        (
            "problems.ron".to_owned(),
            release(
                "Problems",
                "Numbered(number: \"1\", text: \"One.\", items: [Bullet(marker: \"°\", text: \"Item.\")])",
                "published: \"2019-02-31\", participants: [(name: \"Nobody\", mentions: [(at: \"7\", quote: \"x\"), (at: \"1\", quote: \"Two\")])], versions: [(language: \"ko\", file: \"../../etc/passwd\"), (language: \"en\", file: \"empty.ron\")]",
            ),
        ),
    ];
    let folder = root().join("assets/releases");
    for file in std::fs::read_dir(folder).expect("samples") {
        let path = file.expect("readable").path();
        if path.extension().is_some_and(|extension| extension == "ron") {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            all.push((name, std::fs::read_to_string(path).expect("readable")));
        }
    }
    all.sort();
    all
});

fn odd() -> String {
    let body = format!(
        "Numbered(number: {ODD:?}, text: {ODD:?}, items: [Bullet(marker: \"\\u{{200b}}\", text: {ODD:?})]), \
         Table(header: [{ODD:?}, \"b\"], rows: [[{ODD:?}, {ODD:?}]]), Heading(text: {ODD:?})"
    );
    let more = format!(
        "issuer: {ODD:?}, published: {ODD:?}, topics: [{ODD:?}], series: (name: {ODD:?}), \
         participants: [(name: {ODD:?}, title: {ODD:?}, mentions: [(at: \"h1\", quote: \"red\"), (at: {ODD:?}, quote: {ODD:?})])], \
         dates: [(date: {ODD:?}, label: {ODD:?})], figures: [(text: {ODD:?}, value: 1e300, unit: {ODD:?}, mentions: [(at: \"h1\", quote: \"日本語、ｆｕｌｌ\")])]"
    );
    release(ODD, &body, &more)
}
