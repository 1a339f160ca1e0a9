//! Units: a word with all that hangs on it by hyphens ("Müller-Lüdenscheidt", "al-Qaida", "AT&T").
//!
//! Names are read over units, so that no rule has to think of hyphens.

use std::ops::Range;

use crate::lexicon::{Class, ClassSet, Lexeme, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, Token, TokenKind};

/// Classes of words that are no names by themselves.
const ORDINARY: ClassSet = ORDINARY_TAIL.with(ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead]));

/// The same for the ends of unknown words.
const ORDINARY_TAIL: ClassSet = FUNCTION.with(ClassSet::of(&[
    Class::Month,
    Class::Weekday,
    Class::Season,
    Class::DayPart,
    Class::ClockName,
    Class::TimeUnit,
    Class::UnitAdverb,
    Class::UnitLong,
    Class::UnitAdjective,
    Class::Relative,
    Class::Deictic,
    Class::TimeRef,
    Class::Part,
    Class::Clock,
    Class::Meridiem,
    Class::TimeZone,
    Class::Era,
    Class::Decade,
    Class::Each,
    Class::Direction,
    Class::Cardinal,
    Class::OrdinalWord,
    Class::Scale,
    Class::Fraction,
    Class::Multiple,
    Class::GroupOf,
    Class::OpenAmount,
    Class::Indefinite,
    Class::Approx,
    Class::Adverb,
    Class::Adjective,
    Class::Medium,
    Class::Role,
    Class::Title,
    Class::Demonym,
    Class::PlaceAdjective,
    Class::Currency,
    Class::MeasureUnit,
    Class::Noun,
    Class::NounEnding,
    Class::Verb,
]));

/// Words of grammar, which stand inside a name only between its parts.
pub(super) const FUNCTION: ClassSet = ClassSet::of(&[
    Class::Article,
    Class::Demonstrative,
    Class::Possessive,
    Class::Quantifier,
    Class::Pronoun,
    Class::RelativePronoun,
    Class::Interrogative,
    Class::Adposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Auxiliary,
    Class::Modal,
    Class::Negation,
    Class::SourceBefore,
    Class::SourceAfter,
]);

/// Parts of persons' names.
pub(super) const PERSON: ClassSet = ClassSet::of(&[Class::GivenName, Class::Surname]);

/// Words of time and number.
pub(super) const TIME: ClassSet = ClassSet::of(&[
    Class::Month,
    Class::Weekday,
    Class::Cardinal,
    Class::OrdinalWord,
    Class::Scale,
    Class::Relative,
    Class::TimeRef,
    Class::Deictic,
    Class::TimeUnit,
    Class::Meridiem,
    Class::TimeZone,
    Class::Holiday,
]);

/// One unit: its tokens, and what its characters and the lexicon say of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub start: u32,
    pub end: u32,
    pub kind: TokenKind,
    pub shape: Shape,
    flags: u8,
    /// What the unit as a whole is, and for a compound its last word.
    pub classes: ClassSet,
}

const CAPITAL: u8 = 1;
const INITIAL: u8 = 1 << 1;
const COMPOUND: u8 = 1 << 2;
const TAIL: u8 = 1 << 3;
const OPENS: u8 = 1 << 4;

impl Unit {
    #[inline]
    pub(super) fn tokens(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// All that it is besides its text and classes, as a number.
    #[inline]
    pub(super) fn traits(&self) -> u64 {
        u64::from(self.flags) << 16 | (self.shape as u64) << 8 | self.kind as u64
    }

    /// Begins with a capital.
    #[inline]
    pub(super) fn capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// "J.", "J.K.".
    #[inline]
    pub(super) fn initial(&self) -> bool {
        self.flags & INITIAL != 0
    }

    /// Has a hyphen inside.
    #[inline]
    pub(super) fn compound(&self) -> bool {
        self.flags & COMPOUND != 0
    }

    /// Its classes come only from the end of an unknown word.
    #[inline]
    pub(super) fn by_tail(&self) -> bool {
        self.flags & TAIL != 0
    }

    /// Opens a sentence, a quotation or what follows a colon, where any word has a capital.
    #[inline]
    pub(super) fn opens(&self) -> bool {
        self.flags & OPENS != 0
    }

    #[inline]
    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    #[inline]
    pub(super) fn is_any(&self, classes: ClassSet) -> bool {
        self.classes.has_any(classes)
    }

    #[inline]
    pub(super) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Known as a word that is no name. An unknown word that only ends as names of places or bodies do is not known.
    #[inline]
    pub(super) fn ordinary(&self) -> bool {
        self.classes.has_any(if self.by_tail() { ORDINARY_TAIL } else { ORDINARY })
    }

    /// Known as a word that is no name, and not only as one that news is taken from, as "dpa" and "Twitter" are.
    #[inline]
    pub(super) fn common(&self) -> bool {
        Unit { classes: self.classes.without(ClassSet::of(&[Class::Medium])), ..*self }.ordinary()
    }

    #[inline]
    pub(super) fn function(&self) -> bool {
        self.classes.has_any(FUNCTION)
    }

    /// All capitals, two or more letters.
    #[inline]
    pub(super) fn upper(&self) -> bool {
        self.shape == Shape::Upper
    }
}

/// Words joined by hyphens or ampersands without a space are one unit.
#[inline]
pub(super) fn unit_end(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> usize {
    let until = at + 1;
    let joined = analysis
        .tokens
        .get(until)
        .is_some_and(|next| !next.space_before && matches!(next.kind, TokenKind::Hyphen | TokenKind::Symbol));
    if joined && until < end && matches!(analysis.kind(at), TokenKind::Word | TokenKind::Number) {
        compound_end(analysis, until, end)
    } else {
        until
    }
}

/// The end of a unit whose first word a hyphen or symbol follows.
fn compound_end(analysis: &Analysis<'_, '_>, mut until: usize, end: usize) -> usize {
    while until + 1 < end
        && !analysis.space_before(until)
        && !analysis.space_before(until + 1)
        && (analysis.kind(until) == TokenKind::Hyphen
            || analysis.kind(until) == TokenKind::Symbol && matches!(analysis.word(until), "&" | "+"))
        && matches!(analysis.kind(until + 1), TokenKind::Word | TokenKind::Number)
    {
        until += 2;
    }
    // "Film- und Fernsehverband": what the hyphen stands for is not there.
    if until < end && analysis.kind(until) == TokenKind::Hyphen && !analysis.space_before(until) {
        until += 1;
    }
    until
}

/// The unit of one token, with what the lexicons say of it. Inlined, since most units are of one.
#[inline(always)]
pub(super) fn simple(analysis: &Analysis<'_, '_>, at: usize, token: &Token, lexeme: &Lexeme, opens: bool) -> Unit {
    let mut flags = if opens { OPENS } else { 0 };
    let mut classes = ClassSet::default();
    if token.kind == TokenKind::Word {
        if token.shape != Shape::Lower {
            let word = analysis.word(at);
            if word.starts_with(char::is_uppercase) {
                flags |= CAPITAL;
            }
            if is_initial(word) {
                flags |= INITIAL;
            }
        }
        classes = if lexeme.is_word() { lexeme.classes } else { classes_of_length(analysis.senses(at), 1) };
        if lexeme.is_guess() {
            flags |= TAIL;
        }
    }
    Unit { start: at as u32, end: at as u32 + 1, kind: token.kind, shape: token.shape, flags, classes }
}

/// The unit of the tokens up to `until`, of which the first is given.
pub(super) fn compound(analysis: &Analysis<'_, '_>, first: Unit, until: usize) -> Unit {
    let mut unit = Unit { end: until as u32, ..first };
    if !unit.is_word() {
        return unit;
    }
    unit.flags |= COMPOUND;
    let (at, last) = (first.start as usize, until - 1);
    if let Some(token) = analysis.tokens.get(last).filter(|token| token.kind == TokenKind::Word) {
        let tail = simple(analysis, last, token, &analysis.lexed.lexeme(last), false);
        // "al-Sadr"
        if analysis.is(at, Class::NameParticle) {
            unit.flags |= tail.flags & CAPITAL;
        }
        unit.flags = unit.flags & !TAIL | tail.flags & TAIL;
        // Of a compound's parts only the last says what it is; names of persons have no such head.
        unit.classes = tail.classes.with(classes_of_length(analysis.senses(at), until - at));
    }
    unit
}

/// The classes of the senses that cover exactly so many tokens.
fn classes_of_length(senses: &[Sense], length: usize) -> ClassSet {
    senses
        .iter()
        .filter(|sense| usize::from(sense.length) == length)
        .fold(ClassSet::default(), |set, sense| set.with(ClassSet::of(&[sense.class])))
}

/// A Roman numeral, perhaps with the ordinal dot: "II", "XVI.".
pub(super) fn is_roman(word: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or(word);
    (1..=5).contains(&letters.len()) && letters.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Single capitals, each with a dot.
fn is_initial(word: &str) -> bool {
    if !word.ends_with('.') {
        return false;
    }
    let mut letters = 0;
    let mut chars = word.chars();
    while let Some(letter) = chars.next() {
        if !letter.is_uppercase() || chars.next() != Some('.') {
            return false;
        }
        letters += 1;
    }
    (1..=3).contains(&letters)
}
