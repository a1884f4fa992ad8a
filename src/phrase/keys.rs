//! Where keys apply, and better words for some of them there. What an action does is said in the
//! table of actions itself (`keys/action.rs`).

phrases! {
    in_text: "In the text" / "본문에서";
    in_selection: "While text is selected" / "글을 선택하는 동안";
    in_facts: "In the facts" / "사실 창에서";
    in_review: "In the facts of a draft under review" / "검토 중인 초안의 사실 창에서";
    in_contents: "In the contents" / "차례에서";
    in_list: "In the list of releases" / "보도자료 목록에서";
    in_help: "In the help" / "도움말에서";
    in_problems: "In the list of problems" / "문제 목록에서";
    in_themes: "In the list of themes" / "테마 목록에서";
    in_peek: "While looking at another place" / "다른 곳을 미리 보는 동안";
    in_marks: "In the list of marks" / "표시 목록에서";
    in_fault: "In a file that cannot be read" / "읽을 수 없는 파일에서";
    while_typing: "While typing" / "입력하는 동안";
    everywhere: "Everywhere but in a prompt" / "입력할 때를 뺀 모든 곳에서";
    while_reading: "In an open release" / "열린 보도자료에서";
    facts: "facts" / "사실";
    text: "text" / "본문";
    open: "open" / "열기";
    do_it: "do it" / "실행";
    keep: "keep" / "선택";
    the_palette: "the palette" / "동작 목록";
    go_there: "go there" / "이동";
}
