//! What lies over the screen: titles, and what is said where there is nothing to list.

phrases! {
    help: "Help: Enter does it, / filters, Esc closes" / "도움말: Enter 실행, / 거르기, Esc 닫기";
    no_action: "no action matches" / "일치하는 동작이 없습니다";
}
