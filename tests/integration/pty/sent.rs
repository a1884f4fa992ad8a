//! What was written to the terminal, byte by byte: nothing but words and the sequences the program
//! means to send.

/// The sequences of the program besides places and looks, without the ESC that introduces them.
const OURS: [&str; 23] = [
    "[?1049h", "[?1049l", "[?2004h", "[?2004l", "[?2026h", "[?2026l", "[?25h", "[?25l", "[H",
    "[2J", "[J", "[K", "[1S", "]11;?", "\\", "[?1002h", "[?1002l", "[?1006h", "[?1006l", "[?1000l",
    "[?1003l", "[?1005l", "[?1015l",
];

/// Whether the colour of the page was asked for in what came after the first bytes.
pub fn asks_for_page(sent: &[u8], already: usize) -> bool {
    let question = b"\x1b]11;?\x1b\\";
    let from = already.saturating_sub(question.len() - 1);
    sent[from..].windows(question.len()).any(|window| window == question)
}

/// Whether a frame was begun and not ended.
pub fn is_frame_open(sent: &[u8]) -> bool {
    let last = |mark: &[u8]| sent.windows(mark.len()).rposition(|window| window == mark);
    last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
}

/// Everything sent that is neither harmless text nor a sequence of the program.
pub fn foreign(sent: &[u8]) -> Vec<String> {
    let Ok(mut rest) = std::str::from_utf8(sent) else { return vec!["no UTF-8".to_owned()] };
    let mut foreign = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = if first == '\x1b' { sequence(&rest[1..]) + 1 } else { first.len_utf8() };
        let token = &rest[..length];
        let is_ours = if first == '\x1b' { is_ours(&token[1..]) } else { is_harmless(first) };
        if !is_ours {
            foreign.push(token.escape_debug().to_string());
        }
        rest = &rest[length..];
    }
    foreign
}

/// The length of a sequence after its ESC.
fn sequence(rest: &str) -> usize {
    let length = match rest.chars().next() {
        Some('[') => rest[1..].find(|c: char| ('@'..='~').contains(&c)).map(|end| end + 2),
        Some(']' | 'P' | 'X' | '^' | '_') => rest
            .find(['\x07', '\x1b'])
            .map(|end| end + usize::from(rest[end..].starts_with('\x07'))),
        other => other.map(char::len_utf8),
    };
    length.unwrap_or(rest.len())
}

fn is_ours(sequence: &str) -> bool {
    if OURS.contains(&sequence) {
        return true;
    }
    let looks = sequence.strip_prefix('[').and_then(|s| s.strip_suffix('m'));
    if looks.is_some_and(|s| s.chars().all(|c| c.is_ascii_digit() || c == ';' || c == ':')) {
        return true;
    }
    let forward = sequence.strip_prefix('[').and_then(|s| s.strip_suffix('C'));
    if forward.is_some_and(|s| s.is_empty() || s.parse::<u16>().is_ok()) {
        return true;
    }
    if let Some((id, address)) = link(sequence) {
        let is_id = id.is_empty() || id.strip_prefix("id=").is_some_and(|id| !id.contains(':'));
        let schemes = ["https://", "http://", "mailto:"];
        let leads_out = schemes.iter().any(|scheme| address.starts_with(scheme));
        let is_plain = address.bytes().all(|byte| (b'!'..=b'~').contains(&byte));
        return is_id && is_plain && (leads_out || (id.is_empty() && address.is_empty()));
    }
    let place = sequence.strip_prefix('[').and_then(|s| s.strip_suffix('H'));
    place
        .and_then(|s| s.split_once(';'))
        .is_some_and(|(row, column)| [row, column].iter().all(|n| n.parse::<u16>().is_ok()))
}

/// The parameters and the address of a sequence that begins or ends a link.
fn link(sequence: &str) -> Option<(&str, &str)> {
    sequence.strip_prefix("]8;")?.split_once(';')
}

/// Whether a link was begun and not ended.
pub fn is_link_open(sent: &[u8]) -> bool {
    let last = |mark: &[u8]| sent.windows(mark.len()).rposition(|window| window == mark);
    last(b"\x1b]8;id=") > last(b"\x1b]8;;\x1b\\")
}

/// Neither a control nor a format character that could reorder or hide words.
fn is_harmless(character: char) -> bool {
    let hides = ['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{61c}', '\u{3164}'];
    let reorders = matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !character.is_control() && !reorders && !hides.contains(&character)
}

#[test]
fn foreign_sequences_are_told_from_ours() {
    let ours = "\x1b[?2026h\x1b[1;1H\x1b[1;38;2;1;2;3mwörds 한\x1b[0m\x1b[C\x1b[12C\x1b]11;?\x1b\\\x1b]8;id=1f;https://a.kr\x1b\\a\x1b]8;;\x1b\\\x1b[?2026l";
    assert_eq!(foreign(ours.as_bytes()), Vec::<String>::new());
    for bad in [
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1b[6n",
        "\u{9b}31m",
        "\x07",
        "\u{202e}",
        "\x1bc",
        "\x1b]8;;file:///etc/passwd\x1b\\",
        "\x1b]8;id=1;https://a kr\x1b\\",
    ] {
        assert!(!foreign(format!("a{bad}b").as_bytes()).is_empty(), "{bad:?}");
    }
}
