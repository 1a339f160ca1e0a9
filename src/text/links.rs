//! Links, e-mail addresses, @handles, #hashtags.
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "places are reached by whole characters of the text")]

use super::class::{self, LINE, LOWER, OTHER, SPACE, UPPER, WORD};
use super::scan::{Cause, Scanner};
use super::{Shape, TokenKind, Words};

/// Last parts of names that news text writes without "www.", and of files.
const ENDINGS: &[&str] = &[
    "at", "be", "biz", "br", "ca", "cc", "ch", "co", "com", "csv", "cz", "de", "dk", "doc", "docx", "edu", "es", "eu",
    "fm", "fr", "gif", "gov", "gv", "htm", "html", "hu", "ie", "il", "info", "io", "jp", "jpg", "js", "li", "mil",
    "net", "nl", "no", "nz", "org", "pdf", "php", "pl", "png", "ppt", "ru", "se", "tk", "tv", "txt", "uk", "us", "xls",
    "zip",
];

impl<W: Words> Scanner<'_, W> {
    /// A link whose address begins at `after` ("https://" stands before it). Nothing if there is no address.
    pub(super) fn link(&mut self, start: usize, after: usize) -> bool {
        let end = self.address(after);
        if end == after {
            return false;
        }
        self.push(start, end, TokenKind::Link, Shape::None);
        true
    }

    /// The end of an address, without the punctuation that belongs to the sentence.
    fn address(&self, start: usize) -> usize {
        let mut end = start;
        let mut depth = 0i32;
        while let Some(c) = class::char_at(self.text, end) {
            let (class, len) = class::at(self.text, end);
            if class & (SPACE | LINE) != 0 || matches!(c, '<' | '>' | '"' | '„' | '“' | '”' | '«' | '»' | '‘' | '’')
            {
                break;
            }
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' if depth == 0 => break,
                ')' | ']' => depth -= 1,
                _ => {}
            }
            end += len;
        }
        let trimmed = self.text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '|', '*']);
        start + trimmed.len()
    }

    /// The end of a bare domain or file name that begins at `start` ("www.orf.at/news", "report.pdf").
    pub(super) fn domain(&mut self, start: usize) -> Option<usize> {
        if start < self.no_domain_before {
            return None;
        }
        let mut at = start;
        let mut labels = 0;
        let mut last = (start, start);
        // Letters beyond ASCII with two bytes, as in domains with umlauts.
        let inner = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | 0x80..0xC0 | 0xC3..0xE0);
        loop {
            let label = at;
            while self.bytes.get(at).is_some_and(inner) {
                at += 1;
            }
            if at == label {
                break;
            }
            labels += 1;
            last = (label, at);
            if self.bytes.get(at) != Some(&b'.') {
                break;
            }
            at += 1;
        }
        let ending = self.text.get(last.0..last.1)?;
        let www = self.bytes[start..].len() > 4 && self.bytes[start..start + 4].eq_ignore_ascii_case(b"www.");
        // "Booking.Com" is a name, "gut.De" a missing space.
        let known = ENDINGS.binary_search(&ending).is_ok() || ending.eq_ignore_ascii_case("com");
        let dotted = labels > 2 && self.bytes[start..last.1].iter().all(|b| !b.is_ascii_uppercase());
        if labels < 2 || !(www || known || dotted) {
            self.no_domain_before = last.1;
            return None;
        }
        match self.bytes.get(last.1) {
            Some(b'/') => Some(self.address(last.1)),
            Some(b'@') => {
                self.no_domain_before = last.1;
                None
            }
            _ => Some(last.1),
        }
    }

    /// A word with "@" behind it: an address, with whatever stands before the word without a space.
    pub(super) fn mail(&mut self, start: usize, end: usize) {
        let mut stop = end + 1;
        while self.bytes.get(stop).is_some_and(|&b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')) {
            stop += 1;
        }
        while stop > end + 1 && matches!(self.bytes[stop - 1], b'.' | b'-' | b'_') {
            stop -= 1;
        }
        if stop == end + 1 {
            return self.push_word(start, end, super::shape::shape(self.text, start, end), false);
        }
        let (mut start, mut space) = (start, self.space);
        while !space && self.tokens.len() > self.first {
            let Some(token) = self.previous().copied() else { break };
            let part = self.slice(&token);
            let joins =
                matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Hyphen | TokenKind::Ordinal)
                    || part.bytes().all(|b| matches!(b, b'.' | b'+' | b'_'));
            if !joins {
                break;
            }
            start = (token.start - self.base) as usize;
            space = token.space_before;
            self.tokens.pop();
        }
        let kept = self.tokens.len() as u32;
        while self
            .breaks
            .last()
            .is_some_and(|b| b.token > kept || b.token == kept && !matches!(b.cause, Cause::Line | Cause::Paragraph))
        {
            self.breaks.pop();
        }
        self.space = space;
        self.push(start, stop, TokenKind::Link, Shape::None);
    }

    /// "@handle" or "#hashtag": the mark with the word behind it.
    pub(super) fn tag(&mut self) -> bool {
        let (class, _) = class::at(self.text, self.pos + 1);
        if class & (LOWER | UPPER | OTHER) == 0
            || !(self.space || self.previous().is_none_or(|t| t.kind != TokenKind::Word))
        {
            return false;
        }
        let mut end = self.pos + 1;
        loop {
            let (class, len) = class::at(self.text, end);
            let inner = self.bytes.get(end).is_some_and(|b| matches!(b, b'.' | b'-'))
                && self.bytes[self.pos] == b'@'
                && class::at(self.text, end + 1).0 & (LOWER | UPPER) != 0;
            if len == 0 || class & WORD == 0 && class != OTHER && !inner {
                break;
            }
            end += len;
        }
        self.push_mark(end, TokenKind::Tag);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use crate::lang::Lang;

    #[test]
    fn endings_are_sorted() {
        assert!(super::ENDINGS.is_sorted());
    }

    #[test]
    fn links_and_addresses() {
        for lang in Lang::ALL {
            parts(
                lang,
                &[
                    "auf www.example.org|.",
                    "(|https://example.org/a_(b)?c=d,e|)|.",
                    "an anna.maria-b@example.co.at|,",
                    "orf.at/news heute",
                    "bei Booking.com",
                    "in bericht.pdf steht",
                    "@anna_b sagt",
                    "zu #Wahl2017|.",
                    "Nummer #|1",
                    "<|https://example.org|>",
                ],
            );
        }
    }

    #[test]
    fn a_missing_space_is_no_link() {
        parts(Lang::De, &["Das Ende|.|Der Anfang"]);
        parts(Lang::En, &["and so on|.|then more"]);
    }
}
