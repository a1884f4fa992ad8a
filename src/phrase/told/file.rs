//! Why a file or a folder is not read or written.

pairs! {
    "{name}: {why!}" / "{name}: {why}";
    "there is no such file" / "그런 파일이 없습니다";
    "it is a folder, not a file" / "파일이 아니라 폴더입니다";
    "it is {kind!}, not a file" / "파일이 아니라 {kind}입니다";
    "a pipe" / "파이프";
    "a socket" / "소켓";
    "a device" / "장치";
    "something else" / "다른 것";
    "it has more than {size}, the most that is read" / "읽을 수 있는 크기({size})보다 큽니다";
    "you have no permission to read it" / "읽을 권한이 없습니다";
    "line {line}, column {column} is not UTF-8 text" / "{line}행 {column}열부터 UTF-8 텍스트가 아닙니다";
    "not readable" / "읽을 수 없습니다";
    "it cannot be read: {why?}" / "읽을 수 없습니다: {why}";

    "{name} cannot be understood" / "{name:을<} 알아볼 수 없습니다";
    "what was remembered could not be read; the file is kept as {name}" / "기억해 둔 것을 읽을 수 없어 파일을 {name:으<} 남겨 두었습니다";
    "{name} was written by a newer pressroom and is left alone" / "{name:은<} 더 새로운 pressroom이 쓴 것이어서 건드리지 않습니다";
    "there is such a file already" / "그런 파일이 이미 있습니다";
    "there is no such folder" / "그런 폴더가 없습니다";
    "it is read-only" / "읽기 전용입니다";
    "you have no permission to write there" / "그곳에 쓸 권한이 없습니다";
    "too many files were set aside here" / "이곳에 따로 남겨 둔 파일이 너무 많습니다";
    "there is no room left" / "남은 공간이 없습니다";
    "another pressroom has locked it, perhaps a stopped one (see `jobs`)" / "다른 pressroom이 잠그고 있습니다. 멈춰 둔 것일 수 있습니다(`jobs`로 확인)";
    "too many links lead from this name to a file" / "이 이름에서 파일까지 이어진 링크가 너무 많습니다";
    "it cannot be written: {why?}" / "쓸 수 없습니다: {why}";

    "the link leads back to {to}" / "링크가 {to:으<} 되돌아갑니다";
    "folders this deep are not looked into" / "이렇게 깊은 폴더는 살펴보지 않습니다";
    "more than {limit} entries; the rest was left out" / "항목이 {limit}개를 넘어 나머지는 뺐습니다";
}
