//! Numbers that count: "37 Menschen", "mindestens ein", "Hunderte", "+60".

use super::amount::bare;
use super::bound;
use super::start::{AMOUNT, IN_DIGITS};
use super::start::{Figure, Read, Start, build};
use super::unit::Unit;
use crate::answer::{Approximation, FigureKind};
use crate::lexicon::{Class, Form};
use crate::rule::rules;

rules! {
    reads: Read;

    /// A number, a range or an open amount that has no unit. "One" and the article count only behind a bound or as the
    /// whole sentence. What is no figure is said by other rules.
    pub(super) COUNT = "figure.count" {
        pattern: "[approximator] number | range | open amount [noun]",
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: count,
        fires: [
            De "[Rund 400](count 400 approx=about of=Gäste) Gäste kamen.",
            De "[Mindestens ein](count 1 approx=at_least of=Mensch) Mensch starb.",
            De "[Hunderte](count 200.. of=Fans) Fans kamen.",
            En "Police arrested [37](count 37 of=people) people.",
            En "[Between 5 and 6](count 5..6 of=boats) boats sank.",
        ],
        silent: [
            De "Ein Mensch starb.",
            De "Viele Fans kamen.",
            De "Zumindest ein wenig Regen fiel.",
            En "A man was arrested.",
            En "Many boats sank.",
            En "They signed a multibillion deal.",
        ],
    }

    /// A number in digits with a sign right before it; even without anything that it could count.
    pub(super) SIGNED = "figure.signed" {
        pattern: "+ | - number",
        digits: [Sign],
        read: signed,
        fires: [
            De "Es waren [+60](count 60) im Vergleich zum Vortag.",
            En "It was [-5](count -5) outside.",
        ],
        silent: [
            De "Die A-60 ist gesperrt.",
            En "The A-60 was closed.",
        ],
    }
}

fn count(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|_| !start.is_signed())?;
    let number = &amount.parts.number;
    // "a multibillion deal": only a unit makes an amount of it.
    if start.sentence.form(number.start, Class::OpenAmount).has(Form::SHORT) {
        return None;
    }
    let adposition = bound::asked(start.sentence, amount.from, number.end, amount.bound)
        || bound::of_rounds(start.sentence, number.end, amount.bound)
        || bound::of_few(start.sentence, amount);
    let (bound, from) = match adposition {
        true => (Approximation::Exact, number.start),
        false => (amount.bound, amount.from),
    };
    let kind = FigureKind::Count;
    Some(build(start.sentence, from, number.end, bound, &amount.parts, kind, Unit::Absent, &COUNT))
}

fn signed(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start).filter(|_| start.is_signed())?;
    let (end, kind) = (amount.parts.number.end, FigureKind::Count);
    Some(build(start.sentence, start.at, end, Approximation::Exact, &amount.parts, kind, Unit::Absent, &SIGNED))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn a_bound_or_a_sign_makes_a_figure() {
        assert_eq!(de("Mindestens ein Mensch starb."), ["Mindestens ein|Count|1|-|AtLeast|Mensch"]);
        assert_eq!(de("Das sind -5 Grad."), ["-5 Grad|Measure|-5|Cel|Exact|-"]);
        assert_eq!(de("Es waren +60."), ["+60|Count|60|-|Exact|-"]);
        assert!(en("A man left.").is_empty());
    }
}
