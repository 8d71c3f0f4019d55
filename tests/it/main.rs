//! One binary, a module per promise.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that panics has said what it wanted")]

mod answers;
mod broken_tables;
mod calendars;
mod data;
mod faces;
mod folders;
mod layers;
mod measures;
mod mutations;
mod names;
mod properties;
mod readme;
mod registers;
mod sessions;
mod sides;
mod support;
mod tables;
mod time;
