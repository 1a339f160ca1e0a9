//! An amount with its unit: money, percent, measures, lengths of time.

use super::start::{AMOUNT, SIGNED};
use super::start::{Amount, Figure, Follows, Parts, Read, Start, build};
use super::unit::{self, Found, Unit};
use super::{approx, bound, fraction, money, often, range, rank, score, smaller};
use crate::answer::{Approximation, FigureKind, Rule};
use crate::lexicon::class::{Adposition, UnitKind};
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Sentence;
use crate::reading::number::{self, Written};
use crate::reading::phrase;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// A number, a part or a range of a unit of time. Before "old" or behind the word for an age it is an age. "A day"
    /// behind a price is its rate.
    pub(super) DURATION = "figure.duration" {
        pattern: "[approximator] number | range | fraction [-] unit of time",
        begins: AMOUNT,
        digits: SIGNED,
        near: [TimeUnit],
        read: duration,
        fires: [
            De "Der Prozess dauerte [drei Wochen](duration 3 unit=week).",
            De "Das Verfahren dauerte [ein halbes Jahr](duration 0.5 unit=year).",
            En "The trial lasted [three weeks](duration 3 unit=week).",
            En "The [30-year](duration 30 unit=year of=contract) contract ended.",
        ],
        silent: [
            De "Der Prozess begann in der dritten Woche.",
            De "Das erste Halbjahr war gut.",
            De "Eines Tages kam er zurück.",
            En "The trial began in the third week.",
            En "It costs $5 a day.",
        ],
    }

    /// A number or a range of a currency, with the cents behind it. A symbol before the number is another rule's.
    pub(super) MONEY = "figure.money" {
        pattern: "[approximator] number | range currency [[and] number [cents]]",
        begins: AMOUNT,
        digits: SIGNED,
        near: [Currency],
        read: money,
        fires: [
            De "Der Umbau kostet [15 Millionen Euro](money 15000000 unit=EUR).",
            De "Das Buch kostet [zwei Euro fünfzig](money 2.5 unit=EUR).",
            De "Sie verloren [Milliarden von Euro](money 2000000000.. unit=EUR).",
            En "The fine was [30 euros](money 30 unit=EUR).",
            En "They lost [billions of pounds](money 2000000000.. unit=GBP).",
            En "They signed a [multibillion-dollar](money 2000000000.. unit=USD of=deal) deal.",
        ],
        silent: [
            De "Ein Euro-Land zögert.",
            En "The euro zone has 19 members.",
            En "They speculate on a renminbi revaluation.",
        ],
    }

    /// A number or a range of percent, percentage points or per mille.
    pub(super) PERCENT = "figure.percent" {
        pattern: "[approximator] number | range | fraction percent",
        begins: AMOUNT,
        digits: SIGNED,
        near: [MeasureUnit],
        read: percent,
        fires: [
            De "Die Miete stieg um [5 Prozent](percent 5 unit=% of=Miete).",
            En "Rents rose by [5 percent](percent 5 unit=% of=Rents).",
            En "Rates rose [a quarter of a percentage point](percent 0.25 unit=pp of=Rates).",
        ],
        silent: [
            De "Die Prozente stiegen um fünf.",
            En "A large percentage of the rents rose.",
        ],
    }

    /// A number or a range of a physical unit. It stays where a time is read inside of it: "per hour" in "120 kilometres
    /// per hour".
    pub(super) MEASURE = "figure.measure" {
        pattern: "[approximator] number | range | fraction [-] unit of measure",
        precedence: 2,
        begins: AMOUNT,
        digits: SIGNED,
        near: [MeasureUnit],
        read: measure,
        fires: [
            De "Der Turm ist [90 Meter](measure 90 unit=m) hoch.",
            De "Der [90-Meter](measure 90 unit=m of=Turm)-Turm fiel.",
            De "Es wurde [zwölf Grad unter null](measure -12 unit=Cel) kalt.",
            En "The tower is [90 metres](measure 90 unit=m) high.",
            En "It was [12 degrees Celsius below zero](measure -12 unit=Cel).",
        ],
        silent: [
            De "Der Turm ist viele Meter hoch.",
            En "A degree of doubt remained.",
        ],
    }
}

fn duration(start: &Start<'_, '_>) -> Figure {
    measured(start, FigureKind::Duration, &DURATION)
}

fn money(start: &Start<'_, '_>) -> Figure {
    measured(start, FigureKind::Money, &MONEY)
}

fn percent(start: &Start<'_, '_>) -> Figure {
    measured(start, FigureKind::Percent, &PERCENT)
}

fn measure(start: &Start<'_, '_>) -> Figure {
    measured(start, FigureKind::Measure, &MEASURE)
}

#[inline]
fn measured(start: &Start<'_, '_>, kind: FigureKind, rule: &'static Rule) -> Figure {
    let (amount, found) = with_unit(start, kind)?;
    with(start.sentence, amount, found, kind, rule)
}

#[inline(never)]
fn with(s: &Sentence<'_, '_>, amount: &Amount, found: Found, kind: FigureKind, rule: &'static Rule) -> Figure {
    let mut parts = amount.parts.convert(&found)?;
    let mut end = found.end;
    if kind == FigureKind::Money
        && let Some((more, behind)) = money::hundredths(s, end, &found)
    {
        parts.value = match parts.value {
            Some(value) => Some(value.plus(more)?),
            None => None,
        };
        end = behind;
    }
    // "12 degrees below zero", "zwölf Grad unter null"
    if let Some(behind) = below_zero(s, end, &found) {
        (parts, end) = (parts.negated(), behind);
    }
    let mut unit = found.unit;
    if let Some(more) = smaller::behind(s, &found) {
        end = more.end;
        if let (Some((smaller, each, rest)), Some(value)) = (more.counted, parts.value) {
            (parts.value, unit) = (Some(value.times(each)?.plus(rest)?), smaller);
        }
    }
    let (bound, from) = bounds(s, amount, kind);
    Some(build(s, from, end, bound, &parts, kind, unit, rule))
}

/// The token behind "below zero" behind a measure.
fn below_zero(s: &Sentence<'_, '_>, at: usize, found: &Found) -> Option<usize> {
    let zero = s.adposition(at, &[Adposition::Under]).filter(|_| found.kind == FigureKind::Measure)?;
    s.value(zero, Class::Cardinal).filter(|(zero, _)| *zero == 0).map(|(_, end)| end)
}

/// The amount that begins here and its unit, where that is of a kind.
pub(super) fn with_unit<'s>(start: &'s Start<'_, '_>, kind: FigureKind) -> Option<(&'s Amount, Found)> {
    let amount = at(start)?;
    match amount.follows {
        Follows::Unit(found) if found.kind == kind => Some((amount, found)),
        _ => None,
    }
}

/// The amount that begins here, with nothing behind it that says what it measures.
pub(super) fn bare<'s>(start: &'s Start<'_, '_>) -> Option<&'s Amount> {
    at(start).filter(|amount| matches!(amount.follows, Follows::Nothing))
}

/// Whether "one" is a number: alone in its sentence, or behind a bound.
fn counts_one(s: &Sentence<'_, '_>, parts: &Parts, bound: Approximation) -> bool {
    let start = parts.number.start;
    let alone = s.is_whole(parts.number.clone()) && s.is(start, Class::Cardinal);
    alone || bound::of_one(s, start, bound)
}

/// The approximation of an amount with a unit, and where it begins.
pub(super) fn bounds(s: &Sentence<'_, '_>, amount: &Amount, kind: FigureKind) -> (Approximation, usize) {
    match bound::about(s, amount.from, amount.bound, kind) {
        true => (Approximation::Exact, amount.parts.number.start),
        false => (amount.bound, amount.from),
    }
}

/// The amount that begins here: a number, a range or a part of a unit; not what a rule reads that says no amount.
pub(super) fn at<'s>(start: &'s Start<'_, '_>) -> Option<&'s Amount> {
    start.amount_or(|| read(start))
}

fn read(start: &Start<'_, '_>) -> Option<Amount> {
    let s = start.sentence;
    let number = start.number()?;
    if score::begins(start)
        || rank::begins(start, number)
        || often::begins(start, number)
        || fraction::so_many(s, number).is_some()
    {
        return None;
    }
    // An approximator does not stand before a sign.
    let floor = if start.is_signed() { start.at } else { start.floor };
    if let Some(share) = fraction::of(s, number) {
        let (end, found) = unit_of_share(s, start.at, &share)?;
        let (bound, from) = approx::before(s, start.at, floor);
        let parts = Parts::of(number::ratio(share.n, share.d)?, start.at..end);
        return Some(Amount { parts, bound, from, follows: Follows::Unit(found) });
    }
    let unit = unit::at(s, number.tokens.end).or_else(|| unit_of_many(s, number));
    let (first, parts, unit) = match range::from(s, number, unit.as_ref(), floor) {
        Some(ends) => {
            let (low, high) = (Some(ends.low), Some(ends.high));
            let parts = Parts { low, high, number: start.at..ends.end, ..Parts::default() };
            (ends.between.unwrap_or(start.at), parts, unit::at(s, ends.end))
        }
        None => {
            let tokens = number.tokens.clone();
            let mut parts = Parts { number: tokens, scale: number.scale, written: number.written, ..Parts::default() };
            match number.amount {
                number::Amount::Number(value) => parts.value = Some(value),
                number::Amount::Open { low, vague } => (parts.low, parts.vague) = (Some(low), vague),
                number::Amount::Share(..) => return None,
            }
            (start.at, parts, unit)
        }
    };
    let (bound, from) = approx::before(s, first, floor);
    let follows = match follows(s, &parts, unit, floor)? {
        Follows::Nothing if parts.written == Written::One && !counts_one(s, &parts, bound) => Follows::NoCount,
        follows => follows,
    };
    Some(Amount { parts, bound, from, follows })
}

/// "billions | of pounds", "Milliarden | von Euro"
fn unit_of_many(s: &Sentence<'_, '_>, number: &number::Numeral) -> Option<Found> {
    let open = matches!(number.amount, number::Amount::Open { .. });
    let next = s.adposition(number.tokens.end, &[Adposition::Of]).filter(|_| open)?;
    unit::at(s, next).filter(|found| matches!(found.kind, FigureKind::Money | FigureKind::Measure))
}

/// What follows a number; `None` where "one" with its unit is no amount.
fn follows(s: &Sentence<'_, '_>, parts: &Parts, unit: Option<Found>, floor: usize) -> Option<Follows> {
    let (start, end) = (parts.number.start, parts.number.end);
    let one = parts.written == Written::One;
    // "ein Euro-Land", "ein BND-Mitarbeiter": the word is the front of a compound.
    if let Some(found) = unit.filter(|found| !one || !s.is_joint(end) && !s.is_joint(found.end)) {
        // "a bit of gloss", "a degree of hysteria", "a $27bn bill", "a renminbi revaluation"
        let loose = |sense: Sense| {
            matches!(s.analysis.unit_kind(sense), Some(UnitKind::Data | UnitKind::Other))
                && s.is(start, Class::IndefiniteArticle)
                || sense.class == Class::Currency
                    && (sense.form.has(Form::SHORT)
                        || s.is(start, Class::IndefiniteArticle) && phrase::starts(s, found.end))
                || sense.class == Class::MeasureUnit && sense.form.has(Form::SHORT) && s.shape(end) == Shape::Upper
        };
        if one && matches!(found.unit, Unit::Entry(sense) if loose(sense)) {
            return None;
        }
        // "eines Tages": on some day; but "im Laufe eines Tages"
        let genitive = one && found.kind == FigureKind::Duration && phrase::is_possessor(s.analysis, start);
        let governed = |before: usize| s.has_noun_capital(before) || s.is(before, Class::Adposition);
        if genitive && found.unit == Unit::Time("day") && !s.before(start).is_some_and(governed) {
            return None;
        }
        let rated = matches!(found.kind, FigureKind::Duration | FigureKind::Measure);
        if one && rated && (s.is(end, Class::OrdinalWord) || rate(s, start, floor)) {
            return None;
        }
        return Some(Follows::Unit(found));
    }
    let adjective = !one && unit::adjective(s, end).is_some() || unit::number_adjective(s, end).is_some();
    Some(if adjective { Follows::Adjective } else { Follows::Nothing })
}

/// "a day" behind a figure is a rate, no length of time: "$5 a day", "twice a week".
fn rate(s: &Sentence<'_, '_>, start: usize, floor: usize) -> bool {
    if start == s.start || s.adposition(start, &[Adposition::Per]).is_none() {
        return false;
    }
    // "save 65 lives a year", but not "65 lives were lost a year later".
    let near = floor > s.start && floor + 3 >= start;
    let counted = near
        && !s.is(start + 2, Class::Direction)
        && (floor..start).all(|at| s.kind(at) == TokenKind::Word && !s.is(at, Class::Adposition));
    floor == start || counted || s.is(start - 1, Class::Multiple) || s.is(start - 1, Class::Times)
}

/// The unit that a share is a part of, with the end of the words between: "half a year", "ein halbes Prozent",
/// "half-hour".
fn unit_of_share(s: &Sentence<'_, '_>, at: usize, share: &fraction::Share) -> Option<(usize, Found)> {
    // "fourth-quarter earnings"
    let ordinal = share.n == 1 && share.end == at + 1 && s.is(at, Class::OrdinalWord);
    if ordinal || at > s.start && s.is(at - 1, Class::OrdinalWord) {
        return None;
    }
    let mut end = share.end;
    // "a quarter of a percentage point"
    if let Some(next) = s.adposition(end, &[Adposition::Of]).filter(|next| s.is(*next, Class::IndefiniteArticle)) {
        end = next;
    }
    if s.is(end, Class::IndefiniteArticle) {
        end += 1;
    }
    let fused = fraction::is_fused(s, share);
    let found = unit::at(s, if fused { share.end - 1 } else { end })?;
    // "zwei Drittel Liter", but not "third quarter" or "two-thirds minute".
    if !share.half && !fused && found.kind == FigureKind::Duration && !s.is_joint(share.end) {
        return None;
    }
    Some((end, found))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn a_unit_makes_a_figure() {
        assert_eq!(de("Ein halbes Jahr verging."), ["Ein halbes Jahr|Duration|0.5|year|Exact|-"]);
        assert_eq!(
            en("Rates rose a quarter of a percentage point."),
            ["a quarter of a percentage point|Percent|0.25|pp|Exact|Rates"]
        );
        assert_eq!(de("Es dauerte eine Viertelstunde."), ["eine Viertelstunde|Duration|0.25|hour|Exact|-"]);
        assert_eq!(en("A quarter of the men left."), ["A quarter|Fraction|0.25|-|Exact|men"]);
        assert_eq!(en("It grew for six quarters."), ["six quarters|Duration|18|month|Exact|-"]);
        assert_eq!(en("It costs $5 a day."), ["$5|Money|5|USD|Exact|-"]);
        assert_eq!(en("They must pay a $27bn bill."), ["$27bn|Money|27000000000|USD|Exact|bill"]);
        assert!(en("A degree of doubt remained.").is_empty());
        assert!(en("Profits fell in the previous quarter.").is_empty());
        assert!(en("The fourth-quarter earnings fell.").is_empty());
    }
}
