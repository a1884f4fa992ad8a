//! Lines of the site around a release: menus, labels, data blocks, end marks. What is taken off is
//! written in a table of words; what is not in it stays.

mod ending;
mod field;
mod masthead;
mod names;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::lines::{Line, LineKind};
use ending::{EndMark, cut_end_mark, cut_tail, end_mark, last_word};
use field::field;
pub use masthead::{is_contacts, is_masthead, masthead_date};
pub use names::{is_body, is_official};

/// The words of `assets/lexicon/chrome.ron`.
#[derive(Debug, Deserialize)]
pub struct Words {
    lines: HashSet<String>,
    labels: HashSet<String>,
    beginnings: Vec<String>,
    date_fields: HashSet<String>,
    other_fields: HashSet<String>,
    endings: HashSet<String>,
    end_marks: HashSet<String>,
    /// Beginnings of lines of contact blocks.
    pub contacts: Vec<String>,
    /// Beginnings of lines that say how somebody is reached.
    pub reached_by: Vec<String>,
    /// Words of attachment lines.
    pub attachments: Vec<String>,
    masthead: HashSet<String>,
    /// Remarks on a translation nobody vouches for.
    pub unofficial: Vec<String>,
    /// Remarks on a translation its publisher stands by.
    pub official: Vec<String>,
}

/// The words, read once.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/lexicon/chrome.ron"))
        .expect("the asset is read by a test")
});

/// How many lines at either end are looked at for the site's own.
const REACH: usize = 60;
/// The most words of a body's name beside a label.
const MOST_WORDS: usize = 6;

/// A page's lines without the site's.
#[derive(Debug, Default)]
pub struct Stripped {
    /// The lines left.
    pub lines: Vec<Line>,
    /// The date that a data block names, as EDTF.
    pub published: Option<String>,
    /// Labels taken off the head: the only title of some pages.
    pub labels: Vec<String>,
    /// The body that stands above a label.
    pub letterhead: Option<String>,
}

/// Takes the site's lines off both ends.
pub fn strip(lines: Vec<Line>) -> Stripped {
    let mut stripped = Stripped { lines, ..Stripped::default() };
    cut_tail(&mut stripped.lines);
    let body = body_start(&stripped.lines);
    let mut at = 0;
    let mut kept: Vec<Line> = Vec::with_capacity(stripped.lines.len());
    let lines = std::mem::take(&mut stripped.lines);
    let last = lines.len();
    let last_word = last_word(&lines);
    while at < last {
        let in_head = at < body;
        let in_tail = at + 15 >= last && at > body;
        if (in_head || in_tail)
            && let Some(taken) = field(&lines, at, &mut stripped.published)
        {
            at += taken;
            continue;
        }
        let line = &lines[at];
        let follows_previous =
            in_tail && at > 0 && is_neighbour(&lines[at - 1], "prev") && is_neighbour(line, "next");
        let ends = end_mark(line) == Some(EndMark::Signs) || last_word == Some(at);
        let is_site = (in_head || in_tail) && is_site_line(line);
        if is_site || ends || follows_previous || is_page_number(&line.text) {
            at += 1;
            continue;
        }
        if in_head && is_label(line) {
            if stripped.letterhead.is_none() && is_letterhead(&kept) {
                stripped.letterhead = kept.drain(..).map(|line| line.text).next();
            }
            stripped.labels.push(line.text.clone());
            at += 1;
            continue;
        }
        let mut line = line.clone();
        line.gap |= kept.is_empty();
        if WORDS.attachments.iter().any(|word| line.text.starts_with(word.as_str())) {
            cut_end_mark(&mut line.text);
        }
        kept.push(line);
        at += 1;
    }
    if let Some(last) = kept.last_mut() {
        cut_end_mark(&mut last.text);
    }
    stripped.lines = kept;
    stripped
}

/// The place of the first line that is clearly the release's: long, a numbered one, a table.
fn body_start(lines: &[Line]) -> usize {
    let is_body = |line: &Line| {
        line.text.chars().count() > 160
            || matches!(line.kind, LineKind::Table(_))
            || super::outline::mark::parse(&line.text).is_some_and(|mark| mark.is_first_number())
    };
    lines.iter().take(REACH).position(is_body).unwrap_or(REACH.min(lines.len()))
}

fn key(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '|'
                    | '>'
                    | '<'
                    | '→'
                    | '▶'
                    | '▼'
                    | '▲'
                    | '«'
                    | '»'
                    | '›'
                    | '‹'
                    | '·'
                    | '•'
            )
    });
    trimmed.to_lowercase()
}

fn is_site_line(line: &Line) -> bool {
    if matches!(line.kind, LineKind::Table(_) | LineKind::Heading(1)) {
        return false;
    }
    let key = key(&line.text);
    let words = &*WORDS;
    if words.lines.contains(&key) {
        return true;
    }
    // Several tools on one line: "Print | Share | List", "Français Español".
    let is_many = |signs: &[char]| {
        let mut parts = key.split(signs).map(str::trim).filter(|part| !part.is_empty());
        key.contains(signs) && parts.all(|part| words.lines.contains(part))
    };
    is_many(&['|', '/', '·'])
        || is_many(&[' '])
        || is_offer(&key)
        || words.beginnings.iter().any(|beginning| key.starts_with(beginning.as_str()))
}

/// "English (45.1 kB - PDF)": a file to be fetched.
fn is_offer(key: &str) -> bool {
    let inside = key.strip_suffix(')').and_then(|key| key.rsplit_once('('));
    inside.is_some_and(|(_, size)| {
        let mut words = size.split(|c: char| !c.is_ascii_alphabetic());
        size.starts_with(|c: char| c.is_ascii_digit())
            && words.any(|word| matches!(word, "kb" | "mb" | "gb"))
    })
}

/// "Prev An Older Page", "Next A Newer Page".
fn is_neighbour(line: &Line, word: &str) -> bool {
    line.text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn is_label(line: &Line) -> bool {
    if matches!(line.kind, LineKind::Table(_)) {
        return false;
    }
    let key = key(&line.text);
    // "Press release No. 12/2024", "RELEASE 23-117".
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ' | '#');
    let bare = key.trim_end_matches(is_number);
    let bare = ["no", "nr"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    // "Harbour Council – Press release".
    let signed = [" - ", " – ", " — ", " | "].iter().find_map(|dash| key.rsplit_once(dash));
    let signed = signed
        .filter(|(who, label)| who.split(' ').count() <= MOST_WORDS && label.ends_with("release"));
    let labels = &WORDS.labels;
    labels.contains(&key)
        || key.strip_prefix("joint ").is_some_and(|key| labels.contains(key))
        || labels.contains(bare.trim_end())
        || signed.is_some_and(|(_, label)| labels.contains(label))
}

/// Whether the lines so far are one: the name of a body, and no headline.
fn is_letterhead(lines: &[Line]) -> bool {
    matches!(lines, [line] if is_body(&line.text))
}

/// "- 2 -", "Page 2 of 3".
fn is_page_number(text: &str) -> bool {
    let dashes = ['-', '–', '—'];
    let inside = text.trim_matches(dashes);
    let is_dashed = text.starts_with(dashes) && text.ends_with(dashes);
    let lower = inside.trim().to_lowercase();
    let named = lower.strip_prefix("page ");
    let number = named.or(Some(lower.as_str()).filter(|_| is_dashed));
    let is_number =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    number.is_some_and(|number| {
        let (page, of) = number.split_once(" of ").unwrap_or((number, "1"));
        is_number(page) && is_number(of)
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The lines left of a page, and its date.
    pub fn kept(text: &str) -> (Vec<String>, Option<String>) {
        let stripped = strip(crate::import::plain::read(text).lines);
        (stripped.lines.into_iter().map(|line| line.text).collect(), stripped.published)
    }

    #[test]
    fn menus_and_data_blocks_go_and_the_date_stays() {
        let (lines, published) = kept(
            "본문 바로가기\nHome > News > Press\nPress Releases\nTwo Sides Meet\nDate 2024-05-01\nHit\n1,234\n\n\
             1. The two sides met in the capital.\n2. They agreed.\n\nPrint | Share\nList\n",
        );
        assert_eq!(
            lines,
            ["Two Sides Meet", "1. The two sides met in the capital.", "2. They agreed."]
        );
        assert_eq!(published.as_deref(), Some("2024-05-01"));
    }

    #[test]
    fn labels_with_a_number_or_a_name_and_offers_of_files_go() {
        let body = "The two sides met in the capital.";
        for label in
            ["RELEASE 23-117", "Press release No. 12/2024", "Harbour Council - Press release"]
        {
            assert_eq!(
                kept(&format!("{label}\n\nTwo Sides Meet\n\n{body}")).0,
                ["Two Sides Meet", body]
            );
        }
        let page = format!(
            "Two Sides Meet\n\n{body}\n{body}\nEnglish (45.123 kB - PDF)\nTrade grew (by 5 MB)"
        );
        assert_eq!(kept(&page).0, ["Two Sides Meet", body, body, "Trade grew (by 5 MB)"]);
    }

    #[test]
    fn a_letterhead_is_no_title_and_a_page_number_no_text() {
        let page = "MINISTRY OF FISHERIES\nPRESS RELEASE\n\nQuotas Agreed\n\nThe two sides met.\n\n- 2 -\n\nThey agreed.";
        let stripped = strip(crate::import::plain::read(page).lines);
        assert_eq!(stripped.letterhead.as_deref(), Some("MINISTRY OF FISHERIES"));
        let lines: Vec<_> = stripped.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["Quotas Agreed", "The two sides met.", "They agreed."]);
        let page = "Ministry Opens New Office\nNews release\n\nThe ministry has a new office.";
        assert_eq!(kept(page).0[0], "Ministry Opens New Office");
    }
}
