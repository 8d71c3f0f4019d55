//! What makes answers quick: the faces of a line, its pieces in a tree, and the names.
//!
//! An [`Index`] is built once for a treaty and its readings; it borrows the atlas and is `Send + Sync`.

mod bands;
mod faces;
mod grid;
mod legs;
mod line;
mod markers;
mod names;
mod raster;
mod rivals;
mod sides;
mod strokes;
mod track;
mod tree;

pub use bands::{area_m2, band};
pub use faces::{Drawn, Face};
pub(crate) use faces::{join, polygon};
pub use legs::Leg;
pub(crate) use legs::marks;
pub use line::{Choice, Index, Nearest, Nearness};
pub use markers::MarkerSpot;
pub use names::{Hit, How, Names, Stage, fold};
pub use sides::{Side, Sides};
pub use track::Track;
