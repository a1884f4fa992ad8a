//! What a line asks for. A letter typed while the keyboard is in Korean is the letter of its key.

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command<'a> {
    /// The next block, or more of the list.
    Next,
    /// The block before.
    Previous,
    /// Everything from here on.
    All,
    /// A number: of the list, else of a paragraph.
    Number(&'a str),
    /// An address.
    Place(&'a str),
    /// The facts.
    Facts,
    /// Words to find.
    Find(&'a str),
    /// The releases.
    List,
    /// The releases by the next order.
    Sort,
    /// The releases the other way round.
    Reverse,
    /// The commands.
    Help,
    /// The end.
    Quit,
    /// Something else.
    Unknown(&'a str),
}

impl<'a> Command<'a> {
    /// Reads a line.
    pub(super) fn of(line: &'a str) -> Self {
        let line = line.trim();
        if let Some(words) = line.strip_prefix('/') {
            return Self::Find(words.trim());
        }
        if let Some(address) = line.strip_prefix('#') {
            return Self::Place(address.trim());
        }
        match line {
            "" => Self::Next,
            "p" | "P" | "ㅔ" => Self::Previous,
            "a" | "A" | "ㅁ" => Self::All,
            "f" | "F" | "ㄹ" => Self::Facts,
            "l" | "L" | "ㅣ" => Self::List,
            "s" | "S" | "ㄴ" => Self::Sort,
            "r" | "R" | "ㄱ" => Self::Reverse,
            "h" | "H" | "?" | "ㅗ" => Self::Help,
            "q" | "Q" | "ㅂ" => Self::Quit,
            number if number.bytes().all(|byte| byte.is_ascii_digit()) => Self::Number(number),
            // An address is one word, and all have a digit or are the title's or a Korean letter.
            address if is_address(address) => Self::Place(address),
            _ => Self::Unknown(line),
        }
    }
}

fn is_address(word: &str) -> bool {
    let is_short = !word.contains(char::is_whitespace) && word.chars().count() <= 24;
    let is_letter = word.chars().count() == 1 && !word.is_ascii();
    is_short && (word == "title" || is_letter || word.chars().any(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_command_a_number_an_address_or_words_to_find() {
        for (line, command) in [
            ("", Command::Next),
            (" f \r", Command::Facts),
            ("ㄹ", Command::Facts),
            ("ㅂ", Command::Quit),
            ("?", Command::Help),
            ("s", Command::Sort),
            ("ㄱ", Command::Reverse),
            ("12", Command::Number("12")),
            ("2.1", Command::Place("2.1")),
            ("# 2", Command::Place("2")),
            ("h1", Command::Place("h1")),
            ("가", Command::Place("가")),
            ("title", Command::Place("title")),
            ("/ trade volume ", Command::Find("trade volume")),
            ("/", Command::Find("")),
            ("next please", Command::Unknown("next please")),
            ("x", Command::Unknown("x")),
        ] {
            assert_eq!(Command::of(line), command, "{line:?}");
        }
    }
}
