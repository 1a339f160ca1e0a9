//! What stands around a number and makes a figure of it: unit, age, bounds.

use std::ops::Range;

use super::numeral::{Amount, Numeral, Written};
use super::quantity::Figure;
use super::scope::Scope;
use super::shared_rules::{ADJECTIVE, AGE_CUE, COUNT};
use super::unit::{Found, Unit};
use super::{Counts, Reading};
use super::{age, approx, bound, exclude, money, often};
use crate::answer::Decimal;
use crate::answer::Rule;
use crate::answer::{Approximation, FigureKind, FigureValue};
use crate::lexicon::Class;
use crate::lexicon::class::Adposition;
use crate::rule::Candidate;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) AGE = "figure.age" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) AGE_ADJECTIVE = "figure.age-adjective" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) AGE_OF_NAME = "figure.age-of-name" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) AGE_OF_PRONOUN = "figure.age-of-pronoun" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) DURATION = "figure.duration" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) MEASURE = "figure.measure" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) MONEY = "figure.money" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERCENT = "figure.percent" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// What is known of a figure before its unit is.
pub(super) struct Parts {
    pub value: Option<Decimal>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub vague: bool,
    pub number: Range<usize>,
    pub scale: u32,
    pub written: Written,
}

impl Default for Parts {
    fn default() -> Parts {
        Parts { value: None, low: None, high: None, vague: false, number: 0..0, scale: 0, written: Written::Digits }
    }
}

impl Parts {
    pub(super) fn convert(&self, found: &Found) -> Option<Parts> {
        let convert = |value: Option<Decimal>| match value {
            Some(value) => found.convert(value).map(Some),
            None => Some(None),
        };
        Some(Parts {
            value: convert(self.value)?,
            low: convert(self.low)?,
            high: convert(self.high)?,
            number: self.number.clone(),
            ..*self
        })
    }
}

/// Puts age and approximators around a number and the unit right behind it; `lead` are the tokens of "between" before it.
pub(super) fn whole(
    scope: &Scope<'_, '_, '_>,
    lead: Range<usize>,
    parts: &Parts,
    found: Option<Found>,
    floor: usize,
) -> Figure {
    let (start, end) = (parts.number.start, parts.number.end);
    let first = lead.start.min(start);
    let (bound, from) = approx::before(scope, first, floor);
    let one = parts.written == Written::One;
    // "ein Euro-Land", "ein BND-Mitarbeiter": the word is the front of a compound.
    let found = found.filter(|found| !one || !scope.is_joint(end) && !scope.is_joint(found.end));
    if let Some(found) = found {
        let ordinal = scope.is(end, Class::OrdinalWord);
        // "a bit of gloss", "a degree of hysteria", "a $27bn bill"
        let loose = |sense: crate::lexicon::Sense| {
            matches!(scope.tag(sense), "data" | "other") && scope.is(start, Class::IndefiniteArticle)
                || sense.class == Class::Currency && sense.form.has(crate::lexicon::Form::SHORT)
        };
        if one && matches!(found.unit, Unit::Entry(sense) if loose(sense)) {
            return None;
        }
        let rated = matches!(found.kind, FigureKind::Duration | FigureKind::Measure);
        if one && rated && (ordinal || rate(scope, start, floor)) {
            return None;
        }
        if let Some(figure) = measured(scope, from, bound, parts, &found) {
            return Some(figure);
        }
    }
    if let Some((code, factor, end)) = age::adjective(scope, end).filter(|_| !one) {
        let found = Found { kind: FigureKind::Age, unit: Unit::Time(code), factor, hundredth: false, end };
        return years(scope, from, bound, &parts.convert(&found)?, code, end);
    }
    let alone = scope.is_whole(start..end) && scope.is(start, Class::Cardinal);
    if let Some((kind, unit, end)) = often::hyphened(scope, &parts.number) {
        return Some(build(scope, from, end, bound, parts, kind, unit, &ADJECTIVE));
    }
    if one && !alone && !bound::of_one(scope, start, bound) {
        return None;
    }
    if let Some(name) = age::behind_name(scope, start, end) {
        let mut figure = build(scope, from, end, bound, parts, FigureKind::Age, Unit::Time("year"), &AGE_OF_NAME);
        figure.item.counts = Counts::These(name);
        return Some(figure);
    }
    if !one && bound == Approximation::Exact && age::said_of(scope, start, end, parts.value) {
        return Some(build(scope, from, end, bound, parts, FigureKind::Age, Unit::Time("year"), &AGE_OF_PRONOUN));
    }
    let number = Numeral {
        amount: Amount::Number(parts.value.or(parts.low).unwrap_or_default()),
        tokens: parts.number.clone(),
        scale: parts.scale,
        written: parts.written,
    };
    if age::cued(scope, from) && !super::noun::starts(scope, end) && !one {
        return Some(build(scope, from, end, bound, parts, FigureKind::Age, Unit::Time("year"), &AGE_CUE));
    }
    if exclude::is_none(scope, &number, floor) {
        return None;
    }
    let (bound, from) =
        if bound::asked(scope, from, end, bound) { (Approximation::Exact, start) } else { (bound, from) };
    Some(build(scope, from, end, bound, parts, FigureKind::Count, Unit::Absent, &COUNT))
}

/// A figure with a unit: money, percent, measure, duration, or an age where "old" follows or "aged" stands before.
pub(super) fn measured(
    scope: &Scope<'_, '_, '_>,
    from: usize,
    bound: Approximation,
    parts: &Parts,
    found: &Found,
) -> Figure {
    let mut parts = parts.convert(found)?;
    let mut end = found.end;
    let (bound, from) = match bound::about(scope, from, bound, found.kind) {
        true => (Approximation::Exact, parts.number.start),
        false => (bound, from),
    };
    match found.kind {
        FigureKind::Duration => {
            if let Some(behind) = age::old(scope, end) {
                return Some(build(scope, from, behind, bound, &parts, FigureKind::Age, found.unit, &AGE));
            }
            let aged = age::may_be_age(found.unit)
                && (age::cued(scope, from)
                    || age::cued(scope, parts.number.start)
                    || bound == Approximation::Exact && age::reached(scope, from, found));
            let kind = if aged { FigureKind::Age } else { FigureKind::Duration };
            Some(build(scope, from, end, bound, &parts, kind, found.unit, &DURATION))
        }
        FigureKind::Money => {
            if let Some((more, behind)) = money::hundredths(scope, end, found) {
                parts.value = match parts.value {
                    Some(value) => Some(value.plus(more)?),
                    None => None,
                };
                end = behind;
            }
            Some(build(scope, from, end, bound, &parts, FigureKind::Money, found.unit, &MONEY))
        }
        FigureKind::Percent => Some(build(scope, from, end, bound, &parts, FigureKind::Percent, found.unit, &PERCENT)),
        _ => Some(build(scope, from, end, bound, &parts, FigureKind::Measure, found.unit, &MEASURE)),
    }
}

/// "a day" behind a figure is a rate, no length of time: "$5 a day", "twice a week".
fn rate(scope: &Scope<'_, '_, '_>, start: usize, floor: usize) -> bool {
    if start == scope.start || scope.adposition(start, &[Adposition::Per]).is_none() {
        return false;
    }
    // "save 65 lives a year", but not "65 lives were lost a year later".
    let near = floor > scope.start && floor + 3 >= start;
    let counted = near
        && !scope.is(start + 2, Class::Direction)
        && (floor..start).all(|at| scope.kind(at) == TokenKind::Word && !scope.is(at, Class::Adposition));
    floor == start || counted || scope.is(start - 1, Class::Multiple) || scope.is(start - 1, Class::Times)
}

/// An adjective of years, months, days …: an age or a duration, as its noun has it.
pub(super) fn years(
    scope: &Scope<'_, '_, '_>,
    from: usize,
    bound: Approximation,
    parts: &Parts,
    code: &'static str,
    end: usize,
) -> Figure {
    let kind = age::kind_of_adjective(scope, code, end);
    Some(build(scope, from, end, bound, parts, kind, Unit::Time(code), &AGE_ADJECTIVE))
}

/// A figure from its first token to its last, with an approximator that may still stand behind it.
#[allow(clippy::too_many_arguments)]
pub(super) fn build(
    scope: &Scope<'_, '_, '_>,
    from: usize,
    end: usize,
    bound: Approximation,
    parts: &Parts,
    kind: FigureKind,
    unit: Unit,
    rule: &'static Rule,
) -> Candidate<Reading> {
    let (approx, end) = match approx::behind(scope, end) {
        Some((behind, end)) if bound == Approximation::Exact || bound == Approximation::About => (behind, end),
        _ => (bound, end),
    };
    let approx = if parts.vague && approx == Approximation::Exact { Approximation::About } else { approx };
    let reading = Reading {
        kind,
        value: parts.value.map(FigureValue::Number),
        low: parts.low,
        high: parts.high,
        approx,
        unit,
        scale: parts.scale,
        counts: Counts::Behind(end),
    };
    let mut figure = Candidate::new(scope.analysis, from..end, rule, reading);
    // "They weighed 5 kg.": the dot ends the sentence.
    if end == scope.end && scope.kind(end - 1) == TokenKind::Word && scope.word(end - 1).ends_with('.') {
        figure.span.end -= 1;
    }
    figure
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn a_unit_an_age_or_a_bound_makes_a_figure() {
        assert_eq!(de("Mit 80 Jahren starb er."), ["80 Jahren|Age|80|year|Exact|-"]);
        assert_eq!(de("Mindestens ein Mensch starb."), ["Mindestens ein|Count|1|-|AtLeast|Mensch"]);
        assert_eq!(en("It costs $5 a day."), ["$5|Money|5|USD|Exact|-"]);
        assert_eq!(en("They must pay a $27bn bill."), ["$27bn|Money|27000000000|USD|Exact|bill"]);
        for text in ["A man left.", "A degree of doubt remained."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
