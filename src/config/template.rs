//! The settings written out for people: a file in which everything is a comment, and a page of the
//! manual, both made from the table.

use std::fmt::Write;

use super::Settings;
use super::settings::Field;

/// The widest line of the file, in characters.
const WIDTH: usize = 96;

/// A file of settings that says nothing, and shows how everything would be said.
pub fn file() -> String {
    let mut out = String::from(
        "// Settings of pressroom. What is left out is as it comes; a line counts once the two strokes\n\
         // before it are gone. `pressroom config --check` tells what is wrong.\n(\n",
    );
    for (index, field) in Settings::fields().iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let Field { name, sentence, kind, default } = field;
        for line in filled(&format!("{sentence} It is {kind}.")) {
            let _ = writeln!(out, "    // {line}");
        }
        let _ = writeln!(out, "    // {name}: {default},");
    }
    out.push_str(")\n");
    out
}

/// The table of settings as Markdown.
pub fn markdown() -> String {
    let mut out =
        String::from("| setting | what it is | as it comes | what for |\n|---|---|---|---|\n");
    for Field { name, sentence, kind, default } in Settings::fields() {
        let _ = writeln!(out, "| `{name}` | {kind} | `{default}` | {sentence} |");
    }
    out
}

/// Words in lines of at most so many characters.
fn filled(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let room = WIDTH - "    // ".len();
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::read;

    #[test]
    fn the_file_says_nothing_and_with_its_strokes_gone_the_same_in_words() {
        let file = file();
        let settings = |text: &str| read::settings(Path::new("config.ron"), text);
        assert_eq!(settings(&file), (Settings::default(), Vec::new()));
        let is_said = |line: &str| Settings::NAMES.iter().any(|name| line.starts_with(name));
        let said: Vec<String> = file
            .lines()
            .map(|line| match line.strip_prefix("    // ") {
                Some(said) if is_said(said) && said.ends_with(',') => said.to_owned(),
                _ => line.to_owned(),
            })
            .collect();
        let said = said.join("\n");
        assert!(Settings::NAMES.iter().all(|name| said.contains(&format!("\n{name}: "))));
        assert_eq!(settings(&said), (Settings::default(), Vec::new()));
    }

    #[test]
    fn no_line_is_wide() {
        assert!(file().lines().all(|line| line.chars().count() <= WIDTH));
    }
}
