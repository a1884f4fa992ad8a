//! What is said of places: where one stopped, what is remembered.

phrases! {
    back(at, key): "back where you stopped, at {at}; {key} goes to the start" / "읽다 멈춘 {at}에서 이어 읽습니다. {key} 키로 처음으로 갑니다";
    back_changed(at, key): "back at {at}, which was changed since; {key} goes to the start" / "그 뒤 고쳐진 {at}에서 이어 읽습니다. {key} 키로 처음으로 갑니다";
    back_lost(at): "you stopped at {at}, whose words are no longer here" / "읽다 멈춘 {at}의 글이 이제 없습니다";
    set_which: "mark this place: a–z in this release, A–Z in the library" / "이 자리 표시: a–z는 이 보도자료, A–Z는 전체";
    go_which(marks): "go to mark: {marks}" / "이동할 표시: {marks}";
    set(letter, at): "mark {letter} is at {at}" / "{letter} 표시: {at}";
    set_for_now(letter, at): "mark {letter} is at {at}, for this session only" / "{letter} 표시: {at} (지금 읽는 동안만)";
    deleted(letter): "mark {letter} is gone" / "{letter} 표시를 지웠습니다";
    no_letter: "a mark is a letter: a–z in this release, A–Z in the library" / "표시는 글자입니다. a–z는 이 보도자료, A–Z는 전체";
    no_count: "a mark takes a letter, not a count" / "표시에는 숫자가 아니라 글자를 씁니다";
    no_mark(letter): "there is no mark {letter}" / "{letter} 표시가 없습니다";
    no_marks(key): "no marks yet; {key} and a letter sets one" / "표시가 아직 없습니다. {key} 키와 글자로 표시합니다";
    nothing_to_mark: "only a place in a release can be marked" / "보도자료 안의 자리만 표시할 수 있습니다";
    late: "the marks cannot be read just now" / "지금은 표시를 읽을 수 없습니다";
    no_jump: "no jump yet to go back from" / "아직 이동한 적이 없습니다";
    not_open(letter, name): "mark {letter} is in {name}, which is in no file and not open" / "{letter} 표시는 {name}에 있는데, 파일도 없고 열려 있지도 않습니다";
    moved(letter, at): "the words of mark {letter} have moved to {at}" / "{letter} 표시의 글이 {at}로 옮겨졌습니다";
    words_changed(letter, at): "the words of mark {letter} at {at} were changed since" / "{at}에 있는 {letter} 표시의 글이 그 뒤 바뀌었습니다";
    lost(letter, at): "mark {letter} is lost: what it marked at {at} is no longer here" / "{letter} 표시를 찾을 수 없습니다. {at}에 표시한 글이 이제 없습니다";
    unchanged: "read again: nothing has changed" / "다시 읽었습니다. 바뀐 것이 없습니다";
    reread(at): "read again; you are at {at}" / "다시 읽었습니다. 지금 {at}에 있습니다";
    reread_changed(count, at): "read again: 1 block changed; you are at {at}" | "read again: {count} blocks changed; you are at {at}" / "다시 읽었습니다. 문단 {count}개가 바뀌었고, 지금 {at}에 있습니다";
    reread_others(count, at): "read again: 1 block is new or gone; you are at {at}" | "read again: {count} blocks are new or gone; you are at {at}" / "다시 읽었습니다. 문단 {count}개가 생기거나 없어졌고, 지금 {at}에 있습니다";
    reread_both(count, others, at): "read again: 1 block changed, {others} new or gone; you are at {at}" | "read again: {count} blocks changed, {others} new or gone; you are at {at}" / "다시 읽었습니다. 문단 {count}개가 바뀌고 {others}개가 생기거나 없어졌으며, 지금 {at}에 있습니다";
    broken(line, column, why, key): "the file was changed and does not open ({line}:{column}: {why}); {key} shows where" / "파일이 바뀌었으나 열리지 않습니다({line}:{column}: {why}). {key} 키로 그곳을 봅니다";
    gone(why): "the file cannot be read any more ({why}); this is what it said" / "파일을 더는 읽을 수 없습니다({why}). 화면은 이전 내용입니다";
    outdated: "! older than the file" / "! 파일보다 이전 내용";
    not_watched(why): "changes of this file are not noticed ({why}); F5 reads it again" / "이 파일이 바뀌어도 알 수 없습니다({why}). F5로 다시 읽으십시오";
    not_kept(why): "places and marks cannot be remembered: {why}" / "자리와 표시를 기억할 수 없습니다: {why}";
    not_kept_yet: "not remembered yet: another pressroom has locked it, perhaps a stopped one (see `jobs`)" / "아직 기억하지 못했습니다. 다른 pressroom이 잠그고 있으며, 멈춰 둔 것일 수 있습니다(`jobs`로 확인)";
    kept_again: "places and marks are remembered again" / "자리와 표시를 다시 기억합니다";
    not_kept_at_all(why): "this is not remembered: {why}" / "다음을 기억하지 못했습니다: {why}";
    too_slow: "the disk took too long, or another pressroom has locked it" / "디스크가 너무 느리거나 다른 pressroom이 잠갔습니다";
    lost_mark(letter, file): "mark {letter}: {file}" / "{letter} 표시: {file}";
    lost_unmark(letter): "that mark {letter} is gone" / "{letter} 표시를 지운 것";
    lost_place(file): "where you stopped: {file}" / "읽다 멈춘 자리: {file}";
    lost_widths: "how wide the panes are" / "창 너비";
    lost_session: "what --resume goes back to" / "--resume 옵션이 돌아갈 곳";
    find_again: "once that is mended, `pressroom FILE#2.1` opens such a place; set its mark there" / "이를 해결한 뒤 `pressroom FILE#2.1`로 그 자리를 열어 다시 표시하십시오";
    set_aside(file): "what was remembered could not be read; the file is kept as {file}" / "기억해 둔 것을 읽을 수 없어 파일을 {file:으<} 남겨 두었습니다";
    newer(file): "{file} was written by a newer pressroom and is left alone" / "{file:은<} 더 새로운 pressroom이 쓴 것이어서 건드리지 않습니다";
}
