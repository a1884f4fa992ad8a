//! Dates in English: `6 March 2019, 10:00–14:00`, `about 2019`, `the 2010s`.

use super::{Date, Doubt, End, Moment, Shape, Time, Zone};

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

pub fn say(shape: &Shape) -> String {
    match shape {
        Shape::Point(at) => moment(at),
        Shape::Interval(End::At(from), End::At(to)) => span(from, to),
        Shape::Interval(End::At(from), End::Unknown) => {
            format!("from {}, end unknown", moment(from))
        }
        Shape::Interval(End::At(from), _) => format!("from {} on", moment(from)),
        Shape::Interval(End::Unknown, End::At(to)) => {
            format!("until {}, start unknown", moment(to))
        }
        Shape::Interval(_, End::At(to)) => format!("until {}", moment(to)),
        // Reading refuses it.
        Shape::Interval(..) => "at any time".to_owned(),
    }
}

pub fn month_and_year(year: i64, month: u8) -> String {
    format!("{} {}", month_name(month), year_name(year))
}

fn moment(moment: &Moment) -> String {
    let mut said = date(moment.date);
    if let Some(time) = moment.time {
        said = format!("{said}, {}", clock_and_zone(time));
    }
    if moment.doubt.approximate {
        said.insert_str(0, "about ");
    }
    if moment.doubt.uncertain {
        said.push_str(", uncertain");
    }
    said
}

/// What both ends share is said once.
fn span(from: &Moment, to: &Moment) -> String {
    let is_plain = |m: &Moment| m.doubt == Doubt::default();
    let general = || format!("{} – {}", moment(from), moment(to));
    if !is_plain(from) || !is_plain(to) {
        return general();
    }
    match (from.date, from.time, to.date, to.time) {
        (a, Some(start), b, Some(end)) if a == b && start.zone == end.zone => {
            format!("{}, {}–{}", date(a), clock(start), clock_and_zone(end))
        }
        (a, None, b, None) => days(a, b).unwrap_or_else(general),
        _ => general(),
    }
}

fn days(from: Date, to: Date) -> Option<String> {
    Some(match (from, to) {
        (a, b) if a == b => date(a),
        (Date::Year(a @ 1.., 0), Date::Year(b, 0)) => format!("{}–{}", year_name(a), year_name(b)),
        (Date::Month(year, month), Date::Month(same, _)) if year == same => {
            format!("{}–{}", month_name(month), date(to))
        }
        (Date::Day(year, month, day), Date::Day(same, also, _)) if year == same => {
            if month == also {
                format!("{day}–{}", date(to))
            } else {
                format!("{day} {} – {}", month_name(month), date(to))
            }
        }
        _ => return None,
    })
}

fn date(date: Date) -> String {
    match date {
        Date::Year(year, 0) => year_name(year),
        Date::Year(year, 1) => format!("the {year}s"),
        Date::Year(year, unknown) => {
            format!("some year in {year}–{}", year + 10_i64.pow(unknown.into()) - 1)
        }
        Date::Season(year, season) => {
            let name = SEASONS.get(usize::from(season).wrapping_sub(21)).unwrap_or(&"season");
            format!("{name} {}", year_name(year))
        }
        Date::Month(year, month) => month_and_year(year, month),
        Date::Day(year, month, day) => format!("{day} {}", month_and_year(year, month)),
        Date::SomeMonth(year) => format!("some month in {}", year_name(year)),
        Date::SomeDay(year, month) => format!("some day in {}", month_and_year(year, month)),
        Date::SomeDayOfYear(year) => format!("some day in {}", year_name(year)),
    }
}

fn year_name(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"month")
}

pub fn clock(time: Time) -> String {
    Time { zone: None, ..time }.to_string()
}

pub fn clock_and_zone(time: Time) -> String {
    let clock = clock(time);
    match time.zone {
        None => clock,
        Some(Zone::Utc | Zone::East(0)) => format!("{clock} UTC"),
        Some(Zone::East(minutes)) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
            match rest {
                0 => format!("{clock} UTC{sign}{hours}"),
                _ => format!("{clock} UTC{sign}{hours}:{rest:02}"),
            }
        }
    }
}
