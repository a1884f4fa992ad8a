//! The proleptic Gregorian calendar, in seconds from the first day of the year 0.

use super::{Date, Day, Moment, Time, Zone};

const DAY: i64 = 86_400;

/// How many days a month, counted from 1, has in a year.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The first and the last second of a moment, moved to UTC where its zone is known.
pub fn seconds(moment: &Moment) -> (i64, i64) {
    let east = match moment.time.and_then(|time| time.zone) {
        Some(Zone::East(minutes)) => i64::from(minutes) * 60,
        Some(Zone::Utc) | None => 0,
    };
    let (first, last) = local_seconds(moment);
    (first - east, last - east)
}

/// The first and the last second of a moment on its own clock.
pub fn local_seconds(moment: &Moment) -> (i64, i64) {
    let (first, last) = days(moment.date);
    let (first, last) = (days_before(first) * DAY, days_before(last) * DAY);
    match moment.time {
        None => (first, last + DAY - 1),
        Some(Time { hour, minute, second, .. }) => {
            let start = first + i64::from(hour) * 3600 + i64::from(minute) * 60;
            match second {
                Some(second) => (start + i64::from(second), start + i64::from(second)),
                None => (start, start + 59),
            }
        }
    }
}

/// The first and the last day of a date. Seasons are the northern ones, of three whole months.
fn days(date: Date) -> (Day, Day) {
    let first = |year, month| Day { year, month, day: 1 };
    let last = |year, month| Day { year, month, day: days_in_month(year, month) };
    match date {
        Date::Year(year, unknown) => {
            (first(year, 1), last(year + 10_i64.pow(unknown.into()) - 1, 12))
        }
        Date::Season(year, 24) => (first(year, 12), last(year + 1, 2)),
        Date::Season(year, season) => {
            let month = 3 * season.saturating_sub(20);
            (first(year, month), last(year, month + 2))
        }
        Date::Month(year, month) | Date::SomeDay(year, month) => {
            (first(year, month), last(year, month))
        }
        Date::Day(year, month, day) => {
            let day = Day { year, month, day };
            (day, day)
        }
        Date::SomeMonth(year) | Date::SomeDayOfYear(year) => (first(year, 1), last(year, 12)),
    }
}

/// The days from the first of March of the year 0: with the leap day last, months have a formula.
fn days_before(day: Day) -> i64 {
    let month = i64::from(day.month);
    let (year, month) = if month > 2 { (day.year, month - 3) } else { (day.year - 1, month + 9) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + i64::from(day.day) - 1
}

/// The day in which a second lies.
pub fn day_of(second: i64) -> Day {
    let days = second.div_euclid(DAY);
    // The mean year is 146,097 days in 400; the guess is one year off at most.
    let mut year = (days * 400).div_euclid(146_097);
    let start = |year| days_before(Day { year, month: 3, day: 1 });
    while start(year) > days {
        year -= 1;
    }
    while start(year + 1) <= days {
        year += 1;
    }
    let in_year = days - start(year);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    let small = |number: i64| u8::try_from(number).unwrap_or(1);
    Day { year, month: small(month), day: small(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_without_a_gap() {
        let mut expected = days_before(Day { year: -401, month: 1, day: 1 });
        for year in -401..2402 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    let day = Day { year, month, day };
                    assert_eq!(days_before(day), expected);
                    assert_eq!(day_of(expected * DAY + DAY - 1), day);
                    expected += 1;
                }
            }
        }
    }

    #[test]
    fn centuries_are_leap_years_only_every_fourth_time() {
        let leap: Vec<_> =
            [1900, 2000, 2019, 2020, 0, -4].into_iter().filter(|y| is_leap(*y)).collect();
        assert_eq!(leap, [2000, 2020, 0, -4]);
    }
}
