//! Dates as people know them: a day, a month, a year, a span, "about then". EDTF (ISO 8601-2),
//! levels 0 and 1; nothing of level 2.
//!
//! ```
//! use pressroom::release::edtf::{Edtf, Language};
//! let date = Edtf::parse("2019-03-06T10:00/2019-03-06T14:00").unwrap();
//! assert_eq!(date.human(Language::En), "6 March 2019, 10:00–14:00");
//! let error = Edtf::parse("2019-02-31").unwrap_err();
//! assert_eq!(error.message.as_str(), "February 2019 has 28 days");
//! ```

mod calendar;
mod english;
mod guess;
mod korean;
mod read;

use std::fmt;

use crate::text::Clean;
pub use calendar::days_in_month;

/// A date, or a span of dates, of EDTF level 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf(Shape);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    Point(Moment),
    /// At least one end is a moment, and the second is not before the first.
    Interval(End, End),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    At(Moment),
    /// `..`: the span goes on.
    Open,
    /// Nothing: the span ends, nobody says when.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Moment {
    date: Date,
    /// Only with a whole day.
    time: Option<Time>,
    doubt: Doubt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Date {
    /// A year, of which the last so many digits (0 to 3) are unspecified and here 0.
    Year(i64, u8),
    /// 21 to 24.
    Season(i64, u8),
    Month(i64, u8),
    Day(i64, u8, u8),
    /// `2019-XX`.
    SomeMonth(i64),
    /// `2019-03-XX`.
    SomeDay(i64, u8),
    /// `2019-XX-XX`.
    SomeDayOfYear(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    zone: Option<Zone>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Zone {
    Utc,
    /// Minutes east of it.
    East(i16),
}

/// The qualifiers `?`, `~` and `%`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Doubt {
    uncertain: bool,
    approximate: bool,
}

/// A language to say a date in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English, day before month.
    #[default]
    En,
    /// Korean.
    Ko,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdtfError {
    /// What is wrong, in a sentence without a full stop.
    pub message: Clean<'static>,
    /// What was probably meant, or how dates look.
    pub help: Option<Clean<'static>>,
}

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    /// The year; 0 is 1 BC.
    pub year: i64,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

/// Orders dates by their earliest moment, then by their latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SortKey {
    /// Seconds, from the year 0 on.
    earliest: i64,
    latest: i64,
}

impl Edtf {
    /// Reads a date.
    ///
    /// # Errors
    /// What is wrong with it, and what was probably meant.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        read::read(text).map_err(|refusal| {
            let help = refusal.help.or_else(|| guess::guess(text)).unwrap_or_else(|| {
                "dates look like `2019-03-06`, `2019-03`, `2019` or `2017/2019`".to_owned()
            });
            let (message, help) = (Clean::from_string(refusal.message), Clean::from_string(help));
            EdtfError { message, help: Some(help) }
        })
    }

    /// The date as a person says it: `6 March 2019`, `about 2019`, `the 2010s`;
    /// `2019년 3월 6일`.
    pub fn human(&self, language: Language) -> String {
        match language {
            Language::En => english::say(&self.0),
            Language::Ko => korean::say(&self.0),
        }
    }

    /// What to sort dates by.
    pub fn sort_key(&self) -> SortKey {
        let (earliest, latest) = self.bounds();
        SortKey { earliest: earliest.unwrap_or(i64::MIN), latest: latest.unwrap_or(i64::MAX) }
    }

    /// The first day it may mean; `None` when its beginning is open or unknown.
    pub fn earliest(&self) -> Option<Day> {
        self.bounds().0.map(calendar::day_of)
    }

    /// The last day it may mean; `None` when its end is open or unknown.
    pub fn latest(&self) -> Option<Day> {
        self.bounds().1.map(calendar::day_of)
    }

    /// Whether it names a span with two ends.
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Shape::Interval(..))
    }

    /// Whether it says itself that it may be wrong or rough.
    pub fn is_doubtful(&self) -> bool {
        let is = |moment: &Moment| moment.doubt != Doubt::default();
        match &self.0 {
            Shape::Point(moment) => is(moment),
            Shape::Interval(from, to) => {
                [from, to].into_iter().any(|end| matches!(end, End::At(moment) if is(moment)))
            }
        }
    }

    /// The first and the last second, on the clock that the date is written in.
    fn bounds(&self) -> (Option<i64>, Option<i64>) {
        match &self.0 {
            Shape::Point(moment) => {
                let (first, last) = calendar::seconds(moment);
                (Some(first), Some(last))
            }
            Shape::Interval(from, to) => {
                let seconds = |end: &End| match end {
                    End::At(moment) => Some(calendar::seconds(moment)),
                    End::Open | End::Unknown => None,
                };
                (seconds(from).map(|(first, _)| first), seconds(to).map(|(_, last)| last))
            }
        }
    }
}

/// The date as EDTF writes it.
impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Shape::Point(moment) => moment.fmt(f),
            Shape::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        if let Some(time) = &self.time {
            write!(f, "T{time}")?;
        }
        f.write_str(match (self.doubt.uncertain, self.doubt.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Year(year, _)
        | Self::Season(year, _)
        | Self::Month(year, _)
        | Self::Day(year, ..)
        | Self::SomeMonth(year)
        | Self::SomeDay(year, _)
        | Self::SomeDayOfYear(year)) = *self;
        let digits = match year {
            -9999..0 => format!("-{:04}", -year),
            0..=9999 => format!("{year:04}"),
            _ => format!("Y{year}"),
        };
        match *self {
            Self::Year(_, unknown) => {
                let known = digits.len() - usize::from(unknown);
                write!(f, "{}{}", &digits[..known], "X".repeat(unknown.into()))
            }
            Self::Season(_, part) | Self::Month(_, part) => write!(f, "{digits}-{part:02}"),
            Self::Day(_, month, day) => write!(f, "{digits}-{month:02}-{day:02}"),
            Self::SomeMonth(_) => write!(f, "{digits}-XX"),
            Self::SomeDay(_, month) => write!(f, "{digits}-{month:02}-XX"),
            Self::SomeDayOfYear(_) => write!(f, "{digits}-XX-XX"),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_str("Z"),
            Some(Zone::East(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests;
