//! Which rules are tried at a token: those whose classes it has and whose necessary words stand near it.

use std::ops::Range;

use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::text::{Token, TokenKind};

use super::found::Found;
use super::reader::Reader;
use super::{
    calendar, clock, daypart, duration, holiday, length_word, named, numeric, part, reference, relative, set, spoken,
    weekday, year,
};

/// A rule and what it asks of the text before it is tried.
struct Rule {
    /// The forms of digits that may begin it.
    digits: Form,
    /// The classes that may begin it.
    begins: ClassSet,
    /// One of these must begin at its first token or soon behind it; empty where the rule needs none.
    near: ClassSet,
    /// Digits with a mark or letters ("8:30", "Q3") need nothing near them.
    marked: bool,
    find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>,
}

/// The function that reads a rule.
pub(super) type Find = for<'r, 'a, 't> fn(&Reader<'r, 'a, 't>, usize) -> Option<Found>;

/// How far a rule's necessary word may stand from its first token.
const NEAR: usize = 10;

const fn on(classes: &[Class], find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>) -> Rule {
    Rule { digits: 0, begins: ClassSet::of(classes), near: ClassSet::of(&[]), marked: false, find }
}

const fn digits_or(digits: Form, classes: &[Class], find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>) -> Rule {
    Rule { digits, ..on(classes, find) }
}

/// The form of a token with digits, as one bit; rules name several.
type Form = u8;

/// "3."
const ORDINAL: Form = 1;
/// One or two digits.
const SHORT: Form = 1 << 1;
/// Four digits.
const FOUR: Form = 1 << 2;
/// Three digits, or more than four.
const PLAIN: Form = 1 << 3;
/// "8:30", "24.07.2020", "1.5".
const MARKED: Form = 1 << 4;
/// "24th", "1990s", "'98" (a number too), "Q3".
const LETTERS: Form = 1 << 5;
const NUMBER: Form = SHORT | FOUR | PLAIN | MARKED;
const DAY: Form = SHORT | ORDINAL | LETTERS;
const NTH: Form = ORDINAL | LETTERS;
const ANY: Form = NUMBER | NTH;

impl Rule {
    const fn near(self, classes: &[Class]) -> Rule {
        Rule { near: ClassSet::of(classes), ..self }
    }

    const fn or_marked(self) -> Rule {
        Rule { marked: true, ..self }
    }
}

use Class::*;

/// The rules, each for one construction. Of the expressions that begin at a token the longest stays, and among equally
/// long ones the one of the earlier rule.
const RULES: &[Rule] = &[
    digits_or(MARKED, &[Weekday], numeric::date),
    digits_or(SHORT | MARKED, &[], numeric::day_and_month),
    digits_or(ORDINAL, &[], numeric::spaced),
    digits_or(FOUR, &[TimeUnit, Season], numeric::two_years),
    digits_or(DAY, &[Cardinal, OrdinalWord, Weekday, Month], calendar::written_date).near(&[Month]),
    on(&[Weekday], weekday::weekday),
    digits_or(DAY, &[], calendar::day_in_list),
    digits_or(DAY, &[], calendar::second_day),
    digits_or(NTH, &[], calendar::day_of_month),
    on(&[Month], calendar::month),
    digits_or(FOUR | LETTERS, &[TimeUnit], year::year),
    digits_or(SHORT | PLAIN, &[], year::year).near(&[Era]),
    on(&[Part], part::part),
    on(&[Direction], part::side),
    on(&[Relative], relative::word),
    on(&[Deictic], relative::deictic).near(&[Month, Weekday, Season, Holiday, TimeUnit]),
    on(&[TimeUnit], relative::unit_and_direction),
    digits_or(SHORT | MARKED, &[Cardinal], clock::bare_hour),
    digits_or(NUMBER, &[Cardinal], clock::time_of_day)
        .near(&[Clock, Meridiem, DayPart, TimeZone, TimeUnit])
        .or_marked(),
    digits_or(SHORT | MARKED, &[Cardinal], clock::first_of_range),
    digits_or(SHORT, &[Cardinal, Fraction], spoken::spoken).near(&[Direction, Fraction]),
    on(&[ClockName], clock::name),
    on(&[DayPart], daypart::day_part),
    digits_or(ANY, &[Cardinal, GroupOf, Fraction, Multiple, Adposition], set::per).near(&[TimeUnit]),
    digits_or(ANY, &[Cardinal, GroupOf, Fraction, IndefiniteArticle, Indefinite, OpenAmount], duration::length)
        .near(&[TimeUnit]),
    digits_or(MARKED, &[], duration::clock_length).near(&[TimeUnit]),
    digits_or(ANY, &[UnitAdjective], length_word::adjective).near(&[UnitAdjective]),
    on(&[TimeUnit], length_word::bare_units),
    on(&[UnitLong, Indefinite], length_word::long),
    on(&[Each], set::each),
    on(&[Multiple, UnitAdverb], set::adverb),
    on(&[Weekday, DayPart, TimeUnit], set::weekdays),
    on(&[Holiday], holiday::holiday),
    digits_or(NTH, &[Cardinal, OrdinalWord], named::quarter).near(&[TimeUnit]).or_marked(),
    digits_or(FOUR, &[], named::year_and_quarter),
    digits_or(FOUR, &[], numeric::year_and_month),
    on(&[Season], named::season),
    digits_or(MARKED | LETTERS, &[Decade], named::decade),
    digits_or(NTH, &[Cardinal, OrdinalWord], named::century).near(&[TimeUnit]),
    digits_or(NTH, &[Cardinal, OrdinalWord, TimeUnit], named::week).near(&[TimeUnit]),
    digits_or(NTH, &[Cardinal, OrdinalWord, Deictic], named::nth).near(&[TimeUnit, Weekday]),
    on(&[TimeUnit], named::weekend),
    on(&[TimeRef], reference::reference),
];

/// A set of rules, by their number.
type Set = u64;

/// The rules that each class may begin.
const OF_CLASS: [Set; Class::ALL.len()] = {
    let mut of_class = [0; Class::ALL.len()];
    let mut class = 0;
    while class < of_class.len() {
        let mut rule = 0;
        while rule < RULES.len() {
            if RULES[rule].begins.has(Class::ALL[class]) {
                of_class[class] |= 1 << rule;
            }
            rule += 1;
        }
        class += 1;
    }
    of_class
};

/// The rules that each form of digits may begin.
const OF_FORM: [Set; 6] = {
    let mut of_form = [0; 6];
    let mut form = 0;
    while form < of_form.len() {
        let mut rule = 0;
        while rule < RULES.len() {
            of_form[form] |= ((RULES[rule].digits >> form & 1) as Set) << rule;
            rule += 1;
        }
        form += 1;
    }
    of_form
};

/// The rules that need a word near them.
const NEEDY: Set = {
    let (mut set, mut rule) = (0, 0);
    while rule < RULES.len() {
        set |= (!RULES[rule].near.has_none() as Set) << rule;
        rule += 1;
    }
    set
};

/// The words that such rules need.
const NEEDED: ClassSet = {
    let (mut needed, mut rule) = (ClassSet::of(&[]), 0);
    while rule < RULES.len() {
        needed = needed.with(RULES[rule].near);
        rule += 1;
    }
    needed
};

/// What may begin an expression, besides digits and "pro Tag".
const BEGINS: ClassSet = {
    let (mut begins, mut rule) = (ClassSet::of(&[]), 0);
    while rule < RULES.len() {
        begins = begins.with(RULES[rule].begins);
        rule += 1;
    }
    begins.without(ClassSet::of(&[Adposition]))
};

/// The first of some tokens of a sentence that an expression may begin at. Every other token costs only this look.
pub(super) fn next_start(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Option<usize> {
    let text = analysis.text.as_bytes();
    let lexemes = analysis.lexed.lexemes(tokens.clone());
    let read = analysis.tokens.get(tokens.clone())?;
    let found = read
        .iter()
        .zip(lexemes)
        .position(|(token, lexeme)| lexeme.classes.has_any(BEGINS.with(ADPOSITION)) || has_form(token, text));
    found.map(|at| tokens.start + at)
}

const ADPOSITION: ClassSet = ClassSet::of(&[Adposition]);

/// Whether a token may have a form of digits, by its kind and its first characters alone.
#[inline]
fn has_form(token: &Token, text: &[u8]) -> bool {
    let byte = |at: u32| text.get(at as usize).copied().unwrap_or_default();
    match token.kind {
        TokenKind::Word | TokenKind::Quote => {
            !byte(token.start).is_ascii_alphabetic()
                || token.start + 2 == token.end && byte(token.start + 1).is_ascii_digit()
        }
        TokenKind::Number | TokenKind::Ordinal => true,
        _ => false,
    }
}

/// The longest expression that begins at a token.
#[inline]
pub(super) fn find(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let classes = reader.analysis.lexed.classes(at);
    let form = form(reader, at);
    // "pro Tag"
    let begins = classes.has_any(BEGINS)
        || form != 0
        || (classes.has(Adposition) && reader.analysis.lexed.classes(at + 1).has(TimeUnit));
    if begins { longest(reader, at, classes, form) } else { None }
}

fn longest(reader: &Reader<'_, '_, '_>, at: usize, classes: ClassSet, form: Form) -> Option<Found> {
    let mut rules = OF_FORM.get(form.trailing_zeros() as usize).copied().unwrap_or(0);
    for class in classes.iter() {
        rules |= OF_CLASS[class];
    }
    let marked = form & (MARKED | LETTERS) != 0;
    let near = if rules & NEEDY == 0 { ClassSet::default() } else { near(reader, at) };
    if !marked && !near.has_any(NEEDED) {
        rules &= !NEEDY;
    }
    let mut best: Option<Found> = None;
    while rules != 0 {
        let rule = &RULES[rules.trailing_zeros() as usize];
        rules &= rules - 1;
        if !rule.near.has_none() && !near.has_any(rule.near) && !(rule.marked && marked) {
            continue;
        }
        if let Some(found) = (rule.find)(reader, at) {
            let longer = |other: &Found| {
                (found.end, std::cmp::Reverse(found.start)) > (other.end, std::cmp::Reverse(other.start))
            };
            if best.as_ref().is_none_or(longer) {
                best = Some(found);
            }
        }
    }
    best
}

/// The classes of a token and the next ones.
fn near(reader: &Reader<'_, '_, '_>, at: usize) -> ClassSet {
    let end = reader.end.min(at + NEAR);
    reader.analysis.lexed.classes_in(at..end).fold(ClassSet::default(), ClassSet::with)
}

/// The form of digits, and of words with digits; nothing for other tokens.
#[inline]
fn form(reader: &Reader<'_, '_, '_>, at: usize) -> Form {
    let Some(token) = reader.analysis.tokens.get(at) else { return 0 };
    match token.kind {
        TokenKind::Word | TokenKind::Quote => {
            let bytes = reader.analysis.text.as_bytes();
            let digit = |at: u32| bytes.get(at as usize).is_some_and(u8::is_ascii_digit);
            let quote = matches!(bytes.get(token.start as usize), Some(b'\'' | 0xe2));
            let has_digits = digit(token.start)
                || (token.start + 2 == token.end && digit(token.start + 1))
                || (quote && quoted_digits(reader.word(at)));
            if has_digits { LETTERS } else { 0 }
        }
        TokenKind::Number => number_form(reader.word(at).as_bytes()),
        TokenKind::Ordinal => ORDINAL,
        _ => 0,
    }
}

fn number_form(word: &[u8]) -> Form {
    match word.len() {
        1 => SHORT,
        _ if !word.first().is_some_and(u8::is_ascii_digit) => LETTERS,
        _ if !word.iter().all(u8::is_ascii_digit) => MARKED,
        2 => SHORT,
        4 => FOUR,
        _ => PLAIN,
    }
}

/// "'98".
#[cold]
fn quoted_digits(word: &str) -> bool {
    let bytes = word.trim_start_matches(['\'', '’', '‘']).as_bytes();
    bytes.first().is_some_and(u8::is_ascii_digit)
}
