//! The review of a draft: what was decided of its facts, and what is wrong with a fact as a line.

phrases! {
    page_unsure(count, first): "unsure of the page: {first}" | "unsure of the page in {count} points, at the end of the facts; the first: {first}" / "페이지에서 불확실한 점 {count}가지(사실 목록 끝): {first}";

    tally(decided, facts): "{decided} of {facts} decided" / "사실 {facts}개 중 {decided}개 결정";
    doubtful(doubtful): "{doubtful} doubtful" / "의심 {doubtful}개";

    no_draft: "this is no draft under review; import --review makes one" / "검토 중인 초안이 아닙니다. import --review로 만드십시오";
    no_fact: "there is no fact here to decide on" / "여기에는 결정할 사실이 없습니다";
    left_out: "left out; the same key takes it back" / "제외했습니다. 같은 키를 누르면 되돌립니다";
    taken_back: "taken back" / "되돌렸습니다";
    all_decided(key): "every fact is decided; {key} writes the file" / "모든 사실을 결정했습니다. {key} 키를 누르면 파일로 저장합니다";
    unchanged(key): "nothing is changed; {key} accepts the fact as it is" / "바뀐 것이 없습니다. {key} 키를 누르면 그대로 확정합니다";
    nothing_to_undo: "there is no decision to take back" / "취소할 결정이 없습니다";
    undone: "the last decision is taken back" / "마지막 결정을 취소했습니다";

    nothing_selected: "select the words first: v selects words in the text" / "먼저 글을 선택하십시오. 본문에서 v 키로 단어를 선택합니다";
    not_examined: "the places of the facts are still looked for" / "사실의 위치를 아직 찾고 있습니다";
    several_blocks: "a fact is proved by words of one block" / "한 문단 안의 글만 사실의 근거가 됩니다";
    no_words: "there are no words in what is selected" / "선택한 곳에 글이 없습니다";
    known_mention: "the fact has a mention at these words already" / "이 글은 이미 이 사실의 언급입니다";
    ambiguous: "the same words stand before in this block; select some of those around them, too" / "이 문단의 앞쪽에 같은 글이 있습니다. 앞뒤의 글까지 함께 선택하십시오";
    added(key): "added; {key} takes it back" / "더했습니다. {key} 키를 누르면 되돌립니다";
    mention_added(name): "one more mention of {name}" / "{name}의 언급을 더했습니다";
    no_mention: "no mention of this fact is lit" / "이 사실의 언급이 강조되어 있지 않습니다";
    only_mention(key): "it is the only mention; {key} leaves the fact out" / "하나뿐인 언급입니다. {key} 키를 누르면 사실을 제외합니다";
    ambiguous_without: "this mention stays: without it, another one would mean this place" / "이 언급을 빼면 다른 언급이 이 자리를 가리키므로 그대로 둡니다";
    mention_dropped(key): "the mention is left out; {key} takes that back" / "언급을 뺐습니다. {key} 키를 누르면 되돌립니다";

    still_doubtful(count, key): "1 fact is doubtful still; {key} again writes it with its doubt" | "{count} facts are doubtful still; {key} again writes them with their doubts" / "사실 {count}개가 아직 의심스럽습니다. {key} 키를 한 번 더 누르면 의심을 남긴 채 저장합니다";
    being_written: "the file is still being written" / "파일을 아직 저장하고 있습니다";
    leaves_at_once: "the file is still being written; once more leaves at once" / "파일을 아직 저장하고 있습니다. 한 번 더 누르면 바로 나갑니다";
    written(path): "written to {path}" / "{path}에 저장했습니다";
    how_to_leave(write, leave): "{write} writes the file; {leave} leaves without writing" / "{write} 키를 누르면 파일로 저장하고, {leave} 키를 누르면 저장하지 않고 나갑니다";
    not_reread: "a draft is not read again: what was decided of it would be lost" / "결정한 내용이 사라지므로 초안은 다시 읽지 않습니다";

    participant_parts: "name | title | affiliation" / "이름 | 직함 | 소속";
    date_parts: "date | label" / "날짜 | 내용";
    figure_parts: "text | value | unit | label | period" / "표기 | 값 | 단위 | 내용 | 기간";
    too_many_parts(parts, most): "there are {parts} parts, and this has {most}; a bar that is meant is written \\|" / "나뉜 부분이 {parts}개인데 {most}개까지만 됩니다. 글자로 쓰는 막대는 \\|로 적으십시오";
    name_needed: "a participant needs a name" / "참석자에게는 이름이 있어야 합니다";
    date_needed: "a date is needed" / "날짜가 있어야 합니다";
    words_needed: "a figure needs its words as printed" / "수치에는 본문에 적힌 표기가 있어야 합니다";
    unit_needed: "a figure needs a unit, such as EUR, % or persons" / "수치에는 EUR, %, persons와 같은 단위가 있어야 합니다";
    value_needed: "a figure needs a value, such as 1500000 or 5 to 7.5" / "수치에는 1500000이나 5 to 7.5와 같은 값이 있어야 합니다";
    backwards(range): "{range} runs backwards" / "{range}: 범위의 앞뒤가 바뀌었습니다";
    no_number(text): "{text} is not a number; numbers look like 1500000, −2.5 or 5 to 7.5" / "{text:은<} 수가 아닙니다. 수는 1500000, −2.5, 5 to 7.5와 같이 적습니다";
}
