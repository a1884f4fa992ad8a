//! EDTF text to a date, strictly; what was meant instead is for `guess`.

use super::english::{MONTHS, month_and_year};
use super::{Date, Doubt, Edtf, End, Moment, Shape, Time, Zone, calendar};

/// Why a text is refused, and what to write instead where the rule itself tells.
#[derive(Debug)]
pub struct Refusal {
    pub message: String,
    pub help: Option<String>,
}

type Read<T> = Result<T, Refusal>;

fn refuse<T>(message: impl Into<String>) -> Read<T> {
    Err(Refusal { message: message.into(), help: None })
}

pub fn read(text: &str) -> Read<Edtf> {
    if text.is_empty() {
        return refuse("the date is empty");
    }
    let Some((from, to)) = text.split_once('/') else {
        return moment(text).map(|moment| Edtf(Shape::Point(moment)));
    };
    let (from, to) = (end(from)?, end(to)?);
    match (&from, &to) {
        (End::At(a), End::At(b)) if is_before(b, a) => Err(Refusal {
            message: "the span ends before it begins".to_owned(),
            help: Some(format!("did you mean `{to}/{from}`?")),
        }),
        (End::At(_), _) | (_, End::At(_)) => Ok(Edtf(Shape::Interval(from, to))),
        _ => refuse("a span needs a date at one of its ends"),
    }
}

/// Whether one moment is over before the other begins. Clocks are compared only when both or
/// neither say their zone.
fn is_before(one: &Moment, other: &Moment) -> bool {
    let zone = |moment: &Moment| moment.time.and_then(|time| time.zone);
    if zone(one).is_some() == zone(other).is_some() {
        return calendar::seconds(one).1 < calendar::seconds(other).0;
    }
    calendar::local_seconds(one).1 < calendar::local_seconds(other).0
}

fn end(text: &str) -> Read<End> {
    match text {
        ".." => Ok(End::Open),
        "" => Ok(End::Unknown),
        _ => moment(text).map(End::At),
    }
}

fn moment(text: &str) -> Read<Moment> {
    let (rest, doubt) = doubt(text);
    let Some((day, clock)) = rest.split_once('T') else {
        return Ok(Moment { date: date(rest)?, time: None, doubt });
    };
    let date = date(day)?;
    if !matches!(date, Date::Day(..)) {
        return refuse("only a whole day can have a time");
    }
    Ok(Moment { date, time: Some(time(clock)?), doubt })
}

fn doubt(text: &str) -> (&str, Doubt) {
    let (uncertain, approximate) = match text.as_bytes().last() {
        Some(b'?') => (true, false),
        Some(b'~') => (false, true),
        Some(b'%') => (true, true),
        _ => return (text, Doubt::default()),
    };
    (&text[..text.len() - 1], Doubt { uncertain, approximate })
}

fn date(text: &str) -> Read<Date> {
    if let Some(long) = text.strip_prefix('Y') {
        return long_year(long);
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (digits, rest) = unsigned.split_once('-').map_or((unsigned, None), |(y, r)| (y, Some(r)));
    let Some((year, unknown)) = short_year(digits) else {
        return refuse("it is not written as EDTF");
    };
    let is_negative = unsigned.len() < text.len();
    if is_negative && year == 0 {
        let help = Some(format!("did you mean `{unsigned}`?"));
        return Err(Refusal { message: "the year 0 has no sign".to_owned(), help });
    }
    let year = if is_negative { -year } else { year };
    match rest {
        // The last of the digits of a year before the year 0 would count backwards.
        None if unknown > 0 && year < 0 => refuse("a year before the year 0 must have all digits"),
        None => Ok(Date::Year(year, unknown)),
        Some(_) if unknown > 0 => refuse("a year with unknown digits has no months"),
        Some(rest) => in_year(year, rest),
    }
}

fn long_year(text: &str) -> Read<Date> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return refuse("after `Y` stands a year of more than four digits and nothing else");
    }
    match text.parse::<i64>() {
        Ok(year) if digits.len() > 9 => {
            refuse(format!("the year {year} is out of reach: nine digits are the most"))
        }
        Ok(year) if !digits.starts_with('0') && digits.len() > 4 => Ok(Date::Year(year, 0)),
        Ok(year @ 0..=9999) => Err(Refusal {
            message: "a year of four digits is written without `Y`".to_owned(),
            help: Some(format!("did you mean `{year:04}`?")),
        }),
        Ok(_) => refuse("after `Y` stands a year of more than four digits"),
        Err(_) => refuse("the year is out of reach: nine digits are the most"),
    }
}

/// Four digits, of which up to three at the end may be `X`.
fn short_year(text: &str) -> Option<(i64, u8)> {
    let known = text.trim_end_matches('X');
    let unknown = text.len() - known.len();
    if text.len() != 4 || unknown > 3 || !known.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let unknown = unknown as u8;
    Some((known.parse::<i64>().ok()? * 10_i64.pow(unknown.into()), unknown))
}

fn in_year(year: i64, text: &str) -> Read<Date> {
    let (month, day) = text.split_once('-').map_or((text, None), |(m, d)| (m, Some(d)));
    match (month, day) {
        ("XX", None) => return Ok(Date::SomeMonth(year)),
        ("XX", Some("XX")) => return Ok(Date::SomeDayOfYear(year)),
        ("XX", Some(_)) => return refuse("a day without its month says too little"),
        _ => {}
    }
    let Some(month) = two_digits(month) else {
        return refuse("it is not written as EDTF");
    };
    match (month, day) {
        (21..=24, None) => Ok(Date::Season(year, month)),
        (21..=24, Some(_)) => refuse("a season has no days"),
        (1..=12, None) => Ok(Date::Month(year, month)),
        (1..=12, Some("XX")) => Ok(Date::SomeDay(year, month)),
        (1..=12, Some(day)) => in_month(year, month, day),
        _ => refuse(format!("there is no month {month}")),
    }
}

fn in_month(year: i64, month: u8, day: &str) -> Read<Date> {
    let Some(day) = two_digits(day) else {
        return refuse("it is not written as EDTF");
    };
    let days = calendar::days_in_month(year, month);
    match day {
        0 => Err(Refusal {
            message: "there is no day 0".to_owned(),
            help: Some(format!("the whole month is `{}`", Date::Month(year, month))),
        }),
        _ if day > 31 => refuse(format!("no month has {day} days")),
        _ if day > days && month == 2 => {
            refuse(format!("{} has {days} days", month_and_year(year, month)))
        }
        _ if day > days => refuse(format!("{} has {days} days", MONTHS[usize::from(month) - 1])),
        _ => Ok(Date::Day(year, month, day)),
    }
}

fn time(text: &str) -> Read<Time> {
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(zone_at);
    let mut parts = clock.split(':').map(two_digits);
    let (Some(Some(hour)), Some(Some(minute)), second, None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return refuse("a time is hours and minutes, such as `T10:00`");
    };
    let second = match second {
        Some(None) => return refuse("a time is hours, minutes and seconds, such as `T10:00:00`"),
        second => second.flatten(),
    };
    match (hour, minute, second) {
        (24, 0, None | Some(0)) => refuse("midnight is `T00:00` of the next day"),
        (24.., ..) => refuse(format!("there is no hour {hour}")),
        (_, 60.., _) => refuse(format!("there is no minute {minute}")),
        (_, _, Some(second @ 60..)) => refuse(format!("there is no second {second}")),
        _ => Ok(Time { hour, minute, second, zone: self::zone(zone)? }),
    }
}

fn zone(text: &str) -> Read<Option<Zone>> {
    match text {
        "" => return Ok(None),
        "Z" => return Ok(Some(Zone::Utc)),
        _ => {}
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text[1..].split_once(':').unwrap_or((&text[1..], "00"));
    match (two_digits(hours), two_digits(minutes)) {
        (Some(hours @ 0..=14), Some(minutes @ 0..=59)) => {
            let minutes = i16::from(hours) * 60 + i16::from(minutes);
            Ok(Some(Zone::East(sign * minutes)))
        }
        _ => refuse("a time zone is `Z` or hours and minutes, such as `+09:00`"),
    }
}

fn two_digits(text: &str) -> Option<u8> {
    let is_two = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    is_two.then(|| text.parse().ok()).flatten()
}
