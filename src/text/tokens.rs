//! The program's own RON files, taken apart while compiling: those that are needed before the first
//! frame would be a quarter of the way there if they were read as RON then.

/// The words of a RON file that comes with the program; its path is told as to `include_str!`.
macro_rules! tokens {
    ($path:literal) => {{
        const SOURCE: &str = include_str!($path);
        static TOKENS: $crate::text::tokens::Tokens<{ SOURCE.len() }> =
            $crate::text::tokens::Tokens::of(SOURCE);
        TOKENS.text()
    }};
}
pub(crate) use tokens;

/// A name, a number or a string, and how many brackets are open around it.
pub type Token<'a> = (usize, &'a str);

/// The tokens of what [`tokens!`] has made.
pub fn each(text: &str) -> impl Iterator<Item = Token<'_>> {
    text.lines().filter_map(|line| {
        let (depth, word) = line.split_at_checked(1)?;
        Some((depth.parse().ok()?, word))
    })
}

/// A line for each token, of at most `MOST` bytes together.
pub struct Tokens<const MOST: usize> {
    bytes: [u8; MOST],
    len: usize,
}

impl<const MOST: usize> Tokens<MOST> {
    /// Takes a file apart, which must be the program's own: of RON, only brackets, bare words, strings
    /// of one line and line comments are known here.
    pub const fn of(source: &str) -> Self {
        let source = source.as_bytes();
        let mut tokens = Self { bytes: [0; MOST], len: 0 };
        let (mut at, mut depth) = (0, b'0');
        while at < source.len() {
            match source[at] {
                b'/' => at = end_of_line(source, at),
                b'"' => at = tokens.string(source, at, depth),
                letter if is_of_word(letter) => at = tokens.word(source, at, depth),
                sign => {
                    match sign {
                        b'(' | b'[' | b'{' => depth += 1,
                        b')' | b']' | b'}' => depth -= 1,
                        _ => {}
                    }
                    at += 1;
                }
            }
        }
        tokens
    }

    /// Takes the word that begins here, and says where it has ended.
    const fn word(&mut self, source: &[u8], mut at: usize, depth: u8) -> usize {
        self.push(depth);
        while at < source.len() && is_of_word(source[at]) {
            self.push(source[at]);
            at += 1;
        }
        self.push(b'\n');
        at
    }

    /// Takes the string that begins here, and says where it has ended.
    const fn string(&mut self, source: &[u8], mut at: usize, depth: u8) -> usize {
        self.push(depth);
        at += 1;
        while source[at] != b'"' {
            if source[at] == b'\\' {
                at += 1;
            }
            self.push(source[at]);
            at += 1;
        }
        self.push(b'\n');
        at + 1
    }

    const fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    /// The lines.
    ///
    /// # Panics
    /// Never: words are taken whole.
    pub const fn text(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => unreachable!(),
        }
    }
}

const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

const fn end_of_line(source: &[u8], mut at: usize) -> usize {
    while at < source.len() && source[at] != b'\n' {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_its_words_with_their_depth() {
        let source = "// \"A\" (b)\nTheme(roles: {\n  Text: (fg: \"#é\", bg: 17), // more\n  \
                      Hit: (keys: [\"\\\\\", \"z M\", Bold]),\n})";
        let tokens = Tokens::<200>::of(source);
        let tokens: Vec<Token<'_>> = each(tokens.text()).collect();
        assert_eq!(
            tokens,
            [
                (0, "Theme"),
                (1, "roles"),
                (2, "Text"),
                (3, "fg"),
                (3, "#é"),
                (3, "bg"),
                (3, "17"),
                (2, "Hit"),
                (3, "keys"),
                (4, "\\"),
                (4, "z M"),
                (4, "Bold"),
            ]
        );
    }
}
