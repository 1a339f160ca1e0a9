//! What sources say of their documents, as they write it: dates and languages.
//!
//! The command and the Python package read both with these.

mod date;
mod language;

pub use date::{date, date_or_month, first_of_month};
pub use language::Language;
