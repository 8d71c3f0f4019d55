//! Dates of the Qing calendar as people write them: reign, year, month, day.

use std::fmt;

use super::{CalendarDay, lunar};

/// Reigns, with the Gregorian year in which their first year began and how many years they had.
///
/// A reign is counted from the new year after the accession.
const REIGNS: [(&str, i32, u8); 10] = [
    ("顺治", 1644, 18),
    ("康熙", 1662, 61),
    ("雍正", 1723, 13),
    ("乾隆", 1736, 60),
    ("嘉庆", 1796, 25),
    ("道光", 1821, 30),
    ("咸丰", 1851, 11),
    ("同治", 1862, 13),
    ("光绪", 1875, 34),
    ("宣统", 1909, 3),
];

/// A date of the Qing calendar, 1644–1912: a day, a month or a year, or a span of them. One that was not cannot be made.
///
/// Reads simplified and traditional characters, Chinese and Arabic numerals, 正月, 冬月 and 腊月, 初七, 廿五 and 卅, with or
/// without 日; spans with 至. Months begin as in the calendars that were issued, tested against published pairs of days.
///
/// ```
/// use karun::model::QingDate;
///
/// let signed: QingDate = "同治三年九月初七日".parse()?;
/// assert_eq!(signed.first().to_string(), "1864-10-07");
///
/// let leap: QingDate = "光緒七年閏七月".parse()?;
/// assert_eq!((leap.first().to_string(), leap.last().to_string()), ("1881-08-25".into(), "1881-09-22".into()));
/// assert_eq!(leap.to_string(), "光绪七年闰七月");
///
/// let why = "光绪七年闰三月初一日".parse::<QingDate>().unwrap_err();
/// assert_eq!(why, "«光绪七年闰三月初一日»: 光绪七年 had no leap third month; its leap month was the seventh");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QingDate {
    from: Point,
    to: Option<Point>,
    first: CalendarDay,
    last: CalendarDay,
}

impl QingDate {
    /// Its first day.
    pub fn first(&self) -> CalendarDay {
        self.first
    }

    /// Its last day.
    pub fn last(&self) -> CalendarDay {
        self.last
    }
}

impl CalendarDay {
    /// The day in the Qing calendar; `None` before 1644-02-08 and after 1912-02-17.
    ///
    /// ```
    /// let day: karun::model::CalendarDay = "1912-02-12".parse()?;
    /// assert_eq!(day.qing().unwrap().to_string(), "宣统三年十二月二十五日");
    /// # Ok::<(), String>(())
    /// ```
    pub fn qing(self) -> Option<QingDate> {
        let (lunar_year, month) = lunar::holding(self)?;
        let reign = REIGNS.iter().rposition(|r| r.1 <= lunar_year)?;
        let year = u8::try_from(lunar_year - REIGNS[reign].1 + 1).ok()?;
        let day = u8::try_from(self.fixed() - month.first.fixed() + 1).ok()?;
        let from = Point { reign, year, month: Some((month.number, month.leap)), day: Some(day) };
        Some(QingDate { from, to: None, first: self, last: self })
    }
}

impl std::str::FromStr for QingDate {
    type Err = String;

    /// # Errors
    /// Says why the calendar has no such date, or that the text is none.
    fn from_str(text: &str) -> Result<Self, String> {
        let because = |why: String| format!("«{text}»: {why}");
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(simplified).collect();
        let (from, to) = match plain.split_once(['至', '到', '—', '–']) {
            Some((from, to)) => (from, Some(to)),
            None => (plain.as_str(), None),
        };
        let first = Words::read(from).and_then(|w| w.point()).map_err(because)?;
        let begins = first.span().map_err(because)?;
        let Some(to) = to else {
            return Ok(Self { from: first, to: None, first: begins.0, last: begins.1 });
        };
        let second = Words::read(to).and_then(|w| w.after(first).point()).map_err(because)?;
        let ends = second.span().map_err(because)?;
        if ends.1 < begins.0 {
            return Err(because("it ends before it begins".to_owned()));
        }
        Ok(Self { from: first, to: Some(second), first: begins.0, last: ends.1 })
    }
}

impl fmt::Display for QingDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => f.pad(&format!("{}至{to}", self.from)),
            None => f.pad(&self.from.to_string()),
        }
    }
}

/// A day, month or year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Point {
    /// In [`REIGNS`].
    reign: usize,
    year: u8,
    month: Option<(u8, bool)>,
    day: Option<u8>,
}

impl Point {
    /// Its first and last day, or why there is none.
    fn span(self) -> Result<(CalendarDay, CalendarDay), String> {
        let (reign, began, years) = REIGNS[self.reign];
        if self.year == 0 {
            return Err(format!("years of {reign} are counted from 元年, the first"));
        }
        if self.year > years {
            let next =
                REIGNS.get(self.reign + 1).map(|r| format!("the year after {reign}{}年 was {}元年", han(years), r.0));
            let next = next.unwrap_or_else(|| "the calendar of the Qing ended on 1912-02-17".to_owned());
            return Err(format!("{reign} had {years} years; {next}"));
        }
        let year = Self { month: None, day: None, ..self };
        let months = lunar::months(began + i32::from(self.year) - 1).unwrap_or_default();
        let ends = |m: &lunar::Month| CalendarDay::from_fixed(m.first.fixed() + i64::from(m.days) - 1);
        let Some((number, leap)) = self.month else {
            let (Some(first), Some(last)) = (months.first(), months.last()) else {
                return Err(format!("{year} is outside the calendar"));
            };
            return Ok((first.first, ends(last)));
        };
        if !(1..=12).contains(&number) {
            return Err("months run from the first to the twelfth".to_owned());
        }
        let Some(month) = months.iter().find(|m| (m.number, m.leap) == (number, leap)) else {
            let other = months.iter().find(|m| m.leap).map(|m| ordinal(m.number));
            return Err(match other {
                Some(other) => format!("{year} had no leap {} month; its leap month was the {other}", ordinal(number)),
                None => format!("{year} had no leap month"),
            });
        };
        let Some(day) = self.day else { return Ok((month.first, ends(month))) };
        if !(1..=30).contains(&day) {
            return Err("days of a month run from 初一 to 二十九 or 三十".to_owned());
        }
        if day > month.days {
            let leap = if leap { "leap " } else { "" };
            return Err(format!("the {leap}{} month of {year} had {} days", ordinal(number), month.days));
        }
        let day = CalendarDay::from_fixed(month.first.fixed() + i64::from(day) - 1);
        Ok((day, day))
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = if self.year == 1 { "元".to_owned() } else { han(self.year) };
        write!(f, "{}{year}年", REIGNS[self.reign].0)?;
        let Some((number, leap)) = self.month else { return Ok(()) };
        let month = if number == 1 { "正".to_owned() } else { han(number) };
        write!(f, "{}{month}月", if leap { "闰" } else { "" })?;
        match self.day {
            Some(day) if day <= 10 => write!(f, "初{}日", han(day)),
            Some(day) => write!(f, "{}日", han(day)),
            None => Ok(()),
        }
    }
}

/// What a text says; the end of a span leaves out what it shares with the beginning.
#[derive(Clone, Copy)]
struct Words {
    reign: Option<usize>,
    year: Option<u8>,
    month: Option<(u8, bool)>,
    day: Option<u8>,
}

impl Words {
    fn read(text: &str) -> Result<Self, String> {
        let bad = || "no Qing date, as 同治三年九月初七日, 同治三年九月 or 同治三年".to_owned();
        let mut rest = text.strip_prefix("大清").unwrap_or(text);
        let (mut reign, mut year, mut month, mut day) = (None, None, None, None);
        if let Some((before, after)) = rest.split_once('年') {
            // The reign is what stands before the number.
            let cut = before.find(|c: char| c.is_ascii_digit() || NUMERALS.contains(c)).ok_or_else(bad)?;
            let (name, number) = before.split_at(cut);
            if !name.is_empty() {
                let known = REIGNS.iter().position(|r| r.0 == name);
                let names = || REIGNS.map(|r| r.0).join(" ");
                reign = Some(known.ok_or_else(|| format!("«{name}» is no reign of the Qing, which are {}", names()))?);
            }
            year = Some(numeral(number).ok_or_else(bad)?);
            rest = after;
        }
        if let Some((before, after)) = rest.split_once('月') {
            let (name, leap) = before.strip_prefix('闰').map_or((before, false), |name| (name, true));
            let number = match name {
                "正" => Some(1),
                "冬" => Some(11),
                "腊" => Some(12),
                other => numeral(other),
            };
            month = Some((number.ok_or_else(bad)?, leap));
            rest = after;
        }
        if !rest.is_empty() {
            let written = rest.strip_suffix(['日', '号']).unwrap_or(rest);
            // 初 goes before the first ten days.
            day = Some(match written.strip_prefix('初') {
                Some(first) => numeral(first).filter(|d| *d <= 10),
                None => numeral(written),
            });
            day.flatten().ok_or_else(bad)?;
        }
        let day = day.flatten();
        let empty = year.is_none() && month.is_none() && day.is_none();
        // A day needs its month, a year alone is enough.
        if empty || (year.is_some() && month.is_none() && day.is_some()) || (reign.is_some() && year.is_none()) {
            return Err(bad());
        }
        Ok(Self { reign, year, month, day })
    }

    /// The same, with what it leaves out taken from the beginning of the span.
    fn after(self, from: Point) -> Self {
        let year_same = self.year.is_none();
        Self {
            reign: self.reign.or(Some(from.reign)),
            year: self.year.or(Some(from.year)),
            month: if year_same { self.month.or(from.month) } else { self.month },
            day: self.day,
        }
    }

    fn point(self) -> Result<Point, String> {
        match (self.reign, self.year) {
            (Some(reign), Some(year)) => Ok(Point { reign, year, month: self.month, day: self.day }),
            _ => Err("the reign and its year are missing".to_owned()),
        }
    }
}

/// The simplified form of the traditional characters that dates are written with; full-width digits as plain ones.
fn simplified(c: char) -> char {
    match c {
        '順' => '顺',
        '慶' => '庆',
        '豐' | '豊' => '丰',
        '緒' => '绪',
        '統' => '统',
        '閏' => '闰',
        '臘' => '腊',
        '號' => '号',
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        other => other,
    }
}

const NUMERALS: &str = "元一二三四五六七八九十廿卅";

/// A number up to 99 in Chinese or Arabic numerals.
fn numeral(text: &str) -> Option<u8> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut tens, mut ones, mut counted) = (0u8, None::<u8>, false);
    for c in text.chars() {
        match c {
            '元' if text.chars().count() == 1 => return Some(1),
            // 二十有一
            '有' if counted && ones.is_none() => {}
            '十' if !counted => (tens, ones, counted) = (ones.unwrap_or(1), None, true),
            '廿' if !counted && ones.is_none() => (tens, counted) = (2, true),
            '卅' if !counted && ones.is_none() => (tens, counted) = (3, true),
            _ if ones.is_some() => return None,
            _ => ones = Some(u8::try_from("一二三四五六七八九".chars().position(|n| n == c)? + 1).ok()?),
        }
    }
    (counted || ones.is_some()).then(|| tens * 10 + ones.unwrap_or(0))
}

/// A number from 1 to 99 in Chinese numerals.
fn han(number: u8) -> String {
    let digit =
        |n: u8| "一二三四五六七八九".chars().nth(usize::from(n).wrapping_sub(1)).map(String::from).unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

fn ordinal(month: u8) -> &'static str {
    let names = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}
