//! The list of releases: its heads and orders, and what is said where it is empty.

phrases! {
    releases(count): "1 release" | "{count} releases" / "보도자료 {count}건";
    reading: "reading…" / "읽는 중…";
    read_so_far(count): "reading… {count}" / "읽는 중… {count}";
    in_all(count): "{count} in all" / "모두 {count}건";
    by(order): "by {order}" / "{order} 순";
    faulty(count): "! {count} not read" / "! 읽지 못함 {count}건";
    not_read: "not read" / "읽지 못함";
    not_watched(why): "new and changed files are not noticed ({why}); F5 reads the list again" / "새 파일과 바뀐 파일을 알 수 없습니다({why}). F5로 목록을 다시 읽으십시오";
    too_many_folders(most): "new and changed files are not noticed in more than {most} folders; F5 reads the list again" / "폴더가 {most}개를 넘어 새 파일과 바뀐 파일을 알 수 없습니다. F5로 목록을 다시 읽으십시오";
    no_files: "no *.ron files here" / "*.ron 파일이 없습니다";
    no_match: "nothing matches; Esc shows all" / "일치하는 것이 없습니다. Esc를 누르면 모두 나옵니다";

    date: "Date" / "날짜";
    title: "Title" / "제목";
    issuer: "Issuer" / "발표처";
    language: "Lang" / "언어";
    file: "File" / "파일";
    by_date: "date" / "날짜";
    by_title: "title" / "제목";
    by_issuer: "issuer" / "발표처";
    by_language: "language" / "언어";
    by_file: "file" / "파일";
}
