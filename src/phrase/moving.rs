//! What is said while one moves: by keys, by the mouse, over what is kept or peeked at.

phrases! {
    peek_mention(name, address, which): "{name} at {address} · {which}" / "{address}의 {name} · {which}";
    peek_mention_of(name, address, which, fact): "{name} at {address} · {which} · fact {fact}" / "{address}의 {name} · {which} · 사실 {fact}";
    peek_block(address): "A look at {address}" / "{address} 미리 보기";
    peek_release(name): "A look into {name}" / "{name} 미리 보기";
    peeking(name): "opening {name} to look into it…" / "{name:을<} 미리 보기 위해 여는 중…";
    not_peeked(name, reason): "{name} does not open: {reason}" / "{name:을<} 열 수 없습니다: {reason}";
    nothing_to_peek: "nothing further on to look at" / "더 볼 곳이 없습니다";
    nothing_more_to_peek: "there is nothing else to look at" / "달리 볼 곳이 없습니다";

    kept(count, all): "{count} of {all} blocks" / "문단 {all}개 중 {count}개";
    nothing_kept(words): "no block holds {words}, so all of them show" / "{words:을<} 담은 문단이 없어 모두 보입니다";
    shown_all_the_same(address): "{address} does not match and shows all the same" / "{address} 문단은 일치하지 않지만 함께 보입니다";
    bare: "the text alone; Esc brings the rest back" / "본문만 보입니다. Esc를 누르면 되돌립니다";

    only_within_one: "only words within one block can be looked for" / "한 문단 안의 낱말만 찾을 수 있습니다";
    no_word_here: "there is no word here to look for" / "여기에는 찾을 낱말이 없습니다";

    mouse_taken: "the mouse works here again" / "마우스를 다시 여기서 씁니다";
    mouse_freed(key): "the mouse is the terminal's to select with; {key} takes it back" / "마우스를 터미널에 넘겼습니다. {key} 키로 되찾습니다";
}
