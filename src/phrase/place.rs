//! What is said of places: where one stopped, what is remembered.

phrases! {
    back(at, key): "back where you stopped, at {at}; {key} goes to the start" / "읽다 멈춘 {at}에서 이어 읽습니다. {key} 키로 처음으로 갑니다";
    back_changed(at, key): "back at {at}, which was changed since; {key} goes to the start" / "그 뒤 고쳐진 {at}에서 이어 읽습니다. {key} 키로 처음으로 갑니다";
    back_lost(at): "you stopped at {at}, whose words are no longer here" / "읽다 멈춘 {at}의 글이 이제 없습니다";
    not_kept(why): "your place cannot be remembered: {why}" / "읽던 자리를 기억할 수 없습니다: {why}";
    set_aside(file): "what was remembered could not be read; the file is kept as {file}" / "기억해 둔 것을 읽을 수 없어 파일을 {file:으<} 남겨 두었습니다";
    newer(file): "{file} was written by a newer pressroom and is left alone" / "{file:은<} 더 새로운 pressroom이 쓴 것이어서 건드리지 않습니다";
}
