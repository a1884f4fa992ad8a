//! The number or mark that a line begins with: `2.`, `(2)`, `②`, `나.`, `Ⅱ.`, `°`, `-`, `※`, `【붙임】`.

use crate::import::chrome::WORDS;
use crate::text::hangul::is_hangul;

/// What a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it means.
    pub sign: Sign,
    /// The number as printed, without a full stop.
    pub number: Option<String>,
    /// The mark as printed.
    pub marker: Option<String>,
    /// Where the words begin, in bytes.
    pub rest: usize,
}

/// What a mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A paragraph number of a style.
    Number(Style, u32),
    /// An item of a list.
    Bullet(char),
    /// A footnote or remark.
    Note,
    /// A line that names an attachment.
    Attachment,
}

/// How numbers are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `1.`
    Dot,
    /// `1)`
    Paren,
    /// `(1)`
    Parens,
    /// `①`
    Circled,
    /// `Ⅰ.` or `IV.`
    Roman,
    /// `가.`
    Hangul,
    /// `가)`
    HangulParen,
    /// `(가)`
    HangulParens,
    /// `a.`
    Letter,
    /// `a)`
    LetterParen,
    /// `(a)`
    LetterParens,
    /// `一、`
    Han,
    /// `1.1`, with so many parts.
    Parts(u8),
}

/// Signs of list items. `o` and the Korean vowel `ㅇ` stand in for a circle.
const BULLETS: &str = "°◦○ㅇᄋ•·‣▪▫●◆◇▶►▷▸□■▲△▣◈◉◎❍❏❑❒☐✓✔∙⋅・➤➢➔☞◼◾⦁¤＊";
/// Signs that open a section where they stand before a few words.
const SECTION_SIGNS: &str = "□■◆◇▣◈❏❑❒◼";
const HANGUL: &str = "가나다라마바사아자차카타파하";
const ROMAN: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
const HAN: &str = "一二三四五六七八九十";
/// A number beyond this is a year, a sum or a reference.
const LARGEST: u32 = 199;

impl Mark {
    /// Whether it numbers the first paragraph.
    pub fn is_first_number(&self) -> bool {
        matches!(self.sign, Sign::Number(_, 1))
    }

    /// Whether it may open a section where it stands before a few words.
    pub fn is_section_sign(&self) -> bool {
        matches!(self.sign, Sign::Bullet(c) if SECTION_SIGNS.contains(c))
    }
}

/// The mark at the start of a line whose white space is folded.
pub fn parse(text: &str) -> Option<Mark> {
    attachment(text).or_else(|| number(text)).or_else(|| note(text)).or_else(|| bullet(text))
}

fn at_word(text: &str, rest: usize) -> usize {
    rest + text[rest..].len() - text[rest..].trim_start().len()
}

fn bullet(text: &str) -> Option<Mark> {
    let sign = text.chars().next()?;
    let after = &text[sign.len_utf8()..];
    let spaced = after.starts_with(char::is_whitespace);
    let is_bullet = match sign {
        'o' => spaced,
        'O' => spaced && after.trim_start().starts_with(|c: char| !c.is_ascii()),
        '-' | '–' | '−' | '‐' | '―' | '*' => {
            let dense = after.starts_with(is_hangul) || after.starts_with(['’', '\'', '‘', '(']);
            sign != '*' && (spaced || (dense && sign != '–'))
        }
        c => BULLETS.contains(c) && !after.is_empty(),
    };
    if !is_bullet {
        return None;
    }
    // A second dash is a dash of the sentence or a rule.
    let rest = at_word(text, sign.len_utf8());
    if text[rest..].is_empty() || text[rest..].starts_with(sign) {
        return None;
    }
    Some(Mark { sign: Sign::Bullet(sign), number: None, marker: Some(sign.to_string()), rest })
}

fn note(text: &str) -> Option<Mark> {
    let signs = text.chars().take_while(|c| matches!(c, '*' | '※' | '†' | '‡' | '＊')).count();
    let length: usize = text.chars().take(signs).map(char::len_utf8).sum();
    if signs == 0 || signs > 4 {
        return None;
    }
    let rest = at_word(text, length);
    let words = &text[rest..];
    if words.is_empty() || words.starts_with('*') {
        return None;
    }
    Some(Mark { sign: Sign::Note, number: None, marker: Some(text[..length].to_owned()), rest })
}

/// `【붙임】 1. …`, `붙임 : …`, `[별첨 2] …`, `Attachment: …`
fn attachment(text: &str) -> Option<Mark> {
    const BRACKETS: [(char, char); 5] =
        [('【', '】'), ('[', ']'), ('<', '>'), ('〔', '〕'), ('〈', '〉')];
    let first = text.chars().next()?;
    let close = BRACKETS.iter().find(|(open, _)| *open == first).map(|(_, close)| *close);
    let (inside, length) = match close {
        Some(close) => {
            let end = text.find(close)?;
            (&text[first.len_utf8()..end], end + close.len_utf8())
        }
        None => {
            let end = text.find([':', '：', '.'])?;
            (&text[..end], end + 1)
        }
    };
    let (word, number) = attachment_word(inside)?;
    // Without brackets only a colon, or Korean's full stop, tells a label from a sentence.
    if close.is_none() && word.is_ascii() && !text[..length].ends_with(':') {
        return None;
    }
    let marker = match close {
        Some(_) => text[..length].to_owned(),
        None => word.to_owned(),
    };
    let marker = if number.is_some() { word.to_owned() } else { marker };
    let mut rest = at_word(text, length);
    let mut printed = number;
    if printed.is_none()
        && let Some(inner) = digits(&text[rest..], '.')
    {
        printed = Some(inner.0.to_string());
        rest = at_word(text, rest + inner.1);
    }
    let rest = rest + (text[rest..].len() - text[rest..].trim_start_matches([':', ' ']).len());
    Some(Mark { sign: Sign::Attachment, number: printed, marker: Some(marker), rest })
}

/// The word and number of `붙임1`, `별첨 2`, `Annex 3`.
pub fn attachment_word(text: &str) -> Option<(&str, Option<String>)> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (word, number) = (text[..end].trim(), text[end..].trim());
    let lower = word.to_lowercase();
    let known = WORDS.attachments.contains(&lower);
    let is_number = number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit());
    (known && is_number).then(|| (word, Some(number.to_owned()).filter(|n| !n.is_empty())))
}

fn number(text: &str) -> Option<Mark> {
    let (style, value, length) = arabic(text)
        .or_else(|| enclosed(text))
        .or_else(|| one_sign(text))
        .or_else(|| lettered(text))?;
    if value == 0 || value > LARGEST {
        return None;
    }
    let printed = text[..length].trim_end_matches(['.', '、']).trim().to_owned();
    let sign = Sign::Number(style, value);
    Some(Mark { sign, number: Some(printed), marker: None, rest: at_word(text, length) })
}

/// A number of one to three digits and the sign after it, with their length.
fn digits(text: &str, end: char) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text[length..].strip_prefix(end)?;
    let separate = after.is_empty() || after.starts_with(|c: char| !c.is_ascii_digit());
    ((1..=3).contains(&length) && separate)
        .then(|| (text[..length].parse().unwrap_or(0), length + end.len_utf8()))
}

/// `1.`, `1)`, `1.1`, `1.1.`
fn arabic(text: &str) -> Option<(Style, u32, usize)> {
    if let Some(parts) = parts(text) {
        return Some(parts);
    }
    let (value, length) = digits(text, ')').or_else(|| digits(text, '.'))?;
    let after = text[length..].trim_start();
    let style = if text[..length].ends_with('.') { Style::Dot } else { Style::Paren };
    // `5. 21.(목)` is a day, `3.m.` a time, `1.)` nothing.
    let is_day = style == Style::Dot && value <= 12 && is_day_of_month(after);
    let is_cut = after.starts_with([')', ',', ';', '%', '/', '~']);
    (!is_day && !is_cut).then_some((style, value, length))
}

fn is_day_of_month(text: &str) -> bool {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let value: u32 = text[..length].parse().unwrap_or(0);
    (1..=2).contains(&length) && value <= 31 && text[length..].starts_with(['.', '(', '~'])
}

/// `1.1`, `2.1.3`: the last part counts. Words must follow, or it is a decimal number.
fn parts(text: &str) -> Option<(Style, u32, usize)> {
    let length = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = text[..length].trim_end_matches('.');
    let parts: Vec<&str> = number.split('.').collect();
    let plausible = parts.len() >= 2
        && parts.len() <= 5
        && parts.iter().all(|p| (1..=2).contains(&p.len()) && !p.starts_with('0'));
    let after = &text[length..];
    let words = after.trim_start();
    let is_word = words
        .starts_with(|c: char| c.is_uppercase() || is_hangul(c) || matches!(c, '“' | '‘' | '"'));
    if !plausible || !after.starts_with(' ') || !is_word {
        return None;
    }
    let last = parts.last()?.parse().ok()?;
    Some((Style::Parts(parts.len() as u8), last, length))
}

/// `(1)`, `(가)`, `(a)`
fn enclosed(text: &str) -> Option<(Style, u32, usize)> {
    let inside = text.strip_prefix('(').or_else(|| text.strip_prefix('（'))?;
    let open = text.len() - inside.len();
    let end = inside.char_indices().take(4).find(|(_, c)| matches!(c, ')' | '）'))?.0;
    let close = inside[end..].chars().next()?.len_utf8();
    let length = open + end + close;
    let body = &inside[..end];
    if let Ok(value) = body.parse() {
        return Some((Style::Parens, value, length));
    }
    let mut chars = body.chars();
    let only = chars.next().filter(|_| chars.next().is_none())?;
    if let Some(place) = HANGUL.chars().position(|c| c == only) {
        return Some((Style::HangulParens, place as u32 + 1, length));
    }
    let value = only.is_ascii_lowercase().then(|| only as u32 - 'a' as u32 + 1)?;
    Some((Style::LetterParens, value, length))
}

/// `①`, `Ⅰ.`
fn one_sign(text: &str) -> Option<(Style, u32, usize)> {
    let sign = text.chars().next()?;
    let length = sign.len_utf8();
    let circled = match sign {
        '①'..='⑳' => sign as u32 - '①' as u32 + 1,
        '❶'..='❿' => sign as u32 - '❶' as u32 + 1,
        '➊'..='➓' => sign as u32 - '➊' as u32 + 1,
        '⓵'..='⓾' => sign as u32 - '⓵' as u32 + 1,
        '㉠'..='㉭' => sign as u32 - '㉠' as u32 + 1,
        _ => 0,
    };
    if circled > 0 {
        return Some((Style::Circled, circled, length));
    }
    if let Some(place) = ROMAN.chars().position(|c| c == sign) {
        let dot = usize::from(text[length..].starts_with('.'));
        return Some((Style::Roman, place as u32 + 1, length + dot));
    }
    let place = HAN.chars().position(|c| c == sign)?;
    text[length..].starts_with('、').then_some((Style::Han, place as u32 + 1, length + 3))
}

/// `가.`, `가)`, `IV.`, `a.`, `a)`, each with a word after it.
fn lettered(text: &str) -> Option<(Style, u32, usize)> {
    let first = text.chars().next()?;
    let roman = text.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let spaced = |length: usize| {
        text.get(length..).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
    };
    if roman > 0 && text[roman..].starts_with('.') && spaced(roman + 1) {
        return roman_value(&text[..roman]).map(|value| (Style::Roman, value, roman + 1));
    }
    let after = &text[first.len_utf8()..];
    let dot = after.starts_with('.');
    if !dot && !after.starts_with(')') || !spaced(first.len_utf8() + 1) {
        return None;
    }
    let length = first.len_utf8() + 1;
    if let Some(place) = HANGUL.chars().position(|c| c == first) {
        let style = if dot { Style::Hangul } else { Style::HangulParen };
        return Some((style, place as u32 + 1, length));
    }
    let style = if dot { Style::Letter } else { Style::LetterParen };
    first
        .is_ascii_alphabetic()
        .then(|| (style, first.to_ascii_lowercase() as u32 - 'a' as u32 + 1, length))
}

fn roman_value(text: &str) -> Option<u32> {
    const NUMERALS: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
    ];
    NUMERALS.iter().position(|numeral| *numeral == text).map(|place| place as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str, words: &str) {
        let mark = parse(text).unwrap_or_else(|| panic!("no mark in {text:?}"));
        let shown = [mark.marker, mark.number].into_iter().flatten().collect::<Vec<_>>().join(" ");
        assert_eq!((shown.as_str(), &text[mark.rest..]), (printed, words));
    }

    #[test]
    fn numbers_of_every_style_are_read() {
        for (text, printed) in [
            ("1. The", "1"),
            ("12) The", "12)"),
            ("(3) The", "(3)"),
            ("④The", "④"),
            ("Ⅱ. The", "Ⅱ"),
            ("IV. The", "IV"),
            ("나. The", "나"),
            ("다) The", "다)"),
            ("(라) The", "(라)"),
            ("b) The", "b)"),
            ("1.1 The", "1.1"),
            ("2.1.3. The", "2.1.3"),
        ] {
            check(text, printed, "The");
        }
        check("1.", "1", "");
        check("1. 2026년 개요", "1", "2026년 개요");
    }

    #[test]
    fn marks_of_every_kind_are_read() {
        for sign in ["°", "◦", "○", "o", "ㅇ", "•", "·", "-", "–", "□", "■", "▲", "※", "*", "**"]
        {
            check(&format!("{sign} The"), sign, "The");
        }
        check("【붙임】 1. 개요", "【붙임】 1", "개요");
        check("【별첨】개요", "【별첨】", "개요");
        check("붙임 : 개요", "붙임", "개요");
        check("-’67년 시작", "-", "’67년 시작");
    }

    #[test]
    fn years_times_and_decimals_are_no_numbers() {
        for text in [
            "2019. The",
            "5. 21.(목) 개최",
            "3.2 million people",
            "2.5 billion",
            "10:00 start",
            "1,000 people",
            "9th Meeting",
            "200. x",
            "on time",
            "-- dash",
            "*** ",
            "- - -",
            "20 November",
            "e.g. this",
            "오늘. 다",
            "- ",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
