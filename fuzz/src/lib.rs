//! What the targets share with the tests and the command: the sources themselves.

#[path = "../../tests/support/check.rs"]
pub mod check;
#[path = "../../cli/src/record.rs"]
pub mod record;
#[path = "../../cli/src/surrogate.rs"]
mod surrogate;

use check::check;
use faktum::{Document, Error, Extractor, Lang};

/// Reads a text with a dictionary, which opens or says in which of its characters it is wrong.
pub fn check_dictionary(table: &str, text: &str, lang: Lang) {
    match Extractor::builder().dictionary("own.tsv", table).build() {
        Ok(extractor) => check(&extractor.extract(&Document::new(text).with_lang(lang)), text),
        Err(Error::Dictionary { file, line, column, message, .. }) => {
            assert_eq!(file, "own.tsv");
            check_place(table, line, column, &message);
        }
        Err(Error::Rows { rows, .. }) => {
            assert!(rows.len() > 1);
            rows.iter().for_each(|row| check_place(table, row.line, row.column, &row.message));
        }
        Err(error) => panic!("{error}"),
    }
}

/// Whether an error stands in a character of the table, or right behind a line.
fn check_place(table: &str, line: usize, column: usize, message: &str) {
    assert!(!message.is_empty());
    let written = table.lines().nth(line - 1).unwrap_or("");
    assert!((1..=written.chars().count() + 1).contains(&column), "{line}:{column}: {message}");
}
