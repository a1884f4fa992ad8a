//! The panel of facts, and what is known of a release as a whole.

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
    source: "Source" / "출처";
    unsure: "Unsure of the page" / "페이지에서 불확실한 점";
    topics: "Topics" / "주제";
    original: "original" / "원문";
    official: "official translation" / "공식 번역";
    unofficial: "unofficial translation" / "비공식 번역";
}
