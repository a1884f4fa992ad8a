//! What commands say of a call that cannot be done, and of a person's own files.

pairs! {
    "not a pattern: {why?}" / "패턴이 아닙니다: {why}";
    "a {sign} is not closed" / "{sign} 괄호가 닫히지 않았습니다";
    "a {sign} was not opened" / "{sign} 괄호를 연 곳이 없습니다";
    "nothing stands before what repeats it" / "되풀이할 것이 앞에 없습니다";
    "nothing stands behind the last `\\`" / "마지막 `\\` 뒤에 아무것도 없습니다";
    "a `\\` stands before what it gives no meaning" / "`\\` 뒤의 글자에 아무 뜻이 없습니다";
    "the pattern is too large; use fewer repetitions" / "패턴이 너무 큽니다. 되풀이를 줄이십시오";
    "standard output: {why?}" / "표준 출력: {why}";
    "cannot watch for signals: {why?}" / "신호를 기다릴 수 없습니다: {why}";
    "cannot take over the terminal: {why?}" / "터미널을 넘겨받을 수 없습니다: {why}";
    "cannot take the terminal over again: {why?}" / "터미널을 다시 넘겨받을 수 없습니다: {why}";
    "cannot watch the terminal: {why?}" / "터미널을 지켜볼 수 없습니다: {why}";
    "cannot read keys from the terminal: {why?}" / "터미널에서 키를 읽을 수 없습니다: {why}";
    "cannot write to the terminal: {why?}" / "터미널에 쓸 수 없습니다: {why}";

    "`pressroom --help` tells what can be asked" / "할 수 있는 일은 `pressroom --help`가 알려 줍니다";
    "did you mean the command `{command}`?" / "혹시 `{command}` 명령입니까?";
    "the command `{command}` stands before all options" / "`{command}` 명령은 모든 옵션 앞에 적습니다";
    "an address can be named for one release only, not in a list" / "주소는 보도자료 하나에만 붙일 수 있고 목록에는 붙일 수 없습니다";
    "no block `{at}`" / "`{at}` 문단이 없습니다";
    "there are {addresses}" / "있는 것은 {addresses}";
    "--resume goes back to what was open last; without it, a release opens where you stopped reading" / "--resume은 마지막에 열었던 것으로 돌아갑니다. 빼면 보도자료가 읽다 만 곳에서 열립니다";
    "--resume goes back to the reader, which needs a terminal" / "--resume은 읽던 화면으로 돌아가므로 터미널이 있어야 합니다";
    "what was open last is not known: {why?}" / "마지막에 열었던 것을 알 수 없습니다: {why}";
    "nothing is known of an earlier session; name a file or a folder" / "이전에 읽은 기록이 없습니다. 파일이나 폴더를 적으십시오";
    "there is no such file, and the presets are {presets}" / "그런 파일이 없습니다. 정해진 키는 {presets}입니다";

    "several releases make no one RON file: leave out --format, or use --format json" / "보도자료 여럿은 RON 파일 하나가 되지 않습니다. --format을 빼거나 --format json을 쓰십시오";
    "--review takes one page at a time, and there are {pages}" / "--review에는 문서를 하나만 적습니다. 지금은 {pages}개입니다";
    "--review needs a terminal; without it the file is written with its doubts in it" / "--review에는 터미널이 있어야 합니다. 빼면 의심스러운 점을 남긴 채 파일로 저장합니다";
    "{file} does not hold the last decisions" / "마지막으로 결정한 것이 {file}에 없습니다";
    "nothing was written" / "저장하지 않았습니다";
    "{path} is no folder, and there are several pages" / "{path:은<} 폴더가 아닌데 문서가 여럿입니다";
    "with a / at its end it is made" / "끝에 /를 붙이면 만듭니다";
    "this folder is new" / "폴더를 새로 만들었습니다";
    "this folder would be made" / "폴더를 만들 것입니다";
    "--force replaces it" / "--force를 쓰면 바꿉니다";
    "make it first, or let -o FOLDER/ make it" / "먼저 만들거나 -o 폴더/로 만드십시오";

    "nothing says where settings would be: neither HOME nor XDG_CONFIG_HOME names a folder" / "설정 파일이 있을 곳을 알 수 없습니다. HOME도 XDG_CONFIG_HOME도 폴더를 가리키지 않습니다";
    "{path} is there already; it stays as it is" / "{path:은<} 이미 있어 그대로 둡니다";
    "nothing wrong in your settings, keys and themes" / "설정, 키, 테마에 문제가 없습니다";
    "1 error" / "오류 1건";
    "{count} errors" / "오류 {count}건";
}
