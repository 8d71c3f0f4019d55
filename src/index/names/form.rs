//! What a form is: a key, and what was done to a text to make it.

use super::generics::Class;
use super::latin::Ear;

/// How a key was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Via {
    /// The text itself, folded: Han in one shape, Latin without marks.
    Text,
    /// Cyrillic or Uyghur letters, old and foreign ones replaced, exchanged ones joined.
    Letters,
    /// Han, one character for each sound.
    OneSound,
    /// The reading of Han.
    Pinyin,
    /// The reading that dictionaries give, where these names have another.
    OtherReading,
    /// The reading in Wade-Giles; or a Latin text as if it were that.
    Wade,
    /// The reading in Palladius.
    Palladius,
    /// Latin as this one meant it.
    English,
    German,
    French,
}

impl From<Ear> for Via {
    fn from(ear: Ear) -> Self {
        match ear {
            Ear::English => Self::English,
            Ear::German => Self::German,
            Ear::French => Self::French,
        }
    }
}

impl Via {
    /// The ear, where it is one.
    pub fn ear(self) -> Option<Ear> {
        match self {
            Self::English => Some(Ear::English),
            Self::German => Some(Ear::German),
            Self::French => Some(Ear::French),
            _ => None,
        }
    }

    /// In a word, for `--explain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "as folded",
            Self::Letters => "letters",
            Self::OneSound => "one character a sound",
            Self::Pinyin => "Pinyin",
            Self::OtherReading => "Pinyin, other reading",
            Self::Wade => "Wade-Giles",
            Self::Palladius => "Palladius",
            Self::English => "English ear",
            Self::German => "German ear",
            Self::French => "French ear",
        }
    }
}

/// A generic term that a form lacks.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Dropped {
    pub class: Class,
    pub term: String,
    pub before: bool,
}

/// A key, and how it was made.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Form {
    pub key: String,
    pub via: Via,
    pub dropped: Option<Dropped>,
    /// A word by its meaning, and that word.
    pub meaning: Option<(&'static str, String)>,
    /// What else was done to it.
    pub bent: Option<Bent>,
}

/// What is done to words of a query beyond their letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bent {
    /// A case ending or a plural is off.
    Case,
    /// The words are compared one by one, in any order.
    Order,
    /// х for к at the head, or the reverse: Khulja.
    Head,
}

impl Bent {
    /// What it takes off.
    pub fn cost(self) -> f64 {
        match self {
            Self::Case => 0.03,
            Self::Order => 0.06,
            Self::Head => 0.10,
        }
    }

    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case ending dropped",
            Self::Order => "word by word",
            Self::Head => "к and х at the beginning alike",
        }
    }
}
