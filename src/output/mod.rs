//! Writing answers. A writer decides nothing: what it writes stands in the answer.
//!
//! | writer | gives | feature |
//! |---|---|---|
//! | [`json`] | the contract `faktum/1`, a line or indented | |
//! | `table` | names, statements and facts for people | `table` |
//! | `csv` | one row for each item of a layer | `csv` |
//! | [`html`] | one page to look at, for any number of articles | |
//! | [`conll`] | tokens with the names' tags (IOB2) | |
//! | [`brat`] | annotations beside the text | |
//! | [`timeml`] | TIMEX3 in the text | |
//! | [`prodigy`] | spans for Prodigy and spaCy | |
//! | [`annotation`] | W3C Web Annotations | |

pub mod annotation;
pub mod brat;
pub mod conll;
#[cfg(feature = "csv")]
pub mod csv;
mod fingerprint;
pub mod html;
pub mod json;
mod layer;
mod mark;
mod plain;
pub mod prodigy;
mod row;
#[cfg(feature = "table")]
pub mod table;
pub mod timeml;

pub use layer::{Layer, ParseLayerError};
