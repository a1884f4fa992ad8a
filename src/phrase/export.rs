//! What stands around the text of a release where it is printed.

phrases! {
    participants: "Participants" / "참석자";
    dates: "Dates" / "날짜";
    figures: "Key figures" / "주요 수치";
    doubtful(doubt): "doubtful: {doubt}" / "의심: {doubt}";
    edition(name, number): "{name}, edition {number}" / "{name}, {number}번째";
    source(words): "Source: {words}" / "출처: {words}";
    versions(words): "Other languages: {words}" / "다른 언어: {words}";
    topics(words): "Topics: {words}" / "주제: {words}";
}
