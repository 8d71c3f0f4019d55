//! Julian and Gregorian dates in words: "25 September 1864", "25 сентября 1864 г.", "24 June to 23 August 1869".

use calendrical_calculations::julian;

use super::CalendarDay;
use super::date::days_in;

/// How the years of a western calendar are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Old style: every fourth year is a leap year. Arithmetic of Reingold and Dershowitz, by `calendrical_calculations`.
    Julian,
    /// New style.
    Gregorian,
}

impl Style {
    fn days_in(self, year: i32, month: u32) -> u32 {
        match self {
            Self::Julian if month == 2 => 28 + u32::from(julian::is_leap_year(year)),
            _ => days_in(year.into(), month),
        }
    }

    fn day(self, year: i32, month: u32, day: u32) -> Result<CalendarDay, String> {
        match self {
            Self::Gregorian => CalendarDay::new(year.into(), month, day),
            Self::Julian => {
                let narrow = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
                Ok(CalendarDay::from_fixed(julian::fixed_from_julian(year, narrow(month), narrow(day)).to_i64_date()))
            }
        }
    }
}

impl CalendarDay {
    /// The same day in the Julian calendar, which Russia kept until 1918.
    ///
    /// ```
    /// let day: karun::model::CalendarDay = "1864-10-07".parse()?;
    /// assert_eq!(day.julian(), "25 September 1864");
    /// # Ok::<(), String>(())
    /// ```
    pub fn julian(self) -> String {
        let fixed = calendrical_calculations::rata_die::RataDie::new(self.fixed());
        let (year, month, day) = julian::julian_from_fixed(fixed).unwrap_or((1, 1, 1));
        let name = ENGLISH.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
        format!("{day} {name} {year}")
    }
}

/// The first and last day, Gregorian, of a date in words.
///
/// # Errors
/// Says why its calendar has no such date, or that the text is none.
pub(super) fn span(text: &str, style: Style) -> Result<(CalendarDay, CalendarDay), String> {
    let because = |why: String| format!("«{text}»: {why}");
    let (from, to) = match ends(text) {
        Some((from, to)) => {
            let to = Words::read(to).map_err(because)?;
            (Words::read(from).map_err(because)?.before(to), to)
        }
        None => {
            let one = Words::read(text).map_err(because)?;
            (one, one)
        }
    };
    let (first, last) = (from.span(style).map_err(because)?.0, to.span(style).map_err(because)?.1);
    if last < first {
        return Err(because("it ends before it begins".to_owned()));
    }
    Ok((first, last))
}

/// True when a text names a month, so that it is meant as a date in words.
pub(super) fn names_a_month(text: &str) -> bool {
    pieces(text).iter().any(|p| month(p).is_some())
}

/// The two ends of a span.
fn ends(text: &str) -> Option<(&str, &str)> {
    ["–", "—", " to ", " until ", " - ", " по "].iter().find_map(|mark| text.split_once(mark))
}

#[derive(Clone, Copy)]
struct Words {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Words {
    fn read(text: &str) -> Result<Self, String> {
        let bad = || "no date, as 25 September 1864, 25 сентября 1864, September 1864 or 1864-09-25".to_owned();
        let text = text.trim();
        if text.contains('-') {
            let numbers: Option<Vec<u32>> = text.split('-').map(|n| n.parse().ok()).collect();
            return match numbers.as_deref() {
                Some(&[year, month]) => Ok(Self { year: i32::try_from(year).ok(), month: Some(month), day: None }),
                Some(&[year, month, day]) => {
                    Ok(Self { year: i32::try_from(year).ok(), month: Some(month), day: Some(day) })
                }
                _ => Err(bad()),
            };
        }
        let mut words = Self { year: None, month: None, day: None };
        for piece in pieces(text) {
            if let Some(number) = month(&piece).filter(|_| words.month.is_none()) {
                words.month = Some(number);
            } else if let Some(number) = number(&piece) {
                // A year has three or four digits, whatever stands first.
                let place = if number > 99 { words.year.is_none() } else { words.day.is_none() };
                match number {
                    _ if !place => return Err(bad()),
                    100.. => words.year = i32::try_from(number).ok().filter(|y| *y <= 9999),
                    _ => words.day = Some(number),
                }
            } else if !["of", "the", "г", "года", "год", "с", "от", "from"].contains(&piece.as_str()) {
                return Err(bad());
            }
        }
        if words.year.is_none() && words.month.is_none() && words.day.is_none() {
            return Err(bad());
        }
        Ok(words)
    }

    /// The same, with what it leaves out taken from the end of the span.
    fn before(self, to: Self) -> Self {
        let month = if self.day.is_some() { self.month.or(to.month) } else { self.month };
        Self { year: self.year.or(to.year), month, day: self.day }
    }

    fn span(self, style: Style) -> Result<(CalendarDay, CalendarDay), String> {
        let Some(year) = self.year else { return Err("the year is missing".to_owned()) };
        let Some(month) = self.month else {
            return match self.day {
                Some(_) => Err("the month is missing".to_owned()),
                None => Ok((style.day(year, 1, 1)?, style.day(year, 12, 31)?)),
            };
        };
        if !(1..=12).contains(&month) {
            return Err(format!("there is no month {month}"));
        }
        let last = style.days_in(year, month);
        let Some(day) = self.day else { return Ok((style.day(year, month, 1)?, style.day(year, month, last)?)) };
        if !(1..=last).contains(&day) {
            let name = ENGLISH[month as usize - 1];
            return Err(match (month, style) {
                (2, Style::Julian) => format!("February {year} had {last} days in the Julian calendar"),
                (2, Style::Gregorian) => format!("February {year} had {last} days in the Gregorian calendar"),
                _ => format!("{name} has {last} days"),
            });
        }
        let day = style.day(year, month, day)?;
        Ok((day, day))
    }
}

/// Words and numbers without punctuation, in small letters.
fn pieces(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// `25`, `25th`.
fn number(piece: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| piece.strip_suffix(end)).unwrap_or(piece);
    digits.parse().ok()
}

const ENGLISH: [&str; 12] = [
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

/// What Russian months begin with, in any case; only May has to be told from March by a whole word.
const RUSSIAN: [&str; 12] = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

/// A month by its English or Russian name, whole or cut to three letters at least.
fn month(piece: &str) -> Option<u32> {
    let letters = piece.chars().count();
    let english = ENGLISH.iter().position(|name| letters >= 3 && name.to_lowercase().starts_with(piece));
    let russian = || {
        if ["май", "мая", "мае"].contains(&piece) {
            return Some(4);
        }
        RUSSIAN.iter().position(|name| *name != "ма" && letters >= 3 && piece.starts_with(name))
    };
    english.or_else(russian).and_then(|at| u32::try_from(at + 1).ok())
}
