//! Dates in Korean: `2019년 3월 6일 10:00~14:00`, `2019년경`, `2010년대`.

use super::english::{clock, clock_and_zone};
use super::{Date, Doubt, End, Moment, Shape};

const SEASONS: [&str; 4] = ["봄", "여름", "가을", "겨울"];

pub fn say(shape: &Shape) -> String {
    match shape {
        Shape::Point(at) => moment(at),
        Shape::Interval(End::At(from), End::At(to)) => span(from, to),
        Shape::Interval(End::At(from), End::Unknown) => {
            format!("{}부터, 끝은 알 수 없음", moment(from))
        }
        Shape::Interval(End::At(from), _) => format!("{}부터", moment(from)),
        Shape::Interval(End::Unknown, End::At(to)) => {
            format!("{}까지, 시작은 알 수 없음", moment(to))
        }
        Shape::Interval(_, End::At(to)) => format!("{}까지", moment(to)),
        // Reading refuses it.
        Shape::Interval(..) => "시기 없음".to_owned(),
    }
}

fn moment(moment: &Moment) -> String {
    let mut said = date(moment.date);
    if let Some(time) = moment.time {
        said = format!("{said} {}", clock_and_zone(time));
    }
    if moment.doubt.approximate {
        said.push('경');
    }
    if moment.doubt.uncertain {
        said.push_str("(불확실)");
    }
    said
}

/// What both ends share is said once.
fn span(from: &Moment, to: &Moment) -> String {
    let is_plain = |m: &Moment| m.doubt == Doubt::default();
    let general = || format!("{} ~ {}", moment(from), moment(to));
    if !is_plain(from) || !is_plain(to) {
        return general();
    }
    match (from.date, from.time, to.date, to.time) {
        (a, Some(start), b, Some(end)) if a == b && start.zone == end.zone => {
            format!("{} {}~{}", date(a), clock(start), clock_and_zone(end))
        }
        (a, None, b, None) => days(a, b).unwrap_or_else(general),
        _ => general(),
    }
}

fn days(from: Date, to: Date) -> Option<String> {
    Some(match (from, to) {
        (a, b) if a == b => date(a),
        (Date::Year(a @ 1.., 0), Date::Year(b, 0)) => format!("{a}~{b}년"),
        (Date::Month(year, month), Date::Month(same, last)) if year == same => {
            format!("{} {month}~{last}월", year_name(year))
        }
        (Date::Day(year, month, day), Date::Day(same, also, last)) if year == same => {
            if month == also {
                format!("{} {day}~{last}일", month_and_year(year, month))
            } else {
                format!("{} {day}일 ~ {also}월 {last}일", month_and_year(year, month))
            }
        }
        _ => return None,
    })
}

fn date(date: Date) -> String {
    match date {
        Date::Year(year, 0) => year_name(year),
        Date::Year(year, 1) => format!("{year}년대"),
        Date::Year(year, unknown) => {
            format!("{year}~{}년 중 어느 해", year + 10_i64.pow(unknown.into()) - 1)
        }
        Date::Season(year, season) => {
            let name = SEASONS.get(usize::from(season).wrapping_sub(21)).unwrap_or(&"계절");
            format!("{} {name}", year_name(year))
        }
        Date::Month(year, month) => month_and_year(year, month),
        Date::Day(year, month, day) => format!("{} {day}일", month_and_year(year, month)),
        Date::SomeMonth(year) => format!("{} 중 어느 달", year_name(year)),
        Date::SomeDay(year, month) => format!("{} 중 어느 날", month_and_year(year, month)),
        Date::SomeDayOfYear(year) => format!("{} 중 어느 날", year_name(year)),
    }
}

fn month_and_year(year: i64, month: u8) -> String {
    format!("{} {month}월", year_name(year))
}

fn year_name(year: i64) -> String {
    if year > 0 { format!("{year}년") } else { format!("기원전 {}년", 1 - year) }
}
