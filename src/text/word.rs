//! Words: letters with digits and apostrophes inside, clitics apart.
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "places are reached by whole characters of the text")]

use super::class::{self, BYTES, DIGIT, LOWER, OTHER, UPPER, WORD};
use super::scan::Scanner;
use super::shape::{shape, shape_of};
use super::{Shape, TokenKind, Words};

impl<W: Words> Scanner<'_, W> {
    /// A word that begins with a letter.
    pub(super) fn word(&mut self) {
        let start = self.pos;
        let (first, len) = class::at(self.text, start);
        let (mut end, rest) = self.letters(start + len);
        if rest & DIGIT != 0
            && let Some(digits) = self.digits_behind_sign(start, end)
        {
            return self.push(start, digits, TokenKind::Word, shape(self.text, start, digits));
        }
        let mut shape_ = shape_of(first, rest);
        let mut apostrophe = false;

        match self.bytes.get(end) {
            None | Some(b' ' | b',') => {}
            Some(b'.') => return self.dotted(start, end, shape_),
            Some(b'@') => return self.mail(start, end),
            Some(b':') if self.bytes[end..].starts_with(b"://") && self.link(start, end + 3) => return,
            Some(b':' | b'*') => {
                if let Some(more) = self.gender_ending(end) {
                    end = more;
                    shape_ = shape(self.text, start, end);
                }
            }
            Some(b'\'' | b'`' | 0xE2 | 0xC2 | 0xCA) => {
                while let Some(more) = self.inner_apostrophe(end) {
                    (end, _) = self.letters(more);
                    apostrophe = true;
                }
                if apostrophe {
                    shape_ = shape(self.text, start, end);
                    if self.bytes.get(end) == Some(&b'@') {
                        return self.mail(start, end);
                    }
                }
                if let Some(more) = self.genitive(start, end) {
                    end = more;
                }
            }
            _ => {}
        }
        self.push_word(start, end, shape_, apostrophe);
        // What most words have behind them.
        if self.bytes.get(self.pos) == Some(&b' ') {
            self.pos += 1;
            self.space = true;
        }
    }

    /// Appends a word, its clitics as tokens of their own.
    pub(super) fn push_word(&mut self, start: usize, end: usize, whole: Shape, apostrophe: bool) {
        if apostrophe {
            let Some(last) = self.clitic(start, end) else {
                return self.push(start, end, TokenKind::Word, whole);
            };
            // "I'd've" has two, no word has more.
            let first = self.clitic(start, last).unwrap_or(last);
            for (from, to) in [(start, first), (first, last), (last, end)] {
                if from < to {
                    self.push(from, to, TokenKind::Word, shape(self.text, from, to));
                }
            }
            return;
        } else if self.fused >> (end - start).min(31) & 1 != 0 {
            for &(word, cut) in self.profile.fused {
                if self.bytes[start..end].eq_ignore_ascii_case(word.as_bytes()) {
                    let cut = start + cut;
                    self.push(start, cut, TokenKind::Word, shape(self.text, start, cut));
                    self.push(cut, end, TokenKind::Word, shape(self.text, cut, end));
                    return;
                }
            }
        }
        self.push(start, end, TokenKind::Word, whole);
    }

    /// The end of the letters, digits and joiners from `at` on, and all their classes.
    #[inline]
    pub(super) fn letters(&self, mut at: usize) -> (usize, class::Class) {
        let mut seen = 0;
        loop {
            while let Some(&eight) = self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
                let (count, classes) = class::ascii_letters(eight);
                seen |= classes;
                at += count;
                if count < 8 {
                    break;
                }
            }
            let Some(&b) = self.bytes.get(at) else { return (at, seen) };
            let (class, len) = match BYTES[b as usize] {
                OTHER => class::at(self.text, at),
                class => (class, 1),
            };
            if class & WORD == 0 {
                return (at, seen);
            }
            seen |= class;
            at += len;
        }
    }

    /// Where the digits of an amount begin behind the letters of its currency: "USD|34.6", "$US|160".
    fn digits_behind_sign(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        let letters = word.bytes().position(|byte| !byte.is_ascii_alphabetic())?;
        let sign = &word[..letters];
        let digits = word.as_bytes()[letters].is_ascii_digit();
        let dollar = start > 0
            && self.bytes[start - 1] == b'$'
            && letters <= 2
            && sign.bytes().all(|byte| byte.is_ascii_uppercase());
        (digits && (dollar || letters >= 2 && self.words.currency(sign))).then_some(start + letters)
    }

    /// The offset behind an apostrophe at `at` that has a letter after it.
    fn inner_apostrophe(&self, at: usize) -> Option<usize> {
        let c = class::char_at(self.text, at).filter(|&c| class::is_apostrophe(c))?;
        let after = at + c.len_utf8();
        (class::at(self.text, after).0 & (LOWER | UPPER) != 0).then_some(after)
    }

    /// The offset behind the apostrophe of a genitive that is part of the word ("Grass' Roman"), unless the mark closes
    /// a quotation.
    fn genitive(&self, start: usize, end: usize) -> Option<usize> {
        let c = class::char_at(self.text, end).filter(|&c| matches!(c, '\'' | '’'))?;
        let sibilant = self.text[start..end].ends_with(['s', 'S', 'ß', 'x', 'z', 'X', 'Z']);
        (self.profile.genitive_apostrophe && sibilant && !self.single_open).then_some(end + c.len_utf8())
    }

    /// Where the last clitic of a word begins.
    fn clitic(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        self.profile.clitics.iter().find_map(|clitic| {
            let mut rest = word.chars();
            for want in clitic.chars().rev() {
                let c = rest.next_back()?;
                let same = if want == '\'' { class::is_apostrophe(c) } else { c.eq_ignore_ascii_case(&want) };
                if !same {
                    return None;
                }
            }
            let left = rest.as_str().len();
            (left > 0).then_some(start + left)
        })
    }

    /// The end of a gender-inclusive ending ("Bürger:innen", "Lehrer*innen").
    fn gender_ending(&self, at: usize) -> Option<usize> {
        let endings = self.profile.gender_endings;
        if endings.is_empty() {
            return None;
        }
        let (end, _) = self.letters(at + 1);
        endings.contains(&&self.text[at + 1..end]).then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use crate::lang::Lang;

    #[test]
    fn clitics_are_words() {
        parts(
            Lang::En,
            &[
                "do|n't",
                "It|'s Anna|'s , they|’re , I|'d|'ve",
                "DO|N'T",
                "the players|' union",
                "can|not",
                "O'Neill",
                "rock'n'roll",
                "Let|'s",
            ],
        );
        parts(Lang::De, &["Wie geht|'s", "Grass' Roman", "Meier|’s Imbiss", "d'Estaing"]);
    }

    #[test]
    fn currencies_stand_apart_from_their_digits() {
        parts(Lang::De, &["EUR|34,6 Mio", "CHF|20'000", "A8 und COVID19"]);
        parts(Lang::En, &["USD|34.6", "EUR|50|m", "$|US|160", "$|A|12|m", "the A12"]);
    }

    #[test]
    fn hyphens_part_compounds() {
        parts(Lang::De, &["EU|-|Staaten", "Bus|- und Bahnfahrer", "Chefs und -|Chefinnen"]);
        parts(Lang::En, &["a ten|-|year|-|old"]);
    }

    #[test]
    fn gender_inclusive_forms_stay_whole() {
        parts(Lang::De, &["die Bürger:innen und Lehrer*innen", "Fazit|:|Innen hohl"]);
        parts(Lang::En, &["note|:|in time"]);
    }

    #[test]
    fn marks_inside_words_are_part_of_them() {
        parts(Lang::De, &["Donau\u{ad}dampf", "Mu\u{308}ller", "km²", "snake_case"]);
    }
}
