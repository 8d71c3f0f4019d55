//! Questions and their answers: plain structs that know no output format. Field names are those of the JSON.

pub mod ask;
pub mod changed;
pub mod check;
pub mod cite;
pub mod compare;
pub mod doubts;
pub mod events;
pub mod history;
pub mod markers;
pub mod near;
pub mod show;
pub mod side;
pub mod timeline;
pub mod trace;

pub use ask::{Subject, find, locate};
