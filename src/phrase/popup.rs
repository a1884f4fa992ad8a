//! What lies over the screen: titles, and what is said where there is nothing to list.

phrases! {
    help(does, filters, closes): "Help: {does} does it, {filters} filters, {closes} closes" / "도움말: {does} 실행, {filters} 거르기, {closes} 닫기";
    menu(keys): "\u{a0}{keys} …\u{a0}" / "\u{a0}{keys} …\u{a0}";
    more(count): "\u{a0}1 more\u{a0}" | "\u{a0}{count} more\u{a0}" / "\u{a0}{count}개 더\u{a0}";
    no_action: "no action matches" / "일치하는 동작이 없습니다";
    no_address(typed): "there is no address {typed}" / "{typed} 주소가 없습니다";
    problems(row, count): "Problems {row} of {count}" / "문제 {row} / {count}";
    error(line, message): "line {line} · error: {message}" / "{line}행 · 오류: {message}";
    warning(line, message): "line {line} · warning: {message}" / "{line}행 · 경고: {message}";
}
