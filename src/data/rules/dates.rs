//! Dates in the calendars they were written in: there is such a day, and it is the Gregorian one beside it.

use super::super::records::Record;
use super::super::{Problems, Records};
use crate::model::{Edtf, WrittenDate};

/// `impossible-date`, `dates-disagree`: every `written` of instruments and of the chronicle.
pub(super) fn written(records: &Records, problems: &mut Problems) {
    for record in records.instruments.iter().flat_map(|t| &t.dates) {
        let date = &record.value;
        judge(record, &date.written, ("edtf", &date.edtf), date.note.is_some(), problems);
    }
    for record in &records.events {
        let event = &record.value;
        judge(record, &event.written, ("date", &event.date), event.note.is_some(), problems);
    }
}

fn judge<T>(
    record: &Record<T>,
    written: &[WrittenDate],
    (key, date): (&str, &Edtf),
    noted: bool,
    problems: &mut Problems,
) {
    for (i, one) in written.iter().enumerate() {
        let at = record.at(&format!("written.{i}.text"));
        match one.to_gregorian() {
            Err(why) => {
                problems
                    .error(at, "impossible-date", why)
                    .help("correct it; what a source says beside the date goes into `note`");
            }
            // Sources do contradict each other: a note tells which is followed.
            Ok(meant) if !noted && !agree(&meant, date) => {
                let message = format!("«{}» is {meant}, but `{key}` is {date}", one.text);
                problems
                    .error(at, "dates-disagree", message)
                    .help("correct one of them, or say in `note` which is followed");
            }
            Ok(_) => {}
        }
    }
}

/// True when one lies within the other: a day in its month, a month cut by what is known besides.
///
/// Two that only overlap are mostly a Chinese month taken for one of ours. Where an end is not sharp, overlapping is enough.
fn agree(a: &Edtf, b: &Edtf) -> bool {
    let begins_first = |a: &Edtf, b: &Edtf| a.earliest().is_none_or(|x| b.earliest().is_some_and(|y| x <= y));
    let ends_last = |a: &Edtf, b: &Edtf| a.latest().is_none_or(|x| b.latest().is_some_and(|y| x >= y));
    let holds = |a: &Edtf, b: &Edtf| begins_first(a, b) && ends_last(a, b);
    let apart = |a: &Edtf, b: &Edtf| a.latest().zip(b.earliest()).is_some_and(|(x, y)| x < y);
    let is_sharp = !b.as_str().contains(['~', '?', '%']);
    holds(a, b) || holds(b, a) || (!is_sharp && !apart(a, b) && !apart(b, a))
}
