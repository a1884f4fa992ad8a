//! JSON on standard output: what would act on a terminal, or hide, is escaped.

use serde::Serialize;

use crate::release::write::is_written_plain;

/// A value as JSON, indented, with a line break at its end.
pub fn pretty(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("our records have only names as keys");
    let mut escaped = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if matches!(c, '"' | '\\' | '\n') || is_written_plain(c) {
            escaped.push(c);
        } else {
            // Such a character stands inside a string, where an escape means the same.
            escape(&mut escaped, c);
        }
    }
    escaped.push('\n');
    escaped
}

fn escape(json: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        json.extend(["\\u", &format!("{unit:04x}")]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_or_hides_is_escaped_and_means_the_same() {
        let words = "a\"\\\n\u{1b}[31m\u{9b}\u{202E}\u{200B}가\u{E0041}é";
        let json = pretty(&[words]);
        assert_eq!(
            json,
            "[\n  \"a\\\"\\\\\\n\\u001b[31m\\u009b\\u202e\\u200b가\\udb40\\udc41é\"\n]\n"
        );
        assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap()[0], words);
    }
}
