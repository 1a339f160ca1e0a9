//! The language that a source names.

use crate::lang::Lang;

/// The language that a document names.
///
/// ```
/// use faktum::{Lang, metadata::Language};
/// assert_eq!(Language::parse("de-AT"), Ok(Language::Read(Lang::De)));
/// assert_eq!(Language::parse("fr"), Ok(Language::Other));
/// assert_eq!(Language::parse("und"), Ok(Language::Unknown));
/// assert!(Language::parse("German?!").is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// None.
    #[default]
    Unknown,
    /// One that faktum reads.
    Read(Lang),
    /// Another.
    Other,
}

impl Language {
    /// Reads a code, a tag or a name of a language that is read; of another language its code or tag.
    ///
    /// # Errors
    ///
    /// A sentence about a text that is none of these.
    pub fn parse(tag: &str) -> Result<Language, String> {
        if let Some(lang) = Lang::from_code(tag).or_else(|| Lang::from_name(tag)) {
            return Ok(Language::Read(lang));
        }
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        // BCP 47: undetermined, several.
        if tag.is_empty() || ["und", "mul"].iter().any(|unknown| primary.eq_ignore_ascii_case(unknown)) {
            return Ok(Language::Unknown);
        }
        if is_tag(tag) {
            return Ok(Language::Other);
        }
        let names = Lang::ALL.map(|lang| format!("{}, {}", lang.code(), lang.name())).join(", ");
        Err(format!("the language \"{tag}\": expected a code or tag such as {names}"))
    }
}

/// Whether it has the form of a BCP 47 tag, with `_` as good as `-`: a code of two or three letters (longer ones are
/// reserved), and parts of up to eight letters and digits behind it.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let code = parts.next().unwrap_or("");
    (2..=3).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
