//! The plain dialogue: a release read line by line, without a screen.

phrases! {
    prompt_text(place): "{place}. Enter: next, h: help" / "{place}. Enter: 다음, h: 도움말";
    prompt_end: "End of the release. p: back, f: facts, l: list, q: quit" / "보도자료 끝. p: 이전, f: 사실, l: 목록, q: 종료";
    prompt_pick(last): "A number from 1 to {last}. Enter: read on, h: help" / "1부터 {last}까지의 번호. Enter: 이어 읽기, h: 도움말";
    prompt_more(last, all): "A number from 1 to {last} of {all}. Enter: more, h: help" / "{all}개 중 1부터 {last}까지의 번호. Enter: 더 보기, h: 도움말";
    prompt_list(last): "A number from 1 to {last} opens a release. h: help, q: quit" / "1부터 {last}까지의 번호를 입력하면 열립니다. h: 도움말, q: 종료";
    prompt_end_single: "End of the release. p: back, f: facts, q: quit" / "보도자료 끝. p: 이전, f: 사실, q: 종료";
    prompt_empty: "Nothing is open. q: quit" / "열린 보도자료가 없습니다. q: 종료";

    titled(title): "Title: {title}" / "제목: {title}";
    untitled(name): "Title: none; the file is {name}" / "제목 없음, 파일 {name}";
    back(place): "Back at {place}, where you stopped; type title to start over" / "읽던 곳 {place:으<} 돌아왔습니다. title을 입력하면 처음부터 읽습니다";
    sizes(blocks, facts): "Blocks: {blocks}. Facts: {facts}" / "문단 {blocks}개, 사실 {facts}개";
    block(address, text): "{address}: {text}" / "{address}: {text}";
    heading(address, text): "Heading {address}: {text}" / "소제목 {address}: {text}";
    note(address, text): "Note {address}: {text}" / "주 {address}: {text}";
    table(rows, address): "Table {address}, 1 row" | "Table {address}, {rows} rows" / "표 {address}, {rows}행";
    row(number, cells): "Row {number}: {cells}" / "{number}행: {cells}";
    cell(head, words): "{head}: {words}" / "{head}: {words}";
    start: "This is the beginning" / "처음입니다";
    the_end: "This is the end" / "끝입니다";

    no_facts: "There are no facts in this release" / "이 보도자료에는 사실이 없습니다";
    quoted(address, words): "In {address}: “{words}”" / "{address}: “{words}”";
    not_said(address): "In {address}: the words were not found" / "{address}: 문구를 찾지 못했습니다";
    unproved: "No words are tied to it" / "연결된 문구가 없습니다";
    more_mentions(count): "1 more mention" | "{count} more mentions" / "그 밖에 언급 {count}곳";

    found(count, words): "1 result for {words}" | "{count} results for {words}" / "{words} 찾기 결과 {count}건";
    found_many(count, words): "The first {count} results for {words}" / "{words} 찾기 결과 중 처음 {count}건";
    not_found(words): "Nothing found for {words}" / "{words:을<} 찾지 못했습니다";
    what_to_find: "Type the words behind the slash, such as /trade" / "빗금 뒤에 찾을 말을 입력하십시오. 보기: /무역";

    releases(count): "1 release" | "{count} releases" / "보도자료 {count}건";
    kept(count, words): "1 release with {words}; / alone brings all back" | "{count} releases with {words}; / alone brings all back" / "{words:이<} 들어 있는 보도자료 {count}건. /만 입력하면 모두 나옵니다";
    sorted(order): "Sorted by {order}" / "{order} 순";
    sorted_back(order): "Sorted by {order}, the other way round" / "{order} 순, 거꾸로";
    none_kept(words): "No release of the list has {words}" / "{words:이<} 들어 있는 보도자료가 목록에 없습니다";
    choose_first: "Choose a release first: type its number" / "먼저 번호를 입력해 보도자료를 고르십시오";
    none_open: "No release is open" / "열린 보도자료가 없습니다";
    no_list: "Only this release is open" / "이 보도자료 하나만 열려 있습니다";
    item(number, words): "{number}. {words}" / "{number}. {words}";
    unread(name, reason): "{name}, not read: {reason}" / "{name}, 읽지 못함: {reason}";
    no_release(name, reason): "{name} is not a release: {reason}" / "{name:은<} 보도자료 파일이 아닙니다: {reason}";
    at(line, column, message): "line {line}, column {column}: {message}" / "{line}행 {column}열: {message}";
    help_line(help): "Help: {help}" / "도움: {help}";

    no_number(number): "There is no number {number} in the list" / "목록에 {number}번이 없습니다";
    no_place(typed): "There is no block {typed}" / "{typed} 문단이 없습니다";
    unknown(typed): "{typed} is not a command; h lists the commands" / "{typed:은<} 명령이 아닙니다. h를 입력하면 명령 목록이 나옵니다";

    help_next: "Enter: next block, or more of a list" / "Enter: 다음 문단 또는 목록 더 보기";
    help_previous: "p: previous block" / "p: 이전 문단";
    help_all: "a: everything from here to the end" / "a: 여기부터 끝까지 모두";
    help_place: "2.1: go to block 2.1; #3: go to block 3, even while a list waits for a number" / "2.1: 2.1 문단으로, #3: 목록이 번호를 기다릴 때에도 3 문단으로";
    help_number: "a number: the item of the list just read" / "번호: 방금 읽은 목록의 항목";
    help_facts: "f: facts by number, with their words" / "f: 사실 목록과 해당 문구";
    help_find: "/words: find words" / "/찾을 말: 찾기";
    help_list: "l: list of releases; right after it, /words keeps those that have them" / "l: 보도자료 목록, 바로 뒤에 /찾을 말을 입력하면 일치하는 것만";
    help_more: "Enter: more of the list" / "Enter: 목록 더 보기";
    help_choose: "a number: open the release of that number" / "번호: 그 번호의 보도자료 열기";
    help_keep: "/words: keep the releases that have them; / alone: all again" / "/찾을 말: 일치하는 보도자료만, /만 입력하면 모두";
    help_sort: "s: list sorted by date, title, issuer, language or file, the next of them" / "s: 목록을 날짜, 제목, 발표처, 언어, 파일 가운데 다음 순서로";
    help_reverse: "r: list the other way round" / "r: 목록을 거꾸로";
    help_all_releases: "l: list of all releases" / "l: 모든 보도자료 목록";
    help_help: "h: these commands" / "h: 명령 목록";
    help_quit: "q: quit" / "q: 종료";
}
