//! All lexicons that an extractor reads with.

use std::sync::Arc;

use super::compiler::Compiler;
use super::compiler::inflect::{self, Inflection};
use super::compiler::table::{Table, TableError, TableErrors};
use super::gazetteer::{self, Dictionary};
use super::pattern::Patterns;
use super::{Lexicon, builtin};
use crate::error::{BadRow, Error};
use crate::lang::{Lang, Profile};

/// The lexicons of an extractor: users' dictionaries in their order, then the built-in ones.
#[derive(Debug, Default)]
pub(crate) struct Lexicons {
    /// All, by the number that a sense carries.
    pub all: Vec<Arc<Lexicon>>,
    /// Each language with its lexicons in order of rank.
    of_lang: Vec<(&'static Profile, Ranked)>,
    /// Users' patterns, for all languages.
    pub patterns: Patterns,
    /// Users' names, the ones that outrank others first.
    pub names: Vec<Dictionary>,
}

/// A caller's dictionary.
#[derive(Clone, Debug)]
pub(crate) enum Source<'t> {
    /// The text of a table, with its name.
    Table(&'t str, &'t str),
    /// Names that are compiled already.
    Compiled(Dictionary),
}

/// Lexicons with the numbers that senses carry, the ones that outrank others first.
type Ranked = Vec<(u8, Arc<Lexicon>)>;

impl Lexicons {
    /// The lexicons that apply to a language, the ones that outrank others first.
    pub(crate) fn of(&self, profile: &Profile) -> &[(u8, Arc<Lexicon>)] {
        self.of_lang.iter().find(|(known, _)| std::ptr::eq(*known, profile)).map_or(&[], |(_, lexicons)| lexicons)
    }

    /// Compiles callers' tables for the languages, and opens the built-in lexicons behind them.
    pub(crate) fn open(languages: &[Lang], sources: Vec<Source<'_>>, tolerant: bool) -> Result<Lexicons, Error> {
        let mut lexicons = Lexicons::default();
        let mut words = Vec::new();
        for source in sources {
            match source {
                Source::Compiled(dictionary) => lexicons.names.push(dictionary),
                Source::Table(name, table) if gazetteer::is_names(table) => {
                    let mut builder = gazetteer::Builder::new().tolerant(tolerant);
                    builder.add_table(name, table);
                    lexicons.names.push(builder.finish()?);
                }
                Source::Table(name, table) => {
                    let parsed = Table::parse(name, table)?;
                    if Patterns::are_in(&parsed) {
                        lexicons.add_patterns(&parsed)?;
                    } else {
                        words.push((name, table));
                    }
                }
            }
        }
        for &lang in languages {
            // Every language of dictionaries has its inflection, or the build script would not compile them.
            let inflection = Inflection::of(lang.code()).unwrap_or(inflect::ALL[0]);
            lexicons.add(lang.profile(), inflection, &words, Some(builtin(lang).clone()))?;
        }
        Ok(lexicons)
    }

    /// Adds a language with callers' tables, and the lexicon behind them.
    pub(crate) fn add(
        &mut self,
        profile: &'static Profile,
        inflection: &'static Inflection,
        tables: &[(&str, &str)],
        last: Option<Arc<Lexicon>>,
    ) -> Result<(), TableErrors> {
        let mut own = Vec::with_capacity(tables.len() + 1);
        for (name, table) in tables {
            let mut compiler = Compiler::new(inflection);
            compiler.add_table(name, table)?;
            own.extend(Lexicon::from_vec(compiler.finish()).map(Arc::new));
        }
        own.extend(last);
        // A sense numbers its lexicon with a byte: the 256th dictionary and later ones are not looked at.
        let numbers = self.all.len()..=usize::from(u8::MAX);
        self.of_lang.push((profile, numbers.map(|number| number as u8).zip(own.iter().cloned()).collect()));
        self.all.extend(own);
        Ok(())
    }

    fn add_patterns(&mut self, table: &Table<'_>) -> Result<(), Error> {
        // Patterns do not inflect.
        let mut compiler = Compiler::new(inflect::ALL[0]);
        let number = u8::try_from(self.all.len()).unwrap_or(u8::MAX);
        self.patterns.add(table, &mut compiler, number)?;
        self.all.extend(Lexicon::from_vec(compiler.finish()).map(Arc::new));
        Ok(())
    }
}

/// The text of a table; an error stands where it is no UTF-8.
pub(crate) fn utf8<'t>(file: &str, table: &'t [u8]) -> Result<&'t str, TableError> {
    std::str::from_utf8(table).map_err(|error| {
        let before = table.get(..error.valid_up_to()).unwrap_or(table);
        let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(before);
        TableError {
            file: file.to_string(),
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            column: String::from_utf8_lossy(last).chars().count() + 1,
            message: "expected UTF-8".to_string(),
        }
    })
}

impl From<TableErrors> for Error {
    fn from(TableErrors(mut errors): TableErrors) -> Error {
        match errors.pop() {
            Some(error) if errors.is_empty() => error.into(),
            last => {
                let rows = errors.into_iter().chain(last);
                let row = |error: TableError| BadRow::new(error.file, error.line, error.column, error.message);
                Error::Rows { rows: rows.map(row).collect() }
            }
        }
    }
}

impl From<TableError> for Error {
    fn from(error: TableError) -> Error {
        Error::Dictionary { file: error.file, line: error.line, column: error.column, message: error.message }
    }
}
