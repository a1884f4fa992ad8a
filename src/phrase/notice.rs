//! Sentences of the status line: what was done, and why something was not.

phrases! {
    interrupted(again, quit): "{again} again quits; so does {quit}" / "{again} 키를 한 번 더 누르거나 {quit} 키를 누르면 종료합니다";
    cancelled(again): "cancelled; {again} again quits" / "취소했습니다. {again} 키를 한 번 더 누르면 종료합니다";
    no_shell: "there is no shell here that could bring it back" / "되돌아올 셸이 없어 나갈 수 없습니다";
    unbound(keys, help): "{keys} does nothing here; {help} shows what does" / "{keys} 키는 여기서 쓰이지 않습니다. {help} 키를 누르면 쓸 수 있는 키가 나옵니다";
    not_here(place): "{place} only; here it does nothing" / "{place}만 쓸 수 있습니다";
    pasted(key): "pasted text is not taken for keys; {key} first" / "붙여 넣은 글은 키로 받지 않습니다. 먼저 {key} 키를 누르십시오";

    sorted(order): "sorted by {order}" / "{order} 순으로 정렬했습니다";
    single: "only one release is open" / "열린 보도자료가 하나뿐입니다";
    first: "this is the first release" / "첫 보도자료입니다";
    last: "this is the last release" / "마지막 보도자료입니다";
    read_again: "read again" / "다시 읽었습니다";
    not_followed(name): "{name} is not among what was opened, so it is not followed" / "{name:은<} 열어 둔 자료에 없어 따라가지 않습니다";
    no_row: "no release is left in the list to be edited" / "목록에 편집할 보도자료가 없습니다";
    no_file: "this release is not in a file of yours, so there is nothing to edit" / "이 보도자료는 사용자 파일이 아니어서 편집할 수 없습니다";

    no_block(address): "there is no block {address} in this release" / "이 보도자료에 {address} 문단이 없습니다";
    no_paragraph(number): "there is no paragraph {number} here" / "여기에는 {number}번 문단이 없습니다";
    nowhere_back: "nowhere to go back to" / "더 뒤로 갈 곳이 없습니다";
    nowhere_forward: "nowhere to go forward to" / "더 앞으로 갈 곳이 없습니다";
    around_to_first: "from the end to the first hit" / "끝까지 찾아 첫 결과로 돌아왔습니다";
    around_to_last: "from the start to the last hit" / "처음까지 찾아 마지막 결과로 돌아왔습니다";
    no_hits(words): "{words} not found" / "{words:을<} 찾지 못했습니다";
    nothing_to_find(key): "nothing to find; {key} asks for words" / "찾을 말이 없습니다. {key} 키를 누르고 입력하십시오";

    no_more_facts: "no more facts this way" / "이 방향에는 사실이 더 없습니다";
    mention(mention, count): "mention {mention} of {count}" / "언급 {count}곳 중 {mention}번째";
    no_words: "no words are tied to this" / "이 항목에 연결된 문구가 없습니다";
    still_looking: "still looking for the words" / "문구를 아직 찾고 있습니다";
    no_facts: "no facts are tied to this block" / "이 문단에 연결된 사실이 없습니다";
    off_line: "pressroom stays off line: copy the address" / "pressroom은 네트워크를 쓰지 않습니다. 주소를 복사해 쓰십시오";
    leads_nowhere: "this leads nowhere" / "이어지는 곳이 없습니다";

    about_the_release: "this is about the release as a whole" / "보도자료 전체에 관한 문제입니다";
    being_checked: "this release is still being checked" / "이 보도자료를 아직 검사하고 있습니다";
    no_problems: "no problems in this release" / "이 보도자료에는 문제가 없습니다";
}
