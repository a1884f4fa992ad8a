//! Lines of the site around a release: menus, labels, data blocks, end marks. What is taken off is
//! written in a table of words; what is not in it stays.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::extract::dates;
use super::extract::lexicon::LEXICON;
use super::lines::{Line, LineKind};

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
/// How many lines after an ending such as "Related links" may still be the site's.
const LONGEST_TAIL: usize = 40;

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

/// Whether a line is the name of a body: "Ministry of Fisheries", "Harbour Council".
pub fn is_body(text: &str) -> bool {
    let posts = &LEXICON.posts;
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let is_small = |word: &str| LEXICON.counting.stops.contains(word);
    let is_name = words.len() <= MOST_WORDS
        && text.split(' ').all(|word| word.starts_with(char::is_uppercase) || is_small(word))
        && !words.iter().any(|word| posts.headline_verbs.contains(*word) && !is_small(word));
    let is_body = |word: &str| posts.ministries.contains(word) || posts.stays.contains(word);
    let [first, rest @ ..] = words.as_slice() else { return false };
    is_name
        && match rest.first() {
            // "Ministry of Fisheries"; "Council Adopts Plan" is none.
            Some(second) if is_body(first) => is_small(second),
            Some(_) => rest.last().is_some_and(|last| is_body(last)),
            None => false,
        }
}

/// Whether a line is a position and nothing else, or names somebody by a form of address: "Minister for
/// Defence", "The Hon Anna Lund MP".
pub fn is_official(text: &str) -> bool {
    let posts = &LEXICON.posts;
    let lower = text.to_lowercase();
    let mut words = lower.split([' ', '.', ',']).filter(|word| !word.is_empty()).peekable();
    let is_small = |word: &str| LEXICON.counting.stops.contains(word);
    if text.split(' ').count() > MOST_WORDS {
        return false;
    }
    let first = words.by_ref().find(|word| !is_small(word));
    let second = words.peek().copied().unwrap_or_default();
    let is_addressed = |word: &str| posts.stopped.contains(word);
    if first.is_some_and(|first| {
        is_addressed(first)
            || posts.heads.contains(first) && (second == "the" || is_addressed(second))
    }) {
        return true;
    }
    let is_post = |word: &str| {
        posts.heads.contains(word) || posts.modifiers.contains(word) || posts.fields.contains(word)
    };
    let head = first.into_iter().chain(words.clone()).any(|word| posts.heads.contains(word));
    head && first
        .into_iter()
        .chain(words)
        .all(|word| is_post(word) || is_small(word) || word == "&")
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

/// A mark that ends a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EndMark {
    /// Signs, with or without words between them: it means nothing else.
    Signs,
    /// A word or a number, which may as well be text.
    Words,
}

fn end_mark(line: &Line) -> Option<EndMark> {
    if matches!(line.kind, LineKind::Table(_)) || line.text.len() >= 24 {
        return None;
    }
    let key = line.text.trim_end_matches('.').to_lowercase();
    let key = key.trim();
    let signs = |c: char| matches!(c, '*' | '=' | '_' | '—' | '-' | '#' | ' ');
    if !key.is_empty() && key.chars().all(signs) {
        return Some(EndMark::Signs);
    }
    let words = key.ends_with(char::is_alphanumeric);
    let mark = if words { EndMark::Words } else { EndMark::Signs };
    WORDS.end_marks.contains(key).then_some(mark)
}

/// The place of a word or number that ends the release: nothing but the site's lines follows.
fn last_word(lines: &[Line]) -> Option<usize> {
    let is_site = |line: &Line| is_site_line(line) || end_mark(line) == Some(EndMark::Signs);
    let at = lines.iter().rposition(|line| !is_site(line))?;
    (end_mark(&lines[at]) == Some(EndMark::Words)).then_some(at)
}

/// An end mark that closes the last line goes, if it has signs around it.
fn cut_end_mark(text: &mut String) {
    let is_closing = |mark: &&String| {
        let from = text.len().checked_sub(mark.len());
        let Some((before, end)) = from.and_then(|at| text.split_at_checked(at)) else {
            return false;
        };
        let signs = mark.len() > 2 && !mark.ends_with(char::is_alphanumeric);
        let apart = mark.contains(char::is_alphabetic) || !before.ends_with(char::is_alphanumeric);
        signs && apart && end.eq_ignore_ascii_case(mark)
    };
    if let Some(mark) = WORDS.end_marks.iter().filter(is_closing).max_by_key(|mark| mark.len()) {
        text.truncate(text.len() - mark.len());
        text.truncate(text.trim_end().len());
        return;
    }
    // "… 1부.  끝." closes Korean letters.
    if let Some(rest) = text.strip_suffix("끝.").map(str::trim_end)
        && rest.ends_with(['.', ')'])
    {
        *text = rest.to_owned();
    }
}

/// Endings of files that a site offers.
const FILES: [&str; 10] =
    [".hwp", ".pdf", ".doc", ".xls", ".ppt", ".jpg", ".png", ".zip", ".odt", ".jpeg"];

/// A line, or two, of a page's data block: how many lines it takes, its date kept.
fn field(lines: &[Line], at: usize, published: &mut Option<String>) -> Option<usize> {
    let line = &lines[at];
    if matches!(line.kind, LineKind::Table(_)) {
        return None;
    }
    let words = &*WORDS;
    let text = line.text.to_lowercase();
    if let Some(date) = masthead_line(&text).or_else(|| barred_date(&text)) {
        published.get_or_insert(date);
        return Some(1);
    }
    let is_field =
        |name: &str| words.date_fields.contains(name) || words.other_fields.contains(name);
    let Some((name, value)) = split_field(&text, is_field) else {
        return is_bare_field(lines, at, is_field).then_some(1);
    };
    let is_date = words.date_fields.contains(name);
    if !value.is_empty() {
        if is_date {
            let date = dates::whole(value).or_else(|| dates::first_whole_word(value))?;
            published.get_or_insert(date);
            return Some(1);
        }
        // A site lists files; a release names what is attached.
        let about_files = name.contains("attach")
            || name.contains("file")
            || name.contains("첨부")
            || name.contains("파일");
        if about_files && !FILES.iter().any(|ending| value.contains(ending)) {
            return None;
        }
        let is_value = value.chars().count() < 60 && !value.ends_with('.');
        let is_short =
            value.chars().all(|c| c.is_ascii_digit() || c == ',') || line.text.contains(':');
        return (is_value && is_short).then_some(1);
    }
    let below = lines.get(at + 1)?;
    if is_date {
        let date = dates::whole(&below.text)?;
        published.get_or_insert(date);
        return Some(2);
    }
    let is_count =
        !below.text.is_empty() && below.text.chars().all(|c| c.is_ascii_digit() || c == ',');
    Some(1 + usize::from(is_count))
}

/// "6 November 2024 | Geneva | Reading time: 3 min": the day in a line of parts.
fn barred_date(text: &str) -> Option<String> {
    const LONGEST: usize = 160;
    let is_parted = text.len() <= LONGEST && text.contains(" | ") && !text.ends_with('.');
    text.split(" | ").filter(|_| is_parted).find_map(dates::whole)
}

/// The day of handing out that a masthead set as a line names: "보도시점 2025. 3. 5.(수) 11:00 배포 2025. 3. 5.(수)".
fn masthead_line(text: &str) -> Option<String> {
    let first = text.split(|c: char| c.is_ascii_digit()).next()?;
    let first: String = first.chars().filter(|c| c.is_alphanumeric()).collect();
    if !WORDS.masthead.contains(&first) || WORDS.contacts.contains(&first) {
        return None;
    }
    let fields = WORDS.date_fields.iter().filter_map(|field| Some(text.find(field)? + field.len()));
    let is_filling = |c: char| !c.is_alphanumeric();
    let values = fields.map(|at| text[at..].trim_start_matches(is_filling));
    values.filter_map(dates::first_whole_word).min().or_else(|| dates::first_day(text))
}

/// "작성자 서유럽과" beside "조회수 1,532": a value that shows nothing by itself.
fn is_bare_field(lines: &[Line], at: usize, is_field: impl Fn(&str) -> bool) -> bool {
    const LONGEST: usize = 60;
    let text = &lines[at].text;
    let name = text.split(' ').next().unwrap_or_default();
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    !name.is_ascii()
        && is_field(name)
        && text.len() <= LONGEST
        && !text.ends_with('.')
        && beside
            .filter_map(|at| lines.get(at))
            .any(|line| split_field(&line.text.to_lowercase(), &is_field).is_some())
}

/// Name and value of "Date : 2024-05-01", "Date 2024-05-01" or "Date".
fn split_field(text: &str, is_name: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    if let Some((name, value)) = text.split_once([':', '：'])
        && is_name(name.trim())
    {
        return Some((name.trim(), value.trim()));
    }
    if is_name(text.trim()) {
        return Some((text.trim(), ""));
    }
    let spaces = text.match_indices(' ').map(|(i, _)| i).take(3);
    spaces
        .map(|i| (text[..i].trim(), text[i..].trim()))
        .filter(|(name, value)| is_name(name) && value.starts_with(|c: char| c.is_ascii_digit()))
        .last()
}

/// From a line such as "Useful links" on, short lines to the end are the site's.
fn cut_tail(lines: &mut Vec<Line>) {
    let from = lines.len().saturating_sub(LONGEST_TAIL).max(lines.len() / 3);
    let is_ending = |line: &Line| {
        !matches!(line.kind, LineKind::Table(_)) && WORDS.endings.contains(&key(&line.text))
    };
    let Some(at) = lines[from..].iter().position(is_ending).map(|i| from + i) else { return };
    let is_short = |line: &Line| {
        line.text.chars().count() < 160
            && !line.text.ends_with(['.', '。'])
            && !matches!(line.kind, LineKind::Table(_))
    };
    if at > 0 && lines[at + 1..].iter().all(is_short) {
        lines.truncate(at);
    }
}

/// Whether a table is a masthead: the words "press release", when it was handed out, until when it is
/// held back.
pub fn is_masthead(rows: &super::lines::Rows) -> bool {
    let spaced = |cell: &str| cell.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = rows.cells().any(|cell| {
        let cell = spaced(cell);
        WORDS.masthead.contains(&cell) || WORDS.masthead.contains(&cell.replace(' ', ""))
    });
    known && rows.rows.len() <= 8 && !is_contacts(rows)
}

/// Whether a table names whom to ask.
pub fn is_contacts(rows: &super::lines::Rows) -> bool {
    let is_contact = |cell: &str| {
        let cell: String = cell.to_lowercase();
        let bare: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
        WORDS
            .contacts
            .iter()
            .any(|word| cell.starts_with(word.as_str()) || bare.starts_with(&word.replace(' ', "")))
    };
    rows.cells().take(8).any(is_contact)
}

/// The day of handing out that a masthead names, as EDTF.
pub fn masthead_date(rows: &super::lines::Rows) -> Option<String> {
    let bare = |cell: &String| cell.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for row in &rows.rows {
        for (i, cell) in row.iter().enumerate() {
            if WORDS.date_fields.contains(&bare(cell)) {
                let value = row[i + 1..].iter().find(|cell| !cell.is_empty());
                if let Some(date) = value.and_then(|value| dates::first_day(value)) {
                    return Some(date);
                }
            }
            // "배포일시: 2022. 5. 3.(화)" in one cell.
            let named = cell
                .split_once([':', '：', ' '])
                .filter(|(name, _)| WORDS.date_fields.contains(&bare(&(*name).to_owned())));
            if let Some(date) = named.and_then(|(_, value)| dates::first_day(value)) {
                return Some(date);
            }
        }
    }
    rows.cells().find_map(|cell| dates::whole(cell).or_else(|| dates::dateline(cell)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Rows;

    fn kept(text: &str) -> (Vec<String>, Option<String>) {
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
    fn end_marks_go_and_sentences_about_dates_stay() {
        let (lines, _) =
            kept("Title\n\n1. Date of entry into force is open.\n2. All agreed. /END/\n");
        assert_eq!(lines, ["Title", "1. Date of entry into force is open.", "2. All agreed."]);
        assert_eq!(kept("Title\nText one.\n###").0, ["Title", "Text one."]);
        assert_eq!(kept("Title\nText one. [End]").0, ["Title", "Text one."]);
        assert_eq!(kept("Title\nIt is written in C#").0, ["Title", "It is written in C#"]);
    }

    #[test]
    fn a_word_or_number_ends_a_release_only_where_nothing_follows() {
        let page = "Title\nWorkers hired:\n30\nWorkers left:\n12";
        assert_eq!(kept(page).0, page.split('\n').collect::<Vec<_>>());
        let page = "Title\nWorkers hired:\n30\nEnd\n***\nPrint";
        assert_eq!(kept(page).0, ["Title", "Workers hired:", "30"]);
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
    fn a_masthead_set_as_a_line_names_the_day() {
        let page = "보도자료\n보도시점 2025. 3. 6.(목) 11:00 배포 2025. 3. 5.(수) 09:00\n회담 개최\n□ 회담을 개최했다.";
        let (lines, published) = kept(page);
        assert_eq!((lines[0].as_str(), published.as_deref()), ("회담 개최", Some("2025-03-05")));
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

    #[test]
    fn a_masthead_without_labels_of_its_fields_names_the_day() {
        let rows = |cells: [&str; 2]| Rows {
            header: false,
            rows: vec![cells.map(str::to_owned).to_vec()],
        };
        let date = |cells| masthead_date(&rows(cells));
        assert_eq!(date(["PRESS RELEASE", "Oslo, 5 May 2024"]).as_deref(), Some("2024-05-05"));
        assert_eq!(date(["PRESS RELEASE", "No. 5"]), None);
    }

    #[test]
    fn bodies_and_officials_are_no_headlines() {
        for text in ["Harbour Council", "Government of Norway", "Ministry of Trade and Industry"] {
            assert!(is_body(text), "{text}");
        }
        for text in [
            "Minister for Foreign Affairs",
            "Deputy Prime Minister",
            "The Hon Anna Lund MP",
            "Senator the Hon Kari Berg",
        ] {
            assert!(is_official(text), "{text}");
        }
        for text in [
            "Ministers Meet in Oslo",
            "Prime Minister Visits Oslo",
            "Council Adopts Plan",
            "Minister Berg",
        ] {
            assert!(!is_body(text) && !is_official(text), "{text}");
        }
    }

    #[test]
    fn fields_of_a_korean_page_go_together() {
        let page = "회담 개최\n등록일 2024-05-20\n조회수 1,532\n작성자 서유럽과\n\n1. 회담을 개최했다.\n붙임 : 사진 2매.  끝.\n외교부";
        assert_eq!(
            kept(page).0,
            ["회담 개최", "1. 회담을 개최했다.", "붙임 : 사진 2매.", "외교부"]
        );
    }

    #[test]
    fn a_line_of_parts_names_the_day_and_a_line_of_languages_goes() {
        let page = "Two Sides Meet\n6 November 2024 | Oslo | Reading time: 3 min\n\nFrançais Русский Español\n\n\
            The two sides met in the capital.";
        let (lines, published) = kept(page);
        assert_eq!(lines, ["Two Sides Meet", "The two sides met in the capital."]);
        assert_eq!(published.as_deref(), Some("2024-11-06"));
    }

    #[test]
    fn links_after_the_text_go() {
        let (lines, _) =
            kept("T\n\nText is here.\nMore of it.\nUseful links\nOur site\nOther site");
        assert_eq!(lines, ["T", "Text is here.", "More of it."]);
    }
}
