//! Dates in, dates out.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, human: &str) {
    let date = Edtf::parse(text).unwrap();
    assert_eq!(date.human(Language::En), human, "{text}");
    assert_eq!(date.to_string(), text);
}

#[track_caller]
fn refused(text: &str, message: &str, help: &str) {
    let error = Edtf::parse(text).unwrap_err();
    assert_eq!(error.message.as_str(), message, "{text}");
    assert_eq!(error.help.as_deref().unwrap_or_default(), help, "{text}");
}

#[test]
fn moments_are_said_as_people_say_them() {
    check("2019-03-06", "6 March 2019");
    check("2014-11", "November 2014");
    check("2018", "2018");
    check("2019-03-06T10:00", "6 March 2019, 10:00");
    check("2019-03-06T10:00:00Z", "6 March 2019, 10:00:00 UTC");
    check("2019-03-06T10:00+09:00", "6 March 2019, 10:00 UTC+9");
    check("2019-03-06T10:00-03:30", "6 March 2019, 10:00 UTC−3:30");
    check("2019~", "about 2019");
    check("2019?", "2019, uncertain");
    check("2019-03%", "about March 2019, uncertain");
    check("201X", "the 2010s");
    check("20XX", "some year in 2000–2099");
    check("2019-XX", "some month in 2019");
    check("2019-03-XX", "some day in March 2019");
    check("2019-XX-XX", "some day in 2019");
    check("2019-21", "spring 2019");
    check("2019-24", "winter 2019");
    check("Y17000", "17000");
    check("-0043", "44 BC");
    check("0000", "1 BC");
    check("2020-02-29", "29 February 2020");
}

#[test]
fn spans_say_once_what_their_ends_share() {
    check("2019-03-06T10:00/2019-03-06T14:00", "6 March 2019, 10:00–14:00");
    check("2019-03-06T10:00Z/2019-03-06T14:00Z", "6 March 2019, 10:00–14:00 UTC");
    check("2019-03-06T22:00/2019-03-07T02:00", "6 March 2019, 22:00 – 7 March 2019, 02:00");
    check("2017/2019", "2017–2019");
    check("2019/2019", "2019");
    check("2019-03/2019-05", "March–May 2019");
    check("2018-12/2019-02", "December 2018 – February 2019");
    check("2026-07-22/2026-07-24", "22–24 July 2026");
    check("2019-04-30/2019-05-02", "30 April – 2 May 2019");
    check("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019");
    check("2017~/2019?", "about 2017 – 2019, uncertain");
    check("2019/..", "from 2019 on");
    check("../2019-03", "until March 2019");
    check("2019/", "from 2019, end unknown");
    check("/2019", "until 2019, start unknown");
    check("-0043/0014", "44 BC – 14");
}

#[test]
fn dates_are_said_in_korean_as_well() {
    for (text, human) in [
        ("2019-03-06", "2019년 3월 6일"),
        ("2014-11", "2014년 11월"),
        ("2018", "2018년"),
        ("2019-03-06T10:00", "2019년 3월 6일 10:00"),
        ("2019-03-06T10:00+09:00", "2019년 3월 6일 10:00 UTC+9"),
        ("2019~", "2019년경"),
        ("2019?", "2019년(불확실)"),
        ("2019-03%", "2019년 3월경(불확실)"),
        ("201X", "2010년대"),
        ("20XX", "2000~2099년 중 어느 해"),
        ("2019-XX", "2019년 중 어느 달"),
        ("2019-03-XX", "2019년 3월 중 어느 날"),
        ("2019-XX-XX", "2019년 중 어느 날"),
        ("2019-21", "2019년 봄"),
        ("2019-24", "2019년 겨울"),
        ("-0043", "기원전 44년"),
        ("2019-03-06T10:00/2019-03-06T14:00", "2019년 3월 6일 10:00~14:00"),
        ("2019-03-06T22:00/2019-03-07T02:00", "2019년 3월 6일 22:00 ~ 2019년 3월 7일 02:00"),
        ("2017/2019", "2017~2019년"),
        ("2019/2019", "2019년"),
        ("2019-03/2019-05", "2019년 3~5월"),
        ("2018-12/2019-02", "2018년 12월 ~ 2019년 2월"),
        ("2026-07-22/2026-07-24", "2026년 7월 22~24일"),
        ("2019-04-30/2019-05-02", "2019년 4월 30일 ~ 5월 2일"),
        ("2017~/2019?", "2017년경 ~ 2019년(불확실)"),
        ("2019/..", "2019년부터"),
        ("../2019-03", "2019년 3월까지"),
        ("2019/", "2019년부터, 끝은 알 수 없음"),
        ("/2019", "2019년까지, 시작은 알 수 없음"),
    ] {
        assert_eq!(Edtf::parse(text).unwrap().human(Language::Ko), human, "{text}");
    }
}

#[test]
fn nonsense_is_refused_with_what_is_wrong() {
    refused("2019-02-31", "February 2019 has 28 days", LOOK);
    refused("2020-02-30", "February 2020 has 29 days", LOOK);
    refused("1900-02-29", "February 1900 has 28 days", LOOK);
    refused("2019-04-31", "April has 30 days", LOOK);
    refused("2019-01-32", "no month has 32 days", LOOK);
    refused("2019-13", "there is no month 13", LOOK);
    refused("2019-13-05", "there is no month 13", "did you mean `2019-05-13`?");
    refused("2019-00", "there is no month 0", LOOK);
    refused("2019-03-00", "there is no day 0", "the whole month is `2019-03`");
    refused("2019-03-06T25:00", "there is no hour 25", LOOK);
    refused("2019-03-06T10:61", "there is no minute 61", LOOK);
    refused("2019-03-06T24:00", "midnight is `T00:00` of the next day", LOOK);
    refused("2019T10:00", "only a whole day can have a time", LOOK);
    refused("2019/2017", "the span ends before it begins", "did you mean `2017/2019`?");
    refused("../..", "a span needs a date at one of its ends", LOOK);
    refused("/", "a span needs a date at one of its ends", LOOK);
    refused("", "the date is empty", LOOK);
    refused("201X-03", "a year with unknown digits has no months", LOOK);
    refused("2019-XX-06", "a day without its month says too little", LOOK);
    refused("Y2019", "a year of four digits is written without `Y`", "did you mean `2019`?");
    refused("-0000", "the year 0 has no sign", "did you mean `0000`?");
    refused("XXXX", NOT_EDTF, LOOK);
    refused("soon", NOT_EDTF, LOOK);
}

const LOOK: &str = "dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`";
const NOT_EDTF: &str = "it is not written as EDTF";

#[test]
fn what_was_meant_is_offered() {
    for (text, meant) in [
        ("2019-3-6", "`2019-03-06`"),
        ("06/03/2019", "`2019-03-06` or `2019-06-03`"),
        ("25/03/2019", "`2019-03-25`"),
        ("03/25/2019", "`2019-03-25`"),
        ("6.3.2019", "`2019-03-06` or `2019-06-03`"),
        ("2019. 3. 6.", "`2019-03-06`"),
        ("2019/3/6", "`2019-03-06`"),
        ("20190306", "`2019-03-06`"),
        ("2019년 3월 6일", "`2019-03-06`"),
        ("2019년 3월", "`2019-03`"),
        ("6 March 2019", "`2019-03-06`"),
        ("Sept 6, 2019", "`2019-09-06`"),
        ("March 2019", "`2019-03`"),
        ("2019-03-06 10:00", "`2019-03-06T10:00`"),
        (" 2019 ", "`2019`"),
        ("2019–03–06", "`2019-03-06`"),
        ("2017-2019", "`2017/2019`"),
        ("2017–2019", "`2017/2019`"),
        ("2017 / 2019", "`2017/2019`"),
        ("2019-03-06T10:00/14:00", "`2019-03-06T10:00/2019-03-06T14:00`"),
        ("2026-07-22/24", "`2026-07-22/2026-07-24`"),
        ("2026-07-22/08-02", "`2026-07-22/2026-08-02`"),
        ("201x", "`201X`"),
        ("the 2010s", "`201X`"),
        ("c. 2019", "`2019~`"),
        ("2019-Q2", "`2019-04/2019-06`"),
    ] {
        let help = Edtf::parse(text).unwrap_err().help.unwrap();
        assert_eq!(help.as_str(), format!("did you mean {meant}?"), "{text}");
    }
}

#[test]
fn dates_are_in_order_by_their_earliest_moment() {
    let sorted = [
        "../2018",
        "-0043",
        "2010/2018",
        "201X",
        "2017-24",
        "2018",
        "2018-03",
        "2018-03-06",
        "2018-03-06T10:00+09:00",
        "2018-03-06T10:00",
        "2018-03-06T10:00/..",
        "2018-24",
        "Y17000",
    ];
    let keys: Vec<_> = sorted.iter().map(|text| Edtf::parse(text).unwrap().sort_key()).collect();
    for (i, pair) in keys.windows(2).enumerate() {
        assert!(pair[0] < pair[1], "{}", sorted[i]);
    }
}

#[test]
fn the_first_and_the_last_day_are_known() {
    let day = |year, month, day| Some(Day { year, month, day });
    let date = Edtf::parse("2019-02/2020-02").unwrap();
    assert_eq!((date.earliest(), date.latest()), (day(2019, 2, 1), day(2020, 2, 29)));
    let date = Edtf::parse("201X").unwrap();
    assert_eq!((date.earliest(), date.latest()), (day(2010, 1, 1), day(2019, 12, 31)));
    let date = Edtf::parse("2019/..").unwrap();
    assert_eq!((date.earliest(), date.latest()), (day(2019, 1, 1), None));
    assert!(date.is_interval() && !date.is_doubtful());
    assert!(Edtf::parse("2017/2019~").unwrap().is_doubtful());
}

fn moments() -> impl Strategy<Value = String> {
    let year = prop_oneof![0_i64..=9999, Just(2019), Just(2020)];
    let date = (year, 1_u8..=12, 1_u8..=31, 0..8).prop_map(|(y, m, d, shape)| match shape {
        0 => format!("{y:04}"),
        1 => format!("{y:04}-{m:02}"),
        2 => format!("{:03}X", y / 10),
        3 => format!("{y:04}-XX"),
        4 => format!("{y:04}-2{}", m % 4 + 1),
        5 => format!("Y{}", y + 10_000),
        _ => format!("{y:04}-{m:02}-{d:02}"),
    });
    let clock = prop_oneof![
        4 => Just(String::new()),
        1 => (0..24, 0..60).prop_map(|(h, m)| format!("T{h:02}:{m:02}")),
        1 => (0..24, 0..60, 0..14).prop_map(|(h, m, z)| format!("T{h:02}:{m:02}:00-{z:02}:30")),
        1 => (0..24, 0..60).prop_map(|(h, m)| format!("T{h:02}:{m:02}Z")),
    ];
    (date, clock, "[?~%]?").prop_map(|(date, clock, doubt)| date + &clock + &doubt)
}

fn dates() -> impl Strategy<Value = String> {
    let end = || prop_oneof![6 => moments(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![moments(), (end(), end()).prop_map(|(a, b)| format!("{a}/{b}"))]
}

proptest! {
    #[test]
    fn what_is_read_is_written_the_same(text in dates()) {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
            let key = date.sort_key();
            prop_assert!(key.earliest <= key.latest);
            prop_assert!(!date.human(Language::En).is_empty());
            prop_assert!(!date.human(Language::Ko).is_empty());
        }
    }

    #[test]
    fn any_text_is_read_or_refused_in_words(text in "[0-9XxTYZ:/.~?%+ a-z가–-]{0,24}") {
        if let Err(error) = Edtf::parse(&text) {
            prop_assert!(!error.message.is_empty() && error.help.is_some());
        }
    }
}
