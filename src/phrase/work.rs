//! What is done outside the screen, where it went wrong: reading, writing, other programs.

phrases! {
    stopped: "a fault of the program stopped this work; the rest goes on" / "프로그램 오류로 이 작업이 멈췄습니다. 나머지는 계속합니다";
    not_started(error): "cannot start work in the background: {error}" / "백그라운드 작업을 시작할 수 없습니다: {error}";
    outside: "it lies outside the folder that was opened, so it is not followed" / "열어 둔 폴더 밖에 있어 따라가지 않습니다";
    is_there(path): "{path} is there already and was not replaced; --force replaces it" / "{path} 파일이 이미 있어 바꾸지 않았습니다. --force를 쓰면 바꿉니다";
    not_written(path, error): "{path} is not written: {error}" / "{path}에 저장하지 못했습니다: {error}";
    editor_ended(program, status): "{program} ended with {status}" / "{program:이<} 오류로 끝났습니다: {status}";
    no_editor_named: "there is no vi here: set VISUAL or EDITOR to your editor" / "vi가 없습니다. VISUAL이나 EDITOR에 쓰는 편집기를 지정하십시오";
    no_editor(program, error): "cannot start {program}: {error}; set VISUAL or EDITOR to your editor" / "{program:을<} 시작할 수 없습니다: {error}. VISUAL이나 EDITOR에 쓰는 편집기를 지정하십시오";
    settings(count, first): "{count} faults in your files, see `pressroom config --check`; {first}" / "설정 파일에 문제 {count}건(`pressroom config --check`로 확인): {first}";
}
