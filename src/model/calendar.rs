//! Dates as people write them, in three calendars, to Gregorian days.

use super::western::{self, Style};
use super::{Calendar, Edtf, QingDate, WrittenDate};

impl WrittenDate {
    /// The Gregorian days it means.
    ///
    /// # Errors
    /// Says why its calendar has no such date, or that the text is none.
    ///
    /// ```
    /// use karun::model::{Calendar, WrittenDate};
    ///
    /// let signed = WrittenDate { calendar: Calendar::Julian, text: "25 September 1864".into() };
    /// assert_eq!(signed.to_gregorian()?.as_str(), "1864-10-07");
    ///
    /// let month = WrittenDate { calendar: Calendar::Qing, text: "光绪七年正月".into() };
    /// assert_eq!(month.to_gregorian()?.as_str(), "1881-01-30/1881-02-27");
    ///
    /// let never = WrittenDate { calendar: Calendar::Julian, text: "31 September 1864".into() };
    /// assert_eq!(never.to_gregorian().unwrap_err(), "«31 September 1864»: September has 30 days");
    /// # Ok::<(), String>(())
    /// ```
    pub fn to_gregorian(&self) -> Result<Edtf, String> {
        let (first, last) = match self.calendar {
            Calendar::Gregorian => western::span(&self.text, Style::Gregorian)?,
            Calendar::Julian => western::span(&self.text, Style::Julian)?,
            Calendar::Qing => {
                let date: QingDate = self.text.parse()?;
                (date.first(), date.last())
            }
        };
        Ok(Edtf::between(first, last))
    }
}

/// Marks of the old style at the end of a date, and of the new one.
const OLD: [&str; 9] = ["o.s.", "o. s.", "os", "old style", "ст. ст.", "ст.ст.", "ст. стиля", "ст. стиль", "julian"];
const NEW: [&str; 8] = ["n.s.", "n. s.", "ns", "new style", "н. ст.", "н.ст.", "н. стиля", "gregorian"];

/// A date as people write it: EDTF, a Qing date, or words, which are Gregorian unless marked as old style.
///
/// # Errors
/// Says why there is no such date, or what is expected.
///
/// ```
/// use karun::model::parse_date;
///
/// assert_eq!(parse_date("1869-06/1869-08")?.as_str(), "1869-06/1869-08");
/// assert_eq!(parse_date("7 October 1864")?.as_str(), "1864-10-07");
/// assert_eq!(parse_date("25 September 1864 O.S.")?.as_str(), "1864-10-07");
/// assert_eq!(parse_date("25 сентября 1864 г. ст. ст.")?.as_str(), "1864-10-07");
/// assert_eq!(parse_date("J:1864-09-25")?.as_str(), "1864-10-07");
/// assert_eq!(parse_date("同治三年九月初七日")?.as_str(), "1864-10-07");
/// assert_eq!(parse_date("29 February 1863").unwrap_err(), "«29 February 1863»: February 1863 had 28 days in the Gregorian calendar");
/// # Ok::<(), String>(())
/// ```
pub fn parse_date(text: &str) -> Result<Edtf, String> {
    let text = text.trim();
    let written = |calendar, text: &str| WrittenDate { calendar, text: text.to_owned() }.to_gregorian();
    if text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
        return written(Calendar::Qing, text);
    }
    if let Some(rest) = text.strip_prefix("J:").or_else(|| unmarked(text, &OLD)) {
        return written(Calendar::Julian, rest.trim());
    }
    if let Some(rest) = unmarked(text, &NEW) {
        return written(Calendar::Gregorian, rest);
    }
    match text.parse() {
        Err(_) if western::names_a_month(text) => written(Calendar::Gregorian, text),
        edtf => edtf,
    }
}

/// A text without the mark at its end, bracketed or not.
fn unmarked<'t>(text: &'t str, marks: &[&str]) -> Option<&'t str> {
    let bare = text.strip_suffix(')').unwrap_or(text);
    marks.iter().find_map(|mark| {
        let (at, _) = bare.char_indices().rev().nth(mark.chars().count() - 1)?;
        let (rest, end) = bare.split_at(at);
        let apart = rest.ends_with([' ', '(']);
        (apart && end.to_lowercase() == *mark).then(|| rest.trim_end_matches([' ', '(', ',']))
    })
}
