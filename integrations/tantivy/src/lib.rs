//! A search index over the facts of news, with [tantivy](https://docs.rs/tantivy).
//!
//! Every article is a document of the index, and each of its facts another one, so that kind, value, period and source of a
//! search hold of one fact together. Words are faktum's tokens, with entities and numbers as further ones at the same
//! positions ([`tokens`]).

mod document;
pub mod fields;
mod input;
mod search;
pub mod tokens;
mod write;

pub use search::{Found, Search};
pub use write::{COMMIT, Counts};

use std::fs;
use std::path::Path;

use anyhow::Context;
use faktum::Extractor;
use tantivy::Index;
use tantivy::directory::MmapDirectory;

use fields::Fields;

/// An index in a folder.
pub struct Store {
    index: Index,
    fields: Fields,
}

impl Store {
    /// Opens the index in a folder.
    pub fn open(folder: &Path) -> anyhow::Result<Store> {
        let named = || folder.display().to_string();
        let directory = MmapDirectory::open(folder).with_context(named)?;
        Store::with(Index::open(directory).with_context(named)?)
    }

    /// Opens the index in a folder; makes it where there is none.
    pub fn open_or_create(folder: &Path) -> anyhow::Result<Store> {
        let named = || folder.display().to_string();
        fs::create_dir_all(folder).with_context(named)?;
        let directory = MmapDirectory::open(folder).with_context(named)?;
        let (schema, _) = Fields::new();
        Store::with(Index::open_or_create(directory, schema).with_context(named)?)
    }

    fn with(index: Index) -> anyhow::Result<Store> {
        index.tokenizers().register(tokens::NAME, tokens::WordTokenizer::new()?);
        let (_, fields) = Fields::new();
        Ok(Store { index, fields })
    }
}

/// What reads the articles.
pub fn extractor() -> Result<Extractor, faktum::Error> {
    Extractor::builder().tokens(true).build()
}
