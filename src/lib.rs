//! karun
#![forbid(unsafe_code)]
mod data;
mod error;
pub mod index;
pub mod measure;
pub mod model;
pub mod problem;
pub mod query;
pub use error::{Error, Result};
pub use index::{Choice, Index, Names, fold};
pub use model::{Atlas, Edtf, Position};
