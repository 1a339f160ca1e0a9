//! Names that a user gives as regular expressions or as literals that match anywhere, even inside a word.
//!
//! The built-in dictionaries have none: words belong in the lexicon, which costs less and knows inflection. Case
//! numbers, product codes and names inside German compounds ("Nordwerkskandal") are what this is for.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::{Regex, RegexBuilder};

use super::Sense;
use super::compiler::class::{Form, parse_class};
use super::compiler::compose::compose;
use super::compiler::table::{self, Row, Table, TableError, TableErrors};
use super::compiler::{Compiler, EntryText};
use crate::answer::Origin;
use crate::lexicon::groups;

/// The column of regular expressions.
const PATTERN: &str = "pattern";
/// The column of literals.
const ANYWHERE: &str = "anywhere";

/// The bytes that a compiled expression may take; a longer one is an error of its row.
const EXPRESSION_BYTES: usize = 1 << 20;

/// How many words stand for each byte of the padding that is built before them, and how few need none. The automaton moves
/// the states in which a word ends to its front by swaps and then follows each chain of swaps for each of its states. With
/// few other states before them, as in "Wort1", "Wort2", "Wort12", all make one chain; other states keep chains this short.
const CHAIN: usize = 32;
const FEW: usize = 1000;

/// The padding is made of a byte that no UTF-8 text has, so that it is never found.
const PADDING: u8 = 0xff;

/// The patterns of all dictionaries of an extractor.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    expressions: Vec<Pattern<Regex>>,
    words: Vec<Pattern<String>>,
    /// Finds all of `words` in one pass; built when the last one is added.
    literals: Option<AhoCorasick>,
    /// Patterns of `literals` before the first word.
    paddings: usize,
}

/// What is looked for, what it is, and the row that says so.
#[derive(Debug)]
struct Pattern<T> {
    pattern: T,
    sense: Sense,
    origin: Origin,
}

impl Patterns {
    /// Whether a table holds patterns: its columns are `class` and `pattern`, or `class` and `anywhere`.
    pub(crate) fn are_in(table: &Table<'_>) -> bool {
        table.columns.len() == 2 && table.has("class") && (table.has(PATTERN) || table.has(ANYWHERE))
    }

    /// Adds a table's rows. Their entries go to `compiler`, whose lexicon will have the number `lexicon`.
    pub(crate) fn add(&mut self, table: &Table<'_>, compiler: &mut Compiler, lexicon: u8) -> Result<(), TableErrors> {
        let expressions = table.has(PATTERN);
        table::all(table.rows().map(|row| {
            let row = row?;
            let sense = sense(&row, compiler, lexicon)?;
            let origin = Origin::new(row.file(), row.line() as u32);
            let written = row.filled(if expressions { PATTERN } else { ANYWHERE })?;
            if expressions {
                let expression = RegexBuilder::new(written)
                    .size_limit(EXPRESSION_BYTES)
                    .build()
                    .map_err(|error| row.error(PATTERN, one_line(&error)))?;
                self.expressions.push(Pattern { pattern: expression, sense, origin });
            } else {
                let composed = compose(written);
                if composed != written {
                    self.words.push(Pattern { pattern: composed.into_owned(), sense, origin: origin.clone() });
                }
                self.words.push(Pattern { pattern: written.to_string(), sense, origin });
            }
            Ok(())
        }))?;
        let padding = if self.words.len() < FEW { Vec::new() } else { vec![PADDING; self.words.len() / CHAIN] };
        self.paddings = usize::from(!padding.is_empty());
        let paddings = std::iter::once(&*padding).take(self.paddings);
        let literals = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(paddings.chain(self.words.iter().map(|word| word.pattern.as_bytes())));
        self.literals = literals.ok().filter(|_| !self.words.is_empty());
        Ok(())
    }

    /// Every match as byte range and sense: expressions in the order they were added, then literals. An expression's search
    /// for its next match is linear in the text.
    pub(crate) fn find(&self, text: &str, mut found: impl FnMut(std::ops::Range<usize>, Sense)) {
        self.find_rows(text, |range, sense, _| found(range, sense));
    }

    /// Every match, with the row that it comes from.
    pub(crate) fn find_rows(&self, text: &str, mut found: impl FnMut(std::ops::Range<usize>, Sense, &Origin)) {
        for Pattern { pattern, sense, origin } in &self.expressions {
            let hits = pattern.find_iter(text).filter(|hit| !hit.is_empty());
            hits.for_each(|hit| found(hit.range(), *sense, origin));
        }
        if let Some(literals) = &self.literals {
            for hit in literals.find_iter(text) {
                let word = hit.pattern().as_usize().checked_sub(self.paddings);
                if let Some(Pattern { sense, origin, .. }) = word.and_then(|word| self.words.get(word)) {
                    found(hit.range(), *sense, origin);
                }
            }
        }
    }
}

fn sense(row: &Row<'_>, compiler: &mut Compiler, lexicon: u8) -> Result<Sense, TableError> {
    let cell = parse_class(row.filled("class")?).map_err(|message| row.error("class", message))?;
    if !groups::NAMED.has(cell.class) {
        let message = "a pattern names an organisation, country, place, person or misc".to_string();
        return Err(row.error("class", message));
    }
    let id = cell.entry.unwrap_or("").to_string();
    // The text says how the thing is written; the dictionary only which one it is.
    let value = compiler.entry(EntryText { id, ..EntryText::default() });
    Ok(Sense { class: cell.class, length: 1, lexicon, kind: None, form: Form::NONE, value })
}

/// A regex error without its drawing of the expression.
fn one_line(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or(&text).trim_start_matches("error: ").to_string()
}

#[cfg(test)]
mod tests {
    use crate::extractor::Extractor;

    #[test]
    fn expressions_are_of_bounded_size() {
        let build = |pattern: &str| {
            let table = format!("class\tpattern\nmisc.own\t{pattern}\n");
            Extractor::builder().dictionary("own.tsv", table).build()
        };
        assert!(build(r"\b[A-ZÄÖÜ]\w{2,15} \d{1,9}(?:/\d{2,4})?\b").is_ok());
        let error = build(r"(?:\w{100}){100}").unwrap_err().to_string();
        assert!(error.starts_with("own.tsv:2:10: ") && error.contains("size limit"), "{error}");
    }
}
