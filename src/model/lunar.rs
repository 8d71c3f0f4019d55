//! Years and months of the Qing calendar: when each began, and which was a leap month.
//!
//! Computed by `calendrical_calculations`, which does the arithmetic of `icu_calendar`'s Chinese calendar, after Reingold and
//! Dershowitz, *Calendrical Calculations* (4th ed., 2018): new moons and solar terms of modern astronomy at Peking. The
//! calendar in force rested on the Imperial Astronomical Bureau's own tables, which put some new moons near midnight on
//! the other day; [`BEGAN`] and [`LEAPS`] hold those months and no others. `icu_calendar`'s default before 1900 is an
//! approximation by mean moons, off in a third of all months.

use std::sync::OnceLock;

use calendrical_calculations::chinese_based::{Chinese, YearBounds, month_structure_for_year};
use calendrical_calculations::gregorian::fixed_from_gregorian;

use super::CalendarDay;

/// Years, by the Gregorian year in which each begins: 1644 is 顺治元年, 1911 宣统三年.
pub(super) const FIRST: i32 = 1644;
pub(super) const LAST: i32 = 1911;

/// First days (Gregorian) of months that the calendar in force began a day before or after the computed one.
///
/// These and [`LEAPS`] are all 39 months of 3,315 in which the computation differs from the tables of Yuk Tung Liu, *Chinese
/// calendar* (`ytliu0.github.io/ChineseCalendar`; "Discrepancies between modern calculation and historical data,
/// 1645–1911"), made from the calendars as issued. The tables of the program sxtwl agree with his in every month.
const BEGAN: &[(i32, u8, u8)] = &[
    (1652, 10, 3),
    (1653, 9, 22),
    (1673, 11, 9),
    (1686, 4, 23),
    (1687, 3, 13),
    (1692, 6, 15),
    (1693, 4, 6),
    (1704, 10, 29),
    (1708, 2, 21),
    (1713, 12, 18),
    (1715, 3, 6),
    (1728, 8, 6),
    (1731, 6, 5),
    (1754, 9, 17),
    (1789, 10, 19),
    (1794, 11, 23),
    (1813, 5, 1),
    (1817, 10, 11),
    (1820, 12, 6),
    (1823, 5, 11),
    (1842, 1, 11),
    (1842, 11, 3),
    (1849, 9, 17),
    (1856, 11, 28),
    (1861, 11, 3),
    (1869, 5, 12),
    (1880, 11, 3),
    (1887, 3, 25),
    (1906, 4, 24),
];

/// Years whose leap month followed another month than the computed one.
const LEAPS: &[(i32, u8)] = &[(1645, 6), (1651, 2), (1661, 7), (1727, 3), (1805, 6)];

/// A month of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Month {
    /// 1 to 12; a leap month has the number of the month before.
    pub number: u8,
    pub leap: bool,
    /// Its first day.
    pub first: CalendarDay,
    /// 29 or 30.
    pub days: u8,
}

/// The months of a year in order, twelve or thirteen.
///
/// Outside [`FIRST`] to [`LAST`] there is none.
pub(super) fn months(year: i32) -> Option<&'static [Month]> {
    const YEARS: usize = (LAST - FIRST + 1) as usize;
    static MADE: [OnceLock<Vec<Month>>; YEARS] = [const { OnceLock::new() }; YEARS];
    let made = MADE.get(usize::try_from(year - FIRST).ok()?)?;
    Some(made.get_or_init(|| compute(year)))
}

/// The year and the month that hold a day.
pub(super) fn holding(day: CalendarDay) -> Option<(i32, &'static Month)> {
    let western = i32::try_from(day.year()).ok()?;
    // A lunar year begins in January or February.
    [western, western - 1].into_iter().find_map(|year| {
        let month = months(year)?.iter().rfind(|m| m.first <= day)?;
        (day.fixed() < month.first.fixed() + i64::from(month.days)).then_some((year, month))
    })
}

fn compute(year: i32) -> Vec<Month> {
    let bounds = YearBounds::compute::<Chinese>(fixed_from_gregorian(year, 7, 1));
    let (long, leap) = month_structure_for_year::<Chinese>(bounds.new_year, bounds.next_new_year);
    // The library counts thirteen months through; the leap month is the one after the month whose number it bears.
    let leap =
        LEAPS.iter().find(|(y, _)| *y == year).map_or(leap.map(|ordinal| ordinal - 1), |(_, number)| Some(*number));
    let count = if leap.is_some() { 13 } else { 12 };
    let mut first = bounds.new_year.to_i64_date();
    let mut firsts = vec![first];
    for is_long in &long[..count] {
        first += if *is_long { 30 } else { 29 };
        firsts.push(first);
    }
    for first in &mut firsts {
        let near = |d: &i64| (d - *first).abs() == 1;
        let attested = BEGAN.iter().map(|&(y, m, d)| fixed_from_gregorian(y, m, d).to_i64_date()).find(near);
        *first = attested.unwrap_or(*first);
    }
    let mut made = Vec::with_capacity(count);
    let (mut number, mut is_leap) = (1, false);
    for ends in firsts.windows(2) {
        let days = u8::try_from(ends[1] - ends[0]).unwrap_or_default();
        made.push(Month { number, leap: is_leap, first: CalendarDay::from_fixed(ends[0]), days });
        if leap == Some(number) && !is_leap {
            is_leap = true;
        } else {
            (number, is_leap) = (number + 1, false);
        }
    }
    made
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has said what it wanted")]
mod tests {
    use super::*;

    #[test]
    fn a_year_ends_where_the_next_begins() {
        for year in FIRST..LAST {
            let (here, next) = (months(year).unwrap(), months(year + 1).unwrap());
            for pair in here.windows(2) {
                assert_eq!(pair[0].first.fixed() + i64::from(pair[0].days), pair[1].first.fixed(), "{year}");
            }
            let last = here.last().unwrap();
            assert_eq!(last.first.fixed() + i64::from(last.days), next[0].first.fixed(), "{year}");
            assert!(here.iter().all(|m| m.days == 29 || m.days == 30), "{year}: {here:?}");
            assert_eq!(here.last().unwrap().number, 12, "{year}");
        }
    }

    #[test]
    fn every_correction_is_needed_and_used() {
        for &(y, m, d) in BEGAN {
            let day = CalendarDay::new(y.into(), m.into(), d.into()).unwrap();
            let (_, month) = holding(day).unwrap();
            assert_eq!(month.first, day);
            let bounds = YearBounds::compute::<Chinese>(fixed_from_gregorian(y, m, d));
            let (long, _) = month_structure_for_year::<Chinese>(bounds.new_year, bounds.next_new_year);
            let mut first = bounds.new_year.to_i64_date();
            let computed = long.iter().any(|is_long| {
                let here = first == day.fixed();
                first += if *is_long { 30 } else { 29 };
                here
            });
            assert!(!computed, "{day}: the computation has it too");
        }
        for &(year, number) in LEAPS {
            assert!(months(year).unwrap().iter().any(|m| m.leap && m.number == number), "{year}");
        }
    }
}
