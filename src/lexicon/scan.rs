//! The walk of a text's tokens through the lexicons.

use std::sync::Arc;

use fst::raw::Output;

use super::compiler::TAIL;
use super::compiler::fold::fold;
use super::{Class, Form, Lexicon, Sense};
use crate::text::{Shape, Token, TokenKind};

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct ClassSet(u128);

impl ClassSet {
    /// The set of the classes given.
    pub(crate) const fn of(classes: &[Class]) -> ClassSet {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= 1 << classes[at] as u8;
            at += 1;
        }
        ClassSet(bits)
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u8 != 0
    }

    pub(crate) const fn has_any(self, other: ClassSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn with(self, other: ClassSet) -> ClassSet {
        ClassSet(self.0 | other.0)
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }
}

/// The senses of a text's tokens.
#[derive(Debug, Default)]
pub(crate) struct Lexed {
    senses: Vec<Sense>,
    /// For each token, where its senses begin; one more at the end.
    first: Vec<u32>,
    classes: Vec<ClassSet>,
}

impl Lexed {
    /// Forgets the last document, keeping the buffers.
    pub(crate) fn clear(&mut self) {
        self.senses.clear();
        self.first.clear();
        self.classes.clear();
    }

    /// The senses that begin at a token, longest first; among equal ones a user's dictionary comes first.
    pub(crate) fn senses(&self, token: usize) -> &[Sense] {
        match (self.first.get(token), self.first.get(token + 1)) {
            (Some(from), Some(to)) => &self.senses[*from as usize..*to as usize],
            (Some(from), None) => &self.senses[*from as usize..],
            _ => &[],
        }
    }

    /// The classes of the senses that begin at a token.
    pub(crate) fn classes(&self, token: usize) -> ClassSet {
        self.classes.get(token).copied().unwrap_or_default()
    }

    /// Adds the senses of a sentence's tokens. `lexicons` are the sentence's, in order of rank, with their numbers.
    pub(crate) fn scan(&mut self, text: &str, sentence: &[Token], lexicons: &[(u8, Arc<Lexicon>)]) {
        for at in 0..sentence.len() {
            let from = self.senses.len();
            self.first.push(from as u32);
            if starts_entries(sentence[at].kind) {
                for (number, lexicon) in lexicons {
                    walk(lexicon, *number, text, &sentence[at..], &mut self.senses);
                }
                if self.senses.len() == from && sentence[at].kind == TokenKind::Word {
                    for (number, lexicon) in lexicons {
                        walk_tail(lexicon, *number, text, &sentence[at], &mut self.senses);
                    }
                }
                let found = &mut self.senses[from..];
                if found.len() > 1 {
                    found.sort_by_key(|sense| std::cmp::Reverse(sense.length));
                }
            }
            let mut classes = ClassSet::default();
            for sense in &self.senses[from..] {
                classes.add(sense.class);
            }
            self.classes.push(classes);
        }
    }
}

/// Phrases begin at words, numbers ("1. FC Köln") and symbols ("€"), not at punctuation.
fn starts_entries(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Symbol)
}

/// Every phrase that begins at the first token and ends at the end of a token.
fn walk(lexicon: &Lexicon, number: u8, text: &str, tokens: &[Token], senses: &mut Vec<Sense>) {
    let fst = &lexicon.fst;
    let mut node = fst.root();
    let (mut output, mut length, mut capitals) = (Output::zero(), 0u32, 0u32);
    for (at, token) in tokens.iter().enumerate().take(usize::from(u8::MAX)) {
        let mut step = |byte: u8, capital: bool| match node.find_input(byte) {
            Some(input) => {
                let transition = node.transition(input);
                output = output.cat(transition.out);
                node = fst.node(transition.addr);
                if capital && length < 32 {
                    capitals |= 1 << length;
                }
                length += 1;
                true
            }
            None => false,
        };
        if at > 0 && token.space_before && !step(b' ', false) {
            return;
        }
        if !fold(&text[token.start as usize..token.end as usize], &mut step) {
            return;
        }
        if node.is_final() {
            let value = output.cat(node.final_output()).value();
            let stored = lexicon.stored(value).filter(|(.., wanted)| capitals & wanted == *wanted);
            // In "the US" the acronym is meant, not "us".
            let acronym = token.shape == Shape::Upper
                && at == 0
                && lexicon.stored(value).any(|(.., wanted)| wanted == capitals && wanted.count_ones() > 1);
            for (class, form, value, wanted) in stored {
                if !(acronym && wanted == 0) {
                    senses.push(Sense { class, length: at as u8 + 1, lexicon: number, form, value });
                }
            }
        }
        if node.is_empty() {
            return;
        }
    }
}

/// The longest known end of a compound, at least three letters behind its start.
fn walk_tail(lexicon: &Lexicon, number: u8, text: &str, token: &Token, senses: &mut Vec<Sense>) {
    const FRONT: usize = 3;
    let word = &text[token.start as usize..token.end as usize];
    if word.len() < FRONT + 3 || token.shape == Shape::Upper {
        return;
    }
    let mut key = [0u8; 64];
    let mut end = 0;
    let whole = fold(word, |byte, _| {
        if end == key.len() {
            return false;
        }
        key[end] = byte;
        end += 1;
        true
    });
    if !whole {
        return;
    }
    let fst = &lexicon.fst;
    let root = fst.root();
    let Some(input) = root.find_input(TAIL) else {
        return;
    };
    let first = root.transition(input);
    let (mut node, mut output, mut best) = (fst.node(first.addr), first.out, None);
    for at in (FRONT..end).rev() {
        let Some(input) = node.find_input(key[at]) else {
            break;
        };
        let transition = node.transition(input);
        output = output.cat(transition.out);
        node = fst.node(transition.addr);
        if node.is_final() {
            best = Some(output.cat(node.final_output()).value());
        }
    }
    for (class, form, value, _) in best.into_iter().flat_map(|value| lexicon.stored(value)) {
        let form = form.and(Form::COMPOUND);
        senses.push(Sense { class, length: 1, lexicon: number, form, value });
    }
}
