//! What makes answers quick: the faces of a line, its pieces in a tree, and the names.
//!
//! An [`Index`] is built once for a treaty or a day, and readings; it borrows the atlas and is `Send + Sync`.

mod bands;
mod choice;
mod faces;
mod grid;
mod legs;
mod line;
mod markers;
mod names;
mod others;
mod raster;
mod sides;
mod strokes;
mod track;
mod tree;

pub use bands::{area_m2, band};
pub use choice::Choice;
pub use faces::{Drawn, Face};
pub(crate) use faces::{join, polygon};
pub use legs::Leg;
pub use line::{Index, Nearest, Nearness};
pub use markers::MarkerSpot;
pub use names::{Hit, How, Names, Stage, fold};
pub use others::Later;
pub use sides::{Side, Sides};
pub use track::Track;
