//! A look at the next word, before it is a token.
#![allow(clippy::string_slice, reason = "places are reached by whole characters of the text")]

use super::class::{self, LINE, MARK, SPACE, WORD};

/// What stands behind a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'a> {
    /// The next word, number or mark; empty at the end of the text.
    pub word: &'a str,
    /// Its first character's class.
    pub class: class::Class,
    /// A quotation mark or bracket stands before it.
    pub opened: bool,
    /// A line break stands before it.
    pub line: bool,
}

/// Looks over white space, opening quotation marks and brackets to the next word.
pub(super) fn next(text: &str, mut at: usize) -> Next<'_> {
    let mut opened = false;
    let mut line = false;
    loop {
        let (class, len) = class::at(text, at);
        if len == 0 {
            return Next { word: "", class: LINE, opened, line: true };
        }
        match class {
            SPACE => {}
            LINE => line = true,
            MARK if matches!(
                class::char_at(text, at),
                Some('"' | '„' | '“' | '”' | '«' | '»' | '‹' | '›' | '‚' | '‘' | '\'' | '’' | '(' | '[')
            ) =>
            {
                opened = true
            }
            _ if class & WORD != 0 => {
                let start = at;
                let mut end = at + len;
                loop {
                    let (more, len) = class::at(text, end);
                    if len == 0 || more & WORD == 0 {
                        break;
                    }
                    end += len;
                }
                return Next { word: &text[start..end], class, opened, line };
            }
            _ => return Next { word: &text[at..at + len], class, opened, line },
        }
        at += len;
    }
}
