//! From what a caller knows of a document to its answer, as the command reads a line.

use std::borrow::Cow;
use std::time::Duration;

use faktum::metadata::{Language, date_or_month};
use faktum::{Answer, Date, Document, DocumentId, Extractor, Lang};

use crate::input::GivenDate;

/// How long a text may be, in bytes, that goes to columns: the answer's texts are at most sixty times as long, and offsets of
/// Arrow's lists and texts count to 2³¹.
pub const LONGEST: usize = 1 << 25;

/// All that decides what an answer holds.
pub struct Reader {
    pub extractor: Extractor,
    /// Answers for documents in languages that are not read.
    pub unread: Extractor,
    pub lang: Option<Lang>,
    pub date: Option<Date>,
    pub min_confidence: Option<f32>,
}

/// A document with what is said of it.
pub struct Given<'g> {
    pub text: &'g str,
    pub id: Option<DocumentId<'g>>,
    pub lang: Option<&'g str>,
    pub date: Option<GivenDate<'g>>,
}

impl Reader {
    /// Reads a document; an error says why it cannot be read.
    pub fn read<'g>(&self, given: Given<'g>) -> Result<Answer<'g>, String> {
        let language = given.lang.map(Language::parse).transpose()?.unwrap_or_default();
        let (date, date_note) = given.date.map(read_date).unwrap_or_default();
        let mut document = Document::new(given.text);
        document.id = given.id;
        document.date = date.or(self.date);
        let extractor = match language {
            Language::Read(lang) => {
                document.lang = Some(lang);
                &self.extractor
            }
            Language::Unknown => {
                document.lang = self.lang;
                &self.extractor
            }
            _ => &self.unread,
        };
        let mut answer = extractor.extract(&document);
        if let Some(note) = date_note {
            let notes = answer.note.map(Cow::into_owned).into_iter().chain([note]).collect::<Vec<_>>();
            answer.note = Some(notes.join("; ").into());
        }
        if let Some(least) = self.min_confidence {
            answer.retain_confident(least);
        }
        Ok(answer)
    }
}

/// The date, and what is to be noted of it.
fn read_date(given: GivenDate<'_>) -> (Option<Date>, Option<String>) {
    match given {
        GivenDate::Text(text) => date_or_month(text),
        GivenDate::Number(number) => date_or_month(&number.to_string()),
        GivenDate::Days(days) => match day(days) {
            Some(date) => (Some(date), None),
            None => (None, Some(format!("the date that is {days} days after 1970-01-01 could not be read"))),
        },
    }
}

fn day(days: i32) -> Option<Date> {
    let epoch = Date::new(1970, 1, 1).ok()?;
    let distance = Duration::from_secs(u64::from(days.unsigned_abs()) * 24 * 60 * 60);
    if days < 0 { epoch.checked_sub(distance).ok() } else { epoch.checked_add(distance).ok() }
}
