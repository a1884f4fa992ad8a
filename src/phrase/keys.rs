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
    open_version: "open it" / "열기";
    do_it: "do it" / "실행";
    keep: "keep" / "선택";
    the_palette: "the palette" / "동작 목록";
    go_there: "go there" / "이동";
    next_one: "next one" / "다음 것";
    copy: "copy" / "복사";
    quote: "quote" / "인용";
    end: "end" / "끝내기";
    one_word_on: "word on" / "다음 단어";
    one_word_back: "word back" / "이전 단어";

    to_the_facts: "To the facts of this block" / "이 문단의 사실로";
    to_the_block: "To this place in the text" / "본문의 이 자리로";
    open_the_release: "Open this release" / "이 보도자료 열기";
    do_the_action: "Do this" / "이 동작 실행";
    to_the_problem: "To where this problem is" / "이 문제가 있는 자리로";
    keep_the_theme: "Keep this theme" / "이 테마 쓰기";
    to_what_shows: "Go to what shows" / "지금 보는 곳으로 이동";
    to_the_mark: "Go to this mark" / "이 표시로 이동";
    next_sight: "Look at the next one: mention, paragraph or release" / "다음 언급, 문단, 보도자료 미리 보기";
    previous_sight: "Look at the previous one" / "이전 것 미리 보기";
    look_at_the_release: "Look at this release without opening it" / "이 보도자료를 열지 않고 미리 보기";
    copy_what_is_selected: "Copy what is selected" / "선택한 글 복사";
    copy_the_entry: "Copy this fact as it is printed" / "이 사실을 인쇄된 대로 복사";
    copy_the_title: "Copy the title of this release" / "이 보도자료의 제목 복사";
    copy_the_path: "Copy the path that opens this release" / "이 보도자료를 여는 경로 복사";
    edit_the_release: "Open this release in your editor" / "이 보도자료를 편집기에서 열기";
    edit_at_the_problem: "Open in your editor, at this problem" / "이 문제가 있는 줄을 편집기에서 열기";
    read_the_list: "Read the list again" / "목록 다시 읽기";
}
