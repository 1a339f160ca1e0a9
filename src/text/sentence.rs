//! Where sentences end: a look at the places that the scanner noted.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "numbers of tokens lie within the block that is being cut, and their places in its text"
)]

use super::lines::Lines;
use super::scan::{Break, Cause};
use super::{Sentence, Shape, Token, TokenKind, Words};

/// How many tokens a sentence may have; what has no end for longer is a table or a list, and is cut. The longest sentences
/// of news have fewer than 200.
const LONGEST: usize = 1000;

pub(super) struct Input<'a, W> {
    pub text: &'a str,
    pub base: u32,
    pub words: &'a W,
    pub tokens: &'a [Token],
    /// Index of the region's first token.
    pub first: usize,
}

/// Appends the sentences of the region.
pub(super) fn split<W: Words>(input: &Input<W>, breaks: &[Break], sentences: &mut Vec<Sentence>) {
    let mut lines = Lines::new(input.text);
    let mut paragraph = sentences.last().map_or(0, |s| s.paragraph + 1);
    let mut start = input.first;
    let mut block = input.tokens.get(start).map_or(0, |_| input.at(start));
    // Marks in a row are looked at once, from the first of them.
    let mut closed = 0;
    for b in breaks {
        let token = b.token as usize;
        let (cut, ends_paragraph) = match b.cause {
            Cause::Terminal | Cause::Face if token < closed => continue,
            Cause::Terminal => {
                closed = input.closers(token + 1);
                (input.after_terminal(start, token, closed), false)
            }
            Cause::Face => {
                closed = input.closers(token + 1);
                (input.capital(closed).then_some(closed), false)
            }
            Cause::Rule => {
                if token > start {
                    input.push(sentences, start, token, paragraph);
                    start = token;
                }
                (Some(token + 1), false)
            }
            Cause::Abbreviation => (input.after_abbreviation(token), false),
            Cause::Bullet => (Some(token), false),
            Cause::Paragraph => (Some(token), true),
            Cause::Line => {
                let cut = input.ends_line(&mut lines, block, token).then_some(token);
                (cut, cut.is_some())
            }
        };
        if let Some(cut) = cut.filter(|&cut| cut > start) {
            input.push(sentences, start, cut, paragraph);
            start = cut;
        }
        if ends_paragraph {
            paragraph += 1;
        }
        if b.cause == Cause::Paragraph {
            block = input.at(token);
        }
    }
    if start < input.tokens.len() {
        input.push(sentences, start, input.tokens.len(), paragraph);
    }
}

impl<W: Words> Input<'_, W> {
    /// Appends a sentence, in pieces where it is too long to be one.
    fn push(&self, sentences: &mut Vec<Sentence>, mut start: usize, end: usize, paragraph: u32) {
        while start < end {
            let until = if end - start > LONGEST { self.cut(start) } else { end };
            sentences.push(Sentence {
                start: self.tokens[start].start,
                end: self.tokens[until - 1].end,
                tokens: start as u32..until as u32,
                paragraph,
            });
            start = until;
        }
    }

    /// Where a sentence that is too long is cut, in the second half of what it may have: at its last line break there,
    /// else behind its last separator, else at its last blank.
    fn cut(&self, start: usize) -> usize {
        let longest = start + LONGEST;
        let last = |good: &dyn Fn(usize) -> bool| (start + LONGEST / 2..=longest).rev().find(|token| good(*token));
        let spaced = |token: usize| self.tokens[token].space_before;
        let separated = |token: usize| {
            spaced(token) && matches!(self.tokens[token - 1].kind, TokenKind::Separator | TokenKind::Terminal)
        };
        last(&|token| spaced(token) && self.begins_line(token))
            .or_else(|| last(&separated))
            .or_else(|| last(&spaced))
            .unwrap_or(longest)
    }

    /// Whether a line break stands before a token.
    fn begins_line(&self, token: usize) -> bool {
        let end = (self.tokens[token - 1].end - self.base) as usize;
        self.text[end..self.at(token)].contains('\n')
    }

    /// The region's byte at which a token begins.
    fn at(&self, token: usize) -> usize {
        (self.tokens[token].start - self.base) as usize
    }

    fn slice(&self, token: usize) -> &str {
        let t = &self.tokens[token];
        &self.text[(t.start - self.base) as usize..(t.end - self.base) as usize]
    }

    /// The next sentence's first token, if the sentence ends with the terminal `token` and what closes behind it.
    fn after_terminal(&self, start: usize, token: usize, closed: usize) -> Option<usize> {
        let next = self.tokens.get(closed)?;
        if self.is_list_number(start, token) {
            return None;
        }
        let quoted = closed > token + 1;
        let mark = self.slice(token);
        if !next.space_before && !quoted {
            return self.run_together(token).then_some(closed);
        }
        let ellipsis = mark == "…" || mark.len() > 1 && mark.bytes().all(|b| b == b'.');
        let goes_on = match next.kind {
            TokenKind::Separator | TokenKind::Close | TokenKind::Terminal => true,
            TokenKind::Dash => quoted || mark != "." || !self.capital(closed + 1),
            TokenKind::Hyphen => !self.capital(closed + 1),
            _ => {
                let word = self.opened(closed);
                let lower = self.tokens.get(word).is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Lower);
                // A mark inside brackets ends no sentence around them: "die (leider!) Grünen".
                let bracketed = quoted
                    && mark != "."
                    && self.tokens[token + 1].kind == TokenKind::Close
                    && self.tokens[closed - 1].kind != TokenKind::Terminal;
                (lower && !self.is_casual(start))
                    || (ellipsis && self.tokens[token].space_before || bracketed) && !self.opens(word)
            }
        };
        (!goes_on).then_some(closed)
    }

    /// The next sentence's first token, if the sentence ends with an abbreviation's dot.
    fn after_abbreviation(&self, token: usize) -> Option<usize> {
        let closed = self.closers(token + 1);
        let next = self.tokens.get(closed)?;
        if !next.space_before {
            return None;
        }
        let word = self.opened(closed);
        let quote = next.kind == TokenKind::Quote && self.capital(word);
        (quote || self.opens(word)).then_some(closed)
    }

    /// Skips the marks that close what the sentence opened.
    fn closers(&self, mut token: usize) -> usize {
        while let Some(t) = self.tokens.get(token) {
            let spaced = self.tokens.get(token + 1).is_some_and(|n| n.space_before);
            match t.kind {
                TokenKind::Close if !t.space_before => {}
                TokenKind::Quote if !t.space_before || spaced => {}
                TokenKind::Terminal if !t.space_before => {}
                TokenKind::Symbol if self.is_face(token) => {}
                TokenKind::Open if self.is_note(token) => {}
                TokenKind::Number if self.is_note(token - 1) => {}
                _ => break,
            }
            token += 1;
        }
        token
    }

    /// "[1]" directly behind the full stop.
    fn is_note(&self, token: usize) -> bool {
        self.slice(token) == "["
            && !self.tokens[token].space_before
            && self.tokens.get(token + 1).is_some_and(|t| t.kind == TokenKind::Number)
            && self.tokens.get(token + 2).is_some_and(|t| t.kind == TokenKind::Close)
    }

    fn is_face(&self, token: usize) -> bool {
        self.slice(token).starts_with([':', ';'])
    }

    /// Skips the marks that a sentence may begin with.
    fn opened(&self, mut token: usize) -> usize {
        // No sentence begins with more; hostile texts do, and would be walked through again and again.
        for _ in 0..8 {
            if !self.tokens.get(token).is_some_and(|t| matches!(t.kind, TokenKind::Quote | TokenKind::Open)) {
                break;
            }
            token += 1;
        }
        token
    }

    fn capital(&self, token: usize) -> bool {
        let word = self.opened(token);
        self.tokens
            .get(word)
            .is_some_and(|t| t.kind == TokenKind::Word && matches!(t.shape, Shape::Title | Shape::Upper))
    }

    fn opens(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| {
            t.kind == TokenKind::Word
                && matches!(t.shape, Shape::Title | Shape::Upper)
                && self.words.opens_sentence(self.slice(token))
        })
    }

    /// "Ende.Der": the space behind the full stop is missing.
    fn run_together(&self, token: usize) -> bool {
        let before = token.checked_sub(1).and_then(|t| self.tokens.get(t));
        before.is_some_and(|t| t.kind == TokenKind::Word && t.end - t.start > 1 && t.shape != Shape::Upper)
            && self
                .tokens
                .get(token + 1)
                .is_some_and(|t| t.kind == TokenKind::Word && t.shape == Shape::Title && t.end - t.start > 1)
    }

    /// Whoever begins one sentence with a small letter does so with the next.
    fn is_casual(&self, start: usize) -> bool {
        let first = &self.tokens[self.opened(start)];
        first.kind == TokenKind::Word && first.shape == Shape::Lower
    }

    /// A list's number with its dot is no sentence.
    fn is_list_number(&self, start: usize, token: usize) -> bool {
        token == start + 1 && self.tokens[start].kind == TokenKind::Number && self.slice(token) == "."
    }

    /// Whether the line break before `token` ends a paragraph, or only wraps a line.
    fn ends_line(&self, lines: &mut Lines, block: usize, token: usize) -> bool {
        let next = &self.tokens[token];
        if !matches!(
            next.kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Quote | TokenKind::Open | TokenKind::Ordinal
        ) {
            return true;
        }
        let end = (self.tokens[token - 1].end - self.base) as usize;
        let lower = next.kind == TokenKind::Word && next.shape == Shape::Lower;
        !lines.wraps(block, end, self.at(token), lower)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{segmented, splits};
    use crate::lang::Lang;

    #[test]
    fn german() {
        splits(
            Lang::De,
            &[
                "Es regnet.| Am 3. Oktober schien die Sonne.",
                "Sie kam auf Platz 3.| Danach fuhr sie heim.",
                "Er traf Dr. Huber.| Der war müde.",
                "Der Betrag stieg auf 5 Mrd. Euro.| Das ist viel.",
                "Es gibt Äpfel, Birnen usw. in Wien.",
                "Es gibt Äpfel, Birnen usw.| Die Preise steigen.",
                "„Das ist gut.“, sagte er.| Alle lachten.",
                "„Wirklich?“ fragte sie.| Er nickte.",
                "„Ich komme.| Du gehst“, sagte er.",
                "„Das ist gut.“| Alle lachten.",
                "(Das war gestern.)| Heute ist es anders.",
                "Die (leider!) Grünen fehlten.",
                "Sie sagte:\n|„Ich gehe.“",
                "Was nun?!| Niemand weiß es.",
                "Er wartete ... und ging.",
                "Das war alles …| Die Tür fiel zu.",
                "Johannes Paul II. starb in Rom.| Er war alt.",
                "Wien.| – Die Stadt wächst.",
                "Das Ende.|Der Anfang.",
            ],
        );
    }

    #[test]
    fn english() {
        splits(
            Lang::En,
            &[
                "He met Mr. Smith.| They talked.",
                "The U.S. Senate met.",
                "She lives in the U.S.| He does not.",
                "It starts at 5 p.m. on Monday.",
                "\"I'm here.\"| The crowd cheered.",
                "\"Are you here?\" she asked.| He was.",
                "It cost $16bn.| Rivals paid less.",
                "Profits rose to 3.| The rest fell.",
                "1. Make a plan.| 2. Do it.",
                "It is over.\"| She left.",
                "This is new.[1]| That is not.",
                "i am here.| you are not.",
                "See page no. five.",
            ],
        );
    }

    #[test]
    fn paragraphs() {
        let (_, sentences) = segmented(Lang::De, "Ein Titel\n\nEin Satz. Noch einer.\n\nDas Ende.");
        assert_eq!(sentences.iter().map(|s| s.paragraph).collect::<Vec<_>>(), [0, 1, 1, 2]);
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_good_place() {
        let cut = |piece: &str, other: &str| {
            let text = format!("{}{other}{}", piece.repeat(800), piece.repeat(500));
            let (tokens, sentences) = segmented(Lang::En, &text);
            let lengths: Vec<_> = sentences.iter().map(|sentence| sentence.tokens.len()).collect();
            assert_eq!(lengths.iter().sum::<usize>(), tokens.len());
            lengths
        };
        assert_eq!(cut("a ", ""), [1000, 300]);
        assert_eq!(cut("a ", "b, "), [802, 500]);
        assert_eq!(cut("a ", "b\n"), [801, 500]);
        assert_eq!(cut("中", ""), [1000, 300]);
        assert_eq!(super::LONGEST, 1000);
    }

    #[test]
    fn rules_bullets_and_faces() {
        splits(Lang::En, &["That is it.| ***| Now for more.", "Good work :-)| See you.", "Apples| • Pears"]);
    }
}
