//! Choosing a theme.

phrases! {
    title: "Theme: Enter keeps it, Esc goes back" / "테마: Enter 선택, Esc 취소";
    auto: "by the terminal's page" / "터미널 바탕색에 따라";
    dark: "dark page" / "어두운 바탕";
    light: "light page" / "밝은 바탕";
    own: "your own" / "사용자 테마";
    kept(name): "theme {name}" / "테마: {name}";
    kept_for_now(name): "theme {name} until you quit; `theme: \"{name}\"` in config.ron keeps it for good" / "테마: {name} (끝낼 때까지). config.ron에 `theme: \"{name}\"`이라고 쓰면 계속 쓰입니다";
}
