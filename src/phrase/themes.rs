//! How things look: themes, and how text is set.

phrases! {
    title: "Theme: Enter keeps it, Esc goes back" / "테마: Enter 선택, Esc 취소";
    auto: "by the terminal's page" / "터미널 바탕색에 따라";
    dark: "dark page" / "어두운 바탕";
    light: "light page" / "밝은 바탕";
    own: "your own" / "사용자 테마";
    spacing(count): "1 empty line between paragraphs" | "{count} empty lines between paragraphs" / "문단 사이 빈 줄 {count}개";
    measure(count): "lines of text have at most 1 column" | "lines of text have at most {count} columns" / "본문 한 줄은 최대 {count}칸";
    kept(name): "theme {name}" / "테마: {name}";
    kept_for_now(name): "theme {name} until you quit; `theme: \"{name}\"` in config.ron keeps it for good" / "테마: {name} (끝낼 때까지). config.ron에 `theme: \"{name}\"`이라고 쓰면 계속 쓰입니다";
}
