//! A whole figure from its first token: the rules in the order in which they are tried.

use std::ops::Range;

use super::numeral::{self, Amount, Numeral, Written};
use super::scope::Scope;
use super::unit::{self, Found, Unit};
use super::{Counts, Reading};
use super::{age, approx, bound, compose, exclude, fraction, money, often, range, rank, score, spoken, word_number};
use crate::candidate::Candidate;
use crate::decimal::Decimal;
use crate::document::{Approximation, FigureKind, FigureValue};
use crate::lexicon::Class;
use crate::lexicon::class::Adposition;
use crate::text::TokenKind;

pub(super) type Figure = Option<Candidate<Reading>>;

/// The figure whose number begins at a token. `floor` is the end of the figure before; `scored` says whether that
/// sentence had a result already.
pub(super) fn read(scope: &Scope<'_, '_, '_>, at: usize, floor: usize, scored: bool) -> Figure {
    let classes = scope.classes(at);
    let word = match scope.kind(at) {
        TokenKind::Number => {
            if let Some((result, end)) = score::read(scope, at, scored) {
                return Some(scored_figure(scope, at, end, result));
            }
            false
        }
        TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => {
            if let Some(figure) = signed(scope, at, floor) {
                return Some(figure);
            }
            false
        }
        _ => true,
    };
    if classes.has(Class::Currency)
        && let Some(money) = money::before(scope, at, floor)
    {
        return Some(money);
    }
    if classes.has(Class::Each)
        && let Some(share) = fraction::every(scope, at)
    {
        return Some(part(scope, at, at, &share, floor));
    }
    if word
        && !classes.has_any(numeral::NUMBER_WORDS)
        && let Some(figure) = often::in_one_word(scope, at, floor)
    {
        return Some(figure);
    }
    if let Some(found) = rank::behind_cue(scope, at).or_else(|| rank::word(scope, at)) {
        return Some(ranked(scope, at, found));
    }
    if classes.has(Class::Times)
        && let Some(figure) = often::adverb(scope, at, floor)
    {
        return Some(figure);
    }
    if word && !classes.has_any(super::NUMBERS) && !word_number::may_be(scope, at) {
        return None;
    }
    let number = numeral::read(scope, at)?;
    if let Some(found) = rank::composed(scope, &number) {
        return Some(ranked(scope, at, found));
    }
    if scope.is(number.tokens.end, Class::Times) || scope.is_joint(number.tokens.end) {
        if often::is_ratio(scope, &number) {
            return None;
        }
        if let Some(figure) = often::times(scope, &number, floor) {
            return Some(figure);
        }
    }
    of_number(scope, &number, floor)
}

/// A number and what follows it.
fn of_number(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> Figure {
    let start = number.tokens.start;
    let behind = number.tokens.end;
    let one = number.written == Written::One;
    if (one || scope.is(behind, Class::Adposition))
        && let Some(share) = fraction::in_so_many(scope, number)
    {
        let mut figure = part(scope, start, start, &share, floor);
        if let Some(noun) = share.noun {
            figure.item.counts = Counts::These(noun..noun + 1);
        }
        return Some(figure);
    }
    if (scope.is(behind, Class::Fraction) || scope.is_joint(behind))
        && let Some(share) = fraction::counted(scope, number)
    {
        return share_figure(scope, start, &share, floor);
    }
    if let Some(share) = fraction::alone(number) {
        let loose = number.written == Written::Words && fraction::is_loose(scope, &share, start, floor);
        return share_of_unit(scope, start, &share, floor)
            .or_else(|| (!loose).then(|| part(scope, start, start, &share, floor)));
    }
    if let Some(ends) = range::from(scope, number, floor) {
        let from = ends.between.unwrap_or(start);
        return whole(
            scope,
            from..start,
            &Parts { low: Some(ends.low), high: Some(ends.high), number: start..ends.end, ..Parts::default() },
            floor,
        );
    }
    let mut parts =
        Parts { number: number.tokens.clone(), scale: number.scale, written: number.written, ..Parts::default() };
    match number.amount {
        Amount::Number(value) => parts.value = Some(value),
        Amount::Open { low, vague } => (parts.low, parts.vague) = (Some(low), vague),
        Amount::Share(..) => return None,
    }
    whole(scope, start..start, &parts, floor)
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

/// Puts unit, age and approximators around a number; `lead` are the tokens of "between" before it.
fn whole(scope: &Scope<'_, '_, '_>, lead: Range<usize>, parts: &Parts, floor: usize) -> Figure {
    let (start, end) = (parts.number.start, parts.number.end);
    let first = lead.start.min(start);
    let (bound, from) = approx::before(scope, first, floor);
    let one = parts.written == Written::One;
    // "ein Euro-Land", "ein BND-Mitarbeiter": the word is the front of a compound.
    let found = unit::at(scope, end).filter(|found| !one || !scope.is_joint(end) && !scope.is_joint(found.end));
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
        return Some(build(scope, from, end, bound, parts, kind, unit, "figure.adjective"));
    }
    if one && !alone && !bound::of_one(scope, start, bound) {
        return None;
    }
    if let Some(name) = age::behind_name(scope, start, end) {
        let mut figure =
            build(scope, from, end, bound, parts, FigureKind::Age, Unit::Time("year"), "figure.age-of-name");
        figure.item.counts = Counts::These(name);
        return Some(figure);
    }
    if !one && bound == Approximation::Exact && age::said_of(scope, start, end, parts.value) {
        return Some(build(
            scope,
            from,
            end,
            bound,
            parts,
            FigureKind::Age,
            Unit::Time("year"),
            "figure.age-of-pronoun",
        ));
    }
    let number = Numeral {
        amount: Amount::Number(parts.value.or(parts.low).unwrap_or_default()),
        tokens: parts.number.clone(),
        scale: parts.scale,
        written: parts.written,
    };
    if age::cued(scope, from) && !super::noun::starts(scope, end) && !one {
        return Some(build(scope, from, end, bound, parts, FigureKind::Age, Unit::Time("year"), "figure.age-cue"));
    }
    if exclude::is_none(scope, &number, floor) {
        return None;
    }
    let (bound, from) =
        if bound::asked(scope, from, end, bound) { (Approximation::Exact, start) } else { (bound, from) };
    Some(build(scope, from, end, bound, parts, FigureKind::Count, Unit::Absent, "figure.count"))
}

/// A figure with a unit: money, percent, measure, duration, or an age where "old" follows or "aged" stands before.
fn measured(scope: &Scope<'_, '_, '_>, from: usize, bound: Approximation, parts: &Parts, found: &Found) -> Figure {
    let mut parts = parts.convert(found)?;
    let mut end = found.end;
    let (bound, from) = match bound::about(scope, from, bound, found.kind) {
        true => (Approximation::Exact, parts.number.start),
        false => (bound, from),
    };
    match found.kind {
        FigureKind::Duration => {
            if let Some(behind) = age::old(scope, end) {
                return Some(build(scope, from, behind, bound, &parts, FigureKind::Age, found.unit, "figure.age"));
            }
            let aged = age::may_be_age(found.unit)
                && (age::cued(scope, from)
                    || age::cued(scope, parts.number.start)
                    || bound == Approximation::Exact && age::reached(scope, from, found));
            let kind = if aged { FigureKind::Age } else { FigureKind::Duration };
            Some(build(scope, from, end, bound, &parts, kind, found.unit, "figure.duration"))
        }
        FigureKind::Money => {
            if let Some((more, behind)) = money::hundredths(scope, end, found) {
                parts.value = match parts.value {
                    Some(value) => Some(value.plus(more)?),
                    None => None,
                };
                end = behind;
            }
            Some(build(scope, from, end, bound, &parts, FigureKind::Money, found.unit, "figure.money"))
        }
        FigureKind::Percent => {
            Some(build(scope, from, end, bound, &parts, FigureKind::Percent, found.unit, "figure.percent"))
        }
        _ => Some(build(scope, from, end, bound, &parts, FigureKind::Measure, found.unit, "figure.measure")),
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

/// "+60", "-5 Grad": a sign that belongs to the number; with it even a bare number counts.
fn signed(scope: &Scope<'_, '_, '_>, at: usize, floor: usize) -> Figure {
    let number = spoken::signed(scope, at)?;
    of_number(scope, &number, floor.max(at)).or_else(|| {
        let Amount::Number(value) = number.amount else { return None };
        let end = number.tokens.end;
        let telephone =
            scope.kind(end) == TokenKind::Number || scope.glued(end) && scope.kind(end) == TokenKind::Hyphen;
        let parts = Parts { value: Some(value), number: number.tokens.clone(), ..Parts::default() };
        (!telephone).then(|| {
            build(scope, at, end, Approximation::Exact, &parts, FigureKind::Count, Unit::Absent, "figure.count")
        })
    })
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
    Some(build(scope, from, end, bound, parts, kind, Unit::Time(code), "figure.age-adjective"))
}

/// A share, unless a unit follows that it is a part of: "half a year", "ein halbes Prozent", "half-hour".
fn share_figure(scope: &Scope<'_, '_, '_>, at: usize, share: &fraction::Share, floor: usize) -> Figure {
    share_of_unit(scope, at, share, floor).or_else(|| {
        let bare_half = share.half && share.n == 1 && fraction::is_loose(scope, share, share.end - 1, floor);
        (!bare_half).then(|| part(scope, at, at, share, floor))
    })
}

fn share_of_unit(scope: &Scope<'_, '_, '_>, at: usize, share: &fraction::Share, floor: usize) -> Figure {
    // "fourth-quarter earnings"
    let ordinal = share.n == 1 && share.end == at + 1 && scope.is(at, Class::OrdinalWord);
    if ordinal || at > scope.start && scope.is(at - 1, Class::OrdinalWord) {
        return None;
    }
    let mut end = share.end;
    // "a quarter of a percentage point"
    if let Some(next) =
        scope.adposition(end, &[Adposition::Of]).filter(|next| scope.is(*next, Class::IndefiniteArticle))
    {
        end = next;
    }
    if scope.is(end, Class::IndefiniteArticle) {
        end += 1;
    }
    // "Viertelstunde" is the share and its unit in one word.
    let fused = share.end > at && scope.is(share.end - 1, Class::TimeUnit);
    let found = unit::at(scope, if fused { share.end - 1 } else { end })?;
    // "zwei Drittel Liter", but not "third quarter" or "two-thirds minute".
    if !share.half && !fused && found.kind == FigureKind::Duration && !scope.is_joint(share.end) {
        return None;
    }
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: Some(compose::ratio(share.n, share.d)?), number: at..end, ..Parts::default() };
    measured(scope, from, bound, &parts, &found)
}

fn part(
    scope: &Scope<'_, '_, '_>,
    at: usize,
    start: usize,
    share: &fraction::Share,
    floor: usize,
) -> Candidate<Reading> {
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: compose::ratio(share.n, share.d), number: start..share.end, ..Parts::default() };
    build(scope, from, share.end, bound, &parts, FigureKind::Fraction, Unit::Absent, "figure.fraction")
}

fn ranked(scope: &Scope<'_, '_, '_>, at: usize, found: rank::Rank) -> Candidate<Reading> {
    let parts = Parts { value: Some(found.value), number: at..found.end, ..Parts::default() };
    let cued = found.rule.ends_with("cue");
    let mut figure =
        build(scope, at, found.end, Approximation::Exact, &parts, FigureKind::OrdinalRank, Unit::Absent, found.rule);
    if cued {
        figure.item.counts = match scope.sense_before(at, Class::RankCue, scope.start) {
            Some((_, from)) => Counts::These(from..at),
            None => Counts::Nothing,
        };
    }
    figure
}

fn scored_figure(scope: &Scope<'_, '_, '_>, at: usize, end: usize, result: String) -> Candidate<Reading> {
    let parts = Parts { number: at..end, ..Parts::default() };
    let mut figure =
        build(scope, at, end, Approximation::Exact, &parts, FigureKind::Score, Unit::Absent, "figure.score");
    figure.item.value = Some(FigureValue::Score(result));
    figure
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
    rule: &'static str,
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
