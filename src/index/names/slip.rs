//! What a slip of the hand is worth: much in a long name, nothing where another name is as near.

use super::cyrillic::loose;
use super::fold::Script;
use super::latin::{self, Ear};
use super::pinyin::{reading, syllables};
use super::sound::{self, Sound};

/// What a key with slips is worth; `None` where it is more likely another name.
///
/// A letter of a short name for one that sounds otherwise makes another name (Turfan, Turgen), in a long one a slip. Limits from
/// the typing errors and strangers of `tests/names`: the farthest of 120 right ones, and nearly all strangers beyond.
pub(super) fn worth(query: &str, key: &str, slips: usize) -> Option<f64> {
    let letters = query.chars().count().min(key.chars().count());
    let share = slips as f64 / letters.max(1) as f64;
    let apart = f64::from(sound::distance(&sounds(query), &sounds(key)));
    let swapped = slips == 1 && sorted(query) == sorted(key);
    if Script::of(key) == Script::Han {
        // One wrong character of three makes another name: 恰克图, 巴克图; 喀尔喀, 哈尔喀.
        let name = key.chars().count();
        let fits = slips == 1 && letters >= 3 && (name >= 4 || swapped);
        return fits.then_some(0.75 - 0.45 * share);
    }
    // A letter lost from a name of seven is a slip in a name of seven.
    let limit = match (slips, query.chars().count().max(key.chars().count())) {
        // No two names here differ by a swap.
        (1, 5..) if swapped => 1.0,
        (1, 5..=6) => 0.12,
        (1, 7..) => 0.18,
        (2, 8..=10) => 0.10,
        (2, 11..) => 0.17,
        _ => return None,
    };
    (apart <= limit).then_some(0.8 - 0.8 * share - 0.5 * apart.min(0.2))
}

/// In words.
pub(super) fn words(query: &str, key: &str, slips: usize) -> &'static str {
    let han = Script::of(key) == Script::Han;
    match slips {
        1 if sorted(query) == sorted(key) => "two letters swapped",
        1 if han => "one character differs",
        1 => "one letter differs",
        _ => "two letters differ",
    }
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

/// The sounds of a key of any script; of Latin letters as in English.
fn sounds(key: &str) -> Vec<Sound> {
    match Script::of(key) {
        Script::Han => syllables(key, reading).map(sound::of_syllables).unwrap_or_default(),
        Script::Latin => sound::of_cyrillic(&loose(&latin::readings(key, Ear::English).concat())),
        _ => sound::of_cyrillic(&loose(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_forgiven_where_no_other_name_is_meant() {
        assert!(worth("чугуак", "чугучак", 1).is_some());
        assert!(worth("чугачак", "чугучак", 1).is_some());
        assert!(worth("бургустуаи", "бургусутаи", 1).is_some());
        assert!(worth("tsitsikhar", "tsitsikar", 1) > worth("tsitsikhar", "tsitsikhan", 1));
        assert!(worth("турфан", "турган", 1).is_none());
        assert!(worth("хива", "тива", 1).is_none());
        assert!(worth("恰克图", "坝克图", 1).is_none());
        assert!(worth("塔尔巴合台", "塔尔巴哈台", 1).is_some());
    }
}
