//! What a search finds.

use std::fmt;

use crate::model::{Name, Place};

/// How sure a match is: the stage at which query and name met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stage {
    /// Letter for letter.
    Exact,
    /// But for case, accents, spaces and punctuation.
    Folded,
    /// The same writing in another form: simplified, a variant character, the old orthography.
    Respelled,
    /// By rule: another romanisation or alphabet, a generic term more or less, a translated word.
    Rule,
    /// The name begins so.
    Prefix,
    /// A letter or two differ.
    Slip,
    /// It sounds alike.
    Sound,
}

impl Stage {
    /// True up to [`Stage::Rule`]: a rule, and no likeness, says that it is the same name.
    pub fn is_certain(self) -> bool {
        self <= Self::Rule
    }
}

/// How a name matched: the stage, and in words what was done to make query and name meet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct How {
    /// How sure it is.
    pub stage: Stage,
    pub(super) words: String,
}

impl How {
    pub(super) fn new(stage: Stage, words: impl Into<String>) -> Self {
        Self { stage, words: words.into() }
    }

    /// In words: "traditional → simplified", "ending «nor» dropped".
    pub fn as_str(&self) -> &str {
        &self.words
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.words)
    }
}

/// A place that was found, with the best of its names that matched.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The place.
    pub place: &'a Place,
    /// The name that matched.
    pub name: &'a Name,
    /// How it matched.
    pub how: How,
    /// 1 as written, less for less; below [`super::Names::LEAST`] nothing is a hit.
    pub score: f64,
}
