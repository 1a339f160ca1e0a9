//! Writing answers. A writer decides nothing: what it writes stands in the answer.
//!
//! | writer | gives | feature |
//! |---|---|---|
//! | [`json`] | the contract `faktum/1`, a line or indented | |
//! | `table` | names, statements and facts for people | `table` |
//! | `csv` | one row for each item of a layer | `csv` |
//! | [`html`] | one page to look at, for any number of articles | |

#[cfg(feature = "csv")]
pub mod csv;
pub mod html;
pub mod json;
mod layer;
mod plain;
mod row;
#[cfg(feature = "table")]
pub mod table;

pub use layer::{Layer, ParseLayerError};
