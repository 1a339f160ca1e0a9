//! The walk of a text's tokens through the lexicons.
#![allow(
    clippy::indexing_slicing,
    reason = "starts are lengths that the list had, and only longer words are searched for a tail"
)]

use std::sync::Arc;

use fst::raw::{Node, Output};

use super::cache::{Cache, Place, Senses, Walk, Word};
use super::class_set::ClassSet;
use super::compiler::fold::fold;
use super::compiler::words::{NO_WALK, is_mark};
use super::words::Folded;
use super::{Form, Lexicon, Sense, Stored};
use crate::text::{Shape, Token, TokenKind};

/// How many tokens are brought near at once.
const AT_ONCE: usize = 64;

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    read: Lexemes,
    cache: Cache,
    /// Where the words of some tokens are looked for.
    places: Vec<Place>,
    /// Those of them that are not remembered, as the lexicon has them.
    new: Vec<(usize, Option<Folded>)>,
}

/// What the lexicons say of a text's tokens.
#[derive(Debug, Default)]
pub(crate) struct Lexemes {
    tokens: Vec<Lexeme>,
    /// The senses of tokens that have more than their word's: phrases, and what several lexicons say.
    senses: Vec<Sense>,
}

/// The senses of a text's tokens.
#[derive(Clone, Copy)]
pub(crate) struct Lexed<'a> {
    tokens: &'a [Lexeme],
    /// The senses of words, as the cache holds them.
    of_words: &'a [Sense],
    /// The senses of tokens that have their own.
    own: &'a [Sense],
}

/// What the lexicons say of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lexeme {
    /// The classes of its senses.
    pub classes: ClassSet,
    senses: Senses,
}

impl Lexeme {
    /// Whether all senses are of the one token.
    pub(crate) fn is_word(&self) -> bool {
        !self.senses.own
    }

    /// Whether the longest sense is guessed from the word's end.
    pub(crate) fn is_guess(&self) -> bool {
        self.senses.guess
    }
}

impl<'a> Lexed<'a> {
    /// The senses that begin at a token, longest first; among equal ones a user's dictionary comes first.
    #[inline]
    pub(crate) fn senses(&self, token: usize) -> &'a [Sense] {
        match self.tokens.get(token) {
            Some(lexeme) => lexeme.senses.of(if lexeme.senses.own { self.own } else { self.of_words }),
            None => &[],
        }
    }

    /// The classes of the senses that begin at a token.
    #[inline]
    pub(crate) fn classes(&self, token: usize) -> ClassSet {
        self.tokens.get(token).map_or(ClassSet::default(), |lexeme| lexeme.classes)
    }

    /// The classes of a range of tokens.
    pub(crate) fn classes_in(&self, tokens: std::ops::Range<usize>) -> impl Iterator<Item = ClassSet> + use<'a> {
        self.lexemes(tokens).iter().map(|lexeme| lexeme.classes)
    }

    /// What the lexicons say of a token.
    #[inline]
    pub(crate) fn lexeme(&self, token: usize) -> Lexeme {
        self.tokens.get(token).copied().unwrap_or_default()
    }

    /// What the lexicons say of each token of a range.
    pub(crate) fn lexemes(&self, tokens: std::ops::Range<usize>) -> &'a [Lexeme] {
        self.tokens.get(tokens).unwrap_or_default()
    }
}

impl Scratch {
    /// The view of a text that was scanned since the last beginning.
    pub(crate) fn lexed<'a>(&'a self, read: &'a Lexemes) -> Lexed<'a> {
        Lexed { tokens: &read.tokens, of_words: self.cache.senses(), own: &read.senses }
    }

    /// Forgets the texts scanned before, keeping the buffers. `owner` tells whose lexicons come next.
    pub(crate) fn begin(&mut self, owner: usize) {
        self.cache.begin(owner);
    }

    /// Scans one text by its sentences, in the buffers of another.
    pub(crate) fn read(&mut self, buffers: &mut Lexemes, sentences: impl FnOnce(&mut Scratch)) {
        buffers.tokens.clear();
        buffers.senses.clear();
        std::mem::swap(&mut self.read, buffers);
        sentences(self);
        std::mem::swap(&mut self.read, buffers);
    }

    /// Adds the senses of a sentence's tokens. `lexicons` are the sentence's, in order of rank, with their numbers.
    pub(crate) fn scan(&mut self, text: &str, sentence: &[Token], lexicons: &[(u8, Arc<Lexicon>)]) {
        if let [(number, lexicon)] = lexicons {
            return self.scan_one(text, sentence, *number, lexicon);
        }
        for (at, token) in sentence.iter().enumerate() {
            let starts = starts_entries(token.kind);
            let lexeme =
                if starts { self.scan_all(text, token, &sentence[at + 1..], lexicons) } else { Lexeme::default() };
            self.read.tokens.push(lexeme);
        }
    }

    /// What the only lexicon says of a sentence's tokens.
    fn scan_one(&mut self, text: &str, sentence: &[Token], number: u8, lexicon: &Lexicon) {
        let (mut places, mut new) = (std::mem::take(&mut self.places), std::mem::take(&mut self.new));
        for first in (0..sentence.len()).step_by(AT_ONCE) {
            let tokens = &sentence[first..sentence.len().min(first + AT_ONCE)];
            places.clear();
            places.extend(tokens.iter().map(|token| Place::of(number, text, token)));
            self.cache.approach(&places);
            new.clear();
            for (at, (token, place)) in (first..).zip(tokens.iter().zip(&places)) {
                if starts_entries(token.kind) && !self.cache.has(place) {
                    new.push((at, Folded::new(token.of(text))));
                }
            }
            lexicon.words.approach(new.iter().filter_map(|(_, word)| word.as_ref()));
            let mut unread = new.iter().peekable();
            for (at, (token, place)) in (first..).zip(tokens.iter().zip(&places)) {
                let mut lexeme = Lexeme::default();
                if starts_entries(token.kind) {
                    let word = token.of(text);
                    let folded = unread.next_if(|(new, _)| *new == at).map(|(_, folded)| folded.as_ref());
                    let known = *self.cache.word(place, |senses| {
                        // Other words of the sentence may have driven it out.
                        let again = folded.is_none().then(|| Folded::new(word)).flatten();
                        look_up(lexicon, number, word, folded.unwrap_or(again.as_ref()), token.shape, senses)
                    });
                    lexeme = self.with_phrases(text, word, &sentence[at + 1..], number, lexicon, &known);
                }
                self.read.tokens.push(lexeme);
            }
        }
        (self.places, self.new) = (places, new);
    }

    /// What the only lexicon says of a word and of the phrases that go on from it.
    #[inline]
    fn with_phrases(
        &mut self,
        text: &str,
        word: &str,
        behind: &[Token],
        number: u8,
        lexicon: &Lexicon,
        known: &Word,
    ) -> Lexeme {
        let lexeme = Lexeme { classes: known.classes, senses: known.senses };
        let walker = behind.first().and_then(|next| Walker::resume(lexicon, &known.walk, word, text, next));
        let from = self.read.senses.len();
        if let Some(walker) = walker {
            walk_on(walker, number, text, behind, &mut self.read.senses);
        }
        if self.read.senses.len() == from {
            return lexeme;
        }
        self.read.senses.extend_from_slice(lexeme.senses.of(self.cache.senses()));
        self.own(from)
    }

    /// What several lexicons say of a token, those of users first.
    fn scan_all(&mut self, text: &str, token: &Token, behind: &[Token], lexicons: &[(u8, Arc<Lexicon>)]) -> Lexeme {
        let word = token.of(text);
        let from = self.read.senses.len();
        for (number, lexicon) in lexicons {
            let place = Place::of(*number, text, token);
            self.cache.approach(&[place]);
            let look =
                |senses: &mut _| look_up(lexicon, *number, word, Folded::new(word).as_ref(), token.shape, senses);
            let known = *self.cache.word(&place, look);
            self.read.senses.extend_from_slice(known.senses.of(self.cache.senses()));
            if let Some(walker) = behind.first().and_then(|next| Walker::resume(lexicon, &known.walk, word, text, next))
            {
                walk_on(walker, *number, text, behind, &mut self.read.senses);
            }
        }
        self.drop_guesses(from);
        self.own(from)
    }

    /// The senses added last as those of a token, the longest first.
    fn own(&mut self, from: usize) -> Lexeme {
        let found = &mut self.read.senses[from..];
        found.sort_by_key(|sense| std::cmp::Reverse(sense.length));
        let mut classes = ClassSet::default();
        found.iter().for_each(|sense| classes.add(sense.class));
        let count = found.len().min(usize::from(u16::MAX)) as u16;
        let guess = found.first().is_some_and(|sense| sense.form.has(Form::COMPOUND));
        Lexeme { classes, senses: Senses { from: from as u32, count, own: true, guess } }
    }

    /// A compound's tail is a guess: where another dictionary knows the word itself, it is dropped.
    fn drop_guesses(&mut self, from: usize) {
        let guess = |sense: &Sense| sense.form.has(Form::COMPOUND);
        let found = &self.read.senses[from..];
        if found.iter().all(guess) || !found.iter().any(guess) {
            return;
        }
        let kept: Vec<Sense> = found.iter().filter(|sense| !guess(sense)).copied().collect();
        self.read.senses.truncate(from);
        self.read.senses.extend(kept);
    }
}

/// Phrases begin at words, numbers ("1. FC Köln"), symbols ("€") and links ("Booking.com"), not at punctuation.
fn starts_entries(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Symbol | TokenKind::Link)
}

/// Everything a lexicon says of one word, and where the walk stands after it.
fn look_up(
    lexicon: &Lexicon,
    number: u8,
    word: &str,
    folded: Option<&Folded>,
    shape: Shape,
    senses: &mut Vec<Sense>,
) -> Walk {
    let Some(folded) = folded else {
        let mut walker = Walker::new(lexicon);
        let known = walker.feed(word);
        if known {
            walker.collect(number, 1, shape, senses);
        }
        return Walk { again: known, ..Walk::default() };
    };
    let length = folded.bytes().len() as u8;
    let mut walk = Walk { length, capitals: folded.capitals, ..Walk::default() };
    let from = senses.len();
    if let Some(known) = lexicon.words.find(folded) {
        collect(lexicon, known.value, folded.capitals, number, 1, shape, senses);
        walk.table = known.walk;
    }
    if senses.len() == from && shape != Shape::None {
        tail(lexicon, number, folded.bytes(), shape, senses);
    }
    walk
}

/// Every phrase that goes on from a word with these tokens and ends at the end of one of them.
fn walk_on(mut walker: Walker<'_>, number: u8, text: &str, tokens: &[Token], senses: &mut Vec<Sense>) {
    for (at, token) in tokens.iter().enumerate().take(usize::from(u8::MAX) - 1) {
        let blank = at > 0 && token.space_before;
        if blank && !walker.step(b' ', false) || !walker.feed(token.of(text)) {
            return;
        }
        walker.collect(number, at as u8 + 2, Shape::Mixed, senses);
    }
}

/// A place in an FST with what was passed on the way.
struct Walker<'l> {
    lexicon: &'l Lexicon,
    node: Node<'l>,
    output: Output,
    length: u32,
    capitals: u32,
}

impl<'l> Walker<'l> {
    fn new(lexicon: &'l Lexicon) -> Walker<'l> {
        Walker { lexicon, node: lexicon.fst.root(), output: Output::zero(), length: 0, capitals: 0 }
    }

    /// Goes on from a word with the next token, if a phrase may.
    #[inline(always)]
    fn resume(lexicon: &'l Lexicon, walk: &Walk, word: &str, text: &str, next: &Token) -> Option<Walker<'l>> {
        if walk.table == NO_WALK && !walk.again && next.space_before {
            return None;
        }
        Walker::resume_there(lexicon, walk, word, text, next)
    }

    fn resume_there(lexicon: &'l Lexicon, walk: &Walk, word: &str, text: &str, next: &Token) -> Option<Walker<'l>> {
        let behind = text.as_bytes().get(next.start as usize..next.end as usize)?;
        if walk.table == NO_WALK {
            // The table speaks of blanks and marks behind a word only.
            let unknown = !next.space_before && !is_mark(*behind.first()?);
            let mut walker = (walk.again || unknown).then(|| Walker::new(lexicon))?;
            let goes_on = walker.feed(word) && (!next.space_before || walker.step(b' ', false));
            return goes_on.then_some(walker);
        }
        let place = lexicon.words.place(walk.table, next.space_before, behind)?;
        Some(Walker {
            lexicon,
            node: lexicon.fst.node(place.node),
            output: Output::new(place.output),
            length: u32::from(walk.length) + u32::from(next.space_before),
            capitals: walk.capitals,
        })
    }

    fn step(&mut self, byte: u8, capital: bool) -> bool {
        let Some(input) = self.node.find_input(byte) else {
            return false;
        };
        let transition = self.node.transition(input);
        self.output = self.output.cat(transition.out);
        self.node = self.lexicon.fst.node(transition.addr);
        if capital && self.length < 32 {
            self.capitals |= 1 << self.length;
        }
        self.length += 1;
        true
    }

    fn feed(&mut self, word: &str) -> bool {
        fold(word, |byte, capital| self.step(byte, capital))
    }

    /// The senses of the surface that ends here.
    fn collect(&self, number: u8, length: u8, shape: Shape, senses: &mut Vec<Sense>) {
        if self.node.is_final() {
            let value = self.output.cat(self.node.final_output()).value();
            collect(self.lexicon, value, self.capitals, number, length, shape, senses);
        }
    }
}

/// The senses of a surface, as far as the text has the capitals they ask for.
fn collect(
    lexicon: &Lexicon,
    value: u64,
    capitals: u32,
    number: u8,
    length: u8,
    shape: Shape,
    senses: &mut Vec<Sense>,
) {
    // In "the US" the acronym is meant, not "us".
    let acronym = shape == Shape::Upper
        && lexicon.stored(value).any(|sense| sense.capitals == capitals && capitals.count_ones() > 1);
    for Stored { class, kind, form, value, capitals: wanted } in lexicon.stored(value) {
        if capitals & wanted == wanted && !(acronym && wanted == 0) {
            senses.push(Sense { class, length, lexicon: number, kind, form, value });
        }
    }
}

/// The longest known end of a compound, at least three letters behind its start.
fn tail(lexicon: &Lexicon, number: u8, word: &[u8], shape: Shape, senses: &mut Vec<Sense>) {
    const FRONT: usize = 3;
    if word.len() < FRONT + 3 || shape == Shape::Upper {
        return;
    }
    let found = lexicon.words.find_tail(&word[FRONT..]);
    for Stored { class, kind, form, value, .. } in found.into_iter().flat_map(|value| lexicon.stored(value)) {
        senses.push(Sense { class, length: 1, lexicon: number, kind, form: form.and(Form::COMPOUND), value });
    }
}
