//! What commands print around their findings: heads of columns, counts and summaries.

phrases! {
    date: "DATE" / "날짜";
    language: "LANG" / "언어";
    title: "TITLE" / "제목";
    issuer: "ISSUER" / "발표처";
    file: "FILE" / "파일";
    problems: "PROBLEMS" / "문제";
    none: "there are no releases" / "보도자료가 없습니다";
    not_read: "unreadable" / "읽지 못함";

    fault: "fault" / "결함";
    error: "error" / "오류";
    warning: "warning" / "경고";
    help: "help" / "도움말";
    faults(count): "1 fault" | "{count} faults" / "결함 {count}건";
    errors(count): "1 error" | "{count} errors" / "오류 {count}건";
    warnings(count): "1 warning" | "{count} warnings" / "경고 {count}건";
    checked(count): "1 file checked" | "{count} files checked" / "파일 {count}개 검사";
    nothing_wrong(checked): "{checked}: nothing wrong" / "{checked}: 문제없음";
    found(checked, counts): "{checked}: {counts}" / "{checked}: {counts}";
    unread(checked, count): "{checked}; {count} could not be read" / "{checked}, 읽지 못한 파일 {count}개";

    participants(count): "1 participant" | "{count} participants" / "참석자 {count}명";
    dates(count): "1 date" | "{count} dates" / "날짜 {count}개";
    figures(count): "1 figure" | "{count} figures" / "수치 {count}개";
    and_more(names, count): "{names} and {count} more" / "{names} 외 {count}개";
}
