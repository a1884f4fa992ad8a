//! Fields of a page's data block: a name with its value, of which the date is kept.

use super::WORDS;
use crate::import::extract::dates;
use crate::import::lines::{Line, LineKind};

/// Endings of files that a site offers.
const FILES: [&str; 10] =
    [".hwp", ".pdf", ".doc", ".xls", ".ppt", ".jpg", ".png", ".zip", ".odt", ".jpeg"];

/// A line, or two, of a page's data block: how many lines it takes, its date kept.
pub fn field(lines: &[Line], at: usize, published: &mut Option<String>) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::super::tests::kept;

    #[test]
    fn a_masthead_set_as_a_line_names_the_day() {
        let page = "보도자료\n보도시점 2025. 3. 6.(목) 11:00 배포 2025. 3. 5.(수) 09:00\n회담 개최\n□ 회담을 개최했다.";
        let (lines, published) = kept(page);
        assert_eq!((lines[0].as_str(), published.as_deref()), ("회담 개최", Some("2025-03-05")));
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
}
