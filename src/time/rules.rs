//! Which rules are tried at a token: those whose classes it has and whose necessary words stand near it.

use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

use super::found::Found;
use super::reader::Reader;
use super::{calendar, clock, duration, holiday, named, numeric, part, reference, relative, set, weekday, year};

/// A rule and what it asks of the text before it is tried.
struct Rule {
    /// Digits, or a word with digits, may begin it.
    digits: bool,
    /// The classes that may begin it.
    begins: ClassSet,
    /// One of these must begin at its first token or soon behind it; empty where the rule needs none.
    near: ClassSet,
    /// Digits with a mark ("8:30", "24th") need nothing near them.
    marked: bool,
    find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>,
}

/// How far a rule's necessary word may stand from its first token.
const NEAR: usize = 10;

const fn on(classes: &[Class], find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>) -> Rule {
    Rule { digits: false, begins: ClassSet::of(classes), near: ClassSet::of(&[]), marked: false, find }
}

const fn digits_or(classes: &[Class], find: fn(&Reader<'_, '_, '_>, usize) -> Option<Found>) -> Rule {
    Rule { digits: true, ..on(classes, find) }
}

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
    digits_or(&[Weekday], numeric::date),
    digits_or(&[], numeric::day_and_month),
    digits_or(&[TimeUnit, Season], numeric::two_years),
    digits_or(&[Cardinal, OrdinalWord, Weekday, Month], calendar::written_date).near(&[Month]),
    on(&[Weekday], weekday::weekday),
    digits_or(&[], calendar::day_in_list),
    digits_or(&[], calendar::second_day),
    digits_or(&[], calendar::day_of_month),
    on(&[Month], calendar::month),
    digits_or(&[TimeUnit], year::year),
    on(&[Part], part::part),
    on(&[Relative], relative::word),
    on(&[Deictic], relative::deictic).near(&[Month, Weekday, Season, Holiday, TimeUnit]),
    on(&[TimeUnit], relative::unit_and_direction),
    digits_or(&[Cardinal], clock::time_of_day).near(&[Clock, Meridiem, DayPart, TimeZone]).or_marked(),
    digits_or(&[Cardinal], clock::first_of_range),
    digits_or(&[Cardinal, Fraction], clock::spoken).near(&[Direction, Fraction]),
    on(&[ClockName], clock::name),
    on(&[DayPart], clock::day_part),
    digits_or(&[Cardinal, GroupOf, Fraction, Multiple, Adposition], set::per).near(&[TimeUnit]),
    digits_or(
        &[Cardinal, GroupOf, Fraction, IndefiniteArticle, Indefinite, OpenAmount],
        duration::length,
    )
    .near(&[TimeUnit]),
    digits_or(&[UnitAdjective], duration::adjective).near(&[UnitAdjective]),
    on(&[TimeUnit], duration::bare_units),
    on(&[UnitLong, Indefinite], duration::long),
    on(&[Each], set::each),
    on(&[Multiple, UnitAdverb], set::adverb),
    on(&[Weekday, DayPart, TimeUnit], set::weekdays),
    on(&[Holiday], holiday::holiday),
    digits_or(&[Cardinal, OrdinalWord], named::quarter).near(&[TimeUnit]).or_marked(),
    digits_or(&[], named::year_and_quarter),
    on(&[Season], named::season),
    digits_or(&[Decade], named::decade),
    digits_or(&[Cardinal, OrdinalWord], named::century).near(&[TimeUnit]),
    digits_or(&[Cardinal, OrdinalWord, TimeUnit], named::week).near(&[TimeUnit]),
    digits_or(&[Cardinal, OrdinalWord, Deictic], named::nth).near(&[TimeUnit, Weekday]),
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

/// The rules that digits may begin.
const OF_DIGITS: Set = {
    let (mut set, mut rule) = (0, 0);
    while rule < RULES.len() {
        set |= (RULES[rule].digits as Set) << rule;
        rule += 1;
    }
    set
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

/// What may begin an expression, besides digits and "pro Tag".
const BEGINS: ClassSet = {
    let (mut begins, mut rule) = (ClassSet::of(&[]), 0);
    while rule < RULES.len() {
        begins = begins.with(RULES[rule].begins);
        rule += 1;
    }
    begins.without(ClassSet::of(&[Adposition]))
};

/// The longest expression that begins at a token.
pub(super) fn find(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let classes = reader.analysis.lexed.classes(at);
    let digits = digits(reader, at);
    if !classes.has_any(BEGINS) && !digits {
        // "pro Tag"
        if !classes.has(Adposition) || !reader.is(at + 1, TimeUnit) {
            return None;
        }
    }
    let mut rules = if digits { OF_DIGITS } else { 0 };
    for class in classes.iter() {
        rules |= OF_CLASS[class];
    }
    let marked = digits && is_marked(reader, at);
    let near = if rules & NEEDY == 0 { ClassSet::default() } else { near(reader, at) };
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

/// Digits, or a word with digits: "1990s", "'98", "24th", "Q3".
fn digits(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    match reader.kind(at) {
        TokenKind::Number | TokenKind::Ordinal => true,
        TokenKind::Word | TokenKind::Quote => {
            let [first, rest @ ..] = reader.word(at).as_bytes() else { return false };
            match first {
                b'0'..=b'9' => true,
                b'\'' | 0xe2 => quoted_digits(reader.word(at)),
                _ => matches!(rest, [b'0'..=b'9']),
            }
        }
        _ => false,
    }
}

/// "'98".
#[cold]
fn quoted_digits(word: &str) -> bool {
    let bytes = word.trim_start_matches(['\'', '’', '‘']).as_bytes();
    bytes.first().is_some_and(u8::is_ascii_digit)
}

/// Whether digits alone may be a time of day or a quarter: "8:30", "12.15", "Q3".
fn is_marked(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.kind(at) == TokenKind::Word || reader.word(at).bytes().any(|byte| matches!(byte, b':' | b'.'))
}
