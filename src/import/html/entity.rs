//! Character references: the numbered ones, and the named ones that pages use.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static NAMED: LazyLock<HashMap<String, char>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/lexicon/entities.ron"))
        .expect("the asset is read by a test")
});

/// The windows-1252 characters that pages mean by the numbers of C1 controls.
const C1: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Text with its references resolved; an unknown one stays as written.
pub fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = reference(rest).unwrap_or(('&', 1));
        resolved.push(c);
        rest = &rest[length..];
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

fn reference(text: &str) -> Option<(char, usize)> {
    let name =
        text[1..].bytes().take(32).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let body = &text[1..=name];
    let closed = usize::from(text[1 + name..].starts_with(';'));
    let length = 1 + name + closed;
    if let Some(number) = body.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((numbered(code)?, length));
    }
    // Without its semicolon a name may be the start of a word in an address.
    (closed == 1).then(|| NAMED.get(body).map(|c| (*c, length))).flatten()
}

fn numbered(code: u32) -> Option<char> {
    match code {
        0x80..=0x9f => C1.chars().nth(code as usize - 0x80),
        0 => None,
        _ => char::from_u32(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        assert_eq!(
            resolve("a &amp; b &#8217;&#x2019; &#146; &nbsp;x&mdash;"),
            "a & b ’’ ’ \u{a0}x—"
        );
        assert_eq!(resolve("&unknown; &#; &amp &"), "&unknown; &#; &amp &");
    }
}
