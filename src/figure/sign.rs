//! Numbers with their sign: "minus fünf", "negative three", "-5", "+60".

use super::unit;
use crate::answer::FigureKind;
use crate::lexicon::Class;
use crate::lexicon::class::Mark;
use crate::reading::Sentence;
use crate::reading::number::{self, Amount, Numeral, Written, mark};
use crate::text::TokenKind;

/// The number that begins at a token, with its sign.
pub(super) fn read(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    match s.kind(at) {
        TokenKind::Number => number::read(s, at),
        TokenKind::Word if s.is(at, Class::NumberMark) => signed(s, at),
        TokenKind::Word => number::read(s, at),
        _ => number::read(s, at).or_else(|| signed(s, at)),
    }
}

/// A number behind its sign: "minus fünf", "negative 3", "-2.5", "− 40", "+60".
fn signed(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let (negative, spoken) = match s.kind(at) {
        TokenKind::Word => match mark(s, at)? {
            Mark::Minus => (true, true),
            Mark::Plus => return degrees(s, at),
            Mark::Negative => return negative(s, at),
            Mark::Decimal => return None,
        },
        TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => match s.word(at) {
            "+" => (false, false),
            "-" | "−" | "–" => (true, false),
            _ => return None,
        },
        _ => return None,
    };
    // "10 minus 3", "3-2", "A-380"; but "$-5"
    let priced = at > s.start && s.kind(at - 1) == TokenKind::Symbol && s.is(at - 1, Class::Currency);
    let alone = at == s.start || !s.is_tight(at) || s.kind(at - 1) == TokenKind::Open || priced;
    let operand = at > s.start && (s.kind(at - 1) == TokenKind::Number || s.is(at - 1, Class::Cardinal));
    let joined = s.kind(at + 1) == TokenKind::Number && s.is_tight(at + 1);
    if !alone || spoken && operand || !(spoken || joined) {
        return None;
    }
    // "minus-130 degrees"
    let joint = spoken && s.is_joint(at + 1);
    let number =
        number::read(s, at + 1 + usize::from(joint)).filter(|number| number.written != Written::One || spoken)?;
    if spoken && s.is_year(&number.tokens) {
        return None;
    }
    with_sign(number, at, negative)
}

/// "negative" is an adjective too: "tested negative two days later". As a sign it ends the sentence with its number,
/// or stands before percent and degrees.
fn negative(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let number = number::read(s, at + 1)?;
    let end = number.tokens.end;
    let last = end == s.end || s.kind(end) == TokenKind::Terminal && end + 1 == s.end;
    let relative = unit::at(s, end).is_some_and(|found| found.kind == FigureKind::Percent || found.is_degree(s));
    (last || relative).then(|| with_sign(number, at, true))?
}

/// "plus 5 Grad"; before anything else the word adds: "two men, plus three women".
fn degrees(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let number = number::read(s, at + 1)?;
    let degrees = unit::at(s, number.tokens.end).is_some_and(|found| found.is_degree(s));
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
    fn signs_belong_to_their_number() {
        assert_eq!(de("Es waren minus fünf Grad."), ["minus fünf Grad|Measure|-5|Cel|Exact|-"]);
        assert_eq!(
            de("Es wird zwischen minus 8 und minus 3 Grad kalt."),
            ["zwischen minus 8 und minus 3 Grad|Measure|-8..-3|Cel|Exact|-"]
        );
        assert_eq!(en("Growth was minus 0.5 percent."), ["minus 0.5 percent|Percent|-0.5|%|Exact|Growth"]);
        assert_eq!(en("The answer is negative three."), ["negative three|Count|-3|-|Exact|-"]);
        assert_eq!(en("He tested negative for two days."), ["two days|Duration|2|day|Exact|-"]);
        assert_eq!(de("Das Minus von 3 Prozent überrascht."), ["3 Prozent|Percent|3|%|Exact|Minus"]);
    }
}
