//! A type for each kind of id: handing over the wrong one does not compile.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps the text of an id; whether it is a slug is asked by the rule `bad-id`.
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:?})", stringify!($name), &*self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
    )+};
}

id_types! {
    /// A place of the gazetteer.
    PlaceId,
    /// A place type of `types.toml`.
    TypeId,
    /// A source of `sources.toml`.
    SourceId,
    /// A treaty, protocol or convention: one folder of `boundaries/`.
    InstrumentId,
    /// A line that an instrument draws.
    LineId,
    /// The stretch of a line between two consecutive named places.
    SegmentId,
    /// A rival reading of a stretch of a line.
    ReadingId,
    /// A boundary marker: `<instrument>-<number>`.
    MarkerId,
    /// A party to an instrument.
    PartyId,
    /// A treaty district, or `beyond`.
    DistrictId,
    /// An event of the chronicle.
    EventId,
    /// An open question of a line.
    DoubtId,
    /// Land held by one party while the line left it to the other.
    TractId,
}

/// True for a lower-case slug: `a-z`, `0-9` and single inner hyphens.
///
/// ```
/// assert!(karun::model::is_slug("kobdo-1869"));
/// assert!(!karun::model::is_slug("Kobdo 1869"));
/// assert!(!karun::model::is_slug("-kobdo"));
/// ```
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}
