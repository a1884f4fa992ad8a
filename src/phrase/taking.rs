//! Copying: what was copied, and what is known of its arrival.

phrases! {
    words(count): "1 word" | "{count} words" / "단어 {count}개";
    blocks(count): "1 block" | "{count} blocks" / "문단 {count}개";
    selecting(what): "selecting {what}" / "선택: {what}";
    words_of(words, what): "{words} of {what}" / "{what}의 {words}";
    counted(what, words): "{what}, {words}" / "{what}, {words}";
    with_source(what): "{what}, with its source" / "{what}, 출처 포함";
    the_release: "the release" / "보도자료 전체";
    the_address(name): "the address of {name}" / "{name}의 주소";
    the_path(name): "the path of {name}" / "{name}의 경로";
    the_page: "the address of the page it was published on" / "원문 웹 주소";
    the_title: "the title" / "제목";
    the_name(name): "the name {name}" / "이름 {name}";
    the_date(date): "the date {date}" / "날짜 {date}";
    the_figure(figure): "the figure {figure}" / "수치 {figure}";

    sent(what): "Copied {what} (the terminal does not say if it took it)" / "복사했습니다: {what} (터미널이 받았는지는 알 수 없습니다)";
    sent_to_tmux(what): "Copied {what} (tmux takes it if set-clipboard is on)" / "복사했습니다: {what} (tmux는 set-clipboard가 on일 때 받습니다)";
    copying(what): "copying {what}…" / "복사 중: {what}…";
    taken(what, program): "Copied {what}: {program} took it" / "복사했습니다: {what} ({program:이<} 받았습니다)";

    deaf(terminal): "not copied: {terminal} takes no text to copy; `clipboard: Command` in the settings may help" / "복사하지 못했습니다. {terminal:은<} 복사할 글을 받지 않습니다. 설정에 `clipboard: Command`를 적어 보십시오";
    console: "the Linux console" / "리눅스 콘솔";
    dumb: "a dumb terminal" / "단순 터미널";
    old_vte: "this VTE terminal" / "이 VTE 터미널";
    no_command: "not copied: no pbcopy, wl-copy, xclip or xsel fits this screen" / "복사하지 못했습니다. 이 화면에 맞는 pbcopy, wl-copy, xclip, xsel이 없습니다";
    too_long(what): "not copied: {what} is more than a terminal takes (74,994 bytes); `clipboard: Command` takes more" / "복사하지 못했습니다. {what}: 터미널이 받는 양(74,994바이트)보다 깁니다. `clipboard: Command`는 더 받습니다";
    cannot_start(program, error): "not copied: cannot start {program}: {error}" / "복사하지 못했습니다. {program} 실행 실패: {error}";
    ended_with(program, status): "not copied: {program} ended with {status}" / "복사하지 못했습니다. {program} 종료: {status}";

    as_printed(what): "{what} as printed" / "인쇄된 대로 {what}";
    with_items(what): "{what} with its items" / "{what}, 딸린 항목 포함";
    nothing_to_pipe: "there is nothing here to give to a command" / "여기에는 명령에 넘길 것이 없습니다";
    piped(command): "{command} has taken it" / "명령에 넘겼습니다: {command}";
    pipe_ended(command, how): "{command} ended with {how}" / "{command} 종료: {how}";
    pipe_cannot_start(shell, error): "cannot start {shell}: {error}" / "{shell:을<} 시작할 수 없습니다: {error}";
    exit_status(code): "exit status {code}" / "종료 상태 {code}";
    ended_by_signal(signal): "signal {signal}" / "시그널 {signal}";
    press_enter(how): "{how}; press Enter to go back" / "{how}. Enter를 누르면 돌아갑니다";

    nothing_here: "there is nothing here to copy" / "여기에는 복사할 것이 없습니다";
    no_words_in(what): "{what} has no words to copy" / "{what}: 복사할 글이 없습니다";
    in_no_file: "this release is in no file of yours, so no address opens it again" / "이 보도자료는 사용자 파일이 아니어서 다시 여는 주소가 없습니다";
    no_page: "this release does not say on which page it was published" / "이 보도자료에는 원문 웹 주소가 없습니다";
    only_text: "this has no words in the text; yy copies it" / "본문에 연결된 문구가 없습니다. yy로 복사하십시오";
}
