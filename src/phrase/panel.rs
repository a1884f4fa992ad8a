//! The panel of facts, and what is known of a release as a whole.

use super::Phrase;

/// The name of the language of a tag, where the tag says nothing but a well-known one.
pub(crate) fn language(tag: &str) -> Option<Phrase> {
    Some(match tag.to_ascii_lowercase().as_str() {
        "en" => english(),
        "ko" => korean(),
        "ar" => arabic(),
        "zh" => chinese(),
        "fr" => french(),
        "de" => german(),
        "ja" => japanese(),
        "ru" => russian(),
        "es" => spanish(),
        _ => return None,
    })
}

phrases! {
    participants: "PARTICIPANTS" / "참석자";
    dates: "DATES" / "날짜";
    figures: "KEY FIGURES" / "주요 수치";
    release: "RELEASE" / "보도자료";

    no_date(written): "{written} (not a date)" / "{written} (날짜 아님)";
    value(value, unit): "= {value} {unit}" / "= {value} {unit}";
    values(from, to, unit): "= {from} to {to} {unit}" / "= {from}~{to} {unit}";

    published: "Published" / "발표일";
    edition(number): "edition {number}" / "{number}번째";
    also_in(language): "Also in {language}" / "다른 언어: {language}";
    english: "English" / "영어";
    korean: "Korean" / "한국어";
    arabic: "Arabic" / "아랍어";
    chinese: "Chinese" / "중국어";
    french: "French" / "프랑스어";
    german: "German" / "독일어";
    japanese: "Japanese" / "일본어";
    russian: "Russian" / "러시아어";
    spanish: "Spanish" / "스페인어";
    source: "Source" / "출처";
    unsure: "Unsure of the page" / "페이지에서 불확실한 점";
    topics: "Topics" / "주제";
    original: "original" / "원문";
    official: "official translation" / "공식 번역";
    unofficial: "unofficial translation" / "비공식 번역";
}
