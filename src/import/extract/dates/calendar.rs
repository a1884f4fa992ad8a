//! A day, month or year that text names, as far as it names it.

use std::fmt::Write;

use crate::release::edtf::{self, Edtf};

/// As much of a moment as is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "a day has a day of the month")]
pub struct Day {
    /// The year, if printed.
    pub year: Option<i32>,
    /// The month.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// Minutes since midnight.
    pub minute: Option<u16>,
    /// What the text says instead of a year.
    pub relative: Option<Relative>,
    /// Whether the year is a decade's first.
    pub decade: bool,
}

/// A year told from another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relative {
    /// So many years from that of publication.
    Years(i32),
    /// The last such month before publication.
    Last,
    /// The next such month after publication.
    Next,
    /// The year after that of the date before it.
    Following,
}

impl Day {
    /// Whether the calendar has it.
    pub fn exists(self) -> bool {
        let month = self.month.is_none_or(|month| (1..=12).contains(&month));
        let day = match (self.month, self.day) {
            (Some(month), Some(day)) => {
                day >= 1 && day <= edtf::days_in_month(self.year.unwrap_or(2000).into(), month)
            }
            (None, Some(_)) => false,
            (_, None) => true,
        };
        month && day && self.year.is_none_or(|year| (1000..=2999).contains(&year))
    }

    /// As EDTF, once its year is known.
    pub fn edtf(self) -> Option<String> {
        let year = self.year?;
        let mut text =
            if self.decade { format!("{:03}X", year / 10) } else { format!("{year:04}") };
        if let Some(month) = self.month {
            let _ = write!(text, "-{month:02}");
            if let Some(day) = self.day {
                let _ = write!(text, "-{day:02}");
                if let Some(minute) = self.minute {
                    let _ = write!(text, "T{:02}:{:02}", minute / 60, minute % 60);
                }
            }
        }
        Some(text)
    }

    /// As EDTF without a time, if it is a full day.
    pub fn date_only(self) -> Option<String> {
        let full = self.day.is_some() && self.month.is_some() && self.exists();
        full.then(|| Self { minute: None, ..self }.edtf()).flatten()
    }

    /// Days since a fixed one, for telling which of two is nearer; the middle of what is open.
    pub fn number(self) -> i32 {
        let month = i32::from(self.month.unwrap_or(7));
        self.year.unwrap_or(0) * 372 + month * 31 + i32::from(self.day.unwrap_or(15))
    }
}

/// The day that an EDTF date means, as far as it means one: a month or day only where the first and the last
/// day that it may mean agree on it.
pub fn parse(text: &str) -> Option<Day> {
    let date = Edtf::parse(text).ok()?;
    let (first, last) = (date.earliest()?, date.latest()?);
    let year = Some(i32::try_from(first.year).ok()?).filter(|_| first.year == last.year);
    let month = Some(first.month).filter(|month| year.is_some() && *month == last.month);
    let day = Some(first.day).filter(|day| month.is_some() && *day == last.day);
    Some(Day { year, month, day, ..Day::default() }).filter(|day| year.is_some() && day.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_taken_as_far_as_it_is_one_day() {
        let parts = |text: &str| parse(text).map(|day| (day.year, day.month, day.day));
        assert_eq!(parts("2024-02-29"), Some((Some(2024), Some(2), Some(29))));
        assert_eq!(parts("2024-03-05/2024-03-07"), Some((Some(2024), Some(3), None)));
        assert_eq!(parts("2024-03"), Some((Some(2024), Some(3), None)));
        assert_eq!(parts("2024-21"), Some((Some(2024), None, None)));
        for none in ["202X", "2024-13", "2024-02-30", "2023/2024", "../2024", "last week"] {
            assert_eq!(parts(none), None, "{none}");
        }
    }
}
