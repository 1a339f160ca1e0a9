//! A text to read, with what the caller knows of it.

use super::document_id::DocumentId;
use super::moment::Date;
use crate::lang::Lang;

/// A text to read, with what the caller knows of it.
///
/// ```
/// use faktum::Document;
/// let document = Document::new("Im März stieg die Zahl der Fälle auf 37.").with_date("2015-04-20".parse().unwrap());
/// assert_eq!(document.text.len(), 42);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The text, any Unicode; nothing in it is an error.
    pub text: &'t str,
    /// The caller's name for it, given back in the answer.
    pub id: Option<DocumentId<'t>>,
    /// Its language; detected for each paragraph where the caller does not know.
    pub lang: Option<Lang>,
    /// The date that "yesterday" is relative to; without one, a date line at the head of the text serves.
    pub date: Option<Date>,
}

impl<'t> Document<'t> {
    /// A document of which only the text is known.
    pub fn new(text: &'t str) -> Document<'t> {
        Document { text, ..Document::default() }
    }

    /// Names the document.
    pub fn with_id(mut self, id: impl Into<DocumentId<'t>>) -> Document<'t> {
        self.id = Some(id.into());
        self
    }

    /// Says the language of the whole text.
    pub fn with_lang(mut self, lang: Lang) -> Document<'t> {
        self.lang = Some(lang);
        self
    }

    /// Says the date that relative dates count from.
    pub fn with_date(mut self, date: Date) -> Document<'t> {
        self.date = Some(date);
        self
    }
}
