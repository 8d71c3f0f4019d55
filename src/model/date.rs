//! Dates as precise as the source: EDTF text with its earliest and latest day.

use std::fmt;

use citum_edtf::{Date as EdtfDate, Day, Edtf as Parsed, MonthOrSeason, UnspecifiedYear};
use serde::{Deserialize, Serialize};

/// A Gregorian date or span in the Extended Date/Time Format, levels 0 and 1: `1864-10-07`, `1869-06/1869-08`, `1883/..`, `1864-10~`.
///
/// Keeps the text as written and knows its first and last day, so nothing invents a first of January.
///
/// ```
/// let set: karun::Edtf = "1869-06/1869-08".parse().unwrap();
/// assert_eq!(set.earliest().unwrap().to_string(), "1869-06-01");
/// assert_eq!(set.latest().unwrap().to_string(), "1869-08-31");
/// assert!("1869-02-30".parse::<karun::Edtf>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf {
    text: String,
    earliest: Option<CalendarDay>,
    latest: Option<CalendarDay>,
}

/// A calendar day of the proleptic Gregorian calendar; its text is ISO 8601.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CalendarDay {
    year: i64,
    month: u32,
    day: u32,
}

impl Serialize for CalendarDay {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Edtf {
    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day it may mean; `None` for an open beginning.
    pub fn earliest(&self) -> Option<CalendarDay> {
        self.earliest
    }

    /// The last day it may mean; `None` for an open end.
    pub fn latest(&self) -> Option<CalendarDay> {
        self.latest
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.text
    }
}

impl TryFrom<String> for Edtf {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl std::str::FromStr for Edtf {
    type Err = String;

    /// # Errors
    /// Says what is wrong with a text that is no EDTF date of level 0 or 1, or names a day that is not in the calendar.
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("«{text}» is no EDTF date, as 1864-10-07, 1864-10, 1864~ or 1869-06/1869-08");
        let mut rest = text;
        let parsed = citum_edtf::parse(&mut rest).map_err(|_| bad())?;
        if !rest.is_empty() {
            return Err(bad());
        }
        let bounds =
            |date: &EdtfDate| bounds(date).ok_or_else(|| format!("«{text}» names a day that is not in the calendar"));
        let (earliest, latest) = match &parsed {
            Parsed::Date(date) => {
                let (a, b) = bounds(date)?;
                (Some(a), Some(b))
            }
            Parsed::Interval(span) => {
                let (a, b) = (bounds(&span.start)?.0, bounds(&span.end)?.1);
                if b < a {
                    return Err(format!("«{text}» ends before it begins"));
                }
                (Some(a), Some(b))
            }
            Parsed::IntervalFrom(date) => (Some(bounds(date)?.0), None),
            Parsed::IntervalTo(date) => (None, Some(bounds(date)?.1)),
        };
        Ok(Self { text: text.to_owned(), earliest, latest })
    }
}

fn bounds(date: &EdtfDate) -> Option<(CalendarDay, CalendarDay)> {
    if date.time.is_some() {
        return None;
    }
    let span = match date.year.unspecified {
        UnspecifiedYear::None => 0,
        UnspecifiedYear::One => 9,
        UnspecifiedYear::Two => 99,
        UnspecifiedYear::Three => 999,
        UnspecifiedYear::Four => 9999,
    };
    let (first_year, last_year) = (date.year.value, date.year.value + span);
    let (first_month, last_month) = match date.month_or_season {
        None | Some(MonthOrSeason::Unspecified) => (1, 12),
        Some(MonthOrSeason::Month(m)) => (m, m),
        Some(MonthOrSeason::Spring) => (3, 5),
        Some(MonthOrSeason::Summer) => (6, 8),
        Some(MonthOrSeason::Autumn) => (9, 11),
        // Winter may mean either end of the year.
        Some(MonthOrSeason::Winter) => (1, 12),
    };
    if !(1..=12).contains(&first_month) || !(1..=12).contains(&last_month) {
        return None;
    }
    let (first_day, last_day) = match date.day {
        None | Some(Day::Unspecified) => (1, days_in(last_year, last_month)),
        // In a year with unknown digits there is a leap year.
        Some(Day::Day(29)) if last_month == 2 && span > 0 => (29, 29),
        Some(Day::Day(d)) if (1..=days_in(last_year, last_month)).contains(&d) => (d, d),
        Some(Day::Day(_)) => return None,
    };
    Some((
        CalendarDay { year: first_year, month: first_month, day: first_day },
        CalendarDay { year: last_year, month: last_month, day: last_day },
    ))
}

fn days_in(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
