//! What is wrong in a person's settings, keys and themes.

pairs! {
    "from here on it is not UTF-8 text" / "여기서부터 UTF-8 텍스트가 아닙니다";
    "{name} stands here a second time" / "{name:이<} 두 번 나옵니다";
    "{name} stands here a second time; give all its keys at once" / "{name:이<} 두 번 나옵니다. 키를 한 번에 모두 적으십시오";
    "{kind?} is expected here" / "여기에는 다음을 적어야 합니다: {kind}";
    "a comma" / "쉼표";
    "a colon" / "쌍점";
    "a name" / "이름";
    "a text in quotes" / "따옴표 안의 글";
    "a number or a colour in quotes" / "수나 따옴표 안의 색";
    "settings, as in {example}" / "{example} 같은 설정";
    "a theme, as in {example}" / "{example} 같은 테마";
    "roles with their looks, as in {example}" / "{example} 같은 역할과 모양";
    "looks, as in {example}" / "{example} 같은 모양";
    "places with their keys, as in {example}" / "{example} 같은 자리와 키";
    "Dark or Light" / "Dark나 Light";
    "{found} is not expected here" / "여기에 {found:을<} 적을 수 없습니다";
    "the file ends too early" / "파일이 너무 일찍 끝납니다";
    "this is nested too deeply" / "너무 깊이 들어가 있습니다";
    "this is not as it should be: {why?}" / "바르게 적지 않았습니다: {why}";
    "there is no setting {name}" / "{name} 설정은 없습니다";
    "{kind?} is expected here, not {found}" / "여기에는 다음을 적어야 합니다: {kind} (지금은 {found})";
    "true or false" / "true나 false";
    "a number from {from} to {to}" / "{from}에서 {to}까지의 수";
    "a name in quotes" / "따옴표 안의 이름";

    "there is no theme {name}" / "{name} 테마는 없습니다";
    "{name} is taken by a theme that comes with the program" / "{name:은<} 프로그램에 딸린 테마의 이름입니다";
    "too many themes go on from each other, or {base} from itself" / "테마가 너무 많이 이어지거나 {base:이<} 자신에게 이어집니다";
    "the theme {base} is faulty itself" / "{base} 테마부터 문제가 있습니다";
    "a theme says `background: Dark` or `background: Light`, or names a `base`" / "테마에는 `background: Dark`나 `background: Light`, 또는 `base`를 적습니다";
    "no role {name}" / "{name} 역할은 없습니다";
    "no attribute {name}" / "{name} 속성은 없습니다";
    "no colour {name}" / "{name} 색은 없습니다";
    "they are numbered 0 to 255" / "번호는 0에서 255까지입니다";
    "{word} is not a colour; six hexadecimal digits make one" / "{word:은<} 색이 아닙니다. 색은 16진수 여섯 자리로 적습니다";

    "{place} has no key left to leave by: Close, QuitAll or Interrupt needs one" / "{place}에 나가는 키가 남지 않았습니다. Close, QuitAll, Interrupt 가운데 하나에는 키가 있어야 합니다";
    "no place {name}" / "{name}: 키가 쓰이는 곳의 이름이 아닙니다";
    "no action {name}" / "{name} 동작은 없습니다";
    "{keys} begins with a character, which a prompt types" / "{keys:은<} 입력할 때 글자로 쓰이는 키로 시작합니다";
    "{keys} begins with a digit, which is a count or an address" / "{keys:은<} 횟수나 주소로 쓰이는 숫자로 시작합니다";
    "{keys} already means {name} here" / "{keys:은<} 여기서 이미 {name:으<} 쓰입니다";
    "{keys} cannot be reached, since {other} already means {name} here" / "{other:이<} 이미 {name:으<} 쓰이므로 {keys:은<} 누를 수 없습니다";
    "{keys} would hide {other}, which means {name} here" / "{keys:이<} {name:으<} 쓰이는 {other:을<} 가립니다";
    "{name} is said twice in {text}" / "{text}에 {name:이<} 두 번 있습니다";
    "a terminal cannot tell {one} from {other}" / "터미널은 {one:과<} {other:을<} 구별하지 못합니다";
    "what {chord} types depends on the keyboard" / "{chord:이<} 입력하는 글자는 키보드마다 다릅니다";
    "write the character itself" / "그 글자를 그대로 적으십시오";
    "no key {text}" / "{text} 키는 없습니다";
    "keys are characters, F1 to F{last}, {names}" / "키는 글자, F1~F{last}, {names}입니다";
    "function keys are F1 to F{last}" / "기능 키는 F1에서 F{last}까지입니다";
    "{text} is not the number of a character" / "{text:은<} 글자의 번호가 아닙니다";
    "no key is named" / "키를 적지 않았습니다";
    "no modifier {name}" / "{name} 보조 키는 없습니다";
    "there are Ctrl, Alt and Shift" / "Ctrl, Alt, Shift가 있습니다";
}
