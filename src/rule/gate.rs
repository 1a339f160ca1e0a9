//! Which rules are tried at a token: those whose classes it has and whose necessary words stand near it.
#![allow(
    clippy::indexing_slicing,
    reason = "constants are made in loops over their slices; classes, digits and languages have a place each"
)]

use crate::answer::{Languages, Rule};
use crate::lang::Lang;
use crate::lexicon::{Class, ClassSet};
use crate::reading::{Analysis, Sentence};
use crate::text::{Token, TokenKind};

/// A rule with the function that reads it.
#[derive(Debug)]
pub(crate) struct Construction<F: 'static> {
    pub rule: &'static Rule,
    pub gate: Gate,
    /// None where another rule's function reads it as well, or goes on to it.
    pub read: Option<F>,
}

/// What a rule asks of the text before it is tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gate {
    /// The classes that may begin it.
    pub begins: ClassSet,
    /// The forms of digits that may begin it.
    pub digits: u8,
    /// One of these must begin at its first token or soon behind it; empty where the rule needs none.
    pub near: ClassSet,
    /// Digits with a mark or letters ("8:30", "Q3") need nothing near them.
    pub marked: bool,
}

/// How far a rule's necessary word may stand from its first token, unless a room says otherwise.
const NEAR: usize = 10;

/// The form of a token with digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    /// "3."
    Ordinal,
    /// One or two digits.
    Short,
    /// Four digits.
    Four,
    /// Three digits, or more than four.
    Plain,
    /// "8:30", "24.07.2020", "1.5".
    Marked,
    /// "24th", "1990s", "'98" (a number too), "Q3".
    Letters,
    /// A sign, which digits follow, or one that is a number: "-5", "½".
    Sign,
}

impl Digits {
    const ALL: [Digits; 7] =
        [Digits::Ordinal, Digits::Short, Digits::Four, Digits::Plain, Digits::Marked, Digits::Letters, Digits::Sign];

    /// What the catalogue calls it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Digits::Ordinal => "digits with a dot",
            Digits::Short => "one or two digits",
            Digits::Four => "four digits",
            Digits::Plain => "three digits, or more than four",
            Digits::Marked => "digits with marks",
            Digits::Letters => "digits with letters",
            Digits::Sign => "a sign",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Several forms, one bit each.
    pub(crate) const fn set(forms: &[Digits]) -> u8 {
        let (mut set, mut at) = (0, 0);
        while at < forms.len() {
            set |= forms[at].bit();
            at += 1;
        }
        set
    }

    /// The form of a token; none for one without digits, such as a sign.
    #[inline]
    pub(crate) fn of(analysis: &Analysis<'_, '_>, at: usize) -> Option<Digits> {
        let token = analysis.tokens.get(at)?;
        match token.kind {
            TokenKind::Word | TokenKind::Quote => {
                let bytes = analysis.text.as_bytes();
                let digit = |at: u32| bytes.get(at as usize).is_some_and(u8::is_ascii_digit);
                let quote = matches!(bytes.get(token.start as usize), Some(b'\'' | 0xe2));
                let has_digits =
                    digit(token.start) || digit(token.end - 1) || (quote && quoted_digits(analysis.word(at)));
                has_digits.then_some(Digits::Letters)
            }
            TokenKind::Number => Some(Digits::of_number(analysis.word(at).as_bytes())),
            TokenKind::Ordinal => Some(Digits::Ordinal),
            _ => None,
        }
    }

    fn of_number(word: &[u8]) -> Digits {
        match word.len() {
            1 => Digits::Short,
            _ if !word.first().is_some_and(u8::is_ascii_digit) => Digits::Letters,
            _ if !word.iter().all(u8::is_ascii_digit) => Digits::Marked,
            2 => Digits::Short,
            4 => Digits::Four,
            _ => Digits::Plain,
        }
    }

    /// Whether a token may have digits, by its kind and its first characters alone.
    #[inline]
    pub(crate) fn may_be(token: &Token, text: &[u8]) -> bool {
        let byte = |at: u32| text.get(at as usize).copied().unwrap_or_default();
        match token.kind {
            TokenKind::Word | TokenKind::Quote => {
                !byte(token.start).is_ascii_alphabetic() || byte(token.end.saturating_sub(1)).is_ascii_digit()
            }
            TokenKind::Number | TokenKind::Ordinal => true,
            _ => false,
        }
    }
}

/// "'98".
#[cold]
fn quoted_digits(word: &str) -> bool {
    let bytes = word.trim_start_matches(['\'', '’', '‘']).as_bytes();
    bytes.first().is_some_and(u8::is_ascii_digit)
}

/// A set of rules, by their number.
pub(crate) type Set = u64;

/// The gates of all rules of a layer, turned round: for each class and form the rules that it may begin. Made at compile
/// time.
#[derive(Debug)]
pub(crate) struct Gates {
    of_class: [Set; Class::ALL.len()],
    of_digits: [Set; Digits::ALL.len()],
    of_lang: [Set; Lang::ALL.len()],
    /// The rules for all languages.
    of_any: Set,
    /// The rules that need a word near them.
    needy: Set,
    /// Those of them that digits with a mark set free.
    freed: Set,
    /// For each rule the words it needs.
    near: [ClassSet; Set::BITS as usize],
    /// The words that any rule needs.
    needed: ClassSet,
    /// The classes that may begin a rule.
    begins: ClassSet,
    /// How far a necessary word may stand from the first token.
    reach: usize,
}

impl Gates {
    /// The gates of the rules of some files, numbered in their order.
    pub(crate) const fn of<F>(files: &[&[Construction<F>]]) -> Gates {
        let mut gates = Gates {
            of_class: [0; Class::ALL.len()],
            of_digits: [0; Digits::ALL.len()],
            of_lang: [0; Lang::ALL.len()],
            of_any: 0,
            needy: 0,
            freed: 0,
            near: [ClassSet::of(&[]); Set::BITS as usize],
            needed: ClassSet::of(&[]),
            begins: ClassSet::of(&[]),
            reach: NEAR,
        };
        let (mut number, mut file) = (0, 0);
        while file < files.len() {
            let mut at = 0;
            while at < files[file].len() {
                let Construction { rule, gate, read } = &files[file][at];
                if read.is_some() {
                    gates.add(number, gate, rule.languages);
                    number += 1;
                }
                at += 1;
            }
            file += 1;
        }
        gates
    }

    const fn add(&mut self, number: usize, gate: &Gate, languages: Languages) {
        let rule: Set = 1 << number;
        let mut at = 0;
        while at < Class::ALL.len() {
            if gate.begins.has(Class::ALL[at]) {
                self.of_class[at] |= rule;
            }
            at += 1;
        }
        at = 0;
        while at < Digits::ALL.len() {
            if gate.digits & Digits::ALL[at].bit() != 0 {
                self.of_digits[at] |= rule;
            }
            at += 1;
        }
        at = 0;
        while at < Lang::ALL.len() {
            if languages.hold(Lang::ALL[at]) {
                self.of_lang[at] |= rule;
            }
            at += 1;
        }
        if matches!(languages, Languages::Any) {
            self.of_any |= rule;
        }
        if !gate.near.has_none() {
            self.needy |= rule;
            self.near[number] = gate.near;
            self.needed = self.needed.with(gate.near);
            if gate.marked {
                self.freed |= rule;
            }
        }
        self.begins = self.begins.with(gate.begins);
    }

    /// With necessary words that may stand so far from the first token.
    pub(crate) const fn reaching(mut self, reach: usize) -> Gates {
        self.reach = reach;
        self
    }

    /// The classes that may begin a rule.
    pub(crate) const fn begins(&self) -> ClassSet {
        self.begins
    }

    /// The rules to try at a token with these classes and this form of digits.
    pub(crate) fn open(&self, s: &Sentence<'_, '_>, at: usize, (classes, digits): (ClassSet, Option<Digits>)) -> Rules {
        let mut rules = digits.map_or(0, |form| self.of_digits[form as usize]);
        for class in classes.and(self.begins).iter() {
            rules |= self.of_class[class];
        }
        rules &= s.lang.map_or(self.of_any, |lang| self.of_lang[lang as usize]);
        let mut needy = rules & self.needy;
        if matches!(digits, Some(Digits::Marked | Digits::Letters)) {
            needy &= !self.freed;
        }
        if needy != 0 {
            let near =
                s.analysis.lexed.classes_in(at..s.end.min(at + self.reach)).fold(ClassSet::default(), ClassSet::with);
            if !near.has_any(self.needed) {
                return Rules(rules & !needy);
            }
            for rule in Rules(needy) {
                if !near.has_any(self.near[rule]) {
                    rules &= !(1 << rule);
                }
            }
        }
        Rules(rules)
    }
}

/// Numbers of rules, in order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules(Set);

impl Iterator for Rules {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let first = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (first < Set::BITS as usize).then_some(first)
    }
}
