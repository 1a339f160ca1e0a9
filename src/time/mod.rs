//! When: time expressions, their TIMEX3 values, and the periods they make together.

mod calendar;
mod clock;
mod duration;
mod evidence;
mod feast;
mod found;
mod head;
mod holiday;
mod limits;
mod named;
mod numeric;
mod part;
mod period;
mod reader;
mod reference;
mod relative;
mod resolve;
mod search;
mod set;
mod share;
mod stamp;
mod tense;
mod timex;
mod value;
mod weekday;
mod year;

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::candidate::Candidate;
use crate::document::{Period, Time};
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

pub(crate) use found::Expression;
use found::Found;
use reader::Reader;

/// Number words, articles that count, and amounts.
const AMOUNT: ClassSet = ClassSet::of(&[
    Class::Cardinal,
    Class::OrdinalWord,
    Class::Fraction,
    Class::Multiple,
    Class::IndefiniteArticle,
    Class::Indefinite,
    Class::OpenAmount,
    Class::GroupOf,
]);

/// What an expression can begin with, besides digits.
const BEGINS: ClassSet = AMOUNT.with(ClassSet::of(&[
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
    Class::Holiday,
    Class::Part,
    Class::Decade,
    Class::Each,
]));

/// What a rule's first token must be, so that few rules are tried at a token.
struct Gate {
    /// Digits, or a word with digits.
    digits: bool,
    classes: ClassSet,
}

type Rule = fn(&Reader<'_, '_, '_>, usize) -> Option<Found>;

const fn on(classes: &[Class]) -> Gate {
    Gate { digits: false, classes: ClassSet::of(classes) }
}

const fn digits_or(classes: &[Class]) -> Gate {
    Gate { digits: true, classes: ClassSet::of(classes) }
}

const fn amount_or(classes: &[Class]) -> Gate {
    Gate { digits: true, classes: AMOUNT.with(ClassSet::of(classes)) }
}

/// The rules, each for one construction. Of the expressions that begin at a token the longest stays, and among equally
/// long ones the one of the earlier rule.
const RULES: &[(Gate, Rule)] = &[
    (digits_or(&[Class::Weekday]), numeric::date),
    (digits_or(&[]), numeric::day_and_month),
    (digits_or(&[Class::TimeUnit, Class::Season]), numeric::two_years),
    (amount_or(&[Class::Weekday, Class::Month]), calendar::written_date),
    (on(&[Class::Weekday]), weekday::weekday),
    (amount_or(&[]), calendar::day_in_list),
    (amount_or(&[]), calendar::second_day),
    (amount_or(&[]), calendar::day_of_month),
    (on(&[Class::Month]), calendar::month),
    (amount_or(&[Class::TimeUnit]), year::year),
    (on(&[Class::Part]), part::part),
    (on(&[Class::Relative]), relative::word),
    (on(&[Class::Deictic]), relative::deictic),
    (on(&[Class::TimeUnit]), relative::unit_and_direction),
    (amount_or(&[]), clock::time_of_day),
    (amount_or(&[]), clock::first_of_range),
    (amount_or(&[]), clock::spoken),
    (on(&[Class::ClockName]), clock::name),
    (on(&[Class::DayPart]), clock::day_part),
    (amount_or(&[Class::Adposition]), set::per),
    (amount_or(&[]), duration::length),
    (digits_or(&[Class::UnitAdjective]), duration::adjective),
    (on(&[Class::TimeUnit]), duration::bare_units),
    (on(&[Class::UnitLong, Class::Indefinite]), duration::long),
    (on(&[Class::Each]), set::each),
    (on(&[Class::Multiple, Class::UnitAdverb]), set::adverb),
    (on(&[Class::Weekday, Class::DayPart, Class::TimeUnit]), set::weekdays),
    (on(&[Class::Holiday]), holiday::holiday),
    (amount_or(&[]), named::quarter),
    (digits_or(&[]), named::year_and_quarter),
    (on(&[Class::Season]), named::season),
    (digits_or(&[Class::Decade]), named::decade),
    (amount_or(&[]), named::century),
    (amount_or(&[Class::TimeUnit]), named::week),
    (amount_or(&[Class::Deictic]), named::nth),
    (on(&[Class::TimeUnit]), named::weekend),
    (on(&[Class::TimeRef]), reference::reference),
];

/// Proposes time expressions.
pub(crate) fn propose(analysis: &Analysis<'_, '_>, times: &mut Vec<Candidate<Expression>>) {
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let mut reader = Reader {
            analysis,
            profile: analysis.profile(number),
            begin: range.start,
            floor: range.start,
            end: range.end,
        };
        let mut at = range.start;
        while at < range.end {
            match find(&reader, at) {
                Some(found) if found.end > at => {
                    at = found.end;
                    reader.floor = at;
                    times.push(Candidate::new(analysis, found.start..found.end, found.rule, found.expression));
                }
                _ => at += 1,
            }
        }
    }
}

/// The longest expression that begins at a token.
fn find(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let digits = matches!(reader.kind(at), TokenKind::Number | TokenKind::Ordinal) || has_digit(reader.word(at));
    // "pro Tag"
    let per = reader.is(at, Class::Adposition) && reader.is(at + 1, Class::TimeUnit);
    if !digits && !per && !reader.is_any(at, BEGINS) {
        return None;
    }
    let mut best: Option<Found> = None;
    for (gate, rule) in RULES {
        if !(gate.digits && digits || reader.is_any(at, gate.classes)) {
            continue;
        }
        if let Some(found) = rule(reader, at) {
            let longer = |other: Found| {
                (found.end, std::cmp::Reverse(found.start)) > (other.end, std::cmp::Reverse(other.start))
            };
            if best.is_none_or(longer) {
                best = Some(found);
            }
        }
    }
    best
}

/// "1990s", "'98", "24th", "Q3".
fn has_digit(word: &str) -> bool {
    let bytes = word.trim_start_matches(['\'', '’']).as_bytes();
    bytes.first().is_some_and(u8::is_ascii_digit) || (bytes.len() == 2 && bytes.get(1).is_some_and(u8::is_ascii_digit))
}

/// The date of the article, where one of the first short lines gives it: "Berlin, 14. April 2023".
pub(crate) fn date_line(analysis: &Analysis<'_, '_>, times: &[Candidate<Expression>]) -> Option<Date> {
    head::date_line(analysis, times)
}

/// Gives the expressions their values, counted from the reference date, and joins them to periods.
pub(crate) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    times: Vec<Candidate<Expression>>,
    reference: Option<Date>,
) -> (Vec<Time<'t>>, Vec<Period<'t>>) {
    let resolved = resolve::resolve(analysis, &times, reference);
    let periods = period::join(analysis, &times, &resolved);
    (resolved, periods)
}
