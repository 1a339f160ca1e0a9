//! Scripts and symbols for which Unicode's own word rules are the best that is known: CJK, Arabic, emoji, …
#![allow(clippy::string_slice, reason = "places are reached by whole characters of the text")]

use unicode_segmentation::UnicodeSegmentation;

use super::class::{self, JOIN, OTHER};
use super::scan::Scanner;
use super::shape::shape;
use super::{TokenKind, Words};

impl<W: Words> Scanner<'_, W> {
    /// A run of characters outside Latin, Greek, Cyrillic and common punctuation.
    pub(super) fn foreign(&mut self) {
        let text = self.text;
        let start = self.pos;
        let mut end = start;
        loop {
            let (class, len) = class::at(text, end);
            if len == 0 || class & (OTHER | JOIN) == 0 {
                break;
            }
            end += len;
        }
        // A lone byte can't occur in a `str`, but standing still must not either.
        if end == start {
            self.pos += 1;
            return;
        }
        for (at, word) in text[start..end].split_word_bound_indices() {
            // "⅓" is numeric, but no letter.
            let word_like = |c: char| c.is_alphabetic() || c.is_ascii_digit();
            let kind = if word.chars().any(word_like) { TokenKind::Word } else { TokenKind::Symbol };
            let (from, to) = (start + at, start + at + word.len());
            self.push(from, to, kind, shape(text, from, to));
        }
    }
}
