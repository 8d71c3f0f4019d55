//! The rules of the format: small functions that look at all records and add what they find.
//!
//! A rule's name stands in every problem it reports; `docs/rules.md` tells what each means and how to settle it. What
//! concerns a single value (an unknown key, a bad date) is reported where the value is read.

mod dates;
mod faces;
mod ids;
mod line;
mod markers;
mod places;
mod shapes;
mod sources;
mod time;

pub(crate) use shapes::crossing;

use super::{Problems, Records};

type Rule = fn(&Records, &mut Problems);

/// Every rule, in the order in which they are asked; problems come out in file order all the same.
const RULES: &[Rule] = &[
    ids::unique,
    ids::known,
    dates::written,
    places::names,
    places::locations,
    places::swapped,
    sources::used,
    sources::rights,
    line::features,
    line::meets,
    line::readings,
    faces::rings,
    faces::divides,
    faces::enclaves,
    markers::stretch,
    markers::numbers,
    markers::near,
    markers::argued,
    time::links,
    time::splices,
    time::tracts,
];

/// Asks every rule.
pub(crate) fn apply(records: &Records, problems: &mut Problems) {
    for rule in RULES {
        rule(records, problems);
    }
}
