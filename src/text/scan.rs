//! The pass over the characters: tokens, and the places where a sentence might end.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "places are reached by whole characters of the text, or are those of tokens made from it"
)]

use super::class::{self, BYTES, DIGIT, JOIN, LINE, LOWER, MARK, OTHER, SPACE, UPPER, WORD};
use super::shape::shape;
use super::{Shape, Token, TokenKind, Words};
use crate::lang::Profile;

/// A place where a sentence might end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Break {
    /// The token that ends the sentence; for [`Cause::Line`] and [`Cause::Paragraph`] the token that begins the next.
    pub token: u32,
    pub cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// A full stop, an exclamation mark, …
    Terminal,
    /// An abbreviation's dot that may be the full stop as well.
    Abbreviation,
    /// One line break.
    Line,
    /// An empty line.
    Paragraph,
    /// A bullet mark inside a line, which begins an item.
    Bullet,
    /// A run of symbols that is a line drawn between two texts.
    Rule,
    /// A face made of punctuation, which often does a full stop's work.
    Face,
}

pub(super) struct Scanner<'a, W> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub base: u32,
    pub profile: &'a Profile,
    pub words: &'a W,
    pub tokens: &'a mut Vec<Token>,
    pub breaks: Vec<Break>,
    /// Index of this region's first token.
    pub first: usize,
    pub pos: usize,
    /// White space stands before `pos`.
    pub space: bool,
    /// A single quotation mark is open, so an apostrophe after a word closes it.
    pub single_open: bool,
    /// A bit for each length of a fused word.
    pub fused: u32,
    /// No domain name begins before this offset: a failed search is not repeated.
    pub no_domain_before: usize,
}

pub(super) fn scan<W: Words>(
    text: &str,
    base: u32,
    profile: &Profile,
    words: &W,
    tokens: &mut Vec<Token>,
) -> Vec<Break> {
    let mut scanner = Scanner {
        text,
        bytes: text.as_bytes(),
        base,
        profile,
        words,
        first: tokens.len(),
        tokens,
        breaks: Vec::with_capacity(text.len() / 64 + 8),
        pos: 0,
        space: true,
        single_open: false,
        fused: profile.fused.iter().fold(0, |bits, (word, _)| bits | 1 << word.len().min(31)),
        no_domain_before: 0,
    };
    scanner.run();
    scanner.breaks
}

impl<W: Words> Scanner<'_, W> {
    fn run(&mut self) {
        while let Some(&b) = self.bytes.get(self.pos) {
            if b == b' ' {
                self.pos += 1;
                self.space = true;
                continue;
            }
            let (class, len) = match BYTES[b as usize] {
                OTHER => class::at(self.text, self.pos),
                class => (class, 1),
            };
            match class {
                LOWER | UPPER => self.word(),
                DIGIT => self.number(),
                SPACE | LINE => self.white_space(),
                MARK => self.punctuation(),
                JOIN => self.joiner(len),
                _ => self.foreign(),
            }
        }
    }

    fn white_space(&mut self) {
        let mut lines = 0;
        let mut last = 0;
        loop {
            let (class, len) = class::at(self.text, self.pos);
            if len == 0 || class & (SPACE | LINE) == 0 {
                break;
            }
            let b = self.bytes[self.pos];
            if class == LINE && !(b == b'\n' && last == b'\r') {
                lines += 1;
            }
            last = b;
            self.pos += len;
        }
        self.space = true;
        if lines > 0 && self.tokens.len() > self.first && self.pos < self.bytes.len() {
            let cause = if lines > 1 { Cause::Paragraph } else { Cause::Line };
            if lines > 1 {
                self.single_open = false;
            }
            self.breaks.push(Break { token: self.tokens.len() as u32, cause });
        }
    }

    /// A run of `_` or stray marks that continue no word.
    fn joiner(&mut self, len: usize) {
        let start = self.pos;
        let mut end = start + len;
        let mut seen = JOIN;
        loop {
            let (class, len) = class::at(self.text, end);
            if len == 0 || class & WORD == 0 {
                break;
            }
            seen |= class;
            end += len;
        }
        let kind = if seen & (LOWER | UPPER | DIGIT) == 0 { TokenKind::Symbol } else { TokenKind::Word };
        self.push(start, end, kind, shape(self.text, start, end));
        if kind == TokenKind::Symbol && end - start > 2 {
            self.note(Cause::Rule); // ______
        }
    }

    /// Appends a token and moves behind it.
    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize, kind: TokenKind, shape: Shape) {
        self.tokens.push(Token {
            start: self.base + start as u32,
            end: self.base + end as u32,
            kind,
            shape,
            space_before: self.space,
        });
        self.pos = end;
        self.space = false;
    }

    pub(super) fn push_mark(&mut self, end: usize, kind: TokenKind) {
        self.push(self.pos, end, kind, Shape::None);
    }

    /// Notes that the sentence might end with the last token.
    pub(super) fn note(&mut self, cause: Cause) {
        self.breaks.push(Break { token: self.tokens.len() as u32 - 1, cause });
    }

    /// The last token, if it belongs to this region.
    pub(super) fn previous(&self) -> Option<&Token> {
        self.tokens[self.first..].last()
    }

    /// The text of a token of this region.
    pub(super) fn slice(&self, token: &Token) -> &str {
        &self.text[(token.start - self.base) as usize..(token.end - self.base) as usize]
    }

    /// Whether a line or the region begins at the current position.
    pub(super) fn at_line_start(&self) -> bool {
        let next = self.tokens.len() as u32;
        self.tokens.len() == self.first || self.breaks.last().is_some_and(|b| b.token == next)
    }
}
