//! What is wrong with a date.

pairs! {
    "the date is empty" / "날짜가 비어 있습니다";
    "the span ends before it begins" / "기간의 끝이 시작보다 앞섭니다";
    "a span needs a date at one of its ends" / "기간에는 시작이나 끝 날짜가 있어야 합니다";
    "only a whole day can have a time" / "시각은 연월일을 모두 적은 날짜에만 붙입니다";
    "it is not written as EDTF" / "EDTF 표기가 아닙니다";
    "the year 0 has no sign" / "0년에는 부호를 붙이지 않습니다";
    "a year before the year 0 must have all digits" / "0년보다 앞선 해는 모든 자리를 적어야 합니다";
    "a year with unknown digits has no months" / "모르는 자리가 있는 해에는 달을 적지 않습니다";
    "after `Y` stands a year of more than four digits and nothing else" / "`Y` 뒤에는 다섯 자리 이상의 해만 적습니다";
    "after `Y` stands a year of more than four digits" / "`Y` 뒤에는 다섯 자리 이상의 해를 적습니다";
    "the year {year} is out of reach: nine digits are the most" / "{year}년은 다룰 수 없습니다. 아홉 자리까지만 됩니다";
    "the year is out of reach: nine digits are the most" / "다룰 수 없는 해입니다. 아홉 자리까지만 됩니다";
    "a year of four digits is written without `Y`" / "네 자리 해는 `Y` 없이 적습니다";
    "a day without its month says too little" / "달을 모르는 날은 적을 수 없습니다";
    "a season has no days" / "계절에는 날을 적지 않습니다";
    "there is no month {month}" / "{month}월은 없습니다";
    "there is no day 0" / "0일은 없습니다";
    "the whole month is {month}" / "그달 전체는 {month}입니다";
    "no month has {days} days" / "{days}일까지 있는 달은 없습니다";
    "{month!} has {days} days" / "{month:은<} {days}일까지입니다";
    "a time is hours and minutes, such as `T10:00`" / "시각은 `T10:00`처럼 시와 분을 적습니다";
    "a time is hours, minutes and seconds, such as `T10:00:00`" / "시각은 `T10:00:00`처럼 시, 분, 초를 적습니다";
    "midnight is `T00:00` of the next day" / "자정은 다음 날의 `T00:00`입니다";
    "there is no hour {hour}" / "{hour}시는 없습니다";
    "there is no minute {minute}" / "{minute}분은 없습니다";
    "there is no second {second}" / "{second}초는 없습니다";
    "a time zone is `Z` or hours and minutes, such as `+09:00`" / "시간대는 `Z` 또는 `+09:00`처럼 시와 분으로 적습니다";
    "dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`" / "날짜는 `2019-03-06`, `2019-03`, `2019`, `2017/2019`처럼 적습니다";

    "January" / "1월";
    "January {year}" / "{year}년 1월";
    "February" / "2월";
    "February {year}" / "{year}년 2월";
    "March" / "3월";
    "March {year}" / "{year}년 3월";
    "April" / "4월";
    "April {year}" / "{year}년 4월";
    "May" / "5월";
    "May {year}" / "{year}년 5월";
    "June" / "6월";
    "June {year}" / "{year}년 6월";
    "July" / "7월";
    "July {year}" / "{year}년 7월";
    "August" / "8월";
    "August {year}" / "{year}년 8월";
    "September" / "9월";
    "September {year}" / "{year}년 9월";
    "October" / "10월";
    "October {year}" / "{year}년 10월";
    "November" / "11월";
    "November {year}" / "{year}년 11월";
    "December" / "12월";
    "December {year}" / "{year}년 12월";
}
