//! What makes answers quick: the faces of a line, its pieces in a tree, and the names.
//!
//! An [`Index`] is built once for a treaty and its readings; it borrows the atlas and is `Send + Sync`.

mod bands;
mod faces;
mod legs;
mod line;
mod markers;
mod names;
mod ring;
mod track;

pub use bands::{area_m2, band};
pub use faces::{Face, Faces, Whereabouts};
pub(crate) use faces::{join, polygon};
pub use legs::Leg;
pub(crate) use legs::marks;
pub use line::{Choice, Index, Nearest, Nearness};
pub use markers::MarkerSpot;
pub use names::{Hit, How, Names, Stage, fold};
pub use track::Track;
