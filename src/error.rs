//! The one public error.

use std::fmt;

/// Why an extractor could not be built. Extraction itself cannot fail.
///
/// ```
/// let error = faktum::Extractor::builder()
///     .dictionary("words.tsv", "class\tsurface\nmonht.3\tMärz\n")
///     .build()
///     .unwrap_err();
/// assert_eq!(error.to_string(), "words.tsv:2:1: unknown class \"monht\"");
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A dictionary has a bad row.
    #[error("{file}:{line}:{column}: {message}")]
    #[non_exhaustive]
    Dictionary {
        /// The name the caller gave the dictionary.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The character within the line, from 1.
        column: usize,
        /// What was found and what was expected.
        message: String,
    },
    /// Dictionaries have several bad rows.
    #[error("{}", lines(rows))]
    #[non_exhaustive]
    Rows {
        /// Each of them.
        rows: Vec<BadRow>,
    },
    /// A compiled dictionary cannot be opened.
    #[error("{file}: {message}")]
    #[non_exhaustive]
    Compiled {
        /// The name the caller gave the dictionary.
        file: String,
        /// What is wrong with it.
        message: String,
    },
    /// A dictionary could not be read.
    #[error("{file}: {source}")]
    #[non_exhaustive]
    Read {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
}

/// A row of a dictionary that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadRow {
    /// The name the caller gave the dictionary.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What was found and what was expected.
    pub message: String,
}

impl BadRow {
    pub(crate) fn new(file: String, line: usize, column: usize, message: String) -> BadRow {
        BadRow { file, line, column, message }
    }
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

fn lines(rows: &[BadRow]) -> String {
    rows.iter().map(BadRow::to_string).collect::<Vec<_>>().join("\n")
}
