//! The last row and the first: where the reader is, and what is going on.

phrases! {
    of(place, last): "{place} of {last}" / "{place} / {last}";
    line_and_column(line, column): "line {line}, column {column}" / "{line}행 {column}열";
    opening: "opening…" / "여는 중…";
    opening_file(name): "opening {name}…" / "{name} 여는 중…";
    problems(count): "! 1 problem" | "! {count} problems" / "! 문제 {count}개";
    many_problems(count): "! {count}+ problems" / "! 문제 {count}개 이상";
    pattern(tally): "pattern · {tally}" / "정규식 · {tally}";
    not_found: "not found" / "없음";
    not_a_release: "not a release" / "보도자료 아님";
}
