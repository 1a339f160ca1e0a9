//! Signs and marks of a number as they are spoken or written: "minus fünf", "one point two five", "-5", "1.2e10".

use super::numeral::{self, Amount, Numeral, Written};
use super::scope::Scope;
use super::unit;
use crate::answer::Decimal;
use crate::answer::FigureKind;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Mark};
use crate::text::TokenKind;

/// The mark at a token.
pub(super) fn mark(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Mark> {
    scope.value(at, Class::NumberMark).and_then(|(mark, _)| Mark::from_value(mark))
}

/// The digits behind the spoken point of a number that begins at `start`: "Komma drei", "point zero five", "point
/// seventy-five"; not "at one point five men".
pub(super) fn behind_point(scope: &Scope<'_, '_, '_>, start: usize, at: usize) -> Option<(Decimal, usize)> {
    const MOST_DIGITS: u8 = 8;
    let moment = start > scope.start && scope.adposition(start - 1, &[Adposition::At]).is_some();
    if mark(scope, at)? != Mark::Decimal || moment {
        return None;
    }
    let (mut digits, mut places, mut end) = (0, 0, at + 1);
    while places < MOST_DIGITS
        && let Some((digit, next)) = scope.value(end, Class::Cardinal)
    {
        if digit > 9 {
            let ones = scope.value(next, Class::Cardinal).filter(|(ones, _)| digit % 10 == 0 && (1..=9).contains(ones));
            let (ones, behind) = ones.unwrap_or((0, next));
            let tens = places == 0 && digit < 100;
            return tens.then_some((Decimal::new(i128::from(digit + ones), 2), behind));
        }
        (digits, places, end) = (digits * 10 + i128::from(digit), places + 1, next);
    }
    (places > 0).then(|| (Decimal::new(digits, places), end))
}

/// A number behind its sign: "minus fünf", "negative 3", "-2.5", "− 40", "+60".
pub(super) fn signed(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Numeral> {
    let (negative, spoken) = match scope.kind(at) {
        TokenKind::Word => match mark(scope, at)? {
            Mark::Minus => (true, true),
            Mark::Plus => return degrees(scope, at),
            Mark::Negative => return negative(scope, at),
            Mark::Decimal => return None,
        },
        TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => match scope.word(at) {
            "+" => (false, false),
            "-" | "−" | "–" => (true, false),
            _ => return None,
        },
        _ => return None,
    };
    // "10 minus 3", "3-2", "A-380"
    let alone = at == scope.start || !scope.glued(at) || scope.kind(at - 1) == TokenKind::Open;
    let operand = at > scope.start && (scope.kind(at - 1) == TokenKind::Number || scope.is(at - 1, Class::Cardinal));
    let number = scope.kind(at + 1) == TokenKind::Number;
    if !alone || spoken && operand || !spoken && !(number && scope.glued(at + 1)) {
        return None;
    }
    let number = numeral::read(scope, at + 1).filter(|number| number.written != Written::One || spoken)?;
    if spoken && super::exclude::could_be_year(scope, &number.tokens) {
        return None;
    }
    with_sign(number, at, negative)
}

/// "negative" is an adjective too: "tested negative two days later". As a sign it ends the sentence with its number,
/// or stands before percent and degrees.
fn negative(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Numeral> {
    let number = numeral::read(scope, at + 1)?;
    let end = number.tokens.end;
    let last = end == scope.end || scope.kind(end) == TokenKind::Terminal && end + 1 == scope.end;
    let relative =
        unit::at(scope, end).is_some_and(|found| found.kind == FigureKind::Percent || found.is_degree(scope));
    (last || relative).then(|| with_sign(number, at, true))?
}

/// "plus 5 Grad"; before anything else the word adds: "two men, plus three women".
fn degrees(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Numeral> {
    let number = numeral::read(scope, at + 1)?;
    let degrees = unit::at(scope, number.tokens.end).is_some_and(|found| found.is_degree(scope));
    degrees.then(|| with_sign(number, at, false))?
}

fn with_sign(number: Numeral, at: usize, negative: bool) -> Option<Numeral> {
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let value = if negative { value.negated() } else { value };
    let written = if number.written == Written::Digits { Written::Digits } else { Written::Words };
    Some(Numeral { amount: Amount::Number(value), tokens: at..number.tokens.end, written, ..number })
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn points_are_spoken() {
        assert_eq!(
            de("Es waren zwei Komma drei Millionen Euro."),
            ["zwei Komma drei Millionen Euro|Money|2300000|EUR|Exact|-"]
        );
        assert_eq!(en("It grew one point two five percent."), ["one point two five percent|Percent|1.25|%|Exact|-"]);
        assert_eq!(
            en("It was three point seventy-one metres."),
            ["three point seventy-one metres|Measure|3.71|m|Exact|-"]
        );
        assert_eq!(en("At one point five men left."), ["five|Count|5|-|Exact|men"]);
        assert_eq!(de("Im Satz fehlt ein Komma.").len(), 0);
    }

    #[test]
    fn signs_belong_to_their_number() {
        assert_eq!(de("Es waren minus fünf Grad."), ["minus fünf Grad|Measure|-5|Cel|Exact|-"]);
        assert_eq!(
            de("Es wird zwischen minus 8 und minus 3 Grad kalt."),
            ["zwischen minus 8 und minus 3 Grad|Measure|-8..-3|Cel|Exact|-"]
        );
        assert_eq!(en("Growth was minus 0.5 percent."), ["minus 0.5 percent|Percent|-0.5|%|Exact|Growth"]);
        assert_eq!(en("The answer is negative three."), ["negative three|Count|-3|-|Exact|-"]);
        assert_eq!(en("He tested negative two days later."), ["two days|Duration|2|day|Exact|-"]);
        assert_eq!(de("Das Minus von 3 Prozent überrascht."), ["3 Prozent|Percent|3|%|Exact|Minus"]);
    }
}
