//! A list in columns: as wide as it needs where nobody looks, as wide as the terminal where one
//! does.

use std::fmt;

use super::row::{Content, Row};
use crate::clean_format;
use crate::phrase::{Language, Phrase, command, told};
use crate::text::columns::GAP;
use crate::text::width::{cells, truncate, truncate_left};
use crate::text::{Clean, Raw};

/// The widest a column is padded to; longer words stick out.
const WIDEST: usize = 100;

const COLUMNS: usize = 6;

/// Writes rows below a head row.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl fmt::Write,
    rows: &[Row],
    width: Option<u16>,
    language: Language,
) -> fmt::Result {
    let mut lines = vec![head().map(|name| name.shown(language).clone())];
    lines.extend(rows.iter().map(|row| line(row, language)));
    let mut widths = [0; COLUMNS];
    for line in &lines {
        for (width, words) in widths.iter_mut().zip(line) {
            *width = cells(words).max(*width).min(WIDEST);
        }
    }
    if let Some(width) = width {
        shrink(&mut widths, usize::from(width));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", joined(line, widths, width)))
}

fn head() -> [Phrase; COLUMNS] {
    let (date, language) = (command::date(), command::language());
    [date, language, command::title(), command::issuer(), command::file(), command::problems()]
}

/// Takes from the widest of title, issuer and file until the line fits.
fn shrink(widths: &mut [usize; COLUMNS], room: usize) {
    const LEAST: usize = 4;
    let taken = |widths: &[usize]| widths.iter().sum::<usize>() + GAP * (widths.len() - 1);
    while taken(widths) > room {
        let Some(widest) = widths[2..5].iter_mut().max().filter(|width| **width > LEAST) else {
            return;
        };
        *widest -= 1;
    }
}

fn line(row: &Row, language: Language) -> [Clean<'static>; COLUMNS] {
    let nothing = || Clean::literal("");
    let field =
        |raw: &Option<Raw>| raw.as_ref().map(Raw::clean_line).unwrap_or_default().into_owned();
    let file = row.file.clone();
    match &row.content {
        Content::Release(summary) => [
            field(&summary.published),
            field(&summary.language),
            summary.title.clean_line().into_owned(),
            field(&summary.issuer),
            file,
            summary.problems.said().shown(language).clone(),
        ],
        Content::Faulty(fault) => {
            let place = (fault.line, fault.column);
            let message = fault.message.line();
            let message = told(&message, language);
            let reason = clean_format!("{}:{}: {message}", place.0, place.1);
            let state = command::fault().shown(language).clone();
            [nothing(), nothing(), reason, nothing(), file, state]
        }
        Content::Unread(reason) => {
            let state = command::not_read().shown(language).clone();
            let reason = told(reason, language).into_owned();
            [nothing(), nothing(), reason, nothing(), file, state]
        }
    }
}

/// One line; cut to the widths of its columns, and to that of the terminal, where one looks.
fn joined(line: &[Clean<'_>], widths: [usize; COLUMNS], terminal: Option<u16>) -> String {
    const FILE: usize = 4;
    let mut joined = String::new();
    let mut room = terminal.map_or(usize::MAX, usize::from);
    for (i, (words, width)) in line.iter().zip(widths).enumerate() {
        if i > 0 {
            joined.push_str(&" ".repeat(GAP.min(room)));
            room = room.saturating_sub(GAP);
        }
        let most = width.min(room);
        let words = match terminal {
            Some(_) if i == FILE => truncate_left(words, most),
            Some(_) => truncate(words, most),
            None => words.borrowed(),
        };
        joined.push_str(&words);
        joined.push_str(&" ".repeat(most.saturating_sub(cells(&words))));
        room -= most;
    }
    joined.truncate(joined.trim_end().len());
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::samples::Sample;

    fn rows() -> Vec<Row> {
        let release = r#"Release(format: 1, title: "한국과 카자흐스탄, 정책협의회 개최", published: "2019-03-06",
            language: "ko", issuer: "외교부", body: [])"#;
        let sample = |name, source| Row::of_sample(&Sample { name, source });
        vec![sample("folder/a.ko.ron", release), sample("b.ron", "")]
    }

    fn written(width: Option<u16>) -> String {
        let mut table = String::new();
        write(&mut table, &rows(), width, Language::English).unwrap();
        table
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let table = written(None);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 3);
        let column = |line: &str, words: &str| cells(&line[..line.find(words).unwrap()]);
        assert_eq!(column(lines[0], "FILE"), column(lines[1], "folder/"));
        assert_eq!(column(lines[0], "FILE"), column(lines[2], "b.ron"));
        assert!(lines[2].contains("the file is empty"), "{table}");
    }

    #[test]
    fn on_a_terminal_every_row_fits() {
        for width in [60, 80, 100] {
            let table = written(Some(width));
            assert!(table.lines().all(|line| cells(line) <= usize::from(width)), "{table}");
        }
    }
}
