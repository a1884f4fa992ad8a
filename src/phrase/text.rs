//! The text of a release, where the program adds words of its own, and a file that is none.

phrases! {
    folded_lines(count): "(1 line)" | "({count} lines)" / "({count}줄)";
    folded_items(count): "(1 item)" | "({count} items)" / "(항목 {count}개)";
    folded_tree(count, inside): "(1 item, {inside} in all)" | "({count} items, {inside} in all)" / "(항목 {count}개, 모두 {inside}개)";
    no_release(name): "This file is not a release: {name}" / "보도자료 파일이 아닙니다: {name}";
    not_opened(name): "This file was not opened: {name}" / "파일을 열지 못했습니다: {name}";
}
