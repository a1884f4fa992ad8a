//! What stands around the text of a release where it is printed.

phrases! {
    participants: "Participants" / "참석자";
    dates: "Dates" / "날짜";
    figures: "Key figures" / "주요 수치";
    doubtful(doubt): "doubtful: {doubt}" / "의심: {doubt}";
    edition(name, number): "{name}, edition {number}" / "{name}, {number}번째";
    source(words): "Source: {words}" / "출처: {words}";
    versions(words): "Other languages: {words}" / "다른 언어: {words}";
    at_title: "title" / "제목";
    at_heading(at): "heading {at}" / "소제목 {at}";
    at_headings(at): "headings {at}" / "소제목 {at}";
    at_paragraph(at): "para {at}" / "문단 {at}";
    at_paragraphs(at): "paras {at}" / "문단 {at}";
    at_table(at): "table {at}" / "표 {at}";
    at_tables(at): "tables {at}" / "표 {at}";
    at_note(at): "note {at}" / "주 {at}";
    at_notes(at): "notes {at}" / "주 {at}";
    topics(words): "Topics: {words}" / "주제: {words}";
}
