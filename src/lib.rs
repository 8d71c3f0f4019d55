//! A gazetteer and GIS toolkit for boundary treaties.
//!
//! *Which side of the line did this place fall on, how far, how sure, says which article? Which markers stood in this
//! district? Give me all that in QGIS.* The bundled data hold the Tarbagatai (Chuguchak) protocol of 1864 between Qing China
//! and Russia and the markers of 1869–70; a data folder of your own answers for any other treaty.
//!
//! Data flow one way: files → records → [`Atlas`] → [`Index`] → answers ([`query`]) → writers ([`export`]). The library never
//! prints, exits or reads the environment. Coordinates are longitude, then latitude, WGS 84 degrees; lengths are metres.
//!
//! ```
//! use karun::{Atlas, Index, query};
//!
//! let atlas = Atlas::bundled();
//! let index = Index::new(&atlas, &Default::default())?;
//! let zaisan = query::locate(&atlas, "斋桑淖尔")?;
//! let answer = query::side::of(&index, "斋桑淖尔", zaisan, None);
//! assert_eq!(answer.side.as_deref(), Some("russia"));
//! # Ok::<(), karun::Error>(())
//! ```

// The library never prints.
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod data;
mod error;
pub mod export;
pub mod index;
pub mod measure;
pub mod model;
pub mod problem;
pub mod query;

#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;

pub use error::{Error, Result};
pub use index::{Choice, Index, Names, fold};
pub use model::{Atlas, Edtf, Position};
