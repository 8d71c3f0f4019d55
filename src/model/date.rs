//! Dates as precise as the source: EDTF text with its earliest and latest day.

use std::fmt;

use calendrical_calculations::{gregorian, rata_die::RataDie};
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
///
/// ```
/// use karun::model::CalendarDay;
///
/// let day: CalendarDay = "1864-10-07".parse()?;
/// assert_eq!(day, CalendarDay::new(1864, 10, 7)?);
/// assert_eq!(day.next().to_string(), "1864-10-08");
/// assert_eq!(day.qing().unwrap().to_string(), "同治三年九月初七日");
/// assert_eq!(CalendarDay::new(1900, 2, 29).unwrap_err(), "February 1900 had 28 days in the Gregorian calendar");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CalendarDay {
    year: i64,
    month: u32,
    day: u32,
}

impl CalendarDay {
    /// A day by its numbers.
    ///
    /// # Errors
    /// Says why the calendar has no such day. Years run from -9999 to 9999.
    pub fn new(year: i64, month: u32, day: u32) -> Result<Self, String> {
        if !(-9999..=9999).contains(&year) {
            return Err(format!("the year {year} is not between -9999 and 9999"));
        }
        if !(1..=12).contains(&month) {
            return Err(format!("there is no month {month}"));
        }
        let last = days_in(year, month);
        if !(1..=last).contains(&day) {
            return Err(match month {
                2 => format!("February {year} had {last} days in the Gregorian calendar"),
                _ => format!("the month {month} has {last} days"),
            });
        }
        Ok(Self { year, month, day })
    }

    /// The year; the one before year 1 is 0.
    pub fn year(self) -> i64 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.day
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.day < days_in(self.year, self.month) {
            Self { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Self { month: self.month + 1, day: 1, ..self }
        } else {
            Self { year: self.year + 1, month: 1, day: 1 }
        }
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.day > 1 {
            return Self { day: self.day - 1, ..self };
        }
        let (year, month) = if self.month > 1 { (self.year, self.month - 1) } else { (self.year - 1, 12) };
        Self { year, month, day: days_in(year, month) }
    }

    /// Days counted through: 1 is 0001-01-01. Years beyond what a calendar is asked for are taken as the farthest ones.
    pub(super) fn fixed(self) -> i64 {
        let year = i32::try_from(self.year.clamp(-1_000_000, 1_000_000)).unwrap_or_default();
        let narrow = |n: u32| u8::try_from(n).unwrap_or(1);
        gregorian::fixed_from_gregorian(year, narrow(self.month), narrow(self.day)).to_i64_date()
    }

    /// The day of a number that [`Self::fixed`] gave.
    pub(super) fn from_fixed(days: i64) -> Self {
        let (year, month, day) = gregorian::gregorian_from_fixed(RataDie::new(days)).unwrap_or((1, 1, 1));
        Self { year: year.into(), month: month.into(), day: day.into() }
    }
}

impl std::str::FromStr for CalendarDay {
    type Err = String;

    /// # Errors
    /// Says why a text is no day of the calendar, written as `1864-10-07`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let parts: Vec<&str> = digits.split('-').collect();
        let sized = parts.iter().map(|p| p.len()).eq([4, 2, 2]) && parts.concat().bytes().all(|b| b.is_ascii_digit());
        let numbers: Option<Vec<u32>> = parts.iter().map(|p| p.parse().ok()).collect();
        match numbers.as_deref() {
            Some(&[year, month, day]) if sized => {
                Self::new(sign * i64::from(year), month, day).map_err(|why| format!("«{text}»: {why}"))
            }
            _ => Err(format!("«{text}» is no day, as 1864-10-07")),
        }
    }
}

impl From<CalendarDay> for String {
    fn from(day: CalendarDay) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for CalendarDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for CalendarDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.abs(), self.month, self.day)
    }
}

impl Edtf {
    /// The days from one to another; a day where they are the same.
    pub(crate) fn between(first: CalendarDay, last: CalendarDay) -> Self {
        let text = if first == last { first.to_string() } else { format!("{first}/{last}") };
        Self { text, earliest: Some(first), latest: Some(last) }
    }

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

impl Edtf {
    /// True when it may fall between two dates, either of which may be open.
    pub fn is_between(&self, from: Option<&Self>, to: Option<&Self>) -> bool {
        let begins = from.and_then(Self::earliest);
        let ends = to.and_then(Self::latest);
        begins.is_none_or(|b| self.latest.is_none_or(|d| d >= b))
            && ends.is_none_or(|e| self.earliest.is_none_or(|d| d <= e))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl From<CalendarDay> for Edtf {
    fn from(day: CalendarDay) -> Self {
        Self::between(day, day)
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

pub(super) fn days_in(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has said what it wanted")]
mod tests {
    use super::*;

    #[test]
    fn levels_0_and_1_keep_their_text_and_know_their_days() {
        let cases = [
            ("1864-10-07", Some("1864-10-07"), Some("1864-10-07")),
            ("1864-10", Some("1864-10-01"), Some("1864-10-31")),
            ("1864", Some("1864-01-01"), Some("1864-12-31")),
            ("1869-06/1869-08", Some("1869-06-01"), Some("1869-08-31")),
            ("../1883", None, Some("1883-12-31")),
            ("1883/..", Some("1883-01-01"), None),
            ("1864-10~", Some("1864-10-01"), Some("1864-10-31")),
            ("1864?", Some("1864-01-01"), Some("1864-12-31")),
            ("1864%", Some("1864-01-01"), Some("1864-12-31")),
            ("186X", Some("1860-01-01"), Some("1869-12-31")),
            ("18XX", Some("1800-01-01"), Some("1899-12-31")),
            ("1864-XX", Some("1864-01-01"), Some("1864-12-31")),
            ("1864-10-XX", Some("1864-10-01"), Some("1864-10-31")),
            ("1864-22", Some("1864-06-01"), Some("1864-08-31")),
            ("1863-05~/1863-07-15", Some("1863-05-01"), Some("1863-07-15")),
            ("-0099", Some("-0099-01-01"), Some("-0099-12-31")),
        ];
        for (text, earliest, latest) in cases {
            let date: Edtf = text.parse().unwrap_or_else(|why| panic!("{why}"));
            let day = |d: Option<CalendarDay>| d.map(|d| d.to_string());
            assert_eq!(date.to_string(), text);
            assert_eq!(
                (day(date.earliest()), day(date.latest())),
                (earliest.map(Into::into), latest.map(Into::into)),
                "{text}"
            );
            let json = serde_json::to_string(&date).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Edtf>(&json).unwrap(), date);
        }
        for text in ["1864-13", "1863-02-29", "1883/1881", "about 1864", "1864-10-07T10:00:00Z", "[1864,1865]", ""] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_is_kept_as_text() {
        for text in ["1864-10-07", "0001-01-01", "-0043-03-15", "1900-02-28", "1864-02-29"] {
            let day: CalendarDay = text.parse().unwrap();
            assert_eq!(day.to_string(), text);
            assert_eq!(serde_json::to_string(&day).unwrap(), format!("\"{text}\""));
            assert_eq!(day.next().previous(), day);
            assert_eq!(day.next().fixed(), day.fixed() + 1);
            assert_eq!(CalendarDay::from_fixed(day.fixed()), day);
        }
        for text in ["1864-10-7", "1864-10", "1863-02-29", "1864-13-01", "1864-00-10", "1864-10-00", "1864/10/07", ""] {
            assert!(text.parse::<CalendarDay>().is_err(), "{text}");
        }
    }
}
