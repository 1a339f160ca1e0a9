//! Heights in feet and inches with marks for the units: 5' 10".

use super::approx;
use super::start::{Figure, Parts, Read, Start, build};
use super::unit::Unit;
use crate::answer::{Decimal, FigureKind};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// Feet and inches, with the marks that stand for them. The value is in inches.
    pub(super) FEET = "figure.feet" {
        pattern: "number ' number \"",
        precedence: 3,
        digits: [Short],
        read: feet,
        fires: [
            De "Der Mann ist [5' 10\"](measure 70 unit=in) groß.",
            En "The man is [about 5' 10\"](measure 70 unit=in approx=about) tall.",
            En "The man is [6'2\"](measure 74 unit=in) tall.",
        ],
        silent: [
            De "Der Treffer fiel in der 5' Minute.",
            En "He scored in the 5' of the game.",
        ],
    }
}

fn feet(start: &Start<'_, '_>) -> Figure {
    const INCHES: u32 = 12;
    const SINGLE: &[&str] = &["'", "’", "′"];
    const DOUBLE: &[&str] = &["\"", "”", "″", "''"];
    let (s, at) = (start.sentence, start.at);
    let number = |at: usize| s.digits(at).and_then(|digits| u32::try_from(digits).ok());
    let mark = |at: usize, marks: &[&str]| s.is_tight(at) && marks.contains(&s.word(at));
    let rest = at + 2;
    if !mark(at + 1, SINGLE) || s.kind(rest) != TokenKind::Number {
        return None;
    }
    // ″ may be typed as two single marks.
    let typed = mark(rest + 1, SINGLE) && mark(rest + 2, SINGLE);
    if !typed && !mark(rest + 1, DOUBLE) {
        return None;
    }
    let end = rest + 2 + usize::from(typed);
    let inches = number(rest).filter(|inches| *inches < INCHES)?;
    let value = Decimal::from(number(at)? * INCHES + inches);
    let (bound, from) = approx::before(s, at, start.floor);
    let parts = Parts::of(value, at..end);
    Some(build(s, from, end, bound, &parts, FigureKind::Measure, Unit::Inch, &FEET))
}
