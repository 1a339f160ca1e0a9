//! Numbers that are no figures: years, dates, times of day, designations, numbering.

use super::approx;
use super::noun;
use super::numeral::{Numeral, Written};
use super::scope::Scope;
use crate::answer::Approximation;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

/// What makes a number beside it part of a date or time.
const CALENDAR: ClassSet = ClassSet::of(&[Class::Month, Class::Era, Class::Clock, Class::Meridiem, Class::TimeZone]);

/// Whether a number without a unit counts nothing.
pub(super) fn is_none(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if number_in_name(scope, number) {
        return true;
    }
    if number.written != Written::Digits {
        return nominal(scope, number);
    }
    joined(scope, start, end)
        || telephone(scope, &number.tokens)
        || letters(scope, end)
        || match_minute(scope, start, end)
        || scope.is_any(end, CALENDAR)
        || of_month(scope, start, end)
        || year(scope, number, floor)
        || designation(scope, start, end, floor)
        || numbering(scope, start, end)
}

/// The day or year behind a month: "May 3", "Mai 98"; not what is counted behind a date that has its day, "bis 3. Oktober
/// | 140 Gemälde".
fn of_month(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    const COUNTED: ClassSet = ClassSet::of(&[Class::Noun, Class::Role]);
    if start == scope.start || !scope.is(start - 1, Class::Month) {
        return false;
    }
    let dated = start >= scope.start + 2 && matches!(scope.kind(start - 2), TokenKind::Number | TokenKind::Ordinal);
    !(dated && scope.is_any(end, COUNTED))
}

/// Part of a longer token sequence: "Covid-19", "2015/2016", "50+1-Regel", "+49-30-1234", "A-380".
fn joined(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    let mark = |at: usize| {
        matches!(scope.kind(at), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Symbol | TokenKind::Separator)
            && scope.word(at) != ","
    };
    let before = start > scope.start && scope.glued(start) && start > scope.start && {
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

/// "0800 111 0 111", "116 117": digits in groups, with nothing that they count.
fn telephone(scope: &Scope<'_, '_, '_>, tokens: &std::ops::Range<usize>) -> bool {
    let at = tokens.start;
    const MOST: usize = 6;
    let number = |at: usize| scope.kind(at) == TokenKind::Number;
    if !number(at) || !number(at + 1) && !(at > scope.start && number(at - 1)) {
        return false;
    }
    let mut first = at;
    while first > scope.start && at - first < MOST && number(first - 1) {
        first -= 1;
    }
    let mut end = at + 1;
    while end - first < 2 * MOST && number(end) {
        end += 1;
    }
    let year = could_be_year(scope, &(first..first + 1));
    let whole = (first..end).all(|at| scope.word(at).bytes().all(|byte| byte.is_ascii_digit()));
    // "1 234 567"
    if *tokens == (first..end) && !scope.word(first).starts_with('0') {
        return false;
    }
    let zero = scope.word(first).starts_with('0') || end - first > 2;
    let threes = (first..end).all(|at| scope.word(at).len() == 3);
    // "3 1/2"
    let fraction = scope.word(end) == "/" && scope.glued(end);
    whole && !year && !fraction && (zero || threes && !noun::starts(scope, end))
}

/// "18h", "4x", "3er": letters at the digits that are no unit.
fn letters(scope: &Scope<'_, '_, '_>, end: usize) -> bool {
    scope.glued(end) && scope.kind(end) == TokenKind::Word
}

/// "(67.)", "(90.+8)", "(90 + 8)": the minute of a goal.
fn match_minute(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    let dot = scope.kind(end) == TokenKind::Terminal && scope.glued(end);
    let closed =
        dot && (scope.kind(end + 1) == TokenKind::Close || scope.word(end + 1) == "," || scope.word(end + 1) == "+");
    // "6:7(1)": the points of a tie-break.
    if start > scope.start + 1
        && scope.kind(start - 1) == TokenKind::Open
        && scope.glued(start - 1)
        && scope.word(start - 2).contains(':')
    {
        return true;
    }
    let sum = |at: usize| scope.word(at) == "+" && scope.kind(at + 1) == TokenKind::Number;
    closed && end == start + 1
        || sum(end)
        || start > scope.start + 1 && sum(start - 1) && !matches!(scope.kind(start - 2), TokenKind::Open)
}

/// A bare number from 1000 to 2100 is a year unless something counted follows or an approximator stands before it.
fn year(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if !could_be_year(scope, &number.tokens) {
        return false;
    }
    if approx::before(scope, start, floor).0 != Approximation::Exact {
        return !noun::starts(scope, end) && dated(scope, start);
    }
    // "WM 2006 erstmals Stellung", "a 1998 Department of Transport document": what it counts must follow at once.
    let counted = noun::run(scope, end, true).is_some_and(|phrase| {
        let first = phrase.head == end || scope.is_any(end, ClassSet::of(&[Class::Adjective, Class::Quantifier]));
        let many = scope.profile.capital_nouns
            || phrase
                .sense
                .map_or((scope.profile.plural_like)(scope.word(phrase.head)), |sense| sense.form.has(Form::PLURAL));
        first && many
    });
    let named = start > scope.start + 1 && phrase_end(scope, start - 1) && scope.profile.capital_nouns;
    dated(scope, start) || !counted || named
}

/// A word with a capital that is no place and no function word.
fn phrase_end(scope: &Scope<'_, '_, '_>, at: usize) -> bool {
    scope.is_capital(at)
        && !scope.is_any(at, FUNCTION)
        && !scope.is_any(at, ClassSet::of(&[Class::Place, Class::Country, Class::PlaceAdjective]))
}

/// Four digits from 1000 to 2100.
pub(super) fn could_be_year(scope: &Scope<'_, '_, '_>, tokens: &std::ops::Range<usize>) -> bool {
    let word = scope.word(tokens.start);
    tokens.len() == 1 && word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year))
}

/// A word before a number that makes it a date: "im Jahr 2014", "Ende 2014", "since 1990".
fn dated(scope: &Scope<'_, '_, '_>, start: usize) -> bool {
    const BEFORE: ClassSet =
        ClassSet::of(&[Class::TimeUnit, Class::Month, Class::Part, Class::Season, Class::Holiday, Class::Weekday]);
    let Some(last) = start.checked_sub(1) else {
        return false;
    };
    use crate::lexicon::class::Adposition as A;
    scope.is_any(last, BEFORE)
        || scope.adposition(last, &[A::In, A::Since, A::During, A::Until]).is_some() && !scope.is(last, Class::Approx)
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
    if scope.is_any(last, FUNCTION) {
        return false;
    }
    // "PlayStation 2 games": where nouns have no capitals, a capital is a name's.
    let unknown = scope.classes(last) == ClassSet::default();
    let name = !scope.profile.capital_nouns && scope.is_capital(last) && !scope.is_any(last, TIME_OR_PLACE);
    if name && (unknown || last > scope.start) {
        return true;
    }
    let named =
        scope.is_capital(last) || scope.sense(last, Class::Noun).is_some_and(|sense| !sense.form.has(Form::PLURAL));
    // "Boeing 737 Max": a name goes on behind it.
    const NAMES: ClassSet = ClassSet::of(&[Class::Organisation, Class::Misc]);
    if scope.is_any(last, NAMES)
        && noun::run(scope, end, true).is_some_and(|phrase| phrase.sense.is_none() && phrase.head == end)
    {
        return true;
    }
    // "in Seattle 16 Menschen": what is counted follows.
    named && !noun::starts(scope, end) && super::counted::behind_brackets(scope, end).is_none()
}

const FUNCTION: ClassSet = ClassSet::of(&[
    Class::Adposition,
    Class::Adverb,
    Class::Article,
    Class::Auxiliary,
    Class::Approx,
    Class::Quantifier,
    Class::Pronoun,
    Class::Demonstrative,
    Class::Possessive,
    Class::Subordinator,
    Class::Coordinator,
    Class::Modal,
]);

const TIME_OR_PLACE: ClassSet = ClassSet::of(&[
    Class::Place,
    Class::Country,
    Class::PlaceAdjective,
    Class::Weekday,
    Class::Verb,
    Class::Relative,
    Class::TimeUnit,
]);

/// "1)", "(a) 2." at the head of a line.
fn numbering(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> bool {
    start == scope.start && end == start + 1 && (scope.kind(end) == TokenKind::Close || scope.word(end) == ":")
}

/// "Six Nations", "Seven Sisters": a number word with a capital before another capital.
fn number_in_name(scope: &Scope<'_, '_, '_>, number: &Numeral) -> bool {
    let start = number.tokens.start;
    let after = |kind| start > scope.start && scope.kind(start - 1) == kind;
    let capital = !scope.profile.capital_nouns && number.written == Written::Words && scope.is_capital(start);
    // "League Two", "Radio Four"
    let last = after(TokenKind::Word) && scope.is_capital(start - 1) && !scope.is_any(start - 1, FUNCTION);
    capital
        && (last && !scope.is_capital(number.tokens.end)
            || scope.is_capital(number.tokens.end) && (after(TokenKind::Word) || after(TokenKind::Number)))
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

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn names_dates_and_numbering_count_nothing() {
        assert_eq!(de("In Bonn starben 1990 Menschen."), ["1990|Count|1990|-|Exact|Menschen"]);
        assert_eq!(en("In Seattle 16 people met."), ["16|Count|16|-|Exact|people"]);
        for text in ["Die Boeing 737 flog.", "2017 trat es in Kraft.", "Weber (67.) traf."] {
            assert!(de(text).is_empty(), "{text}");
        }
        for text in ["The A 45 was closed.", "Highway 61 was long.", "In 2014 it ended."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
