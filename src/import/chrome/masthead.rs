//! Tables that are none of the text: mastheads, with the day of handing out, and whom to ask.

use super::WORDS;
use crate::import::extract::dates;
use crate::import::lines::Rows;

/// Whether a table is a masthead: the words "press release", when it was handed out, until when it is
/// held back.
pub fn is_masthead(rows: &Rows) -> bool {
    let spaced = |cell: &str| cell.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = rows.cells().any(|cell| {
        let cell = spaced(cell);
        WORDS.masthead.contains(&cell) || WORDS.masthead.contains(&cell.replace(' ', ""))
    });
    known && rows.rows.len() <= 8 && !is_contacts(rows)
}

/// Whether a table names whom to ask.
pub fn is_contacts(rows: &Rows) -> bool {
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
pub fn masthead_date(rows: &Rows) -> Option<String> {
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
}
