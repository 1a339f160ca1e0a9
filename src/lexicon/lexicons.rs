//! All lexicons that an extractor reads with.

use std::sync::Arc;

use super::compiler::table::{Table, TableError};
use super::compiler::{Compiler, Rules};
use super::pattern::Patterns;
use super::{Lexicon, builtin};
use crate::error::Error;
use crate::lang::Lang;

/// The lexicons of an extractor: users' dictionaries in their order, then the built-in ones.
#[derive(Debug, Default)]
pub(crate) struct Lexicons {
    /// All, by the number that a sense carries.
    pub all: Vec<Arc<Lexicon>>,
    /// For each language of [`Lang::ALL`], its lexicons in order of rank.
    pub of_lang: [Vec<(u8, Arc<Lexicon>)>; Lang::ALL.len()],
    /// Users' patterns, for all languages.
    pub patterns: Patterns,
}

impl Lexicons {
    /// The lexicons that apply to a language, the ones that outrank others first.
    pub(crate) fn of(&self, lang: Lang) -> &[(u8, Arc<Lexicon>)] {
        &self.of_lang[lang as usize]
    }

    /// Compiles callers' tables, given with their names, for the languages, and opens the built-in lexicons behind them.
    pub(crate) fn open(languages: &[Lang], tables: &[(&str, &str)]) -> Result<Lexicons, Error> {
        let mut lexicons = Lexicons::default();
        let mut words = Vec::new();
        for &(name, table) in tables {
            let parsed = Table::parse(name, table)?;
            if Patterns::are_in(&parsed) {
                lexicons.add_patterns(&parsed)?;
            } else {
                words.push((name, table));
            }
        }
        for &lang in languages {
            for (name, table) in &words {
                let mut compiler = Compiler::new(inflection(lang));
                compiler.add_table(name, table)?;
                lexicons.add(lang, Lexicon::from_vec(compiler.finish()).map(Arc::new));
            }
            lexicons.add(lang, Some(builtin(lang).clone()));
        }
        Ok(lexicons)
    }

    fn add(&mut self, lang: Lang, lexicon: Option<Arc<Lexicon>>) {
        // A sense numbers its lexicon with a byte: the 256th dictionary and later ones are not looked at.
        if let (Ok(number), Some(lexicon)) = (u8::try_from(self.all.len()), lexicon) {
            self.of_lang[lang as usize].push((number, lexicon.clone()));
            self.all.push(lexicon);
        }
    }

    fn add_patterns(&mut self, table: &Table<'_>) -> Result<(), Error> {
        let mut compiler = Compiler::new(Rules::English);
        let number = u8::try_from(self.all.len()).unwrap_or(u8::MAX);
        self.patterns.add(table, &mut compiler, number)?;
        self.all.extend(Lexicon::from_vec(compiler.finish()).map(Arc::new));
        Ok(())
    }
}

/// How a language's dictionaries inflect.
fn inflection(lang: Lang) -> Rules {
    match lang {
        Lang::De => Rules::German,
        Lang::En => Rules::English,
    }
}

impl From<TableError> for Error {
    fn from(error: TableError) -> Error {
        Error::Dictionary { file: error.file, line: error.line, column: error.column, message: error.message }
    }
}
