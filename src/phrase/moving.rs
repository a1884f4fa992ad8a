//! What is said while one moves: by keys, by the mouse, over what is kept or peeked at.

phrases! {
    mouse_taken: "the mouse works here again" / "마우스를 다시 여기서 씁니다";
    mouse_freed(key): "the mouse is the terminal's to select with; {key} takes it back" / "마우스를 터미널에 넘겼습니다. {key} 키로 되찾습니다";
}
