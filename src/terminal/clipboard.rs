//! Text for the clipboard of whoever sits before the terminal, by OSC 52 of xterm's control sequences:
//! it works over any distance, and a terminal that does not want it ignores it. No answer comes.
//!
//! The end is BEL, which older terminals understand as well. Inside tmux the sequence goes out twice:
//! bare for `set-clipboard on`, and wrapped for `allow-passthrough on`; either ignores the other.

use std::io::{self, Write};

use crate::text::Page;

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Through {
    /// Nothing that is known.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// Hands text to the terminal.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(text: &Page, through: Through) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(&sequence(text, through))?;
    out.flush()
}

fn sequence(text: &Page, through: Through) -> Vec<u8> {
    let bare = format!("\x1b]52;c;{}\x07", base64(text.as_str().as_bytes()));
    match through {
        Through::Nothing => bare.into_bytes(),
        Through::Tmux => {
            let doubled = bare.replace('\x1b', "\x1b\x1b");
            format!("{bare}\x1bPtmux;{doubled}\x1b\\").into_bytes()
        }
        Through::Screen => {
            // Screen hands on what stands in a DCS, but only so much of each.
            const PIECE: usize = 240;
            let pieces = bare.as_bytes().chunks(PIECE);
            pieces.flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
        }
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = (bits >> (18 - 6 * place)) & 63;
            let is_there = place <= three.len();
            text.push(if is_there { char::from(DIGITS[digit as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_the_standard_hold() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("?>~\u{ff}", "Pz5+w78="),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn whatever_is_copied_only_digits_are_sent() {
        let text = Page::of("a\x07\x1b]52;c;!\x1b\\ 한국");
        let sent = sequence(&text, Through::Nothing);
        let inside = &sent[7..sent.len() - 1];
        assert!(inside.iter().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(b)));
        assert!(sent.starts_with(b"\x1b]52;c;") && sent.ends_with(b"\x07"));
    }

    #[test]
    fn what_stands_between_gets_it_in_its_own_way() {
        let sent =
            |text: &str, through| String::from_utf8(sequence(&Page::of(text), through)).unwrap();
        assert_eq!(
            sent("foo", Through::Tmux),
            "\x1b]52;c;Zm9v\x07\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"
        );
        assert_eq!(sent("foo", Through::Screen), "\x1bP\x1b]52;c;Zm9v\x07\x1b\\");
        let long = sent(&"foo".repeat(200), Through::Screen);
        assert!(long.split("\x1b\\").all(|piece| piece.len() <= 242));
        assert_eq!(
            long.replace("\x1bP", "").replace("\x1b\\", ""),
            sent(&"foo".repeat(200), Through::Nothing)
        );
    }
}
