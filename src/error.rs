//! The one public error.

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
