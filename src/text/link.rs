//! Addresses of web pages and mailboxes, made safe to hand to a terminal: whatever a file says, a
//! [`Link`] holds nothing but the characters of an address.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// The longest address that is a link, in bytes: some terminals take no longer ones.
pub const LONGEST: usize = 2_000;

/// Where a link may lead.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];

/// An address of a web page or a mailbox, in printable ASCII without spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link(Arc<str>);

impl Link {
    /// The address that a whole text is, if it is one.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > LONGEST || text.contains(char::is_control) {
            return None;
        }
        let (scheme, rest) = text.split_once(':')?;
        let scheme = SCHEMES.into_iter().find(|known| known.eq_ignore_ascii_case(scheme))?;
        // What a mail is to say, or to take along, is for its writer.
        let rest = if scheme == "mailto" { rest.split('?').next()? } else { rest };
        let leads_somewhere = match scheme {
            "mailto" => rest.split_once('@').is_some_and(|(who, at)| begins(who) && begins(at)),
            _ => rest.strip_prefix("//").is_some_and(|rest| rest.starts_with('[') || begins(rest)),
        };
        let address = leads_somewhere.then(|| encoded(scheme, rest))?;
        (address.len() <= LONGEST).then(|| Self(address.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A short name, by which a terminal knows that two pieces of a link are one.
    pub fn id(&self) -> u32 {
        // FNV-1a.
        let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        self.0.bytes().fold(0x811c_9dc5, mix)
    }
}

fn begins(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// An address in which every byte that may not stand in one is written by its number.
fn encoded(scheme: &str, rest: &str) -> String {
    let mut address = format!("{scheme}:");
    for byte in rest.bytes() {
        if may_stand(byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Whether a byte may stand in an address as it is.
fn may_stand(byte: u8) -> bool {
    byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&byte)
}

/// The links among words, as far as they reach into a range of bytes, in their order.
///
/// An address among words ends at the first letter that is not ASCII: Korean writes particles right
/// behind it. The cost is that of the range, not of the text.
pub fn within(text: &str, range: &Range<usize>) -> Vec<(Range<usize>, Link)> {
    let bytes = text.as_bytes();
    let before = &bytes[..range.start];
    // An address may have begun on the line before, and its scheme may end on the next.
    let begun = before.iter().rev().take(LONGEST).take_while(|byte| may_stand(**byte)).count();
    let end = (range.end + "mailto:".len()).min(bytes.len());
    let (mut links, mut from) = (Vec::new(), range.start - begun);
    while let Some(colon) = bytes[from..end].iter().position(|b| *b == b':').map(|at| from + at) {
        let Some(start) = start(&bytes[from..colon]).map(|start| from + start) else {
            from = colon + 1;
            continue;
        };
        let length = bytes[start..].iter().take_while(|byte| may_stand(**byte)).take(LONGEST + 1);
        let whole = start..start + length.count();
        let shown = start..start + spoken(&bytes[whole.clone()]);
        if shown.start < range.end
            && shown.end > range.start
            && let Some(link) = text.get(shown.clone()).and_then(Link::of)
        {
            links.push((shown, link));
        }
        from = whole.end.max(colon + 1);
        if from >= end {
            break;
        }
    }
    links
}

/// Where the scheme begins that ends with some bytes.
fn start(before: &[u8]) -> Option<usize> {
    SCHEMES.iter().find_map(|scheme| {
        let start = before.len().checked_sub(scheme.len())?;
        let is_scheme = before[start..].eq_ignore_ascii_case(scheme.as_bytes());
        let is_begin = start.checked_sub(1).is_none_or(|i| !before[i].is_ascii_alphanumeric());
        (is_scheme && is_begin).then_some(start)
    })
}

/// The length of an address without what belongs to the sentence around it.
fn spoken(address: &[u8]) -> usize {
    let mut end = address.len();
    while let Some(last) = end.checked_sub(1).map(|last| address[last]) {
        let is_open = |pair| is_left_open(&address[..end - 1], pair);
        let is_sentence = match last {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' => true,
            b')' => !is_open((b'(', b')')),
            b']' => !is_open((b'[', b']')),
            _ => false,
        };
        if !is_sentence {
            break;
        }
        end -= 1;
    }
    end
}

/// Whether a bracket is opened and not closed.
fn is_left_open(address: &[u8], (open, close): (u8, u8)) -> bool {
    let step = |depth: i32, byte: &u8| match *byte {
        byte if byte == open => depth + 1,
        byte if byte == close => depth - 1,
        _ => depth,
    };
    address.iter().fold(0, step) > 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_pages_and_mailboxes_are_links() {
        let of = |text: &str| Link::of(text).map(|link| link.as_str().to_owned());
        assert_eq!(
            of(" HTTPS://a.kr/x?y=1&z=%20#p ").as_deref(),
            Some("https://a.kr/x?y=1&z=%20#p")
        );
        assert_eq!(of("http://[::1]/").as_deref(), Some("http://[::1]/"));
        assert_eq!(of("https://a.kr/한 글").as_deref(), Some("https://a.kr/%ED%95%9C%20%EA%B8%80"));
        assert_eq!(of("mailto:a@b.kr?attach=/etc/passwd").as_deref(), Some("mailto:a@b.kr"));
        for none in [
            "",
            "a.kr",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http:",
            "https://",
            "http:///x",
            "mailto:",
            "mailto:a",
            "mailto:@b",
            "https:a.kr",
            "ssh://a.kr",
            "https://a.kr/\u{1b}\\",
            "https://a.kr/\u{9c}",
            "https://a.kr/\n",
        ] {
            // White space around an address is no part of it; within one, only a space may stand.
            let expected = none.ends_with('\n').then(|| "https://a.kr/".to_owned());
            assert_eq!(of(none), expected, "{none:?}");
        }
        assert_eq!(of(&format!("https://a.kr/{}", "x".repeat(LONGEST))), None);
        assert_eq!(of(&format!("https://a.kr/{}", "한".repeat(LONGEST / 6))), None);
    }

    #[test]
    fn addresses_among_words_end_where_the_sentence_goes_on() {
        for (text, links) in [
            ("see https://a.kr/x.", &["https://a.kr/x"][..]),
            ("(https://a.kr/x_(y)), and <http://b.kr>", &["https://a.kr/x_(y)", "http://b.kr"]),
            ("주소는https://a.kr/x를 보라", &["https://a.kr/x"]),
            ("mailto:press@a.kr; MAILTO:b@c.kr", &["mailto:press@a.kr", "MAILTO:b@c.kr"]),
            ("at 10:30: xhttps://a.kr and https: //b.kr", &[]),
            ("http://https://a.kr", &["http://https://a.kr"]),
        ] {
            let found = within(text, &(0..text.len()));
            let found: Vec<&str> = found.iter().map(|(range, _)| &text[range.clone()]).collect();
            assert_eq!(found, links, "{text}");
        }
    }

    #[test]
    fn a_piece_of_an_address_on_a_line_of_its_own_leads_to_the_whole() {
        let text = "see https://a.kr/long/way/there now";
        for line in [4..10, 4..20, 20..25, 25..35, 0..5] {
            let found = within(text, &line);
            assert_eq!(found.len(), 1, "{line:?}");
            assert_eq!(found[0].1.as_str(), "https://a.kr/long/way/there");
        }
        assert!(within(text, &(0..4)).is_empty() && within(text, &(31..35)).is_empty());
    }

    proptest! {
        #[test]
        fn a_link_holds_nothing_but_the_characters_of_an_address(
            scheme in "(https?://|mailto:|HTTP://)", rest in "[a-z]\\PC{0,40}@?\\PC{0,9}", odd in any::<String>(),
        ) {
            for text in [format!("{scheme}{rest}"), format!("{scheme}a@b{odd}"), odd.clone()] {
                let in_text = within(&text, &(0..text.len())).into_iter().map(|(_, link)| link);
                for link in Link::of(&text).into_iter().chain(in_text) {
                    let address = link.as_str();
                    prop_assert!(address.len() <= LONGEST);
                    prop_assert!(address.bytes().all(|byte| (b'!'..=b'~').contains(&byte)));
                    prop_assert!(["https:", "http:", "mailto:"].iter().any(|s| address.starts_with(s)));
                }
            }
        }

        #[test]
        fn every_line_finds_what_the_whole_text_does(
            text in "(https?://| |[a-z가.:)]|mailto:a@b){0,12}", cut in 0_usize..60,
        ) {
            let cut = text.floor_char_boundary(cut.min(text.len()));
            let whole = within(&text, &(0..text.len()));
            for line in [0..cut, cut..text.len()] {
                let meant: Vec<_> = whole.iter()
                    .filter(|(range, _)| range.start < line.end && range.end > line.start)
                    .cloned().collect();
                prop_assert_eq!(within(&text, &line), meant, "{} at {}", text, cut);
            }
        }
    }
}
