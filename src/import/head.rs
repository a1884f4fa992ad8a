//! What a release says of itself: language, series, whether it is a translation.

use super::chrome;
use crate::release::{Body, Kind, Series, Translation};
use crate::text::Raw;
use crate::text::hangul::is_hangul;

/// How much of a text shows its language, in bytes.
const SAMPLE: usize = 8192;

/// The language of a text, as a BCP 47 tag; `named` is what the page's markup says.
pub fn language(text: &str, named: Option<&str>) -> Option<String> {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    if let Some(tag) = by_script(sample) {
        return Some(tag.to_owned());
    }
    let found = whatlang::detect(sample);
    let code = found.as_ref().and_then(|info| two_letters(info.lang().code()));
    let named =
        named.map(|tag| tag.replace('_', "-")).filter(|tag| tag.len() >= 2 && tag.is_ascii());
    match (code, named) {
        // Markup that agrees may say more: `en-GB`.
        (Some(code), Some(named)) if named.to_lowercase().starts_with(code) => Some(named),
        (Some(code), _) if found.is_some_and(|info| info.is_reliable()) => Some(code.to_owned()),
        (Some(code), None) => Some(code.to_owned()),
        (_, named) => named,
    }
}

/// Languages that their script gives away.
fn by_script(text: &str) -> Option<&'static str> {
    let (mut letters, mut hangul, mut kana, mut han, mut hebrew) =
        (0usize, 0usize, 0usize, 0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        match c {
            _ if is_hangul(c) => hangul += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            _ => {}
        }
    }
    let share = |count: usize| letters > 0 && count * 4 > letters;
    if share(hangul) {
        return Some("ko");
    }
    if share(kana + han) {
        return Some(if kana * 20 > han { "ja" } else { "zh" });
    }
    share(hebrew).then_some("he")
}

/// The two-letter tag of a three-letter one, for the languages that can be told apart.
fn two_letters(code: &str) -> Option<&'static str> {
    const TAGS: [(&str, &str); 42] = [
        ("eng", "en"),
        ("fra", "fr"),
        ("deu", "de"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("nld", "nl"),
        ("swe", "sv"),
        ("dan", "da"),
        ("nob", "nb"),
        ("fin", "fi"),
        ("pol", "pl"),
        ("ces", "cs"),
        ("slk", "sk"),
        ("hun", "hu"),
        ("ron", "ro"),
        ("hrv", "hr"),
        ("slv", "sl"),
        ("tur", "tr"),
        ("rus", "ru"),
        ("ukr", "uk"),
        ("bel", "be"),
        ("bul", "bg"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("ell", "el"),
        ("ara", "ar"),
        ("heb", "he"),
        ("pes", "fa"),
        ("urd", "ur"),
        ("hin", "hi"),
        ("ben", "bn"),
        ("tam", "ta"),
        ("tha", "th"),
        ("vie", "vi"),
        ("ind", "id"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("cat", "ca"),
        ("kat", "ka"),
        ("hye", "hy"),
    ];
    TAGS.iter().find(|(three, _)| *three == code).map(|(_, two)| *two)
}

/// Whether a remark in the text says that it is a translation.
pub fn translation(body: &Body) -> Translation {
    let says = |remarks: &[String]| {
        body.blocks()
            .iter()
            .rev()
            .take(6)
            .filter(|block| block.kind == Kind::Note || block.text.len() < 80)
            .any(|block| {
                let text = block.text.as_str().to_lowercase();
                remarks.iter().any(|remark| text.contains(remark.as_str()))
            })
    };
    if says(&chrome::WORDS.unofficial) {
        Translation::Unofficial
    } else if says(&chrome::WORDS.official) {
        Translation::Official
    } else {
        Translation::Original
    }
}

/// The recurring event that a title counts: its name and edition.
pub fn series(name: &str, edition: f64) -> Option<Series> {
    const ENDS: [&str; 8] =
        [" 개최", " 결과", " 참석", " 시작", " 폐막", " 개막", " 성료", " 실시"];
    let mut name = name.trim().trim_end_matches(['.', ',', ':']);
    for end in ENDS {
        name = name.split(end).next().unwrap_or(name);
    }
    let number = format!("{edition}").parse::<u32>().ok().filter(|number| *number > 0);
    (!name.is_empty() && number.is_some())
        .then(|| Series { name: Raw::from(name), edition: number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_told_by_script_then_by_words() {
        let tag = |text: &str| language(text, None);
        assert_eq!(tag("교육부는 오늘 ICT 회의를 개최했다").as_deref(), Some("ko"));
        assert_eq!(tag("PostgreSQL は本日リリースを発表しました").as_deref(), Some("ja"));
        assert_eq!(tag("外交部发言人今天表示").as_deref(), Some("zh"));
        assert_eq!(
            tag("The two sides agreed to continue to work closely together on this.").as_deref(),
            Some("en")
        );
        assert_eq!(
            tag("Le ministre a rencontré son homologue allemand pour évoquer la situation.")
                .as_deref(),
            Some("fr")
        );
        assert_eq!(
            language("The two sides agreed to work together.", Some("en-GB")).as_deref(),
            Some("en-GB")
        );
    }

    #[test]
    fn a_series_is_its_events_name_and_number() {
        let found = series("한-일 전략대화 개최", 5.0).unwrap();
        assert_eq!((found.name.as_str(), found.edition), ("한-일 전략대화", Some(5)));
        assert_eq!(series("", 5.0), None);
    }
}
