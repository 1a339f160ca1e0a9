//! Numbers: digits with separators, dates, times, ordinals.
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "places are reached by whole characters of the text")]

use super::ahead::{Next, next};
use super::class::{self, DIGIT, JOIN, LINE, LOWER, SPACE, UPPER};
use super::scan::Scanner;
use super::shape::shape;
use super::{Shape, TokenKind, Words};

impl<W: Words> Scanner<'_, W> {
    /// A token that begins with a digit.
    pub(super) fn number(&mut self) {
        let start = self.pos;
        let end = self.number_end(start);
        let (class, _) = class::at(self.text, end);
        if class & (LOWER | UPPER | JOIN) != 0 {
            return self.number_with_letters(start, end);
        }
        match self.bytes.get(end) {
            Some(b'.') => self.number_with_dot(start, end),
            Some(b'@') => self.mail(start, end),
            Some(b'\'' | 0xE2) => match self.decade(start, end) {
                Some(stop) => self.push(start, stop, TokenKind::Word, Shape::Lower),
                None => self.push(start, end, TokenKind::Number, Shape::None),
            },
            _ => self.push(start, end, TokenKind::Number, Shape::None),
        }
    }

    /// The end of a number with its separators.
    fn number_end(&self, start: usize) -> usize {
        let mut end = self.digits(start);
        if let Some(date) = self.parted(start, end) {
            return date;
        }
        let mut plain = end - start <= 3;
        loop {
            let Some(&b) = self.bytes.get(end) else { return end };
            let after = match b {
                b'.' | b',' | b':' => end + 1,
                b'\'' => end + 1,
                0xC2 | 0xE2 => match class::char_at(self.text, end) {
                    Some(c @ ('\u{a0}' | '\u{202f}' | '\u{2009}')) if plain => {
                        // A space groups digits only where it can't be typed by chance.
                        let after = end + c.len_utf8();
                        if self.digits(after) != after + 3 {
                            return end;
                        }
                        after
                    }
                    Some('’') => end + '’'.len_utf8(),
                    _ => return end,
                },
                _ => return end,
            };
            plain &= !matches!(b, b'.' | b',' | b':' | b'\'');
            let more = self.digits(after);
            let apostrophe = b == b'\'' || self.text[end..].starts_with('’');
            if more == after || (apostrophe && more != after + 3) {
                return end;
            }
            end = more;
        }
    }

    /// The end of three groups of digits with slashes or hyphens ("24/7/2020", "2020-07-24").
    fn parted(&self, start: usize, end: usize) -> Option<usize> {
        let mark = *self.bytes.get(end).filter(|b| matches!(b, b'/' | b'-'))?;
        if end - start > 4 {
            return None;
        }
        let second = self.digits(end + 1);
        if !(1..=3).contains(&(second - end - 1)) || self.bytes.get(second) != Some(&mark) {
            return None;
        }
        let third = self.digits(second + 1);
        let last = self.bytes.get(third).is_some_and(|&b| b == mark || b.is_ascii_alphabetic());
        ((1..=4).contains(&(third - second - 1)) && !last).then_some(third)
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    }

    /// "4th", "70er", "25jährige" are one token; "5kg", "256GB", "1.13bn", and "10M" behind a currency's sign, are two.
    fn number_with_letters(&mut self, start: usize, end: usize) {
        let (stop, seen) = self.letters(end);
        if self.bytes.get(stop) == Some(&b'@') {
            return self.mail(start, stop);
        }
        let letters = &self.text[end..stop];
        let plain = self.digits(start) == end;
        let short = letters.chars().count() <= 3 && (seen & UPPER == 0 || self.is_priced());
        let apart = seen & (DIGIT | JOIN) == 0 && (!plain || short || letters == "km²") || self.words.unit(letters);
        if apart && !self.profile.number_endings.contains(&letters) {
            self.push(start, end, TokenKind::Number, Shape::None);
            return self.word();
        }
        if self.bytes.get(stop) == Some(&b'.')
            && class::at(self.text, stop + 1).0 & (LOWER | UPPER | DIGIT) != 0
            && let Some(link) = self.domain(start)
        {
            return self.push(start, link, TokenKind::Link, Shape::None);
        }
        self.push(start, stop, TokenKind::Word, shape(self.text, start, stop));
    }

    /// Whether a currency's sign stands right before the current position.
    fn is_priced(&self) -> bool {
        let before = self.previous().filter(|before| !self.space && before.end == self.base + self.pos as u32);
        before.is_some_and(|before| match before.kind {
            TokenKind::Word => self.words.currency(self.slice(before)),
            TokenKind::Symbol => matches!(self.slice(before), "$" | "€" | "£" | "¥"),
            _ => false,
        })
    }

    /// The end of a decade that is written with an apostrophe ("the 70's", but "2014's best film").
    fn decade(&self, start: usize, end: usize) -> Option<usize> {
        let round = matches!(end - start, 2 | 4) && self.digits(start) == end && self.bytes[end - 1] == b'0';
        let mark = class::char_at(self.text, end).filter(|&c| class::is_apostrophe(c))?;
        let letters = end + mark.len_utf8();
        let (stop, _) = self.letters(letters);
        let plural = self.profile.number_endings.contains(&"s") && &self.text[letters..stop] == "s";
        (round && plural).then_some(stop)
    }

    fn number_with_dot(&mut self, start: usize, end: usize) {
        let dot = end + 1;
        if self.profile.ordinal_dot && self.bytes.get(dot) != Some(&b'.') {
            let text = &self.text[start..end];
            let short = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
            if short && self.is_ordinal(dot) {
                return self.push(start, dot, TokenKind::Ordinal, Shape::None);
            }
            if is_day_and_month(text) && self.goes_on(dot) {
                return self.push(start, dot, TokenKind::Number, Shape::None);
            }
        }
        self.push(start, end, TokenKind::Number, Shape::None);
    }

    /// Whether the dot behind a short number makes it an ordinal, from what stands on both sides.
    fn is_ordinal(&self, dot: usize) -> bool {
        let (after, _) = class::at(self.text, dot);
        if after & (SPACE | LINE) == 0 {
            // "1.FC", "1.–3. Oktober", "am 1., 2. und 3. Mai", "Huber (15., 71.)"
            let listed = self.previous().is_some_and(|t| matches!(t.kind, TokenKind::Open | TokenKind::Separator));
            return after & (LOWER | UPPER) != 0
                || listed && self.bytes.get(dot) == Some(&b')')
                || matches!(class::char_at(self.text, dot), Some(',' | ';' | '-' | '–' | '/'));
        }
        let follow = next(self.text, dot);
        if follow.class & (LOWER | DIGIT) != 0 {
            return !follow.opened;
        }
        if follow.class != UPPER {
            return matches!(follow.word, "–" | "-");
        }
        self.words.month(follow.word) || self.at_line_start() || self.counts(follow)
    }

    /// Whether a capitalised word that is no month is what the number counts.
    fn counts(&self, follow: Next) -> bool {
        let Some(previous) = self.previous() else { return true };
        if follow.line || self.opens(follow) {
            return false;
        }
        match previous.kind {
            TokenKind::Word => previous.shape == Shape::Lower || self.words.opens_sentence(self.slice(previous)),
            TokenKind::Number => false,
            _ => true,
        }
    }

    /// Whether the sentence plainly goes on behind the dot of a date ("am 24.7. in").
    fn goes_on(&self, dot: usize) -> bool {
        let follow = next(self.text, dot);
        follow.class & (LOWER | DIGIT) != 0
            || class::at(self.text, dot).0 & (SPACE | LINE) == 0
            || (follow.class == UPPER && !follow.line && !self.opens(follow))
    }

    /// A number that begins with its decimal point (".5"), or a year without its century ("'90s").
    pub(super) fn number_after_mark(&mut self, mark: usize) -> bool {
        let start = self.pos;
        let digits = self.digits(start + mark);
        let count = digits - start - mark;
        let (stop, _) = self.letters(digits);
        let ending = &self.text[digits..stop];
        let fits = if self.bytes[start] == b'.' { count > 0 && ending.is_empty() } else { count == 2 };
        if !fits || !(ending.is_empty() || self.profile.number_endings.contains(&ending)) {
            return false;
        }
        let kind = if ending.is_empty() { TokenKind::Number } else { TokenKind::Word };
        self.push(start, stop, kind, shape(self.text, start, stop));
        true
    }
}

/// "24.7": a day and a month, so a dot behind it need not be a full stop.
fn is_day_and_month(text: &str) -> bool {
    let Some((day, month)) = text.split_once('.') else { return false };
    day.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d)) && month.parse::<u8>().is_ok_and(|m| (1..=12).contains(&m))
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use crate::lang::Lang;

    #[test]
    fn separators_belong_to_the_number() {
        for lang in Lang::ALL {
            parts(
                lang,
                &[
                    "3.300 und 7,1",
                    "um 21.30 Uhr",
                    "um 9:30",
                    "ein 2:1",
                    "am 24.07.2020",
                    "2020-07-24",
                    "24/7/2020",
                    "1'000",
                    "1\u{a0}000\u{a0}000",
                    "2014|–|2015",
                    "13|-|17",
                    "1 000",
                    "5|%",
                    "€|249",
                    "-|5",
                    ".5 Punkte",
                    "1.000.000,50",
                ],
            );
        }
    }

    #[test]
    fn letters_after_digits() {
        parts(Lang::De, &["5|kg", "die 70er", "25jährige", "1,5|km", "B2B", "256|GB", "10|kW", "30|m2"]);
        parts(
            Lang::En,
            &["the 4th", "the 1990s", "the 70's", "2014|'s best", "$|1.13|bn", "3G", "'90s", "$|10|M", "3M"],
        );
    }

    #[test]
    fn ordinals_are_german() {
        parts(
            Lang::De,
            &[
                "am 1. Dezember",
                "die 8. Klasse",
                "im 19. Jahrhundert",
                "Der 1. FC Köln",
                "vom 1. bis 3. Mai",
                "am 24.7. in Wien",
                "am 1.|, 2. und 3. Mai",
                "Freitag|, 3. Oktober",
                "Montag 3. Oktober",
                "der 1.|–|3. Platz",
                "Tore|: Huber (|15.|)",
            ],
        );
        parts(
            Lang::De,
            &[
                "auf Platz 3|. Danach",
                "auf Platz 3|. Huber",
                "im Jahr 2014|. Huber",
                "sind noch 35|. Die",
                "um 21.30|. Danach",
            ],
        );
        parts(Lang::En, &["at number 3|. Smith"]);
    }
}
