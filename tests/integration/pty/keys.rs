//! Keys as they are called, to the bytes a terminal sends for them.

/// The bytes of keys with spaces between; what is no key's name is typed as it stands.
pub fn bytes(keys: &str) -> Vec<u8> {
    keys.split_whitespace().flat_map(bytes_of).collect()
}

fn bytes_of(key: &str) -> Vec<u8> {
    let special: &[u8] = match key {
        "Enter" => b"\r",
        "Esc" => b"\x1b",
        "Tab" => b"\t",
        "Shift-Tab" => b"\x1b[Z",
        "Space" => b" ",
        "Backspace" => b"\x7f",
        "Up" => b"\x1b[A",
        "Down" => b"\x1b[B",
        "Right" => b"\x1b[C",
        "Left" => b"\x1b[D",
        "Home" => b"\x1b[H",
        "End" => b"\x1b[F",
        "PageUp" => b"\x1b[5~",
        "PageDown" => b"\x1b[6~",
        "F1" => b"\x1bOP",
        "F2" => b"\x1bOQ",
        "F3" => b"\x1bOR",
        "F4" => b"\x1bOS",
        "F5" => b"\x1b[15~",
        "F6" => b"\x1b[17~",
        "F7" => b"\x1b[18~",
        "F8" => b"\x1b[19~",
        "F9" => b"\x1b[20~",
        "F10" => b"\x1b[21~",
        "F11" => b"\x1b[23~",
        "F12" => b"\x1b[24~",
        "Insert" => b"\x1b[2~",
        "Delete" => b"\x1b[3~",
        _ => return with_modifier(key),
    };
    special.to_vec()
}

fn with_modifier(key: &str) -> Vec<u8> {
    match key.split_once('-') {
        Some((modifier, "Up")) => arrow(modifier, b'A'),
        Some((modifier, "Down")) => arrow(modifier, b'B'),
        Some((modifier, "Right")) => arrow(modifier, b'C'),
        Some((modifier, "Left")) => arrow(modifier, b'D'),
        Some(("Ctrl", letter)) if letter.len() == 1 => vec![letter.as_bytes()[0] & 0x1f],
        Some(("Alt", letter)) if letter.len() == 1 => vec![0x1b, letter.as_bytes()[0]],
        _ => key.as_bytes().to_vec(),
    }
}

fn arrow(modifier: &str, letter: u8) -> Vec<u8> {
    let number = match modifier {
        "Shift" => b'2',
        "Alt" => b'3',
        _ => b'5',
    };
    vec![0x1b, b'[', b'1', b';', number, letter]
}
