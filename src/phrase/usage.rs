//! What is wrong with a call. The English is what the parser of arguments says itself.

phrases! {
    usage: "Usage:" / "사용법:";
    more: "For more information, try '--help'." / "자세한 내용은 '--help'를 보십시오.";

    unknown(arg): "unexpected argument {arg} found" / "{arg}: 알 수 없는 인자입니다";
    no_value(arg): "a value is required for {arg} but none was supplied" / "{arg}에 값을 적지 않았습니다";
    invalid(value, arg): "invalid value {value} for {arg}" / "{value:은<} {arg}의 값이 될 수 없습니다";
    takes_none(value, arg): "unexpected value {value} for {arg} found; no more were expected" / "{arg}에는 값을 적지 않습니다({value})";
    values(names): "[possible values: {names}]" / "[쓸 수 있는 값: {names}]";
    missing: "the following required arguments were not provided:" / "있어야 하는 인자가 없습니다:";
    twice(arg): "the argument {arg} cannot be used multiple times" / "{arg:은<} 한 번만 쓸 수 있습니다";
    conflict(arg): "the argument {arg} cannot be used with:" / "{arg:은<} 다음과 함께 쓸 수 없습니다:";
    not_text: "invalid UTF-8 was detected in one or more arguments" / "인자에 UTF-8이 아닌 글자가 있습니다";
    meant_argument(arg): "a similar argument exists: {arg}" / "혹시 {arg}입니까?";
    as_value(arg, file): "to pass {arg} as a value, use '-- {file}'" / "{arg:을<} 파일 이름으로 쓰려면 '-- {file}'처럼 적으십시오";
}
