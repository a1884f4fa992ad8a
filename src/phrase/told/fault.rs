//! Why a file does not open as a release.

pairs! {
    "the file is not UTF-8 text" / "파일이 UTF-8 텍스트가 아닙니다";
    "it looks like UTF-16; save it as UTF-8" / "UTF-16으로 보입니다. UTF-8로 저장하십시오";
    "save it as UTF-8, or convert it from its own encoding" / "UTF-8로 저장하거나 인코딩을 바꾸십시오";
    "the file is empty" / "파일이 비어 있습니다";
    "a release file begins with `Release(`" / "보도자료 파일은 `Release(`로 시작합니다";
    "the file ends in the middle of the release" / "보도자료가 끝나기 전에 파일이 끝났습니다";
    "close what is open with `{closing}`" / "열린 괄호를 `{closing}`로 닫으십시오";
    "close what is open with `]` and `)`" / "열린 괄호를 `]`와 `)`로 닫으십시오";
    "there is no release format 0" / "보도자료 형식 0은 없습니다";
    "write `format: 1`" / "`format: 1`이라고 적으십시오";
    "this file is written in release format {found}, and this program reads format {known} at most" / "이 파일은 보도자료 형식 {found:으<} 적혀 있고, 이 프로그램은 형식 {known}까지만 읽습니다";
    "open it with a newer pressroom" / "더 새로운 pressroom으로 여십시오";

    "{sentence!} in {path}" / "{path}: {sentence}";
    "there is no field `{name}`" / "`{name}` 필드는 없습니다";
    "fields here: {names}" / "쓸 수 있는 필드: {names}";
    "`{name}` is not a known name" / "`{name}`: 알 수 없는 이름입니다";
    "known names: {names}" / "쓸 수 있는 이름: {names}";
    "the field `{field}` is missing from this `{owner}`" / "이 `{owner}`에 `{field}` 필드가 없습니다";
    "add `{field}`" / "더하십시오: `{field}`";
    "the field `{field}` is given twice" / "`{field}` 필드를 두 번 적었습니다";
    "keep one of the two" / "둘 가운데 하나만 두십시오";
    "write `{expected}`, or leave the name out" / "`{expected}`라고 적거나 이름을 빼십시오";
    "blocks are nested deeper than {levels} levels" / "문단이 {levels}단계보다 깊이 들어가 있습니다";
    "move the innermost items up" / "가장 안쪽 항목을 위로 옮기십시오";
    "a release file is one `Release(…)`; `pressroom import` makes one of a published page" / "보도자료 파일은 `Release(…)` 하나입니다. 게시된 문서는 `pressroom import`로 보도자료가 됩니다";
    "there is no RON extension `{name}`" / "`{name}`: 그런 RON 확장은 없습니다";

    "{expected!}, found {found?}" / "{expected:이<} 와야 할 곳에 {found:이<} 있습니다";
    "{expected!}, found {found?} in {path}" / "{path}: {expected:이<} 와야 할 곳에 {found:이<} 있습니다";
    "the end of the file" / "파일의 끝";
    "expected `{expected}`" / "여기에 `{expected}`";
    "expected a list" / "목록";
    "expected a colon after the field's name" / "필드 이름 뒤의 쌍점";
    "expected the end of the file after the release" / "보도자료 뒤 파일의 끝";
    "expected words in quotation marks" / "따옴표 안의 글";
    "expected a whole number between 0 and 4294967295" / "0에서 4294967295까지의 정수";
    "expected a whole number" / "정수";
    "expected a number" / "수";
    "expected a comma or the end" / "쉼표나 끝";
    "expected a comma or `{closing}`" / "쉼표나 `{closing}`";
    "expected the name of a field or a block" / "필드나 문단의 이름";
    "write the fields as `(name: value, …)`" / "필드는 `(name: value, …)`처럼 적으십시오";
    "write it as `[…]`" / "`[…]`처럼 적으십시오";
    "a field is written `name: value`" / "필드는 `name: value`처럼 적습니다";
    "a file holds one release" / "파일 하나에는 보도자료가 하나만 있습니다";
    "write it as \"{words}\"" / "\"{words}\"처럼 적으십시오";
    "inside a text, write quotation marks as `\\\"`" / "글 안의 따옴표는 `\\\"`로 적으십시오";
    "close what was opened before with `{closing}`" / "앞에서 연 것을 `{closing}`로 닫으십시오";
    "put a `,` before it" / "앞에 `,`를 넣으십시오";
    "`{number}` is written with separators" / "`{number}`: 수에 자릿점을 넣었습니다";
    "a field's name has no quotation marks" / "필드 이름에는 따옴표를 쓰지 않습니다";
    "one comma is enough" / "쉼표는 하나면 됩니다";
    "write the field's name first, such as `text: \"…\"`" / "`text: \"…\"`처럼 필드 이름을 먼저 적으십시오";
    "a block begins with its kind: `Paragraph(text: \"…\")`" / "문단은 `Paragraph(text: \"…\")`처럼 종류로 시작합니다";
    "names are letters and `_`" / "이름은 글자와 `_`로 적습니다";
    "`{escape}` means nothing in quotation marks" / "`{escape}`: 따옴표 안에서 아무 뜻이 없습니다";
    "write `\\\\` for a backslash; escapes are {escapes}" / "역슬래시는 `\\\\`로 적습니다. 쓸 수 있는 것은 {escapes}입니다";
    "quotation marks are opened here and never closed" / "여기서 연 따옴표가 닫히지 않았습니다";
    "close them with `\"`; inside, write `\\\"`" / "`\"`로 닫으십시오. 안에서는 `\\\"`로 적습니다";
    "a comment is opened here and never closed" / "여기서 연 주석이 닫히지 않았습니다";
    "close it with `*/`" / "`*/`로 닫으십시오";
}
