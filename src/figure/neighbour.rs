//! What figures of one sentence take from each other: elided units and nouns.

use std::ops::Range;

use super::range::is_change;
use super::start::Read;
use super::unit::Unit;
use super::{Counts, Reading, unit};
use crate::answer::{Counted, Decimal, Figure, FigureKind, FigureValue};
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::reading::phrase;
use crate::rule::Candidate;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// A number without a noun, from a million on, that takes the currency of an amount of money before it in the
    /// sentence.
    pub(super) MONEY_ELIDED = "figure.money-elided" {
        pattern: "a count behind an amount of money",
        fires: [
            De "Bayern machte 750 Millionen Euro Umsatz, Dortmund einen von [500 Millionen](money 500000000 unit=EUR).",
            En "Bayern made 750 million euros, Dortmund made [500 million](money 500000000 unit=EUR).",
        ],
        silent: [
            De "Bayern machte 750 Millionen Euro Umsatz und hat 500 Millionen Fans.",
            En "Bayern made 750 million euros and has 500 million fans.",
        ],
    }

    /// A number without a noun that takes the unit, and perhaps the scale, of the figure that it is joined to, or of the one
    /// that it changed from.
    pub(super) UNIT_ELIDED = "figure.unit-elided" {
        pattern: "a count, and | or | , | to | instead of, a figure with a unit | a figure with a unit, to, a count",
        fires: [
            De "Die Quote stieg von [3](percent 3 unit=%) auf 5 Prozent.",
            De "Die Ämter waren [19](duration 19 unit=year) und 23 Jahre vakant.",
            De "Er fuhr [131](measure 131 unit=km/h) statt der erlaubten 70 km/h.",
            De "Die Strafe von neun Monaten wurde auf [sechs](duration 6 unit=month) gesenkt.",
            De "Der Preis stieg von 30 Euro auf [45](money 45 unit=EUR).",
            En "Rates rose from [3](percent 3 unit=%) to 5 percent.",
            En "He drove at [131](measure 131 unit=km/h) instead of 70 km/h.",
            En "The sentence of nine months was cut to [six](duration 6 unit=month).",
            En "The price rose from $30 to [45](money 45 unit=USD).",
        ],
        silent: [
            De "Die Quote stieg bei drei Kindern auf 5 Prozent.",
            De "Der Klub stieg mit 30 Euro auf 45 Punkte.",
            En "Rates of 3 banks rose to 5 percent.",
            En "The price rose $30 to 45 in a row.",
        ],
    }

    /// A number without a scale that is a part of, or changes to, one with a scale.
    pub(super) SCALE_ELIDED = "figure.scale-elided" {
        pattern: "number with a decimal, of, number scale | from number, to, number scale",
        fires: [
            De "Von den Wählern stimmten [4,6](count 4600000) von 5,1 Millionen ab.",
            De "Die Zahl stieg von [3,5](count 3500000) auf 4 Millionen.",
            En "Of the voters, [4.6](count 4600000) of 5.1 million took part.",
            En "The number rose from [3.5](count 3500000) to 4 million.",
        ],
        silent: [
            De "Von den Wählern stimmten drei von fünf Millionen ab.",
            En "Of the voters, 3 of 5 million took part.",
        ],
    }

    /// A number without a noun, or a length of time, that is joined to an age before it.
    pub(super) AGE_JOINED = "figure.age-joined" {
        pattern: "an age, and | or | , | to, a count | a length of time",
        fires: [
            De "Zwei Männer im Alter von 19 und [23 Jahren](age 23 unit=year) wurden verletzt.",
            En "The boys, aged 17 and [19](age 19 unit=year), were found.",
            En "The boys, aged 14, 17 and [19](age 19 unit=year), were found.",
        ],
        silent: [
            De "Ein Mann im Alter von 19 Jahren wartete 23 Jahre.",
            En "The boy, aged 17, and 19 girls were found.",
        ],
    }
}

/// Gives a bare number the unit of the figure it is joined to ("von 3 auf 5 Prozent", "3½ und 1½ Jahre alt"), and a
/// bare number with a scale the currency of the amount before it ("750 Millionen Euro, Dortmund von 500 Millionen").
pub(super) fn share_units(s: &Sentence<'_, '_>, figures: &mut [Candidate<Reading>]) {
    for at in 1..figures.len() {
        let Some((first, [second, ..])) = figures.split_at_mut_checked(at) else {
            continue;
        };
        let Some(first) = first.last_mut() else {
            continue;
        };
        // "im Alter von 19 und 23 Jahren"
        if first.item.kind == FigureKind::Age
            && second.item.kind == FigureKind::Duration
            && first.item.unit == second.item.unit
            && joined(s, first.tokens.end, second.tokens.start)
        {
            second.item.kind = FigureKind::Age;
            second.rule = &AGE_JOINED;
        }
        // "aged 17 and 19"
        if first.item.kind == FigureKind::Age
            && first.item.cued
            && bare(s, second)
            && joined(s, first.tokens.end, second.tokens.start)
        {
            (second.item.kind, second.item.unit, second.item.cued) = (FigureKind::Age, first.item.unit, true);
            second.rule = &AGE_JOINED;
        }
    }
    for at in (1..figures.len()).rev() {
        let Some((first, [second, ..])) = figures.split_at_mut_checked(at) else {
            continue;
        };
        let Some(first) = first.last_mut() else {
            continue;
        };
        if bare(s, first) && has_unit(second) && joined(s, first.tokens.end, second.tokens.start) {
            take_unit(first, second);
        } else if bare(s, first) && parts(s, first, second) && take_scale(&mut first.item, &second.item) {
            first.rule = &SCALE_ELIDED;
        } else if bare(s, second) && has_unit(first) && changes(s, first, second) {
            let from = &first.item;
            (second.item.kind, second.item.unit) = (from.kind, from.unit);
            second.rule = &UNIT_ELIDED;
        }
    }
    let mut money: Option<Unit> = None;
    for figure in figures {
        match figure.item.kind {
            FigureKind::Money => {
                // "3,4 Milliarden Dollar oder 78 Cent je Aktie"
                if let Some(unit) = money.filter(|_| unit::is_cent(s, figure.item.unit)) {
                    figure.item.unit = unit;
                }
                // "60 Euro (65 Dollar), 20 Cent mehr"
                if money.is_none() || opens(s, figure).is_none() {
                    money = Some(figure.item.unit);
                }
            }
            FigureKind::Count if figure.item.scale >= 6 && bare(s, figure) => {
                if let Some(unit) = money {
                    figure.item.kind = FigureKind::Money;
                    figure.item.unit = unit;
                    figure.rule = &MONEY_ELIDED;
                }
            }
            // "£3bn in reserves, 250,000 repossessed, one million in debt"
            FigureKind::Count => money = None,
            _ => {}
        }
    }
}

fn bare(s: &Sentence<'_, '_>, figure: &Candidate<Reading>) -> bool {
    let Counts::Behind(behind) = figure.item.counts else {
        return false;
    };
    figure.item.kind == FigureKind::Count && figure.item.unit == Unit::Absent && !phrase::starts(s, behind)
}

fn has_unit(figure: &Candidate<Reading>) -> bool {
    figure.item.unit != Unit::Absent
}

/// Whether nothing but a joining word stands between two figures: "und", "to", "auf", ",", "statt der erlaubten".
fn joined(s: &Sentence<'_, '_>, end: usize, start: usize) -> bool {
    // "16- and 17-year-olds", "den 23- und den 25-Jährigen"
    let hung = s.kind(end) == TokenKind::Hyphen && s.is_tight(end);
    let end = end + usize::from(hung);
    let start = start - usize::from(hung && s.is_any(start - 1, groups::DETERMINER));
    if let Some(next) = s.adposition(end, &[Adposition::Instead]) {
        const BETWEEN: ClassSet = groups::DETERMINER.with(groups::ATTRIBUTE);
        let described = |at: usize| s.is_any(at, BETWEEN) || s.shape(at) == Shape::Lower && !s.is_any(at, groups::LINK);
        return start <= next + 2 && (next..start).all(described);
    }
    if end + 1 != start {
        return false;
    }
    s.word(end) == ","
        || s.coordinator(end, &[Coordinator::And, Coordinator::Or]).is_some()
        || s.adposition(end, &[Adposition::To, Adposition::On, Adposition::Until]).is_some()
}

/// Whether a count is a part of another, "4,6 von 5,1 Millionen", or changes to it, "von 3,5 auf 4 Millionen".
fn parts(s: &Sentence<'_, '_>, first: &Candidate<Reading>, second: &Candidate<Reading>) -> bool {
    let (end, start) = (first.tokens.end, second.tokens.start);
    let joins = |wanted| s.adposition(end, wanted) == Some(start);
    let decimal = matches!(first.item.value, Some(FigureValue::Number(value)) if value.to_integer().is_none());
    let from = s.adposition_before(first.tokens.start, &[Adposition::From]).is_some();
    second.item.kind == FigureKind::Count
        && (decimal && joins(&[Adposition::Of, Adposition::From]) || from && joins(&[Adposition::To, Adposition::On]))
}

/// Whether a figure changes to a bare number: "von 30 Euro | auf 45", "nine months | was cut to six".
fn changes(s: &Sentence<'_, '_>, first: &Candidate<Reading>, second: &Candidate<Reading>) -> bool {
    /// A verb stands at most so many tokens behind the number.
    const NEAR: usize = 4;
    const VERBS: ClassSet = groups::VERBAL.with(groups::MODIFIER);
    let (end, start) = (first.tokens.end, second.tokens.start);
    let to = s.adposition_before(start, &[Adposition::To, Adposition::On]).filter(|to| to + 1 == start && end <= *to);
    let from = || s.adposition_before(first.tokens.start, &[Adposition::From]).is_some();
    let verb = |at: usize| is_change(s, at);
    let moved = || (end..start).any(verb) || s.profile.verb_final && (start..start + NEAR).any(verb);
    // "Bei einer Quote von 5 Prozent stieg die Zahl auf 45": of another thing.
    let same = |to: usize| (end..to).all(|at| s.is_any(at, VERBS) && !s.has_noun_capital(at));
    let led = |by: &[Adposition]| s.adposition_before(first.tokens.start, by).is_some();
    let by = || led(&[Adposition::By, Adposition::Around]) && !led(&[Adposition::Of]);
    second.item.scale == 0 && to.is_some_and(|to| if to == end { from() } else { same(to) && moved() && !by() })
}

/// Gives a number the scale of another, where it has none.
fn take_scale(item: &mut Reading, other: &Reading) -> bool {
    if item.scale == 0
        && other.scale > 0
        && let Some(FigureValue::Number(value)) = item.value
        && value < Decimal::from(1000u32)
        && let Some(scaled) = value.scaled(other.scale)
    {
        item.value = Some(FigureValue::Number(scaled));
        return true;
    }
    false
}

fn take_unit(first: &mut Candidate<Reading>, second: &Candidate<Reading>) {
    let (item, other) = (&mut first.item, &second.item);
    // The scale is left out along with the unit: "von 2 auf 3 Millionen Euro".
    take_scale(item, other);
    item.kind = other.kind;
    item.unit = other.unit;
    item.counts = other.counts.clone();
    first.rule = &UNIT_ELIDED;
}

/// How many figures back a noun is taken from.
pub(super) const NEAR: usize = 6;

/// The bracket that a figure stands right behind.
fn opens(s: &Sentence<'_, '_>, figure: &Candidate<Reading>) -> Option<usize> {
    figure.tokens.start.checked_sub(1).filter(|open| *open >= s.start && s.kind(*open) == TokenKind::Open)
}

/// Whether a figure is the one before it in another unit: "£25 ($33)", "30 miles (48 km)", "7bn rupees ($85m; £67m)".
pub(super) fn is_converted(s: &Sentence<'_, '_>, figure: &Candidate<Reading>, last: &Candidate<Reading>) -> bool {
    let separated = |at: usize| matches!(s.kind(at), TokenKind::Separator | TokenKind::Symbol);
    let first = opens(s, figure) == Some(last.tokens.end);
    let next = || opens(s, last).is_some() && last.tokens.end + 1 == figure.tokens.start && separated(last.tokens.end);
    let closes = s.kind(figure.tokens.end) == TokenKind::Close;
    figure.item.kind == last.item.kind
        && matches!(figure.item.kind, FigureKind::Money | FigureKind::Measure)
        && figure.item.unit != last.item.unit
        && (first && (closes || separated(figure.tokens.end)) || closes && next())
}

/// The noun of an earlier figure of the sentence, for a figure that has none: "drei Insassen in dem Auto und sechs in
/// dem Transporter"; for money and measures only from one with the same unit.
pub(super) fn carried<'f, 't: 'f>(
    s: &Sentence<'_, 't>,
    figure: &Candidate<Reading>,
    earlier: impl Iterator<Item = (&'f Candidate<Reading>, &'f Figure<'t>)>,
) -> Option<Counted<'t>> {
    let reading = &figure.item;
    if reading.counts == Counts::Nothing
        || is_result(s, figure)
        || matches!(reading.kind, FigureKind::Score | FigureKind::OrdinalRank | FigureKind::Duration)
    {
        return None;
    }
    // "its 24,000-strong workforce"
    let behind = figure.tokens.end;
    if s.is_joint(behind) && s.kind(behind + 1) == TokenKind::Word {
        return None;
    }
    let open = opens(s, figure);
    // "after a loss of $3m the firm made | $5m"
    let aside = |of: &Option<Counted<'_>>| {
        let noun = of.as_ref().map(|of| s.analysis.tokens_of(of.span).start);
        let aside = [Adposition::After, Adposition::Because, Adposition::Despite];
        reading.kind == FigureKind::Money
            && noun.is_some_and(|noun| {
                s.adposition_before(noun, &aside).is_some()
                    && (noun..figure.tokens.start).any(|at| s.is_any(at, groups::VERBAL))
            })
    };
    // "Betrug (64 Prozent), | Cybercrime (32 Prozent)": what stands before another's brackets is its own.
    let apposed = |other: &Candidate<Reading>, of: &Option<Counted<'_>>| {
        let noun = |of: &Counted<'_>| s.analysis.tokens_of(of.span).end;
        open.is_some() && opens(s, other).is_some_and(|mark| of.as_ref().is_some_and(|of| noun(of) == mark))
    };
    // "Zehn Menschen starben, Hunderte wurden verletzt", but "two plans against scams that cost thousands"
    let somebody = |of: &Option<Counted<'_>>| {
        let noun = |of: &Counted<'_>| s.analysis.tokens_of(of.span).end - 1;
        of.as_ref().is_some_and(|of| s.analysis.is_noun_of(noun(of), NounKind::Person))
    };
    let vague = s.is(figure.tokens.start, Class::OpenAmount);
    earlier
        .filter(|(candidate, other)| {
            (!vague || somebody(&other.of)) && !apposed(candidate, &other.of) && !aside(&other.of)
        })
        .filter(|(other, _)| {
            let converted = open == Some(other.tokens.end);
            // "a 19-year-old driver and an 18-year-old": only joined ages are of the same people.
            let apart = reading.kind == FigureKind::Age && other.tokens.end + 1 != figure.tokens.start
                || reading.kind == FigureKind::Measure && has_verb(s, other.tokens.end..figure.tokens.start);
            other.item.kind == reading.kind && (converted || other.item.unit == reading.unit) && !apart
        })
        .last()
        .and_then(|(_, other)| other.of.clone())
}

/// "1. Weber (Wien) 78,55, 2. Krug (Linz) | 77,32": a result behind a name's bracket, no number of things.
fn is_result(s: &Sentence<'_, '_>, figure: &Candidate<Reading>) -> bool {
    let whole = !matches!(figure.item.value, Some(FigureValue::Number(value)) if value.to_integer().is_none());
    let closed = s.before(figure.tokens.start).is_some_and(|before| s.kind(before) == TokenKind::Close);
    figure.item.kind == FigureKind::Count && !whole && closed
}

/// "4 GB RAM, der Speicher ist mit | 64 GB": what is measured behind another verb is another thing.
fn has_verb(s: &Sentence<'_, '_>, tokens: Range<usize>) -> bool {
    /// How many tokens are looked at.
    const NEAR: usize = 24;
    tokens.rev().take(NEAR).any(|at| s.is_any(at, groups::AUXILIARY))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn elided_units_and_nouns_are_filled_in() {
        assert_eq!(de("Er stieg von 3 auf 5 Meter."), ["3|Measure|3|m|Exact|-", "5 Meter|Measure|5|m|Exact|-"]);
        assert_eq!(
            de("Drei Autos hielten, sechs fuhren weiter."),
            ["Drei|Count|3|-|Exact|Autos", "sechs|Count|6|-|Exact|Autos"]
        );
        assert_eq!(en("Ten men died and 12 were hurt."), ["Ten|Count|10|-|Exact|men", "12|Count|12|-|Exact|men"]);
    }
}
