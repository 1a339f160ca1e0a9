//! Numbers that are no figures: years, dates, times of day, designations, numbering.

use super::approx;
use super::noun;
use super::numeral::{Amount, Numeral, Written};
use super::scope::Scope;
use crate::decimal::Decimal;
use crate::document::Approximation;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

/// What makes a number beside it part of a date or time.
const CALENDAR: ClassSet = ClassSet::of(&[Class::Month, Class::Era, Class::Clock, Class::Meridiem, Class::TimeZone]);

/// Whether a number without a unit counts nothing.
pub(super) fn is_none(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if number.written != Written::Digits {
        return nominal(scope, number);
    }
    joined(scope, start, end)
        || match_minute(scope, start, end)
        || scope.is_any(end, CALENDAR)
        || start > scope.start && scope.is(start - 1, Class::Month)
        || year(scope, number, floor)
        || designation(scope, start, end, floor)
        || numbering(scope, start, end)
}

/// Part of a longer token sequence: "Covid-19", "2015/2016", "50+1-Regel", "+49-30-1234", "A-380".
fn joined(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    let mark = |at: usize| {
        matches!(scope.kind(at), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Symbol | TokenKind::Separator)
            && scope.word(at) != ","
    };
    let before = start > scope.start && scope.glued(start) && start - 1 >= scope.start && {
        let own_sign = !scope.glued(start - 1) && start > scope.start;
        match scope.kind(start - 1) {
            TokenKind::Word => !scope.is(start - 1, Class::Approx),
            TokenKind::Number => true,
            _ => mark(start - 1) && !(own_sign && scope.kind(start - 1) != TokenKind::Word),
        }
    };
    let behind = mark(end) && scope.glued(end) && scope.glued(end + 1) && scope.kind(end + 1) == TokenKind::Number;
    let symbol = start > scope.start && matches!(scope.word(start - 1), "§" | "§§" | "#" | "/" | "№");
    before || behind || symbol
}

/// "(67.)", "(90.+8)", "(90 + 8)": the minute of a goal.
fn match_minute(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    let dot = scope.kind(end) == TokenKind::Terminal && scope.glued(end);
    let closed = dot && (scope.kind(end + 1) == TokenKind::Close || scope.word(end + 1) == "," || scope.word(end + 1) == "+");
    let sum = |at: usize| scope.word(at) == "+" && scope.kind(at + 1) == TokenKind::Number;
    closed && end == start + 1 || sum(end) || start > scope.start + 1 && sum(start - 1) && !matches!(scope.kind(start - 2), TokenKind::Open)
}

/// A bare number from 1000 to 2100 is a year unless something counted follows or an approximator stands before it.
fn year(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> bool {
    let start = number.tokens.start;
    let Amount::Number(value) = number.amount else {
        return false;
    };
    let plain = scope.word(start).len() == 4 && number.tokens.len() == 1;
    if !plain || value < Decimal::from(1000u32) || value > Decimal::from(2100u32) {
        return false;
    }
    if approx::before(scope, start, floor).0 != Approximation::Exact {
        return !noun::starts(scope, number.tokens.end) && dated(scope, start);
    }
    dated(scope, start) || !noun::starts(scope, number.tokens.end)
}

/// A word before a number that makes it a date: "im Jahr 2014", "Ende 2014", "since 1990".
fn dated(scope: &Scope<'_, '_, '_>, start: usize) -> bool {
    const BEFORE: ClassSet =
        ClassSet::of(&[Class::TimeUnit, Class::Month, Class::Part, Class::Season, Class::Holiday, Class::Weekday]);
    let Some(last) = start.checked_sub(1) else {
        return false;
    };
    use crate::lexicon::class::Adposition as A;
    scope.is_any(last, BEFORE) || scope.adposition(last, &[A::In, A::Since, A::During, A::Until]).is_some() && !scope.is(last, Class::Approx)
}

/// A number behind a name or a noun without anything that it counts: "Landesstraße 1230", "Boeing 737", "TSV 1860".
fn designation(scope: &Scope<'_, '_, '_>, start: usize, end: usize, floor: usize) -> bool {
    let Some(last) = start.checked_sub(1).filter(|last| *last >= scope.start.max(floor)) else {
        return false;
    };
    if scope.kind(last) != TokenKind::Word {
        return false;
    }
    // "A 45", "B 10": a letter with a number, whatever follows.
    if scope.is_capital(last) && scope.word(last).len() == 1 && last > scope.start {
        return true;
    }
    let named = scope.is_capital(last) || scope.sense(last, Class::Noun).is_some_and(|sense| !sense.form.has(Form::PLURAL));
    let function = scope.is_any(
        last,
        ClassSet::of(&[Class::Adposition, Class::Adverb, Class::Article, Class::Auxiliary, Class::Approx, Class::Quantifier, Class::Pronoun, Class::Demonstrative, Class::Possessive, Class::Subordinator, Class::Coordinator, Class::Modal]),
    );
    // "in Seattle 16 Menschen": what is counted follows.
    named && !function && !noun::starts(scope, end)
}

/// "1)", "(a) 2." at the head of a line.
fn numbering(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    start == scope.start && end == start + 1 && (scope.kind(end) == TokenKind::Close || scope.word(end) == ":")
}

/// A number word that is a noun, or an article: "die Elf", "one".
fn nominal(scope: &Scope<'_, '_, '_>, number: &Numeral) -> bool {
    let start = number.tokens.start;
    scope.profile.capital_nouns
        && start > scope.start
        && number.tokens.len() == 1
        && scope.is_capital(start)
        && scope.is(start, Class::Cardinal)
        && !noun::starts(scope, number.tokens.end)
}
