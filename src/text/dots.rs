//! The dot behind a word: a full stop, an abbreviation's dot, or a part of the word.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "places are reached by whole characters of the text, or are those of tokens made from it"
)]

use super::ahead::{Next, next};
use super::class::{self, DIGIT, LINE, LOWER, SPACE, UPPER, WORD};
use super::scan::{Cause, Scanner};
use super::{Abbreviation, Shape, TokenKind, Words};

/// What [`Scanner::letter_dots`] finds.
struct LetterDots {
    end: usize,
    letters: usize,
    whole: bool,
}

/// Longest dotted abbreviation that the lexicon is asked for.
const LONGEST: usize = 24;

impl<W: Words> Scanner<'_, W> {
    /// A word with a dot at `end`.
    pub(super) fn dotted(&mut self, start: usize, end: usize, shape: Shape) {
        let (after, _) = class::at(self.text, end + 1);
        if after & (LOWER | UPPER | DIGIT) != 0 {
            let dots = self.letter_dots(start);
            if dots.letters > 1 && dots.whole {
                return self.acronym(start, dots.end);
            }
            if let Some(link) = self.domain(start) {
                return self.push(start, link, TokenKind::Link, Shape::None);
            }
            if dots.letters > 1 {
                return self.acronym(start, dots.end);
            }
            if let Some(longer) = self.dotted_entry(start, end) {
                return self.abbreviated(start, longer, shape);
            }
            let known = self.words.abbreviation(&self.text[start..=end]);
            if known.is_some_and(|k| k != Abbreviation::BeforeNumber || after == DIGIT) {
                return self.push(start, end + 1, TokenKind::Word, shape);
            }
            return self.push_word(start, end, shape, false);
        }
        self.abbreviated_or_not(start, end, shape);
    }

    /// The end of single letters with dots between them ("U.S.", "z.B"), with the dot after the last, their number, and
    /// whether no longer word hangs on them ("z.B.Wien").
    fn letter_dots(&self, start: usize) -> LetterDots {
        let mut found = LetterDots { end: start, letters: 0, whole: true };
        loop {
            let (class, len) = class::at(self.text, found.end);
            if class & (LOWER | UPPER) == 0 {
                return found;
            }
            if class::at(self.text, found.end + len).0 & WORD != 0 {
                found.whole = false;
                return found;
            }
            found.letters += 1;
            found.end += len;
            if self.bytes.get(found.end) != Some(&b'.') {
                return found;
            }
            found.end += 1;
        }
    }

    /// Single letters with dots: the last dot may be a full stop as well.
    fn acronym(&mut self, start: usize, end: usize) {
        let text = &self.text[start..end];
        let shape = super::shape::shape(self.text, start, end);
        let known = if end - start <= LONGEST { self.words.abbreviation(text) } else { None };
        self.push(start, end, TokenKind::Word, shape);
        if text.ends_with('.') && known != Some(Abbreviation::NeverFinal) {
            self.note(Cause::Abbreviation);
        }
    }

    /// The end of an abbreviation with an inner dot that the lexicon knows ("n.Chr.", "Ph.D.").
    fn dotted_entry(&self, start: usize, dot: usize) -> Option<usize> {
        let mut end = dot + 1;
        let mut found = None;
        while end - start <= LONGEST {
            let (more, _) = self.letters(end);
            if more == end || more - start > LONGEST || self.bytes.get(more) != Some(&b'.') {
                break;
            }
            end = more + 1;
            if self.words.abbreviation(&self.text[start..end]).is_some() {
                found = Some(end);
            }
        }
        found
    }

    /// Appends an abbreviation that the lexicon knows, `end` behind its dot.
    fn abbreviated(&mut self, start: usize, end: usize, shape: Shape) {
        let known = self.words.abbreviation(&self.text[start..end]);
        self.push(start, end, TokenKind::Word, shape);
        if known != Some(Abbreviation::NeverFinal) {
            self.note(Cause::Abbreviation);
        }
    }

    fn abbreviated_or_not(&mut self, start: usize, end: usize, shape: Shape) {
        let word = &self.text[start..end];
        let dot = end + 1;
        let (after, _) = class::at(self.text, dot);
        match self.bytes.get(dot) {
            // "Inc.." is an abbreviation and a full stop, "und.." a short ellipsis.
            Some(b'.') if self.bytes.get(dot + 1) == Some(&b'.') || self.entry(start, dot).is_none() => {
                return self.push_word(start, end, shape, false);
            }
            // A comma or a hyphen never follows a full stop.
            Some(b',' | b';' | b':') if word.len() <= 8 => {
                return self.push(start, dot, TokenKind::Word, shape);
            }
            Some(b'-' | b'/') if class::at(self.text, dot + 1).0 & (UPPER | LOWER) != 0 => {
                return self.push(start, dot, TokenKind::Word, shape);
            }
            _ => {}
        }
        let follow = next(self.text, dot);
        let known = self.entry(start, dot);
        match known {
            Some(_) if self.measures(start) && follow.class & UPPER != 0 => {}
            Some(Abbreviation::BeforeNumber) if follow.class != DIGIT || follow.opened => {}
            Some(Abbreviation::NeverFinal) if !follow.word.is_empty() => {
                return self.push(start, dot, TokenKind::Word, shape);
            }
            Some(_) => {
                self.push(start, dot, TokenKind::Word, shape);
                if known == Some(Abbreviation::MayEnd) {
                    self.note(Cause::Abbreviation);
                }
                return;
            }
            None => {}
        }
        if after & (SPACE | LINE) != 0 && !follow.word.is_empty() {
            if self.is_initial(start, end, follow) {
                return self.push(start, dot, TokenKind::Word, shape);
            }
            if self.measures(start) && follow.class & UPPER != 0 {
                return self.push_word(start, end, shape, false);
            }
            if self.profile.ordinal_dot && shape != Shape::Lower && is_roman(word) && !self.opens(follow) {
                return self.push(start, dot, TokenKind::Ordinal, shape);
            }
            if has_no_vowel(word) && !matches!(shape, Shape::Upper | Shape::Mixed) {
                self.push(start, dot, TokenKind::Word, shape);
                return self.note(Cause::Abbreviation);
            }
        }
        self.push_word(start, end, shape, false);
    }

    /// Whether the word is a unit written onto its number ("$16bn."): its dot is a full stop where a capital follows.
    fn measures(&self, start: usize) -> bool {
        !self.space
            && self.previous().is_some_and(|t| t.kind == TokenKind::Number && (t.end - self.base) as usize == start)
    }

    /// The lexicon's class of a word with its dot, of "z. B." as a whole at its last part.
    fn entry(&self, start: usize, end: usize) -> Option<Abbreviation> {
        if end - start > LONGEST {
            return None;
        }
        let mut whole = String::new();
        for token in self.tokens[self.first..].iter().rev().take(3) {
            let part = self.slice(token);
            if !(part.ends_with('.') && part.len() <= 6 && token.kind == TokenKind::Word) {
                break;
            }
            if whole.is_empty() {
                whole.push_str(&self.text[start..end]);
            }
            whole.insert_str(0, part);
            if let Some(known) = self.words.abbreviation(&whole) {
                return Some(known);
            }
        }
        self.words.abbreviation(&self.text[start..end])
    }

    /// A single letter that is a name's initial or an abbreviation's part ("J. K. Rowling", "Herr K. sagte").
    fn is_initial(&self, start: usize, end: usize, follow: Next) -> bool {
        let mut letters = self.text[start..end].chars();
        if letters.next().is_none() || letters.next().is_some() {
            return false;
        }
        if self.opens(follow) {
            // "Plan B. Danach" ends; "J. K. Will" and a list's "A. Die" do not.
            return self.at_line_start() || self.previous().is_some_and(|t| self.slice(t).ends_with('.'));
        }
        true
    }

    /// Whether what follows is capitalised as only a sentence's start is.
    pub(super) fn opens(&self, follow: Next) -> bool {
        follow.class == UPPER && self.words.opens_sentence(follow.word)
    }
}

/// Whether the word is a Roman numeral as kings and popes bear it.
fn is_roman(word: &str) -> bool {
    let tens = ["XL", "L", ""].iter().find_map(|p| word.strip_prefix(p)).unwrap_or(word);
    let ones = tens.trim_start_matches('X');
    let ones_only =
        ["IX", "IV"].contains(&ones) || matches!(ones.strip_prefix('V').unwrap_or(ones), "" | "I" | "II" | "III");
    !word.is_empty() && tens.len() - ones.len() <= 3 && ones_only
}

/// Two or more letters that can't be spoken ("Bgm.", "Hrsg.").
fn has_no_vowel(word: &str) -> bool {
    word.len() > 1
        && word.len() <= 6
        && word.chars().all(|c| c.is_alphabetic() && !"aeiouyäöüAEIOUYÄÖÜ".contains(c) && c < 'Ā')
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn abbreviations_keep_their_dots() {
        parts(
            Lang::De,
            &[
                "Dr. Huber kam|.",
                "z. B. hier|.",
                "z.B. hier|.",
                "ca. 5 Mio. Euro|.",
                "Prof.|Dr. Huber",
                "Dipl.|-|Ing. Huber",
                "v.Chr. war",
                "laut Abg. Huber",
            ],
        );
        parts(
            Lang::En,
            &[
                "the U.S. economy|.",
                "Mr. Smith|, e.g. here|.",
                "at 5 p.m. sharp|.",
                "Acme Inc.|, a firm|.",
                "a Ph.D. thesis",
            ],
        );
    }

    #[test]
    fn other_dots_are_full_stops() {
        parts(Lang::De, &["Auf diese Art|. Danach", "Das ist gut|.", "mit dem Obst|."]);
        parts(Lang::En, &["The answer is no|. Then", "He left|.", "for $|16|bn|. Rivals"]);
    }

    #[test]
    fn some_abbreviations_need_a_number() {
        parts(Lang::De, &["nach Art. 5 gilt"]);
        parts(Lang::En, &["at No. 10 today"]);
    }

    #[test]
    fn initials() {
        parts(Lang::En, &["J. K. Rowling", "George W. Bush", "Plan B|. Then", "J.R.R. Tolkien"]);
        parts(Lang::De, &["Josef K. sagte", "Vitamin C|. Danach"]);
    }

    #[test]
    fn roman_ordinals_are_german() {
        parts(Lang::De, &["Papst Benedikt XVI. sprach|.", "Kaiser Karl V. starb|.", "die LLI|. Danach"]);
        parts(Lang::En, &["under Henry VIII|. Then"]);
        assert!(is_roman("XVI") && is_roman("XLIX") && is_roman("IV"));
        assert!(!is_roman("LLI") && !is_roman("IIX") && !is_roman("") && !is_roman("VX"));
    }
}
