//! Facts from German and English news.
#![deny(missing_docs)]

mod lang;
mod text;

pub use lang::Lang;
pub use text::OffsetUnit;
